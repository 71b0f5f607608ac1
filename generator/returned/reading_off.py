"""Reads off a form that was printed with marked values what is fixed in it and what is asked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from generator.opening.boxes import BOX, CROSSED
from generator.papers.form_values import BLANK
from generator.problems import DataPath
from generator.returned.outline import Anchor, Grid, Kieu, Outline, Row, Slot
from generator.returned.probe import TOKEN, Marks, Printed
from generator.returned.said import words_of

_BOXED = re.compile(rf"({BOX})\s*([^☐☒\t]*[^☐☒\s])")
_NUMBER = re.compile(r"\d+,\d\d|\d{4}")
_DAY = re.compile(
    r"ngày\s+\d{2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{2}/\d{1,2}/\d{4}", re.IGNORECASE
)
_GRID = 4
"""The columns from which on a table is one to fill in: heads and signatures stand in two."""

_ONE_LINE = {
    "ho_ten", "ten", "don_vi_cong_tac", "dang", "chinh_quyen", "doan_the", "chuc_vu", "xa", "chi_bo"
}  # fmt: skip


OTHER = "o"
"""The path of what a form asks and the data has no key for by itself, before its number."""

_NO_DAY = re.compile(r"ngày\s+tháng\s+năm\s*$")
_OF_UNIT = {"don_vi"}


class Found(NamedTuple):
    """A marked value in a line: where it begins and ends, what it stands for."""

    start: int
    end: int
    slot: Slot


def outline_of(form: Printed) -> Outline:
    """Return what is fixed in a form and what is asked in it."""
    tables = _grids(form)
    anchors: list[Anchor] = []
    lines = [
        (one, other)
        for one, other in zip(form.lines, form.again, strict=True)
        if one.cell is None or one.cell.table not in tables
    ]
    boxes = _Boxes()
    for one, other in lines:
        text, again = _spaced(one.text), _spaced(other.text)
        if _is_line_to_write_on(text) and anchors and not anchors[-1].slots:
            boxes.other += 1
            _add(anchors, "", [Slot((OTHER, boxes.other), "chu")])
            continue
        if _NO_DAY.search(text):
            _add(
                anchors,
                text[: _NO_DAY.search(text).start()].strip(". …"),
                [Slot((OTHER, "ngay"), "ngay")],
            )
            continue
        group = boxes.taken(text, again, form.marks)
        if group is not None:
            before, slots = group
            _add(anchors, before, slots)
            continue
        _line(anchors, text, again, form)
    fixed = tuple(_marked(each) for each in anchors)
    return Outline(fixed, tuple(tables.values()), _hints(form, fixed, tables))


def _hints(
    form: Printed, anchors: Sequence[Anchor], tables: Mapping[int, Grid]
) -> frozenset[tuple[str, ...]]:
    """Return the words of the lines that only an empty form prints: what to write there."""
    fixed = {each.words.words for each in anchors}
    return frozenset(
        words
        for line in form.empty
        if (words := words_of(_spaced(line.text)).words)
        and len(words) > 1
        and words not in fixed
        and not any(words[: len(each)] == each for each in fixed if each)
        and not _BOXED.search(line.text)
        and not _names_a_level(line.text, form.marks)
        and (line.cell is None or line.cell.table not in tables)
    )


def _names_a_level(text: str, marks: Marks) -> bool:
    bare = words_of(text).words
    return any(bare == words_of(name).words for names in marks.names for name in names)


def _is_line_to_write_on(text: str) -> bool:
    return not words_of(text).words and any(sign in text for sign in (BLANK, "…", "...."))


def _spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


def _add(anchors: list[Anchor], text: str, slots: Sequence[Slot]) -> None:
    """Add a fixed text, if it has words, and what stands behind it."""
    if words_of(text).words:
        anchors.append(Anchor(text.strip(), tuple(slots)))
    elif slots:
        last = anchors.pop() if anchors else Anchor("")
        new = [each for each in slots if each not in last.slots]
        anchors.append(replace(last, slots=(*last.slots, *new)))


def _marked(anchor: Anchor) -> Anchor:
    text = anchor.text.strip()
    return replace(anchor, may_go=text.startswith("(") and text.endswith(")"))


def _line(anchors: list[Anchor], text: str, again: str, form: Printed) -> None:
    found = _found(text, again, form)
    if not found:
        _add(anchors, text.strip(BLANK + " "), ())
        return
    before = text[: found[0].start]
    for each, after in zip(found, (*found[1:], None), strict=True):
        behind = text[each.end : after.start if after else len(text)]
        slot = replace(
            each.slot, sau=behind.strip() if words_of(behind).words or "/" in behind else ""
        )
        if after is None and len(words_of(behind).words) > 2:
            slot = replace(each.slot, sau=behind.strip())
        _add(anchors, before, [slot])
        before = ""


def _found(text: str, again: str, form: Printed) -> list[Found]:
    """Return the marked values of a line, in order."""
    marks = form.marks
    found: list[Found] = []
    for each in TOKEN.finditer(text):
        path = marks.texts[each[1].casefold()]
        kind: Kieu = "dong" if path[-1] in _ONE_LINE else "chu"
        if path in {("ho_ten",), ("ten",)}:
            kind = "ten"
        elif len(path) == 1 and path[0] in _OF_UNIT:
            path, kind = (), ""
        found.append(Found(*each.span(), Slot(path, kind)))
    for pattern in (_DAY, _NUMBER):
        for each in pattern.finditer(text):
            said = " ".join(each[0].split()).casefold()
            if said in marks.printed and not any(
                one.start <= each.start() < one.end for one in found
            ):
                path, kind = marks.printed[said]
                found.append(Found(*each.span(), Slot(path, kind)))  # type: ignore[arg-type]
    if text != again and not found:
        found += _level(text, again, marks)
    found.sort()
    seen: set[DataPath] = set()
    kept = []
    for each in found:
        if each.slot.path not in seen or not each.slot.path:
            kept.append(each)
            seen.add(each.slot.path)
    if (
        len({each.slot.path[:1] for each in kept}) < len(kept)
        and len(kept) > 1
        and all(each.slot.path[:1] == ("chuc_vu",) for each in kept)
    ):
        # All posts on one line, as annexes have them: nobody's value alone.
        return [Found(kept[0].start, kept[-1].end, Slot((), ""))]
    return kept


def _level(text: str, again: str, marks: Marks) -> list[Found]:
    for names in marks.names:
        for one in sorted(names, key=len, reverse=True):
            at = text.find(one)
            if at < 0:
                continue
            rest = text[at + len(one) :]
            other = again[at:].removesuffix(rest) if rest else again[at:]
            if (one, other) in marks.chosen:
                return [Found(at, at + len(one), Slot(marks.chosen[one, other], "muc", chon=names))]
            break
    return []


@dataclass
class _Boxes:
    """Boxes of one choice, on one line or on several one below the other."""

    names: list[str] = field(default_factory=list)
    ticked: list[tuple[bool, bool]] = field(default_factory=list)
    other: int = 0

    def taken(self, text: str, again: str, marks: Marks) -> tuple[str, list[Slot]] | None:
        """Return the text before the boxes of a line and the choice they end; None if it has none."""
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
        pair = tuple(
            next(
                (name for name, tick in zip(self.names, self.ticked, strict=True) if tick[which]),
                "",
            )
            for which in (0, 1)
        )
        return marks.chosen.get((pair[0], pair[1]), ())


def _grids(form: Printed) -> dict[int, Grid]:
    """Return the tables to fill in, by their number in the file."""
    rows: dict[int, dict[int, dict[int, str]]] = {}
    for line in form.lines:
        if line.cell is not None:
            row = rows.setdefault(line.cell.table, {}).setdefault(line.cell.row, {})
            row[line.cell.column] = " ".join(
                filter(None, (row.get(line.cell.column, ""), _spaced(line.text)))
            )
    found = {
        number: _grid([*its.values()], form)
        for number, its in rows.items()
        if any(len(row) >= _GRID for row in its.values())
    }
    return {number: grid for number, grid in found.items() if any(row.slots for row in grid.rows)}


def _grid(rows: Sequence[dict[int, str]], form: Printed) -> Grid:
    head, *others = rows
    width = max(head) + 1
    heads = tuple(head.get(column, "") for column in range(width))
    names = next((each for each in form.marks.names if {*each} <= {*heads}), None)
    if names:
        return Grid(heads, tuple(_ticked_rows(others, names, heads)))
    read = [*_rows(others, form)]
    grows = any(slot.path[:1] == ("nhiem_vu",) for row in read for _, slot in row.slots)
    return Grid(heads, tuple(read), grows)


def _ticked_rows(
    rows: Sequence[dict[int, str]], names: tuple[str, ...], heads: Sequence[str]
) -> Iterator[Row]:
    """Yield the rows of a table in which one of the columns is ticked, by the number before them."""
    group = ""
    for row in rows:
        fixed = [text for column, text in sorted(row.items()) if heads[column] not in names]
        number = fixed[0].strip(" .") if fixed else ""
        code = f"{group}.{number}" if number.isdecimal() and group else number
        group = group if number.isdecimal() else number
        if code:
            slot = Slot((OTHER, "phan_tich", code), "muc", chon=names)
            yield Row(" ".join(fixed), ((heads.index(names[0]), slot),))


def _rows(rows: Sequence[dict[int, str]], form: Printed) -> Iterator[Row]:
    for row in rows:
        slots = []
        fixed = []
        for column, text in sorted(row.items()):
            found = _found(text, text, form)
            if found:
                slots.append((column, found[0].slot))
            else:
                fixed.append(text)
        yield Row(" ".join(fixed), tuple(slots))
