"""Click speaks Vietnamese, completely, whatever the machine is set to."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from generator.cli.vietnamese import FOLDER

CATALOGUE = FOLDER / "vi" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"\{[^}]*\}|%\(\w+\)s")


def catalogue():
    with (CATALOGUE / "messages.po").open("rb") as file:
        return read_po(file, locale="vi")


def said_by_click() -> list[str | tuple[str, ...]]:
    found = extract_from_dir(
        Path(click.__file__).parent,
        method_map=[("**.py", "python")],
        keywords={"_": None, "ngettext": (1, 2)},
    )
    # A variable is marked for translation somewhere; the extractor takes its name for a text.
    return sorted({message for _, _, message, _, _ in found if message != "d"}, key=str)


@pytest.mark.parametrize("message", said_by_click(), ids=str)
def test_everything_click_can_say_is_translated(message: str | tuple[str, ...]) -> None:
    first = message if isinstance(message, str) else message[0]
    entry = catalogue().get(first)
    assert entry is not None, first
    texts = (entry.string,) if isinstance(entry.string, str) else entry.string
    allowed = set(PLACEHOLDER.findall(" ".join([message] if isinstance(message, str) else message)))
    for text in texts:
        assert text
        assert set(PLACEHOLDER.findall(text)) <= allowed
    if isinstance(message, str):
        assert set(PLACEHOLDER.findall(texts[0])) == allowed


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    buffer = io.BytesIO()
    write_mo(buffer, catalogue())
    assert (CATALOGUE / "messages.mo").read_bytes() == buffer.getvalue()


@pytest.mark.parametrize("settings", [{"LANGUAGE": "en"}, {"LC_ALL": "C"}, {}])
def test_the_language_of_the_machine_does_not_matter(settings: dict[str, str]) -> None:
    bare = {
        k: v
        for k, v in os.environ.items()
        if k not in {"LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"}
    }
    done = subprocess.run(
        [sys.executable, "-m", "generator", "render"],
        env={**bare, **settings},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 2
    assert "Lỗi: Thiếu tham số" in done.stderr
