"""What an earlier campaign can hand on is read file by file; a broken file holds up no other."""

import shutil
from pathlib import Path

import pytest

from generator import shipped
from generator.setup.last_year import last_year


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped.DATA / "xa-loc-van-2026", tmp_path / "old"))


def test_units_are_found_with_the_number_of_their_people(old: Path) -> None:
    last = last_year(old)
    assert last is not None
    assert last.nam == 2026
    assert last.hong == ()
    counts = {each.ten: each.so_nguoi for each in last.don_vi}
    assert len(counts) == 13
    assert counts["Chi bộ thôn Đông"] == 8
    assert counts["Chi bộ Cơ quan Ủy ban nhân dân"] == 9  # each with a file of its own


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_taken(old: Path) -> None:
    (old / "don-vi" / "chi-bo-thon-dong.yaml").write_text("loai: don-vi\ndon_vi: [", "utf-8")
    (old / "don-vi" / "chi-bo-ubnd" / "ca-nhan" / "le-thi-van.yaml").write_text(
        "ho_ten: :", "utf-8"
    )
    last = last_year(old)
    assert last is not None
    assert set(last.hong) == {
        "don-vi/chi-bo-thon-dong.yaml", "don-vi/chi-bo-ubnd/ca-nhan/le-thi-van.yaml"
    }  # fmt: skip
    assert len(last.don_vi) == 11


def test_a_unit_beside_the_campaign_file_is_one_of_its_units(old: Path) -> None:
    shutil.move(old / "don-vi" / "chi-bo-thon-dong.yaml", old)
    last = last_year(old)
    assert last is not None
    assert last.don_vi[0].tep == "don-vi/chi-bo-thon-dong.yaml"
    assert len(last.don_vi) == 13


def test_a_folder_without_a_campaign_hands_on_nothing(tmp_path: Path) -> None:
    assert last_year(tmp_path) is None
