"""The prescribed values, read back from the documents: from their XML, and from the printed page."""

from pathlib import Path

import pytest
from lxml import etree

from tests.acceptance import reading_back as back
from tests.acceptance.test_seeds import CASES, Case, document
from tests.word.pages import Word, converted, needs_printing, words_of

W = back.W
MM = 1440 / 25.4


def resolved(data: bytes, paragraph: etree._Element, path: str) -> etree._Element | None:
    """A property of a paragraph or of the styles it is based on (`pPr/spacing`, `rPr/sz`)."""
    styles = {s.get(f"{W}styleId"): s for s in back.part(data, "word/styles.xml").iter(f"{W}style")}
    steps = "/".join(f"{W}{step}" for step in path.split("/"))
    own = paragraph.find(steps) if path.startswith("pPr") else None
    if own is not None:
        return own
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = style.get(f"{W}val") if style is not None else None
    while name in styles:
        found = styles[name].find(steps)
        if found is not None:
            return found
        based = styles[name].find(f"{W}basedOn")
        name = based.get(f"{W}val") if based is not None else None
    return None


def find(data: bytes, beginning: str) -> etree._Element:
    for paragraph in back.part(data, "word/document.xml").iter(f"{W}p"):
        if " ".join(back.text(paragraph).split()).startswith(beginning):
            return paragraph
    raise AssertionError(beginning)


@pytest.fixture(scope="module", params=CASES, ids=str)
def made(request: pytest.FixtureRequest) -> tuple[Case, bytes]:
    return request.param, document(request.param)


def test_the_page_is_a4_with_the_prescribed_margins(made: tuple[Case, bytes]) -> None:
    sections = list(back.part(made[1], "word/document.xml").iter(f"{W}sectPr"))
    assert sections
    for section in sections:
        size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        assert size is not None
        assert margin is not None
        assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
        millimetres = {
            side: round(int(margin.get(f"{W}{side}") or 0) / MM)
            for side in ("top", "bottom", "left", "right", "header")
        }
        assert millimetres == {"top": 20, "bottom": 20, "left": 30, "right": 15, "header": 10}
        assert section.find(f"{W}titlePg") is not None, "the number is hidden on page 1"


def test_body_paragraphs_are_justified_indented_and_spaced(made: tuple[Case, bytes]) -> None:
    data = made[1]
    for beginning in ("Thực hiện ",):
        paragraph = find(data, beginning)
        spacing, indent = (
            resolved(data, paragraph, "pPr/spacing"),
            resolved(data, paragraph, "pPr/ind"),
        )
        align = resolved(data, paragraph, "pPr/jc")
        assert spacing is not None
        assert indent is not None
        assert align is not None
        assert align.get(f"{W}val") == "both"
        assert 9 <= int(indent.get(f"{W}firstLine") or 0) / MM <= 13
        assert spacing.get(f"{W}lineRule") == "exact"
        assert 18 <= int(spacing.get(f"{W}line") or 0) / 20 <= 22
        assert int(spacing.get(f"{W}after") or 0) + int(spacing.get(f"{W}before") or 0) >= 120


@pytest.mark.parametrize(
    ("seed", "beginning", "points", "bold", "italic"),
    [
        ("thanh-uy-can-tho-2022", "ĐẢNG CỘNG SẢN VIỆT NAM", 15, True, False),
        ("thanh-uy-can-tho-2022", "THÀNH ỦY CẦN THƠ", 14, True, False),
        ("thanh-uy-can-tho-2022", "Số 608-CV/TU", 14, False, False),
        ("thanh-uy-can-tho-2022", "Nâng cao chất lượng", 12, False, True),
        ("thanh-uy-can-tho-2022", "Cần Thơ, ngày 14", 14, False, True),
        ("thanh-uy-can-tho-2022", "Thực hiện Công văn", 14, False, False),
        ("thanh-uy-can-tho-2022", "T/M BAN THƯỜNG VỤ", 14, True, False),
        ("thanh-uy-can-tho-2022", "Phạm Văn Hiểu", 14, True, False),
        ("thanh-uy-can-tho-2022", "- Như trên,", 12, False, False),
        ("thanh-uy-ha-tinh-2024", "ĐẢNG BỘ TỈNH HÀ TĨNH", 14, False, False),
        ("thanh-uy-ha-tinh-2024", "THÀNH ỦY HÀ TĨNH", 14, True, False),
        ("ke-hoach-tinh-2021", "KẾ HOẠCH", 16, True, False),
        ("ke-hoach-tinh-2021", "kiểm điểm, đánh giá, xếp loại", 14, True, False),
        ("tinh-uy-binh-dinh-2022", "sao lục", 14, True, False),
    ],
)
def test_each_component_has_its_size_and_weight(
    seed: str, beginning: str, points: int, bold: bool, italic: bool
) -> None:
    data = document(next(case for case in CASES if case.seed == seed))
    try:
        paragraph = find(data, beginning)
    except AssertionError:
        paragraph = find(data, beginning.upper())
    size = resolved(data, paragraph, "rPr/sz")
    assert size is not None
    assert int(size.get(f"{W}val") or 0) == points * 2
    assert (resolved(data, paragraph, "rPr/b") is not None) is bold
    assert (resolved(data, paragraph, "rPr/i") is not None) is italic


def test_every_letter_is_times_new_roman_and_vietnamese(made: tuple[Case, bytes]) -> None:
    styles = back.part(made[1], "word/styles.xml")
    fonts = {value for f in styles.iter(f"{W}rFonts") for value in f.attrib.values()}
    assert fonts == {"Times New Roman"}
    body = back.part(made[1], "word/document.xml")
    assert list(body.iter(f"{W}rFonts")) == []
    assert [lang.get(f"{W}val") for lang in styles.iter(f"{W}lang")] == ["vi-VN"]


def test_recipients_and_signature_cannot_be_torn_apart(made: tuple[Case, bytes]) -> None:
    data = made[1]
    heading = find(data, "Nơi nhận:")
    row = next(heading.iterancestors(f"{W}tr"))
    assert row.find(f"{W}trPr/{W}cantSplit") is not None
    assert "T/" in back.text(row)
    assert resolved(data, heading, "pPr/keepNext") is not None


def test_the_package_is_as_small_as_word_would_save_it(made: tuple[Case, bytes]) -> None:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(made[1])) as archive:
        names = archive.namelist()
        total = sum(
            info.compress_size for info in archive.infolist() if "document" not in info.filename
        )
    assert sorted(n for n in names if "style" in n.lower()) == ["word/styles.xml"]
    assert not [n for n in names if "thumbnail" in n or "vba" in n.lower()]
    assert total < 12_000


# --- the printed page -------------------------------------------------------------------------


def printed(path: Path, folder: Path) -> list[Word]:
    converted([path], folder)
    return [word for page in words_of(folder / f"{path.stem}.pdf") for word in page]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Word]]:
    folder = tmp_path_factory.mktemp("giay")
    found = {}
    for case in CASES:
        path = folder / f"{case.seed}.docx"
        path.write_bytes(document(case))
        found[case.seed] = printed(path, folder)
    return found


def phrase(words: list[Word], text: str) -> list[Word]:
    wanted = text.split()
    for i in range(len(words)):
        if [w.text for w in words[i : i + len(wanted)]] == wanted:
            return words[i : i + len(wanted)]
    raise AssertionError(text)


@needs_printing
@pytest.mark.libreoffice
@pytest.mark.parametrize("case", CASES, ids=str)
def test_all_print_stays_inside_the_margins(pages: dict[str, list[Word]], case: Case) -> None:
    for word in pages[case.seed]:
        assert word.left >= 29.5
        assert word.right <= 195.6
        numbered = word.text.isdigit() and word.top < 16
        assert numbered or word.top >= 19
        assert word.bottom <= 278


@needs_printing
@pytest.mark.libreoffice
@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_page_number_stands_centred_10_mm_from_the_top_but_not_on_page_1(
    pages: dict[str, list[Word]], case: Case
) -> None:
    numbers = [w for w in pages[case.seed] if w.top < 18]
    assert numbers
    first = {w.page for w in numbers}
    assert 1 not in first
    for number in numbers:
        assert 9 <= number.top <= 12
        assert (number.left + number.right) / 2 == pytest.approx(112.5, abs=1)


@needs_printing
@pytest.mark.libreoffice
@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_header_boxes_stand_where_the_diagram_has_them(
    pages: dict[str, list[Word]], case: Case
) -> None:
    words = pages[case.seed]
    title = phrase(words, "ĐẢNG CỘNG SẢN VIỆT NAM")
    assert title[0].page == 1
    assert 19 <= title[0].top <= 23
    assert title[0].left > 112.5, "box 1 stands in the right half"
    assert title[-1].right - title[0].left == pytest.approx(73.3, abs=1.5)
    issuer = words[0]
    assert issuer.top == pytest.approx(title[0].top, abs=1)
    assert issuer.right < 112.5, "box 2 stands in the left half"
    star = next(w for w in words if w.text == "*")
    number = next(w for w in words if w.text == "Số" and w.page == 1)
    assert issuer.top < star.top < number.top
    date = next(w for w in words if w.text in {"ngày", "ngày "} and w.left > 112.5)
    assert date.top > title[0].bottom - 1


@needs_printing
@pytest.mark.libreoffice
@pytest.mark.parametrize("case", CASES, ids=str)
def test_recipients_stand_left_and_the_signature_right_on_one_page(
    pages: dict[str, list[Word]], case: Case
) -> None:
    words = pages[case.seed]
    recipients = next(w for w in words if w.text == "Nơi")
    signature = next(w for w in words if w.text == "T/M")
    assert recipients.page == signature.page
    assert recipients.left == pytest.approx(30, abs=0.6)
    assert signature.left > 112.5
    assert recipients.top == pytest.approx(signature.top, abs=1.5)
    above = [w for w in words if w.page == signature.page and 18 < w.top < signature.top]
    assert above, "a signature block does not stand alone on its page"


@needs_printing
@pytest.mark.libreoffice
def test_the_rule_below_the_title_is_as_wide_as_the_title(
    pages: dict[str, list[Word]],
) -> None:
    """The rule is the paragraph's border; the paragraph is as wide as its text."""
    title = phrase(pages["thanh-uy-can-tho-2022"], "ĐẢNG CỘNG SẢN VIỆT NAM")
    data = document(CASES[1])
    paragraph = find(data, "ĐẢNG CỘNG SẢN VIỆT NAM")
    cell = next(paragraph.iterancestors(f"{W}tc"))
    width = cell.find(f"{W}tcPr/{W}tcW")
    indent, border = (
        resolved(data, paragraph, "pPr/ind"),
        resolved(data, paragraph, "pPr/pBdr/bottom"),
    )
    assert width is not None
    assert indent is not None
    assert border is not None
    inner = int(width.get(f"{W}w") or 0) - sum(
        int(indent.get(f"{W}{s}") or 0) for s in ("left", "right")
    )
    assert inner / MM == pytest.approx(title[-1].right - title[0].left, abs=1.5)
