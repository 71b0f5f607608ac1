"""Review meetings, their participants, and the count of a secret ballot."""

from typing import Literal

from pydantic import Field

from generator.model.base import Model
from generator.model.fields import Chu, DemSo, Ngay
from generator.model.levels import SoPhieu


class NguoiDu(Model):
    """A participant of a meeting, with name and position."""

    ho_ten: Chu = Field(description="Họ và tên")
    chuc_vu: Chu | None = Field(default=None, description="Chức vụ")
    vai_tro: Literal["bieu_quyet", "moi", "cap_tren"] = Field(
        default="bieu_quyet",
        description="bieu_quyet: được biểu quyết; moi: được mời, không biểu quyết; "
        "cap_tren: đoàn cấp trên",
    )


class Vang(Model):
    """A person who was convened but absent."""

    ho_ten: Chu = Field(description="Họ và tên")
    ly_do: Chu = Field(description="Lý do vắng")


class YKien(Model):
    """A statement about the collective or person under review."""

    nguoi: Chu = Field(description="Người phát biểu")
    noi_dung: Chu = Field(description="Nội dung phát biểu")


class KetQuaPhieu(Model):
    """The votes for one collective or person, by level."""

    doi_tuong: Chu = Field(description="Tên tập thể hoặc họ và tên cá nhân")
    phieu: SoPhieu = Field(
        description="Số phiếu từng mức, ghi chữ hoặc mã: {Hoàn thành tốt nhiệm vụ: 7} hay "
        "{hoan_thanh_tot: 7}; mã: hoan_thanh_xuat_sac, hoan_thanh_tot, hoan_thanh, "
        "khong_hoan_thanh, chua_xep_loai"
    )


class KiemPhieu(Model):
    """The count of a ballot."""

    ngay: Ngay | None = Field(default=None, description="Ngày kiểm phiếu, nếu khác ngày hội nghị")
    to_kiem_phieu: tuple[NguoiDu, ...] = Field(
        default=(), description="Tổ kiểm phiếu, người đầu là Tổ trưởng"
    )
    phat_ra: DemSo = Field(description="Tổng số phiếu phát ra")
    thu_ve: DemSo = Field(description="Tổng số phiếu thu về")
    hop_le: DemSo = Field(description="Số phiếu hợp lệ")
    khong_hop_le: DemSo = Field(default=0, description="Số phiếu không hợp lệ")
    ket_qua: tuple[KetQuaPhieu, ...] = Field(description="Kết quả từng tập thể, cá nhân")


class HoiNghi(Model):
    """A review meeting with its minutes."""

    ten: Chu = Field(description="Tên hội nghị: «Hội nghị kiểm điểm Ban Thường vụ Đảng ủy»")
    noi_dung: Literal["tap_the", "ca_nhan", "tap_the_ca_nhan"] = Field(
        default="tap_the_ca_nhan", description="Kiểm điểm tập thể, cá nhân, hay cả hai"
    )
    cap: Literal["chi_bo", "tap_the_lanh_dao"] = Field(
        default="chi_bo", description="Hội nghị của chi bộ hay của tập thể lãnh đạo, quản lý"
    )
    doi_tuong: tuple[Chu, ...] = Field(
        default=(), description="Tập thể, cá nhân được kiểm điểm; để trống là tất cả của đơn vị"
    )
    ngay: Ngay = Field(description="Ngày họp")
    gio_bat_dau: Chu | None = Field(default=None, description="Giờ bắt đầu: «8 giờ 00»")
    gio_ket_thuc: Chu | None = Field(
        default=None, description="Giờ kết thúc; họp sang ngày khác: «11 giờ 30, ngày 08/12/2026»"
    )
    dia_diem: Chu | None = Field(default=None, description="Địa điểm")
    ngay_gui_du_thao: Ngay | None = Field(
        default=None, description="Ngày gửi dự thảo báo cáo đến thành viên dự họp"
    )
    trieu_tap: DemSo = Field(description="Tổng số triệu tập, chỉ tính người được biểu quyết")
    co_mat: DemSo = Field(description="Số có mặt, chỉ tính người được biểu quyết")
    tinh_tren: DemSo | None = Field(
        default=None,
        description="Số thành viên để tính quá nửa, khi cấp ủy xác định khác cách thường",
    )
    vang: tuple[Vang, ...] = Field(default=(), description="Người vắng mặt và lý do")
    dai_bieu: tuple[NguoiDu, ...] = Field(default=(), description="Đại biểu mời, đoàn cấp trên")
    chu_tri: NguoiDu = Field(description="Chủ trì")
    thu_ky: NguoiDu = Field(description="Thư ký")
    dien_bien: Chu | None = Field(default=None, description="Diễn biến; mỗi dòng một đoạn")
    y_kien: tuple[YKien, ...] = Field(default=(), description="Ý kiến phát biểu")
    ket_luan: Chu | None = Field(default=None, description="Kết luận của chủ trì")
    kiem_phieu: KiemPhieu | None = Field(default=None, description="Kết quả bỏ phiếu")
