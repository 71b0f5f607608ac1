"""Sixty bad inputs of tables, structure, signers and copies: each with its code, its line, its mend.

Nothing is made where the letter would be wrong without anybody seeing it.
"""

from pathlib import Path

import pytest

from generator.building.render import render_path
from generator.problems import Problem, Severity
from tests.opening.test_pool import pdf

DOT = """ten: Đợt
nam: 2026
dia_danh: Tân Hòa
co_quan: {ten: Đảng ủy xã Tân Hòa, cap_tren: Đảng bộ tỉnh Bình Minh, ky_hieu: ĐU}
ky: {quyen_han: T/M Ban Thường vụ, chuc_vu: Phó Bí thư, ho_ten: Lê Thị Mẫu}
noi_nhan: [Các chi bộ trực thuộc, Lưu Văn phòng Đảng ủy]
"""
HEAD = "loai: bao-cao\ntrich_yeu: kết quả năm 2026\nso: 5\nngay: 03/12/2026\n"
BODY = f"{HEAD}noi_dung: |\n  Như sau:\n"
GIVEN = f"{BODY}bang:\n"
ANNEX = f"{BODY}phu_luc:\n  - tieu_de: Biểu\n"
COPY = "loai: sao-luc\nso: 7\nngay: 12/12/2026\nnoi_nhan: [Các chi bộ, Lưu Văn phòng Đảng ủy]\n"
ROWS = "TT;Tên\n1;An\n"
WIDE = "| " + " | ".join(["Nghiêm túc"] * 12) + " |"

# text, code, line, a word of message or mend
TABLES = {
    "no dashes": (f"{BODY}  | TT | Tên |\n  | 1 | An |\n", "KD173", 7, "|---|---|"),
    "dashes first": (f"{BODY}  |---|---|\n  | 1 | An |\n", "KD173", 7, "đầu cột"),
    "a lonely row": (f"{BODY}  | TT | Tên |\n", "KD173", 7, "dòng gạch"),
    "dashes of words": (f"{BODY}  | TT | Tên |\n  |-a-|---|\n  | 1 | An |\n", "KD173", 7, "dòng gạch"),
    "cell too many": (f"{BODY}  | a | b |\n  |--|--|\n  | 1 | 2 | 3 |\n", "KD174", 9, "3 ô"),
    "cell too few": (f"{BODY}  | a | b | c |\n  |-|-|-|\n  | 1 | 2 |\n", "KD174", 9, "3 cột"),
    "heads too few": (f"{BODY}  | a | b |\n  |-|-|-|\n  | 1 | 2 | 3 |\n", "KD174", 7, "2 ô"),
    "uneven second heads": (f"{BODY}  | a | b |\n  | c |\n  |-|-|\n  | 1 | 2 |\n", "KD174", 8, "1 ô"),
    "bar in a cell": (f"{BODY}  | a | b |\n  |-|-|\n  | x | y | z |\n", "KD174", 9, "\\|"),
    "second table uneven": (f"{BODY}  | a |b|\n  |-|-|\n  |1|2|\n\n  | c |d|\n  |-|-|\n  |1|2|3|\n", "KD174", 13, "3 ô"),
    "in an annex": (f"{ANNEX}    noi_dung: |\n      | a | b |\n", "KD173", 10, "dòng gạch"),
    "uneven in an annex": (f"{ANNEX}    noi_dung: |\n      | a | b |\n      |-|-|\n      | 1 | 2 | 3 |\n", "KD174", 12, "2 cột"),
    "line to no table": (f"{BODY}  [bảng 1]\n", "KD175", 7, "bảng 1"),
    "line beyond the tables": (f"{BODY}  [bảng 2]\nbang:\n  - {{cot: [a], hang: [[1]]}}\n", "KD175", 7, "có 1 bảng"),
    "given uneven": (f"{GIVEN}  - cot: [a, b]\n    hang:\n      - [1, 2, 3]\n", "KD174", 10, "3 ô"),
    "given without rows": (f"{GIVEN}  - cot: [a, b]\n", "KD177", 8, "thiếu cả hai"),
    "given without columns": (f"{GIVEN}  - hang: [[1, 2]]\n", "KD177", 8, "thiếu cot"),
    "rows and a file": (f"{GIVEN}  - cot: [a, b]\n    tep: ds.csv\n    hang: [[1, 2]]\n", "KD177", 8, "cả hai"),
    "no file": (f"{GIVEN}  - tep: khong-co.csv\n", "KD176", 8, "không có tệp"),
    "misspelt file": (f"{GIVEN}  - tep: sd.csv\n", "KD176", 8, "«ds.csv»"),
    "file elsewhere": (f"{GIVEN}  - tep: ../ds.csv\n", "KD176", 8, "cùng thư mục"),
    "another ending": (f"{GIVEN}  - tep: ds.ods\n", "KD176", 8, ".xlsx"),
    "csv of an old encoding": (f"{GIVEN}  - tep: ansi.csv\n", "KD176", 8, "UTF-8"),
    "csv of TCVN3": (f"{GIVEN}  - tep: tcvn3.csv\n", "KD176", 8, "TCVN3"),
    "csv with an open quote": (f"{GIVEN}  - tep: ngoac.csv\n", "KD176", 8, "ngoặc kép"),
    "empty csv": (f"{GIVEN}  - tep: rong.csv\n", "KD176", 8, "ít nhất một hàng"),
    "heads only": (f"{GIVEN}  - tep: dau.csv\n", "KD176", 8, "ít nhất một hàng"),
    "too long": (f"{GIVEN}  - tep: dai.csv\n", "KD176", 8, "5000 hàng"),
    "damaged workbook": (f"{GIVEN}  - tep: hong.xlsx\n", "KD176", 8, "hỏng"),
    "width of nothing": (f"{GIVEN}  - cot: [{{ten: a, rong: 2}}]\n    hang: [[1]]\n", "KD114", 8, "5"),
    "side of nowhere": (f"{GIVEN}  - cot: [{{ten: a, can: lệch}}]\n    hang: [[1]]\n", "KD110", 8, "giữa"),
    "unknown key": (f"{GIVEN}  - cots: [a]\n    hang: [[1]]\n", "KD101", 8, "cot"),
    "too wide": (f"{BODY}  {WIDE}\n  |{'-|' * 12}\n  {WIDE}\n", "KD179", 7, "165 mm"),
    "too wide annex": (f"{ANNEX}    noi_dung: |\n      {WIDE}\n      |{'-|' * 12}\n      {WIDE}\n", "KD179", 10, "ngang: có"),
    "empty annex": (ANNEX, "KD178", 8, "không có nội dung"),
    "mark without note": (f"{BODY}  | a[^x] | b |\n  |-|-|\n  | 1 | 2 |\n", "KD129", 7, "x"),
    "mark in a given cell": (f"{GIVEN}  - cot: [a]\n    hang: [['An[^x]']]\n", "KD129", 9, "x"),
    "html in a cell": (f"{BODY}  | a | b |\n  |-|-|\n  | <b>1</b> | 2 |\n", "KD062", 9, "HTML"),
}  # fmt: skip
STRUCTURE = {
    "article missing": (f"{BODY}  Điều 1. Phạm vi\n  Điều 3. Thi hành\n", "KD243", 8, "Điều 2"),
    "article twice": (f"{BODY}  Điều 1. Phạm vi\n  Điều 1. Thi hành\n", "KD243", 8, "Điều 2"),
    "chapter missing": (f"{BODY}  Chương I\n  Một\n  Điều 1. A\n  Chương III\n  Hai\n  Điều 2. B\n", "KD243", 10, "Chương II"),
    "clause missing": (f"{BODY}  Điều 1. A\n  1. Một.\n  3. Ba.\n  Điều 2. B\n", "KD243", 9, "khoản 2"),
    "point missing": (f"{BODY}  Điều 1. A\n  a) Một;\n  c) Ba.\n  Điều 2. B\n", "KD243", 9, "điểm b"),
    "article with a colon": (f"{BODY}  Điều 1: Phạm vi\n", "KD247", 7, "Điều 1. Phạm vi"),
    "article in capitals": (f"{BODY}  ĐIỀU 1. Phạm vi\n", "KD247", 7, "Điều 1. Phạm vi"),
    "chapter with its name": (f"{BODY}  Chương I: Quy định chung\n", "KD247", 7, "dòng riêng"),
    "part with its name": (f"{BODY}  Phần thứ nhất - Đánh giá\n", "KD247", 7, "dòng riêng"),
    "as in no article": (f"{BODY}  Điều 1. Phạm vi\n  Điều 2. Thi hành\nnoi_nhan: [Như Điều 4, Lưu Văn phòng Đảng ủy]\n", "KD244", 9, "4"),
    "decision without grounds": (BODY.replace("bao-cao", "quyet-dinh"), "KD237", 1, "căn cứ"),
    "kind of the State": (BODY.replace("bao-cao", "hop-dong"), "KD246", 1, "hợp đồng"),
    "kind of nobody": (BODY.replace("bao-cao", "to-bao"), "KD032", 1, "bao-cao"),
    "minutes as a slip": (BODY.replace("bao-cao", "biên bản họp"), "KD032", 1, "bien-ban"),
}  # fmt: skip
SIGNERS = {
    "a list of signers": (f"{BODY}ky: [{{chuc_vu: Bí thư, ho_ten: An}}, {{chuc_vu: Chủ tịch, ho_ten: Bình}}]\n", "KD235", 7, "cung_ky"),
    "second signer without a name": (f"{BODY}cung_ky: [{{chuc_vu: Chủ tịch}}]\n", "KD180", 7, "họ tên"),
    "second signer without a post": (f"{BODY}cung_ky: [{{ho_ten: Bình}}]\n", "KD180", 7, "chức vụ"),
    "State's sign beside": (f"{BODY}cung_ky: [{{quyen_han: TM. Ủy ban, chuc_vu: Chủ tịch, ho_ten: Bình}}]\n", "KD211", 7, "T/M"),
    "title before a name": (f"{BODY}cung_ky: [{{chuc_vu: Chủ tịch, ho_ten: TS. Bình}}]\n", "KD219", 7, "TS."),
    "who confirms has no name": (f"{BODY}xac_nhan: {{chuc_vu: Chánh Văn phòng}}\n", "KD180", 7, "họ tên"),
    "receiver without a name": (f"{BODY}tiep_nhan: {{noi_dung: [Tiếp nhận ngày …]}}\n", "KD102", 7, "ten"),
    "issued file that is not there": (f"{BODY}ban_phat_hanh: 5-bc.pdf\n", "KD673", 7, "5-bc.pdf"),
}  # fmt: skip
COPIES = {
    "copy of a damaged PDF": (f"{COPY}ban_goc: hong.pdf\n", "KD181", 5, "hỏng"),
    "copy of an empty file": (f"{COPY}ban_goc: rong.pdf\n", "KD181", 5, "rỗng"),
    "copy of nothing": (f"{COPY}ban_goc: khong.pdf\n", "KD127", 5, "khong.pdf"),
    "extract of a PDF": (f"{COPY}hinh_thuc: trích sao\nban_goc: tot.pdf\n", "KD186", 5, "sao lục"),
    "copy called by its form": (f"{COPY}ban_goc: tot.pdf\n".replace("sao-luc", "sao-y"), "KD032", 1, "loai: sao-luc"),
}  # fmt: skip
CASES = TABLES | STRUCTURE | SIGNERS | COPIES
WARNED = {"KD062", "KD179", "KD243", "KD244", "KD247", "KD237", "KD673"}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "dot.yaml").write_text(DOT, "utf-8")
    files = {
        "ds.csv": ROWS.encode(), "ansi.csv": "TT;Họ tên\n1;Nguyễn Văn Ấn\n".encode("cp1258", "replace"),
        "tcvn3.csv": "TT;Hä vµ tªn\n1;NguyÔn V¨n An\n".encode(), "ngoac.csv": b'TT;T\n1;"A\n',
        "rong.csv": b"", "dau.csv": b"TT;T\n", "dai.csv": b"a;b\n" + b"1;2\n" * 6000,
        "hong.xlsx": b"PK\x03\x04 damaged", "ds.ods": b"x", "tot.pdf": pdf("Cong van"),
        "hong.pdf": b"%PDF-1.4 cut", "rong.pdf": b"",
    }  # fmt: skip
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def rendered(folder: Path, text: str) -> tuple[list[Path], list[Problem]]:
    path = folder / "van-ban.yaml"
    path.write_text(text, "utf-8")
    return render_path(path, folder / "ra.docx", None)


@pytest.mark.parametrize("name", CASES)
def test_a_bad_input_has_its_code_its_line_and_its_mend(name: str, office: Path) -> None:
    text, code, line, word = CASES[name]
    made, problems = rendered(office, text)
    found = [each for each in problems if each.code == code]
    assert found, [(each.code, each.place.line) for each in problems]
    assert [each.place.line for each in found] == [line]
    assert word in f"{found[0].message} {found[0].mend}"
    warned = found[0].severity is Severity.WARNING
    assert warned == (code in WARNED)
    assert bool(made) == warned


def test_there_are_sixty_of_them() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("text", [BODY, f"{GIVEN}  - tep: ds.csv\n", f"{COPY}ban_goc: tot.pdf\n"])
def test_the_sound_letters_they_are_made_of_are_left_alone(text: str, office: Path) -> None:
    made, problems = rendered(office, text)
    assert made
    assert [each.code for each in problems if each.severity is Severity.ERROR] == []
