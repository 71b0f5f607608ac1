"""Cells that lie otherwise than the heads: merged, one too few; signs alone in a cell."""

from dataclasses import replace

import pytest

from generator.opening.written import Cell, Line, Run, Span
from generator.returned.table_fits import Cells, is_numbering, merged, misshapen, unclear


def row(*texts: str, wide: int = 1, tall: bool = False, covered: int = 3) -> Cells:
    """Return a row of which the last cell is wide or tall."""
    its = [
        Line((Run(text),), 1, Cell(1, 1, at), span=Span(1, False, covered))
        for at, text in enumerate(texts, 1)
    ]
    its[-1] = replace(its[-1], span=Span(wide, tall, covered))
    return {at: (line,) for at, line in enumerate(its, 1)}


HEAD = row("TT", "Họ tên", "Tốt")


def test_a_row_as_the_heads_is_no_doubt() -> None:
    assert not misshapen(row("1", "Hà", "5"), HEAD)
    assert not merged([row("1", "Hà", "5")])


@pytest.mark.parametrize("other", [row("Hà", "5", covered=2), row("1", "18", wide=2)])
def test_a_row_with_a_cell_less_or_a_wider_one_is_told(other: Cells) -> None:
    assert misshapen(other, HEAD)


def test_cells_merged_over_rows_are_told() -> None:
    assert merged([row("1", "Hà", "5", tall=True), row("2", "Hạ")])


@pytest.mark.parametrize("sign", ["″", '"', "--//--", "+"])
def test_signs_that_may_mean_as_above_are_told(sign: str) -> None:
    assert unclear(row(sign)[1])


@pytest.mark.parametrize("text", ["", "-", "………", ". . .", "như trên"])
def test_nothing_and_words_are_no_signs(text: str) -> None:
    assert not unclear(row(text)[1])


def test_numbers_of_columns_are_known() -> None:
    assert is_numbering(row("(1)", "(2)", "(3)"))
    assert not is_numbering(row("1", "5", "3"))
    assert not is_numbering(row("1", "Hà", "2"))
