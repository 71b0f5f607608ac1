"""Which documents a unit's year gives, and what each of them prints."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.model.meeting import HoiNghi
from generator.model.person import CaNhan
from generator.model.unit import TapThe
from generator.papers.form_6f import Bieu6FIn, form_6f
from generator.papers.form_values import form_shape
from generator.papers.meetings import HoiNghiIn, meeting
from generator.papers.quarter_and_analysis import PhieuPhanTichIn, TuDanhGiaIn, analysis, quarter
from generator.papers.rating_lists import (
    DanhMucIn,
    DanhSachIn,
    TongHopDotIn,
    dossier_list,
    not_reviewed,
    summary,
)
from generator.papers.residence import NoiCuTruIn, asked, residence
from generator.papers.review_forms import (
    BanKiemDiemIn,
    BaoCaoTapTheIn,
    PhuLucKetQuaIn,
    annex,
    headings,
    report,
    self_review,
)
from generator.papers.score_sheets import BangChamDiemIn, score_sheet
from generator.papers.unit_letters import (
    GoiYIn,
    KetQuaIn,
    KhacPhucIn,
    XepLoaiLaiIn,
    explanation,
    mending_plan,
    rated_again,
    result_decision,
    result_notice,
    suggestion,
)
from generator.papers.unit_year import UnitYear, reviewed
from generator.problems import DataPath
from generator.regulations.che_do import BieuMau, CheDo
from generator.regulations.regimes import form_for
from generator.rules.subjects import takes_part

HO_SO = "ho-so/"


@dataclass(frozen=True, slots=True)
class UnitDocument:
    """One document: the form or paper it is, its template, whom it is about, its file's name.

    `path` leads to the data it is made from; `so_ban` is the number of copies where it follows from
    the data, 0 where the dossier says it.
    """

    ma: str
    mau: str
    ten: str
    path: DataPath
    build: Callable[[], Mapping[str, Any]]
    so_ban: int = 0


def unit_documents(year: UnitYear) -> Iterator[UnitDocument]:
    """Yield every document of a unit's year, in the order of a dossier."""
    forms = year.che_do.bieu_mau
    for index, collective in enumerate(year.data.tap_the):
        if not collective.thanh_lap_moi:
            yield from _of_collective(year, index, collective)
    for index, person in reviewed(year):
        key = person_form(year.che_do, person)
        if key is not None:
            yield from _of_person(year, index, person, key, forms[key])
    yield from _of_meetings(year)
    yield from _of_residence(year)
    yield from _letters(year)
    yield from _of_unit(year)


def person_form(che_do: CheDo, person: CaNhan) -> str | None:
    """Return the key of a person's form, which the role decides; None without a role.

    A code written in `mau` is only held against it (R10).
    """
    return form_for(che_do, person.vai_tro) if person.vai_tro else None


def collective_forms(che_do: CheDo) -> list[tuple[str, BieuMau]]:
    """Return the forms that every collective fills in."""
    return [(key, form) for key, form in che_do.bieu_mau.items() if form.dung_cho == "tap_the"]


def _of_collective(year: UnitYear, index: int, collective: TapThe) -> Iterator[UnitDocument]:
    path: DataPath = ("tap_the", index)
    for key, form in year.che_do.bieu_mau.items():
        if form.dung_cho == "tap_the" and form.mau.startswith("mau01/"):
            name = f"Báo cáo kiểm điểm {key} - {collective.ten}"
            yield UnitDocument(key, form.mau, name, path, partial(report, year, index, form))
            yield from _annexes(year, collective, collective.ten, path, form)
        elif form.mau in _ANALYSES and (
            form.dung_cho == "tap_the" or collective.vai_tro == "to_chuc_dang"
        ):
            name = f"Phiếu phân tích {key} - {collective.ten}"
            yield UnitDocument(key, form.mau, name, path, partial(analysis, year, index, form))


_ANALYSES = {f"{HO_SO}phieu-phan-tich-to-chuc-dang", f"{HO_SO}phieu-phan-tich-tap-the"}


def _of_person(
    year: UnitYear, index: int, person: CaNhan, key: str, form: BieuMau
) -> Iterator[UnitDocument]:
    path: DataPath = ("ca_nhan", index)
    name = f"Bản kiểm điểm {key} - {person.ho_ten}"
    yield UnitDocument(key, form.mau, name, path, partial(self_review, year, index, form))
    yield from _annexes(year, person, person.ho_ten, path, form)
    for which, given in enumerate(person.quy):
        for code, quarterly in year.che_do.bieu_mau.items():
            if quarterly.dung_cho == "quy" and given.tu_danh_gia:
                yield UnitDocument(
                    code, quarterly.mau, f"Tự đánh giá quý {given.quy} - {person.ho_ten}",
                    (*path, "quy", which),
                    partial(quarter, year, index, which, quarterly),
                )  # fmt: skip


def _annexes(
    year: UnitYear, subject: CaNhan | TapThe, name: str, path: DataPath, form: BieuMau
) -> Iterator[UnitDocument]:
    if form.phu_luc_tieu_chi:
        yield UnitDocument(
            "cham-diem", f"{HO_SO}bang-cham-diem", f"Bảng chấm điểm - {name}", path,
            partial(score_sheet, year, subject, form),
        )  # fmt: skip
    if form.phu_luc_ket_qua and (subject.nhiem_vu or year.de_trong):
        yield UnitDocument(
            "phu-luc", f"{HO_SO}phu-luc-ket-qua", f"Phụ lục kết quả - {name}", path,
            partial(annex, year, subject, form),
        )  # fmt: skip


def _of_meetings(year: UnitYear) -> Iterator[UnitDocument]:
    for index, held in enumerate(year.data.hoi_nghi):
        papers = [("bien-ban-hoi-nghi", "Biên bản"), ("phieu-bieu-quyet", "Phiếu biểu quyết")]
        if held.kiem_phieu or year.de_trong:
            papers.append(("bien-ban-kiem-phieu", "Biên bản kiểm phiếu"))
        for paper, title in papers:
            yield UnitDocument(
                paper, f"{HO_SO}{paper}", f"{title} - {held.ten}", ("hoi_nghi", index),
                partial(meeting, year, index),
                so_ban=_voters(held) if paper == "phieu-bieu-quyet" else 0,
            )  # fmt: skip


def _voters(held: HoiNghi) -> int:
    """A ballot for each who votes: those present, before the meeting those invited."""
    return held.co_mat or held.trieu_tap or 0


def _of_residence(year: UnitYear) -> Iterator[UnitDocument]:
    """Who is exempt is asked about only when needed: that paper is a form to fill in by hand."""
    both = (("phieu-xin-y-kien", "Phiếu xin ý kiến"), ("phieu-nhan-xet", "Phiếu nhận xét"))
    special = (("phieu-nhan-xet-mien", "Phiếu nhận xét"),) if year.de_trong else ()
    for index, exempt in asked(year):
        for paper, title in special if exempt else both:
            name = f"{title} nơi cư trú - {year.data.ca_nhan[index].ho_ten}"
            yield UnitDocument(
                paper, f"{HO_SO}{paper}", name, ("ca_nhan", index),
                partial(residence, year, index),
            )  # fmt: skip


def _letters(year: UnitYear) -> Iterator[UnitDocument]:
    unit = year.data
    for index in range(len(unit.goi_y)):
        number = f" {index + 1}" if len(unit.goi_y) > 1 else ""
        answered = any(each.giai_trinh for each in (*unit.tap_the, *unit.ca_nhan))
        yield UnitDocument("goi-y", f"{HO_SO}goi-y", f"Công văn gợi ý kiểm điểm{number}",
                           ("goi_y", index), partial(suggestion, year, index))  # fmt: skip
        if answered:
            yield UnitDocument("giai-trinh", f"{HO_SO}giai-trinh", f"Báo cáo giải trình{number}",
                               ("goi_y", index), partial(explanation, year, index))  # fmt: skip
    if unit.ket_qua.quyet_dinh:
        yield UnitDocument("quyet-dinh-ket-qua", f"{HO_SO}quyet-dinh-ket-qua",
                           "Quyết định xếp loại", ("ket_qua", "quyet_dinh"),
                           partial(result_decision, year))  # fmt: skip
    if unit.ket_qua.thong_bao:
        yield UnitDocument("thong-bao-ket-qua", f"{HO_SO}thong-bao-ket-qua",
                           "Thông báo kết quả xếp loại", ("ket_qua", "thong_bao"),
                           partial(result_notice, year))  # fmt: skip
    if unit.khac_phuc:
        yield UnitDocument("ke-hoach-khac-phuc", f"{HO_SO}ke-hoach-khac-phuc",
                           "Kế hoạch khắc phục hạn chế", ("khac_phuc",),
                           partial(mending_plan, year))  # fmt: skip
    for key, form in year.che_do.bieu_mau.items():
        if form.mau == f"{HO_SO}xep-loai-lai":
            for index, again in enumerate(unit.xep_loai_lai):
                yield UnitDocument(key, form.mau, f"Xếp loại lại - {again.doi_tuong}",
                                   ("xep_loai_lai", index),
                                   partial(rated_again, year, index))  # fmt: skip


def _of_unit(year: UnitYear) -> Iterator[UnitDocument]:
    for key, form in year.che_do.bieu_mau.items():
        if form.dung_cho != "don_vi":
            continue
        if form.mau == f"{HO_SO}danh-muc-ho-so":
            yield UnitDocument(key, form.mau, "Danh mục hồ sơ", ("don_vi",),
                               partial(dossier_list, year))  # fmt: skip
        elif form.mau == f"{HO_SO}tong-hop-danh-gia":
            yield UnitDocument(key, form.mau, "Tổng hợp đánh giá, đề xuất xếp loại",
                               ("don_vi",), partial(summary, year))  # fmt: skip
    yield UnitDocument("tong-hop-xep-loai", f"{HO_SO}tong-hop-xep-loai",
                       "Tổng hợp kết quả xếp loại", ("don_vi",),
                       partial(summary, year))  # fmt: skip
    yield UnitDocument("bieu-6f", f"{HO_SO}bieu-6f", "Biểu 6F", ("don_vi",),
                       partial(form_6f, year))  # fmt: skip
    if any(not takes_part(year.che_do, person) for person in year.data.ca_nhan):
        yield UnitDocument("chua-kiem-diem", f"{HO_SO}chua-kiem-diem",
                           "Danh sách chưa kiểm điểm, xếp loại", ("ca_nhan",),
                           partial(not_reviewed, year))  # fmt: skip


PRINTED: dict[str, Any] = {
    "bang-cham-diem": BangChamDiemIn,
    "phu-luc-ket-qua": PhuLucKetQuaIn,
    "phieu-phan-tich-to-chuc-dang": PhieuPhanTichIn,
    "phieu-phan-tich-tap-the": PhieuPhanTichIn,
    "tu-danh-gia": TuDanhGiaIn,
    "danh-muc-ho-so": DanhMucIn,
    "tong-hop-danh-gia": DanhSachIn,
    "tong-hop-xep-loai": DanhSachIn,
    "chua-kiem-diem": DanhSachIn,
    "bieu-6f": Bieu6FIn,
    "bien-ban-hoi-nghi": HoiNghiIn,
    "phieu-bieu-quyet": HoiNghiIn,
    "bien-ban-kiem-phieu": HoiNghiIn,
    "phieu-xin-y-kien": NoiCuTruIn,
    "phieu-nhan-xet": NoiCuTruIn,
    "phieu-nhan-xet-mien": NoiCuTruIn,
    "goi-y": GoiYIn,
    "giai-trinh": GoiYIn,
    "quyet-dinh-ket-qua": KetQuaIn,
    "thong-bao-ket-qua": KetQuaIn,
    "ke-hoach-khac-phuc": KhacPhucIn,
    "xep-loai-lai": XepLoaiLaiIn,
}
"""What a template of `ho-so/` prints."""

SUMMARY_TEMPLATE = "dot/tong-hop-xep-loai"
"""The summary of a whole campaign; its other papers are those of a unit."""

UNIT_TEMPLATES = (
    "mau01/2025", "mau02/2025-02a", *(f"{HO_SO}{name}" for name in PRINTED),
    SUMMARY_TEMPLATE,
)  # fmt: skip
"""One template of every shape."""


def shape_of_template(name: str, forms: Mapping[str, BieuMau]) -> dict[str, Any] | None:
    """Return the shape of the context a template gets.

    Args:
        name: the template's name: `mau02/2025-02a`, `ho-so/goi-y`.
        forms: the forms of all regimes, by template name.

    Returns:
        The shape, or None for a template that no unit document uses.
    """
    form = forms.get(name)
    if name.startswith("mau01/"):
        kind: Any = BaoCaoTapTheIn
    elif name.startswith("mau02/"):
        kind = BanKiemDiemIn
    elif name == SUMMARY_TEMPLATE:
        kind = TongHopDotIn
    else:
        kind = PRINTED.get(name.removeprefix(HO_SO))
    if kind is None:
        return None
    keys = tuple(each.khoa.partition(".")[2] for each in headings(form)) if form else ()
    return form_shape(kind, keys)
