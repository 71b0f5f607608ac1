"""A quyết định and a thông báo of ratings count and list what is decided, and rate somebody."""

from dataclasses import replace
from typing import Any

import pytest

from generator.papers.plan import EVERYTHING, unit_plan
from generator.papers.undecided import issued_for_nobody
from generator.papers.unit_letters import KetQuaIn, results
from generator.papers.unit_year import UnitYear
from generator.regulations.catalogue import paper_kinds
from tests.papers.test_rating_lists import unit, year_of

GOOD, BEST = "Hoàn thành tốt nhiệm vụ", "Hoàn thành xuất sắc nhiệm vụ"
DECISION, NOTICE = "quyet-dinh-ket-qua", "thong-bao-ket-qua"
PAPERS = [DECISION, NOTICE]
ABOVE = {"co_quan": {"ten": "Đảng ủy xã Tân Hòa", "ky_hieu": "ĐU"}}


def person(name: str, **levels: str) -> dict[str, Any]:
    return {"ho_ten": name, "vai_tro": "khong_lanh_dao", "xep_loai": levels}


def year(*people: dict[str, Any], **number: str) -> UnitYear:
    heads = {key: {**ABOVE, **number} for key in ("quyet_dinh", "thong_bao")}
    return year_of(unit(ca_nhan=list(people), tap_the=[], ket_qua=heads))


def printed(given: UnitYear, code: str) -> KetQuaIn:
    return results(given, paper_kinds()[code])


ONE_PROPOSED = (
    person("Nguyễn Văn An", chi_bo=GOOD, quyet_dinh=GOOD),
    person("Trần Thị Bình", chi_bo=BEST, quyet_dinh=GOOD),
    person("Lê Thu Cúc", chi_bo=BEST),
)


def counted(paper: KetQuaIn) -> dict[str, Any]:
    return dict(next(row for row in paper["tong_hop"] if row["ten"] == "Tổng số cá nhân"))


def test_a_decision_counts_those_in_its_list_and_nobody_else() -> None:
    paper = printed(year(*ONE_PROPOSED), DECISION)
    assert counted(paper)["tong"] == len(paper["ca_nhan"]) == 2
    assert counted(paper)["trong_do"] == "2 hoàn thành tốt nhiệm vụ"


def test_a_notice_counts_a_proposal_as_not_rated_yet() -> None:
    paper = printed(year(*ONE_PROPOSED), NOTICE)
    assert [each["ten"] for each in paper["ca_nhan"]] == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert counted(paper)["trong_do"] == "2 hoàn thành tốt nhiệm vụ, 1 chưa xếp loại"


def drafts(given: UnitYear) -> set[str]:
    return {each.document.ma for each in unit_plan(given, EVERYTHING, ()) if each.sai}


PROPOSED = person("Nguyễn Văn An", tu_nhan=GOOD, chi_uy=GOOD, chi_bo=GOOD)


@pytest.mark.parametrize("number", [{}, {"so": "120", "ngay": "28/12/2026"}])
def test_papers_that_rate_nobody_are_drafts_even_with_a_number(number: dict[str, str]) -> None:
    assert drafts(year(PROPOSED, **number)) == set(PAPERS)
    assert drafts(year(*ONE_PROPOSED, **number)) == set()


def test_a_form_to_fill_in_by_hand_is_no_draft() -> None:
    assert drafts(replace(year(PROPOSED), de_trong=True)) == set()


def test_a_number_for_a_paper_that_rates_nobody_is_told() -> None:
    found = list(issued_for_nobody(year(PROPOSED, so="120")))
    assert [each.place.path for each in found] == [
        ("ket_qua", "quyet_dinh"),
        ("ket_qua", "thong_bao"),
    ]
    assert "chưa ghi mức quyết định của ai" in found[0].message
    assert not list(issued_for_nobody(year(PROPOSED)))
    assert not list(issued_for_nobody(year(*ONE_PROPOSED, so="120")))
