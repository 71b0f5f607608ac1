"""Checks when superiors confirmed a form: not before it was written."""

from collections.abc import Iterator

from generator.model.verdict import Ket
from generator.opening.content import FileContent
from generator.received.expected import Expected, Finding
from generator.received.filled import own_part
from generator.received.years import Day, in_time, signing_days


def confirmations(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding where superiors signed before the person a form is about."""
    own = own_part(seen.lines, due)
    below = seen.lines[len(own) :]
    if due.signed and due.form is not None and below:
        yield from _too_early(own, below, due)


def _too_early(own: tuple[str, ...], below: tuple[str, ...], due: Expected) -> Iterator[Finding]:
    """Check that nobody confirmed a form before it was written."""
    written = [day for day in signing_days(own) if in_time(day, due.nam)]
    confirmed = [day for day in signing_days(below) if in_time(day, due.nam)]
    if written and confirmed and min(confirmed) < min(written):
        early, first = _shown(min(confirmed)), _shown(min(written))
        reason = f"ngày xác nhận {early} trước ngày tự kiểm điểm {first}"
        yield Finding(Ket.CAN_XEM_LAI, reason)


def _shown(day: Day) -> str:
    return f"{day.ngay:02}/{day.thang:02}/{day.nam}"
