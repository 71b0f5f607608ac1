"""Points and degrees that the forms of the year have no place for are told."""

import pytest

from generator.regulations.regimes import load_regime
from generator.rules.unused import check_unused
from tests.rules.build import campaign, person, regime, said, unit


@pytest.mark.parametrize(
    ("ma", "expected"),
    [("2019", True), ("2023", True), ("2025", False)],
)
def test_points_in_a_year_without_points(ma: str, expected: bool) -> None:
    nam = unit(ca_nhan=[person(cham_diem={"chung": "26", "nhiem_vu": "58"})])
    found = [said(each) for each in check_unused(nam, campaign(ma), regime(ma))]
    assert found == ["KD165 cảnh báo ca_nhan.0.cham_diem"] * expected


@pytest.mark.parametrize(
    ("ma", "expected"),
    [("2023", False), ("2025", True)],
)
def test_a_ticked_degree_where_the_form_has_no_boxes(ma: str, expected: bool) -> None:
    written = {"pham_chat": {"noi_dung": "Giữ gìn.", "cap_do": "Tốt"}}
    nam = unit(ca_nhan=[person(uu_diem=written, cap_do_khac_phuc="Tốt")])
    found = [said(each) for each in check_unused(nam, campaign(ma), regime(ma))]
    assert (
        found
        == [
            "KD166 cảnh báo ca_nhan.0.uu_diem.pham_chat.cap_do",
            "KD166 cảnh báo ca_nhan.0.cap_do_khac_phuc",
        ]
        * expected
    )


@pytest.mark.parametrize(
    ("ma", "cap", "expected"),
    [("2025", "cap_xa", False), ("2025", "cap_huyen", True), ("2023", "cap_huyen", False),
     ("2023", "cap_xa", True), ("2025", "trung_uong", False)],
)  # fmt: skip
def test_a_level_of_management_that_the_year_does_not_have(
    ma: str, cap: str, expected: bool
) -> None:
    nam = unit(ca_nhan=[person(dien_quan_ly=cap)])
    found = [said(each) for each in check_unused(nam, campaign(ma), regime(ma))]
    assert found == ["KD165 cảnh báo ca_nhan.0.dien_quan_ly"] * expected


@pytest.mark.parametrize(("ma", "expected"), [("2019", False), ("2023", False), ("2025", True)])
def test_a_confirmation_that_the_form_of_the_year_does_not_have(ma: str, expected: bool) -> None:
    given = {"ngay": "02/12/2026", "chuc_vu": "Trưởng Ban", "ho_ten": "An"}
    nam = unit(ca_nhan=[person(xac_nhan={"thu_truong": given, "chi_uy": given})])
    found = [said(each) for each in check_unused(nam, campaign(ma), regime(ma))]
    assert found == ["KD165 cảnh báo ca_nhan.0.xac_nhan.thu_truong"] * expected


@pytest.mark.parametrize(
    ("number", "who"),
    [(1, "An 0"), (2, "An 0, An 1"), (6, "An 0, An 1, An 2, An 3, An 4, … (tổng số 6)")],
)
def test_the_same_of_many_people_is_told_once(number: int, who: str) -> None:
    given = {"ngay": "02/12/2026", "chuc_vu": "Trưởng Ban", "ho_ten": "An"}
    people = [person(f"An {i}", xac_nhan={"thu_truong": given}) for i in range(number)]
    other = person("Bình", dien_quan_ly="cap_huyen")
    nam = unit(ca_nhan=[other, *people])
    managed, confirmed = check_unused(nam, campaign("2025"), regime("2025"))
    assert said(managed) == "KD165 cảnh báo ca_nhan.0.dien_quan_ly"
    assert said(confirmed) == "KD165 cảnh báo ca_nhan.1.xac_nhan.thu_truong"
    assert confirmed.message.startswith(f"{who}: ")


def test_a_form_that_nobody_compared_with_the_original_is_not_presented_as_prescribed() -> None:
    given = {"ngay": "02/12/2026", "chuc_vu": "Trưởng Ban", "ho_ten": "An"}
    nam = unit(ca_nhan=[person(xac_nhan={"thu_truong": given})])
    (found,) = check_unused(nam, campaign("2025"), load_regime("2025"))
    assert "chưa đối chiếu được bản gốc" in found.message
    assert "mẫu cấp trên gửi" in found.mend
