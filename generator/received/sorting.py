"""Says whose a received file is: of which unit, which paper, about whom, how sure, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from generator.opening.content import REASONS, FileContent, Refusal, why_unread
from generator.received.expected import Candidate, Match
from generator.received.folded import bears, letters
from generator.received.identify import CLEAR, THRESHOLD, identify

_CERTAIN = 90
"""From here on text and name of a file agree, or the text says both what it is and about whom."""

_HEAD = 80
"""Lines in which the name of the unit counts; further down many papers name other units."""


class Certainty(StrEnum):
    """How sure it is what a file is, in the words of the clerk."""

    CHAC_CHAN = "Chắc chắn"
    GAN_CHAC = "Gần chắc"
    CHUA_CHAC = "Chưa chắc"


@dataclass(frozen=True, slots=True)
class Home:
    """A unit that a file may be of.

    `thu_muc` is its folder, `ten` its name, `names` all names of it and its committee, `tren` the
    body above it, `choices` the papers it must hand in, `births` the days of birth («05/12/1980»)
    of each of its people.
    """

    thu_muc: str
    ten: str
    names: tuple[str, ...]
    choices: tuple[Candidate, ...]
    tren: str = ""
    births: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sorting:
    """Whose a file is.

    `thu_muc` is the unit (empty: unknown), `la` the paper and `ai` the person or body it is about;
    `vi_sao` says how that is known, or what speaks against it.
    """

    thu_muc: str
    la: str
    ai: str
    chac: Certainty
    vi_sao: str

    @property
    def is_sorted(self) -> bool:
        """Whether the file goes to the unit without being asked about."""
        return bool(self.thu_muc) and self.chac is not Certainty.CHUA_CHAC


class _Guess(NamedTuple):
    home: Home
    match: Match


def certainty(chac_chan: int) -> Certainty:
    """Return a certainty in per cent (`Match`) in words."""
    if chac_chan < THRESHOLD:
        return Certainty.CHUA_CHAC
    return Certainty.CHAC_CHAN if chac_chan >= _CERTAIN else Certainty.GAN_CHAC


def sorting(seen: FileContent, name: str, homes: Sequence[Home]) -> Sorting:
    """Say whose a file is.

    A paper goes to a unit only if one fits: the only one that has such a person, or of several the
    one that the file names, or in which the day of birth agrees. A paper that is about nobody must
    name its unit. Whatever contradicts itself waits for a clerk.

    Args:
        seen: the content of the file.
        name: its name.
        homes: the units of the campaign.
    """
    if seen.refusal == Refusal.MAT:
        return Sorting("", "", "", Certainty.CHUA_CHAC, REASONS[Refusal.MAT])
    named = _named(seen, name, homes)
    found = (_Guess(home, match) for home in homes if (match := identify(seen, name, home.choices)))
    guesses = sorted(found, key=lambda each: -each.match.chac_chan)
    if not guesses:
        why = why_unread(seen) or "không nhận ra là văn bản nào"
        only = named[0].thu_muc if len(named) == 1 else ""
        return Sorting(only, "", "", Certainty.CHUA_CHAC, why)
    best = guesses[0].match.chac_chan
    rivals = [each for each in guesses if each.match.chac_chan > best - CLEAR]
    chosen, how = _chosen(seen, rivals, named)
    if chosen is None:
        units = " hoặc ".join(each.home.ten for each in rivals[:3])
        return replace(_doubtful(rivals[0], f"có thể của {units}"), thu_muc="")
    match = chosen.match
    if match.chac_chan < THRESHOLD:
        return _doubtful(chosen, "; ".join(filter(None, (why_unread(seen), match.cach))))
    if named and not any(each == chosen.home or _is_above(each, chosen.home) for each in named):
        return _doubtful(chosen, f"tệp nêu tên {named[0].ten}, không nêu {chosen.home.ten}")
    if not match.candidate.ten and not how and len(homes) > 1:
        return _doubtful(chosen, "tệp không nêu tên đơn vị nào")
    sure = bool(how) or len(homes) == 1
    said = certainty(match.chac_chan) if sure else Certainty.GAN_CHAC
    why = "; ".join(filter(None, (match.cach, how or "chỉ đơn vị này có người ấy")))
    return _said(chosen, said, why)


def _chosen(
    seen: FileContent, rivals: Sequence[_Guess], named: Sequence[Home]
) -> tuple[_Guess | None, str]:
    """Return the only guess that fits, and what told it from the others."""
    by_name = [each for each in rivals if each.home in named]
    if len(by_name) == 1:
        return by_name[0], "có tên đơn vị"
    by_birth = [each for each in rivals if _is_born(seen, each)]
    if len(by_birth) == 1:
        return by_birth[0], "ngày sinh khớp"
    return (rivals[0], "") if len(rivals) == 1 else (None, "")


def _is_born(seen: FileContent, guess: _Guess) -> bool:
    wanted = [day for who, day in guess.home.births if who == guess.match.candidate.ten]
    whole = [day for day in wanted if day.count("/") == _PARTS - 1]
    return any(_bears_day(line, day) for day in whole for line in seen.lines[:_HEAD])


def _bears_day(line: str, day: str) -> bool:
    """Return whether a line holds a day: «05/12/1980», «5.12.1980», «ngày 05 tháng 12 năm 1980»."""
    wanted = [part.lstrip("0") for part in day.split("/")]
    said = [word.lstrip("0") for word in letters(line).split() if word not in _OF_DAYS]
    return any(said[at : at + len(wanted)] == wanted for at in range(len(said)))


_PARTS = 3
"""Day, month and year: a year alone tells nobody from another."""

_OF_DAYS = frozenset({"ngay", "thang", "nam"})


def _named(seen: FileContent, name: str, homes: Iterable[Home]) -> list[Home]:
    """Return the units that the name of a file bears; if none, those that its text names."""
    homes = list(homes)
    by_name = _widest([each for each in homes if _in_name(name, each)])
    head = seen.lines[:_HEAD]
    return by_name or _widest(
        [each for each in homes if any(bears(head, one, place=True) for one in each.names)]
    )


def _in_name(name: str, home: Home) -> bool:
    words = letters(name)
    return any(letters(each) in words for each in home.names)


def _widest(homes: list[Home]) -> list[Home]:
    """Leave out what is named only as a part of another name, or as the body above another one."""
    return [
        each
        for each in homes
        if not any(_is_part(each, other) or _is_above(each, other) for other in homes)
    ]


def _is_part(one: Home, other: Home) -> bool:
    short, long = letters(one.ten), letters(other.ten)
    return short != long and short in long


def _is_above(one: Home, other: Home) -> bool:
    return one != other and letters(one.ten) == letters(other.tren)


def _said(guess: _Guess, chac: Certainty, why: str) -> Sorting:
    one = guess.match.candidate
    return Sorting(guess.home.thu_muc, one.titles[0], one.ten, chac, why)


def _doubtful(guess: _Guess, why: str) -> Sorting:
    return _said(guess, Certainty.CHUA_CHAC, why)
