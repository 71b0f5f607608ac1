"""Workbooks from and to files."""

from pathlib import Path

import pytest

from generator.problems import Problem
from generator.sheets.exporting import MARKED, default_name, exported, mark
from tests.sheets.campaigns import Clerk, given_out, name, read, taken, written


@pytest.mark.parametrize(
    ("units", "blank", "expected"),
    [
        ([], False, "dot.xlsx"), ([], True, "dot (trống).xlsx"),
        (["thon-1"], False, "thon-1.xlsx"), (["thon-1"], True, "thon-1 (trống).xlsx"),
    ],
)  # fmt: skip
def test_a_workbook_is_named_after_what_it_holds(
    tmp_path: Path, units: list[str], blank: bool, expected: str
) -> None:
    campaign = read(written(tmp_path / "dot", units=1 if units else 2))
    assert default_name(campaign, units, blank=blank) == expected


def test_a_campaign_goes_out_the_same_each_time(tmp_path: Path) -> None:
    campaign = read(written(tmp_path / "dot"))
    assert exported(campaign) == exported(campaign)
    assert exported(campaign) != exported(campaign, blank=True)


def test_the_marked_copy_stands_beside_and_the_clerks_own_stays(tmp_path: Path) -> None:
    folder = written(tmp_path / "dot")
    clerk = Clerk(given_out(folder, tmp_path / "bang.xlsx"))
    clerk.write("Cá nhân", name(400), "Ngày vào Đảng", "31/02/2010")
    own = clerk.saved().read_bytes()
    copy, _ = mark(clerk.path, taken(clerk.path, folder).plan.told)
    assert copy == tmp_path / f"bang{MARKED}.xlsx"
    assert clerk.path.read_bytes() == own


def test_a_copy_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path / "dot")
    found = taken(given_out(folder, tmp_path / "bang.xlsx"), folder)
    (tmp_path / "bang.xlsx").write_bytes(b"khong phai Excel")
    for of_file in ("bang.xlsx", "khong-co.xlsx"):
        copy, problems = mark(tmp_path / of_file, found.plan.told)
        assert copy is None
        assert isinstance(problems[0], Problem)
