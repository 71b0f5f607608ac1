"""R12: a collective without a level whose head has a decided one; only a warning."""

from typing import Any

import pytest

from tests.rules.build import AN, BINH, CHI_UY, CUC, HTT, check, head, person, rated, regime, unit

FOUND = "KD467 cảnh báo tap_the.0.xep_loai"
THREE = [*head(AN), {"ho_ten": BINH}, {"ho_ten": CUC}]
DECIDED = {"xep_loai": {"quyet_dinh": HTT}}
SELF = {"xep_loai": {"tu_nhan": HTT}}


@pytest.mark.parametrize("ma", ["2019", "2023", "2025"])
@pytest.mark.parametrize(
    ("collective", "bi_thu", "told"),
    [
        (SELF, rated(AN), True),
        ({}, rated(AN), True),
        (DECIDED, rated(AN), False),
        ({"xep_loai": {"chi_bo": HTT}}, rated(AN), False),
        (SELF, person(AN, xep_loai={"chi_bo": HTT}), False),  # all of them are only proposed
        (SELF, person(AN), False),
        ({**SELF, "thanh_lap_moi": "có"}, rated(AN), False),
        ({**SELF, "thanh_vien": THREE[:2]}, rated(AN), False),  # reviewed with another body
    ],
)
def test_a_collective_is_rated_before_its_head(
    ma: str, collective: dict[str, Any], bi_thu: dict[str, Any], *, told: bool
) -> None:
    nam = unit(
        tap_the=[{"ten": CHI_UY, "thanh_vien": THREE, **collective}],
        ca_nhan=[bi_thu, rated(BINH), rated(CUC)],
    )
    found = [each for each in check("R12", nam, regime(ma)) if "KD467" in each]
    assert found == [FOUND] * told


def test_members_who_do_not_head_it_say_nothing() -> None:
    nam = unit(
        tap_the=[{"ten": CHI_UY, "thanh_vien": THREE, **SELF}],
        ca_nhan=[person(AN), rated(BINH), rated(CUC)],
    )
    assert [each for each in check("R12", nam) if "KD467" in each] == []
