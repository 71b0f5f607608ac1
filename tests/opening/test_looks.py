"""Emphasis is that of the run, its style, the style of its paragraph, as Word shows it."""

import pytest

from generator.opening.written import Run
from tests.opening.written_word import BOLD, font, p, r, read, style

OFF = '<w:b w:val="0"/>'
DEFAULT = "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>"


def looks(body: str, **parts: str) -> list[str]:
    """The letters of the emphasis of each run: b, i, u, struck, coloured."""
    (line,) = read(body, **parts)
    return [_letters(run) for run in line.runs]


def _letters(run: Run) -> str:
    signs = "biusc"
    given = (run.bold, run.italic, run.underline, run.struck, run.coloured)
    return "".join(sign for sign, on in zip(signs, given, strict=True) if on)


@pytest.mark.parametrize(
    ("looks_of_run", "seen"),
    [
        ("", ""),
        (BOLD, "b"),
        ('<w:b w:val="1"/>', "b"),
        (OFF, ""),
        ('<w:b w:val="false"/>', ""),
        ("<w:bCs/>", ""),
        ("<w:i/>", "i"),
        ('<w:u w:val="single"/>', "u"),
        ('<w:u w:val="dotted"/>', "u"),
        ('<w:u w:val="none"/>', ""),
        ("<w:strike/>", "s"),
        ("<w:dstrike/>", "s"),
        ('<w:b/><w:i/><w:u w:val="double"/>', "biu"),
        ('<w:color w:val="FF0000"/>', "c"),
        ('<w:color w:val="002060"/>', "c"),
        ('<w:color w:val="auto"/>', ""),
        ('<w:color w:val="000000"/>', ""),
        ('<w:color w:val="1f1f1f"/>', ""),
        ('<w:highlight w:val="yellow"/>', "c"),
        ('<w:highlight w:val="none"/>', ""),
        ('<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>', "c"),
        ('<w:shd w:val="pct15" w:color="auto" w:fill="auto"/>', "c"),
        ('<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>', ""),
        ('<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', ""),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>', "c"),
    ],
)
def test_a_run_that_says_how_it_looks(looks_of_run: str, seen: str) -> None:
    assert looks(p(r("Tốt", looks_of_run))) == [seen]


STYLES = (
    style("Thuong", "", more=' w:default="1"')
    + style("Dam", BOLD)
    + style("DamNghieng", "<w:i/>", based="Dam")
    + style("KhongDam", OFF, based="Dam")
    + style("Chu", BOLD, kind="character")
    + style("ChuDo", '<w:color w:val="FF0000"/>', kind="character", based="Chu")
)


@pytest.mark.parametrize(
    ("paragraph", "looks_of_run", "seen"),
    [
        ("", "", ""),
        ("Dam", "", "b"),
        ("DamNghieng", "", "bi"),
        ("KhongDam", "", ""),
        ("Dam", OFF, ""),
        ("", '<w:rStyle w:val="Chu"/>', "b"),
        ("", '<w:rStyle w:val="ChuDo"/>', "bc"),
        ("", f'<w:rStyle w:val="Chu"/>{OFF}', ""),
        # what both styles switch on is off again, as Word shows a bold word in a bold heading
        ("Dam", '<w:rStyle w:val="Chu"/>', ""),
        ("Dam", f'<w:rStyle w:val="Chu"/>{BOLD}', "b"),
        ("KhongCo", '<w:rStyle w:val="KhongCo"/>', ""),
    ],
)
def test_a_style_says_how_a_run_looks(paragraph: str, looks_of_run: str, seen: str) -> None:
    assert looks(p(r("Tốt", looks_of_run), style=paragraph), styles=STYLES) == [seen]


def test_the_usual_style_counts_for_paragraphs_that_name_none() -> None:
    assert looks(p("Tốt"), styles=style("Thuong", BOLD, more=' w:default="1"')) == ["b"]


def test_what_the_document_says_for_all_text_counts_last() -> None:
    usual = DEFAULT.format(BOLD)
    assert looks(p("Tốt"), styles=usual) == ["b"]
    assert looks(p(r("Tốt", OFF)), styles=usual) == [""]


def test_styles_based_on_each_other_in_a_ring_end() -> None:
    ring = style("A", BOLD, based="B") + style("B", "<w:i/>", based="A")
    assert looks(p("Tốt", style="A"), styles=ring) == ["bi"]


def test_runs_that_look_the_same_are_one() -> None:
    (line,) = read(p("Họ ", r("tên", font("Arial")), r(": An", BOLD), r(" B", BOLD)))
    assert line.runs == (Run("Họ tên"), Run(": An B", bold=True))


@pytest.mark.parametrize(
    "hidden",
    ["<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:rStyle w:val="An"/>'],
)
def test_text_that_nobody_sees_is_left_out(hidden: str) -> None:
    styles = style("An", "<w:vanish/>", kind="character")
    (line,) = read(p("Tốt", r(" ẩn", hidden), " lắm"), styles=styles)
    assert line.text == "Tốt lắm"


def test_a_style_that_hides_is_undone_by_its_run() -> None:
    (line,) = read(
        p(r("Tốt", '<w:vanish w:val="0"/>'), style="An"), styles=style("An", "<w:vanish/>")
    )
    assert line.text == "Tốt"


@pytest.mark.parametrize(
    ("styles", "body"),
    [
        ("", p(r("Hä tªn", font(".VnTime")))),
        ("", p(r("Hä tªn", '<w:rFonts w:hAnsi=".VnTime"/>'))),
        ("", p(r("Hä tªn", '<w:rFonts w:ascii=".VnTime"/>'))),
        (style("Cu", font(".VnTime")), p("Hä tªn", style="Cu")),
        (style("Cu", font(".VnTime"), more=' w:default="1"'), p("Hä tªn")),
        (style("Cu", font(".VnTime")) + style("Moi", "", based="Cu"), p("Hä tªn", style="Moi")),
        (
            style("Cu", font(".VnTime"), kind="character"),
            p(r("Hä tªn", '<w:rStyle w:val="Cu"/>')),
        ),
        (
            DEFAULT.format(font(".VnTime")),
            p("Hä tªn"),
        ),
    ],
    ids=["run", "hAnsi", "ascii", "style", "usual", "based on", "character style", "defaults"],
)
def test_the_font_comes_from_where_word_takes_it(styles: str, body: str) -> None:
    (line,) = read(body, styles=styles)
    assert line.text == "Họ tên"


def test_a_font_of_the_theme_is_no_old_one() -> None:
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    (line,) = read(p(r("Café", themed), style="Cu"), styles=style("Cu", font(".VnTime")))
    assert line.text == "Café"
