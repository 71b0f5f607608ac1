"""Checks that each set of boxes of a form has exactly one tick."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, partial

from generator.model.verdict import Ket
from generator.opening.boxes import BOX, CROSSED, EMPTY
from generator.opening.content import FileContent
from generator.opening.drawn_apart import drawn_apart
from generator.opening.written import Line, Run
from generator.received.expected import Expected, Finding
from generator.received.filled import own_part
from generator.received.folded import all_unaccented, letters, rows, unaccented
from generator.received.headings import page
from generator.received.levels import answers, chosen
from generator.received.marks_on_names import on_line
from generator.regulations.che_do import CheDo

_BEGINS = re.compile(rf"\s*{BOX}")
_SIGN = re.compile(rf"{BOX}|(?<!\w)[x√](?!\w)")
_TYPED = re.compile(r"(?<!\w)[xX×√](?!\w)")
_COLUMN = " " * 8
"""What a tab shows: a mark before it is not that of the column behind."""

_ASKS = " cap do thuc hien "


def ticks(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding for each group of boxes without a tick, with several, or not in the form."""
    if due.form is None:
        yield from _rows(seen.lines)
        return
    form = due.che_do.bieu_mau[due.form]
    asked = sum(part.cap_do for part in form.phan)
    ranks = list[int]()
    if asked:
        ranks = _ranks(seen.lines, due.che_do.cap_do)
        yield from _degrees(seen.lines, due.che_do.cap_do, asked)
    levels = [level.ten for level in due.che_do.muc]
    apart = partial(_drawn_apart, seen)
    written = [
        chosen(text, levels, apart)
        for title, text in answers(own_part(seen.lines, due), form)
        if due.cong_chuc or "công chức" not in title
    ]
    if not written or any(len(each) != 1 for each in written):
        yield Finding(Ket.CAN_XEM_LAI, "không rõ mức tự xếp loại")
    elif len(ranks) == asked > 0:
        plain = list(map(unaccented, levels))
        yield from _too_high(ranks, plain.index(min(written[-1])), due.che_do)


def _too_high(ranks: Sequence[int], level: int, che_do: CheDo) -> Iterator[Finding]:
    """Yield a finding where a member proposes a better level than the degrees allow (R05)."""
    needs, named = che_do.dieu_kien.get(che_do.muc[level].khoa), che_do.muc[level].ten
    if needs is None:
        return
    least, best = needs.tieu_chi_it_nhat, needs.ket_qua_it_nhat
    if least and max(ranks) > che_do.cap_do.index(least.gia_tri):
        reason = f"tự xếp «{named}» mà có tiêu chí «{che_do.cap_do[max(ranks)]}»"
        yield Finding(Ket.CAN_XEM_LAI, reason)
    elif best and min(ranks) > che_do.cap_do.index(best.gia_tri):
        reason = f"tự xếp «{named}» mà không tiêu chí nào «{best.gia_tri}»"
        yield Finding(Ket.CAN_XEM_LAI, reason)


def _drawn_apart(seen: FileContent) -> frozenset[str]:
    """Return the lines drawn apart that the file has only once: which of two it is nobody knows."""
    drawn = drawn_apart(seen.body)
    if not drawn:
        return frozenset()
    often = Counter(page(seen.lines).split("\n"))
    return frozenset(each for each in page(drawn).split("\n") if often[each] == 1)


def _rows(lines: Sequence[str]) -> Iterator[Finding]:
    """Check the boxes of a paper without a prescribed form.

    The boxes of one line are one set; so are those of successive lines that begin with a box. An x
    may be typed beside a box or in its place.
    """
    sets = [line for line in (*lines, *_columns(lines)) if len(_boxes(line)) > 1]
    ticked = [line.count(CROSSED) or len(_TYPED.findall(line)) for line in sets]
    none, many = ticked.count(0), sum(count > 1 for count in ticked)
    if none:
        yield Finding(Ket.CAN_XEM_LAI, f"{none} dòng chưa đánh dấu ô nào")
    if many:
        yield Finding(Ket.CAN_XEM_LAI, f"{many} dòng đánh dấu quá một ô")


def _columns(lines: Sequence[str]) -> Iterator[str]:
    run: list[str] = []
    for line in (*lines, ""):
        if _BEGINS.match(line) and len(_boxes(line)) == 1:
            run.append(line)
        else:
            yield " ".join(run)
            run = []


def _boxes(line: str) -> list[str]:
    return [sign for sign in line if sign in (EMPTY, CROSSED)]


def _degrees(lines: tuple[str, ...], names: Sequence[str], asked: int) -> Iterator[Finding]:
    what = "cấp độ thực hiện"
    counts = [each.count(CROSSED) for each in _boxes_of(lines, tuple(names))]
    none, many = counts.count(0), sum(count > 1 for count in counts)
    written = _written(lines, names)
    if none:
        yield Finding(Ket.CAN_XEM_LAI, f"{none} chỗ chưa đánh dấu {what}")
    if many:
        yield Finding(Ket.CAN_XEM_LAI, f"{many} chỗ đánh dấu quá một ô {what}")
    if len(counts) + written < asked:
        missing = asked - len(counts) - written
        yield Finding(Ket.CAN_XEM_LAI, f"không đọc được ô đánh dấu {what} ở {missing} mục")


def _ranks(lines: tuple[str, ...], names: Sequence[str]) -> list[int]:
    """Return the degree that each set of boxes or words chooses, 0 for the best."""
    own = [letters(name) for name in names]
    sets = (_boxes(each) for each in _boxes_of(lines, tuple(names)))
    ticked = [each.index(CROSSED) for each in sets if each.count(CROSSED) == 1]
    return ticked + [own.index(each) for each in _said(lines) if each in own]


@lru_cache(maxsize=4)
def _boxes_of(lines: tuple[str, ...], names: tuple[str, ...]) -> list[str]:
    boxed = tuple(_boxed(line, names) for line in lines)
    return _sets(all_unaccented(boxed), names)


def _boxed(line: str, names: Sequence[str]) -> str:
    """Return a row of degrees that somebody marked beside the boxes with its boxes ticked.

    A row that prints none has them where every degree stands and a mark is typed beside one.
    """
    if EMPTY not in line and (names[-1] not in line or not _SIGN.search(unaccented(line))):
        return line
    found = on_line(Line((Run(line.replace("\t", _COLUMN)),), 0), names, 0)
    marked = {each.name for each in found.names if each.ticked}
    boxed = [EMPTY if each.name not in marked else CROSSED for each in found.names]
    if found.unclear or [each.name for each in found.names] != [*names]:
        return line
    if len(marked) == line.count(CROSSED) and (EMPTY in line or len(marked) == len(names)):
        return line
    behind = EMPTY in line and not _SIGN.search(unaccented(line).partition(unaccented(names[0]))[0])
    pairs = ((name, box) if behind else (box, name) for name, box in zip(names, boxed, strict=True))
    return " ".join(" ".join(each) for each in pairs)


def _sets(text: str, names: tuple[str, ...]) -> list[str]:
    """Return each row of boxes; the names, in the form's order, may precede or follow the boxes."""
    behind, before = _patterns(names)
    return behind.findall(text) or before.findall(text)


@cache
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    own = [re.escape(unaccented(name)) for name in names]
    between = r"[\s;,.|-]*"
    behind = between.join(rf"{BOX}\s*{name}" for name in own)
    before = between.join(rf"{name}\s*:?\s*{BOX}" for name in own)
    return re.compile(behind), re.compile(before)


def _written(lines: tuple[str, ...], names: Sequence[str]) -> int:
    """Count the degrees typed as words in place of boxes: «… thực hiện: Tốt»."""
    own = [letters(name) for name in names]
    return sum(each in own for each in _said(lines))


def _said(lines: tuple[str, ...]) -> list[str]:
    asking = (
        line for line, plain in zip(lines, rows(lines).letters, strict=True) if _ASKS in plain
    )
    return [letters(line.rpartition(":")[2]) for line in asking]
