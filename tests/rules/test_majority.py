"""R15: more than half of the members stand behind a level; only a warning, as it is inferred."""

from typing import Any

import pytest

from generator.model.meeting import HoiNghi
from generator.rules.majority import members_counted
from tests.rules.build import AN, HT, HTT, ballot, check, findings, meeting, person, regime, unit

AT = "hoi_nghi.0.kiem_phieu.ket_qua.0.phieu"
ILL = {"ly_do": "ốm"}


def held(votes: dict[str, str], **given: Any) -> dict[str, Any]:
    valid = str(sum(map(int, votes.values())))
    count = ballot(phat_ra=valid, thu_ve=valid, hop_le=valid, khong_hop_le="0",
                   ket_qua=[{"doi_tuong": AN, "phieu": votes}])  # fmt: skip
    return meeting(kiem_phieu=count, **given)


def absent(*reasons: str) -> list[dict[str, str]]:
    return [{"ho_ten": f"Người {i}", "ly_do": why} for i, why in enumerate(reasons)]


@pytest.mark.parametrize(
    ("given", "members"),
    [
        ({}, 9),
        ({"vang": absent("ốm", "đi công tác"), "co_mat": "7"}, 7),
        ({"vang": absent("ốm", "không có lý do"), "co_mat": "7"}, 8),
        ({"vang": absent("Không lý do"), "co_mat": "8"}, 9),
        ({"vang": absent("Vắng không phép", "tự ý bỏ họp", "không rõ lí do"), "co_mat": "6"}, 9),
        ({"vang": absent("đang tạm giam", "ốm"), "co_mat": "7"}, 7),
        ({"cap": "tap_the_lanh_dao", "vang": absent("ốm"), "co_mat": "8"}, 9),
        (
            {
                "cap": "tap_the_lanh_dao",
                "vang": absent("bị đình chỉ sinh hoạt đảng"),
                "co_mat": "8",
            },
            8,
        ),
        ({"cap": "tap_the_lanh_dao", "vang": absent("không phép"), "co_mat": "8"}, 9),
        ({"tinh_tren": "12"}, 12),
    ],
)
def test_who_is_counted(given: dict[str, Any], members: int) -> None:
    assert members_counted(HoiNghi.model_validate(meeting(**given))) == members


@pytest.mark.parametrize(
    ("votes", "given", "found"),
    [
        ({"hoan_thanh_tot": "5", "hoan_thanh": "4"}, {}, False),
        ({"hoan_thanh_tot": "4", "hoan_thanh": "4"}, {}, True),
        ({"hoan_thanh_tot": "4"}, {"trieu_tap": "8", "co_mat": "8"}, True),
        ({"hoan_thanh_tot": "5"}, {"trieu_tap": "9", "co_mat": "5",
                                   "vang": absent("ốm", "ốm", "ốm", "ốm")}, False),
        ({"hoan_thanh_tot": "5"}, {"tinh_tren": "10"}, True),
        ({"hoan_thanh_tot": "5"}, {"tinh_tren": "0"}, False),
    ],
)  # fmt: skip
def test_more_than_half_of_the_members_must_agree(
    votes: dict[str, str], given: dict[str, Any], found: bool
) -> None:
    nam = unit(hoi_nghi=[held(votes, **given)])
    assert [each for each in check("R15", nam) if "KD441" not in each] == [
        f"KD453 cảnh báo {AT}"
    ] * found


def test_the_share_is_a_value_of_the_regime_and_an_office_may_change_it() -> None:
    nam = unit(hoi_nghi=[held({"hoan_thanh_tot": "6", "hoan_thanh": "3"})])
    assert check("R15", nam) == []
    assert check("R15", nam, regime(bieu_quyet__qua=67)) == [f"KD453 cảnh báo {AT}"]
    assert check("R15", nam, regime("2019")) == []


@pytest.mark.parametrize(("given", "found"), [(HT, 1), (HTT, 0), (None, 0)])
def test_the_proposal_of_the_chi_bo_is_the_level_voted_for(given: str | None, found: int) -> None:
    people = [person(AN, xep_loai={"chi_bo": given} if given else {})]
    nam = unit(hoi_nghi=[held({"hoan_thanh_tot": "8", "hoan_thanh": "1"})], ca_nhan=people)
    assert check("R15", nam) == ["KD454 cảnh báo ca_nhan.0.xep_loai.chi_bo"] * found


def test_the_message_says_that_it_is_inferred() -> None:
    [one] = findings("R15", unit(hoi_nghi=[held({"hoan_thanh_tot": "4", "hoan_thanh": "3"})]))
    assert one.message == (
        f"Hội nghị kiểm điểm: {AN} được nhiều nhất 4 phiếu «{HTT}» trên 9 thành viên, chưa quá nửa "
        "(điều khoản R15; suy ra từ Quy định 294-QĐ/TW, mục 9.3)"
    )


def test_a_tie_is_told_with_both_levels() -> None:
    tie = held({"hoan_thanh_xuat_sac": "3", "hoan_thanh_tot": "3"}, trieu_tap="6", co_mat="6")
    (found,) = [
        each for each in findings("R15", unit(hoi_nghi=[tie]), regime()) if each.code == "KD453"
    ]
    both = "«Hoàn thành xuất sắc nhiệm vụ» và «Hoàn thành tốt nhiệm vụ»"
    assert f"được nhiều nhất 3 phiếu {both} trên 6 thành viên" in found.message


@pytest.mark.parametrize(("given", "found"), [(HTT, True), (None, False)])
def test_who_was_voted_to_have_no_level_is_not_proposed_for_one(
    given: str | None, *, found: bool
) -> None:
    levels = {"chi_bo": given} if given else {}
    nam = unit(ca_nhan=[person(xep_loai=levels)], hoi_nghi=[held({"chua_xep_loai": "9"})])
    told = [each for each in check("R15", nam) if "KD454" in each]
    assert told == ["KD454 cảnh báo ca_nhan.0.xep_loai.chi_bo"] * found
