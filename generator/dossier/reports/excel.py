"""The result of a check as an Excel workbook."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from generator.dossier.reports.marks import counted
from generator.dossier.results import CheckedCampaign, UnitResult
from generator.files.workbook import Book
from generator.model.verdict import GOOD, TEN, Ket
from generator.wording.dates import short_date

_ALL = (
    ("Đơn vị", 20),
    ("Mục", 6),
    ("Thành phần hồ sơ", 30),
    ("Đối tượng", 20),
    ("Văn bản (mỗi văn bản một dòng)", 24),
    ("Kết quả", 12),
    ("Lý do, việc cần làm", 30),
    ("Hạn", 11),
    ("Quá hạn", 6),
    ("Số bộ", 5),
    ("Chứng cứ", 40),
    ("Tệp", 40),
    ("Căn cứ", 40),
)
_PRINTED = 10
"""Number of printed columns; the rest is for the screen, as all together would be unreadable."""
_BY_UNIT = (
    ("Đơn vị (đếm mục, từng đối tượng)", 36),
    *((TEN[ket].capitalize(), 10) for ket in Ket),
    ("Cộng", 8),
    ("Đủ hồ sơ", 10),
    ("Hạn", 11),
    ("Ngày nộp", 11),
)
_UNJUDGED = "chưa kiểm tra được"
_LOOSE = (("Đơn vị", 36), ("Tệp", 60), ("Vì sao", 70))

_RESULT = 5
_FILLS: dict[str, str] = {
    TEN[Ket.CO]: "#E2F0D9",
    TEN[Ket.THIEU]: "#F8CBAD",
    TEN[Ket.KHONG_AP_DUNG]: "#EDEDED",
    TEN[Ket.SAI_MAU]: "#E4C7F0",
    TEN[Ket.CHUA_KY]: "#FFE699",
    TEN[Ket.THIEU_BAN]: "#FFE699",
    TEN[Ket.NOP_MUON]: "#DDEBF7",
    TEN[Ket.CAN_XEM_LAI]: "#D9F2F2",
}


def workbook(campaign: CheckedCampaign, units: Sequence[UnitResult]) -> bytes:
    """Write all results, those not satisfied, counts by unit, and files that satisfy no item.

    Args:
        campaign: the checked campaign.
        units: the results.

    Returns:
        The bytes of the `.xlsx`; each verdict is written as a word, colours only support it.
    """
    book = Book()
    fills = {
        word: book.book.add_format(
            {"border": 1, "text_wrap": True, "valign": "top", "bg_color": colour}
        )
        for word, colour in _FILLS.items()
    }

    def style(row: Sequence[object], column: int) -> Any:
        return fills.get(str(row[_RESULT])) if column == _RESULT else None

    rows = [row for unit in units for row in _rows(unit)]
    _listed(book, "Tất cả", rows, style)
    good = {TEN[ket] for ket in GOOD}
    lacking = (row for row in rows if row[_RESULT] not in good)
    _listed(book, "Còn thiếu", lacking, style)
    _by_unit(book, campaign, units)
    loose = ((unit.ten, each.tep, each.ly_do) for unit in units for each in unit.tep_thua)
    book.rows(book.sheet("Tệp chưa xếp", _LOOSE), loose)
    return book.bytes()


def _listed(
    book: Book, name: str, rows: Iterable[Sequence[object]], style: Callable[..., Any]
) -> None:
    sheet = book.sheet(name, _ALL)
    sheet.print_area(0, 0, book.rows(sheet, rows, style), _PRINTED - 1)


def _rows(unit: UnitResult) -> Iterator[tuple[object, ...]]:
    for each in unit.verdicts:
        for part in each.phan:
            files = "\n".join(dict.fromkeys(found.tep for found in part.chung_cu if found.tep))
            proof = "\n".join(dict.fromkeys(found.noi_dung for found in part.chung_cu))
            yield (
                unit.ten,
                each.muc,
                each.ten,
                each.doi_tuong,
                part.ten,
                TEN[part.ket],
                "; ".join(filter(None, (part.ly_do, part.viec))),
                each.han or "",
                "có" if each.qua_han and part.ket not in GOOD else "",
                each.so_bo,
                proof,
                files,
                each.can_cu,
            )


def _by_unit(book: Book, campaign: CheckedCampaign, units: Iterable[UnitResult]) -> None:
    sheet = book.sheet("Theo đơn vị", _BY_UNIT)
    totals: Counter[Ket] = Counter()

    def rows() -> Iterator[tuple[object, ...]]:
        for unit in units:
            counts = counted(unit.verdicts)
            totals.update(counts)
            yield (
                unit.ten,
                *(counts[ket] for ket in Ket),
                sum(counts.values()),
                _state(unit),
                unit.han or "",
                campaign.handed_in(unit) or "",
            )

    count = book.rows(sheet, rows())
    last = count + 1
    sheet.write(last, 0, "Cộng", book.head)
    for column, number in enumerate([*(totals[ket] for ket in Ket), sum(totals.values())], 1):
        letter = chr(ord("A") + column)
        formula = f"=SUBTOTAL(9,{letter}2:{letter}{last})" if count else "=0"
        sheet.write_formula(last, column, formula, book.head, number)
    sheet.write(last + 2, 0, f"{campaign.ten}, tính đến ngày {short_date(campaign.tinh_den)}")
    sheet.write(last + 3, 0, f"Theo {campaign.trich_dan}")


def _state(unit: UnitResult) -> str:
    return "có" if unit.is_complete() else "chưa" if unit.verdicts else _UNJUDGED
