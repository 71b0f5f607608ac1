"""What a workbook changes, as a workbook to read, filter and print."""

from generator.files.workbook import Book
from generator.sheets.importing import Imported
from generator.sheets.layout import column_of, sheets

_CHANGES = (("Việc", 18), ("Trang tính", 18), ("Ô", 8), ("Đơn vị", 26), ("Của ai", 28),
            ("Cột", 24), ("Trước", 36), ("Sau", 36))  # fmt: skip
_TOLD = (("Trang tính", 18), ("Ô", 8), ("Vì sao", 70), ("Cách sửa", 70))


def rows_of(found: Imported) -> list[tuple[str, ...]]:
    """Return what changes: what is done, sheet, cell, unit, whom, column, before, after."""
    plan = found.plan
    new = [
        ("Thêm mục", each.spot.trang, each.spot.o, each.don_vi, each.ai,
         column_of(each.loai, key).dau, "", value)
        for each in plan.moi
        for key, value in each.o.items()
    ]  # fmt: skip
    changed = [
        ("Đổi" if each.truoc and each.sau else "Bỏ giá trị" if each.truoc else "Thêm giá trị",
         each.spot.trang, each.spot.o, each.hang.don_vi, each.hang.ai, each.cot,
         each.truoc, each.sau)
        for each in plan.doi
    ]  # fmt: skip
    gone = [
        ("Không còn trong bảng", sheets()[each.loai].trang, "", each.don_vi, each.ai, "", "", "")
        for each in plan.mat
    ]
    return [*new, *changed, *gone]


def plan_book(found: Imported) -> bytes:
    """Return what a workbook changes, and what was not taken of it, as an `.xlsx`."""
    book = Book()
    book.rows(book.sheet("Thay đổi", _CHANGES), rows_of(found))
    told = [
        (each.spot.trang, each.spot.o, each.vi_sao.message, each.vi_sao.mend)
        for each in (*found.plan.told, *found.canh_bao)
    ]
    book.rows(book.sheet("Vướng mắc", _TOLD), told)
    return book.bytes()
