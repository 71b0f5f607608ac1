"""A line of the register."""

from dataclasses import dataclass
from enum import StrEnum


class TrangThai(StrEnum):
    """What became of a number."""

    GIU = "giu"
    CAP = "cap"
    HUY = "huy"


NAMES = {
    TrangThai.GIU: "đang giữ, chưa ghi vào văn bản",
    TrangThai.CAP: "đã cấp",
    TrangThai.HUY: "đã hủy",
}
"""As a clerk reads it."""


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A number with what the paper register says of its document.

    `ngay` is an ISO date or empty; `tep` the document's file as seen from the folder the register
    lies in, `muc` the way to the document inside it («goi_y.0»); both empty for a number that was
    taken over from paper.
    """

    loai: str
    ky: str
    so: int
    ngay: str = ""
    trich_yeu: str = ""
    noi_nhan: str = ""
    nguoi_ky: str = ""
    so_ban: str = ""
    ghi_chu: str = ""
    trang_thai: TrangThai = TrangThai.CAP
    tep: str = ""
    muc: str = ""


@dataclass(frozen=True, slots=True)
class OnPaper:
    """Numbers that were given outside of this register, and why it knows nothing of them."""

    loai: str
    ky: str
    tu: int
    den: int
    ly_do: str = ""
