"""Checks that a form tells of the year under review: last year's may have a new title."""

import re
from collections.abc import Iterator
from functools import cache

from generator.model.verdict import Ket
from generator.opening.content import FileContent
from generator.received.expected import Expected, Finding
from generator.received.folded import all_letters
from generator.received.headings import below

_TOLD = ("uu_diem.", "han_che")
"""Headings below which the year itself is told; others look back or ahead."""

_PLANS = "phuong_huong"

_FEWEST = 2
"""Times from which on a year is what the text is about: once, it may be compared with."""


def last_year(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding for a form whose merits and faults are those of the year before.

    Only where it names that year again and again and never its own; or where its plans are for the
    year under review.
    """
    form, before = due.bieu_mau, due.nam - 1
    if form is None:
        return
    found = below(seen.lines, form)
    plans = "\n".join(text for index, text in found.items() if form.phan[index].khoa == _PLANS)
    if _planned(due.nam).search(plans):
        reason = f"phương hướng còn nói năm {due.nam}, không phải năm sau"
        yield Finding(Ket.CAN_XEM_LAI, reason, "hỏi lại: có thể chép bản năm trước")
    if f" {before} " not in all_letters(seen.lines):
        return
    told = "\n".join(
        text for index, text in found.items() if form.phan[index].khoa.startswith(_TOLD)
    )
    if len(_named(before).findall(told)) >= _FEWEST and not _named(due.nam).search(told):
        reason = f"ưu điểm, hạn chế chỉ nói năm {before}, không nói năm {due.nam}"
        yield Finding(Ket.CAN_XEM_LAI, reason, "hỏi lại: có thể chép bản năm trước")


@cache
def _named(year: int) -> re.Pattern[str]:
    return re.compile(rf"\b(?:nam|thang \d{{1,2}}|\d{{1,2}})[\s/.-]{{1,3}}{year}\b|\bnam nay\b")


@cache
def _planned(year: int) -> re.Pattern[str]:
    """Return a pattern for a sentence that plans what a year will bring: «Trong năm … sẽ …»."""
    return re.compile(
        rf"(?:^|[\n.;])\W*(?:trong |sang |buoc sang )?nam {year},? "
        r"(?:(?:ban than|toi|ca nhan|tap the|chi uy|chi bo)(?: toi)? )?"
        r"(?:se|tiep tuc|phan dau|tap trung|can|co gang|quyet tam)(?!\w)"
    )
