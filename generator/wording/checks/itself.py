"""Checks a letter against itself: how it calls itself, its summary, its lists, its articles.

No text prescribes this; what is left over from the letter that was copied is found so.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from generator.problems import DataPath, Place, Problem, problem
from generator.wording.articles import articles
from generator.wording.compare import fold, same
from generator.wording.dates import short_date
from generator.wording.lists import without_dash, without_mark
from generator.wording.read_days import days_of

_NUMBERS = re.compile(r"\d+|\b[IVX]+\b")
_HELD = re.compile(r"^[\W\d]*thời gian\b[^;]*", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?P<so>\d{1,2}) (?P<ten>đồng chí|thành viên|nội dung|nhiệm vụ|bước|nhóm|điểm)"
    r"(?: (?:sau|như sau|sau đây|chính|chủ yếu))?(?:, gồm)?\s*:$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(\d{1,2})[.)/]\s")
_PERSON = "đồng chí"
_PERSON_FOLDED = fold(_PERSON)
_NAMED_ARTICLE = re.compile(
    r"\btại (?:khoản \d+,? )?(?P<dieu>Điều (?P<so>\d+))(?=[,.;]| (?:chịu|thi hành|có trách nhiệm))"
)
_FIRST_LINES = 3


def check_calendar(text: str, path: DataPath) -> Iterator[Problem]:
    """Check that every day of a text is one: KD265."""
    for n, line in enumerate(text.split("\n")):
        for named in days_of(line):
            if named.ngay is None:
                yield problem("KD265", Place(path=(*path, n, named.cho)), viet=named.viet)


def check_meeting(text: str, day: dt.date | None) -> Iterator[Problem]:
    """Check that minutes are not signed before their meeting: KD266 at the line «Thời gian»."""
    for n, line in enumerate(text.split("\n")):
        held = _HELD.match(line)
        for named in [*days_of(line, 0, held.end())][:1] if held and day else ():
            if named.ngay and day and named.ngay > day:
                values = {"hop": short_date(named.ngay), "ky": short_date(day)}
                yield problem("KD266", Place(path=("noi_dung", n, named.cho)), **values)


def check_called(text: str, title: str, names: Mapping[str, str], also: str) -> Iterator[Problem]:
    """Check that a letter that says «Thông báo này» is one: KD267.

    Args:
        text: its body.
        title: how its kind is called.
        names: how the kinds of letters are called.
        also: the rest of its texts; a kind that these or the body name otherwise may be meant.
    """
    whole = fold(f"{text}\n{also}")
    for name in dict.fromkeys(names.values()):
        said = re.compile(rf"(?<!\w){re.escape(name.capitalize())} này(?!\w)")
        found = [
            (n, each) for n, line in enumerate(text.split("\n")) for each in said.finditer(line)
        ]
        if not found or same(name, title):
            continue
        mentions = len(re.findall(rf"(?<!\w){re.escape(fold(name))}(?!\w)", whole))
        own = len(re.findall(rf"(?<!\w){re.escape(fold(name))} {fold('này')}(?!\w)", whole))
        if mentions == own:
            n, first = found[0]
            yield problem("KD267", _at(n, first), viet=first[0], loai=title.lower())


def check_summary(text: str, summary: str) -> Iterator[Problem]:
    """Check that the first lines repeat the summary with its own numbers: KD268.

    «kết quả quý III năm 2025» above a text on «kết quả quý III năm 2026».
    """
    wanted = fold(without_mark(summary))
    masked = _NUMBERS.sub("#", " ".join(without_mark(summary).split()))
    if "#" not in masked or len(masked.split()) < 4 or wanted in fold(text):
        return
    form = re.escape(masked).replace(r"\#", r"(?:\d+|[IVX]+)")
    for n, line in enumerate(text.split("\n")[:_FIRST_LINES]):
        if found := re.search(rf"(?<!\w){form}(?!\w)", line, re.IGNORECASE):
            yield problem("KD268", _at(n, found), viet=found[0], trich_yeu=summary)
            return


def check_lists(text: str) -> Iterator[Problem]:
    """Check that a list has as many items as the line above it says: KD269.

    A list of people is counted only where each item names one; who is in it twice is told too:
    KD264.
    """
    lines = text.split("\n")
    for n, line in enumerate(lines):
        found = _COUNTED.search(line.rstrip(" *"))
        if not found:
            continue
        items = [*_items(lines[n + 1 :])]
        people = found["ten"].lower() == _PERSON
        each_one = all(item.lower().count(_PERSON) == 1 for item in items)
        if items and len(items) != int(found["so"]) and (each_one or not people):
            yield problem("KD269", _at(n, found), viet=found[0], so=len(items))
        named = [
            fold(each.split(",")[0]).partition(_PERSON_FOLDED)[2].strip(" :;.") for each in items
        ]
        for at, name in enumerate(named if people and each_one else ()):
            if name and name in named[:at]:
                typed = lines[n + 1 + at].split(",")[0].strip(" *")
                yield problem("KD264", Place(path=("noi_dung", n + 1 + at, 0)), viet=typed)


def _items(lines: Sequence[str]) -> Iterator[str]:
    """Yield the numbered lines from 1 on, until the numbers end."""
    for due, line in enumerate(lines, 1):
        words = line.strip().lstrip("*")
        found = _ITEM.match(words)
        if not found or int(found[1]) != due:
            return
        yield words


def check_articles(text: str) -> Iterator[Problem]:
    """Check that an article that the text names is there: KD288, in a text that has articles."""
    known = articles(text.splitlines())
    if not known:
        return
    for n, line in enumerate(text.split("\n")):
        for found in _NAMED_ARTICLE.finditer(line):
            if int(found["so"]) not in known:
                last = f"Điều {max(known)}"
                yield problem("KD288", _at(n, found, "dieu"), viet=found["dieu"], cuoi=last)


def check_repeated(key: str, items: Sequence[str], above: Sequence[str] = ()) -> Iterator[Problem]:
    """Check that a list names nothing twice: KD264, also for what stands above («Như trên»)."""
    seen = {fold(_bare(each)) for each in above}
    for n, item in enumerate(items):
        word = fold(_bare(item))
        if word and word in seen and not item.rstrip().endswith(":"):
            yield problem("KD264", Place(path=(key, n)), viet=_bare(item))
        seen.add(word)


def _bare(item: str) -> str:
    return without_mark(without_dash(item))


def _at(line: int, found: re.Match[str], group: str | int = 0) -> Place:
    return Place(path=("noi_dung", line, found.start(group)))
