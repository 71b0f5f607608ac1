"""Which documents a unit has, and how many copies of each go into print."""

import pytest

from generator.papers.unit_documents import unit_documents
from tests.papers import unit_data
from tests.papers.test_rating_lists import unit, year_of

NAMES = ["Nguyễn Văn Một", "Nguyễn Văn Hai"]


@pytest.mark.parametrize(
    ("invited", "present", "ballots"), [("9", "7", 7), ("9", "9", 9), ("9", "0", 9), ("0", "0", 0)]
)
def test_there_is_a_ballot_for_each_who_is_present_and_before_that_for_each_invited(
    invited: str, present: str, ballots: int
) -> None:
    held = unit_data.meeting(2026, NAMES, "Đạt.") | {"trieu_tap": invited, "co_mat": present}
    copies = {each.ma: each.so_ban for each in unit_documents(year_of(unit(hoi_nghi=[held])))}
    assert copies["phieu-bieu-quyet"] == ballots
    assert {count for ma, count in copies.items() if ma != "phieu-bieu-quyet"} == {0}
