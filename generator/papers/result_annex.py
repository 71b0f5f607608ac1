"""The annex «kết quả thực hiện nhiệm vụ» of forms 01, 02A and 02B of 2025."""

from typing import TypedDict

from generator.model.person import CaNhan
from generator.model.review import KiemDiem, XacNhan
from generator.model.unit import TapThe
from generator.papers.choosing import blocks
from generator.papers.form_values import BieuMauIn, KhoiKyIn
from generator.papers.unit_year import UnitYear, collective_body, head, known, person_head, post
from generator.regulations.che_do import BieuMau


class NhiemVuIn(TypedDict):
    """A row of the annex of results; a group line has only `truc`."""

    truc: str
    tt: str
    noi_dung: str
    thoi_han: str
    tinh_hinh: str
    san_pham: str
    tien_do: str
    ghi_chu: str


class PhuLucKetQuaIn(BieuMauIn):
    """The annex «kết quả thực hiện nhiệm vụ»."""

    doi_tuong: str
    chuc_vu: str
    don_vi_cong_tac: str
    hang: list[NhiemVuIn]
    khoi_ky: list[KhoiKyIn]


def annex(year: UnitYear, subject: CaNhan | TapThe, form: BieuMau) -> PhuLucKetQuaIn:
    """Return the values of the annex of results for forms 01, 02A and 02B of 2025."""
    if isinstance(subject, CaNhan):
        top = person_head(year, f"Phụ lục kết quả {subject.ho_ten}", subject, subject.ngay)
        name, office = subject.ho_ten, subject.don_vi_cong_tac
        job = post(subject)
    else:
        body = collective_body(year, subject)
        title = f"Phụ lục kết quả {subject.ten}"
        top = head(year, title, (body.cap_tren or "", body.ten), subject.ngay)
        name, office, job = subject.ten, year.data.don_vi.ten, ""
    return {
        **top,
        "doi_tuong": name,
        "chuc_vu": known(year, job),
        "don_vi_cong_tac": known(year, office),
        "hang": _tasks(year, subject),
        "khoi_ky": blocks(year, subject, form, writer(subject)),
    }


def _tasks(year: UnitYear, subject: KiemDiem) -> list[NhiemVuIn]:
    rows: list[NhiemVuIn] = []
    group = None
    for number, task in enumerate(subject.nhiem_vu, 1):
        if task.truc and task.truc != group:
            rows.append(_row(truc=task.truc))
            group = task.truc
        rows.append(
            _row(
                tt=str(number),
                noi_dung=task.noi_dung,
                thoi_han=task.thoi_han or "",
                tinh_hinh=task.tinh_hinh or "",
                san_pham=task.san_pham or "",
                tien_do=task.tien_do or "",
                ghi_chu=task.ghi_chu or "",
            )
        )
    if not rows and year.de_trong:
        rows = [_row(tt=str(number)) for number in range(1, 11)]
    return rows


def _row(**cells: str) -> NhiemVuIn:
    empty: NhiemVuIn = {
        "truc": "",
        "tt": "",
        "noi_dung": "",
        "thoi_han": "",
        "tinh_hinh": "",
        "san_pham": "",
        "tien_do": "",
        "ghi_chu": "",
    }
    return {**empty, **cells}  # type: ignore[typeddict-item]


def writer(subject: KiemDiem) -> dict[str, XacNhan | None]:
    """Return the writer's signature of a form: that of the person; none for a collective."""
    return {"nguoi_viet": XacNhan(ho_ten=subject.ho_ten)} if isinstance(subject, CaNhan) else {}


def has_annex(year: UnitYear, subject: KiemDiem, form: BieuMau) -> bool:
    """Return whether an annex of results goes with a form: where it is due, and has tasks."""
    due = form.phu_luc_ket_qua is not None and form.phu_luc_ket_qua.gia_tri == "bat_buoc"
    return due and (bool(subject.nhiem_vu) or year.de_trong)
