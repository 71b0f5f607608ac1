"""The parts of a text of articles are recognised, and a body ends as the pack prescribes."""

import pytest

from generator.papers.letter_body import body, ended
from generator.regulations.packs import load_pack

REGULATION = """# Chương I
# Quy định chung
Mục 1
TÊN MỤC
## Điều 1. Phạm vi
1. Khoản một.
a) Điểm a.
đ) Điểm đ.
Một câu nữa.
2. Khoản hai.
**Điều 2.** Có hiệu lực.
1. Khoản của điều hai."""


def parts(text: str) -> list[str]:
    return [each["phan"] for each in body(text)]


def test_every_part_of_a_regulation_is_recognised() -> None:
    assert parts(REGULATION) == [
        "chuong", "ten_chuong", "muc", "ten_muc", "dieu", "khoan", "diem", "diem", "", "khoan", "",
        "khoan",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["Phần I", "Phần thứ nhất", "Chương thứ hai", "CHƯƠNG IV", "Chương 2", "# Chương X."],
)
def test_a_chapter_is_numbered_in_roman_or_in_words(line: str) -> None:
    assert parts(f"{line}\nTÊN CHƯƠNG\nMột câu.") == ["chuong", "ten_chuong", ""]


@pytest.mark.parametrize(
    "line",
    [
        "1. Một câu không thuộc điều nào.", "a) Không thuộc điều nào.", "Chương trình làm việc",
        "Phần lớn các đơn vị", "Mục 3 của Quy định", "Điều 5 của Điều lệ Đảng", "Chương I nói rõ.",
    ],
)  # fmt: skip
def test_what_only_sounds_like_a_part_is_text(line: str) -> None:
    assert parts(line) == [""]


def test_a_chapter_without_a_name_takes_none_from_the_text() -> None:
    assert parts("Chương I\nMột câu của chương.") == ["chuong", ""]
    assert parts("Chương I\n## Điều 1. Phạm vi") == ["chuong", "dieu"]


@pytest.mark.parametrize(
    "name",
    ["Quy định chung", "# Quy định chung", "QUY ĐỊNH CHUNG", "Chức năng, nhiệm vụ của chi ủy"],
)
def test_the_line_below_a_chapter_is_its_name_however_it_is_typed(name: str) -> None:
    assert parts(f"Chương I\n{name}\nĐiều 1. Phạm vi")[:2] == ["chuong", "ten_chuong"]
    assert parts(f"Mục 1\n{name}\nĐiều 1. Phạm vi")[:2] == ["muc", "ten_muc"]


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Điều 1. Ban hành.", ["DieuTu:Điều 1.", ": Ban hành."]),
        ("**Điều 1.** Ban hành.", ["DieuTu b:Điều 1.", ": Ban hành."]),
        ("**Điều 1. Ban hành.**", ["DieuTu b:Điều 1.", "b: Ban hành."]),
        ("*Theo* Điều 1. x", ["i:Theo", ": Điều 1. x"]),
    ],
)
def test_of_an_article_with_its_text_only_the_words_are_drawn_as_one(
    line: str, printed: list[str]
) -> None:
    import re

    xml = str(body(line)[0]["chu"])
    runs = re.findall(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t[^>]*>(.*?)</w:t></w:r>", xml)
    marks = {'<w:rStyle w:val="DieuTu"/>': "DieuTu", "<w:b/><w:bCs/>": "b", "<w:i/><w:iCs/>": "i"}
    shown = []
    for properties, text in runs:
        found = [word for tag, word in marks.items() if tag in properties]
        shown.append(f"{' '.join(found)}:{text}")
    assert shown == printed


@pytest.mark.parametrize(
    ("ma", "text", "printed"),
    [
        ("nd30", "Một.", "Một./."),
        ("nd30", "Một./.", "Một./."),
        ("nd30", "Một", "Một./."),
        ("nd30", "Một.\nHai **ba.**\n", "Một.\nHai **ba./.**"),
        ("hd05", "Một./.", "Một."),
        ("hd05", "Một", "Một."),
        ("hd05", "Một.", "Một."),
        ("hd05", "Gồm:", "Gồm:"),
        ("hd05", "- Một;", "- Một;"),
        ("hd05", "# Đề mục", "# Đề mục"),
        ("hd05", "Một.\n[^1]: Chú thích", "Một.\n[^1]: Chú thích"),
        ("hd05", "Bác dạy: “Cán bộ là cái gốc.”", "Bác dạy: “Cán bộ là cái gốc.”"),
        ("hd05", "Bác dạy: “Cán bộ là cái gốc”", "Bác dạy: “Cán bộ là cái gốc”."),
        ("hd05", "(Có danh sách kèm theo.)", "(Có danh sách kèm theo.)"),
        ("hd05", "(Có danh sách kèm theo)", "(Có danh sách kèm theo)."),
        ("nd30", "(Có danh sách kèm theo.)", "(Có danh sách kèm theo.)./."),
        ("nd30", "Vì sao?", "Vì sao?"),
        ("nd30", "-----", "-----"),
        ("nd30", "…", "…"),
    ],
)
def test_a_body_ends_with_the_mark_of_its_pack(ma: str, text: str, printed: str) -> None:
    assert ended(load_pack(ma), text, keep=False) == printed
    assert ended(load_pack(ma), text, keep=True) == text


@pytest.mark.parametrize(
    ("typed", "made"), [("Hết ./.", "Hết."), ("Hết./.", "Hết."), ("Hết.", "Hết."), ("Hết", "Hết.")]
)
def test_the_party_ends_with_a_point_whatever_was_typed(typed: str, made: str) -> None:
    assert ended(load_pack("hd05"), typed, keep=False) == made


@pytest.mark.parametrize("typed", ["Như sau:\n[bảng 1]", "| a | b |\n|-|-|\n| 1 | 2 |"])
def test_a_text_that_ends_with_a_table_gets_no_point(typed: str) -> None:
    assert ended(load_pack("hd05"), typed, keep=False) == typed
