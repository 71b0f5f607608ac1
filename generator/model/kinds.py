"""Kinds of paper: an entry of the catalogue contains everything the program knows of a kind.

`loai-van-ban` is a kind of letter, `loai-giay-to` a paper of a unit's year, of a check, of a pack
or of a campaign. Shipped kinds are in `regulations/loai/`; an office adds its own in `loai/` of its
campaign folder.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.base import Model
from generator.model.fields import Chu, CoKhong, Nguon

CUA_CO_QUAN = "Đ: mẫu của cơ quan"
"""The source mark of a kind added by an office; never that of a regulation."""

MaLoai = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
"""The code of a kind: «cong-van», «bien-ban-hoi-nghi»."""

TenMau = Annotated[
    str, StringConstraints(pattern=r"^[^./\\:][^/\\:]*(/[^./\\:][^/\\:]*)*$", max_length=120)
]
"""The name of a Word template below a template folder, without «.docx»: «ho-so/goi-y»."""

BoCuc = Literal["cong-van", "ten-loai", "quyet-dinh", "sao"]
"""The layout family of a letter. `cong-van`: no name of the kind, trích yếu below the number;
`ten-loai`: name and trích yếu centred; `quyet-dinh`: with căn cứ and điều; `sao`: a copy."""

VeAi = Literal[
    "tap_the",
    "ca_nhan",
    "kiem_diem",
    "quy",
    "hoi_nghi",
    "goi_y",
    "xep_loai_lai",
    "cac_ca_nhan",
    "don_vi",
    "kiem_tra",
    "goi",
    "dot",
]
"""The subject of one paper of a kind: each collective, person, review (of a collective or person),
quarter of a person, meeting, gợi ý, decision on a new rating; the persons of a unit as a list; the
unit. `kiem_tra`, `goi`, `dot`: papers of a check, a pack, a whole campaign."""

HoanTat = Literal[
    "so_va_ngay", "ngay_va_nguoi_ky", "xac_nhan", "nhan_xet", "khong_cho_trong", "khong"
]  # fmt: skip
"""What a finished paper must have besides its text: number and date; date and signer; date and
confirmations of superiors; date of the comment of the place of residence; no blank to be filled in
by hand; nothing."""


class ThanhPhan(Model):
    """The position of a form or paper among its like, and the number of printed copies.

    `muc` only orders papers of which the checklist says nothing: the number that a paper shows is
    that of its item of the checklist (`papers.numbering`).
    """

    muc: Annotated[str, StringConstraints(pattern=r"^\d{1,2}(\.\d{1,2}){0,2}$")] = Field(
        description="Thứ tự giữa các giấy tờ lúc in: «3.1»; đầu tên tệp là số của danh mục hồ sơ"
    )
    so_ban: Annotated[int, Field(ge=1, le=99)] = Field(default=1, description="Số bản in")
    nguon: Nguon = Field(default=CUA_CO_QUAN, description="Dấu nguồn")


class DauVanBanLoai(Model):
    """The letter head of a paper that has its own number."""

    loai: MaLoai = Field(description="Loại văn bản, cho ký hiệu và dãy số: «cong-van»")
    trich_yeu: Chu = Field(
        description="Trích yếu; {nam}, {ten}, {doi_tuong} được thay bằng giá trị của đơn vị"
    )
    ban_hanh: Literal["don_vi", "dot", "tap_the"] = Field(
        default="don_vi", description="Ai ban hành khi dữ liệu không ghi cơ quan"
    )
    neu_can_cu: CoKhong = Field(
        default=False,
        description="có: không ghi can_cu thì nêu quy định, hướng dẫn của chế độ kiểm điểm",
    )
    ghi_o: Chu | None = Field(
        default=None, description="Khoá của đơn vị giữ số, ngày: «ket_qua.quyet_dinh»"
    )
    nhu_dieu: Chu | None = Field(
        default=None,
        description="Dòng đầu của Nơi nhận khi dữ liệu không ghi nơi nhận riêng: «Như Điều 2»",
    )


class LoaiGiayTo(Model):
    """A kind of paper of a unit's year, of a check, of a pack or of a campaign."""

    loai: Literal["loai-giay-to"] = Field(description="Loại tệp: một loại giấy tờ")
    ma: MaLoai = Field(description="Mã, trùng tên tệp: «cam-ket»")
    ten: Chu = Field(description="Tên giấy tờ: «Cam kết tu dưỡng»")
    cho: VeAi = Field(description="Mỗi giấy về ai: ca_nhan, tap_the, hoi_nghi, don_vi…")
    dieu_kien: Chu | None = Field(
        default=None, description="Chỉ lập khi đúng điều kiện này: «dang_vien và không mien_213»"
    )
    bieu_mau: CoKhong = Field(
        default=False, description="có: là biểu mẫu của chế độ kiểm điểm, chế độ cho mã và mẫu Word"
    )
    mau: TenMau | None = Field(default=None, description="Tên mẫu Word, không có đuôi .docx")
    soan: MaLoai | None = Field(
        default=None, description="Mã phần chương trình tính các giá trị; để trống thì in dữ liệu"
    )
    ten_tep: Chu | None = Field(
        default=None, description="Tên tệp; {ma}, {ten}, {quy}, {thu_tu} được thay bằng giá trị"
    )
    thanh_phan: ThanhPhan | None = Field(default=None, description="Vị trí trong hồ sơ, số bản in")
    hoan_tat: HoanTat = Field(description="Giấy đã xong phải có gì: so_va_ngay, khong…")
    van_ban: DauVanBanLoai | None = Field(
        default=None, description="Đầu văn bản, nếu giấy tờ mang số riêng"
    )
    ghi_chu: Chu | None = Field(
        default=None, description="Điều cần biết về mẫu; in ra khi hỏi kiemdiem explain"
    )
    du_noi_dung: CoKhong = Field(
        default=False, description="có: chỉ in khi đủ nội dung (trừ bản để trống)"
    )
    neu_muc: CoKhong = Field(default=False, description="có: công bố mức xếp loại")
    doc_lai: CoKhong = Field(
        default=False, description="có: bản Word người ta điền rồi gửi về được đọc lại vào dữ liệu"
    )
    nguon: Nguon = Field(default=CUA_CO_QUAN, description="Dấu nguồn")


class LoaiVanBan(Model):
    """A kind of letter.

    Name and symbol by date come from the thể thức packs; `ten` and `ky_hieu` are used if no pack
    has them. A kind without `mau` can be numbered but not composed.
    """

    loai: Literal["loai-van-ban"] = Field(description="Loại tệp: một loại văn bản")
    ma: MaLoai = Field(description="Mã, trùng tên tệp, là «loai» của văn bản: «ket-luan»")
    ten: Chu = Field(description="Tên loại: «Kết luận»")
    bo_cuc: BoCuc = Field(description="Bố cục: cong-van, ten-loai, quyet-dinh, sao")
    mau: TenMau | None = Field(default=None, description="Tên mẫu Word, không có đuôi .docx")
    ky_hieu: Chu | None = Field(default=None, description="Ký hiệu loại: «KL»")
    day_so: MaLoai | None = Field(
        default=None, description="Loại có chung dãy số; để trống: dãy số riêng"
    )
    can_kinh_gui: CoKhong = Field(default=False, description="có: phải có Kính gửi")
    in_trich_yeu: CoKhong = Field(
        default=True, description="không: trích yếu chỉ ghi vào sổ, không in (giấy giới thiệu…)"
    )
    in_so: CoKhong = Field(default=True, description="không: không có số và ký hiệu (thư công)")
    can_noi_nhan: CoKhong = Field(
        default=True, description="không: chỉ in Nơi nhận ghi ở chính văn bản (biên bản)"
    )
    loi_quyet: Chu | None = Field(
        default=None, description="Dòng giữa căn cứ và nội dung: «QUYẾT NGHỊ:»"
    )
    nguon: Nguon = Field(default=CUA_CO_QUAN, description="Dấu nguồn")


Kind = LoaiVanBan | LoaiGiayTo
