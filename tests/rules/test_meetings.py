"""R12: the order of the meetings. R13: time to read the draft."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.working_days import working_days
from tests.rules.build import (
    AN,
    BINH,
    CHI_UY,
    CUC,
    HTT,
    UBND,
    check,
    collective,
    findings,
    meeting,
    person,
    regime,
    unit,
)


def held(ngay: str, noi_dung: str, *doi_tuong: str, cap: str = "chi_bo") -> dict[str, Any]:
    return meeting(ngay, noi_dung=noi_dung, doi_tuong=list(doi_tuong), cap=cap)


MEMBERS = [{"ho_ten": AN}, {"ho_ten": BINH}]
PEOPLE = [person(AN), person(BINH), person(CUC)]


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        ([("05/12/2026", "tap_the"), ("08/12/2026", "ca_nhan")], []),
        ([("05/12/2026", "tap_the"), ("05/12/2026", "ca_nhan")], []),
        ([("05/12/2026", "tap_the_ca_nhan")], []),
        ([("08/12/2026", "tap_the"), ("05/12/2026", "ca_nhan")], [1]),
        ([("05/12/2026", "ca_nhan"), ("08/12/2026", "tap_the")], [0]),
        ([("05/12/2026", "ca_nhan")], []),
        ([("05/12/2026", "ca_nhan"), ("08/12/2026", "tap_the_ca_nhan")], [0]),
        ([("08/12/2026", "tap_the"), ("05/12/2026", "tap_the_ca_nhan")], []),
        ([("08/12/2026", "tap_the", CHI_UY), ("05/12/2026", "tap_the_ca_nhan", AN)], [1]),
        ([("08/12/2026", "tap_the")], []),
        ([("08/12/2026", "tap_the"), ("05/12/2026", "ca_nhan", CUC)], []),
        ([("08/12/2026", "tap_the"), ("05/12/2026", "ca_nhan", BINH)], [1]),
        ([("08/12/2026", "tap_the", "Ban khác"), ("05/12/2026", "ca_nhan")], []),
        ([("08/12/2026", "tap_the", CHI_UY.upper()), ("05/12/2026", "ca_nhan")], [1]),
        ([("08/12/2026", "tap_the"), ("04/12/2026", "ca_nhan", AN), ("05/12/2026", "ca_nhan")],
         [1, 2]),
        ([("08/12/2026", "tap_the"), ("04/12/2026", "tap_the"), ("05/12/2026", "ca_nhan")], []),
    ],
)  # fmt: skip
def test_the_collective_comes_before_its_members(
    meetings: list[tuple[str, ...]], expected: list[int]
) -> None:
    nam = unit(
        tap_the=[collective(thanh_vien=MEMBERS)],
        ca_nhan=PEOPLE,
        hoi_nghi=[held(*each) for each in meetings],
    )
    assert check("R12", nam) == [f"KD432 cảnh báo hoi_nghi.{i}.ngay" for i in expected]


@pytest.mark.parametrize(("cap", "found"), [("chi_bo", 1), ("tap_the_lanh_dao", 0)])
def test_only_meetings_of_one_level_are_compared(cap: str, found: int) -> None:
    for one, other in (("chi_bo", cap), ("tap_the_lanh_dao", cap)):
        nam = unit(
            tap_the=[collective(thanh_vien=MEMBERS)],
            ca_nhan=PEOPLE,
            hoi_nghi=[
                held("08/12/2026", "tap_the", cap=one),
                held("05/12/2026", "ca_nhan", cap=other),
            ],
        )
        assert check("R12", nam) == ["KD432 cảnh báo hoi_nghi.1.ngay"] * (one == other)
        assert found or cap == "tap_the_lanh_dao"


@pytest.mark.parametrize(
    ("tap_the", "found"),
    [
        ([collective()], 1),
        ([collective(), collective(UBND)], 0),
        ([collective(thanh_vien=[{"ho_ten": "Người khác"}])], 0),
    ],
)
def test_all_persons_are_members_of_an_only_collective_without_a_list(
    tap_the: list[Any], found: int
) -> None:
    nam = unit(
        tap_the=tap_the,
        ca_nhan=PEOPLE,
        hoi_nghi=[held("08/12/2026", "tap_the"), held("05/12/2026", "ca_nhan")],
    )
    assert check("R12", nam) == ["KD432 cảnh báo hoi_nghi.1.ngay"] * found


def test_the_messages_name_those_out_of_order() -> None:
    excluded = person(CUC, loai_tru={"ly_do": "mien_sinh_hoat"})
    nam = unit(
        tap_the=[collective()],
        ca_nhan=[person(AN), person(BINH), excluded],
        hoi_nghi=[held("08/12/2026", "tap_the"), held("05/12/2026", "ca_nhan")],
    )
    assert findings("R12", nam)[0].message == (
        f"{AN}, {BINH} kiểm điểm ngày 05/12/2026, trước {CHI_UY} (ngày 08/12/2026) (điều khoản R12)"
    )


LEADERS = [person(AN, vai_tro="lanh_dao"), person(BINH, vai_tro="lanh_dao"), person(CUC)]
COMMITTEE = "tap_the_lanh_dao"


@pytest.mark.parametrize(
    ("chi_bo", "committee", "names"),
    [
        (("05/12/2026", "ca_nhan"), ("08/12/2026", "ca_nhan"), None),
        (("08/12/2026", "ca_nhan"), ("08/12/2026", "ca_nhan"), None),
        (("08/12/2026", "ca_nhan"), ("05/12/2026", "ca_nhan"), f"{AN}, {BINH}"),
        (("08/12/2026", "ca_nhan", AN, CUC), ("05/12/2026", "ca_nhan"), AN),
        (("08/12/2026", "ca_nhan"), ("05/12/2026", "ca_nhan", BINH), BINH),
        (("08/12/2026", "ca_nhan"), ("05/12/2026", "ca_nhan", CUC), None),
        (("08/12/2026", "tap_the"), ("05/12/2026", "ca_nhan"), None),
    ],
)
def test_leaders_are_reviewed_in_their_chi_bo_first(
    chi_bo: tuple[str, ...], committee: tuple[str, ...], names: str | None
) -> None:
    nam = unit(ca_nhan=LEADERS, hoi_nghi=[held(*chi_bo), held(*committee, cap=COMMITTEE)])
    found = findings("R12", nam)
    assert [each.code for each in found] == ["KD433"] * (names is not None)
    assert [each.place.path for each in found] == [("hoi_nghi", 1, "ngay")] * (names is not None)
    if names:
        assert found[0].message == (
            f"{names} kiểm điểm ở tập thể lãnh đạo, quản lý ngày 05/12/2026, trước chi bộ "
            "(ngày 08/12/2026) (điều khoản R12)"
        )


def test_leaders_who_are_not_reviewed_do_not_count() -> None:
    suspended = person(AN, vai_tro="lanh_dao", loai_tru={"ly_do": "dinh_chi_sinh_hoat"})
    meetings = [held("08/12/2026", "ca_nhan"), held("05/12/2026", "ca_nhan", cap=COMMITTEE)]
    assert check("R12", unit(ca_nhan=[suspended], hoi_nghi=meetings)) == []


@pytest.mark.parametrize(
    ("office", "own", "shared", "expected"),
    [
        ("10/12/2026", "15/12/2026", None, 0),
        ("15/12/2026", "15/12/2026", None, 0),
        ("16/12/2026", "15/12/2026", None, 1),
        ("16/12/2026", None, "15/12/2026", 1),
        ("16/12/2026", "17/12/2026", "15/12/2026", 0),
        ("16/12/2026", None, None, 0),
        (None, "15/12/2026", None, 0),
    ],
)
def test_the_office_rates_before_the_party(
    office: str | None, own: str | None, shared: str | None, expected: int
) -> None:
    levels = {"quyet_dinh": HTT, "ngay_cong_chuc": office, "ngay_quyet_dinh": own}
    nam = unit(
        ca_nhan=[person(), person(BINH, xep_loai=levels)],
        ket_qua={"quyet_dinh": {"ngay": shared}} if shared else {},
    )
    assert check("R12", nam) == [
        "KD434 cảnh báo ca_nhan.1.xep_loai.ngay_cong_chuc"
    ] * expected  # fmt: skip


def test_the_decision_of_the_unit_dates_only_decided_levels() -> None:
    levels = {"chi_bo": HTT, "ngay_cong_chuc": "16/12/2026"}
    nam = unit(ca_nhan=[person(xep_loai=levels)], ket_qua={"quyet_dinh": {"ngay": "15/12/2026"}})
    assert check("R12", nam) == []
    levels = {"quyet_dinh": HTT, "ngay_cong_chuc": "16/12/2026", "ngay_quyet_dinh": "15/12/2026"}
    message = findings("R12", unit(ca_nhan=[person(xep_loai=levels)]))[0].message
    assert "ngày 16/12/2026, sau khi xếp loại đảng viên (ngày 15/12/2026)" in message


@pytest.mark.parametrize(
    ("gui", "hop", "found"),
    [
        ("07/12/2026", "10/12/2026", 0),
        ("08/12/2026", "10/12/2026", 1),
        ("04/12/2026", "08/12/2026", 1),
        ("04/12/2026", "09/12/2026", 0),
        ("05/12/2026", "09/12/2026", 1),
        ("05/12/2026", "10/12/2026", 0),
        ("10/12/2026", "10/12/2026", 1),
        ("11/12/2026", "10/12/2026", 1),
        ("01/11/2026", "10/12/2026", 0),
        (None, "10/12/2026", 0),
    ],
)
def test_the_draft_is_sent_three_working_days_before(gui: str | None, hop: str, found: int) -> None:
    nam = unit(hoi_nghi=[meeting(), meeting(hop, ngay_gui_du_thao=gui)])
    assert check("R13", nam) == ["KD435 cảnh báo hoi_nghi.1.ngay_gui_du_thao"] * found


def test_the_message_counts_the_days_and_an_office_may_ask_for_more() -> None:
    nam = unit(hoi_nghi=[meeting(ngay_gui_du_thao="07/12/2026")])
    che_do = regime(thoi_gian__gui_du_thao_truoc_ngay_lam_viec="5")
    assert findings("R13", nam, che_do)[0].message == (
        "Hội nghị kiểm điểm: dự thảo gửi ngày 07/12/2026, họp ngày 10/12/2026, chỉ còn 3 ngày làm "
        "việc, phải có ít nhất 5 (điều khoản R13)"
    )
    none = regime(thoi_gian__gui_du_thao_truoc_ngay_lam_viec=None)
    assert check("R13", nam, none) == []


@pytest.mark.parametrize(("ma", "ngay"), [("2019", "12/2022"), ("2023", "12/2024")])
def test_earlier_regimes_prescribe_no_days(ma: str, ngay: str) -> None:
    nam = unit(hoi_nghi=[meeting(f"10/{ngay}", ngay_gui_du_thao=f"10/{ngay}")])
    assert check("R13", nam, regime(ma)) == []


DAY = st.dates(min_value=dt.date(2020, 1, 1), max_value=dt.date(2030, 12, 31))


@given(DAY, st.integers(min_value=-20, max_value=60))
def test_working_days_are_counted_one_by_one(first: dt.date, ahead: int) -> None:
    last = first + dt.timedelta(days=ahead)
    days = [first + dt.timedelta(days=i) for i in range(max(ahead, 0))]
    assert working_days(first, last) == sum(day.weekday() < 5 for day in days)


@pytest.mark.parametrize("ma", ["2019", "2023", "2025"])
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"cong_chuc": "có", "xep_loai": {"chi_bo": HTT}}, True),
        ({"cong_chuc": "có", "xep_loai": {"quyet_dinh": HTT}}, True),
        ({"cong_chuc": "có", "xep_loai": {"quyet_dinh": HTT, "cong_chuc": HTT}}, False),
        ({"cong_chuc": "có", "xep_loai": {"chi_uy": HTT}}, False),
        ({"cong_chuc": "có", "xep_loai": {"tu_nhan": HTT}}, False),
        ({"cong_chuc": "không", "xep_loai": {"quyet_dinh": HTT}}, False),
        ({"xep_loai": {"quyet_dinh": HTT}}, False),
        ({"cong_chuc": "có", "loai_tru": {"ly_do": "mien_sinh_hoat"},
          "xep_loai": {"quyet_dinh": HTT}}, False),
    ],
)  # fmt: skip
def test_the_party_rates_a_civil_servant_on_a_level_of_the_office(
    ma: str, given: dict[str, Any], *, told: bool
) -> None:
    nam = unit(ca_nhan=[person(), person(BINH, **given)])
    assert check("R12", nam, regime(ma)) == ["KD464 cảnh báo ca_nhan.1.xep_loai"] * told
