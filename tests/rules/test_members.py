"""What is kept of a unit suffices for the rules over a campaign."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.reading.load import Campaign, read_campaign
from generator.regulations.in_force import regime_of
from generator.rules.campaign import Member, check_campaign
from generator.rules.members import Members, as_members, members_of

DATA = Path(__file__).parents[2] / "data"
SAMPLES = sorted(
    each.parent for each in DATA.glob("*/dot.yaml") if (each.parent / "don-vi").exists()
)


def kept(campaign: Campaign) -> list[Members]:
    return [members_of(unit, whole=True) for unit in campaign.units]


def found(campaign: Campaign, members: list[Member]) -> list[str]:
    assert campaign.dot
    regime, _ = regime_of(campaign.dot)
    return [str(each) for each in check_campaign(members, regime, campaign.dot.nam)]


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda path: path.name)
def test_the_rules_find_the_same_in_what_is_kept_as_in_all_that_was_read(folder: Path) -> None:
    campaign = read_campaign(folder)
    short = [each for one in kept(campaign) for each in as_members(one)]
    stored = [Members.model_validate_json(one.model_dump_json(exclude_defaults=True))
              for one in kept(campaign)]  # fmt: skip
    again = [each for one in stored for each in as_members(one)]
    whole: list[Member] = []
    for unit in campaign.units:
        its: list[Any] = [*unit.data.tap_the, *unit.data.ca_nhan]
        mine = [each for each in short if each.don_vi is unit.data.don_vi]
        whole += [replace(one, subject=one.subject._replace(data=data))
                  for one, data in zip(mine, its, strict=True)]  # fmt: skip
    assert found(campaign, short) == found(campaign, again) == found(campaign, whole)
