"""Formats the list of căn cứ (legal bases) at the head of a document."""

from collections.abc import Sequence

from generator.regulations.che_do import VanBanQuyDinh
from generator.regulations.the_thuc import TheThuc
from generator.wording.compare import after
from generator.wording.dates import short_date
from generator.wording.lists import punctuated, without_dash

_OPENINGS = ("Căn cứ", "Theo", "Xét", "Thực hiện", "Sau khi", "Trên cơ sở", "Để")
"""Words that introduce a basis (HD 05 p. 12–13; NĐ 30 Phụ lục I)."""


def citations(pack: TheThuc, items: Sequence[str], *, keep: bool = False) -> tuple[str, ...]:
    """Format the căn cứ as the pack prescribes.

    HD 05 (p. 12–13): each begins with «- » and ends with «;», the last with «.». HD 36 (1.6.2): no
    dash, the last ends with «,». NĐ 30 (Phụ lục I): no dash, «;» and a last «.».

    Args:
        pack: the thể thức pack.
        items: the căn cứ as typed.
        keep: whether to keep the typed punctuation at the end of each.

    Returns:
        The paragraphs to print.
    """
    return punctuated([_introduced(each) for each in items], pack.dau_cau.can_cu, keep=keep)


def _introduced(item: str) -> str:
    """Put «Căn cứ» before a basis that was typed without the word that introduces it."""
    plain = without_dash(item)
    if any(after(plain, word) is not None for word in _OPENINGS):
        return item
    return f"Căn cứ {plain}"


def cited(document: VanBanQuyDinh) -> str:
    """Return the citation of a document: «Quy định số 366-QĐ/TW, ngày 30/8/2025 của …»."""
    day = short_date(document.ngay)
    return f"{document.loai} số {document.so_ky_hieu}, ngày {day} của {document.co_quan}"
