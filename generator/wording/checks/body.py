"""Checks the head of a document: the side of its body, the superior above it, who it speaks for."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model import CoQuan, Ky
from generator.problems import DataPath, Place, Problem, Severity, problem
from generator.regulations.speaking import body_classes, old_bodies
from generator.wording.authority import authority_lines, read_authority
from generator.wording.checks.speaker import class_of, entry_of
from generator.wording.compare import after, fold, same
from generator.wording.dates import short_date
from generator.wording.speaker import JOINT

_APART = re.compile(r"[\s,;:.()«»–-]+")
_BOARD, _EXECUTIVE, _BRANCH = "ban_chap_hanh", "Ban Chấp hành", "Đảng bộ"
_ISSUING = frozenset({"cap_uy", _BOARD})
_LEVELS = (("tỉnh", "Tỉnh ủy"), ("thành phố", "Thành ủy"))
_OUTGOING = "Bí thư"
"""Signs alone what an outgoing committee lays before a congress (HD 05 p. 13-23)."""


def check_body(body: CoQuan) -> Iterator[Problem]:
    """Check which title stands above a body, and which superior.

    Yields:
        KD248 for a body of the State in the form of the Party (NĐ 30/2020), KD249 for one of a mass
        organisation, KD250 for a superior of the wrong kind (HD 05 p. 2-6: committees stand below
        ĐẢNG BỘ …, advisory bodies below TỈNH UỶ …, ĐẢNG UỶ …).
    """
    own = entry_of(body.ten)
    if own is None or JOINT in body.ten:
        return
    if body.khoi == "dang" and own.khoi != "dang":
        code = "KD248" if own.khoi == "nha_nuoc" else "KD249"
        yield problem(code, Place(path=("co_quan",)), ten=body.ten)
    above = body.cap_tren or ""
    if body.khoi == "dang" and any(after(above, each) is not None for each in own.cap_tren_khong):
        place = Place(path=("co_quan", "cap_tren"))
        yield problem("KD250", place, cap_tren=above, ten=body.ten)


def check_joint(body: CoQuan, others: int) -> Iterator[Problem]:
    """Check that of several bodies each has a signer: KD257, `others` sign beside the lead."""
    if JOINT in body.ten and not others:
        yield problem("KD257", Place(path=("ky",)), ten=body.ten)


def check_alone(body: CoQuan, ky: Ky | None) -> Iterator[Problem]:
    """Check that nobody signs by the own post for a body that others represent.

    Yields:
        KD251 (HD 05 p. 13-23); a warning where a bí thư signs, who may for an outgoing committee.
    """
    own = entry_of(body.ten)
    if own is None or not own.phai_thay_mat or JOINT in body.ten or body.khoi != "dang":
        return
    if ky is None or ky.quyen_han or ky.kiem or not ky.chuc_vu:
        return
    found = problem("KD251", Place(path=("ky", "quyen_han")), chuc_vu=ky.chuc_vu, co_quan=body.ten)
    mild = same(ky.chuc_vu, _OUTGOING)
    yield replace(found, severity=Severity.WARNING) if mild else found


def check_committee(body: CoQuan, ky: Ky | None, day: dt.date) -> Iterator[Problem]:
    """Check that an executive committee below the centre issues and signs as its cấp ủy.

    HD 05 p. 2-6: it has one head with its standing committee, «TỈNH UỶ …», «ĐẢNG UỶ …»; p. 13-23:
    it signs «T/M TỈNH UỶ», «T/M ĐẢNG UỶ», and «T/M BAN CHẤP HÀNH» only at the centre.

    Yields:
        KD274 for the head, KD275 for the signature, both warnings.
    """
    rule, own = body_classes()[_BOARD].cap_uy_ghi, _committee(body.ten)
    if rule is None or own is None or day < rule.tu or JOINT in body.ten or body.khoi != "dang":
        return
    if not same(body.ten, own[1]):
        yield problem("KD274", Place(path=("co_quan",)), viet=body.ten, dung=own[1], theo=rule.theo)
    for line in authority_lines(ky.quyen_han) if ky else ():
        read = read_authority(line)
        named = after(read.whom, _EXECUTIVE) if read and read.role == "thay_mat" else None
        if named is not None and (not named or after(named, _BRANCH) is not None):
            place = Place(path=("ky", "quyen_han"))
            yield problem("KD275", place, viet=line, dung=f"T/M {own[0]}", theo=rule.theo)


def _committee(name: str) -> tuple[str, str] | None:
    """Return «Tỉnh ủy» and «Tỉnh ủy Gia Lai» for any name of that committee; None for other names.

    >>> _committee("Ban Chấp hành Đảng bộ tỉnh Gia Lai")
    ('Tỉnh ủy', 'Tỉnh ủy Gia Lai')
    """
    board = after(name, _EXECUTIVE)
    branch = after(name if board is None else board, _BRANCH)
    if class_of(name) not in _ISSUING or (board is not None and branch is None):
        return None
    if branch is None:
        return " ".join(name.split()[:2]), name
    for noun, committee in _LEVELS:
        if (place := after(branch, noun)) is not None:
            return committee, f"{committee} {place}"
    return "Đảng ủy", f"Đảng ủy {branch}"


def check_gone(names: Iterable[tuple[DataPath, str]], day: dt.date) -> Iterator[Problem]:
    """Report names of bodies that are no more on the day of signature.

    Args:
        names: bodies that a letter speaks for or goes to, each with its data path.
        day: the day.

    Yields:
        KD263.
    """
    for path, name in names:
        said = f" {' '.join(_APART.split(fold(name)))} "
        for old in old_bodies():
            spared = any(f" {fold(each)} " in said for each in old.tru)
            named = any(f" {fold(each)} " in said for each in old.ten)
            if named and not spared and day >= old.tu:
                values = {"viet": name, "tu": short_date(old.tu), "nay": old.nay}
                yield problem("KD263", Place(path=path), **values)
