"""Letters and other documents that an office issues, and copies (sao lục) of them."""

from typing import Literal

from pydantic import Field

from generator.model.acknowledged import CoChapNhan
from generator.model.base import Model
from generator.model.campaign import CoQuan, Ky
from generator.model.fields import CacNoiNhan, Chu, CoKhong, NgayKy, So
from generator.model.kinds import MaLoai
from generator.model.table import Bang


class PhuLuc(Model):
    """An appendix of a document, printed on separate pages."""

    nhan: Chu | None = Field(
        default=None,
        description="Chữ ở đầu phụ lục: «DANH MỤC HỒ SƠ»; để trống thì in «Phụ lục» và số thứ tự",
    )
    tieu_de: Chu = Field(description="Tiêu đề của phụ lục")
    kem_theo: Chu | None = Field(
        default=None, description="Dòng «(Kèm theo …)»; để trống thì tự ghép từ số, ngày, cơ quan"
    )
    noi_dung: Chu | None = Field(
        default=None, description="Nội dung, mỗi dòng một đoạn; chỉ có bảng thì để trống"
    )
    bang: tuple[Bang, ...] = Field(default=(), description="Các bảng của phụ lục")
    ngang: CoKhong = Field(default=False, description="có: phụ lục in trên giấy ngang")


class TiepNhan(Model):
    """The part of a slip that its receiver fills in, left of the signature."""

    ten: Chu = Field(description="Nơi tiếp nhận: «Đảng ủy nơi cư trú»")
    noi_dung: tuple[Chu, ...] = Field(
        default=(), description="Các dòng nơi tiếp nhận điền: «Tiếp nhận ngày … tháng … năm …»"
    )
    ky: Ky | None = Field(default=None, description="Quyền hạn, chức vụ người ký tiếp nhận")


class _BanHanh(CoChapNhan):
    """The fields common to documents and copies."""

    mau: Chu | None = Field(default=None, description="Tên mẫu Word khác với mẫu của loại văn bản")
    co_quan: CoQuan | None = Field(default=None, description="Cơ quan ban hành, nếu khác dot.yaml")
    dia_danh: Chu | None = Field(
        default=None, description="Địa danh ghi trước ngày ký, nếu khác dot.yaml"
    )
    so: So | None = Field(
        default=None, description="Số văn bản; để trống là bản dự thảo chưa có số"
    )
    so_ky_hieu: Chu | None = Field(
        default=None, description="Số ký hiệu ghi nguyên văn, khi không theo cách ghép chung"
    )
    ngay: NgayKy | None = Field(
        default=None, description="Ngày ký; chưa có ngày thì để trống hoặc ghi 11/2026, 2026"
    )
    noi_nhan: CacNoiNhan = Field(default=(), description="Nơi nhận; mục cuối là «Lưu …»")
    ky: Ky | None = Field(default=None, description="Người ký, nếu khác dot.yaml")
    ban_phat_hanh: Chu | None = Field(
        default=None, description="Tệp đã ký số, phát hành, để cạnh tệp này: «12-cv-du.pdf»"
    )
    giu_nguyen_dau_cau: CoKhong | None = Field(
        default=None,
        description="có: dấu cuối mục của Kính gửi, Nơi nhận, căn cứ, nội dung in đúng như đã gõ",
    )


class VanBan(_BanHanh):
    """A document with a type: công văn, kế hoạch, thông báo, báo cáo, tờ trình, quyết định."""

    loai: MaLoai = Field(description="Loại văn bản")
    tac_gia: Chu | None = Field(
        default=None, description="Dòng tác giả dưới tên loại: «của Ban Thường vụ Thành ủy»"
    )
    trich_yeu: Chu = Field(description="Trích yếu nội dung")
    do_mat: Chu | None = Field(default=None, description="Chương trình không soạn văn bản mật")
    do_khan: (
        Literal["Khẩn", "Thượng khẩn", "Hoả tốc", "Hỏa tốc", "Hoả tốc hẹn giờ", "Hỏa tốc hẹn giờ"]
        | None
    ) = Field(default=None, description="Mức độ khẩn")
    hen_gio: Chu | None = Field(
        default=None,
        description="Giờ phải đến của hoả tốc hẹn giờ: «10 giờ, ngày 12/10/2026»",
    )
    pham_vi: Chu | None = Field(
        default=None, description="Phạm vi lưu hành: «Lưu hành nội bộ», «Tài liệu thu hồi»…"
    )
    du_thao: Chu | None = Field(default=None, description="Lần dự thảo: «Dự thảo lần 2»")
    kinh_gui: tuple[Chu, ...] = Field(default=(), description="Nơi kính gửi hoặc kính trình")
    can_cu: tuple[Chu, ...] = Field(default=(), description="Các căn cứ, mỗi mục một căn cứ")
    chu_the: Chu | None = Field(
        default=None, description="Chủ thể ra văn bản, nếu khác dot.yaml: «Ban Thường vụ Tỉnh ủy»"
    )
    noi_dung: Chu = Field(description="Nội dung, mỗi dòng một đoạn")
    bang: tuple[Bang, ...] = Field(
        default=(), description="Các bảng; dòng «[bảng 1]» trong noi_dung là chỗ của bảng thứ nhất"
    )
    cung_ky: tuple[Ky, ...] = Field(
        default=(),
        description="Những người ký khác, đứng bên trái người ở ky: cơ quan cùng ban hành, "
        "người ghi biên bản",
    )
    xac_nhan: Ky | None = Field(
        default=None, description="Người xác nhận chữ ký ở ky, khi chữ ký ấy không được đóng dấu"
    )
    tiep_nhan: TiepNhan | None = Field(
        default=None, description="Phần nơi nhận giấy giới thiệu điền và ký, đứng bên trái"
    )
    nguoi_soan: Chu | None = Field(
        default=None, description="Ký hiệu người soạn thảo và số bản: «NguyenVanAn-26»"
    )
    lien_he: Chu | None = Field(default=None, description="Thông tin liên hệ ở cuối trang")
    phu_luc: tuple[PhuLuc, ...] = Field(
        default=(), description="Các phụ lục, mỗi phụ lục in sang trang mới"
    )


EXTRACT = "trích sao"
FOREIGN = (".docx", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""How the name of a file of another office ends that can be copied."""


class SaoLuc(_BanHanh):
    """A copy of a document with the copying body's own number, date, recipients and signer."""

    loai: Literal["sao-luc"] = Field(description="Loại tệp: bản sao")
    hinh_thuc: Literal["sao y bản chính", "sao y", "sao lục", "trích sao"] = Field(
        default="sao lục", description="Hình thức sao"
    )
    ban_goc: Chu = Field(
        description="Văn bản được sao, cùng thư mục: tệp YAML, hoặc tệp Word, PDF, ảnh của cấp trên"
    )
    phan_trich: tuple[Chu, ...] = Field(
        default=(), description="Trích sao: các đề mục được trích, ghi như trong văn bản"
    )

    @property
    def is_foreign(self) -> bool:
        """Whether the original is a file of another office, which is copied as it is."""
        return self.ban_goc.lower().endswith(FOREIGN)
