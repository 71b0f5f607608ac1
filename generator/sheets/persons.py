"""Names of people and of units in lists: what is one, and how it is written in the data."""

import re
from functools import lru_cache

from generator.sheets.words import begins, phrases
from generator.wording.compare import fold

_WORDS = range(2, 8)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_TITLE = re.compile(r"(?:(?:ông|bà|anh|chị)\s*[:.]|(?:ths|ts|bs|ks|cn|pgs)\s*\.)\s*", re.IGNORECASE)
_LEAD = re.compile(
    r"\s*(?:đồng chí|đ\s*/\s*c|đ\.\s*c|đc)(?:\s*[:.]\s*|\s+)(?=[^\W\d_])", re.IGNORECASE
)
_SIR = re.compile(r"(?:ông|bà)\s", re.IGNORECASE)
_MIDDLE = frozenset({fold("thị"), fold("văn")})
_AROUND = " \t\n.,;:*'\"-–—+•"
_LETTERS = re.compile(r"[^\W\d_]+(?:['’‘`.-][^\W\d_]*)*")
_SIGN = re.compile(r"[^\w\s\u0300-\u036f/]+")
_ENUMERATED = re.compile(
    r"^(?:(?:[IVXL]{1,6}|\d{1,3}|[A-ZĐ])\s*(?:[.)/:]|[-–—](?=\s))|[IVXL]{1,5}(?=\s)|[-–—+*•])\s*"
)
_COUNTED = re.compile(
    r"\s*[:;,(\[–—-]*\s*(?:có|gồm|tổng số|tổng)?\s*:?\s*\d+\s*"
    r"(?:đảng viên|đ/c|đồng chí|đv|người|cá nhân)\b.*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:tên\s+)?(?:đơn vị|cơ quan)\s*:\s*", re.IGNORECASE)
_PARTY_LABEL = re.compile(r"(chi bộ|đảng bộ|tổ đảng)\s*:\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;/&+]|\s[-–—]\s|\s(?:và|với)\s", re.IGNORECASE)
_BEHIND = re.compile(r"\s*[,;]\s*|\s+[-–—]\s+|[^\S\n]*\n\s*")
_ROMAN = re.compile(r"[IVXLC]{1,6}|[A-ZĐ]")


@lru_cache(maxsize=8192)
def is_name(text: str) -> bool:
    """Return whether a text may be the name of a person, as one is written: «Tạ Xuân Hải»."""
    found = person(text)[0].split()
    if len(found) not in _WORDS or not all(
        each[0].isupper() and _LETTERS.fullmatch(each) for each in found
    ):
        return False
    return not begins(plain(text), "don_vi_dang", "don_vi_khac", "muc", "tap_the", "cong", "cuoi")


@lru_cache(maxsize=8192)
def person(text: str) -> tuple[str, str]:
    """Return a name as the data has it, and what stood in brackets behind it.

    «Đ/c» before it, a running number, a sign behind it are left out; a rank or degree before it is
    returned as what stood in brackets is; a name in capitals is written in small letters.
    """
    line = " ".join(text.split())
    aside = "; ".join(each.strip() for each in _BRACKETS.findall(line) if each.strip("* \t"))
    name = _BRACKETS.sub(" ", line).strip(_AROUND)
    name = re.sub(r"^\d{1,4}\s*[.)/-]\s*(?=[^\W\d_])", "", name)
    name = " ".join(_without_title(without_lead(name)).strip(_AROUND).split())
    name, rank = _without_rank(name)
    return in_small(name), "; ".join(filter(None, (rank, aside)))


def without_lead(name: str) -> str:
    """Return a name without «Đồng chí», «Đ/c.» before it; «Đồng Chí Thanh» keeps his own."""
    found = _LEAD.match(name)
    rest = name[found.end() :] if found else ""
    return rest if " " in rest.strip() else name


def _without_rank(name: str) -> tuple[str, str]:
    """Return a name without the rank or degree before it, and that: «Thượng úy», «Bác sĩ»."""
    words = name.split()
    for count in (3, 2, 1):
        rest = words[count:]
        if len(rest) in _WORDS and fold(" ".join(words[:count])) in phrases("cap_bac"):
            return " ".join(rest), " ".join(words[:count])
    return name, ""


def in_small(name: str) -> str:
    """Return a name in capitals as names are written; any other unchanged.

    >>> in_small("TẠ XUÂN HẢI")
    'Tạ Xuân Hải'
    """
    if " " in name and name.upper() == name:
        return re.sub(r"[^\W\d_]+", _small, name)
    return name


def without_note(text: str) -> tuple[str, str]:
    """Return a name without what is typed behind it, and that: «Lê Văn An, Bí thư».

    Behind a comma or a dash anything but a name is a note; in a new line only words that no name
    has, as a long name goes on there too.

    >>> without_note("Lê Văn An - Phó Bí thư")
    ('Lê Văn An', 'Phó Bí thư')
    """
    found = _BEHIND.search(text.strip())
    if found is None:
        return text, ""
    name, note = text.strip()[: found.start()].strip(), text.strip()[found.end() :].strip()
    goes_on = "\n" in found[0] and not any(each[0].islower() for each in note.split())
    if not note or goes_on or not is_name(name) or is_name(note):
        return text, ""
    return name, " ".join(note.split())


def names_in(text: str) -> list[str]:
    """Return the names of several people that one cell names; none for a cell of one person.

    A line break alone may be one within a name: then the second line must begin as names do.
    """
    parts = [each.strip() for each in _BETWEEN.split(_BRACKETS.sub(" ", text)) if each.strip()]
    if len(parts) > 1 and sum(map(is_name, parts)) > 1:
        return [person(each)[0] for each in parts if is_name(each)]
    lines = [each.strip() for each in text.split("\n") if each.strip()]
    whole = len(lines) > 1 and all(map(is_name, lines))
    if whole and all(fold(person(each)[0].split()[0]) in phrases("ho_nguoi") for each in lines):
        return [person(each)[0] for each in lines]
    return []


def _without_title(name: str) -> str:
    """Return a name without «Ông», «ThS.» before it; «Ông Ích Khiêm» keeps his family name."""
    if found := _TITLE.match(name):
        return name[found.end() :]
    rest = name.split()[1:]
    if len(rest) > 2 and _SIR.match(name) and fold(rest[0]) not in _MIDDLE:
        return " ".join(rest)
    return name


def _small(word: re.Match[str]) -> str:
    return word[0][0] + word[0][1:].lower()


def plain(text: str) -> str:
    """Return a text folded and without signs and numbering, to compare how it begins."""
    return " ".join(_SIGN.sub(" ", fold(_ENUMERATED.sub("", text.strip(), count=1))).split())


def is_party_unit(text: str) -> bool:
    """Return whether a text names a unit of the Party: «I. Chi bộ thôn Đông»."""
    return begins(plain(_LABEL.sub("", text)), "don_vi_dang")


def is_unit(text: str) -> bool:
    """Return whether a text names a unit of any kind, or says that it does: «Đơn vị: …»."""
    bare = _ENUMERATED.sub("", text.strip(), count=1)
    if _LABEL.match(bare):
        return bool(_LABEL.sub("", bare).strip(" ._…"))
    said = plain(text)
    return begins(said, "don_vi_dang", "don_vi_khac") and not begins(said, "muc")


def is_body(text: str) -> bool:
    """Return whether a text names a unit or a collective, and so nobody: «Tổ đảng số 1»."""
    return is_unit(text) or begins(plain(text), "tap_the")


def unit_name(text: str) -> str:
    """Return the name of a unit without its number and the count of its members."""
    line = _ENUMERATED.sub("", " ".join(text.split()), count=1)
    line = _PARTY_LABEL.sub(r"\1 ", _LABEL.sub("", line, count=1), count=1)
    return _COUNTED.sub("", line).replace("()", "").strip(" .:;,-–—(*")


def is_enumerated(text: str) -> bool:
    """Return whether a text alone numbers a part of a list: «I», «A», «II.»."""
    return bool(_ROMAN.fullmatch(text.strip(" .):")))
