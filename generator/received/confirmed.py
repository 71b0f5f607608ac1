"""Checks that superiors confirmed a form: that their part is there, and not dated before it."""

import re
from collections.abc import Iterator

from generator.model.verdict import Ket
from generator.opening.content import FileContent
from generator.received.expected import Expected, Finding
from generator.received.filled import own_part
from generator.received.folded import rows
from generator.received.quoted import shown
from generator.received.signature_block import blocks_of
from generator.received.years import in_time, signing_days
from generator.regulations.che_do import BieuMau
from generator.wording.dates import shown_day

_SUPERIORS = frozenset({"chi_uy", "dang_uy"})
_CONFIRMS = re.compile(r" xac nhan (?!cu tru)")
_KIN = re.compile(
    rf"{_CONFIRMS.pattern}"
    r"| (?:nhan xet|y kien|danh gia) (?:\w+ ){0,6}?(?:chi uy|chi bo|cap uy|dang uy) "
    r"|^ (?:t m|tm|t l|tl|k t|kt) | bi thu (?:chi bo|dang uy) $"
)
"""What offices write where the form has these blocks, in the form of `letters`."""

_SHOWN = 2
_UNSURE = "; khối này chưa đối chiếu được với mẫu gốc"
_LOOK = "mở xem tệp có bị cắt không, đúng thì ghi da_xem trong ho_so"


def confirmations(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding where the part of superiors was taken out, or dated before the form."""
    form = due.bieu_mau
    own = own_part(seen.lines, due)
    below = seen.lines[len(own) :]
    if due.signed and form is not None and below:
        yield from _gone(seen.lines, below, form, due)
        yield from _too_early(own, below, due)


def _gone(
    lines: tuple[str, ...], below: tuple[str, ...], form: BieuMau, due: Expected
) -> Iterator[Finding]:
    """Check that the blocks of cell and committee are there, signed or not.

    One that the checklist requires is asked for with the signatures. Where the lines of the form
    are known (`dong`), each of its blocks must be there; else one of any kind will do, for the form
    may have others.
    """
    places = [each for each in blocks_of(lines, form)[1] if each[0].khoa in _SUPERIORS]
    known = any(block.dong for block, _ in places)
    gone = [
        block.tieu_de
        for block, place in places
        if place is None and block.tieu_de not in due.blocks
    ]
    whole = len(gone) == len(places)
    like = _KIN if whole else _CONFIRMS
    if not gone or not (whole or known) or any(map(like.search, rows(below).letters)):
        return
    reason = f"không thấy phần xác nhận {shown(gone, _SHOWN, 'khối')} của mẫu"
    yield Finding(Ket.CAN_XEM_LAI, reason if known else reason + _UNSURE, _LOOK)


def _too_early(own: tuple[str, ...], below: tuple[str, ...], due: Expected) -> Iterator[Finding]:
    """Check that nobody confirmed a form before it was written."""
    written = [day for day in signing_days(own) if in_time(day, due.nam)]
    confirmed = [day for day in signing_days(below) if in_time(day, due.nam)]
    if written and confirmed and min(confirmed) < min(written):
        early, first = shown_day(*min(confirmed)), shown_day(*min(written))
        reason = f"ngày xác nhận {early} trước ngày tự kiểm điểm {first}"
        yield Finding(Ket.CAN_XEM_LAI, reason)
