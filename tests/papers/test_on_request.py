"""Papers that are made only when the campaign or the unit lists them (`lap_them`)."""

from typing import Any

import pytest

from generator.model import DonViNam, Dot
from generator.papers.own_kinds import listed_wrongly
from generator.papers.unit_documents import UnitDocument, unit_documents
from generator.papers.unit_year import year_of
from generator.regulations.catalogue import paper_kinds
from generator.setup.telling import tell
from tests.papers import unit_data
from tests.papers.test_rating_lists import unit

MEMBER = {
    "ho_ten": "Lê Thị Hai",
    "gioi_tinh": "nữ",
    "ngay_sinh": "14/3/1990",
    "ngay_vao_dang": "03/02/2015",
    "ngay": "05/12/2026",
    "vai_tro": "khong_lanh_dao",
    "noi_cu_tru": {"xa": "xã Tân Thành"},
}
OUTSIDE = {"ho_ten": "Trần Văn Ba", "dang_vien": "không", "vai_tro": "khong_lanh_dao"}
EXEMPT = {"ho_ten": "Vũ Văn Tư", "vai_tro": "lanh_dao", "noi_cu_tru": {"mien": "doanh trại"}}
ON_REQUEST = ["cam-ket-tu-duong", "bo-sung-ho-so", "gioi-thieu-noi-cu-tru"]


def campaign(*listed: str) -> Dot:
    return Dot.model_validate({**unit_data.DOT, "nam": "2026", "lap_them": list(listed)})


def documents(dot: Dot, *listed: str, **given: Any) -> list[UnitDocument]:
    people = [MEMBER, OUTSIDE, EXEMPT]
    data = DonViNam.model_validate(unit(ca_nhan=people, lap_them=list(listed)) | given)
    return list(unit_documents(year_of(data, dot)))


def asked(made: list[UnitDocument]) -> list[tuple[str, str]]:
    return [(each.ma, each.ten.rpartition(" - ")[2]) for each in made if each.ma in ON_REQUEST]


def test_nothing_is_made_that_nobody_lists() -> None:
    assert asked(documents(campaign())) == []


def test_what_campaign_or_unit_lists_is_made_for_those_whom_it_concerns() -> None:
    assert asked(documents(campaign("cam-ket-tu-duong"), "gioi-thieu-noi-cu-tru")) == [
        ("cam-ket-tu-duong", "Lê Thị Hai"),
        ("cam-ket-tu-duong", "Vũ Văn Tư"),
        ("gioi-thieu-noi-cu-tru", "Lê Thị Hai"),
    ]


def test_what_is_listed_changes_no_other_paper() -> None:
    without = [each for each in documents(campaign()) if each.ma not in ON_REQUEST]
    listed = [each for each in documents(campaign(*ON_REQUEST)) if each.ma not in ON_REQUEST]
    assert [(each.ma, each.ten) for each in listed] == [(each.ma, each.ten) for each in without]


def test_the_letter_to_the_place_of_residence_says_who_it_is_about() -> None:
    made = documents(campaign("gioi-thieu-noi-cu-tru"))
    values = next(each for each in made if each.ma == "gioi-thieu-noi-cu-tru").build()
    assert values["so_ky_hieu"].endswith("-GGT/CB")
    assert (values["gioi_tinh"], values["ngay_sinh"]) == ("nữ", "14/3/1990")
    assert (values["ngay_vao_dang"], values["xa"]) == ("03/02/2015", "xã Tân Thành")
    assert set(values["ngay_chinh_thuc"]) == {"…"}


@pytest.mark.parametrize("ma", ["cam-ket-tu-duong", "bo-sung-ho-so"])
def test_a_paper_of_another_day_does_not_have_the_date_of_the_review(ma: str) -> None:
    made = next(each for each in documents(campaign(ma)) if each.ma == ma).build()
    assert made["ho_ten"] == "Lê Thị Hai"
    assert "05" not in made["dia_danh_ngay"]


def test_a_paper_that_is_not_made_on_request_is_told_at_its_place() -> None:
    listed = ("bien-ban-hoi-nghi", "cam-ket-tu-duong", "cam-ket")
    found = listed_wrongly(campaign(*listed), listed)
    assert [(each.code, each.place.path) for each in found] == [
        ("KD185", ("lap_them", 0)),
        ("KD185", ("lap_them", 2)),
    ]
    assert "bien-ban-hoi-nghi" in found[0].message


def test_what_was_not_read_about_a_form_is_said() -> None:
    said = "\n".join(tell("bo-sung-ho-so") or ())
    assert "chưa đọc được mẫu 3-HSĐV" in said
    assert all(paper_kinds()[ma].ghi_chu for ma in ON_REQUEST)
