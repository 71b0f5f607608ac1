"""Holds what the words of a letter say of a table against it: its total, how many rows it lists.

No text prescribes this. Only the line above a table, or a sentence with «danh sách kèm theo», is
read; a figure that the table has anywhere as a total is right.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.papers.letter_tables import Sheet
from generator.wording.compare import fold
from generator.wording.read_numbers import FIGURE, figure, scale, shown

_BEFORE = r"(?<![\w/.,-])(?<!năm )(?<!quý )(?<!tháng )(?<!ngày )(?<!(?<![Tt]ổng )số )(?<!thứ )"
_MONEY = re.compile(
    rf"{_BEFORE}(?P<so>{FIGURE})(?: (?P<bac>nghìn|ngàn|triệu|tỷ|tỉ))? ?(?:đồng|đ)\b",
    re.IGNORECASE,
)
_HEAD_MONEY = re.compile(r"(?:(?P<bac>nghìn|ngàn|triệu|tỷ|tỉ) )?đồng\b", re.IGNORECASE)
_COUNTED = re.compile(
    rf"{_BEFORE}(?P<so>\d{{1,4}}) (?P<ten>[^\W\d_][^\d,;:.()]{{1,60}}?)"
    r"(?: (?:(?:theo|trong|ở|tại) (?:bảng|biểu|danh sách) )?(?:sau đây|như sau|sau|dưới đây))?\s*:$"
)
_ALL = re.compile(r"\b(?:toàn|tổng|cả|gồm)\b", re.IGNORECASE)
_SUM = re.compile(r"\btổng\b", re.IGNORECASE)
_NUMBER_OF = re.compile(r"^số(?: lượng)? |\s*\([^()]*\)$", re.IGNORECASE)
_RUNNING = re.compile(r"(?:stt|tt|số\s*tt)\.?", re.IGNORECASE)
_LISTED = re.compile(r"\b(?:có )?danh sách kèm theo\b", re.IGNORECASE)
_PLAIN = re.compile(rf"{_BEFORE}(?P<so>\d{{1,4}}) (?P<ten>[^\W\d_]+(?: [^\W\d_]+)?)")
_NO_COUNT = frozenset(
    map(fold, ("năm", "tháng", "ngày", "giờ", "triệu", "tỷ", "nghìn", "đồng", "lần"))
)
_ROWS, _TOTALS, _ANNEX = "số hàng của bảng", "hàng cộng của bảng", "số hàng của danh sách kèm theo"


class Odd(NamedTuple):
    """What words say otherwise than a table: where in the line, as typed, of what, how many."""

    cot: int
    viet: str
    cua: str
    dung: str


def above(
    line: str, sheet: Sheet, heads: Sequence[str], sums: Sequence[Decimal | None]
) -> list[Odd]:
    """Return what the line above a table says otherwise than the table.

    Args:
        line: the line as typed.
        sheet: the table.
        heads: the head of each column.
        sums: the total of each column; None where it has none.
    """
    said = line.replace("**", "").rstrip()
    return [
        *_money(said, heads, sums),
        *_things(said, heads, sums),
        *_rows(said, sheet, heads, sums),
    ]


def _money(line: str, heads: Sequence[str], sums: Sequence[Decimal | None]) -> Iterator[Odd]:
    totals = [
        total * scale(unit["bac"] or "")
        for head, total in zip(heads, sums, strict=True)
        if total is not None and (unit := _HEAD_MONEY.search(head))
    ]
    found = [*_MONEY.finditer(line)]
    if not totals or not found or not _SUM.search(line, 0, found[0].start()):
        return
    if not any(_equals(each, total) for each in found for total in totals):
        yield Odd(found[0].start(), found[0][0], _TOTALS, shown(max(totals)))


def _equals(found: re.Match[str], total: Decimal) -> bool:
    """Return whether an amount of a text is a total, rounded where it is in millions."""
    unit = Decimal(scale(found["bac"] or ""))
    decimals = len(found["so"].partition(",")[2])
    slack = unit.scaleb(-decimals) if unit > 1 or decimals else Decimal(0)
    value = figure(found["so"])
    return value is not None and abs(value * unit - total) <= slack


def _things(line: str, heads: Sequence[str], sums: Sequence[Decimal | None]) -> Iterator[Odd]:
    """Compare «toàn xã có 21 thôn» with the total of a column «Số thôn»."""
    if not _ALL.search(line):
        return
    for head, total in zip(heads, sums, strict=True):
        thing = _NUMBER_OF.sub("", head).strip()
        if total is None or not thing or not fold(head).startswith(fold("số ")):
            continue
        named = re.compile(rf"{_BEFORE}(?P<so>{FIGURE}) {re.escape(thing)}(?!\w)", re.IGNORECASE)
        found = [*named.finditer(line)]
        if found and all(figure(each["so"]) not in sums for each in found):
            yield Odd(found[0].start(), found[0][0], _TOTALS, shown(total))


def _rows(
    line: str, sheet: Sheet, heads: Sequence[str], sums: Sequence[Decimal | None]
) -> Iterator[Odd]:
    """Compare «gồm 04 tài liệu:» with the rows of a table that are numbered."""
    count, found = numbered_rows(sheet), _COUNTED.search(line)
    if not count or not found or int(found["so"]) in {count, *sums}:
        return
    words = fold(found["ten"]).split()[:2]
    named = any(fold(head).split()[: len(words)] == words for head in heads)
    listed = re.search(r"\bgồm(?: có)? $", line[: found.start()], re.IGNORECASE)
    if named or listed or abs(int(found["so"]) - count) == 1:
        typed = line[found.start() : found.end("ten")]
        yield Odd(found.start(), typed, _ROWS, str(count))


def numbered_rows(sheet: Sheet) -> int:
    """Return how many rows of a table have a running number; 0 where it has no column of them."""
    if not _RUNNING.fullmatch(sheet.dau[0][0].strip()):
        return 0
    return sum(row[0].strip(" *.").isdigit() for row in sheet.hang if len(row) == len(sheet.can))


def attached(line: str, sheets: Sequence[Sheet]) -> Iterator[Odd]:
    """Compare «04 đảng viên, có danh sách kèm theo» with the only table that is attached."""
    listed = _LISTED.search(line)
    count = numbered_rows(sheets[0]) if len(sheets) == 1 else 0
    if not listed or not count:
        return
    start = max(line.rfind(mark, 0, listed.start()) for mark in (". ", ";")) + 1
    found = [
        each
        for each in _PLAIN.finditer(line, start, listed.start())
        if fold(each["ten"]).split()[0] not in _NO_COUNT
    ]
    counts = [int(each["so"]) for each in found]
    if counts and count not in {*counts, sum(counts)}:
        typed = ", ".join(each[0] for each in found)
        yield Odd(found[0].start(), typed, _ANNEX, str(count))
