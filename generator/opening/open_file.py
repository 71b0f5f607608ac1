"""Opens one received file of any kind."""

import stat
from collections.abc import Callable
from pathlib import Path

from generator.opening.content import FileContent, Refusal, RefusedFileError
from generator.opening.packed import MAX_FILE

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp"})
_OLD = frozenset({".doc", ".xls", ".rtf", ".odt", ".ods"})
_MACROS = frozenset({".docm", ".xlsm", ".dotm"})


def open_file(path: Path) -> FileContent:
    """Open a file and return its content; a failure is returned as a `Refusal`, never raised.

    Links and devices are not opened: a link may lead anywhere, a device may never end.
    """
    ending = path.suffix.casefold()
    kind = _KINDS.get(ending, "khac")
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            return FileContent(kind, Refusal.LIEN_KET)
        if ending in _OLD:
            return FileContent(kind, Refusal.DINH_DANG_CU)
        if ending in _MACROS:
            return FileContent(kind, Refusal.MACRO)
        if kind == "khac":
            return FileContent(kind, Refusal.KHONG_NHAN)
        if found.st_size == 0:
            return FileContent(kind, Refusal.RONG)
        if found.st_size > MAX_FILE:
            return FileContent(kind, Refusal.QUA_LON)
        return _reader(kind)(path)
    except RefusedFileError as error:
        return FileContent(kind, error.refusal)
    except PermissionError:
        return FileContent(kind, Refusal.KHONG_DOC_DUOC)
    except (OSError, MemoryError, RecursionError):
        return FileContent(kind, Refusal.HONG)


_KINDS = {".docx": "docx", ".pdf": "pdf", ".xlsx": "xlsx", **dict.fromkeys(PICTURES, "anh")}


def _reader(kind: str) -> Callable[[Path], FileContent]:
    """Return the reader of a kind of file; its library is imported only when needed."""
    match kind:
        case "docx":
            from generator.opening.word import read_word  # noqa: PLC0415

            return read_word
        case "pdf":
            from generator.opening.pdf import read_pdf  # noqa: PLC0415

            return read_pdf
        case "xlsx":
            from generator.opening.sheet import read_sheet  # noqa: PLC0415

            return read_sheet
    from generator.opening.picture import read_picture  # noqa: PLC0415

    return read_picture
