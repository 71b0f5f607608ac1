"""A unit's year (`loai: don-vi`): the unit, its collectives, its persons, and its papers."""

from typing import Literal

from pydantic import Field

from generator.model.acknowledged import CoChapNhan
from generator.model.base import Model
from generator.model.campaign import CoQuan, Ky, NhiemKy
from generator.model.fields import CacNoiNhan, Chu, CoKhong, Ngay, So
from generator.model.handed_in import NopHoSo
from generator.model.kinds import MaLoai
from generator.model.meeting import HoiNghi
from generator.model.papers import (
    DauVanBan,
    DiemGoiY,
    DoiTuongGoiY,
    GoiY,
    KeHoachKhacPhuc,
    KetQuaXepLoai,
    KhieuNai,
    ViecKhacPhuc,
    XepLoaiLai,
)
from generator.model.person import (
    CaNhan,
    CaNhanTep,
    CapQuanLy,
    ChucVu,
    Khoi,
    LoaiTru,
    MacDinh,
    NoiCuTru,
    VaiTro,
)
from generator.model.review import KiemDiem

__all__ = [
    "CaNhan",
    "CaNhanTep",
    "ChucVu",
    "DauVanBan",
    "DiemGoiY",
    "DoiTuongGoiY",
    "DonVi",
    "DonViNam",
    "GoiY",
    "KeHoachKhacPhuc",
    "KetQuaXepLoai",
    "KhieuNai",
    "Khoi",
    "LoaiTru",
    "MacDinh",
    "NoiCuTru",
    "TapThe",
    "ThanhVien",
    "VaiTro",
    "ViecKhacPhuc",
    "XepLoaiLai",
]


CHI_BO = frozenset({"chi_bo", "chi_bo_co_so"})
"""The kinds of units (`don_vi.loai`) that are a chi bộ, whose papers it issues itself."""


class DonVi(Model):
    """The unit; names are written as in a sentence, not in capitals."""

    ma: Chu = Field(description="Mã đơn vị, dùng trong tên thư mục: «chi-bo-thon-dong»")
    ten: Chu = Field(description="Tên: «Chi bộ thôn Đông», «Đảng bộ xã Lộc Hà»")
    loai: Literal[
        "chi_bo",
        "chi_bo_co_so",
        "dang_bo_bo_phan",
        "dang_bo_co_so",
        "xa",
        "phuong",
        "dac_khu",
        "huyen",
        "tinh",
        "thanh_pho",
        "ban",
        "van_phong",
        "ubnd",
        "hdnd",
        "mat_tran",
        "doan_the",
        "khac",
    ] = Field(
        description="Loại đơn vị; huyen: huyện ủy, quận ủy, thị ủy trước 01/7/2025; tinh, "
        "thanh_pho: tỉnh ủy, thành ủy trực thuộc Trung ương"
    )
    cap_tren: Chu = Field(description="Tổ chức cấp trên, dòng trên ở góc trái: «Đảng bộ xã Lộc Hà»")
    cap_uy: Chu | None = Field(
        default=None, description="Cấp ủy ra văn bản: «Đảng ủy xã Lộc Hà», «Chi ủy chi bộ …»"
    )
    ky_hieu: Chu | None = Field(
        default=None, description="Ký hiệu trong số ký hiệu văn bản của đơn vị: ĐU, CB"
    )
    nhiem_ky: tuple[NhiemKy, ...] = Field(
        default=(), description="Các nhiệm kỳ của cấp ủy, để lấy số văn bản đi"
    )
    cap_uy_cap_tren: Chu | None = Field(
        default=None, description="Cấp ủy cấp trên trực tiếp, nơi quyết định xếp loại"
    )
    khoi_co_quan: Khoi | None = Field(
        default=None, description="Khối cơ quan theo Phụ lục 1, 4 Quy định 366-QĐ/TW"
    )
    dac_diem: tuple[Chu, ...] = Field(
        default=(), description="Đặc điểm mà danh mục hồ sơ hỏi đến: [uy_quyen]"
    )


class ThanhVien(Model):
    """A member of a leadership collective."""

    ho_ten: Chu = Field(description="Họ và tên")
    chuc_vu: Chu | None = Field(default=None, description="Chức vụ")
    dung_dau: CoKhong = Field(default=False, description="có: người đứng đầu tập thể")


class TapThe(KiemDiem):
    """A leadership collective's year."""

    ma: Chu | None = Field(default=None, description="Mã, dùng trong tên tệp")
    ten: Chu = Field(description="Tên tập thể: «Ban Thường vụ Đảng ủy xã Lộc Hà»")
    vai_tro: Literal["cap_uy", "tap_the_lanh_dao", "to_chuc_dang"] = Field(
        default="tap_the_lanh_dao",
        description="cap_uy: ban thường vụ, đảng ủy, chi ủy; tap_the_lanh_dao: UBND, ban, phòng; "
        "to_chuc_dang: đảng bộ, chi bộ",
    )
    khoi_co_quan: Khoi | None = Field(default=None, description="Khối cơ quan (Phụ lục 1)")
    dien_quan_ly: CapQuanLy | None = Field(
        default=None,
        description="Diện quản lý, cho Biểu 6F; cap_huyen: trước 01/7/2025, cap_xa: từ ngày đó",
    )
    thanh_vien: tuple[ThanhVien, ...] = Field(default=(), description="Thành viên")
    so: So | None = Field(default=None, description="Số của báo cáo kiểm điểm")
    co_quan: CoQuan | None = Field(
        default=None, description="Cơ quan ghi ở góc trái, nếu khác đơn vị"
    )
    ky: Ky | None = Field(default=None, description="Người ký báo cáo kiểm điểm")
    thanh_lap_moi: CoKhong = Field(
        default=False, description="có: mới thành lập, chưa phải kiểm điểm"
    )
    dac_diem: tuple[Chu, ...] = Field(default=(), description="Đặc điểm mà danh mục hồ sơ hỏi đến")
    nhom: Chu | None = Field(
        default=None, description="Nhóm có vị trí, vai trò tương đồng, để tính tỉ lệ xuất sắc"
    )


class DonViNam(CoChapNhan):
    """A unit's year: the data for all its review documents."""

    loai: Literal["don-vi"] = Field(description="Loại tệp: một đơn vị")
    don_vi: DonVi = Field(description="Đơn vị")
    dia_danh: Chu | None = Field(default=None, description="Địa danh, nếu khác dot.yaml")
    ky: Ky | None = Field(default=None, description="Người ký mặc định của đơn vị")
    noi_nhan: CacNoiNhan = Field(default=(), description="Nơi nhận mặc định của đơn vị")
    mac_dinh: MacDinh = Field(
        default_factory=MacDinh, description="Điều chung của mọi cá nhân trong đơn vị"
    )
    tap_the: tuple[TapThe, ...] = Field(default=(), description="Các tập thể lãnh đạo, quản lý")
    ca_nhan: tuple[CaNhan, ...] = Field(default=(), description="Các cá nhân")
    hoi_nghi: tuple[HoiNghi, ...] = Field(default=(), description="Các hội nghị kiểm điểm")
    goi_y: tuple[GoiY, ...] = Field(default=(), description="Các văn bản gợi ý kiểm điểm")
    giai_trinh: DauVanBan | None = Field(default=None, description="Báo cáo giải trình riêng")
    khieu_nai: tuple[KhieuNai, ...] = Field(default=(), description="Khiếu nại về xếp loại")
    ket_qua: KetQuaXepLoai = Field(
        default_factory=KetQuaXepLoai, description="Quyết định, thông báo kết quả xếp loại"
    )
    khac_phuc: KeHoachKhacPhuc | None = Field(default=None, description="Kế hoạch khắc phục")
    xep_loai_lai: tuple[XepLoaiLai, ...] = Field(default=(), description="Xếp loại lại")
    giay_to: dict[MaLoai, DauVanBan] = Field(
        default_factory=dict,
        description="Số, ngày, người ký của giấy tờ do cơ quan tự thêm loại, theo mã loại",
    )
    lap_them: tuple[MaLoai, ...] = Field(
        default=(), description="Giấy tờ lập thêm cho riêng đơn vị này, ngoài lap_them của đợt"
    )
    ngay_nop_ho_so: Ngay | None = Field(default=None, description="Ngày nộp hồ sơ lên cấp trên")
    han_che_ky_truoc: dict[str, tuple[Chu, ...]] = Field(
        default_factory=dict,
        description="Hạn chế đã chỉ ra kỳ trước, theo tên tập thể hoặc họ tên cá nhân",
    )
    ho_so: tuple[NopHoSo, ...] = Field(
        default=(), description="Sổ nhận hồ sơ: tệp, bản giấy đã nộp theo từng mục"
    )
    noi_troi: Chu | None = Field(
        default=None, description="Quyết định công nhận thành tích nổi trội (tỉ lệ xuất sắc 25%)"
    )
