"""The findings of a campaign as a workbook: to filter, to print, to hand out by unit."""

from collections.abc import Iterable

from generator.desk.found import Found
from generator.files.workbook import Book

_COLUMNS = (
    ("Mức", 12),
    ("Đơn vị", 32),
    ("Ở đâu", 34),
    ("Việc gì", 60),
    ("Cách sửa", 50),
    ("Mã", 8),
)
_WHOLE = "Cả đợt"


def workbook(found: Iterable[Found]) -> bytes:
    """Write findings, one a row, in their order.

    Args:
        found: the findings; one without a unit is about the whole campaign.

    Returns:
        The bytes of the `.xlsx`.
    """
    book = Book()
    sheet = book.sheet("Vấn đề", _COLUMNS)
    rows = (
        (each.sign.chu, each.don_vi or _WHOLE, each.o, each.cau, each.sua, each.ma)
        for each in found
    )
    book.rows(sheet, rows)
    return book.bytes()
