"""Checks that superiors who signed a form also wrote what it asks of them above their names."""

import re
from collections.abc import Iterator, Sequence

from generator.model.verdict import Ket
from generator.opening.boxes import BOX, CROSSED
from generator.opening.content import FileContent
from generator.received.expected import Expected, Finding
from generator.received.folded import letters, unaccented
from generator.received.headings import words
from generator.received.levels import chosen, is_old
from generator.received.quoted import shown
from generator.received.signature_block import Signatures, blocks_of
from generator.received.subject import is_name, is_post
from generator.regulations.che_do import BieuMau, XacNhanMau

_OPEN = re.compile(r":|(?:[.…_]\s?){3,}|…")
"""What stands between the words of a line that asks and the answer."""

_LABEL = re.compile(r"nhan xet|danh gia|y kien|de xuat|xep loai|muc chat luong")
_RATES = re.compile(r"xep loai|muc chat luong")
_DAY = re.compile(r"(?:.{0,40},\s*)?ngay\b.{0,40}$")
_NOTE = re.compile(r"\(.*\)")
_BOX = re.compile(BOX)
_FEWEST = 2
_SENTENCE = 3
"""Words of the shortest line that may be a remark in an office's own words."""

_SHOWN = 2


def remarks(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding for each signed block whose remark or level was left empty or taken out.

    Who has not signed may still write; who has is not asked again. A remark in other words than
    those of the form will do, and where the words of the form are not known any remark or none.
    """
    form = due.bieu_mau
    if form is None or not due.signed:
        return
    found, places = blocks_of(seen.lines, form)
    for block, place in places:
        if place is None or block.khoa in {"nguoi_viet", "tap_the"} or not found.is_signed(place):
            continue
        if block.khoa == "thu_truong" and not due.cong_chuc:
            continue
        above = _above(found, place, form)
        rated = _rated(above, [level.ten for level in due.che_do.muc])
        if unknown := next((each for each, names in rated if not names and _is_unknown(each)), ""):
            reason = f"«{block.tieu_de}» ghi «{_shown(unknown)}», không phải mức xếp loại"
            yield Finding(Ket.CAN_XEM_LAI, reason)
        if several := next((each for each, names in rated if len(names) > 1), ""):
            reason = f"«{block.tieu_de}» ghi nhiều mức: «{_shown(several)}»"
            yield Finding(Ket.CAN_XEM_LAI, reason)
        if lacking := _lacking(above, block, found.parts):
            said = shown(lacking, _SHOWN, "dòng")
            yield Finding(Ket.CAN_XEM_LAI, f"đã ký «{block.tieu_de}» nhưng chưa ghi {said}")


def _above(found: Signatures, place: int, form: BieuMau) -> list[str]:
    """Return what stands above a title: below the signature before it, or the last heading."""
    first = found.group(place)[0]
    before = max((each for each in found.titles if each < first), default=-1)
    if before < 0 and form.phan:
        last = letters(form.phan[-1].tieu_de)
        before = max((i for i in range(first) if last in found.plain[i]), default=-1)
    return [part for part in found.parts[before + 1 : first] if not _is_around(part)]


def _is_around(part: str) -> bool:
    """Return whether a line is a day, a name, a post, a note or a title, so no remark."""
    plain = unaccented(part).strip()
    asks = bool(_LABEL.search(plain))
    if _NOTE.fullmatch(plain) or (part.isupper() and not _OPEN.search(part)):
        return True
    return not asks and (bool(_DAY.match(plain)) or is_name(part) or is_post(part))


def _lacking(above: Sequence[str], block: XacNhanMau, parts: Sequence[str]) -> list[str]:
    """Return the lines that ask and have no answer, and those of the form that are not there."""
    asked: list[tuple[str, str]] = []
    free = False
    for part in above:
        if cut := _OPEN.search(part):
            asked.append((part[: cut.start()], part[cut.end() :]))
        elif _is_answer(part) and asked and not _is_answer(asked[-1][1]):
            asked[-1] = (asked[-1][0], part)
        elif not _BOX.search(part) and not _is_title(part):
            free = free or len(letters(part).split()) >= _SENTENCE
    empty = [_shown(title) for title, answer in asked if title and not _is_answer(answer)]
    known = [words(line) for line in block.dong]
    own = any(not any(each.search(unaccented(title)) for each in known) for title, _ in asked)
    if not known or free or own:
        return empty
    text = " ".join(map(unaccented, parts))
    gone = (line for line, by in zip(block.dong, known, strict=True) if not by.search(text))
    return [*empty, *gone]


def _rated(above: Sequence[str], levels: Sequence[str]) -> list[tuple[str, set[str]]]:
    """Return the answers to lines that ask for a level, each with the levels it chooses."""
    asked = (part.partition(":") for part in above)
    return [
        (answer, chosen(unaccented(answer), levels))
        for label, _, answer in asked
        if answer and _RATES.search(unaccented(label))
    ]


def _is_unknown(answer: str) -> bool:
    """Return whether an answer without a level is one of another scale.

    Who agrees with somebody else's level names none, and «Tốt» is short for one: no fault.
    """
    said = letters(answer).split()
    return is_old(unaccented(answer)) or (bool(said) and _OTHER_SCALES.issuperset(said))


_OTHER_SCALES = frozenset({"kha", "gioi", "trung", "binh", "yeu", "kem", "dat"})


def _is_answer(text: str) -> bool:
    if _BOX.search(text):
        return CROSSED in text
    return sum(map(str.isalnum, text)) >= _FEWEST


def _is_title(part: str) -> bool:
    return letters(part).startswith(" danh gia xep loai chat luong ")


def _shown(title: str) -> str:
    return title.strip(" -–+*•\u00a0")
