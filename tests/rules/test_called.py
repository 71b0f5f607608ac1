"""R15: who is called to vote may vote: neither on probation nor suspended; only a warning."""

from typing import Any

import pytest

from tests.rules.build import AN, BINH, CUC, DUNG, check, meeting, person, regime, unit

OFFICIAL = {"ngay_vao_dang": "03/02/2000"}
NEW = {"ngay_vao_dang": "03/02/2026"}
SUSPENDED = {**OFFICIAL, "loai_tru": {"ly_do": "dinh_chi_sinh_hoat"}}
EXEMPT = {**OFFICIAL, "loai_tru": {"ly_do": "mien_sinh_hoat"}}
FOUND = "KD466 cảnh báo hoi_nghi.0.trieu_tap"


@pytest.mark.parametrize(
    ("third", "called", "told"),
    [
        (OFFICIAL, 3, False),
        ({}, 3, False),
        (NEW, 3, True),
        (NEW, 2, False),
        (NEW, 4, False),  # the file does not name all of the members
        ({**NEW, "ngay_chinh_thuc": "03/12/2026"}, 3, False),
        ({**NEW, "ngay_chinh_thuc": "03/02/2027"}, 3, True),
        ({"ngay_vao_dang": "10/12/2025"}, 3, True),
        ({"ngay_vao_dang": "05/12/2025"}, 3, False),
        (SUSPENDED, 3, True),
        (SUSPENDED, 2, False),
        (EXEMPT, 3, True),
        (EXEMPT, 2, False),
        ({**OFFICIAL, "loai_tru": {"ly_do": "moi_ket_nap"}}, 3, True),
        ({**NEW, "dang_vien": "không"}, 2, False),
    ],
)
@pytest.mark.parametrize("loai", ["chi_bo", "chi_bo_co_so"])
def test_members_called_may_vote(
    loai: str, third: dict[str, Any], called: int, *, told: bool
) -> None:
    people = [person(AN, **OFFICIAL), person(BINH, **OFFICIAL), person(CUC, **third)]
    held = meeting(trieu_tap=str(called), co_mat=str(called))
    assert check("R15", unit(loai=loai, ca_nhan=people, hoi_nghi=[held])) == [FOUND] * told


@pytest.mark.parametrize(
    "said",
    [
        {"dai_bieu": [{"ho_ten": CUC}]},
        {"y_kien": [{"nguoi": f"Đồng chí {CUC}", "noi_dung": "nhất trí"}]},
        {"vang": [{"ho_ten": CUC, "ly_do": "được miễn sinh hoạt"}], "co_mat": "2"},
    ],
)
def test_an_exempt_member_whom_the_minutes_name_was_called(said: dict[str, Any]) -> None:
    people = [person(AN, **OFFICIAL), person(BINH, **OFFICIAL), person(CUC, **EXEMPT)]
    held = {**meeting(trieu_tap="3", co_mat="3"), **said}
    assert check("R15", unit(ca_nhan=people, hoi_nghi=[held])) == []


def test_an_exempt_member_does_not_make_up_for_one_on_probation() -> None:
    people = [person(AN, **OFFICIAL), person(BINH, **OFFICIAL), person(CUC, **EXEMPT)]
    people.append(person(DUNG, **NEW))
    held = meeting(trieu_tap="3", co_mat="3")
    assert check("R15", unit(ca_nhan=people, hoi_nghi=[held])) == [FOUND]


@pytest.mark.parametrize(("months", "told"), [(12, False), (13, True)])
def test_how_long_probation_lasts_is_data_of_the_regime(months: int, *, told: bool) -> None:
    people = [person(AN, **OFFICIAL), person(BINH, ngay_vao_dang="30/11/2025")]
    held = meeting(trieu_tap="2", co_mat="2")
    nam = unit(ca_nhan=people, hoi_nghi=[held])
    assert check("R15", nam, regime(du_bi_thang=months)) == [FOUND] * told


def test_a_committee_of_another_kind_of_unit_is_not_counted() -> None:
    people = [person(AN, **OFFICIAL), person(BINH, **NEW)]
    held = meeting(trieu_tap="2", co_mat="2")
    assert check("R15", unit(loai="xa", ca_nhan=people, hoi_nghi=[held])) == []
    above = {**held, "cap": "tap_the_lanh_dao"}
    assert check("R15", unit(ca_nhan=people, hoi_nghi=[above]), regime("2023")) == []
