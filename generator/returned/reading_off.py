"""Reads off a form that was printed with marked values what is fixed in it and what is asked."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from generator.opening.boxes import BOX, CROSSED
from generator.papers.form_values import BLANK
from generator.problems import DataPath
from generator.received.said import spaced, words_of
from generator.returned.marked_values import found_in
from generator.returned.outline import OTHER, Anchor, Outline, Slot
from generator.returned.printed_tables import grids
from generator.returned.probe import NOBODY, Marks, Printed

_BOXED = re.compile(rf"({BOX})\s*([^☐☒\t]*[^☐☒\s])")
_NO_DAY = re.compile(r"ngày\s+tháng\s+năm\s*$")
_LEADERS = (BLANK, "…", "....")


def outline_of(form: Printed) -> Outline:
    """Return what is fixed in a form and what is asked in it."""
    tables = grids(form)
    anchors: list[Anchor] = []
    boxes = _Boxes()
    for one, other in zip(form.lines, form.again, strict=True):
        if one.cell is None or one.cell.table not in tables:
            _read_off(anchors, boxes, spaced(one.text), spaced(other.text), form.marks)
    fixed = tuple(replace(each, may_go=_is_aside(each.text)) for each in anchors)
    return Outline(fixed, tuple(tables.values()), _hints(form, fixed, tables))


def _read_off(anchors: list[Anchor], boxes: "_Boxes", text: str, again: str, marks: Marks) -> None:
    """Add what one line says to what was read off so far."""
    no_day = _NO_DAY.search(text)
    group = boxes.taken(text, again, marks)
    if _is_leader(text):
        if anchors and not anchors[-1].slots:
            boxes.other += 1
            _add(anchors, "", [Slot((OTHER, boxes.other), "chu")])
    elif no_day:
        _add(anchors, text[: no_day.start()].strip(". …"), [Slot((OTHER, "ngay"), "ngay")])
    elif group is not None:
        _add(anchors, *group)
    else:
        _line(anchors, text, again, marks)


def _is_leader(text: str) -> bool:
    return not words_of(text).words and any(sign in text for sign in _LEADERS)


def _is_aside(text: str) -> bool:
    return text.startswith("(") and text.endswith(")")


def _add(anchors: list[Anchor], text: str, slots: Sequence[Slot]) -> None:
    """Add a fixed text and what stands behind it; without words it belongs to the one before."""
    if words_of(text).words:
        anchors.append(Anchor(text.strip(), tuple(slots)))
    elif slots:
        last = anchors.pop() if anchors else Anchor("")
        new = [each for each in slots if each not in last.slots]
        anchors.append(replace(last, slots=(*last.slots, *new)))


def _line(anchors: list[Anchor], text: str, again: str, marks: Marks) -> None:
    found = found_in(text, again, marks)
    if not found:
        _add(anchors, text.strip(BLANK + " "), ())
        return
    before = text[: found[0].start]
    ends = [*(each.start for each in found[1:]), len(text)]
    for each, end in zip(found, ends, strict=True):
        behind = text[each.end : end].strip()
        # Behind paragraphs nothing is fixed: what the form prints there is made of the data.
        is_text = each.slot.kieu == "chu"
        fixed = behind if not is_text and (words_of(behind).words or "/" in behind) else ""
        _add(anchors, before, [replace(each.slot, sau=fixed)])
        before = ""


@dataclass
class _Boxes:
    """Boxes of one choice, on one line or on several one below the other; how many others."""

    names: list[str] = field(default_factory=list)
    ticked: list[tuple[bool, bool]] = field(default_factory=list)
    other: int = 0

    def taken(self, text: str, again: str, marks: Marks) -> tuple[str, list[Slot]] | None:
        """Return the text before the boxes of a line, with the choice they end; None without."""
        here, there = _BOXED.findall(text), _BOXED.findall(again)
        if not here:
            return None
        before = text[: text.index(here[0][0])]
        for (one, name), (two, _) in zip(here, there, strict=True):
            self.names.append(" ".join(name.split()))
            self.ticked.append((one == CROSSED, two == CROSSED))
        whole = next((each for each in marks.names if [*each] == self.names), None)
        if whole:
            slot = Slot(self._path(marks), "muc", chon=whole)
        elif len(here) > 1:
            self.other += 1
            slot = Slot((OTHER, self.other), "muc", chon=tuple(self.names))
        else:
            return before, []
        self.names.clear()
        self.ticked.clear()
        return before, [slot]

    def _path(self, marks: Marks) -> DataPath:
        """Return what the choice stands for: no other ticks this pair in the two printings."""
        one, other = (
            next((name for name, tick in zip(self.names, self.ticked, strict=True) if tick[at]), "")
            for at in (0, 1)
        )
        return marks.chosen.get((one, other), ())


def _hints(
    form: Printed, anchors: Sequence[Anchor], tables: Collection[int]
) -> frozenset[tuple[str, ...]]:
    """Return the words of the lines that only an empty form prints: what to write there."""
    fixed = {each.words.words for each in anchors if each.words.words}
    names = {words_of(name).words for its in form.marks.names for name in its}
    return frozenset(
        words
        for line in form.empty
        if (line.cell is None or line.cell.table not in tables) and not _BOXED.search(line.text)
        if NOBODY.casefold() not in line.text.casefold()
        if len(words := words_of(spaced(line.text)).words) > 1
        if words not in names and not any(words[: len(each)] == each for each in fixed)
    )
