"""What the clerk says of received files and paper, as edits of the unit's record (`ho_so`)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.dossier.handed_in import Key
from generator.dossier.looking import Case
from generator.editing.edits import Edit, Insert, Remove
from generator.reading.yaml_text import Tree

RECORD = "ho_so"


class Copies(NamedTuple):
    """Paper copies that came: how many, on which day, who brought them; empty texts: unknown."""

    so_ban: str
    ngay: str
    nguoi_nop: str


class Choice(NamedTuple):
    """A paper that a file may be said to be: its code, its item, its name, whom it is about."""

    ma: str
    muc: str
    ten: str
    ai: str


def choices(case: Case) -> list[Choice]:
    """Return the papers that a unit must hand in; one that several items ask for is there once."""
    return [
        Choice(_code(each.keys[0]), each.muc[0], each.titles[0], each.ten) for each in case.choices
    ]


def keys_of(case: Case, code: str) -> tuple[Key, ...]:
    """Return the places of the dossier that a choice fills; none if there is no such choice."""
    return next((each.keys for each in case.choices if _code(each.keys[0]) == code), ())


def recorded_file(tree: Tree, case: Case, keys: Sequence[Key], tep: str, da_xem: str) -> list[Edit]:
    """Return the edits that say what a file is, instead of what was said of it before.

    Args:
        tree: the unit's data file.
        case: what the unit must hand in.
        keys: what the file is.
        tep: the file, below the folder of the unit's received files.
        da_xem: who looked at it and found it right, and when; empty: nobody.
    """
    about: dict[str, Tree] = {"tep": tep}
    if da_xem:
        about["da_xem"] = da_xem
    return [*forgotten_file(tree, tep), *_added(tree, case, keys, about, without=tep)]


def forgotten_file(tree: Tree, tep: str) -> list[Edit]:
    """Return the edits after which nothing is said of a file."""
    indexes = [i for i, each in enumerate(_entries(tree)) if _is_of(each, tep)]
    if indexes and len(indexes) == len(_entries(tree)):
        return [Remove((RECORD,))]
    return [Remove((RECORD, index)) for index in reversed(indexes)]


def recorded_paper(tree: Tree, case: Case, keys: Sequence[Key], copies: Copies) -> list[Edit]:
    """Return the edits that note paper copies of a document."""
    about: dict[str, Tree] = {key: value for key, value in copies._asdict().items() if value}
    return _added(tree, case, keys[:1], about)


def seen_by(tree: Tree, tep: str) -> str:
    """Return who looked at a file, as it was recorded."""
    found = (each.get("da_xem") for each in _entries(tree) if _is_of(each, tep))
    return next((str(each) for each in found if each), "")


def _added(
    tree: Tree, case: Case, keys: Iterable[Key], about: dict[str, Tree], without: str = ""
) -> list[Edit]:
    first = sum(not (without and _is_of(each, without)) for each in _entries(tree))
    entries = [_entry(case, key) | about for key in keys]
    return [Insert((RECORD,), index, each) for index, each in enumerate(entries, first)]


def _entry(case: Case, key: Key) -> dict[str, Tree]:
    """Return an entry that means one document, and no other of its item."""
    asked = case.asked[key[0]]
    need = asked.can[key[1]]
    whose = need.ai or ("" if asked.cho == "don_vi" else asked.ten)
    entry: dict[str, Tree] = {"muc": asked.item.ma}
    if whose:
        entry["ai"] = whose
    if len({each.doc.ma for each in asked.can}) > 1:
        entry["van_ban"] = need.doc.ma
    return entry


def _entries(tree: Tree) -> list[dict[str, Tree]]:
    found = tree.get(RECORD) if isinstance(tree, dict) else None
    items = found if isinstance(found, list) else []
    return [each if isinstance(each, dict) else {} for each in items]


def _is_of(entry: dict[str, Tree], tep: str) -> bool:
    return entry.get("tep") == tep


def _code(key: Key) -> str:
    return f"{key[0]}.{key[1]}"
