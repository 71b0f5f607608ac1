"""The documents about the program say what the program does now."""

import importlib
import pkgutil
import re
import typing
from pathlib import Path

import click
import pytest

from generator import papers
from generator.cli.main import COMMANDS
from generator.dossier.reports import word_papers
from generator.handover import papers as pack_papers
from generator.model import CaNhanTep, DonViNam, Dot, SaoLuc, VanBan
from generator.model.base import Model
from generator.model.checklist import DanhMuc
from generator.model.kinds import LoaiGiayTo, LoaiVanBan
from generator.regulations.packs import pack_codes
from generator.shipped import DATA

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
GUIDE = (ROOT / "docs" / "huong-dan-su-dung.md").read_text("utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8")


def commands() -> list[tuple[str, click.Command]]:
    found = []
    for name in COMMANDS:
        command = importlib.import_module(f"generator.cli.{COMMANDS[name]}").command
        found.append((name, command))
        if isinstance(command, click.Group):
            found += [(f"{name} {sub}", each) for sub, each in command.commands.items()]
    return found


@pytest.mark.parametrize(
    ("name", "command"), commands(), ids=lambda x: x if isinstance(x, str) else ""
)
def test_every_command_has_help_and_stands_in_readme_and_guide(
    name: str, command: click.Command
) -> None:
    assert command.get_short_help_str()
    assert f"kiemdiem {name.split(maxsplit=1)[0]}" in README
    assert f"kiemdiem {name}" in GUIDE or f"`{name.rsplit(maxsplit=1)[-1]}`" in README


@pytest.mark.parametrize(
    ("name", "command"), commands(), ids=lambda x: x if isinstance(x, str) else ""
)
def test_every_option_stands_in_the_guide(name: str, command: click.Command) -> None:
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help
            assert any(text in GUIDE for text in option.opts), option.opts


def model_keys() -> set[str]:
    models: list[type[Model]] = [Dot, VanBan, SaoLuc, DonViNam, CaNhanTep, DanhMuc]
    models += [LoaiVanBan, LoaiGiayTo]
    for model in models:
        for field in model.model_fields.values():
            models += [each for each in inner_models(field.annotation) if each not in models]
    return {key for model in models for key in model.model_fields}


def inner_models(annotation: object) -> list[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [model for part in typing.get_args(annotation) for model in inner_models(part)]


def printed_keys() -> set[str]:
    rooms = [
        importlib.import_module(f"generator.papers.{each.name}")
        for each in pkgutil.iter_modules(papers.__path__)
    ]
    rooms += [word_papers, pack_papers]
    kinds = [kind for room in rooms for kind in vars(room).values() if typing.is_typeddict(kind)]
    return {key for kind in kinds for key in typing.get_type_hints(kind)}


@pytest.mark.parametrize("key", sorted(model_keys() | printed_keys()))
def test_every_key_of_the_data_and_of_templates_is_in_the_glossary(key: str) -> None:
    assert re.search(rf"^\| `{key}` \|", GLOSSARY, re.MULTILINE)


def test_generated_pages_are_up_to_date() -> None:
    import runpy

    pages = runpy.run_path(str(ROOT / "docs" / "make.py"))["PAGES"]
    for name, page in pages.items():
        assert (ROOT / "docs" / name).read_text("utf-8") == page(), f"make docs ({name})"


def test_links_lead_somewhere() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_every_pack_is_named_in_the_guide_and_the_readme() -> None:
    assert set(pack_codes()) == {"hd36", "hd05", "nd30"}
    for text in ("36-HD/VPTW", "05-HD/VPTW", "30/2020"):
        assert text in GUIDE
        assert text in README


def test_every_sample_names_the_schema_beside_it() -> None:
    for file in DATA.glob("*/*.yaml"):
        schema = re.match(r"# yaml-language-server: \$schema=(\S+)", file.read_text("utf-8"))
        assert schema, file
        assert (file.parent / schema[1]).exists()


def test_the_changelog_has_a_security_heading() -> None:
    assert "### Security" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_source_a_regime_names_is_listed() -> None:
    from generator.regulations import criteria, regimes

    texts = [path.read_text("utf-8") for path in regimes.FOLDER.glob("*.yaml")]
    texts += [path.read_text("utf-8") for path in criteria.FOLDER.rglob("*.yaml")]
    named = {tag for text in texts for tag in re.findall(r"(?:V2?|P):((?:S|A|B|D|Seed)\d+)", text)}
    sources = (ROOT / "docs" / "nguon.md").read_text("utf-8")
    listed = set(re.findall(r"\b(?:Seed|[SABD])\d+\b", sources))
    assert named <= listed
