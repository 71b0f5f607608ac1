"""Turns values that are taken over into edits of the data files."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.editing.changes import ChangeSet, Nguon, Wanted, change_set
from generator.editing.changes import Origin as EditOrigin
from generator.editing.edits import NoSuchPlaceError, Set, is_there, value_at
from generator.editing.spoiling import spoiled
from generator.problems import DataPath, Problem
from generator.reading.text_file import read_text
from generator.reading.yaml_text import Tree, parse
from generator.returned.places import COUNTED, KEYED
from generator.returned.proposing import Proposal

SOURCE: Nguon = "bieu-mau"


class Taken(NamedTuple):
    """A value that is taken over: the proposal, and what is written (`cay`)."""

    proposal: Proposal
    cay: Tree


def edits(taken: Iterable[Taken]) -> list[Wanted]:
    """Return the edits that write values, those of one list together.

    Args:
        taken: the values.
    """
    trees: dict[Path, Tree] = {}
    groups: dict[tuple[Path, DataPath], list[Taken]] = {}
    for each in taken:
        tep = each.proposal.tep
        if tep not in trees:
            trees[tep] = _tree(tep)
        groups.setdefault((tep, _home(trees[tep], each.proposal.path)), []).append(each)
    return [
        Wanted(tep, Set(home, _filled(trees[tep], home, its)), _origin(its))
        for (tep, home), its in groups.items()
    ]


def _tree(path: Path) -> Tree:
    text = read_text(path)
    if isinstance(text, Problem):
        return None
    tree = parse(text)
    return None if isinstance(tree, Problem) else tree


def _home(tree: Tree, path: DataPath) -> DataPath:
    """Return what is written as a whole for a value: its list, its group if that is a text now."""
    for size in range(1, len(path)):
        way = tuple(str(each) for each in path[:size])
        if way[-2:] in KEYED or (way[-1] in COUNTED and isinstance(path[size], int)):
            counted = way[-2:] == ("kiem_phieu", "ket_qua")
            return path[: size - 1] if counted else path[:size]
        if way[-1:] == ("kiem_phieu",) or _is_inherited(tree, path[:size]):
            return path[:size]
        if size > 1 and way[-2] == "uu_diem":
            return path[:size]
        if is_there(tree, path[:size]) and not isinstance(value_at(tree, path[:size]), dict | list):
            return path[:size]
    return path


_SHARED = frozenset({"noi_cu_tru"})
"""A group that a person has from the unit; one of their own takes its place, so says all of it."""


def _is_inherited(tree: Tree, path: DataPath) -> bool:
    return path[-1] in _SHARED and not is_there(tree, path)


def _filled(tree: Tree, home: DataPath, its: Sequence[Taken]) -> Tree:
    """Return what stands at a place once values are put there."""
    now = value_at(tree, home) if is_there(tree, home) else None
    if _is_inherited(tree, home):
        now = _as_inherited(its[0].proposal)
    for each in its:
        rest = each.proposal.path[len(home) :]
        now = _put(now, rest, each.cay, home) if rest else each.cay
    return _short(now, home)


def _as_inherited(one: Proposal) -> Tree:
    lives = one.unit.data.ca_nhan[int(one.value.path[1])].noi_cu_tru
    told = lives.model_dump(mode="json", exclude_defaults=True) if lives else {}
    return {key: value for key, value in told.items() if isinstance(value, str)}


def _put(tree: Tree, path: DataPath, value: Tree, above: DataPath) -> Tree:
    """Return what stands below `above` with a value at a path; what is missing is made."""
    if not path:
        return value
    step, *rest = path
    key = KEYED.get((str(above[-2]), str(above[-1]))) if len(above) > 1 else None
    if key:
        return _in_list(tree, key, str(step), rest, value)
    if isinstance(step, int):
        items = list(tree) if isinstance(tree, list) else []
        items += [{} for _ in range(int(step) + 1 - len(items))]
        items[int(step)] = _put(items[int(step)], tuple(rest), value, (*above, step))
        return items
    group: dict[str, Tree] = {}
    if isinstance(tree, dict):
        group = dict(tree)
    elif tree is not None:
        group = {"noi_dung": tree}  # a heading written as text
    group[str(step)] = _put(group.get(str(step)), tuple(rest), value, (*above, step))
    return group


def _in_list(tree: Tree, key: str, name: str, rest: Sequence[str | int], value: Tree) -> Tree:
    items = (
        [dict(each) if isinstance(each, dict) else each for each in tree]
        if isinstance(tree, list)
        else []
    )
    item = next((each for each in items if isinstance(each, dict) and each.get(key) == name), None)
    if item is None:
        item = {key: name}
        items.append(item)
    if key == "doi_tuong":
        votes = item.get("phieu")
        item["phieu"] = {**(votes if isinstance(votes, dict) else {}), str(rest[0]): value}
    else:
        item[str(rest[0]) if rest else "noi_dung"] = value
    return items


def _short(tree: Tree, home: DataPath) -> Tree:
    """Write a heading's text alone as text, as people do."""
    if (
        len(home) > 1
        and home[-2] == "uu_diem"
        and isinstance(tree, dict)
        and [*tree] == ["noi_dung"]
    ):
        return tree["noi_dung"]
    return tree


def _origin(its: Sequence[Taken]) -> EditOrigin:
    first = its[0].proposal
    where = f"{first.doc.tep.name}, đoạn {first.value.noi}"
    return EditOrigin(SOURCE, where, 100 if first.value.sure else 50)


def change_set_of(taken: Sequence[Taken]) -> tuple[ChangeSet | None, list[Problem], list[Taken]]:
    """Work out what values come to.

    Returns:
        The change set; or None with what stands in the way; and the values that would make a file
        unreadable, which are left out of it.
    """
    left: list[Taken] = []
    rest = [*taken]
    while True:
        try:
            made, problems = change_set(edits(rest))
        except NoSuchPlaceError:
            return None, [], list(taken)
        if made is None:
            return None, problems, left
        wrong = spoiled(made)
        if not wrong:
            return made, [], left
        bad = {each.place.file for each in wrong}
        out = [
            each
            for each in rest
            if each.proposal.tep.as_posix() in bad and _is_spoiling(each, wrong)
        ]
        out = out or [each for each in rest if each.proposal.tep.as_posix() in bad]
        if not out:
            return None, wrong, left
        left += out
        rest = [each for each in rest if each not in out]


def _is_spoiling(taken: Taken, wrong: Sequence[Problem]) -> bool:
    """Return whether an error stands where a value would."""
    path = taken.proposal.path
    return any(_meets(each.place.path, path) for each in wrong)


def _meets(one: DataPath, other: DataPath) -> bool:
    size = min(len(one), len(other))
    return size > 0 and tuple(map(str, one[:size])) == tuple(map(str, other[:size]))
