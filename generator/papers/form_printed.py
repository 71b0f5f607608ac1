"""What the templates of a unit's year see: every value as it is printed.

A value that is not known is `BLANK` (one tab): the styles of the forms end their tab stops with a
dotted leader, so that it prints as a line to write on, up to the margin.
"""

from typing import Any, TypedDict

from generator.engine.fields import shape_of
from generator.engine.richtext import Doan
from generator.papers.printed import KyIn, VanBanIn

BLANK = "\t"


class OIn(TypedDict):
    """A tick box: `dau` is the box, empty or crossed, `ten` what it stands for."""

    dau: str
    ten: str


class MucIn(TypedDict):
    """What stands under a heading: text, or `dong_trong` dotted lines; with a set of boxes."""

    doan: list[Doan]
    dong_trong: int
    cap_do: list[OIn]


class DiemIn(TypedDict):
    """Points of QĐ 366, or blanks."""

    chung: str
    nhiem_vu: str
    tong: str
    toi_da_chung: str
    toi_da_nhiem_vu: str


class KhoiKyIn(TypedDict):
    """A signature or confirmation block: title, hint below it, who signed as what and when."""

    khoa: str
    tieu_de: str
    ghi_chu: str
    ngay: str
    chuc_vu: str
    ho_ten: str


class BieuMauIn(TypedDict):
    """The head common to all forms and papers of a unit."""

    tieu_de_tep: str
    pham_vi: str
    ma_mau: str
    nam: str
    cap_tren: str
    don_vi: str
    so_ky_hieu: str
    dia_danh_ngay: str


class KiemDiemIn(BieuMauIn):
    """What collective and person have in common; `uu_diem` holds the headings of the form."""

    uu_diem: dict[str, MucIn]
    han_che: MucIn
    nguyen_nhan: MucIn
    khac_phuc: MucIn
    giai_trinh: MucIn
    trach_nhiem: MucIn
    phuong_huong: MucIn
    diem: DiemIn
    muc_xep_loai: list[OIn]
    muc_de_xuat: list[str]
    khoi_ky: list[KhoiKyIn]
    gui_kem: bool


class BaoCaoTapTheIn(KiemDiemIn):
    """Mẫu 01."""

    tap_the: str
    ky: KyIn


class ChucVuIn(TypedDict):
    """The three lines of posts."""

    dang: str
    chinh_quyen: str
    doan_the: str


class NhanXetIn(TypedDict):
    """What the three confirming levels write."""

    nhan_xet: str
    muc: str


class MucQuyetDinhIn(TypedDict):
    """The level that the party committee decides."""

    muc: str


class CacNhanXetIn(TypedDict):
    """Comments and levels of the head of the office, of the chi ủy, of the party committee."""

    thu_truong: NhanXetIn
    chi_uy: NhanXetIn
    dang_uy: MucQuyetDinhIn


class BanKiemDiemIn(KiemDiemIn):
    """Mẫu 02 in all its editions."""

    ho_ten: str
    ngay_sinh: str
    chuc_vu: ChucVuIn
    don_vi_cong_tac: str
    chi_bo: str
    muc_cong_chuc: list[OIn]
    xac_nhan: CacNhanXetIn


class HangDiemIn(TypedDict):
    """A row of a score sheet; `kieu` is nhom, muc, dong or ghi_chu."""

    kieu: str
    ma: str
    chu: str
    toi_da: str
    diem: str
    ghi_chu: str


class BangChamDiemIn(BieuMauIn):
    """A score sheet after Phụ lục 1–5 of QĐ 366."""

    phu_luc: str
    ten_bang: str
    doi_tuong: str
    chuc_vu: str
    hang: list[HangDiemIn]
    tong: str
    phan_bo: str
    khoi_ky: list[KhoiKyIn]


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


class PhieuPhanTichIn(BieuMauIn):
    """Phiếu phân tích chất lượng of 2019 (Mẫu 03, 04)."""

    chu_the: str
    doi_tuong: str
    cap_do: list[str]
    muc_xep_loai: list[OIn]
    nhan_xet: MucIn


class TuDanhGiaIn(BieuMauIn):
    """Mẫu 05 of 2025: a quarter's self-rating."""

    quy: str
    ho_ten: str
    ngay_sinh: str
    chuc_vu: ChucVuIn
    don_vi_cong_tac: str
    tu_danh_gia: MucIn
    muc_de_xuat: str
    diem: str


class DuocXepLoaiIn(TypedDict):
    """A collective or person with the level at each step."""

    tt: str
    ten: str
    ngay_sinh: str
    chuc_vu: str
    don_vi: str
    tu_nhan: str
    cong_chuc: str
    chi_uy: str
    chi_bo: str
    quyet_dinh: str
    diem_chung: str
    diem_nhiem_vu: str
    diem: str
    ghi_chu: str


class HangTongHopIn(TypedDict):
    """Counts and percentages of one group."""

    ten: str
    tong: int
    hoan_thanh_xuat_sac: int
    hoan_thanh_tot: int
    hoan_thanh: int
    khong_hoan_thanh: int
    chua_xep_loai: int
    ti_le_xuat_sac: str
    ti_le_tot: str
    ti_le_hoan_thanh: str
    ti_le_khong: str


class DanhSachIn(BieuMauIn):
    """Lists and summaries of a unit: tổng hợp, Mẫu 06, chưa kiểm điểm.

    `chua_gom` says in words what could not be counted; empty when nothing is missing.
    """

    ten_don_vi: str
    hang: list[DuocXepLoaiIn]
    tong_hop: list[HangTongHopIn]
    chua_gom: str
    ky: KyIn


class TenMucIn(TypedDict):
    """The four levels as the regime names them."""

    hoan_thanh_xuat_sac: str
    hoan_thanh_tot: str
    hoan_thanh: str
    khong_hoan_thanh: str


class BangDonViIn(TypedDict):
    """Counts by unit of persons or of collectives, with the line of all of them."""

    ten: str
    hang: list[HangTongHopIn]
    tong: HangTongHopIn


class TongHopDotIn(DanhSachIn):
    """The summary of a whole campaign."""

    ten_muc: TenMucIn
    theo_don_vi: list[BangDonViIn]


class Bieu6FRow(TypedDict):
    """A row of Biểu 6F: two counts."""

    tap_the: int
    dang_vien: int


class Bieu6FIn(BieuMauIn):
    """Biểu số 6F-BTCTW; the rows are those of the form, in its order.

    `ly_do_khac` says why others of row 3 than those of its «trong đó» were not reviewed.
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
    goi_y_cap_tinh: Bieu6FRow
    goi_y_cap_huyen: Bieu6FRow
    goi_y_co_so: Bieu6FRow
    chua_gom: str
    ky: KyIn


class NguoiIn(TypedDict):
    """Someone at a meeting."""

    ho_ten: str
    chuc_vu: str


class VangIn(TypedDict):
    """Someone absent, and why."""

    ho_ten: str
    ly_do: str


class PhieuIn(TypedDict):
    """A line of a ballot or of its count."""

    tt: str
    ten: str
    chuc_vu: str
    tu_nhan: str
    o: list[str]
    so_phieu: list[str]


class KiemPhieuIn(TypedDict):
    """The count of a ballot."""

    to_kiem_phieu: list[NguoiIn]
    phat_ra: str
    thu_ve: str
    hop_le: str
    khong_hop_le: str
    ket_qua: list[PhieuIn]


class HoiNghiIn(BieuMauIn):
    """Minutes, ballot and count of a meeting."""

    ten_hoi_nghi: str
    gio_bat_dau: str
    gio_ket_thuc: str
    ngay_hop: str
    dia_diem: str
    trieu_tap: str
    co_mat: str
    so_vang: str
    vang: list[VangIn]
    dai_bieu: list[NguoiIn]
    chu_tri: NguoiIn
    thu_ky: NguoiIn
    doi_tuong: str
    dien_bien: MucIn
    y_kien: MucIn
    ket_luan: MucIn
    cac_muc: list[str]
    co_kiem_phieu: bool
    phieu: KiemPhieuIn
    to_truong: str


class NoiCuTruIn(BieuMauIn):
    """Phiếu xin ý kiến and phiếu nhận xét of QĐ 213."""

    ho_ten: str
    xa: str
    chi_bo_noi_cu_tru: str
    to_chuc: str
    dau_bang_noi_cu_tru: str
    o_trong: str
    ky: KyIn


class DiemGoiYIn(TypedDict):
    """A point of a gợi ý, and in the report what answers it."""

    ma: str
    noi_dung: str
    giai_trinh: str
    nguyen_nhan: str
    trach_nhiem: str


class DoiTuongGoiYIn(TypedDict):
    """A collective or person with its points."""

    ten: str
    diem: list[DiemGoiYIn]


class GoiYIn(VanBanIn):
    """Công văn gợi ý kiểm điểm, and báo cáo giải trình."""

    nam: str
    cap_goi_y: str
    tap_the: list[DoiTuongGoiYIn]
    ca_nhan: list[DoiTuongGoiYIn]
    han_gui: str
    gui_ve: str
    thoi_gian: str
    doan_cong_tac: str
    han_khac_phuc: str
    van_ban_goi_y: str


class ViecIn(TypedDict):
    """A row of the plan to mend weaknesses."""

    tt: str
    han_che: str
    bien_phap: str
    phu_trach: str
    phoi_hop: str
    thoi_han: str


class KhacPhucIn(VanBanIn):
    """Kế hoạch khắc phục hạn chế."""

    nam: str
    don_vi: str
    viec: list[ViecIn]


class KetQuaIn(VanBanIn):
    """Quyết định and thông báo of ratings; `kem_theo` is the line below the title of the list."""

    nam: str
    don_vi: str
    kem_theo: str
    tap_the: list[DuocXepLoaiIn]
    ca_nhan: list[DuocXepLoaiIn]
    tong_hop: list[HangTongHopIn]
    chua_gom: str


class XepLoaiLaiIn(VanBanIn):
    """Mẫu 03 of 2025: quyết định đánh giá, xếp loại lại; the body is ours, so no form code."""

    nam: str
    doi_tuong: str
    van_ban_cu: str
    muc_cu: str
    muc_moi: str
    ly_do: str


class MucHoSoIn(TypedDict):
    """An item of a dossier list: how many papers the unit's data gives for it."""

    tt: str
    ten: str
    so_ban: str
    ghi_chu: str


class DanhMucIn(BieuMauIn):
    """Mẫu 04 of 2025: danh mục hồ sơ."""

    ten_don_vi: str
    tap_the: list[MucHoSoIn]
    ca_nhan: list[MucHoSoIn]
    ky: KyIn


def form_shape(declared: Any, headings: tuple[str, ...]) -> dict[str, Any]:
    """Turn a printed type into a shape, with the headings of one form under `uu_diem`."""
    shape: dict[str, Any] = shape_of(declared)
    if "uu_diem" in shape:
        shape["uu_diem"] = {heading: shape_of(MucIn) for heading in headings}
    return shape
