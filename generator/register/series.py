"""The series of numbers a document belongs to: its type, and its term or year."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.model import CoQuan
from generator.model.campaign import NhiemKy
from generator.model.fields import term_name
from generator.problems import Place, Problem, problem
from generator.regulations.packs import letter_kinds, pack_for
from generator.regulations.the_thuc import TheThuc
from generator.wording import symbols
from generator.wording.dates import short_date

COPIES = "ban-sao"
"""All forms of copying share one series (HD 36, HD 05; NĐ 30 Phụ lục I)."""

CONGRESS = "dai-hoi"
"""Documents of a congress share one series, whatever their type (HD 36, HD 05)."""

_YEAR = re.compile(r"[12]\d{3}", re.ASCII)


class Series(NamedTuple):
    """A series: `loai` is a type of document, `ky` the term («2025-2030») or year («2026»)."""

    loai: str
    ky: str


def pack_on(body: CoQuan, day: dt.date) -> TheThuc:
    """Return the thể thức pack that applies to a body on a date."""
    return pack_for(body.khoi, day, day.year)


def type_of(kind: str) -> str:
    """Return the type whose series a kind of document is numbered in; all copies share one."""
    known = letter_kinds().get(kind)
    return (known.day_so if known else None) or kind


def series_of(body: CoQuan, kind: str, day: dt.date, term: str | None = None) -> Series | Problem:
    """Find the series of a document.

    Quyết định and quy định share their symbol, but not their series; secret and open documents of a
    type share the series (HD 36, HD 05).

    Args:
        body: the issuing body, with its terms.
        kind: `cong-van`, `quyet-dinh`, `sao-luc`, …
        day: the date of signature.
        term: the requested term or year, needed if the date does not determine it; one of the
            body's terms.

    Returns:
        The series, or the problem: a term must be given (KD600, KD601), or the one given does not
        exist (KD650).
    """
    pack = pack_on(body, day)
    loai = type_of(kind)
    symbol = body.ky_hieu or symbols.body_symbol(pack, body.ten, body.cap_tren)
    if kind == CONGRESS or symbol in pack.so_ky_hieu.mot_day_so.gia_tri:
        return Series(CONGRESS, CONGRESS)
    yearly = pack.so_ky_hieu.day_so.gia_tri == "nam"
    if term is not None:
        named = year_named(term) if yearly else _term_named(body.nhiem_ky, term)
        if named is None:
            known = (
                "năm, như 2026"
                if yearly
                else (", ".join(each.ten for each in body.nhiem_ky) or "nhiệm kỳ, như 2025-2030")
            )
            return problem("KD650", Place(), nhap=term, co_quan=body.ten, cac_ky=known)
        return Series(loai, named)
    if yearly:
        return Series(loai, str(day.year))
    running = term_on(body.nhiem_ky, day)
    if running is None:
        code = "KD601" if body.nhiem_ky else "KD600"
        return problem(code, Place(), co_quan=body.ten, ngay=short_date(day))
    return Series(loai, running.ten)


def year_named(text: str) -> str | None:
    """Return a year as used in the name of a series; None if the text is not a year."""
    return text.strip() if _YEAR.fullmatch(text.strip()) else None


def is_counted_so(body: CoQuan, series: Series) -> bool:
    """Return whether a body counts its numbers as the name of a series says: by term or by year."""
    if series.ky == CONGRESS:
        return True
    year = int(series.ky[:4])
    rule = pack_on(body, dt.date(year, 12, 31)).so_ky_hieu.day_so.gia_tri
    return (rule == "nam") == (year_named(series.ky) is not None)


def _term_named(terms: Sequence[NhiemKy], text: str) -> str | None:
    """Parse a term as in data files; if the body's terms are known, it must be one of them."""
    name = term_name(text)
    known = {each.ten for each in terms}
    return name if name and (not known or name in known) else None


def term_on(terms: Sequence[NhiemKy], day: dt.date) -> NhiemKy | None:
    """Return the term that contains a date; a term's first day belongs to that term."""
    begun = [(start, term) for term in terms if (start := first_day(term)) and start <= day]
    return max(begun, key=lambda each: each[0])[1] if begun else None


def first_day(term: NhiemKy) -> dt.date | None:
    """Return the date from which the numbers of a committee's documents restart.

    HD 36: the day after the congress closes. HD 05: the day it closes; the opening day of the first
    meeting if the committee met during the congress. For a committee appointed before its congress:
    the date of the decision. The guidance in force on that date decides.

    Returns:
        The date; None if the term has no date.
    """
    if term.chi_dinh_tu:
        return term.chi_dinh_tu
    closed = term.be_mac_dai_hoi or term.hoi_nghi_dau
    if closed is None:
        return None
    rule = pack_for("dang", closed, closed.year).so_ky_hieu
    if term.hoi_nghi_dau and rule.tu_hoi_nghi_dau and rule.tu_hoi_nghi_dau.gia_tri:
        return term.hoi_nghi_dau
    return closed + dt.timedelta(days=rule.sau_be_mac.gia_tri if rule.sau_be_mac else 0)
