"""What a received file may be, and what it is held against."""

import pytest

from generator.checklists.items import items
from generator.checklists.required import Requirement, requirements
from generator.dossier.expecting import candidates, expected
from generator.model.unit import DonViNam
from generator.received.expected import Candidate, Expected
from generator.regulations.regimes import regime_for
from tests.dossier.judged_unit import (
    AN,
    BINH,
    BTV,
    CITY,
    CUC,
    HA_TINH,
    meeting,
    person,
    suggestion,
    unit,
)

REGIME = regime_for(2024)
PHUONG = "Đảng ủy phường Hồng Sơn"
HALL = "Hội nghị kiểm điểm"


def the_dossier(*meetings: dict) -> tuple[DonViNam, list[Requirement]]:
    """Two members of the standing committee, one member who is nobody's leader."""
    people = [
        person(AN, dac_diem=["uy_vien_btv"]),
        person(BINH, dac_diem=["uy_vien_btv"], vai_tro="khong_lanh_dao", cong_chuc="có"),
        person(CUC, dien_quan_ly="cap_huyen"),
    ]
    about = {"cap_uy": "Đảng ủy phường", "ky_hieu": "ĐU"}
    held = list(meetings) or [meeting(HALL)]
    nam = DonViNam.model_validate(unit(ca_nhan=people, hoi_nghi=held, don_vi=about))
    return nam, requirements(items(HA_TINH), HA_TINH.dac_diem, nam, REGIME, CITY)


def may_be(*meetings: dict) -> dict[tuple[str, str], Candidate]:
    nam, asked = the_dossier(*meetings)
    return {(each.titles[0], each.ten): each for each in candidates(asked, nam, REGIME)}


def against(muc: str, ai: str, title: str = "") -> Expected:
    nam, asked = the_dossier()
    for each in asked:
        for need in each.can:
            if each.item.ma == muc and each.ten == ai and title in need.ten:
                return expected(each, need, nam, REGIME, 2024)
    raise AssertionError(muc)


def test_a_form_is_that_of_the_role() -> None:
    found = may_be()
    assert found["Bản kiểm điểm cá nhân", AN].form == "02B"
    assert found["Bản kiểm điểm cá nhân", BINH].form == "02A"
    assert found["Báo cáo kiểm điểm tập thể, cán bộ lãnh đạo, quản lý", BTV].form == "01"
    assert found["Bản kê khai tài sản", AN].form is None


def test_one_document_that_two_items_ask_for_is_one_choice() -> None:
    both = person(AN, dac_diem=["uy_vien_btv"], dien_quan_ly="cap_huyen")
    nam = DonViNam.model_validate(unit(ca_nhan=[both, person(CUC, dien_quan_ly="cap_huyen")]))
    asked = requirements(items(HA_TINH), HA_TINH.dac_diem, nam, REGIME, CITY)
    found = candidates(asked, nam, REGIME)
    keys = [key for each in found for key in each.keys]
    assert len(keys) == len(set(keys))
    own = [each for each in found if each.titles[0] == "Bản kê khai tài sản"]
    assert {each.ten: each.muc for each in own} == {AN: ("1.2", "3.6/1.2"), CUC: ("3.6/1.2",)}


def test_what_need_not_be_handed_in_is_no_choice() -> None:
    titles = {title for title, _ in may_be()}
    assert "Bản kiểm điểm cá nhân" in titles
    assert not any("giải trình" in title.casefold() for title in titles)


def test_the_only_minutes_need_not_name_their_meeting() -> None:
    one = may_be()["Biên bản hội nghị kiểm điểm", ""]
    assert one.form is None
    two = may_be(meeting(HALL), meeting("Hội nghị lần hai"))
    assert {ten for title, ten in two if title == "Biên bản hội nghị kiểm điểm"} == {
        HALL, "Hội nghị lần hai"
    }  # fmt: skip


def test_a_prescribed_file_name_belongs_to_its_document() -> None:
    from tests.checklists.lists import checklist, item

    asked = checklist(item("1", ten="Biểu", ten_tep="Mau 16_*"), item("2"))
    nam = DonViNam.model_validate(unit())
    needs = requirements(items(asked), {}, nam, REGIME, CITY)
    found = candidates(needs, nam, REGIME)
    assert [each.pattern for each in found] == ["Mau 16_*", ""]


def test_a_persons_paper_is_held_against_the_person() -> None:
    found = against("1.2", AN)
    assert (found.ten, found.others) == (AN, (BINH, CUC))
    assert found.noi == (PHUONG, "Đảng ủy phường")
    assert (found.nam, found.form, found.signed, found.blocks) == (2024, None, True, ())
    assert found.titles[0] == "Bản kê khai tài sản"


def test_a_unit_paper_is_held_against_the_unit() -> None:
    found = against("3.5", PHUONG, "Biểu 6A")
    assert (found.ten, found.titles[0]) == ("", "Biểu 6A")
    report = against("3.1", PHUONG, BTV)
    assert (report.ten, report.form) == (BTV, "01")


def test_what_is_handed_in_if_there_is_any_may_be_anything() -> None:
    found = against("3.4", PHUONG, "Các văn bản khác")
    assert (found.titles, found.noi, found.signed) == ((), (), False)


@pytest.mark.parametrize(
    ("ai", "blocks"),
    [
        (AN, ("T/M CHI ỦY (CHI BỘ)", "T/M ĐẢNG ỦY (CHI ỦY)")),
        (BINH, ("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "T/M CHI ỦY (CHI BỘ)", "T/M ĐẢNG ỦY (CHI ỦY)")),
    ],
)
def test_confirmations_are_the_blocks_of_the_form(ai: str, blocks: tuple[str, ...]) -> None:
    assert against("1.1", ai).blocks == blocks


def test_who_was_asked_to_explain_is_held_against_it() -> None:
    nam, asked = the_dossier()
    nam = DonViNam.model_validate(nam.model_dump() | {"goi_y": [suggestion(AN)]})
    due = {
        need.ai: expected(each, need, nam, REGIME, 2024).goi_y
        for each in asked
        for need in each.can
        if each.item.ma == "1.1"
    }
    assert due == {AN: True, BINH: False}
