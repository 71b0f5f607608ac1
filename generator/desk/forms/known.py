"""What a form knows beside its file: the headings of the paper, names, points to be answered."""

from dataclasses import replace
from typing import get_args

from generator.desk.forms.parts import Known
from generator.model import Dot
from generator.model.kinds import LoaiVanBan
from generator.model.person import VaiTro
from generator.model.unit import CaNhan, DonViNam, TapThe
from generator.papers.own_kinds import on_request
from generator.problems import DataPath
from generator.reading.units import Unit
from generator.regulations.che_do import BieuMau, CheDo, Phan
from generator.regulations.criteria import load_criteria
from generator.regulations.in_force import regime_of
from generator.regulations.packs import letter_kinds
from generator.regulations.regimes import form_for
from generator.rules.forms import COLLECTIVE_FORM, form_of
from generator.rules.subjects import Subject, reviewed

LONGEST = 90
"""Characters of a heading of a form that are the name of its field; the rest is its hint."""

_ADVANTAGES = "uu_diem."
_TEXTS = ("han_che", "nguyen_nhan", "khac_phuc", "giai_trinh", "trach_nhiem", "phuong_huong")
_NAMES = ("ho_ten", "nguoi", "ai", "phu_trach", "doi_tuong")


def known_of(
    name: str, path: DataPath, unit: Unit | None, dot: Dot | None, role: str = ""
) -> Known:
    """Return what is known of the subject of a form.

    Args:
        name: the form («ca-nhan»).
        path: where its subject stands.
        unit: the unit of the file; None for other files, or if it cannot be read.
        dot: the campaign; None if it cannot be read.
        role: the role of a person of whom only the file is known.
    """
    if dot is None:
        return Known()
    if name == "dot":
        return Known(khoa=_criteria(), chon={"lap_them": _on_request(dot)})
    if name in {"van-ban", "sao-luc"}:
        own = [each for each in dot.loai_rieng if isinstance(each, LoaiVanBan)]
        kinds = [each for each in (*letter_kinds().values(), *own) if each.mau]
        return Known(chon={"loai": tuple((each.ma, each.ten) for each in kinds)})
    people = tuple(each.ho_ten for each in unit.data.ca_nhan) if unit else ()
    bodies = tuple(each.ten for each in unit.data.tap_the) if unit else ()
    offered = dict.fromkeys(_NAMES, people)
    regime = regime_of(dot)[0]
    if name == "hoi-nghi":
        voted = _voted(unit.data, path, regime) if unit else ()
        rows = {"ket_qua": tuple({"doi_tuong": each} for each in voted)}
        return Known(dong=rows, goi={**offered, "doi_tuong": (*bodies, *people)})
    if name not in {"ca-nhan", "tap-the"}:
        subjects = tuple((each, each) for each in (*bodies, *people))
        return Known(
            khoa={"han_che_ky_truoc": subjects}, chon={"lap_them": _on_request(dot)}, goi=offered
        )
    subject = _subject(unit, path, name) if unit else None
    if subject is not None:
        form = form_of(regime, Subject((), _called(subject), subject))
    else:
        form = regime.bieu_mau.get(_key(regime, role) if name == "ca-nhan" else COLLECTIVE_FORM)
    known = _of_form(form) if form else Known()
    points = _points(unit.data, _called(subject)) if unit and subject else {}
    earlier = unit.data.han_che_ky_truoc.get(_called(subject), ()) if unit and subject else ()
    return replace(
        known,
        dong={
            **known.dong,
            "khac_phuc": tuple({"han_che": each} for each in earlier),
            "giai_trinh": tuple({"diem": ma} for ma in points),
        },
        doc={**known.doc, "giai_trinh": tuple(f"{ma}: {said}" for ma, said in points.items())},
        goi=offered,
    )


def _key(regime: CheDo, role: str) -> str:
    """Return the form of a role as it is written; none for a role that is none."""
    return form_for(regime, role) if role in get_args(VaiTro) else ""


def _subject(unit: Unit, path: DataPath, name: str) -> CaNhan | TapThe | None:
    found: tuple[CaNhan | TapThe, ...] = unit.data.ca_nhan
    if name == "tap-the":
        found = unit.data.tap_the
    index = path[-1] if path else None
    return found[index] if isinstance(index, int) and index < len(found) else None


def _called(subject: CaNhan | TapThe) -> str:
    return subject.ho_ten if isinstance(subject, CaNhan) else subject.ten


def _of_form(form: BieuMau) -> Known:
    """Return the headings of a form, and its criteria as rows of points."""
    own = [each for each in form.phan if each.khoa.startswith(_ADVANTAGES)]
    told = {each.khoa: _heading(each) for each in form.phan if each in own or each.khoa in _TEXTS}
    keys = tuple((each.khoa.removeprefix(_ADVANTAGES), told[each.khoa][0]) for each in own)
    lines = _lines(form.phu_luc_tieu_chi) if form.phu_luc_tieu_chi else []
    return Known(
        nhan=told,
        khoa={"uu_diem": keys},
        dong={"chi_tiet": tuple({"tieu_chi": ma} for ma, _ in lines)},
        doc={"chi_tiet": tuple(f"{ma}: {said}" for ma, said in lines)},
        cap_do=any(each.cap_do for each in own),
        mau=form.ma,
        ten_mau=form.ten.gia_tri,
    )


def _heading(each: Phan) -> tuple[str, str]:
    whole = f"{each.danh_so} {each.tieu_de}".strip("- ")
    cut = whole
    if len(whole) > LONGEST:
        first, stop, _ = whole.partition(";")
        words = f"{whole[:LONGEST].rsplit(' ', 1)[0].rstrip(',')}…"
        cut = first if stop and len(first) <= LONGEST else words
    rest = " ".join((*([each.tieu_de] if cut != whole else []), *each.goi_y))
    return cut, rest


def _points(unit: DonViNam, called: str) -> dict[str, str]:
    return {
        point.ma: point.noi_dung
        for letter in unit.goi_y
        for subject in (*letter.tap_the, *letter.ca_nhan)
        if subject.ten == called
        for point in subject.diem
    }


def _on_request(dot: Dot) -> tuple[tuple[str, str], ...]:
    return tuple((each.ma, each.ten) for each in on_request(dot))


def _voted(unit: DonViNam, path: DataPath, regime: CheDo) -> tuple[str, ...]:
    """Return who is voted on at a meeting: those it names, else who is reviewed at one like it."""
    index = path[-1] if path else None
    known = isinstance(index, int) and index < len(unit.hoi_nghi)
    meeting = unit.hoi_nghi[index] if known and isinstance(index, int) else None
    if meeting and meeting.doi_tuong:
        return meeting.doi_tuong
    about = meeting.noi_dung if meeting else "tap_the_ca_nhan"
    subjects = reviewed(regime, unit)
    return tuple(
        each.ten
        for each in subjects
        if ("ca_nhan" if isinstance(each.data, CaNhan) else "tap_the") in about
    )


def _lines(annex: str) -> list[tuple[str, str]]:
    table = load_criteria(annex)
    return [(item.ma, item.ten) for group in table.nhom for item in group.muc]


def _criteria() -> dict[str, tuple[tuple[str, str], ...]]:
    annexes = tuple(f"pl{number}" for number in range(1, 6))
    found = {each: tuple((ma, f"{ma}. {said}") for ma, said in _lines(each)) for each in annexes}
    found["phan_bo_diem"] = tuple((each, load_criteria(each).ten) for each in annexes)
    return found
