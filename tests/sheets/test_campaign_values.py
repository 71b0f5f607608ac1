"""What the tags of a superior's sheet may name."""

from pathlib import Path

from generator.sheets.campaign_values import values_of
from tests.sheets.campaigns import read, written


def test_everybody_knows_their_unit(tmp_path: Path) -> None:
    campaign = read(written(tmp_path / "dot"))
    assert campaign.dot is not None
    found = values_of(campaign.dot, campaign.units)
    assert [each["don_vi"].ma for each in found["ca_nhan"]] == ["thon-1"] * 4 + ["thon-2"] * 4
    assert [each["ten"] for each in found["tap_the"]] == [
        "Chi ủy Chi bộ thôn 1", "Chi ủy Chi bộ thôn 2",
    ]  # fmt: skip
    assert "hoi_nghi" not in found  # of which unit would it be?


def test_one_unit_gives_all_its_keys(tmp_path: Path) -> None:
    campaign = read(written(tmp_path / "dot"))
    assert campaign.dot is not None
    found = values_of(campaign.dot, campaign.units[1:])
    assert found["don_vi"].ma == "thon-2"
    assert found["hoi_nghi"][0].co_mat == 8
    assert len(found["ca_nhan"]) == 4
