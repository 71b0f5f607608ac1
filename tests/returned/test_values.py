"""Values of single places: points, counts, days, texts with their few marks."""

from decimal import Decimal

import pytest

from generator.engine.richtext import paragraphs
from generator.opening.written import Line, Run
from generator.returned.values import as_count, as_day, as_line, as_points, as_text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (" 27,5/30", "27,5"), ("27.5/30", "27,5"), ("…27,5…/30", "27,5"), ("27,50", "27,5"),
        ("27,5 điểm", "27,5"), ("27,5/30 điểm", "27,5"), ("……27/30", "27"), (" : 9 ", "9"),
    ],
)  # fmt: skip
def test_points_are_read_in_the_ways_people_write_them(text: str, value: str) -> None:
    assert as_points(text, Decimal(30)) == (value, "")


@pytest.mark.parametrize(
    "text",
    ["27½/30", "27 ,5/30", "27,555/30", "27,,5", "-2", "90%", "31/30", "20 hoặc 25", "9 đến 10",
     "chín", "27,5 (hai mươi bảy)"],
)  # fmt: skip
def test_other_points_are_in_doubt(text: str) -> None:
    assert as_points(text, Decimal(30)).why


@pytest.mark.parametrize(
    ("text", "value"), [("7", "7"), ("07", "7"), ("07 phiếu", "7"), ("…7…", "7")]
)
def test_counts_are_read(text: str, value: str) -> None:
    assert as_count(text) == (value, "")


@pytest.mark.parametrize(
    "text", ["75%", "-3", "7½", "1O", "7/9", "3 phiếu không tán thành", "7,5", "bảy"]
)
def test_other_counts_are_in_doubt(text: str) -> None:
    assert as_count(text).why


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ngày 05 tháng 12 năm 2026", "05/12/2026"), ("Tân Hòa, ngày 5 tháng 12 năm 2026", "05/12/2026"),
        ("5/12/2026", "05/12/2026"), ("05-12-2026", "05/12/2026"), ("ngày  5  tháng 12, năm 2026", "05/12/2026"),
        ("ngày … tháng … năm 2026", ""),
    ],
)  # fmt: skip
def test_days_are_read(text: str, value: str) -> None:
    assert as_day(text) == (value, "")


@pytest.mark.parametrize(
    "text",
    ["ngày 09, 10 tháng 12 năm 2026", "9-10/11/2026", "ngày 1 2 tháng 11 năm 2026", "112/11/2026",
     "31/11/2026", "05/12/20226", "ngày 09 tháng 11 năm 2026 (sửa ngày 10)", "5/12 và 6/12/2026"],
)  # fmt: skip
def test_other_days_are_in_doubt(text: str) -> None:
    assert as_day(text).why


def test_of_a_birth_a_year_or_month_is_enough() -> None:
    assert as_day("1946", partly=True) == ("1946", "")
    assert as_day("02/1965", partly=True) == ("02/1965", "")
    assert as_day("13/1965", partly=True).why


def written(*runs: Run, bullet: str = "") -> str:
    return as_text([Line(runs, 1, bullet=bullet)]).value


def test_a_text_keeps_its_marks_and_loses_the_dotted_line() -> None:
    assert written(
        Run("……Còn "), Run("chậm", bold=True), Run("; "), Run("nể", italic=True), Run("…………")
    ) == ("Còn **chậm**; *nể*")
    assert written(Run("Một việc."), bullet="- ") == "- Một việc."
    assert written(Run("Một\u00a0việc  nữa.")) == "Một việc nữa."


@pytest.mark.parametrize(
    "text", ["2*3 bằng 6", "**", "# không phải đề mục", "a\\b", "[^1] chú", "---"]
)
def test_what_looks_like_a_mark_prints_as_it_was_typed(text: str) -> None:
    made = paragraphs(written(Run(f"x {text}")))
    assert "".join(str(each["chu"]) for each in made).count("<w:b/>") == 0
    assert text in "".join(str(each["chu"]).replace("</w:t></w:r>", "") for each in made)


def test_dots_inside_and_struck_words_are_in_doubt() -> None:
    assert as_text([Line((Run("Đạt …………… phần trăm"),), 1)]).why
    assert as_text([Line((Run("Đạt "), Run("chín", struck=True), Run(" mười")), 1)]).why
    assert as_line([Line((Run("một"),), 1), Line((Run("hai"),), 2)]).why


@pytest.mark.parametrize(
    "text", ["Trường THCS Tân Hòa. Chức vụ: Hiệu phó", "Trường THCS Tân Hòa ĐT 0912345678"]
)
def test_a_line_that_says_more_than_was_asked_is_in_doubt(text: str) -> None:
    assert as_line([Line((Run(text),), 1)]).why


@pytest.mark.parametrize(
    ("runs", "value"),
    [
        ([Run("Lê Thị Hạnh", bold=True)], "Lê Thị Hạnh"),
        ([Run("Lê Thị "), Run("Hạnh", italic=True)], "Lê Thị Hạnh"),
        ([Run("……", bold=True), Run("Phó Bí thư", bold=True, italic=True)], "Phó Bí thư"),
        ([Run("Trường A*")], "Trường A*"),
    ],
)
def test_a_value_of_one_line_has_no_marks(runs: list[Run], value: str) -> None:
    assert as_line([Line(tuple(runs), 1)]) == (value, "")
