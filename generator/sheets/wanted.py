"""A plan as edits of data files: values set, items added at the end, gone items removed."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.editing.changes import DeleteFile, Nguon, Origin, Wanted
from generator.editing.edits import Insert, Remove, Set, is_there, value_at
from generator.model.levels import level_code
from generator.model.person import MacDinh
from generator.problems import DataPath, Place, problem
from generator.reading.text_file import read_text
from generator.reading.yaml_text import Tree, parse
from generator.sheets import reasons
from generator.sheets.change_plan import Added, CellChange, Plan, by_file, path_of
from generator.sheets.own_rows import OwnRow
from generator.sheets.rows import Spot, Told

SOURCE: Nguon = "bang-tinh"
_COUNTED = {"phat_ra": "số phát ra", "thu_ve": "số thu về", "hop_le": "số hợp lệ"}
_SHARED = frozenset(MacDinh.model_fields)


def wanted(
    plan: Plan, homes: Mapping[str, Path], campaign: Path, *, remove: bool = False
) -> tuple[list[Wanted], list[Told]]:
    """Return the edits of a plan.

    Args:
        plan: the plan.
        homes: the files of the units by code.
        campaign: `dot.yaml`, which has the deadlines.
        remove: whether gone items are removed.

    Returns:
        The edits, those of a file in the order in which they can be made, and what cannot be made.
    """
    edits: list[Wanted] = []
    told: list[Told] = []
    added = {homes[item.don_vi] if item.don_vi else campaign for item in plan.moi}
    changed = by_file(plan.doi)
    trees = {file: _tree(file) for file in {*changed, *added}}
    for file, its in changed.items():
        tree = trees[file]
        votes = [each for each in its if each.hang.loai == "kiem_phieu"]
        for each in its:
            if each.hang.loai != "kiem_phieu":
                _value(tree, each, its, edits, told)
        _votes(tree, votes, edits, told)
    counts: dict[tuple[Path, str], int] = {}
    for item in plan.moi:
        file = homes[item.don_vi] if item.don_vi else campaign
        at = counts.setdefault((file, item.loai), _length(trees[file], item.loai))
        counts[file, item.loai] += 1
        edits.append(Wanted(file, Insert((item.loai,), at, _item(item)), _origin(item.spot)))
    if remove:
        edits += [_removed(row) for row in _last_first(plan.mat)]
    return edits, told


def _removed(row: OwnRow) -> Wanted:
    """Return the edit that removes an item: a person with a file of their own is that file."""
    return Wanted(row.tep, Remove(row.goc) if row.goc else DeleteFile(), Origin(SOURCE))


def _last_first(rows: Iterable[OwnRow]) -> list[OwnRow]:
    """Order items to remove so that none moves before its turn."""
    return sorted(rows, key=lambda each: (each.tep, each.goc), reverse=True)


def _value(
    tree: Tree, each: CellChange, its: list[CellChange], edits: list[Wanted], told: list[Told]
) -> None:
    path, top = path_of(each.hang, each.khoa), each.khoa.split(".", maxsplit=1)[0]
    above = (*each.hang.goc, top)
    inherited = top in _SHARED and not is_there(tree, above)
    # A group of one's own takes the place of the shared one, so it says all of it.
    whole = inherited and path != above and any(
        one.sau and one.hang.goc == each.hang.goc and one.khoa.startswith(f"{top}.") for one in its
    )  # fmt: skip
    if whole:
        group: dict[str, Tree] = {
            key.removeprefix(f"{top}."): value
            for key, value in each.hang.o.items()
            if key.startswith(f"{top}.") and value
        }
        edit = Set(above, group)
        if not any((one.tep, one.edit) == (each.hang.tep, edit) for one in edits):
            edits.append(Wanted(each.hang.tep, edit, _origin(each.spot)))
    if each.sau:
        value = _stored(each.khoa, each.sau)
        edits.append(Wanted(each.hang.tep, Set(path, value), _origin(each.spot)))
    elif whole or is_there(tree, path):
        edits.append(Wanted(each.hang.tep, Remove(path), _origin(each.spot)))
    else:  # a value of the unit, the campaign, or what holds where nothing is said
        shared = problem("KD840", Place(), cot=each.cot, ai=each.hang.ai, nay=each.truoc)
        told.append(Told(each.spot, shared))


def _votes(tree: Tree, changes: list[CellChange], edits: list[Wanted], told: list[Told]) -> None:
    meetings: dict[DataPath, list[CellChange]] = {}
    for each in changes:
        meetings.setdefault(each.hang.goc[:3], []).append(each)
    for at, its in meetings.items():
        if is_there(tree, at) and value_at(tree, at) is not None:
            edits += _counted(tree, its)
        else:
            _new_count(at, its, edits, told)


def _counted(tree: Tree, its: list[CellChange]) -> Iterator[Wanted]:
    """Yield the edits of a count that is there; a subject without votes so far is added."""
    fresh: dict[DataPath, dict[str, Tree]] = {}
    for each in its:
        goc, level = each.hang.goc, each.khoa.removeprefix("phieu.")
        if level == each.khoa or is_there(tree, goc):
            path = path_of(each.hang, each.khoa)
            if level != each.khoa:
                path = (*goc, "phieu", _level_at(tree, (*goc, "phieu"), level))
            edit = Set(path, each.sau) if each.sau else Remove(path)
            yield Wanted(each.hang.tep, edit, _origin(each.spot))
        elif each.sau:
            fresh.setdefault(goc, {})[level] = each.sau
    first = {each.hang.goc: each for each in reversed(its)}
    for number, (goc, votes) in enumerate(sorted(fresh.items())):
        list_ = goc[:-1]
        each = first[goc]
        there = value_at(tree, list_) if is_there(tree, list_) else []
        at = (len(there) if isinstance(there, list) else 0) + number
        item: Tree = {"doi_tuong": each.hang.ai, "phieu": {**votes}}
        yield Wanted(each.hang.tep, Insert(list_, at, item), _origin(each.spot))


def _new_count(at: DataPath, its: list[CellChange], edits: list[Wanted], told: list[Told]) -> None:
    """Add a count that the data has not yet: its figures and all its votes at once."""
    figures = {each.khoa: each.sau for each in its if each.hang.goc == at}
    lacking = [said for key, said in _COUNTED.items() if not figures.get(key)]
    if lacking:
        meeting = its[0].hang.o["hoi_nghi"]
        found = problem("KD841", Place(), ten=meeting, thieu=", ".join(lacking))
        told += [Told(each.spot, found) for each in its]
        return
    votes: dict[DataPath, dict[str, Tree]] = {}
    who: dict[DataPath, str] = {}
    for each in its:
        if each.hang.goc != at and each.sau:
            votes.setdefault(each.hang.goc, {})[each.khoa.removeprefix("phieu.")] = each.sau
            who[each.hang.goc] = each.hang.ai
    results: list[Tree] = [
        {"doi_tuong": who[goc], "phieu": {**one}} for goc, one in sorted(votes.items())
    ]
    count: dict[str, Tree] = {**figures, "ket_qua": results}
    edits.append(Wanted(its[0].hang.tep, Set(at, count), _origin(its[0].spot)))


def _level_at(tree: Tree, path: DataPath, level: str) -> str:
    """Return a level as the votes of a subject write it: in words or by its code."""
    votes = value_at(tree, path) if is_there(tree, path) else None
    keys = list(votes) if isinstance(votes, dict) else []
    return next((key for key in keys if level_code(key) == level), level)


def _item(item: Added) -> Tree:
    """Return a new item as a tree, its values in the order of their columns."""
    tree: dict[str, Tree] = {}
    for key, value in item.o.items():
        *above, last = key.split(".")
        inner = tree
        for step in above:
            found = inner.setdefault(step, {})
            if isinstance(found, dict):
                inner = found
        inner[last] = _stored(key, value)
    return tree


def _stored(khoa: str, value: str) -> str:
    """Return a value as a data file has it: of a reason its code."""
    return (reasons.code_of(value) or value) if khoa == reasons.COLUMN else value


def _origin(spot: Spot) -> Origin:
    return Origin(SOURCE, f"{spot.trang}!{spot.o}")


def _length(tree: Tree, key: str) -> int:
    items = tree.get(key) if isinstance(tree, dict) else None
    return len(items) if isinstance(items, list) else 0


def _tree(file: Path) -> Tree:
    text = read_text(file)
    tree = parse(text) if isinstance(text, str) else None
    return tree if isinstance(tree, dict) else {}
