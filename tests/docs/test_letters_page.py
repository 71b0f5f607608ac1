"""The page of letters shows every kind that is composed, each from a sample that is there."""

import runpy
from pathlib import Path

import yaml

from generator.papers.validation import all_problems
from generator.reading.load import read_campaign
from generator.regulations.catalogue import paper_kinds
from generator.regulations.packs import letter_kinds, load_pack
from generator.shipped import DATA

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = runpy.run_path(str(DOCS / "letters_page.py"))
SHOWN = [each for letters in PAGE["families"]().values() for each in letters]
MOST_BYTES = 1_500_000


def kind_of(each) -> str:
    return yaml.safe_load(PAGE["sample"](each).read_text("utf-8"))["loai"]


def test_every_composed_kind_is_shown_by_a_letter_of_its_kind() -> None:
    shown = {(PAGE["PACKS"][each.campaign], kind_of(each)) for each in SHOWN}
    both = {kind for _, kind in shown}
    assert {kind.ma for kind in PAGE["composed"]("hd05")} <= {k for p, k in shown if p == "hd05"}
    assert {kind.ma for kind in PAGE["composed"]("nd30")} <= both
    assert {kind.ma for kind in PAGE["composed"]("hd36")} <= both
    named = {ma for pack in ("hd05", "hd36", "nd30") for ma in load_pack(pack).ten_loai}
    assert {ma for ma in named if letter_kinds()[ma].mau} <= both


def test_every_sample_letter_stands_on_the_page() -> None:
    for campaign in PAGE["PACKS"]:
        files = {path.stem for path in (DATA / campaign).glob("*.yaml")} - {"dot"}
        assert {each.file for each in SHOWN if each.campaign == campaign} == files


def test_every_paper_on_request_is_shown_from_a_unit_that_lists_it() -> None:
    listed = yaml.safe_load(PAGE["unit_file"]().read_text("utf-8"))["lap_them"]
    made = [kind.ma for kind in paper_kinds().values() if "lap_them" in (kind.dieu_kien or "")]
    assert [each.ma for each in PAGE["ON_REQUEST"]] == listed == made


def test_every_picture_is_there_and_none_is_left_over() -> None:
    pictures = list((DOCS / "hinh").iterdir())
    assert {path.name for path in pictures} == PAGE["pictures"]()
    assert sum(path.stat().st_size for path in pictures) < MOST_BYTES


def test_what_is_shown_as_typed_reads_without_a_finding(tmp_path: Path) -> None:
    PAGE["structure_campaign"](tmp_path / "cau-truc")
    campaign = read_campaign(tmp_path / "cau-truc")
    assert len(campaign.documents) == len(PAGE["STRUCTURES"])
    assert list(all_problems(campaign)) == []
