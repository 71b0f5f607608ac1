"""Registers as offices keep them in Excel."""

from dataclasses import dataclass

from tests.opening import workbooks

HEAD = ["Số", "Ngày", "Trích yếu", "Nơi nhận", "Người ký", "Số bản", "Ghi chú"]
SHEET = "Công văn 2025-2030"


@dataclass
class Sheet(workbooks.Sheet):
    """A sheet of a register, whose name says its series."""

    name: str = SHEET


def line(so: object = 1, day: object = "05/01/2026", what: object = "V/v A") -> list[object]:
    return [so, day, what, "Tỉnh ủy", "Bí thư", 3, None]
