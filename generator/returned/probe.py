"""Prints a form with values that can be recognised: the paper itself says what stands where.

Nothing is known here about a template: what a form asks, and in which order, is read off what the
program prints, so that an office's own template is read back like a shipped one.
"""

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import permutations
from typing import Any, TypeVar

from generator.model.birth import NgaySinh
from generator.model.levels import NOT_RATED
from generator.model.meeting import HoiNghi, KetQuaPhieu, KiemPhieu, NguoiDu
from generator.model.person import CaNhan, ChucVu, NoiCuTru
from generator.model.review import (
    CacXacNhan,
    ChamDiem,
    DiemTieuChi,
    GiaiTrinh,
    KhacPhuc,
    KiemDiem,
    MucKiemDiem,
    NhiemVu,
    XacNhan,
    XacNhanNhanXet,
    XepLoai,
)
from generator.model.unit import DonViNam, TapThe
from generator.opening.written import Line, read_written
from generator.papers.about import person_form, report_form
from generator.papers.looks import look_of
from generator.papers.meetings import voted_on
from generator.papers.paper import Paper, made
from generator.papers.review_forms import HEADING, headings
from generator.papers.templates import Templates
from generator.papers.unit_documents import UnitDocument, unit_documents
from generator.papers.unit_year import UnitYear
from generator.problems import DataPath
from generator.regulations.criteria import codes, load_criteria
from generator.returned.outline import Kieu
from generator.wording import dates, review

Subject = TypeVar("Subject", CaNhan, TapThe)
NOBODY = "Zqnobodyqz"
"""The name of a subject of whom nothing is known."""

TOKEN = re.compile("zq([a-z]{3})qz", re.IGNORECASE)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Marks:
    """The values given out, each with the path it stands for.

    `texts` by the three letters inside a token, `printed` by how a number or day is printed,
    `chosen` by the names that the two printings choose.
    """

    texts: dict[str, DataPath] = field(default_factory=dict)
    printed: dict[str, tuple[DataPath, Kieu]] = field(default_factory=dict)
    chosen: dict[tuple[str, str], DataPath] = field(default_factory=dict)
    names: list[tuple[str, ...]] = field(default_factory=list)
    _pairs: dict[tuple[str, ...], list[tuple[str, str]]] = field(default_factory=dict)

    def text(self, *path: str | int) -> str:
        """Return a text that stands for a path."""
        number = len(self.texts)
        letters = "".join(_LETTERS[number // 26**place % 26] for place in (2, 1, 0))
        self.texts[letters] = path
        return f"Zq{letters}qz"

    def points(self, *path: str | int) -> Decimal:
        """Return points that stand for a path."""
        number = len(self.printed)  # two decimals each, for «1,20» is printed as «1,2»
        value = Decimal(1 + number // 9) + Decimal(11 + number % 9) / 100
        self.printed[review.points(value)] = (path, "diem")
        return value

    def count(self, *path: str | int) -> int:
        """Return a count that stands for a path."""
        value = 7000 + len(self.printed)
        self.printed[str(value)] = (path, "so")
        return value

    def day(self, year: int, *path: str | int) -> dt.date:
        """Return a day of a year that stands for a path."""
        value = dt.date(year, 3, 3) + dt.timedelta(len(self.printed))
        self.printed[dates.long_date(value).casefold()] = (path, "ngay")
        self.printed[dates.short_date(value)] = (path, "ngay")
        return value

    def choice(self, names: tuple[str, ...], *path: str | int) -> tuple[str, str]:
        """Return the names that stand for a path, one a printing; nothing fixed differs so."""
        if names not in self._pairs:
            self._pairs[names] = list(permutations(names, 2))
            self.names.append(names)
        pair = self._pairs[names].pop(0)
        self.chosen[pair] = path
        return pair


@dataclass(frozen=True)
class Printed:
    """A form printed twice with marked values, alike but for choices, and once without any."""

    lines: tuple[Line, ...]
    again: tuple[Line, ...]
    empty: tuple[Line, ...]
    marks: Marks


def printed_with_marks(
    year: UnitYear, document: UnitDocument, templates: Templates
) -> Printed | None:
    """Print the form that a document is, about nobody.

    Args:
        year: the unit's year.
        document: one of its papers, about a person, a collective or a meeting.
        templates: where templates are found.

    Returns:
        Its lines; None if its template cannot be used.
    """
    marks = Marks()
    first, second, third = (
        _lines(year, each, document, templates) for each in _subjects(year, document, marks)
    )
    if first is None or second is None or len(first) != len(second):
        return None
    return Printed(first, second, third or (), marks)


def _lines(
    year: UnitYear, data: DonViNam, document: UnitDocument, templates: Templates
) -> tuple[Line, ...] | None:
    alone = replace(year, data=data, de_trong=True)
    kind = document.kind.ma
    found = (
        each for each in unit_documents(alone) if each.kind.ma == kind and each.ma == document.ma
    )
    one = next(found, None)
    if one is None:
        return None
    word = word_of(year, one, templates)
    return read_written(io.BytesIO(word)) if word else None


def word_of(year: UnitYear, document: UnitDocument, templates: Templates) -> bytes | None:
    """Return a document of a unit as the program prints it; None if its template cannot be used."""
    look = look_of(year.pack())
    paper = Paper("", document.mau, document.shape, document.build, list, look)
    return made(paper, templates)[0]


def _subjects(
    year: UnitYear, document: UnitDocument, marks: Marks
) -> tuple[DonViNam, DonViNam, DonViNam]:
    """Return the unit with one subject only, marked, for each printing; and with that one empty."""
    head, index, *_ = document.path
    unit = year.data.don_vi
    names = {
        name: marks.text("don_vi")
        for name in ("ten", "cap_tren", "cap_uy", "cap_uy_cap_tren")
        if getattr(unit, name)
    }
    own = unit.model_copy(update=names)
    nobody = {"ca_nhan": (), "tap_the": (), "hoi_nghi": (), "goi_y": (), "ky": None}
    data = year.data.model_copy(update={**nobody, "don_vi": own})
    match head:
        case "ca_nhan":
            its: Sequence[CaNhan | TapThe] = _person(year, year.data.ca_nhan[int(index)], marks)
        case "tap_the":
            its = _collective(year, year.data.tap_the[int(index)], marks)
        case _:
            held = _meeting(year, year.data.hoi_nghi[int(index)], marks)
            keep = {"ca_nhan": year.data.ca_nhan, "tap_the": year.data.tap_the, "hoi_nghi": (held,)}
            whole = data.model_copy(update=keep)
            return whole, whole, whole
    one, other, none = (data.model_copy(update={str(head): (each,)}) for each in its)
    return one, other, none


def _review(
    year: UnitYear, marks: Marks, keys: Mapping[str, bool], annex: str
) -> Iterator[dict[str, Any]]:
    """Yield the values common to persons and collectives, for each printing."""
    degrees = year.che_do.cap_do
    levels = tuple(level.ten for level in year.che_do.muc)
    texts = {key: marks.text("uu_diem", key, "noi_dung") for key in keys}
    chosen = {
        key: marks.choice(degrees, "uu_diem", key, "cap_do") for key, asks in keys.items() if asks
    }
    mended = marks.choice(degrees, "cap_do_khac_phuc") if degrees else ("", "")
    own = {
        name: marks.text(name) for name in ("han_che", "nguyen_nhan", "trach_nhiem", "phuong_huong")
    }
    listed = KhacPhuc(han_che=marks.text("khac_phuc"), tinh_trang="da_khac_phuc")
    answered = GiaiTrinh(diem=marks.text("giai_trinh"), noi_dung=marks.text("giai_trinh"))
    scored = tuple(
        DiemTieuChi(tieu_chi=code, diem=marks.points("cham_diem", "chi_tiet", code, "diem"),
                    ghi_chu=marks.text("cham_diem", "chi_tiet", code, "ghi_chu"))
        for code in (codes(load_criteria(annex)) if annex else ())
    )  # fmt: skip
    points = ChamDiem(
        chung=marks.points("cham_diem", "chung"),
        nhiem_vu=marks.points("cham_diem", "nhiem_vu"),
        tong=marks.points("cham_diem", "tong"),
        chi_tiet=scored,
    )
    columns = ("noi_dung", "thoi_han", "tinh_hinh", "san_pham", "tien_do", "ghi_chu")
    task = NhiemVu(**{name: marks.text("nhiem_vu", 0, name) for name in columns})
    day = marks.day(year.dot.nam, "ngay")
    rated = {
        name: marks.choice(levels, "xep_loai", name)
        for name in ("tu_nhan", "tu_nhan_cong_chuc", "cong_chuc", "chi_bo", "quyet_dinh")
    }
    for which in (0, 1):
        yield {
            **own,
            "uu_diem": {
                key: MucKiemDiem(
                    noi_dung=text, cap_do=chosen[key][which] if key in chosen else None
                )
                for key, text in texts.items()
            },
            "khac_phuc": (listed,),
            "cap_do_khac_phuc": mended[which] or None,
            "giai_trinh": (answered,),
            "cham_diem": points,
            "nhiem_vu": (task,),
            "ngay": day,
            "xep_loai": XepLoai(**{name: pair[which] for name, pair in rated.items()}),
        }


def _of_form(year: UnitYear, subject: CaNhan | TapThe) -> tuple[dict[str, bool], str]:
    """Return the keys of part I of the form due, and whether boxes follow; its annex."""
    regime = year.che_do
    own = person_form(regime, subject) if isinstance(subject, CaNhan) else report_form(regime)
    form = regime.bieu_mau.get(own or "")
    if form is None:
        return {}, ""
    keys = {part.khoa.removeprefix(HEADING): part.cap_do for part in headings(form)}
    return keys, form.phu_luc_tieu_chi


def _person(year: UnitYear, person: CaNhan, marks: Marks) -> list[CaNhan]:
    keys, annex = _of_form(year, person)
    held = {name: marks.text("chuc_vu", name) for name in ("dang", "chinh_quyen", "doan_the")}
    values = {
        "ho_ten": marks.text("ho_ten"),
        "ngay_sinh": _birth(year, marks),
        "chi_bo": None,
        "don_vi_cong_tac": marks.text("don_vi_cong_tac"),
        "chuc_vu": ChucVu(**held),
        "xac_nhan": CacXacNhan(
            thu_truong=_comment(year, marks, "thu_truong"),
            chi_uy=_comment(year, marks, "chi_uy"),
            dang_uy=_confirmed(year, marks, "dang_uy"),
        ),
        "noi_cu_tru": NoiCuTru(
            xa=marks.text("noi_cu_tru", "xa"), chi_bo=marks.text("noi_cu_tru", "chi_bo")
        ),
    }
    marked = [
        person.model_copy(update={**values, **each}) for each in _review(year, marks, keys, annex)
    ]
    return [*marked, _empty(person)]


def _birth(year: UnitYear, marks: Marks) -> NgaySinh:
    day = marks.day(year.dot.nam - 40, "ngay_sinh")
    return NgaySinh(day.year, day.month, day.day)


def _comment(year: UnitYear, marks: Marks, who: str) -> XacNhanNhanXet:
    return XacNhanNhanXet(
        nhan_xet=marks.text("xac_nhan", who, "nhan_xet"),
        **_confirmed(year, marks, who).model_dump(),
    )


def _confirmed(year: UnitYear, marks: Marks, who: str) -> XacNhan:
    return XacNhan(
        ngay=marks.day(year.dot.nam, "xac_nhan", who, "ngay"),
        chuc_vu=marks.text("xac_nhan", who, "chuc_vu"),
        ho_ten=marks.text("xac_nhan", who, "ho_ten"),
    )


def _collective(year: UnitYear, collective: TapThe, marks: Marks) -> list[TapThe]:
    keys, annex = _of_form(year, collective)
    values = {"ten": marks.text("ten"), "co_quan": None, "ky": None}
    marked = [
        collective.model_copy(update={**values, **each})
        for each in _review(year, marks, keys, annex)
    ]
    return [*marked, _empty(collective)]


def _empty(subject: Subject) -> Subject:
    """Return a subject as if nobody had written anything, not even that there is nothing."""
    name = "ho_ten" if isinstance(subject, CaNhan) else "ten"
    bare = subject.model_copy(update={**_NOTHING, name: NOBODY})
    bare.__pydantic_fields_set__.difference_update(_NOTHING)
    return bare


_NOTHING: dict[str, Any] = {
    name: each.get_default(call_default_factory=True)
    for name, each in KiemDiem.model_fields.items()
    if not each.is_required()
}
"""A review of which nobody wrote anything: the form prints its hints and lines to write on."""


def _meeting(year: UnitYear, held: HoiNghi, marks: Marks) -> HoiNghi:
    levels = [*(level.khoa for level in year.che_do.muc), NOT_RATED]
    way = "kiem_phieu"
    names = voted_on(year, held)
    counted = KiemPhieu(
        to_kiem_phieu=tuple(
            NguoiDu(ho_ten=marks.text("don_vi"), chuc_vu=marks.text("don_vi")) for _ in range(1)
        ),
        phat_ra=marks.count(way, "phat_ra"),
        thu_ve=marks.count(way, "thu_ve"),
        hop_le=marks.count(way, "hop_le"),
        khong_hop_le=marks.count(way, "khong_hop_le"),
        ket_qua=tuple(
            KetQuaPhieu(
                doi_tuong=name,
                phieu={key: marks.count(way, "ket_qua", name, key) for key in levels},
            )
            for name in names
        ),
    )
    return held.model_copy(
        update={"kiem_phieu": counted, "ten": marks.text("ten"), "co_mat": marks.count("co_mat")}
    )
