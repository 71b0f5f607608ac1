"""Digests of what a document prints: equal only when every value is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.building import program
from generator.building.digests import changed_fields, data_digest
from generator.engine.richtext import Runs, paragraphs
from generator.engine.tables import Blocks

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


def test_the_same_text_twice_or_two_texts_alike_print_the_same() -> None:
    words = ["Đảng", "viên"]
    text, alike = " ".join(words), " ".join(words)
    once = {"ky": [text, {"dong": text}, text]}
    assert data_digest(once) == data_digest({"ky": [text, {"dong": alike}, alike]})


def test_texts_that_meet_at_another_place_are_others() -> None:
    one, two = {"a": "x\ny", "b": "z"}, {"a": "x", "b": "y\nz"}
    assert data_digest(one) != data_digest(two)


def test_ready_markup_is_no_plain_text_and_runs_are_no_paragraphs() -> None:
    made = [Runs(Markup("x")), Blocks(Markup("x")), "x"]
    assert len({data_digest({"doan": [each]}) for each in made}) == len(made)


def test_a_document_of_another_kind_names_no_field() -> None:
    assert changed_fields({"b": 1}, data_digest({"a": 1, "b": 1}), data_digest({"b": 1})) == []


def test_another_build_is_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    before = program.program_digest()
    program.program_digest.cache_clear()
    monkeypatch.setattr(program, "build_id", lambda: "another")
    assert program.program_digest() != before
    program.program_digest.cache_clear()
