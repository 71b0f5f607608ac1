"""R10: the form code. R19: the annex of results."""

from typing import Any

import pytest

from tests.rules.build import (
    AN,
    HTT,
    check,
    collective,
    findings,
    person,
    regime,
    unit,
)

MAU = "ca_nhan.0.mau"


@pytest.mark.parametrize(
    ("ma", "vai_tro", "mau", "expected"),
    [
        ("2025", "lanh_dao", "02A", []),
        ("2025", "lanh_dao", "Mẫu 2A", []),
        ("2025", "lanh_dao", "02A-HD KĐ.ĐG 2025", []),
        ("2025", "lanh_dao", "02B", [f"KD427 lỗi {MAU}"]),
        ("2025", "khong_lanh_dao", "02B", []),
        ("2025", "khong_lanh_dao", "02A", [f"KD427 lỗi {MAU}"]),
        ("2025", "ngoai_he_thong", "2C", []),
        ("2025", "ngoai_he_thong", "02B", [f"KD427 lỗi {MAU}"]),
        ("2025", "lanh_dao", "Mẫu 02B-HD KĐ.ĐG 2023", [f"KD425 lỗi {MAU}"]),
        ("2025", "khong_lanh_dao", "Mẫu 02B-HD KĐ.ĐG 2023", [f"KD425 lỗi {MAU}"]),
        ("2025", "lanh_dao", "02D", [f"KD424 lỗi {MAU}"]),
        ("2025", "lanh_dao", "phiếu", [f"KD424 lỗi {MAU}"]),
        ("2025", "lanh_dao", "01", [f"KD427 lỗi {MAU}"]),
        ("2025", None, "02D", []),
        ("2023", "lanh_dao", "02B", []),
        ("2023", "lanh_dao", "02A", [f"KD427 lỗi {MAU}"]),
        ("2023", "khong_lanh_dao", "02A", []),
        ("2023", "khong_lanh_dao", "02B", [f"KD427 lỗi {MAU}"]),
        ("2023", "ngoai_he_thong", "02A", []),
        ("2023", "lanh_dao", "Mẫu 2A-HD KĐ.ĐG 2025", [f"KD425 lỗi {MAU}"]),
        ("2023", "lanh_dao", "Mẫu 02-HD KĐ.ĐG 2023", [f"KD426 cảnh báo {MAU}"]),
        ("2023", "khong_lanh_dao", "Mẫu 02-HD KĐ.ĐG 2023", [f"KD426 cảnh báo {MAU}"]),
        ("2019", "lanh_dao", "02", []),
        ("2019", "ngoai_he_thong", "Mẫu 02-HD KĐ.ĐG 2019", []),
    ],
)
def test_the_code_fits_role_and_year(
    ma: str, vai_tro: str | None, mau: str, expected: list[str]
) -> None:
    nam = unit(ca_nhan=[person(vai_tro=vai_tro, mau=mau)])
    assert check("R10", nam, regime(ma)) == expected


@pytest.mark.parametrize(
    ("mau", "expected"),
    [
        ("01", []),
        ("Mẫu 01-HD KĐ.ĐG 2025", []),
        ("02A", ["KD427 lỗi tap_the.0.mau"]),
        ("99", ["KD424 lỗi tap_the.0.mau"]),
        (None, []),
    ],
)
def test_a_collective_has_form_01(mau: str | None, expected: list[str]) -> None:
    assert check("R10", unit(tap_the=[collective(mau=mau)])) == expected


def test_the_message_names_the_right_form() -> None:
    che_do = regime("2025")
    due = che_do.bieu_mau["02A"].ma
    found = findings("R10", unit(ca_nhan=[person(vai_tro="lanh_dao", mau="02B")]), che_do)[0]
    assert found.message == (
        f"{AN}: mẫu «02B» không dành cho người giữ chức vụ lãnh đạo, quản lý (điều khoản R10)"
    )
    assert found.mend == f"ghi «{due}», hoặc sửa vai_tro"
    wrong = findings("R10", unit(tap_the=[collective(mau="02B")]), che_do)[0]
    assert "không dành cho tập thể (điều khoản R10)" in wrong.message
    without = findings("R10", unit(ca_nhan=[person(mau="02A")]), che_do)[0].message
    assert "dành cho người không giữ chức vụ lãnh đạo, quản lý (" in without
    outside = person(vai_tro="ngoai_he_thong", mau="02A")
    message = findings("R10", unit(ca_nhan=[outside]), che_do)[0].message
    assert "dành cho người không làm việc trong hệ thống chính trị (" in message
    year = findings(
        "R10", unit(ca_nhan=[person(vai_tro="lanh_dao", mau="Mẫu 02B-HD KĐ.ĐG 2023")]), che_do
    )[0]
    assert "không dùng cho năm 2026" in year.message
    assert due in year.mend


def test_one_without_a_code_does_not_hide_the_next() -> None:
    nam = unit(ca_nhan=[person(), person(vai_tro=None, mau="02B"), person(mau="02A")])
    assert check("R10", nam) == ["KD427 lỗi ca_nhan.2.mau"]


TASKS = [{"noi_dung": "Vận động hiến đất làm đường thôn"}]
RATED = {"xep_loai": {"tu_nhan": HTT}}
ANNEX = "ca_nhan.0.nhiem_vu"


@pytest.mark.parametrize(
    ("ma", "vai_tro", "given", "expected"),
    [
        ("2025", "lanh_dao", RATED, [f"KD449 lỗi {ANNEX}"]),
        ("2025", "khong_lanh_dao", RATED, [f"KD449 lỗi {ANNEX}"]),
        ("2025", "ngoai_he_thong", RATED, [f"KD452 cảnh báo {ANNEX}"]),
        ("2025", None, RATED, []),
        ("2025", "lanh_dao", {**RATED, "nhiem_vu": TASKS}, []),
        ("2025", "lanh_dao", {}, []),
        ("2025", "lanh_dao", {**RATED, "loai_tru": {"ly_do": "mien_sinh_hoat"}}, []),
        ("2023", "lanh_dao", RATED, []),
        ("2019", "lanh_dao", RATED, []),
    ],
)
def test_the_annex_goes_with_the_form(
    ma: str, vai_tro: str | None, given: dict[str, Any], expected: list[str]
) -> None:
    nam = unit(ca_nhan=[person(vai_tro=vai_tro, **given)])
    assert check("R19", nam, regime(ma)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("bat_buoc", "KD449 lỗi"),
        (("bat_buoc", "I"), "KD449 cảnh báo"),
        ("nen_co", "KD452 cảnh báo"),
        ("khong", None),
        (None, None),
    ],
)
def test_an_office_may_ask_for_more_or_less(value: Any, expected: str | None) -> None:
    che_do = regime(bieu_mau__01__phu_luc_ket_qua=value)
    nam = unit(tap_the=[collective(thanh_lap_moi="có", **RATED), collective("Ban", **RATED)])
    assert check("R19", nam, che_do) == ([f"{expected} tap_the.1.nhiem_vu"] if expected else [])


def test_an_advised_annex_is_one_finding_for_all() -> None:
    outside = {"vai_tro": "ngoai_he_thong", **RATED}
    nam = unit(ca_nhan=[person("A", nhiem_vu=TASKS, **outside), person("B", **outside),
                        person("C", vai_tro="ngoai_he_thong"), person("D", **outside)])  # fmt: skip
    found = findings("R19", nam)
    assert [each.place.path for each in found] == [("ca_nhan", 1, "nhiem_vu")]
    assert "; 2 người chưa có: B, D (điều khoản R19)" in found[0].message


def test_one_with_an_annex_does_not_hide_the_next() -> None:
    nam = unit(ca_nhan=[person(vai_tro=None, **RATED), person(**RATED)])
    assert check("R19", nam) == ["KD449 lỗi ca_nhan.1.nhiem_vu"]
