"""Takes files that come in piece by piece: whole under a name of their own, or not there at all.

What is there already is never replaced: the same bytes are told, another file of the name is put
beside it.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.files.atomic import drop, flush, flush_folder, sweep, temporary_name
from generator.files.file_names import file_names, safe_name
from generator.opening import regular

if TYPE_CHECKING:
    from io import BufferedWriter

_HOUR = 3600.0


class Settled(NamedTuple):
    """Where a file lies; `moi` is False if the same bytes lay there already."""

    tep: Path
    moi: bool


class Incoming:
    """A file that is coming in, under a temporary name. `co` are its bytes so far.

    From the first byte above `most` on nothing more is kept: `qua_lon`.
    """

    def __init__(self, folder: Path, most: int) -> None:
        """Begin a file.

        Args:
            folder: where it is kept while it comes; made if it is missing.
            most: bytes that it may have.

        Raises:
            OSError: the system refused.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self.path = temporary_name(folder / "-")
        self.co = 0
        self.qua_lon = False
        self._most = most
        self._file: BufferedWriter | None = self.path.open("xb")

    def add(self, data: bytes) -> None:
        """Take the next piece.

        Raises:
            OSError: the system refused; the file is dropped.
        """
        self.co += len(data)
        if self.co > self._most:
            self.qua_lon = True
            self.dropped()
        elif self._file:
            try:
                self._file.write(data)
            except OSError:
                self.dropped()
                raise

    def ended(self) -> None:
        """Close the file, on the disk.

        Raises:
            OSError: the system refused; the file is dropped.
        """
        file, self._file = self._file, None
        if file:
            try:
                file.close()
                flush([self.path])
            except OSError:
                drop(self.path)
                raise

    def dropped(self) -> None:
        """Forget the file."""
        file, self._file = self._file, None
        with suppress(OSError):
            if file:
                file.close()
        drop(self.path)


def settle(file: Path, folder: Path, name: str, among: Iterable[Path] = ()) -> Settled:
    """Give a file its place in a folder; it is gone from where it was.

    Args:
        file: the file, on the same drive.
        folder: where it goes; made if it is missing.
        name: what it is called, as its sender wrote it; the rules of names are kept.
        among: other files that may be the same.

    Returns:
        Where it lies, or where the same bytes lay before; the second file is dropped.

    Raises:
        OSError: the system refused; the file is where it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    there = [each for each in sorted(folder.iterdir()) if each != file]
    same = next(_same(file, (*there, *among)), None)
    if same is not None:
        drop(file)
        return Settled(same, moi=False)
    wanted = safe_name(name)
    stem, ending = Path(wanted).stem, Path(wanted).suffix
    taken = [each.name for each in there]
    while True:
        chosen = next(file_names([stem], others=taken, ending=ending))
        try:
            _named(file, folder / chosen)
        except FileExistsError:  # came at this very moment
            taken.append(chosen)
            continue
        flush_folder(folder)
        return Settled(folder / chosen, moi=True)


def swept(folder: Path) -> None:
    """Delete what a killed run left of files that were coming in; younger ones may still come."""
    sweep(folder, _HOUR)


def _named(file: Path, goal: Path) -> None:
    """Give a file a name that no file has.

    Raises:
        FileExistsError: one has it.
        OSError: the system refused.
    """
    try:
        goal.hardlink_to(file)
    except FileExistsError:
        raise
    except OSError as error:  # a drive without links: Windows itself refuses to replace
        if os.path.lexists(goal):
            raise FileExistsError(goal) from error
        file.rename(goal)
    else:
        drop(file)


def _same(file: Path, others: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that hold the same bytes."""
    size, mark = file.stat().st_size, b""
    for each in others:
        with suppress(OSError):  # what cannot be read is another file
            if each.is_symlink() or not each.is_file() or each.stat().st_size != size:
                continue
            mark = mark or _digest(file)
            if _digest(each) == mark:
                yield each


def _digest(file: Path) -> bytes:
    with regular.opened(file) as data:
        return hashlib.file_digest(data, "sha256").digest()
