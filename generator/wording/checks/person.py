"""Checks the people of a letter: one name with two spellings, dates of a life out of order."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from generator.problems import DataPath, Place, Problem, problem
from generator.wording.compare import fold
from generator.wording.dates import short_date
from generator.wording.read_days import DAY, day_of

if TYPE_CHECKING:
    import datetime as dt

_CALLED = re.compile(r"\b(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à):? (?:là )?")
_WORD = re.compile(r"([^\W\d_]+)(?: |(?=\W|$))")
_LISTED = re.compile(r"^[\s*]*(?:\d{1,3}[.)]|[-+|])")
_FEWEST, _TWO = 2, 2
"""Words of a name; spellings that differ."""

Named = tuple[str, DataPath, str]
"""A name, where it is, its line."""

_BORN, _JOINED, _FULL = "ngày sinh", "ngày kết nạp", "ngày chính thức"
_LIFE = tuple(
    (step, re.compile(before + rf"[^\d;.|]{{0,25}}{DAY}", re.IGNORECASE))
    for step, before in (
        (_BORN, r"\bsinh (?:ngày|năm)\b"),
        (_JOINED, r"\b(?:kết nạp|vào đảng)\b"),
        (_FULL, r"\bchính thức\b"),
    )
)
_DAY = re.compile(DAY)
_HEADS = tuple(
    (step, re.compile(head, re.IGNORECASE))
    for step, head in (
        (_BORN, r"\bngày(?:, tháng, năm)? sinh\b"),
        (_JOINED, r"\b(?:kết nạp|vào đảng)\b(?!.*chính thức)"),
        (_FULL, r"\bchính thức\b"),
    )
)
_STEPS = (_BORN, _JOINED, _FULL)
_NEAR = 4
"""Lines in which the dates of one person stand."""


def check_names(texts: Iterable[tuple[DataPath, str]]) -> Iterator[Problem]:
    """Check that a person is not spelt in two ways that differ in marks only.

    Args:
        texts: the texts of a letter, each with its data path.

    Yields:
        KD198 at a spelling that stands once, where another stands elsewhere. Two that a line names
        together are two people, and so are the items of a list.
    """
    said = [
        (name, (*path, n, at), line)
        for path, text in texts
        for n, line in enumerate(text.split("\n"))
        for at, name in _names(line.replace("*", ""))
    ]
    people: dict[str, list[Named]] = {}
    for each in said:
        people.setdefault(_bare(each[0]), []).append(each)
    for found in people.values():
        yield from _spellings(found)


def _spellings(found: Sequence[Named]) -> Iterator[Problem]:
    """Yield the spellings that stand once, of names that are the same without marks."""
    counts = Counter(fold(name) for name, _, _ in found)
    if len(counts) < _TWO or any(_names_two(line, counts) for _, _, line in found):
        return
    # The one that stands most often, of equals the first, is taken as right.
    usual = max(counts, key=lambda each: counts[each])
    shown = next(name for name, _, _ in found if fold(name) == usual)
    for name, path, line in found:
        if counts[fold(name)] == 1 and fold(name) != usual and not _LISTED.match(line):
            yield problem("KD198", Place(path=path), viet=name, kia=shown)


def _names_two(line: str, names: Iterable[str]) -> bool:
    return sum(name in fold(line) for name in names) >= _TWO


def _names(line: str) -> Iterator[tuple[int, str]]:
    """Yield the names of people of a line: words with a capital behind «đồng chí», «ông», «bà»."""
    for called in _CALLED.finditer(line):
        words, at = [], called.end()
        while (found := _WORD.match(line, at)) and found[1][0].isupper():
            words.append(found[1])
            at = found.end()
        if len(words) >= _FEWEST:
            yield called.end(), " ".join(words)


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(each for each in plain if not unicodedata.combining(each)).casefold()


def check_named(summary: str, texts: Sequence[str]) -> Iterator[Problem]:
    """Check that a person whom the summary names is one whom the letter speaks of: KD194.

    Only where the letter names somebody: «đồng chí» alone may be the one of the summary.
    """
    whole = fold("\n".join(texts))
    if not any(name for text in texts for _, name in _names(text.replace("*", ""))):
        return
    for _, name in _names(summary):
        if fold(name) not in whole:
            yield problem("KD194", Place(path=("trich_yeu",)), viet=name)


def odd_life(heads: Sequence[str], row: Sequence[str]) -> tuple[int, dict[str, str]] | None:
    """Return the column of a row whose day is earlier in a life than its place, and what to tell.

    Args:
        heads: the head of each column.
        row: the cells of a person.
    """
    columns = {
        step: n
        for n, head in enumerate(heads)
        for step, pattern in _HEADS
        if pattern.search(head) and n < len(row)
    }
    days = {step: day_of(found) for step, n in columns.items() if (found := _DAY.search(row[n]))}
    for later, sooner in ((_FULL, _JOINED), (_FULL, _BORN), (_JOINED, _BORN)):
        late, soon = days.get(later), days.get(sooner)
        if late and soon and late < soon:
            values = {"sau": later, "truoc": sooner, "ngay": short_date(late)}
            return columns[later], {**values, "kia": short_date(soon)}
    return None


def check_lives(text: str, path: DataPath) -> Iterator[Problem]:
    """Check that a person is born, joins the Party and becomes a full member in that order.

    Args:
        text: the text as typed.
        path: where it is in the data.

    Yields:
        KD199 at the later of two days that is named earlier in a life.
    """
    found = sorted(
        (n, each.start("ngay"), step, day)
        for n, line in enumerate(text.split("\n"))
        for step, pattern in _LIFE
        for each in pattern.finditer(line)
        if (day := day_of(each))
    )
    life: dict[str, tuple[int, dt.date]] = {}
    for n, at, step, day in found:
        if step in life or any(n - before > _NEAR for before, _ in life.values()):
            life = {}
        for earlier in _STEPS[: _STEPS.index(step)]:
            if earlier in life and day < life[earlier][1]:
                values = {"sau": step, "truoc": earlier, "ngay": short_date(day)}
                place = Place(path=(*path, n, at))
                yield problem("KD199", place, **values, kia=short_date(life[earlier][1]))
                break
        life[step] = (n, day)
