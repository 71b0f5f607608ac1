"""Blank pages, text beyond the paper and first words are seen as they would be by an eye."""

import pytest

from generator.opening.content import FileContent
from generator.pdf.pages import missing_words, seen, texts

LINE = "0 0 m 100 100 l S"


def pdf(*pages: str, box: str = "0 0 595 842") -> bytes:
    """A PDF whose pages draw what is given, in a font that every reader has."""
    parts = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for content in pages:
        number = len(parts) + 1
        kids.append(f"{number} 0 R")
        parts.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents {number + 1} 0 R /Resources "
            "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )
        parts.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    parts[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    body, table = "%PDF-1.4\n", "0000000000 65535 f \n"
    for number, part in enumerate(parts, 1):
        table += f"{len(body):010} 00000 n \n"
        body += f"{number} 0 obj\n{part}\nendobj\n"
    size = len(parts) + 1
    end = f"trailer << /Root 1 0 R /Size {size} >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {size}\n{table}{end}".encode()


def text(words: str, x: int = 100, y: int = 700) -> str:
    return f"BT /F 14 Tf {x} {y} Td ({words}) Tj ET"


def test_pages_are_counted_and_the_first_is_read() -> None:
    found = seen(pdf(text("Mot hai"), text("Ba")))
    assert (found.pages, found.first) == (2, "Mot hai")
    assert (found.blank, found.cut) == ((), ())


@pytest.mark.parametrize("content", ["", text("3"), text("- 3 -"), text("  ")])
def test_a_page_with_nothing_but_its_number_is_blank(content: str) -> None:
    assert seen(pdf(text("Mot"), content, text("Ba"))).blank == (2,)


@pytest.mark.parametrize("content", [LINE, text("........"), text("x")])
def test_a_page_with_a_line_or_dots_is_not_blank(content: str) -> None:
    assert seen(pdf(content)).blank == ()


@pytest.mark.parametrize(
    ("x", "y"), [(-5, 700), (580, 700), (100, 838), (100, -4)], ids=["left", "right", "top", "foot"]
)
def test_text_beyond_an_edge_is_cut(x: int, y: int) -> None:
    assert seen(pdf(text("Mot"), text("Ra ngoai", x, y))).cut == (2,)


@pytest.mark.parametrize(("x", "y"), [(0, 700), (480, 700), (100, 830), (100, 4)])
def test_text_near_an_edge_is_not(x: int, y: int) -> None:
    assert seen(pdf(text("Trong trang", x, y))).cut == ()


def test_edges_are_those_of_the_paper_wherever_they_begin() -> None:
    page = pdf(text("Mot", -90, -80), box="-100 -100 495 742")
    assert seen(page).cut == ()


def test_a_line_beyond_an_edge_is_no_text() -> None:
    assert seen(pdf(f"{text('Mot')} -50 0 m 700 100 l S")).cut == ()


def test_texts_of_pages_that_are_not_there_are_left_out() -> None:
    assert texts(pdf(text("Mot"), text("Hai")), [1, 7]) == {1: "Hai"}


def test_first_words_are_found_whatever_the_letters_and_the_breaks() -> None:
    word = FileContent("docx", lines=("Đảng bộ xã Lộc Vân\tĐẢNG CỘNG SẢN VIỆT NAM", "", "Số 12"))
    page = "ĐẢNG BỘ XÃ\r\nLỘC VÂN ĐẢNG CỘNG SẢN VIỆT NAM\r\nSố 12 - BC/CB"
    assert missing_words(word, page) == []
    assert missing_words(word, page.replace("LỘC VÂN", "Lộc Hà")) == ["Vân"]


def test_only_the_first_words_are_looked_for() -> None:
    word = FileContent("docx", lines=("một hai ba bốn năm sáu bảy tám chín mười a b", "trang sau"))
    assert missing_words(word, "một hai ba bốn năm sáu bảy tám chín mười a b") == []


@pytest.mark.parametrize(
    ("line", "headed"),
    [("Chương III", True), ("Mục 2", True), ("Điều 10. Quy định chung", True), ("Phần thứ hai", True),
     ("Điều 10. Các chi bộ thi hành.", False), ("Chương trình công tác", False), ("Lê Thị Mẫu", False)],
)  # fmt: skip
def test_a_heading_at_the_foot_of_a_page_is_seen(line: str, headed: bool) -> None:
    from generator.pdf.pages import _HEADING

    assert (_HEADING.fullmatch(line) is not None) is headed


def test_pages_of_plain_words_end_in_no_heading() -> None:
    assert seen(pdf(text("Muc 1"), text("Muc 2"))).headed == ()
