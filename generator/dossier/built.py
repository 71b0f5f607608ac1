"""Documents this program made, by their state: as the data is now, old, edited, absent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from generator.building.digests import data_digest
from generator.building.state import Record
from generator.engine.archive import seal
from generator.model.kinds import LoaiGiayTo
from generator.model.unit import DonViNam
from generator.papers.paper import Paper
from generator.papers.plan import Planned
from generator.papers.templates import Templates
from generator.problems import DataPath
from generator.wording.compare import after, same

_ABOUT_ONE = frozenset({"ca_nhan", "tap_the", "hoi_nghi"})


class State(Enum):
    """How a document of the plan stands on disk."""

    MOI = "đã tạo, đúng dữ liệu hiện nay"
    CU = "cũ hơn dữ liệu hoặc mẫu Word"
    SUA_TAY = "đã sửa tay sau khi tạo"
    CHUA_TAO = "chưa tạo"


@dataclass(frozen=True, slots=True)
class Built:
    """A document of the plan: its code and kind, what it is about, its file and how that stands."""

    ma: str
    kind: LoaiGiayTo
    path: DataPath
    tep: Path
    state: State


@dataclass(frozen=True, slots=True)
class Shelf:
    """A unit's output folder, with what the last build recorded of it by file name.

    `fresh` says that nothing that goes into it has changed since.
    """

    folder: Path
    known: Mapping[str, Record]
    templates: Templates
    fresh: bool


def built_documents(plan: Iterable[Planned], papers: Iterable[Paper], shelf: Shelf) -> list[Built]:
    """Look at every document of a unit's plan.

    Args:
        plan: all documents of the unit.
        papers: those of them that the data is complete for.
        shelf: where they stand.

    Returns:
        The documents in the order of the plan. A file that is there but not as recorded is edited,
        or was not made by `build`; a file without a record cannot be held against the data and
        counts as old.
    """
    by_name = {each.tep: each for each in papers}
    return [
        Built(
            each.document.ma,
            each.document.kind,
            each.document.path,
            shelf.folder / each.ten_tep,
            _state(shelf, each.ten_tep, by_name.get(each.ten_tep)),
        )
        for each in plan
    ]


def _state(shelf: Shelf, name: str, paper: Paper | None) -> State:
    path, record = shelf.folder / name, shelf.known.get(name)
    try:
        found = path.stat()
        if record and (found.st_size, found.st_mtime_ns) == (record.co, record.luc):
            mark = record.dau
        else:
            mark = seal(path) or ""
    except FileNotFoundError:
        return State.CHUA_TAO
    except OSError:
        return State.SUA_TAY  # opening it will tell what hinders
    if not mark:
        return State.SUA_TAY
    if record is None or mark != record.dau:
        return State.CU
    if shelf.fresh or (paper and _as_recorded(record, paper, shelf.templates)):
        return State.MOI
    return State.CU


def _as_recorded(record: Record, paper: Paper, templates: Templates) -> bool:
    """A newer program alone makes no document old; its template and its data do."""
    template, _ = templates.template(paper.mau, paper.shape)
    if template is None or template.digest != record.mau:
        return False
    return data_digest(paper.build()) == record.du_lieu


def serves(document: Built, path: DataPath, ai: str, nam: DonViNam) -> bool:
    """Say whether a document of the unit is about what is asked for.

    Args:
        document: a document of the plan.
        path: whom or what a document is asked for.
        ai: their name; empty for the unit, which every document of it serves.
        nam: the unit's year.

    Returns:
        A gợi ý serves those it names; papers of the whole unit serve everybody in it.
    """
    if path[0] == "don_vi":
        return True
    match document.path:
        case (str(kind), *_) if kind in _ABOUT_ONE:
            return document.path[:2] == path
        case ("goi_y", int(index)):
            letter = nam.goi_y[index]
            return any(_means(each.ten, ai) for each in (*letter.tap_the, *letter.ca_nhan))
        case ("xep_loai_lai", int(index)):
            return _means(nam.xep_loai_lai[index].doi_tuong, ai)
    return True


def _means(written: str, ai: str) -> bool:
    return same(after(written, "đồng chí") or written, ai)
