"""What is left over from another letter is seen: days, kinds, numbers, lists, articles, repeats."""

import datetime as dt
from collections.abc import Iterable

import pytest

from generator.problems import Problem
from generator.wording.checks.itself import (
    check_articles,
    check_calendar,
    check_called,
    check_lists,
    check_meeting,
    check_repeated,
    check_summary,
)

NAMES = {"ke-hoach": "Kế hoạch", "thong-bao": "Thông báo", "quyet-dinh": "Quyết định"}


def codes(found: Iterable[Problem]) -> list[str]:
    return [each.code for each in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("trước ngày 31/11/2026; trước ngày 30/11/2026", ["KD265"]),
        ("ngày 29 tháng 02 năm 2026", ["KD265"]),
        ("ngày 29/02/2028", []),
        ("Sinh ngày: 29/02/2003", ["KD265"]),
        ("| 1 | Hoàng A Páo | 31/9/1998 |", ["KD265"]),
        ("số 31/2026/NĐ-CP", []),
    ],
)
def test_days_are_those_of_the_calendar(text: str, told: list[str]) -> None:
    assert codes(check_calendar(text, ("noi_dung",))) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("**1. Thời gian:** 08 giờ, ngày 09/11/2026.", ["KD266"]),
        ("**1. Thời gian:** 08 giờ, ngày 06/11/2026.", []),
        ("Gửi báo cáo trước ngày 20/11/2026.", []),
    ],
)
def test_minutes_are_not_signed_before_the_meeting(text: str, told: list[str]) -> None:
    assert codes(check_meeting(text, dt.date(2026, 11, 6))) == told
    assert codes(check_meeting(text, None)) == []


@pytest.mark.parametrize(
    ("text", "also", "told"),
    [
        ("Các chi bộ thực hiện Thông báo này.", "", ["KD267"]),
        ("Các chi bộ thực hiện Kế hoạch này.", "", []),
        ("Thực hiện Thông báo số 5-TB/ĐU; các chi bộ quán triệt Thông báo này.", "", []),
        ("Các chi bộ quán triệt Thông báo này.", "thực hiện Thông báo số 5-TB/ĐU", []),
        ("Đồng chí nhận được thông báo này.", "", []),
    ],
)
def test_a_letter_calls_itself_what_it_is(text: str, also: str, told: list[str]) -> None:
    assert codes(check_called(text, "Kế hoạch", NAMES, also)) == told


SUMMARY = "kết quả công tác dân vận quý III năm 2026"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Đảng ủy báo cáo kết quả công tác dân vận quý III năm 2025 như sau:", ["KD268"]),
        ("Đảng ủy báo cáo kết quả công tác dân vận quý II năm 2026 như sau:", ["KD268"]),
        (f"Đảng ủy báo cáo {SUMMARY} như sau:", []),
        (f"So với kết quả công tác dân vận quý III năm 2025,\n{SUMMARY} tốt hơn.", []),
        ("Một.\nHai.\nBa.\nXem kết quả công tác dân vận quý III năm 2025.", []),
    ],
)
def test_summary_and_text_have_the_same_numbers(text: str, told: list[str]) -> None:
    assert codes(check_summary(text, SUMMARY)) == told


def test_a_short_summary_is_not_compared() -> None:
    assert codes(check_summary("Năm 2025 có mưa.", "năm 2026")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("gồm 03 đồng chí:\n1. Đồng chí A;\n2. Đồng chí B.\nHết.", ["KD269"]),
        ("gồm 02 đồng chí:\n1. Đồng chí A;\n2. Đồng chí B.\nHết.", []),
        ("gồm 05 đồng chí:\n1. Đồng chí A, Tổ trưởng;\n2. Các đồng chí B, C, D, đồng chí E.", []),
        ("thực hiện 03 nội dung sau:\n1. Một.\n2. Hai.", ["KD269"]),
        ("thực hiện 03 nội dung sau:\nMột, hai, ba.", []),
        ("Có 03 nội dung đã xong.\n1. Một.", []),
    ],
)
def test_lists_are_as_long_as_they_say(text: str, told: list[str]) -> None:
    assert codes(check_lists(text)) == told


ARTICLES = "Điều 1. Lập Tổ.\nĐiều 2. {}"


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("Các đồng chí có tên tại Điều 5 chịu trách nhiệm thi hành.", ["KD288"]),
        ("Các đồng chí có tên tại Điều 1 chịu trách nhiệm thi hành.", []),
        ("Thực hiện quy định tại Điều 30 Điều lệ Đảng.", []),
        ("Thực hiện quy định tại Điều 30 của Luật.", []),
    ],
)
def test_articles_that_the_text_names_are_there(last: str, told: list[str]) -> None:
    assert codes(check_articles(ARTICLES.format(last))) == told


def test_a_text_without_articles_names_those_of_others() -> None:
    assert codes(check_articles("Theo quy định tại Điều 5.")) == []


@pytest.mark.parametrize(
    ("items", "above", "told"),
    [
        (["Các chi bộ", "- Các Chi bộ;", "Lưu"], [], ["KD264"]),
        (["Như trên", "Chi bộ A", "Lưu"], ["Chi bộ A"], ["KD264"]),
        (["Như trên", "Chi bộ B", "Lưu"], ["Chi bộ A"], []),
        (["Bản điện tử:", "Bản điện tử:"], [], []),
    ],
)
def test_nothing_stands_twice(items: list[str], above: list[str], told: list[str]) -> None:
    assert codes(check_repeated("noi_nhan", items, above)) == told


TWICE = "gồm 02 đồng chí:\n1. Đồng chí Ngô Sĩ Liên, Trưởng đoàn;\n2. Đồng chí {}, thành viên."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TWICE.format("Ngô Sĩ Liên"), ["KD264"]),
        (TWICE.format("Đoàn Thị Điểm"), []),
        ("Phân công:\n1. Đồng chí A: thôn Một.\n2. Đồng chí A: thôn Hai.", []),
    ],
)
def test_nobody_is_in_a_list_twice(text: str, told: list[str]) -> None:
    assert codes(check_lists(text)) == told
