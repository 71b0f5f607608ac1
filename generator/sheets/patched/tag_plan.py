"""The tags in the cells of a sheet, checked as those of a Word template are.

The cells with tags, one after the other, form a Jinja template of their own, in which marks that no
file can hold say where a row and a cell begin.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from generator.engine import lint
from generator.engine.program import PLAIN
from generator.engine.tags import QUOTES, TAG, Paragraph, Tag, tags
from generator.problems import Place, Problem, problem
from generator.sheets.patched.cell_names import At, cell_name
from generator.sheets.patched.mapping import ITEM, DanhSachGhi

_LONGEST_BLOCK = 1_000
"""Rows between two tags of a loop; none is longer that is not a mistake."""

_FOR = re.compile(r"(for|if|endfor|endif|else|elif|set|with|endwith)\b")
_ONLY_WORD = re.compile(r"(include|macro|endmacro|colspan|cellbg|vm|hm)\b")
_OPENS, _CLOSES = ("for", "if", "with"), ("endfor", "endif", "endwith")

MARK = re.compile("\x01([RCIBT])(\\d*)\x02")
"""What begins: a row (R), a cell (C), a round (I), a blank row (B), a run of the text (T)."""

Runs = Sequence[tuple[str, etree._Element | None]]  # noqa: SLF001 - lxml's own name
"""The text of a cell in pieces, each with the properties by which it is shown."""


@dataclass(frozen=True, slots=True)
class Span:
    """Rows that are repeated together, both ends included; `given` by the mapping file."""

    first: int
    last: int
    given: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be filled in on a sheet: its template, the cells with tags, repeated rows."""

    sheet: str
    source: str
    outline: lint.Outline
    cells: Mapping[At, Runs]
    spans: Sequence[Span]


def place_of(sheet: str, cell: str) -> Place:
    """Return a cell as a place: the trang tính and its name."""
    return Place(part=f"trang tính «{sheet}», ô {cell}")


def plan(
    sheet: str,
    cells: Mapping[At, Runs],
    rows: Mapping[int, str],
    lists: Sequence[DanhSachGhi],
) -> tuple[Plan, list[Problem]]:
    """Read the tags of a sheet.

    Args:
        sheet: its name.
        cells: the cells with tags, those that the mapping file fills too.
        rows: the whole text of each row that has a tag, without which nothing beside is noticed.
        lists: what the mapping file repeats.

    Returns:
        The plan, and every problem of the tags with sheet and cell.
    """
    paragraphs = list(_paragraphs(sheet, cells, rows, lists))
    found = lint.outline(paragraphs, PLAIN)
    problems = [*found.problems, *_only_in_word(found.tags)]
    if not problems:
        problems += _across(paragraphs)
    spans, more = ([], []) if problems else _spans(sheet, cells, lists)
    problems += more
    source = "" if problems else "".join(_source(cells, spans, lists))
    return Plan(sheet, source, found, cells, spans), problems


def _paragraphs(
    sheet: str, cells: Mapping[At, Runs], rows: Mapping[int, str], lists: Sequence[DanhSachGhi]
) -> Iterator[Paragraph]:
    by_row = {each.dong: each for each in lists}
    last: DanhSachGhi | None = None
    for at in sorted(cells):
        if last and at.row != last.dong:
            yield _of_a_list(sheet, last, "{%tr endfor %}")
            last = None
        if at.row in by_row and last is None:
            last = by_row[at.row]
            yield _of_a_list(sheet, last, f"{{%tr for {ITEM} in {last.moi} %}}")
        text = "".join(text for text, _ in cells[at])
        yield Paragraph(text, place_of(sheet, cell_name(at)), rows.get(at.row, text), text)
    if last:
        yield _of_a_list(sheet, last, "{%tr endfor %}")


def _of_a_list(sheet: str, each: DanhSachGhi, text: str) -> Paragraph:
    return Paragraph(text, Place(part=f"trang tính «{sheet}», hàng {each.dong}"), text, text)


def _only_in_word(found: Iterable[Tag]) -> Iterator[Problem]:
    for each in found:
        loose = each.scope == "tr" and (each.kind == "{{" or not _FOR.match(each.body))
        if (
            each.scope in {"p", "tc", "r"}
            or loose
            or (each.kind == "{%" and _ONLY_WORD.match(each.body))
        ):
            yield lint.tag_problem("KD825", each)


def _across(paragraphs: Iterable[Paragraph]) -> Iterator[Problem]:
    """Tell of a block that begins in a cell and ends in another: only rows can be repeated so."""
    for each in paragraphs:
        depth = 0
        for tag in tags(each):
            word = tag.body.split(None, 1)[0] if tag.body else ""
            if tag.kind == "{%" and tag.scope == "":
                depth += (word in _OPENS) - (word in _CLOSES)
            if depth < 0:
                break
        if depth:
            first = next(tag for tag in tags(each) if tag.kind == "{%")
            yield lint.tag_problem("KD317", first)


def _row_tags(cells: Mapping[At, Runs]) -> Iterator[tuple[int, Tag]]:
    for at in sorted(cells):
        for tag in tags(Paragraph("".join(text for text, _ in cells[at]), Place())):
            if tag.scope == "tr":
                yield at.row, tag


def _spans(
    sheet: str, cells: Mapping[At, Runs], lists: Sequence[DanhSachGhi]
) -> tuple[list[Span], list[Problem]]:
    found = [Span(each.dong, each.last, given=True) for each in lists]
    depth = first = 0
    for row, tag in _row_tags(cells):
        word = tag.body.split(None, 1)[0]
        if word in _OPENS:
            first = first if depth else row
            depth += 1
        elif word in _CLOSES:
            depth -= 1
            if not depth:
                found.append(Span(first, row, given=False))
        elif word == "set" and not depth:
            found.append(Span(row, row, given=False))
    found.sort(key=lambda each: each.first)
    problems = []
    for before, each in pairwise(found):
        if each.first <= before.last:
            at = Place(part=f"trang tính «{sheet}», hàng {each.first}")
            problems.append(problem("KD823", at, vi_sao="hai danh sách cùng lặp hàng này"))
    for each in found:
        if each.last - each.first >= _LONGEST_BLOCK:
            at = Place(part=f"trang tính «{sheet}», hàng {each.first}")
            why = f"từ hàng {each.first} đến hàng {each.last} là quá {_LONGEST_BLOCK} hàng"
            problems.append(problem("KD827", at, vi_sao=why))
    return found, problems


def _source(
    cells: Mapping[At, Runs], spans: Sequence[Span], lists: Sequence[DanhSachGhi]
) -> Iterator[str]:
    """Yield the Jinja text: each row that has tags or is repeated, with a mark in front."""
    by_row: dict[int, list[int]] = {}
    for at in sorted(cells):
        by_row.setdefault(at.row, []).append(at.column)
    markers: dict[int, list[Tag]] = {}
    for row, tag in _row_tags(cells):
        markers.setdefault(row, []).append(tag)
    given = {each.dong: each for each in lists}
    inside = {row for each in spans if not each.given for row in range(each.first, each.last + 1)}
    opened: list[tuple[str, int]] = []
    for row in sorted(by_row.keys() | inside):
        if row in markers:
            for tag in markers[row]:
                yield _marker(tag, opened)
            continue
        if opened and not opened[-1][1]:
            opened[-1] = opened[-1][0], row
        if row in given:
            yield f"{{% for {ITEM} in {given[row].moi} %}}\x01I\x02"
        yield f"\x01R{row}\x02"
        for column in by_row.get(row, ()):
            yield f"\x01C{column}\x02{_text(cells[At(row, column)])}"
        if row in given:
            yield f"{{% else %}}\x01B{row}\x02{{% endfor %}}"


def _marker(tag: Tag, opened: list[tuple[str, int]]) -> str:
    """Return a tag that stands for its row; a loop without items leaves its first row blank."""
    word = tag.body.split(None, 1)[0]
    text = f"{{% {tag.body} %}}"
    if word in _OPENS:
        outermost = not any(kind == "for" for kind, _ in opened)
        opened.append((word, 0))
        return f"{text}\x01I\x02" if word == "for" and outermost else text
    if word in {"else", "elif"}:
        opened[-1] = "", opened[-1][1]
    if word in _CLOSES:
        kind, first = opened.pop()
        if opened and first and not opened[-1][1]:
            opened[-1] = opened[-1][0], first
        if kind == "for" and first:
            return f"{{% else %}}\x01B{first}\x02{text}"
    return text


def _text(runs: Runs) -> str:
    """Return the text of a cell as Jinja text, with a mark where another run begins."""
    whole = "".join(text for text, _ in runs)
    if len(runs) < 2:
        return TAG.sub(lambda tag: tag[0].translate(QUOTES), whole)
    ends, end = [], 0
    for text, _ in runs:
        end += len(text)
        ends.append(end)
    pieces: list[str] = []
    at = 0
    for tag in TAG.finditer(whole):
        pieces += _in_runs(whole, at, tag.start(), ends)
        run = next(n for n, each in enumerate(ends) if tag.start() < each)
        pieces.append(f"\x01T{run}\x02{tag[0].translate(QUOTES)}")
        at = tag.end()
    return "".join([*pieces, *_in_runs(whole, at, len(whole), ends)])


def _in_runs(text: str, begin: int, end: int, ends: Sequence[int]) -> Iterator[str]:
    for run, stop in enumerate(ends):
        if begin < min(stop, end):
            yield f"\x01T{run}\x02{text[begin : min(stop, end)]}"
            begin = min(stop, end)


def has_tag(text: str) -> bool:
    """Return whether a text has a tag, or half of one."""
    return TAG.search(text) is not None
