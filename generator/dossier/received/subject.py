"""Whom a received file says to be about."""

import re

_LABEL = re.compile(
    r"(?:họ và tên|họ tên|họ, tên|ho va ten|ho ten)(?: khai sinh| người kê khai| đảng viên)?"
    r"(?:\s*\([^)]*\))?\s*:\s*(?:đồng chí\s+)?(?P<ten>[^:;,(\t.…_]*)",
    re.IGNORECASE,
)
_NEXT_FIELD = re.compile(
    r"\s{3,}|\s+(?:ngày sinh|sinh ngày|năm sinh|nam/nữ|giới tính)\b", re.IGNORECASE
)
_LOOKED_AT = 60
_WORDS = re.compile(r"^[^\W\d_]+(?:[ '-][^\W\d_]+)*$")


def named_person(lines: tuple[str, ...]) -> str | None:
    """Return the name behind «Họ và tên:» at the beginning of a form.

    Returns:
        The name as written; empty when the label stands there without one, None without a label.
    """
    for index, line in enumerate(lines[:_LOOKED_AT]):
        found = _LABEL.search(line)
        if found is None:
            continue
        name = _NEXT_FIELD.split(found["ten"])[0].strip()
        if not name and index + 1 < len(lines):
            # In a table the name may stand in the next cell.
            after = lines[index + 1].strip()
            name = after if is_name(after) else ""
        return " ".join(name.split())
    return None


def is_name(line: str) -> bool:
    """Say whether a line is a person's name: two to seven words, each with a capital."""
    text = " ".join(line.split()).strip(" .")
    words = text.split()
    if not 2 <= len(words) <= 7 or not _WORDS.match(text):
        return False
    return all(word[0].isupper() for word in words) and not text.isupper()
