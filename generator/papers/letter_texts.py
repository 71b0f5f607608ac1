"""Checks the texts of a letter, line by line: days, cited papers, counts, amounts, blanks."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model import Dot, VanBan
from generator.model.fields import known_day
from generator.model.kinds import LoaiVanBan
from generator.problems import DataPath, Place, Problem, problem
from generator.regulations.the_thuc import TheThuc
from generator.rules.hours import is_hour
from generator.wording.checks.amount import check_amounts
from generator.wording.checks.blank import check_blanks
from generator.wording.checks.cited import check_cited, check_same_paper
from generator.wording.checks.count import check_counts
from generator.wording.checks.day import check_days
from generator.wording.checks.itself import (
    check_articles,
    check_calendar,
    check_called,
    check_lists,
    check_meeting,
    check_summary,
)
from generator.wording.checks.order import check_deadlines, check_done
from generator.wording.checks.parts import check_parts
from generator.wording.checks.person import check_lives, check_named, check_names
from generator.wording.checks.reckoned import check_reckoned
from generator.wording.checks.span import check_minutes, check_parts_of_day, check_spans
from generator.wording.checks.year import check_year_of_summary, check_years

_SUMMARY, _BODY, _BASE, _ANNEX = "trich_yeu", "noi_dung", "can_cu", "phu_luc"
_ITEMS = frozenset({_BASE, "noi_nhan"})
_DECISION = "quyet-dinh"
_MINUTES, _INVITATION = "bien-ban", "giay-moi"
_CLOCK = re.compile(
    r"(?:thời gian:|\blúc|\bhồi)[\s*]*(?P<gio>\d{1,3} ?(?:giờ|h)(?: ?\d{1,2})?)(?! (?:học|giảng))",
    re.IGNORECASE,
)
_TIMED = re.compile(r"\d ?(?:giờ|h\b|:\d)|ngày \d|\d/\d", re.IGNORECASE)


def check_texts(document: VanBan, kind: LoaiVanBan | None, dot: Dot) -> Iterator[Problem]:
    """Check what the texts of a letter say, each for itself and the papers they cite together.

    Yields:
        KD171, KD193, KD194, KD198, KD199, KD205 to KD209, KD240, KD241, KD265, KD278 to KD283,
        KD290 to KD298, at their lines.
    """
    day = known_day(document.ngay)
    texts = [*_texts(document)]
    found: list[Problem] = []
    for path, text in texts:
        found += check_calendar(text, path)
        found += check_days(text, path, document.loai, day)
        ground = path[0] == _BASE
        found += check_done(text, path, document.loai, day, ground=ground)
        found += check_deadlines(text, path)
        found += check_cited(text, path, day or dt.date(dot.nam, 12, 31))
        found += check_spans(text, path)
        found += check_parts_of_day(text, path)
        found += check_years(text, path, day)
        found += check_lives(text, path)
        found += check_amounts(text, path)
        found += check_counts(text, path)
        found += check_reckoned(text, path)
        # Annexes may be forms, and slips have lines for others to fill in.
        if _numbered(document) and path[0] != _ANNEX and kind and kind.in_trich_yeu:
            found += check_blanks(text, path)
    found += check_same_paper(texts)
    if document.loai != _MINUTES:
        kept = [(("noi_nhan", n), each) for n, each in enumerate(document.noi_nhan)]
        found += check_names([*texts, *kept])
    said = [text for path, text in texts if path != (_SUMMARY,)]
    if document.loai == _DECISION:
        found += check_named(document.trich_yeu, said)
    if day:
        found += check_year_of_summary(document.trich_yeu, said, day)
    if document.loai == _MINUTES:
        found += check_minutes(document.noi_dung, (_BODY,))
    yield from map(_placed, found)


def check_itself(pack: TheThuc, document: VanBan) -> Iterator[Problem]:
    """Check the body of a letter against its kind, its summary, its day, and its own parts.

    Yields:
        KD266 to KD269, KD170, KD288; KD289 for an invitation without day and hour.
    """
    text, day = document.noi_dung, known_day(document.ngay)
    names = {loai: each.gia_tri for loai, each in pack.ten_loai.items()}
    annexes = [f"{each.tieu_de}\n{each.noi_dung or ''}" for each in document.phu_luc]
    others = "\n".join([document.trich_yeu, *document.can_cu, *annexes])
    for n, line in enumerate(text.split("\n")):
        for found in _CLOCK.finditer(line):
            if not is_hour(found["gio"]):
                place = Place(path=(_BODY, n, found.start("gio")))
                yield problem("KD170", place, gio=found["gio"])
    if document.loai == _MINUTES:
        yield from check_meeting(text, day)
    if document.loai in names:
        yield from check_called(text, names[document.loai], names, others)
    yield from check_summary(text, document.trich_yeu)
    yield from check_lists(text)
    yield from check_articles(text)
    yield from check_parts(text, (_BODY,))
    if document.loai == _INVITATION and not _TIMED.search(f"{text}\n{others}"):
        yield problem("KD289", Place(path=(_BODY,)))


def _texts(document: VanBan) -> Iterator[tuple[DataPath, str]]:
    yield (_SUMMARY,), document.trich_yeu
    for n, each in enumerate(document.can_cu):
        yield (_BASE, n), each
    yield (_BODY,), document.noi_dung
    for n, annex in enumerate(document.phu_luc):
        yield (_ANNEX, n, _BODY), annex.noi_dung or ""


def _numbered(document: VanBan) -> bool:
    return document.so is not None or document.so_ky_hieu is not None


def _placed(found: Problem) -> Problem:
    """Return a finding at a place of the data: what is one line has no lines of its own."""
    path = found.place.path
    lines = 2 if path[0] in _ITEMS else 1 if path[0] == _SUMMARY else len(path)
    return replace(found, place=Place(path=path[:lines]))
