"""Letters that come from a unit's data: gợi ý, giải trình, results, plan to mend, rating again.

Their fixed sentences stand in the Word templates; head, addressees and signature are those of any
letter (`generator.papers.letters`).
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple, TypedDict

from generator.model import CoQuan, DonViNam, Dot, VanBan
from generator.model.kinds import LoaiGiayTo
from generator.model.papers import DauVanBan, DoiTuongGoiY, GoiY
from generator.model.unit import TapThe
from generator.papers import letters
from generator.papers.about import Subjects, at
from generator.papers.letter_values import VanBanIn
from generator.papers.rating_lists import (
    DuocXepLoaiIn,
    HangTongHopIn,
    collective_rows,
    counts,
    numbered,
    person_rows,
)
from generator.papers.unit_year import UnitYear, collective_body, issuer
from generator.problems import DataPath, Place, Problem, problem
from generator.regulations.catalogue import paper_kinds, papers_of
from generator.regulations.packs import letter_kinds
from generator.wording import dates, review
from generator.wording.citations import cited


class DiemGoiYIn(TypedDict):
    """A point of a gợi ý, and in the report what answers it."""

    ma: str
    noi_dung: str
    giai_trinh: str
    nguyen_nhan: str
    trach_nhiem: str


class DoiTuongGoiYIn(TypedDict):
    """A collective or person with its points."""

    ten: str
    diem: list[DiemGoiYIn]


class GoiYIn(VanBanIn):
    """Công văn gợi ý kiểm điểm, and báo cáo giải trình."""

    nam: str
    cap_goi_y: str
    tap_the: list[DoiTuongGoiYIn]
    ca_nhan: list[DoiTuongGoiYIn]
    han_gui: str
    gui_ve: str
    thoi_gian: str
    doan_cong_tac: str
    han_khac_phuc: str
    van_ban_goi_y: str


class ViecIn(TypedDict):
    """A row of the plan to mend weaknesses."""

    tt: str
    han_che: str
    bien_phap: str
    phu_trach: str
    phoi_hop: str
    thoi_han: str


class KhacPhucIn(VanBanIn):
    """Kế hoạch khắc phục hạn chế."""

    nam: str
    don_vi: str
    viec: list[ViecIn]


class KetQuaIn(VanBanIn):
    """Quyết định and thông báo of ratings; `kem_theo` is the line below the title of the list."""

    nam: str
    don_vi: str
    kem_theo: str
    tap_the: list[DuocXepLoaiIn]
    ca_nhan: list[DuocXepLoaiIn]
    tong_hop: list[HangTongHopIn]
    chua_gom: str


class XepLoaiLaiIn(VanBanIn):
    """Mẫu 03 of 2025: quyết định đánh giá, xếp loại lại; the body is ours, so no form code."""

    nam: str
    doi_tuong: str
    van_ban_cu: str
    muc_cu: str
    muc_moi: str
    ly_do: str


_CITING = frozenset({"cong-van", "quyet-dinh"})
_BASES = frozenset({"Quy định", "Hướng dẫn"})
_HOLE = re.compile(r"\{[a-z_]+\}")
_BODY = "…"
"""`VanBan` asks for a body; in these documents it stands in the template."""


def suggestion(year: UnitYear, index: int) -> GoiYIn:
    """Print a công văn gợi ý kiểm điểm: points for collectives, then for persons."""
    letter = year.data.goi_y[index]
    head = _head(year, "goi-y", index)
    return _goi_y(year, letter, printed_head(year, head), head.co_quan)


def explanation(year: UnitYear, index: int) -> GoiYIn:
    """Print the separate report that answers a gợi ý, point by point."""
    letter = year.data.goi_y[index]
    head = _head(year, "giai-trinh")
    return _goi_y(year, letter, printed_head(year, head), head.co_quan)


def _goi_y(year: UnitYear, letter: GoiY, printed: VanBanIn, body: CoQuan) -> GoiYIn:
    issuer = letter.co_quan or year.dot.co_quan
    return {
        **printed,
        "nam": str(year.dot.nam),
        "cap_goi_y": issuer.chu_the or issuer.ten if body is not issuer else printed["chu_the"],
        "tap_the": [_points(year, each, person=False) for each in letter.tap_the],
        "ca_nhan": [_points(year, each, person=True) for each in letter.ca_nhan],
        "han_gui": _day(letter.han_gui),
        "gui_ve": letter.gui_ve or "",
        "thoi_gian": letter.thoi_gian or "",
        "doan_cong_tac": letter.doan_cong_tac or "",
        "han_khac_phuc": _day(letter.han_khac_phuc),
        "van_ban_goi_y": _cited(letter, issuer),
    }


def _cited(letter: GoiY, issuer: CoQuan) -> str:
    number = f" số {letter.so}-CV/{issuer.ky_hieu or ''}".rstrip("/") if letter.so else ""
    day = f", ngày {dates.short_date(letter.ngay)}" if letter.ngay else ""
    return f"Công văn{number}{day} của {issuer.chu_the or issuer.ten}"


def _points(year: UnitYear, target: DoiTuongGoiY, *, person: bool) -> DoiTuongGoiYIn:
    subjects = year.data.ca_nhan if person else year.data.tap_the
    answers = {
        answer.diem: answer
        for each in subjects
        if (each.ho_ten if hasattr(each, "ho_ten") else each.ten) == target.ten
        for answer in each.giai_trinh
    }
    return {
        "ten": review.capital(target.danh_xung or target.ten),
        "diem": [
            {
                "ma": point.ma,
                "noi_dung": point.noi_dung,
                "giai_trinh": found.noi_dung if (found := answers.get(point.ma)) else "",
                "nguyen_nhan": (found.nguyen_nhan or "") if found else "",
                "trach_nhiem": (found.trach_nhiem or "") if found else "",
            }
            for point in target.diem
        ],
    }


def _day(day: dt.date | None) -> str:
    return dates.short_date(day) if day else ""


def unit_body(nam: DonViNam) -> CoQuan:
    """Return the body that issues a unit's own documents."""
    unit = nam.don_vi
    name = issuer(unit)
    return CoQuan(ten=name, cap_tren=unit.cap_tren, ky_hieu=unit.ky_hieu, chu_the=name,
                  nhiem_ky=unit.nhiem_ky)  # fmt: skip


def letter_head(
    year: UnitYear, given: DauVanBan, kind: str, subject: str, body: CoQuan
) -> VanBanIn:
    """Print everything of a letter but its body.

    Args:
        year: the unit's year, or that of the campaign's own body.
        given: number, day, addressees, signer.
        kind: `cong-van`, `bao-cao`, …
        subject: the trích yếu.
        body: who issues it.
    """
    document, dot = _document(year, given, kind, subject, body)
    return letters.printed_letter(document, dot, year.ngay)


def _document(
    year: UnitYear, given: DauVanBan, kind: str, subject: str, body: CoQuan
) -> tuple[VanBan, Dot]:
    """Make the letter that stands for a head; only the campaign's own body takes its signer."""
    own = body == year.dot.co_quan
    usual = {"ky": None, "noi_nhan": year.data.noi_nhan}
    dot = year.dot if own else year.dot.model_copy(update=usual)
    document = VanBan.model_construct(
        loai=kind,
        trich_yeu=subject,
        noi_dung=_BODY,
        co_quan=body,
        so=given.so,
        ngay=given.ngay,
        kinh_gui=given.kinh_gui,
        can_cu=given.can_cu or (_regime_bases(year) if kind in _CITING else ()),
        noi_nhan=given.noi_nhan,
        ky=given.ky or (None if own else year.data.ky),
        dia_danh=None if own else year.data.dia_danh,
    )
    return document, dot


def _regime_bases(year: UnitYear) -> tuple[str, ...]:
    """The regulation and the guidance in force for the review year, as căn cứ."""
    documents = [each for each in year.che_do.van_ban if each.loai in _BASES]
    return tuple(f"Căn cứ {cited(each)}" for each in documents)


def letter_findings(year: UnitYear) -> list[Problem]:
    """Check the heads of all letters as any letter is checked: signer, recipients, symbol.

    Returns:
        Problems with paths in the unit's data; a head with a date needs its signer (KD122).
    """
    problems: list[Problem] = []
    for path, given, kind, body, _ in heads(year):
        if isinstance(given, TapThe):
            continue
        document, dot = _document(year, given, kind, "Kết quả", body)
        found = [] if kind == "cong-van" and not given.kinh_gui else letters.findings(document, dot)
        if given.ngay and document.ky is None and dot.ky is None:
            found.append(problem("KD122", Place(path=("ky",))))
        problems += [each.at(Place(path=(*path, *each.place.path))) for each in found]
    return problems


class Head(NamedTuple):
    """The head of a paper that bears a number: where its data is, its type, issuer, trích yếu.

    `given` is a collective for its review report, which has number, day and signer too.
    """

    path: DataPath
    given: DauVanBan | TapThe
    loai: str
    co_quan: CoQuan
    trich_yeu: str


def heads(year: UnitYear) -> Iterator[Head]:
    """Yield the head of every paper with a number that a unit's data has, in the order of the data.

    Which papers bear a number, in which series, and where the data keeps it, the catalogue says.
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
            yield from _one(year, kind, about.path, about.ten)


def _one(year: UnitYear, kind: LoaiGiayTo, path: DataPath, ten: str) -> Iterator[Head]:
    given = at(year.data, path)
    if isinstance(given, DauVanBan | TapThe):
        yield _head_from(year, kind, path, given, ten)


def _head_from(
    year: UnitYear, kind: LoaiGiayTo, path: DataPath, given: DauVanBan | TapThe, ten: str
) -> Head:
    """Put a head together; `ten` is what the paper is about."""
    entry = kind.van_ban
    if entry is None:
        raise ValueError(kind.ma)
    if isinstance(given, TapThe):
        body = collective_body(year, given)
    else:
        usual = year.dot.co_quan if entry.ban_hanh == "dot" else unit_body(year.data)
        body = given.co_quan or usual
    words = {"{nam}": str(year.dot.nam), "{ten}": ten}
    subject = _HOLE.sub(lambda hole: words.get(hole[0], hole[0]), entry.trich_yeu)
    return Head(path, given, entry.loai, body, subject)


def head_of(year: UnitYear, kind: LoaiGiayTo) -> Head:
    """Return the head of a unit's only paper of a kind; a blank one where the data has none."""
    if kind.van_ban is None or kind.van_ban.ghi_o is None:
        raise ValueError(kind.ma)
    path = tuple(kind.van_ban.ghi_o.split("."))
    given = at(year.data, path)
    blank = given if isinstance(given, DauVanBan) else DauVanBan()
    return _head_from(year, kind, path, blank, year.data.don_vi.ten)


def _head(year: UnitYear, code: str, index: int | None = None) -> Head:
    """Return the head of a shipped paper: of the one with a number in its list, or the only one."""
    kind = paper_kinds()[code]
    if index is None:
        return head_of(year, kind)
    return next(each for each in _heads(year, kind, Subjects(year)) if each.path[1] == index)


def printed_head(year: UnitYear, head: Head) -> VanBanIn:
    """Print everything of a letter but its body."""
    if isinstance(head.given, TapThe):
        raise TypeError(head.path)
    return letter_head(year, head.given, head.loai, head.trich_yeu, head.co_quan)


def results(year: UnitYear, kind: LoaiGiayTo) -> KetQuaIn:
    """Print the quyết định or the thông báo of ratings with its list."""
    head = head_of(year, kind)
    given = head.given if isinstance(head.given, DauVanBan) else DauVanBan()
    document, dot = _document(year, given, head.loai, head.trich_yeu, head.co_quan)
    return {
        **letters.printed_letter(document, dot, year.ngay),
        "nam": str(year.dot.nam),
        "don_vi": year.data.don_vi.ten,
        "kem_theo": letters.annex_note(document, dot, year.ngay),
        "tap_the": _rated(year, collective_rows(year)),
        "ca_nhan": _rated(year, person_rows(year)),
        "tong_hop": counts(year),
        "chua_gom": "",
    }


def _rated(year: UnitYear, rows: list[DuocXepLoaiIn]) -> list[DuocXepLoaiIn]:
    """Number those with a level that was decided; a list to be filled in by hand names all."""
    return numbered(row for row in rows if row["quyet_dinh"] or year.de_trong)


def mending_plan(year: UnitYear) -> KhacPhucIn:
    """Print the plan to mend weaknesses after the review."""
    plan = year.data.khac_phuc
    if plan is None:
        raise ValueError(year.data.don_vi.ma)
    return {
        **printed_head(year, _head(year, "ke-hoach-khac-phuc")),
        "nam": str(year.dot.nam),
        "don_vi": year.data.don_vi.ten,
        "viec": [
            {
                "tt": str(number),
                "han_che": task.han_che,
                "bien_phap": task.bien_phap,
                "phu_trach": task.phu_trach,
                "phoi_hop": task.phoi_hop or "",
                "thoi_han": task.thoi_han,
            }
            for number, task in enumerate(plan.viec, 1)
        ],
    }


def rated_again(year: UnitYear, index: int) -> XepLoaiLaiIn:
    """Print Mẫu 03 of 2025: the decision to rate again (QĐ 366 Điều 13 and 15.3)."""
    again = year.data.xep_loai_lai[index]
    return {
        **printed_head(year, _head(year, "xep-loai-lai", index)),
        "nam": str(year.dot.nam),
        "doi_tuong": again.doi_tuong,
        "van_ban_cu": again.van_ban_cu,
        "muc_cu": again.muc_cu,
        "muc_moi": again.muc_moi,
        "ly_do": again.ly_do,
    }
