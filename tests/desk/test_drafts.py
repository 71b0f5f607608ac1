"""What was typed for a new campaign is still there after the machine was switched off."""

import datetime as dt

import pytest

from generator.desk import drafts

NOW = dt.datetime(2026, 12, 8, 14, 2, tzinfo=dt.UTC)


def test_what_was_typed_is_kept_until_it_is_dropped() -> None:
    assert drafts.kept() is None
    assert drafts.keep({"co_quan": "Đảng ủy xã Lộc Vân", "don_vi": "a\tb\nc"}, NOW)
    assert drafts.kept() == (NOW, {"co_quan": "Đảng ủy xã Lộc Vân", "don_vi": "a\tb\nc"})
    drafts.drop()
    drafts.drop()
    assert drafts.kept() is None


@pytest.mark.parametrize("text", ["", "[]", '{"luc": "x", "o": {}}', '{"luc": 1}', "\0"])
def test_a_damaged_draft_is_none(text: str) -> None:
    drafts.file().parent.mkdir(parents=True)
    drafts.file().write_text(text)
    assert drafts.kept() is None


def test_a_draft_that_cannot_be_kept_is_told() -> None:
    drafts.file().parent.parent.mkdir(exist_ok=True)
    drafts.file().parent.write_text("a file in the place of the folder")
    assert not drafts.keep({}, NOW)
