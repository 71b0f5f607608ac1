"""Finds signs in the text of a data file that print otherwise than they look, or not at all."""

import re
from collections.abc import Collection, Iterator

from generator.problems import Place, Problem, problem
from generator.reading.yaml_errors import shortened
from generator.wording.legacy import legacy

_LOOK_ALIKE = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"})
_ETH = re.compile("[ÐƉðɖ]")
_NO_FONT = re.compile(
    "[\ue000-\uf8ff\U000f0000-\U0010fffd\U0001f000-\U0001faff\u231a\u231b\u23e9-\u23f3\u26a1\u26bd"
    "\u26d4\u2705\u2728\u274c\u274e\u2753-\u2757\u2795-\u2797\u27b0\u2b1b\u2b1c\u2b50\u2b55\ufe0f]"
)
"""Private signs of Symbol and Wingdings, and emoji: no font of an official document has them."""

_FOREIGN = re.compile(
    "[\u0400-\u052f]|[\uff01-\uff5e]|(?<=[^\\W\\d_])[\u0370-\u03ff]|[\u0370-\u03ff](?=[^\\W\\d_])"
)
"""Letters that look like ours: Cyrillic, full-width, and Greek ones inside of a word."""

_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_TABLE = "bảng viết bằng dấu |"
_MARKS = (
    (re.compile(r"^\s*(?:- )?\|.*\|\s*$"), _TABLE),
    (re.compile(r"!\[[^\[\]\n]*\]\([^)\n]*\)"), "hình ![…](…)"),
    (re.compile(r"(?<!!)\[[^\[\]\n]+\]\([^)\s]+\)"), "đường dẫn […](…)"),
    (
        re.compile(
            r"</?(?:a|b|br|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|s|span|strong|sub|sup|table|tbody"
            r"|td|th|thead|tr|u|ul)(?:\s[^<>\n]*)?/?>",
            re.IGNORECASE,
        ),
        "thẻ HTML",
    ),
    (re.compile(r"&(?:nbsp|amp|lt|gt|quot|#\d+);"), "ký hiệu HTML"),
    (re.compile(r"~~(?=\S)[^~\n]+~~"), "dấu gạch bỏ ~~"),
    (re.compile(r"(?<=\w)~\w{1,4}~"), "chỉ số dưới ~…~"),
    (re.compile(r"(?<=\w)\^\w{1,4}\^"), "chỉ số trên ^…^"),
    (re.compile(r"(?<![\w_])__(?=[^\W_])[^_\n]*[^\W_]__(?![\w_])"), "dấu gạch chân __"),
    (re.compile(r"`{3,}"), "khối chữ ```"),
)
_IN_BLOCK = (
    (re.compile(r"^\s*#{3,}\s"), "đề mục ###"),
    (re.compile(r"^\s*>\s"), "trích dẫn >"),
    (re.compile(r"^\s*\*\s+\S"), "gạch đầu dòng *"),
)
_PERHAPS_OLD = "¡-¨ª¬\xad¯´-¸º¼¾¿Ä-ÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ"
_OTHER_SCRIPTS = "\u0370-\u03ff\u0400-\u052f\uff01-\uff5e"
_COLONS = "：﹕∶꞉ː"
_SINGLE = "".join(each.pattern[1:-1] for each in (_ETH, _NO_FONT, _HIDDEN))
# Each begins with a sign or with one class of signs: those are searched ten times as fast as a
# pattern that has alternatives.
_ANY = (
    re.compile(f"[{_SINGLE}{_PERHAPS_OLD}{_OTHER_SCRIPTS}{_COLONS}]"),
    re.compile(r"[«»®©½]\w"),
    *map(re.compile, (r"\|.*\|", r"\]\(", r"</?[a-zA-Z]", r"&[a-z#]", r"~\w", r"\^\w{1,4}\^")),
    *map(re.compile, (r"__\w", "```")),
)
_BEGINS_LINE = re.compile(r"^[ \t]*(?:#{3}|>|\*\s)", re.MULTILINE)
_BEGINNINGS = ("###", ">", "*")
_WIDE_COLON = re.compile(rf"\s*(?:- )?[a-z_]{{2,30}}\s*([{_COLONS}])")
_SHOWN = 5


def with_our_letters(text: str) -> str:
    """Return a text with Đ and đ in the place of letters of other alphabets that look like them."""
    return text.translate(_LOOK_ALIKE) if any(each in text for each in "ÐƉðɖ") else text


def any_in(text: str) -> bool:
    """Return whether a text may have any of the signs; quick, so that most files end here."""
    return any(each.search(text) for each in _ANY) or (
        any(each in text for each in _BEGINNINGS) and _BEGINS_LINE.search(text) is not None
    )


def found(
    rows: list[str], inside: Collection[int], tables: Collection[int] = ()
) -> Iterator[Problem]:
    """Report the signs of a file.

    Args:
        rows: the lines of the file.
        inside: the numbers (from 0) of the lines inside block scalars.
        tables: those of the lines where bars make a table.

    Yields:
        At each line KD058 (TCVN3 or VNI); at the first of lines that follow each other KD062 (a
        mark of another language); once for the file, at the first, KD059 (Ð), KD060 (signs that no
        font has), KD061 (invisible signs) and KD071 (letters of other scripts).
    """
    read = [
        (number, row)
        for number, row in enumerate(rows)
        if number in inside or not row.lstrip().startswith("#")
    ]
    old: set[int] = set()
    above: set[str] = set()
    before = -1
    for number, row in read:
        if told := legacy(row):
            old.add(number)
            place = Place(line=number + 1, column=told.cot + 1)
            unicode = shortened(told.unicode[told.cot :])
            yield problem("KD058", place, bang_ma=told.bang_ma, viet=unicode)
        if number not in inside and (wide := _WIDE_COLON.match(row)):
            place = Place(line=number + 1, column=wide.start(1) + 1)
            yield problem("KD065", place, ma=f"U+{ord(wide[1]):04X}", viet=shortened(row.strip()))
        names = dict(_marks(row, block=number in inside))
        if number in tables:
            names.pop(_TABLE, None)
        for name in names.keys() - (above if number == before + 1 else set()):
            yield problem("KD062", Place(line=number + 1, column=names[name]), dau=name)
        above, before = set(names), number
    rest = [(number, row) for number, row in read if number not in old]
    yield from _once("KD059", _ETH, rest)
    yield from _once("KD060", _NO_FONT, rest)
    # A key with such a sign is not known, and its own message (KD068) names the sign.
    values = [(number, row if number in inside else _without_key(row)) for number, row in rest]
    yield from _once("KD061", _HIDDEN, values)
    yield from _once("KD071", _FOREIGN, values)


def _without_key(row: str) -> str:
    """Return a line with blanks in the place of its key, so that columns stay."""
    return _KEY.sub(lambda key: " " * len(key[0]), row)


_KEY = re.compile(r"^\s*(?:- )?[^\s:\"'#{}\[\]][^:\n]{0,40}:(?=\s|$)")


def _marks(row: str, *, block: bool) -> Iterator[tuple[str, int]]:
    """Yield the name and the column of each mark of a line."""
    if block and "**" in row and _stays(row.strip()):
        yield "dấu ** không mở hoặc không khép ở rìa một chữ", row.index("**") + 1
    for pattern, name in (*_MARKS, *(_IN_BLOCK if block else ())):
        if seen := pattern.search(row):
            yield name, seen.start() + len(seen[0]) - len(seen[0].lstrip()) + 1


def _stays(line: str) -> bool:
    from generator.engine.richtext import stays  # noqa: PLC0415 - few files have such a line

    return stays(line)


def _once(code: str, pattern: re.Pattern[str], rows: list[tuple[int, str]]) -> Iterator[Problem]:
    seen = [(number, hit) for number, row in rows if (hit := pattern.search(row))]
    if not seen:
        return
    number, hit = seen[0]
    others = ", ".join(str(each + 1) for each, _ in seen[1 : _SHOWN + 1])
    more = f" (cả các dòng {others}{'…' if len(seen) > _SHOWN + 1 else ''})" if others else ""
    place = Place(line=number + 1, column=hit.start() + 1)
    yield problem(code, place, ma=f"U+{ord(hit[0]):04X}", them=more)
