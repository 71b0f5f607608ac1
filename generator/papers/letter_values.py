"""The values available to letter templates, formatted for printing; these types list the fields.

Names are those of the data (`docs/glossary.md`). Optional texts are empty, never missing, so that a
template can use `{% if du_thao %}`.
"""

from typing import TypedDict

from generator.engine.richtext import Doan
from generator.engine.tables import Blocks


class CoQuanIn(TypedDict):
    """The issuing body in the top left corner, in capitals."""

    cap_tren: str
    ten: str


class DauTrangIn(TypedDict):
    """The title lines at the top; the sign below the issuer, empty for a drawn line."""

    dong: list[str]
    duoi_co_quan: str


class KinhGuiIn(TypedDict):
    """«Kính gửi:» or «Kính trình:»; `mot`: a single recipient on the same line.

    `cung_dong`: the recipients begin on the line of the words.
    """

    tu: str
    mot: bool
    cung_dong: bool
    noi: list[str]


class TuIn(TypedDict):
    """Words before a list and the mark behind them: «Nơi nhận» and «:»."""

    chu: str
    cuoi: str


class DongKy(TypedDict):
    """A line above the signature, in capitals; `dam` is bold, `chuc_vu` is a position."""

    chu: str
    dam: bool
    chuc_vu: bool


class KyIn(TypedDict):
    """The signature block."""

    dong: list[DongKy]
    ho_ten: str


class TiepNhanIn(TypedDict):
    """What the receiver of a slip fills in, left of the signature; empty `ten` for none."""

    ten: str
    dong: list[str]
    ky: KyIn


class NguoiKyIn(TypedDict):
    """Who signs a letter, beside the lead of `ky`, confirms a signature, receives a slip.

    Where several sign, `ky_hang` has two or three of them a row, the one of `ky` last.
    """

    ky: KyIn
    ky_hang: list[list[KyIn]]
    loi_xac_nhan: str
    xac_nhan: KyIn
    tiep_nhan: TiepNhanIn


class DoanVanBan(Doan):
    """A paragraph of a letter; `phan` is its part in a text of articles, empty for any other.

    The parts: chuong (also of a Phần), ten_chuong, muc, ten_muc, dieu, khoan, diem. A table is of
    the kind `bang`, its name of the kind `ten_bang`.
    """

    phan: str
    bang: Blocks


class PhuLucIn(TypedDict):
    """An appendix, with its label, title and «(Kèm theo …)» line; `kho` turns its page."""

    nhan: str
    tieu_de: str
    kem_theo: str
    kho: Blocks
    noi_dung: list[DoanVanBan]


class PhamViCuoiIn(TypedDict):
    """Words on the circulation at the end of a document; at the foot of its page or below it."""

    chu: str
    chan_trang: bool


class PhamViIn(TypedDict):
    """Where a document may go; `khung_pham_vi` puts a frame around the mark at the top."""

    pham_vi: str
    khung_pham_vi: bool
    pham_vi_cuoi: PhamViCuoiIn


class VanBanIn(NguoiKyIn, PhamViIn):
    """A document with a type, or a công văn (`ten_loai` is empty).

    `khung_do_khan` puts a frame around the mark; an empty `gach_duoi` is a drawn line below the
    trích yếu.
    """

    khoi: str
    tieu_de_tep: str
    dau_trang: DauTrangIn
    co_quan: CoQuanIn
    so_ky_hieu: str
    dia_danh_ngay: str
    ten_loai: str
    tac_gia: str
    trich_yeu: str
    gach_duoi: str
    do_khan: str
    khung_do_khan: bool
    du_thao: str
    kinh_gui: KinhGuiIn
    can_cu: list[str]
    chu_the: str
    loi_quyet: str
    noi_dung: list[DoanVanBan]
    tu_noi_nhan: TuIn
    noi_nhan: list[str]
    nguoi_soan: str
    lien_he: str
    phu_luc: list[PhuLucIn]


class MucDauSao(TypedDict):
    """A field of the stamp on a copy: its label and what is entered."""

    nhan: str
    chu: str


class BanSaoIn(TypedDict):
    """The copying body's block; `dau` selects the stamp of HD 05 instead of the typed block."""

    dau: bool
    tieu_de: str
    muc: list[MucDauSao]
    duoi_co_quan: str
    tu_noi_nhan: TuIn
    hinh_thuc: str
    co_quan: CoQuanIn
    so_ky_hieu: str
    dia_danh_ngay: str
    noi_nhan: list[str]
    ky: KyIn


class SaoLucIn(VanBanIn):
    """A document with the block of its copy."""

    ban_sao: BanSaoIn
