"""A chi bộ whose people include chi ủy viên but that has no collective is asked about."""

from typing import Any

import pytest

from generator.rules.no_committee import check_no_committee
from tests.rules.build import AN, BINH, collective, person, said, unit

MEMBER = person(BINH, chuc_vu={"dang": "Chi ủy viên, phụ trách tuyên giáo"})
SECRETARY = person(AN, chuc_vu={"dang": "Bí thư Chi bộ"})


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"ca_nhan": [SECRETARY, MEMBER]}, True),
        ({"ca_nhan": [SECRETARY, MEMBER], "loai": "chi_bo"}, True),
        ({"ca_nhan": [SECRETARY, MEMBER], "tap_the": [collective()]}, False),
        ({"ca_nhan": [SECRETARY, person(BINH)]}, False),  # a chi bộ without a chi ủy
        ({"ca_nhan": [SECRETARY, MEMBER], "loai": "xa"}, False),
        ({"ca_nhan": []}, False),
    ],
)
def test_a_committee_has_a_report(given: dict[str, Any], *, told: bool) -> None:
    found = [said(each) for each in check_no_committee(unit(**given))]
    assert found == ["KD188 cảnh báo don_vi"] * told
