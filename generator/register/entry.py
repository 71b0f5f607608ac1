"""A line of the register."""

from dataclasses import dataclass
from enum import StrEnum


class TrangThai(StrEnum):
    """The state of a number: held, given, cancelled."""

    GIU = "giu"
    CAP = "cap"
    HUY = "huy"


NAMES = {
    TrangThai.GIU: "đang giữ, chưa ghi vào văn bản",
    TrangThai.CAP: "đã cấp",
    TrangThai.HUY: "đã hủy",
}
"""Shown to the clerk."""


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A number with what the paper register records of its document.

    `ngay` is an ISO date or empty; `tep` the document's file relative to the folder above the
    register's, `muc` the document's path in it («goi_y.0»); both are empty for a number imported
    from paper.
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
    """A range of numbers given outside of this register, and the reason."""

    loai: str
    ky: str
    tu: int
    den: int
    ly_do: str = ""
