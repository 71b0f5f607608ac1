"""The lists of a campaign as rows."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from generator import shipped
from generator.reading.load import Campaign, read_campaign
from generator.reading.text_file import read_text
from generator.reading.yaml_text import parse
from generator.sheets.own_rows import ALL_VOTES, OwnRow, own_rows, plain, value_text

SAMPLES = sorted(each for each in shipped.DATA.iterdir() if (each / "don-vi").is_dir())


def of(folder: Path) -> tuple[Campaign, list[OwnRow]]:
    campaign = read_campaign(folder)
    return campaign, own_rows(campaign.folder, campaign.dot, campaign.units)


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda each: each.name)
def test_every_row_has_a_key_of_its_own(folder: Path) -> None:
    _, rows = of(folder)
    keys = Counter((row.loai, row.khoa) for row in rows)
    assert [key for key, times in keys.items() if times > 1] == []
    assert len(rows) > 3


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda each: each.name)
def test_every_person_and_collective_of_a_unit_has_a_row_for_levels_and_points(
    folder: Path,
) -> None:
    campaign, rows = of(folder)
    count = Counter(row.loai for row in rows)
    people = sum(len(unit.data.ca_nhan) for unit in campaign.units)
    bodies = sum(len(unit.data.tap_the) for unit in campaign.units)
    assert count["ca_nhan"] == count["noi_cu_tru"] == people
    assert count["tap_the"] == bodies
    assert count["xep_loai"] == count["diem"] == people + bodies


def test_a_row_is_where_it_stands_in_its_file() -> None:
    _, rows = of(shipped.DATA / "xa-loc-van-2026")
    for row in rows:
        if row.loai not in {"ca_nhan", "tap_the"}:
            continue
        tree = parse(str(read_text(row.tep)))
        assert isinstance(tree, dict)
        item = tree
        for step in row.goc:
            item = item[step]  # type: ignore[index,call-overload,assignment]
        assert row.ai in (item.get("ho_ten"), item.get("ten"))


def test_a_meeting_has_a_row_for_its_figures_and_one_for_each_subject() -> None:
    campaign, rows = of(shipped.DATA / "xa-loc-van-2026")
    unit = next(
        each for each in campaign.units if each.data.hoi_nghi and each.data.hoi_nghi[0].kiem_phieu
    )
    its = [row for row in rows if row.loai == "kiem_phieu" and row.tep == unit.file]
    assert its[0].o["doi_tuong"] == ALL_VOTES
    count = unit.data.hoi_nghi[0].kiem_phieu
    assert count is not None
    assert its[0].o["phat_ra"] == str(count.phat_ra)
    assert [row.ai for row in its[1 : 1 + len(count.ket_qua)]] == [
        each.doi_tuong for each in count.ket_qua
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "có"),
        (False, "không"),
        (Decimal("27.50"), "27.5"),
        (Decimal(30), "30"),
        (7, "7"),
    ],
)
def test_a_value_is_written_as_a_cell_says_it(value: object, expected: str) -> None:
    assert value_text(value) == expected


def test_blanks_and_composition_do_not_count() -> None:
    assert plain(" a\u0301\n b ") == "á b"
