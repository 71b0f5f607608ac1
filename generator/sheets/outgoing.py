"""Writes the workbook that a clerk fills in: lists with heads, drop-downs, dates as dates."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from generator.files.workbook import Book, height
from generator.model.dates import day_parts
from generator.model.levels import WORDS
from generator.reading.model_shape import choices
from generator.sheets import reasons
from generator.sheets.layout import MODELS, UNIT, Cot, Trang, sheets
from generator.sheets.own_rows import OwnRow
from generator.wording.choice_words import in_words

KEY = "Khóa"
"""The head of the hidden first column: the key by which a row is known again."""

GUIDE = "Cách ghi"
ORIGINALS = "Bản gốc"
"""The hidden sheet with the values as they went out: what a clerk changed is told by it."""

LISTS = "Danh mục"
_BLANK_ROWS = 40
"""Rows of an empty list that look like rows; below them anything can be typed too."""

_MOST_ROWS = 20_000
_KEY_WIDE = 10
_HEAD = "#E3EAF2"
"""The light blue of locked heads; it prints as a light grey."""

_ALLOWED = dict.fromkeys(
    ("insert_rows", "delete_rows", "sort", "autofilter", "format_cells", "format_columns",
     "format_rows"), True,
)  # fmt: skip
"""What a clerk may do on a sheet whose heads are locked."""

_YES_NO = ("có", "không")
_FORMATS = {"ngay": "dd/mm/yyyy", "dem": "0", "diem": "General"}
"""Formats of cells; all others hold texts as typed. A day of birth is one: Excel would make of
«02/1965» the first of February.
"""
_SAID = {
    "ngay": ("Ngày", "Ghi ngày/tháng/năm: 05/12/2026"),
    "ngay_sinh": ("Ngày sinh", "Ghi ngày/tháng/năm; chỉ biết tháng, năm thì ghi 02/1965 hoặc 1965"),
    "dem": ("Số đếm", "Ghi số nguyên"),
    "diem": ("Điểm", "Ghi số, phần lẻ sau dấu phẩy: 27,5"),
}
_HOW = """\
Mỗi trang là một danh sách, mỗi dòng một mục; ô tiêu đề khóa lại, các ô dưới sửa được.
Sửa thẳng vào ô. Xóa trắng một ô là bỏ giá trị đang ghi. Ô không sửa thì dữ liệu giữ nguyên.
Thêm người: ghi ở dòng trống đầu tiên của trang Cá nhân; điểm, mức xếp loại của người ấy ghi ở \
dòng trống của trang Điểm, Xếp loại, cùng đơn vị, cùng họ tên.
Xóa cả dòng là đề nghị bỏ mục ấy; khi nhập lại, chương trình hỏi rồi mới bỏ.
Ô có mũi tên là ô chọn: bấm mũi tên, chọn một trong các giá trị.
Ngày ghi ngày/tháng/năm: 05/12/2026. Ngày sinh chỉ biết tháng, năm thì ghi 02/1965 hoặc 1965.
Trang Điểm: tổng điểm để trống thì chương trình cộng.
Được lọc, sắp xếp bằng mũi tên ở đầu cột, đổi độ rộng cột. Không đổi tên trang, tên cột.
Nhập lại: trang Excel của phần mềm, hoặc lệnh kiemdiem excel import. Chương trình cho xem mọi \
thay đổi trước khi ghi.
""".splitlines()
_OF_VOTES = """\
Trang Kiểm phiếu: dòng «Tổng số phiếu» ghi số phát ra, thu về, hợp lệ; các dòng dưới ghi số \
phiếu từng mức.
""".splitlines()
"""What an empty workbook has no sheet for."""


def workbook(rows: Sequence[OwnRow], units: Mapping[str, str], *, blank: bool = False) -> bytes:
    """Return a campaign, or one unit, as a workbook.

    Args:
        rows: its rows, as `own_rows` returns them.
        units: the names of its units by code.
        blank: lists to fill in for a unit without data: only heads and empty rows.

    Returns:
        An `.xlsx`, the same bytes for the same rows.
    """
    book = Book()
    guide = book.sheet(GUIDE, [("Cách ghi bảng này", 110)])
    book.rows(guide, [(line,) for line in (*_HOW, *(() if blank else _OF_VOTES))])
    guide.protect("", {"select_locked_cells": True})
    making = _Making(book, _Forms(book), _Lists(units.values()), [*units.values()] if blank else [])
    for code, each in sheets().items():
        if blank and each.dong in {"phieu", "thoi_han"}:
            continue  # votes need a meeting, deadlines belong to the campaign
        _sheet(making, each, [] if blank else [row for row in rows if row.loai == code])
    making.lists.write(book)
    _originals(book, [] if blank else rows)
    book.book.get_worksheet_by_name(sheets()["ca_nhan"].trang).activate()
    return book.bytes()


def shown(cot: Cot, value: str) -> object:
    """Return a value of the data as the workbook shows it: a day as a date, a choice in words."""
    if not value:
        return ""
    match cot.kieu:
        case "ngay":
            parts = day_parts(value)
            return dt.date(*parts) if parts else value
        case "chon":
            return in_words(cot.khoa.rpartition(".")[2], value)
        case "dem":
            return int(value)
        case "diem":
            return float(value)
        case _:
            return value


def columns(each: Trang) -> list[Cot]:
    """Return the columns of our own sheet: those that have a head."""
    return [cot for cot in each.cot if cot.dau]


class _Forms:
    """The formats of heads, and of cells by what they hold; no cell is locked."""

    def __init__(self, book: Book) -> None:
        base = {"border": 1, "valign": "top", "text_wrap": True, "locked": False}
        kinds = ("chu", "ngay", "dem", "diem")
        self._cells = {
            kind: book.book.add_format({**base, "num_format": _FORMATS.get(kind, "@")})
            for kind in kinds
        }

        self.head = book.book.add_format({
            "bold": True, "border": 1, "text_wrap": True, "valign": "vcenter", "bg_color": _HEAD,
        })  # fmt: skip

    def of(self, cot: Cot) -> Any:
        return self._cells.get(cot.kieu, self._cells["chu"])


class _Lists:
    """The values to choose from, each list a column of one hidden sheet."""

    def __init__(self, units: Iterable[str]) -> None:
        self._columns: dict[tuple[str, ...], int] = {}
        self._units = tuple(units)

    def of(self, each: Trang, cot: Cot) -> str | None:
        """Return where the values of a column stand, as Excel names it; None for any value."""
        values = self._values(each, cot)
        if not values:
            return None
        column = self._columns.setdefault(values, len(self._columns))
        letter = chr(ord("A") + column)
        return f"='{LISTS}'!${letter}$2:${letter}${len(values) + 1}"

    def _values(self, each: Trang, cot: Cot) -> tuple[str, ...]:
        match cot.kieu:
            case "don_vi":
                return self._units
            case _ if cot.khoa == reasons.COLUMN:
                return tuple(dict.fromkeys(reasons.reasons().values()))
            case "muc":
                return tuple(WORDS.values())[:-1]
            case "co_khong":
                return _YES_NO
            case "chon":
                key = cot.duong[-1]
                return tuple(
                    in_words(str(key), one) for one in choices(MODELS[each.dong], cot.duong)
                )
            case _:
                return ()

    def write(self, book: Book) -> None:
        sheet = book.book.add_worksheet(LISTS)
        for values, column in self._columns.items():
            sheet.write_column(1, column, values)
        sheet.hide()
        sheet.protect()


class _Making(NamedTuple):
    """What all sheets share; `blank` are the units of empty lists, none for lists with data."""

    book: Book
    forms: "_Forms"
    lists: "_Lists"
    blank: Sequence[str]


def _sheet(making: _Making, each: Trang, rows: Sequence[OwnRow]) -> None:
    book, forms = making.book, making.forms
    own = columns(each)
    heads = [(KEY, _KEY_WIDE), *((cot.dau, cot.rong) for cot in own)]
    sheet = book.sheet(each.trang, heads)
    for number, cot in enumerate(own, 1):
        sheet.set_column(number, number, cot.rong, forms.of(cot))
        sheet.write_string(0, number, cot.dau, forms.head)
    sheet.set_column(0, 0, _KEY_WIDE, forms.of(own[0]), {"hidden": True})
    sheet.freeze_panes(1, _frozen(own))
    filled = [_line(own, row) for row in rows]
    if making.blank:
        only = making.blank[0] if len(making.blank) == 1 else ""
        filled = [["", *(only if cot.khoa == UNIT else "" for cot in own)]] * _BLANK_ROWS
    for number, row in enumerate(filled, 1):
        for column, (form, value) in enumerate(zip([own[0], *own], row, strict=True)):
            _write(sheet, number, column, value, forms.of(form))
        widths = (cot.rong for cot in own)
        sheet.set_row(number, height(zip(map(_drawn, row[1:]), widths, strict=True)))
    for column, cot in enumerate(own, 1):
        _validate(sheet, column, cot, making.lists.of(each, cot))
    sheet.autofilter(0, 0, max(len(filled), 1), len(own))
    sheet.protect("", _ALLOWED)


def _frozen(own: Sequence[Cot]) -> int:
    """Return how many columns stay in sight: up to the one that says whom a row is about."""
    return next((n for n, cot in enumerate(own, 2) if cot.kieu == "ten"), 2)


def _line(own: Sequence[Cot], row: OwnRow) -> list[object]:
    return [row.khoa, *(shown(cot, row.o.get(cot.khoa, "")) for cot in own)]


def _drawn(value: object) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else str(value)


def _write(sheet: Any, row: int, column: int, value: object, form: Any) -> None:
    match value:
        case dt.date():
            sheet.write_datetime(row, column, value, form)
        case int() | float():
            sheet.write_number(row, column, value, form)
        case "":
            sheet.write_blank(row, column, None, form)
        case _:
            sheet.write_string(row, column, str(value), form)


def _validate(sheet: Any, column: int, cot: Cot, source: str | None) -> None:
    said = _SAID.get(cot.kieu)
    if source is None and said is None:
        return
    rule: dict[str, Any] = {"validate": "list", "source": source} if source else {"validate": "any"}
    if source:
        rule |= {
            "error_type": "warning", "error_title": cot.dau,
            "error_message": "Giá trị này không có trong danh sách chọn. Vẫn ghi?",
        }  # fmt: skip
    if said and not source:
        rule |= {"input_title": said[0], "input_message": said[1]}
    sheet.data_validation(1, column, _MOST_ROWS, column, rule)


def _originals(book: Book, rows: Sequence[OwnRow]) -> None:
    sheet = book.book.add_worksheet(ORIGINALS)
    for number, row in enumerate(rows):
        values = json.dumps(
            {key: value for key, value in row.o.items() if value}, ensure_ascii=False
        )
        sheet.write_string(number, 0, row.khoa)
        sheet.write_string(number, 1, values)
    sheet.very_hidden()
    sheet.protect()
