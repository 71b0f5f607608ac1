"""The print list as an Excel workbook."""

from collections.abc import Sequence
from pathlib import Path

from generator.building.listing import Row
from generator.files.workbook import Book

_COLUMNS = (
    ("TT", 6),
    ("Đơn vị", 36),
    ("Mục", 7),
    ("Văn bản", 60),
    ("Họ và tên", 26),
    ("Số bản", 8),
    ("Đã có tệp", 10),
    ("Tệp", 90),
)


def workbook(rows: Sequence[Row]) -> bytes:
    """Write rows as a workbook: one sheet, filters, frozen header, a total of copies.

    Args:
        rows: in printing order.

    Returns:
        The bytes of the `.xlsx`; they depend only on the rows and on which of their files exist.
    """
    book = Book()
    sheet = book.sheet("Danh sách in", _COLUMNS)
    book.rows(
        sheet,
        (
            (
                number,
                row.don_vi,
                row.muc,
                row.ten,
                row.ca_nhan,
                row.so_ban,
                "có" if Path(row.tep).exists() else "chưa",
                row.tep,
            )
            for number, row in enumerate(rows, 1)
        ),
    )
    last = len(rows) + 1
    sheet.write(last, 4, "Cộng", book.head)
    total = sum(row.so_ban for row in rows)
    sheet.write_formula(last, 5, f"=SUBTOTAL(9,F2:F{last})", book.head, total)
    # With the column of paths the printed text would be too small to read.
    sheet.print_area(0, 0, last, len(_COLUMNS) - 2)
    return book.bytes()
