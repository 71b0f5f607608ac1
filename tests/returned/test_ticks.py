"""Ticks: only signs that tick do, and what else stands in a cell is told."""

import pytest

from generator.returned.outline import Grid, Row, Slot
from generator.returned.table_fits import fit_of, tables_of
from generator.returned.ticks import ticked
from tests.returned.test_tables import lines

LEVELS = ("Xuất sắc", "Tốt", "Kém")
SLOT = Slot(("o", "phan_tich", "I"), "muc", chon=LEVELS)
GRID = Grid(("", "TT", "Tiêu chí", *LEVELS), (Row("I Xây dựng Đảng", ((3, SLOT),)),))


def read(*cells: str) -> tuple[str, bool]:
    """Return the level that is ticked, and whether that is in doubt."""
    tables = tables_of(lines(["TT", "Tiêu chí", *LEVELS], ["I", "Xây dựng Đảng", *cells]))
    fit = fit_of(GRID, tables, 1)
    assert fit is not None
    found, _ = ticked(GRID, SLOT, tables[1][2], fit)
    return found.value, bool(found.why)


@pytest.mark.parametrize("sign", ["x", "X", "☒", "+", "√", "×", " v "])
def test_signs_that_tick(sign: str) -> None:
    assert read("", sign, "") == ("Tốt", False)


@pytest.mark.parametrize("word", ["không", "0", "-", "Không."])
def test_what_says_no_is_no_tick(word: str) -> None:
    assert read(word, word, word) == ("", True)
    assert read("x", word, word) == ("Xuất sắc", False)


@pytest.mark.parametrize("word", ["đúng", "5 phiếu", "x?", "?", "Không x"])
def test_what_may_be_a_tick_or_not_is_told(word: str) -> None:
    assert read("", word, "") == ("", True)
    assert read("x", word, "") == ("Xuất sắc", True)


def test_two_ticks_are_none() -> None:
    assert read("x", "x", "") == ("", True)
