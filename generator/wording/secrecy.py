"""Recognises that a text bears a mark of secrecy: «MẬT», «TỐI MẬT», «TUYỆT MẬT».

Luật Bảo vệ bí mật nhà nước 2025, Điều 8: the three levels. The words also stand in ordinary
sentences («bí mật», «danh mục bí mật nhà nước độ Mật»), so only a mark that stands alone, in
brackets or behind a dash counts.
"""

import re

from generator.opening.remembered import remembered

_LEVEL = "(?:tuyệt mật|tối mật|mật)"
_BRACKETED = re.compile(rf"[(\[{{]\s*(?:độ mật\s*:?\s*|độ\s+)?({_LEVEL})\s*[)\]}}]", re.IGNORECASE)
_TICKED = re.compile(rf"☒\s*({_LEVEL})\b", re.IGNORECASE)
_NAMED = re.compile(rf"^\W*độ mật\W+({_LEVEL})\W*$", re.IGNORECASE)
_BESIDE = re.compile(rf"(?:^|[-–—:;.])\s*({_LEVEL.upper()})\s*(?=[-–—:;.]|$)")
_WITHIN = re.compile(r"(?<!\w)((?:TUYỆT |TỐI )?MẬT)(?!\w)")
_BEFORE = re.compile(r"(?:\b(?:bí|bảo|độ|trao|cơ|tin|thân|tối|tuyệt)\s+|,\s*)$", re.IGNORECASE)
_ALONE = {"MẬT": "MẬT", "TỐIMẬT": "TỐI MẬT", "TUYỆTMẬT": "TUYỆT MẬT"}
_NOT_LETTERS = re.compile(r"[\W_]+")
_COLUMNS = re.compile(r"\t+|[ \u00a0]{3,}")
_NONE = {"không", "khong", "không mật", "thường", "không có", "bình thường"}


def is_none(level: str) -> bool:
    """Return whether a level that somebody entered says that there is none."""
    return " ".join(level.casefold().split()).strip(" .") in _NONE


def alone(line: str) -> str:
    """Return the level that is all that a line says («MẬT», «[Tối mật]»), in capitals."""
    bare = _NOT_LETTERS.sub("", line)
    return _ALONE.get(bare.upper(), "") if bare[:1].isupper() else ""


@remembered
def marked(line: str) -> str:
    """Return the level that a line of a paper is marked with, in capitals; empty if with none."""
    if "ậ" not in line and "Ậ" not in line:
        return ""
    for part in (line, *_COLUMNS.split(line)):
        if (level := alone(part)) and "☐" not in part:
            return level
        found = _NAMED.match(part)
        if found:
            return found[1].upper()
    found = _BRACKETED.search(line) or _TICKED.search(line) or _BESIDE.search(line)
    return found[1].upper() if found else ""


def marked_subject(subject: str) -> str:
    """Return the level that a subject («trích yếu») or a file name is marked with.

    There a level in capitals counts wherever it stands, unless it is part of a longer term.
    """
    if level := marked(subject):
        return level
    if subject.isupper() or "MẬT" not in subject:
        return ""
    found = _WITHIN.search(subject)
    return found[1] if found and not _BEFORE.search(subject[: found.start()]) else ""
