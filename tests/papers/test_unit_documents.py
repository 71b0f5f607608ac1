"""Which papers a unit's year gives; an office's own templates change how they look, not which."""

from dataclasses import replace

import pytest

from generator.model import DonViNam, Dot
from generator.papers.form_checks import unfinished
from generator.papers.unit_documents import unit_documents
from generator.papers.unit_year import UnitYear
from generator.regulations.in_force import regime_of
from generator.regulations.regimes import load_regime, regime_codes, regime_for
from tests.papers import unit_data
from tests.papers.test_rating_lists import unit, year_of

YEARS = {"2019": 2021, "2023": 2024, "2025": 2026}
FORMS = [(code, key) for code in regime_codes() for key in load_regime(code).bieu_mau]


def campaign_year(nam: int, **che_do: dict) -> UnitYear:
    roles = {key: form.vai_tro for key, form in regime_for(nam).bieu_mau.items()}
    people = [
        unit_data.person(role, nam, f"Người {key} {role}", "Đạt.")
        for key, meant in roles.items()
        for role in meant
    ]
    for each in people:
        each["quy"] = [{"quy": "1", "tu_danh_gia": "Đã làm."}]
    groups = [{"ten": "Chi ủy"}, {"ten": "Chi bộ thôn Đông", "vai_tro": "to_chuc_dang"}]
    again = {"doi_tuong": "Người A", "van_ban_cu": "Quyết định số 1", "muc_cu": "Hoàn thành nhiệm vụ",
             "muc_moi": "Không hoàn thành nhiệm vụ", "ly_do": "Bị kỷ luật"}  # fmt: skip
    data = DonViNam.model_validate(unit(ca_nhan=people, tap_the=groups, xep_loai_lai=[again]))
    dot = Dot.model_validate({**unit_data.DOT, "nam": str(nam), "che_do": che_do})
    regime, problems = regime_of(dot)
    assert problems == ()
    return UnitYear(data, dot, regime)


def made(year: UnitYear) -> list[tuple[str, str]]:
    return [(each.ma, each.ten) for each in unit_documents(year)]


@pytest.mark.parametrize(("code", "key"), FORMS)
def test_a_form_mapped_to_another_template_is_made_and_checked_all_the_same(
    code: str, key: str
) -> None:
    nam = YEARS[code]
    own = {"bieu_mau": {key: {"mau": "rieng/mau-cua-tinh"}}}
    shipped, mapped = campaign_year(nam), campaign_year(nam, **own)
    assert made(mapped) == made(shipped)
    assert key in {ma for ma, _ in made(mapped)}
    pairs = zip(unit_documents(shipped), unit_documents(mapped), strict=True)
    for before, after in pairs:
        assert after.shape == before.shape
        assert unfinished(mapped, after) == unfinished(shipped, before)
        assert (after.mau == "rieng/mau-cua-tinh") is (after.ma == key and after.form is not None)


def test_a_form_that_lacks_something_is_reported_whatever_its_template_is_called() -> None:
    year = campaign_year(2026, bieu_mau={"02C": {"mau": "rieng/mau02c"}})
    people = tuple(each.model_copy(update={"han_che": None}) for each in year.data.ca_nhan)
    lacking = replace(year, data=year.data.model_copy(update={"ca_nhan": people}))
    form = next(each for each in unit_documents(lacking) if each.ma == "02C")
    (found,) = unfinished(lacking, form)
    assert found.code == "KD138"


NAMES = ["Nguyễn Văn Một", "Nguyễn Văn Hai"]


@pytest.mark.parametrize(
    ("invited", "present", "ballots"), [("9", "7", 7), ("9", "9", 9), ("9", "0", 9), ("0", "0", 0)]
)
def test_there_is_a_ballot_for_each_who_is_present_and_before_that_for_each_invited(
    invited: str, present: str, ballots: int
) -> None:
    held = unit_data.meeting(2026, NAMES, "Đạt.") | {"trieu_tap": invited, "co_mat": present}
    copies = {each.ma: each.so_ban for each in unit_documents(year_of(unit(hoi_nghi=[held])))}
    assert copies["phieu-bieu-quyet"] == ballots
    assert {count for ma, count in copies.items() if ma != "phieu-bieu-quyet"} == {0}
