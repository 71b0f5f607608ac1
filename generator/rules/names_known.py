"""Every name that refers to a person or collective of the unit is the name of one."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Literal, NamedTuple

from generator.model.base import Model
from generator.model.campaign import Dot, Ky
from generator.model.meeting import HoiNghi, NguoiDu
from generator.model.review import XacNhan
from generator.model.unit import DonViNam
from generator.model.walk import models_in
from generator.problems import DataPath, Place, Problem, problem
from generator.reading.suggest import nearest, plain
from generator.wording.compare import fold

Kind = Literal["nguoi", "doi_tuong"]
"""Who may be meant: a person; or whoever is reviewed, a collective too."""

_TITLE = re.compile(r"^\s*(?:đồng chí|đ/c|ông|bà|cô|chú|anh|chị)\s+", re.IGNORECASE)
_BODIES = ("chi bộ", "đảng bộ", "đảng ủy", "chi ủy", "ban", "tập thể", "ủy ban", "hội", "mặt trận",
           "đoàn", "phòng", "văn phòng", "trung tâm", "công an", "trường", "trạm")  # fmt: skip
"""How names of bodies begin: a committee may vote on organisations outside of the file."""


_ADD: dict[Kind, str] = {
    "doi_tuong": "sửa tên, hoặc thêm vào tap_the, ca_nhan của đơn vị",
    "nguoi": "sửa tên hoặc thêm vào ca_nhan, thanh_vien; khách, cấp trên thì ghi «vai_tro: moi» "
    "hoặc «cap_tren», hoặc thêm vào dai_bieu",
}


_TWO_OF_A_NAME = "hai người trùng họ tên thì thêm chữ phân biệt vào ho_ten, như «Nguyễn Văn An (A)»"


class Reference(NamedTuple):
    """A name in the data, its path, and in what role it stands there."""

    path: DataPath
    ten: str
    vai: str
    kind: Kind


def bare(name: str) -> str:
    """Return a name without «đồng chí» before it and without the position after a comma."""
    return _TITLE.sub("", name).split(",")[0].strip()


def is_body(name: str) -> bool:
    """Return whether a name is that of an organisation."""
    words = fold(name)
    return any(words.startswith(fold(each) + " ") for each in _BODIES)


def check_names(nam: DonViNam, dot: Dot) -> Iterator[Problem]:
    """Check that the names in meetings, ballots, complaints and signatures are those of the unit.

    Args:
        nam: the unit's year; one that lists no person is not checked, there is nothing to compare.
        dot: the campaign, whose signer is known everywhere.

    Returns:
        KD159 for a voted person who is not in the unit (an error: nobody gets the votes), KD160 for
        other names that are not there, KD161 for a signature that differs from a known name by
        accents only, KD463 for a reviewed person whose name several people of the unit bear.
    """
    if not nam.ca_nhan:
        return
    people, codes = known_people(nam, dot), _of_code(nam)
    rated = {fold(each.ten): each.ten for each in nam.tap_the} | {
        fold(nam.don_vi.ten): nam.don_vi.ten
    }
    for index, meeting in enumerate(nam.hoi_nghi):
        guests = {fold(bare(each.ho_ten)): each.ho_ten for each in meeting.dai_bieu}
        for each in _in_meeting(meeting, ("hoi_nghi", index)):
            among = people | (rated if each.kind == "doi_tuong" else guests)
            yield from _unknown(each, among, meeting.ten, codes)
    for each in _elsewhere(nam):
        yield from _unknown(each, people | rated, nam.don_vi.ten, codes)
    yield from _ambiguous(nam)
    yield from _signatures(nam, people)


def _of_code(nam: DonViNam) -> dict[str, str]:
    """Return whom each code (`ma`) of a person means; papers print names, so it is no reference."""
    return {fold(each.ma): each.ho_ten for each in nam.ca_nhan if each.ma}


def known_people(nam: DonViNam, dot: Dot) -> dict[str, str]:
    """Return the names known in a unit, by their folded form: persons, members, signers."""
    signers = [dot.ky, nam.ky, *(each.ky for each in nam.tap_the)]
    names = [
        *(each.ho_ten for each in nam.ca_nhan),
        *(member.ho_ten for each in nam.tap_the for member in each.thanh_vien),
        *(signer.ho_ten for signer in signers if signer and signer.ho_ten),
    ]
    return {fold(each): each for each in names}


def _in_meeting(meeting: HoiNghi, path: DataPath) -> Iterator[Reference]:
    count = meeting.kiem_phieu
    at = partial(_voter, path)
    yield from at(meeting.chu_tri, "người chủ trì", "chu_tri")
    yield from at(meeting.thu_ky, "thư ký", "thu_ky")
    for i, absent in enumerate(meeting.vang):
        yield Reference((*path, "vang", i, "ho_ten"), absent.ho_ten, "người vắng", "nguoi")
    for i, said in enumerate(meeting.y_kien):
        if _TITLE.match(said.nguoi):
            yield Reference((*path, "y_kien", i, "nguoi"), said.nguoi, "người phát biểu", "nguoi")
    for i, name in enumerate(meeting.doi_tuong):
        yield Reference((*path, "doi_tuong", i), name, "đối tượng kiểm điểm", "doi_tuong")
    for i, teller in enumerate(count.to_kiem_phieu if count else ()):
        yield from at(teller, "người kiểm phiếu", "kiem_phieu", "to_kiem_phieu", i)
    for i, result in enumerate(count.ket_qua if count else ()):
        where = (*path, "kiem_phieu", "ket_qua", i, "doi_tuong")
        yield Reference(where, result.doi_tuong, "đối tượng bỏ phiếu", "doi_tuong")


def _voter(path: DataPath, who: NguoiDu, vai: str, *keys: str | int) -> Iterator[Reference]:
    """Yield the name of somebody who votes; guests and those from above need not be in the unit."""
    if who.vai_tro == "bieu_quyet":
        yield Reference((*path, *keys, "ho_ten"), who.ho_ten, vai, "nguoi")


def _elsewhere(nam: DonViNam) -> Iterator[Reference]:
    for i, again in enumerate(nam.xep_loai_lai):
        path = ("xep_loai_lai", i, "doi_tuong")
        yield Reference(path, again.doi_tuong, "đối tượng xếp loại lại", "doi_tuong")
    for i, complaint in enumerate(nam.khieu_nai):
        path = ("khieu_nai", i, "nguoi")
        yield Reference(path, complaint.nguoi, "người khiếu nại", "nguoi")


def references(nam: DonViNam) -> Iterator[Reference]:
    """Yield every name by which a unit's year refers to a person or a collective of it."""
    for index, meeting in enumerate(nam.hoi_nghi):
        yield from _in_meeting(meeting, ("hoi_nghi", index))
    yield from _elsewhere(nam)
    yield from _suggested(nam)
    yield from _of_collectives(nam)


def _ambiguous(nam: DonViNam) -> Iterator[Problem]:
    """Tell names by which several persons of the unit may be meant: the first is taken."""
    namesakes = Counter(fold(each.ho_ten) for each in nam.ca_nhan)
    if max(namesakes.values(), default=0) < 2:
        return
    for each in references(nam):
        number = namesakes[fold(bare(each.ten))]
        if number > 1 and each.kind == "doi_tuong":
            told = {"ten": bare(each.ten), "vai": each.vai, "so": number}
            yield problem("KD463", Place(path=each.path), **told)


def _suggested(nam: DonViNam) -> Iterator[Reference]:
    for i, letter in enumerate(nam.goi_y):
        for j, target in enumerate(letter.ca_nhan):
            path = ("goi_y", i, "ca_nhan", j, "ten")
            yield Reference(path, target.ten, "người được gợi ý", "doi_tuong")


def _of_collectives(nam: DonViNam) -> Iterator[Reference]:
    """Yield the members of collectives and the owners of earlier weaknesses, whom rules look up."""
    for i, collective in enumerate(nam.tap_the):
        for j, member in enumerate(collective.thanh_vien):
            path = ("tap_the", i, "thanh_vien", j, "ho_ten")
            yield Reference(path, member.ho_ten, "thành viên tập thể", "doi_tuong")
    for name in nam.han_che_ky_truoc:
        own: DataPath = ("han_che_ky_truoc", name)
        yield Reference(own, name, "người có hạn chế kỳ trước", "doi_tuong")


def _unknown(
    each: Reference, among: dict[str, str], where: str, codes: dict[str, str]
) -> Iterator[Problem]:
    name = bare(each.ten)
    if fold(name) in among or fold(each.ten) in among:
        return
    near = nearest(name, among.values())
    guess = f"có phải ý đồng chí là «{near}»?" if near and _likely(name, near) else ""
    if whose := codes.get(fold(name)):
        guess = f"đó là mã của {whose}: ghi họ tên; {_TWO_OF_A_NAME}"
    lost = each.kind == "doi_tuong" and not is_body(name)
    yield problem(
        "KD159" if lost else "KD160",
        Place(path=each.path),
        ten=name,
        vai=each.vai,
        o=where,
        goi_y=guess or _ADD[each.kind],
    )


def _likely(name: str, near: str) -> bool:
    """Return whether two names are as alike as a slip of the pen leaves them."""
    one, other = plain(name), plain(near)
    return (
        one == other
        or name.split()[-1:] == near.split()[-1:]
        or name.split()[:2] == near.split()[:2]
    )


def _signatures(nam: DonViNam, people: dict[str, str]) -> Iterator[Problem]:
    """Tell signatures that are a known name but for the accents: one of both is misspelt."""
    by_letters: dict[str, str] = {}
    for name in people.values():
        by_letters.setdefault(plain(name), name)
    for path, model in models_in(nam):
        signed = _signed(model)
        known = by_letters.get(plain(signed)) if signed else None
        if signed and known and fold(signed) not in people:
            values = {"ten": signed, "gan": known, "o": nam.don_vi.ten}
            yield problem("KD161", Place(path=(*path, "ho_ten")), **values)


_SIGNED = (Ky, XacNhan)


def _signed(model: Model) -> str | None:
    return model.ho_ten if isinstance(model, _SIGNED) else None
