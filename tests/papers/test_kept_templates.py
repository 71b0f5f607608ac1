"""Compiled templates are kept between runs: the same documents, and only from a place of one's own."""

import io
import os
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import shipped
from generator.engine import compile as compiling
from generator.engine.render import render
from generator.engine.shapes import shape_of
from generator.files import digests, of_user
from generator.files.digests import NoSourcesError
from generator.files.spared import FOLDER
from generator.papers import kept_templates
from generator.papers.letter_values import VanBanIn
from generator.papers.letters import printed_letter
from generator.papers.templates import Templates
from generator.reading.load import read_campaign
from tests.engine.build import docx, p

SHAPE = shape_of(VanBanIn)

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights or links")


@pytest.fixture(autouse=True)
def spared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(of_user, "spared", lambda: tmp_path / "spared")
    return tmp_path / "spared" / FOLDER


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that were compiled, and not taken from what was kept."""
    names: list[str] = []
    usual = compiling.compile_template

    def noted(path: Path, *rest: object, **more: object) -> object:
        names.append(path.stem)
        return usual(path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(compiling, "compile_template", noted)
    return names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """All shipped templates, as an office's own."""
    return Path(shutil.copytree(shipped.TEMPLATES, tmp_path / "mau"))


def letter(*folders: Path) -> tuple[bytes, list[str]]:
    """Return the letter of the sample campaign, and what is told of its template."""
    template, told = Templates(folders or (shipped.TEMPLATES,)).template("cong-van", SHAPE)
    campaign = read_campaign(shipped.DATA / "ha-tinh-2024")
    values = printed_letter(campaign.documents["cong-van-1375.yaml"], campaign.dot)
    assert template is not None
    data, problems = render(template, values)
    assert data is not None
    assert problems == []
    return data, [each.code for each in told]


def test_the_next_run_gives_the_same_letter_without_compiling(compiled: list[str]) -> None:
    first = letter()
    assert letter() == first
    assert compiled == ["cong-van"]


def test_every_shipped_template_is_taken_as_it_was_kept() -> None:
    names = [name for name, _ in Templates((shipped.TEMPLATES,)).names()]
    whole = Templates((shipped.TEMPLATES,))
    again = Templates((shipped.TEMPLATES,))
    found = 0
    for name in names:
        made, told = whole.template(name)
        taken, told_again = again.template(name)
        assert told_again == told
        if made is None or taken is None:
            assert made is taken
            continue
        found += 1
        assert taken is not made
        assert (taken.digest, taken.unchanging) == (made.digest, made.unchanging)
        assert (taken.fields, taken.footnotes) == (made.fields, made.footnotes)
        for one, other in zip(made.parts, taken.parts, strict=True):
            assert (other.name, other.repairs, other.proved) == (one.name, one.repairs, one.proved)
            assert other.program.code == one.program.code
            assert other.program.environment is one.program.environment
            assert other.outline.source == one.outline.source
    assert found > 40


@pytest.mark.parametrize("block", ["khoi/noi-dung.docx", "cong-van.docx", "khoi/noi-nhan.docx"])
def test_a_changed_template_or_block_is_compiled_anew(
    block: str, folder: Path, compiled: list[str]
) -> None:
    before, _ = letter(folder)
    shutil.copy(folder / "khoi" / "can-cu.docx", folder / block)
    Templates((folder,)).template("cong-van", SHAPE)
    assert len(compiled) == 2
    shutil.copy(shipped.TEMPLATES / block, folder / block)
    assert letter(folder)[0] == before


def test_a_template_of_the_same_name_put_before_it_is_another(
    folder: Path, tmp_path: Path, compiled: list[str]
) -> None:
    (tmp_path / "rieng").mkdir()
    letter(tmp_path / "rieng", folder)
    shutil.copy(folder / "cong-van.docx", tmp_path / "rieng")
    letter(tmp_path / "rieng", folder)
    assert len(compiled) == 2


@on_unix
def test_a_linked_folder_that_leads_elsewhere_is_looked_into_again(
    folder: Path, compiled: list[str]
) -> None:
    for name in ("khoi-cu", "khoi-moi"):
        shutil.copytree(folder / "khoi", folder / name)
    shutil.copy(folder / "khoi" / "can-cu.docx", folder / "khoi-moi" / "noi-dung.docx")
    shutil.rmtree(folder / "khoi")
    letter(folder, shipped.TEMPLATES)
    (folder / "khoi").symlink_to("khoi-cu")
    letter(folder, shipped.TEMPLATES)
    (folder / "khoi").unlink()
    (folder / "khoi").symlink_to("khoi-moi")
    Templates((folder, shipped.TEMPLATES)).template("cong-van", SHAPE)
    assert len(compiled) == 3


def test_a_block_of_another_ending_counts_too(folder: Path, compiled: list[str]) -> None:
    (folder / "khoi" / "rieng.docm").write_bytes(docx(p("Khối cũ.")))
    (folder / "thu.docx").write_bytes(docx(p('{%p include "khoi/rieng.docm" %}')))
    assert Templates((folder,)).template("thu")[0]
    (folder / "khoi" / "rieng.docm").write_bytes(docx(p("Khối mới.")))
    again, _ = Templates((folder,)).template("thu")
    assert again is not None
    data, _ = render(again, {})
    assert data is not None
    assert "Khối mới." in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert compiled == ["thu", "thu"]


@on_unix
def test_a_folder_whose_name_is_no_text_is_as_good_as_any(
    folder: Path, compiled: list[str]
) -> None:
    odd = folder.with_name(os.fsdecode(b"m\xff"))
    try:
        folder.rename(odd)
    except OSError:
        pytest.skip("this disk has no such names")
    assert letter(odd) == letter(odd)
    assert len(compiled) == 1


def test_another_build_of_the_program_compiles_anew(
    compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    letter()
    monkeypatch.setattr(kept_templates, "_program", lambda: "another")
    letter()
    assert len(compiled) == 2


def test_a_program_without_sources_keeps_nothing(
    compiled: list[str], spared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> str:
        raise NoSourcesError(digests.PACKAGE)

    monkeypatch.setattr(kept_templates, "build_id", none)
    monkeypatch.setattr(kept_templates, "_program", kept_templates._program.__wrapped__)
    letter()
    letter()
    assert len(compiled) == 2
    assert not spared.exists()


def torn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def scratched(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def made_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def writable_by_others(path: Path) -> None:
    path.chmod(0o666)


def in_a_folder_of_others(path: Path) -> None:
    path.parent.chmod(0o777)


def a_link(path: Path) -> None:
    path.rename(path.with_name("khac"))
    path.symlink_to(path.with_name("khac"))


def below_a_folder_of_others(path: Path) -> None:
    path.parent.parent.chmod(0o777)


def in_a_linked_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("khac"))
    path.parent.symlink_to(path.parent.with_name("khac"))


@pytest.mark.parametrize("spoil", [torn, emptied, scratched, made_a_folder])
def test_what_is_not_whole_is_not_taken(
    spoil: Callable[[Path], None], spared: Path, compiled: list[str]
) -> None:
    first = letter()
    (path,) = spared.iterdir()
    spoil(path)
    assert letter() == first
    assert len(compiled) == 2


@on_unix
@pytest.mark.parametrize(
    "spoil",
    [
        writable_by_others,
        in_a_folder_of_others,
        below_a_folder_of_others,
        a_link,
        in_a_linked_folder,
    ],
)
def test_what_others_could_have_written_is_neither_taken_nor_trusted_again(
    spoil: Callable[[Path], None], spared: Path, compiled: list[str]
) -> None:
    first = letter()
    (path,) = spared.iterdir()
    spoil(path)
    assert letter() == first
    assert len(compiled) == 2


def test_where_nothing_can_be_kept_all_is_made_as_ever(spared: Path, compiled: list[str]) -> None:
    spared.parent.mkdir()
    spared.write_text("not a folder")
    assert letter() == letter()
    assert len(compiled) == 2
    assert spared.read_text() == "not a folder"


def test_a_user_without_a_home_keeps_nothing(
    compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(of_user, "spared", none)
    assert letter() == letter()
    assert len(compiled) == 2


@on_unix
def test_no_group_can_write_where_templates_are_kept(spared: Path) -> None:
    before = os.umask(0o002)
    try:
        letter()
    finally:
        os.umask(before)
    assert of_user.is_private(next(spared.iterdir()))


def test_a_template_that_is_changed_while_it_is_compiled_is_not_kept(
    folder: Path, spared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = compiling.compile_template

    def slow(path: Path, *rest: object, **more: object) -> object:
        made = usual(path, *rest, **more)  # type: ignore[arg-type]
        shutil.copy(folder / "khoi" / "can-cu.docx", folder / "khoi" / "noi-dung.docx")
        return made

    monkeypatch.setattr(compiling, "compile_template", slow)
    letter(folder)
    assert not spared.exists()


def test_a_template_with_an_error_is_told_of_every_time(folder: Path, spared: Path) -> None:
    (folder / "cong-van.docx").write_bytes(b"no Word file")
    for _ in range(2):
        template, told = Templates((folder,)).template("cong-van", SHAPE)
        assert template is None
        assert told
    assert not spared.exists()


def test_what_other_programs_left_goes_when_there_is_much_of_it(spared: Path) -> None:
    letter()
    for number in range(300):
        (spared / f"cu-{number}").touch()
    Templates((shipped.TEMPLATES,)).template("bao-cao", SHAPE)
    assert len(list(spared.iterdir())) == 2


def test_a_file_beside_the_search_path_is_kept_until_it_changes(
    tmp_path: Path, compiled: list[str]
) -> None:
    file = tmp_path / "thu.docx"
    for source in ("cong-van.docx", "cong-van.docx", "bao-cao.docx"):
        shutil.copy(shipped.TEMPLATES / source, file)
        template, _ = Templates((shipped.TEMPLATES,)).compiled_file(file, SHAPE)
        assert template is not None
    assert compiled == ["thu", "thu"]
