"""Tells the rows of a register that are no lines: months, totals, repeated headers."""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from generator.opening.grid import Grid
from generator.register.columns import DAY, NEEDED, NUMBER, ORDER, Head, title_of


class Skipped(StrEnum):
    """Rows that are skipped knowingly, as counted in the summary of an import."""

    COT = "hàng đánh số cột"
    THANG = "hàng tháng, quý, năm"
    CONG = "hàng cộng"
    TIEU_DE = "hàng tiêu đề lặp lại"
    CHUA_DUNG = "hàng chỉ có số ở cuối trang"
    MUC = "hàng tên mục"
    CUOI = "hàng cuối trang không có số, ngày"


COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,2}|[a-z])\s*\)?", re.ASCII | re.IGNORECASE)
_LEAST_NUMBERED = 3
_MONTH = re.compile(
    r"(?:[-–*•.\s]*|(?:[ivxl]{1,5}|\d{1,2})\s*[.)/-]\s*)"
    r"(?:tháng|quý|năm|tuần|nhiệm kỳ)\s*:?\s*"
    r"(?:\d{1,4}|[ivx]{1,4}|giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: một| hai)?|chạp)?"
    r"(?:\s*(?:[/.–-]|năm|-\s*năm|,\s*năm)\s*\d{4})?\s*[:.]?"
)
_TOTAL = re.compile(r"[-–*•.\s]*(?:tổng\s*cộng|cộng|tổng\s*số|tổng)(?![^\W\d_])(?P<rest>.*)")
_COUNTED = re.compile(
    r"(?:văn|bản|vb|công|quyết|định|thông|báo|tháng|quý|năm|tuần|trang|số|đi|đã|phát|hành|lũy|luỹ|kế"
    r"|các|loại|tài|liệu|nhiệm|kỳ|này|trong|cả|có|là|[ivx]+)"
)
"""Words that may follow «Cộng» in a row that only counts."""

_WORD = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"[\d.,]+", re.ASCII)
_ROW = re.compile(r"(?:số\s*:?\s*)?\d{1,6}(?:\D|$)", re.ASCII | re.IGNORECASE)


def kind_of(grid: Grid, row: int, head: Head) -> Skipped | None:
    """Return what a row is if it is no line of the register, judged by itself."""
    texts = [(column, text) for column, text in enumerate(grid.texts(row)) if text]
    if not texts:
        return None
    day = grid.text(row, head.columns[DAY]) if DAY in head.columns else ""
    if len(day) > 2 and _ROW.match(grid.text(row, head.columns[NUMBER])):
        return None  # the usual case
    folded = [_folded(text) for _, text in texts]
    if _are_column_numbers(folded):
        return Skipped.COT
    if _is_head(grid, texts, head):
        return Skipped.TIEU_DE
    if day and len(texts) > 1:
        return None
    first, rest = folded[0].strip("()[] "), folded[1:]
    alone = all(_NUMBERS.fullmatch(each) or each == first for each in rest)
    if alone and _MONTH.fullmatch(first):
        return Skipped.THANG
    total = _TOTAL.fullmatch(first)
    if alone and total and all(map(_COUNTED.fullmatch, _WORD.findall(total["rest"]))):
        return Skipped.CONG
    # A name of a part stands alone, where numbers stand; elsewhere it may belong to a line.
    at, text = texts[0]
    named = len(texts) == 1 and at <= head.columns[NUMBER] and not _ROW.match(text)
    return Skipped.MUC if named and grid.error(row, at) is None else None


def lines_of(grid: Grid, head: Head) -> Iterator[tuple[int, Skipped | None]]:
    """Yield each row below the header that shows anything, with what it is if it is no line."""
    known = {
        row: kind_of(grid, row, head)
        for row in range(head.last + 1, grid.height)
        if not grid.is_empty(row)
    }
    column = head.columns[NUMBER]
    numbered = [
        row for row, kind in known.items()
        if kind is None
        and (_ROW.match(grid.title(row, column)) or grid.error(row, column) is not None)
    ]  # fmt: skip
    used = max((row for row in numbered if _says_more(grid, row, head)), default=-1)
    last = max(numbered, default=-1)
    for row, kind in known.items():
        if kind is None and row > used and row in numbered:
            yield row, Skipped.CHUA_DUNG
        elif kind is None and last >= 0 and row > last and not _is_dated(grid, row, head):
            yield row, Skipped.CUOI
        else:
            yield row, kind


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _says_more(grid: Grid, row: int, head: Head) -> bool:
    """Return whether a row shows anything beside its number."""
    return any(
        grid.value(row, column, head.last) or grid.error(row, column) is not None
        for title, column in head.columns.items()
        if title not in {NUMBER, ORDER}
    )


def _is_dated(grid: Grid, row: int, head: Head) -> bool:
    column = head.columns.get(DAY)
    return column is not None and bool(
        grid.value(row, column, head.last) or grid.error(row, column) is not None
    )


def _are_column_numbers(folded: list[str]) -> bool:
    """Return whether a row numbers the columns: (1) (2) (3), or A B 1 2 3."""
    found = [COLUMN_NUMBER.fullmatch(text) for text in folded]
    if len(found) < _LEAST_NUMBERED or not all(found):
        return False
    signs = [each[1] for each in found if each]
    for kind in (str.isdigit, str.isalpha):
        own = [int(each) if each.isdigit() else ord(each) for each in signs if kind(each)]
        if own and (own != list(range(own[0], own[0] + len(own))) or own[0] not in {1, ord("a")}):
            return False
    return True


def _is_head(grid: Grid, texts: list[tuple[int, str]], head: Head) -> bool:
    """Return whether a row repeats the titles, as a register printed page by page does."""
    rows = (list(enumerate(grid.texts(row))) for row in range(head.first, head.last + 1))
    if any(texts == [each for each in row if each[1]] for row in rows):
        return True
    named = {title_of(text): column for column, text in texts}
    return sum(named.get(each) == head.columns.get(each, -1) for each in NEEDED) > 1
