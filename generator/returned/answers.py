"""Reads the answers between the fixed lines of a form, and says of each why it may be wrong.

A value without a reason is one that can stand in the data unseen, so doubt spreads: a fixed line
that is missing, retyped or there twice casts doubt on what stands before it and behind it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.opening.written import DRAWN, STRUCK, Line, Run
from generator.problems import DataPath
from generator.returned.aligning import Hit, aligned, resembling
from generator.returned.choosing import chosen
from generator.returned.outline import Anchor, Outline, Slot
from generator.returned.said import words_of
from generator.returned.values import (
    Read,
    as_answered,
    as_count,
    as_day,
    as_line,
    as_points,
    as_text,
)

_DRAWN = frozenset({DRAWN, STRUCK})
"""What is said of a line that `choosing` looks at itself: it is how some people choose."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands at one place of a form, and why it may be wrong.

    `value` is empty for nothing; `noi` is the paragraph it is in, `nhan` the text that asks for it.
    """

    slot: Slot
    value: str
    why: tuple[str, ...] = ()
    noi: int = 0
    nhan: str = ""

    @property
    def path(self) -> DataPath:
        """The path below the subject."""
        return self.slot.path


class Region(NamedTuple):
    """The lines behind a fixed text, from `start` in the first, and how the text was found."""

    anchor: Anchor
    hit: Hit | None
    lines: tuple[Line, ...]
    start: int


def answers(outline: Outline, lines: Sequence[Line]) -> list[Answer]:
    """Return what a file says at each place of a form, in the order of the form."""
    said = [each for each in lines if words_of(each.text).words not in outline.hints]
    cut, apart = _split([each for each in said if each.text.strip()], outline)
    texts = [each.text for each in cut]
    fixed = [each.text for each in outline.anchors]
    hits = aligned(fixed, texts)
    regions = _regions(outline.anchors, hits, cut)
    doubts = _doubts(outline.anchors, hits, cut, apart)
    found = [
        answer
        for number, region in enumerate(regions)
        for answer in _of_region(_without_hint(region, outline.hints), doubts[number])
    ]
    return _checked(found)


def _regions(
    anchors: Sequence[Anchor], hits: Sequence[Hit | None], lines: Sequence[Line]
) -> list[Region]:
    """Return what stands behind each fixed text up to the next one that was found."""
    ends = [len(lines)] * len(anchors)
    end = len(lines)
    for number in range(len(anchors) - 1, -1, -1):
        ends[number] = end
        hit = hits[number]
        if hit:
            end = hit.first
    return [
        Region(anchor, hit, tuple(lines[hit.last : last]), hit.end)
        if hit
        else Region(anchor, None, (), 0)
        for anchor, hit, last in zip(anchors, hits, ends, strict=True)
    ]


def _doubts(
    anchors: Sequence[Anchor], hits: Sequence[Hit | None], lines: Sequence[Line], apart: set[int]
) -> list[list[str]]:
    """Return for each fixed text why what stands behind it may be wrong."""
    doubts: list[list[str]] = [[] for _ in anchors]
    often = Counter(each.words.words for each in anchors)
    bearing = _bounding(anchors)

    def tell(number: int | None, why: str) -> None:
        """Doubt what stands behind a fixed text; where nothing does, behind the next that asks."""
        while number is not None and not _read(anchors[number]):
            number = number + 1 if number + 1 < len(anchors) else None
        if number is not None and why not in doubts[number]:
            doubts[number].append(why)

    def tell_before(number: int, why: str) -> None:
        earlier = (
            each for each in range(number - 1, -1, -1) if hits[each] and _read(anchors[each])
        )
        tell(next(earlier, None), why)

    for at in bearing:
        number, hit, title = at, hits[at], _shown(anchors[at].text)
        if hit is None:
            why = f"không thấy đề mục «{title}»"
            tell(number, why)
            tell_before(number, why)
            if often[anchors[number].words.words] > 1:
                for each in _around(number, anchors, hits, often):
                    tell(each, why)
        elif not hit.sure:
            why = f"đề mục «{title}» bị gõ khác"
            tell(number, why)
            tell_before(number, why)
        elif hit.first in apart or (hit.last in apart and hit.last == hit.first):
            why = f"đề mục «{title}» nằm giữa đoạn"
            tell(number, why)
            tell_before(number, why)
    owner = _owners(hits, len(lines))
    for at in bearing[:-1]:
        if not anchors[at].slots and _is_written_behind(hits[at], lines, owner, at):
            tell(at, f"có chữ viết sau «{_shown(anchors[at].text)}»")
    fixed = [each.text for each in anchors]
    for line, alike in resembling(fixed, [each.text for each in lines], hits).items():
        titles = [each for each in alike if each in bearing]
        if titles:
            why = f"có dòng giống đề mục «{_shown(anchors[titles[0]].text)}»"
            tell(owner[line], why)
            for each in titles:
                tell(each, why)
                tell_before(each, why)
    for whose, why in _quoted(anchors, bearing, owner, lines, hits):
        tell(whose, why)
    return doubts


def _bounding(anchors: Sequence[Anchor]) -> list[int]:
    """Return the fixed texts between the first answer that is read and the last, and one beyond.

    Also what only divides the form counts: where a heading is gone, somebody rewrote what is around.
    """
    asking = [number for number, each in enumerate(anchors) if _read(each)]
    if not asking:
        return []
    return [
        number
        for number in range(asking[0], min(asking[-1] + 2, len(anchors)))
        if _read(anchors[number]) or not anchors[number].may_go
    ]


def _read(anchor: Anchor) -> bool:
    return any(slot.is_read for slot in anchor.slots)


def _around(
    number: int,
    anchors: Sequence[Anchor],
    hits: Sequence[Hit | None],
    often: Counter[tuple[str, ...]],
) -> Iterator[int]:
    """Yield the fixed texts around one that stands several times, up to those that stand once."""
    for step in (-1, 1):
        at = number + step
        while 0 <= at < len(anchors):
            if hits[at] and often[anchors[at].words.words] == 1:
                if step < 0:
                    yield at
                break
            yield at
            at += step


def _is_written_behind(
    hit: Hit | None, lines: Sequence[Line], owner: Sequence[int | None], number: int
) -> bool:
    """Return whether somebody wrote where the form asks nothing."""
    if hit is None:
        return False
    behind = (
        each.text[hit.end :] if line == hit.last else each.text
        for line, each in enumerate(lines)
        if line >= hit.last and owner[line] == number
    )
    return any(map(_says, behind))


def _owners(hits: Sequence[Hit | None], count: int) -> list[int | None]:
    """Return for each line the fixed text behind which it stands."""
    firsts = {hit.first: number for number, hit in enumerate(hits) if hit}
    found: list[int | None] = []
    now = None
    for line in range(count):
        now = firsts.get(line, now)
        found.append(now)
    return found


_QUOTE = re.compile(r"[“\"«]([^”\"»]{8,})[”\"»]")
_QUOTED_LONG = 6
_NAMING = ("muc", "phan", "de muc", "diem")
"""Words before a heading that is referred to."""


def _quoted(
    anchors: Sequence[Anchor],
    bearing: Sequence[int],
    owner: Sequence[int | None],
    lines: Sequence[Line],
    hits: Sequence[Hit | None],
) -> Iterator[tuple[int | None, str]]:
    """Yield the answers in which a heading is quoted: which of the two is the heading?"""
    wanted = [
        (number, f" {' '.join(anchors[number].words.words)} ")
        for number in bearing
        if len(anchors[number].words.words) > 1
    ]
    starts = {hit.first: hit for hit in hits if hit}
    for line, each in enumerate(lines):
        words = words_of(each.text[starts[line].end :] if line in starts else each.text).words
        text = f" {' '.join(words)} "
        quotes = [" ".join(words_of(one).words) for one in _QUOTE.findall(each.text)]
        for number, heading in wanted:
            bare = heading.strip()
            long = len(anchors[number].words.words) >= _QUOTED_LONG and heading in text
            named = any(f" {word}{heading}" in text for word in _NAMING)
            if long or named or any(bare in one for one in quotes):
                yield owner[line], f"câu trả lời nhắc đề mục «{_shown(anchors[number].text)}»"


def _shown(text: str) -> str:
    words = text.split()
    return text if len(words) <= 8 else " ".join(words[:8]) + "…"


_BREAK = re.compile(r"\t+|[ \u00a0]{3,}|(?<=[.;:!?…])\s+|(?<=\S)\s+(?=\d\.\s)")


def _split(lines: Sequence[Line], outline: Outline) -> tuple[list[Line], set[int]]:
    """Cut lines where a second fixed text begins; with those that were cut inside a paragraph.

    «Họ và tên: …    Ngày sinh: …» stands on one line in some forms; «… còn chậm. 2. Nguyên nhân:»
    is a heading that ran into the answer above.
    """
    bounding = (outline.anchors[number].words.words for number in _bounding(outline.anchors))
    wanted = {words[:2]: words for words in bounding if len(words) > 1}
    found: list[Line] = []
    apart: set[int] = set()
    for line in lines:
        at = 0
        text = line.text
        for each in _BREAK.finditer(text):
            said = words_of(text[each.end() :]).words
            heading = wanted.get(said[:2])
            begins = heading is not None and said[: len(heading)] == heading
            if begins and _is_more(text[at : each.start()]):
                found.append(part(line, at, each.start()))
                at = each.end()
                if "\t" not in each[0] and len(each[0]) < 3:
                    apart.add(len(found))
        found.append(part(line, at, len(text)) if at else line)
    return found, apart


_ONLY_NUMBER = re.compile(r"[\W_]*(?:[ivxIVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|\w)?[\W_]*")


def _is_more(text: str) -> bool:
    """Return whether a text is more than the number before a heading."""
    return not _ONLY_NUMBER.fullmatch(text)


def part(line: Line, begin: int, end: int) -> Line:
    """Return a part of a line, drawn as it was."""
    runs: list[Run] = []
    at = 0
    for run in line.runs:
        text = run.text[max(begin - at, 0) : max(end - at, 0)]
        at += len(run.text)
        if text:
            runs.append(replace(run, text=text))
    ringed = tuple(each - begin for each in line.ringed if begin <= each <= end)
    return replace(line, runs=tuple(runs), ringed=ringed, bullet="" if begin else line.bullet)


def _of_region(region: Region, doubts: Sequence[str]) -> Iterator[Answer]:
    slots = region.anchor.slots
    if not slots:
        return
    if region.hit is None:
        for slot in slots:
            yield Answer(slot, "", tuple(doubts), nhan=region.anchor.text)
        return
    for slot, lines, start, why in _shared(slots, region):
        read = _value(slot, lines, start)
        typed = dict.fromkeys(why for line in lines for why in line.doubts)
        if slot.kieu == "muc":
            typed = {each: None for each in typed if each not in _DRAWN}
        reasons = tuple(dict.fromkeys(filter(None, (*doubts, *typed, why, read.why))))
        yield Answer(slot, read.value, reasons, _place(lines, start), region.anchor.text)


def _without_hint(region: Region, hints: frozenset[tuple[str, ...]]) -> Region:
    """Leave a hint out that an answer was written behind; of several each answers its own."""
    found = [
        (number, end)
        for number, line in enumerate(region.lines)
        if (number or not region.start) and (end := _end_of_hint(line.text, hints))
    ]
    if len(found) != 1:
        return region
    number, end = found[0]
    line = region.lines[number]
    own = part(as_answered(line, end), end, len(line.text))
    lines = (*region.lines[:number], _unlabelled(own), *region.lines[number + 1 :])
    return region._replace(lines=lines)


def _unlabelled(line: Line) -> Line:
    text = line.text
    begin = len(text) - len(text.lstrip(" :.-–\u00a0"))
    return part(line, begin, len(text))


def _end_of_hint(text: str, hints: frozenset[tuple[str, ...]]) -> int:
    said = words_of(text)
    for size in range(len(said.words) - 1, 1, -1):
        if said.words[:size] in hints:
            return said.ends[size - 1]
    return 0


def _place(lines: Sequence[Line], start: int) -> int:
    """Return the paragraph in which an answer begins."""
    for number, line in enumerate(lines):
        if any(map(str.isalnum, line.text[0 if number else start :])):
            return line.noi
    return lines[0].noi if lines else 0


def _shared(
    slots: Sequence[Slot], region: Region
) -> Iterator[tuple[Slot, tuple[Line, ...], int, str]]:
    """Yield each place with its lines: one has them all, several share them line by line."""
    lines, start = region.lines, region.start
    if len(slots) == 1:
        lines, why = _before(slots[0].sau, lines, start)
        yield slots[0], lines, start, why
        return
    rest = part(lines[0], start, len(lines[0].text)) if lines else None
    own = [
        line
        for line in ([rest] if rest and _says(rest.text) else []) + list(lines[1:])
        if _says(line.text)
    ]
    if slots[0].sau:
        yield from _inline(slots, own)
        return
    fits = len(own) == len(slots)
    for number, slot in enumerate(slots):
        mine = (own[number],) if fits else ()
        why = "" if fits or not own else "không rõ dòng nào là của mục này"
        yield slot, mine, 0, why


def _inline(
    slots: Sequence[Slot], lines: Sequence[Line]
) -> Iterator[tuple[Slot, tuple[Line, ...], int, str]]:
    """Yield places that follow each other on one line, each up to the fixed text behind it."""
    line = lines[0] if lines else None
    at = 0
    for slot in slots:
        if line is None:
            yield slot, (), 0, ""
            continue
        spot = _spot(slot.sau, line.text, at) if slot.sau else len(line.text)
        if spot is None:
            yield slot, (), 0, "câu mẫu bị gõ khác"
            line = None
            continue
        yield slot, (part(line, at, spot),), 0, ""
        at = spot + len(slot.sau)


def _before(behind: str, lines: tuple[Line, ...], start: int) -> tuple[tuple[Line, ...], str]:
    """Leave out the fixed text behind a place, where it has words."""
    if not lines or not words_of(behind).words or behind.strip().startswith("/"):
        return lines, ""
    spot = _spot(behind, lines[0].text, start)
    if spot is None:
        return lines, ""
    return (part(lines[0], 0, spot), *lines[1:]), ""


def _spot(behind: str, text: str, start: int) -> int | None:
    """Return where the first words of a fixed text stand in a line."""
    wanted = words_of(behind).words[:4]
    said = words_of(text)
    for at in range(len(said.words)):
        if said.starts[at] >= start and said.words[at : at + len(wanted)] == wanted:
            return said.starts[at]
    return None


def _says(text: str) -> bool:
    return any(map(str.isalnum, text))


def _value(slot: Slot, lines: Sequence[Line], start: int) -> Read:
    if not lines:
        return Read("")
    match slot.kieu:
        case "muc":
            choice = chosen(lines, slot.chon, start)
            return Read(choice.name, choice.why)
        case "diem":
            return as_points(_text(lines, start), slot.most)
        case "so":
            return as_count(_text(lines, start))
        case "ngay":
            return as_day(_text(lines, start), partly=slot.path[-1] == "ngay_sinh")
        case "chu":
            return as_text(lines, start)
    return as_line(lines, start)


def _text(lines: Sequence[Line], start: int) -> str:
    return "\n".join(line.text[0 if number else start :] for number, line in enumerate(lines))


def _checked(found: Sequence[Answer]) -> list[Answer]:
    """Doubt points that do not add up."""
    from decimal import Decimal  # noqa: PLC0415

    by_path = {each.path: each for each in found}
    ways = [("cham_diem", key) for key in ("chung", "nhiem_vu", "tong")]
    values = [by_path[each].value.replace(",", ".") for each in ways if each in by_path]
    if len(values) == len(ways) and all(values):
        one, other, whole = map(Decimal, values)
        if one + other != whole:
            why = "tổng điểm không bằng các điểm cộng lại"
            return [
                replace(each, why=(*each.why, why)) if each.path in ways else each for each in found
            ]
    return list(found)
