"""The list of what only Word can show names documents that the demo makes, and commands that exist."""

import re
from pathlib import Path

from generator.cli.main import COMMANDS
from tests.acceptance.test_samples import kept

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "chua-thu-bang-word-that.md").read_text("utf-8")


def test_every_document_named_is_one_of_the_samples() -> None:
    named = set(re.findall(r"`output/([^`]+\.docx)`", PAGE))
    assert len(named) > 6
    assert named <= kept().keys()


def test_every_command_and_template_named_exists() -> None:
    assert set(re.findall(r"`kiemdiem ([\w-]+)", PAGE)) <= set(COMMANDS)
    for path in re.findall(r"`((?:templates|data)/[^`\s<]+)`", PAGE):
        assert (ROOT / path).exists(), path


def test_the_checks_are_numbered_through_and_leave_room_for_the_result() -> None:
    rows = re.findall(r"(?m)^\| (\d+) \|(.*)$", PAGE)
    assert [int(number) for number, _ in rows] == list(range(1, len(rows) + 1))
    for number, rest in rows:
        cells = [cell.strip() for cell in rest.strip("|").split("|")]
        assert len(cells) == 4, number
        assert all(cells[:3]), number
