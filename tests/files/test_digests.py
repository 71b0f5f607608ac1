"""Digests of files: by name and content, and by those of the program its name."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.files import digests
from generator.files.digests import NoSourcesError, build_id, files_digest, folder_digest


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
def templates(tmp_path: Path) -> Path:
    """Two templates with one content, and a folder of blocks that is a link to one of two."""
    home = tmp_path / "mau"
    for each in ("cong-van.docx", "mau02/2025.docx", "a/muc.docx", "b/muc.docx"):
        (home / each).parent.mkdir(parents=True, exist_ok=True)
        (home / each).write_text("x")
    (home / "khoi").symlink_to("a")
    return home


def moved(home: Path) -> None:
    (home / "mau02" / "2025.docx").rename(home / "2025.docx")


def moved_with_its_folder(home: Path) -> None:
    (home / "mau02").rename(home / "mau01")


def led_elsewhere(home: Path) -> None:
    (home / "khoi").unlink()
    (home / "khoi").symlink_to("b")


def changed(home: Path) -> None:
    (home / "cong-van.docx").write_text("y")


@pytest.mark.parametrize("change", [moved, moved_with_its_folder, led_elsewhere, changed])
def test_what_is_found_under_another_name_or_has_changed_makes_another_digest(
    change: Callable[[Path], None], templates: Path
) -> None:
    before = folder_digest([templates])
    assert folder_digest([templates]) == before
    change(templates)
    assert folder_digest([templates]) != before


def test_templates_that_come_first_in_the_other_order_make_another_digest(
    templates: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copytree(templates, tmp_path / "khac"))
    (other / "cong-van.docx").write_text("y")
    assert folder_digest([templates, other]) != folder_digest([other, templates])


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
