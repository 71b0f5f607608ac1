"""Whose signer and whose recipients stand below the letters of a unit."""

from typing import Any

import pytest

from generator.papers.heads import as_letter, heads, letter_findings
from generator.papers.unit_letters import suggestion
from tests.papers import unit_data
from tests.papers.test_rating_lists import unit, year_of

OTHER = {"ten": "Chi bộ thôn Đông", "cap_tren": "Đảng bộ xã Tân Hòa", "ky_hieu": "CB"}
GIVEN = {"so": "12", "ngay": "20/11/2026", "kinh_gui": ["Chi ủy"]}


@pytest.mark.parametrize(
    ("body", "signer", "recipients"),
    [
        (unit_data.DOT["co_quan"], "Trần Văn Mẫu", ("Như trên", "Lưu Văn phòng Đảng ủy")),
        (OTHER, None, ("Đảng ủy xã", "Lưu Chi bộ")),
    ],
    ids=["the campaign's own body", "a unit"],
)
def test_only_the_body_of_the_campaign_takes_its_signer_and_its_recipients(
    body: dict[str, str], signer: str | None, recipients: tuple[str, ...]
) -> None:
    given = {**GIVEN, "co_quan": body}
    year = year_of(unit(goi_y=[given], noi_nhan=["Đảng ủy xã", "Lưu Chi bộ"]))
    letter = year.data.goi_y[0]
    (head,) = (each for each in heads(year) if each.path == ("goi_y", 0))
    document, speaker = as_letter(year, head), head.speaker
    assert (speaker.ky.ho_ten if speaker.ky else None, tuple(speaker.noi_nhan)) == (
        signer,
        recipients,
    )
    assert (document.so, document.ngay) == (letter.so, letter.ngay)


@pytest.mark.parametrize(
    ("kind", "body", "told"),
    [
        ("chi_bo", None, True), ("chi_bo", OTHER, True), ("chi_bo", unit_data.DOT["co_quan"], False),
        ("chi_bo_co_so", None, False),
        ("dang_bo_bo_phan", None, True), ("dang_bo_bo_phan", unit_data.DOT["co_quan"], False),
        ("dang_bo_co_so", None, False),
    ],
    ids=["no body named", "a chi bộ named", "the committee above", "a chi bộ cơ sở",
         "a part", "the committee above a part", "a đảng bộ cơ sở"],
)  # fmt: skip
def test_a_chi_bo_below_a_committee_does_not_decide_levels(
    kind: str, body: dict[str, str] | None, *, told: bool
) -> None:
    paper = {"so": "3", "ngay": "20/12/2026", **({"co_quan": body} if body else {})}
    given = unit(ket_qua={"quyet_dinh": paper}, noi_nhan=["Đảng ủy xã", "Lưu Chi bộ"])
    given["don_vi"]["loai"] = kind
    found = [each for each in letter_findings(year_of(given)) if each.code == "KD229"]
    assert [each.place.path for each in found] == [("ket_qua", "quyet_dinh", "co_quan")] * told


@pytest.mark.parametrize("named", ["Lê Thị Hoà", "đồng chí Lê Thị Hòa", "LÊ THỊ HÒA"])
def test_an_answer_is_found_however_its_person_is_named_and_silence_is_a_blank(named: str) -> None:
    points = [{"ma": "I.1", "noi_dung": "Quỹ thôn."}, {"ma": "I.2", "noi_dung": "Đất đai."}]
    asked = {**GIVEN, "ca_nhan": [{"ten": named, "diem": points}]}
    someone = {
        "ho_ten": "Lê Thị Hòa", "vai_tro": "ngoai_he_thong",
        "giai_trinh": [{"diem": "I.1", "noi_dung": "Đã thu đúng."}],
    }  # fmt: skip
    printed = suggestion(year_of(unit(goi_y=[asked], ca_nhan=[someone])), 0)
    first, second = printed["ca_nhan"][0]["diem"]
    assert first["giai_trinh"] == "Đã thu đúng."
    assert set(second["giai_trinh"]) == {"…"}


OWN, US = unit_data.DOT["co_quan"], ["Các chi bộ", "Lưu Văn phòng"]
DAY = {"so": "9", "ngay": "20/11/2026"}


@pytest.mark.parametrize(
    ("given", "of_unit", "told"),
    [
        ({"ket_qua": {"thong_bao": {**DAY, "co_quan": OTHER}}}, [], ["KD123 lỗi"]),
        ({"ket_qua": {"thong_bao": {**DAY, "co_quan": OTHER, "noi_nhan": US}}}, [], []),
        ({"ket_qua": {"thong_bao": {**DAY, "co_quan": OTHER}}}, US, []),
        ({"ket_qua": {"thong_bao": {"so": "9", "co_quan": OTHER}}}, [], []),
        ({"ket_qua": {"thong_bao": {**DAY, "co_quan": OWN}}}, [], []),
        ({"khac_phuc": {**DAY, "viec": []}}, [], ["KD123 lỗi"]),
        ({"goi_y": [{**DAY}]}, US, ["KD120 cảnh báo"]),
        ({"goi_y": [{**DAY, "kinh_gui": ["Chi ủy"]}]}, US, []),
        ({"goi_y": [{**DAY, "co_quan": OTHER}]}, [], []),
        ({"goi_y": [{"so": "9"}]}, [], []),
    ],
)
def test_a_dated_letter_to_nobody_is_told(
    given: dict[str, Any], of_unit: list[str], told: list[str]
) -> None:
    year = year_of(unit(**given, noi_nhan=of_unit))
    found = [each for each in letter_findings(year) if each.code in {"KD120", "KD123"}]
    assert [f"{each.code} {each.severity}" for each in found] == told
