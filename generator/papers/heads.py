"""The letter heads of papers with their own number: issuer, number, date, trích yếu, signer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.model import CoQuan, DonViNam, Ky, VanBan
from generator.model.fields import latest_day
from generator.model.kinds import DauVanBanLoai, LoaiGiayTo
from generator.model.papers import DauVanBan
from generator.model.review import KiemDiem
from generator.model.unit import TapThe
from generator.papers import letters
from generator.papers.about import Subjects, at
from generator.papers.letter_findings import findings
from generator.papers.letter_values import KyIn, VanBanIn
from generator.papers.unit_year import (
    UnitYear,
    called,
    collective_body,
    issuer,
    once_a_year,
    signed,
)
from generator.problems import DataPath, Place, Problem, Severity, problem
from generator.reading.checks import addressed_to_nobody, nobody_receives, nobody_signs
from generator.regulations.catalogue import paper_kinds, papers_of
from generator.regulations.in_force import pack_in_force
from generator.regulations.packs import letter_kinds, letter_of
from generator.regulations.the_thuc import TheThuc
from generator.wording import compare
from generator.wording.authority import authority_lines, read_authority
from generator.wording.checks.speaker import check_speaker, class_of
from generator.wording.citations import cited
from generator.wording.speaker import Party, campaign_party, who_speaks

_RATED, _DECISION = frozenset({"ket_qua", "xep_loai_lai"}), "quyet-dinh"
_STANDING = "Ban Thường vụ"
_AS_ABOVE = "Như trên"
_BASES = frozenset({"Quy định", "Hướng dẫn"})
_HOLE = re.compile(r"\{[a-z_]+\}")
_BODY = "…"
"""`VanBan` requires a body; in these documents the template contains it."""


class Head(NamedTuple):
    """The letter head of a numbered paper: its data path, data, kind, issuer, trích yếu.

    For a review report, `given` is the collective, which also has number, date and signer.
    """

    path: DataPath
    given: DauVanBan | TapThe
    van_ban: DauVanBanLoai
    speaker: Party
    trich_yeu: str

    @property
    def co_quan(self) -> CoQuan:
        """Who issues it."""
        return self.speaker.co_quan

    @property
    def loai(self) -> str:
        """The kind of letter, for symbol and series."""
        return self.van_ban.loai


def unit_body(nam: DonViNam) -> CoQuan:
    """Return the body that issues a unit's own documents."""
    unit = nam.don_vi
    name = issuer(unit)
    return CoQuan(
        ten=name,
        cap_tren=unit.cap_tren,
        ky_hieu=unit.ky_hieu,
        chu_the=_speaks(name, nam.ky),
        nhiem_ky=unit.nhiem_ky,
    )


def decides(body: CoQuan, collective: str) -> bool:
    """Return whether a collective is the very body that decides, or its standing committee.

    Its level is decided by the body above (HD 43, mục 3), so it is not in its own decision.
    """
    own = (body.ten, body.chu_the or body.ten, f"{_STANDING} {body.ten}")
    return any(compare.same(collective, each) for each in own)


def _speaks(name: str, signer: Ky | None) -> str:
    """Return who says what a unit's documents say: the standing committee where it signs them."""
    line = next(iter(authority_lines(signer.quyen_han)), "") if signer else ""
    found = read_authority(line)
    standing = found and found.role == "thay_mat" and compare.same(found.whom, _STANDING)
    return f"{_STANDING} {name}" if standing else name


def unit_party(year: UnitYear) -> Party:
    """Return the unit's own body with its signer, recipients and place."""
    unit = year.data
    return Party(unit_body(unit), unit.ky, unit.noi_nhan, unit.dia_danh)


def collective_speaker(year: UnitYear, collective: TapThe) -> Party:
    """Return who issues a collective's report; it has no recipients."""
    known = [unit_party(year), campaign_party(year.dot)]
    return who_speaks(collective_body(year, collective), known)._replace(noi_nhan=())


def collective_signature(year: UnitYear, subject: KiemDiem) -> KyIn:
    """Return who signs what a collective reports of itself: its report and what goes with it.

    A person's papers have none: the person signs as their writer.
    """
    if not isinstance(subject, TapThe):
        return signed(year, None)
    return signed(year, subject.ky or collective_speaker(year, subject).ky, subject.ngay)


def letter_head(year: UnitYear, given: DauVanBan, kind: LoaiGiayTo, body: CoQuan) -> VanBanIn:
    """Return the values of a letter without its body.

    Args:
        year: the unit's year, or that of the campaign's own body.
        given: number, date, addressees, signer.
        kind: the kind of paper; it has a letter head (`van_ban`).
        body: the issuing body.
    """
    head = _head_from(year, kind, (), given.model_copy(update={"co_quan": body}), body.ten)
    return printed_head(year, head)


def as_letter(year: UnitYear, head: Head) -> VanBan:
    """Create the letter of a head, so that it can be checked like one.

    The issuing body comes from `head.speaker`; a missing signer and missing recipients stay empty.

    Raises:
        TypeError: the head is that of a collective's report.
    """
    given = head.given
    if isinstance(given, TapThe):
        raise TypeError(head.path)
    return VanBan.model_construct(
        loai=head.loai,
        trich_yeu=head.trich_yeu,
        noi_dung=_BODY,
        co_quan=head.co_quan,
        so=given.so,
        ngay=given.ngay,
        kinh_gui=given.kinh_gui,
        can_cu=given.can_cu or (_regime_bases(year) if head.van_ban.neu_can_cu else ()),
        noi_nhan=given.noi_nhan or _carried_out_by(head),
        ky=given.ky,
    )


def _carried_out_by(head: Head) -> tuple[str, ...]:
    """Return the usual recipients of a decision behind those whom its last article names.

    Without usual recipients, none: that they are missing is told.
    """
    usual, first = head.speaker.noi_nhan, head.van_ban.nhu_dieu
    if not (usual and first):
        return ()
    return (first, *(each for each in usual if not compare.same(each, _AS_ABOVE)))


def _regime_bases(year: UnitYear) -> tuple[str, ...]:
    """Return the regulation and the guidance in force for the review year, as căn cứ."""
    documents = [each for each in year.che_do.van_ban if each.loai in _BASES]
    # What is cited for the first time is cited with its subject (HD 05 p. 12).
    return tuple(f"Căn cứ {cited(each)} {each.ten}" for each in documents)


@once_a_year
def letter_findings(year: UnitYear) -> Sequence[Problem]:
    """Check the heads of all letters by the rules for letters: signer, recipients, symbol.

    Returns:
        Problems with paths in the unit's data; a head with a date needs a signer (KD122) and
        recipients (KD123). One that must be addressed and is not may have come from elsewhere,
        so without a body of its own it is only doubted (KD120, a warning).
    """
    problems: list[Problem] = []
    for head in heads(year):
        path, given = head.path, head.given
        if isinstance(given, TapThe):
            signer = given.ky or head.speaker.ky
            # A collective signs for itself, also below the head of the unit it belongs to.
            found = check_speaker(head.co_quan, signer, (), path)
            itself = CoQuan(ten=given.ten)
            problems += found if check_speaker(itself, signer, (), path) else []
            continue
        kind = letter_of(head.loai, year.dot)
        unaddressed = kind if kind and kind.can_kinh_gui and not given.kinh_gui else None
        found = [] if unaddressed else findings(as_letter(year, head), year.dot, head.speaker)
        if unaddressed and given.ngay and given.co_quan is None:
            found.append(replace(addressed_to_nobody(unaddressed), severity=Severity.WARNING))
        if head.path[0] in _RATED and head.loai == _DECISION and _cannot_decide(year, head):
            found.append(_not_decided(year, head))
        if given.ngay and given.ky is None and head.speaker.ky is None:
            found.append(nobody_signs(year.dot))
        if given.ngay and not unaddressed and _goes_to_nobody(year, head):
            found.append(nobody_receives(year.dot))
        problems += [each.at(Place(path=(*path, *each.place.path))) for each in found]
    return tuple(problems)


def _goes_to_nobody(year: UnitYear, head: Head) -> bool:
    kind = letter_of(head.loai, year.dot)
    named = letters.recipients_of(as_letter(year, head), head.speaker, year.dot)
    return (kind is None or kind.can_noi_nhan) and not named


def _cannot_decide(year: UnitYear, head: Head) -> bool:
    """A chi bộ below a committee proposes levels, and so does a committee of a part (HD 43, 3)."""
    kind = year.data.don_vi.loai
    if kind == "dang_bo_bo_phan":
        return compare.same(head.co_quan.ten, unit_body(year.data).ten)
    return kind == "chi_bo" and class_of(head.co_quan.ten) == "chi_bo"


def _not_decided(year: UnitYear, head: Head) -> Problem:
    above = year.data.don_vi.cap_uy_cap_tren or "cấp ủy cấp trên"
    values = {"chi_bo": head.co_quan.ten, "cap_tren": above}
    return problem("KD229", Place(path=("co_quan",)), **values)


def heads(year: UnitYear) -> Iterator[Head]:
    """Yield the head of every numbered paper in a unit's data, in data order.

    The catalogue determines which papers have a number, in which series, and where the data stores
    it.
    """
    subjects = Subjects(year)
    found = [head for kind in papers_of(year.dot) for head in _heads(year, kind, subjects)]
    keys = list(DonViNam.model_fields)
    yield from sorted(found, key=lambda head: keys.index(str(head.path[0])))


def _heads(year: UnitYear, kind: LoaiGiayTo, subjects: Subjects) -> Iterator[Head]:
    if kind.van_ban is None or kind.van_ban.loai not in letter_kinds():
        return
    if kind.van_ban.ghi_o:
        path: DataPath = tuple(kind.van_ban.ghi_o.split("."))
        yield from _one(year, kind, path, year.data.don_vi.ten)
        return
    for about in subjects.of(kind):
        if not about.facts.get("moi_thanh_lap"):
            yield from _one(year, kind, about.path, called(year, about.ten))


def _one(year: UnitYear, kind: LoaiGiayTo, path: DataPath, ten: str) -> Iterator[Head]:
    given = at(year.data, path)
    if isinstance(given, DauVanBan | TapThe):
        yield _head_from(year, kind, path, given, ten)


def _head_from(
    year: UnitYear, kind: LoaiGiayTo, path: DataPath, given: DauVanBan | TapThe, ten: str
) -> Head:
    """Create a head; `ten` is the name of the paper's subject."""
    entry = kind.van_ban
    if entry is None:
        raise ValueError(kind.ma)
    own, unit = campaign_party(year.dot), unit_party(year)
    if isinstance(given, TapThe):
        speaker = collective_speaker(year, given)
    else:
        known = [own, unit] if entry.ban_hanh == "dot" else [unit, own]
        speaker = who_speaks(given.co_quan, known)
    words = {"{nam}": str(year.dot.nam), "{ten}": ten}
    subject = _HOLE.sub(lambda hole: words.get(hole[0], hole[0]), entry.trich_yeu)
    return Head(path, given, entry, speaker, subject)


def head_of(year: UnitYear, kind: LoaiGiayTo) -> Head:
    """Return the head of a unit's only paper of a kind; an empty one if the data has none."""
    if kind.van_ban is None or kind.van_ban.ghi_o is None:
        raise ValueError(kind.ma)
    path = tuple(kind.van_ban.ghi_o.split("."))
    given = at(year.data, path)
    blank = given if isinstance(given, DauVanBan) else DauVanBan()
    return _head_from(year, kind, path, blank, year.data.don_vi.ten)


def printed_head(year: UnitYear, head: Head) -> VanBanIn:
    """Print everything of a letter but its body."""
    return letters.printed_letter(as_letter(year, head), year.dot, year.ngay, head.speaker)


def pack_of_paper(year: UnitYear, kind: LoaiGiayTo, path: DataPath) -> TheThuc:
    """Return the pack of a unit's paper: that of the day and the body of its letter head.

    A paper without one is of the Party, and so is a form, whoever fills it in.

    Args:
        year: the unit's year.
        kind: the kind of paper.
        path: the data path of its subject.
    """
    entry = kind.van_ban
    if entry is None or kind.bieu_mau or entry.loai not in letter_kinds():
        return year.pack()
    given = at(year.data, tuple(entry.ghi_o.split(".")) if entry.ghi_o else path)
    if not isinstance(given, DauVanBan | TapThe):
        given = DauVanBan()
    head = _head_from(year, kind, path, given, "")
    return pack_in_force(year.dot, head.co_quan, latest_day(given.ngay) or year.ngay)[0]


def shipped_head(year: UnitYear, code: str, index: int | None = None) -> Head:
    """Return the head of a shipped paper: the item `index` of its list, or the only one."""
    kind = paper_kinds()[code]
    if index is None:
        return head_of(year, kind)
    return next(each for each in _heads(year, kind, Subjects(year)) if each.path[1] == index)
