"""Digests of what a document prints: equal only when every value is."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.building.digests import changed_fields, data_digest, files_digest
from generator.engine.richtext import paragraphs

VALUES = st.recursive(
    st.text() | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
CONTEXTS = st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), VALUES, max_size=6)


@given(CONTEXTS, CONTEXTS)
def test_two_contexts_have_one_digest_only_when_they_print_the_same(one: dict, two: dict) -> None:
    same = repr(list(one.items())) == repr(list(two.items()))
    assert (data_digest(one) == data_digest(two)) == same


@given(CONTEXTS, st.data())
def test_the_changed_fields_are_named(context: dict, data: st.DataObject) -> None:
    changed = dict(context)
    names = data.draw(st.sets(st.sampled_from(sorted(context))) if context else st.just(set()))
    for name in names:
        changed[name] = [context[name], "khác"]
    found = changed_fields(changed, data_digest(context), data_digest(changed))
    assert set(found) == names


def test_formatted_text_counts_by_its_marks() -> None:
    plain, bold = ({"doan": paragraphs(text)} for text in ("xong", "**xong**"))
    assert data_digest(plain) == data_digest({"doan": paragraphs("xong")})
    assert data_digest(plain) != data_digest(bold)


def test_a_document_of_another_kind_names_no_field() -> None:
    assert changed_fields({"b": 1}, data_digest({"a": 1, "b": 1}), data_digest({"b": 1})) == []


def test_files_count_by_name_and_content_and_an_absent_one_not_at_all(tmp_path) -> None:
    one, two = tmp_path / "a.yaml", tmp_path / "b.yaml"
    one.write_text("x")
    alone = files_digest([one])
    assert files_digest([one, two]) == alone
    two.write_text("x")
    assert files_digest([one, two]) != alone
    assert files_digest([two]) != alone


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have names on Unix only")
def test_what_no_reader_takes_is_not_read_for_its_digest(tmp_path: Path) -> None:
    pipe, huge, zero = (tmp_path / name for name in ("a.yaml", "b.yaml", "c.yaml"))
    os.mkfifo(pipe)
    zero.symlink_to("/dev/zero")
    with huge.open("wb") as file:
        file.truncate(10 * 2**30)
    before = files_digest([pipe, huge, zero])
    pipe.unlink()
    pipe.write_text("loai: cong-van")
    assert files_digest([pipe, huge, zero]) != before
    with huge.open("r+b") as file:
        file.truncate(11 * 2**30)
    assert len({before, files_digest([huge]), files_digest([pipe, huge, zero])}) == 3


def test_an_absent_file_counts_as_none(tmp_path: Path) -> None:
    assert files_digest([tmp_path / "a.yaml"]) == files_digest([])
