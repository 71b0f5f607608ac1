"""R06: the head is not rated above the collective."""

from typing import Any

import pytest

from tests.rules.build import (
    AN,
    BINH,
    CHI_UY,
    HT,
    HTT,
    KHT,
    UBND,
    XS,
    check,
    collective,
    findings,
    head,
    person,
    regime,
    unit,
)

LEVELS = [XS, HTT, HT, KHT]
FOUND = ["KD413 lỗi ca_nhan.0.xep_loai.quyet_dinh"]


def both(muc: str | None, muc_tap_the: str | None, **given: Any) -> Any:
    return unit(
        tap_the=[collective(thanh_vien=head(AN), xep_loai={"quyet_dinh": muc_tap_the})],
        ca_nhan=[person(AN, dung_dau="có", xep_loai={"quyet_dinh": muc}, **given)],
    )


@pytest.mark.parametrize("ma", ["2019", "2023", "2025"])
@pytest.mark.parametrize(
    ("muc", "muc_tap_the"), [(a, b) for a in LEVELS for b in LEVELS], ids=lambda text: text[:14]
)
def test_the_head_is_not_above_the_collective(ma: str, muc: str, muc_tap_the: str) -> None:
    above = LEVELS.index(muc) < LEVELS.index(muc_tap_the)
    assert check("R06", both(muc, muc_tap_the), regime(ma)) == FOUND * above


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ({"tu_nhan": XS}, {"quyet_dinh": HT}, []),
        ({"quyet_dinh": XS}, {"tu_nhan": HT}, []),
        ({"chi_uy": XS}, {"quyet_dinh": HTT}, ["KD413 lỗi ca_nhan.0.xep_loai.chi_uy"]),
        ({"chi_uy": HTT, "chi_bo": XS}, {"chi_bo": HTT}, ["KD413 lỗi ca_nhan.0.xep_loai.chi_bo"]),
        ({"chi_bo": XS, "quyet_dinh": HTT}, {"quyet_dinh": HTT}, []),
        ({"quyet_dinh": XS}, {"chi_bo": HTT, "quyet_dinh": XS}, []),
        ({"quyet_dinh": XS}, {"quyet_dinh": "Tốt"}, []),
        ({"quyet_dinh": "Xuất sắc"}, {"quyet_dinh": HT}, []),
        ({}, {"quyet_dinh": HT}, []),
        ({"quyet_dinh": XS}, {}, []),
    ],
)
def test_the_latest_step_of_each_is_compared(
    mine: dict[str, str], theirs: dict[str, str], expected: list[str]
) -> None:
    nam = unit(
        tap_the=[collective(thanh_vien=head(AN), xep_loai=theirs)],
        ca_nhan=[person(AN, xep_loai=mine)],
    )
    assert check("R06", nam) == expected


@pytest.mark.parametrize(
    ("tap_the", "ca_nhan", "found"),
    [
        ([collective(thanh_vien=head(AN))], [person(AN)], 1),
        ([collective(thanh_vien=head(" NGUYỄN văn An"))], [person(AN)], 1),
        ([collective(thanh_vien=[{"ho_ten": AN}])], [person(AN)], 0),
        ([collective(thanh_vien=head(BINH))], [person(AN, dung_dau="có")], 0),
        ([collective()], [person(AN, dung_dau="có")], 1),
        ([collective(thanh_vien=[{"ho_ten": BINH}])], [person(AN, dung_dau="có")], 1),
        ([collective()], [person(AN)], 0),
        ([collective(), collective(UBND)], [person(AN, dung_dau="có")], 0),
        ([collective(thanh_vien=head(AN)), collective(UBND)], [person(AN)], 1),
        ([collective(thanh_vien=head(AN)), collective(UBND, thanh_vien=head(AN))], [person(AN)], 2),
    ],
)
def test_the_head_is_named_by_the_collective_or_heads_the_only_one(
    tap_the: list[Any], ca_nhan: list[Any], found: int
) -> None:
    for each in tap_the:
        each["xep_loai"] = {"quyet_dinh": HTT}
    ca_nhan[0]["xep_loai"] = {"quyet_dinh": XS}
    nam = unit(tap_the=tap_the, ca_nhan=[*ca_nhan, person("Hà Thị Lan")])
    assert check("R06", nam) == FOUND * found


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("không", []),
        (("có", "I"), ["KD413 cảnh báo ca_nhan.0.xep_loai.quyet_dinh"]),
        ("có", FOUND),
    ],
)
def test_an_office_may_switch_it_off(value: Any, expected: list[str]) -> None:
    assert check("R06", both(XS, HTT), regime(dung_dau_khong_cao_hon=value)) == expected


def test_one_collective_without_a_level_does_not_hide_the_next() -> None:
    nam = unit(
        tap_the=[
            collective(UBND, thanh_vien=head(AN)),
            collective(thanh_vien=head(AN), xep_loai={"quyet_dinh": HT}),
        ],
        ca_nhan=[person(AN, xep_loai={"quyet_dinh": HTT})],
    )
    assert check("R06", nam) == FOUND
    assert findings("R06", nam)[0].message == (
        f"{AN}: «{HTT}» cao hơn mức của {CHI_UY} là «{HT}» (điều khoản R06)"
    )
