"""What the templates of the check and of the pack see: every value as it is printed."""

from typing import TypedDict

from generator.papers.form_printed import BieuMauIn
from generator.papers.printed import KyIn, VanBanIn


class HangKiemIn(TypedDict):
    """An item of the checklist with what it came to."""

    tt: str
    muc: str
    ten: str
    doi_tuong: str
    so_bo: str
    ket_qua: str
    ghi_chu: str


class DemKetQuaIn(TypedDict):
    """How often a verdict stands."""

    ten: str
    so: str


class BangKiemIn(BieuMauIn):
    """Bảng kiểm hồ sơ of a unit."""

    ten_don_vi: str
    danh_muc: str
    tinh_den: str
    hang: list[HangKiemIn]
    dem_ket_qua: list[DemKetQuaIn]
    ky: KyIn


class HangDonDocIn(TypedDict):
    """Something a unit still has to hand in."""

    tt: str
    muc: str
    ten: str
    doi_tuong: str
    tinh_trang: str


class DonDocIn(VanBanIn):
    """Công văn đôn đốc to one unit."""

    nam: str
    tinh_den: str
    han_gui: str
    gui_ve: str
    hang: list[HangDonDocIn]


class HangDonViIn(TypedDict):
    """A unit in numbers."""

    tt: str
    ten: str
    phai_nop: str
    co: str
    thieu: str
    chua_dat: str
    nop_muon: str
    ngay_nop: str


class ConThieuIn(TypedDict):
    """What one unit still lacks, an item a line."""

    ten: str
    viec: list[str]


class TinhHinhNopIn(VanBanIn):
    """Báo cáo tình hình nộp hồ sơ of a campaign; `so_chua_kiem` is empty when all were judged."""

    nam: str
    can_cu_danh_muc: str
    tinh_den: str
    so_don_vi: str
    so_du: str
    so_thieu: str
    so_qua_han: str
    so_chua_kiem: str
    hang: list[HangDonViIn]
    con_thieu: list[ConThieuIn]


class HangMucLucIn(TypedDict):
    """A document of a pack."""

    tt: str
    muc: str
    ten: str
    doi_tuong: str
    so_bo: str
    tep: str


class MucLucIn(BieuMauIn):
    """Mục lục of a pack; `viec_thieu` says what it lacks, empty when it is complete."""

    ten_don_vi: str
    danh_muc: str
    hang: list[HangMucLucIn]
    viec_thieu: list[str]
    ky: KyIn


class GiaoNhanIn(BieuMauIn):
    """Biên bản giao nhận of a pack."""

    ten_don_vi: str
    danh_muc: str
    hang: list[HangMucLucIn]
    so_tep: str
    ma_bam: str
    gui_ve: str
    viec_thieu: list[str]
