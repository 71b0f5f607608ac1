"""Checks the totals of the tables of a letter against the rows that they count.

No text prescribes this. A total may count the rows since the last one, all of them, or those of one
level («I», «1», «-»); only a figure that none of these gives is told.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.model import PhuLuc, VanBan
from generator.papers import table_words
from generator.papers.letter_tables import Sheet, given_sheet, typed_sheet
from generator.papers.table_rows import odd_rows
from generator.problems import DataPath, Place, Problem, problem
from generator.wording.checks.person import odd_life
from generator.wording.pipe_tables import Typed, referred
from generator.wording.pipe_tables import tables as typed_tables
from generator.wording.read_numbers import figure, shown

_TOTAL = re.compile(r"(?:tổng )?cộng|tổng(?: số| cộng)?|cộng chung", re.IGNORECASE)
_NOT_ADDED = re.compile(
    r"%|tỉ lệ|tỷ lệ|đơn giá|bình quân|trung bình|\bbq\b|điểm|\bmức\b|xếp|hạng|năm|\bsố thứ\b"
    r"|^(?:stt|tt|số tt)\.?$|ngày|thời|tuổi|hệ số|mã\b|\bsố hiệu\b|điện thoại|so với|so sánh",
    re.IGNORECASE,
)
"""Heads of columns whose figures nobody adds up. «Năm 2026» may head a column of amounts: a column
of years has no total."""
_YEAR_OF = re.compile(r"năm \d{4}", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXL]+\.?")
_LEVELS = (
    ("la_ma", _ROMAN),
    ("so", re.compile(r"\d+\.?")),
    ("so_con", re.compile(r"\d+(?:\.\d+)+\.?")),
    ("chu", re.compile(r"[a-zđ]\)?|[A-ZĐ]\.?")),
    ("khong", re.compile(r"")),
)
_PART = re.compile(r"(?:[-–+]|trong đó\b)", re.IGNORECASE)
_MARKS = re.compile(r"\*+|\[\^[^\]\s]+\]")
_NOTHING = frozenset({"", "-", "–", "x", "0"})


class Row(NamedTuple):
    """A row: where it stands in the text, its level, whether it is a total, its cells."""

    dong: int
    bac: str
    tong: bool
    o: tuple[str, ...]


def check_sums(document: VanBan) -> Iterator[Problem]:
    """Check the totals of all tables of a letter and its annexes.

    Yields:
        KD295 at the row of each total that its rows do not give, KD299 at each row that does not
        add up as the others do; of a table that is given apart, at the table. KD210 where the line
        above a table, or the text for the one attached, says otherwise; KD199 at each row of a
        person whose days are out of order.
    """
    parts: list[tuple[DataPath, VanBan | PhuLuc]] = [((), document)]
    parts += [(("phu_luc", n), annex) for n, annex in enumerate(document.phu_luc)]
    attached: list[Sheet] = []
    for path, part in parts:
        lines = (part.noi_dung or "").split("\n")
        for typed in typed_tables(lines):
            if isinstance(typed, Typed):
                first, sheet = typed.dong + len(typed.dau) + 1, typed_sheet(typed)
                yield from _of_sheet(sheet, (*path, "noi_dung"), first)
                yield from _above(lines, typed.dong, sheet, (*path, "noi_dung"))
                attached += [sheet] if path else []
        for n, table in enumerate(part.bang):
            sheet = given_sheet(table)
            yield from _of_sheet(sheet, (*path, "bang", n), None)
            at = next((at for at, line in enumerate(lines) if referred(line) == n + 1), 0)
            yield from _above(lines, at, sheet, (*path, "noi_dung"))
            attached += [sheet] if path else []
    for n, line in enumerate(document.noi_dung.split("\n") if attached else ()):
        for odd in table_words.attached(line, attached):
            yield _otherwise(odd, ("noi_dung", n, odd.cot))


def _above(lines: Sequence[str], at: int, sheet: Sheet, path: DataPath) -> Iterator[Problem]:
    """Hold the line above a table against it."""
    if not at:
        return
    totals = [row for row in _rows(sheet) if row.tong]
    sums = [figure(totals[-1].o[n]) if totals else None for n in range(len(sheet.can))]
    for odd in table_words.above(lines[at - 1], sheet, _heads(sheet), sums):
        yield _otherwise(odd, (*path, at - 1, odd.cot))


def _otherwise(odd: table_words.Odd, path: DataPath) -> Problem:
    return problem("KD210", Place(path=path), viet=odd.viet, cua=odd.cua, dung=odd.dung)


def _heads(sheet: Sheet) -> list[str]:
    return [
        " ".join(dict.fromkeys(row[n] for row in sheet.dau if row[n]))
        for n in range(len(sheet.can))
    ]


def _of_sheet(sheet: Sheet, path: DataPath, first: int | None) -> Iterator[Problem]:
    rows = [*_rows(sheet)]
    heads = _heads(sheet)
    found = [
        ("KD295", row, column, right)
        for column, head in enumerate(heads)
        if column and _adds_up(head) and any(row.tong for row in rows)
        for row, right in _wrong(rows, column)
    ]
    figures = [[_value(cell) for cell in row.o] for row in rows]
    last = [next((row[n] for row in reversed(sheet.dau) if row[n]), "") for n in range(len(heads))]
    found += [("KD299", rows[n], column, right) for n, column, right in odd_rows(last, figures)]
    for row in rows:
        if odd := odd_life(heads, row.o):
            place = Place(path=path if first is None else (*path, first + row.dong, 0))
            yield problem("KD199", place, **odd[1])
    for code, row, column, right in found:
        place = Place(path=path if first is None else (*path, first + row.dong, 0))
        label = " ".join(
            cell for cell in row.o[:2] if cell and (cell == row.o[0] or not figure(cell))
        )
        values = {"viet": row.o[column], "dung": shown(right)}
        yield problem(code, place, hang=label, cot=heads[column], **values)


def _value(cell: str) -> Decimal | None:
    return Decimal(0) if cell in _NOTHING else figure(cell)


def _adds_up(head: str) -> bool:
    return not _NOT_ADDED.search(_YEAR_OF.sub("", head))


def _rows(sheet: Sheet) -> Iterator[Row]:
    for n, row in enumerate(sheet.hang):
        if len(row) != len(sheet.can) or len(row) < 2:
            continue
        cells = tuple(_MARKS.sub("", cell).strip() for cell in row)
        label = next((cell for cell in cells if cell), "").rstrip(" :")
        yield Row(n, _level(row, cells), _TOTAL.fullmatch(label) is not None, cells)


def _level(typed: Sequence[str], cells: Sequence[str]) -> str:
    """Return the level of a row by its running number, or by how its label begins or stands out."""
    if any(_PART.match(each) for each in cells[:2]):
        return "gach"
    if typed[1].startswith("**") or typed[0].startswith("**"):
        return "dam"
    return next((name for name, form in _LEVELS if form.fullmatch(cells[0])), "chu_viet")


def _wrong(rows: Sequence[Row], column: int) -> Iterator[tuple[Row, Decimal]]:
    """Yield the totals of a column that no reading of the rows gives, each with the plain sum."""
    said: list[tuple[Row, Decimal]] = []
    for row in rows:
        value = _value(row.o[column])
        if value is None:
            return
        said.append((row, value))
    totals = [n for n, (row, _) in enumerate(said) if row.tong]
    for at, n in enumerate(totals):
        row, value = said[n]
        if row.o[column] in _NOTHING:
            continue
        after_last = said[totals[at - 1] + 1 if at else 0 : n]
        above = [each for each in said[:n] if not each[0].tong]
        below = [each for each in said[n + 1 :] if not each[0].tong]
        earlier = [each for each in said[:n] if each[0].tong]
        groups = [g for g in (after_last, above, below, earlier) if g]
        plain = above or below
        if len(plain) < 2 or any(_gives(group, value) for group in groups):
            continue
        yield row, sum((each for _, each in plain), Decimal(0))


def _gives(group: Sequence[tuple[Row, Decimal]], value: Decimal) -> bool:
    """Return whether the rows of a group give a total: all of them, or those of some levels."""
    levels = sorted({row.bac for row, _ in group})
    chosen = [set(levels)]
    chosen += [{each} for each in levels] + [set(levels) - {each} for each in levels]
    return any(
        abs(sum((v for row, v in group if row.bac in some), Decimal(0)) - value)
        <= _slack(group, value)
        for some in chosen
    )


def _slack(group: Sequence[tuple[Row, Decimal]], value: Decimal) -> Decimal:
    """Return by how much rounded figures may miss their total: half a last place each."""
    exponents = [v.as_tuple().exponent for v in (value, *(each for _, each in group))]
    places = max((-e for e in exponents if isinstance(e, int)), default=0)
    return Decimal(len(group)) / 2 * Decimal(1).scaleb(-places) if places > 0 else Decimal(0)
