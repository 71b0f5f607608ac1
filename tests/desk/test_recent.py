"""What was seen of a campaign is remembered with its day, and nothing damaged is believed."""

import datetime as dt
from pathlib import Path

import pytest

from generator.desk import recent
from generator.desk.recent import Seen

NOW = dt.datetime(2026, 12, 7, 16, 40, tzinfo=dt.UTC)
SEEN = Seen(
    "/du-lieu/xa-loc-van", NOW, dt.date(2026, 12, 7), "Kiểm điểm năm 2026", 2026, 13, 86, 16,
    {"du": 4, "thieu": 5, "sai": 2}, dt.date(2026, 12, 10),
)  # fmt: skip


def test_what_was_seen_is_remembered_whole() -> None:
    recent.note(SEEN)
    assert recent.remembered() == [SEEN]


def test_the_campaign_opened_last_comes_first_and_once() -> None:
    other = Seen("/du-lieu/khac", NOW + dt.timedelta(hours=1))
    again = Seen("/du-lieu/xa-loc-van", NOW + dt.timedelta(hours=2), ten="Nay")
    for each in (other, SEEN, again):
        recent.note(each)
    assert recent.remembered() == [again, other]


def test_opening_a_folder_keeps_what_was_seen_of_it(tmp_path: Path) -> None:
    recent.opened(tmp_path, NOW)
    assert recent.remembered() == [Seen(str(tmp_path.resolve()), NOW)]
    seen = Seen(str(tmp_path.resolve()), NOW, ten="Kiểm điểm")
    recent.note(seen)
    recent.opened(tmp_path, NOW + dt.timedelta(hours=1))
    assert recent.remembered() == [seen]


def test_a_campaign_is_taken_out_of_the_list() -> None:
    recent.note(SEEN)
    recent.forget("/du-lieu/khac")
    assert recent.remembered() == [SEEN]
    recent.forget(SEEN.thu_muc)
    assert recent.remembered() == []


def test_no_more_are_remembered_than_anybody_reads() -> None:
    for number in range(recent.MOST + 3):
        recent.note(Seen(f"/{number}", NOW + dt.timedelta(minutes=number)))
    assert len(recent.remembered()) == recent.MOST
    assert recent.remembered()[0].thu_muc == f"/{recent.MOST + 2}"


@pytest.mark.parametrize(
    "text", ["", "{}", "[1, null]", '[{"thu_muc": "/a"}]', "\0", '[{"luc": "gần đây"}]', "[[]]"]
)
def test_a_damaged_list_is_as_if_it_were_not_there(text: str) -> None:
    recent.file().parent.mkdir(parents=True)
    recent.file().write_text(text, "utf-8")
    assert recent.remembered() == []
    recent.note(SEEN)
    assert recent.remembered() == [SEEN]


def test_where_nothing_can_be_written_nothing_is_remembered() -> None:
    recent.file().parent.parent.mkdir(exist_ok=True)
    recent.file().parent.write_text("a file in the place of the folder")
    recent.note(SEEN)
    assert recent.remembered() == []
