"""Mends that name a command of the terminal, told with the button that does the same."""

import re

_BUTTONS = {
    "number take": "«Lấy số»",
    "number set-next": "«Nối sổ giấy»",
    "number cancel": "«Huỷ số»",
    "number import": "«Nhập sổ từ Excel»",
    "number audit": "«Kiểm tra sổ»",
    "number list": "trang «Số văn bản»",
    "number": "trang «Số văn bản»",
    "build": "«Tạo văn bản» ở trang Văn bản",
    "pdf": "«Tạo PDF để in»",
    "pack": "«Đóng gói»",
    "verify": "«Kiểm lại gói»",
    "summary": "«Tạo báo cáo tổng hợp»",
    "changes": "trang «Nhật ký»",
    "doctor": "trang «Máy»",
    "check": "trang «Bảng»",
    "validate": "trang «Vấn đề»",
}
_NAMES = "|".join(sorted(_BUTTONS, key=len, reverse=True))
_SHORT = "number (?:take|set-next|cancel|import)"
"""What mends name without the program's name."""

_COMMAND = re.compile(
    rf"(?P<run>chạy (?:lại )?)?«?(?:kiemdiem (?P<named>{_NAMES})|(?P<short>{_SHORT}))\b"
    r"(?: --open| THƯ_MỤC| … --dry-run)?»?"
)
_OPTIONS = (
    (re.compile(r"nối sổ giấy \((?:kiemdiem )?number set-next\)"), "«Nối sổ giấy»"),
    (re.compile(r" với --type, --term, --number( \d+)?"), ""),
    (re.compile(r"--type, --term và --number"), "loại, nhiệm kỳ và số"),
    (re.compile(r"ghi --type và --term"), "chọn dãy số trước khi nhập"),
    (re.compile(r"ghi --term"), "ghi ở ô «Nhiệm kỳ»"),
    (re.compile(r"ghi --sheet"), "ghi ở ô «Trang tính»"),
    (re.compile(r" \(--sheet\)"), ""),
    (re.compile(r"sửa --number"), "sửa lại số"),
    (re.compile(r"thêm một dòng «[^»]*»"), "ghi vào ô này"),
    (re.compile(r"thiếu khoá «\w+» \(([^:;(«]+)[^)]*\)"), r"chưa ghi «\1»"),
    (
        re.compile(r"ghi «[^»]+»(, «[^»]+»)*, hoặc in bản để trống \(--de-trong\)"),
        "ghi vào các ô còn trống của biểu, hoặc in bản để trống",
    ),
    (
        re.compile(r"ghi «vai_tro: lanh_dao», «khong_lanh_dao» hoặc «ngoai_he_thong»"),
        "chọn ở ô «Vai trò»",
    ),
    (
        re.compile(r"cả đơn vị như nhau thì ghi một lần ở mac_dinh của đơn vị"),
        (
            "cả đơn vị như nhau thì chọn một lần ở «thông tin chung» của đơn vị, mục «Điều chung "
            "của mọi người trong đơn vị»"
        ),
    ),
    (re.compile(r" \(khoá «kinh_gui»\)"), ""),
    (
        re.compile(r"thêm «kinh_gui:» và mỗi nơi nhận một dòng, bắt đầu bằng dấu gạch"),
        "ghi vào ô «Nơi kính gửi», mỗi nơi một dòng",
    ),
    (re.compile(r"ghi nhiem_vu: từng"), "ghi vào bảng phụ lục từng"),
    (
        re.compile(r"thêm nhiem_ky ở co_quan \(dot\.yaml\) hoặc ở don_vi: ten"),
        "ghi nhiệm kỳ ở thông tin đợt (hoặc thông tin chung của đơn vị): tên nhiệm kỳ",
    ),
    (re.compile(r"thêm --incomplete"), "dùng «Đóng gói khi hồ sơ chưa đủ»"),
)


def as_buttons(said: str) -> str:
    """Return a sentence of the program with the desk's buttons for the commands it names."""
    for option, words in _OPTIONS:
        said = option.sub(words, said)
    return _COMMAND.sub(_button, said)


def _button(found: re.Match[str]) -> str:
    button = _BUTTONS[found["named"] or found["short"]]
    if not found["run"]:
        return button
    if button == _BUTTONS["number take"]:
        button = "«Vào sổ»"  # what is told to be done again has its number already
    again = "lại " if "lại" in found["run"] else ""
    return f"{'xem' if button.startswith('trang') else 'bấm'} {again}{button}"
