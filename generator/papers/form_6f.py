"""Biểu 6F of a unit and of a whole campaign."""

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.model.person import CaNhan
from generator.model.unit import TapThe
from generator.papers.form_values import BieuMauIn
from generator.papers.letter_values import KyIn
from generator.papers.meetings import subjects
from generator.papers.rating_lists import NOT_YET
from generator.papers.suggested_counts import Bieu6FCap, Bieu6FRow, suggested_counts
from generator.papers.unit_year import (
    UnitYear,
    latest,
    signed,
    unit_head,
)
from generator.rules.subjects import takes_part
from generator.wording import compare


class Bieu6FIn(BieuMauIn):
    """Biểu số 6F-BTCTW; the rows are those of the form, in its order.

    `ly_do_khac` gives the reasons for those in row 3 who are not in its «trong đó» rows,
    `chua_ro_dien` counts those in row 4 whose managing level is not known; `ghi_chu_bieu` says
    where the form is no longer known to be the one in force.
    """

    phai_kiem_diem: Bieu6FRow
    da_kiem_diem: Bieu6FRow
    chua_kiem_diem: Bieu6FRow
    moi_thanh_lap: int
    moi_ket_nap: int
    mien_sinh_hoat: int
    dinh_chi: int
    ly_do_khac: str
    duoc_goi_y: Bieu6FRow
    goi_y_theo_cap: list[Bieu6FCap]
    chua_ro_dien: str
    chua_gom: str
    ghi_chu_bieu: str
    ky: KyIn


def was_reviewed(year: UnitYear, rated: CaNhan | TapThe) -> bool:
    """Return whether the data shows a review: a level beyond the self-rating, or a meeting."""
    if latest(rated):
        return True
    if isinstance(rated, TapThe) and rated.thanh_lap_moi:
        return False
    name = rated.ho_ten if isinstance(rated, CaNhan) else rated.ten
    covered = (each for held in year.data.hoi_nghi for each in subjects(year, held))
    return any(compare.same(name, each) for each in covered)


def form_6f(year: UnitYear, units: Sequence[UnitYear] = ()) -> Bieu6FIn:
    """Return the values of Biểu số 6F-BTCTW.

    Rows 2 and 3 are counted separately, so that row 1 is their sum only if nobody is both excluded
    and reviewed.

    Args:
        year: the unit, or the campaign's own body.
        units: the units whose members are counted; only `year` if empty.
    """
    among = units or (year,)
    people = [(each, p) for each in among for p in each.data.ca_nhan if p.dang_vien]
    groups = [(each, t) for each in among for t in each.data.tap_the]
    members = [person for _, person in people]
    idle = [p for each, p in people if takes_part(each.che_do, p) and not was_reviewed(each, p)]
    out = [person for each, person in people if not takes_part(each.che_do, person)]
    new = [group for _, group in groups if group.thanh_lap_moi]
    still = [t for each, t in groups if not t.thanh_lap_moi and not was_reviewed(each, t)]
    top = unit_head(year, "Biểu 6F", None)
    return {
        **top,
        "ky_thay": _PRESCRIBED if year.de_trong else top["ky_thay"],
        "phai_kiem_diem": {"tap_the": len(groups), "dang_vien": len(people)},
        "da_kiem_diem": {
            "tap_the": sum(was_reviewed(each, group) for each, group in groups),
            "dang_vien": sum(was_reviewed(each, person) for each, person in people),
        },
        "chua_kiem_diem": {
            "tap_the": len(new) + len(still),
            "dang_vien": len(out) + len(idle),
        },
        "moi_thanh_lap": len(new),
        "moi_ket_nap": _excluded(members, "moi_ket_nap"),
        "mien_sinh_hoat": _excluded(members, "mien_sinh_hoat"),
        "dinh_chi": _excluded(members, "dinh_chi_sinh_hoat"),
        "ly_do_khac": _other_reasons(year, out, len(still), len(idle)),
        **suggested_counts(among),
        "chua_gom": "",
        "ghi_chu_bieu": year.che_do.bieu_6f.gia_tri if year.che_do.bieu_6f else "",
        "ky": signed(year, year.data.ky),
    }


_PRESCRIBED = "TRƯỞNG BAN"
"""Who signs by the form; a committee signs for itself in a finished one."""
_OWN_ROWS = frozenset({"moi_ket_nap", "mien_sinh_hoat", "dinh_chi_sinh_hoat"})


def _other_reasons(year: UnitYear, out: Iterable[CaNhan], groups: int, people: int) -> str:
    """Describe why the others of row 3 were not reviewed: «Chưa kiểm điểm: 9 đảng viên; …»."""
    idle = [f"{n} {what}" for n, what in ((groups, "tập thể"), (people, "đảng viên")) if n]
    told = [f"{NOT_YET}: {', '.join(idle)}"] if idle else []
    reasons = Counter(
        person.loai_tru.ly_do
        for person in out
        if person.loai_tru and person.loai_tru.ly_do not in _OWN_ROWS
    )
    for reason, number in reasons.items():
        known = year.che_do.loai_tru.get(reason)
        told.append(f"{known.ten if known else reason}: {number} đảng viên")
    return "; ".join(told)


def _excluded(members: Iterable[CaNhan], reason: str) -> int:
    return sum(p.loai_tru is not None and p.loai_tru.ly_do == reason for p in members)
