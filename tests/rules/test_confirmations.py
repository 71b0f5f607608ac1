"""R16: the confirmations on a person's form."""

from typing import Any

import pytest

from tests.rules.build import AN, BINH, HTT, check, findings, meeting, person, regime, unit

BLOCK = {"tieu_de": "T/M CHI ỦY", "ghi_chu": "(Ký, ghi rõ họ tên)", "nguon": "V:S41"}
KEYS = ("nguoi_viet", "thu_truong", "chi_uy", "dang_uy")


def year(nguon: str = "V:S41") -> Any:
    blocks = [{**BLOCK, "khoa": key, "nguon": nguon} for key in KEYS]
    return regime("2023", bieu_mau__02A__xac_nhan=blocks)


REGIME = year()
PATH = "ca_nhan.0.xac_nhan"


def block(ngay: str | None = "05/12/2024", ho_ten: str | None = "Trần Văn Bình") -> Any:
    return {"ngay": ngay, "ho_ten": ho_ten}


def decided(**given: Any) -> Any:
    return unit(ca_nhan=[person(**{"xep_loai": {"quyet_dinh": HTT}, **given})])


BOTH = {"chi_uy": block(), "dang_uy": block()}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"xac_nhan": BOTH}, []),
        ({"xac_nhan": {**BOTH, "thu_truong": block()}, "cong_chuc": "có"}, []),
        ({"xac_nhan": BOTH, "cong_chuc": "có"}, [f"KD443 lỗi {PATH}"]),
        ({"xac_nhan": BOTH, "cong_chuc": "không"}, []),
        (
            {"xac_nhan": BOTH, "xep_loai": {"quyet_dinh": HTT, "cong_chuc": HTT}},
            [f"KD443 lỗi {PATH}"],
        ),
        ({}, [f"KD443 lỗi {PATH}"]),
        ({"xac_nhan": {"chi_uy": block()}}, [f"KD443 lỗi {PATH}"]),
        ({"xac_nhan": {**BOTH, "chi_uy": block(ngay=None)}}, [f"KD444 lỗi {PATH}.chi_uy"]),
        ({"xac_nhan": {**BOTH, "dang_uy": block(ho_ten=None)}}, [f"KD444 lỗi {PATH}.dang_uy"]),
        (
            {"xac_nhan": {"chi_uy": block(None, None)}},
            [f"KD444 lỗi {PATH}.chi_uy", f"KD443 lỗi {PATH}"],
        ),
        ({"xep_loai": {"chi_bo": HTT}}, []),
        ({"xep_loai": {}}, []),
    ],
)
def test_a_decided_form_is_confirmed_dated_and_named(
    given: dict[str, Any], expected: list[str]
) -> None:
    assert check("R16", decided(**given), REGIME) == expected


@pytest.mark.parametrize(
    ("ngay", "days", "expected"),
    [
        ("01/12/2024", ("02/12/2024", "05/12/2024", "09/12/2024"), []),
        ("02/12/2024", ("02/12/2024", "02/12/2024", "02/12/2024"), []),
        ("03/12/2024", ("02/12/2024", "05/12/2024", "09/12/2024"), ["thu_truong"]),
        ("01/12/2024", ("06/12/2024", "05/12/2024", "09/12/2024"), ["chi_uy"]),
        ("01/12/2024", ("02/12/2024", "05/12/2024", "04/12/2024"), ["dang_uy"]),
        (None, ("02/12/2024", "05/12/2024", "04/12/2024"), ["dang_uy"]),
        (None, ("06/12/2024", None, "05/12/2024"), ["dang_uy"]),
        ("06/12/2024", (None, None, "05/12/2024"), ["dang_uy"]),
        ("06/12/2024", (None, None, None), []),
    ],
)
def test_a_later_block_is_not_dated_before_an_earlier_one(
    ngay: str | None, days: tuple[str | None, ...], expected: list[str]
) -> None:
    given = {key: block(day) for key, day in zip(KEYS[1:], days, strict=True)}
    nam = unit(ca_nhan=[person(ngay=ngay, xac_nhan=given)])
    assert check("R16", nam, REGIME) == [f"KD445 lỗi {PATH}.{key}.ngay" for key in expected]


@pytest.mark.parametrize(
    ("given", "severity"),
    [({}, "cảnh báo"), ({"xac_nhan": {**BOTH, "chi_uy": block(None)}}, "cảnh báo")],
)
def test_blocks_that_are_not_verified_only_warn(given: dict[str, Any], severity: str) -> None:
    found = findings("R16", decided(**given), year("U"))
    assert [str(each.severity) for each in found] == [severity]


def test_a_form_without_blocks_and_an_unknown_role_ask_for_nothing() -> None:
    bare = regime("2023", bieu_mau__02A__xac_nhan=[])
    assert check("R16", decided(), bare) == []
    assert check("R16", decided(vai_tro=None), REGIME) == []


def test_the_messages_name_the_block_and_what_it_lacks() -> None:
    missing = findings("R16", decided(cong_chuc="có"), REGIME)[0].message
    assert missing == (
        f"{AN}: đã có mức quyết định nhưng thiếu xác nhận của thủ trưởng cơ quan, đơn vị; chi ủy, "
        "chi bộ; đảng ủy, chi ủy cơ sở (điều khoản R16)"
    )
    empty = findings("R16", decided(xac_nhan={**BOTH, "chi_uy": block(None, None)}), REGIME)[0]
    assert "chi ủy, chi bộ thiếu ngày ký, họ tên người ký (" in empty.message
    assert empty.mend == "ghi thêm ngày ký, họ tên người ký"
    order = {"chi_uy": block("05/12/2024"), "dang_uy": block("03/12/2024")}
    wrong = findings("R16", decided(xac_nhan=order), REGIME)[0].message
    assert (
        "đảng ủy, chi ủy cơ sở đề ngày 03/12/2024, trước chi ủy, chi bộ (ngày 05/12/2024)" in wrong
    )
    own = findings("R16", decided(xac_nhan=BOTH, ngay="06/12/2024"), REGIME)[0].message
    assert "chi ủy, chi bộ đề ngày 05/12/2024, trước bản kiểm điểm (ngày 06/12/2024)" in own


@pytest.mark.parametrize(
    ("key", "day", "expected"),
    [
        ("chi_uy", "06/12/2024", ["KD459 cảnh báo ca_nhan.0.xac_nhan.chi_uy.ngay"]),
        ("dang_uy", "06/12/2024", ["KD459 cảnh báo ca_nhan.0.xac_nhan.dang_uy.ngay"]),
        ("thu_truong", "06/12/2024", []),
        ("chi_uy", "07/12/2024", []),
        ("chi_uy", "08/12/2024", []),
    ],
)
def test_the_committee_confirms_after_the_chi_bo_has_met(
    key: str, day: str, expected: list[str]
) -> None:
    people = [person(xac_nhan={key: block(day)})]
    assert check("R16", unit(ca_nhan=people, hoi_nghi=[meeting("07/12/2024")]), REGIME) == expected


def test_a_meeting_about_others_says_nothing_of_a_confirmation() -> None:
    people = [person(xac_nhan={"chi_uy": block("06/12/2024")}), person(BINH)]
    others = meeting("07/12/2024", doi_tuong=[BINH])
    assert check("R16", unit(ca_nhan=people, hoi_nghi=[others]), REGIME) == []


@pytest.mark.parametrize("key", KEYS[1:])
def test_nobody_confirms_their_own_form(key: str) -> None:
    own = unit(ca_nhan=[person(xac_nhan={key: block(ho_ten=f"Đồng chí {AN}")})])
    (found,) = findings("R16", own, REGIME)
    assert (found.code, str(found.severity)) == ("KD460", "cảnh báo")
    assert "do chính người viết bản kiểm điểm ký" in found.message
