"""What is not in order in a register, by itself and against the documents."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from generator.problems import Place, Problem, problem
from generator.register import numbers
from generator.register.entry import Entry, OnPaper, TrangThai
from generator.register.names import called
from generator.register.papers import Paper
from generator.register.series import Series, series_of
from generator.register.sheet import shown
from generator.register.taking import iso_shown
from generator.wording.dates import short_date


def audit(register: sqlite3.Connection, path: Path) -> Iterator[Problem]:
    """Find gaps nobody explains (KD640), days that run backwards (KD641), numbers held (KD642).

    Args:
        register: open to look at.
        path: its file, to name it.
    """
    place = Place(file=path.as_posix())
    for series in numbers.series_in(register):
        lines = list(numbers.entries(register, series))
        spans = numbers.on_paper(register, series)
        name = called(series)
        for first, last in gaps(lines, spans):
            what = shown(first) if first == last else f"{shown(first)} đến {shown(last)}"
            yield problem("KD640", place, day=name, so=what)
        dated = [each for each in lines if each.ngay and each.trang_thai is not TrangThai.HUY]
        for before, after in pairwise(dated):
            if after.ngay < before.ngay:
                yield problem(
                    "KD641", place, day=name, so=shown(after.so), ngay=iso_shown(after.ngay),
                    so_truoc=shown(before.so), ngay_truoc=iso_shown(before.ngay),
                )  # fmt: skip
        for each in lines:
            if each.trang_thai is TrangThai.GIU:
                yield problem("KD642", place, day=name, so=shown(each.so), tep=each.tep)


def gaps(lines: Sequence[Entry], spans: Sequence[OnPaper]) -> Iterator[tuple[int, int]]:
    """Yield the spans of numbers, from 01 to the last, that neither stand here nor on paper."""
    known = sorted([(each.so, each.so) for each in lines] + [(each.tu, each.den) for each in spans])
    coming = 1
    for first, last in known:
        if first > coming:
            yield coming, first - 1
        coming = max(coming, last + 1)


def against_documents(
    register: sqlite3.Connection, documents: Iterable[tuple[str, Path, Paper]], home: Path
) -> Iterator[Problem]:
    """Hold the documents of one body against its register.

    Args:
        register: open to look at.
        documents: each with the name the register knows its file by, its file, and itself.
        home: the folder those names start from.

    Yields:
        KD643 (a number the register does not know), KD644 (another number), KD645 (another day),
        KD646 (the same number twice), KD647 (a number cancelled), KD648 (its file is gone).
    """
    lines = list(numbers.entries(register))
    living = {(each.tep, each.muc): each for each in lines if each.trang_thai is not TrangThai.HUY}
    by_number = {(each.loai, each.ky, each.so): each for each in lines}
    seen: dict[tuple[Series, int], Path] = {}
    for name, path, paper in documents:
        place = Place(file=path.as_posix(), path=(*paper.path, "so"))
        own = living.get((name, paper.muc))
        if paper.so is None:
            if own is not None and own.trang_thai is TrangThai.CAP:
                yield problem("KD644", place, so="(chưa có số)", so_trong_so=shown(own.so))
            continue
        if own is None:
            yield from _unknown(paper, place, by_number, numbers.on_paper(register))
        elif own.so != paper.so:
            yield problem("KD644", place, so=shown(paper.so), so_trong_so=shown(own.so))
        elif paper.ngay and own.ngay != paper.ngay.isoformat():
            told, kept = short_date(paper.ngay), iso_shown(own.ngay)
            yield problem("KD645", place, so=shown(paper.so), ngay=told, ngay_trong_so=kept)
        series = series_of(paper.co_quan, paper.loai, paper.ngay) if paper.ngay else None
        if isinstance(series, Series):
            first = seen.setdefault((series, paper.so), path)
            if first is not path:
                yield problem("KD646", place, so=shown(paper.so), tep=first.as_posix())
    for each in lines:
        if each.tep and each.trang_thai is not TrangThai.HUY and not (home / each.tep).is_file():
            place = Place(file=(home / each.tep).as_posix())
            name = called(Series(each.loai, each.ky))
            yield problem("KD648", place, so=shown(each.so), day=name)


def _unknown(
    paper: Paper, place: Place, by_number: dict[tuple[str, str, int], Entry],
    spans: Sequence[OnPaper],
) -> Iterator[Problem]:  # fmt: skip
    """A number that was cancelled, or that the register never gave to this document."""
    so = paper.so or 0
    series = series_of(paper.co_quan, paper.loai, paper.ngay) if paper.ngay else None
    if not isinstance(series, Series):
        yield problem("KD643", place, so=shown(so), cua="")
        return
    there = by_number.get((*series, so))
    if there is not None and there.trang_thai is TrangThai.HUY:
        yield problem("KD647", place, so=shown(so), ly_do=there.ghi_chu)
    elif there is not None:
        of = f"; sổ ghi số này cho {there.tep or there.trich_yeu}"
        yield problem("KD643", place, so=shown(so), cua=of)
    elif not any(series == (each.loai, each.ky) and each.tu <= so <= each.den for each in spans):
        yield problem("KD643", place, so=shown(so), cua="")
