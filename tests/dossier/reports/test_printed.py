"""The reports of a check as they were read and found good, letter by letter.

A report that was changed on purpose is written anew with `python -m
tests.dossier.reports.test_printed` and read before it is kept.
"""

import datetime as dt
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from generator.dossier.reports.as_json import json_pieces
from generator.dossier.reports.excel import workbook
from generator.dossier.reports.marks import COLOURS
from generator.dossier.reports.page import page
from generator.dossier.reports.table import table
from generator.dossier.reports.word_papers import bang_kiem, don_doc, tinh_hinh_nop
from generator.dossier.results import LooseFile, UnitResult
from generator.model import Dot
from generator.model.verdict import Ket
from generator.problems import Place, problem
from tests.dossier.city import DOT
from tests.dossier.reports.test_reports import CAMPAIGN, item, part, unit

PRINTED = Path(__file__).parents[1] / "printed"
CITY = Dot.model_validate(DOT)
AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"


def units() -> list[UnitResult]:
    """Three units: one with everything a report has words for, one complete, one not judged."""
    poor = unit(
        "Hồng Sơn",
        item("1.1", AN, part(Ket.THIEU, viec="nhận từ đơn vị")),
        item("1.1", BINH, part(Ket.THIEU, viec="nhận từ đơn vị")),
        item("1.2", AN, part(Ket.SAI_MAU, ly_do="tệp là Mẫu 02A-HD KĐ.ĐG 2023")),
        item("1.2", BINH, qua_han=False),
        item("2.1", AN, part(Ket.CHUA_KY, ly_do="chưa ghi ngày"), qua_han=False),
        item("2.2", AN, part(Ket.THIEU_BAN, ly_do="mới có 1 bản, phải nộp 2 bản"), so_bo=2),
        item("2.3", AN, part(Ket.NOP_MUON), han=None, qua_han=False),
        item("3.1", "Đảng ủy", part(Ket.CAN_XEM_LAI, ly_do="ảnh", viec="mở xem"),
             part(Ket.CO, "Biểu 6A"), loai_doi_tuong="don_vi", gui_ve="Ban Tổ chức"),
        item("3.2", "Đảng ủy", part(Ket.KHONG_AP_DUNG, ly_do="không được gợi ý"),
             loai_doi_tuong="don_vi"),
        tep_thua=(LooseFile("da-nhan/hong-son/a.docx", "không nhận ra"),),
        han=dt.date(2024, 12, 7), ngay_nop=dt.date(2024, 12, 9),
        problems=(problem("KD713", Place(file="hong-son.yaml"), tep="b.docx", thu_muc="da-nhan"),),
    )  # fmt: skip
    many = unit("Nam", *(item(f"{n}.1", AN, part(Ket.THIEU)) for n in range(1, 15)),
                tep_thua=tuple(LooseFile(f"{n}.docx", "rỗng") for n in range(14)))  # fmt: skip
    return [poor, unit("Bắc", item("1.1", AN)), unit("Tây"), many]


def text() -> Iterator[str]:
    """In a narrow and a wide window, of all and of one, coloured and plain."""
    for width, found, everything in (
        (60, units(), True), (80, units(), False), (500, units()[:1], False), (10, [], True),
    ):  # fmt: skip
        yield from table(CAMPAIGN, found, width, lambda t, _: t, everything=everything)
        yield "=" * 20
    yield from table(CAMPAIGN, units()[1:2], 80, lambda t, ket: f"<{COLOURS[ket]}>{t}</>")


def sheets() -> Iterator[str]:
    """Every cell with its colour and border, the widths and heights, filter, head and print."""
    for found in (units(), []):
        for sheet in openpyxl.load_workbook(io.BytesIO(workbook(CAMPAIGN, found))):
            yield f"# {sheet.title} {sheet.freeze_panes} {sheet.auto_filter.ref} {_page(sheet)}"
            yield " ".join(str(sheet.column_dimensions[c[0].column_letter].width)
                           for c in sheet.columns)  # fmt: skip
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is not None:
                        look = (cell.fill.fgColor.rgb, cell.font.b, cell.alignment.wrap_text,
                                cell.border.top.style, cell.alignment.vertical)  # fmt: skip
                        yield f"{cell.coordinate} {look} {cell.value!r}"
                yield f"  {sheet.row_dimensions[row[0].row].height}"


def _page(sheet: object) -> tuple[object, ...]:
    setup = sheet.page_setup  # type: ignore[attr-defined]
    return (setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight,
            sheet.print_title_rows)  # fmt: skip  # type: ignore[attr-defined]


def as_json() -> str:
    found = problem("KD713", Place(file="x.yaml"), tep="b.docx", thu_muc="da-nhan")
    whole = replace(CAMPAIGN, problems=(found,))
    read = json.loads("".join(json_pieces(whole, units())))
    return json.dumps(read, ensure_ascii=False, indent=1)


def documents() -> str:
    """What the Word documents of a check print, field by field."""
    found = units()
    told = {
        "bang-kiem": [bang_kiem(each, CAMPAIGN, CITY) for each in found],
        "don-doc": [don_doc(each, CAMPAIGN, CITY) for each in found[:1] + found[3:]],
        "tinh-hinh-nop": [tinh_hinh_nop(found, CAMPAIGN, CITY), tinh_hinh_nop([], CAMPAIGN, CITY)],
    }
    return json.dumps(told, ensure_ascii=False, indent=1, default=str)


REPORTS = {
    "van-ban.json": documents,
    "bang.txt": lambda: "\n".join(text()),
    "bang-tinh.txt": lambda: "\n".join(sheets()),
    "trang.html": lambda: "".join(page(CAMPAIGN, units())),
    "ket-qua.json": as_json,
}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_what_was_read_and_found_good(name: str) -> None:
    assert REPORTS[name]() == (PRINTED / name).read_text("utf-8")


if __name__ == "__main__":
    for name, made in REPORTS.items():
        (PRINTED / name).write_text(made(), "utf-8")
