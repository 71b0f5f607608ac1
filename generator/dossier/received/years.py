"""Whether a file is of the review year."""

import re
from collections.abc import Iterator

from generator.dossier.received.bare import rows
from generator.dossier.received.expected import Expected, Finding
from generator.dossier.received.seen import Seen
from generator.dossier.results import Ket

_HEAD = 14
_DAY = re.compile(r"ngay\s*(\d{1,2})\s*thang\s*(\d{1,2})\s*nam\s*(20\d\d)")
_YEAR = re.compile(r"\bnam\s*(20\d\d)\b")
_CODE = re.compile(r"\bmau\b.{0,12}hd\s*kd.{0,4}dg\s*20\d\d")
_CITED = re.compile(r"\b(?:so|qd|hd|cv)\b[^;]{0,40}?ngay[^;]{0,30}")


def wrong_year(seen: Seen, due: Expected) -> Iterator[Finding]:
    """Find a title of another year, or a day that lies before the review year or long after it."""
    head = [_CODE.sub("", line) for line in rows(seen.lines).bare[:_HEAD] if "20" in line]
    years = {int(each) for line in head for each in _YEAR.findall(_DAY.sub("", line))}
    if years and due.nam not in years:
        told = ", ".join(map(str, sorted(years)))
        yield Finding(Ket.SAI_MAU, f"đầu tệp ghi năm {told}, không phải năm {due.nam}")
        return
    days = [int(found[3]) for line in head if (found := _DAY.search(_CITED.sub("", line)))]
    if days and not years and days[0] not in {due.nam, due.nam + 1}:
        yield Finding(Ket.SAI_MAU, f"tệp ghi ngày của năm {days[0]}, không phải đợt năm {due.nam}")
    elif days and days[0] not in {due.nam, due.nam + 1}:
        yield Finding(
            Ket.CAN_XEM_LAI, f"ngày ký ghi năm {days[0]} trong khi tệp là của năm {due.nam}"
        )
    elif not years and not days and due.titles:
        yield Finding(Ket.CAN_XEM_LAI, f"không thấy ghi năm {due.nam}")
