"""Says of each fixed text of a form why what stands behind it may be read wrong.

Doubt spreads: a fixed text that is missing, retyped, there twice or quoted casts doubt on the
answer before it as on that behind it, for either may have swallowed the other.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.opening.written import Line
from generator.received.said import words_of
from generator.returned.added_headings import added_headings
from generator.returned.aligning import Hit, resembling
from generator.returned.outline import Anchor

_QUOTE = re.compile(r"[“\"«]([^”\"»]{8,})[”\"»]")
_LONG = 6
"""Words from which on a heading is not said by chance."""

_NAMING = ("muc", "phan", "de muc", "diem")
"""Words before a heading that is referred to."""

_HEADING = 4
"""Words that a heading of another form has at least to be known by them."""

_SHOWN = 8

Doubt = tuple[int, str]
"""A fixed text, and why what stands behind it is in doubt."""


@dataclass(frozen=True)
class Found:
    """The fixed texts of a form as they were found in the lines of a file.

    `inside` are lines that began inside a paragraph; `hints` the words of lines that the empty form
    prints, `others` those of the headings of other forms.
    """

    anchors: tuple[Anchor, ...]
    hits: tuple[Hit | None, ...]
    lines: tuple[Line, ...]
    inside: frozenset[int]
    hints: frozenset[tuple[str, ...]] = frozenset()
    others: frozenset[tuple[str, ...]] = frozenset()

    @cached_property
    def bounding(self) -> tuple[int, ...]:
        """The fixed texts that bound what is read."""
        return bounding(self.anchors)

    @property
    def asking(self) -> tuple[int, int]:
        """The first fixed text that something is read behind, and the last."""
        asking = [number for number, each in enumerate(self.anchors) if each.is_read]
        return (asking[0], asking[-1]) if asking else (0, 0)

    @cached_property
    def owners(self) -> tuple[int | None, ...]:
        """For each line the fixed text behind which it stands."""
        firsts = {hit.first: number for number, hit in enumerate(self.hits) if hit}
        found: list[int | None] = []
        for line in range(len(self.lines)):
            found.append(firsts.get(line, found[-1] if found else None))
        return tuple(found)

    def behind(self, number: int) -> list[str]:
        """Return the texts behind a fixed text that was found, up to the next one."""
        hit = self.hits[number]
        if hit is None:
            return []
        return [
            each.text[hit.end :] if line == hit.last else each.text
            for line, each in enumerate(self.lines)
            if line >= hit.last and self.owners[line] == number
        ]


def bounding(anchors: Sequence[Anchor]) -> tuple[int, ...]:
    """Return the fixed texts that something is read behind, and those between, and one beyond.

    Also what only divides the form counts: where it is gone, somebody rewrote what is around. The
    head of a form is not divided.
    """
    asking = [number for number, each in enumerate(anchors) if each.is_read]
    if not asking:
        return ()
    body = next((each for each in asking if not _is_of_head(anchors[each])), asking[0])
    every = range(asking[0], min(asking[-1] + 2, len(anchors)))
    return tuple(
        each
        for each in every
        if anchors[each].is_read or (each > body and not anchors[each].may_go)
    )


def _is_of_head(anchor: Anchor) -> bool:
    return all(slot.kieu in {"ngay", "dong", "ten", ""} for slot in anchor.slots)


def doubts(found: Found) -> list[list[str]]:
    """Return for each fixed text why what stands behind it may be wrong."""
    told: list[dict[str, None]] = [{} for _ in found.anchors]
    for number, why in (
        *_headings(found),
        *_between(found),
        *_beside_choices(found),
        *_alike(found),
        *_quoted(found),
        *_of_others(found),
        *_added(found),
    ):
        asking = range(number, len(found.anchors))
        behind = next((each for each in asking if found.anchors[each].is_read), None)
        if behind is not None:
            told[behind][why] = None
    return [[*each] for each in told]


def _both(found: Found, number: int, why: str) -> Iterator[Doubt]:
    """Doubt what stands behind a fixed text, and what stands before it."""
    yield number, why
    earlier = range(number - 1, -1, -1)
    before = (each for each in earlier if found.hits[each] and found.anchors[each].is_read)
    yield from ((each, why) for each in (next(before, None),) if each is not None)


def _headings(found: Found) -> Iterator[Doubt]:
    """Doubt around what was not found, or not as the form has it."""
    often = Counter(each.words.words for each in found.anchors)
    for number in found.bounding:
        hit, anchor = found.hits[number], found.anchors[number]
        title = _shown(anchor)
        if hit is None:
            why = f"không thấy đề mục «{title}»"
            yield from _both(found, number, why)
            if often[anchor.words.words] > 1:
                yield from ((each, why) for each in _around(found, number, often))
        elif not hit.sure:
            yield from _both(found, number, f"đề mục «{title}» bị gõ khác")
        elif hit.first in found.inside:
            yield from _both(found, number, f"đề mục «{title}» nằm giữa đoạn")


def _around(found: Found, number: int, often: Counter[tuple[str, ...]]) -> Iterator[int]:
    """Yield the fixed texts around one that stands several times, up to those that stand once.

    Any of its like may have been taken for it.
    """

    def is_once(at: int) -> bool:
        return bool(found.hits[at]) and often[found.anchors[at].words.words] == 1

    for at in range(number - 1, -1, -1):
        yield at
        if is_once(at):
            break
    for at in range(number + 1, len(found.anchors)):
        if is_once(at):
            break
        yield at


def _between(found: Found) -> Iterator[Doubt]:
    """Doubt where somebody wrote although the form asks nothing there."""
    for number in range(*found.asking):
        anchor = found.anchors[number]
        if anchor.is_read:
            continue
        behind = found.behind(number)
        if anchor.slots:
            # A name, which is known without being read, stands there too.
            behind = [each for each in behind if any(map(str.isalnum, each))][1:]
        words = [words_of(text).words for text in behind]
        if any(each and each not in found.hints for each in words):
            yield number, f"có chữ viết sau «{_shown(anchor)}»"


def _beside_choices(found: Found) -> Iterator[Doubt]:
    """Doubt where somebody went on writing below the boxes: it may belong to the answer above."""
    for number in found.bounding:
        anchor = found.anchors[number]
        if [slot.kieu for slot in anchor.slots] != ["muc"]:
            continue
        names = [words_of(each).words for each in anchor.slots[0].chon]
        behind = (words_of(each).words for each in found.behind(number))
        if any(words and not _names_one(words, names) for words in behind):
            yield from _both(found, number, "có chữ viết sau các ô đánh dấu")


def _names_one(words: tuple[str, ...], names: Sequence[tuple[str, ...]]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {' '.join(name)} " in text for name in names)


def _of_others(found: Found) -> Iterator[Doubt]:
    """Doubt answers in which a heading of another form stands: an old text was pasted there."""
    for line, each in enumerate(found.lines):
        owner = found.owners[line]
        words = words_of(each.text).words
        if owner is not None and any(
            words[:size] in found.others for size in range(_HEADING, len(words) + 1)
        ):
            yield from _both(found, owner, "có đề mục của mẫu khác")


def _added(found: Found) -> Iterator[Doubt]:
    """Doubt answers into which a part flows that the form does not have."""
    first, last = found.asking
    for owner, words in added_headings(found.anchors, found.lines, found.owners):
        if first <= owner <= last:
            yield owner, f"có thêm đề mục «{_short(words)}», mẫu không có"


def _alike(found: Found) -> Iterator[Doubt]:
    """Doubt where another line may be the heading."""
    fixed = [each.text for each in found.anchors]
    texts = [each.text for each in found.lines]
    for line, alike in resembling(fixed, texts, found.hits).items():
        titles = [each for each in sorted(alike) if each in found.bounding]
        if not titles or words_of(texts[line]).words in found.hints:
            continue
        why = f"có dòng giống đề mục «{_shown(found.anchors[titles[0]])}»"
        owner = found.owners[line]
        yield from ((each, why) for each in (owner,) if each is not None)
        for each in titles:
            yield from _both(found, each, why)


def _quoted(found: Found) -> Iterator[Doubt]:
    """Doubt answers in which a heading is quoted: which of the two is the heading?"""
    wanted = [
        (found.anchors[number], " ".join(found.anchors[number].words.words))
        for number in found.bounding
        if len(found.anchors[number].words.words) > 1
    ]
    starts = {hit.first: hit.end for hit in found.hits if hit}
    for line, each in enumerate(found.lines):
        owner = found.owners[line]
        if owner is None:
            continue
        text = f" {' '.join(words_of(each.text[starts.get(line, 0) :]).words)} "
        quotes = [" ".join(words_of(one).words) for one in _QUOTE.findall(each.text)]
        for anchor, heading in wanted:
            said = f" {heading} "
            long = len(anchor.words.words) >= _LONG and said in text
            named = any(f" {word}{said}" in text for word in _NAMING)
            if long or named or any(heading in one for one in quotes):
                yield owner, f"câu trả lời nhắc đề mục «{_shown(anchor)}»"


def _shown(anchor: Anchor) -> str:
    return _short(anchor.text)


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= _SHOWN else " ".join(words[:_SHOWN]) + "…"
