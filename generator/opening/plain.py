"""Says of which kind a file is and whether it is opened at all, before anything of it is read."""

import stat
from pathlib import Path

from generator.opening.content import Refusal
from generator.opening.packed import MAX_FILE

_OLD = frozenset({".doc", ".xls", ".rtf"})
_ODF = frozenset({".odt", ".ods", ".ott", ".fodt", ".fods"})
_MACROS = frozenset({".docm", ".xlsm", ".dotm"})
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp"})
_OTHER_PICTURES = frozenset({".heic", ".heif", ".avif", ".webp", ".gif", ".jfif", ".svg", ".psd"})
_BY_ENDING = {
    **dict.fromkeys(_OLD, Refusal.DINH_DANG_CU),
    **dict.fromkeys(_ODF, Refusal.DINH_DANG_ODF),
    **dict.fromkeys(_MACROS, Refusal.MACRO),
    **dict.fromkeys(_OTHER_PICTURES, Refusal.ANH_KHAC),
}
_KINDS = {".docx": "docx", ".pdf": "pdf", ".xlsx": "xlsx", **dict.fromkeys(_PICTURES, "anh")}


def kind_of(path: Path) -> str:
    """Return the kind of a file by its ending: `docx`, `pdf`, `xlsx`, `anh` or `khac`."""
    return _KINDS.get(path.suffix.casefold(), "khac")


def refused(path: Path) -> Refusal | None:
    """Return why a file must not be opened: what it is, how it ends, how large it is."""
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode):
        return Refusal.LIEN_KET
    if kind_of(path) == "khac":
        return _BY_ENDING.get(path.suffix.casefold(), Refusal.KHONG_NHAN)
    return unfit(path, found.st_size)


def unfit(path: Path, size: int) -> Refusal | None:
    """Return why a file of this name and size is not even kept; one of an old kind is."""
    known = kind_of(path) != "khac" or path.suffix.casefold() in _BY_ENDING
    if not known:
        return Refusal.KHONG_NHAN
    if size == 0:
        return Refusal.RONG
    return Refusal.QUA_LON if size > MAX_FILE else None
