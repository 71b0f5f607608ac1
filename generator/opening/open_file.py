"""Opens one received file of any kind."""

import stat
from collections.abc import Callable
from pathlib import Path

from generator.opening.content import FileContent, Refusal, RefusedFileError
from generator.opening.packed import MAX_FILE

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp"})
_OLD = frozenset({".doc", ".xls", ".rtf"})
_ODF = frozenset({".odt", ".ods", ".ott", ".fodt", ".fods"})
_OTHER_PICTURES = frozenset({".heic", ".heif", ".avif", ".webp", ".gif", ".jfif", ".svg", ".psd"})
_MACROS = frozenset({".docm", ".xlsm", ".dotm"})


def open_file(path: Path) -> FileContent:
    """Open a file and return its content; a failure is returned as a `Refusal`, never raised.

    Links and devices are not opened: a link may lead anywhere, a device may never end. Nothing but
    `pool` calls this: a reader may also hang, or end its process.
    """
    kind = kind_of(path)
    try:
        refusal = _refused(path, kind)
        return FileContent(kind, refusal) if refusal else _reader(kind)(path)
    except RefusedFileError as error:
        return FileContent(kind, error.refusal)
    except PermissionError:
        return FileContent(kind, Refusal.KHONG_DOC_DUOC)
    except MemoryError:
        return FileContent(kind, Refusal.QUA_LAU)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - whatever a library trips over is the fault of the file
        return FileContent(kind, Refusal.HONG)


def _refused(path: Path, kind: str) -> Refusal | None:
    """Return why a file is refused for what it is, before anything of it is read."""
    found = path.lstat()
    ending = path.suffix.casefold()
    if not stat.S_ISREG(found.st_mode):
        return Refusal.LIEN_KET
    if kind == "khac":
        return _BY_ENDING.get(ending, Refusal.KHONG_NHAN)
    if found.st_size == 0:
        return Refusal.RONG
    return Refusal.QUA_LON if found.st_size > MAX_FILE else None


def kind_of(path: Path) -> str:
    """Return the kind of a file by its ending: `docx`, `pdf`, `xlsx`, `anh` or `khac`."""
    return _KINDS.get(path.suffix.casefold(), "khac")


_BY_ENDING = {
    **dict.fromkeys(_OLD, Refusal.DINH_DANG_CU),
    **dict.fromkeys(_ODF, Refusal.DINH_DANG_ODF),
    **dict.fromkeys(_MACROS, Refusal.MACRO),
    **dict.fromkeys(_OTHER_PICTURES, Refusal.ANH_KHAC),
}
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
