"""The campaigns of a desk: which there are, the one place where each is asked, what runs beside."""

import datetime as dt
import hashlib
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from generator.api import AtWork, Board, BuildRequest
from generator.desk import presence, recent
from generator.files.real_path import real_path
from generator.problems import Problem
from generator.reading.folder_files import is_data_name
from generator.reading.folder_names import CAMPAIGN_FILE, output_folder
from generator.reading.places import campaign_folders

if TYPE_CHECKING:
    from generator.desk.jobs import Job

Answer = TypeVar("Answer")
_LATELY = dt.timedelta(minutes=1)
"""Within it a campaign that is looked at again was not opened again."""


BUILDING = "KD509"
"""The problem of a question while a build is running."""


def is_building(problems: Iterable[Problem]) -> bool:
    """Return whether a question could not be answered because a build is running."""
    return any(each.code == BUILDING for each in problems)


def today() -> dt.date:
    """Return the day it is on this machine."""
    return dt.datetime.now().astimezone().date()


class Open:
    """A campaign of the desk.

    Every question to the campaign at work is answered on one thread, which keeps the order of
    questions and lets no two of them meet. `told` is said on the next page, `kept` what pages
    remember until the desk is closed, `at_end` what is done then.
    """

    def __init__(self, ma: str, folder: Path, root: Path, day: Callable[[], dt.date]) -> None:
        """Take a campaign; nothing is read before it is asked for.

        Args:
            ma: its name in addresses.
            folder: its folder.
            root: its output folder.
            day: tells the day as of which it is judged.
        """
        self.ma, self.folder, self.root, self.day = ma, folder, root, day
        self.request = BuildRequest(folder, root)
        self.board: Board | None = None
        self._present: tuple[dt.datetime, dt.datetime] | None = None
        self._noted: tuple[Board, dt.datetime] | None = None
        self.told: list[str] = []
        self.kept: dict[str, Any] = {}
        self.job: Job | None = None
        self.at_end: list[Callable[[], None]] = []
        self._line = ThreadPoolExecutor(1, thread_name_prefix=f"dot-{ma}")
        self._waiting = 0
        self._work: AtWork | None = None
        self._day: dt.date | None = None

    def ask(self, question: Callable[[AtWork], Answer]) -> Answer:
        """Return what a question to the campaign at work comes to."""
        self._waiting += 1
        try:
            return self._line.submit(self._answered, question).result()
        finally:
            self._waiting -= 1

    def look(self) -> Board:
        """Return where every unit stands; a look that is long gives way to other questions."""
        board = self.ask(lambda work: work.board(stop=lambda: self._waiting > 1))
        if board.dot is not None and not board.con_lai:
            self.board = board
            self._remember(board)
        return board

    def seen(self) -> Board:
        """Return where every unit stands; while a build is running, as it was last."""
        found = self.look()
        return self.board if found.dot is None and self.board is not None else found

    def path(self, name: str) -> Path | None:
        """Return a file of the campaign or of its output by its name in addresses.

        None if the name leads outside of both.
        """
        for home in (self.folder, self.root):
            path = home / name
            try:
                if real_path(path).is_relative_to(real_path(home)) and path.exists():
                    return path
            except (OSError, ValueError):  # a name no file can have
                return None
        return None

    def data_file(self, name: str) -> Path | None:
        """Return a data file of the campaign by its name in addresses; None if it is none."""
        path = self.path(name)
        if path is None or not is_data_name(path.name) or not path.is_file():
            return None
        return path if real_path(path).is_relative_to(real_path(self.folder)) else None

    def name_of(self, file: str | Path) -> str:
        """Return the name in addresses of a file of the campaign; itself if it is of neither.

        A link is named as it lies in the folder, not by where it leads, if anywhere.
        """
        above, name = os.path.split(file)
        for home in (self.folder, self.root):
            path = real_path(above) / name
            if path.is_relative_to(real_path(home)):
                return path.relative_to(real_path(home)).as_posix()
        return Path(file).as_posix()

    def present(self, who: str) -> None:
        """Tell other desks that somebody has the campaign open, now and then."""
        now = dt.datetime.now().astimezone()
        since, last = self._present or (now, None)
        if last is None or now - last >= presence.BEAT:
            self._present = since, now
            presence.say(self.folder, who, since)

    def ended(self) -> None:
        """Stop what runs and close the campaign."""
        if self._present:
            presence.leave(self.folder)
        if self.job:
            self.job.stop()
        for each in self.at_end:
            each()
        self._line.submit(self._closed)
        self._line.shutdown(wait=True)

    def _remember(self, board: Board) -> None:
        """Store what the board says for the list of campaigns, if it says something new."""
        now = dt.datetime.now().astimezone()
        if self._noted and self._noted[0] is board and now - self._noted[1] < _LATELY:
            return
        results = self.ask(lambda work: work.results())
        recent.note(recent.state_of(self.folder, board, results, self.day(), now))
        self._noted = board, now

    def _answered(self, question: Callable[[AtWork], Answer]) -> Answer:
        day = self.day()
        if self._work is None or self._day != day:
            self._closed()
            self._work, self._day = AtWork(self.request, day), day
        return question(self._work)

    def _closed(self) -> None:
        if self._work is not None:
            self._work.__exit__()
            self._work = None


@dataclass
class Desk:
    """A data folder on the desk.

    `out` is the folder of the documents, `day` the day as of which is judged (None: today);
    `heard` is set whenever a window speaks, `close` ends the server.
    """

    data: Path
    out: Path
    chosen_day: dt.date | None = None
    heard: bool = False
    close: Callable[[], None] = field(default=lambda: None, repr=False)
    _open: dict[str, Open] = field(default_factory=dict)
    _elsewhere: list[Path] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def day(self) -> dt.date:
        """Return the day as of which campaigns are judged."""
        return self.chosen_day or today()

    @property
    def place(self) -> Path:
        """The folder in which new campaigns are made: that of the data, or of its only campaign."""
        data = real_path(self.data)
        return data.parent if (data / CAMPAIGN_FILE).exists() else data

    def folders(self) -> Iterator[tuple[str, Path]]:
        """Yield the name in addresses and the folder of every campaign.

        First those of the data folder, then those that were opened from elsewhere, whose names bear
        a mark: what comes into the data folder later changes no address.
        """
        taken: set[str] = set()
        known: set[Path] = set()
        for folder in campaign_folders(self.data):
            name = real_path(folder).name
            if name.startswith(".") or (folder == self.data and not _is_there(folder)):
                continue  # the latter: no campaign at all; in others a misnamed file is told
            if name in taken:
                name += _mark(folder)
            taken.add(name)
            known.add(real_path(folder))
            yield name, folder
        remembered = (Path(each.thu_muc) for each in recent.remembered())
        for folder in dict.fromkeys((*remembered, *self._elsewhere)):
            if folder not in known and _is_there(folder):
                yield folder.name + _mark(folder), folder

    def taken_in(self, folder: Path) -> str:
        """Take a campaign into the list, wherever it is; return its name in addresses."""
        wanted = real_path(folder)
        recent.opened(wanted, dt.datetime.now().astimezone())
        if wanted not in self._elsewhere:
            self._elsewhere.append(wanted)  # for a machine that remembers nothing
        return next(ma for ma, each in self.folders() if real_path(each) == wanted)

    def forget(self, thu_muc: str) -> None:
        """Take a campaign out of the list; its folder is not touched."""
        recent.forget(thu_muc)
        self._elsewhere = [each for each in self._elsewhere if str(each) != thu_muc]

    def campaign(self, ma: str) -> Open | None:
        """Return a campaign by its name in addresses; None if there is none."""
        with self._lock:
            if ma not in self._open:
                folder = dict(self.folders()).get(ma)
                if folder is None:
                    return None
                self._open[ma] = Open(ma, folder, self._root(folder), self.day)
            return self._open[ma]

    def _root(self, folder: Path) -> Path:
        """Return where the documents of a campaign go; of one from elsewhere, beside its data."""
        own = real_path(folder).is_relative_to(real_path(self.data))
        return output_folder(self.out if own else folder.parent / "output", folder)

    def is_working(self) -> bool:
        """Return whether anything is being made."""
        return any(each.job and each.job.running for each in self._open.values())

    def ended(self) -> None:
        """Close every campaign."""
        for each in self._open.values():
            each.ended()


def _is_there(folder: Path) -> bool:
    try:
        return (folder / CAMPAIGN_FILE).is_file()
    except OSError:
        return False


def _mark(folder: Path) -> str:
    return "-" + hashlib.sha256(str(real_path(folder)).encode()).hexdigest()[:6]
