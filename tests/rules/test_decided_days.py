"""Levels are decided on the day of the paper that announces them, and never after it."""

from typing import Any

import pytest

from generator.rules.decided_days import check_decided_days
from tests.rules.build import AN, BINH, CUC, HTT, collective, person, said, unit


def decided(ho_ten: str, ngay: str, **given: Any) -> dict[str, Any]:
    return person(ho_ten, xep_loai={"quyet_dinh": HTT, "ngay_quyet_dinh": ngay}, **given)


def found(*days: str, key: str = "quyet_dinh", ngay: str = "22/12/2026", **given: Any) -> list[str]:
    people = [decided(who, day) for who, day in zip((AN, BINH, CUC), days, strict=False)]
    given = {"ca_nhan": people, "ket_qua": {key: {"ngay": ngay}}} | given
    return [said(each) for each in check_decided_days(unit(**given))]


def at(*numbers: int) -> list[str]:
    return [f"KD189 cảnh báo ca_nhan.{each}.xep_loai.ngay_quyet_dinh" for each in numbers]


THAT, BEFORE, AFTER = "22/12/2026", "21/12/2026", "23/12/2026"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([THAT, THAT, THAT], []),
        ([THAT, THAT, AFTER], [2]),
        ([THAT, BEFORE, THAT], [1]),
        ([THAT, BEFORE, BEFORE], []),  # the committee met the day before
        ([BEFORE, BEFORE, BEFORE], []),
    ],
)
def test_a_decision_is_of_the_day_on_which_it_decides(days: list[str], told: list[int]) -> None:
    assert found(*days) == at(*told)


def test_a_paper_that_contradicts_several_is_told_itself() -> None:
    assert found(AFTER, AFTER, THAT) == ["KD189 cảnh báo ket_qua.quyet_dinh.ngay"]


def test_a_notice_follows_what_it_announces() -> None:
    assert found(THAT, BEFORE, key="thong_bao") == []
    assert found(AFTER, BEFORE, key="thong_bao") == at(0)


@pytest.mark.parametrize("ngay", ["12/2026", "2026"])
def test_a_paper_without_its_day_contradicts_nothing(ngay: str) -> None:
    assert found(AFTER, BEFORE, THAT, ngay=ngay) == []


def test_who_is_rated_again_has_another_paper() -> None:
    again = {"doi_tuong": f"Đồng chí {AN}", "van_ban_cu": "Quyết định số 1-QĐ/ĐU",
             "muc_cu": HTT, "muc_moi": HTT, "ly_do": "kỷ luật"}  # fmt: skip
    assert found(AFTER, THAT, THAT, xep_loai_lai=[again]) == []


def test_a_leader_is_decided_elsewhere_but_not_after_the_paper() -> None:
    people = [decided(AN, THAT), decided(BINH, THAT), decided(CUC, BEFORE, vai_tro="lanh_dao")]
    assert found(ca_nhan=people) == []
    people[2] = decided(CUC, AFTER, vai_tro="lanh_dao")
    assert found(ca_nhan=people) == at(2)


def test_a_collective_is_not_decided_after_the_paper() -> None:
    late = collective(xep_loai={"quyet_dinh": HTT, "ngay_quyet_dinh": AFTER})
    told = found(THAT, tap_the=[late])
    assert told == ["KD189 cảnh báo tap_the.0.xep_loai.ngay_quyet_dinh"]
