"""R09: excluded persons give a reason and have no level; all others have one."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.excluded import is_new
from tests.rules.build import (
    AN,
    BINH,
    CHI_UY,
    HT,
    HTT,
    campaign,
    check,
    collective,
    findings,
    person,
    rated,
    regime,
    unit,
)

DONE = rated(BINH)
"""Somebody with a decided level: from then on everybody else needs one."""


def beside(*people: Any, **given_parts: Any) -> Any:
    return unit(ca_nhan=[*people, DONE], **given_parts)


def out(ly_do: str, **given_values: Any) -> dict[str, Any]:
    return person(loai_tru={"ly_do": ly_do}, **given_values)


@pytest.mark.parametrize("ma", ["2019", "2023", "2025"])
@pytest.mark.parametrize("ly_do", ["mien_sinh_hoat", "dinh_chi_sinh_hoat"])
def test_who_is_excluded_needs_no_level_and_may_not_have_one(ma: str, ly_do: str) -> None:
    assert check("R09", beside(out(ly_do)), regime(ma)) == []
    for step in ("tu_nhan", "chi_bo", "quyet_dinh"):
        nam = beside(out(ly_do, xep_loai={step: HTT}))
        assert check("R09", nam, regime(ma)) == [f"KD418 lỗi ca_nhan.0.xep_loai.{step}"]


@pytest.mark.parametrize(
    ("ly_do", "gan"), [("mien_sinh_hoat_dang", "mien_sinh_hoat"), ("Mới kết nạp", "moi_ket_nap")]
)
def test_an_unknown_reason_is_found_with_the_nearest(ly_do: str, gan: str) -> None:
    found = findings("R09", beside(out(ly_do, xep_loai={"tu_nhan": HTT})))
    assert [(each.code, each.place.path) for each in found] == [
        ("KD417", ("ca_nhan", 0, "loai_tru", "ly_do"))
    ]
    assert found[0].mend == f"ghi «{gan}»"
    assert f"{AN}: «{ly_do}»" in found[0].message


def test_all_reasons_are_offered_where_none_is_near() -> None:
    mend = findings("R09", beside(out("zzz")))[0].mend
    assert mend.startswith("ghi «")
    assert "«mien_sinh_hoat», «" in mend


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (person(), ["KD419 lỗi ca_nhan.0.xep_loai"]),
        (person(xep_loai={"tu_nhan": HTT}), ["KD419 lỗi ca_nhan.0.xep_loai"]),
        (person(xep_loai={"chi_uy": HTT}), []),
        (person(xep_loai={"chi_bo": HTT}), []),
        (person(xep_loai={"quyet_dinh": HTT}), []),
        (person(dang_vien="không"), []),
    ],
)
def test_everybody_else_has_a_level(subject: Any, expected: list[str]) -> None:
    assert check("R09", beside(subject)) == expected


@pytest.mark.parametrize(
    ("given_values", "expected"),
    [
        ({}, ["KD419 lỗi tap_the.0.xep_loai"]),
        ({"xep_loai": {"tu_nhan": HTT}}, []),
        ({"thanh_lap_moi": "có"}, []),
        (
            {"thanh_lap_moi": "có", "xep_loai": {"chi_bo": HTT}},
            ["KD418 lỗi tap_the.0.xep_loai.chi_bo"],
        ),
    ],
)
def test_so_does_every_collective_but_a_new_one(
    given_values: dict[str, Any], expected: list[str]
) -> None:
    assert check("R09", beside(tap_the=[collective(**given_values)])) == expected


def test_the_messages_name_who_and_why() -> None:
    missing = findings("R09", beside(person()))[0].message
    assert missing == f"{AN}: chưa có mức xếp loại được đề xuất hoặc quyết định (điều khoản R09)"
    new = collective(thanh_lap_moi="có", xep_loai={"chi_bo": HTT})
    message = findings("R09", beside(tap_the=[new]))[0].message
    assert message == (
        f"{CHI_UY}: tập thể mới thành lập thì không xếp loại, nhưng có mức «{HTT}» (điều khoản R09)"
    )


@pytest.mark.parametrize(
    "parts",
    [
        {"ca_nhan": [person(), person(BINH)]},
        {"ca_nhan": [person(xep_loai={"tu_nhan": HTT}), person(BINH)]},
        {"tap_the": [collective(xep_loai={"tu_nhan": HTT})], "ca_nhan": [person()]},
    ],
)
def test_a_draft_year_asks_for_no_level(parts: dict[str, Any]) -> None:
    assert check("R09", unit(**parts)) == []


def test_a_decided_collective_makes_the_levels_due() -> None:
    nam = unit(tap_the=[collective(xep_loai={"quyet_dinh": HTT})], ca_nhan=[person()])
    assert check("R09", nam) == ["KD419 lỗi ca_nhan.0.xep_loai"]


@pytest.mark.parametrize(
    ("ngay", "expected"),
    [
        ("30/6/2026", ["KD420 lỗi ca_nhan.0.loai_tru.ly_do"]),
        ("01/7/2026", []),
        ("20/12/2026", []),
        ("03/02/2020", ["KD420 lỗi ca_nhan.0.loai_tru.ly_do"]),
        (None, ["KD421 cảnh báo ca_nhan.0.ngay_vao_dang"]),
    ],
)
def test_new_members_are_those_of_the_second_half_of_the_year(
    ngay: str | None, expected: list[str]
) -> None:
    assert check("R09", beside(out("moi_ket_nap", ngay_vao_dang=ngay))) == expected


@pytest.mark.parametrize(
    ("ngay", "muc", "expected"),
    [
        ("30/6/2026", HTT, []),
        ("01/7/2026", HTT, ["KD422 lỗi ca_nhan.0.ngay_vao_dang"]),
        ("01/7/2026", None, ["KD422 lỗi ca_nhan.0.ngay_vao_dang"]),
    ],
)
def test_a_new_member_must_be_recorded_as_one(
    ngay: str, muc: str | None, expected: list[str]
) -> None:
    step = {"xep_loai": {"chi_bo": muc}} if muc else {}
    assert check("R09", beside(person(ngay_vao_dang=ngay, **step))) == expected


def test_the_year_of_the_campaign_counts() -> None:
    nam = beside(person(ngay_vao_dang="01/7/2026", xep_loai={"chi_bo": HTT}))
    assert check("R09", nam, dot=campaign(nam=2027)) == []
    found = findings("R09", nam)[0]
    assert f"{AN}: vào Đảng ngày 01/7/2026, đến 31/12/2026 chưa đủ sáu tháng" in found.message
    assert found.mend.startswith("ghi loai_tru với ly_do: moi_ket_nap")


@pytest.mark.parametrize("kept", [None, True])
def test_a_regime_that_rates_new_members_asks_for_no_reason(kept: bool | None) -> None:
    reason = {"ten": "mới kết nạp", "kiem_diem": "có", "xep_loai": "có", "nguon": "U"}
    reasons = {"moi_ket_nap": reason} if kept else {}
    nam = beside(person(ngay_vao_dang="01/9/2026", xep_loai={"chi_bo": HTT}))
    assert check("R09", nam, regime(loai_tru=reasons)) == []


SICK = {
    "ten": "nghỉ ốm",
    "kiem_diem": "có",
    "xep_loai": "có",
    "cao_nhat": "hoan_thanh",
    "nguon": "U",
}


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ({"chi_bo": HT}, []),
        ({"chi_bo": "Không hoàn thành nhiệm vụ"}, []),
        ({"chi_bo": HTT}, ["KD423 lỗi ca_nhan.0.xep_loai.chi_bo"]),
        ({}, ["KD419 cảnh báo ca_nhan.0.xep_loai"]),
    ],
)
def test_some_reasons_only_set_the_highest_level(
    levels: dict[str, str], expected: list[str]
) -> None:
    nam = beside(out("nghi_om", xep_loai=levels))
    assert check("R09", nam, regime(loai_tru={"nghi_om": SICK})) == expected


def test_the_highest_level_is_named_and_none_means_no_limit() -> None:
    nam = beside(out("nghi_om", xep_loai={"chi_bo": HTT}))
    found = findings("R09", nam, regime(loai_tru={"nghi_om": SICK}))[0].message
    assert f"{AN}: nghỉ ốm thì xếp cao nhất «{HT}», nhưng bước chi bộ đề xuất ghi «{HTT}»" in found
    free = {**SICK, "cao_nhat": ""}
    assert check("R09", nam, regime(loai_tru={"nghi_om": free})) == []
    unrated = {**SICK, "xep_loai": "không"}
    assert check("R09", nam, regime(loai_tru={"nghi_om": unrated})) == [
        "KD418 lỗi ca_nhan.0.xep_loai.chi_bo"
    ]


def test_a_reason_that_is_rated_waits_with_the_others() -> None:
    nam = unit(ca_nhan=[out("nghi_om")])
    assert check("R09", nam, regime(loai_tru={"nghi_om": SICK})) == []


@given(st.dates(min_value=dt.date(2026, 1, 1), max_value=dt.date(2026, 12, 31)))
def test_a_member_is_new_for_less_than_six_months(day: dt.date) -> None:
    months = 12 - day.month + (1 if day.day == 1 else 0)
    assert is_new(day, 2026) is (day.month > 6)
    assert months >= 6 or is_new(day, 2026)
