"""Finds problems in a register, on its own and against the documents."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from generator.model.campaign import NhiemKy
from generator.problems import Place, Problem, Severity, problem
from generator.register import days, numbers
from generator.register.entry import OnPaper, RegisterLine, TrangThai
from generator.register.names import called, type_names
from generator.register.numbered import NumberedDocument
from generator.register.paths import file_of
from generator.register.series import CONGRESS, Series, series_of, type_of
from generator.register.sheet import shown
from generator.register.where import Documents
from generator.wording.compare import same
from generator.wording.dates import iso_shown, short_date


def audit(
    register: sqlite3.Connection, path: Path, terms: Sequence[NhiemKy] = ()
) -> Iterator[Problem]:
    """Find what is wrong in a register itself.

    Args:
        register: opened for reading.
        path: its file, for messages.
        terms: of its body, as far as known.

    Yields:
        KD640 (an unexplained gap), KD641 (dates out of order), KD642 (a number still held), KD656
        (a line without date or trích yếu), KD668, KD669 (a date of another time).
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
                    "KD641",
                    place,
                    day=name,
                    so=shown(after.so),
                    ngay=iso_shown(after.ngay),
                    so_truoc=shown(before.so),
                    ngay_truoc=iso_shown(before.ngay),
                )
        for each in lines:
            if each.trang_thai is TrangThai.GIU:
                yield problem("KD642", place, day=name, so=shown(each.so), tep=each.tep)
            if each.trang_thai is TrangThai.CAP:
                yield from _lacking(each, series, place)
            if each.trang_thai is not TrangThai.HUY:
                yield from _misdated(each, series, place, terms)


def _lacking(line: RegisterLine, series: Series, place: Place) -> Iterator[Problem]:
    for column, value in (("Ngày", line.ngay), ("Trích yếu", line.trich_yeu)):
        if not value:
            so = f"{shown(line.so)} ({called(series)})"
            yield problem("KD656", place, so=so, cot=column)


def _misdated(
    line: RegisterLine, series: Series, place: Place, terms: Sequence[NhiemKy]
) -> Iterator[Problem]:
    told = {"so": shown(line.so), "ngay": iso_shown(line.ngay), "day": called(series)}
    found = days.misdated(series, line.ngay, terms)
    if found and found.impossible:
        yield problem("KD668", place, **told)
    elif found:
        yield problem("KD669", place, **told, ly_do=found.why)


def gaps(lines: Sequence[RegisterLine], spans: Sequence[OnPaper]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of numbers, from 01 to the last, given neither here nor on paper."""
    known = sorted([(each.so, each.so) for each in lines] + [(each.tu, each.den) for each in spans])
    coming = 1
    for first, last in known:
        if first > coming:
            yield coming, first - 1
        coming = max(coming, last + 1)


def missing(path: Path, documents: Documents, *, own: bool) -> list[Problem]:
    """Report documents with numbers whose body has no register (KD629).

    Args:
        path: the path the register should have.
        documents: the documents of the body.
        own: whether it is the campaign's own body; for another one, which may keep its register
            elsewhere, it is only a warning.
    """
    numbered = [(file, paper) for _, file, paper in documents if paper.so is not None]
    if not numbered:
        return []
    file, paper = numbered[0]
    found = problem(
        "KD629",
        Place(file=path.as_posix()),
        co_quan=paper.co_quan.ten,
        bao_nhieu=len(numbered),
        tep=file.as_posix(),
    )
    return [found if own else replace(found, severity=Severity.WARNING)]


def against_documents(
    register: sqlite3.Connection, documents: Documents, path: Path
) -> Iterator[Problem]:
    """Compare the documents of one body with its register.

    Args:
        register: opened for reading.
        documents: the documents of the body.
        path: the register's file.

    Yields:
        KD643 (a number unknown to the register), KD644 (another number), KD645 (another date),
        KD646 (the same number twice), KD647 (a cancelled number), KD648 (file missing), KD649
        (another trích yếu), KD651 (another type).
    """
    lines = list(numbers.entries(register))
    living = {(each.tep, each.muc): each for each in lines if each.trang_thai is not TrangThai.HUY}
    by_number = {(each.loai, each.ky, each.so): each for each in lines}
    spans = numbers.on_paper(register)
    seen: dict[tuple[Series, int], tuple[Path, str]] = {}
    for name, file, paper in documents:
        place = Place(file=file.as_posix(), path=(*paper.path, "so"))
        own = living.get((name, paper.muc))
        if paper.so is None:
            if own is not None and own.trang_thai is TrangThai.CAP:
                yield problem("KD644", place, so="(chưa có số)", so_trong_so=shown(own.so))
            continue
        series: Series | Problem | None
        if own is not None and own.so == paper.so:
            # The term was determined when the number was taken.
            series = Series(own.loai, own.ky)
            yield from _changed(paper, own, place)
        else:
            series = series_of(paper.co_quan, paper.loai, paper.ngay) if paper.ngay else None
            if own is None:
                known = series if isinstance(series, Series) else None
                yield from _unknown(paper.so, known, place, by_number, spans)
            else:
                yield problem("KD644", place, so=shown(paper.so), so_trong_so=shown(own.so))
        if isinstance(series, Series):
            first = seen.setdefault((series, paper.so), (file, paper.muc))
            if first != (file, paper.muc):
                other = f"{first[0].as_posix()} {first[1]}".strip()
                yield problem("KD646", place, so=shown(paper.so), tep=other)
    yield from _gone(lines, path)


def _changed(paper: NumberedDocument, own: RegisterLine, place: Place) -> Iterator[Problem]:
    """Report differences between a document and its line."""
    so = shown(own.so)
    if own.loai not in (type_of(paper.loai), CONGRESS):
        loai = type_names().get(paper.loai, paper.loai)
        name = called(Series(own.loai, own.ky))
        yield problem("KD651", place, so=so, loai=loai.lower(), day=name)
    if paper.ngay and own.ngay != paper.ngay.isoformat():
        told, kept = short_date(paper.ngay), iso_shown(own.ngay)
        yield problem("KD645", place, so=so, ngay=told, ngay_trong_so=kept)
    if not same(own.trich_yeu, paper.trich_yeu):
        yield problem("KD649", place, so=so, trich_yeu=paper.trich_yeu, trong_so=own.trich_yeu)


def _gone(lines: Iterable[RegisterLine], path: Path) -> Iterator[Problem]:
    """Report numbers whose file is missing; files on another machine are not checked."""
    for each in lines:
        file = file_of(path, each.tep)
        if each.tep and each.trang_thai is not TrangThai.HUY and file and not file.is_file():
            name = called(Series(each.loai, each.ky))
            place = Place(file=path.as_posix())
            yield problem("KD648", place, so=shown(each.so), day=name, tep=each.tep)


def _unknown(
    so: int,
    series: Series | None,
    place: Place,
    by_number: dict[tuple[str, str, int], RegisterLine],
    spans: Sequence[OnPaper],
) -> Iterator[Problem]:
    """Report a number that was cancelled or that the register never gave to this document."""
    if series is None:
        yield problem("KD643", place, so=shown(so), cua="")
        return
    there = by_number.get((*series, so))
    if there is not None and there.trang_thai is TrangThai.HUY:
        yield problem("KD647", place, so=shown(so), ly_do=there.ghi_chu)
    elif there is not None:
        of = f"; sổ ghi số này cho {numbers.told_of(there)}"
        yield problem("KD643", place, so=shown(so), cua=of)
    elif not any(series == (each.loai, each.ky) and each.tu <= so <= each.den for each in spans):
        yield problem("KD643", place, so=shown(so), cua="")
