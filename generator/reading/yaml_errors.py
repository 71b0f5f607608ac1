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
BODY = frozenset({"noi_dung", "dien_bien"})
"""Texts of which each line is a paragraph, written under `|`."""

ONE_STYLE = frozenset(
    ("trich_yeu", "kinh_gui", "noi_nhan", "can_cu", "ten", "ho_ten", "chuc_vu", "quyen_han",
     "dia_danh", "lien_he", "chu_the", "cap_tren")
)  # fmt: skip
"""Texts that print in one style: marks such as `**` do not work in them."""

_BLANK = re.compile("[\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]")
_WIDE_COLON = re.compile(r"^\s*(?:- )?[^\s:]{1,40}?\s*([：﹕∶꞉ː])")
_AFTER_COLON = re.compile(rf"\s*(?:- )?\w+:(?={_BLANK.pattern})")
_WRONG_DASH = re.compile(r"[–—‒―−•▪●○◦·‣∙➢✓+]\s*\S|-[^\s\d-]")
_KEY_ALONE = re.compile(r"(\s*)(?:- )?(\w+):\s*(?:#.*)?")
_SWALLOWING = frozenset(
    {"KD012", "KD013", "KD014", "KD017", "KD019", "KD021", "KD022", "KD026", "KD028"}
)
"""What a text without `|` is reported as, depending on its signs."""


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
    code, line, column = _meant(code, rows, line, column)
    row = rows[line]
    return problem(
        code,
        Place(line=line + 1, column=column + 1),
        ky_tu=row[column : column + 1],
        viet=shortened(row.strip()),
        ma=f"U+{ord(row[column]):04X}" if column < len(row) else "",
        khoa=row.split(":")[0].strip(" -"),
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


def _meant(code: str, rows: list[str], line: int, column: int) -> tuple[str, int, int]:
    """Name what a clerk typed instead of what YAML asks for, if the lines around show it."""
    for near in (line, line - 1, line + 1):
        row = rows[near] if 0 <= near < len(rows) else ""
        if odd := _BLANK.search(row[: len(row) - len(row.lstrip())]):
            return "KD064", near, odd.start()
        if after := _AFTER_COLON.match(row):
            return "KD064", near, after.end()
        if wide := _WIDE_COLON.match(row):
            return "KD065", near, wide.start(1)
    if code in _SWALLOWING and (above := _body_above(rows, line)) is not None:
        return "KD052", above, _indent(rows[above])
    row = rows[line]
    if code in {"KD013", "KD014", "KD019"} and _WRONG_DASH.match(row.lstrip()):
        return "KD063", line, _indent(row)
    if (
        code == "KD019"
        and row.lstrip().startswith("- ")
        and _indent(row) != _item_above(rows, line)
    ):
        return "KD014", line, _indent(row)
    return code, line, column


def _body_above(rows: list[str], line: int) -> int | None:
    """Return the line of a text's key, alone on its line, under which a line stands."""
    depth = _indent(rows[line]) if rows[line].strip() else 1
    for number in range(line - 1, -1, -1):
        row = rows[number]
        if row.strip() and _indent(row) < depth:
            found = _KEY_ALONE.fullmatch(row)
            return number if found and found[2] in BODY else None
    return None


def _item_above(rows: list[str], line: int) -> int:
    """Return the indentation of the nearest item above a line, or that of the line itself."""
    items = (row for row in reversed(rows[:line]) if row.lstrip().startswith("- "))
    return next(map(_indent, items), _indent(rows[line]))


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
