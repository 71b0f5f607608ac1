"""The model of a thể thức pack (`the-thuc/*.yaml`); each rule has its source."""

from typing import Annotated, Any, Literal

from pydantic import Field

from generator.model.base import Model
from generator.model.fields import Chu, CoKhong, Ngay
from generator.regulations.rule import Khoang, KieuChu, KieuDongKy, Quy

Loai = str
"""A document type as in the data files: `cong-van`, `ke-hoach`, `sao-luc`."""


class HieuLuc(Model):
    """First and last date of signature the pack applies to; `den` is empty while it is in force."""

    tu: Ngay
    den: Ngay | None = None


class DauTrang(Model):
    """Boxes 1 and 2: the title lines at the right, and what stands below title and issuer.

    The line below the title is as long as its words; `duoi_co_quan` is a sign below the issuer,
    empty for a drawn line of a third to a half of the name.
    """

    tieu_de: Quy[Annotated[tuple[Chu, ...], Field(min_length=1)]]
    ke_duoi_tieu_de: Quy[CoKhong]
    duoi_co_quan: Quy[str]


class Trang(Model):
    """Paper, margins and page number (in the header), in mm; `mau_chu` is written RRGGBB."""

    rong_mm: Quy[Khoang]
    cao_mm: Quy[Khoang]
    le_tren_mm: Quy[Khoang]
    le_duoi_mm: Quy[Khoang]
    le_trai_mm: Quy[Khoang]
    le_phai_mm: Quy[Khoang]
    so_trang_cach_mep_mm: Quy[Khoang]
    so_trang_canh: Quy[Literal["trai", "giua", "phai"]]
    an_so_trang_dau: Quy[CoKhong]
    phong_chu: Quy[Chu]
    mau_chu: Quy[Annotated[str, Field(pattern="^[0-9A-F]{6}$")]]


class Doan(Model):
    """Body paragraphs. `gian_dong` is in points if its kind is `dung`, in lines if `boi_so`."""

    thut_dau_dong_mm: Quy[Khoang]
    thut_dau_dong_chap_nhan_mm: Quy[Khoang]
    cach_doan_pt: Quy[Khoang]
    gian_dong: Quy[Khoang]
    gian_dong_kieu: Quy[Literal["dung", "boi_so"]]
    canh_deu: Quy[CoKhong]


class CoChu(Model):
    """The character format of each component."""

    tieu_de: Quy[KieuChu]
    tieu_ngu: Quy[KieuChu] | None = None
    co_quan_cap_tren: Quy[KieuChu]
    co_quan_ban_hanh: Quy[KieuChu]
    so_ky_hieu: Quy[KieuChu]
    dia_danh_ngay: Quy[KieuChu]
    ten_loai: Quy[KieuChu]
    trich_yeu: Quy[KieuChu]
    trich_yeu_cong_van: Quy[KieuChu]
    can_cu: Quy[KieuChu]
    noi_dung: Quy[KieuChu]
    phan_chuong: Quy[KieuChu]
    ten_phan_chuong: Quy[KieuChu]
    muc: Quy[KieuChu]
    ten_muc: Quy[KieuChu]
    dieu: Quy[KieuChu]
    khoan: Quy[KieuChu]
    diem: Quy[KieuChu]
    quyen_han: Quy[KieuDongKy]
    chuc_vu: Quy[KieuDongKy]
    ho_ten: Quy[KieuChu]
    kinh_gui: Quy[KieuChu]
    ten_kinh_gui: Quy[KieuChu]
    noi_nhan: Quy[KieuChu]
    ten_noi_nhan: Quy[KieuChu]
    do_khan: Quy[KieuChu]
    pham_vi: Quy[KieuChu]
    du_thao: Quy[KieuChu] | None = None
    nguoi_soan: Quy[KieuChu]
    lien_he: Quy[KieuChu]
    so_trang: Quy[KieuChu]
    phu_luc: Quy[KieuChu] | None = None
    ten_phu_luc: Quy[KieuChu] | None = None
    kem_theo: Quy[KieuChu] | None = None
    ban_sao: Quy[KieuChu]


class SoKyHieu(Model):
    """The parts of a số ký hiệu: separators, minimum digits, width of the blank in a draft.

    `day_so` is the period of a series of numbers; a body whose symbol is in `mot_day_so` has one
    series for documents of all types. A term begins `sau_be_mac` days after the congress closes, or
    on the day of the committee's first meeting if `tu_hoi_nghi_dau` is set.
    """

    tien_to: Quy[Chu]
    noi_so_loai: Quy[Chu]
    noi_loai_co_quan: Quy[Chu]
    noi_lien_co_quan: Quy[Chu]
    chu_so_it_nhat: Quy[int]
    du_thao_khoang_trong: Quy[int]
    day_so: Quy[Literal["nhiem_ky", "nam"]]
    mot_day_so: Quy[tuple[Chu, ...]]
    sau_be_mac: Quy[int] | None = None
    tu_hoi_nghi_dau: Quy[CoKhong] | None = None


class KyHieuCoQuan(Model):
    """Symbols of bodies, by name; an office's own data may add entries.

    `dau_ten`: by the beginning of the name (the longest match counts); `ghep_cap_uy`: an advisory
    body, followed by the symbol of its committee; `nguyen_ten`: by the whole name only.
    """

    dau_ten: dict[str, Quy[Chu]]
    ghep_cap_uy: dict[str, Quy[Chu]]
    nguyen_ten: dict[str, Quy[Chu]]


class DauCau(Model):
    """Punctuation of a list: before each item, after each, after the last."""

    gach: Quy[str]
    giua: Quy[str]
    cuoi: Quy[str]


class DauCauKinhGui(DauCau):
    """Punctuation of Kính gửi, also for a single recipient and for items beside the words."""

    mot_noi: Quy[str]
    mot_noi_cung_dong: Quy[CoKhong]
    nhieu_noi_cung_dong: Quy[CoKhong]


class CacDauCau(Model):
    """Punctuation of the three lists of a document."""

    kinh_gui: DauCauKinhGui
    noi_nhan: DauCau
    can_cu: DauCau


class KinhGui(Model):
    """The words before the addressees by type; whether types not listed may have addressees."""

    tu: dict[Loai, Quy[Chu]]
    loai_khac: Quy[CoKhong]


class NhuTren(Model):
    """The first line of Nơi nhận if the addressees are named on page 1."""

    dong: Quy[Chu]
    loai: Quy[tuple[Loai, ...]]


class NoiNhan(Model):
    """The words «Nơi nhận:», the last line «Lưu …» and abbreviations not allowed there."""

    tu: Quy[Chu]
    luu: Quy[Chu]
    luu_mau: Quy[Chu]
    luu_khong_dung: Quy[tuple[str, ...]]
    viet_tat: Quy[tuple[str, ...]]


class TrichYeu(Model):
    """The trích yếu: words before it, case of its first letter, the sign below it.

    An empty `gach_duoi` is a drawn line of a third to a half of the words.
    """

    cong_van_dau: Quy[str]
    cong_van_chu_dau: Quy[Literal["hoa", "thuong"]]
    chu_dau: Quy[Literal["hoa", "thuong"]]
    giu_hoa: Quy[tuple[str, ...]]
    khong_dung: Quy[tuple[str, ...]]
    gach_duoi: Quy[str]


class KyPack(Model):
    """Signatures: forms of authority (empty: not allowed), bold type, forbidden words."""

    thay_mat: Quy[Chu]
    ky_thay: Quy[Chu]
    thua_lenh: Quy[Chu]
    quyen: Quy[Chu]
    thua_uy_quyen: Quy[str]
    nhieu_quyen_han: Quy[CoKhong]
    dam_quyen_han: Quy[CoKhong]
    dam_chuc_vu_duoi_quyen_han: Quy[CoKhong]
    dam_chuc_vu_truc_tiep: Quy[CoKhong]
    dam_kiem: Quy[CoKhong]
    chuc_vu_thay_mat: Quy[tuple[str, ...]]
    thay_mat_rieng: dict[str, Quy[tuple[str, ...]]]
    khong_ky_thay: Quy[tuple[str, ...]]
    khong_kem_ten: Quy[CoKhong] | None = None
    ten_khong_kem: Quy[tuple[str, ...]] | None = None
    khong_danh_xung: Quy[CoKhong]
    danh_xung: Quy[tuple[str, ...]]


class NhanDauSao(Model):
    """The labels of the fields of the stamp on a paper copy."""

    co_quan: Quy[Chu]
    so_ky_hieu: Quy[Chu]
    hinh_thuc: Quy[Chu]
    dia_danh_ngay: Quy[Chu]
    noi_nhan: Quy[Chu]


class DauSao(Model):
    """The stamp on a paper copy: its title, its frame in mm, the labels of its fields."""

    tieu_de: Quy[Chu]
    rong_mm: Quy[Khoang]
    cao_mm: Quy[Khoang]
    nhan: NhanDauSao


class Sao(Model):
    """Copies: a typed block or a stamp, and the printed name of each kind of copy."""

    kieu: Quy[Literal["khoi_chu", "dau"]]
    ten: dict[Loai, Quy[Chu]]
    dau: DauSao | None = None


class PhamViCuoi(Model):
    """Words on the circulation that stand at the end of a document, not at its top.

    With `chan_trang` at the bottom of the last page, else below the signature.
    """

    cau: Quy[tuple[Chu, ...]]
    chan_trang: Quy[CoKhong]


class KetThuc(Model):
    """The mark at the end of the body, and what may stand below the signature."""

    dau: Quy[Chu]
    pham_vi: PhamViCuoi | None = None


class PhuLucPack(Model):
    """Appendices: the word, its numbering, and the bracketed line below the title."""

    nhan: Quy[Chu]
    danh_so: Quy[Literal["a_rap", "la_ma"]]
    kem_theo: Quy[Chu]


class TheThuc(Model):
    """A pack: everything a guideline prescribes for the layout of a document."""

    ma: Chu
    ten: Chu
    khoi: Literal["dang", "nha_nuoc"]
    hieu_luc: HieuLuc
    dau_trang: DauTrang
    trang: Trang
    doan: Doan
    co_chu: CoChu
    loai_van_ban: dict[Loai, dict[str, Any]] = Field(default_factory=dict)
    """Kinds of letters defined only by this pack, each as in `loai/van-ban.yaml`."""
    ten_loai: dict[Loai, Quy[Chu]]
    ky_hieu_van_ban: dict[Loai, Quy[str]]
    so_ky_hieu: SoKyHieu
    ky_hieu_co_quan: KyHieuCoQuan
    dau_cau: CacDauCau
    kinh_gui: KinhGui
    nhu_tren: NhuTren
    noi_nhan: NoiNhan
    trich_yeu: TrichYeu
    ky: KyPack
    sao: Sao
    ket_thuc: KetThuc
    phu_luc: PhuLucPack
