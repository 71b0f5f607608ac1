"""Finds the fixed lines of a form in a file, in order, however they were retyped."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from generator.received.said import Words, slips, words_of

_ALIKE = 0.7
"""The share of words from which on a line may be a heading that somebody retyped."""

_COPY = 0.85
"""How alike a second line must be to a heading that was found to be taken for one."""

_FEW = 2
"""Words with which many lines begin."""

_UNLABELLED = 0.98
"""How alike at most a line is to a label that goes on otherwise: not surely it."""

_NEAR = 0.6
"""The share of words below which letters are not compared."""

_SLIPS, _LONG = 2, 12
"""Letters that may be mistyped in a text of at least so many letters, and it is still sure."""

_MORE = 3
"""Words that a retyped heading may have more, or fewer, and lines on which one may run on."""

_MOST = 14
"""Words from which on a heading says no more by being longer."""


class Hit(NamedTuple):
    """A fixed text found: its first line and last, where it ends in that, and how alike it is."""

    first: int
    last: int
    end: int
    ratio: float

    @property
    def sure(self) -> bool:
        """Whether it is the text itself, but for slips of the pen."""
        return self.ratio >= 1


def aligned(fixed: Sequence[str], lines: Sequence[str]) -> list[Hit | None]:
    """Find each fixed text at the beginning of a line.

    The order of both is kept; where that leaves a choice, the most is found that is long and alike.

    Args:
        fixed: the fixed texts of a form, in order.
        lines: the lines of a file.

    Returns:
        For each text where it was found, or None.
    """
    pairs = [
        (number, hit)
        for number, text in enumerate(fixed)
        for hit in _hits(words_of(text), lines, label=text.endswith(":"))
    ]
    found: list[Hit | None] = [None] * len(fixed)
    for number, hit in _best_chain(pairs, [words_of(each) for each in fixed]):
        found[number] = hit
    return found


def resembling(
    fixed: Sequence[str], lines: Sequence[str], hits: Sequence[Hit | None]
) -> dict[int, set[int]]:
    """Return the lines that resemble fixed texts found elsewhere or nowhere, with these."""
    taken = {line for hit in hits if hit for line in range(hit.first, hit.last + 1)}
    found: dict[int, set[int]] = {}
    for number, text in enumerate(fixed):
        wanted = words_of(text)
        if len(wanted.words) < 2:
            continue
        for hit in _hits(wanted, lines):
            own = hits[number]
            enough = _COPY if own is not None and own.sure else 0
            free = hit.ratio >= enough and hit.first not in taken
            if free and _ends_alike(text, lines[hit.last], hit.end):
                found.setdefault(hit.first, set()).add(number)
    return found


def _ends_alike(text: str, line: str, end: int) -> bool:
    """Return whether a line may be a heading: «Chi bộ thôn Đông» is not «Chi bộ: …».

    Of two words alone many lines begin; such a text must be all of the line.
    """
    if text.endswith(":"):
        return line[end:].lstrip().startswith(":")
    return len(words_of(text).words) > _FEW or not any(map(str.isalnum, line[end:]))


def _ends_label(behind: str) -> bool:
    """Return whether a label ends where it should: «Chức vụ Đảng, chính quyền:» is another one."""
    rest = behind.lstrip()
    return not rest or (not rest[0].isalnum() and rest[0] not in ",;(")


def _hits(wanted: Words, lines: Sequence[str], *, label: bool = False) -> Iterator[Hit]:
    if not wanted.words:
        return
    for number in range(len(lines)):
        hit = _at(wanted.words, tuple(lines[number : number + _MORE]), number)
        if hit:
            whole = not label or _ends_label(lines[hit.last][hit.end :])
            yield hit if whole else hit._replace(ratio=min(hit.ratio, _UNLABELLED))


def _at(wanted: tuple[str, ...], lines: tuple[str, ...], number: int) -> Hit | None:
    found = _matched(wanted, lines)
    if found is None:
        return None
    over, end, ratio = found
    return Hit(number, number + over, end, ratio)


@lru_cache(maxsize=65536)
def _matched(wanted: tuple[str, ...], lines: tuple[str, ...]) -> tuple[int, int, float] | None:
    """Return on which line a text ends that begins the first, where in it, and how alike it is."""
    said = words_of(lines[0])
    own = said.words
    size = len(wanted)
    if own[:size] == wanted:
        return 0, said.ends[size - 1], 1.0
    if not own:
        return None
    over = 0
    whole = [(0, end) for end in said.ends]
    if len(own) < size and _begins(wanted, own):
        # It may run on: headings are long, and people press Enter in them.
        joined = [*own]
        while len(joined) < size and over + 1 < len(lines):
            more = words_of(lines[over + 1])
            if not more.words or more.words[0] not in wanted:
                break
            over += 1
            joined += more.words
            whole += [(over, end) for end in more.ends]
        own = tuple(joined)
        if own[:size] == wanted:
            return (*whole[size - 1], 1.0)
    return _alike(wanted, own, whole)


def _begins(wanted: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Return whether a line says what a text begins with."""
    same = sum(one == other for one, other in zip(wanted, own, strict=False))
    return same >= 0.8 * len(own)


def _alike(
    wanted: tuple[str, ...], own: tuple[str, ...], ends: Sequence[tuple[int, int]]
) -> tuple[int, int, float] | None:
    size = len(wanted)
    near = own[: size + _MORE]
    if size == 1:
        one, other = wanted[0], near[0]
        same = len(one) > 3 and len(other) > 3 and slips(one, other) == 1
        return (*ends[0], 0.9) if same else None
    common = len(_bag(wanted).intersection(near))
    if common < _ALIKE * len(_bag(wanted)) * 0.8 and not _by_letters(wanted, near):
        return None
    best = (0.0, 0)
    for count in range(max(1, size - _MORE - size // 4), len(near) + 1):
        ratio = SequenceMatcher(None, wanted, near[:count], autojunk=False).ratio()
        best = max(best, (ratio, count))
    text = " ".join(wanted)
    few = size <= _MORE
    for count in {best[1], size - 1, size, size + 1}:
        if 0 < count <= len(near) and len(text) >= _LONG and (few or best[0] >= _NEAR):
            wrong = slips(text, " ".join(near[:count]))
            if wrong <= _SLIPS:
                return (*ends[count - 1], 1.0)
            if wrong <= len(text) // 8 and best[0] < 1 - wrong / len(text):
                best = (min(0.99, 1 - wrong / len(text)), count)
    ratio, count = best
    return (*ends[count - 1], min(ratio, 0.99)) if ratio >= _ALIKE else None


@lru_cache(maxsize=1024)
def _bag(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def _by_letters(wanted: tuple[str, ...], near: tuple[str, ...]) -> bool:
    """Return whether two beginnings are alike letter by letter, whatever their words."""
    if wanted[0][0] != near[0][0] and wanted[1][0] != near[1][0] if len(near) > 1 else True:
        return False
    one, other = "".join(wanted)[:24], "".join(near)[:24]
    return slips(one, other) <= _SLIPS


def _best_chain(pairs: Sequence[tuple[int, Hit]], wanted: Sequence[Words]) -> list[tuple[int, Hit]]:
    """Return the pairs that rise in both and weigh most."""
    ordered = sorted(pairs, key=lambda each: (each[1].last, -each[0]))
    score: list[float] = []
    before: list[int] = []
    for index, (number, hit) in enumerate(ordered):
        size = min(len(wanted[number].words), _MOST)
        own = hit.ratio**3 * (1 + size)
        best, link = 0.0, -1
        for other in range(index):
            earlier, one = ordered[other]
            if earlier < number and one.last < hit.first and score[other] > best:
                best, link = score[other], other
        score.append(best + own)
        before.append(link)
    chain: list[tuple[int, Hit]] = []
    at = max(range(len(score)), key=score.__getitem__, default=-1)
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return chain[::-1]
