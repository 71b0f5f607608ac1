"""What other programs may call is documented, and the example of its page runs."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

from generator import api

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")


def test_everything_that_is_exported_is_on_the_page_and_nothing_else() -> None:
    named = {name for row in re.findall(r"^\| `.*", PAGE, re.MULTILINE)
             for name in re.findall(r"`(\w+)(?:\(.*?\))?`", row.split("|")[1])}  # fmt: skip
    assert named == set(api.__all__)


def test_every_parameter_of_a_function_is_on_the_page() -> None:
    for name in api.__all__:
        function = getattr(api, name)
        if not inspect.isfunction(function):
            continue
        row = next(
            line for line in PAGE.splitlines() if line.startswith("|") and f"`{name}" in line
        )
        written = re.findall(r"[(,] ?(\w+)", row.split("|")[1])
        known = list(inspect.signature(function).parameters)
        assert [each for each in written if each not in known] == [], name
        assert written == known[: len(written)], name


def test_the_example_of_the_page_runs(tmp_path: Path) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "documents made" in done.stdout
    assert "units complete" in done.stdout
    assert list((tmp_path / "output").rglob("*.docx"))
