"""The values available to letter templates, formatted for printing; these types list the fields.

Names are those of the data (`docs/glossary.md`). Optional texts are empty, never missing, so that a
template can use `{% if du_thao %}`.
"""

from typing import TypedDict

from generator.engine.richtext import Doan


class CoQuanIn(TypedDict):
    """The issuing body in the top left corner, in capitals."""

    cap_tren: str
    ten: str


class KinhGuiIn(TypedDict):
    """«Kính gửi:» or «Kính trình:»; `mot`: a single recipient on the same line."""

    tu: str
    mot: bool
    noi: list[str]


class DongKy(TypedDict):
    """A line above the signature, in capitals; `dam` is bold."""

    chu: str
    dam: bool


class KyIn(TypedDict):
    """The signature block."""

    dong: list[DongKy]
    ho_ten: str


class PhuLucIn(TypedDict):
    """An appendix, with its label, title and «(Kèm theo …)» line."""

    nhan: str
    tieu_de: str
    kem_theo: str
    noi_dung: list[Doan]


class VanBanIn(TypedDict):
    """A document with a type, or a công văn (`ten_loai` is empty).

    `khung_do_khan` and `khung_pham_vi` put a frame around the two marks.
    """

    khoi: str
    tieu_de_tep: str
    co_quan: CoQuanIn
    so_ky_hieu: str
    dia_danh_ngay: str
    ten_loai: str
    tac_gia: str
    trich_yeu: str
    do_khan: str
    khung_do_khan: bool
    du_thao: str
    pham_vi: str
    khung_pham_vi: bool
    kinh_gui: KinhGuiIn
    can_cu: list[str]
    chu_the: str
    noi_dung: list[Doan]
    noi_nhan: list[str]
    nguoi_soan: str
    lien_he: str
    ky: KyIn
    phu_luc: list[PhuLucIn]


class BanSaoIn(TypedDict):
    """The copying body's block; `dau` selects the stamp of HD 05 instead of the typed block."""

    dau: bool
    hinh_thuc: str
    co_quan: CoQuanIn
    so_ky_hieu: str
    dia_danh_ngay: str
    noi_nhan: list[str]
    ky: KyIn


class SaoLucIn(VanBanIn):
    """A document with the block of its copy."""

    ban_sao: BanSaoIn
