"""Checks that what a letter tells as done lies before its day, and deadlines follow one another.

No text prescribes this: nobody reports on a meeting to come; who gathers reports waits for them.
"""

import datetime as dt
import re
from collections.abc import Iterator

from generator.problems import DataPath, Place, Problem, problem
from generator.wording.compare import fold
from generator.wording.dates import short_date
from generator.wording.read_days import DAY, day_of

_MEETING = r"(?:phiên họp|hội nghị|cuộc họp|kỳ họp|buổi làm việc)"
_AT_MEETING = re.compile(rf"^[\W\d]*tại {_MEETING}\b[^.;]{{0,80}}?\bngày {DAY}", re.IGNORECASE)
_ON_DAY = re.compile(rf"(?:^[\W\d]*|[.;] )(?:(?:sáng|chiều),? )?ngày {DAY}", re.IGNORECASE)
_WRITTEN = re.compile(rf"\bđề ngày {DAY}", re.IGNORECASE)
_RESTS_ON = re.compile(
    rf"(?:\bhọp|{_MEETING}|biên bản|bỏ phiếu|biểu quyết|kết quả)\b[^;]{{0,60}}?\bngày {DAY}",
    re.IGNORECASE,
)
_VALID = re.compile(rf"\bgiá trị (?:đến|tới)(?: hết)? ngày {DAY}", re.IGNORECASE)
_FROM = re.compile(rf"\b(?:nghỉ hưu|có hiệu lực)(?: kể)? từ ngày {DAY}", re.IGNORECASE)
_LAPSED = dt.timedelta(days=90)
"""A decision may take effect some weeks before its day."""
_UNTIL = re.compile(rf"\btừ ngày [^;.]{{1,40}}? đến (?:hết )?ngày {DAY}", re.IGNORECASE)
_CERTIFICATE = "giay-chung-nhan"
_DONE = re.compile(r"\b(?:đã|sau khi)\b", re.IGNORECASE)
_HELD = re.compile(r"\b(?:họp|nghe|làm việc|xem xét)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:sẽ|dự kiến|tới đây|sắp)\b", re.IGNORECASE)
_END = re.compile(r"[.;](?=\s|$)")
_TELLING = frozenset({"ket-luan", "thong-cao", "nghi-quyet"})
"""Kinds that tell what a meeting did."""

_DUE = r"(?:trước|chậm nhất|muộn nhất)(?: là)?(?: \d+ giờ(?: \d+)?(?: phút)?,?)?\s+ngày\s+"
_SENT = re.compile(
    r"\b(?:gửi|nộp|báo cáo)\b[^.;]{0,100}?\b(?:về|cho|qua) (?P<noi>[A-ZĐ][^,.;()\d]{3,60}?),? "
    rf"(?:xong )?{_DUE}{DAY}"
)
_GATHERED = re.compile(rf"\btổng hợp\b[^.;]{{0,160}}?\b{_DUE}{DAY}", re.IGNORECASE)


def check_done(
    text: str, path: DataPath, loai: str, day: dt.date | None, *, ground: bool = False
) -> Iterator[Problem]:
    """Check that what a text tells as done does not lie ahead.

    Args:
        text: the text as typed.
        path: where it is in the data.
        loai: the kind of letter.
        day: the day of signature; None where it is not known yet.
        ground: whether it is a căn cứ.

    Yields:
        KD240, each at its line; KD279 for a paper that is valid, or takes effect, in the past.
    """
    for n, line in enumerate(text.split("\n") if day else ()):
        yield from _past(line, (*path, n), day)
        found = [*_WRITTEN.finditer(line), *(_RESTS_ON.finditer(line) if ground else ())]
        found += [
            each
            for pattern in (_AT_MEETING, _ON_DAY)
            for each in pattern.finditer(line)
            if _is_told(line, each, loai)
        ]
        found += _UNTIL.finditer(line) if loai == _CERTIFICATE else ()
        for each in found:
            named = day_of(each)
            if named and day and named > day:
                place = Place(path=(*path, n, each.start("ngay")))
                yield problem("KD240", place, ngay=short_date(named), ky=short_date(day))


def _past(line: str, path: DataPath, day: dt.date | None) -> Iterator[Problem]:
    for pattern, spared in ((_VALID, dt.timedelta()), (_FROM, _LAPSED)):
        for found in pattern.finditer(line):
            named = day_of(found)
            if named and day and named < day - spared:
                place = Place(path=(*path, found.start("ngay")))
                yield problem("KD279", place, ngay=short_date(named), ky=short_date(day))


def _is_told(line: str, found: re.Match[str], loai: str) -> bool:
    """Return whether the sentence of a day tells what was done."""
    end = _END.search(line, found.end())
    sentence = line[found.start() : end.start() if end else len(line)]
    told = _DONE.search(sentence) or (loai in _TELLING and _HELD.search(sentence))
    return bool(told) and not _TO_COME.search(sentence)


def check_deadlines(text: str, path: DataPath) -> Iterator[Problem]:
    """Check that who gathers reports is not due before those who send them.

    Args:
        text: the text as typed.
        path: where it is in the data.

    Yields:
        KD241 at the deadline of who gathers: the same body, or the rest of the same line.
    """
    lines = [line.replace("*", "") for line in text.split("\n")]
    sent = [(n, each) for n, line in enumerate(lines) for each in _SENT.finditer(line)]
    for n, line in enumerate(lines if sent else ()):
        for found in _GATHERED.finditer(line):
            due, before = day_of(found), fold(line[: found.start()])
            for at, each in sent:
                last = day_of(each)
                same_line = at == n and each.end() <= found.start()
                other_line = at != n and fold(each["noi"]) in before
                if due and last and due < last and (same_line or other_line):
                    values = {"sau": short_date(due), "truoc": short_date(last)}
                    yield problem("KD241", Place(path=(*path, n, found.start("ngay"))), **values)
                    break
