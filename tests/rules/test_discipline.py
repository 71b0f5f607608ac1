"""R08: discipline in the year against the level."""

from typing import Any

import pytest

from tests.rules.build import (
    AN,
    BINH,
    CHI_UY,
    HT,
    HTT,
    KHT,
    XS,
    check,
    collective,
    findings,
    person,
    rated,
    regime,
    unit,
)

FOUND = ["KD415 cảnh báo ca_nhan.0.xep_loai.quyet_dinh"]
THEIRS = ["KD416 cảnh báo tap_the.0.xep_loai.quyet_dinh"]
ALL = ["Khiển trách", "Cảnh cáo", "Cách chức", "Khai trừ"]


def measure(hinh_thuc: str = "Khiển trách", ngay: str = "05/6/2026", **given: Any) -> Any:
    return {"hinh_thuc": hinh_thuc, "ngay": ngay, **given}


@pytest.mark.parametrize(
    ("muc", "given", "expected"),
    [
        (HTT, measure(), FOUND),
        (XS, measure(), FOUND),
        (HT, measure("Cảnh cáo"), FOUND),
        (KHT, measure("Cảnh cáo"), []),
        (HT, measure("Kỷ luật khiển  trách"), FOUND),
        (HT, measure("Phê bình"), []),
        (HT, measure(ngay="31/12/2025"), []),
        (HT, measure(ngay="01/01/2026"), FOUND),
        (HT, measure(ngay="01/01/2027"), []),
        (HT, measure(lien_quan_nhiem_vu="không"), []),
        (HT, measure(ngoai_le="Tự phát hiện, đã khắc phục xong"), []),
        ("Khá", measure(), []),
    ],
)
def test_who_was_disciplined_has_the_last_level(
    muc: str, given: dict[str, str], expected: list[str]
) -> None:
    assert check("R08", unit(ca_nhan=[rated(AN, muc, ky_luat=[given])])) == expected


@pytest.mark.parametrize(
    ("ma", "ngay", "expected"),
    [("2019", "05/6/2022", FOUND), ("2023", "05/6/2024", FOUND), ("2025", "05/6/2026", [])],
)
def test_only_from_2025_must_it_concern_the_duties(ma: str, ngay: str, expected: list[str]) -> None:
    private = measure(ngay=ngay, lien_quan_nhiem_vu="không")
    assert check("R08", unit(ca_nhan=[rated(ky_luat=[private])]), regime(ma)) == expected


def test_an_office_may_count_other_measures() -> None:
    che_do = regime(ky_luat__hinh_thuc=["Phê bình nghiêm khắc"])
    nam = unit(ca_nhan=[rated(ky_luat=[measure("Phê bình nghiêm khắc")])])
    assert check("R08", nam, che_do) == FOUND
    assert check("R08", unit(ca_nhan=[rated(ky_luat=[measure()])]), che_do) == []


def test_several_measures_are_one_finding_a_level() -> None:
    measures = [measure("Phê bình"), measure("Khiển trách", "05/3/2026"), measure("Cảnh cáo")]
    nam = unit(ca_nhan=[person(ky_luat=measures, xep_loai={"tu_nhan": XS, "chi_bo": HT})])
    found = findings("R08", nam)
    assert [each.place.path[-1] for each in found] == ["tu_nhan", "chi_bo"]
    assert found[0].message == (
        f"{AN}: bị Khiển trách ngày 05/3/2026, nhưng bước tự nhận ghi «{XS}» (điều khoản R08)"
    )
    assert f"xếp «{KHT}», hoặc" in found[0].mend


def test_a_collective_itself_may_be_disciplined() -> None:
    nam = unit(tap_the=[collective(ky_luat=[measure()], xep_loai={"quyet_dinh": HT})])
    assert check("R08", nam) == ["KD415 cảnh báo tap_the.0.xep_loai.quyet_dinh"]


def led(muc: str, *measures: Any, ten: str = AN) -> Any:
    return unit(
        tap_the=[collective(
            thanh_vien=[{"ho_ten": "Vắng Mặt"}, {"ho_ten": AN}], xep_loai={"quyet_dinh": muc}
        )],
        ca_nhan=[person(BINH), person(ten, ky_luat=list(measures))],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("heavy", "muc", "given", "expected"),
    [
        (ALL, XS, measure(), THEIRS),
        (ALL, HT, measure(), THEIRS),
        (ALL, KHT, measure(), []),
        (ALL[1:], HT, measure("Khiển trách"), []),
        (ALL[1:], HT, measure("Cảnh cáo"), THEIRS),
        (ALL[1:], XS, measure("Khiển trách"), THEIRS),
        (ALL, XS, measure(lien_quan_nhiem_vu="không"), THEIRS),
        (ALL, HTT, measure(lien_quan_nhiem_vu="không"), []),
        (ALL, XS, measure(ngoai_le="Vi phạm ở nơi công tác trước"), []),
        (ALL, XS, measure(ngay="05/6/2025"), []),
    ],
)
def test_a_disciplined_member_lowers_the_collective(
    heavy: list[str], muc: str, given: dict[str, str], expected: list[str]
) -> None:
    che_do = regime(ky_luat__hinh_thuc_thanh_vien=heavy)
    assert check("R08", led(muc, given), che_do) == expected


def test_only_members_of_the_collective_count() -> None:
    assert check("R08", led(XS, measure(), ten="Người khác")) == []
    message = findings("R08", led(XS, measure()))[0].message
    assert message == (
        f"{CHI_UY}: thành viên {AN} bị Khiển trách ngày 05/6/2026, nhưng bước quyết định ghi "
        f"«{XS}» (điều khoản R08)"
    )


def test_the_packs_take_khien_trach_of_a_member_for_heavy_from_2023_on() -> None:
    light = {"2019": "05/6/2022", "2023": "05/6/2024", "2025": "05/6/2026"}
    found = {
        ma: check("R08", led(HTT, measure("Khiển trách", ngay)), regime(ma))
        for ma, ngay in light.items()
    }
    assert found == {"2019": [], "2023": THEIRS, "2025": THEIRS}
    grave = led(HTT, measure("Cảnh cáo", "05/6/2022"))
    assert check("R08", grave, regime("2019")) == THEIRS
