"""Reads a file as text: UTF-8 only, at most 5 MB; otherwise returns a problem."""

from pathlib import Path

from generator.opening.regular import IrregularError, TooLargeError, is_not_fetched, whole
from generator.problems import Place, Problem, problem
from generator.reading.suggest import nearest

LIMIT = 5 * 1024 * 1024
"""A campaign file of 2,000 members is below 0.3 MB; a larger file is not a data file."""

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_KINDS = {
    b"PK\x03\x04": "tệp Word, Excel hoặc tệp nén",
    b"\xd0\xcf\x11\xe0": "tệp Word hoặc Excel đời cũ",
    b"%PDF": "tệp PDF",
    b"{\\rtf": "tệp RTF",
}


def read_text(path: Path, shown: str = "") -> str | Problem:
    """Read a data file.

    Args:
        path: the file.
        shown: the path as the user gave it; by default `path` with forward slashes.

    Returns:
        Its text without a byte order mark, or the problem that prevents reading it (KD001-KD008).
    """
    place = Place(file=shown or path.as_posix())
    try:
        data = whole(path, LIMIT)
    except OSError as error:
        return unread(error, path, place)
    return decode(data, place)


def unread(error: OSError, path: Path, place: Place) -> Problem:
    """Return why a data file could not be read (KD001-KD005, KD043, KD750)."""
    if is_not_fetched(error):
        return problem("KD750", place)
    match error:
        case TooLargeError():
            return problem("KD005", place, mb=LIMIT // 1024 // 1024)
        case IsADirectoryError():
            return problem("KD002", place)
        case IrregularError():
            return problem("KD043", place)
        case FileNotFoundError() | NotADirectoryError():
            return problem("KD001", place, goi_y=_neighbour(path))
        case PermissionError():
            return problem("KD003", place)
    return problem("KD004", place, ma=error.errno)


def decode(data: bytes, place: Place) -> str | Problem:
    """Decode the bytes of a data file as UTF-8, or return the problem."""
    if len(data) > LIMIT:
        return problem("KD005", place, mb=LIMIT // 1024 // 1024)
    for beginning, kind in _KINDS.items():
        if data.startswith(beginning):
            return problem("KD008", place, loai_tep=kind)
    if data.startswith(_UTF16) or _looks_utf16(data):
        return problem("KD006", place)
    if b"\0" in data:
        return problem("KD008", place, loai_tep="tệp nhị phân")
    data = data.removeprefix(_BOM)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = line_and_column(data[: error.start].decode("utf-8"), error.start)
        return problem("KD007", Place(file=place.file, line=line, column=column))


def lines(text: str) -> list[str]:
    """Split a text into lines as YAML and editors do."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of the character at `offset`."""
    before = lines(text[:offset])
    return len(before), len(before[-1]) + 1


def _looks_utf16(data: bytes) -> bool:
    half = len(data) // 2
    zeros = max(data[::2].count(0), data[1::2].count(0))
    return half > 0 and zeros > half // 2 and zeros == data.count(0)


def _neighbour(path: Path) -> str:
    try:
        names = sorted(other.name for other in path.parent.iterdir() if other.is_file())
    except OSError:
        return ""
    near = nearest(path.name, names)
    return f"; có phải ý đồng chí là «{near}»?" if near else ""
