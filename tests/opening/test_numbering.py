"""Numbers and bullets that Word puts before paragraphs are those that a reader sees."""

import pytest

from tests.opening.written_word import p, read


def level(at: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def kind(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def item(text: str, number: int = 1, at: int = 0, style: str = "") -> str:
    more = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, more=more, style=style)


def bullets(body: str, **parts: str) -> list[str]:
    return [line.bullet for line in read(body, **parts)]


@pytest.mark.parametrize(
    ("name", "text", "seen"),
    [
        ("decimal", "%1.", ["1. ", "2. ", "3. "]),
        ("decimal", "Câu %1:", ["Câu 1: ", "Câu 2: ", "Câu 3: "]),
        ("decimalZero", "%1", ["01 ", "02 ", "03 "]),
        ("lowerLetter", "%1)", ["a) ", "b) ", "c) "]),
        ("upperLetter", "%1.", ["A. ", "B. ", "C. "]),
        ("lowerRoman", "%1.", ["i. ", "ii. ", "iii. "]),
        ("upperRoman", "%1.", ["I. ", "II. ", "III. "]),
        ("bullet", "\uf0b7", ["- "] * 3),
        ("bullet", "–", ["- "] * 3),
        ("bullet", "+", ["+ "] * 3),
        ("none", "", [""] * 3),
        ("none", "%1", [""] * 3),
        ("chuaBiet", "%1.", ["1. ", "2. ", "3. "]),
    ],
)
def test_each_kind_of_number(name: str, text: str, seen: list[str]) -> None:
    numbering = kind(0, level(0, name, text)) + num(1, 0)
    assert bullets(item("a") + item("b") + item("c"), numbering=numbering) == seen


TWO = kind(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "%1.%2)")) + num(1, 0)


def test_a_level_begins_anew_below_the_next_number() -> None:
    body = item("A") + item("b", at=1) + item("c", at=1) + item("D") + item("e", at=1)
    assert bullets(body, numbering=TWO) == ["1. ", "1.a) ", "1.b) ", "2. ", "2.a) "]


def test_an_item_that_was_left_empty_is_counted() -> None:
    assert bullets(item("A") + item("") + item("C"), numbering=TWO) == ["1. ", "3. "]


def test_text_between_does_not_end_a_list() -> None:
    assert bullets(item("A") + p("giữa") + item("C"), numbering=TWO) == ["1. ", "", "2. "]


def test_lists_of_one_kind_count_on_unless_one_begins_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = kind(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, anew)
    body = item("a") + item("b", 2) + item("c", 3) + item("d", 3)
    assert bullets(body, numbering=numbering) == ["1. ", "2. ", "5. ", "6. "]


def test_a_list_may_change_a_level_of_its_kind() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1 -")}</w:lvlOverride>'
    numbering = kind(0, level(0, "decimal", "%1.")) + num(1, 0, own)
    assert bullets(item("a"), numbering=numbering) == ["I - "]


def by_style(name: str, number: int, more: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:pPr><w:numPr>{more}'
        f'<w:numId w:val="{number}"/></w:numPr></w:pPr></w:style>'
    )


def test_a_style_numbers_its_paragraphs() -> None:
    body = p("a", style="Muc") + p("b", style="Muc")
    assert bullets(body, numbering=TWO, styles=by_style("Muc", 1)) == ["1. ", "2. "]
    deeper = by_style("Muc", 1, '<w:ilvl w:val="1"/>')
    assert bullets(body, numbering=TWO, styles=deeper) == ["1.a) ", "1.b) "]


def test_a_level_names_the_style_that_it_is_for() -> None:
    named = level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Diem"/>')
    numbering = kind(0, level(0, "decimal", "%1."), named) + num(1, 0)
    assert bullets(p("a", style="Diem"), numbering=numbering, styles=by_style("Diem", 1)) == ["a) "]


def test_a_paragraph_may_take_itself_out_of_the_list_of_its_style() -> None:
    body = item("a", 0, style="Muc")
    assert bullets(body, numbering=TWO, styles=by_style("Muc", 1)) == [""]


def test_a_list_may_be_that_of_a_style() -> None:
    link = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="DanhSach"/></w:abstractNum>'
    numbering = link + TWO + num(9, 7)
    assert bullets(item("a", 9), numbering=numbering, styles=by_style("DanhSach", 1)) == ["1. "]


@pytest.mark.parametrize(
    ("name", "number", "seen"),
    [
        ("lowerLetter", 26, "z"), ("lowerLetter", 27, "aa"), ("lowerLetter", 28, "bb"),
        ("lowerLetter", 99999, "99999"), ("upperRoman", 1994, "MCMXCIV"), ("upperRoman", 99999, "99999"),
        ("decimal", 0, "0"), ("upperLetter", 0, "0"),
    ],
)  # fmt: skip
def test_high_numbers_are_written_as_word_does_or_in_digits(
    name: str, number: int, seen: str
) -> None:
    start = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{number}"/></w:lvlOverride>'
    numbering = kind(0, level(0, name, "%1")) + num(1, 0, start)
    assert bullets(item("a"), numbering=numbering) == [f"{seen} "]


def test_numbers_that_mean_harm_stay_short() -> None:
    huge = kind(0, level(0, "decimal", "%1" * 100_000)) + num(1, 0)
    assert all(len(each) <= 41 for each in bullets(item("a") * 50, numbering=huge))
    strange = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="10000000000"/></w:lvlOverride>'
    assert bullets(item("a"), numbering=TWO.replace("</w:num>", f"{strange}</w:num>")) == ["0. "]


def test_a_list_that_is_not_there_gives_no_number() -> None:
    assert bullets(item("a", 8) + item("b", 1, 5), numbering=TWO) == ["", ""]
    assert bullets(item("a")) == [""]
