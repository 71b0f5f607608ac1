"""Where rows go when some are repeated: nothing is lost, nothing stands twice, order is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sheets.patched.cell_names import area_name, area_of
from generator.sheets.patched.moves import Block, Line, Moves, Spot

FIVE = Moves([Block(8, 10, [Line(9, n) for n in range(1, 6)])])
PAIRS = Moves([Block(8, 11, [Line(r, n) for n in (1, 2) for r in (9, 10)])])


def areas(moves: Moves, text: str) -> list[str]:
    area = area_of(text)
    assert area is not None
    return [area_name(each) for each in moves.areas(area)]


@pytest.mark.parametrize(
    ("moves", "area", "now"),
    [
        (FIVE, "A1:F1", ["A1:F1"]),
        (FIVE, "A12:F13", ["A14:F15"]),
        (FIVE, "C9:D9", ["C8:D8", "C9:D9", "C10:D10", "C11:D11", "C12:D12"]),
        (FIVE, "A8:F8", []),
        (FIVE, "A5:A12", ["A5:A14"]),
        (FIVE, "A7:A9", ["A7:A12"]),
        (PAIRS, "A9:A10", ["A8:A9", "A10:A11"]),
        (PAIRS, "B10", ["B9", "B11"]),
        (PAIRS, "A8:A11", ["A8:A9", "A10:A11"]),
    ],
)  # fmt: skip
def test_an_area_is_repeated_with_its_rows_or_grows(
    moves: Moves, area: str, now: list[str]
) -> None:
    assert areas(moves, area) == now


def test_a_line_finds_the_rows_of_its_round() -> None:
    assert PAIRS.near(9, Spot(0, 3)) == 10
    assert PAIRS.near(8, Spot(0, 3)) is None
    assert PAIRS.spot(10) == Spot(0, 1)
    assert PAIRS.spot(8) is PAIRS.spot(20) is None


@st.composite
def blocks(draw: st.DrawFn) -> Moves:
    found, row = [], 1
    for _ in range(draw(st.integers(0, 4))):
        first = row + draw(st.integers(0, 4))
        last = first + draw(st.integers(0, 3))
        rounds = draw(st.integers(0, 4))
        found.append(
            Block(first, last, [Line(r, n) for n in range(rounds) for r in range(first, last + 1)])
        )
        row = last + 1
    return Moves(found)


@given(blocks())
def test_every_row_below_stands_once_and_in_order(moves: Moves) -> None:
    where = [new for row in range(1, 40) for new in sorted(moves.copies(row))]
    assert sorted(where) == list(range(1, len(where) + 1))
    outside = [moves.copies(row)[0] for row in range(1, 40) if moves.block_of(row) is None]
    assert outside == sorted(outside)


@given(blocks(), st.integers(1, 30), st.integers(0, 20))
def test_an_area_reaches_from_the_first_to_the_last_of_its_rows(
    moves: Moves, top: int, more: int
) -> None:
    there = [new for row in range(top, top + more + 1) for new in moves.copies(row)]
    assert moves.first(top, top + more) == (min(there) if there else None)
    assert moves.last(top, top + more) == (max(there) if there else None)
