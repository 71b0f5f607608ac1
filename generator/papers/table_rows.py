"""Finds the rows of a table that do not add up, or multiply, as its other rows do.

What a column counts («Tổng số» of «Nam», «Nữ», but not of «Dân tộc») no table says; the other rows
show it, so one row alone is never told.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

_TOTAL = re.compile(r"(?:tổng )?cộng|tổng(?: số| cộng)?", re.IGNORECASE)
_PRICE = re.compile(r"\bđơn giá\b|\bmức (?:chi|hỗ trợ|thưởng)\b", re.IGNORECASE)
_COUNT = re.compile(r"\bsố lượng\b|\bkhối lượng\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\bthành tiền\b", re.IGNORECASE)
_FEWEST = 2
"""Rows that show how the others are to be read."""

Cells = Sequence[Decimal | None]
"""The figures of a row; None for a cell that is none."""


def odd_rows(heads: Sequence[str], rows: Sequence[Cells]) -> Iterator[tuple[int, int, Decimal]]:
    """Yield each row that differs from the others, the column that does not fit, and what would.

    Args:
        heads: the head of each column.
        rows: the figures of each row.
    """
    for column, head in enumerate(heads):
        if _TOTAL.fullmatch(head.strip()):
            found = [
                _odd([_added(row, span) for row in rows], rows, column)
                for span in _spans(column, len(heads))
            ]
            yield from ((n, column, right) for n, right in _surest(found))
    price, count, amount = (_column(heads, each) for each in (_PRICE, _COUNT, _AMOUNT))
    if price is not None and count is not None and amount is not None:
        products = [_product(row, count, price) for row in rows]
        # «Đơn giá» in đồng, «Thành tiền» in nghìn đồng.
        scaled = [[p if p is None else p.scaleb(-n) for p in products] for n in (0, 3, 6)]
        found = [_odd(each, rows, amount) for each in scaled]
        yield from ((n, amount, right) for n, right in _surest(found))


_Odd = tuple[int, list[tuple[int, Decimal]]]


def _odd(wanted: Sequence[Decimal | None], rows: Sequence[Cells], column: int) -> _Odd:
    """Return how many rows have in a column what is wanted, and those that have something else."""
    fits, odd = 0, []
    for n, (right, row) in enumerate(zip(wanted, rows, strict=True)):
        said = row[column]
        if right is None or said is None:
            continue
        if abs(right - said) <= _slack(said):
            fits += 1
        else:
            odd.append((n, right))
    return fits, odd


def _surest(found: Sequence[_Odd]) -> list[tuple[int, Decimal]]:
    """Return the odd rows of the reading that most rows have; none where many are odd."""
    fits, odd = max(found, key=lambda each: each[0], default=(0, []))
    return odd if fits >= _FEWEST and len(odd) * 2 <= fits else []


def _spans(column: int, count: int) -> Iterator[range]:
    """Yield the columns that a total may count: some right behind it, or right before it."""
    yield from (range(column + 1, end) for end in range(column + 3, count + 1))
    yield from (range(start, column) for start in range(column - 1))


def _added(row: Cells, span: range) -> Decimal | None:
    figures = [row[n] for n in span]
    return None if None in figures else sum(filter(None, figures), Decimal(0))


def _product(row: Cells, count: int, price: int) -> Decimal | None:
    first, second = row[count], row[price]
    return first * second if first and second else None


def _column(heads: Sequence[str], named: re.Pattern[str]) -> int | None:
    found = [n for n, head in enumerate(heads) if named.search(head)]
    return found[0] if len(found) == 1 else None


def _slack(said: Decimal) -> Decimal:
    """Return by how much a rounded figure may miss: one in its last place; a whole one by none."""
    exponent = said.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(0)
