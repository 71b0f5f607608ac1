"""The annual review of a collective or a person: its texts, and the rating at each step."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from generator.model.base import Model
from generator.model.fields import Chu, CoKhong, DemSo, Ngay, NgayKy, Quy, SoDiem
from generator.model.levels import MucXepLoai


class MucKiemDiem(Model):
    """One heading of part I: its text, and in the forms of 2019 and 2023 the ticked degree."""

    noi_dung: Chu | None = Field(default=None, description="Nội dung, mỗi dòng một đoạn")
    cap_do: Chu | None = Field(
        default=None, description="Cấp độ tự đánh giá: Xuất sắc, Tốt, Trung bình, Kém"
    )


def _text_or_levels(value: Any) -> Any:
    return {"noi_dung": value} if isinstance(value, str) else value


Muc = Annotated[
    MucKiemDiem,
    BeforeValidator(_text_or_levels, json_schema_input_type=Chu | MucKiemDiem),
]
"""A heading's content, written as plain text or as `noi_dung` and `cap_do`."""


class KhacPhuc(Model):
    """A weakness of an earlier year and the progress of its remedy (part III of every form)."""

    han_che: Chu = Field(description="Hạn chế, khuyết điểm đã được kết luận hoặc chỉ ra kỳ trước")
    tinh_trang: Literal["da_khac_phuc", "dang_khac_phuc", "chua_khac_phuc"] = Field(
        description="Tình trạng khắc phục"
    )
    ket_qua: Chu | None = Field(default=None, description="Kết quả, mức độ khắc phục")
    kho_khan: Chu | None = Field(default=None, description="Khó khăn, vướng mắc")
    trach_nhiem: Chu | None = Field(default=None, description="Trách nhiệm của tập thể, cá nhân")


class GiaiTrinh(Model):
    """The answer to one point of a gợi ý kiểm điểm (part IV of every form)."""

    diem: Chu = Field(description="Mã của điểm được gợi ý: «I.1», «II.1.a»")
    noi_dung: Chu = Field(description="Giải trình")
    nguyen_nhan: Chu | None = Field(default=None, description="Nguyên nhân")
    trach_nhiem: Chu | None = Field(default=None, description="Trách nhiệm của tập thể, cá nhân")


def says_none(value: object) -> bool:
    """Return whether a file says «Không có» where a list is meant."""
    said = " ".join(value.split()).rstrip(".").casefold() if isinstance(value, str) else ""
    return said in {"không có", "không"}


def _said_none(value: Any) -> Any:
    return () if says_none(value) else value


CacKhacPhuc = Annotated[
    tuple[KhacPhuc, ...],
    BeforeValidator(_said_none, json_schema_input_type=tuple[KhacPhuc, ...] | Literal["Không có"]),
]
CacGiaiTrinh = Annotated[
    tuple[GiaiTrinh, ...],
    BeforeValidator(_said_none, json_schema_input_type=tuple[GiaiTrinh, ...] | Literal["Không có"]),
]
"""A list, or «Không có» where there is nothing to list (`KiemDiem.khong_co`)."""


class DiemTieuChi(Model):
    """The points for one criterion of the score sheet."""

    tieu_chi: Chu = Field(description="Mã tiêu chí trong bảng chấm điểm: «I.1», «I.1.ii», «II.2»")
    diem: SoDiem = Field(description="Điểm tự chấm")
    ghi_chu: Chu | None = Field(default=None, description="Căn cứ, minh chứng")


class ChamDiem(Model):
    """Points by QĐ 366: 30 general, 70 for results, 100 in total."""

    chung: SoDiem | None = Field(default=None, description="Điểm nhóm tiêu chí chung, tối đa 30")
    nhiem_vu: SoDiem | None = Field(
        default=None, description="Điểm nhóm tiêu chí kết quả thực hiện nhiệm vụ, tối đa 70"
    )
    tong: SoDiem | None = Field(default=None, description="Tổng điểm, để trống thì tự cộng")
    chi_tiet: tuple[DiemTieuChi, ...] = Field(default=(), description="Điểm từng tiêu chí")


class NhiemVu(Model):
    """A row of the annex of results: a task, its deadline, progress and outcome."""

    noi_dung: Chu = Field(description="Nội dung nhiệm vụ, công việc")
    truc: Chu | None = Field(default=None, description="Nhóm hoặc trục nhiệm vụ")
    thoi_han: Chu | None = Field(default=None, description="Thời hạn hoàn thành")
    tinh_hinh: Chu | None = Field(default=None, description="Tình hình thực hiện")
    san_pham: Chu | None = Field(default=None, description="Sản phẩm hoàn thành")
    tien_do: Chu | None = Field(default=None, description="Đánh giá tiến độ")
    ghi_chu: Chu | None = Field(default=None, description="Ghi chú")


class KetQuaNhiemVu(Model):
    """Counts of the year's tasks, on which the levels of QĐ 366 Điều 11 depend."""

    tong: DemSo = Field(description="Tổng số chỉ tiêu, nhiệm vụ được giao")
    hoan_thanh: DemSo = Field(description="Số đã hoàn thành")
    vuot_muc: DemSo = Field(default=0, description="Số hoàn thành vượt mức")
    cham: DemSo = Field(default=0, description="Số hoàn thành nhưng chậm thời hạn")


class DonViPhuTrach(Model):
    """Counts of the units a leader is in charge of, by the level they reached."""

    tong: DemSo = Field(description="Tổng số cơ quan, đơn vị thuộc quyền phụ trách")
    hoan_thanh_tro_len: DemSo = Field(description="Số xếp từ Hoàn thành nhiệm vụ trở lên")
    hoan_thanh_tot_tro_len: DemSo = Field(
        default=0, description="Số xếp từ Hoàn thành tốt nhiệm vụ trở lên"
    )


class XepLoai(Model):
    """The level at each step, written in words or as its code."""

    tu_nhan: MucXepLoai | None = Field(default=None, description="Mức tự nhận, tự đề xuất")
    tu_nhan_cong_chuc: MucXepLoai | None = Field(
        default=None, description="Mức tự nhận với tư cách cán bộ, công chức, viên chức"
    )
    cong_chuc: MucXepLoai | None = Field(
        default=None, description="Mức xếp loại cán bộ, công chức, viên chức đã được quyết định"
    )
    ngay_cong_chuc: Ngay | None = Field(
        default=None, description="Ngày xếp loại cán bộ, công chức, viên chức"
    )
    chi_uy: MucXepLoai | None = Field(default=None, description="Mức chi ủy đề xuất")
    chi_bo: MucXepLoai | None = Field(default=None, description="Mức chi bộ đề xuất")
    quyet_dinh: MucXepLoai | None = Field(
        default=None, description="Mức cấp có thẩm quyền quyết định"
    )
    ngay_quyet_dinh: Ngay | None = Field(default=None, description="Ngày quyết định xếp loại")


class KyLuat(Model):
    """A disciplinary measure in the year."""

    hinh_thuc: Chu = Field(description="Khiển trách, Cảnh cáo, Cách chức, Khai trừ…")
    ngay: Ngay = Field(description="Ngày quyết định kỷ luật")
    so_ky_hieu: Chu | None = Field(default=None, description="Số ký hiệu quyết định kỷ luật")
    ly_do: Chu | None = Field(default=None, description="Nội dung vi phạm")
    lien_quan_nhiem_vu: CoKhong = Field(
        default=True, description="có: vi phạm liên quan đến thực hiện nhiệm vụ, công vụ"
    )
    ngoai_le: Chu | None = Field(
        default=None,
        description="Lý do không tính khi xếp loại: tự phát hiện và đã khắc phục xong, "
        "vi phạm ở nơi khác…",
    )


class KetQuaQuy(Model):
    """The rating of one quarter, evidence for the year (QĐ 366 Điều 15.1)."""

    quy: Quy = Field(description="Quý: 1, 2, 3 hoặc 4")
    xep_loai: MucXepLoai | None = Field(default=None, description="Mức xếp loại quý")
    diem: SoDiem | None = Field(default=None, description="Điểm quý")
    tu_danh_gia: Chu | None = Field(
        default=None, description="Nội dung tự đánh giá, cho Mẫu 05; mỗi dòng một đoạn"
    )


class XacNhan(Model):
    """A signed confirmation block."""

    ngay: Ngay | None = Field(default=None, description="Ngày ký xác nhận")
    chuc_vu: Chu | None = Field(default=None, description="Chức vụ người ký")
    ho_ten: Chu | None = Field(default=None, description="Họ và tên người ký")


class XacNhanNhanXet(XacNhan):
    """A confirmation block with a comment."""

    nhan_xet: Chu | None = Field(default=None, description="Nhận xét, đánh giá")


class CacXacNhan(Model):
    """The confirmation blocks of a person's form, in signing order."""

    thu_truong: XacNhanNhanXet | None = Field(
        default=None, description="Thủ trưởng cơ quan, đơn vị"
    )
    chi_uy: XacNhanNhanXet | None = Field(default=None, description="Chi ủy, chi bộ")
    dang_uy: XacNhan | None = Field(default=None, description="Đảng ủy, chi ủy cơ sở")


class KiemDiem(Model):
    """The fields common to the reviews of collectives and persons."""

    mau: Chu | None = Field(default=None, description="Mã mẫu, khi ghi rõ: «02A», «Mẫu 2B»")
    uu_diem: dict[str, Muc] = Field(
        default_factory=dict, description="Ưu điểm, kết quả đạt được, theo khoá đề mục của mẫu"
    )
    han_che: Chu | None = Field(default=None, description="Hạn chế, khuyết điểm")
    nguyen_nhan: Chu | None = Field(default=None, description="Nguyên nhân của hạn chế")
    khac_phuc: CacKhacPhuc = Field(
        default=(), description="Kết quả khắc phục từng hạn chế của kỳ trước, hoặc «Không có»"
    )
    cap_do_khac_phuc: Chu | None = Field(
        default=None, description="Cấp độ tự đánh giá mục III (mẫu 2019, 2023)"
    )
    giai_trinh: CacGiaiTrinh = Field(
        default=(), description="Giải trình từng điểm được gợi ý kiểm điểm, hoặc «Không có»"
    )
    trach_nhiem: Chu | None = Field(
        default=None, description="Trách nhiệm (mục V), hoặc «Không có.»"
    )
    phuong_huong: Chu | None = Field(
        default=None, description="Phương hướng, biện pháp khắc phục (mục VI)"
    )
    cham_diem: ChamDiem | None = Field(default=None, description="Điểm theo Quy định 366-QĐ/TW")
    ket_qua: KetQuaNhiemVu | None = Field(
        default=None, description="Số liệu thực hiện nhiệm vụ trong năm"
    )
    nhiem_vu: tuple[NhiemVu, ...] = Field(
        default=(), description="Phụ lục kết quả thực hiện nhiệm vụ"
    )
    xep_loai: XepLoai = Field(default_factory=XepLoai, description="Mức xếp loại qua từng bước")
    ky_luat: tuple[KyLuat, ...] = Field(default=(), description="Kỷ luật trong năm")
    ngay: NgayKy | None = Field(
        default=None, description="Ngày ghi trên bản kiểm điểm, báo cáo; chưa có ngày: 11/2026"
    )

    def khong_co(self, khoa: str) -> bool:
        """Return whether a list was entered as «Không có»; one not entered says nothing."""
        return khoa in self.model_fields_set and getattr(self, khoa) == ()
