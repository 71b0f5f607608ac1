"""Reads the answers between the fixed texts of a form, and says of each why it may be wrong.

A value without a reason is one that may stand in the data unseen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.opening.written import DRAWN, STRUCK, Line
from generator.problems import DataPath
from generator.received.choosing import chosen
from generator.received.said import words_of
from generator.returned.aligning import Hit, aligned
from generator.returned.cutting import cut, part
from generator.returned.doubting import Found, bounding, doubts
from generator.returned.hints import without_hints
from generator.returned.outline import Anchor, Outline, Slot
from generator.returned.values import (
    Read,
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


def answers(
    outline: Outline, lines: Sequence[Line], others: frozenset[tuple[str, ...]] = frozenset()
) -> list[Answer]:
    """Return what a file says at each place of a form, in the order of the form.

    Args:
        outline: what is fixed in the form.
        lines: the lines of the file.
        others: the words of the headings that only other forms have.
    """
    headings = [outline.anchors[each].words.words for each in bounding(outline.anchors)]
    rows, inside = cut([each for each in lines if each.text.strip()], headings)
    hits = aligned([each.text for each in outline.anchors], [each.text for each in rows])
    told = doubts(Found(outline.anchors, tuple(hits), tuple(rows), inside, outline.hints, others))
    return [
        answer
        for region, why in zip(_regions(outline.anchors, hits, rows), told, strict=True)
        for answer in _of_region(region, why, outline.hints)
    ]


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


def _of_region(
    region: Region, doubts: Sequence[str], hints: frozenset[tuple[str, ...]]
) -> Iterator[Answer]:
    slots = region.anchor.slots
    if not slots:
        return
    if region.hit is None:
        for slot in slots:
            yield Answer(slot, "", tuple(doubts), nhan=region.anchor.text)
        return
    lines, hinted = without_hints(region.lines, region.start, hints)
    beside = _beside(region)
    for slot, own, start, why in _shared(slots, region._replace(lines=lines)):
        read = _value(slot, own, start)
        typed = dict.fromkeys(each for line in own for each in line.doubts)
        if slot.kieu == "muc":
            typed = {each: None for each in typed if each not in _DRAWN}
        told = (*doubts, *typed, hinted, beside, why, read.why)
        reasons = tuple(dict.fromkeys(filter(None, told)))
        yield Answer(slot, read.value, reasons, _place(own, start), region.anchor.text)


def _beside(region: Region) -> str:
    """Return what is doubtful about where an answer stands: in a table, in a sentence."""
    first, *others = region.lines
    if first.cell is None and any(each.cell is not None for each in others):
        return "câu trả lời nằm trong bảng"
    behind = first.text[region.start :]
    if behind[:1] == " " and behind[1:2].islower() and region.anchor.text[-1:] not in _LABELS:
        return "đề mục viết liền với câu trả lời"
    return ""


_LABELS = ":,"
"""What a fixed text ends with that an answer goes on from."""


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
        yield slots[0], _before(slots[0].sau, lines, start), start, ""
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
    mine, left = _dealt(slots, own)
    for slot in slots:
        yield slot, mine.get(slot, ()), 0, "không rõ dòng nào là của mục này" if left else ""


def _dealt(
    slots: Sequence[Slot], lines: Sequence[Line]
) -> tuple[dict[Slot, tuple[Line, ...]], bool]:
    """Give each place the next line that may be its; and whether a line is left."""
    found: dict[Slot, tuple[Line, ...]] = {}
    rest = list(slots)
    left = False
    for line in lines:
        fit = next((at for at, slot in enumerate(rest) if _may_be(slot, line)), None)
        if fit is None:
            left = True
            continue
        found[rest[fit]] = (line,)
        rest = rest[fit + 1 :]
    return found, left


def _may_be(slot: Slot, line: Line) -> bool:
    words = words_of(line.text).words
    is_day = {"ngay", "thang", "nam"} <= {*words}
    match slot.kieu:
        case "ngay":
            return is_day or as_day(line.text).value != ""
        case "muc":
            return bool(chosen([line], slot.chon).name)
    return not is_day


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


def _before(behind: str, lines: tuple[Line, ...], start: int) -> tuple[Line, ...]:
    """Leave out the fixed text behind a place, where it has words."""
    if not lines or not words_of(behind).words or behind.strip().startswith("/"):
        return lines
    spot = _spot(behind, lines[0].text, start)
    if spot is None:
        return lines
    return (part(lines[0], 0, spot), *lines[1:])


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
