"""A person's year (`loai: ca-nhan`, or an item of a unit's `ca_nhan`)."""

from typing import Literal

from pydantic import Field

from generator.model.acknowledged import CoChapNhan
from generator.model.base import Model
from generator.model.birth import NgaySinhDuLieu
from generator.model.fields import Chu, CoKhong, Ngay
from generator.model.review import CacXacNhan, DonViPhuTrach, KetQuaQuy, KiemDiem

CapQuanLy = Literal["trung_uong", "cap_tinh", "cap_huyen", "cap_xa", "co_so"]
"""Whose cadre somebody is. Which of the levels there are in a year says the regime."""
VaiTro = Literal["lanh_dao", "khong_lanh_dao", "ngoai_he_thong"]
Khoi = Literal[
    "tham_muu_dang",
    "hanh_chinh",
    "dan_cu",
    "mat_tran",
    "vu_trang",
    "tu_phap",
    "su_nghiep",
    "doanh_nghiep_nha_nuoc",
    "hoi_quan_chung",
]
"""The nine blocks of QĐ 366, Phụ lục 1 and 4."""


class ChucVu(Model):
    """Positions in the three lines required by the forms."""

    dang: Chu | None = Field(default=None, description="Chức vụ Đảng")
    chinh_quyen: Chu | None = Field(default=None, description="Chức vụ chính quyền")
    doan_the: Chu | None = Field(default=None, description="Chức vụ đoàn thể")


class LoaiTru(Model):
    """The reason why a person is not reviewed or not rated (§4.7 of each regime's data)."""

    ly_do: Chu = Field(
        description="Lý do: mien_sinh_hoat, dinh_chi_sinh_hoat, moi_ket_nap, vang_co_ly_do…"
    )
    tu_ngay: Ngay | None = Field(default=None, description="Từ ngày")
    can_cu: Chu | None = Field(default=None, description="Quyết định, văn bản làm căn cứ")


class MucNhanXet(Model):
    """The answer to one question of the phiếu nhận xét of the place of residence."""

    muc: Chu = Field(description="Số của mục trong phiếu: «1»")
    noi_dung: Chu = Field(description="Ô được đánh dấu, hoặc lời nhận xét")


class NoiCuTru(Model):
    """The comment by the place of residence (QĐ 213)."""

    xa: Chu | None = Field(default=None, description="Xã, phường, đặc khu nơi cư trú")
    chi_bo: Chu | None = Field(default=None, description="Chi bộ nơi cư trú")
    ngay_nhan_xet: Ngay | None = Field(default=None, description="Ngày của phiếu nhận xét")
    nhan_xet: tuple[MucNhanXet, ...] = Field(
        default=(), description="Nơi cư trú nhận xét từng mục của phiếu"
    )
    mien: Chu | None = Field(
        default=None, description="Lý do được miễn giới thiệu hoặc miễn sinh hoạt nơi cư trú"
    )


class MacDinh(Model):
    """Default values of all persons of a campaign or unit."""

    vai_tro: VaiTro | None = Field(
        default=None, description="Vai trò, quyết định mẫu 02A, 02B, 02C"
    )
    don_vi_cong_tac: Chu | None = Field(default=None, description="Đơn vị công tác")
    chi_bo: Chu | None = Field(default=None, description="Chi bộ sinh hoạt")
    cong_chuc: CoKhong | None = Field(
        default=None, description="có: là cán bộ, công chức, viên chức"
    )
    khoi_co_quan: Khoi | None = Field(default=None, description="Khối cơ quan")
    noi_cu_tru: NoiCuTru | None = Field(default=None, description="Nơi cư trú")
    nhom: Chu | None = Field(
        default=None, description="Nhóm có vị trí, vai trò tương đồng, để tính tỉ lệ xuất sắc"
    )


class CaNhan(KiemDiem, MacDinh, CoChapNhan):
    """A person's year; may be in a separate file (`loai: ca-nhan`)."""

    ma: Chu | None = Field(
        default=None,
        description="Mã, để đếm hai người trùng họ tên là hai; biên bản, phiếu, gợi ý nhắc đến "
        "người bằng ho_ten, nên thêm chữ phân biệt vào đó: «Nguyễn Văn An (A)»",
    )
    ho_ten: Chu = Field(description="Họ và tên")
    ngay_sinh: NgaySinhDuLieu | None = Field(
        default=None, description="Ngày sinh; chỉ biết tháng, năm thì ghi 02/1965 hoặc 1946"
    )
    gioi_tinh: Literal["nam", "nữ"] | None = Field(default=None, description="Giới tính")
    chuc_vu: ChucVu = Field(default_factory=ChucVu, description="Chức vụ")
    dang_vien: CoKhong = Field(default=True, description="không: chưa là đảng viên")
    ngay_vao_dang: Ngay | None = Field(default=None, description="Ngày vào Đảng")
    ngay_chinh_thuc: Ngay | None = Field(default=None, description="Ngày chính thức")
    dien_quan_ly: CapQuanLy | None = Field(
        default=None,
        description="Diện quản lý, cho Biểu 6F; cap_huyen: trước 01/7/2025, cap_xa: từ ngày đó",
    )
    dung_dau: CoKhong = Field(default=False, description="có: người đứng đầu đơn vị, tập thể")
    dac_diem: tuple[Chu, ...] = Field(
        default=(), description="Đặc điểm mà danh mục hồ sơ hỏi đến: [uy_vien_btv]"
    )
    don_vi_phu_trach: DonViPhuTrach | None = Field(
        default=None,
        description="Kết quả của các đơn vị phụ trách (người giữ chức vụ, năm 2023–2024)",
    )
    loai_tru: LoaiTru | None = Field(
        default=None, description="Không kiểm điểm hoặc không xếp loại, và lý do"
    )
    xac_nhan: CacXacNhan = Field(
        default_factory=CacXacNhan, description="Nhận xét, xác nhận của các cấp"
    )
    quy: tuple[KetQuaQuy, ...] = Field(default=(), description="Kết quả đánh giá từng quý")
    gop_y: tuple[Chu, ...] = Field(default=(), description="Ý kiến góp ý đã tiếp nhận")


class CaNhanTep(CaNhan):
    """A person in a separate file: `don-vi/<đơn vị>/ca-nhan/<tên>.yaml`."""

    loai: Literal["ca-nhan"] = Field(description="Loại tệp: một cá nhân")
