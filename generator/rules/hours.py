"""Hours that a clock can show, the end of a meeting after its beginning."""

import re
from collections.abc import Iterator

from generator.model.meeting import HoiNghi
from generator.model.unit import DonViNam
from generator.problems import Place, Problem, problem
from generator.wording.dates import names_a_day, short_date

_HOUR = re.compile(r"(\d{1,3})\s*(?:giờ|gi[oò]|h|g|:)\s*(\d{1,3})?(?![\d/])", re.IGNORECASE)


def check_hours(nam: DonViNam) -> Iterator[Problem]:
    """Check the hours of a unit's meetings.

    Returns:
        KD170 for an hour that no clock shows, KD171 for a meeting that ends before it begins, KD172
        for votes counted on a later day than the minutes say it ended. A text without an hour
        («sau giờ hành chính»), or an end that names a day, says nothing.
    """
    for index, held in enumerate(nam.hoi_nghi):
        path = ("hoi_nghi", index)
        for key in ("gio_bat_dau", "gio_ket_thuc"):
            text = getattr(held, key)
            if text and not is_hour(text):
                yield problem("KD170", Place(path=(*path, key)), gio=text)
        if _backwards(held):
            told = {"o": held.ten, "dau": held.gio_bat_dau, "cuoi": held.gio_ket_thuc}
            yield problem("KD171", Place(path=(*path, "gio_ket_thuc")), **told)
        if _counted_after(held):
            told = {"o": held.ten, "cuoi": held.gio_ket_thuc, "hop": short_date(held.ngay)}
            yield problem("KD172", Place(path=(*path, "kiem_phieu", "ngay")), **told)


def is_hour(text: str) -> bool:
    """Return whether the hour that a text names is one of a day; True if it names none."""
    found = _HOUR.search(text)
    if found is None:
        return True
    hour, minute = int(found[1]), int(found[2] or 0)
    return minute < 60 and (hour < 24 or (hour, minute) == (24, 0))


def _backwards(held: HoiNghi) -> bool:
    first, last = held.gio_bat_dau or "", held.gio_ket_thuc or ""
    begins, ends = _HOUR.search(first), _HOUR.search(last)
    if not (begins and ends and is_hour(first) and is_hour(last)) or names_a_day(last):
        return False
    return _minutes(ends) <= _minutes(begins)


def _counted_after(held: HoiNghi) -> bool:
    """Return whether votes are counted after the day on which the minutes say all ended."""
    counted, last = held.kiem_phieu and held.kiem_phieu.ngay, held.gio_ket_thuc
    return bool(counted and last and counted > held.ngay and not names_a_day(last))


def _minutes(found: re.Match[str]) -> int:
    return int(found[1]) * 60 + int(found[2] or 0)
