"""A đảng ủy bộ phận has no seal: the line of the form stays, and a note says so."""

from typing import Any

import pytest

from generator.model.unit import DonViNam
from generator.papers.choosing import blocks
from generator.papers.unit_year import UnitYear
from generator.regulations.regimes import regime_for
from tests.papers import unit_data
from tests.rules.build import campaign

NOTE = "(Đảng ủy bộ phận không có con dấu)"


@pytest.mark.parametrize(
    ("loai", "nam", "noted"),
    [
        ("dang_bo_bo_phan", 2026, True),
        ("dang_bo_bo_phan", 2024, False),
        ("dang_bo_co_so", 2026, False),
        ("chi_bo", 2026, False),
    ],
)
def test_the_prescribed_line_stays_and_the_note_is_added(loai: str, nam: int, noted: bool) -> None:
    data: dict[str, Any] = unit_data.one(nam)
    data["don_vi"]["loai"] = loai
    regime = regime_for(nam)
    year = UnitYear(DonViNam.model_validate(data), campaign(nam=nam), regime)
    for key in ("02A", "02B"):
        made = blocks(year, year.data.ca_nhan[0], regime.bieu_mau[key], {})
        lines = {each["khoa"]: each["ghi_chu"] for each in made}
        prescribed = {each.khoa: each.ghi_chu for each in regime.bieu_mau[key].xac_nhan}
        assert all(lines[khoa].startswith(line) for khoa, line in prescribed.items())
        assert (NOTE in lines["dang_uy"]) is noted
        assert all(NOTE not in line for block, line in lines.items() if block != "dang_uy")
