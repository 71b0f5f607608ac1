"""Which days of a paper are days of signing, and which of them belong to a review."""

import pytest

from generator.model.verdict import Ket
from generator.received.years import Day, in_time, signing_days, wrong_year
from tests.received.test_findings import FORM, PAPER, said, seen

SECOND = Day(2024, 12, 2)


@pytest.mark.parametrize(
    "line",
    [
        "Hồng Sơn, ngày 02 tháng 12 năm 2024",
        "Hồng Sơn, ngày 2 tháng 12, năm 2024.",
        "Hồng Sơn,ngày 02 tháng 12 năm 2024",
        "HỒNG SƠN, NGÀY 02 THÁNG 12 NĂM 2024",
        "Ngày 02 tháng 12 năm 2024",
        "  Ngày 02 tháng 12 năm 2024 ",
        "02 tháng 12 năm 2024",
        "Hồng Sơn, 02/12/2024",
        "Hồng Sơn, ngày 2-12-2024",
        "02.12.2024",
        "2/12/24",
        "02 / 12 / 2024",
        "ĐẢNG CỘNG SẢN VIỆT NAM\tHồng Sơn, ngày 02 tháng 12 năm 2024",
        "ĐẢNG CỘNG SẢN VIỆT NAM     ngày 02 tháng 12 năm 2024",
        # the number of the paper in the column beside it
        "Số 45-BC/ĐU\tHồng Sơn, ngày 02 tháng 12 năm 2024",
        "Số 45-BC/ĐU     Hồng Sơn, ngày 02 tháng 12 năm 2024",
        "Hồng Sơn, ngày 02 tháng 12 năm 2024\tCHI BỘ",
        "Hồng Sơn, ngày 02 tháng 12 năm 2024\u00a0\u00a0\u00a0\u00a0\u00a0CHI BỘ",
        "(Hồng Sơn, ngày 02 tháng 12 năm 2024)",
        "Hồi 8 giờ 00 ngày 02/12/2024, tại hội trường Đảng ủy phường.",
        "Hôm nay, ngày 02 tháng 12 năm 2024, tại trụ sở, chi bộ họp.",
        "- Vào hồi 14 giờ ngày 2 tháng 12 năm 2024",
        "Vào lúc 8 giờ, ngày 02/12/2024",
    ],
)
def test_a_day_of_signing_ends_its_line_or_is_that_of_a_meeting(line: str) -> None:
    assert signing_days((line,)) == [SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "Ngày vào Đảng: 02/12/2024",
        "Ngày sinh: ngày 02 tháng 12 năm 2024",
        "Sinh ngày 02 tháng 12 năm 2024",
        "Kế hoạch số 15-KH/ĐU, ngày 02/12/2024",
        "Số 45-BC/ĐU    Hồng Sơn, ngày 02 tháng 12 năm 2024",  # four blanks make no column
        "Theo Công văn 12-CV/ĐU, ngày 02 tháng 12 năm 2024",
        "Hoàn thành ngày 02 tháng 12 năm 2024",
        "Hồng Sơn, ngày 02 tháng 12 năm 2024 của Đảng ủy",
        "Hồng Sơn, ngày     tháng     năm 2024",
        "Hồng Sơn, ngày … tháng 12 năm 2024",
        "Hồng Sơn, ngày 02 tháng 12",
        "tháng 12 năm 2024",
        "Năm 2024",
        "02/12",
        "02/12/1924",
        "Hồi 8 giờ 00, tại hội trường",
    ],
)
def test_any_other_day_is_none(line: str) -> None:
    assert signing_days((line,)) == []


def test_days_are_returned_in_their_order_as_they_are_written() -> None:
    lines = ("Hồng Sơn, 31/12/2024", "Nội dung", "Ngày 01 tháng 01 năm 2025", "Ngày 32/13/2024")
    assert signing_days(lines) == [Day(2024, 12, 31), Day(2025, 1, 1), Day(2024, 13, 32)]


@pytest.mark.parametrize(
    ("day", "yes"),
    [
        (Day(2024, 5, 31), False), (Day(2024, 6, 1), True), (Day(2024, 12, 31), True),
        (Day(2025, 1, 1), True), (Day(2025, 6, 30), True), (Day(2025, 7, 1), False),
        (Day(2023, 12, 2), False), (Day(2024, 2, 30), False), (Day(2024, 13, 1), False),
        (Day(2024, 12, 0), False), (Day(2025, 2, 29), False),
    ],
)  # fmt: skip
def test_papers_are_signed_from_june_until_the_next(day: Day, yes: bool) -> None:
    assert in_time(day, 2024) is yes


@pytest.mark.parametrize(
    "title",
    [
        "Mẫu 02B-HD KĐ.ĐG 2023 - Năm 2023",
        "Mẫu 02B-HD KD.DG2023 BẢN KIỂM ĐIỂM NĂM: 2023",
        "BẢN KIỂM ĐIỂM CÁ NHÂN NĂM 2023",
        "(Năm 2023)",
    ],
)
def test_the_year_of_a_title_outranks_those_of_sentences(title: str) -> None:
    lines = (title, "Thực hiện Kế hoạch kiểm điểm năm 2024 của Đảng ủy,")
    assert said(wrong_year, PAPER, *lines) == ["đầu tệp ghi năm 2023, không phải năm 2024"]
    assert said(wrong_year, PAPER, "Báo cáo của chi bộ, năm 2023,", lines[1]) == []


@pytest.mark.parametrize(
    ("lines", "ket"),
    [
        # nothing speaks for the year of the review
        (("Hồng Sơn, ngày 02 tháng 12 năm 2023",), Ket.SAI_MAU),
        (("Hồng Sơn, ngày 02 tháng 12 năm 2026",), Ket.SAI_MAU),
        (("Ngày 02/12/2022", "Ngày 02/12/2023"), Ket.SAI_MAU),
        # a title does, or a day of that year or the next
        (("Năm 2024", "Ngày 02/12/2023"), Ket.CAN_XEM_LAI),
        (("Ngày 02/12/2023", "Ngày 02/12/2024"), Ket.CAN_XEM_LAI),
        (("Hồng Sơn, ngày 05 tháng 01 năm 2024",), Ket.CAN_XEM_LAI),
        (("Hồng Sơn, ngày 05 tháng 8 năm 2025",), Ket.CAN_XEM_LAI),
        (("BÁO CÁO",), Ket.CAN_XEM_LAI),
        (("Năm 2023", "Ngày 02/12/2024"), Ket.SAI_MAU),
    ],
)
def test_another_year_is_wrong_and_a_doubtful_one_looked_at(
    lines: tuple[str, ...], ket: Ket
) -> None:
    (found,) = wrong_year(seen(*lines), PAPER)
    assert found.ket is ket


@pytest.mark.parametrize("line", ["Quý III năm 2024", "(QUÝ 3/2024)", "6 tháng đầu năm 2024"])
def test_a_form_of_a_part_of_the_year_is_asked_about(line: str) -> None:
    """A list of another period may be what is asked for."""
    lines = ("BẢN KIỂM ĐIỂM CÁ NHÂN", line, "Hồng Sơn, ngày 02 tháng 12 năm 2024")
    assert said(wrong_year, FORM, *lines) == [f"đầu tệp ghi «{line}», không phải cả năm 2024"]
    assert said(wrong_year, PAPER, *lines) == []
    assert said(wrong_year, FORM, "Trong quý III năm 2024 tôi đã học.", *lines[2:]) == []
