"""Two papers of one body never bear the same number of the same series."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.model import CoQuan, Dot, SaoLuc, VanBan
from generator.model.campaign import NhiemKy
from generator.model.fields import latest_day
from generator.papers.heads import heads
from generator.papers.unit_year import year_of
from generator.problems import DataPath, Place, Problem, problem
from generator.reading.units import Unit
from generator.regulations.packs import letter_kinds
from generator.wording.compare import fold
from generator.wording.speaker import lead_of, speaker_of

BETWEEN = frozenset({"KD151", "KD152"})
"""Findings between papers: each paper is whole in itself, so they stop none."""


class Claim(NamedTuple):
    """A number that a paper bears: `tep` and `path` say where, `loai` in which series."""

    tep: Path
    path: DataPath
    loai: str
    co_quan: CoQuan
    so: int | str
    ngay: dt.date | None
    viec: str
    """What paper it is, by its place in the data («ket_qua.quyet_dinh») or «văn bản»."""


def of_letter(file: Path, document: VanBan | SaoLuc, dot: Dot) -> Iterator[Claim]:
    """Yield the number of a letter, none for a draft."""
    number: int | str | None = document.so_ky_hieu or document.so
    if number is not None:
        body = speaker_of(document, dot).co_quan
        key = "so_ky_hieu" if document.so_ky_hieu else "so"
        yield Claim(file, (key,), document.loai, body, number, latest_day(document.ngay), "văn bản")


def of_unit(unit: Unit, dot: Dot) -> Iterator[Claim]:
    """Yield the numbers of a unit's papers."""
    for head in heads(year_of(unit.data, dot)):
        if head.given.so is not None:
            keys = ".".join(str(step) for step in head.path if isinstance(step, str))
            path = (*head.path, "so")
            so, ngay = head.given.so, latest_day(head.given.ngay)
            yield Claim(unit.file, path, head.loai, head.co_quan, so, ngay, keys)


def clashes(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Problem]]:
    """Compare numbers.

    Args:
        claims: the numbers of some papers.

    Yields:
        Every paper whose number another one bears, with KD151; with KD152 if kind and day are the
        same in two units, because that may be one letter to both.
    """
    by_number: dict[tuple[str, ...], list[Claim]] = {}
    for each in claims:
        kind = letter_kinds().get(each.loai)
        series = (kind.day_so if kind else None) or each.loai
        body = fold(f"{lead_of(each.co_quan.ten)} {each.co_quan.cap_tren or ''}")
        number = fold(each.so) if isinstance(each.so, str) else str(each.so)
        by_number.setdefault((series, body, number), []).append(each)
    for same in by_number.values():
        for each in same:
            other = next((o for o in same if o is not each and _one_series(each, o)), None)
            if other is not None:
                yield each, _told(each, other)


def _one_series(one: Claim, other: Claim) -> bool:
    """Return whether numbers did not begin again between the days of two papers."""
    if one.ngay is None or other.ngay is None:
        return True
    if one.co_quan.khoi != "dang":
        return one.ngay.year == other.ngay.year
    first, last = sorted((one.ngay, other.ngay))
    begun = _beginnings(one.co_quan.nhiem_ky or other.co_quan.nhiem_ky)
    return not any(first < day <= last for day in begun)


def _beginnings(terms: Sequence[NhiemKy]) -> list[dt.date]:
    days = (each.chi_dinh_tu or each.be_mac_dai_hoi or each.hoi_nghi_dau for each in terms)
    return [day for day in days if day]


def _told(each: Claim, other: Claim) -> Problem:
    shared = each.viec == other.viec and each.tep != other.tep and each.ngay == other.ngay
    in_units = shared and each.viec != "văn bản"
    where = other.tep.name if other.tep != each.tep else ".".join(map(str, other.path[:-1]))
    return problem(
        "KD152" if in_units else "KD151",
        Place(path=each.path),
        so=f"{each.so:02}" if isinstance(each.so, int) else each.so,
        co_quan=each.co_quan.ten,
        kia=where,
    )
