"""The forms that came back as they were read last, held against the data as it is now.

What files say is kept until a file changes; what the data says is looked at again whenever its
files are others than before. Nothing of it is asked of the browser.
"""

import datetime as dt
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.desk.campaigns import Open
from generator.desk.lines_beside import Row
from generator.dossier.intake import WAITING, received_files
from generator.model import Dot
from generator.model.unit import DonViNam
from generator.problems import DataPath
from generator.reading.folder_names import CAMPAIGN_FILE, RECEIVED
from generator.reading.load import campaign_of
from generator.reading.units import UnitSource, read_unit, unit_sources
from generator.returned import provenance
from generator.returned.doubts_book import key
from generator.returned.gathering import Asked, Follow, Received
from generator.returned.looking import Look, held_against, looked_at
from generator.returned.proposing import Proposal, asked, written
from generator.returned.reading import Reading

KEPT = "mau-gui-ve"
"""The name under which a campaign keeps what was read."""

Mark = tuple[int, int]
"""Size and time of a file; (-1, 0) of one that is gone."""
Place = tuple[Path, DataPath, Path]
"""The folder of a unit, the path of a value in its data, the file that says something of it."""


@dataclass
class Held:
    """What was read, when, and the files it was read from.

    `files` are the received files and `dot.yaml`; `data` those of each unit by its own file, with
    what was decided; `ever` the places that were asked about since; `others` the units whose
    people, collectives or their posts are others by now, so that their forms must be read again;
    `lines` those of files that were looked into.
    """

    look: Look
    luc: dt.datetime
    files: dict[Path, Mark]
    data: dict[Path, dict[Path, Mark]]
    ever: set[Place] = field(default_factory=set)
    others: set[Path] = field(default_factory=set)
    is_old: bool = False
    lines: dict[Path, tuple[Row, ...] | str] = field(default_factory=dict, repr=False)
    lock: threading.RLock = field(default_factory=threading.RLock, repr=False)

    def __post_init__(self) -> None:
        self.note()

    def note(self) -> None:
        """Remember what is asked about now."""
        self.ever |= {place_of(each) for each in asked(self.look.proposals)}

    @property
    def asked(self) -> list[Proposal]:
        """What a clerk must look at."""
        return asked(self.look.proposals)

    @property
    def sure(self) -> list[Proposal]:
        """What is written without asking."""
        return written(self.look.proposals)

    @property
    def refused(self) -> list[Reading]:
        """The files that were not read, with the reason."""
        return [each for each in self.look.readings if each.tu_choi]


def place_of(one: Proposal) -> Place:
    """Return where a value belongs and where it was read."""
    return one.thu_muc, one.value.path, one.doc.tep


def read(folder: Path, dot: Dot, jobs: int, follow: Follow) -> Held:
    """Read all forms of a campaign.

    Args:
        folder: its folder.
        dot: its `dot.yaml`.
        jobs: processes that read.
        follow: is told how far it is.
    """
    files = _received(folder)  # before it is read: what changes meanwhile must be noticed
    data = {each.file: _data(each) for each in unit_sources(folder)}
    look = looked_at(folder, dot, Asked(jobs=jobs, follow=follow))
    for each in look.received:
        data[each.unit.file] |= _decided(each)
    return Held(look, dt.datetime.now().astimezone(), files, data)


def current(opened: Open) -> Held | None:
    """Return what was read last, held against the data of now; None if nothing was read.

    Values of a file that changed are gone from it, and `is_old` says that something is to be read
    again.
    """
    held: Held | None = opened.kept.get(KEPT)
    if held is None:
        return None
    with held.lock:
        return _renewed(opened.folder, held)


def _renewed(folder: Path, held: Held) -> Held:
    now = _received(folder)
    gone = {each for each, mark in held.files.items() if now.get(each) != mark}
    sources = {each.file: each for each in unit_sources(folder)}
    received: list[Received] = []
    proposals: dict[Path, list[Proposal]] = {}
    for each in held.look.proposals:
        proposals.setdefault(each.thu_muc, []).append(each)
    for unit in held.look.received:
        fresh, found = _of_unit(folder, unit, proposals.get(unit.thu_muc, []), held, sources)
        received.append(fresh)
        proposals[unit.thu_muc] = [one for one in found if one.doc.tep not in gone]
    every = tuple(one for unit in received for one in proposals[unit.thu_muc])
    for path in gone:
        held.lines.pop(path, None)
    held.look = replace(held.look, received=tuple(received), proposals=every)
    held.is_old = now != held.files or bool(held.others)
    held.note()
    return held


def _of_unit(
    folder: Path, unit: Received, known: list[Proposal], held: Held, sources: dict[Path, UnitSource]
) -> tuple[Received, list[Proposal]]:
    """Return a unit as its data is now, and what its forms say against that."""
    source = sources.get(unit.unit.file)
    marks = (_data(source) if source else {}) | _decided(unit)
    if marks == held.data.get(unit.unit.file):
        return unit, known
    held.data[unit.unit.file] = marks
    dot = campaign_of(folder)
    now, _ = read_unit(source, dot) if source and dot else (None, [])
    if now is None or _posts(now.data) != _posts(unit.unit.data):
        held.others.add(unit.thu_muc)
        return unit, []
    fresh = Received(now, unit.thu_muc, unit.readings)
    return fresh, held_against(fresh) if unit.thu_muc not in held.others else []


_TOLD = {"ten", "ho_ten", "ngay_sinh", "vai_tro", "cong_chuc", "khoi_co_quan", "dang_vien",
         "dung_dau", "dac_diem"}  # fmt: skip
"""By what a subject is known and gets its form: if it changes, the forms are others."""


def _posts(data: DonViNam) -> list[object]:
    subjects = (*data.ca_nhan, *data.tap_the, *data.hoi_nghi)
    return [each.model_dump(include=_TOLD) for each in subjects]


def by_key(opened: Open, held: Held, wanted: str) -> Proposal | None:
    """Return a value that was asked about by its key; None if it is another by now."""
    open_to_answer = (each for each in held.look.proposals if each.ket in {"hoi", "da_bo_qua"})
    return next((each for each in open_to_answer if key(opened.folder, each) == wanted), None)


def _received(folder: Path) -> dict[Path, Mark]:
    home = folder / RECEIVED
    files, _ = received_files(home)
    of_units = [
        each for each in files if each.relative_to(home).parts[0] not in {WAITING, each.name}
    ]
    return _marks([*of_units, folder / CAMPAIGN_FILE])


def _data(source: UnitSource) -> dict[Path, Mark]:
    return _marks((source.file, *source.persons()))


def _decided(unit: Received) -> dict[Path, Mark]:
    """Return the mark of what a clerk decided about the forms of a unit."""
    return _marks([unit.thu_muc / provenance.NAME])


def _marks(files: Iterable[Path]) -> dict[Path, Mark]:
    return {each: _mark(each) for each in files}


def _mark(path: Path) -> Mark:
    try:
        told = path.stat()
    except OSError:
        return -1, 0
    return told.st_size, told.st_mtime_ns
