"""Checks that a form of the 100-point scale contains its points, and that they can be.

They add up, and the level that the writer proposes is not above the one they allow.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.model.verdict import Ket
from generator.opening.content import FileContent
from generator.received.expected import Expected, Finding
from generator.received.filled import own_part
from generator.received.folded import unaccented
from generator.received.headings import below
from generator.received.levels import KEY, answers, chosen
from generator.rules.points import highest_by_points

_SCORED = "cham_diem"
_ASIDE = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_FIGURE = re.compile(r"(?<![/\d])\d")
_OF = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)\s{0,9}(?:diem)?\s{0,9}/\s{0,9}(\d{2,3})(?!\d)")
_ALONE = re.compile(r"[\s:=]{0,9}(\d{1,3}(?:[.,]\d{1,2})?)\s{0,9}(?:diem|d)?[\s.;]*$")
_NEAR = 0.01


def points(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding for points that are missing, above the maximum, or wrongly added.

    The maxima are those of QĐ 366 Điều 10, as the regime states them.
    """
    form = due.che_do.bieu_mau[due.form] if due.form else None
    keys = [part.khoa for part in form.phan] if form else []
    if form is None or _SCORED not in keys:
        return
    asking = range(keys.index(_SCORED), keys.index(KEY))
    found = {index: text for index, text in below(seen.lines, form).items() if index in asking}
    texts = [*found.values()]
    last, there, total = texts[-1].partition("tong diem") if texts else ("", "", "")
    own = [*texts[:-1], last, *([total] if there else [])]
    if not all(_FIGURE.search(_ASIDE.sub(" ", each)) for each in own):
        yield Finding(Ket.CAN_XEM_LAI, "chưa ghi điểm tự chấm")
        return
    given = {int(most): _number(said) for said, most in _OF.findall(" ".join(texts))}
    scale = due.che_do.thang_diem
    if scale is None:
        return
    most = [int(scale.chung.gia_tri), int(scale.nhiem_vu.gia_tri)]
    above = any(given.get(each, 0) > each for each in (*most, sum(most)))
    # Who writes «25 điểm» leaves out of how many, so only the sum can be told.
    for index, each in zip(asking, (*most, sum(most)), strict=False):
        if each not in given and (alone := _ALONE.match(_ASIDE.sub(" ", found.get(index, "")))):
            given[each] = _number(alone[1])
    parts = [given[each] for each in most if each in given]
    whole = given.get(sum(most))
    wrong = len(parts) == len(most) and whole is not None and abs(sum(parts) - whole) > _NEAR
    if above or wrong:
        yield Finding(Ket.CAN_XEM_LAI, "điểm tự chấm vượt mức tối đa hoặc cộng sai")
    elif whole is not None:
        yield from _too_high(seen, due, whole)


def _too_high(seen: FileContent, due: Expected, whole: float) -> Iterator[Finding]:
    """Yield a finding where the level proposed is better than the points allow."""
    levels = [level.ten for level in due.che_do.muc]
    best = highest_by_points(due.che_do, Decimal(str(whole)))
    form = due.bieu_mau
    if form is None or best == 0:
        return
    plain = list(map(unaccented, levels))
    for _, text in answers(own_part(seen.lines, due), form):
        said = chosen(text, levels)
        if len(said) == 1 and (rank := plain.index(min(said))) < best:
            reason = f"{whole:g} điểm chỉ đến «{levels[best]}», tự xếp «{levels[rank]}»"
            yield Finding(Ket.CAN_XEM_LAI, reason.replace(".", ","))


def _number(text: str) -> float:
    return float(text.replace(",", "."))
