"""R02: points add up. R03: no level above the band of the points."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.review import ChamDiem
from generator.rules.points import highest_by_points, total
from tests.rules.build import (
    HT,
    HTT,
    KHT,
    XS,
    check,
    collective,
    findings,
    person,
    regime,
    unit,
)

DIEM = "ca_nhan.0.cham_diem"


def scored(**cham_diem: Any) -> Any:
    return unit(ca_nhan=[person(cham_diem=cham_diem)])


def bounds(*points: int) -> list[dict[str, Any]]:
    keys = ("hoan_thanh_xuat_sac", "hoan_thanh_tot", "hoan_thanh", "khong_hoan_thanh")
    return [{"muc": key, "tu": each} for key, each in zip(keys, points, strict=True)]


def rows(*points: str) -> list[dict[str, str]]:
    return [{"tieu_chi": f"1.{i}", "diem": each} for i, each in enumerate(points)]


@pytest.mark.parametrize(
    ("cham_diem", "expected"),
    [
        ({}, []),
        ({"chung": "30", "nhiem_vu": "70", "tong": "100"}, []),
        ({"chung": "0", "nhiem_vu": "0", "tong": "0"}, []),
        ({"chung": "27,5", "nhiem_vu": "62,25", "tong": "89,75"}, []),
        ({"chung": "30,01"}, [f"KD402 lỗi {DIEM}.chung"]),
        ({"nhiem_vu": "70,5"}, [f"KD402 lỗi {DIEM}.nhiem_vu"]),
        ({"tong": "100,5"}, [f"KD402 lỗi {DIEM}.tong"]),
        ({"tong": "100"}, []),
        ({"chung": "28", "nhiem_vu": "62", "tong": "91"}, [f"KD403 lỗi {DIEM}.tong"]),
        ({"chung": "28", "nhiem_vu": "62", "tong": "89,99"}, [f"KD403 lỗi {DIEM}.tong"]),
        ({"chung": "28", "tong": "91"}, []),
        ({"nhiem_vu": "62", "tong": "91"}, []),
        ({"chung": "28", "nhiem_vu": "62", "chi_tiet": rows("50", "40")}, []),
        ({"chung": "28", "nhiem_vu": "62", "chi_tiet": rows("20", "8")}, []),
        ({"chung": "28", "nhiem_vu": "62", "chi_tiet": rows("62")}, []),
        ({"chung": "28", "nhiem_vu": "62", "chi_tiet": rows("61")}, [f"KD404 lỗi {DIEM}.chi_tiet"]),
        ({"tong": "90", "chi_tiet": rows("88")}, [f"KD404 lỗi {DIEM}.chi_tiet"]),
        ({"chi_tiet": rows("88")}, []),
        (
            {"chung": "31", "nhiem_vu": "71", "tong": "101"},
            [f"KD402 lỗi {DIEM}.chung", f"KD402 lỗi {DIEM}.nhiem_vu", f"KD402 lỗi {DIEM}.tong",
             f"KD403 lỗi {DIEM}.tong"],
        ),
    ],
)  # fmt: skip
def test_points_are_in_range_and_add_up(cham_diem: dict[str, Any], expected: list[str]) -> None:
    assert check("R02", scored(**cham_diem)) == expected


@pytest.mark.parametrize("khoa", ["chung", "nhiem_vu", "tong"])
def test_points_below_nothing_are_out_of_range(khoa: str) -> None:
    nam = scored()
    given_points = nam.ca_nhan[0].cham_diem.model_copy(update={khoa: Decimal(-1)})
    wrong = nam.model_copy(
        update={"ca_nhan": (nam.ca_nhan[0].model_copy(update={"cham_diem": given_points}),)}
    )
    assert check("R02", wrong) == [f"KD402 lỗi {DIEM}.{khoa}"]


def test_the_message_says_how_points_add_up() -> None:
    found = findings("R02", scored(chung="28", nhiem_vu="62,5", tong="91"))
    assert found[0].message.endswith(
        "28 + 62,5 = 90,5, nhưng tổng điểm ghi 91 (điều khoản R02)"
    )  # fmt: skip
    found = findings("R02", scored(chung="28", nhiem_vu="62", chi_tiet=rows("50,5", "1")))
    assert "cộng lại được 51,5, không khớp với 90 điểm" in found[0].message
    assert "0 đến 30" in findings("R02", scored(chung="44"))[0].mend
    assert "0 đến 100" in findings("R02", scored(tong="144"))[0].mend


def test_points_of_a_collective_are_read_too() -> None:
    nam = unit(tap_the=[collective(), collective("UBND", cham_diem={"chung": "31"})])
    assert check("R02", nam) == ["KD402 lỗi tap_the.1.cham_diem.chung"]


@pytest.mark.parametrize("ma", ["2019", "2023"])
@pytest.mark.parametrize("rule", ["R02", "R03"])
def test_a_regime_without_points_asks_for_none(ma: str, rule: str) -> None:
    wrong = unit(ca_nhan=[person(cham_diem={"chung": "31"}, xep_loai={"tu_nhan": XS})])
    assert check(rule, wrong, regime(ma)) == []


@pytest.mark.parametrize(
    ("change", "severity"),
    [({"thang_diem__chung": ("25", "U")}, "cảnh báo"), ({"thang_diem__chung": "25"}, "lỗi")],
)
def test_an_unverified_maximum_only_warns(change: dict[str, Any], severity: str) -> None:
    assert check("R02", scored(chung="28"), regime(**change)) == [f"KD402 {severity} {DIEM}.chung"]


@pytest.mark.parametrize(
    ("diem", "muc", "allowed"),
    [
        ("90", XS, True),
        ("89,99", XS, False),
        ("89,99", HTT, True),
        ("70", HTT, True),
        ("69,5", HTT, False),
        ("69,5", HT, True),
        ("50", HT, True),
        ("49,99", HT, False),
        ("49,99", KHT, True),
        ("0", KHT, True),
        ("95", HT, True),
        ("100", KHT, True),
    ],
)
def test_a_level_is_within_the_band(diem: str, muc: str, allowed: bool) -> None:
    nam = unit(ca_nhan=[person(cham_diem={"tong": diem}, xep_loai={"chi_bo": muc})])
    expected = [] if allowed else ["KD405 lỗi ca_nhan.0.xep_loai.chi_bo"]
    assert check("R03", nam) == expected


def test_every_step_above_the_band_is_found_once_a_level() -> None:
    nam = unit(tap_the=[collective(
        cham_diem={"chung": "20", "nhiem_vu": "49"},
        xep_loai={"tu_nhan": XS, "chi_uy": XS, "chi_bo": HTT, "quyet_dinh": HT},
    )])  # fmt: skip
    assert check("R03", nam) == [
        "KD405 lỗi tap_the.0.xep_loai.chi_uy",
        "KD405 lỗi tap_the.0.xep_loai.chi_bo",
    ]
    first = findings("R03", nam)[0].message
    assert f"69 điểm chỉ được xếp cao nhất «{HT}»" in first
    assert f"bước tự nhận, chi ủy đề xuất ghi «{XS}»" in first


@pytest.mark.parametrize("cham_diem", [None, {}, {"chung": "10"}, {"nhiem_vu": "10"}])
def test_without_a_total_no_band_is_known(cham_diem: Any) -> None:
    nam = unit(ca_nhan=[person(cham_diem=cham_diem, xep_loai={"tu_nhan": XS})])
    assert check("R03", nam) == []


def test_an_unverified_band_only_warns() -> None:
    che_do = regime(thang_diem__moc=(bounds(95, 70, 50, 0), "U"))
    nam = unit(ca_nhan=[person(cham_diem={"tong": "94"}, xep_loai={"tu_nhan": XS})])
    assert check("R03", nam, che_do) == ["KD405 cảnh báo ca_nhan.0.xep_loai.tu_nhan"]


def test_one_without_points_does_not_hide_the_next() -> None:
    nam = unit(
        ca_nhan=[person(), person("Bình", cham_diem={"tong": "10"}, xep_loai={"tu_nhan": HT})]
    )
    assert check("R03", nam) == ["KD405 lỗi ca_nhan.1.xep_loai.tu_nhan"]


REGIME = regime()
POINTS = st.decimals(min_value=0, max_value=100, places=2)


@given(POINTS, POINTS)
def test_more_points_never_allow_less(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    assert highest_by_points(REGIME, high) <= highest_by_points(REGIME, low)


@given(POINTS)
def test_the_band_is_the_first_bound_reached(points: Decimal) -> None:
    bounds = [90, 70, 50, 0]
    assert highest_by_points(REGIME, points) == next(i for i, b in enumerate(bounds) if points >= b)


def test_the_last_level_is_what_no_bound_reaches() -> None:
    che_do = regime(thang_diem__moc=bounds(90, 70, 50, 20))
    ranks = [highest_by_points(che_do, Decimal(points)) for points in (90, 75, 60, 30, 10)]
    assert ranks == [0, 1, 2, 3, 3]


def test_every_level_is_open_without_a_scale() -> None:
    assert highest_by_points(regime("2023"), Decimal(1)) == 0


@given(POINTS, POINTS)
def test_the_total_is_the_sum_unless_it_is_written(one: Decimal, other: Decimal) -> None:
    assert total(ChamDiem(chung=one, nhiem_vu=other)) == one + other
    assert total(ChamDiem(chung=one, nhiem_vu=other, tong=Decimal(5))) == 5
    assert total(ChamDiem(chung=one)) is None
