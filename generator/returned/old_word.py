"""Turns old Word files (`.doc`, `.rtf`, `.odt`) into ones that can be read, by LibreOffice."""

import contextlib
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.files.atomic import create
from generator.opening import regular
from generator.opening.packed import MAX_FILE
from generator.pdf.office import begun, end, libreoffice

OLD = frozenset({".doc", ".rtf", ".odt"})
NO_OFFICE = "tệp Word kiểu cũ: máy này chưa có LibreOffice để đọc, mở bằng Word rồi lưu thành .docx"
_BEGINNING, _EACH = 60.0, 10.0
"""Seconds that LibreOffice may take to start, and for each file."""


def is_old(path: Path) -> bool:
    """Return whether a file is one of these."""
    return path.suffix.casefold() in OLD


@contextmanager
def modern(files: Sequence[Path]) -> Iterator[dict[Path, Path]]:
    """Make `.docx` files of old ones, for as long as they are needed.

    Args:
        files: the old files; others than ordinary ones, and too large ones, are left out.

    Yields:
        The made file of each; those that LibreOffice could not open are missing, as are all where
        there is none.
    """
    office = libreoffice() if files else None
    if office is None:
        yield {}
        return
    with TemporaryDirectory(prefix="kiemdiem-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        copies = {each: _copied(each, home, number) for number, each in enumerate(files)}
        given = {each: copy for each, copy in copies.items() if copy}
        if given:
            _convert(office, home, [each.name for each in given.values()])
        made = {each: home / "ra" / f"{copy.stem}.docx" for each, copy in given.items()}
        yield {each: path for each, path in made.items() if path.is_file()}


def _copied(path: Path, home: Path, number: int) -> Path | None:
    """Copy a file under a plain name: LibreOffice names what it makes after it."""
    copy = home / f"{number}{path.suffix.casefold()}"
    try:
        with regular.opened(path) as file:
            data = file.read(MAX_FILE + 1)
        if len(data) > MAX_FILE:
            return None
        create(copy, data)
    except OSError:
        return None
    return copy


def _convert(office: Path, home: Path, names: Sequence[str]) -> None:
    call = begun(office, home / "ho-so", home, names, "ra", to="docx")
    with contextlib.suppress(subprocess.TimeoutExpired):
        call.wait(_BEGINNING + _EACH * len(names))
    end(call)
