"""Checks that a paper was issued: not a draft, dated, and numbered if it has a number line."""

import re
from collections.abc import Iterator

from generator.model.verdict import Ket
from generator.opening.content import FileContent
from generator.received.expected import Expected, Finding
from generator.received.filled import own_part
from generator.received.folded import rows

_HEAD = 16
"""Lines at the top that may contain the draft mark and the document number."""

_DRAFT = re.compile(r" (?:\w+ ){0,8}?(?:du thao|ban nhap) (?:(?:lan|ngay) [\d ]*|\d+ )?$")
_GAP = r"(?:\s{0,9}[.…_][.…_\s]*|\s{3,})"
_OPEN_DAY = re.compile(
    rf"\bngay{_GAP}thang|\bthang{_GAP}nam\b|\bngay\s{{0,9}}\d*\s{{0,9}}thang\s{{0,9}}\d*\s{{0,9}}nam"
    r"\s{0,9}(?:20)?[.…_]"
)
_NO_NUMBER = re.compile(r"\W{0,9}so\s{0,9}:?[\s.…_]*[-/]\s{0,9}[a-z]{2,5}\s{0,9}[/-]\s{0,9}[a-z]")


def not_out(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding for each mark of an unissued paper: draft mark, empty date, empty number."""
    head = rows(seen.lines)
    if any(map(_DRAFT.match, head.letters[:_HEAD])):
        yield Finding(Ket.CAN_XEM_LAI, "tệp ghi là dự thảo")
    if not due.signed:
        return
    if any(map(_OPEN_DAY.search, rows(own_part(seen.lines, due)).unaccented)):
        yield Finding(Ket.CHUA_KY, "ngày, tháng, năm còn để trống")
    if any(map(_NO_NUMBER.match, head.unaccented[:_HEAD])):
        yield Finding(Ket.CAN_XEM_LAI, "chưa ghi số văn bản")
