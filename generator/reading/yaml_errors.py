"""Converts libyaml's English error messages into problem codes at the right place."""

import re

import yaml

from generator.problems import Place, Problem, problem
from generator.reading.text_file import lines

# Parser message → code, and whether to report it where the construct begins (context).
_SAYINGS: tuple[tuple[re.Pattern[str], str, bool], ...] = tuple(
    (re.compile(pattern), code, at_start)
    for pattern, code, at_start in (
        (r"scanning an (alias|anchor)", "KD021", True),
        (r"(scanning|parsing) a tag|undefined tag handle", "KD022", True),
        (r"unexpected (end of stream|document indicator|document separator)", "KD015", True),
        (r"escape|hexdecimal|hexadecimal", "KD018", False),
        (r"could not find expected ':'", "KD013", True),
        (r"parsing a flow (sequence|mapping)", "KD016", True),
        (r"tab character", "KD011", False),
        (r"comment or (a )?line break|scanning a block scalar", "KD029", True),
        (r"mapping values are not allowed", "KD012", False),
        (r"sequence entries are not allowed|parsing a block collection", "KD019", False),
        (r"cannot start any token|scanning a directive|node content", "KD017", False),
        (r"mapping keys are not allowed", "KD017", False),
        (r"expected key|<block end>|document start", "KD014", False),
    )
)
_LONGEST = 60


def translated(error: yaml.MarkedYAMLError, text: str) -> Problem:
    """Convert a YAML error into a problem with line and column.

    Args:
        error: from libyaml or the pure Python parser.
        text: the file.

    Returns:
        A problem KD010-KD029; its message quotes the line where that helps.
    """
    said = f"{error.context} {error.problem}"
    code, at_start = next(
        ((code, at) for pattern, code, at in _SAYINGS if pattern.search(said)), ("KD010", False)
    )
    mark = (error.context_mark if at_start else None) or error.problem_mark or error.context_mark
    rows = lines(text)
    line, column = (min(mark.line, len(rows) - 1), mark.column) if mark else (0, 0)
    code, line, column = _sharper(code, rows, line, column)
    row = rows[line]
    return problem(
        code,
        Place(line=line + 1, column=column + 1),
        ky_tu=row[column : column + 1],
        viet=shortened(row.strip()),
    )


def shortened(text: str) -> str:
    """Return a text on one line, short enough for a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


def _sharper(code: str, rows: list[str], line: int, column: int) -> tuple[str, int, int]:
    """Distinguish, by looking at the line, errors that the parser reports in the same words."""
    row = rows[line]
    if row[column : column + 1] == "\t":
        return "KD011", line, column
    if code == "KD018":
        return code, line, max(row.rfind("\\", 0, column + 1), 0)
    if code == "KD012" and re.fullmatch(r"\s*[\w-]+", row[:column]):
        return _swallowed(rows, line)
    if code == "KD014" or (code == "KD019" and row[column : column + 1] != "-"):
        code = _unexpected(row, column, code)
    return code, line, column


def _unexpected(row: str, column: int, code: str) -> str:
    """Return the code for what was found in place of the next key or item."""
    if row[:column].strip():
        return "KD028"
    if row[column : column + 1] == ":":
        return "KD026"
    return "KD019" if re.match(r"-(\s|$)", row[column:]) else code


def _swallowed(rows: list[str], line: int) -> tuple[str, int, int]:
    """Handle a `key:` read as part of the line above, which has no colon or another indentation."""
    above = next((n for n in range(line - 1, -1, -1) if rows[n].strip()), line)
    if above != line and _indent(rows[above]) == _indent(rows[line]):
        return "KD013", above, _indent(rows[above])
    return "KD014", line, _indent(rows[line])


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())
