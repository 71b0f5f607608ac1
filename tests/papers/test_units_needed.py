"""Checking one letter reads few units, and tells what checking the whole campaign tells of it."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from generator.papers.same_numbers import of_unit
from generator.papers.units_needed import to_check, to_print
from generator.papers.validation import all_problems, check_paths
from generator.problems import Problem
from generator.reading.load import read_campaign
from generator.reading.units import UnitSource

SAMPLE = Path(__file__).parents[2] / "data" / "xa-loc-van-2026"
LETTER = "ke-hoach.yaml"


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE, tmp_path / "dot")
    return tmp_path / "dot"


def read(campaign: Path) -> list[str]:
    path = campaign / LETTER
    return [each.file.name for each in read_campaign(campaign, partial(to_check, path)).units]


def told_of(campaign: Path) -> list[Problem]:
    """What the check of all files tells of the letter and of `dot.yaml`."""
    wanted = {campaign / LETTER, campaign / "dot.yaml"}
    found = all_problems(read_campaign(campaign))
    return [each for each in found if Path(each.place.file) in wanted]


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def any_unit(campaign: Path) -> Path:
    return next(
        path for path in sorted((campaign / "don-vi").rglob("*.yaml"))
        if "\nket_qua:" in path.read_text("utf-8")
    )  # fmt: skip


def test_no_unit_is_read_for_a_letter_whose_number_none_bears(campaign: Path) -> None:
    assert read(campaign) == []


@pytest.mark.parametrize("number", ["21", "'021'", '"2\\x31"', "  # số\n      21"])
def test_a_unit_that_bears_the_number_is_read_however_it_is_written(
    campaign: Path, number: str
) -> None:
    unit = campaign / "don-vi" / "mot.yaml"
    unit.write_text(f"loai: don-vi\ngiay_to:\n  x:\n    so: {number}\n", "utf-8")
    chosen = to_check(campaign / LETTER, read_campaign(campaign, lambda _: lambda _: False))
    assert chosen(UnitSource(unit))


def test_every_unit_is_read_where_a_deadline_speaks_of_them_by_name(campaign: Path) -> None:
    edited(campaign / "dot.yaml", "ap_dung: Chi bộ trực thuộc", "ap_dung: Đội sản xuất Tám")
    assert len(read(campaign)) == len(read_campaign(campaign).units)
    assert "KD167" in {each.code for each in check_paths([campaign / LETTER])[1]}


def test_every_unit_is_read_for_the_file_of_a_unit(campaign: Path) -> None:
    path = any_unit(campaign)
    every = read_campaign(campaign)
    assert len(read_campaign(campaign, partial(to_check, path)).units) == len(every.units)
    assert len(read_campaign(campaign, partial(to_print, path)).units) == len(every.units)


def test_the_letter_is_told_the_same_as_by_a_check_of_the_whole_campaign(campaign: Path) -> None:
    numbers = [each for each in _claimed(campaign) if each]
    assert numbers
    for number in numbers[:4]:
        edited(campaign / LETTER, _line(campaign), f"so: {number}")
        assert check_paths([campaign / LETTER])[1] == told_of(campaign)
    edited(campaign / LETTER, _line(campaign), "khoa_la: 1")
    assert check_paths([campaign / LETTER])[1] == told_of(campaign)


def _line(campaign: Path) -> str:
    lines = (campaign / LETTER).read_text("utf-8").splitlines()
    return next(each for each in lines if each.startswith("so:"))


def _claimed(campaign: Path) -> list[int]:
    """The numbers of the plans that units of the campaign issue, and some that they do not."""
    every = read_campaign(campaign)
    assert every.dot is not None
    claims = [each for unit in every.units for each in of_unit(unit, every.dot)]
    return [*{int(each.so) for each in claims}, 21]
