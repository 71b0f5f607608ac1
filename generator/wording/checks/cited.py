"""Checks how a text cites other papers: order of number and symbol, day, what is in force."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from generator.problems import DataPath, Place, Problem, problem
from generator.regulations.known_papers import known_papers
from generator.regulations.rule import doubt
from generator.wording.compare import fold, same
from generator.wording.dates import short_date
from generator.wording.read_days import DAY, day_of

_TYPES = "NQ|QĐ|CT|KL|QC|HD|TB|TC|BC|KH|CTr|ĐA|PA|DA|TTr|CV|BB|TT"
_PARTY = re.compile(
    rf"(?<![\w/.-])(\d+)\s?/\s?({_TYPES})\s?-\s?([A-ZĐ]{{0,6}}(?:TW|TU|ĐU|HU|ĐUK))(?![\w/-])"
)
_SPACED = re.compile(
    rf"(?<![\w/.-])(\d+)(\s?)-(\s?)({_TYPES})(\s?)/(\s?)([A-ZĐ]{{0,6}}(?:TW|TU|ĐU|HU|ĐUK))(?![\w/-])"
)
_STATE = re.compile(rf"(?<![\w/.-])(\d+)-({_TYPES})/(UBND|HĐND|TTg|CP)(?![\w/-])")
_CITED = re.compile(
    r"(?P<loai>[Qq]uy định|[Hh]ướng dẫn|[Qq]uyết định|[Kk]ết luận|[Cc]ông văn)?\s*(?:số\s+)?"
    r"(?<![\w/.-])(?P<so>\d+-[A-ZĐa-z]+/[A-ZĐ]+)(?![\w/-])"
    rf"(?:,?\s+ngày\s+{DAY})?"
)
_REPLACED = re.compile(
    "|".join(map(fold, ("thay thế", "thay cho", "hết hiệu lực", "bãi bỏ", "trước đây")))
)
_DAYS_OF = re.compile(
    r"(?P<loai>[^\W\d_]+\s+[^\W\d_]+)\s+số\s+(?P<so>\d+[/-][^\s,;()]+),?\s+ngày\s+" + DAY
)
_SENTENCE = re.compile(r"(?<=[;.]) ")
_NEAR = dt.timedelta(days=730)
"""Numbers begin anew with each term, so a paper years away is another one."""


def check_cited(text: str, path: DataPath, day: dt.date) -> Iterator[Problem]:
    """Check the papers that a text cites.

    Args:
        text: the text as typed.
        path: where it is in the data.
        day: the day of signature, or the last one it may have.

    Yields:
        KD281 for a number and symbol in the order of the other side or with blanks inside; KD282
        for a known paper with another day; KD283 for one that was replaced before `day`, except
        where the sentence says so. All warnings, each at its line.
    """
    for n, line in enumerate(text.split("\n")):
        for at, typed, right in _orders(line):
            yield problem("KD281", Place(path=(*path, n, at)), viet=typed, dung=right)
        start = 0
        for sentence in _SENTENCE.split(line):
            told = _REPLACED.search(fold(sentence)) is not None
            for found in _CITED.finditer(sentence):
                place = Place(path=(*path, n, start + found.start("so")))
                yield from _known(found, place, day, replaced=told)
            start += len(sentence) + 1


def check_same_paper(texts: Iterable[tuple[DataPath, str]]) -> Iterator[Problem]:
    """Check that a letter gives one day to a paper that it cites several times.

    Args:
        texts: the texts of a letter, each with its data path.

    Yields:
        KD296 at every citation with another day than the first one has; only within a year, since
        numbers begin anew.
    """
    first: dict[tuple[str, str, int], dt.date] = {}
    for path, text in texts:
        for n, line in enumerate(text.split("\n")):
            for found in _DAYS_OF.finditer(line):
                if not (named := day_of(found)):
                    continue
                known = first.setdefault((fold(found["loai"]), found["so"], named.year), named)
                if named != known:
                    values = {"viet": short_date(named), "truoc": short_date(known)}
                    place = Place(path=(*path, n, found.start("ngay")))
                    yield problem("KD296", place, so=found["so"], **values)


def _orders(line: str) -> Iterator[tuple[int, str, str]]:
    for found in _PARTY.finditer(line):
        yield found.start(), found[0], f"{found[1]}-{found[2]}/{found[3]}"
    for found in _STATE.finditer(line):
        yield found.start(), found[0], f"{found[1]}/{found[2]}-{found[3]}"
    for found in _SPACED.finditer(line):
        if any(found[n] for n in (2, 3, 5, 6)):
            yield found.start(), found[0], f"{found[1]}-{found[4]}/{found[7]}"


def _known(
    found: re.Match[str], place: Place, day: dt.date, *, replaced: bool
) -> Iterator[Problem]:
    papers = known_papers().get(found["so"], ())
    if found["loai"]:
        papers = [each for each in papers if same(each.loai, found["loai"])]
    named = day_of(found)
    exact = next((each for each in papers if named in {None, each.ngay}), None)
    if exact is None:
        near = next((each for each in papers if named and abs(named - each.ngay) < _NEAR), None)
        if near and found["loai"]:
            values = {"so": near.so_ky_hieu, "viet": short_date(named) if named else ""}
            yield problem("KD282", place, **values, dung=short_date(near.ngay))
    elif exact.thay and exact.tu and exact.tu <= day and (named or found["loai"]) and not replaced:
        unsure = doubt(exact.nguon)
        values = {"so": exact.so_ky_hieu, "tu": short_date(exact.tu), "thay": exact.thay}
        yield problem("KD283", place, **values, can_cu=f" ({unsure})" if unsure else "")
