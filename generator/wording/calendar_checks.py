"""Checks that the days and months a text names are in the calendar."""

import datetime as dt
import re
from collections.abc import Iterator

from generator.problems import DataPath, Place, Problem, problem

_DAYS = (
    # What stands behind a word or a hyphen may be the number of a paper, «12/30/2024-QĐ».
    re.compile(
        r"(?<![\w/.-])(?P<ngay>\d{1,2})(?P<dau>[/.])(?P<thang>\d{1,2})(?P=dau)(?P<nam>\d{4})"
        r"(?![\d/-]|\.\d)"
    ),
    re.compile(
        r"(?<!\d)(?P<ngay>\d{1,2}) tháng (?P<thang>\d{1,2}) năm (?P<nam>\d{4})(?!\d)", re.IGNORECASE
    ),
)
_NUMBERED = re.compile(r"\bsố:?\s*$", re.IGNORECASE)


def check_calendar(text: str, path: DataPath) -> Iterator[Problem]:
    """Tell the days of a text that no calendar has, «31/6/2026».

    Args:
        text: the text as typed.
        path: where it is in the data.

    Yields:
        KD188 for each, at its line.
    """
    for n, line in enumerate(text.split("\n")):
        for pattern in _DAYS:
            for found in pattern.finditer(line):
                if not _exists(found) and not _NUMBERED.search(line, 0, found.start()):
                    place = Place(path=(*path, n, found.start()))
                    yield problem("KD188", place, viet=found[0])


def _exists(found: re.Match[str]) -> bool:
    try:
        dt.date(int(found["nam"]), int(found["thang"]), int(found["ngay"]))
    except ValueError:
        return False
    return True
