"""Spans of days and hours go forwards and are as long as they say."""

import pytest

from generator.wording.checks.span import check_minutes, check_parts_of_day, check_spans


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("từ ngày 20/12/2026 đến ngày 15/12/2026", ["KD291"]),
        ("từ ngày 15/12/2026 đến hết ngày 20/12/2026", []),
        ("từ ngày 21 đến ngày 22/10/2026; từ ngày 28 đến ngày 03/12/2026", ["KD291"]),
        ("từ ngày 20/12 đến ngày 05/01/2027", []),
        ("từ ngày 20 tháng 12 năm 2026 đến ngày 05 tháng 11 năm 2026", ["KD291"]),
        ("từ 08 giờ 00 phút, ngày 10/11/2026 đến 17 giờ ngày 09/11/2026", ["KD291"]),
        ("từ ngày 31/02/2026 đến ngày 01/01/2026", []),
        ("nghỉ 07 ngày làm việc, từ ngày 07/12/2026 đến hết ngày 11/12/2026", ["KD292"]),
        ("nghỉ 05 ngày làm việc, từ ngày 07/12/2026 đến hết ngày 11/12/2026", []),
        ("nghỉ 04 ngày làm việc, từ ngày 07/12/2026 đến hết ngày 11/12/2026", []),
        ("nghỉ 05 ngày làm việc, từ ngày 07/12/2026 đến hết ngày 18/12/2026", ["KD292"]),
        ("nghỉ 08 ngày làm việc, từ ngày 01/02/2027 đến hết ngày 19/02/2027", []),
        ("nghỉ 02 ngày làm việc, từ ngày 28/4/2026 đến hết ngày 01/5/2026", []),
        ("trong 30 ngày (kể từ ngày 09/11/2026 đến ngày 08/12/2026)", []),
        ("trong 30 ngày, từ ngày 09/11/2026 đến ngày 09/12/2026", []),
        ("trong 20 ngày, từ ngày 09/11/2026 đến ngày 09/12/2026", ["KD292"]),
        ("30 ngày, kể từ ngày triển khai", []),
    ],
)
def test_spans_of_days(text: str, codes: list[str]) -> None:
    found = list(check_spans(text, ("noi_dung",)))
    assert [each.code for each in found] == codes
    assert all(each.place.path[:2] == ("noi_dung", 0) for each in found)


BEGUN = "**1. Thời gian:** bắt đầu lúc 14 giờ 00 phút, ngày 20/11/2026."


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"{BEGUN}\nPhiên họp kết thúc lúc 11 giờ 30 phút cùng ngày.", ["KD171"]),
        (f"{BEGUN}\nPhiên họp kết thúc lúc 16 giờ 30 phút cùng ngày.", []),
        (f"{BEGUN}\nPhiên họp kết thúc lúc 4 giờ chiều cùng ngày.", []),
        (f"{BEGUN}\nPhiên họp kết thúc lúc 11 giờ 30 phút, ngày 21/11/2026.", []),
        ("Hồi 09 giờ 00, ngày 22/10/2026\nBiên bản lập xong lúc 08 giờ 15 phút cùng ngày.", ["KD171"]),
        ("Thời gian: sáng 20/11/2026.\nKết thúc lúc 11 giờ 30 cùng ngày.", []),
        ("Kết thúc lúc 11 giờ 30 cùng ngày.", []),
    ],
)  # fmt: skip
def test_minutes_end_after_they_begin(text: str, codes: list[str]) -> None:
    assert [each.code for each in check_minutes(text, ("noi_dung",))] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("từ tháng 6/2027 đến tháng 3/2027", ["KD291"]),
        ("từ tháng 6 đến tháng 3/2027", ["KD291"]),
        ("từ tháng 6/2026 đến hết tháng 3/2027", []),
    ],
)
def test_spans_of_months(text: str, codes: list[str]) -> None:
    assert [each.code for each in check_spans(text, ("noi_dung",))] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("**1. Thời gian:** 14 giờ 00, sáng ngày 04/12/2026.", ["KD193"]),
        ("**1. Thời gian:** sáng ngày 04/12/2026, lúc 14 giờ 00.", ["KD193"]),
        ("chiều thứ Sáu, ngày 04/12/2026, từ 08 giờ 00", ["KD193"]),
        ("**1. Thời gian:** 08 giờ 00, sáng ngày 04/12/2026.", []),
        ("2 giờ chiều; 14 giờ 30 phút chiều; buổi chiều từ 13 giờ 30", []),
        ("sáng từ 07 giờ 30 đến 11 giờ 30, chiều từ 13 giờ 30 đến 17 giờ, sáng hôm sau nghỉ", []),
    ],
)
def test_hours_are_of_their_part_of_the_day(text: str, codes: list[str]) -> None:
    assert [each.code for each in check_parts_of_day(text, ("noi_dung",))] == codes
