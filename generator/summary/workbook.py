"""Writes the summaries of a campaign as an Excel workbook, one sheet per table of the papers."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from generator.files.workbook import Book, Columns, height
from generator.papers.form_6f import Bieu6FIn
from generator.papers.rating_lists import DuocXepLoaiIn, HangTongHopIn, TenMucIn
from generator.papers.suggested_counts import Bieu6FRow
from generator.summary.summed_up import Summary

Row = Sequence[object]

_LISTED = (
    ("TT", 6), ("Tập thể, họ và tên", 30), ("Ngày sinh", 12), ("Chức vụ", 28), ("Đơn vị", 30),
    ("Tự nhận", 18), ("Công chức, viên chức", 18), ("Chi bộ đề xuất", 18),
    ("Cấp có thẩm quyền", 18), ("Điểm", 8), ("Ghi chú", 24),
)  # fmt: skip
_FORM_6F = (
    ("TT", 6), ("Nội dung", 62), ("Tập thể", 10), ("Đảng viên", 10), ("Ghi chú", 30),
)  # fmt: skip
_LEFT_OUT = (("TT", 6), ("Họ và tên", 30), ("Ngày sinh", 12), ("Chi bộ", 40), ("Lý do", 50))
_NOTICED = (
    ("TT", 6), ("Tập thể, họ và tên", 32), ("Chức vụ, đơn vị", 60),
    ("Mức xếp loại chất lượng", 32),
)  # fmt: skip


def workbook(summary: Summary, draft: Sequence[str] = ()) -> bytes:
    """Write the printed values of all summaries as a workbook.

    Args:
        summary: the values of the Word papers; numbers and shares become Excel numbers.
        draft: the lines that say that it is a draft and why; none if it is not.

    Returns:
        The bytes of the `.xlsx`, the same for the same summary; sealed like a document, so that
        later edits are detected.
    """
    made = _Sheets(summary.tong_hop["chua_gom"], draft)
    main = summary.tong_hop
    groups = _counted("Đối tượng", main["ten_muc"])
    made.add("Theo đối tượng", groups, map(_count, main["tong_hop"]))
    for table in main["theo_don_vi"]:
        columns = _counted(table["ten"], main["ten_muc"])
        made.add(table["ten"], columns, map(_count, table["hang"]), _count(table["tong"]))
    made.add("Danh sách xếp loại", _LISTED, map(_listed, main["hang"]), filtered=True)
    made.add("Biểu 6F", _FORM_6F, form_6f_rows(summary.bieu_6f))
    made.add(
        "Chưa kiểm điểm, xếp loại",
        _LEFT_OUT,
        map(_left_out, summary.chua_kiem_diem["hang"]),
        filtered=True,
    )
    if notice := summary.thong_bao:
        made.add("Thông báo - số liệu", groups, map(_count, notice["tong_hop"]))
        noticed = (*notice["tap_the"], *notice["ca_nhan"])
        made.add("Thông báo - danh sách", _NOTICED, map(_noticed, noticed), filtered=True)
    return made.book.bytes()


class _Sheets:
    """The sheets of one workbook; a note below each table says what is wrong or not counted."""

    def __init__(self, missing: str, draft: Sequence[str]) -> None:
        self.book = Book()
        self._missing = "\n".join((*draft, *([missing] if missing else [])))
        self._mark = f"{draft[0]} - " if draft else ""
        self._total = self.book.book.add_format({"bold": True, "border": 1, "text_wrap": True})

    def add(
        self,
        name: str,
        columns: Columns,
        rows: Iterable[Row],
        total: Row = (),
        *,
        filtered: bool = False,
    ) -> None:
        sheet = self.book.sheet(name, columns)
        sheet.set_header(f"&C{self._mark}{name}")
        sheet.set_footer("&C&P/&N")
        widths = [width for _, width in columns]

        def write(number: int, row: Row, form: Any) -> None:
            sheet.set_row(number, height(zip(map(str, row), widths, strict=True)))
            for column, value in enumerate(row):
                self.book.write(sheet, number, column, value, form)

        last = 0
        for last, row in enumerate(rows, 1):
            write(last, row, self.book.plain)
        if last and filtered:
            sheet.autofilter(0, 0, last, len(columns) - 1)
        if total:
            last += 1
            write(last, total, self._total)
        if self._missing:
            whole = sum(width for _, width in columns)
            sheet.set_row(last + 1, height([(self._missing, whole)]))
            sheet.merge_range(
                last + 1, 0, last + 1, len(columns) - 1, self._missing, self.book.plain
            )


def _counted(first: str, levels: TenMucIn) -> Columns:
    columns = [(first, 44), ("Tổng số", 10)]
    for name in levels.values():
        columns += [(str(name), 14), ("Tỉ lệ (%)", 10)]
    return [*columns, ("Chưa xếp loại", 12)]


def _count(row: HangTongHopIn) -> Row:
    return (
        row["ten"], row["tong"],
        row["hoan_thanh_xuat_sac"], number(row["ti_le_xuat_sac"]),
        row["hoan_thanh_tot"], number(row["ti_le_tot"]),
        row["hoan_thanh"], number(row["ti_le_hoan_thanh"]),
        row["khong_hoan_thanh"], number(row["ti_le_khong"]),
        row["chua_xep_loai"],
    )  # fmt: skip


def number(text: str) -> float | str:
    """Convert a printed number («16,7») to a float; return any other text unchanged."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return text


def day(text: str) -> dt.date | str:
    """Convert a printed date («20/6/1946») to a date; return any other text unchanged."""
    try:
        return dt.datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return text


def _listed(row: DuocXepLoaiIn) -> Row:
    return (
        int(row["tt"]),
        row["ten"],
        day(row["ngay_sinh"]),
        row["chuc_vu"],
        row["don_vi"],
        row["tu_nhan"],
        row["cong_chuc"],
        row["chi_bo"] or row["chi_uy"],
        row["quyet_dinh"],
        number(row["diem"]),
        row["ghi_chu"],
    )


def _left_out(row: DuocXepLoaiIn) -> Row:
    return int(row["tt"]), row["ten"], day(row["ngay_sinh"]), row["don_vi"], row["ghi_chu"]


def _noticed(row: DuocXepLoaiIn) -> Row:
    return int(row["tt"]), row["ten"], row["chuc_vu_don_vi"], row["quyet_dinh"]


def form_6f_rows(form: Bieu6FIn) -> list[Row]:
    """Return the rows of Biểu số 6F-BTCTW in the words and order of the form."""

    def both(mark: str, text: str, counts: Bieu6FRow) -> Row:
        return mark, text, counts["tap_the"], counts["dang_vien"], ""

    what = "kiểm điểm tự phê bình và phê bình"
    return [
        both("1", f"Số lượng thuộc đối tượng phải {what}", form["phai_kiem_diem"]),
        both("2", f"Số lượng đã {what}", form["da_kiem_diem"]),
        (*both("3", f"Số lượng chưa {what}", form["chua_kiem_diem"])[:-1], form["ly_do_khac"]),
        ("", "Trong đó:", "", "", ""),
        ("3.1", "Số tập thể thành lập mới", form["moi_thanh_lap"], "", ""),
        ("3.2", "Đảng viên mới kết nạp dưới 6 tháng", "", form["moi_ket_nap"], ""),
        ("", "Đảng viên được miễn công tác và sinh hoạt đảng", "", form["mien_sinh_hoat"], ""),
        ("", "Đảng viên bị đình chỉ sinh hoạt đảng", "", form["dinh_chi"], ""),
        (*both("4", "Số được gợi ý kiểm điểm", form["duoc_goi_y"])[:-1], form["chua_ro_dien"]),
        ("", "Trong đó:", "", "", ""),
        *((each["so"], each["ten"], each["tap_the"], each["dang_vien"], "")
          for each in form["goi_y_theo_cap"]),
    ]  # fmt: skip
