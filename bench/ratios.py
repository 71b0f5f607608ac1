"""What the benchmarks measure, as rows of one table: ratios, each of two things of the same run."""

import io
import statistics
import subprocess
import tarfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent

AGAINST = "d543b4d"
"""The commit that a saving is held against: the one before the savings of November 2026."""


class Row(NamedTuple):
    """What was measured, what it is held against, the ratio of each round, and what is aimed at."""

    what: str
    against: str
    ratios: list[float]
    limit: str = ""


def show(rows: list[Row]) -> None:
    """Print the rows as a table: the median of the rounds, with their range."""
    print("\n| what | against | ratio (range) | limit |")
    print("|---|---|---|---|")
    for row in rows:
        middle = statistics.median(row.ratios)
        span = (
            f" ({short(min(row.ratios))}–{short(max(row.ratios))})" if len(row.ratios) > 1 else ""
        )
        print(f"| {row.what} | {row.against} | **{short(middle)}**{span} | {row.limit} |")
    print(flush=True)


def short(ratio: float) -> str:
    """Return a ratio with three digits that count."""
    return f"{ratio:.0f}" if ratio >= 100 else f"{ratio:.1f}" if ratio >= 10 else f"{ratio:.2f}"


def older(commit: str, home: Path) -> Path:
    """Unpack the program as it was at a commit; return its folder."""
    packed = subprocess.run(
        ["git", "archive", commit], cwd=ROOT, check=True, capture_output=True
    ).stdout
    folder = home / f"luc-{commit}"
    with tarfile.open(fileobj=io.BytesIO(packed)) as files:
        files.extractall(folder, filter="data")
    return folder
