"""Finds the headings of a form in a file, and the text below each."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from generator.opening.remembered import remembered
from generator.received.folded import rows, unaccented
from generator.received.heading_words import LINE, NUMBER, SMALL, WORD, counting, line_words
from generator.received.misspelt import misspelt
from generator.regulations.che_do import BieuMau

_COLUMN = re.compile(r"[ \u00a0\r\f\v]{5,}")
_BLANKS = re.compile(r"[ \u00a0\r\f\v]+")

_LONGEST_NUMBER = len("phan") + 3 * len("xviii")
"""Letters and figures of such a number at most."""


class Spot(NamedTuple):
    """A heading found: its index in the form, the start of its line, and the end of its words."""

    part: int
    start: int
    end: int


@lru_cache(maxsize=4)
def page(lines: tuple[str, ...]) -> str:
    """Return a text `unaccented`, line by line, with blanks collapsed and a tab between columns."""
    return "\n".join(map(_in_columns, rows(lines).unaccented))


@remembered
def _in_columns(plain: str) -> str:
    return _BLANKS.sub(" ", _COLUMN.sub("\t", plain))


@cache
def words(title: str) -> re.Pattern[str]:
    """Return a pattern for a title that ignores line breaks, punctuation and spaced letters.

    The letters i and y match each other: «kỉ luật» is «kỷ luật».
    """
    return re.compile(_words(title))


def _words(title: str) -> str:
    signs = re.findall(r"[a-z0-9]", unaccented(title))
    return "[^a-z0-9]*".join("[iy]" if sign in "iy" else sign for sign in signs)


@cache
def _heading(title: str) -> re.Pattern[str]:
    """Return a pattern for a title at the start of a line or column, after an optional number.

    It begins with the sign before them.
    """
    return re.compile(rf"[\n\t][^a-z0-9\n\t]*{NUMBER}{_words(title)}(?![a-z0-9])")


def spots(lines: tuple[str, ...], form: BieuMau) -> list[Spot]:
    """Return the headings of a form that the file has, in the order of the form."""
    return _spots(lines, tuple(part.tieu_de for part in form.phan))


@lru_cache(maxsize=16)
def _spots(lines: tuple[str, ...], titles: tuple[str, ...]) -> list[Spot]:
    text = page(lines)
    signs = _apart(text).signs
    found: list[Spot] = []
    position = 0
    for number, title in enumerate(titles):
        if _title_signs(title) not in signs:  # a foreign file has none of hundreds of headings
            continue
        after = (each for each in _places(text, title) if each[0] >= position)
        if place := next(after, None):
            found.append(Spot(number, *place))
            position = place[1]
    return _retyped(text, titles, found) if len(found) < len(titles) else found


def _places(text: str, title: str) -> list[tuple[int, int]]:
    """Return where a heading begins and ends, each time that it stands in a text."""
    known = _known(text).exact
    if title not in known:
        known[title] = list(_found(text, title))
    return known[title]


def ready(title: str) -> None:
    """Make ready what a heading is looked for with."""
    _heading(title)
    _title_signs(title)
    _wanted(title)


def _found(text: str, title: str) -> Iterator[tuple[int, int]]:
    """Yield where the pattern of a heading is found, tried only at lines that lead to its letters.

    No more than a number stands between the start of such a line and the heading.
    """
    whole, starts, before, signs = _apart(text)
    wanted, near = _title_signs(title), set[int]()
    at = signs.find(wanted)
    while at >= 0:
        line = bisect_right(before, at) - 1
        while line >= 0 and at - before[line] <= _LONGEST_NUMBER:
            near.add(starts[line])
            line -= 1
        at = signs.find(wanted, at + 1)
    end = 0
    for start in sorted(near):
        if start >= end and (found := _heading(title).match(whole, start)):
            end = found.end()
            yield max(start - 1, 0), end - 1


class _Apart(NamedTuple):
    """A text with a break before it; where its lines and columns start; its letters and figures.

    `before` is how many of these come before each line.
    """

    whole: str
    starts: list[int]
    before: list[int]
    signs: str


@lru_cache(maxsize=2)
def _apart(text: str) -> _Apart:
    whole = f"\n{text}"
    starts = [found.start() for found in _START.finditer(whole)]
    signs = [_plain_signs(each) for each in _START.split(whole)[1:]]
    before = [0, *accumulate(map(len, signs))]
    return _Apart(whole, starts, before[:-1], "".join(signs))


_START = re.compile(r"[\n\t]")


class _Known(NamedTuple):
    """What was found in a text so far, by title: the forms of all years share most of theirs."""

    exact: dict[str, list[tuple[int, int]]]
    alike: dict[str, list[tuple[float, int, int]]]


@lru_cache(maxsize=2)
def _known(_: str) -> _Known:
    return _Known({}, {})


@cache
def _title_signs(title: str) -> str:
    return _plain_signs(unaccented(title))


@remembered
def _plain_signs(plain: str) -> str:
    """Return only what `words` compares of a text: where a title is not in it, it is nowhere."""
    return plain.encode("ascii", "ignore").translate(None, _OTHER).decode().replace("y", "i")


_OTHER = bytes(each for each in range(128) if not (chr(each).isdigit() or chr(each).islower()))
_SAME = 0.85
"""Minimum word similarity of a heading that was typed from memory."""

_FEWEST, _MORE, _LONG = 5, 3, 10
"""Words of a heading: at least, to be matched by similarity; more or fewer than it has; from which
on people shorten it."""


def _retyped(text: str, titles: tuple[str, ...], exact: list[Spot]) -> list[Spot]:
    """Add headings with slightly different words, each only between its neighbours found before."""
    there = {each.part: each for each in exact}
    for number, title in enumerate(titles):
        wanted = _wanted(title)
        if number in there or len(wanted) < _FEWEST:
            continue
        start = max((spot.end for n, spot in there.items() if n < number), default=0)
        end = min((spot.start for n, spot in there.items() if n > number), default=len(text))
        alike = (
            each if each[2] <= end else _likeness(text, each[1], end, wanted)
            for each in _alike(text, title)
            if start <= each[1] < end
        )
        ratio, first, last = max(alike, default=(0.0, 0, 0))
        if ratio >= _SAME:
            there[number] = Spot(number, first, last)
        elif place := misspelt(text[start:end], _title_signs(title), _own_signs):
            there[number] = Spot(number, start + place[0], start + place[1])
        elif len(wanted) >= _LONG and (short := _shortened(text, start, end, wanted)):
            there[number] = Spot(number, *short)
    return [there[number] for number in sorted(there)]


def _shortened(text: str, start: int, end: int, wanted: tuple[str, ...]) -> tuple[int, int] | None:
    """Return the line that is a long heading with words left out, and where its words end.

    It begins as the heading does and has nothing that the heading has not.
    """
    said, ends, lines, begins = counting(text)
    for line in begins.get(wanted[0], ()):
        if not start <= line < end:
            continue
        stop = min(each for each in (text.find("\n", line + 1), len(text)) if each >= 0)
        colon = text.find(":", line, stop)
        words = said[lines[line] : bisect_right(ends, stop if colon < 0 else colon)]
        own = iter(wanted)
        if (
            len(words) >= _FEWEST
            and wanted[:_MORE] == tuple(words[:_MORE])
            and all(word in own for word in words)
        ):
            return line, ends[lines[line] + len(words) - 1]
    return None


def _own_signs(line: str) -> str:
    number = LINE.match(f"\n{line}")
    return _plain_signs(line[number.end() - 1 :]) if number else ""


@cache
def _wanted(title: str) -> tuple[str, ...]:
    return tuple(word for word in WORD.findall(unaccented(title)) if word not in SMALL)


def _alike(text: str, title: str) -> list[tuple[float, int, int]]:
    """Return the lines and columns that begin nearly as a heading, each as `_likeness` does."""
    known, wanted = _known(text).alike, _wanted(title)
    if title not in known:
        known[title] = list(_found_alike(text, wanted)) if _may_be_there(text, wanted) else []
    return known[title]


def _found_alike(text: str, wanted: tuple[str, ...]) -> Iterator[tuple[float, int, int]]:
    begins = counting(text).begins
    for line in sorted({line for word in wanted[:_MORE] for line in begins.get(word, ())}):
        found = _likeness(text, line, len(text), wanted)
        if found[0] >= _SAME:
            yield found


def _may_be_there(text: str, wanted: tuple[str, ...]) -> bool:
    """Return whether a text has words enough of a heading, wherever they stand: mostly it has not.

    They would be most alike if these words stood together and nothing else between them.
    """
    common = sum(word in _all_words(text) for word in wanted)
    return 2.0 * common / (len(wanted) + common) >= _SAME


@lru_cache(maxsize=2)
def _all_words(text: str) -> frozenset[str]:
    lines = map(line_words, text.split("\n"))
    return frozenset(word for line in lines for word, _, _ in line)


def _likeness(text: str, start: int, end: int, wanted: tuple[str, ...]) -> tuple[float, int, int]:
    """Return how similar the start of a line is to a heading, and where the two start and end."""
    said, ends, lines, _ = counting(text)
    first = lines[start]
    last = bisect_right(ends, end, first, min(first + len(wanted) + _MORE, len(ends)))
    ratio, count = _best(wanted, tuple(said[first:last]))
    return (ratio, start, ends[first + count - 1]) if count else (0.0, start, start)


@lru_cache(maxsize=4096)
def _best(wanted: tuple[str, ...], said: tuple[str, ...]) -> tuple[float, int]:
    """Return the similarity of the most similar beginning of a line, and its number of words.

    Nothing (0) below `_SAME`. No more words can be the same than there are common ones, and
    counting these is much faster than comparing: only what may still be the best is compared.
    """
    if not said or said[0] not in wanted[:_MORE]:
        return 0.0, 0
    left = Counter(wanted)
    possible: list[tuple[float, int]] = []
    common = 0
    for count, word in enumerate(said, 1):
        if left[word] > 0:
            left[word] -= 1
            common += 1
        if count >= min(len(said), max(1, len(wanted) - _MORE)):
            possible.append((2.0 * common / (len(wanted) + count), count))
    best = (0.0, 0)
    for most, count in sorted(possible, reverse=True):
        if most < _SAME or (most, count) < best:
            break
        compared = SequenceMatcher(None, wanted, said[:count], autojunk=False)
        best = max(best, (compared.ratio(), count))
    return best


def below(lines: tuple[str, ...], form: BieuMau) -> dict[int, str]:
    """Return the text below each heading found, up to the next one, by the heading's index."""
    text, found = page(lines), spots(lines, form)
    ends = [*(each.start for each in found[1:]), len(text)]
    return {each.part: text[each.end : end] for each, end in zip(found, ends, strict=False)}


def missing(lines: tuple[str, ...], form: BieuMau) -> list[str]:
    """Return the headings of a form that a file lacks, in the order of the form."""
    there = {each.part for each in spots(lines, form)}
    return [part.tieu_de for index, part in enumerate(form.phan) if index not in there]


def has_all(lines: tuple[str, ...], form: BieuMau) -> bool:
    """Return whether a file has all headings of a form; mostly one of them cannot be there."""
    text = page(lines)
    return all(_may_have(text, part.tieu_de) for part in form.phan) and not missing(lines, form)


def _may_have(text: str, title: str) -> bool:
    """Return False only for a heading that `spots` does not find wherever the others stand."""
    wanted = _wanted(title)
    typed = _title_signs(title) in _apart(text).signs
    return typed or (len(wanted) >= _FEWEST and _may_be_there(text, wanted))
