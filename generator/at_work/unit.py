"""One unit of a campaign as it stands: its findings, its papers, the verdicts on its dossier."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator.at_work.papers import PaperSeen, papers_seen
from generator.at_work.seen import Remembered, Seen
from generator.dossier.looking import Case, Memory
from generator.dossier.results import UnitResult
from generator.dossier.unit_check import (
    Evident,
    Outcome,
    Standard,
    UnitPlace,
    built_of,
    case_of,
    judged_unit,
    unread,
)
from generator.engine.archive import is_whole
from generator.opening.pool import crew
from generator.papers.at_work import UnitAtWork, open_unit
from generator.problems import Problem
from generator.reading.acknowledged import acknowledged, unit_scopes
from generator.reading.data_file import ReadResult, read_data
from generator.reading.units import Unit


@dataclass(frozen=True, slots=True)
class UnitSeen:
    """A unit as it stands.

    `problems` are all that is told of it: by reading, forms, rules and dossier, and what its papers
    lack; `result` are the verdicts with their evidence, None while a build is running in the output
    folder. From `doc_luc` on the bytes of its papers were read: that is what the verdicts rest on.
    `unit` is its data, None if it could not be read.
    """

    ma: str
    ten: str
    thu_muc: str
    problems: tuple[Problem, ...]
    papers: tuple[PaperSeen, ...]
    result: UnitResult | None
    doc_luc: dt.datetime
    unit: Unit | None = field(default=None, repr=False)


class Eyes:
    """What is remembered of the files of one unit: the data read, and which papers were whole."""

    def __init__(self, seen: Seen) -> None:
        self._data: Remembered[ReadResult] = Remembered(seen, read_data)
        self._papers: Remembered[tuple[bool, dt.datetime]] = Remembered(seen, _looked)
        self._oldest = dt.datetime.max.replace(tzinfo=dt.UTC)

    def read(self, path: Path, shown: str) -> ReadResult:
        """Read a data file (`papers.at_work.Reader`)."""
        return self._data.of(path, shown)

    def is_whole(self, path: Path) -> bool:
        """Return whether one of our own papers is whole, and note when that was read."""
        whole, when = self._papers.of(path)
        self._oldest = min(self._oldest, when)
        return whole

    def since(self) -> dt.datetime:
        """Return when the first of the papers asked for since the last call was read."""
        oldest, self._oldest = self._oldest, dt.datetime.max.replace(tzinfo=dt.UTC)
        return min(oldest, now())


def now() -> dt.datetime:
    """Return the time, in the zone of this machine."""
    return dt.datetime.now().astimezone()


def _looked(path: Path) -> tuple[bool, dt.datetime]:
    return is_whole(path), now()


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of opening a unit: how it stands, and the unit itself if it could be read.

    `case` makes what a file of the unit is held against.
    """

    seen: UnitSeen
    outcome: Outcome
    work: UnitAtWork | None = field(repr=False)
    case: Callable[[], Case | None] = field(default=lambda: None, repr=False)


def opened_unit(
    standard: Standard, place: UnitPlace, eyes: Eyes, memory: dict[Path, Memory], jobs: int
) -> Opened:
    """Read and judge a unit, looking only at files that changed.

    Args:
        standard: what it is judged against.
        place: its files.
        eyes: what is remembered of them.
        memory: what is known of the received files.
        jobs: processes that open received files.
    """
    work, problems = open_unit(place.source, standard.dot, standard.asking, read=eyes.read)
    if work is None:
        outcome = unread(place, problems)
        return Opened(_seen(outcome.result, eyes, (), ()), outcome, None)
    built = built_of(standard, place, work, eyes.is_whole)
    with crew(jobs) as hands:
        evident = Evident(built, memory, hands, tuple(problems))
        outcome = judged_unit(standard, place, work, evident)
    lacking = acknowledged(work.lacking, unit_scopes(work.unit))
    seen = _seen(outcome.result, eyes, papers_seen(work, built), lacking, work.unit)
    return Opened(seen, outcome, work, partial(case_of, standard, place, work, built))


def _seen(
    result: UnitResult,
    eyes: Eyes,
    papers: Iterable[PaperSeen],
    lacking: Iterable[Problem],
    unit: Unit | None = None,
) -> UnitSeen:
    told = tuple(dict.fromkeys((*result.problems, *lacking)))
    return UnitSeen(
        result.ma, result.ten, result.thu_muc, told, tuple(papers), result, eyes.since(), unit
    )
