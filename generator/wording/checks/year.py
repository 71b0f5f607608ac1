"""Checks the years that a letter names: jubilees, ages, terms that are over, last year's summary.

No text prescribes this: the years of a letter are those of its day.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from generator.problems import DataPath, Place, Problem, problem
from generator.wording.read_days import day_pattern

_FROM = rf"(?:{day_pattern('a_')}|(?P<a>\d{{4}}))"
_TO = rf"(?:{day_pattern('b_')}|(?P<b>\d{{4}}))"
_JUBILEE = re.compile(
    r"(?:(?P<so>\d{1,4}) năm|lần thứ (?P<lan>\d{1,4}))\b[^()\d]{0,100}"
    rf"\((?:ngày )?{_FROM} ?[-–] ?(?:ngày )?{_TO}\)",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"sinh (?:ngày \d{1,2}/\d{1,2}/|ngày \d{1,2} tháng \d{1,2} năm |năm )(?P<nam>\d{4})"
    r"[,;( ]{1,3}(?:nay )?(?P<tuoi>\d{1,3}) tuổi(?! đảng)",
    re.IGNORECASE,
)
_TERM = re.compile(r"nhiệm kỳ (?P<dau>\d{4}) ?[-–] ?(?P<cuoi>\d{4})", re.IGNORECASE)
_APPOINTS = re.compile(
    r"\b(?:chuẩn y|chỉ định|kiện toàn|giữ chức|bổ sung|bầu|công nhận|phê chuẩn)\b", re.IGNORECASE
)
_BEFORE = re.compile(
    r"\b(?:đã|nguyên|trước đây|thôi giữ|thôi tham gia|miễn nhiệm|nghỉ hưu|tổng kết|thay thế)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"năm (\d{4})(?!\d)", re.IGNORECASE)


def check_years(text: str, path: DataPath, day: dt.date | None) -> Iterator[Problem]:
    """Check the jubilees, ages and terms of a text.

    Args:
        text: the text as typed.
        path: where it is in the data.
        day: the day of signature; None where it is not known yet.

    Yields:
        KD205 for a jubilee that is not as many years as its two days say; with a day of signature
        KD206 for an age that is not that of the year of birth, KD207 for a post in a term that is
        over. Each at its line.
    """
    for n, line in enumerate(text.split("\n")):
        for found in _JUBILEE.finditer(line):
            said = found["so"] or found["lan"]
            right = _years(found)
            if right and int(said) not in right:
                place = Place(path=(*path, n, found.start()))
                yield problem("KD205", place, viet=said, dung=right[0])
        if day is None:
            continue
        for found in _AGE.finditer(line):
            age = day.year - int(found["nam"])
            if abs(age - int(found["tuoi"])) > 1:
                place = Place(path=(*path, n, found.start()))
                yield problem("KD206", place, nam=found["nam"], tuoi=found["tuoi"], dung=age)
        for found in _TERM.finditer(line):
            sentence = line[line.rfind(";", 0, found.start()) + 1 : found.start()]
            over = int(found["cuoi"]) < day.year and _APPOINTS.search(sentence)
            if over and not _BEFORE.search(line):
                place = Place(path=(*path, n, found.start()))
                yield problem("KD207", place, viet=found[0], nam=day.year)


def _years(found: re.Match[str]) -> tuple[int, ...]:
    """Return how many years a jubilee may be; none where its days are not the same of the year.

    Between two years without days it may count both: «05 năm (2021 - 2025)».
    """
    if found["a"] or found["b"]:
        years = int(found["b"]) - int(found["a"]) if found["a"] and found["b"] else -1
        return (years, years + 1) if years >= 0 else ()
    if (found["a_ngay"], found["a_thang"]) != (found["b_ngay"], found["b_thang"]):
        return ()
    return (int(found["b_nam"]) - int(found["a_nam"]),)


def check_year_of_summary(summary: str, texts: Sequence[str], day: dt.date) -> Iterator[Problem]:
    """Check that a past year of the summary is one that the letter speaks of.

    Args:
        summary: what stands below the kind, or the number.
        texts: the other texts of the letter.
        day: the day of signature.

    Yields:
        KD208 where the texts never name that year, but the year of the signature.
    """
    named = set(_YEAR.findall(summary))
    if len(named) != 1 or int(year := named.pop()) >= day.year:
        return
    whole = "\n".join(texts)
    if year not in whole and str(day.year) in _YEAR.findall(whole):
        yield problem("KD208", Place(path=("trich_yeu",)), viet=year, nam=day.year)
