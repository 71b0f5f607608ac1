"""Whom a deadline means: «Các chi bộ trực thuộc», «Cấp cơ sở, trừ Chi bộ Công an»."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from generator.model.base import Model
from generator.model.fields import Chu
from generator.model.unit import DonVi
from generator.regulations import data_files
from generator.wording.compare import fold, same

FILE = Path(data_files.__file__).with_name("doi-tuong.yaml")

ALL = "*"


def _any_of(*words: str) -> str:
    """Return a pattern for any of some words, in the form of `fold`."""
    return rf"(?<!\w)(?:{'|'.join(re.escape(fold(word)) for word in words)})(?!\w)"


_CLAUSES = re.compile("[,;.:]|" + _any_of("và", "hoặc", "gồm", "cùng"))
_EXCEPT = re.compile(_any_of("trừ", "không gồm", "không kể"))
_BELOW = re.compile(_any_of("trực thuộc", "thuộc", "của", "trong") + ".*")
_FILLERS = frozenset(map(fold, ("các", "những", "toàn", "thể", "mọi", "từng", "ở", "cả")))


class _Group(Model):
    """Phrases that mean units of some kinds; «*» means every kind."""

    cum: tuple[Chu, ...]
    loai: tuple[Chu, ...]


@cache
def phrases() -> Mapping[tuple[str, ...], frozenset[str]]:
    """Return the kinds of units by the folded words of each phrase, the longest first."""
    groups = [_Group.model_validate(each) for each in data_files.tree_of(FILE).values()]
    found = {
        tuple(fold(phrase).split()): frozenset(group.loai)
        for group in groups
        for phrase in group.cum
    }
    return dict(sorted(found.items(), key=lambda row: -len(row[0])))


def binds(text: str | None, unit: DonVi, own: str) -> bool:
    """Return whether a deadline applies to a unit.

    Args:
        text: `ap_dung` as typed; None means everybody.
        unit: the unit.
        own: the name of the campaign's own body, to which nothing is «trực thuộc».
    """
    if text is None:
        return True
    meant, *excepted = _EXCEPT.split(fold(text))
    if any(_clause_means(clause, unit, own) for each in excepted for clause in _clauses(each)):
        return False
    return any(_clause_means(clause, unit, own) for clause in _clauses(meant))


def is_understood(text: str, units: Mapping[str, str]) -> bool:
    """Return whether every word before «trừ» begins with a known phrase or names a unit.

    Args:
        text: `ap_dung` as typed.
        units: names of the campaign's units by code.
    """
    known = {fold(each) for each in (*units, *units.values())}
    clauses = list(_clauses(_EXCEPT.split(fold(text))[0]))
    return any(clause in known or _phrase(_words(clause)) for clause in clauses)


def _clauses(text: str) -> Iterator[str]:
    return (clause.strip() for clause in _CLAUSES.split(text) if clause.strip())


def _words(clause: str) -> list[str]:
    words = _BELOW.sub("", clause).split()
    while words and words[0] in _FILLERS:
        words.pop(0)
    return words


def _phrase(words: list[str]) -> tuple[str, ...] | None:
    return next((each for each in phrases() if tuple(words[: len(each)]) == each), None)


def _clause_means(clause: str, unit: DonVi, own: str) -> bool:
    named = (unit.ten, unit.ma, unit.cap_uy or unit.ten)
    if any(same(clause, name) for name in named):
        return True
    words = _words(clause)
    phrase = _phrase(words)
    if phrase is None:
        return False
    kinds = phrases()[phrase]
    rest = [word for word in words[len(phrase) :] if word not in _FILLERS]
    if not set(rest) <= set(fold(unit.ten).split()):
        return False
    below = _BELOW.search(clause) is not None
    if below and any(same(own, name) for name in named):
        return False
    return ALL in kinds or unit.loai in kinds
