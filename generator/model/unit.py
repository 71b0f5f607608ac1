"""A unit's year (`loai: don-vi`): the unit, its collectives, its people, and its papers."""

from typing import Literal

from pydantic import Field

from generator.model.base import Model
from generator.model.campaign import CoQuan, Ky
from generator.model.fields import Chu, CoKhong, Ngay, So
from generator.model.meeting import HoiNghi
from generator.model.review import CacXacNhan, KetQuaQuy, KiemDiem

VaiTro = Literal["lanh_dao", "khong_lanh_dao", "ngoai_he_thong"]
Khoi = Literal[
    "tham_muu_dang", "hanh_chinh", "dan_cu", "mat_tran", "vu_trang", "tu_phap", "su_nghiep",
    "doanh_nghiep_nha_nuoc", "hoi_quan_chung",
]  # fmt: skip
"""The nine blocks of QĐ 366, Phụ lục 1 and 4."""


class DonVi(Model):
    """The unit; names are written as in a sentence, not in capitals."""

    ma: Chu = Field(description="Mã đơn vị, dùng trong tên thư mục: «chi-bo-thon-dong»")
    ten: Chu = Field(description="Tên: «Chi bộ thôn Đông», «Đảng bộ xã Lộc Hà»")
    loai: Literal[
        "chi_bo", "chi_bo_co_so", "dang_bo_bo_phan", "dang_bo_co_so", "xa", "phuong", "dac_khu",
        "ban", "van_phong", "ubnd", "hdnd", "mat_tran", "doan_the", "khac",
    ] = Field(description="Loại đơn vị")  # fmt: skip
    cap_tren: Chu = Field(description="Tổ chức cấp trên, dòng trên ở góc trái: «Đảng bộ xã Lộc Hà»")
    cap_uy: Chu | None = Field(
        default=None, description="Cấp ủy ra văn bản: «Đảng ủy xã Lộc Hà», «Chi ủy chi bộ …»"
    )
    cap_uy_cap_tren: Chu | None = Field(
        default=None, description="Cấp ủy cấp trên trực tiếp, nơi quyết định xếp loại"
    )
    khoi_co_quan: Khoi | None = Field(
        default=None, description="Khối cơ quan theo Phụ lục 1, 4 Quy định 366-QĐ/TW"
    )


class ChucVu(Model):
    """Posts in the three lines that the forms ask for."""

    dang: Chu | None = Field(default=None, description="Chức vụ Đảng")
    chinh_quyen: Chu | None = Field(default=None, description="Chức vụ chính quyền")
    doan_the: Chu | None = Field(default=None, description="Chức vụ đoàn thể")


class LoaiTru(Model):
    """Why a person is not reviewed or not rated (§4.7 of each regime's data)."""

    ly_do: Chu = Field(
        description="mien_sinh_hoat, dinh_chi_sinh_hoat, moi_ket_nap, vang_co_ly_do…"
    )
    tu_ngay: Ngay | None = Field(default=None, description="Từ ngày")
    can_cu: Chu | None = Field(default=None, description="Quyết định, văn bản làm căn cứ")


class NoiCuTru(Model):
    """The comment of the place of residence (QĐ 213)."""

    xa: Chu | None = Field(default=None, description="Xã, phường, đặc khu nơi cư trú")
    chi_bo: Chu | None = Field(default=None, description="Chi bộ nơi cư trú")
    ngay_nhan_xet: Ngay | None = Field(default=None, description="Ngày của phiếu nhận xét")
    mien: Chu | None = Field(
        default=None, description="Lý do được miễn giới thiệu hoặc miễn sinh hoạt nơi cư trú"
    )


class MacDinh(Model):
    """What all persons of a campaign or unit share unless they say otherwise."""

    vai_tro: VaiTro | None = Field(default=None, description="Vai trò, quyết định mẫu 02A, 02B, 02C")
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


class CaNhan(KiemDiem, MacDinh):
    """A person's year; may stand in a file of its own (`loai: ca-nhan`)."""

    ma: Chu | None = Field(default=None, description="Mã, khi hai người trùng họ tên")
    ho_ten: Chu = Field(description="Họ và tên")
    ngay_sinh: Ngay | None = Field(default=None, description="Ngày sinh")
    gioi_tinh: Literal["nam", "nữ"] | None = Field(default=None, description="Giới tính")
    chuc_vu: ChucVu = Field(default_factory=ChucVu, description="Chức vụ")
    dang_vien: CoKhong = Field(default=True, description="không: chưa là đảng viên")
    ngay_vao_dang: Ngay | None = Field(default=None, description="Ngày vào Đảng")
    ngay_chinh_thuc: Ngay | None = Field(default=None, description="Ngày chính thức")
    dien_quan_ly: Literal["trung_uong", "cap_tinh", "cap_huyen", "co_so"] | None = Field(
        default=None, description="Diện quản lý, cho Biểu 6F"
    )
    dung_dau: CoKhong = Field(default=False, description="có: người đứng đầu đơn vị, tập thể")
    loai_tru: LoaiTru | None = Field(
        default=None, description="Không kiểm điểm hoặc không xếp loại, và lý do"
    )
    xac_nhan: CacXacNhan = Field(
        default_factory=CacXacNhan, description="Nhận xét, xác nhận của các cấp"
    )
    quy: tuple[KetQuaQuy, ...] = Field(default=(), description="Kết quả đánh giá từng quý")
    gop_y: tuple[Chu, ...] = Field(default=(), description="Ý kiến góp ý đã tiếp nhận")


class CaNhanTep(CaNhan):
    """A person in a file of their own: `don-vi/<đơn vị>/ca-nhan/<tên>.yaml`."""

    loai: Literal["ca-nhan"] = Field(description="Loại tệp: một cá nhân")


class ThanhVien(Model):
    """A member of a leadership collective."""

    ho_ten: Chu = Field(description="Họ và tên")
    chuc_vu: Chu | None = Field(default=None, description="Chức vụ")
    dung_dau: CoKhong = Field(default=False, description="có: người đứng đầu tập thể")


class TapThe(KiemDiem):
    """A leadership collective's year."""

    ma: Chu | None = Field(default=None, description="Mã, dùng trong tên tệp")
    ten: Chu = Field(description="«Ban Thường vụ Đảng ủy xã Lộc Hà»")
    vai_tro: Literal["cap_uy", "tap_the_lanh_dao", "to_chuc_dang"] = Field(
        default="tap_the_lanh_dao",
        description="cap_uy: ban thường vụ, đảng ủy, chi ủy; tap_the_lanh_dao: UBND, ban, phòng; "
        "to_chuc_dang: đảng bộ, chi bộ",
    )
    khoi_co_quan: Khoi | None = Field(default=None, description="Khối cơ quan (Phụ lục 1)")
    dien_quan_ly: Literal["trung_uong", "cap_tinh", "cap_huyen", "co_so"] | None = Field(
        default=None, description="Diện quản lý, cho Biểu 6F"
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
    nhom: Chu | None = Field(
        default=None, description="Nhóm có vị trí, vai trò tương đồng, để tính tỉ lệ xuất sắc"
    )


class DiemGoiY(Model):
    """One point of a gợi ý; its code is what section IV answers."""

    ma: Chu = Field(description="Mã: «I.1», «II.1.a»")
    noi_dung: Chu = Field(description="Vấn đề: sự việc, thời gian, số liệu, văn bản kết luận")


class DoiTuongGoiY(Model):
    """A collective or person that points are addressed to."""

    ten: Chu = Field(description="Tên tập thể hoặc họ và tên cá nhân, đúng như trong đơn vị")
    danh_xung: Chu | None = Field(default=None, description="«đồng chí … , Phó Chủ tịch»")
    diem: tuple[DiemGoiY, ...] = Field(description="Các điểm gợi ý")


class DauVanBan(Model):
    """Number, date, addressees and signer of a document made from a unit's data."""

    co_quan: CoQuan | None = Field(default=None, description="Cơ quan ban hành")
    so: So | None = Field(default=None, description="Số văn bản")
    ngay: Ngay | None = Field(default=None, description="Ngày ký")
    kinh_gui: tuple[Chu, ...] = Field(default=(), description="Nơi kính gửi")
    can_cu: tuple[Chu, ...] = Field(default=(), description="Các căn cứ")
    noi_nhan: tuple[Chu, ...] = Field(default=(), description="Nơi nhận")
    ky: Ky | None = Field(default=None, description="Người ký")


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
    """A row of the plan to mend weaknesses."""

    han_che: Chu = Field(description="Hạn chế, khuyết điểm")
    bien_phap: Chu = Field(description="Nhiệm vụ, giải pháp")
    phu_trach: Chu = Field(description="Cá nhân, tập thể phụ trách")
    phoi_hop: Chu | None = Field(default=None, description="Phối hợp, theo dõi")
    thoi_han: Chu = Field(description="Thời hạn hoàn thành")


class KeHoachKhacPhuc(DauVanBan):
    """The plan to mend weaknesses after the review."""

    viec: tuple[ViecKhacPhuc, ...] = Field(description="Các việc phải khắc phục")


class XepLoaiLai(DauVanBan):
    """A decision to rate again (QĐ 366 Điều 13, 15.3)."""

    doi_tuong: Chu = Field(description="Tổ chức đảng hoặc đảng viên được xếp loại lại")
    van_ban_cu: Chu = Field(description="Quyết định, thông báo kết quả cũ: số, ngày")
    muc_cu: Chu = Field(description="Mức đã xếp loại")
    muc_moi: Chu = Field(description="Mức xếp loại lại")
    ly_do: Chu = Field(description="Lý do")


class KetQuaXepLoai(Model):
    """Heads of the two documents that make the ratings known."""

    quyet_dinh: DauVanBan | None = Field(default=None, description="Quyết định xếp loại")
    thong_bao: DauVanBan | None = Field(default=None, description="Thông báo kết quả")


class DonViNam(Model):
    """A unit's year, everything its review documents are made from."""

    loai: Literal["don-vi"] = Field(description="Loại tệp: một đơn vị")
    don_vi: DonVi = Field(description="Đơn vị")
    dia_danh: Chu | None = Field(default=None, description="Địa danh, nếu khác dot.yaml")
    ky: Ky | None = Field(default=None, description="Người ký mặc định của đơn vị")
    noi_nhan: tuple[Chu, ...] = Field(default=(), description="Nơi nhận mặc định của đơn vị")
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
    ngay_nop_ho_so: Ngay | None = Field(default=None, description="Ngày nộp hồ sơ lên cấp trên")
    han_che_ky_truoc: dict[str, tuple[Chu, ...]] = Field(
        default_factory=dict,
        description="Hạn chế đã chỉ ra kỳ trước, theo tên tập thể hoặc họ tên cá nhân",
    )
    noi_troi: Chu | None = Field(
        default=None, description="Quyết định công nhận thành tích nổi trội (tỉ lệ xuất sắc 25%)"
    )
