"""Formats the list of căn cứ (legal bases) at the head of a document."""

from collections.abc import Sequence

from generator.regulations.che_do import VanBanQuyDinh
from generator.regulations.the_thuc import TheThuc
from generator.wording.dates import short_date
from generator.wording.lists import punctuated


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
    return punctuated(items, pack.dau_cau.can_cu, keep=keep)


def cited(document: VanBanQuyDinh) -> str:
    """Return the citation of a document: «Quy định số 366-QĐ/TW, ngày 30/8/2025 của …»."""
    day = short_date(document.ngay)
    return f"{document.loai} số {document.so_ky_hieu}, ngày {day} của {document.co_quan}"
