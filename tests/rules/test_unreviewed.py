"""R15: a collective with a level that no meeting reviewed; only a warning."""

from typing import Any

import pytest

from tests.rules.build import AN, BINH, CHI_UY, CUC, HTT, ballot, check, meeting, regime, unit

OTHER = "Ủy ban nhân dân xã Lộc Hà"
FOUND = "KD465 cảnh báo tap_the.0.ten"
LEVEL = {"xep_loai": {"chi_bo": HTT}}
ON_IT = ballot(ket_qua=[{"doi_tuong": CHI_UY, "phieu": {"hoan_thanh_tot": "8"}}])


def of(*names: str) -> list[dict[str, str]]:
    return [{"ho_ten": name} for name in names]


@pytest.mark.parametrize(("least", "told"), [(2, True), (3, False)])
def test_how_few_leaders_are_reviewed_with_others_is_data_of_the_regime(
    least: int, *, told: bool
) -> None:
    two = {"ten": CHI_UY, **LEVEL, "thanh_vien": of(AN, BINH)}
    nam = unit(tap_the=[two], hoi_nghi=[meeting(doi_tuong=[OTHER])])
    found = check("R15", nam, regime(tap_the_it_nhat=least))
    assert [each for each in found if "KD465" in each] == [FOUND] * told


@pytest.mark.parametrize("ma", ["2019", "2023", "2025"])
@pytest.mark.parametrize(
    ("collective", "meetings", "told"),
    [
        (LEVEL, [meeting(doi_tuong=[OTHER])], True),
        (LEVEL, [meeting(noi_dung="ca_nhan")], True),
        (LEVEL, [meeting()], False),
        (LEVEL, [meeting(doi_tuong=[OTHER]), meeting(doi_tuong=[CHI_UY])], False),
        (LEVEL, [meeting(noi_dung="ca_nhan", kiem_phieu=ON_IT)], False),
        (LEVEL, [], False),
        ({}, [meeting(doi_tuong=[OTHER])], False),
        ({"xep_loai": {"tu_nhan": HTT}}, [meeting(doi_tuong=[OTHER])], False),
        ({**LEVEL, "thanh_lap_moi": "có"}, [meeting(doi_tuong=[OTHER])], False),
        ({**LEVEL, "vai_tro": "to_chuc_dang"}, [meeting(doi_tuong=[OTHER])], False),
        ({**LEVEL, "thanh_vien": of(AN, BINH)}, [meeting(doi_tuong=[OTHER])], False),
        ({**LEVEL, "thanh_vien": of(AN, BINH, CUC)}, [meeting(doi_tuong=[OTHER])], True),
    ],
)
def test_a_collective_with_a_level_was_reviewed(
    ma: str, collective: dict[str, Any], meetings: list[dict[str, Any]], *, told: bool
) -> None:
    nam = unit(tap_the=[{"ten": CHI_UY, **collective}], hoi_nghi=meetings)
    found = [each for each in check("R15", nam, regime(ma)) if "KD465" in each]
    assert found == [FOUND] * told
