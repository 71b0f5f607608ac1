"""What a value becomes in a cell: the format of the cell decides."""

import datetime as dt
from decimal import Decimal

import pytest
from jinja2 import StrictUndefined, UndefinedError
from lxml import etree

from generator.engine.environment import PrintError
from generator.engine.richtext import Runs
from generator.model.birth import NgaySinh
from generator.sheets.patched.cell_values import Piece, Value, fill, plain
from tests.sheets.patched.workbooks import MAIN

DAY, NUMBER, PERCENT = "dd/mm/yyyy", "#,##0.0", "0.0%"


def written(value: Value, form: str, *, since_1904: bool = False) -> tuple[str | None, str | None]:
    """The kind and content of a cell."""
    cell = etree.fromstring(f'<c xmlns="{MAIN}" r="A1" s="3" t="s"><v>7</v></c>')
    fill(cell, [Piece(value, placed=True)], form, since_1904=since_1904, runs=[None])
    assert cell.get("s") == "3"
    return cell.get("t"), cell.findtext("{*}v") or "".join(
        str(each) for each in cell.itertext()
    ) or None


@pytest.mark.parametrize(
    ("value", "form", "now"),
    [
        (5, "General", (None, "5")),
        (27.5, "General", (None, "27.5")),
        (10**15, "General", ("inlineStr", str(10**15))),
        (dt.date(2026, 12, 5), DAY, (None, "46361")),
        (dt.date(2026, 12, 5), '[$-42A]"Ngày" d "tháng" m', (None, "46361")),
        (dt.date(2026, 12, 5), "General", ("inlineStr", "05/12/2026")),
        (dt.date(2026, 12, 5), NUMBER, ("inlineStr", "05/12/2026")),
        (dt.date(1899, 12, 31), DAY, ("inlineStr", "31/12/1899")),
        (dt.datetime(2026, 12, 5, 12), DAY, (None, "46361.5")),  # noqa: DTZ001 - has no zone
        ("05/12/2026", DAY, (None, "46361")),
        ("31/02/2026", DAY, ("inlineStr", "31/02/2026")),
        ("1965", DAY, ("inlineStr", "1965")),
        ("27,5", NUMBER, (None, "27.5")),
        ("27.5", NUMBER, (None, "27.5")),
        ("1.234.567", NUMBER, (None, "1234567")),
        ("1.250,5", NUMBER, (None, "1250.5")),
        ("1.250", NUMBER, ("inlineStr", "1.250")),
        ("85,5%", PERCENT, (None, "0.855")),
        ("85,5%", NUMBER, ("inlineStr", "85,5%")),
        ("001201012345", "General", ("inlineStr", "001201012345")),
        ("001201012345", NUMBER, ("inlineStr", "001201012345")),
        ("5", "General", ("inlineStr", "5")),
        ("5", "@", ("inlineStr", "5")),
        ("=1+1", "General", ("inlineStr", "=1+1")),
        ("+84 912", "General", ("inlineStr", "+84 912")),
        ("@a", NUMBER, ("inlineStr", "@a")),
        ("", "General", (None, None)),
        (None, NUMBER, (None, None)),
    ],
)  # fmt: skip
def test_the_format_of_the_cell_decides(
    value: Value, form: str, now: tuple[str | None, str | None]
) -> None:
    assert written(value, form) == now


def test_a_workbook_of_old_excel_for_mac_counts_from_1904() -> None:
    assert written(dt.date(2026, 12, 5), DAY, since_1904=True) == (None, "44899")


@pytest.mark.parametrize(
    ("given", "now"),
    [
        (NgaySinh(1970, 2, 5), dt.date(1970, 2, 5)),
        (NgaySinh(1970, 2), "02/1970"),
        (NgaySinh(1970), "1970"),
        (Decimal("27.50"), 27.5),
        (Decimal("27.00"), 27),
        (None, None),
    ],
)
def test_values_of_the_model_are_taken(given: object, now: Value) -> None:
    assert plain(given) == now


@pytest.mark.parametrize(
    ("given", "code"),
    [(True, "KD333"), ([], "KD333"), ({}, "KD333"), (float("nan"), "KD333"), (b"", "KD333"), ("\x07", "KD332"),
     (Decimal("inf"), "KD333"), (Runs([]), "KD337")],
)  # fmt: skip
def test_what_no_cell_can_hold_is_refused(given: object, code: str) -> None:
    with pytest.raises(PrintError) as refused:
        plain(given)
    assert refused.value.code == code


def test_a_missing_field_is_refused() -> None:
    with pytest.raises(UndefinedError):
        plain(StrictUndefined(name="ten"))


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([Piece("Số: ", placed=False), Piece(27.5, placed=True)], "Số: 27,5"),
        (
            [Piece("Ngày ", placed=False), Piece(dt.date(2026, 2, 5), placed=True)],
            "Ngày 05/02/2026",
        ),
        ([Piece(1, placed=True), Piece("/", placed=False), Piece(2, placed=True)], "1/2"),
        ([Piece(" ", placed=False), Piece("A", placed=True), Piece("\n", placed=False)], "A"),
    ],
)
def test_a_value_among_words_is_text(pieces: list[Piece], text: str) -> None:
    cell = etree.fromstring(f'<c xmlns="{MAIN}"/>')
    fill(cell, pieces, "General", since_1904=False, runs=[None])
    assert "".join(str(each) for each in cell.itertext()) == text
