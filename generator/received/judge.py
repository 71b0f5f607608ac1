"""Checks a received file against its requirements and collects all findings."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.model.verdict import Ket
from generator.opening.boxes import is_legacy
from generator.opening.content import REASONS, SCANNED, UNREAD, FileContent, Unread
from generator.received.bodies import other_bodies
from generator.received.chair import chair
from generator.received.confirmed import confirmations
from generator.received.draft import OUR_DRAFT, is_our_draft, not_out
from generator.received.expected import Expected, Finding
from generator.received.filled import unfilled
from generator.received.folded import all_letters, bears, letters
from generator.received.form_match import other_form, wrong_form
from generator.received.identify import is_titled
from generator.received.last_year import last_year
from generator.received.marked_cells import with_boxes
from generator.received.namesake import namesake
from generator.received.points import points
from generator.received.remarks import remarks
from generator.received.signed import not_signed
from generator.received.somebody_else import somebody_else
from generator.received.subject import named_person
from generator.received.tallies import tallies
from generator.received.ticks import ticks
from generator.received.workplace import workplace
from generator.received.years import Day, days_named, wrong_year
from generator.wording.compare import same
from generator.wording.dates import short_date


def judge(seen: FileContent, due: Expected) -> list[Finding]:
    """Check a file against the requirements for it.

    Args:
        seen: the content of the file.
        due: the requirements.

    Returns:
        The findings, empty when the file is accepted. A point that cannot be decided is also a
        finding.
    """
    if seen.refusal:
        return [Finding(Ket.CAN_XEM_LAI, REASONS[seen.refusal])]
    if is_our_draft(seen):
        return [Finding(Ket.CAN_XEM_LAI, OUR_DRAFT, "đòi bản đúng: sửa dữ liệu rồi in lại")]
    if seen.scanned:
        return [Finding(Ket.CAN_XEM_LAI, f"{SCANNED}{_signed_by(seen)}", _LOOK)]
    if is_legacy(seen.lines):
        return [Finding(Ket.CAN_XEM_LAI, UNREAD[Unread.KIEU_CHU], _LOOK)]
    if due.tu_do and not seen.unread:
        return list(not_out(seen, due))
    if seen.unread:
        # What seems to be missing may stand in what was not read; only what is there counts.
        said = (*other_form(seen, due), *_wrong_year(seen, due), *_wrong_person(seen, due))
        there = [each for each in said if each.ket is Ket.SAI_MAU]
        return [Finding(Ket.CAN_XEM_LAI, UNREAD[seen.unread], _LOOK), *there]
    if due.titles and due.form is None and not is_titled(seen, due.titles):
        # It is a different document, so checking it against these requirements is meaningless.
        return [Finding(Ket.CAN_XEM_LAI, f"không thấy tên «{due.titles[0]}» ở đầu tệp")]
    if due.form is None and not _is_meant(seen, due.titles):
        return [Finding(Ket.CAN_XEM_LAI, f"không rõ có phải là «{due.titles[0]}» hay không")]
    if due.form is not None:
        levels = [level.ten for level in due.che_do.muc]
        seen = with_boxes(seen, levels, due.che_do.cap_do)
    return [
        *wrong_form(seen, due),
        *_wrong_year(seen, due),
        *last_year(seen, due),
        *_wrong_person(seen, due),
        *namesake(seen, due),
        *workplace(seen, due),
        *other_bodies(seen, due),
        *somebody_else(seen, due),
        *_content(seen, due),
        *unfilled(seen, due),
        *points(seen, due),
        *tallies(seen, due),
        *chair(seen, due),
        *ticks(seen, due),
        *_perhaps_stamped(seen, not_signed(seen, due)),
        *_perhaps_stamped(seen, confirmations(seen, due)),
        *_perhaps_stamped(seen, remarks(seen, due)),
        *_perhaps_stamped(seen, not_out(seen, due)),
    ]


def _wrong_year(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Check the year; any other paper may be of any year."""
    return iter(()) if due.tu_do else wrong_year(seen, due)


_LOOK = "mở xem, đúng thì ghi da_xem trong ho_so"


def _signed_by(seen: FileContent) -> str:
    return f"; có chữ ký số: {'; '.join(seen.signatures)}" if seen.signatures else ""


def _perhaps_stamped(seen: FileContent, found: Iterable[Finding]) -> Iterator[Finding]:
    """Doubt that something is missing where it may be a picture: numbers and days are stamped.

    A digital signature is evidence that a paper was signed, and by whom; what it is worth the
    clerk sees in a program for it.
    """
    for each in found:
        if (seen.pictures or seen.signatures) and each.ly_do.startswith(_MISSING):
            why = _signed_by(seen) or "; có thể nằm trong hình ở tệp"
            yield Finding(Ket.CAN_XEM_LAI, f"{each.ly_do}{why}", each.viec or _LOOK)
        else:
            yield each


_MISSING = ("chưa ", "ngày, tháng, năm còn để trống", "không thấy", "chỗ ký")
"""How findings begin that say something is not there."""


def _content(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Check that minutes state the meeting day, and that an announcement of results has a level."""
    day = due.ngay
    if day and Day(day.year, day.month, day.day) not in days_named(seen.lines):
        yield Finding(Ket.CAN_XEM_LAI, f"không thấy ngày họp {short_date(day)} trong tệp")
    levels = (letters(level.ten) for level in due.che_do.muc) if due.ket_qua else ()
    if due.ket_qua and not any(level in all_letters(seen.lines) for level in levels):
        yield Finding(Ket.CAN_XEM_LAI, "không thấy mức xếp loại nào trong tệp")


def _is_meant(seen: FileContent, titles: tuple[str, ...]) -> bool:
    """Return whether a file with a short title is the document meant.

    Many papers share a short title («Biên bản họp»), so the text must also contain two successive
    words of the full title that the short one lacks.
    """
    short = [letters(each) for each in titles[1:] if is_titled(seen, (each,))]
    if not short or is_titled(seen, titles[:1]) or max(map(_words, short)) >= _LONG:
        return True
    own = {*letters(titles[0]).split()} - _GENERIC
    if any(own <= {*title.split()} for title in short):
        return True
    pairs = (f" {one} {two} " for one, two in pairwise(letters(titles[0]).split()))
    more = [each for each in pairs if not any(each in title for title in short)]
    text = all_letters(seen.lines)
    return not more or any(each in text for each in more)


_GENERIC = frozenset({"van", "ban", "so", "cac", "bieu"})
"""Words of a title that do not distinguish one document from another."""

_LONG = 5
"""A title of at least this many words belongs to one paper only."""


def _words(title: str) -> int:
    return len(title.split())


def _wrong_person(seen: FileContent, due: Expected) -> Iterator[Finding]:
    if not due.ten:
        if due.noi and not any(bears(seen.lines, name, place=True) for name in due.noi):
            yield Finding(Ket.CAN_XEM_LAI, f"không thấy tên {due.noi[0]} trong tệp")
        return
    said = named_person(seen.lines)
    if said == "":
        yield Finding(Ket.CAN_XEM_LAI, "chưa ghi họ và tên")
    elif said and not same(said, due.ten):
        another = any(same(said, each) for each in due.others)
        ket = Ket.SAI_MAU if another else Ket.CAN_XEM_LAI
        yield Finding(ket, f"họ tên trong tệp là «{said}», không phải {due.ten}")
    elif said is None and not bears(seen.lines, due.ten):
        yield Finding(Ket.CAN_XEM_LAI, f"không thấy tên {due.ten} trong tệp")
