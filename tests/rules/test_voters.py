"""R15: the ballot of a meeting is on those whom it rates, and on all of them."""

from typing import Any

import pytest

from tests.rules.build import (
    AN,
    BINH,
    HTT,
    ballot,
    check,
    findings,
    meeting,
    person,
    regime,
    unit,
)

ROWS = "hoi_nghi.0.kiem_phieu.ket_qua"
PROPOSED = {"xep_loai": {"chi_bo": HTT}}
EXEMPT = {"loai_tru": {"ly_do": "mien_sinh_hoat"}}


def votes(ten: str) -> dict[str, Any]:
    return {"doi_tuong": ten, "phieu": {"hoan_thanh_tot": "8"}}


def expelled(day: str, kind: str = "Khai trừ ra khỏi Đảng") -> dict[str, str]:
    return {"ngay": day, "hinh_thuc": kind}


def voting(*names: str, **given: Any) -> dict[str, Any]:
    return meeting(kiem_phieu=ballot(ket_qua=[votes(name) for name in names]), **given)


@pytest.mark.parametrize(
    ("other", "names", "expected"),
    [
        (PROPOSED, [AN, BINH], []),
        (PROPOSED, [AN, f"Đồng chí {BINH}"], []),
        (PROPOSED, [AN], [f"KD457 cảnh báo {ROWS}"]),
        ({}, [AN], []),
        ({**PROPOSED, "ky_luat": [expelled("09/12/2026")]}, [AN], []),
        ({**PROPOSED, "ky_luat": [expelled("10/12/2026")]}, [AN], []),
        ({**PROPOSED, "ky_luat": [expelled("11/12/2026")]}, [AN], [f"KD457 cảnh báo {ROWS}"]),
        (
            {**PROPOSED, "ky_luat": [expelled("09/12/2026", "Cảnh cáo")]},
            [AN],
            [f"KD457 cảnh báo {ROWS}"],
        ),
        (EXEMPT, [AN], []),
        (EXEMPT, [AN, BINH], [f"KD458 cảnh báo {ROWS}.1.doi_tuong"]),
    ],
)
def test_whoever_is_rated_is_voted_on_and_nobody_else(
    other: dict[str, Any], names: list[str], expected: list[str]
) -> None:
    nam = unit(ca_nhan=[person(**PROPOSED), person(BINH, **other)], hoi_nghi=[voting(*names)])
    assert check("R15", nam) == expected


BOTH = [person(**PROPOSED), person(BINH, **PROPOSED)]


@pytest.mark.parametrize(
    "meetings",
    [
        [voting(AN), voting(BINH)],
        [voting(AN, doi_tuong=[AN])],
        [voting("Chi ủy", noi_dung="tap_the")],
        [voting(AN, cap="tap_the_lanh_dao")],
        [meeting(kiem_phieu=ballot(ket_qua=[]))],
        [meeting()],
    ],
    ids=["in two", "about one", "on a committee", "of leaders", "nothing counted", "no ballot"],
)
def test_a_meeting_need_not_vote_on_whom_it_does_not_rate(meetings: list[Any]) -> None:
    found = check("R15", unit(ca_nhan=BOTH, hoi_nghi=meetings))
    assert not [each for each in found if "KD457" in each]


def test_those_left_out_are_named_in_one_message() -> None:
    nam = unit(ca_nhan=[*BOTH, person("Lê Thu Cúc", **PROPOSED)], hoi_nghi=[voting(AN)])
    (found,) = findings("R15", nam, regime())
    assert f"không có dòng nào về {BINH}, Lê Thu Cúc (điều khoản R09)" in found.message
