"""The print list as an Excel workbook."""

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from generator.production.listing import Row

_COLUMNS = (
    ("TT", 6), ("Đơn vị", 36), ("Mục", 7), ("Văn bản", 60), ("Họ và tên", 26), ("Số bản", 8),
    ("Đã có tệp", 10), ("Tệp", 90),
)  # fmt: skip


def workbook(rows: Sequence[Row]) -> bytes:
    """Write rows as a workbook: one sheet, filters, frozen header, a total of copies.

    Args:
        rows: in the order they are printed.

    Returns:
        The bytes of the `.xlsx`, the same for the same rows and files.
    """
    data = io.BytesIO()
    # Text stays text: a name that begins with «=» is no formula.
    book = xlsxwriter.Workbook(
        data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": dt.datetime(1980, 1, 1)})  # noqa: DTZ001 - the format has no zone
    sheet = book.add_worksheet("Danh sách in")
    bold = book.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter"})
    plain = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    for column, (title, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write(0, column, title, bold)
    for number, row in enumerate(rows, 1):
        there = "có" if Path(row.tep).exists() else "chưa"
        values = (
            number, row.don_vi, row.muc, row.ten, row.ca_nhan, row.so_ban, there, row.tep,
        )  # fmt: skip
        for column, value in enumerate(values):
            sheet.write(number, column, value, plain)
    last = len(rows) + 1
    sheet.write(last, 4, "Cộng", bold)
    total = sum(row.so_ban for row in rows)
    sheet.write_formula(last, 5, f"=SUBTOTAL(9,F2:F{last})", bold, total)
    sheet.autofilter(0, 0, max(len(rows), 1), len(_COLUMNS) - 1)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    # The paths would make everything too small to read on paper.
    sheet.print_area(0, 0, last, len(_COLUMNS) - 2)
    sheet.repeat_rows(0)
    book.close()
    return data.getvalue()
