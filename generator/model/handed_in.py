"""The receiving clerk's record of papers and files that were handed in."""

from pydantic import Field

from generator.model.base import Model
from generator.model.fields import Chu, DemSo, Ngay


class NopHoSo(Model):
    """One entry for an item of the checklist: a file, paper copies, or a reason for exemption."""

    muc: Chu = Field(description="Số mục trong danh mục: «1.2»")
    ai: Chu | None = Field(
        default=None, description="Họ và tên cá nhân hoặc tên tập thể; để trống là của đơn vị"
    )
    van_ban: Chu | None = Field(default=None, description="Mã văn bản, khi mục gồm nhiều văn bản")
    tep: Chu | None = Field(default=None, description="Tệp trong da-nhan/<mã đơn vị>/")
    so_ban: DemSo | None = Field(default=None, description="Số bản giấy đã nộp")
    ngay: Ngay | None = Field(default=None, description="Ngày nộp")
    nguoi_nop: Chu | None = Field(default=None, description="Người nộp")
    da_xem: Chu | None = Field(
        default=None, description="Ai đã mở xem và thấy đúng, khi chương trình không đọc được"
    )
    khong_ap_dung: Chu | None = Field(
        default=None, description="Lý do không phải nộp, khi danh mục không tự suy ra được"
    )
    ghi_chu: Chu | None = Field(default=None, description="Ghi chú")
