"""The sheets of the workbook and their columns: `cot.yaml`."""

from functools import cache
from pathlib import Path
from typing import Literal

from generator.model.base import Model
from generator.model.campaign import ThoiHan
from generator.model.handed_in import NopHoSo
from generator.model.meeting import KiemPhieu
from generator.model.person import CaNhan
from generator.model.unit import TapThe
from generator.problems import DataPath
from generator.regulations.data_files import tree_of

Kieu = Literal[
    "chu", "ten", "don_vi", "chuc_vu", "ngay", "ngay_sinh", "muc", "co_khong", "chon", "dem", "diem"
]
"""What a cell of a column holds; `chuc_vu`: posts in one cell, told apart by their words."""

Dong = Literal["ca_nhan", "tap_the", "doi_tuong", "phieu", "ho_so", "thoi_han"]
"""What a row is: an item of this list; `doi_tuong`: a collective or person; `phieu`: one of them in
the count of a meeting.
"""

MODELS: dict[str, type[Model]] = {
    "ca_nhan": CaNhan, "tap_the": TapThe, "xep_loai": CaNhan, "diem": CaNhan,
    "noi_cu_tru": CaNhan, "ho_so": NopHoSo, "thoi_han": ThoiHan, "kiem_phieu": KiemPhieu,
}  # fmt: skip
"""What a row is an item of, by the code of its sheet; a collective has the same levels, points."""

UNIT = "don_vi"
"""The column that names the unit of a row."""


class Cot(Model):
    """A column: the path of its value in the row's item (`khoa`), its head, its width.

    `dau` is empty for a column that only lists of other offices have; `ten` are their heads for it.
    """

    khoa: str
    dau: str
    kieu: Kieu
    rong: int
    ten: tuple[str, ...] = ()

    @property
    def duong(self) -> DataPath:
        """The path of its value in the row's item."""
        return tuple(self.khoa.split("."))


class Trang(Model):
    """A sheet: its name as Excel shows it, what a row is, its columns in order."""

    trang: str
    dong: Dong
    cot: tuple[Cot, ...]


@cache
def sheets() -> dict[str, Trang]:
    """Return the sheets by their code, in order."""
    found = tree_of(Path(__file__).with_name("cot.yaml"))
    return {code: Trang.model_validate(each) for code, each in found.items()}


def column_keys() -> tuple[str, ...]:
    """Return the keys of all columns as `cot` of the campaign writes them: «ca_nhan.ngay_sinh»."""
    return tuple(f"{code}.{cot.khoa}" for code, each in sheets().items() for cot in each.cot)


def column_of(loai: str, khoa: str) -> Cot:
    """Return the column of a new item's value: of its own list, else of the sheet it came from.

    Args:
        loai: the code of the list («ca_nhan»), whose items have values of other sheets too.
        khoa: the key of the column.
    """
    own, *others = sorted(sheets().items(), key=lambda each: each[0] != loai)
    return next(cot for _, each in (own, *others) for cot in each.cot if cot.khoa == khoa)
