"""Files as they come in: good ones, and every way we know in which one is not what it should be.

Each is written by the script into a folder of its own and labelled as a careful clerk would: which
item of whom it was taken for (none: nobody can tell), and what it comes to there.
"""

import io
import os
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import docx
import xlsxwriter
from PIL import Image, ImageDraw

from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import requests
from generator.model.verdict import Ket
from tests.dossier.judged_unit import BTV, collective, meeting, suggestion
from tests.papers import unit_data

CO, SAI, KY, XEM = Ket.CO, Ket.SAI_MAU, Ket.CHUA_KY, Ket.CAN_XEM_LAI
AN, ANH, BINH, CUC = "Nguyễn Văn An", "Nguyễn Văn Anh", "Trần Thị Bình", "Lê Thu Cúc"
UNIT = "Đảng ủy phường Hồng Sơn"
TEXT = "Hoàn thành 12/12 chỉ tiêu được giao, không có việc quá hạn."
ROLES = {AN: "lanh_dao", ANH: "khong_lanh_dao", BINH: "lanh_dao", CUC: "khong_lanh_dao"}

Make = Callable[[Path], None]
Data = bytes | Callable[[], bytes]
"""What stands in a file, or what puts that together once the file is asked for."""


class Case(NamedTuple):
    """A file: its name below the unit's folder, how it is made, and its label.

    `muc` and `ai` are the item and subject it serves, empty when it must serve nobody; `ket` is
    what that item comes to.
    """

    ten: str
    make: Make
    muc: str
    ai: str
    ket: Ket | None


def the_unit() -> dict[str, Any]:
    """The unit that hands the files in: four of its people are in section 1 of the checklist."""
    people = [{"ho_ten": name, "vai_tro": role, "cong_chuc": "có", "dac_diem": ["uy_vien_btv"]}
              for name, role in ROLES.items()]  # fmt: skip
    held = {"ngay": "10/12/2024"}
    return {
        "loai": "don-vi",
        "don_vi": {"ma": "hong-son", "ten": UNIT, "loai": "phuong",
                   "cap_tren": "Đảng bộ thành phố Sông Lam"},
        "ca_nhan": people,
        "tap_the": [collective(), collective("Đảng bộ phường Hồng Sơn", vai_tro="to_chuc_dang")],
        "hoi_nghi": [meeting("Hội nghị kiểm điểm Đảng bộ phường") | held,
                     meeting("Họp kiểm điểm Ban Thường vụ", "tap_the_lanh_dao")],
        "goi_y": [suggestion(AN)],
    }  # fmt: skip


_REMARK = "Gương mẫu, trách nhiệm, hoàn thành tốt công việc."


@cache
def made(year: int) -> dict[str, bytes]:
    """The documents this program makes of the unit in a year, by the title in their file name."""
    import tempfile

    block = {"ngay": f"03/12/{year}", "chuc_vu": "Bí thư", "ho_ten": "Phạm Văn Dũng"}
    remark = block | {"nhan_xet": _REMARK}
    blocks = {"thu_truong": remark, "chi_uy": remark, "dang_uy": block}
    people = [
        unit_data.person(role, year, name, TEXT)
        | {"ngay": f"02/12/{year}", "xac_nhan": blocks, "cong_chuc": "có"}
        for name, role in ROLES.items()
    ]
    for each in people:
        each["xep_loai"] |= {"quyet_dinh": unit_data.LEVELS[1]}
    nam = unit_data.unit(year, people, TEXT, letters=False)
    nam["don_vi"] = the_unit()["don_vi"] | {"ky_hieu": "ĐU", "cap_uy": UNIT}
    nam["tap_the"] = [
        nam["tap_the"][0]
        | {"ten": name, "vai_tro": role, "ngay": f"01/12/{year}"}
        | {"ky": unit_data.SIGNER | {"quyen_han": speaks}}
        for name, role, speaks in (
            (BTV, nam["tap_the"][0]["vai_tro"], "T/M Ban Thường vụ"),
            ("Đảng bộ phường Hồng Sơn", "to_chuc_dang", "T/M Ban Chấp hành"),
        )
    ]
    held = nam["hoi_nghi"][0]
    nam["hoi_nghi"] = [
        held | {"ten": "Hội nghị kiểm điểm Đảng bộ phường", "gio_ket_thuc": "11 giờ 30"}
    ]
    nam["goi_y"] = [suggestion(AN, ngay=f"18/11/{year}", kinh_gui=[UNIT])]
    for each in (*nam["tap_the"], *nam["ca_nhan"]):
        asked = each.get("ho_ten") == AN
        each["giai_trinh"] = [{"diem": "I.1", "noi_dung": "Đã giải ngân xong."}] if asked else []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        unit_data.campaign(root / "dot", year, nam)
        for request in requests(root / "dot", root / "ra"):
            for _ in build(request, here):
                pass
        files = sorted((root / "ra").rglob("*.docx"))
        return {_NUMBER.sub("", path.stem): path.read_bytes() for path in files}


_NUMBER = re.compile(r"^[\d.-]+ - ")
"""The item of the checklist with which the name of a paper begins, if one asks for it."""


def review(name: str, year: int = 2024) -> bytes:
    """A person's own form, complete."""
    (found,) = [d for title, d in made(year).items()
                if title.startswith("Bản kiểm điểm") and title.endswith(f"- {name}")]  # fmt: skip
    return found


def report(year: int = 2024) -> bytes:
    return next(d for t, d in made(year).items() if t.startswith("Báo cáo kiểm điểm") and BTV in t)


def minutes(year: int = 2024) -> bytes:
    return next(d for title, d in made(year).items() if title.startswith("Biên bản - "))


def letter(year: int = 2024) -> bytes:
    return next(d for title, d in made(year).items() if title.startswith("Công văn gợi ý"))


def changed(data: Data, *changes: tuple[str, str], part: str = "word/document.xml") -> bytes:
    """The same file with the text of one part changed; each pattern has to be there.

    A blank of a pattern is any blank: dates and numbers are printed with some that do not break.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(there(data))) as old, zipfile.ZipFile(out, "w", 8) as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == part:
                text = content.decode()
                for pattern, instead in changes:
                    found = pattern.replace("\\ ", " ").replace(" ", "[ \u00a0]")
                    text, count = re.subn(found, instead, text, flags=re.DOTALL)
                    assert count, pattern
                content = text.encode()
            new.writestr(info, content)
    return out.getvalue()


def there(data: Data) -> bytes:
    return data() if callable(data) else data


def put(data: Data) -> Make:
    return lambda path: path.write_bytes(there(data)) and None


def typed(*lines: str) -> Make:
    """A paper typed by hand in Word."""

    def make(path: Path) -> None:
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(str(path))

    return make


def assets(
    name: str = AN, *, year: int = 2024, day: str = "", sign: str | None = None
) -> list[str]:
    day = day or f"Hồng Sơn, ngày 25 tháng 11 năm {year}"
    return [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "BẢN KÊ KHAI TÀI SẢN, THU NHẬP", f"NĂM {year}", f"Họ và tên: {name}",
        "Ngày sinh: 05/02/1980", "I. Quyền sử dụng đất: không có", "II. Nhà ở: một căn hộ 72 m2",
        day, "NGƯỜI KÊ KHAI TÀI SẢN", name if sign is None else sign,
    ]  # fmt: skip


def table(title: str, name: str) -> Make:
    def make(path: Path) -> None:
        with xlsxwriter.Workbook(str(path)) as book:
            sheet = book.add_worksheet(name)
            sheet.write_column(0, 0, [title, "Năm 2024", UNIT, "Ngày 05/12/2024"])
            sheet.write_row(5, 0, ["TT", "Nội dung", "Tập thể", "Đảng viên"])
            sheet.write_row(6, 0, [1, "Số lượng phải kiểm điểm", 3, 120])

    return make


def picture(kind: str) -> Make:
    def make(path: Path) -> None:
        page = Image.new("L", (800, 1100), 255)
        ImageDraw.Draw(page).text((80, 80), "BAN KIEM DIEM", fill=0)
        page.save(path, kind)

    return make


def scan() -> bytes:
    out = io.BytesIO()
    Image.new("L", (800, 1100), 240).save(out, "PDF")
    return out.getvalue()


def protected_pdf() -> bytes:
    """A page behind a password: the dictionary is what a reader looks at first."""
    rows = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        b"<</Filter/Standard/V 2/R 3/Length 128/P -44/O<" + b"41" * 32 + b">/U<" + b"42" * 32
        + b">>>",
    ]  # fmt: skip
    out = b"%PDF-1.5\n"
    spots = []
    for number, row in enumerate(rows, 1):
        spots.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, row)
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n"
    out += b"".join(b"%010d 00000 n \n" % spot for spot in spots)
    ident = b"<" + b"43" * 16 + b">"
    out += b"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[" + ident + ident + b"]>>\n"
    return out + b"startxref\n%d\n%%%%EOF" % start


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + stream.encode("utf-16-le") + bytes(9)


def package(document: bytes, more: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", 8) as new:
        new.writestr("[Content_Types].xml", "<Types/>")
        new.writestr("word/document.xml", document)
        for name, data in (more or {}).items():
            new.writestr(name, data)
    return out.getvalue()


W = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
END = b"</w:body></w:document>"


def deep() -> bytes:
    return W + b"<w:sdt>" * 5000 + b"</w:sdt>" * 5000 + END


NAMES = (
    "1.1 {name}", "1.1 - {name}", "(1.1) {name}", "Mục 1.1 {name}", "1.1_{plain}", "{plain} 1.1",
    "{upper} - 1.1", "1.1. {name} (bản cuối)", "{camel}_1.1", "Bản kiểm điểm cá nhân - {name}",
    "1.1 Bản kiểm điểm cá nhân {name} ngày 02.12.2024", "{name}/1.1", "1.1/{name}",
    "{name}/Bản kiểm điểm cá nhân",
)  # fmt: skip


def plain(name: str) -> str:
    bare = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def called(pattern: str, name: str) -> str:
    bare = plain(name)
    return pattern.format(name=name, plain=bare, upper=name.upper(), camel=bare.replace(" ", ""))


def good() -> Iterator[Case]:
    for pattern in NAMES:
        for name in (AN, ANH):
            yield Case(f"{called(pattern, name)}.docx", put(partial(review, name)), "1.1", name, CO)
    for index, name in enumerate((AN, ANH, BINH, CUC)):
        nfd = unicodedata.normalize("NFD", f"1.1 {name}.docx")
        yield Case(nfd, put(partial(review, name)), "1.1", name, CO)
        yield Case(f"Scan{index}.docx", put(partial(review, name)), "1.1", name, CO)
        yield Case(f"1.2 {name}.docx", typed(*assets(name)), "1.2", name, CO)
        yield Case(f"Document {index}.docx", typed(*assets(name)), "1.2", name, CO)
    # Under the name this program gave it, whose number is that of its own list.
    yield Case(f"1.2 - Bản kiểm điểm 02B - {AN}.docx", put(partial(review, AN)), "1.1", AN, CO)
    no_letter = partial(changed, partial(review, AN), ("02B-HD", "02-HD"))
    yield Case(f"1.1 {AN} (mẫu 02).docx", put(no_letter), "1.1", AN, CO)
    no_code = partial(changed, partial(review, AN), (r"Mẫu 02B-HD KĐ\.ĐG 2023", ""))
    yield Case(f"1.1 {AN} khong ma.docx", put(no_code), "1.1", AN, CO)
    other_tone = partial(
        changed, partial(review, AN), ("Hoàn thành", "Hòan thành"), ("kỷ luật", "kỉ luật")
    )
    yield Case(f"1.1 {AN} dau.docx", put(other_tone), "1.1", AN, CO)
    yield Case("3.1 Báo cáo.docx", put(report), "3.1", BTV, CO)
    yield Case("bao cao.docx", put(report), "3.1", BTV, CO)
    yield Case("3.3 Biên bản hội nghị.docx", put(minutes), "3.3", "bien-ban-hoi-nghi", CO)
    yield Case("bien ban.docx", put(minutes), "3.3", "bien-ban-hoi-nghi", CO)
    for ma in ("6A", "6B", "6D", "6E", "6E1"):
        make = table(f"Biểu số {ma}-BTCTW", f"Biểu {ma}")
        yield Case(f"Biểu {ma}.xlsx", make, "3.5", f"bieu-{ma.lower()}", CO)
        yield Case(f"bang {ma}.xlsx", make, "3.5", f"bieu-{ma.lower()}", CO)


def wrong() -> Iterator[Case]:
    """What was taken for the right item but must not count."""
    own = partial(review, AN)

    def case(ten: str, data: Data, ket: Ket) -> Case:
        return Case(f"1.1 {AN} {ten}.docx", put(data), "1.1", AN, ket)

    # Another year.
    last = partial(changed, own, (r"Năm 2024", "Năm 2023"))
    yield case("nam ngoai", last, SAI)
    yield case("nam ngoai 2", partial(changed, last, (r"năm 2024", "năm 2023")), SAI)
    for year in (2022, 2026):
        yield case(f"mau {year}", partial(review, AN, year), SAI)
        yield case(
            f"mau {year} sua nam",
            partial(changed, partial(review, AN, year), (str(year), "2024")),
            SAI,
        )
    yield Case(f"1.2 {AN} cu.docx", typed(*assets(year=2022)), "1.2", AN, SAI)
    yield Case(f"1.2 {BINH} cu.docx", typed(*assets(BINH, year=2023)), "1.2", BINH, SAI)
    yield Case(
        "3.1 năm ngoái.docx", put(partial(changed, report, ("2024", "2023"))), "3.1", BTV, SAI
    )
    yield Case("3.1 mẫu 2019.docx", put(partial(report, 2022)), "3.1", BTV, SAI)
    yield Case("3.1 mẫu 2025.docx", put(partial(report, 2026)), "3.1", BTV, SAI)
    # Another role: the A/B trap.
    trap = partial(changed, partial(review, ANH), (ANH, AN))
    yield case("nham mau", trap, SAI)
    yield case("nham mau khong ma", partial(changed, trap, (r"Mẫu 02A-HD KĐ\.ĐG 2023", "")), SAI)
    reverse = partial(changed, own, (AN, ANH))
    yield Case(f"1.1 {ANH} nham.docx", put(reverse), "1.1", ANH, SAI)
    # Headings taken out.
    yield case(
        "thieu muc", partial(changed, own, ("VI\\. Phương hướng, biện pháp khắc phục", "VI. ")), SAI
    )
    yield case("thieu muc 2", partial(changed, own, (r"Hạn chế, khuyết điểm", "Tồn tại")), SAI)
    essay = ["BẢN KIỂM ĐIỂM CÁ NHÂN", "Năm 2024", f"Họ và tên: {AN}",
             "Trong năm tôi đã cố gắng hoàn thành nhiệm vụ.", "Ngày 02/12/2024",
             "NGƯỜI TỰ KIỂM ĐIỂM", AN]  # fmt: skip
    yield Case(f"1.1 {AN} tu do.docx", typed(*essay), "1.1", AN, SAI)
    yield Case(f"1.1 {BINH} tu do.docx", typed(*essay[:2], f"Họ và tên: {BINH}", *essay[3:]),
               "1.1", BINH, SAI)  # fmt: skip


def unfinished() -> Iterator[Case]:
    own = partial(review, AN)

    def case(ten: str, *changes: tuple[str, str], ket: Ket = XEM) -> Case:
        return Case(f"1.1 {AN} {ten}.docx", put(partial(changed, own, *changes)), "1.1", AN, ket)

    for dots in ("……………………", "................", "________________", "…………"):
        yield case(f"cham {len(dots)}{dots[0]}", (re.escape(TEXT), dots))
    yield case("mot dong cham", (re.escape(TEXT), TEXT + " ……………………"))
    yield case("trong", (re.escape(TEXT), ""))
    yield case("gach ngang", (re.escape(TEXT), "-"))
    for sample in ("Ví dụ: hoàn thành tốt các chỉ tiêu.", "(Nêu rõ kết quả từng việc)", "[…]",
                   "xxx"):  # fmt: skip
        yield case(f"mau {plain(sample)[:6].strip('( :[')}", (re.escape(TEXT), f"{TEXT} {sample}"))
    yield case("khong danh dau", ("☒", "☐"))
    yield case("danh dau het", ("☐", "☒"))
    first = "(☐</w:t>.{0,400}?Xuất sắc|☐ +Xuất sắc)"
    yield case("hai dau", (first, "☒ Xuất sắc"))
    yield case("khong o", ("☒", ""), ("☐", ""))
    yield case("khong ten", (f"(Họ và tên:.{{0,300}}?){AN}", r"\1………………"))
    yield case("mau ten", (AN, "Nguyễn Văn A"))
    yield case("ten la", (AN, "Nguyễn Văn Ân"))
    yield case("khong ngay", (r"ngày \d\d tháng \d\d năm 2024", "ngày      tháng      năm 2024"),
               (r"Ngày \d\d tháng \d\d năm 2024", ""), ket=KY)  # fmt: skip
    yield case("khong ky", (f"{AN}(?!.*{AN})", ""), ket=KY)
    yield case("khong xac nhan", ("Phạm Văn Dũng", ""), ket=KY)
    yield case("thieu mot xac nhan", ("Phạm Văn Dũng(?!.*Phạm Văn Dũng)", ""), ket=KY)
    # Signed, but nothing said above the name: a clerk would ask whoever signed.
    yield case("chua ghi nhan xet", (f"(của chi ủy: .{{0,200}}?){_REMARK}", r"\1"))
    yield case(
        "chua ghi muc cua dang uy", (r"(cơ sở xếp loại[^<]*: [^<]*)Hoàn thành tốt nhiệm vụ", r"\1")
    )

    def asset(ten: str, lines: list[str], ket: Ket) -> Case:
        return Case(f"1.2 {AN} {ten}.docx", typed(*lines), "1.2", AN, ket)

    yield asset("cham", [*assets()[:6], "I. Quyền sử dụng đất: ………………………", *assets()[7:]], XEM)
    yield asset("khong ngay", assets(day="Hồng Sơn, ngày … tháng … năm …"), KY)
    yield asset("khong ky", assets(sign=""), KY)
    yield asset("dang dien", [*assets()[:4], "Họ và tên: ………………", *assets()[5:]], XEM)
    yield asset("vi du", [*assets()[:6], "Ví dụ: thửa đất số 12", *assets()[7:]], XEM)
    no_date = [line for line in assets() if "tháng 11" not in line]
    yield asset("mat dong ngay", no_date, KY)
    yield asset("o trong", [*assets()[:8], "☐ Có ☐ Không", *assets()[8:]], XEM)
    yield asset("hai o", [*assets()[:8], "☒ Có ☒ Không", *assets()[8:]], XEM)


def cut(data: Data, share: int) -> bytes:
    """The beginning of a file, so many hundredths of it."""
    whole = there(data)
    return whole[: len(whole) * share // 100]


def flipped(data: Data) -> bytes:
    """A file with a byte changed here and there."""
    content = bytearray(there(data))
    for spot in range(300, len(content) - 300, 97):
        content[spot] ^= 0x5A
    return bytes(content)


def unreadable() -> Iterator[Case]:
    own = partial(review, AN)

    def case(ten: str, data: Data, ending: str = "docx") -> Case:
        return Case(f"1.1 {AN} {ten}.{ending}", put(data), "1.1", AN, XEM)

    for share in (2, 20, 50, 80, 99):
        yield case(f"cat {share}", partial(cut, own, share))
    yield case("rac", bytes(range(256)) * 40)
    yield case("rong", b"")
    yield case("chu", "Đây không phải tệp Word".encode())
    yield case("doi duoi pdf", own, "pdf")
    yield case("doi duoi anh", own, "jpg")
    yield case("pdf doi duoi", scan)
    yield case("lat byte", partial(flipped, own))
    yield case("mat khau", ole("EncryptedPackage"))
    yield case("doc cu", ole("WordDocument"))
    yield case("doc", ole("WordDocument"), "doc")
    yield case("mat khau", protected_pdf, "pdf")
    yield case("quet", scan, "pdf")
    yield case("quet hong", lambda: scan()[:200], "pdf")
    yield case("pdf rac", b"%PDF-1.7\n" + bytes(400), "pdf")
    for kind, ending in (("PNG", "png"), ("JPEG", "jpg"), ("TIFF", "tif"), ("BMP", "bmp")):
        yield Case(f"1.1 {AN} anh.{ending}", picture(kind), "1.1", AN, XEM)
    yield case("anh hong", b"\x89PNG\r\n\x1a\n" + bytes(50), "png")
    yield case("macro", own, "docm")
    yield case("nen", own, "zip")
    yield case("van ban", TEXT.encode(), "txt")
    yield Case(f"1.2 {AN} bang.xls", put(ole("Workbook")), "1.2", AN, XEM)
    yield Case(f"1.2 {AN} hong.xlsx", put(b"PK\3\4" + bytes(99)), "1.2", AN, XEM)
    yield Case(f"1.1 {AN} rong that.docx", typed(""), "1.1", AN, XEM)


def hostile() -> Iterator[Case]:
    def case(ten: str, data: Data) -> Case:
        return Case(f"1.1 {AN} {ten}.docx", put(data), "1.1", AN, XEM)

    yield case("bom", lambda: package(W + b" " * (80 * 2**20) + END))
    yield case("nhieu phan", lambda: package(W + END, {f"x/{i}.bin": b"" for i in range(6000)}))
    laugh = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + W + b"&b;" + END
    yield case("cuoi", lambda: package(laugh))
    outside = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + W + b"&x;" + END
    yield case("ngoai", lambda: package(outside))
    yield case("dtd o phan khac", lambda: package(W + END, {"word/styles.xml": laugh}))
    yield case("long", lambda: package(deep()))
    yield case("vba", lambda: package(W + END, {"word/vbaProject.bin": b"x"}))
    yield case("khong than", lambda: package(W)[:-4])
    yield Case(f"1.1 {AN} tro.docx", lambda path: path.symlink_to("/etc/passwd"), "1.1", AN, XEM)
    yield Case(f"1.1 {AN} ong.docx", os.mkfifo, "1.1", AN, XEM)
    nowhere = f"1.1 {AN} hut.docx"
    yield Case(nowhere, lambda path: path.symlink_to("khong-co"), "1.1", AN, XEM)


def unclear() -> Iterator[Case]:
    """What nobody can place: it must not make any item «có»."""
    yield Case("1.1.docx", put(own := partial(review, AN)), "1.1", AN, CO)  # the name stands inside
    yield Case("1.1.pdf", put(scan), "", "", None)
    yield Case("scan001.pdf", put(scan), "", "", None)
    yield Case("IMG_20241203.jpg", picture("JPEG"), "", "", None)
    yield Case(f"{AN}.jpg", picture("JPEG"), "", "", None)
    yield Case("ghi chu.docx", typed("Nhớ nộp hồ sơ trước ngày 07/12."), "", "", None)
    yield Case("danh ba.docx", typed("Danh bạ điện thoại", AN, BINH), "", "", None)
    # Called after one, written by another.
    yield Case(f"1.1 {BINH} - .docx", put(own), "", "", None)
    yield Case(f"1.1 {ANH} x.docx", put(own), "", "", None)
    yield Case(f"1.2 {CUC} x.docx", typed(*assets(BINH)), "", "", None)
    # Numbers that are no item.
    yield Case("ngay 1.1.2024 scan.pdf", put(scan), "", "", None)
    yield Case(f"11.1 {AN}.pdf", put(scan), "", "", None)
    yield Case("phien ban 1.25.pdf", put(scan), "", "", None)
    # Two items under one number, and nothing inside says which.
    yield Case("3.3.pdf", put(scan), "", "", None)
    yield Case("3.5.xlsx", table("Bảng số liệu", "Trang 1"), "", "", None)
    # Text in an old code page that no one can read.
    yield Case(f"1.1 {AN} tcvn3.docx", typed("B¶n kiÓm ®iÓm c¸ nh©n", "Hä vµ tªn: NguyÔn V¨n An"),
               "1.1", AN, XEM)  # fmt: skip


def cases() -> list[Case]:
    """All files of the corpus but those that LibreOffice has to make."""
    return [*good(), *wrong(), *unfinished(), *unreadable(), *hostile(), *unclear()]
