"""The tables of a Word file by cell, as its reader sees them."""

from generator.opening.cells import tables_of
from tests.received.typed_word import NAMESPACES, block, control, deleted, table

WIDE = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'


def body(*blocks: str) -> bytes:
    inside = "".join(map(block, blocks))
    return f"<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>".encode()


def cells(*blocks: str) -> list[list[list[list[str]]]]:
    found = tables_of(body(*blocks))
    return [[[[*cell] for cell in row] for row in each.rows] for each in found]


def test_a_cell_keeps_its_place_also_where_nothing_is_written() -> None:
    told = cells("trước", table([["Tốt", "", "x"], ["", ["Một", "hai"], ""]]))
    assert told == [[[["Tốt"], [], ["x"]], [[], ["Một", "hai"], []]]]


def test_columns_are_those_of_the_grid_under_a_merged_cell() -> None:
    merged = table([["Mức", "x"]]).replace(
        '<w:tcPr><w:tcW w:w="4700" w:type="dxa"/></w:tcPr>', WIDE
    )
    assert cells(merged) == [[[["Mức"], [], ["x"], []]]]


def test_deleted_text_is_gone_and_a_control_is_read() -> None:
    told = cells(table([[f"<w:p>{deleted('Kém')}{control('<w:r><w:t>Tốt</w:t></w:r>')}</w:p>"]]))
    assert told == [[[["Tốt"]]]]


def test_of_tables_in_tables_the_inner_one_is_told() -> None:
    inner = table([["a", "b"]])
    assert cells(table([[[inner, "sau"], "c"]])) == [[[["a"], ["b"]]]]
