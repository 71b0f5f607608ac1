"""A part that somebody added to a form is told: its text belongs to none of the answers."""

import pytest

from generator.opening.written import Line, Run
from generator.returned.answers import answers
from generator.returned.outline import Anchor, Outline, Slot

LAST = "VI. Phương hướng, biện pháp khắc phục hạn chế, khuyết điểm"
OUTLINE = Outline(
    (
        Anchor("V. Làm rõ trách nhiệm của cá nhân", (Slot(("trach_nhiem",), "chu"),)),
        Anchor(LAST, (Slot(("phuong_huong",), "chu"),)),
        Anchor("B. NỘI DUNG TỰ ĐÁNH GIÁ, XẾP LOẠI"),
    )
)


def doubted(*typed: str) -> bool:
    """Whether the last answer is asked about; a line in «**» is bold."""
    texts = [
        "V. Làm rõ trách nhiệm của cá nhân",
        "Không có.",
        LAST,
        *typed,
        OUTLINE.anchors[2].text,
    ]
    lines = [
        Line((Run(text.strip("*"), bold=text.startswith("**")),), number)
        for number, text in enumerate(texts, 1)
    ]
    found = {each.path: each for each in answers(OUTLINE, lines)}
    assert not found["trach_nhiem",].why
    return bool(found["phuong_huong",].why)


@pytest.mark.parametrize(
    "heading",
    ["VII. Kiến nghị, đề xuất", "VII/ Kiến nghị", "Phần VII. Kiến nghị", "VII- KIẾN NGHỊ",
     "VII. Kiến nghị: không có", "**VII. Kiến nghị, đề xuất", "**Kiến nghị, đề xuất"],
)  # fmt: skip
def test_a_part_behind_the_last_of_the_form_is_told(heading: str) -> None:
    assert doubted("Sẽ mạnh dạn góp ý hơn.", heading, "Đề nghị cấp trên quan tâm.")


@pytest.mark.parametrize(
    "typed",
    [
        ["Sẽ mạnh dạn góp ý hơn.", "Đề nghị cấp trên quan tâm."],
        ["I. Về học tập", "Đọc nhiều hơn.", "II. Về việc làm", "Làm đúng hạn."],
        ["Một câu.", "Vì tập thể, tôi sẽ cố gắng.", "Hết."],
        ["Một câu.", "**Rất quan trọng: đúng giờ.", "Hết."],
        ["1. Góp ý thẳng thắn", "2. Học tập", "7. Đúng giờ"],
        ["Đại hội XIV. Nghị quyết được học.", "Xong."],
    ],
)
def test_what_an_answer_numbers_or_stresses_itself_is_its_own(typed: list[str]) -> None:
    assert not doubted(*typed)
