"""A campaign at work: opened once, asked many times; each question costs what changed."""

import datetime as dt
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Self

from generator.at_work.board import Board, Changed, Row, UnitName, row_of
from generator.at_work.ground import Ground, Grounds, unit_versions
from generator.at_work.kept import KEPT, Kept, Stopped, never
from generator.at_work.left import Left
from generator.at_work.letters import Letters, letter_made, letters_at_work
from generator.at_work.making import blank_of, document_of
from generator.at_work.seen import Seen, Versions
from generator.at_work.unit import Eyes, Opened, UnitSeen, now, opened_unit
from generator.building.folders import BuildRequest, Folder
from generator.dossier import state
from generator.dossier.check import (
    CheckRequest,
    Step,
    checked_against,
    look,
    nobody,
    over_units,
    unit_place,
)
from generator.dossier.intake import file_marks
from generator.dossier.looking import Case
from generator.dossier.results import UnitResult
from generator.dossier.unit_check import Standard
from generator.files.database import transaction
from generator.problems import Place, Problem, problem


class AtWork:
    """A campaign that is open.

    Files are the truth: before each answer the times of the files that it rests on are looked at,
    and what changed is read again, whoever changed it. Not for several threads at once.
    """

    def __init__(self, request: BuildRequest, ngay: dt.date, jobs: int = 0) -> None:
        """Open a campaign.

        Args:
            request: its folder and its output folder.
            ngay: the date as of which dossiers are judged.
            jobs: processes that judge units and open received files; 0 for this one alone.
        """
        self._question = CheckRequest(request, ngay, jobs)
        self._seen = Seen()
        self._grounds = Grounds(self._question, self._seen)
        self._left = Left(request.root, self._seen)
        self._epoch = 0
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._rows: dict[str, tuple[Versions, Row]] = {}
        self._board: tuple[Ground, Board] | None = None
        self._memory = state.in_memory()
        self._known = self._memory.__enter__()
        with suppress(OSError), state.looked_at(request.root) as stored:
            stored.backup(self._known)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the campaign."""
        self._memory.__exit__(None, None, None)

    @property
    def root(self) -> Path:
        """The output folder."""
        return self._question.request.root

    def problems(self) -> tuple[Problem, ...]:
        """Return the problems of `dot.yaml`, of the checklist and of the campaign's folder."""
        return self._current(self._grounds.now(whole=True)).problems

    def units(self) -> tuple[UnitName, ...]:
        """Return the units in the order of the campaign."""
        ground = self._current(self._grounds.now(whole=True))
        return tuple(UnitName(each.ma, each.ten, each.name) for each in ground.units.values())

    def unit(self, thu_muc: str) -> UnitSeen | None:
        """Return how a unit stands; None if the campaign has none of this folder name."""
        try:
            kept = self._unit(thu_muc)
        except BlockingIOError:
            folder = self._current(self._grounds.now()).units[thu_muc]
            told = (self._running(),)
            return UnitSeen(folder.ma, folder.ten, thu_muc, told, (), None, now())
        return kept.seen if kept else None

    def case(self, thu_muc: str) -> Case | None:
        """Return what a file of a unit is held against; None if the unit cannot be read.

        Raises:
            BlockingIOError: a build is running in the output folder.
        """
        kept = self._unit(thu_muc)
        return kept.case() if kept else None

    def remember(self, kept: Mapping[Path, bytes]) -> None:
        """Take over what received files came to (`looking.Looks.kept`), so none is opened again."""
        file_marks(self._known, kept)
        with transaction(self._known):
            state.keep_all(self._known, kept)

    def unit_of(self, file: Path) -> str | None:
        """Return the folder name of the unit that a data file belongs to; None if to none."""
        return self._current(self._grounds.now()).unit_of(file)

    def document(self, thu_muc: str, khoa: str) -> tuple[bytes | None, list[Problem]]:
        """Return a paper of a unit as it would be made now.

        Args:
            thu_muc: the unit.
            khoa: the paper (`PaperSeen.khoa`).

        Returns:
            The bytes of the `.docx`, or None with the problems that prevent it; KD533 if there is
            no such paper.
        """
        ground = self._current(self._grounds.now())
        try:
            opened = self._unit(thu_muc)
        except BlockingIOError:
            return None, [self._running()]
        work = opened.work if opened else None
        if work is None or ground.standard is None:
            return None, [*(opened.seen.problems if opened else self._not_there(ground, thu_muc))]
        return document_of(work, ground.standard, khoa)

    def blank(
        self, thu_muc: str, form: str, person: int | None = None
    ) -> tuple[bytes | None, list[Problem]]:
        """Return a form of a unit to fill in by hand.

        Args:
            thu_muc: the unit.
            form: the code of the form («02B»).
            person: the index of the person it is for; None for the first subject.

        Returns:
            The bytes of the `.docx`, or None with the problems that prevent it.
        """
        ground = self._current(self._grounds.now())
        folder = ground.units.get(thu_muc)
        if ground.standard is None or folder is None or folder.source is None:
            return None, self._not_there(ground, thu_muc)
        return blank_of(folder.source, ground.standard, form, person)

    def letters(self) -> Letters | None:
        """Return the letters of the campaign; None if `dot.yaml` cannot be used."""
        ground = self._current(self._grounds.now())
        if ground.standard is None:
            return None
        try:
            left = self._left.of("").records
        except BlockingIOError:
            return Letters((), (self._running(),))
        return letters_at_work(ground.standard, self.root, left)

    def letter(self, khoa: str, text: str | None = None) -> tuple[bytes | None, list[Problem]]:
        """Return a letter (`PaperSeen.khoa`: its data file) as it would be made now.

        Args:
            khoa: the letter.
            text: what its data file is to hold, if not what it holds now.
        """
        ground = self._current(self._grounds.now())
        if ground.standard is None:
            return None, list(ground.problems)
        return letter_made(ground.standard, khoa, text)

    def changed(self) -> Changed:
        """Tell what changed on the disk since the last answers, without reading any data."""
        ground, common = self._grounds.last, self._grounds.has_changed()
        if ground is None:
            return Changed((), common=True)
        try:
            return Changed(tuple(self._differing(ground)), common)
        except BlockingIOError:
            return Changed((), common)  # a build is changing the papers: told when it is through

    def _differing(self, ground: Ground) -> Iterator[str]:
        known = {name: each.versions for name, each in self._kept.items()}
        known |= {name: each for name, (each, _) in self._rows.items()}
        for name, each in known.items():
            if name not in ground.units or self._versions(ground, name) != each:
                yield name

    def board(
        self, follow: Callable[[Step], None] = nobody, stop: Callable[[], bool] = never
    ) -> Board:
        """Return where every unit stands.

        Args:
            follow: is told how many of the units that changed are done.
            stop: asked after each unit; if true, the others stay as they are (`Board.con_lai`).
        """
        ground = self._current(self._grounds.now(whole=True))
        if ground.standard is None:
            return Board(None, (), ground.problems)
        try:
            return self._looked(ground, ground.standard, follow, stop)
        except BlockingIOError:
            return Board(None, (), (self._running(),))

    def results(self) -> tuple[UnitResult, ...]:
        """Return the verdicts on the units as the last board showed them."""
        found = (state.result(self._known, name) for name in self._rows)
        return tuple(each for each in found if each)

    def _looked(
        self,
        ground: Ground,
        standard: Standard,
        follow: Callable[[Step], None],
        stop: Callable[[], bool],
    ) -> Board:
        now_there = {name: self._versions(ground, name) for name in ground.units}
        stale = [each for each in ground.units.values() if self._is_stale(each, now_there)]
        gone = self._rows.keys() - now_there.keys()
        if self._board and self._board[0] is ground and not (stale or gone):
            return self._board[1]
        for name in gone:
            del self._rows[name]
        done = self._judge(ground, stale, now_there, follow, stop)
        rows = tuple(self._rows[name][1] for name in now_there if name in self._rows)
        left = len(stale) - len(done)
        problems = ground.problems
        if not left:
            problems += tuple(over_units(standard, list(ground.units.values()), self._known))
        board = Board(checked_against(standard, problems), rows, problems, left)
        self._board = None if left else (ground, board)
        return board

    def _is_stale(self, folder: Folder, now_there: dict[str, Versions]) -> bool:
        known = self._rows.get(folder.name)
        return known is None or known[0] != now_there[folder.name]

    def _judge(
        self,
        ground: Ground,
        stale: list[Folder],
        now_there: dict[str, Versions],
        follow: Callable[[Step], None],
        stop: Callable[[], bool],
    ) -> set[str]:
        """Judge units that changed; return the folder names of those that are done."""
        started = now()
        done: set[str] = set()

        def watch(step: Step) -> None:
            done.update(filter(None, [step.thu_muc]))
            follow(step)
            if stop():
                raise Stopped

        if not stale or ground.standard is None:
            return done
        with suppress(Stopped):
            look(replace(self._question, follow=watch), ground.standard, stale, self._known)
            done = {each.name for each in stale}
        for name in done:
            result = state.result(self._known, name)
            if result is not None:
                self._rows[name] = now_there[name], row_of(result, started)
        with suppress(OSError), state.opened(self.root) as stored:
            # A clerk who checks from the command line finds what was judged here, and the reverse.
            self._known.backup(stored)
        return done

    def _not_there(self, ground: Ground, thu_muc: str) -> list[Problem]:
        """Say why a unit is not there: the campaign cannot be used, or it has none of this name."""
        if ground.standard is None:
            return list(ground.problems)
        place = Place(file=self._question.request.campaign.as_posix())
        return [problem("KD724", place, ten=thu_muc)]

    def _running(self) -> Problem:
        return problem("KD509", Place(file=self.root.as_posix()))

    def _unit(self, thu_muc: str) -> Opened | None:
        """Return a unit, judged anew if one of its files changed.

        Raises:
            BlockingIOError: a build is running in the output folder.
        """
        ground = self._current(self._grounds.of_unit(thu_muc))
        folder = ground.units.get(thu_muc)
        if folder is None or ground.standard is None:
            return None
        versions = self._versions(ground, thu_muc)
        kept = self._kept.get(thu_muc)
        if kept and kept.versions == versions:
            self._kept.move_to_end(thu_muc)
            return kept.opened
        eyes = kept.eyes if kept else Eyes(self._seen)
        before = self._left.of(thu_muc)
        place, _ = unit_place(self._question.request, folder, before, ground.shared)
        memory = file_marks(self._known, place.files)
        opened = opened_unit(ground.standard, place, eyes, memory, max(1, self._question.jobs))
        outcome = opened.outcome
        with transaction(self._known):
            # Without a mark: a check of the command line reads every byte before it believes this.
            state.save_unit(self._known, thu_muc, "", outcome.result, outcome.members)
            state.keep_all(self._known, outcome.kept)
        known = self._rows.get(thu_muc)
        if known is None or known[0] != versions:
            self._board = None
        self._rows[thu_muc] = versions, row_of(outcome.result, opened.seen.doc_luc)
        self._kept[thu_muc] = Kept(versions, eyes, opened)
        self._kept.move_to_end(thu_muc)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return opened

    def _current(self, ground: Ground) -> Ground:
        """Return a ground; what rested on another one is forgotten."""
        if self._epoch != self._grounds.epoch:
            self._epoch = self._grounds.epoch
            self._kept.clear()
            self._rows.clear()
        return ground

    def _versions(self, ground: Ground, thu_muc: str) -> Versions:
        """Look at everything that the answer on a unit depends on, besides the ground.

        Raises:
            BlockingIOError: a build is running in the output folder.
        """
        found = unit_versions(self._seen, self._question, ground.units[thu_muc])
        return (*found, ("", self._left.of(thu_muc, ground.units).key))
