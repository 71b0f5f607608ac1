"""R20: the comment of the place of residence."""

from typing import Any

import pytest

from tests.rules.build import AN, HTT, check, findings, person, regime, unit

PATH = "ca_nhan.0.noi_cu_tru"
THERE = {"xa": "phường Bắc Hồng", "chi_bo": "Chi bộ tổ 4"}


def lives(**given: Any) -> Any:
    return unit(ca_nhan=[person(**{"xep_loai": {"chi_bo": HTT}, **given})])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"noi_cu_tru": {**THERE, "ngay_nhan_xet": "28/11/2026"}}, []),
        ({"noi_cu_tru": {**THERE, "ngay_nhan_xet": "05/01/2027"}}, []),
        ({"noi_cu_tru": {**THERE, "mien": "Học tập trung 12 tháng"}}, []),
        ({"noi_cu_tru": {"mien": "Bộ đội"}}, []),
        ({"noi_cu_tru": THERE}, [f"KD450 lỗi {PATH}"]),
        ({"noi_cu_tru": {}}, [f"KD450 lỗi {PATH}"]),
        ({}, [f"KD450 cảnh báo {PATH}"]),
        (
            {"noi_cu_tru": {"ngay_nhan_xet": "28/12/2025"}},
            [f"KD451 cảnh báo {PATH}.ngay_nhan_xet"],
        ),
        ({"noi_cu_tru": {"ngay_nhan_xet": "01/01/2026"}}, []),
        ({"vai_tro": "ngoai_he_thong"}, []),
        ({"vai_tro": "lanh_dao"}, [f"KD450 cảnh báo {PATH}"]),
        ({"vai_tro": None}, [f"KD450 cảnh báo {PATH}"]),
        ({"dang_vien": "không"}, []),
        ({"loai_tru": {"ly_do": "mien_sinh_hoat"}}, []),
        ({"xep_loai": {"tu_nhan": HTT}}, []),
        ({"xep_loai": {}}, []),
        ({"xep_loai": {"quyet_dinh": HTT}}, [f"KD450 cảnh báo {PATH}"]),
    ],
)
def test_members_at_work_have_a_comment_or_an_exemption(
    given: dict[str, Any], expected: list[str]
) -> None:
    assert check("R20", lives(**given)) == expected


@pytest.mark.parametrize("ma", ["2019", "2023", "2025"])
def test_it_holds_in_every_regime(ma: str) -> None:
    assert check("R20", lives(noi_cu_tru=THERE), regime(ma)) == [f"KD450 lỗi {PATH}"]


@pytest.mark.parametrize(
    ("value", "expected"), [("không", []), (("có", "U"), [f"KD450 cảnh báo {PATH}"])]
)
def test_an_office_may_switch_it_off(value: Any, expected: list[str]) -> None:
    assert check("R20", lives(noi_cu_tru=THERE), regime(noi_cu_tru=value)) == expected


def test_the_messages_name_the_place() -> None:
    end = "hoặc lý do được miễn (điều khoản R20)"
    found = findings("R20", lives(noi_cu_tru=THERE))[0].message
    assert found == f"{AN}: chưa có nhận xét của phường Bắc Hồng {end}"
    for given in ({}, {"noi_cu_tru": {"chi_bo": "Chi bộ tổ 4"}}):
        assert findings("R20", lives(**given))[0].message == (
            f"{AN}: chưa có nhận xét của nơi cư trú {end}"
        )
    old = findings("R20", lives(noi_cu_tru={"ngay_nhan_xet": "28/12/2025"}))[0]
    assert "ngày 28/12/2025, không phải của năm 2026" in old.message


def test_one_who_is_not_asked_does_not_hide_the_next() -> None:
    rated = {"xep_loai": {"chi_bo": HTT}, "noi_cu_tru": THERE}
    nam = unit(ca_nhan=[
        person("A", dang_vien="không", **rated),
        person("B", vai_tro="ngoai_he_thong", **rated),
        person("C", **{**rated, "xep_loai": {}}),
        person("D", **rated),
    ])  # fmt: skip
    assert check("R20", nam) == ["KD450 lỗi ca_nhan.3.noi_cu_tru"]
