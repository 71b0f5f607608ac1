"""Where headings are found in a file, and what stands below them."""

import random

import pytest

from generator.received.headings import below, has_all, missing, page, spots, words
from generator.received.quoted import shown
from generator.regulations.che_do import BieuMau, Phan
from generator.regulations.regimes import load_regime, regime_codes, regime_for

WEAK, WHY, PLAN = "Hạn chế, khuyết điểm", "Nguyên nhân của hạn chế", "Phương hướng khắc phục"


def form_of(*titles: str) -> BieuMau:
    """A form with these headings."""
    parts = tuple(Phan(tieu_de=title, nguon="Mẫu 02A") for title in titles)
    return regime_for(2024).bieu_mau["02A"].model_copy(update={"phan": parts})


FORM = form_of(WEAK, WHY, PLAN)


def there(*lines: str) -> list[int]:
    """Which of the three headings are found."""
    return [spot.part for spot in spots(lines, FORM)]


@pytest.mark.parametrize(
    "line",
    [
        WEAK,
        WEAK.upper(),
        "Han che, khuyet diem",
        "Hạn chế khuyết điểm",
        "Hạn chế; khuyết điểm:",
        "H ạ n c h ế, khuyết điểm",
        "Hạnchế, khuyếtđiểm",
        "Hạn chế,\u00a0khuyết  điểm",
        "1. Hạn chế, khuyết điểm",
        "1.1. Hạn chế, khuyết điểm",
        "II.1- Hạn chế, khuyết điểm",
        "II/ Hạn chế, khuyết điểm",
        "A. I. 1. Hạn chế, khuyết điểm",
        "b) Hạn chế, khuyết điểm",
        "- Hạn chế, khuyết điểm",
        "* 1) “Hạn chế, khuyết điểm”",
        "Nội dung\tHạn chế, khuyết điểm",
        "Nội dung     Hạn chế, khuyết điểm",
        "Hạn chế, khuyết điểm: Không có.",
    ],
)
def test_a_heading_begins_a_line_or_column_behind_its_number(line: str) -> None:
    assert there("Mở đầu.", line) == [0]


@pytest.mark.parametrize(
    "line",
    [
        "Về hạn chế, khuyết điểm",
        "Đã khắc phục. Hạn chế, khuyết điểm",
        "Mục 1. Hạn chế, khuyết điểm",
        "Nội dung    Hạn chế, khuyết điểm",  # four blanks make no column
        "1.2.3.4 Hạn chế, khuyết điểm",
        "100. Hạn chế, khuyết điểm",
        "n) Hạn chế, khuyết điểm",
        "Hạn chế, khuyết điểmm",
        "Hạn chế và khuyết điểm",
        "Hạn chế",
        "",
    ],
)
def test_in_a_sentence_or_in_other_words_it_is_none(line: str) -> None:
    assert there("Mở đầu.", line) == []


def test_a_heading_may_run_over_lines() -> None:
    assert there("1. Hạn chế,", "khuyết điểm", "2. Nguyên nhân", "của hạn chế") == [0, 1]


def test_headings_are_found_in_their_order_and_one_that_is_not_there_is_passed_over() -> None:
    assert there(WEAK, "Còn chậm.", PLAN) == [0, 2]
    assert there(PLAN, WEAK, WHY) == [0, 1]
    assert missing((PLAN, WEAK, WHY), FORM) == [PLAN]
    assert missing((WEAK, WHY, PLAN), FORM) == []
    assert missing((), FORM) == [WEAK, WHY, PLAN]


def test_what_stands_below_reaches_to_the_next_heading() -> None:
    lines = (
        f"1. {WEAK}",
        "Còn chậm.",
        "Chưa đủ.",
        f"2. {WHY}: khách quan",
        f"3. {PLAN}",
        "Sẽ làm.",
    )
    assert below(lines, FORM) == {
        0: "\ncon cham.\nchua du.", 1: ": khach quan", 2: "\nse lam.",
    }  # fmt: skip
    assert below(lines[:3], FORM) == {0: "\ncon cham.\nchua du."}
    assert below((), FORM) == {}


def test_a_heading_inside_a_longer_one_is_not_taken_for_it() -> None:
    form = form_of("Hạn chế", "Hạn chế và nguyên nhân")
    assert [spot.part for spot in spots(("Hạn chế và nguyên nhân", "Hạn chế"), form)] == [0]


@pytest.mark.parametrize("seed", range(20))
def test_a_file_has_all_headings_if_none_is_missing(seed: int) -> None:
    draw = random.Random(seed)
    forms = [form for code in regime_codes() for form in load_regime(code).bieu_mau.values()]
    for form in forms:
        titles = [part.tieu_de for part in form.phan]
        lines = [" ".join(_retold(draw, each)) for each in titles]
        if draw.random() < 0.5 and lines:
            del lines[draw.randrange(len(lines))]
        for other in forms:
            assert has_all(tuple(lines), other) is (missing(tuple(lines), other) == [])


def _retold(draw: random.Random, title: str) -> list[str]:
    """The words of a heading, now and then without one of them."""
    said = title.split()
    if len(said) > 1 and draw.random() < 0.3:
        del said[draw.randrange(len(said))]
    return said


def test_a_page_has_its_lines_and_columns() -> None:
    assert page(("Họ tên:\tAn", "A     B", "A    B", "A\u00a0 B")) == "ho ten:\tan\na\tb\na b\na b"


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        ("kỷ luật", "ki luat", True),
        ("kỉ luật", "ky luat", True),
        ("kỷ luật", "k y l u a t", True),
        ("kỷ luật", "ky,\nluat", True),
        ("Mẫu 02A", "mau so 02a", False),
        ("Mẫu 02A", "mau - 02 a", True),
        ("kỷ luật", "ka luat", False),
    ],
)
def test_words_are_found_whatever_signs_are_between_them(
    title: str, text: str, found: bool
) -> None:
    assert bool(words(title).search(text)) is found


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        (["A"], "«A»"),
        (["A", "B"], "«A», «B»"),
        (["A", "B", "C"], "«A», «B» và 1 mục khác"),
        (["A", "B", "C", "D"], "«A», «B» và 2 mục khác"),
    ],
)
def test_the_first_titles_are_named_and_the_others_counted(titles: list[str], said: str) -> None:
    assert shown(titles, 2, "mục") == said
