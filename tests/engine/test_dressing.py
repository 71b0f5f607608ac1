"""A look is written into styles and pages; what fits already stays as it is."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from generator.engine.compile import compile_template
from generator.engine.dressing import dress
from generator.engine.look import Face, Look, Page, Paragraphs, nearest
from generator.engine.relations import DOCUMENT
from generator.engine.styles import Styles, line_of, twips
from generator.engine.tags import W
from tests.engine.build import NS, O_NS, P_NS, compiled, docx, p

MM = 1440 / 25.4
PLAIN = Face((14, 15), None, italic=False, underlined=False, capitals=None)
PAGE = Page(
    width=(210 * MM, 210 * MM), height=(297 * MM, 297 * MM), top=(20 * MM, 25 * MM),
    right=(15 * MM, 15 * MM), bottom=(20 * MM, 25 * MM), left=(30 * MM, 35 * MM),
    header=(10 * MM, 10 * MM), number_style="Số trang", number_at="center",
    first_without_number=True,
)  # fmt: skip
BODY = Paragraphs(
    style="Thân", indent=(10 * MM, 10 * MM), gap=(120, None), line=(18, 22), exact=True,
    justified=True,
)  # fmt: skip
LOOK = Look(
    faces={}, paragraphs=BODY, page=PAGE, font="Times New Roman", colour="000000", ruled={},
    boxes={},
)  # fmt: skip


def style(
    name: str, run: str = "", paragraph: str = "", based: str = "", kind: str = "paragraph"
) -> str:
    basis = f'<w:basedOn w:val="{based}"/>' if based else ""
    own = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (
        f"<w:rPr>{run}</w:rPr>" if run else ""
    )
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{basis}{own}</w:style>'


def dressed(
    look: Look, *styles: str, body: str = "", sheet: str = "", more: Mapping[str, str] | None = None
) -> dict[str, etree._Element]:
    """The trees of a template after a look was written into them."""
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
        '<w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    texts = {
        "word/styles.xml": f"<w:styles {NS}>{defaults}{''.join(styles)}</w:styles>",
        DOCUMENT: f"<w:document {NS}><w:body>{body}{sheet}</w:body></w:document>",
    }
    trees = {name: etree.fromstring(text) for name, text in {**texts, **(more or {})}.items()}
    dress(PARTS, trees, look)
    return trees


PARTS = {
    "_rels/.rels": f'<Relationships xmlns="{P_NS}/relationships"><Relationship Id="rId1"'
    f' Type="{O_NS}/officeDocument" Target="word/document.xml"/></Relationships>'.encode(),
    "word/document.xml": b"<x/>",
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{P_NS}/relationships">'
    f'<Relationship Id="a" Type="{O_NS}/header" Target="header1.xml"/>'
    f'<Relationship Id="b" Type="{O_NS}/header" Target="header2.xml"/></Relationships>'.encode(),
    "word/header1.xml": b"<x/>",
    "word/header2.xml": b"<x/>",
}  # fmt: skip


def styles_of(trees: Mapping[str, etree._Element]) -> Styles:
    return Styles(trees["word/styles.xml"])


@pytest.mark.parametrize(
    ("value", "span", "found"),
    [
        (14, (14, 15), 14), (13, (14, 15), 14), (16, (14, 15), 15), (40, (18, None), 40),
        (12, (18, None), 18), (850, (850.4, 850.4), 850.4),
    ],
)  # fmt: skip
def test_what_does_not_fit_becomes_the_nearest_that_does(
    value: float, span: tuple[float, float | None], found: float
) -> None:
    assert nearest(value, span) == found


def test_a_measure_that_word_rounded_fits() -> None:
    assert nearest(850, (850.4, 850.4), 6) == 850


def test_size_weight_and_slant_become_those_of_the_component() -> None:
    look = replace(LOOK, faces={"A": replace(PLAIN, bold=True, italic=True)})
    styles = styles_of(dressed(look, style("A", '<w:sz w:val="24"/>')))
    assert (styles.size("A"), styles.has("A", "b"), styles.has("A", "i")) == (14, True, True)
    order = [each.tag.removeprefix(W) for each in styles.by_id["A"][1]]
    assert order == ["b", "bCs", "i", "iCs", "sz", "szCs"]


def test_what_a_style_inherits_is_switched_off_in_it_alone() -> None:
    look = replace(LOOK, faces={"B": replace(PLAIN, bold=False)})
    above = style("A", '<w:b/><w:sz w:val="28"/>')
    styles = styles_of(dressed(look, above, style("B", based="A")))
    assert (styles.has("A", "b"), styles.has("B", "b")) == (True, False)


def test_a_style_is_measured_after_the_one_it_is_based_on() -> None:
    bigger = replace(PLAIN, size=(20, 20))
    look = replace(LOOK, faces={"B": bigger, "A": bigger})
    styles = styles_of(dressed(look, style("B", based="A"), style("A", '<w:sz w:val="28"/>')))
    assert styles.size("A") == styles.size("B") == 20
    assert styles.by_id["B"].find(f"{W}rPr/{W}sz") is None


def test_only_the_words_are_underlined_not_the_mark_behind_them() -> None:
    line = replace(PLAIN, underlined=True)
    look = replace(LOOK, faces={"Dòng": line, "Từ": line})
    styles = styles_of(dressed(look, style("Dòng"), style("Từ", kind="character")))
    assert (styles.has("Từ", "u"), styles.has("Dòng", "u")) == (True, False)


def test_capitals_of_a_style_go_where_the_component_has_none() -> None:
    look = replace(LOOK, faces={"A": replace(PLAIN, capitals=False)})
    assert not styles_of(dressed(look, style("A", "<w:caps/>"))).has("A", "caps")


def test_what_fits_stays_byte_for_byte() -> None:
    look = replace(LOOK, font="Arial", faces={"A": replace(PLAIN, bold=True)})
    body = style("Thân", "", '<w:spacing w:after="120" w:line="380" w:lineRule="exact"/>'
                 '<w:ind w:firstLine="567"/><w:jc w:val="both"/>')  # fmt: skip
    sheet = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850"'
        ' w:bottom="1134" w:left="1701" w:header="567"/></w:sectPr>'
    )
    given = style("A", '<w:b/><w:sz w:val="28"/>')
    once = dressed(look, given, body, sheet=sheet)
    defaults = once["word/styles.xml"][0]
    assert given in etree.tostring(once["word/styles.xml"]).decode()
    assert body in etree.tostring(once["word/styles.xml"], encoding="unicode")
    assert sheet in etree.tostring(once[DOCUMENT]).decode()
    assert [child.tag.removeprefix(W) for child in defaults[0][0]] == ["rFonts", "sz"]


def test_paragraphs_of_the_body_get_indent_gap_line_and_edges() -> None:
    styles = styles_of(dressed(LOOK, style("Thân")))
    assert styles.measure("Thân", "ind", "firstLine") == 567
    assert styles.measure("Thân", "spacing", "after") == 120
    assert styles.word("Thân", "jc", "val") == "both"
    assert line_of(styles, "Thân") == (18, True)


def test_an_exact_line_becomes_lines_of_the_same_height() -> None:
    look = replace(LOOK, paragraphs=replace(BODY, line=(1, 1.5), exact=False))
    exact = '<w:spacing w:after="120" w:line="380" w:lineRule="exact"/>'
    lines, is_exact = line_of(
        styles_of(dressed(look, style("Thân", '<w:sz w:val="28"/>', exact))), "Thân"
    )
    assert (round(lines * 14 * 1.15), is_exact) == (19, False)


def test_font_and_colour_are_those_of_the_whole_document_but_signs_keep_theirs() -> None:
    signs = style("Ô", '<w:rFonts w:ascii="Segoe UI Symbol"/>', kind="character")
    same = style("Chữ", '<w:rFonts w:ascii="Arial"/>', kind="character")
    trees = dressed(replace(LOOK, colour="FF0000"), signs, same)
    fonts = [each.get(f"{W}ascii") for each in trees["word/styles.xml"].iter(f"{W}rFonts")]
    assert fonts == ["Times New Roman", "Segoe UI Symbol", "Times New Roman"]
    assert [each.get(f"{W}val") for each in trees["word/styles.xml"].iter(f"{W}color")] == [
        "FF0000"
    ]


def margins(sheet: str, look: Look = LOOK) -> list[str]:
    found = next(dressed(look, sheet=sheet)[DOCUMENT].iter(f"{W}pgMar"))
    return [found.get(f"{W}{side}") or "" for side in ("top", "right", "bottom", "left")]


def test_a_page_gets_its_margins() -> None:
    sheet = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="0" w:right="0" w:bottom="9000" w:left="0"/></w:sectPr>'
    assert margins(sheet) == ["1134", "850", "1417", "1701"]


def test_a_page_on_its_side_stays_so_and_its_margins_turn_with_it() -> None:
    size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    sheet = f'<w:sectPr>{size}<w:pgMar w:top="0" w:right="0" w:bottom="0" w:left="0"/></w:sectPr>'
    assert margins(sheet) == ["1701", "1134", "850", "1134"]
    assert size in etree.tostring(dressed(LOOK, sheet=sheet)[DOCUMENT]).decode()


def test_the_number_shows_on_the_first_page_too_beside_what_stands_there() -> None:
    look = replace(LOOK, page=replace(PAGE, first_without_number=False))
    number = "<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>"
    sheet = (
        '<w:sectPr><w:headerReference w:type="default" r:id="a"/><w:headerReference w:type="first" r:id="b"/>'
        '<w:pgSz w:w="1" w:h="1"/><w:pgMar w:top="0"/><w:titlePg/></w:sectPr>'
    )
    headers = {
        "word/header1.xml": f"<w:hdr {NS}>{number}</w:hdr>",
        "word/header2.xml": f"<w:hdr {NS}><w:p><w:r><w:t>Lưu hành nội bộ</w:t></w:r></w:p></w:hdr>",
    }
    shown = etree.tostring(
        dressed(look, sheet=sheet * 2, more=headers)["word/header2.xml"], encoding="unicode"
    )
    assert shown.count("PAGE") == 1
    assert "Lưu hành nội bộ" in shown
    hidden = dressed(LOOK, sheet=sheet, more=headers)["word/header2.xml"]
    assert "PAGE" not in etree.tostring(hidden).decode()


def test_without_a_header_of_its_own_the_first_page_is_like_the_others() -> None:
    look = replace(LOOK, page=replace(PAGE, first_without_number=False))
    sheet = '<w:sectPr><w:pgSz w:w="1" w:h="1"/><w:pgMar w:top="0"/><w:titlePg/></w:sectPr>'
    assert b"titlePg" not in etree.tostring(dressed(look, sheet=sheet)[DOCUMENT])


def test_a_line_stays_as_long_as_its_words() -> None:
    cell = '<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w="5000"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="T"/></w:pPr></w:p></w:tc></w:tr></w:tbl>'
    ruled = '<w:pBdr><w:bottom w:val="single"/></w:pBdr><w:ind w:left="1500" w:right="1500"/>'
    look = replace(LOOK, faces={"T": replace(PLAIN, size=(20, 20))}, ruled={"T": True})
    styles = styles_of(dressed(look, style("T", '<w:sz w:val="20"/>', ruled), body=cell))
    assert (
        styles.measure("T", "ind", "left") == 500
    )  # 2000 twips of words are 4000 at twice the size
    none = dressed(
        replace(look, ruled={"T": False}), style("T", '<w:sz w:val="20"/>', ruled), body=cell
    )
    assert b"pBdr" not in etree.tostring(none["word/styles.xml"])


def test_a_line_that_ends_at_the_right_margin_grows_to_the_left() -> None:
    cells = "".join(
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w="{width}"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="T"/>'
        f'<w:ind w:left="{width - 2000}" w:right="0"/></w:pPr></w:p></w:tc></w:tr></w:tbl>'
        for width in (5000, 6000)
    )
    ruled = '<w:pBdr><w:bottom w:val="single"/></w:pBdr><w:ind w:left="100" w:right="0"/>'
    look = replace(LOOK, faces={"T": replace(PLAIN, size=(20, 20))}, ruled={"T": True})
    body = dressed(look, style("T", '<w:sz w:val="20"/>', ruled), body=cells)[DOCUMENT]
    ends = [(each.get(f"{W}left"), each.get(f"{W}right")) for each in body.iter(f"{W}ind")]
    assert ends == [("1000", "0"), ("2000", "0")]


def test_a_box_gets_its_size_and_the_cell_beside_it_the_rest() -> None:
    row = (
        '<w:tbl><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="6000"/></w:tblGrid><w:tr><w:trPr>'
        '<w:trHeight w:val="1000"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="3000"/></w:tcPr><w:p><w:pPr>'
        '<w:pStyle w:val="D"/></w:pPr></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="6000"/></w:tcPr><w:p/>'
        "</w:tc></w:tr></w:tbl>"
    )
    look = replace(LOOK, boxes={"D": ((4000, 4000), (2000, 2000))})
    body = dressed(look, style("D"), body=row)[DOCUMENT]
    assert [each.get(f"{W}w") for each in body.iter(f"{W}tcW", f"{W}gridCol")] == [
        "4000",
        "5000",
    ] * 2
    assert next(body.iter(f"{W}trHeight")).get(f"{W}val") == "2000"


@pytest.mark.parametrize(
    ("written", "found"),
    [("567", 567), ("1in", 1440), ("2.54cm", 1440), ("12pt", 240), ("x", None), ("9" * 20, None)],
)
def test_a_measure_is_read_with_its_unit(written: str, found: float | None) -> None:
    read = twips(written)
    assert (round(read) if read is not None else None) == found


def test_a_block_gets_the_look_of_its_own_file(tmp_path: Path) -> None:
    """So an office's own block stays as it is between shipped ones, and the other way round."""
    own = style("K", '<w:sz w:val="24"/>')
    sized = f"<w:styles {NS}>{own}</w:styles>"
    block = docx(p("Khối", style="K"), extra={"word/styles.xml": sized})
    (tmp_path / "khoi.docx").write_bytes(block)
    main = tmp_path / "mau.docx"
    main.write_bytes(docx(p('{%p include "khoi.docx" %}')))
    look = replace(LOOK, faces={"K": replace(PLAIN, size=(14, 14))})
    plain, _ = compiled(main.read_bytes(), tmp_path, blocks={"khoi.docx": block})

    def made(of: str) -> object:
        found, _ = compile_template(
            main,
            lambda name: tmp_path / name,
            look_of=lambda path: look if path.name == of else None,
        )
        assert found is not None
        return found.digest

    assert plain is not None
    assert made("khoi.docx") != plain.digest
    assert made("khac.docx") == plain.digest
