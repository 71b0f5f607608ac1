"""Digests of what a document prints: equal only when every value is."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.building import digests
from generator.building.digests import changed_fields, data_digest, files_digest
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


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of two modules and a regulation in the place of the program."""
    package = tmp_path / "generator"
    (package / "engine").mkdir(parents=True)
    for name in ("engine/render.py", "start.py", "rule.yaml"):
        (package / name).write_text("x = 1\n")
    monkeypatch.setattr(digests, "_PACKAGE", package)
    monkeypatch.setattr(digests, "_SHIPPED", package / "_shipped")
    known = (digests.build_id, digests.engine_digest, digests.program_digest)
    for each in known:
        each.cache_clear()
    yield package
    for each in known:
        each.cache_clear()


def names() -> tuple[str, bytes]:
    for each in (digests.build_id, digests.engine_digest, digests.program_digest):
        each.cache_clear()
    return digests.build_id(), digests.program_digest()


@pytest.mark.parametrize("name", ["engine/render.py", "start.py", "rule.yaml"])
def test_a_changed_line_is_another_build(program: Path, name: str) -> None:
    before = names()
    assert names() == before
    (program / name).write_text("x = 2\n")
    after = names()
    assert before[0] != after[0]
    assert before[1] != after[1]


def test_an_installed_program_is_the_build_of_its_checkout(program: Path) -> None:
    before = names()
    (program / "_shipped" / "data").mkdir(parents=True)
    (program / "_shipped" / "data" / "dot.yaml").write_text("nam: 2026")
    assert names() == before


def test_a_program_without_its_sources_does_not_pass_for_another(program: Path) -> None:
    for path in program.rglob("*.py"):
        path.unlink()
    with pytest.raises(digests.NoSourcesError):
        names()
