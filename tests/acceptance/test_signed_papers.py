"""Finished papers as whoever answers for their form sees them: nothing in them that cannot be signed."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from generator import shipped
from generator.engine.tags import W
from generator.papers.paper import printed as fill
from generator.papers.templates import search_path
from generator.papers.unit_documents import UnitDocument, unit_documents
from generator.papers.unit_year import UnitYear
from generator.regulations.regimes import regime_for
from tests.papers import unit_data
from tests.papers.test_rating_lists import year_of
from tests.unbroken import lines

TEMPLATES = search_path()
YEARS = (2022, 2024, 2026)
SEAL = "đóng dấu"


def made(document: UnitDocument) -> bytes:
    template, found = TEMPLATES.template(document.mau, None)
    assert template is not None, found
    data, told = fill(template, document.build())
    assert data is not None, told
    return data


def printed(document: UnitDocument) -> list[str]:
    return lines(io.BytesIO(made(document)))


def paper(year: UnitYear, code: str, about: str = "") -> list[str]:
    found = [each for each in unit_documents(year) if each.ma == code and about in each.ten]
    assert found, code
    return printed(found[0])


def one(nam: int = 2026, **about: Any) -> UnitYear:
    data = unit_data.one(nam)
    data["don_vi"] |= about
    return year_of(data, nam)


def after(lines: list[str], first: str) -> list[str]:
    """The lines that say something from the one that begins so."""
    said = [line for line in lines if line.strip()]
    return said[next(i for i, line in enumerate(said) if line.startswith(first)) :]


@pytest.mark.parametrize("code", ["cham-diem", "phu-luc"])
def test_what_goes_with_a_report_is_signed_by_who_signs_the_report(code: str) -> None:
    data = unit_data.one(2026)
    signer = {"quyen_han": "T/M Chi ủy", "chuc_vu": "Bí thư", "ho_ten": "Lê Thị Mẫu"}
    data["tap_the"][0]["ky"] = signer
    year = year_of(data)
    report = [line for line in paper(year, "01") if line.strip()][-3:]
    assert report == ["T/M CHI ỦY", "BÍ THƯ", "Lê Thị Mẫu"]
    assert [line for line in paper(year, code, "Chi ủy") if line.strip()][-3:] == report


def test_a_number_stands_below_the_star_of_its_issuer() -> None:
    data = unit_data.one(2026)
    assert "*" not in paper(year_of(data), "01")
    data["tap_the"][0] |= {"so": "7", "ngay": "01/12/2026"}
    numbered = after(paper(year_of(data), "01"), "*")
    assert numbered[1] == "Số 07-BC/CB"


@pytest.mark.parametrize("nam", YEARS)
def test_a_prompt_stands_only_where_somebody_still_has_to_write(nam: int) -> None:
    prompts = {
        "".join(run.text or "" for run in each.iter(f"{W}t"))
        for form in regime_for(nam).bieu_mau.values()
        for each in etree.fromstring(
            zipfile.ZipFile(shipped.TEMPLATES / f"{form.mau}.docx").read("word/document.xml")
        ).iter(f"{W}p")
        if each.find(f"{W}pPr/{W}pStyle[@{W}val='GoiYViet']") is not None
    }
    assert prompts
    full = [paper(one(nam), code) for code in ("01", "02A" if nam > 2022 else "02")]
    assert not prompts & {line for lines in full for line in lines}
    blank = replace(year_of(unit_data.nothing(nam), nam), de_trong=True)
    assert prompts & set(paper(blank, "01"))


@pytest.mark.parametrize("code", ["quyet-dinh-ket-qua", "thong-bao-ket-qua"])
def test_a_list_is_there_only_where_somebody_is_in_it(code: str) -> None:
    data = unit_data.one(2026)
    nobody = paper(year_of(data), code)
    assert not any("DANH SÁCH" in line or "danh sách" in line for line in nobody)
    data["ca_nhan"][0]["xep_loai"]["quyet_dinh"] = unit_data.LEVELS[1]
    somebody = after(paper(year_of(data), code), "DANH SÁCH")
    assert "Nguyễn Văn Một" in somebody
    assert "I. Cá nhân" in somebody


def test_counts_are_said_in_a_sentence_without_those_that_nobody_has() -> None:
    data = unit_data.one(2026)
    data["ca_nhan"][0]["xep_loai"] = {"quyet_dinh": unit_data.LEVELS[0]}
    data["ca_nhan"][1]["xep_loai"] = {"chi_bo": unit_data.LEVELS[1]}  # proposed, not decided
    data["ca_nhan"][2]["xep_loai"] = {"quyet_dinh": unit_data.LEVELS[1]}
    said = [line for line in paper(year_of(data), "thong-bao-ket-qua") if line.startswith("- ")]
    assert (
        "- Tổng số cá nhân: 3 (1 hoàn thành xuất sắc nhiệm vụ, 1 hoàn thành tốt nhiệm vụ, "
        "1 chưa xếp loại)."
    ) in said


def test_a_person_is_a_comrade_in_a_letter() -> None:
    year = one()
    letter = paper(year, "goi-y")
    assert "Đồng chí Nguyễn Văn Một" in letter
    assert any("Chi ủy Chi bộ thôn Đông, đồng chí Nguyễn Văn Một" in line for line in letter)
    again = " ".join(paper(year, "03"))
    assert "đối với đồng chí Nguyễn Văn Một" in again
    assert "Điều 3. Các tổ chức, cá nhân có liên quan và đồng chí Nguyễn Văn Một" in again


@pytest.mark.parametrize(
    ("nam", "levels"), [(2022, "THỊ TRẤN"), (2024, "THỊ TRẤN"), (2026, "ĐẶC KHU")]
)
def test_the_residence_is_of_the_levels_of_the_year(nam: int, levels: str) -> None:
    sheet = paper(one(nam), "phieu-nhan-xet")
    assert f"XÁC NHẬN CỦA ĐẢNG ỦY XÃ, PHƯỜNG, {levels}" in sheet


def test_a_committee_without_a_seal_is_asked_for_one_in_no_paper_of_our_own() -> None:
    year = one(
        loai="dang_bo_bo_phan", ten="Đảng bộ bộ phận Khoa Kinh tế", cap_uy="Đảng ủy bộ phận Khoa"
    )
    year = replace(year, data=year.data.model_copy(update={"ky": None}))
    prescribed = {form.ma for form in year.che_do.bieu_mau.values()}
    # The committee of the residence has a seal.
    others = {"phieu-nhan-xet", *year.che_do.bieu_mau}
    for document in unit_documents(year):
        if document.ma not in others:
            lines = printed(document)
            assert not prescribed & set(lines), document.ten
            assert not any(SEAL in line for line in lines), document.ten


def test_a_body_is_not_in_its_own_decision() -> None:
    data = unit_data.one(2026)
    level = {"xep_loai": {"quyet_dinh": unit_data.LEVELS[1]}}
    data["don_vi"] |= {"ten": "Đảng bộ xã Tân Hòa", "loai": "xa", "cap_uy": "Đảng ủy xã Tân Hòa"}
    data["ky"] = {"quyen_han": "T/M Ban Thường vụ", "chuc_vu": "Bí thư", "ho_ten": "Lê Thị Mẫu"}
    own, other = "Ban Thường vụ Đảng ủy xã Tân Hòa", "Ủy ban nhân dân xã Tân Hòa"
    data["tap_the"] = [{"ten": own, **level}, {"ten": other, **level}]
    year = year_of(data)
    decision = paper(year, "quyet-dinh-ket-qua")
    assert f"{own.upper()} QUYẾT ĐỊNH:" in decision
    listed = after(decision, "DANH SÁCH")
    assert other in listed
    assert own not in listed
    assert "- Tập thể lãnh đạo, quản lý: 1 (1 hoàn thành tốt nhiệm vụ)." in decision
    assert own in after(paper(year, "thong-bao-ket-qua"), "DANH SÁCH")


def test_a_decision_is_sent_to_those_who_carry_it_out() -> None:
    lines = after(paper(one(), "quyet-dinh-ket-qua"), "Nơi nhận")
    assert lines[1:4] == ["- Như Điều 2;", "- Đảng ủy xã;", "- Lưu Chi bộ."]
    data = unit_data.one(2026)
    data["ket_qua"]["quyet_dinh"]["noi_nhan"] = ["Các chi bộ", "Lưu Chi bộ"]
    assert not any("Như Điều" in line for line in paper(year_of(data), "quyet-dinh-ket-qua"))


def test_minutes_have_the_head_of_the_collective_that_is_reviewed() -> None:
    data = unit_data.one(2026)
    data["tap_the"][0]["co_quan"] = {"ten": "Ban Tổ chức", "cap_tren": "Tỉnh ủy An Bình"}
    assert "CHI BỘ THÔN ĐÔNG" in paper(year_of(data), "bien-ban-hoi-nghi")
    data["hoi_nghi"][0]["doi_tuong"] = ["Chi ủy Chi bộ thôn Đông"]
    assert {"TỈNH ỦY AN BÌNH", "BAN TỔ CHỨC"} <= set(paper(year_of(data), "bien-ban-hoi-nghi"))


@pytest.mark.parametrize("nam", YEARS)
def test_no_finished_paper_talks_of_the_program(nam: int) -> None:
    machine = re.compile(r"chương trình chia|dữ liệu đã có|0 đơn vị|SHA-256|\.json|\.sha256|«|»")
    for document in unit_documents(one(nam)):
        for line in printed(document):
            assert not machine.search(line), (document.ten, line)


@pytest.mark.parametrize("nam", YEARS)
def test_every_paragraph_has_a_style_that_the_document_knows(nam: int) -> None:
    blank = replace(year_of(unit_data.nothing(nam), nam), de_trong=True)
    for document in (*unit_documents(one(nam)), *unit_documents(blank)):
        package = zipfile.ZipFile(io.BytesIO(made(document)))
        styles, body = (
            etree.fromstring(package.read(f"word/{part}.xml")) for part in ("styles", "document")
        )
        known = {each.get(f"{W}styleId") for each in styles.iter(f"{W}style")}
        used = {each.get(f"{W}val") for each in body.iter(f"{W}pStyle", f"{W}rStyle")}
        assert used <= known, (document.ten, used - known)
