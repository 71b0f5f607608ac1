"""A table as one value: Word's own marks, the template's styles, the page on its side."""

from pathlib import Path

import pytest
from lxml import etree
from markupsafe import Markup

from generator.engine.render import render
from generator.engine.richtext import runs
from generator.engine.tables import NOTHING, TURNED, Blocks, Cell, table
from tests.acceptance.reading_back import part
from tests.engine.build import compiled, docx, filled, p

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADS = [[Cell(runs("TT"), "center", 1, 2), Cell(runs("Kết quả"), "center", 2)],
         [Cell(runs(""), "center", 1, 0), Cell(runs("Điểm"), "center"), Cell(runs("Mức"), "center")]]  # fmt: skip
ROWS = [[Cell(runs("**Khối xã**"), "left", 3)],
        [Cell(runs("1"), "center"), Cell(runs("9"), "right"), Cell(runs("Tốt"), "left")]]  # fmt: skip
TABLE = table((600, 900, 1500), HEADS, ROWS, last=True)
BODY = p("Trước") + p("{{p bang }}") + p("Sau")


def body(tmp_path: Path, value: Blocks, *, xml: str = BODY) -> etree._Element:
    data, problems = filled(docx(xml), tmp_path, {"bang": value})
    assert data is not None, problems
    return part(data, "word/document.xml")


def test_the_paragraph_of_the_tag_becomes_the_table_and_a_line_below_it(tmp_path: Path) -> None:
    inside = [each.tag for each in body(tmp_path, TABLE)[0] if each.tag != f"{W}sectPr"]
    assert inside == [f"{W}p", f"{W}tbl", f"{W}p", f"{W}p"]


def test_heads_repeat_on_every_page_and_no_row_is_torn(tmp_path: Path) -> None:
    rows = list(body(tmp_path, TABLE).iter(f"{W}tr"))
    assert [each.find(f"{W}trPr/{W}tblHeader") is not None for each in rows] == [
        True, True, False, False,
    ]  # fmt: skip
    assert all(each.find(f"{W}trPr/{W}cantSplit") is not None for each in rows)


def test_merged_heads_span_columns_and_rows(tmp_path: Path) -> None:
    first, second, *_ = body(tmp_path, TABLE).iter(f"{W}tr")
    spans = [each.get(f"{W}val") for each in first.iter(f"{W}gridSpan")]
    assert spans == ["2"]
    assert [each.get(f"{W}val") for each in first.iter(f"{W}vMerge")] == ["restart"]
    assert [each.get(f"{W}val") for each in second.iter(f"{W}vMerge")] == [None]


def test_widths_of_cells_are_those_of_their_columns(tmp_path: Path) -> None:
    made = body(tmp_path, TABLE)
    assert [each.get(f"{W}w") for each in made.iter(f"{W}gridCol")] == ["600", "900", "1500"]
    assert [each.get(f"{W}w") for each in made.iter(f"{W}tcW")][:2] == ["600", "2400"]


def test_a_heading_row_and_the_last_row_stay_with_what_follows(tmp_path: Path) -> None:
    rows = list(body(tmp_path, TABLE).iter(f"{W}tr"))
    kept = [each.find(f".//{W}keepNext") is not None for each in rows[2:]]
    assert kept == [True, True]


def test_a_template_without_styles_for_tables_still_gets_lines(tmp_path: Path) -> None:
    made = body(tmp_path, TABLE)
    assert made.find(f".//{W}tblBorders") is not None
    assert made.find(f".//{W}tblStyle") is None


def test_an_empty_value_leaves_nothing_behind(tmp_path: Path) -> None:
    made = body(tmp_path, NOTHING)
    assert ["".join(each.itertext()) for each in made.iter(f"{W}p")] == ["Trước", "Sau"]


SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" '
    'w:bottom="1135" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)


def test_only_the_section_of_the_mark_is_turned_with_its_bound_edge_above(tmp_path: Path) -> None:
    own = f"<w:p><w:pPr>{SECTION}</w:pPr></w:p>"
    made = body(tmp_path, TURNED, xml=own + BODY + own + p("Cuối") + own)
    pages = list(made.iter(f"{W}pgSz"))
    assert [each.get(f"{W}orient") for each in pages[:3]] == [None, "landscape", None]
    assert (pages[1].get(f"{W}w"), pages[1].get(f"{W}h")) == ("16838", "11906")
    margins = list(made.iter(f"{W}pgMar"))[1]
    sides = [margins.get(f"{W}{side}") for side in ("top", "right", "bottom", "left")]
    assert sides == ["1701", "1134", "850", "1135"]


@pytest.mark.parametrize("value", ["chữ", runs("chữ"), Markup("<w:p/>"), None])
def test_nothing_but_a_table_takes_the_place_of_a_paragraph(tmp_path: Path, value: object) -> None:
    template, _ = compiled(docx(BODY), tmp_path)
    assert template is not None
    made, problems = render(template, {"bang": value})
    assert made is None
    assert [each.code for each in problems] == ["KD331" if value is None else "KD356"]


def test_text_cannot_pass_for_a_mark(tmp_path: Path) -> None:
    sly = table((900,), [[Cell(runs("<kd:turned/>"), "left")]], [], last=False)
    made = body(tmp_path, sly)
    assert "<kd:turned/>" in "".join(made.itertext())
