"""Checks that head and signatures of a form speak of the bodies it belongs to.

A person of the same name in another commune, and a committee that has no say, are found by it.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from generator.model.verdict import Ket
from generator.opening.content import FileContent
from generator.opening.remembered import remembered
from generator.received.expected import Expected, Finding
from generator.received.folded import letters
from generator.received.same_cell import may_be_one
from generator.received.signature_block import blocks_of, parts_of

_HEAD = 12
"""Lines in which the body that a form comes from may stand, above its title."""

_TITLE = re.compile(r" (?:ban (?:tu )?kiem diem|bao cao|kiem diem) ")
_PARTY = re.compile(r" (?:dang bo|dang uy|ban chap hanh dang bo) (?!bo phan )")
_CELL = re.compile(r" (?:ban )?(?:chi bo|chi uy)(?: chi bo)? ")
_FOR = re.compile(r" (?:t m|tm) (?:ban )?(?:chi uy|chi bo)(?: chi bo)? (?=\w)")
_FOR_PARTY = re.compile(r" (?:t m|tm) (?:ban thuong vu |btv |ban chap hanh )?dang (?:uy|bo) (?=\w)")
_PLACE = re.compile(
    r"(?:thon|xom|ban|ap|buon|lang|khu|khoi|to|tdp|kp|truong (?!ban )|tram|cong an|quan su|co quan"
    r"|ubnd|uy ban|hop tac xa|cong ty|mam non|tieu hoc|thcs|thpt) "
)
"""With what a name of a chi bộ begins: a post behind «T/M Chi ủy» is none."""

_COMMUNE = re.compile(r" (?:xa|phuong|dac khu|thi tran) ((?:\w+ )+)")
_ALIKE = 0.8
_ASK = "hỏi lại đơn vị; sai ở dữ liệu thì sửa, đúng là văn bản này thì ghi da_xem trong ho_so"


def other_bodies(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding for a body at the head or above a signature that the data does not know.

    Names are compared with those of the same kind only: nothing is said of a body that the data
    has no name for.
    """
    if due.form is None:
        return
    # A unit that is no chi bộ has many of them, whose names only their people bring.
    named = (each for each in (*due.noi, due.ten) if _CELL.match(letters(each)))
    own = (*filter(None, (due.chi_bo,)), *named)
    for name in _heads(seen.lines):
        plain = letters(name)
        if _PARTY.match(plain):
            known = _other_commune(plain, due.tren)
        else:
            known = "" if any(may_be_one(name, each) for each in own) else own[0] if own else ""
        if known:
            said = f"đầu tệp ghi «{name}», dữ liệu ghi «{known}»: có thể là văn bản của nơi khác"
            yield Finding(Ket.CAN_XEM_LAI, said, _ASK)
    yield from _signing(seen, due, own)


def _heads(lines: tuple[str, ...]) -> Iterator[str]:
    """Yield the bodies at the head of a form, in capitals above its title."""
    for line in lines[:_HEAD]:
        if _TITLE.match(letters(line)):
            return
        yield from _named(line)


@remembered
def _named(line: str) -> tuple[str, ...]:
    """Return the bodies that a line of a head names: only one in capitals, not «Chi bộ: …»."""
    return tuple(part for part in parts_of(line) if part.isupper() and _is_body(letters(part)))


def _is_body(plain: str) -> bool:
    return bool(_COMMUNE.search(plain)) if _PARTY.match(plain) else bool(_CELL.match(plain))


def _other_commune(plain: str, known: Iterable[str]) -> str:
    """Return the name that the data has where a text surely names another; empty otherwise."""
    said = _COMMUNE.search(plain)
    ours = [(each, found[1]) for each in known if (found := _COMMUNE.search(letters(each)))]
    if said is None or not ours or any(is_same_place(said[1], own) for _, own in ours):
        return ""
    return ours[0][0]


def is_same_place(one: str, other: str) -> bool:
    """Return whether two names of communes may be one: «phu luong huyen …» is «phu luong»."""
    first, second = one.split(), other.split()
    count = min(len(first), len(second))
    left, right = (" ".join(each[:count]) for each in (first, second))
    if left.isdecimal() and right.isdecimal():
        return int(left) == int(right)
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= _ALIKE


def _signing(seen: FileContent, due: Expected, own: tuple[str, ...]) -> Iterator[Finding]:
    form = due.bieu_mau
    if form is None:
        return
    found, places = blocks_of(seen.lines, form)
    for block, place in places:
        if place is None or block.khoa == "nguoi_viet":
            continue
        title = found.parts[place]
        after = "".join(found.parts[place + 1 : place + 2])
        whole = f"{title} {after}" if _CELL.match(letters(after)) and after.isupper() else title
        known = _other_commune(letters(whole), due.tren) if _FOR_PARTY.match(letters(whole)) else ""
        known = known or _other_cell(whole, own)
        if known:
            said = f"ký thay mặt «{whole}», dữ liệu ghi «{known}»: có thể không đúng cấp xác nhận"
            yield Finding(Ket.CAN_XEM_LAI, said, _ASK)


def _other_cell(title: str, own: tuple[str, ...]) -> str:
    plain = letters(title)
    found = _FOR.match(plain)
    if found is None or not own or not _PLACE.match(plain[found.end() :]):
        return ""
    name = plain[found.end() :]
    return "" if any(may_be_one(name, each) for each in own) else own[0]
