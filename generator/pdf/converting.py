"""Turns Word files into PDF files by LibreOffice: many in one call, several calls at once.

LibreOffice takes the files of a call one after the other, so the first one that is missing is the
one at which a call hung or died: it is tried once more alone, the rest without it.
"""

import enum
import time
from collections import deque
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import count, islice
from pathlib import Path

from generator.files.atomic import create
from generator.files.digests import LARGEST
from generator.files.scratch import clear
from generator.opening.regular import opened, whole
from generator.opening.undisturbed import undisturbed
from generator.pdf import office
from generator.pdf.office import Call

BATCH = 96
"""Files of one call; its start costs as much as some ten files, and one takes no more than 250."""

SECONDS = 90.0
"""How long one file may take, the start of LibreOffice included."""

_FEW = 10
"""Fewer files are not worth a second start."""

_TICK = 0.05
_SOME = 8
_GIVEN_UP = 3
_OUT = "ra"
_DIGEST = 16


class Lost(enum.Enum):
    """Why there is no PDF of a file."""

    QUA_LAU = "quá {giay} giây chưa xong"
    TU_TAT = "LibreOffice tự tắt giữa chừng"
    KHONG_RA = "LibreOffice không đọc được tệp"
    KHONG_MO = "không mở được tệp Word"
    HONG = "tệp PDF làm ra không đọc được"
    BAN_GOC = "văn bản được sao không chuyển được sang PDF"


class OfficeFailsError(Exception):
    """LibreOffice cannot be started, or gave nothing of the first files at all."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What a file came to.

    `bam` is the digest of the bytes that were converted, `word` a copy of them, `pdf` the result;
    `lost` says why there is none. Both files last until the next is asked for.
    """

    file: Path
    bam: bytes
    word: Path | None = None
    pdf: Path | None = None
    lost: Lost | None = None


@dataclass(slots=True)
class _Running:
    """A call, its lane, its folder, the files not yet done by their names there.

    `since` is when the last PDF was there (monotonic time), `number` how many files it began with.
    """

    call: Call
    lane: int
    folder: Path
    files: dict[str, tuple[Path, bytes]]
    since: float
    number: int
    there: int = 0


@dataclass(slots=True)
class _Lanes:
    """What all calls share; `fresh` numbers folders, `profiles` those of the settings by lane."""

    office: Path
    home: Path
    seconds: float
    fresh: "count[int]" = field(default_factory=count)
    profiles: dict[int, Path] = field(default_factory=dict)


def digest(data: bytes) -> bytes:
    """Return the digest by which a Word file is recognised."""
    return blake2b(data, digest_size=_DIGEST).digest()


def converted(
    files: Sequence[Path], command: Path, home: Path, jobs: int = 2, seconds: float = SECONDS
) -> Generator[list[Converted], None, None]:
    """Convert files and yield them as they are done, some at a time.

    Args:
        files: Word files; what they are called and where they are does not matter to LibreOffice,
            which gets copies.
        command: that of LibreOffice.
        home: an empty folder for copies, results and settings.
        jobs: how many calls at once.
        seconds: how long one file may take.

    Raises:
        OfficeFailsError: LibreOffice cannot be started or gives nothing.
        OSError: the disk refuses what is put into `home`.
    """
    size = min(BATCH, max(_FEW, -(-len(files) // jobs)))
    rest = iter(files)
    waiting = deque(iter(lambda: list(islice(rest, size)), []))
    lanes = _Lanes(command, home, seconds)
    free = deque(range(jobs))
    running: list[_Running] = []
    made = False
    held: list[Converted] = []
    try:
        while waiting or running:
            done = _fill(lanes, waiting, free, running)
            over = [each for each in running if _is_over(each, seconds)]
            for each in running:
                done += _ready(each, least=1 if each in over else _SOME)
            for each in over:
                running.remove(each)
                free.append(each.lane)
                done += _ended(lanes, each, waiting)
            made = made or any(one.pdf for one in done)
            held += [one for one in done if one.lost]
            # Until one file is done, it may be LibreOffice that is to blame, and not the files.
            if not made and len(held) >= _GIVEN_UP:
                raise OfficeFailsError(len(held))
            done = [one for one in done if one.pdf]
            if made or not (waiting or running):
                done += held
                held = []
            if over:  # the lanes work on while what is done is looked at
                done += _fill(lanes, waiting, free, running)
            if done:
                yield done
            elif running:
                time.sleep(_TICK)
            for each in over:
                clear(each.folder)
    finally:
        for each in running:
            office.end(each.call)


def _fill(
    lanes: _Lanes, waiting: deque[list[Path]], free: deque[int], running: list[_Running]
) -> list[Converted]:
    """Start calls in the free lanes; return the files that could not be read for one."""
    unread: list[Converted] = []
    while waiting and free:
        folder = lanes.home / f"{next(lanes.fresh)}"
        (folder / _OUT).mkdir(parents=True)
        files: dict[str, tuple[Path, bytes]] = {}
        for number, file in enumerate(waiting.popleft(), 1):
            try:
                data = whole(file, LARGEST)
            except OSError:
                unread.append(Converted(file, b"", lost=Lost.KHONG_MO))
                continue
            create(folder / f"{number}.docx", data)
            files[f"{number}"] = (file, digest(data))
        if files:
            _start(lanes, free.popleft(), folder, files, running)
    return unread


def _start(
    lanes: _Lanes,
    lane: int,
    folder: Path,
    files: dict[str, tuple[Path, bytes]],
    running: list[_Running],
) -> None:
    profile = lanes.profiles.setdefault(lane, lanes.home / f"ho-so-{next(lanes.fresh)}")
    names = [f"{name}.docx" for name in files]
    try:
        with undisturbed():
            call = office.begun(lanes.office, profile, folder, names, _OUT)
            # Whoever stops the run from here on finds it among those to be ended.
            running.append(_Running(call, lane, folder, files, time.monotonic(), len(files)))
    except OSError as error:
        raise OfficeFailsError(str(error)) from error


def _is_over(each: _Running, seconds: float) -> bool:
    if each.call.poll() is not None:
        return True
    there = sum(1 for _ in (each.folder / _OUT).glob("*.pdf"))
    if there != each.there:
        each.there, each.since = there, time.monotonic()
    return time.monotonic() - each.since > seconds


def _ready(each: _Running, least: int) -> list[Converted]:
    """Take the files that are done out of a call; of one that runs, the newest may be half written.

    Fewer than `least` are left for later.
    """
    out = each.folder / _OUT
    there = [name for name in each.files if (out / f"{name}.pdf").exists()]
    if each.call.returncode is None:
        there = there[:-1]
    if len(there) < least:
        return []
    return [
        Converted(*each.files.pop(name), each.folder / f"{name}.docx", out / f"{name}.pdf")
        for name in there
        if is_whole(out / f"{name}.pdf")
    ]


def _ended(lanes: _Lanes, each: _Running, waiting: deque[list[Path]]) -> list[Converted]:
    """Settle a call that is over: what it has not done waits again, or is lost if it was alone."""
    status = each.call.poll()
    if status != 0:
        office.end(each.call)
        # Whatever hung or died may have left its settings locked or broken.
        lanes.profiles.pop(each.lane, None)
    missing = list(each.files.values())
    if each.number == 1 and missing:
        why = Lost.QUA_LAU if status is None else Lost.TU_TAT if status else Lost.KHONG_RA
        return [Converted(*missing[0], lost=why)]
    if missing:
        if missing[1:]:
            waiting.appendleft([file for file, _ in missing[1:]])
        waiting.appendleft([missing[0][0]])
    return []


def is_whole(pdf: Path) -> bool:
    """Return whether a PDF was written to its end."""
    try:
        with opened(pdf) as file:
            begin = file.read(5)
            file.seek(max(0, pdf.stat().st_size - 64))
            return begin == b"%PDF-" and b"%%EOF" in file.read()
    except OSError:
        return False
