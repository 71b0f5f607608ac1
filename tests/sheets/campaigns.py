"""Campaigns written for the tests of the Excel way, and workbooks edited as a clerk would."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from generator.reading.load import Campaign, read_campaign
from generator.sheets.exporting import exported
from generator.sheets.importing import Imported, looked_into
from generator.sheets.layout import sheets
from generator.sheets.outgoing import columns

DOT = """\
# Đợt của năm 2026.
ten: Kiểm điểm năm 2026
nam: 2026
co_quan: {ten: Đảng ủy xã Lộc Hà, cap_tren: Đảng bộ tỉnh Hà Tĩnh, ky_hieu: ĐU}
dia_danh: Lộc Hà
thoi_han:
  - {viec: Gửi hồ sơ, ngay: 20/12/2026}
mac_dinh:
  vai_tro: ngoai_he_thong
  noi_cu_tru: {xa: Xã Lộc Hà, chi_bo: Chi bộ thôn Đông}
"""

UNIT = """\
# Chi bộ này có hai người trùng tên.
loai: don-vi
don_vi: {{ma: thon-{n}, ten: Chi bộ thôn {n}, loai: chi_bo, cap_tren: Đảng bộ xã Lộc Hà}}
tap_the:
  - ten: Chi ủy Chi bộ thôn {n}   # ba người
    xep_loai: {{tu_nhan: Hoàn thành tốt nhiệm vụ}}
ca_nhan:
{people}
hoi_nghi:
  - ten: Hội nghị kiểm điểm Chi bộ thôn {n}
    ngay: 04/12/2026
    trieu_tap: 8
    co_mat: 8
    chu_tri: {{ho_ten: Lê Thị Hạnh}}
    thu_ky: {{ho_ten: Trần Văn Bền}}
"""


def person(number: int) -> str:
    return (
        f"  - ho_ten: {name(number)}   # người thứ {number}\n"
        f"    ngay_sinh: {1 + number % 28:02}/{1 + number % 12:02}/{1950 + number % 50}\n"
        f"    chuc_vu: {{dang: Đảng viên}}\n"
        f"    cham_diem: {{chung: 25, nhiem_vu: 60}}\n"
        f"    xep_loai: {{tu_nhan: Hoàn thành tốt nhiệm vụ, chi_bo: hoan_thanh_tot}}\n"
    )


def name(number: int) -> str:
    first = ("An", "Bình", "Cúc", "Dung", "Giang", "Hà", "Khánh", "Lan", "Minh", "Nga")
    middle = ("Văn", "Thị", "Đức", "Hữu", "Ngọc")
    family = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi")
    return f"{family[number % 8]} {middle[number // 8 % 5]} {first[number // 40 % 10]}"


def written(folder: Path, units: int = 2, people: int = 4) -> Path:
    """Write a campaign; return its folder."""
    (folder / "don-vi").mkdir(parents=True)
    (folder / "dot.yaml").write_text(DOT, "utf-8")
    for n in range(1, units + 1):
        its = "".join(person(n * 400 + each) for each in range(people))
        path = folder / "don-vi" / f"thon-{n}.yaml"
        path.write_text(UNIT.format(n=n, people=its.rstrip("\n")), "utf-8")
    return folder


def read(folder: Path) -> Campaign:
    campaign = read_campaign(folder)
    assert campaign.dot is not None
    return campaign


def given_out(folder: Path, to: Path) -> Path:
    """Give a campaign out as a workbook."""
    to.write_bytes(exported(read(folder)))
    return to


class Clerk:
    """A clerk with the workbook open: cells by sheet, by the row's name, by the head of a column."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book: Any = load_workbook(io.BytesIO(path.read_bytes()))

    def row(self, sheet: str, who: str) -> int:
        """Return the first row in which a cell says this."""
        for row in self.book[sheet].iter_rows(min_row=2):
            if any(cell.value == who for cell in row):
                return int(row[0].row)
        raise AssertionError(who)

    def column(self, sheet: str, head: str) -> int:
        return next(int(cell.column) for cell in self.book[sheet][1] if cell.value == head)

    def write(self, sheet: str, who: str | int, head: str, value: object) -> str:
        """Type into a cell; return its name («C5»)."""
        row = who if isinstance(who, int) else self.row(sheet, who)
        cell = self.book[sheet].cell(row, self.column(sheet, head))
        cell.value = value
        return str(cell.coordinate)

    def add(self, sheet: str, values: Mapping[str, object]) -> int:
        """Type a line below the last one; return its row."""
        row = int(self.book[sheet].max_row) + 1
        for head, value in values.items():
            self.write(sheet, row, head, value)
        return row

    def delete(self, sheet: str, who: str) -> None:
        self.book[sheet].delete_rows(self.row(sheet, who))

    def saved(self) -> Path:
        self.book.save(self.path)
        return self.path


def heads(code: str) -> list[str]:
    return [cot.dau for cot in columns(sheets()[code])]


def taken(file: Path, folder: Path, **how: Any) -> Imported:
    """Look into a workbook as the command does."""
    return looked_into(file, read(folder), **how)
