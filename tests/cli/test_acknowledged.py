"""An accepted warning is counted and not repeated, by every command that tells of it."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.run import Run

UNIT = "chi-bo-thon-dong.yaml"
ACCEPTED = """
chap_nhan:
  KD150:
    ly_do: đúng như trong lý lịch
    ai: Tạ Xuân Hải
    ngay: 16/12/2026
"""


@pytest.fixture
def warned(data: Path) -> Path:
    """The campaign with one warning in a unit, for which somebody answers, as yet without mark."""
    file = data / "don-vi" / UNIT
    text = file.read_text("utf-8").replace("dia_diem: Nhà văn hóa thôn", "dia_diem: Nhà văn  hóa")
    file.write_text(text + ACCEPTED, "utf-8")
    return data


def marked(data: Path, run: Run) -> str:
    said = run("validate", "xa").stdout
    found = re.search(r"KD148 .*«dau: (\w+)»", said)
    assert found, said
    file = data / "don-vi" / UNIT
    file.write_text(file.read_text("utf-8") + f"    dau: {found[1]}\n", "utf-8")
    return found[1]


def test_every_command_counts_it_and_is_silent(run: Run, warned: Path) -> None:
    marked(warned, run)
    for words in (("validate", "xa"), ("build", "xa"), ("check", "xa"), ("build", "xa"),
                  ("check", "xa", "--as-of", "2026-12-16")):  # fmt: skip
        done = run(*words)
        said = done.stdout + done.stderr
        assert "1 cảnh báo đã chấp nhận" in said, words
        assert "KD150" not in said, words
        assert "KD148" not in said, words


def test_json_says_that_it_was_accepted(run: Run, warned: Path) -> None:
    marked(warned, run)
    told = json.loads(run("validate", "xa", "--format", "json").stdout)
    assert [(each["code"], each["severity"]) for each in told] == [("KD150", "accepted")]


def test_it_is_told_again_when_the_value_changes(run: Run, warned: Path) -> None:
    mark = marked(warned, run)
    file = warned / "don-vi" / UNIT
    file.write_text(file.read_text("utf-8").replace("Nhà văn  hóa", "Hội trường  xã"), "utf-8")
    said = run("validate", "xa").stdout
    assert "KD150 cảnh báo" in said
    assert re.search(rf"«dau: \[{mark}, \w{{6}}\]»", said)
    assert "đã chấp nhận" not in said.splitlines()[-1]


def test_a_command_accepts_it_with_its_mark_and_nothing_else_changes(run: Run, data: Path) -> None:
    file = data / "don-vi" / UNIT
    text = file.read_text("utf-8").replace("dia_diem: Nhà văn hóa thôn", "dia_diem: Nhà văn  hóa")
    file.write_text(text, "utf-8")
    named = ("--reason", "đúng như trong lý lịch", "--by", "Tạ Xuân Hải", "--date", "16/12/2026")
    done = run("accept", f"xa/don-vi/{UNIT}", "KD150", *named)
    assert done.returncode == 0, done.stdout + done.stderr
    assert file.read_text("utf-8").startswith(text)
    assert "1 cảnh báo đã chấp nhận" in run("validate", "xa").stdout
    assert "KD579" in run("accept", f"xa/don-vi/{UNIT}", "KD150", *named).stderr
    assert run("undo", "xa").returncode == 0
    assert file.read_text("utf-8") == text
