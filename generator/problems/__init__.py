"""A problem is a value: a stable code, a place, and in Vietnamese what is wrong and how to fix it.

Nothing here prints or raises an error meant for the clerk: functions return problems and the
caller shows them all. The texts are data, one entry per code in `danh-muc/*.yaml` (see
`generator.problems.catalogue`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.problems.catalogue import entry

DataPath = tuple[str | int, ...]


class Severity(StrEnum):
    """How serious a problem is: an error stops the document, a warning does not.

    An accepted one is a warning that somebody answers for: it is counted, not repeated.
    """

    ERROR = "lỗi"
    WARNING = "cảnh báo"
    ACCEPTED = "đã chấp nhận"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem is.

    `file` is the path as the user gave it; `line` and `column` count from 1, 0 means unknown;
    `path` holds the keys and indexes that lead to the value in the data (`("noi_nhan", 2)`);
    `part` describes the place inside a Word file («thân văn bản, bảng 1, hàng 2, ô 2, đoạn 1»).
    """

    file: str = ""
    line: int = 0
    column: int = 0
    path: DataPath = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: stable `code` (KD###), `severity`, `place`, `message` and `mend` (the fix)."""

    code: str
    severity: Severity
    place: Place
    message: str
    mend: str

    def at(self, place: Place) -> "Problem":
        """Return a copy of the problem with another place."""
        return replace(self, place=place)


def problem(code: str, place: Place, **values: object) -> Problem:
    """Make a problem from the catalogue.

    Args:
        code: a code of the catalogue.
        place: where the problem is.
        **values: the values for the `{names}` in the catalogue's texts.

    Returns:
        The problem with its Vietnamese texts filled in.

    Raises:
        KeyError: the code is not in the catalogue, or a value is missing.
    """
    found = entry(code)
    return Problem(
        code=code,
        severity=Severity.WARNING if found.muc_do == "canh_bao" else Severity.ERROR,
        place=place,
        message=found.thong_bao.format_map(values),
        mend=found.cach_sua.format_map(values),
    )


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether any of the problems is an error, which stops the document."""
    return any(p.severity is Severity.ERROR for p in problems)
