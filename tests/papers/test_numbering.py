"""The number of a paper is that of its item of the checklist, and there is no other."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.checklists.items import items
from generator.checklists.required import Asking
from generator.model.checklist import DanhMuc
from generator.model.unit import DonViNam
from generator.papers.numbering import in_name, numbered
from generator.papers.plan import EVERYTHING, Planned, unit_plan
from generator.papers.unit_documents import unit_documents
from generator.papers.unit_year import UnitYear
from generator.regulations.regimes import regime_for
from tests.checklists.lists import checklist, doc, item
from tests.dossier.judged_unit import (
    AN,
    BINH,
    BTV,
    CITY,
    HA_TINH,
    collective,
    meeting,
    person,
    suggestion,
    unit,
)

REGIME = regime_for(2024)


def plan(nam: dict[str, Any], danh_muc: DanhMuc) -> list[Planned]:
    data = DonViNam.model_validate(nam)
    asked = Asking(items(danh_muc), danh_muc.dac_diem).of(data, REGIME, CITY)
    return list(unit_plan(UnitYear(data, CITY, REGIME), EVERYTHING, asked))


def numbers(nam: dict[str, Any], danh_muc: DanhMuc, code: str) -> dict[str, str]:
    """The number of every paper of a kind, by file name."""
    return {each.ten_tep: each.muc for each in plan(nam, danh_muc) if each.document.ma == code}


def of_persons(ma: str, *codes: str, **given: Any) -> dict[str, Any]:
    return item(ma, cho=["ca_nhan"], van_ban=[doc("a", mau=list(codes))], **given)


def of_unit(ma: str, *codes: str) -> dict[str, Any]:
    return item(ma, cho=["don_vi"], van_ban=[doc("a", mau=list(codes))])


def test_a_paper_bears_the_number_that_the_checklist_gives_its_item() -> None:
    ours = checklist(of_unit("1.2", "bieu-6f"), of_persons("IV", "02A", "02B"))
    found = numbers(unit(ca_nhan=[person(AN)]), ours, "02B")
    assert found == {f"IV - Bản kiểm điểm 02B - {AN}.docx": "IV"}
    assert numbers(unit(), ours, "bieu-6f") == {"1.2 - Biểu 6F.docx": "1.2"}


def test_a_paper_that_no_item_asks_for_has_no_number() -> None:
    ours = checklist(of_persons("1", "02A", "02B"))
    assert numbers(unit(), ours, "bieu-6f") == {"Biểu 6F.docx": ""}


def test_the_number_of_another_item_is_never_taken() -> None:
    """In this list 1.2 is the declaration of assets, which this program does not make."""
    found = plan(unit(ca_nhan=[person(AN, dien_quan_ly="cap_huyen")]), HA_TINH)
    assert not [each for each in found if each.muc in {"1.2", "1.3"}]


def test_an_item_that_includes_others_gives_both_numbers() -> None:
    nam = unit(ca_nhan=[person(AN, dien_quan_ly="cap_huyen")])
    found = numbers(nam, HA_TINH, "02B")
    assert found == {f"3.6-1.1 - Bản kiểm điểm 02B - {AN}.docx": "3.6/1.1"}


def test_a_person_whom_no_item_means_has_a_paper_without_a_number() -> None:
    ours = checklist(of_persons("1", "02A", "02B", ap_dung="dung_dau"))
    nam = unit(ca_nhan=[person(AN, dung_dau="có"), person(BINH)])
    assert set(numbers(nam, ours, "02B").values()) == {"1", ""}


def test_where_the_subject_is_exempt_from_one_item_the_other_gives_the_number() -> None:
    ours = checklist(
        item("1", cho=["ca_nhan"], van_ban=[doc("a", mau=["goi-y"])], dieu_kien="khieu_nai"),
        item("2", cho=["ca_nhan"], van_ban=[doc("a", mau=["goi-y"])]),
    )
    nam = unit(ca_nhan=[person(AN)], goi_y=[suggestion(AN)])
    assert set(numbers(nam, ours, "goi-y").values()) == {"2"}


def test_papers_stand_in_the_order_of_the_checklist_and_those_without_number_by_their_kind() -> (
    None
):
    ours = checklist(of_unit("1", "bien-ban-hoi-nghi"), of_persons("2", "02A", "02B"))
    nam = unit(ca_nhan=[person(AN)], hoi_nghi=[meeting()])
    names = [each.ten_tep.partition(" - ")[0] for each in plan(nam, ours)]
    minutes, form = names.index("1"), names.index("2")
    assert minutes < form
    assert names.index("Biểu 6F.docx") > minutes


CODES = ("01", "02A", "02B", "bien-ban-hoi-nghi", "bieu-6f", "goi-y", "tong-hop-xep-loai")


@given(st.permutations(CODES), st.integers(0, len(CODES)))
def test_no_paper_is_lost_or_twice_whatever_the_checklist(order: list[str], asked: int) -> None:
    ours = checklist(
        *(
            item(str(number), cho=["don_vi", "ca_nhan"], van_ban=[doc("a", mau=[code])])
            for number, code in enumerate(order[:asked], 1)
        ),
        of_unit("99", "khong-co"),
    )
    nam = unit(
        ca_nhan=[person(AN), person(BINH)],
        tap_the=[collective(BTV)],
        hoi_nghi=[meeting()],
        goi_y=[suggestion(AN)],
    )
    data = DonViNam.model_validate(nam)
    documents = list(unit_documents(UnitYear(data, CITY, REGIME)))
    need = Asking(items(ours), ours.dac_diem).of(data, REGIME, CITY)
    found = numbered(documents, need, data)
    assert sorted(map(id, documents)) == sorted(id(each) for _, each in found)
    shown = [int(number) for number, _ in found if number]
    assert shown == sorted(shown)
    names = [each.ten_tep for each in plan(nam, ours)]
    assert len(set(names)) == len(names)


def test_a_number_of_an_included_item_fits_into_a_file_name() -> None:
    assert in_name("3.6/1.2") == "3.6-1.2"
    assert in_name("") == ""
