"""Forms as they were read last, held against the data of now."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.desk import readings
from generator.desk.campaigns import Open, today
from generator.desk.readings import Held
from generator.reading.load import campaign_of
from generator.returned.doubts_book import key
from tests.desk.pages.sample import rewrite
from tests.desk.returned_forms import DATA, LEADER, UNIT, laid_out


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Open:
    folder = laid_out(tmp_path_factory.mktemp("mau"))
    opened = Open("mau", folder, folder / "ra", today)
    dot = campaign_of(folder)
    assert dot is not None
    opened.kept[readings.KEPT] = readings.read(folder, dot, 1, lambda _done, _all: None)
    return opened


@pytest.fixture
def opened(shared: Open) -> Iterator[Open]:
    before = (shared.folder / DATA).read_bytes()
    yield shared
    (shared.folder / DATA).write_bytes(before)


def now(opened: Open) -> Held:
    held = readings.current(opened)
    assert held is not None
    return held


def test_nothing_was_read_before_somebody_asks(tmp_path: Path) -> None:
    assert readings.current(Open("khac", tmp_path, tmp_path / "ra", today)) is None


def test_what_was_read_stays_while_nothing_changes(opened: Open) -> None:
    first = now(opened).look
    assert not now(opened).is_old
    assert now(opened).look == first
    assert len(now(opened).asked) == 5
    assert [each.tep.suffix for each in now(opened).refused] == [".pdf"]


def test_data_that_changed_is_held_against_the_forms_without_reading_them(opened: Open) -> None:
    (one,) = [each for each in now(opened).asked if each.ai == LEADER]
    known = key(opened.folder, one)
    assert readings.by_key(opened, now(opened), known) is not None
    rewrite(opened.folder / DATA, '"chung": 20', '"chung": 23')
    assert LEADER not in {each.ai for each in now(opened).asked}
    assert not now(opened).is_old
    assert readings.by_key(opened, now(opened), known) is None


def test_places_that_were_asked_about_are_counted_though_they_are_answered(opened: Open) -> None:
    assert len(now(opened).ever) == 5
    rewrite(opened.folder / DATA, '"chung": 20', '"chung": 23')
    assert (len(now(opened).asked), len(now(opened).ever)) == (4, 5)


def test_a_file_that_comes_in_is_noticed_one_that_waits_to_be_sorted_is_not(opened: Open) -> None:
    home = opened.folder / "da-nhan"
    (home / "chua-xep").mkdir()
    (home / "chua-xep" / "mới.docx").write_bytes(b"x")
    assert not now(opened).is_old
    more = home / UNIT / "mới.docx"
    more.write_bytes(b"x")
    assert now(opened).is_old
    more.unlink()
    assert not now(opened).is_old
