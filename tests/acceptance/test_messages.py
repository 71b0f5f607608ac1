"""Every message of the samples and of the given cases, as it was when somebody last read it.

A change that is meant is read, then kept: `python -m tests.acceptance.test_messages`.
"""

import datetime as dt
import difflib
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import shipped
from generator.cli.main import cli
from generator.wording.dates import short_date

KEPT = Path(__file__).with_name("messages.txt")
CASES = Path(__file__).parents[1] / "cases"
DAY = "2026-12-15"
HEAD = "=== "


def campaigns() -> dict[str, Path]:
    """The folders with a `dot.yaml`, by name: samples, then cases."""
    found = [*shipped.DATA.rglob("dot.yaml"), *CASES.rglob("dot.yaml")]
    return {f"{file.parent.parent.name}/{file.parent.name}": file.parent for file in sorted(found)}


def said(name: str, home: Path) -> Iterator[str]:
    """Yield what each command says of a campaign, without the folders it was tried in."""
    data = home / "du-lieu" / name.rpartition("/")[2]
    shutil.copytree(campaigns()[name], data)
    out = home / "ra"
    letters = [str(path) for path in sorted(data.glob("*.yaml")) if is_letter(path)]
    asked = {
        "validate": ["validate", str(data)],
        "build": ["build", str(data), "-o", str(out), "--jobs", "1"],
        "check": ["check", str(data), "-o", str(out), "--as-of", DAY, "--jobs", "0"],
    }
    if letters:
        asked["number take"] = ["number", "take", *letters, "--register", str(home / "so")]
    for command, words in asked.items():
        result = CliRunner().invoke(cli, words)
        assert result.exit_code in {0, 1}, result.output
        yield f"{HEAD}{command} {name}: {result.exit_code}"
        yield from stripped(result.output, home)


def is_letter(path: Path) -> bool:
    return bool(re.search("^trich_yeu:", path.read_text("utf-8"), re.MULTILINE))


def stripped(output: str, home: Path) -> list[str]:
    """The lines but progress; without the scratch folder, today, and how the program was called."""
    today = dt.datetime.now(tz=None).date()  # noqa: DTZ005 - the clerk's own
    plain = output.replace(f"{home}/", "").replace(short_date(today), "hôm nay")
    plain = re.sub(r"(Xem giải thích: ).*( explain)", r"\1kiemdiem\2", plain)
    return [line.rstrip() for line in plain.splitlines() if not re.match(r"\[\d+/\d+\]", line)]


def kept(name: str) -> list[str]:
    """The lines that were kept for a campaign."""
    sections = re.split(rf"(?m)^(?={HEAD})", KEPT.read_text("utf-8"))
    return [
        line
        for each in sections
        if re.match(rf"{HEAD}(validate|build|check|number take) {re.escape(name)}: ", each)
        for line in each.splitlines()
    ]


@pytest.mark.parametrize("name", campaigns())
def test_no_message_changes_unnoticed(name: str, tmp_path: Path) -> None:
    now = list(said(name, tmp_path))
    assert list(difflib.unified_diff(kept(name), now, "kept", "now", lineterm="")) == []


if __name__ == "__main__":
    lines: list[str] = []
    for each in campaigns():
        with tempfile.TemporaryDirectory() as folder:
            lines += said(each, Path(folder))
    KEPT.write_text("\n".join(lines) + "\n", "utf-8")
