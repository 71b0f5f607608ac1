"""The words of a text that count, and numbers before headings."""

from generator.received.heading_words import counting, line_words
from generator.received.headings import below
from generator.regulations.regimes import regime_for


def test_small_words_do_not_count() -> None:
    assert [word for word, _, _ in line_words("viec thuc hien nhiem vu va ket qua")] == [
        "thuc", "hien", "nhiem", "vu", "ket", "qua",
    ]  # fmt: skip


def test_lines_are_known_by_their_first_word_behind_the_number() -> None:
    found = counting("1. han che\nii. khac phuc\n2. han che")
    assert {word: len(at) for word, at in found.begins.items()} == {"han": 2, "khac": 1}


def test_points_in_the_cell_before_a_heading_are_not_its_number() -> None:
    form = regime_for(2026).bieu_mau["02B"]
    lines = ("Nhóm tiêu chí về kết quả thực hiện nhiệm vụ", "58/70", "Tổng điểm", "84/100")
    said = {form.phan[index].tieu_de: text.strip() for index, text in below(lines, form).items()}
    assert said == {lines[0]: "58/70", "Tổng điểm": "84/100"}
