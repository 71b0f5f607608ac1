"""What a file holds beyond what was read of it: it is said, and nothing there counts as missing."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from PIL import Image

from generator.model.verdict import Ket
from generator.opening.content import UNREAD, FileContent, Refusal, Unread
from generator.opening.open_file import open_file
from generator.opening.pool import opened, tables
from generator.opening.signature import signer
from generator.received.expected import Expected
from generator.received.judge import judge
from generator.received.years import Day, days_named
from generator.register.sheet_reading import read_workbook
from tests.opening.test_open_file import HEAD, p, t
from tests.opening.test_pool import pdf, written
from tests.received.corpus import package, typed
from tests.received.test_findings import FORM, PAPER, REGIME

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def word(body: str, more: dict[str, bytes] | None = None) -> bytes:
    return package(f"{HEAD}{body}</w:body></w:document>".encode(), more)


# --- limits that cut


@pytest.mark.parametrize(
    ("lines", "unread"),
    [
        (["a"] * 3_000, ""), (["a"] * 3_001, Unread.DAI), (["a" * 200_000], ""),
        (["a" * 200_001], Unread.DAI), (["a" * 150_000, "b" * 50_001], Unread.DAI),
    ],
    ids=["lines", "a line more", "letters", "a letter more", "in two lines"],
)  # fmt: skip
def test_a_word_file_beyond_the_limits_says_so(
    lines: list[str], unread: str, tmp_path: Path
) -> None:
    body = "".join(p(t(line)) for line in lines)
    assert open_file(written(tmp_path, "a.docx", word(body))).unread == unread


@pytest.mark.parametrize(("pages", "unread"), [(80, ""), (81, Unread.DAI), (200, Unread.DAI)])
def test_a_pdf_beyond_the_limits_says_so(pages: int, unread: str, tmp_path: Path) -> None:
    data = pdf(*(f"trang so {number}" for number in range(pages)))
    assert open_file(written(tmp_path, "a.pdf", data)).unread == unread


@pytest.mark.parametrize(
    ("sheets", "rows", "unread"),
    [(20, 500, ""), (21, 3, Unread.DAI), (1, 501, Unread.DAI), (7, 450, Unread.DAI)],
)
def test_an_excel_file_beyond_the_limits_says_so(
    sheets: int, rows: int, unread: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for number in range(sheets):
            book.add_worksheet(f"Bảng {number}").write_column(
                0, 0, ["x"] * (rows if sheets < 20 or not number else 3)
            )
    assert open_file(path).unread == unread


@pytest.mark.parametrize("due", [FORM, PAPER], ids=["form", "paper"])
@pytest.mark.parametrize("unread", list(Unread))
def test_nothing_is_missing_in_what_was_not_read(unread: Unread, due: Expected) -> None:
    lines = ("BẢN KIỂM ĐIỂM CÁ NHÂN", "Năm 2024")
    found = judge(FileContent("docx", lines=lines, unread=unread), due)
    assert [each.ly_do for each in found] == [UNREAD[unread]]
    assert {each.ket for each in found} == {Ket.CAN_XEM_LAI}


def test_what_was_read_still_counts() -> None:
    lines = ("BẢN KÊ KHAI TÀI SẢN", "Năm 2019")
    found = judge(FileContent("docx", lines=lines, unread=Unread.DAI), PAPER)
    assert [each.ket for each in found] == [Ket.CAN_XEM_LAI, Ket.SAI_MAU]


# --- what is no text


def formula(text: str) -> str:
    return f'<w:p><m:oMath xmlns:m="{MATH}"><m:r><m:t>{text}</m:t></m:r></m:oMath></w:p>'


CHUNK, SUB = '<w:altChunk r:id="r1" xmlns:r="r"/>', '<w:p><w:subDoc r:id="r1" xmlns:r="r"/></w:p>'
HEADER = f"<w:hdr xmlns:w='x'>{p(t('ĐẢNG ỦY'))}</w:hdr>".encode()


@pytest.mark.parametrize(
    ("body", "more", "seen"),
    [
        (CHUNK, {}, FileContent("docx", unread=Unread.CHEN)),
        (SUB, {}, FileContent("docx", unread=Unread.CHEN)),
        (p(t("a")) + CHUNK, {}, FileContent("docx", lines=("a",), unread=Unread.CHEN)),
        (CHUNK + p("<w:drawing/>"), {},
         FileContent("docx", unread=Unread.CHEN, pictures=True)),
        (formula("x=1"), {}, FileContent("docx", lines=("x=1",), unread=Unread.CONG_THUC)),
        (p(t("điểm ")) + formula("x=1"), {}, FileContent("docx", lines=("điểm ", "x=1"))),
        (p("<w:drawing/>"), {}, FileContent("docx", scanned=True)),
        ("", {"word/media/a.png": b"x"}, FileContent("docx", unread=Unread.HINH)),
        ("", {"word/charts/a.xml": b"<a/>"}, FileContent("docx", unread=Unread.HINH)),
        ("", {"word/header1.xml": HEADER},
         FileContent("docx", unread=Unread.NGOAI, around=("ĐẢNG ỦY",))),
        ("", {"word/footnotes.xml": HEADER}, FileContent("docx", unread=Unread.NGOAI)),
        ("", {"word/header1.xml": b"<w:hdr><w:t> </w:t></w:hdr>"},
         FileContent("docx", Refusal.RONG)),
        (p(t(" ")), {}, FileContent("docx", Refusal.RONG)),
    ],
)  # fmt: skip
def test_a_word_file_without_text_is_empty_only_if_nothing_else_is_in_it(
    body: str, more: dict[str, bytes], seen: FileContent, tmp_path: Path
) -> None:
    assert open_file(written(tmp_path, "a.docx", word(body, more))) == seen


def test_a_watermark_is_read_as_what_stands_around_the_text(tmp_path: Path) -> None:
    drawn = p('<w:pict><v:shape><v:textpath style="x" string="DỰ THẢO"/></v:shape></w:pict>')
    header = f"<w:hdr xmlns:w='x' xmlns:v='y'>{drawn}</w:hdr>".encode()
    path = written(tmp_path, "a.docx", word(p(t("a")), {"word/header1.xml": header}))
    assert open_file(path) == FileContent("docx", lines=("a",), around=("DỰ THẢO",))


def test_an_excel_file_of_pictures_is_not_empty(tmp_path: Path) -> None:
    Image.new("L", (9, 9)).save(tmp_path / "a.png")
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        book.add_worksheet("Ảnh").insert_image(0, 0, str(tmp_path / "a.png"))
    assert open_file(tmp_path / "a.xlsx") == FileContent("xlsx", unread=Unread.HINH)


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_a_file_of_libreoffice_is_told_under_any_name(ending: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / f"a.{ending}", "w") as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        out.writestr("content.xml", "<a/>")
    assert open_file(tmp_path / f"a.{ending}").refusal == Refusal.DINH_DANG_ODF


@pytest.mark.parametrize("begins", [b"\0\0\0\x18ftypheic", b"\0\0\0\x18ftypavif", b"GIF89a",
                                    b"RIFF\0\0\0\0WEBP"])  # fmt: skip
def test_a_picture_of_a_phone_is_told_under_any_name(begins: bytes, tmp_path: Path) -> None:
    data = begins + bytes(40)
    assert open_file(written(tmp_path, "a.jpg", data)).refusal == Refusal.ANH_KHAC


# --- hidden by a style


def style(name: str, properties: str, kind: str = "character", more: str = "") -> str:
    usual = ' w:default="1"' if more == "default" else ""
    above = "" if more == "default" else more
    head = f'<w:style w:type="{kind}" w:styleId="{name}"{usual}>'
    return f"{head}{above}<w:rPr>{properties}</w:rPr></w:style>"


SHOWN = '<w:vanish w:val="0"/>'


def run(text: str, name: str = "", more: str = "") -> str:
    named = f'<w:rStyle w:val="{name}"/>' if name else ""
    return f"<w:r><w:rPr>{named}{more}</w:rPr>{t(text)}</w:r>"


def para(name: str, *runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr>{"".join(runs)}</w:p>'


@pytest.mark.parametrize(
    ("styles", "body", "lines"),
    [
        (style("An", "<w:vanish/>"), f"<w:p>{run('thấy')}{run('ẩn', 'An')}</w:p>", ("thấy",)),
        (style("Bo", "<w:strike/>"), f"<w:p>{run('thấy')}{run('bỏ', 'Bo')}</w:p>", ("thấy",)),
        (style("Bo", "<w:dstrike/>"), f"<w:p>{run('thấy')}{run('bỏ', 'Bo')}</w:p>", ("thấy",)),
        (style("Tr", '<w:color w:val="ffffff"/>'), f"<w:p>{run('a')}{run('b', 'Tr')}</w:p>", ("a",)),
        (style("An", "<w:vanish/>", "paragraph"), para("An", run("ẩn")) + p(t("a")), ("a",)),
        (style("An", "<w:vanish/>") + style("Con", "", more='<w:basedOn w:val="An"/>'),
         f"<w:p>{run('a')}{run('b', 'Con')}</w:p>", ("a",)),
        (style("An", "<w:vanish/>") + style("Con", '<w:vanish w:val="0"/>',
                                            more='<w:basedOn w:val="An"/>'),
         f"<w:p>{run('a')}{run('b', 'Con')}</w:p>", ("ab",)),
        (style("An", "<w:vanish/>"), f"<w:p>{run('a')}{run('b', 'An', SHOWN)}</w:p>",
         ("ab",)),
        (style("An", "<w:vanish/>") + style("DoAn", "<w:vanish/>", "paragraph"),
         para("DoAn", run("hiện", "An")), ("hiện",)),
        (style("Thuong", "<w:strike/>", "paragraph", "default"), p(t("bỏ")) + para("K", run("a")),
         ("a",)),
        (style("A", "<w:vanish/>", more='<w:basedOn w:val="B"/>')
         + style("B", "", more='<w:basedOn w:val="A"/>'), f"<w:p>{run('a')}{run('b', 'A')}</w:p>",
         ("a",)),
        (style("K", "<w:b/>"), f"<w:p>{run('a', 'K')}</w:p>", ("a",)),
    ],
)  # fmt: skip
def test_text_hidden_by_a_style_does_not_count(
    styles: str, body: str, lines: tuple[str, ...], tmp_path: Path
) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = f'<w:styles xmlns:w="{space}">{styles}</w:styles>'.encode()
    path = written(tmp_path, "a.docx", word(body, {"word/styles.xml": data}))
    assert open_file(path).lines == lines


# --- stamped and signed


def test_what_may_be_stamped_is_looked_at() -> None:
    lines = ("BẢN KÊ KHAI TÀI SẢN", "Năm 2024", "Sông Lam, ngày      tháng 12 năm 2024",
             "Số        -BC/ĐU", "NGƯỜI KÊ KHAI")  # fmt: skip
    plain = judge(FileContent("pdf", lines=lines), PAPER)
    assert Ket.CHUA_KY in {each.ket for each in plain}
    for seen in (
        FileContent("pdf", lines=lines, pictures=True),
        FileContent("pdf", lines=lines, signatures=("Trần Văn Bình, ký ngày 05/12/2024",)),
    ):
        found = judge(seen, PAPER)
        assert len(found) == len(plain)
        assert {each.ket for each in found} == {Ket.CAN_XEM_LAI}
        told = " ".join(each.ly_do for each in found)
        assert "hình" in told or "chữ ký số: Trần Văn Bình, ký ngày 05/12/2024" in told
    scan = judge(FileContent("pdf", scanned=True, signatures=("An",)), PAPER)
    assert scan[0].ly_do.endswith("có chữ ký số: An")


def test_a_draft_stays_a_draft_whatever_pictures_are_in_it() -> None:
    lines = ("DỰ THẢO", "BẢN KÊ KHAI TÀI SẢN", "Năm 2024")
    found = judge(FileContent("pdf", lines=lines, pictures=True), PAPER)
    assert "tệp ghi là dự thảo" in {each.ly_do for each in found}


def with_picture(data: bytes) -> bytes:
    drawn = b"q 10 0 0 10 100 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\nendstream"
    return data.replace(b"\nendstream", b"\n" + drawn, 1).replace(b"/Length ", b"/Length 9")


LONG = "\n".join(["Ban kiem diem ca nhan nam nay cua dong chi"] * 12)


def noted(kind: str) -> bytes:
    mark = f"/Annots[<</Type/Annot/Subtype/{kind}/Rect[1 1 9 9]/F 4>>]/MediaBox".encode()
    return pdf(LONG).replace(b"/MediaBox", mark)


@pytest.mark.parametrize(
    ("data", "pictures"),
    [
        (pdf(LONG), False), (noted("Stamp"), True), (noted("FreeText"), True), (noted("Ink"), True),
        (noted("Widget"), True), (noted("Link"), False), (with_picture(pdf(LONG)), True),
    ],
    ids=["none", "stamp", "free text", "ink", "field", "link", "picture"],
)  # fmt: skip
def test_what_lies_over_the_text_of_a_pdf_is_seen(
    data: bytes, pictures: bool, tmp_path: Path
) -> None:
    seen = open_file(written(tmp_path, "a.pdf", data))
    assert (seen.scanned, seen.pictures) == (False, pictures)


def der(tag: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    size = len(content)
    length = bytes([size]) if size < 128 else b"\x82" + size.to_bytes(2, "big")
    return bytes([tag]) + length + content


def attribute(oid: bytes, text: str, kind: int = 0x0C) -> bytes:
    code = "utf-16-be" if kind == 0x1E else "utf-8"
    return der(0x31, der(0x30, der(6, oid), der(kind, text.encode(code))))


def certificate(serial: int, name: str, body: str, kind: int = 0x0C) -> bytes:
    subject = der(
        0x30, attribute(b"\x55\x04\x0a", body, kind), attribute(b"\x55\x04\x03", name, kind)
    )
    inner = (der(0xA0, der(2, b"\2")), der(2, bytes([serial])), der(0x30), der(0x30), der(0x30),
             subject)  # fmt: skip
    return der(0x30, der(0x30, *inner), der(0x30), der(3, b"\0"))


def pkcs7(serial: int, *certificates: bytes) -> bytes:
    info = der(0x30, der(2, b"\1"), der(0x30, der(0x30), der(2, bytes([serial]))), der(0x30))
    signed = der(0x30, der(2, b"\1"), der(0x31), der(0x30), der(0xA0, *certificates),
                 der(0x31, info))  # fmt: skip
    return der(0x30, der(6, b"\x2a\x86\x48\x86\xf7\x0d\1\7\2"), der(0xA0, signed)) + bytes(50)


BINH = certificate(7, "Trần Văn Bình", "Đảng ủy xã Lộc Vân")
ROOT = certificate(1, "Cơ quan chứng thực", "Ban Cơ yếu Chính phủ")


@pytest.mark.parametrize(
    ("data", "who"),
    [
        (pkcs7(7, ROOT, BINH), ("Trần Văn Bình", "Đảng ủy xã Lộc Vân")),
        (pkcs7(7, BINH, ROOT), ("Trần Văn Bình", "Đảng ủy xã Lộc Vân")),
        (pkcs7(9, BINH), ("Trần Văn Bình", "Đảng ủy xã Lộc Vân")),
        (pkcs7(3, certificate(3, "Lê Cúc", "Xã", 0x1E)), ("Lê Cúc", "Xã")),
        (pkcs7(7), ("", "")), (b"", ("", "")), (b"\0" * 99, ("", "")), (b"\x30\x82", ("", "")),
        (bytes(range(256)), ("", "")),
    ],
)  # fmt: skip
def test_who_signed_is_read(data: bytes, who: tuple[str, str]) -> None:
    assert signer(data) == who


def test_no_damaged_signature_fails() -> None:
    whole = pkcs7(7, ROOT, BINH)
    for spot in range(len(whole) - 50):
        for value in (0, 0x30, 0x80, 0x84, 0xFF):
            assert len(signer(whole[:spot] + bytes([value]) + whole[spot + 1 :])) == 2
        assert len(signer(whole[:spot])) == 2


def test_a_signed_pdf_says_who_and_when(tmp_path: Path) -> None:
    sign = (
        "90 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 1 2 3]"
        f"/M(D:20241205083000+07'00')/Contents<{pkcs7(7, ROOT, BINH).hex()}>>>\nendobj\n"
        "91 0 obj\n<</FT/Sig/T(a)/V 90 0 R/Type/Annot/Subtype/Widget/Rect[0 0 0 0]>>\nendobj\ntrailer"
    )
    data = pdf(LONG).decode().replace("/Catalog", "/Catalog/AcroForm<</Fields[91 0 R]/SigFlags 3>>")
    seen = opened(written(tmp_path, "a.pdf", data.replace("trailer", sign).encode()))
    assert seen.signatures == ("Trần Văn Bình (Đảng ủy xã Lộc Vân), ký ngày 05/12/2024",)
    assert seen.lines


@pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl")
def test_a_signature_of_another_program_is_read(tmp_path: Path) -> None:
    def openssl(*given: str) -> None:
        subprocess.run(["openssl", *given], cwd=tmp_path, check=True, capture_output=True)

    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "k.pem", "-out", "c.pem",
            "-utf8", "-subj", "/O=Đảng ủy xã Lộc Vân/CN=Phạm Đình Quân")  # fmt: skip
    (tmp_path / "a").write_bytes(b"x")
    openssl("cms", "-sign", "-in", "a", "-signer", "c.pem", "-inkey", "k.pem", "-outform", "DER",
            "-out", "s.der", "-binary")  # fmt: skip
    assert signer((tmp_path / "s.der").read_bytes()) == ("Phạm Đình Quân", "Đảng ủy xã Lộc Vân")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Họp ngày 05/12/25", Day(2025, 12, 5)), ("ngày 5.12.25", Day(2025, 12, 5)),
        ("ngày 05-12-2025", Day(2025, 12, 5)), ("ngày 05 tháng 12 năm 2025", Day(2025, 12, 5)),
    ],
)  # fmt: skip
def test_a_day_with_two_digits_for_the_year_is_one(line: str, day: Day) -> None:
    assert days_named((line,)) == {day}
    due = Expected(2025, REGIME, titles=("Biên bản",), ngay=None)
    assert judge(FileContent("docx", lines=("BIÊN BẢN", line)), due)


# --- the register


def far(path: Path, cell: str, quote: str = '"') -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Công văn 2025-2030")
        sheet.write_row(0, 0, ["Số", "Ngày", "Trích yếu"])
        sheet.write("B7", "x")
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            data = old.read(name).replace(b'r="B7"', f"r={quote}{cell}{quote}".encode())
            new.writestr(name, data)
    path.write_bytes(out.getvalue())
    return path


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("cell", ["XFD1048576", "BZZ200000", "XFD99999", "ZZZZ1", "A99999999999"])
def test_a_register_with_a_cell_far_away_is_refused(cell: str, quote: str, tmp_path: Path) -> None:
    path = far(tmp_path / "so.xlsx", cell, quote)
    assert isinstance(tables(path), Refusal)
    assert [each.code for each in read_workbook(path, None).problems] == ["KD630"]


@pytest.mark.parametrize("data", [b"", b"x", b"PK\3\4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_register_that_is_no_workbook_is_refused(data: bytes, tmp_path: Path) -> None:
    path = written(tmp_path, "so.xlsx", data)
    assert [each.code for each in read_workbook(path, None).problems] == ["KD630"]


def test_a_register_named_by_a_link_is_read(tmp_path: Path) -> None:
    far(tmp_path / "so.xlsx", "B2")
    (tmp_path / "b.xlsx").symlink_to("so.xlsx")
    assert read_workbook(tmp_path / "b.xlsx", None).problems[0].code != "KD630"
    (tmp_path / "c.xlsx").symlink_to("/dev/zero")
    assert read_workbook(tmp_path / "c.xlsx", None).problems[0].code == "KD630"


def test_a_typed_paper_holds_nothing_else(tmp_path: Path) -> None:
    typed("a")(tmp_path / "a.docx")
    assert open_file(tmp_path / "a.docx") == FileContent("docx", lines=("a",))
