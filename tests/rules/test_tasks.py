"""R04: the year's tasks reach what the level asks for."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.review import KetQuaNhiemVu
from generator.rules.tasks import unmet
from tests.rules.build import (
    AN,
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

MUC = "ca_nhan.0.xep_loai.quyet_dinh"


def results(tong: int, hoan_thanh: int, vuot_muc: int = 0, cham: int = 0) -> dict[str, int]:
    return {"tong": tong, "hoan_thanh": hoan_thanh, "vuot_muc": vuot_muc, "cham": cham}


def weakness(tinh_trang: str, han_che: str = "Sinh hoạt chuyên đề còn ít") -> dict[str, str]:
    return {"han_che": han_che, "tinh_trang": tinh_trang}


def decided(muc: str, **given: Any) -> Any:
    return unit(ca_nhan=[person(xep_loai={"quyet_dinh": muc}, **given)])


@pytest.mark.parametrize(
    ("muc", "ket_qua", "found"),
    [
        (XS, results(20, 20, 6), 0),
        (XS, results(10, 10, 3), 0),
        (XS, results(20, 20, 5), 1),
        (XS, results(20, 19, 6), 1),
        (XS, results(20, 20, 6, 1), 1),
        (XS, results(20, 19, 5, 1), 3),
        (XS, results(150, 149, 60), 1),
        (HTT, results(20, 20, 0), 0),
        (HTT, results(20, 19, 0), 1),
        (HT, results(20, 20, 0, 4), 0),
        (HT, results(20, 20, 0, 5), 1),
        (KHT, results(20, 2, 0, 1), 0),
    ],
)
def test_the_shares_of_2025(muc: str, ket_qua: dict[str, int], found: int) -> None:
    che_do = regime(dieu_kien={
        "hoan_thanh_xuat_sac": bounds("100", "30", "0"),
        "hoan_thanh_tot": bounds("100", None, None),
        "hoan_thanh": bounds("100", None, "20"),
    })  # fmt: skip
    assert check("R04", decided(muc, ket_qua=ket_qua), che_do) == [f"KD406 lỗi {MUC}"] * found


def bounds(done: str | None, more: str | None, late: str | None, mark: str = "V:S2") -> Any:
    values = {"hoan_thanh_it_nhat": done, "vuot_muc_it_nhat": more, "cham_nhieu_nhat": late}
    return {key: value and {"gia_tri": value, "nguon": mark} for key, value in values.items()}


def test_the_pack_of_2025_asks_all_that_the_best_level_needs() -> None:
    wrong = decided(XS, ket_qua=results(20, 19, 5, 1), khac_phuc=[weakness("chua_khac_phuc")])
    assert [each[:5] for each in check("R04", wrong)] == ["KD406", "KD406", "KD406", "KD407"]
    sound = decided(XS, ket_qua=results(20, 20, 6), khac_phuc=[weakness("da_khac_phuc")])
    assert check("R04", sound) == []


def test_the_messages_say_what_was_reached_and_what_was_asked() -> None:
    che_do = regime(dieu_kien={"hoan_thanh_xuat_sac": bounds("100", "30", "0"),
                               "hoan_thanh": bounds(None, None, "20")})  # fmt: skip
    texts = [each.message for each in findings(
        "R04", decided(XS, ket_qua=results(8, 7, 1, 1)), che_do)]  # fmt: skip
    asked = f"trong khi mức «{XS}» (bước quyết định) đòi hỏi"
    assert texts == [
        f"{AN}: hoàn thành 87,5%, {asked} ít nhất 100% (điều khoản R04)",
        f"{AN}: hoàn thành vượt mức 12,5%, {asked} ít nhất 30% (điều khoản R04)",
        f"{AN}: chậm thời hạn 12,5%, {asked} không có việc chậm (điều khoản R04)",
    ]
    late = findings("R04", decided(HT, ket_qua=results(4, 4, 0, 1)), che_do)
    assert "chậm thời hạn 25%" in late[0].message
    assert "đòi hỏi nhiều nhất 20% (điều khoản R04)" in late[0].message


@pytest.mark.parametrize(
    ("states", "muc", "found"),
    [
        (["da_khac_phuc", "da_khac_phuc"], XS, 0),
        (["da_khac_phuc", "dang_khac_phuc"], XS, 1),
        (["chua_khac_phuc"], XS, 1),
        ([], XS, 0),
        (["chua_khac_phuc"], HTT, 0),
    ],
)
def test_the_best_level_leaves_no_weakness_open(states: list[str], muc: str, found: int) -> None:
    che_do = regime(dieu_kien={
        "hoan_thanh_xuat_sac": {"khac_phuc_xong": {"gia_tri": "có", "nguon": "V:S2"}},
        "hoan_thanh_tot": {"khac_phuc_xong": {"gia_tri": "không", "nguon": "V:S2"}},
    })  # fmt: skip
    nam = decided(muc, khac_phuc=[weakness(each) for each in states])
    assert check("R04", nam, che_do) == [f"KD407 lỗi {MUC}"] * found


def test_open_weaknesses_are_counted_and_the_first_is_named() -> None:
    items = [weakness("da_khac_phuc", "Xong rồi"), weakness("dang_khac_phuc", "Họp chưa đều"),
             weakness("chua_khac_phuc", "Chậm báo cáo")]  # fmt: skip
    nam = decided(XS, ket_qua=results(10, 10, 9), khac_phuc=items)
    assert "còn 2 hạn chế chưa xong: «Họp chưa đều»" in findings("R04", nam)[0].message


@pytest.mark.parametrize(
    ("muc", "ket_qua", "expected"),
    [
        (XS, None, [f"KD408 cảnh báo {MUC}"]),
        (XS, results(0, 0), [f"KD408 cảnh báo {MUC}"]),
        (HTT, None, []),
        (HTT, results(0, 0), []),
        (KHT, None, []),
    ],
)
def test_only_the_best_level_asks_for_numbers(muc: str, ket_qua: Any, expected: list[str]) -> None:
    assert check("R04", decided(muc, ket_qua=ket_qua)) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (bounds("100", None, None), 1),
        (bounds(None, "30", None), 1),
        (bounds(None, None, "0"), 0),
        (bounds(None, None, None), 0),
    ],
)
def test_numbers_are_asked_for_where_a_share_is_prescribed(asked: Any, expected: int) -> None:
    che_do = regime(dieu_kien={"hoan_thanh_xuat_sac": asked})
    assert len(check("R04", decided(XS), che_do)) == expected


@pytest.mark.parametrize(
    ("ket_qua", "khoa"),
    [
        (results(20, 21), "hoan_thanh"),
        (results(20, 18, 19), "vuot_muc"),
        (results(20, 18, 0, 19), "cham"),
    ],
)
def test_numbers_that_cannot_be_are_found_before_any_rating(ket_qua: Any, khoa: str) -> None:
    nam = unit(tap_the=[collective(ket_qua=ket_qua)])
    assert check("R04", nam) == [f"KD409 lỗi tap_the.0.ket_qua.{khoa}"]


def test_numbers_that_can_just_be_pass() -> None:
    assert check("R04", unit(tap_the=[collective(ket_qua=results(20, 20, 20, 20))])) == []
    found = findings("R04", unit(tap_the=[collective(ket_qua=results(20, 18, 19, 0))]))
    assert "số vượt mức là 19, lớn hơn số hoàn thành là 18" in found[0].message
    found = findings("R04", unit(tap_the=[collective(ket_qua=results(20, 21))]))
    assert "số hoàn thành là 21, lớn hơn tổng số là 20" in found[0].message
    found = findings("R04", unit(tap_the=[collective(ket_qua=results(20, 18, 0, 19))]))
    assert "số chậm thời hạn là 19, lớn hơn số hoàn thành là 18" in found[0].message


@pytest.mark.parametrize(("mark", "severity"), [("V:S2", "lỗi"), ("I", "cảnh báo")])
def test_an_unverified_share_only_warns(mark: str, severity: str) -> None:
    che_do = regime("2023", dieu_kien={"hoan_thanh_xuat_sac": bounds(None, "50", None, mark)})
    nam = decided(XS, ket_qua=results(20, 20, 9))
    assert check("R04", nam, che_do) == [f"KD406 {severity} {MUC}"]


@pytest.mark.parametrize(
    ("ly_do", "found"),
    [("mien_sinh_hoat", 0), ("không có lý do này", 0), ("nghi_om", 1), ("nghi_han", 0)],
)
def test_who_is_not_reviewed_is_not_judged(ly_do: str, found: int) -> None:
    reason = {"ten": "Nghỉ ốm", "kiem_diem": "có", "xep_loai": "có", "nguon": "U"}
    che_do = regime(loai_tru={"nghi_om": reason, "nghi_han": {**reason, "kiem_diem": "không"}})
    nam = decided(XS, loai_tru={"ly_do": ly_do})
    assert check("R04", nam, che_do) == [f"KD408 cảnh báo {MUC}"] * found


def test_each_different_level_is_judged_by_its_own_conditions() -> None:
    nam = unit(
        ca_nhan=[person(ket_qua=results(20, 20, 5), xep_loai={"tu_nhan": XS, "chi_bo": HTT})]
    )
    assert check("R04", nam) == ["KD406 lỗi ca_nhan.0.xep_loai.tu_nhan"]


COUNT = st.integers(min_value=0, max_value=50)


@given(st.integers(min_value=1, max_value=50), COUNT, COUNT, COUNT)
def test_a_share_is_met_exactly_when_the_fraction_reaches_it(
    tong: int, done: int, more: int, late: int
) -> None:
    given_results = KetQuaNhiemVu(tong=tong, hoan_thanh=done, vuot_muc=more, cham=late)
    keys = {key for key, *_ in unmet(given_results, ASKED)}
    assert ("hoan_thanh" in keys) is (done < tong)
    assert ("vuot_muc" in keys) is (10 * more < 3 * tong)
    assert ("cham" in keys) is (5 * late > tong)


ASKED = regime(dieu_kien={"hoan_thanh": bounds("100", "30", "20")}).dieu_kien["hoan_thanh"]
