"""Documents based on a unit's year: gợi ý, results, plans; each with its own letter head."""

from pydantic import Field

from generator.model.base import Model
from generator.model.campaign import CoQuan, Ky
from generator.model.fields import CacNoiNhan, Chu, Ngay, NgayKy, So
from generator.model.levels import MucXepLoai


class DiemGoiY(Model):
    """One point of a gợi ý; section IV of the review answers it by its code."""

    ma: Chu = Field(description="Mã: «I.1», «II.1.a»")
    noi_dung: Chu = Field(description="Vấn đề: sự việc, thời gian, số liệu, văn bản kết luận")


class DoiTuongGoiY(Model):
    """A collective or person that points are addressed to."""

    ten: Chu = Field(description="Tên tập thể hoặc họ và tên cá nhân, đúng như trong đơn vị")
    danh_xung: Chu | None = Field(
        default=None, description="Cách gọi trong văn bản: «đồng chí … , Phó Chủ tịch»"
    )
    diem: tuple[DiemGoiY, ...] = Field(description="Các điểm gợi ý")


class DauVanBan(Model):
    """Number, date, addressees and signer of a document made from a unit's data."""

    co_quan: CoQuan | None = Field(default=None, description="Cơ quan ban hành")
    so: So | None = Field(default=None, description="Số văn bản")
    ngay: NgayKy | None = Field(
        default=None, description="Ngày ký; chưa có ngày thì để trống hoặc ghi 11/2026, 2026"
    )
    kinh_gui: tuple[Chu, ...] = Field(default=(), description="Nơi kính gửi")
    can_cu: tuple[Chu, ...] = Field(default=(), description="Các căn cứ")
    noi_nhan: CacNoiNhan = Field(default=(), description="Nơi nhận")
    ky: Ky | None = Field(default=None, description="Người ký")
    ban_phat_hanh: Chu | None = Field(
        default=None, description="Tệp đã ký số, phát hành, để cạnh tệp này: «12-cv-du.pdf»"
    )


class GoiY(DauVanBan):
    """A gợi ý kiểm điểm received from (or sent by) the superior committee."""

    tap_the: tuple[DoiTuongGoiY, ...] = Field(default=(), description="Gợi ý đối với tập thể")
    ca_nhan: tuple[DoiTuongGoiY, ...] = Field(default=(), description="Gợi ý đối với cá nhân")
    han_gui: Ngay | None = Field(default=None, description="Gửi giải trình trước ngày")
    gui_ve: Chu | None = Field(default=None, description="Nơi nhận giải trình")
    thoi_gian: Chu | None = Field(default=None, description="Thời gian hội nghị kiểm điểm")
    doan_cong_tac: Chu | None = Field(default=None, description="Đoàn, tổ công tác dự, chỉ đạo")
    han_khac_phuc: Ngay | None = Field(
        default=None, description="Báo cáo kết quả khắc phục trước ngày"
    )


class KhieuNai(Model):
    """A complaint about a rating."""

    nguoi: Chu = Field(description="Người khiếu nại, kiến nghị")
    ngay: Ngay = Field(description="Ngày nhận")
    noi_dung: Chu = Field(description="Nội dung")
    ket_qua: Chu | None = Field(default=None, description="Kết quả giải quyết")
    ngay_tra_loi: Ngay | None = Field(default=None, description="Ngày trả lời")


class ViecKhacPhuc(Model):
    """A row of the plan to remedy weaknesses."""

    han_che: Chu = Field(description="Hạn chế, khuyết điểm")
    bien_phap: Chu = Field(description="Nhiệm vụ, giải pháp")
    phu_trach: Chu = Field(description="Cá nhân, tập thể phụ trách")
    phoi_hop: Chu | None = Field(default=None, description="Phối hợp, theo dõi")
    thoi_han: Chu = Field(description="Thời hạn hoàn thành")


class KeHoachKhacPhuc(DauVanBan):
    """The plan to remedy weaknesses after the review."""

    viec: tuple[ViecKhacPhuc, ...] = Field(description="Các việc phải khắc phục")


class XepLoaiLai(DauVanBan):
    """A decision on a new rating (QĐ 366 Điều 13, 15.3)."""

    doi_tuong: Chu = Field(description="Tổ chức đảng hoặc đảng viên được xếp loại lại")
    van_ban_cu: Chu = Field(description="Quyết định, thông báo kết quả cũ: số, ngày")
    muc_cu: MucXepLoai = Field(description="Mức đã xếp loại")
    muc_moi: MucXepLoai = Field(description="Mức xếp loại lại")
    ly_do: Chu = Field(description="Lý do")


class KetQuaXepLoai(Model):
    """Letter heads of the two documents that announce the ratings."""

    quyet_dinh: DauVanBan | None = Field(default=None, description="Quyết định xếp loại")
    thong_bao: DauVanBan | None = Field(default=None, description="Thông báo kết quả")
