"""The campaign (`dot.yaml`): the year, the issuing body and values shared by its documents."""

from typing import Any, Literal

from pydantic import Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from generator.model.acknowledged import CoChapNhan
from generator.model.base import Model
from generator.model.fields import CacNoiNhan, Chu, CoKhong, Nam, Ngay, SoDiem, TenNhiemKy
from generator.model.kinds import Kind, MaLoai
from generator.model.person import MacDinh

DATA_VERSION = 1
"""The version of what data files mean; a program refuses a campaign of a later one."""


class NhiemKy(Model):
    """A term of a committee and the event that began it; numbers restart at 01 in each term."""

    ten: TenNhiemKy = Field(description="Nhiệm kỳ: «2025-2030»")
    be_mac_dai_hoi: Ngay | None = Field(default=None, description="Ngày bế mạc đại hội")
    hoi_nghi_dau: Ngay | None = Field(
        default=None,
        description="Ngày khai mạc hội nghị cấp ủy lần thứ nhất, nếu họp trong thời gian đại hội",
    )
    chi_dinh_tu: Ngay | None = Field(
        default=None,
        description="Ngày quyết định chỉ định cấp ủy có hiệu lực, nếu chỉ định trước đại hội",
    )


class CoQuan(Model):
    """The body that issues a document; names are written as in a sentence, not in capitals."""

    ten: Chu = Field(description="Tên cơ quan ban hành, viết thường: «Thành ủy Hà Tĩnh»")
    cap_tren: Chu | None = Field(
        default=None, description="Dòng cấp trên ở góc trái: «Đảng bộ tỉnh Hà Tĩnh»"
    )
    khoi: Literal["dang", "nha_nuoc"] = Field(
        default="dang", description="dang: thể thức văn bản của Đảng; nha_nuoc: Nghị định 30/2020"
    )
    ky_hieu: Chu | None = Field(
        default=None, description="Ký hiệu cơ quan trong số ký hiệu: TU, ĐU, VPĐU, UBND…"
    )
    chu_the: Chu | None = Field(
        default=None, description="Chủ thể ra văn bản: «Ban Thường vụ Thành ủy»"
    )
    nhiem_ky: tuple[NhiemKy, ...] = Field(
        default=(), description="Các nhiệm kỳ, để lấy số văn bản đi"
    )


class Ky(Model):
    """The signer: one line of authority (or none), position, name."""

    @model_validator(mode="before")
    @classmethod
    def _one(cls, value: Any) -> Any:
        """Reject a list of signers: the others have a key of their own, `cung_ky`."""
        if isinstance(value, list | tuple) and len(value) > 1:
            raise PydanticCustomError("KD235", "several signers", {"so": len(value)})
        if isinstance(value, list | tuple) and value and isinstance(value[0], dict):
            return value[0]
        return value

    quyen_han: Chu | None = Field(
        default=None,
        description="Quyền hạn ký: «T/M Ban Thường vụ», «K/T Trưởng Ban», «T/L Ban Thường vụ»",
    )
    chuc_vu: Chu | None = Field(
        default=None, description="Chức vụ người ký: «Phó Bí thư», «Q. Trưởng Ban»"
    )
    kiem: Chu | None = Field(
        default=None, description="Chức vụ kiêm, khi ban không có con dấu: «Trưởng Ban Chỉ đạo»"
    )
    ho_ten: Chu | None = Field(
        default=None, description="Họ và tên, không ghi học hàm, học vị, quân hàm"
    )


class ThoiHan(Model):
    """A deadline of the campaign; `ngay` itself is already late («trước ngày»)."""

    viec: Chu = Field(description="Việc phải xong")
    ngay: Ngay = Field(description="Thời hạn «trước ngày …»: đến đúng ngày này là muộn")
    ap_dung: Chu | None = Field(default=None, description="Ai phải làm")
    gui_ve: Chu | None = Field(default=None, description="Nơi nhận hồ sơ")
    qua: Chu | None = Field(default=None, description="Gửi qua cơ quan nào")
    nguon: Chu | None = Field(default=None, description="Văn bản nêu thời hạn")


class Dot(CoChapNhan):
    """`dot.yaml`: values common to all files of one campaign folder."""

    ten: Chu = Field(description="Tên đợt kiểm điểm")
    nam: Nam = Field(description="Năm kiểm điểm")
    co_quan: CoQuan = Field(description="Cơ quan ban hành văn bản của đợt")
    dia_danh: Chu | None = Field(default=None, description="Địa danh ghi trước ngày ký")
    noi_nhan: CacNoiNhan = Field(default=(), description="Nơi nhận mặc định")
    ky: Ky | None = Field(default=None, description="Người ký mặc định")
    thoi_han: tuple[ThoiHan, ...] = Field(default=(), description="Các thời hạn của đợt")
    giu_nguyen_dau_cau: CoKhong = Field(
        default=False,
        description="có: dấu cuối mục của Kính gửi, Nơi nhận, căn cứ, nội dung in đúng như đã gõ",
    )
    mac_dinh: MacDinh = Field(
        default_factory=MacDinh, description="Điều chung của mọi cá nhân trong đợt"
    )
    phan_bo_diem: dict[str, dict[str, SoDiem]] = Field(
        default_factory=dict,
        description="Điểm tối đa từng tiêu chí do cấp ủy phân bổ: {pl4: {I.1: 12, I.2: 12, …}}",
    )
    so_van_ban: Chu | None = Field(
        default=None,
        description="Thư mục giữ sổ văn bản đi; mặc định: so-van-ban/ bên cạnh thư mục của đợt",
    )
    danh_muc: Chu | None = Field(
        default=None,
        description="Danh mục hồ sơ: tên tệp trong danh-muc/ của đợt hoặc đi kèm chương trình",
    )
    lap_them: tuple[MaLoai, ...] = Field(
        default=(),
        description="Giấy tờ chỉ lập khi ghi ở đây, theo mã: [cam-ket-tu-duong, bo-sung-ho-so]",
    )
    cot: dict[str, Chu] = Field(
        default_factory=dict,
        description="Cột của danh sách Excel nơi khác: đầu cột và khoá của nó, khong là không lấy: "
        "{Ngày tháng năm sinh: ca_nhan.ngay_sinh, Số thẻ: khong}",
    )
    che_do: dict[str, Any] = Field(
        default_factory=dict,
        description="Giá trị riêng của cấp ủy, đè lên quy định kiểm điểm chung",
    )
    the_thuc: dict[str, Any] = Field(
        default_factory=dict,
        description="Giá trị thể thức riêng của cơ quan, đè lên gói thể thức chung",
    )
    phien_ban: int = Field(
        default=DATA_VERSION,
        description="Phiên bản dữ liệu, do kiemdiem ghi; chương trình cũ hơn thì từ chối đọc",
    )
    _loai_rieng: tuple[Kind, ...] = PrivateAttr(default=())

    @property
    def loai_rieng(self) -> tuple[Kind, ...]:
        """The kinds of paper the office added in `loai/` of the campaign folder."""
        return self._loai_rieng

    def with_kinds(self, kinds: tuple[Kind, ...]) -> "Dot":
        """Return a copy of the campaign with the office's own kinds of paper."""
        made = self.model_copy()
        made._loai_rieng = kinds  # noqa: SLF001 - a copy of its own
        return made
