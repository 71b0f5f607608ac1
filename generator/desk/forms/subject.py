"""The subject of a form in its unit: what is known of it, who stands before and behind it."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.at_work.papers import PaperSeen
from generator.desk import letters
from generator.desk.campaigns import Open
from generator.desk.forms.known import known_of
from generator.desk.forms.layout import PARTS
from generator.desk.forms.parts import Known
from generator.editing.data_file import snapshot
from generator.editing.edited import content, text_of
from generator.editing.edits import is_there, value_at
from generator.problems import DataPath
from generator.reading.folder_files import data_files
from generator.reading.folder_names import CHECKLISTS, KINDS
from generator.reading.load import campaign_of
from generator.reading.units import Unit
from generator.reading.yaml_text import Tree

_LISTS = {name: key for key, (name, _) in PARTS.items()}


class Neighbour(NamedTuple):
    """Another form of the same kind: its file, the place there, its name."""

    tep: str
    muc: str
    ten: str


class Subject(NamedTuple):
    """What a form is about: its unit, what is known, its number among its like and neighbours.

    `giay` are the papers that are made from it.
    """

    ma_don_vi: str
    don_vi: str
    known: Known
    thu: int = 0
    so: int = 0
    truoc: Neighbour | None = None
    sau: Neighbour | None = None
    giay: tuple[PaperSeen, ...] = ()


def subject_of(opened: Open, file: Path, tree: Tree, name: str, path: DataPath) -> Subject:
    """Return the subject of a form.

    Args:
        opened: the campaign.
        file: the file of the form.
        tree: what it says.
        name: the form («ca-nhan»).
        path: where the subject stands in the file.
    """
    dot = campaign_of(opened.folder)
    ma = opened.ask(lambda work: work.unit_of(file))
    seen = opened.ask(lambda work: work.unit(ma)) if ma else None
    if seen is None:
        known = known_of(name, path, None, dot)
        if name in letters.FORMS:
            known = replace(known, goi=letters.used_before(opened))
        return Subject("", "", known)
    role = _role(tree, path) or _role(tree, ("mac_dinh",))
    if seen.unit is None:
        return Subject(seen.thu_muc, seen.ten, known_of(name, path, None, dot, role))
    like = _like(opened, seen.unit, name)
    own = (opened.name_of(file), ".".join(map(str, path)))
    at = next((index for index, each in enumerate(like) if each[:2] == own), None)
    inside = (_LISTS[name], at) if at is not None and name in _LISTS else path
    known = known_of(name, inside, seen.unit, dot, role)
    if at is None:
        return Subject(seen.thu_muc, seen.ten, known)
    before = like[at - 1] if at else None
    after = like[at + 1] if at + 1 < len(like) else None
    papers = tuple(each for each in seen.papers if each.cho[:2] == inside and each.soan_duoc)
    return Subject(seen.thu_muc, seen.ten, known, at + 1, len(like), before, after, papers)


def own_files(opened: Open) -> list[Neighbour]:
    """Return the checklists and kinds of paper that an office added: their files and names."""
    found = []
    for folder in (CHECKLISTS, KINDS):
        for path in data_files(opened.folder / folder):
            try:
                tree = content(text_of(snapshot(path).data))
            except OSError:
                tree = None
            called = tree.get("ten") if isinstance(tree, dict) else None
            found.append(Neighbour(opened.name_of(path), "", str(called or path.stem)))
    return found


def _role(tree: Tree, path: DataPath) -> str:
    at = (*path, "vai_tro")
    found = value_at(tree, at) if is_there(tree, at) else None
    return found if isinstance(found, str) else ""


def _like(opened: Open, unit: Unit, name: str) -> list[Neighbour]:
    """Return all forms of one kind of a unit, in its order."""
    key = _LISTS.get(name)
    if key is None:
        return []
    home = opened.name_of(unit.file)
    own = {index: opened.name_of(file) for index, file in unit.persons.items()}
    found = []
    for index, each in enumerate(getattr(unit.data, key)):
        called = getattr(each, "ho_ten", "") or getattr(each, "ten", "") or f"{index + 1}"
        apart = own.get(index) if key == "ca_nhan" else None
        found.append(
            Neighbour(apart, "", called) if apart else Neighbour(home, f"{key}.{index}", called)
        )
    return found
