"""The files with which a campaign begins, written for the year under review."""

import datetime as dt
import re
from pathlib import Path

from generator import shipped
from generator.regulations.regimes import regime_for

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_WRITTEN_FOR = re.compile(r"(?<!\d)2026(?!\d)")
"""The review year that stands in the files of `khoi-tao/`."""
_LAST_MONTH = 3
"""The year before is reviewed until dossiers are in, which is in the first quarter."""


def year_of(folder: Path, today: dt.date) -> int:
    """Return the review year of a new campaign.

    Args:
        folder: its folder; a year in the name counts («kiem-diem-2024»), if it is the only one.
        today: decides for other names: the year itself, until March the year before.
    """
    named = {int(year) for year in _YEAR.findall(folder.name)}
    return named.pop() if len(named) == 1 else today.year - (today.month <= _LAST_MONTH)


def first_files(year: int) -> dict[Path, str]:
    """Return the text of each file, by its path in the campaign folder.

    A file that reads otherwise under an earlier regime lies in `khoi-tao-cu/<regime>/`.
    """
    begin = shipped.TEMPLATES / "khoi-tao"
    older = shipped.TEMPLATES / "khoi-tao-cu" / regime_for(year).ma
    found = {}
    for source in sorted(begin.rglob("*.yaml")):
        name = source.relative_to(begin)
        special = older / name
        text = (special if special.exists() else source).read_text("utf-8")
        found[name] = _WRITTEN_FOR.sub(str(year), text)
    return found
