"""The label of an appendix and the bracketed line below its title."""

import datetime as dt
import re

from generator.model.fields import ThangNam
from generator.regulations.rule import in_case
from generator.regulations.the_thuc import TheThuc
from generator.wording.dates import short_or_blank
from generator.wording.roman import roman
from generator.wording.unbroken import NO_BREAK

# An office may define its own line: only these four names are replaced, nothing is evaluated.
_ISSUER = re.compile(r" của [^,;()]{1,40}\)$")
_FIELD = re.compile(r"\{(loai|so_ky_hieu|ngay|co_quan)\}")


def appendix_label(pack: TheThuc, index: int, total: int) -> str:
    """Return «Phụ lục 1» (Party, HD 05 p. 25–26) or «Phụ lục I» (NĐ 30); a sole one has no number.

    Args:
        pack: the thể thức pack.
        index: the number of the appendix, from 1.
        total: the number of appendices of the document.

    Returns:
        The label.
    """
    word = pack.phu_luc.nhan.gia_tri
    if total < 2:
        return word
    number = roman(index) if pack.phu_luc.danh_so.gia_tri == "la_ma" else str(index)
    return f"{word} {number}"


def appendix_title(pack: TheThuc, title: str) -> str:
    """Return the title of an appendix, in capitals where the pack says so (NĐ 30, Phụ lục I)."""
    return in_case(pack.co_chu.ten_phu_luc, title)


def appendix_note(
    pack: TheThuc, loai: str, so_ky_hieu: str, ngay: dt.date | ThangNam | None, co_quan: str
) -> str:
    """Return the line below the title of an appendix.

    HD 05 p. 25–26: «(Kèm theo Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026 của Văn phòng Trung ương
    Đảng)».

    Args:
        pack: the thể thức pack.
        loai: type of the document that the appendix belongs to.
        so_ky_hieu: its number and symbol without the word «Số» (`symbols.number_and_symbol`).
        ngay: its signing day, as far as it is known; the rest is left blank.
        co_quan: its issuing body.

    Returns:
        The line with its brackets.

    Raises:
        KeyError: the pack has no name for this type.
    """
    values = {
        "loai": pack.ten_loai[loai].gia_tri,
        "so_ky_hieu": so_ky_hieu,
        "ngay": short_or_blank(ngay),
        "co_quan": co_quan,
    }
    return _FIELD.sub(lambda found: values[found[1]], pack.phu_luc.kem_theo.gia_tri)


def printed_note(note: str) -> str:
    """Return the line below the title of an appendix with a short issuer kept on one line.

    >>> printed_note("(Kèm theo Quy định số 6 của Tỉnh ủy)").replace(NO_BREAK, "_")
    '(Kèm theo Quy định số 6 của_Tỉnh_ủy)'
    """
    return _ISSUER.sub(lambda found: " " + found[0][1:].replace(" ", NO_BREAK), note)
