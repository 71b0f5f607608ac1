"""Score sheets by Phụ lục 1–5 of QĐ 366; the maxima come from a profile of the locality."""

from decimal import Decimal
from typing import TypedDict

from generator.model.campaign import Dot
from generator.model.person import CaNhan
from generator.model.review import DiemTieuChi
from generator.model.unit import TapThe
from generator.papers.form_values import BieuMauIn, KhoiKyIn
from generator.papers.review_forms import points_of, points_or_dots, writer
from generator.papers.unit_year import (
    UnitYear,
    blocks,
    collective_body,
    head,
    known,
    person_head,
    post,
)
from generator.problems import Place, Problem, problem
from generator.reading.suggest import nearest
from generator.regulations.che_do import BieuMau
from generator.regulations.criteria import (
    FOLDER,
    Dong,
    PhanBo,
    TieuChi,
    codes,
    load_criteria,
    load_profile,
    max_points,
)
from generator.regulations.data_files import names
from generator.wording import review


class HangDiemIn(TypedDict):
    """A row of a score sheet; `kieu` is nhom, muc, dong or ghi_chu."""

    kieu: str
    ma: str
    chu: str
    toi_da: str
    diem: str
    ghi_chu: str


class BangChamDiemIn(BieuMauIn):
    """A score sheet by Phụ lục 1–5 of QĐ 366."""

    phu_luc: str
    ten_bang: str
    doi_tuong: str
    chuc_vu: str
    hang: list[HangDiemIn]
    tong: str
    phan_bo: str
    khoi_ky: list[KhoiKyIn]


_OWN_SHARES = (
    "Điểm tối đa từng tiêu chí do chương trình chia đều, không phải quy định; "
    "thay bằng phân bổ của cấp ủy cấp trên."
)


def score_sheet(year: UnitYear, subject: CaNhan | TapThe, form: BieuMau) -> BangChamDiemIn:
    """Return the values of a score sheet: the criteria of the form's annex with maxima and points.

    The criteria are those of the annex word for word; of the nine blocks of Phụ lục 1 and 4 only
    that of the subject's office is printed (all of them if it is unknown). The maxima come from a
    local profile: QĐ 366 fixes only 30 and 70 (HD 43 mục 7.12).

    Args:
        year: the unit's year.
        subject: the collective or person rated.
        form: the form whose `phu_luc_tieu_chi` names the annex.

    Returns:
        The sheet, with a row for each group, criterion and line.
    """
    table = load_criteria(form.phu_luc_tieu_chi)
    given = subject.cham_diem
    points = {each.tieu_chi: each for each in given.chi_tiet} if given else {}
    profile = _division(year, table.ma)
    maxima = max_points(table, profile)
    rows: list[HangDiemIn] = []
    for index, group in enumerate(table.nhom):
        own = (given.chung, given.nhiem_vu)[index] if given else None
        rows.append(
            {
                "kieu": "nhom",
                "ma": group.ma,
                "chu": group.ten,
                "toi_da": review.points(group.diem),
                "diem": points_or_dots(own),
                "ghi_chu": "",
            }
        )
        for item in group.muc:
            if _concerns(item, subject):
                rows.append(_scored(item, maxima, points))
                lines = [line for line in item.dong if _concerns(line, subject)]
                rows += [_scored(line, maxima, points) for line in lines]
    if isinstance(subject, CaNhan):
        top = person_head(year, f"Bảng chấm điểm {subject.ho_ten}", subject, subject.ngay)
        name, job = subject.ho_ten, post(subject)
    else:
        body = collective_body(year, subject)
        title = f"Bảng chấm điểm {subject.ten}"
        top = head(year, title, (body.cap_tren or "", body.ten), subject.ngay)
        name, job = subject.ten, ""
    return {
        **top,
        "phu_luc": table.phu_luc,
        "ten_bang": table.ten,
        "doi_tuong": name,
        "chuc_vu": known(year, job),
        "hang": rows,
        "tong": points_of(year, subject)["tong"],
        "phan_bo": "" if profile.verified else _OWN_SHARES,
        "khoi_ky": blocks(year, form, writer(subject)),
    }


def _division(year: UnitYear, annex: str) -> PhanBo:
    """Return the committee's own allocation of points, else the profile of the regime."""
    own = year.dot.phan_bo_diem.get(annex)
    if own is None:
        return load_profile(year.che_do.phan_bo_diem[annex].gia_tri)
    return PhanBo(ma=annex, ten="dot.yaml", bang=annex, nguon="Đ: dot.yaml", diem=own)


def check_divisions(dot: Dot) -> list[Problem]:
    """Check the committee's own allocations: known annexes and codes (KD141), 30 and 70 (KD142).

    QĐ 366 Điều 10; criteria of different blocks of bodies are alternatives, so each of them has the
    points of the whole group.
    """
    problems: list[Problem] = []
    for annex, given in dot.phan_bo_diem.items():
        place = Place(path=("phan_bo_diem", annex))
        if annex not in names(FOLDER):
            hint = f"dùng một trong: {', '.join(names(FOLDER))}"
            problems.append(problem("KD141", place, ma=annex, goi_y=hint))
            continue
        table = load_criteria(annex)
        known_codes = codes(table)
        for code in given:
            if code not in known_codes:
                near = nearest(code, known_codes)
                hint = f"có phải ý đồng chí là «{near}»?" if near else "ghi mã như I.1, II.2"
                at = Place(path=("phan_bo_diem", annex, code))
                problems.append(problem("KD141", at, ma=code, goi_y=hint))
        for group in table.nhom:
            found = [given[item.ma] for item in group.muc if item.ma in given]
            apart = bool(group.muc) and all(item.khoi for item in group.muc)
            for total in set(found) if apart else {sum(found, Decimal(0))} if group.muc else ():
                if total != group.diem:
                    said = {"cong": review.points(total), "diem": review.points(group.diem)}
                    name = f"nhóm {group.ma}"
                    problems.append(problem("KD142", place, bang=annex, nhom=name, **said))
    return problems


def _concerns(item: TieuChi | Dong, subject: CaNhan | TapThe) -> bool:
    return not (item.khoi and subject.khoi_co_quan and item.khoi != subject.khoi_co_quan)


def _scored(
    item: TieuChi | Dong, maxima: dict[str, Decimal], points: dict[str, DiemTieuChi]
) -> HangDiemIn:
    given, maximum = points.get(item.ma), maxima.get(item.ma)
    return {
        "kieu": "muc" if isinstance(item, TieuChi) else "dong",
        "ma": item.so,
        "chu": item.ten if isinstance(item, TieuChi) else item.chu,
        "toi_da": review.points(maximum) if maximum is not None else "",
        "diem": review.points(given.diem) if given else "",
        "ghi_chu": (given.ghi_chu or "") if given else "",
    }
