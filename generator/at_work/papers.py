"""The papers of a unit as they stand on the disk, under names that outlast edits of the data."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.dossier.built import Built, State
from generator.model.unit import CaNhan, TapThe
from generator.papers.at_work import UnitAtWork
from generator.papers.plan import Planned
from generator.problems import DataPath, Problem
from generator.reading.load import Unit
from generator.wording.compare import fold

OLD = frozenset({State.CU, State.CHUA_TAO, State.HONG})
"""States in which a build makes the paper."""


@dataclass(frozen=True, slots=True)
class PaperSeen:
    """A paper of the plan.

    `khoa` stays the same while kind and subject do, whatever becomes of order, file name and
    content; `muc` is its place in the dossier, `ai` the person or collective it is about (empty for
    the unit), `tep` its file; `sai` are the errors that make it a draft; `soan_duoc` tells whether
    the data suffices to make it; `cho` is where its subject stands in the data of the unit.
    """

    khoa: str
    ma: str
    muc: str
    ten: str
    ai: str
    tep: Path
    state: State
    so_ban: int
    sai: tuple[Problem, ...] = ()
    soan_duoc: bool = True
    cho: DataPath = ()


def papers_seen(work: UnitAtWork, built: Iterable[Built]) -> list[PaperSeen]:
    """Return the papers of a unit in the order of the dossier.

    Args:
        work: the unit, with all its papers.
        built: their states on the disk, in the order of the plan.
    """
    ready = {each.tep for each in work.papers}
    return [
        PaperSeen(
            khoa,
            planned.document.ma,
            planned.muc,
            planned.document.ten,
            _subject(work.unit, planned.document.path),
            document.tep,
            document.state,
            planned.so_ban,
            planned.sai,
            planned.ten_tep in ready,
            planned.document.path,
        )
        for khoa, planned, document in zip(
            keys(work.unit, work.plan), work.plan, built, strict=True
        )
    ]


def made_old(before: Iterable[PaperSeen], after: Iterable[PaperSeen]) -> list[PaperSeen]:
    """Return the papers that a change of the data outdated or made due, as they are after it."""
    known = {each.khoa: each.state for each in before}
    return [each for each in after if each.state in OLD and known.get(each.khoa) not in OLD]


def keys(unit: Unit, plan: Iterable[Planned]) -> list[str]:
    """Return the key of each planned paper: its kind, and whom or which entry it is about.

    A person is known by the name of their own file, else by code, else by name.
    """
    seen: Counter[str] = Counter()
    found = []
    for each in plan:
        key = "/".join(filter(None, (each.document.ma, *_about(unit, each.document.path))))
        seen[key] += 1
        found.append(key if seen[key] == 1 else f"{key}~{seen[key]}")
    return found


def _about(unit: Unit, path: DataPath) -> tuple[str, ...]:
    match path:
        case ("ca_nhan", int(index), *more):
            person = unit.data.ca_nhan[index]
            file = unit.persons.get(index)
            return (file.stem if file else _slug(person.ma or person.ho_ten), *map(str, more))
        case ("tap_the", int(index), *more):
            return (_slug(unit.data.tap_the[index].ten), *map(str, more))
        case ("don_vi", *_):
            return ()
    return tuple(map(str, path))


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", fold(name)).strip("-")


def _subject(unit: Unit, path: DataPath) -> str:
    match path:
        case ("ca_nhan", int(index), *_):
            subject: CaNhan | TapThe = unit.data.ca_nhan[index]
        case ("tap_the", int(index), *_):
            subject = unit.data.tap_the[index]
        case _:
            return ""
    return subject.ho_ten if isinstance(subject, CaNhan) else subject.ten
