"""Which document a received file is: by item number and name in its path, or by what it says."""

import fnmatch
import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from generator.opening.content import FileContent
from generator.received.expected import Candidate, Match
from generator.received.folded import bears, letters, name_words, rows, unaccented
from generator.received.subject import named_person
from generator.wording.compare import same

THRESHOLD = 75
"""Below this a match is a guess: it is shown, never trusted."""

_DOTTED = re.compile(r"(?<![\d.,/])(\d{1,2}(?:\.\d{1,2}){1,2})(?![\d/])")
_LEADING = re.compile(r"\s*(?:muc )?[(\[]?(\d{1,2}(?:\.\d{1,2}){0,2})(?![\d/])")
_HEAD, _TITLE = 14, 3
"""Lines in which a title begins, and over which it may run."""

_ABOUT_SUGGESTION = re.compile(r"^ (?:v v|ve viec) (?=goi y |danh gia xep loai |xep loai )")
"""A letter of suggestions is titled by what it is about; any other letter is only about a title."""

_OTHER_KINDS = (" giay moi ", " ke hoach ", " to trinh ", " chuong trinh ", " quyet dinh ")
"""Papers that speak of those they ask for; what stands below such a title is no title."""


class _File(NamedTuple):
    """What is looked at of a file, worked out once for all candidates."""

    ten: str
    so_muc: frozenset[str]
    chu_ten: str
    loi: tuple[str, ...]
    dau: tuple[str, ...]
    ho_ten: str | None
    nguoi_khac: frozenset[str]


def identify(seen: FileContent, name: str, candidates: Sequence[Candidate]) -> Match | None:
    """Find the document a file most likely is.

    Args:
        seen: what it says.
        name: its path below the unit's folder.
        candidates: the documents it may be.

    Returns:
        The best match with its certainty; None when nothing speaks for any.
    """
    words = f"{name_words(name)}/{letters(name)}"
    file = _File(
        unaccented(name), _numbers(name), words, seen.lines, _heads(seen),
        named_person(seen.lines),
        frozenset(each.ten for each in candidates if each.ten and letters(each.ten) in words),
    )  # fmt: skip
    titled = {each for each in {one.titles for one in candidates} if _begins(file.dau, each)}
    kinds = {(one.muc, one.titles, one.pattern) for one in candidates}
    signs = {kind: found for kind in kinds if any(found := _signs(file, kind, titled))}
    scored = [
        match
        for one in candidates
        if (sign := signs.get((one.muc, one.titles, one.pattern)))
        and (match := _score(file, one, sign, titled))
    ]
    if not scored:
        return None
    scored.sort(key=lambda each: -each.chac_chan)
    best, *others = scored
    rivals = [each for each in others if each.chac_chan > best.chac_chan - _CLEAR]
    if not rivals:
        return replace(best, chac_chan=min(best.chac_chan, _SUREST))
    # Two that fit as well: nobody can say which.
    names = " hoặc ".join(_called(each.candidate) for each in (best, *rivals)[:3])
    return Match(best.candidate, min(best.chac_chan, _DOUBT), f"có thể là {names}")


_CLEAR, _DOUBT, _SUREST = 10, 60, 99


class _Signs(NamedTuple):
    """What speaks for a document whoever it is about."""

    so_muc: bool
    ten_tep: bool
    ten_trong_tep: bool
    ten_trong_loi: bool


def _signs(
    file: _File, kind: tuple[tuple[str, ...], tuple[str, ...], str],
    titled: AbstractSet[tuple[str, ...]],
) -> _Signs:  # fmt: skip
    numbers, titles, pattern = kind
    return _Signs(
        _has_number(file.so_muc, numbers),
        bool(pattern) and fnmatch.fnmatch(file.ten, unaccented(pattern)),
        any(letters(title) in file.chu_ten for title in titles),
        titles in titled,
    )


def _score(
    file: _File, candidate: Candidate, signs: _Signs, titled: AbstractSet[tuple[str, ...]]
) -> Match | None:
    """Weigh what speaks for a candidate; what the file says counts more than how it is called."""
    numbered, patterned, titled_name, titled_text = signs
    named = file.nguoi_khac
    person_name = candidate.ten in named
    person_text = _person(file, candidate.ten)
    if person_text is False and not person_name:
        return None
    sure = 45 + 25 * (numbered or patterned) + 15 * titled_name + 30 * titled_text
    sure += 15 * person_name + 15 * (person_text is True) if candidate.ten else 15
    if candidate.ten and not (person_name or person_text):
        sure = min(sure, _DOUBT)
    if titled and not titled_text:  # it bears the title of something else
        sure = min(sure, _DOUBT)
    others = any(letters(each) != letters(candidate.ten) for each in named)
    if candidate.ten and others:  # it is called after somebody else, not only by accents
        sure = min(sure, _DOUBT)
    if person_text is False:  # it says to be about somebody else
        sure = min(sure, _DOUBT - 10)
    ways = _ways(numbered, patterned, titled_name, titled_text, person_name, person_text is True)
    return Match(candidate, sure, ways)


def _ways(*found: bool) -> str:
    words = ("số mục trong tên tệp", "tên tệp theo mẫu", "tên văn bản trong tên tệp",
             "tên văn bản trong nội dung", "họ tên trong tên tệp",
             "họ tên trong nội dung")  # fmt: skip
    return ", ".join(word for word, true in zip(words, found, strict=True) if true)


def _numbers(name: str) -> frozenset[str]:
    """Return the item numbers in a path; those of a date, or part of a longer one, are none.

    A number without a point counts only where a name begins, for «(1)» behind it is a copy.
    """
    leading = (_LEADING.match(unaccented(part)) for part in name.split("/"))
    return frozenset(_DOTTED.findall(name)) | {each[1] for each in leading if each}


def _has_number(found: AbstractSet[str], numbers: Iterable[str]) -> bool:
    """«3.6» with «1.2» somewhere, in the name or in folders, is item 3.6/1.2."""
    for number in numbers:
        outer, _, inner = number.partition("/")
        if outer in found and (not inner or inner in found):
            return True
    return False


def is_titled(seen: FileContent, titles: Iterable[str]) -> bool:
    """Whether a title begins on one of the first lines; inside a sentence it is only mentioned."""
    return _begins(_heads(seen), titles)


def _heads(seen: FileContent) -> tuple[str, ...]:
    plain = rows(seen.lines).letters[: _HEAD + _TITLE]
    other = (i for i, line in enumerate(plain) if line.startswith(_OTHER_KINDS))
    end = next((i for i in other if _is_other(seen.lines[i], plain[i : i + 4])), len(plain))
    lines = [line.strip() for line in plain[:end]]
    return tuple(
        _ABOUT_SUGGESTION.sub(" ", f" {' '.join(lines[start : start + _TITLE])} ")
        for start in range(min(_HEAD, len(lines)))
    )


def _is_other(line: str, plain: Sequence[str]) -> bool:
    """A decision about ratings is what is asked for, under its own kind."""
    decides = plain[0] == " quyet dinh " and "xep loai" in "".join(plain[1:])
    return line.isupper() and not decides


def _begins(heads: Iterable[str], titles: Iterable[str]) -> bool:
    wanted = tuple(letters(title) for title in titles)
    return any(head.startswith(wanted) for head in heads)


def _person(file: _File, person: str) -> bool | None:
    """Whether the file says to be about the person; None when it does not say about whom."""
    if not person:
        return None
    if file.ho_ten:
        return same(file.ho_ten, person)
    return True if bears(file.loi, person) else None


def _called(candidate: Candidate) -> str:
    about = f" của {candidate.ten}" if candidate.ten else ""
    return f"«{candidate.titles[0]}»{about} (mục {candidate.muc[0]})"
