"""Makes change sets: every file whole, all of them or none, also after a crash; takes them back.

The order survives a crash at any point: the journal holds the bytes before and after, then the
files are replaced one by one, then the journal says that they are.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from generator.editing import JOURNAL, journal
from generator.editing.changes import REGISTER, Change, ChangeSet, FileChange, Nguon, Origin
from generator.editing.data_file import Snapshot, both_versions, snapshot
from generator.editing.journal import BACK, DONE, Entry
from generator.files.atomic import failure, put, sweep
from generator.files.locks import Locking, locking
from generator.files.real_path import real_path
from generator.problems import Place, Problem, problem
from generator.problems.text import some

UNDO: Nguon = "hoan-tac"
_OLD = 3600.0
"""Seconds after which a temporary file in a folder of data was left by a killed process."""

_UNSAFE = (Locking.KHONG, Locking.VO_HIEU)


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a change set: its number in the journal, None if nothing was written."""

    so: int | None
    problems: tuple[Problem, ...] = ()


def applied(campaign: Path, changes: ChangeSet) -> Applied:
    """Write a change set.

    Args:
        campaign: the campaign folder, whose journal tells of it.
        changes: what to write; its files are in the folder.

    Returns:
        The number by which it can be undone; or None and why nothing was written: KD621 for each
        file that is not as it was when the changes were decided, with both versions; KD576 (another
        process is writing); KD578 (a drive that keeps nobody out); the problem of an `OSError`.
        What a killed process had left unfinished is told first (KD574, KD575).
    """
    if not changes.files:
        return Applied(None)
    return _with_journal(campaign, lambda opened: _apply(opened, campaign, changes))


def undone(campaign: Path, so: int | None = None) -> Applied:
    """Take back a change set, unless one of its files was changed since.

    Args:
        campaign: the campaign folder.
        so: its number in the journal; None for the latest that is not taken back.

    Returns:
        As `applied`; KD577 if there is no such entry, or it is too old to be taken back; KD581 if
        the register of outgoing documents wrote it.
    """
    place = Place(file=campaign.as_posix())
    if not (campaign / JOURNAL).is_file():
        return Applied(None, (problem("KD577", place, so=so or "nào"),))

    def take_back(opened: Connection) -> Applied:
        number = so if so is not None else _latest(opened, campaign)
        files = journal.files_of(opened, campaign, number) if number else []
        if number is None or not files:
            return Applied(None, (problem("KD577", place, so=number or "nào"),))
        (entry,) = (each for each in _undoable(opened, campaign) if each.so == number)
        if any(each.tu == REGISTER for each in entry.changes):
            return Applied(None, (problem("KD581", place, so=number),))
        back = ChangeSet(
            tuple(FileChange(each.tep, each.sau, each.truoc) for each in reversed(files)),
            tuple(
                Change(each.tep, each.path, each.sau, each.truoc, Origin(UNDO, f"số {number}"))
                for each in reversed(entry.changes)
            ),
        )
        done = _apply(opened, campaign, back)
        if done.so is not None:
            journal.settle(opened, number, BACK)
        return done

    return _with_journal(campaign, take_back)


def recovered(campaign: Path) -> list[Problem]:
    """Finish or take back what a killed process left unfinished, and tell which.

    Returns:
        KD574 for what was finished, KD575 for what was taken back because a file was changed by
        somebody else since. Nothing while another process is writing.
    """
    if not (campaign / JOURNAL).is_file():
        return []
    try:
        with journal.opened(campaign, journal.BRIEF) as opened:
            return list(_recovered(opened, campaign))
    except BlockingIOError:
        return []
    except OSError as error:
        return [failure(error, Place(file=campaign.as_posix()))]


def history(campaign: Path) -> list[Entry]:
    """Return the latest entries of the journal, the newest first.

    Raises:
        BlockingIOError: another process is writing.
        OSError: the journal cannot be opened.
    """
    if not (campaign / JOURNAL).is_file():
        return []
    with journal.opened(campaign) as opened:
        return journal.entries(opened, campaign)


def _with_journal(campaign: Path, act: Callable[[Connection], Applied]) -> Applied:
    place = Place(file=campaign.as_posix())
    if (locks := locking(real_path(campaign))) in _UNSAFE:
        return Applied(None, (problem("KD578", place, vi_sao=locks.value),))
    try:
        with journal.opened(campaign) as opened:
            before = tuple(_recovered(opened, campaign))
            done = act(opened)
            return Applied(done.so, (*before, *done.problems))
    except BlockingIOError:
        return Applied(None, (problem("KD576", place),))
    except OSError as error:
        return Applied(None, (failure(error, place),))


def _apply(opened: Connection, campaign: Path, changes: ChangeSet) -> Applied:
    found = [each for file in changes.files if (each := _hindrance(file))]
    if found:
        return Applied(None, tuple(found))
    kept = all(journal.is_inside(campaign, file.tep) for file in changes.files)
    number = journal.begin(opened, campaign, changes, _now(), kept=kept)
    written: list[FileChange] = []
    for file in changes.files:
        try:
            put(file.tep, file.sau)
        except OSError as error:
            _back(written)
            journal.settle(opened, number, BACK)
            return Applied(None, (failure(error, Place(file=file.tep.as_posix())),))
        written.append(file)
    journal.settle(opened, number, DONE)
    for folder in {campaign, *(file.tep.parent for file in changes.files)}:
        sweep(folder, _OLD)
    place = Place(file=changes.files[0].tep.as_posix())
    return Applied(number, () if kept else (problem("KD580", place),))


def _hindrance(file: FileChange) -> Problem | None:
    """Return why a file may not be written: it is not as it was when the changes were decided."""
    place = Place(file=file.tep.as_posix())
    try:
        now = _now_there(file.tep)
    except OSError as error:
        return failure(error, place)
    if now == file.truoc:
        return None
    both = both_versions(Snapshot(file.tep, file.truoc or b""), Snapshot(file.tep, now or b""))
    return problem("KD621", place, hai_ban=both)


def _recovered(opened: Connection, campaign: Path) -> Iterator[Problem]:
    for number, files in journal.unfinished(opened, campaign):
        try:
            there = [_now_there(file.tep) for file in files]
            known = all(now in (f.truoc, f.sau) for now, f in zip(there, files, strict=True))
            if files and known:
                for now, file in zip(there, files, strict=True):
                    if now != file.sau:
                        put(file.tep, file.sau)
            else:
                _back([f for now, f in zip(there, files, strict=True) if now == f.sau])
        except OSError as error:
            yield failure(error, Place(file=campaign.as_posix()))
            continue
        finished = bool(files) and known
        journal.settle(opened, number, DONE if finished else BACK)
        names = some([each.tep.name for each in files]) or "?"
        code = "KD574" if finished else "KD575"
        yield problem(code, Place(file=campaign.as_posix()), so=number, ten=names)


def _back(files: Iterable[FileChange]) -> None:
    for file in files:
        put(file.tep, file.truoc)


def _now_there(path: Path) -> bytes | None:
    try:
        return snapshot(path).data
    except (FileNotFoundError, NotADirectoryError):
        return None


def _latest(opened: Connection, campaign: Path) -> int | None:
    """Return the latest entry that can be taken back: not an undo, not taken back itself."""
    return next(
        (
            each.so
            for each in _undoable(opened, campaign)
            if each.trang_thai == DONE and not _is_undo(each)
        ),
        None,
    )


def _undoable(opened: Connection, campaign: Path) -> list[Entry]:
    """Return the entries whose bytes are kept, the newest first."""
    return journal.entries(opened, campaign, journal.KEPT)


def _is_undo(entry: Entry) -> bool:
    return any(each.tu.nguon == UNDO for each in entry.changes)


def _now() -> str:
    return dt.datetime.now().astimezone().isoformat(timespec="seconds")
