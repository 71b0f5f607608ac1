"""Lists after the habits of Party offices: every cell is taken right, or told, or shown as left out."""

import datetime as dt
import unicodedata
from pathlib import Path

import pytest

from tests.opening.workbooks import Sheet, written
from tests.sheets.rosters import Roster, by_name, read, shared, told_cells

XS, TOT, HT, KHT = (
    "Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
)  # fmt: skip
AN, BINH, CUONG, DUNG = "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường", "Phạm Thị Dung"
DONG, TAY = "Chi bộ thôn Đông", "Chi bộ thôn Tây"
N = None
Q, T, C, U, B = "xep_loai.quyet_dinh", "xep_loai.tu_nhan", "xep_loai.chi_bo", "don_vi", "ngay_sinh"
LEVELS = ["HTXSNV", "HTTNV", "HTNV", "KHTNV"]


def one(
    habit: str, rows: list[list[object]], people: dict[str, dict[str, str]], **more: object
) -> Roster:
    """A workbook of one sheet."""
    of_sheet = {"merge", "struck", "hidden_rows", "hidden_columns", "formats", "errors", "name"}
    sheet = Sheet(rows, **{key: value for key, value in more.items() if key in of_sheet})
    rest = {key: value for key, value in more.items() if key not in of_sheet}
    return Roster(habit, [sheet], people, **rest)


WITH_TIME = dt.datetime(1995, 2, 3, 7, 30)  # noqa: DTZ001 - Excel knows no zones
VATM = ["TT", "Họ và tên", "Chức vụ, đơn vị công tác (đảng, chính quyền, đoàn thể)", "Mã chức danh",
        "Điểm nhóm tiêu chí chung", "Điểm nhóm tiêu chí kết quả thực hiện chức trách, NV được giao",
        "Mức tự xếp loại đề xuất", "Tập thể lãnh đạo phòng/trung tâm, ban, đơn vị đề xuất",
        "Cấp có thẩm quyền quyết định, phê duyệt mức xếp loại", "Tóm tắt căn cứ", "Đề xuất nội dung"]  # fmt: skip

WIDE = ["STT", "Mã đảng viên", "Họ và tên khai sinh", "Họ và tên đang dùng", "Giới tính", "Ngày sinh", "Nơi sinh", "Quê quán",
        "Dân tộc", "Tôn giáo", "Nơi đăng ký thường trú", "Nơi ở hiện nay", "Số CCCD", "Ngày cấp", "Nơi cấp", "Số điện thoại",
        "Email", "Ngày vào Đảng", "Nơi kết nạp", "Ngày chính thức", "Nơi chính thức", "Số thẻ đảng viên", "Ngày cấp thẻ",
        "Số lý lịch", "Chi bộ", "Chức vụ Đảng", "Chức vụ chính quyền", "Chức vụ đoàn thể", "Đơn vị công tác",
        "Trình độ giáo dục phổ thông", "Trình độ chuyên môn", "Lý luận chính trị", "Ngoại ngữ", "Tin học", "Khen thưởng",
        "Kỷ luật", "Ghi chú"]  # fmt: skip
WIDE_ROW = [1, "001", AN, N, "Nam", "05/12/1970", "Hà Nam", "xã Lộc Vân", "Kinh", "Không", "thôn Đông", "thôn Đông",
            35070001234.0, "01/01/2021", "Cục CS", 912345678.0, "an@x.vn", dt.date(1995, 2, 3), "Chi bộ 1", "03/02/1996", "Chi bộ 1",
            12345678.0, "03/02/1997", "000123", DONG, "Bí thư", "Trưởng thôn", N, "UBND xã", "12/12", "Đại học", "Trung cấp",
            "B1", "A", "Bằng khen", N, N]  # fmt: skip

ROSTERS = [
    one("một hàng đầu cột", [["STT", "Họ và tên", "Ngày sinh", "Đơn vị"], [1, AN, "05/12/1970", DONG], [2, BINH, "1980", TAY]],
        {AN: {B: "05/12/1970", U: DONG}, BINH: {B: "1980", U: TAY}}),
    one("ngày sinh tách nam, nữ, ô gộp", [["TT", "Họ và tên", "Ngày sinh", N, "Đơn vị"], [N, N, "Nam", "Nữ", N],
        [1, AN, "05/12/1970", N, DONG], [2, BINH, N, "1980", DONG]],
        {AN: {B: "05/12/1970", "gioi_tinh": "nam"}, BINH: {B: "1980", "gioi_tinh": "nữ"}},
        merge=["A1:A2", "B1:B2", "C1:D1", "E1:E2"]),
    one("hai hàng đầu cột không gộp ô", [["TT", "Họ và tên", "Năm sinh", N, "Chức vụ", N, N], [N, N, "Nam", "Nữ", "Đảng", "Chính quyền", "Đoàn thể"],
        [1, AN, 1970, N, "Bí thư", "Trưởng thôn", N], [2, BINH, N, 1980, N, N, "Chi hội trưởng"]],
        {AN: {B: "1970", "chuc_vu.dang": "Bí thư", "chuc_vu.chinh_quyen": "Trưởng thôn"}, BINH: {B: "1980", "chuc_vu.doan_the": "Chi hội trưởng"}}),
    one("ba hàng đầu cột", [["STT", "Họ và tên", "Kết quả đánh giá, xếp loại", N, N, N, N, N, N, N], [N, N, "Cá nhân tự nhận", N, N, N, "Chi bộ", N, N, N],
        [N, N, *LEVELS, *LEVELS], [1, AN, N, "x", N, N, N, "x", N, N], [2, BINH, "x", N, N, N, N, N, "X", N]],
        {AN: {T: TOT, C: TOT}, BINH: {T: XS, C: HT}}, merge=["A1:A3", "B1:B3", "C1:J1", "C2:F2", "G2:J2"]),
    one("đầu trang hai bên, tên danh sách", [["ĐẢNG BỘ XÃ LỘC VÂN", N, "ĐẢNG CỘNG SẢN VIỆT NAM"], ["CHI BỘ THÔN ĐÔNG"], ["*", N, "Lộc Vân, ngày 05 tháng 12 năm 2026"],
        [N], ["DANH SÁCH ĐẢNG VIÊN"], ["năm 2026"], ["STT", "Họ và tên", "Năm sinh"], [1, AN, 1970]],
        {AN: {B: "1970", U: "CHI BỘ THÔN ĐÔNG"}}, merge=["A5:C5", "A6:C6"]),
    one("tên danh sách ngay trên đầu cột", [["DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN ĐÔNG NĂM 2026"], ["STT", "Họ và tên", "Năm sinh"], [1, AN, 1970]],
        {AN: {B: "1970", U: "CHI BỘ THÔN ĐÔNG"}}, merge=["A1:C1"]),
    one("đơn vị ghi ở đầu", [["Đơn vị: Chi bộ thôn Đông"], ["TT", "Họ tên", "NS"], [1, AN, 1970]], {AN: {U: DONG, B: "1970"}}),
    one("hàng cộng, người lập, chữ ký", [["STT", "Họ và tên", "Năm sinh", "Chức vụ"], [1, AN, 1970, "Bí thư"], [2, BINH, 1980, N], ["Tổng cộng: 02 đảng viên"],
        [N], [N, "NGƯỜI LẬP BIỂU", N, "T/M CHI BỘ"], [N, "(Ký, ghi rõ họ tên)", N, "BÍ THƯ"], [N], [N, "Lê Thị Hoa", N, "Nguyễn Văn Ký"]],
        {AN: {B: "1970"}, BINH: {B: "1980"}}, absent=["Lê Thị Hoa", "Nguyễn Văn Ký", "NGƯỜI LẬP BIỂU", "Người Lập Biểu"]),
    one("hàng đơn vị số La Mã ở cột STT", [["STT", "Họ và tên", "Năm sinh"], ["I", "Chi bộ thôn Đông", N], [1, AN, 1970], ["II", "Chi bộ thôn Tây", N], [1, BINH, 1980]],
        {AN: {U: DONG}, BINH: {U: TAY}}, absent=[DONG, TAY]),
    one("hàng đơn vị gộp ngang", [["STT", "Họ và tên", "Năm sinh"], ["I. CHI BỘ THÔN ĐÔNG"], [1, AN, 1970], ["II. CHI BỘ THÔN TÂY"], [2, BINH, 1980]],
        {AN: {U: "CHI BỘ THÔN ĐÔNG"}, BINH: {U: "CHI BỘ THÔN TÂY"}}, merge=["A2:C2", "A4:C4"]),
    one("hàng đơn vị có số người", [["STT", "Họ và tên", "Năm sinh"], [N, "Chi bộ thôn Đông (2 đảng viên)", N], [1, AN, 1970], [N, "Chi bộ thôn Tây: 01 đ/c", N], [2, BINH, 1980]],
        {AN: {U: DONG}, BINH: {U: TAY}}),
    one("hàng đơn vị có số cộng", [["STT", "Họ và tên", *LEVELS], ["I", DONG, 1, 1, 0, 0], [1, AN, "x", N, N, N], [2, BINH, N, "x", N, N]],
        {AN: {Q: XS, U: DONG}, BINH: {Q: TOT, U: DONG}}, absent=[DONG]),
    one("đơn vị tên lạ, đánh số như các đơn vị trước", [["STT", "Họ và tên", "Năm sinh"], ["I", DONG, N], [1, AN, 1970], ["II", "Doanh nghiệp Hưng Thịnh", N], [1, BINH, 1980]],
        {AN: {U: DONG}, BINH: {U: "Doanh nghiệp Hưng Thịnh"}}),
    one("đơn vị viết tắt CB", [["STT", "Họ và tên", "Năm sinh"], ["I", DONG, N], [1, AN, 1970], ["II", "CB Công An", N], [1, BINH, 1980]],
        {AN: {U: DONG}, BINH: {U: "CB Công An"}}, absent=["CB Công An"]),
    one("mục trong đơn vị đánh số khác", [["STT", "Họ và tên", "Năm sinh"], ["I", DONG, N], ["a", "Đảng viên chính thức", N], [1, AN, 1970], ["II", "Đảng viên dự bị", N], [2, BINH, 1980]],
        {AN: {U: DONG}, BINH: {U: DONG}}),
    one("mục quần chúng, mục chuyển đi dưới danh sách", [["TT", "Họ và tên", "Năm sinh"], ["I. Đảng viên"], [1, AN, 1970], ["II. Quần chúng ưu tú đang bồi dưỡng kết nạp"], [1, BINH, 1980],
        ["III. Đảng viên đã chuyển sinh hoạt đi"], [1, CUONG, 1990], ["IV. Đảng viên mới chuyển đến"], [1, DUNG, 1985]],
        {AN: {B: "1970"}, DUNG: {B: "1985"}}, told={"B5": "KD869", "B7": "KD869"}, absent=[BINH, CUONG]),
    one("chức vụ viết sau họ tên", [["TT", "Họ và tên, chức vụ", "Năm sinh"], [1, AN + ", Bí thư", 1970], [2, BINH + " - Phó Bí thư", 1980], [3, CUONG + "\nBí thư Chi đoàn", 1990], [4, "Phạm Thị\nDung", 1985]],
        {AN: {B: "1970"}, BINH: {B: "1980"}, CUONG: {B: "1990"}, DUNG: {B: "1985"}}, told={"B2": "KD819", "B3": "KD819", "B4": "KD819"}),
    one("đơn vị không phải chi bộ", [["STT", "Họ và tên", "Chức vụ"], ["A", "Trường Mầm non Hoa Sen", N], [1, AN, "Hiệu trưởng"], ["B", "Trạm Y tế", N], [1, BINH, "Trạm trưởng"]],
        {AN: {U: "Trường Mầm non Hoa Sen", "chuc_vu.chinh_quyen": "Hiệu trưởng"}, BINH: {U: "Trạm Y tế"}}),
    one("cột đơn vị gộp dọc", [["Chi bộ", "TT", "Họ và tên", "Năm sinh"], [DONG, 1, AN, 1970], [N, 2, BINH, 1980], [TAY, 1, CUONG, 1990]],
        {AN: {U: DONG}, BINH: {U: DONG}, CUONG: {U: TAY}}, merge=["A2:A3"]),
    one("đơn vị ghi một lần, dưới để trống", [["Chi bộ", "TT", "Họ và tên"], [DONG, 1, AN], [N, 2, BINH], [TAY, 1, CUONG], [N, 2, DUNG]],
        {AN: {U: DONG}, BINH: {U: DONG}, CUONG: {U: TAY}, DUNG: {U: TAY}}),
    one("đơn vị ghi ở mọi dòng, một dòng bỏ trống", [["Chi bộ", "TT", "Họ và tên"], [DONG, 1, AN], [DONG, 2, BINH], [N, 3, CUONG]],
        {AN: {U: DONG}, BINH: {U: DONG}, CUONG: {U: ""}}),
    one("mỗi chi bộ một bảng, đầu cột lặp lại", [["Chi bộ thôn Đông"], ["TT", "Họ và tên", "Năm sinh"], [1, AN, 1970], [N], ["Chi bộ thôn Tây"], ["TT", "Họ và tên", "Năm sinh"], [1, BINH, 1980]],
        {AN: {U: DONG}, BINH: {U: TAY}}, absent=["Họ và tên"]),
    one("mỗi chi bộ một bảng có chữ ký", [["CHI BỘ THÔN ĐÔNG"], ["TT", "Họ và tên", "Năm sinh"], [1, AN, 1970], [N, "Người lập", "Bí thư"], [N, "Lê Thị Hoa", "Trần Văn Ký"],
        ["CHI BỘ THÔN TÂY"], ["DANH SÁCH ĐẢNG VIÊN"], ["TT", "Họ và tên", "Năm sinh"], [1, BINH, 1980]],
        {AN: {U: "CHI BỘ THÔN ĐÔNG"}, BINH: {U: "CHI BỘ THÔN TÂY"}}, absent=["Lê Thị Hoa"]),
    one("đầu cột lặp lại ở trang sau", [["TT", "Họ và tên", "Năm sinh"], [1, AN, 1970], ["TT", "Họ và tên", "Năm sinh"], [2, BINH, 1980]],
        {AN: {B: "1970"}, BINH: {B: "1980"}}),
    Roster("mỗi chi bộ một trang", [Sheet([["TT", "Họ và tên"], [1, AN]], name=DONG), Sheet([["TT", "Họ và tên"], [1, BINH]], name=TAY)],
        {AN: {U: DONG}, BINH: {U: TAY}}),
    one("họ đệm và tên hai cột", [["TT", "Họ và chữ đệm", "Tên", "Năm sinh"], [1, "Nguyễn Văn", "An", 1970], [2, "Trần Thị", "Bình", 1980]], {AN: {B: "1970"}, BINH: {B: "1980"}}),
    one("họ và tên hai cột dưới đầu cột gộp", [["TT", "Họ và tên", N, "Năm sinh"], [1, "Nguyễn Văn", "An", 1970], [2, "Trần Thị", "Bình", 1980]], {AN: {B: "1970"}, BINH: {B: "1980"}}, merge=["B1:C1"]),
    one("họ và tên hai cột, cột sau không có đầu", [["TT", "Họ và tên", N, "Năm sinh"], [1, "Nguyễn Văn", "An", 1970], [2, "Trần Thị", "Bình", 1980]], {AN: {B: "1970"}, BINH: {B: "1980"}}),
    one("họ, tên dưới đầu cột chung", [["TT", "Họ và tên", N, "NS"], [N, "Họ đệm", "Tên", N], [1, "Nguyễn Văn", "An", 1970]], {AN: {B: "1970"}}, merge=["A1:A2", "B1:C1", "D1:D2"]),
    one("tên viết hoa, có đồng chí", [["TT", "Họ và tên", "NS"], [1, "NGUYỄN VĂN AN", 1970], [2, "Đ/c Trần Thị Bình", 1980], [3, "đồng chí Lê Văn Cường", 1990]],
        {AN: {B: "1970"}, BINH: {B: "1980"}, CUONG: {B: "1990"}}),
    one("tên kèm chữ trong ngoặc", [["TT", "Họ và tên", "NS"], [1, "Nguyễn Văn An (Bí thư)", 1970], [2, "Trần Thị Bình (*)", 1980]],
        {AN: {B: "1970"}, BINH: {B: "1980"}}, told={"B2": "KD819"}),
    one("đầu cột viết tắt, dấu sao", [["S.T.T", "H.tên ĐV (*)", "N.sinh", "C.vụ", "ĐVCT", "Ngày vào ĐCSVN", "X.loại"], [1, AN, 1970, "Bí thư", "UBND xã", "03/02/1995", "HTT"]],
        {AN: {B: "1970", "chuc_vu.dang": "Bí thư", "don_vi_cong_tac": "UBND xã", "ngay_vao_dang": "03/02/1995", Q: TOT}}),
    one("đầu cột có hướng dẫn", [["STT", "Họ và tên *\n(viết chữ in hoa)", "Ngày, tháng, năm sinh\n(dd/mm/yyyy)", "Giới tính (Nam/Nữ)"], [1, "NGUYỄN VĂN AN", "5/12/1970", "Nam"]],
        {AN: {B: "05/12/1970", "gioi_tinh": "nam"}}),
    one("đầu cột không dấu", [["STT", "Ho va ten", "Ngay sinh", "Gioi tinh", "Chuc vu Dang"], [1, AN, "05/12/1970", "Nam", "Bí thư"]],
        {AN: {B: "05/12/1970", "gioi_tinh": "nam", "chuc_vu.dang": "Bí thư"}}),
    one("thứ tự cột khác", [["Xếp loại", "Chức vụ", "Năm sinh", "Họ và tên", "Đơn vị"], ["HTT", "Bí thư", 1970, AN, DONG]], {AN: {Q: TOT, B: "1970", U: DONG}}),
    one("danh sách 37 cột", [WIDE, WIDE_ROW], {AN: {B: "05/12/1970", "gioi_tinh": "nam", "ngay_vao_dang": "03/02/1995", "ngay_chinh_thuc": "03/02/1996", U: DONG,
        "chuc_vu.dang": "Bí thư", "chuc_vu.chinh_quyen": "Trưởng thôn", "don_vi_cong_tac": "UBND xã"}}),
    one("hàng đánh số cột", [["TT", "Họ và tên", "NS", "Xếp loại"], ["(1)", "(2)", "(3)", "(4)"], [1, AN, 1970, "HTTNV"]], {AN: {Q: TOT}}, absent=["(2)"]),
    one("hàng đánh số cột A B 1 2", [["TT", "Họ và tên", "NS", "Xếp loại"], ["A", "B", 1, 2], [1, AN, 1970, "HTTNV"]], {AN: {Q: TOT}}, absent=["B"]),
    one("ngày viết nhiều kiểu", [["TT", "Họ và tên", "Ngày sinh"], [1, "Một Văn A", "5.12.1970"], [2, "Hai Văn A", "ngày 05 tháng 12 năm 1970"], [3, "Ba Văn A", "1970-12-05"],
        [4, "Bốn Văn A", "12/1970"], [5, "Năm Văn A", "Sinh năm 1970"], [6, "Sáu Văn A", "5-12-70"], [7, "Bảy Văn A", "31/02/1970"], [8, "Tám Văn A", "05/12/1970 00:00:00"], [9, "Chín Văn A", "12/25/1970"]],
        {"Một Văn A": {B: "05/12/1970"}, "Hai Văn A": {B: "05/12/1970"}, "Ba Văn A": {B: "05/12/1970"}, "Bốn Văn A": {B: "12/1970"}, "Năm Văn A": {B: "1970"}, "Tám Văn A": {B: "05/12/1970"}},
        told={"C7": "KD812", "C8": "KD812", "C10": "KD812"}),
    one("ngày của Excel", [["TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng"], [1, AN, dt.date(1970, 12, 5), WITH_TIME], [2, BINH, 25907, 34733], [3, CUONG, dt.date(1980, 12, 1), dt.date(1999, 3, 2)]],
        {AN: {B: "05/12/1970", "ngay_vao_dang": "03/02/1995"}, BINH: {B: "05/12/1970", "ngay_vao_dang": "03/02/1995"}, CUONG: {B: "12/1980", "ngay_vao_dang": "02/03/1999"}}, formats={"C4": "mm/yyyy", "D4": "m/d/yyyy"}),
    one("chỉ có năm ở cột cần đủ ngày", [["TT", "Họ và tên", "Ngày vào Đảng"], [1, AN, "1995"], [2, BINH, "2/1996"], [3, CUONG, 1997]], {AN: {}, BINH: {}, CUONG: {}}, told={"C2": "KD812", "C3": "KD812", "C4": "KD812"}),
    one("năm gõ vào ô định dạng ngày", [["TT", "Họ và tên", "Năm sinh"], [1, AN, 1970]], {AN: {}}, formats={"C2": "dd/mm/yyyy"}, told={"C2": "KD812"}),
    one("ngày, tháng, năm ba cột", [["TT", "Họ và tên", "Ngày sinh", N, N], [N, N, "Ngày", "Tháng", "Năm"], [1, AN, 5, 12, 1970], [2, BINH, N, N, 1980]],
        {AN: {B: "05/12/1970"}, BINH: {B: "1980"}}, merge=["A1:A2", "B1:B2", "C1:E1"]),
    one("vào Đảng dự bị, chính thức", [["TT", "Họ và tên", "Ngày vào Đảng", N], [N, N, "Dự bị", "Chính thức"], [1, AN, "03/02/1995", "03/02/1996"]],
        {AN: {"ngay_vao_dang": "03/02/1995", "ngay_chinh_thuc": "03/02/1996"}}, merge=["A1:A2", "B1:B2", "C1:D1"]),
    one("dấu đánh nhiều kiểu", [["TT", "Họ và tên", "Xếp loại", N, N, N], [N, N, *LEVELS], [1, AN, "✓", N, N, N], [2, BINH, N, "☒", N, N], [3, CUONG, N, N, "ü", N], [4, DUNG, "☐", "☐", "☐", "☑"]],
        {AN: {Q: XS}, BINH: {Q: TOT}, CUONG: {Q: HT}, DUNG: {Q: KHT}}, merge=["A1:A2", "B1:B2", "C1:F1"]),
    one("hai dấu, không dấu, chữ lạ", [["TT", "Họ và tên", "Xếp loại", N, N, N], [N, N, *LEVELS], [1, AN, "x", "x", N, N], [2, BINH, N, N, N, N], [3, CUONG, N, "đạt", N, N]],
        {AN: {}, BINH: {Q: ""}, CUONG: {}}, merge=["A1:A2", "B1:B2", "C1:F1"], told={"C3": "KD814", "D3": "KD814", "D5": "KD814"}),
    one("số 1 thay dấu", [["TT", "Họ và tên", "HTXSNV", "HTTNV", "HTNV", "KHTNV"], [1, AN, 1, N, N, N], [2, BINH, N, 1, N, N], [N, "Cộng", 1, 1, N, N]], {AN: {Q: XS}, BINH: {Q: TOT}}, absent=["Cộng"]),
    one("mức bằng chữ, chữ tắt", [["TT", "Họ và tên", "Tự đánh giá", "Chi bộ đề nghị", "Đảng ủy quyết định"], [1, AN, "Tốt", "HTT", "hoàn thành tốt nhiệm vụ"], [2, BINH, "HTXSNV", "HTTNV", "Hoàn thành  tốt NV"], [3, CUONG, "KHTNV", "Khá", "-"]],
        {AN: {T: TOT, C: TOT, Q: TOT}, BINH: {T: XS, C: TOT, Q: TOT}, CUONG: {T: KHT, Q: ""}}, told={"D4": "KD813"}),
    one("các bước dưới đầu cột chung", [["TT", "Họ và tên", "Đánh giá, xếp loại chất lượng", N, N, N], [N, N, "Cá nhân", "Chi ủy", "Chi bộ", "Đảng ủy"], [1, AN, "HTXSNV", "HTT", "HTT", "HTT"]],
        {AN: {T: XS, "xep_loai.chi_uy": TOT, C: TOT, Q: TOT}}, merge=["A1:A2", "B1:B2", "C1:F1"]),
    one("kết quả hai năm", [["TT", "Họ và tên", "Xếp loại năm 2025", "Xếp loại năm 2026"], [1, AN, "HTT", "HTXSNV"]], {AN: {}}, told={"C1": "KD803", "D1": "KD803"}),
    one("kết quả hai năm đã chọn", [["TT", "Họ và tên", "Xếp loại năm 2025", "Xếp loại năm 2026"], [1, AN, "HTT", "HTXSNV"]], {AN: {Q: XS}},
        kept={"Xếp loại năm 2026": "xep_loai.xep_loai.quyet_dinh", "Xếp loại năm 2025": ""}),
    one("mẫu 14", [VATM, [1, AN, "Bí thư chi bộ, Trưởng phòng", "A1", "28,5", 62.25, "HTXSNV", "HTTNV", "HTTNV", "…", N]],
        {AN: {"cham_diem.chung": "28.5", "cham_diem.nhiem_vu": "62.25", T: XS, Q: TOT, "chuc_vu.dang": "Bí thư chi bộ"}}),
    one("điểm nhiều kiểu", [["TT", "Họ và tên", "Tổng điểm"], [1, "Một Văn A", "90,5"], [2, "Hai Văn A", 90.5], [3, "Ba Văn A", "90.5 điểm"], [4, "Bốn Văn A", 0.85], [5, "Năm Văn A", dt.date(2026, 5, 27)], [6, "Sáu Văn A", 90.123], [7, "Bảy Văn A", "85 %"], [8, "Tám Văn A", 100]],
        {"Một Văn A": {"cham_diem.tong": "90.5"}, "Hai Văn A": {"cham_diem.tong": "90.5"}, "Ba Văn A": {"cham_diem.tong": "90.5"}, "Tám Văn A": {"cham_diem.tong": "100"}},
        formats={"C5": "0%"}, told={"C5": "KD816", "C6": "KD816", "C7": "KD816", "C8": "KD816"}),
    one("biểu phiếu có tỷ lệ", [["STT", "Họ và tên", "Hoàn thành xuất sắc nhiệm vụ", N, "Hoàn thành tốt nhiệm vụ", N], [N, N, "Số phiếu", "Tỷ lệ %", "Số phiếu", "Tỷ lệ %"], [1, AN, 8, 0.8, 2, 0.2], [2, BINH, 1, 0.1, 9, 0.9]],
        {AN: {"phieu.hoan_thanh_xuat_sac": "8", "phieu.hoan_thanh_tot": "2"}, BINH: {"phieu.hoan_thanh_xuat_sac": "1", "phieu.hoan_thanh_tot": "9"}}, merge=["A1:A2", "B1:B2", "C1:D1", "E1:F1"], formats={"D3": "0%"}),
    one("kết quả kiểm phiếu", [["TT", "Họ và tên", "Số phiếu phát ra", "Số phiếu thu về", "Số phiếu hợp lệ", "Số phiếu không hợp lệ", "Kết quả bỏ phiếu", N, N, N], [N, N, N, N, N, N, *LEVELS], [1, AN, 10, 10, 9, 1, 8, "1", 0, 0]],
        {AN: {"phat_ra": "10", "hop_le": "9", "khong_hop_le": "1", "phieu.hoan_thanh_xuat_sac": "8", "phieu.hoan_thanh_tot": "1", "phieu.hoan_thanh": "0"}}, merge=["G1:J1"]),
    one("xếp loại tổ chức đảng", [["TT", "Tên tổ chức đảng", "Tự nhận", "Đảng ủy quyết định"], [1, DONG, "HTXSNV", "HTTNV"], [2, TAY, "HTT", "HTT"], [N, "Tổng cộng", N, N]],
        {DONG: {T: XS, Q: TOT, U: DONG}, TAY: {T: TOT}}, absent=["Tổng cộng"]),
    one("danh sách tập thể", [["TT", "Tên tập thể", "Đơn vị", "Kết quả xếp loại"], [1, "Ban Thường vụ Đảng ủy xã", "Đảng ủy xã Lộc Vân", "HTT"], [2, "Ủy ban nhân dân xã", "UBND xã", "HTXSNV"]],
        {"Ban Thường vụ Đảng ủy xã": {Q: TOT}, "Ủy ban nhân dân xã": {Q: XS, U: "UBND xã"}}),
    one("tập thể, cá nhân chung bảng", [["STT", "Tập thể, cá nhân", "Xếp loại"], ["I", "Tập thể", N], [1, "Chi bộ thôn Đông", "HTT"], ["II", "Cá nhân", N], [1, AN, "HTXSNV"]],
        {DONG: {Q: TOT}, AN: {Q: XS}}, absent=["Tập thể", "Cá nhân"]),
    one("nơi cư trú", [["TT", "Họ và tên", "Nơi cư trú", "Chi bộ nơi cư trú", "Ngày nhận xét"], [1, AN, "xã Lộc Vân", "Chi bộ thôn Bắc", "01/12/2026"]],
        {AN: {"noi_cu_tru.xa": "xã Lộc Vân", "noi_cu_tru.chi_bo": "Chi bộ thôn Bắc", "noi_cu_tru.ngay_nhan_xet": "01/12/2026"}}),
    one("hàng bị lọc", [["TT", "Họ và tên", "NS"], [1, AN, 1970], [2, BINH, 1980], [3, CUONG, 1990]], {AN: {B: "1970"}, CUONG: {B: "1990"}}, hidden_rows=[3], told={"A3": "KD806"}, absent=[BINH]),
    one("cột ẩn", [["TT", "Họ và tên", "Xếp loại", "NS"], [1, AN, "HTT", 1970]], {AN: {B: "1970"}}, hidden_columns=["C"], told={"C1": "KD807"}),
    Roster("trang cũ đang ẩn", [Sheet([["TT", "Họ và tên"], [1, AN]], name="2026"), Sheet([["TT", "Họ và tên"], [1, BINH]], name="2025", state="hidden")], {AN: {}}, told={"A1": "KD805"}, absent=[BINH]),
    Roster("trang ẩn được gọi tên", [Sheet([["TT", "Họ và tên"], [1, AN]], name="2026"), Sheet([["TT", "Họ và tên"], [1, BINH]], name="2025", state="hidden")], {BINH: {}}, wanted=["2025"], absent=[AN]),
    one("gạch ngang người đã chuyển", [["TT", "Họ và tên", "NS"], [1, AN, 1970], [2, BINH, 1980]], {AN: {}}, struck=["A3", "B3", "C3"], told={"B3": "KD810"}, absent=[BINH]),
    one("gạch ngang một ô", [["TT", "Họ và tên", "NS", "Xếp loại"], [1, AN, 1970, "HTT"]], {AN: {B: "1970"}}, struck=["D2"], told={"D2": "KD810"}),
    one("ô lỗi, công thức chưa tính", [["TT", "Họ và tên", "NS", "Xếp loại"], [1, AN, "#N/A", "=VLOOKUP(B2,X!A:B,2,0)"], [2, BINH, 1980, "HTT"]], {AN: {}, BINH: {Q: TOT}}, errors={"C2": "#N/A"}, told={"C2": "KD808", "D2": "KD809"}),
    one("STT và hàng cộng là công thức", [["TT", "Họ và tên", "HTXSNV", "HTTNV"], ["=ROW()-1", AN, "x", N], ["=ROW()-1", BINH, N, "x"], ["Cộng", N, "=COUNTA(C2:C3)", "=COUNTA(D2:D3)"]], {AN: {Q: XS}, BINH: {Q: TOT}}),
    one("tên người là công thức", [["TT", "Họ và tên", "NS"], [1, '=B9&" "&C9', 1970], [2, BINH, 1980]], {BINH: {}}, told={"B2": "KD809"}),
    one("vài ô TCVN3", [["TT", "Họ và tên", "Chức vụ"], [1, AN, "BÝ th­ chi bé"], [2, "TrÇn ThÞ B×nh", "Trưởng thôn"]], {AN: {}}, told={"C2": "KD811", "B3": "KD811"}),
    one("cả trang TCVN3", [["TT", "Hä vµ tªn", "N¨m sinh"], [1, "NguyÔn V¨n An", 1970]], {}, told={"A1": "KD811"}),
    one("dấu tổ hợp (NFD)", [[unicodedata.normalize("NFD", each) for each in ("STT", "Họ và tên", "Xếp loại")], [1, unicodedata.normalize("NFD", AN), unicodedata.normalize("NFD", TOT)]], {AN: {Q: TOT}}),
    one("dán từ trang web", [["TT", "Họ\xa0và\xa0tên\u200b", "Ngày\xa0sinh"], [1, "Nguyễn\xa0Văn\xa0An\u200b", "\xa005/12/1970 "]], {AN: {B: "05/12/1970"}}),
    one("xuống dòng trong ô", [["TT", "Họ và\ntên", "Chức vụ"], [1, "Nguyễn Văn\nAn", "Phó Bí thư\nĐảng ủy xã\nChủ tịch UBND xã"]], {AN: {"chuc_vu.dang": "Phó Bí thư Đảng ủy xã", "chuc_vu.chinh_quyen": "Chủ tịch UBND xã"}}),
    one("dấu nháy đầu ô", [["TT", "Họ và tên", "NS", "Nhóm"], [1, "'Nguyễn Văn An", "'1970", "'001"]], {AN: {B: "1970", "nhom": "001"}}),
    one("số ở cột chữ", [["TT", "Họ và tên", "Nhóm"], [1, AN, 1], [2, BINH, 12345678901234567890.0], [3, CUONG, 7]], {AN: {}, BINH: {}, CUONG: {"nhom": "007"}}, formats={"C4": "000"}, told={"C2": "KD817", "C3": "KD817"}),
    one("chức vụ một cột", [["TT", "Họ và tên", "Chức vụ"], [1, AN, "Phó Bí thư Đảng ủy, Chủ tịch UBND xã; Ủy viên UBMTTQ"]], {AN: {"chuc_vu.dang": "Phó Bí thư Đảng ủy", "chuc_vu.chinh_quyen": "Chủ tịch UBND xã", "chuc_vu.doan_the": "Ủy viên UBMTTQ"}}),
    one("giới tính hai cột đánh dấu", [["TT", "Họ và tên", "Giới tính", N, "NS"], [N, N, "Nam", "Nữ", N], [1, AN, "x", N, 1970], [2, BINH, N, "x", 1980]], {AN: {"gioi_tinh": "nam"}, BINH: {"gioi_tinh": "nữ"}}, merge=["A1:A2", "B1:B2", "C1:D1", "E1:E2"]),
    one("một cột Nữ đánh dấu", [["TT", "Họ và tên", "Nữ", "NS"], [1, AN, N, 1970], [2, BINH, "x", 1980]], {AN: {"gioi_tinh": ""}, BINH: {"gioi_tinh": "nữ"}}),
    one("cột Nam, Nữ không có đầu cột chung", [["TT", "Họ và tên", "Nam", "Nữ"], [1, AN, 1970, N], [2, BINH, N, "05/12/1980"]], {AN: {B: "1970", "gioi_tinh": "nam"}, BINH: {B: "05/12/1980", "gioi_tinh": "nữ"}}),
    one("ĐV là đơn vị", [["TT", "Họ và tên", "ĐV"], [1, AN, DONG]], {AN: {U: DONG}}),
    one("ĐV là đảng viên", [["TT", "ĐV", "NS", "Chi bộ"], [1, AN, 1970, DONG]], {AN: {U: DONG, B: "1970"}}),
    one("cột đảng viên đánh dấu", [["TT", "Họ và tên", "NS", "Đảng viên", "CBCCVC"], [1, AN, 1970, "x", "x"], [2, BINH, 1980, N, "không"]], {AN: {"dang_vien": "có", "cong_chuc": "có"}, BINH: {"dang_vien": "", "cong_chuc": "không"}}),
    Roster("trang hướng dẫn, trang tổng hợp", [Sheet([["HƯỚNG DẪN GHI BIỂU"], ["1. Ghi đủ họ và tên"]], name="Hướng dẫn"), Sheet([["TT", "Họ và tên"], [1, AN]], name="DS"), Sheet([["Nội dung", "Số lượng"], ["Tổng số đảng viên", 12]], name="TH")], {AN: {}}, told={"A1": "KD802"}),
    one("không có STT, có chữ ký", [["Họ và tên", "Năm sinh", "Chức vụ"], [AN, 1970, "Bí thư"], [BINH, 1980, N], [N, N, "Lộc Vân, ngày 05 tháng 12 năm 2026"], ["Người lập", N, "Bí thư"], ["Lê Thị Hoa", N, "Nguyễn Văn Ký"]], {AN: {}, BINH: {}}, absent=["Lê Thị Hoa"]),
    one("số thứ tự in sẵn, dòng trống", [["TT", "Họ và tên", "NS"], [1, AN, 1970], [2, N, N], [3, N, N]], {AN: {}}),
    one("nhóm người trong bảng", [["TT", "Họ và tên", "NS"], ["A", "CÁN BỘ LÃNH ĐẠO", N], [1, AN, 1970], ["B", "Đảng viên không giữ chức vụ", N], [2, BINH, 1980]], {AN: {}, BINH: {}}, absent=["CÁN BỘ LÃNH ĐẠO", "Cán Bộ Lãnh Đạo"]),
    one("một người hai hàng gộp", [["TT", "Họ và tên", "NS", "Chức vụ"], [1, AN, 1970, "Bí thư"], [N, N, N, "Trưởng thôn"], [2, BINH, 1980, N]], {AN: {"chuc_vu.dang": "Bí thư", "chuc_vu.chinh_quyen": "Trưởng thôn"}, BINH: {B: "1980"}}, merge=["A2:A3", "B2:B3", "C2:C3"]),
    one("bảng không bắt đầu ở A1", [[N], [N], [N, N, "TT", "Họ và tên", "NS"], [N, N, 1, AN, 1970]], {AN: {B: "1970"}}),
    one("chỉ có họ tên", [["Họ và tên"], [AN], [BINH]], {AN: {}, BINH: {}}),
    one("đầu cột tên lạ", [["STT", "Nhân sự", "Năm sinh", "Chức vụ"], [1, AN, 1970, "Bí thư"], [2, BINH, 1980, N]], {AN: {B: "1970"}, BINH: {B: "1980"}}),
    one("người không ghi số thứ tự", [["TT", "Họ và tên", "NS"], [1, AN, 1970], [N, BINH, 1980], [2, CUONG, 1990], [N, DUNG, 1991]], {AN: {}, BINH: {}, CUONG: {}, DUNG: {}}),
    one("dòng không có tên", [["TT", "Họ và tên", "NS"], [1, AN, 1970], [2, N, 1980], [3, CUONG, 1990]], {AN: {}, CUONG: {}}, told={"A3": "KD818"}),
    one("tập thể có mức trong danh sách người", [["TT", "Họ và tên", "Xếp loại"], ["I", DONG, "HTT"], [1, AN, "HTXSNV"]], {DONG: {Q: TOT}, AN: {Q: XS}}),
    one("thời hạn", [["STT", "Nội dung công việc", "Thời hạn", "Đơn vị thực hiện"], [1, "Nộp hồ sơ", "05/12/2026", "Các chi bộ"]], {"Nộp hồ sơ": {"ngay": "05/12/2026", "ap_dung": "Các chi bộ"}}),
    one("cột quê quán có xã, phường", [["TT", "Họ và tên", "Quê quán", N, "NS"], [N, N, "Xã, phường", "Tỉnh", N], [1, AN, "xã Lộc Vân", "Hà Nam", 1970]], {AN: {B: "1970"}}, merge=["C1:D1"]),
    one("xếp loại quý không phải xếp loại năm", [["TT", "Họ và tên", "Xếp loại quý I", "Xếp loại quý II", "Xếp loại năm 2026"], [1, AN, "HTXSNV", "HTXSNV", "HTT"]], {AN: {Q: TOT}}),
    one("ngày quyết định xếp loại", [["TT", "Họ và tên", "Kết quả xếp loại", "Ngày quyết định"], [1, AN, "HTT", "10/12/2026"]], {AN: {Q: TOT, "xep_loai.ngay_quyet_dinh": "10/12/2026"}}),
    one("tên biểu là tự xếp loại, bốn cột đánh dấu", [["KẾT QUẢ TỰ XẾP LOẠI CỦA ĐẢNG VIÊN"], ["STT", "Họ và tên", *LEVELS], [1, AN, "x"]], {AN: {T: XS}}),
    one("danh sách chi bộ có tên bí thư", [["STT", "Chi bộ", "Bí thư", "Số ĐV", "Xếp loại"], [1, DONG, AN, 20, "HTT"], [2, TAY, BINH, 22, "HTXSNV"]], {DONG: {Q: TOT, U: DONG}, TAY: {Q: XS}}, absent=[AN]),
    one("danh mục để chọn ở bên phải", [["STT", "Họ và tên", "Xếp loại", N, "Danh mục"], [1, AN, "HTT", N, "HTXSNV"], [N, N, N, N, "HTTNV"], [N, N, N, N, "HTNV"]], {AN: {Q: TOT}}),
    one("hai bảng, tập thể và cá nhân", [["I. TẬP THỂ"], ["STT", "Tập thể", "Xếp loại"], [1, "Ban Chấp hành Đảng bộ xã", "HTT"], [N], ["II. CÁ NHÂN"], ["STT", "Họ và tên", "Chức vụ", "Xếp loại"], [1, AN, "Bí thư Đảng ủy", "HTT"]],
        {"Ban Chấp hành Đảng bộ xã": {Q: TOT}, AN: {Q: TOT, "chuc_vu.dang": "Bí thư Đảng ủy"}}),
    one("đảng bộ bộ phận, chi bộ hai cấp", [["STT", "Họ và tên", "NS"], ["I", "ĐẢNG BỘ BỘ PHẬN A"], ["1", "Chi bộ Trường THCS"], ["1.1", AN, 1970], ["2", "Chi bộ Trạm Y tế"], ["2.1", BINH, 1980]],
        {AN: {U: "Chi bộ Trường THCS"}, BINH: {U: "Chi bộ Trạm Y tế"}}),
    one("chi bộ chia tổ đảng", [["CHI BỘ THÔN ĐÔNG"], ["STT", "Họ và tên", "NS"], ["Tổ đảng số 1"], [1, AN, 1970], ["Tổ đảng số 2"], [2, BINH, 1980]], {AN: {U: "CHI BỘ THÔN ĐÔNG"}, BINH: {U: "CHI BỘ THÔN ĐÔNG"}}),
    one("bảng tổng hợp ở dưới", [["STT", "Họ và tên", "Xếp loại"], [1, AN, "HTT"], [2, BINH, "HTT"], [N], ["TỔNG HỢP"], ["Mức", "Số lượng", "Tỷ lệ"], ["HTXSNV", 0, 0], ["HTTNV", 2, 1], ["Cộng", 2, N]], {AN: {Q: TOT}, BINH: {Q: TOT}}, absent=["Số lượng"]),
    one("điểm tự chấm và điểm của cấp có thẩm quyền", [["STT", "Họ và tên", "Điểm tự chấm", N, "Điểm cấp có thẩm quyền chấm", N], [N, N, "Tiêu chí chung", "Tổng điểm", "Tiêu chí chung", "Tổng điểm"], [1, AN, 28, 90, 27.5, 88.5]], {AN: {}},
        merge=["C1:D1", "E1:F1"], told=dict.fromkeys(("C2", "D2", "E2", "F2"), "KD803")),
    one("chính thức, dự bị là dấu", [["TT", "Họ và tên", "Đảng viên", N, "NS"], [N, N, "Chính thức", "Dự bị", N], [1, AN, "x", N, 1970], [2, BINH, N, "x", 1980]], {AN: {B: "1970"}, BINH: {B: "1980"}}, merge=["C1:D1"]),
    one("hàng kẻ bằng gạch", [["Họ và tên", "Ngày sinh"], ["-----", "-----"], [AN, "05/12/1970"], ["_____"]], {AN: {B: "05/12/1970"}}),
    one("chi bộ ở đầu, tên ở ô bên", [["Chi bộ:", "thôn Đông"], ["STT", "Họ tên", "Chức vụ"], [1, AN, "Bí thư"]], {AN: {U: DONG}}),
    one("bảng in hai cột cạnh nhau", [["TT", "Họ và tên", "NS", N, "TT", "Họ và tên", "NS"], [1, AN, 1970, N, 2, BINH, 1980]], {}, told={"F1": "KD868"}, absent=[AN, BINH]),
    one("hai danh sách của hai chi bộ cạnh nhau", [["Chi bộ thôn Đông", N, N, N, "Chi bộ thôn Tây"], ["TT", "Họ và tên", "NS", N, "TT", "Họ và tên", "NS"], [1, AN, 1970, N, 1, BINH, 1980]], {}, told={"F2": "KD868"}, absent=[AN, BINH]),
    one("ghi chú người đã mất, đã chuyển", [["TT", "Họ và tên", "NS", "Ghi chú"], [1, AN, 1970, "Từ trần 02/10/2026"], [2, BINH, 1980, "Đã chuyển sinh hoạt đi"], [3, CUONG, 1990, "Đã chuyển đến từ Đảng bộ khác"]], {CUONG: {B: "1990"}}, told={"D2": "KD869", "D3": "KD869"}, absent=[AN, BINH]),
    one("ghi chú khác", [["TT", "Họ và tên", "NS", "Ghi chú"], [1, AN, 1970, "Đã mất thẻ đảng, đang xin cấp lại"], [2, BINH, 1980, "miễn sinh hoạt"]], {AN: {B: "1970"}, BINH: {B: "1980"}}),
    one("tên chỉ một chữ", [["TT", "Họ và tên", "NS"], [1, AN, 1970], [2, "Đạt", 1984]], {AN: {B: "1970"}}, told={"B3": "KD870"}, absent=["Đạt"]),
]  # fmt: skip


def write(roster: Roster, path: Path) -> Path:
    return written(path, *roster.sheets)


def check(roster: Roster, path: Path) -> None:
    found = read(path, roster.kept, roster.wanted)
    people = by_name(found)
    for name, values in roster.people.items():
        assert name in people, (name, people, found.told)
        for key, value in values.items():
            said = {got for each, got in people[name].items() if each.partition(".")[2] == key}
            assert said == {value}, (name, key, people[name])
    assert not set(roster.absent) & people.keys()
    told = told_cells(found)
    for cell, code in roster.told.items():
        assert told.get(cell) == code, told
    wrong = {each for each in told if each not in roster.told}
    assert not wrong, [(each, told[each]) for each in wrong]
    if not roster.told:
        assert set(people) == set(roster.people), set(people) ^ set(roster.people)


def test_the_habits_are_as_many_as_were_promised() -> None:
    assert len({each.habit for each in ROSTERS}) == len(ROSTERS) > 60


@pytest.mark.parametrize("roster", ROSTERS, ids=lambda each: each.habit)
def test_a_list_is_taken_right_or_told(roster: Roster, tmp_path: Path) -> None:
    check(roster, write(roster, tmp_path / "a.xlsx"))


@pytest.mark.parametrize("roster", ROSTERS, ids=lambda each: each.habit)
def test_the_same_list_saved_by_another_program_is_read_alike(
    roster: Roster, tmp_path: Path
) -> None:
    check(roster, shared(write(roster, tmp_path / "a.xlsx")))
