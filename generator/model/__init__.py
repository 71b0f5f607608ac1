"""The domain as typed, frozen values; keys are the field's own terms (`docs/glossary.md`)."""

from generator.model.campaign import CoQuan, Dot, Ky, ThoiHan
from generator.model.letter import PhuLuc, SaoLuc, VanBan
from generator.model.unit import CaNhan, CaNhanTep, DonViNam, TapThe

__all__ = [
    "KINDS",
    "OTHER_KINDS",
    "UNIT_KINDS",
    "CaNhan",
    "CaNhanTep",
    "CoQuan",
    "DonViNam",
    "Dot",
    "Ky",
    "PhuLuc",
    "SaoLuc",
    "TapThe",
    "ThoiHan",
    "VanBan",
]

KINDS: dict[str, type[VanBan] | type[SaoLuc]] = {
    "cong-van": VanBan,
    "ke-hoach": VanBan,
    "thong-bao": VanBan,
    "bao-cao": VanBan,
    "to-trinh": VanBan,
    "quyet-dinh": VanBan,
    "sao-luc": SaoLuc,
}
"""The model of a data file by its `loai`; `dot.yaml` is known by its name."""

OTHER_KINDS = (
    "ban-ghi-nho", "ban-thoa-thuan", "bien-ban", "chi-thi", "chien-luoc", "chuong-trinh",
    "cong-dien", "de-an", "du-an", "giay-gioi-thieu", "giay-moi", "giay-nghi-phep",
    "giay-uy-quyen", "hop-dong", "huong-dan", "ket-luan", "nghi-quyet", "phieu-bao",
    "phieu-chuyen", "phieu-gui", "phuong-an", "quy-che", "quy-dinh", "quy-hoach", "thong-cao",
    "thong-tri", "tuyen-bo",
)  # fmt: skip
"""Types of documents that there are, with numbers of their own, and that no data file is for."""

UNIT_KINDS: dict[str, type[DonViNam] | type[CaNhanTep]] = {
    "don-vi": DonViNam,
    "ca-nhan": CaNhanTep,
}
"""Files below `don-vi/`: a unit's year, and a person of it in a file of their own."""
