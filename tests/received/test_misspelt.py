"""Headings in which many words lack a letter."""

import pytest

from generator.received.headings import missing
from generator.regulations.regimes import regime_for

FORM = regime_for(2026).bieu_mau["02C"]
TITLES = [part.tieu_de for part in FORM.phan]


@pytest.mark.parametrize(
    ("start", "typed"),
    [
        ("Giải trình", "IV. Gải trình những vấn đề đươc gợi ý kiểm điêm (nêu có)"),
        ("Phương hướng", "VI. Phương hươg, biên phap khắc phuc han chế, khuyêt điển"),
        (
            "Làm rõ",
            "V. Làm rỏ trách nhiêm của cá nhân đôi với nhưng hạng chế khuyết điểm của tâp thể",
        ),
    ],
)
def test_a_heading_typed_in_haste_is_there(start: str, typed: str) -> None:
    lines = tuple(typed if title.startswith(start) else title for title in TITLES)
    assert missing(lines, FORM) == []


@pytest.mark.parametrize(
    "typed",
    [
        "VI. Phương hướng phấn đấu năm sau",
        "Phương hướng khắc phục hạn chế thì đã nêu ở trên",
        "Không có",
    ],
)
def test_another_line_in_its_place_is_none(typed: str) -> None:
    lines = tuple(typed if title.startswith("Phương hướng") else title for title in TITLES)
    assert [title[:12] for title in missing(lines, FORM)] == ["Phương hướng"]


@pytest.mark.parametrize(
    "typed",
    [
        "1. Về phẩm chất chính trị, đạo đức, lối sống:",
        "1. Về phẩm chất chính trị, đạo đức, lối sống: Giữ vững lập trường, sống giản dị.",
        "1/ Phẩm chất chính trị, đạo đức, lối sống; ý thức tổ chức kỷ luật; tác phong, lề lối",
    ],
)
def test_a_long_heading_with_words_left_out_is_there(typed: str) -> None:
    lines = tuple(typed if title.startswith("Về phẩm chất") else title for title in TITLES)
    assert missing(lines, FORM) == []


@pytest.mark.parametrize(
    "typed",
    [
        "1. Phẩm chất chính trị",
        "1. Về phẩm chất chính trị; phẩm chất đạo đức, lối sống; ý thức tổ chức kỷ luật; tác phong",
        "Phẩm chất chính trị, đạo đức, lối sống của tôi được giữ vững trong cả năm qua.",
    ],
)
def test_another_heading_and_a_sentence_are_no_shortened_one(typed: str) -> None:
    lines = tuple(typed if title.startswith("Về phẩm chất") else title for title in TITLES)
    assert len(missing(lines, FORM)) == 1
