"""A checklist of a dossier (`loai: danh-muc`): what must be handed in, by whom, until when.

Checklists are data: an office copies one of `templates/danh-muc/` and changes it.
"""

from typing import Literal

from pydantic import Field

from generator.model.base import Model
from generator.model.fields import Chu, CoKhong, Nam, NgayHan, Nguon, SoBan

CO_QUAN_NHAN = "cơ quan nhận hồ sơ"
"""The `nguoi_nop` of an item that the receiving office prepares itself."""

Cho = Literal["ca_nhan", "tap_the", "don_vi"]
"""Whose dossier an item belongs to: each person's, each collective's, the unit's."""

HinhThuc = Literal["giay", "docx", "pdf", "xlsx", "anh", "he_thong"]


class HanNop(Model):
    """The deadline of an item; the day itself is already late."""

    truoc_ngay: NgayHan = Field(
        description="Hạn «trước ngày …»: 07/12 (hằng năm) hoặc 07/12/2024; "
        "đến đúng ngày này là muộn"
    )
    nguon: Nguon | None = Field(default=None, description="Dấu nguồn")


class ChuKyMuc(Model):
    """A signature that a document must have."""

    chuc_danh: Chu = Field(description="Ai ký: «Bí thư», «người kê khai»")
    dong_dau: CoKhong = Field(default=False, description="có: phải đóng dấu")


class VanBanMuc(Model):
    """One document of an item; an item may require several."""

    ma: Chu = Field(description="Mã, dùng ở `van_ban` của sổ nhận hồ sơ: «bao-cao-giai-trinh»")
    ten: Chu = Field(description="Tên văn bản")
    mau: tuple[Chu, ...] = Field(
        default=(), description="Mã mẫu, giấy tờ của chương trình được tính: 02A, goi-y…"
    )
    goi_khac: tuple[Chu, ...] = Field(
        default=(), description="Tên khác có thể ghi trên tệp nhận được"
    )
    cho: Cho | None = Field(default=None, description="Chỉ đòi ở loại đối tượng này của mục")
    moi: Literal["ca_nhan", "tap_the", "hoi_nghi"] | None = Field(
        default=None, description="Mục của đơn vị: mỗi cá nhân, tập thể, hội nghị một văn bản"
    )
    cua: Chu | None = Field(default=None, description="Chỉ văn bản của đối tượng thoả điều kiện")
    dieu_kien: Chu | None = Field(default=None, description="Chỉ phải nộp khi đúng điều kiện này")
    neu_co: CoKhong = Field(default=False, description="có: «nếu có», không có cũng không thiếu")
    hinh_thuc: tuple[HinhThuc, ...] = Field(default=(), description="Dạng được nhận")


class MucDanhMuc(Model):
    """An item or a section of the checklist; values it omits are inherited from its parent."""

    ma: Chu = Field(description="Số mục như in trong danh mục: «1.2»")
    ten: Chu = Field(description="Lời văn của mục, chép nguyên văn")
    cho: tuple[Cho, ...] = Field(default=(), description="Hồ sơ của ai")
    ap_dung: Chu | None = Field(default=None, description="Mục dành cho đối tượng nào")
    dieu_kien: Chu | None = Field(default=None, description="Chỉ phải nộp khi đúng điều kiện này")
    neu_co: CoKhong = Field(default=False, description="có: «nếu có», không có cũng không thiếu")
    van_ban: tuple[VanBanMuc, ...] = Field(default=(), description="Các văn bản của mục")
    so_bo: SoBan | None = Field(default=None, description="Số bộ, số bản phải nộp")
    hinh_thuc: tuple[HinhThuc, ...] = Field(default=(), description="Dạng được nhận")
    ten_tep: Chu | None = Field(default=None, description="Tên tệp phải đặt: «Mau 16_*»")
    thoi_han: HanNop | None = Field(default=None, description="Thời hạn")
    nguoi_nop: Chu | None = Field(
        default=None,
        description=f"Ai nộp; «{CO_QUAN_NHAN}»: cơ quan tự lập, không đôn đốc đơn vị",
    )
    gui_ve: Chu | None = Field(default=None, description="Nơi nhận")
    qua: Chu | None = Field(default=None, description="Gửi qua cơ quan nào")
    chu_ky: tuple[ChuKyMuc, ...] = Field(
        default=(), description="Chữ ký phải có trên tệp nhận được"
    )
    xac_nhan: tuple[Chu, ...] = Field(default=(), description="Ai phải xác nhận")
    gom: tuple[Chu, ...] = Field(default=(), description="Gồm thành phần của mục khác: [«1»]")
    truy_cap: Chu | None = Field(default=None, description="Ai được xem, để người đọc biết")
    ghi_chu: Chu | None = Field(default=None, description="Ghi chú")
    nguon: Nguon | None = Field(default=None, description="Dấu nguồn")
    muc: tuple["MucDanhMuc", ...] = Field(default=(), description="Các mục con")


class DanhMuc(Model):
    """A checklist with the document it came with and the marks of its sources."""

    loai: Literal["danh-muc"] = Field(description="Loại tệp: danh mục hồ sơ")
    ten: Chu = Field(description="Tên danh mục")
    can_cu: Chu = Field(description="Văn bản quy định danh mục, để trích dẫn")
    la_phu_luc: CoKhong = Field(
        default=False, description="có: danh mục là phụ lục kèm theo văn bản ở can_cu"
    )
    tu_nam: Nam | None = Field(default=None, description="Năm kiểm điểm đầu tiên áp dụng")
    den_nam: Nam | None = Field(default=None, description="Năm kiểm điểm cuối cùng áp dụng")
    nguon: Nguon = Field(default="Đ: tệp danh mục", description="Dấu nguồn")
    dac_diem: dict[str, Chu] = Field(
        default_factory=dict,
        description="Đặc điểm riêng dùng trong điều kiện, và nghĩa: {uy_vien_btv: Ủy viên …}",
    )
    muc: tuple[MucDanhMuc, ...] = Field(min_length=1, description="Các mục")
