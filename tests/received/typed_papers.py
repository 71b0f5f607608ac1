"""Other papers typed by hand: declarations, notes on a person, minutes, tables, pictures of them."""

import datetime as dt
import io
from collections.abc import Sequence

import openpyxl
from PIL import Image, ImageDraw

from tests.received.corpus import AN
from tests.received.typed_word import word

ESTATE = (
    "1. Quyền sử dụng đất: Thửa số 214, tờ bản đồ 17, diện tích 120 m2, giá trị 1.200.000.000 đồng.",
    "2. Nhà ở, công trình xây dựng: Nhà cấp III hai tầng, 180 m2.",
    "3. Tổng thu nhập giữa hai lần kê khai: 312.000.000 đồng.",
    "III. BIẾN ĐỘNG TÀI SẢN, THU NHẬP",
    "Không có biến động.",
)


def declaration(
    name: str = AN,
    *,
    title: str = "BẢN KÊ KHAI TÀI SẢN, THU NHẬP",
    year: str = "NĂM 2024",
    sign: str | None = None,
    day: str = "Hồng Sơn, ngày 28 tháng 11 năm 2024",
    estate: Sequence[str] = ESTATE,
    identity: str = "",
) -> list[str]:
    """The lines of a declaration of assets; `identity` is the line of the identity card."""
    return [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", title, year,
        "I. THÔNG TIN CHUNG", "1. Người kê khai tài sản, thu nhập",
        f"- Họ và tên: {name}   Ngày tháng năm sinh: 12/3/1975",
        "- Chức vụ/chức danh công tác: Phó Bí thư Đảng ủy",
        *([identity] if identity else []),
        "- Cơ quan/đơn vị công tác: Đảng ủy phường Hồng Sơn", "II. THÔNG TIN MÔ TẢ VỀ TÀI SẢN",
        *estate, day, "NGƯỜI KÊ KHAI TÀI SẢN", "(Ký, ghi rõ họ tên)",
        name if sign is None else sign,
    ]  # fmt: skip


def supplement(name: str = AN) -> list[str]:
    """The yearly supplement to a member's file."""
    return [
        "ĐẢNG CỘNG SẢN VIỆT NAM", "PHIẾU BỔ SUNG HỒ SƠ ĐẢNG VIÊN", "Năm 2024",
        f"Họ và tên đang dùng: {name}", f"Họ và tên khai sinh: {name}",
        "Sinh ngày 12 tháng 3 năm 1975",
        "1. Thay đổi về chức vụ: Tháng 5/2024 được bầu Phó Bí thư Đảng ủy phường.",
        "2. Khen thưởng: Giấy khen của Chủ tịch UBND thành phố.",
        "3. Thay đổi về kinh tế: Không.", "Hồng Sơn, ngày 29 tháng 11 năm 2024", "NGƯỜI KHAI", name,
    ]  # fmt: skip


def residence(
    name: str = AN,
    *,
    secretary: str = "Hoàng Văn Lâm",
    example: Sequence[str] = ("1. ☒ Nêu gương tốt  ☐ Nêu gương  ☐ Chưa nêu gương",),
) -> list[str]:
    """What the cell at the place of residence says of a member; `example`: its first boxes."""
    return [
        "ĐẢNG BỘ PHƯỜNG TÂN GIANG", "ĐẢNG CỘNG SẢN VIỆT NAM", "Tân Giang, ngày 27 tháng 11 năm 2024",
        "PHIẾU NHẬN XÉT",
        ("đảng viên đang công tác thường xuyên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư "
         "trú"),
        "Năm 2024",
        ("Chi ủy sau khi họp với ban công tác mặt trận tổ dân phố 4 thống nhất nhận xét về đảng viên "
         f"{name} như sau:"),
        *example, "2. ☒ Gương mẫu đi đầu ☐ Gương mẫu ☐ Chưa gương mẫu",
        "3. Nhận xét khác: Tham gia đầy đủ các cuộc vận động.", "XÁC NHẬN CỦA ĐẢNG ỦY PHƯỜNG",
        "Võ Tá Nhân", "T/M CHI BỘ", "BÍ THƯ", secretary,
    ]  # fmt: skip


def opinion(name: str = AN) -> list[str]:
    """What the party committee says of somebody."""
    return [
        "ĐẢNG ỦY PHƯỜNG HỒNG SƠN", "ĐẢNG CỘNG SẢN VIỆT NAM", "Hồng Sơn, ngày 03 tháng 12 năm 2024",
        "BẢN NHẬN XÉT CỦA CẤP ỦY QUẢN LÝ CÙNG CẤP", "Năm 2024",
        f"Đối với đồng chí {name}, Phó Bí thư Đảng ủy phường",
        "1. Ưu điểm: Nhiệt tình, trách nhiệm, có uy tín.", "2. Hạn chế: Đôi khi nóng vội.",
        "3. Đề nghị xếp loại: Hoàn thành tốt nhiệm vụ.", "T/M BAN THƯỜNG VỤ", "BÍ THƯ",
        "Bùi Quốc Tuấn",
    ]  # fmt: skip


RESULTS = (
    "Nội dung: kiểm điểm tập thể, cá nhân; bỏ phiếu đề nghị xếp loại.",
    "Kết quả: 25/25 phiếu đề nghị hoàn thành tốt nhiệm vụ.",
    "Hội nghị kết thúc hồi 11 giờ 30 cùng ngày.",
)


def minutes(
    *,
    title: str = "BIÊN BẢN HỘI NGHỊ KIỂM ĐIỂM",
    of: str = "Đảng bộ phường Hồng Sơn",
    chair: str = "Bùi Quốc Tuấn",
    clerk: str = "Phan Thị Thu",
    results: Sequence[str] = RESULTS,
) -> list[str]:
    """The lines of the minutes of a meeting."""
    return [
        "ĐẢNG BỘ THÀNH PHỐ SÔNG LAM", "ĐẢNG ỦY PHƯỜNG HỒNG SƠN", "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Hồng Sơn, ngày 02 tháng 12 năm 2024", title, f"của {of}", "Năm 2024",
        "Hồi 8 giờ 00 ngày 02/12/2024, tại hội trường Đảng ủy phường Hồng Sơn.",
        "Thành phần: Triệu tập 25 đồng chí, có mặt 25, vắng 0.",
        "Chủ trì: đồng chí Bùi Quốc Tuấn, Bí thư Đảng ủy.", "Thư ký: đồng chí Phan Thị Thu.",
        *results, "THƯ KÝ", clerk, "CHỦ TRÌ", chair,
    ]  # fmt: skip


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def statistics(
    code: str,
    *,
    unit: str = "Đảng ủy phường Hồng Sơn",
    year: int = 2024,
    filled: bool = True,
    sums: bool = False,
    hidden: bool = False,
    day: str | dt.date = "Hồng Sơn, ngày 04 tháng 12 năm 2024",
    signed: bool = True,
) -> bytes:
    """A table of figures in Excel.

    Args:
        code: of the table, «6A».
        unit: whose it is.
        year: of which it is.
        filled: whether there are figures.
        sums: whether a row of formulas stands below; no value is kept with them.
        hidden: whether its sheet is hidden, with an empty one before the eye.
        day: on which it was signed.
        signed: whether names stand below the titles.
    """
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = f"Biểu {code}"
    if hidden:
        book.create_sheet("Trang in")
        sheet.sheet_state = "hidden"
        book.active = 1
    sheet["A1"], sheet["D1"] = "THÀNH ỦY SÔNG LAM", f"Biểu số {code}-BTCTW"
    sheet["A2"], sheet["A4"] = unit, f"Năm {year}"
    sheet["A3"] = "TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG"
    sheet.append([])
    sheet.append(["TT", "Nội dung", "Tổng số", "HTXS", "HTT", "HT", "KHT"])
    for number, what, *figures in (
        ("1", "Tổ chức cơ sở đảng", 12, 2, 8, 2, 0),
        ("2", "Chi bộ trực thuộc", 31, 6, 21, 4, 0),
        ("3", "Đảng viên", 412, 80, 280, 45, 7),
    ):
        sheet.append([number, what, *(figures if filled else [None] * 5)])
    if sums:
        sheet.append(["", "Cộng", *[f"=SUM({column}7:{column}9)" for column in "CDEFG"]])
    if day:
        sheet["E12"] = day
    sheet["A13"], sheet["E13"] = "NGƯỜI LẬP BIỂU", "TRƯỞNG BAN"
    if signed:
        sheet["A16"], sheet["E16"] = "Nguyễn Thị Lành", "Đỗ Văn Giang"
    return saved(book)


def formulas() -> bytes:
    """A table in which nobody has ever seen a value."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["A2"] = "Biểu số 6A-BTCTW", "Đảng ủy phường Hồng Sơn"
    sheet["A3"], sheet["A4"] = "Năm 2024", "Ngày 04/12/2024"
    sheet.append(["TT", "Nội dung", "Tổng số"])
    for row in range(3):
        sheet.append([f"={row}+1", '="Đảng viên"', "=SUM(C1:C2)"])
    return saved(book)


def photographed(kind: str = "PNG") -> bytes:
    """A page as a picture."""
    out = io.BytesIO()
    page = Image.new("L", (620, 877), 255)
    for number, text in enumerate(("BAN KIEM DIEM CA NHAN", "Nam 2024", "Nguyen Van An")):
        ImageDraw.Draw(page).text((60, 60 + 30 * number), text, fill=0)
    page.save(out, kind)
    return out.getvalue()


def with_page(*lines: str, wide: bool = False) -> bytes:
    """A Word file of one picture below some lines; `wide`: it fills most of the page."""
    width = 4_000_000 if wide else None
    page = io.BytesIO(photographed())
    return word(lines, after=lambda document: document.add_picture(page, width=width))
