"""Identifies which document a received file is, by numbers and names in its path and its text."""

import fnmatch
import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from generator.opening.content import FileContent
from generator.received.expected import Candidate, Match
from generator.received.folded import bears, letters, name_words, rows, unaccented
from generator.received.subject import named_person
from generator.wording.compare import same

THRESHOLD = 75
"""A match below this certainty is a guess: it is shown but never accepted."""

_DOTTED = re.compile(r"(?<![\d.,/])(\d{1,2}(?:\.\d{1,2}){1,2})(?![\d/])")
_LEADING = re.compile(r"\s*(?:muc )?[(\[]?(\d{1,2}(?:\.\d{1,2}){0,2})(?![\d/])")
_HEAD, _TITLE = 14, 3
"""Lines in which a title may begin, and the maximum lines of a title."""

_ABOUT_SUGGESTION = re.compile(r"^ (?:v v|ve viec) (?=goi y |danh gia xep loai |xep loai )")
"""The subject of a letter of suggestions is its title; other letters only mention a title."""

_OTHER_KINDS = (" giay moi ", " ke hoach ", " to trinh ", " chuong trinh ", " quyet dinh ")
"""Papers that mention the papers they request; the lines below such a title are no titles."""


class _File(NamedTuple):
    """The properties of a file, computed once for all candidates.

    `tep_cua` are the documents whose file name, as this program gives it, the file has.
    """

    ten: str
    so_muc: frozenset[str]
    chu_ten: str
    loi: tuple[str, ...]
    dau: tuple[str, ...]
    ho_ten: str | None
    nguoi_khac: frozenset[str]
    tep_cua: frozenset[tuple[tuple[int, int], ...]]


def identify(seen: FileContent, name: str, candidates: Sequence[Candidate]) -> Match | None:
    """Return the document that a file most likely is.

    Args:
        seen: the content of the file.
        name: its path relative to the unit's folder.
        candidates: the documents it may be.

    Returns:
        The best match with its certainty; None when there is no evidence for any.
    """
    words = f"{name_words(name)}/{letters(name)}"
    said = letters(name.rpartition("/")[2].rpartition(".")[0])
    own = _own_words(said)
    named = frozenset(each.keys for each in candidates if _is_named(said, own, each.tep))
    file = _File(
        unaccented(name),
        # The number in a name of our own may be that of an earlier numbering.
        frozenset() if named else _numbers(name),
        words,
        seen.lines,
        _heads(seen.lines),
        named_person(seen.lines),
        frozenset(each.ten for each in candidates if each.ten and letters(each.ten) in words),
        named,
    )
    titled = {each for each in {one.titles for one in candidates} if _begins(file.dau, each)}
    kinds = {(one.muc, one.titles, one.pattern) for one in candidates}
    signs = {kind: _signs(file, kind, titled) for kind in kinds}
    scored = [
        match
        for one in candidates
        if any(sign := _own(file, one, signs[one.muc, one.titles, one.pattern]))
        and (match := _score(file, one, sign, titled))
    ]
    if not scored:
        return None
    scored.sort(key=lambda each: -each.chac_chan)
    best, *others = scored
    rivals = [each for each in others if each.chac_chan > best.chac_chan - CLEAR]
    if not rivals:
        return replace(best, chac_chan=min(best.chac_chan, _SUREST))
    # Several candidates fit about equally well, so the match stays in doubt.
    names = " hoặc ".join(_called(each.candidate) for each in (best, *rivals)[:3])
    return Match(best.candidate, min(best.chac_chan, _DOUBT), f"có thể là {names}")


CLEAR = 10
"""A guess must be this much surer than the next, or both are in doubt."""

_DOUBT, _SUREST = 60, 99


class _Signs(NamedTuple):
    """The evidence for a kind of document, independent of the person it is about."""

    so_muc: bool
    ten_tep: bool
    ten_trong_tep: bool
    ten_trong_loi: bool


def _signs(
    file: _File,
    kind: tuple[tuple[str, ...], tuple[str, ...], str],
    titled: AbstractSet[tuple[str, ...]],
) -> _Signs:
    numbers, titles, pattern = kind
    return _Signs(
        _has_number(file.so_muc, numbers),
        bool(pattern) and fnmatch.fnmatch(file.ten, unaccented(pattern)),
        any(letters(title) in file.chu_ten for title in titles),
        titles in titled,
    )


def _own(file: _File, candidate: Candidate, signs: _Signs) -> _Signs:
    """Take a name that this program gives the document for a prescribed one."""
    return signs._replace(ten_tep=True) if candidate.keys in file.tep_cua else signs


_MARKS_OF_COPIES = frozenset(
    {"da", "ky", "so", "dong", "dau", "ban", "scan", "scanned", "signed", "copy", "sao", "quet"}
)


def _is_named(said: str, own: tuple[str, ...], names: Iterable[str]) -> bool:
    """Return whether a file has one of the names, but for numbers and marks of copies and scans.

    Args:
        said: the words of its name, in the form of `letters`.
        own: those of them that count.
        names: the names.
    """
    for name in names:
        if _own_words(_unnumbered(name)) != own:
            continue
        before, found, after = said.partition(_unnumbered(name))
        rest = f"{before} {after}".split()
        if found and not _own_words(" ".join(rest)):
            return True
    return False


@lru_cache(maxsize=1024)
def _own_words(said: str) -> tuple[str, ...]:
    """Return the words of a name but for numbers and marks of copies."""
    words = said.split()
    return tuple(one for one in words if not one.isdecimal() and one not in _MARKS_OF_COPIES)


@lru_cache(maxsize=1024)
def _unnumbered(name: str) -> str:
    return letters(re.sub(r"^[\d.]+\s*-", "", name))


_BASE, _NUMBER, _TITLE_NAMED, _TITLE_SAID = 45, 25, 15, 30
_PERSON_NAMED, _PERSON_SAID, _OF_UNIT = 15, 15, 15
"""What each piece of evidence adds to a certainty.

They follow from what must suffice (75) and what must not, for a paper about a person: the number of
the item with the person's name in the file name does (85); so does the title in the text with the
name in text or file name (90), and a title in the file name with the name in both (90). Number or
title alone, or with nobody's name, never do, which the limits below see to. A paper of the unit
needs no name. On the corpus of the tests (`tests/received/test_weights.py`) any one of them may be
10 more or less without a file being recognised otherwise, and so may the threshold; 15 less for
number or name loses 43 of 151 files, and a threshold of 60 takes 7 papers for others.
"""


def _score(
    file: _File, candidate: Candidate, signs: _Signs, titled: AbstractSet[tuple[str, ...]]
) -> Match | None:
    """Score the evidence that a file is this candidate; the text counts more than the file name.

    `titled` is the sets of titles with which the text begins. None if nothing points to the
    candidate, or if the text is about another person and the file name does not name the candidate.
    """
    numbered, patterned, titled_name, titled_text = signs
    named = file.nguoi_khac
    person_name = candidate.ten in named
    person_text = _person(file, candidate.ten)
    if person_text is False and not person_name:
        return None
    sure = _BASE + _NUMBER * (numbered or patterned)
    sure += _TITLE_NAMED * titled_name + _TITLE_SAID * titled_text
    persons = _PERSON_NAMED * person_name + _PERSON_SAID * (person_text is True)
    sure += persons if candidate.ten else _OF_UNIT
    if candidate.ten and not (person_name or person_text):
        sure = min(sure, _DOUBT)
    if titled and not titled_text:  # it has the title of another document
        sure = min(sure, _DOUBT)
    others = any(letters(each) != letters(candidate.ten) for each in named)
    if candidate.ten and others:  # the file name contains another person's name
        sure = min(sure, _DOUBT)
    if person_text is False:  # the text states another person's name
        sure = min(sure, _DOUBT - 10)
    ways = _ways(numbered, patterned, titled_name, titled_text, person_name, person_text is True)
    return Match(candidate, sure, ways)


def _ways(*found: bool) -> str:
    words = (
        "số mục trong tên tệp",
        "tên tệp theo mẫu",
        "tên văn bản trong tên tệp",
        "tên văn bản trong nội dung",
        "họ tên trong tên tệp",
        "họ tên trong nội dung",
    )
    return ", ".join(word for word, true in zip(words, found, strict=True) if true)


def _numbers(name: str) -> frozenset[str]:
    """Return the item numbers in a path, without dates and parts of longer numbers.

    A number without a point counts only at the start of a name: «(1)» at the end marks a copy.
    """
    leading = (_LEADING.match(unaccented(part)) for part in name.split("/"))
    return frozenset(_DOTTED.findall(name)) | {each[1] for each in leading if each}


def _has_number(found: AbstractSet[str], numbers: Iterable[str]) -> bool:
    """Return whether a path has one of the numbers; «3.6» and «1.2» together are item 3.6/1.2."""
    for number in numbers:
        outer, _, inner = number.partition("/")
        if outer in found and (not inner or inner in found):
            return True
    return False


def is_titled(seen: FileContent, titles: Iterable[str]) -> bool:
    """Return whether one of the first lines begins with a title, not only mentions it."""
    return _begins(_heads(seen.lines), titles)


@lru_cache(maxsize=4)
def _heads(given: tuple[str, ...]) -> tuple[str, ...]:
    plain = rows(given).letters[: _HEAD + _TITLE]
    other = (i for i, line in enumerate(plain) if line.startswith(_OTHER_KINDS))
    end = next((i for i in other if _is_other(given[i], plain[i : i + 4])), len(plain))
    lines = [line.strip() for line in plain[:end]]
    return tuple(
        _ABOUT_SUGGESTION.sub(" ", f" {' '.join(lines[start : start + _TITLE])} ")
        for start in range(min(_HEAD, len(lines)))
    )


def _is_other(line: str, plain: Sequence[str]) -> bool:
    """Return whether a line titles another kind of paper; a decision on ratings is none."""
    decides = plain[0] == " quyet dinh " and "xep loai" in "".join(plain[1:])
    return line.isupper() and not decides


def _begins(heads: Iterable[str], titles: Iterable[str]) -> bool:
    wanted = tuple(letters(title) for title in titles)
    return any(head.startswith(wanted) for head in heads)


def _person(file: _File, person: str) -> bool | None:
    """Return whether the text names the person as its subject; None when it names no subject."""
    if not person:
        return None
    if file.ho_ten:
        return same(file.ho_ten, person)
    return True if bears(file.loi, person) else None


def _called(candidate: Candidate) -> str:
    about = f" của {candidate.ten}" if candidate.ten else ""
    return f"«{candidate.titles[0]}»{about} (mục {candidate.muc[0]})"
