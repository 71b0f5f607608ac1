"""The annex «kết quả thực hiện nhiệm vụ» of forms 01, 02A and 02B of 2025."""

from typing import TypedDict

from generator.model.person import CaNhan
from generator.model.review import KiemDiem, XacNhan
from generator.model.unit import TapThe
from generator.papers.choosing import blocks
from generator.papers.form_values import BieuMauIn, KhoiKyIn
from generator.papers.heads import collective_signature
from generator.papers.letter_values import KyIn
from generator.papers.unit_year import (
    UnitYear,
    collective_body,
    head,
    known,
    person_head,
    post,
    to_sign,
)
from generator.regulations.che_do import BieuMau
from generator.wording import choices

_ABOUT = "Họ và tên (tập thể)"
"""The label of the form: for the name of a person, or of a collective."""


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

    nhan_doi_tuong: str
    doi_tuong: str
    chuc_vu: str
    don_vi_cong_tac: str
    hang: list[NhiemVuIn]
    khoi_ky: list[KhoiKyIn]
    ky: KyIn


def annex(year: UnitYear, subject: CaNhan | TapThe, form: BieuMau) -> PhuLucKetQuaIn:
    """Return the values of the annex of results for forms 01, 02A and 02B of 2025."""
    if isinstance(subject, CaNhan):
        top = person_head(year, f"Phụ lục kết quả {subject.ho_ten}", subject, subject.ngay)
        name, office = subject.ho_ten, subject.don_vi_cong_tac
        job = known(year, post(subject))
    else:
        body = collective_body(year, subject)
        title = f"Phụ lục kết quả {subject.ten}"
        top = head(year, title, (body.cap_tren or "", body.ten), subject.ngay)
        name, office, job = subject.ten, year.data.don_vi.ten, ""
    person, group = choices.alternatives(_ABOUT)
    label = person if isinstance(subject, CaNhan) else f"Tên {group}"
    return {
        **top,
        "nhan_doi_tuong": label,
        "doi_tuong": name,
        "chuc_vu": job,
        "don_vi_cong_tac": known(year, office),
        "hang": _tasks(year, subject),
        "khoi_ky": own_blocks(year, subject, form),
        "ky": collective_signature(year, subject),
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


def own_blocks(year: UnitYear, subject: KiemDiem, form: BieuMau) -> list[KhoiKyIn]:
    """Return the signature blocks of a paper that goes with a form: our own, so with our own note.

    The form's note may ask for a seal that a unit does not have (`to_sign`).
    """
    made = blocks(year, subject, form, writer(subject))
    return [
        {**each, "ghi_chu": to_sign(year)} if each["khoa"] == "tap_the" else each for each in made
    ]


def writer(subject: KiemDiem) -> dict[str, XacNhan | None]:
    """Return the writer's signature of a form: that of the person; none for a collective."""
    return {"nguoi_viet": XacNhan(ho_ten=subject.ho_ten)} if isinstance(subject, CaNhan) else {}


def has_annex(year: UnitYear, subject: KiemDiem, form: BieuMau) -> bool:
    """Return whether an annex of results goes with a form: where it is due, and has tasks."""
    due = form.phu_luc_ket_qua is not None and form.phu_luc_ket_qua.gia_tri == "bat_buoc"
    return due and (bool(subject.nhiem_vu) or year.de_trong)
