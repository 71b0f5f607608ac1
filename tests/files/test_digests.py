"""Digests of files: by name and content, and by those of the program its name."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.files import digests
from generator.files.digests import NoSourcesError, build_id, files_digest


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
    for each in ("engine/render.py", "start.py", "rule.yaml"):
        (package / each).write_text("x = 1\n")
    monkeypatch.setattr(digests, "PACKAGE", package)
    yield package
    build_id.cache_clear()


def name() -> str:
    build_id.cache_clear()
    return build_id()


@pytest.mark.parametrize("file", ["engine/render.py", "start.py", "rule.yaml"])
def test_a_changed_line_is_another_build(program: Path, file: str) -> None:
    before = name()
    assert name() == before
    (program / file).write_text("x = 2\n")
    assert name() != before


def test_an_installed_program_is_the_build_of_its_checkout(program: Path) -> None:
    before = name()
    (program / "_shipped" / "data").mkdir(parents=True)
    (program / "_shipped" / "data" / "dot.yaml").write_text("nam: 2026")
    assert name() == before


def test_a_program_without_its_sources_does_not_pass_for_another(program: Path) -> None:
    for path in program.rglob("*.py"):
        path.unlink()
    with pytest.raises(NoSourcesError):
        name()
