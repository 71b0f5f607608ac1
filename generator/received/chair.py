"""Checks that minutes are signed by those who they say chaired and wrote them."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from generator.model.verdict import Ket
from generator.opening.content import FileContent
from generator.opening.remembered import remembered
from generator.received.expected import Expected, Finding
from generator.received.signature_block import Signatures
from generator.received.subject import is_name

_SAID = re.compile(
    r"\b(?P<viec>chủ trì|chủ tọa|chủ toạ|thư ký)(?: (?:hội nghị|cuộc họp))?\s*:\s*"
    r"(?:đồng chí|đ/c|ông|bà)?[\s:]*(?P<ten>[^\W\d_]+(?: [^\W\d_]+){1,6})",
    re.IGNORECASE,
)
_END = 25
"""Lines at the end of a paper that contain the signature."""


def chair(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding where another name stands below «Chủ trì», «Thư ký» than at the head."""
    if due.form is not None or due.ngay is None:
        return
    roles = [each for each in map(_said, seen.lines) if each]
    said = {role.work: role.name for role in roles}
    found = Signatures(seen.lines[-_END:])
    places = {work: place for work in said if (place := found.last(work)) is not None}
    found.titles.update(places.values())
    for work, place in places.items():
        if ":" in found.parts[place] or found.is_signed_by(place, said[work]):
            continue
        other = found.other_name(place)
        if other and not any(other in role.line for role in roles):
            reason = f"«{work}» ghi {said[work]}, dưới «{found.parts[place]}» là tên «{other}»"
            yield Finding(Ket.CAN_XEM_LAI, reason)


class _Role(NamedTuple):
    """What somebody does at a meeting, who, and the line that says it."""

    work: str
    name: str
    line: str


@remembered
def _said(line: str) -> _Role | None:
    found = _SAID.search(line)
    if found is None:
        return None
    name = " ".join(takewhile(lambda word: word[0].isupper(), found["ten"].split()))
    return _Role(found["viec"].capitalize(), name, line) if is_name(name) else None
