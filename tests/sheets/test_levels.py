"""A level is known however an office writes it."""

import pytest

from generator.sheets.levels import level_of

XS, TOT, HT, KHT = "hoan_thanh_xuat_sac", "hoan_thanh_tot", "hoan_thanh", "khong_hoan_thanh"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hoàn thành xuất sắc nhiệm vụ", XS), ("HTXSNV", XS), ("XS", XS), ("Hoàn thành XSNV", XS), ("h.t.x.s", None),
        ("Hoàn thành tốt nhiệm vụ", TOT), ("hoàn thành tốt", TOT), ("HTT", TOT), ("HTTNV.", TOT), ("Tốt", TOT), ("HT tốt NV", TOT),
        ("Đảng viên hoàn thành tốt nhiệm vụ", TOT), ("Hoàn thành tốt nhiệm vụ được giao", TOT), ("hoan_thanh_tot", TOT),
        ("Hoàn thành nhiệm vụ", HT), ("HTNV", HT), ("HT", HT), ("Mức hoàn thành", HT),
        ("Không hoàn thành nhiệm vụ", KHT), ("KHTNV", KHT), ("Ko HT", KHT), ("Chưa hoàn thành nhiệm vụ", KHT),
        ("Chưa xếp loại", "chua_xep_loai"), ("Chưa đánh giá, xếp loại", "chua_xep_loai"),
        ("Khá", None), ("A", None), ("", None), ("Hoàn thành tốt, hạn chế", None), ("Trong sạch vững mạnh", None),
    ],
)  # fmt: skip
def test_a_level_is_known_by_its_words_or_initials_and_nothing_is_guessed(
    text: str, code: str | None
) -> None:
    assert level_of(text) == code
