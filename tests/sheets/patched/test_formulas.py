"""Formulas of a sheet whose rows move: a table of cases, in the order of how offices write them."""

import pytest

from generator.sheets.patched.formulas import copied, rewritten
from generator.sheets.patched.moves import Block, Line, Moves, Spot

# Rows 8 to 10 of the sheet «a»: a tag, the row, a tag; five persons. Row 11 stands at 13.
FIVE = {"a": Moves([Block(8, 10, [Line(9, n) for n in range(1, 6)])])}
NONE = {"a": Moves([Block(8, 10, [])])}
TWO_ROWS = {"a": Moves([Block(8, 11, [Line(r, n) for n in (1, 2) for r in (9, 10)])])}


@pytest.mark.parametrize(
    ("formula", "now"),
    [
        ("E7", "E7"),
        ("E11", "E13"),
        ("$E$11", "$E$13"),
        ("E$11+E12*2", "E$13+E14*2"),
        ("SUM(E9)", "SUM(E8:E12)"),
        ("SUM(E9:E9)", "SUM(E8:E12)"),
        ("SUM(E8:E10)", "SUM(E8:E12)"),
        ("SUM($E$9:$E$9)", "SUM($E$8:$E$12)"),
        ("SUM(E7:E11)", "SUM(E7:E13)"),
        ("SUM(E9,F11)", "SUM(E8:E12,F13)"),
        ("SUBTOTAL(109,E9)", "SUBTOTAL(109,E8:E12)"),
        ('COUNTIF(E9:E9,"Tốt")', 'COUNTIF(E8:E12,"Tốt")'),
        ('COUNTIF(E9,">=90")/COUNTA(B9)', 'COUNTIF(E8:E12,">=90")/COUNTA(B8:B12)'),
        ('IF(SUM(E9:E9)>0,E11,"E11")', 'IF(SUM(E8:E12)>0,E13,"E11")'),
        ("A!E11", "A!E13"),
        ("'A'!E11:F12", "'A'!E13:F14"),
        ("B!E11", "B!E11"),
        ("'Quý ''I'''!E11", "'Quý ''I'''!E11"),
        ("E:E", "E:E"),
        ("SUM(E7:INDEX(E11,1))", "SUM(E7:INDEX(E13,1))"),
        ("11:12", "13:14"),
        ("$9:$9", "$8:$12"),
        ("LOG10(E11)", "LOG10(E13)"),
        ("Bang1[Điểm]+Diem_11", "Bang1[Điểm]+Diem_11"),
        ("1.5E11+E11", "1.5E11+E13"),
        ("e11", "e13"),
        ("TRUE", "TRUE"),
        ('"A11"&A11', '"A11"&A13'),
    ],
)  # fmt: skip
def test_a_formula_below_follows_the_rows_it_names(formula: str, now: str) -> None:
    assert rewritten(formula, "a", FIVE) == (now, True)


@pytest.mark.parametrize(
    ("formula", "now"),
    [
        ("E9", "E8"),
        ("E9*2", "E8*2"),
        ('INDIRECT("E11")', 'INDIRECT("E11")'),
        ("OFFSET(E7,4,0)", "OFFSET(E7,4,0)"),
        ("SUM(A:C!E9)", "SUM(A:C!E9)"),
        ("E8", "#REF!"),
    ],
)
def test_what_can_be_read_in_two_ways_is_told(formula: str, now: str) -> None:
    assert rewritten(formula, "a", FIVE) == (now, False)


@pytest.mark.parametrize(
    ("formula", "now", "certain"),
    [
        ("C9*D9", "C10*D10", True),
        ("SUM(C9:F9)", "SUM(C10:F10)", True),
        ("SUM($E$9:E9)", "SUM($E$8:E10)", True),
        ("D9/D$11", "D10/D$13", True),
        ("D9/SUM(D$9:D$9)", "D10/SUM(D$8:D$12)", True),
        ("VLOOKUP(B9,B!$A$1:$B$9,2)", "VLOOKUP(B10,B!$A$1:$B$9,2)", True),
        ("RANK(D9,D$9:D$9)", "RANK(D10,D$8:D$12)", True),
        ("D9/D11", "D10/D13", False),
        ("G7+F9", "G7+F10", False),
        ("B!A1", "B!A1", False),
        ("$D$9", "$D$10", False),
    ],
)
def test_a_formula_in_a_repeated_row_means_its_own_row(
    formula: str, now: str, certain: bool
) -> None:
    assert rewritten(formula, "a", FIVE, Spot(0, 2)) == (now, certain)


def test_of_two_rows_a_person_each_formula_means_its_own_person() -> None:
    assert rewritten("E10-E9", "a", TWO_ROWS, Spot(0, 3)) == ("E11-E10", True)
    assert rewritten("SUM(E9:E10)", "a", TWO_ROWS, Spot(0, 2)) == ("SUM(E10:E11)", True)
    assert rewritten("SUM(E9:E10)", "a", TWO_ROWS) == ("SUM(E8:E11)", True)


def test_rows_that_are_gone_are_told() -> None:
    assert rewritten("SUM(E9:E9)+E11", "a", NONE) == ("SUM(#REF!)+E8", False)
    assert rewritten("SUM(E7:E11)", "a", NONE) == ("SUM(E7:E8)", True)


@pytest.mark.parametrize(
    ("formula", "rows", "columns", "now"),
    [
        ("A1+$B$2", 2, 1, "B3+$B$2"),
        ("SUM(C3:$D4)+X!B3", 1, 0, "SUM(C4:$D5)+X!B4"),
        ("5:6+$A:B", 1, 1, "6:7+$A:C"),
        ("A1", -1, 0, "#REF!"),
        ("A1", 0, -1, "#REF!"),
        ('"A1"&A1', 1, 0, '"A1"&A2'),
    ],
)
def test_a_shared_formula_is_copied_as_excel_does(
    formula: str, rows: int, columns: int, now: str
) -> None:
    assert copied(formula, rows, columns) == now
