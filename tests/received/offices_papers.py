"""Papers and tables that are no review forms: good ones, and others that only look like them."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from tests.received.corpus import AN, ANH, CO, KY, SAI, XEM, Data, put
from tests.received.offices import OF_THE_UNIT, THACH_HA, Case, handed_in, own
from tests.received.typed_forms import ANSWERS, report
from tests.received.typed_papers import (
    declaration,
    formulas,
    minutes,
    opinion,
    residence,
    statistics,
    supplement,
)

MEETING = {"muc": "3.3", "ai": OF_THE_UNIT, "phan": "Biên bản hội nghị"}
BUREAU = {"muc": "3.3", "ai": OF_THE_UNIT, "phan": "Biên bản họp"}
REPORT = {
    "muc": "3.1",
    "ai": OF_THE_UNIT,
    "phan": "Báo cáo kiểm điểm",
    "ten": "3.1 Báo cáo BTV.docx",
}


def good_papers() -> Iterator[Case]:
    def case(la: str, lines: list[str], *also: Any, **more: Any) -> Case:
        return handed_in("tot-giay-khac", la, lines, CO, *also, **more)

    yield case("ke khai", declaration(), muc="1.2")
    yearly = declaration(
        title="BẢN KÊ KHAI TÀI SẢN, THU NHẬP HẰNG NĂM (1)",
        year="(Ngày 28 tháng 11 năm 2024) (2)",
    )
    ten = f"{AN}/1.2. Kê khai TSTN.docx"
    yield case("ke khai hang nam (1)", yearly, muc="1.2", ten=ten)
    yield case("phieu bo sung ly lich", supplement(), muc="1.3")
    yield case("phieu nhan xet noi cu tru", residence(), muc="1.4")
    yield case("nhan xet cap uy", opinion(), muc="1.5")
    yield case("bien ban hoi nghi", minutes(), ten="3.3 Biên bản.docx", **MEETING)
    bureau = minutes(
        title="BIÊN BẢN HỌP KIỂM ĐIỂM, ĐÁNH GIÁ, XẾP LOẠI",
        of="Ban Thường vụ Đảng ủy phường Hồng Sơn",
    )
    yield case("bien ban hop BTV", bureau, ten="3.3 Biên bản họp BTV.docx", **BUREAU)
    yield case("bao cao BTV", report(), **REPORT)
    short = report(
        who="BTV Đảng ủy phường Hồng Sơn",
        opening="Căn cứ kết quả lãnh đạo, BTV Đảng ủy phường Hồng Sơn kiểm điểm như sau:",
    )
    yield case("bao cao BTV, chu BTV viet tat", short, XEM, **REPORT)


def other_papers() -> Iterator[Case]:
    """Another paper under the name of the one that is asked for."""

    def case(la: str, lines: list[str], *labels: Any, **more: Any) -> Case:
        return handed_in("van-ban-khac", la, lines, *labels, **more)

    reminder = [
        "ĐẢNG ỦY PHƯỜNG HỒNG SƠN", "Số 12-CV/ĐU", "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Hồng Sơn, ngày 20 tháng 11 năm 2024", "V/v Bản kê khai tài sản, thu nhập năm 2024",
        "Kính gửi: các đồng chí Ủy viên Ban Thường vụ",
        f"Đề nghị đồng chí {AN} và các đồng chí nộp bản kê khai trước ngày 30/11/2024.",
        "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Bùi Quốc Tuấn",
    ]  # fmt: skip
    la = "cong van nhac nop ke khai, nhac ten An"
    yield case(la, reminder, XEM, None, SAI, muc="1.2")
    civil = [
        "TRƯỜNG THCS HỒNG SƠN", "PHIẾU NHẬN XÉT, ĐÁNH GIÁ CÔNG CHỨC", "Năm 2024",
        f"Họ và tên: {AN}", "Kết quả công tác chuyên môn: tốt",
        "Hồng Sơn, ngày 20 tháng 11 năm 2024", "HIỆU TRƯỞNG", "Lê Thị Nga",
    ]  # fmt: skip
    la = "phieu nhan xet vien chuc (khong phai noi cu tru)"
    yield case(la, civil, XEM, None, SAI, muc="1.4")
    of = "Ban Thường vụ Đảng ủy phường Hồng Sơn tháng 11"
    matter = "Nội dung: triển khai thu quỹ quốc phòng, bàn công tác nhân sự đại hội."
    monthly = minutes(title="BIÊN BẢN HỌP", of=of, results=[matter])
    ten = "3.3 Biên bản họp.docx"
    yield case("bien ban hop thuong ky thang 11", monthly, XEM, None, SAI, ten=ten, **BUREAU)
    title = "BIÊN BẢN HỘI NGHỊ LẤY PHIẾU GIỚI THIỆU QUY HOẠCH"
    matter = "Nội dung: lấy phiếu giới thiệu quy hoạch cán bộ nhiệm kỳ 2025 - 2030."
    cadres = minutes(title=title, results=[matter])
    ten = "3.3 Biên bản hội nghị.docx"
    yield case("bien ban hoi nghi can bo", cadres, XEM, None, SAI, ten=ten, **MEETING)
    invitation = [
        "ĐẢNG ỦY PHƯỜNG HỒNG SƠN", "GIẤY MỜI", "Biên bản hội nghị kiểm điểm năm 2024 xin gửi sau",
        "Hồng Sơn, ngày 20 tháng 11 năm 2024", "Bùi Quốc Tuấn",
    ]  # fmt: skip
    yield case("giay moi hop kiem diem", invitation, None, XEM, SAI, ten="giấy mời.docx", **MEETING)
    missing = [
        "DANH SÁCH CHƯA NỘP BẢN KIỂM ĐIỂM CÁ NHÂN NĂM 2024", AN, ANH,
        "Hồng Sơn, ngày 02 tháng 12 năm 2024", "Bùi Quốc Tuấn",
    ]  # fmt: skip
    la = "danh sach nguoi chua nop ban kiem diem"
    yield case(la, missing, None, XEM, SAI, ten="danh sách.docx")
    elsewhere = [
        each.replace("Hồng Sơn", "Nam Hà").replace("HỒNG SƠN", "NAM HÀ") for each in minutes()
    ]
    ten = "3.3 Biên bản.docx"
    yield case("bien ban cua phuong khac", elsewhere, XEM, SAI, ten=ten, **MEETING)
    blank = own(
        about=["Họ và tên: ............", "Ngày sinh: ............"], blank=ANSWERS, degree=(),
        level=(), sign="", date="…, ngày … tháng … năm …", confirmed=[],
    )  # fmt: skip
    downloaded = ["Luật sư tư vấn - Tải mẫu 02B", *blank]
    yield case("mau trang tai tren mang (2023)", downloaded, XEM, KY, SAI)


def _table(nhom: str, la: str, data: Data, *labels: Any, code: str = "6A", **more: Any) -> Case:
    ket, *also = labels
    ten = more.pop("ten", f"Biểu {code}.xlsx")
    phan = f"Biểu {code}"
    return Case(nhom, la, ten, put(data), ket, also, "3.5", OF_THE_UNIT, phan, **more)


def good_tables() -> Iterator[Case]:
    for code in ("6A", "6E1"):
        ten = f"Biểu {code} Hồng Sơn.xlsx"
        yield _table("tot-xlsx", f"bieu {code}", partial(statistics, code), CO, code=code, ten=ten)
    dated = partial(statistics, "6B", day=date(2024, 12, 4))
    yield _table("tot-xlsx", "bieu 6B, ngay that", dated, CO, code="6B", ten="Bieu 6B.xlsx")


def other_tables() -> Iterator[Case]:
    """Tables that are empty, unsigned or of another unit, year or number."""
    case = partial(_table, "xlsx")
    yield case("bieu trong khong so lieu", partial(statistics, "6A", filled=False), XEM)
    hidden = partial(statistics, "6A", hidden=True)
    yield case("so lieu chi o trang an, trang thay duoc trong", hidden, XEM, None)
    last_year = partial(statistics, "6A", year=2023, day="Hồng Sơn, ngày 04 tháng 12 năm 2023")
    yield case("cua nam 2023", last_year, SAI)
    yield case("cua phuong khac", partial(statistics, "6A", unit="Đảng ủy phường Nam Hà"), XEM, SAI)
    yield case("khong ngay", partial(statistics, "6A", day=""), KY)
    yield case("co khoi ky nhung khong ten", partial(statistics, "6A", signed=False), KY, CO, XEM)
    yield case("cong thuc khong co gia tri luu", partial(statistics, "6A", sums=True), CO, XEM)
    yield case("toan cong thuc khong co gia tri", formulas, XEM)
    yield case("bieu 6B mang ten 6A", partial(statistics, "6B"), XEM, None, SAI, CO)
    acute = partial(statistics, "6A", unit="Đảng ủy xã Thạch Hà")
    yield case("xa Thach Ha (dau huyen) nop vao Thach Hạ", acute, XEM, SAI, office=THACH_HA)
    right = partial(statistics, "6A", unit="Đảng ủy xã Thạch Hạ")
    yield case("xa Thach Hạ", right, CO, office=THACH_HA)
    east = partial(statistics, "6A", unit="Đảng ủy phường Hồng Sơn Đông")
    yield case("phuong Hong Son Dong nop vao Hong Son", east, XEM, SAI)
    html = "<html><body><table><tr><td>Biểu 6A</td></tr></table></body></html>"
    yield case("xlsx that ra la html", html.encode(), XEM)
    yield case("csv doi duoi", "TT,Nội dung\n1,Đảng viên".encode(), XEM)
