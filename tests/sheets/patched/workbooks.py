"""Workbooks to be patched: as Excel makes them with all that offices put in, and by hand."""

import io
import shutil
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest
import xlsxwriter

from generator.problems import Place, problem
from generator.sheets.rows import Spot, Told
from tests.word.pages import REQUIRED, SOFFICE

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"

needs_libreoffice = pytest.mark.skipif(
    not REQUIRED and not shutil.which("soffice"), reason="needs LibreOffice"
)


def told(*spots: tuple[str, str]) -> list[Told]:
    why = problem("KD112", Place(), nhap="31/02/2026")
    return [Told(Spot(sheet, cell), why) for sheet, cell in spots]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def changed_parts(before: bytes, after: bytes) -> set[str]:
    one, other = parts(before), parts(after)
    return {name for name in {*one, *other} if one.get(name) != other.get(name)}


def picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
        + chunk(b"IEND", b"")
    )


def everything(rows: int = 12) -> bytes:
    """A roster with all that a library that loads and saves it would lose, and a second sheet."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet("Danh sách đảng viên")
    line = book.add_format({"border": 1, "font_name": "Times New Roman", "font_size": 13})
    day = book.add_format({"border": 1, "num_format": "dd/mm/yyyy"})
    title = book.add_format({"bold": True, "align": "center", "text_wrap": True})
    sheet.merge_range("A1:F1", "DANH SÁCH ĐẢNG VIÊN", title)
    for column, head in enumerate(("STT", "Họ và tên", "Ngày sinh", "Điểm", "Mức", "Ghi chú")):
        sheet.write(2, column, head, title)
    for row in range(3, 3 + rows):
        sheet.write_number(row, 0, row - 2, line)
        sheet.write_string(row, 1, f"Đảng viên {row - 2}", line)
        sheet.write_number(row, 2, 30_000 + row, day)
        sheet.write_number(row, 3, 80 + row % 7, line)
        sheet.write_string(row, 4, "Hoàn thành tốt nhiệm vụ", line)
    last = 3 + rows
    sheet.write(last, 1, "Tổng cộng", title)
    sheet.write_formula(last, 3, f"=SUM(D4:D{last})", line, 1000)
    sheet.data_validation(3, 4, last - 1, 4, {"validate": "list", "source": ["Tốt", "Khá"]})
    sheet.conditional_format(
        3, 3, last - 1, 3, {"type": "cell", "criteria": ">", "value": 85, "format": title}
    )
    sheet.conditional_format(3, 3, last - 1, 3, {"type": "data_bar", "data_bar_2010": True})
    sheet.insert_image(last + 3, 0, "con-dau.png", {"image_data": io.BytesIO(picture())})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": ["Danh sách đảng viên", 3, 3, last - 1, 3]})
    sheet.insert_chart(last + 5, 0, chart)
    sheet.insert_textbox(last + 3, 2, "XÁC NHẬN CỦA CẤP UỶ")
    sheet.insert_button(last + 3, 5, {"caption": "In"})
    sheet.insert_checkbox(last + 1, 5, True)
    sheet.write_comment("B4", "Ghi theo giấy khai sinh")
    sheet.add_sparkline("F4", {"range": "'Danh sách đảng viên'!C4:D4"})
    sheet.write_url("F5", "https://example.invalid/huong-dan", string="Hướng dẫn")
    sheet.freeze_panes(3, 2)
    sheet.print_area(0, 0, last, 5)
    other = book.add_worksheet("Tổng hợp 'quý I' cũ")
    other.add_table(
        0, 0, 3, 1, {"columns": [{"header": "Mức"}, {"header": "Số"}], "data": [["Tốt", 3]]}
    )
    other.write_formula("D1", f"='Danh sách đảng viên'!D{last + 1}", line, 1000)
    other.write_rich_string("D3", title, "Đậm", line, " thường")
    book.define_name("Tong", f"='Danh sách đảng viên'!$D${last + 1}")
    book.close()
    return data.getvalue()


def by_hand(
    sheets: Mapping[str, str],
    styles: str = "",
    strings: str = "",
    *,
    more: Mapping[str, str] | None = None,
    main: str = MAIN,
    prefix: str = "",
    absolute: bool = False,
    folder: str = "xl",
    office: str = OFFICE,
    defined: str = "",
) -> bytes:
    """A workbook from the XML of its sheets (what stands in `worksheet`), as other programs save it.

    Args:
        sheets: by name; written with `prefix` in front of each element if they have it.
        styles: what stands in `styleSheet`; without it there is no such part.
        strings: what stands in `sst`; likewise.
        more: further parts.
        main: the namespace.
        prefix: «x:», which the texts given have too.
        absolute: whether targets begin at the root of the package.
        folder: where the workbook lies.
        office: the family of the relationships.
        defined: what stands behind `sheets` in the workbook.
    """  # fmt: skip
    p, ns = prefix, f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    to = f"/{folder}/" if absolute else ""
    links, types, names = [], [], []
    made: dict[str, str] = {}
    for number, (name, inside) in enumerate(sheets.items(), 1):
        part = f"worksheets/trang{number}.xml"
        made[f"{folder}/{part}"] = (
            f'<{p}worksheet {ns}="{main}" xmlns:r="{office}">{inside}</{p}worksheet>'
        )
        links.append(
            f'<Relationship Id="R{number}" Type="{office}/worksheet" Target="{to}{part}"/>'
        )
        types.append((f"/{folder}/{part}", "worksheet"))
        names.append(f'<{p}sheet name="{name}" sheetId="{number}" r:id="R{number}"/>')
    for kind, root, inside in (("styles", "styleSheet", styles), ("sharedStrings", "sst", strings)):
        if inside:
            made[f"{folder}/{kind}.xml"] = f'<{p}{root} {ns}="{main}">{inside}</{p}{root}>'
            links.append(
                f'<Relationship Id="{kind}" Type="{office}/{kind}" Target="{to}{kind}.xml"/>'
            )
            types.append((f"/{folder}/{kind}.xml", kind))
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    made |= {
        f"{folder}/workbook.xml": (
            f'<{p}workbook {ns}="{main}" xmlns:r="{office}"><{p}sheets>{"".join(names)}</{p}sheets>'
            f"{defined}</{p}workbook>"
        ),
        f"{folder}/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}">{"".join(links)}</Relationships>',
        "_rels/.rels": (
            f'<Relationships xmlns="{relations}"><Relationship Id="A" Type="{office}/officeDocument" '
            f'Target="{"/" if absolute else ""}{folder}/workbook.xml"/></Relationships>'
        ),
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{folder}/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
            + "".join(f'<Override PartName="{n}" ContentType="{TYPES}.{k}+xml"/>' for n, k in types)
            + "</Types>"
        ),
    }
    return zipped({**made, **(more or {})})


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, text if isinstance(text, bytes) else HEAD + text)
    return data.getvalue()


HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def with_part(data: bytes, changes: Mapping[str, str | bytes]) -> bytes:
    return zipped({**parts(data), **changes})


def converted(data: bytes, folder: Path, kind: str) -> Path:
    """What LibreOffice makes of a workbook: «csv» (its first sheet), «xlsx», «pdf»."""
    given = folder / "vao" / "so.xlsx"
    given.parent.mkdir(exist_ok=True)
    given.write_bytes(data)
    to = (
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
        if kind == "csv"
        else kind
    )
    command = [*SOFFICE, "--convert-to", to, "--outdir", str(folder), str(given)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / f"so.{kind}"
