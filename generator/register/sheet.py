"""Writes the register as an Excel workbook with the columns of the paper register."""

import re
from collections.abc import Iterable, Sequence

from generator.files.file_names import file_names
from generator.files.workbook import Book
from generator.register.entry import NAMES, OnPaper, RegisterLine
from generator.register.names import called
from generator.register.series import Series
from generator.wording.dates import iso_shown

COLUMNS = (
    ("Số", 7),
    ("Ngày", 11),
    ("Trích yếu", 50),
    ("Nơi nhận", 32),
    ("Người ký", 20),
    ("Số bản", 7),
    ("Ghi chú", 22),
    ("Trạng thái", 18),
    ("Tệp", 40),
    ("Mục", 14),
)
_PRINTED = 7
"""How many columns the paper register has; the others are only for importing the workbook again."""

_ON_PAPER = (("Dãy số", 30), ("Từ số", 8), ("Đến số", 8), ("Lý do", 60))
PAPER_SHEET = "Số cấp trên sổ giấy"
_DIGITS = 2
_LONGEST = 31
_UNFIT = re.compile(r"[\[\]:*?/\\']")
"""Characters that the name of a sheet must not contain."""


def workbook(entries: Iterable[RegisterLine], spans: Sequence[OnPaper]) -> bytes:
    """Write a register: a sheet for each series, and one for the numbers given on paper.

    Args:
        entries: the lines in order.
        spans: the numbers given on paper.

    Returns:
        The bytes of the `.xlsx`, sealed, so that an edit by hand is detected. Numbers and dates are
        text, so that 05 stays 05.
    """
    book = Book()
    lines: dict[Series, list[RegisterLine]] = {}
    for entry in entries:
        lines.setdefault(Series(entry.loai, entry.ky), []).append(entry)
    titles = [_UNFIT.sub("-", called(series)) for series in lines]
    for (series, own), name in zip(lines.items(), file_names(titles, _LONGEST), strict=True):
        sheet = book.sheet(name, COLUMNS)
        count = book.rows(sheet, map(_row, own))
        sheet.set_header(f"&CSổ đăng ký văn bản đi - {called(series)}")
        sheet.print_area(0, 0, count, _PRINTED - 1)
    if spans or not lines:
        rows = (
            (called(Series(each.loai, each.ky)), shown(each.tu), shown(each.den), each.ly_do)
            for each in spans
        )
        book.rows(book.sheet(PAPER_SHEET, _ON_PAPER), rows)
    return book.bytes()


def shown(number: int) -> str:
    """Return a number as printed on a document: at least two digits."""
    return f"{number:0{_DIGITS}}"


def _row(entry: RegisterLine) -> tuple[str, ...]:
    return (
        shown(entry.so),
        iso_shown(entry.ngay),
        entry.trich_yeu,
        entry.noi_nhan,
        entry.nguoi_ky,
        entry.so_ban,
        entry.ghi_chu,
        NAMES[entry.trang_thai],
        entry.tep,
        entry.muc,
    )
