"""Score sheets by Phụ lục 1–5 of QĐ 366; the maxima come from a profile of the locality."""

from decimal import Decimal
from typing import TypedDict

from generator.model.campaign import Dot
from generator.model.person import CaNhan
from generator.model.review import DiemTieuChi
from generator.model.unit import TapThe
from generator.papers.form_values import BieuMauIn, KhoiKyIn
from generator.papers.heads import collective_signature
from generator.papers.letter_values import KyIn
from generator.papers.result_annex import own_blocks
from generator.papers.review_forms import points_of, points_or_dots
from generator.papers.unit_year import (
    UnitYear,
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
    ky: KyIn


_OFFICE = "Đ:"
_DIVIDED = "Điểm tối đa từng tiêu chí theo phân bổ của cấp ủy cấp trên."
_NOT_DIVIDED = (
    "Điểm tối đa từng tiêu chí là mức chia khi chưa có phân bổ của cấp ủy cấp trên; "
    "Quy định số 366-QĐ/TW chỉ quy định điểm của từng nhóm."
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
                "diem": _points(year, own),
                "ghi_chu": "",
            }
        )
        for item in group.muc:
            if _concerns(item, subject):
                rows.append(_scored(year, item, item.so, maxima, points))
                lines = [line for line in item.dong if _concerns(line, subject)]
                numbers = _numbers(item, lines)
                rows += [
                    _scored(year, line, number, maxima, points)
                    for line, number in zip(lines, numbers, strict=True)
                ]
    if isinstance(subject, CaNhan):
        top = person_head(year, f"Bảng chấm điểm {subject.ho_ten}", subject, subject.ngay)
        name, job = subject.ho_ten, known(year, post(subject))
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
        "chuc_vu": job,
        "hang": rows,
        "tong": points_of(year, subject)["tong"],
        "phan_bo": _DIVIDED if profile.nguon.startswith(_OFFICE) else _NOT_DIVIDED,
        "khoi_ky": own_blocks(year, subject, form),
        "ky": collective_signature(year, subject),
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


def _numbers(item: TieuChi, lines: list[Dong]) -> list[str]:
    """Return the numbers of the lines of a criterion that are printed.

    Where other blocks of offices are left out, «1.2» becomes «1.1»: the numbers begin at one.
    """
    begins = f"{item.so}."
    if len(lines) == len(item.dong) or not all(line.so.startswith(begins) for line in lines):
        return [line.so for line in lines]
    return [f"{begins}{number}" for number in range(1, len(lines) + 1)]


def _points(year: UnitYear, value: Decimal | None) -> str:
    """Format points; where there are none, a cell with dots on a blank sheet, else an empty one."""
    return points_or_dots(value) if year.de_trong or value is not None else ""


def _scored(
    year: UnitYear,
    item: TieuChi | Dong,
    number: str,
    maxima: dict[str, Decimal],
    points: dict[str, DiemTieuChi],
) -> HangDiemIn:
    """Return a row; on a blank sheet a criterion with a maximum and no points has dots."""
    given, maximum = points.get(item.ma), maxima.get(item.ma)
    return {
        "kieu": "muc" if isinstance(item, TieuChi) else "dong",
        "ma": number,
        "chu": item.ten if isinstance(item, TieuChi) else item.chu,
        "toi_da": review.points(maximum) if maximum is not None else "",
        "diem": _points(year, given.diem if given else None) if given or maximum else "",
        "ghi_chu": (given.ghi_chu or "") if given else "",
    }
