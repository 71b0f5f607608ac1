"""What is opened, how far it is read, and in which words it is refused."""

import datetime as dt
import io
import mmap
import os
import signal
import struct
import unicodedata
import warnings
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from PIL import Image

from generator.opening import pool
from generator.opening.content import REASONS, FileContent, Refusal, text_lines
from generator.opening.open_file import open_file
from generator.opening.pool import open_files
from tests.received.corpus import END, W, assets, ole, package, picture, table, typed

MIB = 2**20


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def pdf(*pages: str) -> bytes:
    """Pages of one line each; without a table of where things stand, as a mended file has it."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    rows = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, text in enumerate(pages):
        drawn = "".join(f"1 0 0 1 50 {700 - 20 * at} Tm ({row}) Tj "
                        for at, row in enumerate(text.split("\n")))  # fmt: skip
        stream = f"BT /F1 12 Tf {drawn}ET"
        rows.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
                    f"/Resources<</Font<</F1 3 0 R>>>>/Contents {5 + 2 * number} 0 R>>")  # fmt: skip
        rows.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    body = "".join(f"{number} 0 obj\n{row}\nendobj\n" for number, row in enumerate(rows, 1))
    return f"%PDF-1.5\n{body}trailer<</Size {len(rows) + 1}/Root 1 0 R>>\n%%EOF".encode()


def test_the_words_in_which_a_file_is_refused() -> None:
    assert {str(refusal): text for refusal, text in REASONS.items()} == {
        "rong": "tệp rỗng: đề nghị gửi lại",
        "hong": "tệp hỏng hoặc không đúng loại như đuôi tệp: đề nghị gửi lại",
        "mat-khau": "tệp có mật khẩu: đề nghị bỏ mật khẩu rồi gửi lại",
        "dinh-dang-cu": "tệp kiểu cũ (.doc, .xls): mở bằng Word, Excel, lưu thành .docx, .xlsx",
        "khong-nhan": "không nhận loại tệp này: chỉ nhận .docx, .pdf, .xlsx và ảnh",
        "macro": "tệp có macro nên không mở: lưu lại thành .docx, .xlsx không có macro",
        "qua-lon": "tệp quá lớn nên không mở: giảm dung lượng ảnh rồi gửi lại",
        "nen-la": "tệp nén bằng cách không đọc được ở đây: giải nén, nén lại kiểu thường (.zip)",
        "nen-bat-thuong": "tệp nén bất thường, có thể gây hại, nên không mở",
        "o-xa": "có ô ở rất xa bảng (như XFD1048576) hoặc vùng gộp quá lớn nên không mở: nhấn Ctrl+End"
        " để thấy ô cuối, xoá các hàng, cột thừa rồi lưu lại",
        "dtd": "tệp chứa khai báo lạ (DTD), có thể gây hại, nên không mở",
        "long-sau": "tệp lồng quá nhiều lớp, có thể gây hại, nên không mở",
        "qua-lau": "mở tệp quá lâu hoặc làm chương trình đọc dừng đột ngột, nên bỏ qua",
        "lien-ket": "không phải là tệp thường (đường dẫn tắt, thiết bị) nên không mở",
        "khong-doc-duoc": "không có quyền đọc tệp này",
        "chua-tai": "tệp còn ở trên mây (OneDrive), chưa tải về máy này: bấm chuột phải vào tệp, chọn"
        " «Luôn giữ trên thiết bị này», chờ tải xong",
        "dinh-dang-odf": "tệp LibreOffice (.odt, .ods): mở rồi lưu thành .docx, .xlsx hoặc .pdf",
        "anh-khac": "không mở được loại ảnh này (.heic, .webp, .gif…): chuyển thành .jpg, .png hoặc .pdf"
        " rồi gửi lại",
        "mat": "tệp ghi độ mật nên không đọc, không lưu, không đưa vào gói: chuyển khỏi máy này, xử lý"
        " theo quy định về bảo vệ bí mật nhà nước",
    }


@pytest.mark.parametrize(
    ("name", "data", "seen"),
    [
        *((f"a{ending}", b"x", FileContent("khac", Refusal.DINH_DANG_CU))
          for ending in (".doc", ".xls", ".rtf", ".DOC")),
        *((f"a{ending}", b"x", FileContent("khac", Refusal.DINH_DANG_ODF))
          for ending in (".odt", ".ods", ".ODT", ".fodt")),
        *((f"a{ending}", b"x", FileContent("khac", Refusal.ANH_KHAC))
          for ending in (".heic", ".HEIC", ".heif", ".webp", ".gif", ".avif")),
        *((f"a{ending}", b"x", FileContent("khac", Refusal.MACRO))
          for ending in (".docm", ".xlsm", ".dotm")),
        *((f"a{ending}", b"x", FileContent("khac", Refusal.KHONG_NHAN))
          for ending in (".zip", ".txt", ".exe", "")),
        ("a.docx", b"", FileContent("docx", Refusal.RONG)),
        ("a.xlsx", b"", FileContent("xlsx", Refusal.RONG)),
        ("a.docx", b"x", FileContent("docx", Refusal.HONG)),
        ("a.pdf", b"x", FileContent("pdf", Refusal.HONG)),
        ("a.xlsx", b"x", FileContent("xlsx", Refusal.HONG)),
        *((f"a{ending}", b"x", FileContent("anh", Refusal.HONG))
          for ending in (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp")),
        ("a.docx", ole("WordDocument"), FileContent("docx", Refusal.DINH_DANG_CU)),
        ("a.docx", ole("EncryptedPackage"), FileContent("docx", Refusal.MAT_KHAU)),
        ("a.docx", ole("\0" * MIB + "EncryptedPackage"), FileContent("docx", Refusal.MAT_KHAU)),
        ("a.DOCX", package(W + END + b"<"), FileContent("docx", Refusal.HONG)),
        ("a.docx", package(W + END), FileContent("docx", Refusal.RONG)),
    ],
)  # fmt: skip
def test_what_is_not_read_says_why(
    name: str, data: bytes, seen: FileContent, tmp_path: Path
) -> None:
    assert open_file(written(tmp_path, name, data)) == seen


@pytest.mark.parametrize(("kind", "ending"), [
    ("JPEG", "jpg"), ("JPEG", "jpeg"), ("PNG", "png"), ("TIFF", "tif"), ("TIFF", "TIFF"),
    ("BMP", "bmp"),
])  # fmt: skip
def test_a_picture_is_opened_and_taken_for_a_scan(kind: str, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{ending}"
    picture(kind)(path)
    assert open_file(path) == FileContent("anh", scanned=True)


def test_a_picture_cut_short_is_damaged(tmp_path: Path) -> None:
    picture("PNG")(tmp_path / "a.png")
    data = (tmp_path / "a.png").read_bytes()
    assert open_file(written(tmp_path, "b.png", data[:-40])).refusal == Refusal.HONG


@pytest.mark.parametrize(
    ("height", "seen"),
    [
        (6_000, FileContent("anh", scanned=True)),
        (6_001, FileContent("anh", Refusal.NEN_BAT_THUONG)),
        (10_000, FileContent("anh", Refusal.NEN_BAT_THUONG)),
    ],
)
def test_a_picture_of_sixty_million_points_is_the_largest(
    height: int, seen: FileContent, tmp_path: Path
) -> None:
    Image.new("1", (10_000, height)).save(tmp_path / "a.png")
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # nothing that Pillow says may reach the clerk
        assert open_file(tmp_path / "a.png") == seen


def test_a_shortcut_is_not_followed(tmp_path: Path) -> None:
    picture("PNG")(tmp_path / "a.png")
    (tmp_path / "b.png").symlink_to("a.png")
    assert open_file(tmp_path / "b.png") == FileContent("anh", Refusal.LIEN_KET)
    (tmp_path / "c.pdf").mkdir()
    assert open_file(tmp_path / "c.pdf") == FileContent("pdf", Refusal.LIEN_KET)


@pytest.mark.parametrize(
    ("size", "refusal"), [(60 * MIB, Refusal.HONG), (60 * MIB + 1, Refusal.QUA_LON)]
)
def test_sixty_mebibytes_are_the_most_that_is_opened(
    size: int, refusal: Refusal, tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as file:
        file.truncate(size)
    assert open_file(path) == FileContent("docx", refusal)


TEXT = W + "<w:p><w:r><w:t>một</w:t></w:r></w:p>".encode() + END


def declaring(sizes: dict[str, int], padding: int = 0, more: int = 0) -> bytes:
    """A Word file whose list of parts tells these sizes of them, and is so much larger itself."""
    parts = dict.fromkeys(sizes, b"")
    if padding:
        parts["word/media/a.jpg"] = os.urandom(padding)
    parts |= {f"x/{number}.bin": b"" for number in range(more)}
    data = bytearray(package(TEXT, parts))
    spot = data.find(b"PK\1\2")
    while spot >= 0:
        (length,) = struct.unpack_from("<H", data, spot + 28)
        name = data[spot + 46 : spot + 46 + length].decode()
        if name in sizes:
            struct.pack_into("<I", data, spot + 24, sizes[name])
        spot = data.find(b"PK\1\2", spot + 46 + length)
    return bytes(data)


def unpacked(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return sum(each.file_size for each in packed.infolist())


SMALL_LEFT = MIB - unpacked(declaring({"a.bin": 0}))
"""What one more part may hold in a small file, however tightly it is packed."""

PADDING = 2 * MIB
LARGE_LEFT = 300 * MIB - unpacked(declaring({"a.bin": 0}, PADDING))
THIN = declaring({"a.bin": 0}, 20_000)
RATIO_LEFT = 200 * len(THIN) - unpacked(THIN)


@pytest.mark.parametrize(
    ("sizes", "padding", "more", "is_read"),
    [
        ({"a.bin": SMALL_LEFT}, 0, 0, True),
        ({"a.bin": SMALL_LEFT + 1}, 0, 0, False),
        ({"a.bin": LARGE_LEFT}, PADDING, 0, True),
        ({"a.bin": LARGE_LEFT + 1}, PADDING, 0, False),
        ({"a.bin": RATIO_LEFT}, 20_000, 0, True),
        ({"a.bin": RATIO_LEFT + 1}, 20_000, 0, False),
        ({"a.xml": 30 * MIB}, MIB, 0, True),
        ({"a.xml": 30 * MIB + 1}, MIB, 0, False),
        ({"a.RELS": 30 * MIB + 1}, MIB, 0, False),
        ({"a.bin": 30 * MIB + 1}, MIB, 0, True),
        ({}, 0, 4_998, True),
        ({}, 0, 4_999, False),
    ],
)
def test_a_file_packed_tighter_than_any_document_is_not_unpacked(
    sizes: dict[str, int], padding: int, more: int, is_read: bool, tmp_path: Path
) -> None:
    seen = open_file(written(tmp_path, "a.docx", declaring(sizes, padding, more)))
    assert seen == (FileContent("docx", lines=("một",)) if is_read
                    else FileContent("docx", Refusal.NEN_BAT_THUONG))  # fmt: skip


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "xl/VBAPROJECT.BIN"])
def test_macros_are_not_opened(name: str, tmp_path: Path) -> None:
    assert (
        open_file(written(tmp_path, "a.docx", package(TEXT, {name: b"x"}))).refusal == Refusal.MACRO
    )


@pytest.mark.parametrize("letters", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_declared_document_type_is_not_opened_in_any_letters(
    letters: str, tmp_path: Path
) -> None:
    body = "<!DOCTYPE a []><a/>".encode(letters)
    assert open_file(written(tmp_path, "a.docx", package(body))).refusal == Refusal.DTD


def test_parts_packed_in_an_unknown_way_are_damage(tmp_path: Path) -> None:
    data = bytearray(package(TEXT))
    start = data.find(b"word/document.xml") + len("word/document.xml")
    data[start + 3 : start + 40] = bytes(37)
    assert open_file(written(tmp_path, "a.docx", bytes(data))).refusal == Refusal.HONG


def test_a_pdf_is_read_without_the_numbers_of_its_pages(tmp_path: Path) -> None:
    data = pdf("Ban kiem diem\n1\n \nca nhan", "Ngay 02\n2")
    assert open_file(written(tmp_path, "a.pdf", data)) == FileContent(
        "pdf", lines=("Ban kiem diem", "ca nhan", "Ngay 02")
    )


@pytest.mark.parametrize(("count", "read"), [(1, 1), (80, 80), (81, 80)])
def test_the_first_eighty_pages_are_read(count: int, read: int, tmp_path: Path) -> None:
    data = pdf(*(f"trang {number}" for number in range(1, count + 1)))
    assert open_file(written(tmp_path, "a.pdf", data)).lines == tuple(
        f"trang {number}" for number in range(1, read + 1)
    )


def test_a_pdf_whose_letters_are_torn_apart_is_a_scan(tmp_path: Path) -> None:
    """A program that lacks Vietnamese letters prints them apart: «t ổ ch ức k ỷ luật»."""
    torn = pdf("t o ch uc k y lu at\nc a nh an gi u ch uc v u")
    assert open_file(written(tmp_path, "a.pdf", torn)) == FileContent("pdf", scanned=True)
    whole = pdf("to chuc ky luat\nca nhan giu chuc vu o xa y")
    assert open_file(written(tmp_path, "b.pdf", whole)).lines[0] == "to chuc ky luat"


@pytest.mark.parametrize(("single", "scanned"), [(2, False), (3, True)])
def test_up_to_a_fifth_of_the_words_may_have_one_letter(
    single: int, scanned: bool, tmp_path: Path
) -> None:
    words = ["y"] * single + ["dang"] * (10 - single)
    assert open_file(written(tmp_path, "a.pdf", pdf(" ".join(words)))).scanned is scanned


def test_a_pdf_of_numbers_only_is_a_scan(tmp_path: Path) -> None:
    assert open_file(written(tmp_path, "a.pdf", pdf("1", "2"))) == FileContent("pdf", scanned=True)
    assert open_file(written(tmp_path, "a.pdf", pdf("... 1 ..."))).scanned


@pytest.mark.parametrize(("before", "refusal"), [(1024 - 5, ""), (1024 - 4, Refusal.HONG)])
def test_a_pdf_may_begin_within_its_first_kibibyte(
    before: int, refusal: str, tmp_path: Path
) -> None:
    assert open_file(written(tmp_path, "a.pdf", b" " * before + pdf("x"))).refusal == refusal


def test_a_pdf_without_pages_is_damaged(tmp_path: Path) -> None:
    assert open_file(written(tmp_path, "a.pdf", pdf())) == FileContent("pdf", Refusal.HONG)


def test_no_more_of_a_text_is_kept_than_is_looked_at() -> None:
    assert text_lines(["a"] * 3_001) == ("a",) * 3_000
    assert text_lines(["a" * 150_000, "b" * 50_000, "c"]) == ("a" * 150_000, "b" * 50_000)
    assert text_lines(["a" * 150_000, "b" * 50_001, "c"]) == ("a" * 150_000, "b" * 50_000)
    assert text_lines(["a" * 150_000, "b" * 49_999, "cd"])[2:] == ("c",)
    assert text_lines(["", "a"]) == ("", "a")


def test_an_excel_file_is_read_cell_by_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        first = book.add_worksheet("Biểu 6A")
        first.write(2, 2, unicodedata.normalize("NFD", "Hoà Bình"))
        first.write_row(3, 0, [3, 2.5, True, None, ""])
        first.write_datetime(4, 0, dt.date(2024, 3, 5), book.add_format({"num_format": "d/m/yyyy"}))
        book.add_worksheet("Trống")
    assert open_file(path) == FileContent(
        "xlsx", lines=("Biểu 6A", "Hoà Bình", "3", "2.5", "True", "05/03/2024", "Trống")
    )


def test_only_the_top_of_an_excel_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for number in range(1, 22):
            sheet = book.add_worksheet(f"Bảng {number}")
            sheet.write_column(0, 0, [f"ô {row}" for row in range(1, 502)] if number < 2 else ["x"])
    lines = open_file(path).lines
    assert lines[:2] == ("Bảng 1", "ô 1")
    assert lines[500:502] == ("ô 500", "Bảng 2")
    assert lines[-2:] == ("Bảng 20", "x")


def test_an_excel_file_without_a_filled_cell_is_empty(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        book.add_worksheet("Biểu 6A").write_row(0, 0, [None, ""])
    assert open_file(tmp_path / "a.xlsx") == FileContent("xlsx", Refusal.RONG)


def test_the_last_sheet_alone_may_be_filled(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        book.add_worksheet("Trống")
        book.add_worksheet("Biểu 6A").write(0, 0, "x")
        book.add_worksheet("Cuối")
    assert open_file(tmp_path / "a.xlsx").lines == ("Trống", "Biểu 6A", "x", "Cuối")


def test_every_part_of_an_excel_file_is_looked_through_before_it_is_read(tmp_path: Path) -> None:
    table("Biểu", "6A")(tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx", "a") as packed:
        packed.writestr("xl/la.xml", "<!DOCTYPE a []><a/>")
    assert open_file(tmp_path / "a.xlsx") == FileContent("xlsx", Refusal.DTD)


def some(folder: Path, count: int) -> list[Path]:
    return [written(folder, f"{number}.txt", b"x") for number in range(count)]


def test_no_more_processes_are_started_than_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []
    begin = pool._started
    monkeypatch.setattr(
        pool,
        "_started",
        lambda *given: started.append(1) or begin(*given),  # type: ignore[func-returns-value]
    )
    assert len(dict(open_files(some(tmp_path, 100), 2, 10))) == 100
    assert len(started) == 2


def test_processes_of_a_crew_do_one_work_after_the_other_and_end_with_it() -> None:
    def where(number: int) -> tuple[int, int]:
        return number, os.getpid()

    with pool.crew(2) as hands:
        first = {pid for _, (_, pid) in hands.answers(where, range(100), 10)}
        again = dict(hands.answers(one_more, range(100), 10))
        assert again == {number: (number + 1, again[number][1]) for number in range(100)}
        assert {pid for _, pid in again.values()} <= first
        assert len(hands.resting) == len(first) == 2
    assert hands.resting == []
    assert not any(Path(f"/proc/{pid}").exists() for pid in first)


def one_more(number: int) -> tuple[int, int]:
    return number + 1, os.getpid()


def test_a_process_that_ended_at_rest_is_replaced() -> None:
    with pool.crew(1) as hands:
        ((_, (_, before)),) = hands.answers(one_more, [1], 10)
        hands.resting[0].process.kill()
        hands.resting[0].process.join()
        ((_, (found, after)),) = hands.answers(one_more, [1], 10)
    assert found == 2
    assert after != before


def test_work_that_is_given_up_halfway_leaves_nobody_at_rest_with_it() -> None:
    with pool.crew(1) as hands:
        half = hands.answers(one_more, range(100), 10)
        next(half)
        half.close()  # type: ignore[attr-defined]
        assert hands.resting == []
        assert [number for number, _ in hands.answers(one_more, [5], 10)] == [5]


@pytest.mark.parametrize("name", ["0.txt", "10.txt", "11.txt"])
def test_files_behind_one_that_kills_its_process_are_opened_by_another(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deadly(path: Path) -> FileContent:
        if path.name == name:
            os.kill(os.getpid(), signal.SIGKILL)
        return FileContent("pdf")

    paths = some(tmp_path, 12)
    monkeypatch.setattr(pool, "open_file", deadly)
    expected = {
        path: FileContent("khac", Refusal.QUA_LAU) if path.name == name else FileContent("pdf")
        for path in paths
    }
    assert dict(open_files(paths, 1, 10)) == expected


def test_a_file_that_asks_for_more_than_half_a_gigabyte_does_not_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hungry(path: Path) -> FileContent:
        bytearray(480 * MIB if path.name == "1.txt" else 256 * MIB)
        return FileContent("pdf")

    paths = some(tmp_path, 3)
    monkeypatch.setattr(pool, "open_file", hungry)
    found = dict(open_files(paths, 1, 10))
    assert [found[path].refusal for path in paths] == ["", Refusal.QUA_LAU, ""]


def test_what_the_program_holds_already_leaves_no_file_with_less(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def usual(path: Path) -> FileContent:
        bytearray(256 * MIB)
        return FileContent("pdf")

    paths = some(tmp_path, 2)
    monkeypatch.setattr(pool, "open_file", usual)
    with mmap.mmap(-1, 2 * 1024 * MIB):  # held, though never written to
        assert dict(open_files(paths, 1, 10)) == dict.fromkeys(paths, FileContent("pdf"))


def test_ctrl_c_is_left_to_the_process_that_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(path: Path) -> FileContent:
        os.kill(os.getpid(), signal.SIGINT)
        return FileContent("pdf")

    paths = some(tmp_path, 2)
    monkeypatch.setattr(pool, "open_file", interrupted)
    assert dict(open_files(paths, 1, 10)) == dict.fromkeys(paths, FileContent("pdf"))


def test_a_paper_typed_by_hand_is_read(tmp_path: Path) -> None:
    typed(*assets())(tmp_path / "a.docx")
    assert open_file(tmp_path / "a.docx") == FileContent("docx", lines=tuple(assets()))
