"""Whether a form was filled in: nothing below a heading, dotted lines, words of a sample."""

import re
from collections.abc import Iterator
from functools import cache

from generator.dossier.received.bare import all_bare, bare, letters, rows
from generator.dossier.received.expected import Expected, Finding
from generator.dossier.received.seen import Seen
from generator.dossier.results import Ket
from generator.regulations.che_do import BieuMau

_DOTS = re.compile(r"(?:[.…_]\s?){5,}|…{2,}|(?:\.\s){4,}|^\t+$|\t\s*\t")
_SAMPLES = re.compile(
    r"\bvi du\s*:|\(\s*neu ro\b|\(\s*ghi ro\b|\[\s*(?:…|\.{2,})\s*\]|\bx{3,}\b|<[^<>]{2,40}>"
    r"|\bnguyen van a\b(?!\w)"
)
_LETTER = re.compile(r"[a-z]")
_TICKS = re.compile(r"tu danh gia ve cap do thuc hien\s*:?|[☐☒]\s*[a-z ]{2,40}")
_SHOWN = 3
_FREE = frozenset({"", "xep_loai", "cham_diem"})
"""Headings with nothing of their own below, or with boxes and points that are looked at apart."""


def unfilled(seen: Seen, due: Expected) -> Iterator[Finding]:
    """Find what is left of the blank form."""
    text = all_bare(seen.lines)
    empty = _empty(text, due.che_do.bieu_mau[due.form]) if due.form else []
    if empty:
        shown = "», «".join(_short(each) for each in empty[:_SHOWN])
        more = f" và {len(empty) - _SHOWN} mục khác" if len(empty) > _SHOWN else ""
        yield Finding(Ket.CAN_XEM_LAI, f"chưa ghi nội dung mục «{shown}»{more}")
    dotted = sum(map(_is_dotted, own_part(seen.lines, due)))
    if dotted and not empty:
        yield Finding(Ket.CAN_XEM_LAI, f"còn {dotted} dòng chấm chưa điền")
    sample = _SAMPLES.search(text)
    if sample:
        yield Finding(Ket.CAN_XEM_LAI, f"còn chữ của bản mẫu: «{sample[0].strip()}»")


def _is_dotted(line: str) -> bool:
    return any(mark in line for mark in _MARKS) and bool(_DOTS.search(line))


_MARKS = ("…", "...", "___", "\t", ". .", "_ _")


def own_part(lines: tuple[str, ...], due: Expected) -> tuple[str, ...]:
    """Return the lines above the writer's signature; superiors may write below it later."""
    blocks = due.che_do.bieu_mau[due.form].xac_nhan if due.form else ()
    title = next((letters(each.tieu_de) for each in blocks if each.khoa == "nguoi_viet"), "")
    end = next(
        (i for i, line in enumerate(rows(lines).letters) if title and title in line), len(lines)
    )
    return lines[:end]


def _empty(text: str, form: BieuMau) -> list[str]:
    """Return the required headings below which nothing was written."""
    spots: list[tuple[int, int, int]] = []
    position = 0
    for index, part in enumerate(form.phan):
        found = _heading(part.tieu_de).search(text, position)
        if found:
            spots.append((found.start(), found.end(), index))
            position = found.end()
    empty = []
    for number, (_, start, index) in enumerate(spots):
        part = form.phan[index]
        end = spots[number + 1][0] if number + 1 < len(spots) else len(text)
        if part.bat_buoc and part.khoa not in _FREE and not _written(text[start:end], part.goi_y):
            empty.append(part.tieu_de)
    return empty


@cache
def _heading(title: str) -> re.Pattern[str]:
    """A heading may run over lines, and its points and commas may be others."""
    words = re.findall(r"[a-z0-9]+", bare(title))
    return re.compile(r"[^a-z0-9]+".join(map(re.escape, words)))


def _written(piece: str, hints: tuple[str, ...]) -> bool:
    for hint in hints:
        piece = _heading(hint).sub(" ", piece)
    return len(_LETTER.findall(_NUMBERING.sub(" ", _TICKS.sub(" ", piece)))) >= _FEWEST


_NUMBERING = re.compile(r"\b(?:[ivx]+|[a-c]|\d+)\s*[.)]\s*$")
_FEWEST = 2
"""Letters an answer has at least: «Tốt.», «Có»."""


def _short(title: str) -> str:
    words = title.split()
    return title if len(words) <= 8 else " ".join(words[:8]) + "…"
