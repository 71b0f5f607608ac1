"""Whether there is something below a title, figures in a table."""

from dataclasses import replace

import pytest

from generator.received.expected import Expected
from generator.received.filled import own_part, unfilled
from generator.regulations.regimes import regime_for
from tests.received.test_findings import COLLECTIVE, FORM, PAPER, form, said, seen


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("1. Nhà ở:", "2. Đất:", "không có"), 1),
        (("1. Nhà ở:", "2. Đất:", "3. Xe:"), 2),
        (("I. Tài sản:", "II. Thu nhập:", "x"), 1),
        (("I. Tài sản:", "1. Nhà ở: một căn"), 0),
        (("1. Nhà ở:", "1.1. Căn hộ: 72 m2"), 0),
        (("1.1. Nhà ở:", "1.2. Đất: không"), 1),
        (("1.1. Nhà ở:", "2. Đất: không"), 1),
        (("1. Nhà ở:", "II. Thu nhập"), 1),
        (("1) Nhà ở:", "2) Đất: không"), 1),
        (("1/ Nhà ở: ", "2- Đất: không"), 1),
        (("1. Nhà ở: một căn", "2. Đất: không"), 0),
        (("1. Nhà ở", "2. Đất: không"), 0),
        (("Nhà ở:", "2. Đất: không"), 0),
        (("1. Nhà ở:", "một căn"), 0),
        (("1. Nhà ở:",), 0),
    ],
)
def test_a_title_with_the_next_right_below_was_not_filled_in(
    lines: tuple[str, ...], count: int
) -> None:
    told = [f"{count} mục chưa ghi nội dung"] if count else []
    assert said(unfilled, PAPER, *lines) == told


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("III. Diễn biến hội nghị", "IV. Ý kiến phát biểu", "Không có ý kiến."), 1),
        (("III. Diễn biến hội nghị", "Từng đồng chí đọc.", "IV. Ý kiến phát biểu", "Không."), 0),
        (("I. Kiểm điểm tập thể", "II. Kiểm điểm cá nhân", "III. Bỏ phiếu", "Đủ."), 0),
        (("II. Nội dung", "Đủ.", "III. Diễn biến", "IV. Ý kiến", "V. Kết luận", "VI. Bầu", "x"), 3),
        (("I. Kiểm điểm", "II. Bỏ phiếu", "Đã gửi.", "I. Kiểm điểm", "Đọc.", "II. Bỏ phiếu"), 0),
        (("I. Quyền sử dụng đất: không có", "II. Nhà ở: một căn"), 0),
        (("I. Không có.", "II. Nhà ở: một căn"), 0),
    ],
)
def test_a_part_of_minutes_with_the_next_right_below_is_empty(
    lines: tuple[str, ...], count: int
) -> None:
    told = [f"{count} mục chưa ghi nội dung"] if count else []
    assert said(unfilled, PAPER, *lines) == told


def test_a_question_left_by_whoever_read_it_before_is_told() -> None:
    assert said(unfilled, PAPER, "(??? xem lại số hộ)") == ["còn chữ của bản mẫu: «???»"]
    assert said(unfilled, PAPER, "Vì sao còn chậm?") == []


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Họ và tên: ……Nguyễn Văn An…………", False),
        ("Ngày sinh: ...12/3/1975......", False),
        ("Chức vụ: ………… Đơn vị công tác: …………", True),
        ("Họ và tên: …Nguyễn Văn An… Chức vụ: ………………", True),
        ("Nhận xét: ………………", True),
    ],
)
def test_an_answer_typed_into_the_dots_leaves_no_dotted_line(line: str, left: bool) -> None:
    told = ["còn 1 dòng chấm chưa điền"] if left else []
    assert said(unfilled, PAPER, "Đủ.", line) == told


TABLE = Expected(2024, regime_for(2024), titles=("Biểu 6A",))


@pytest.mark.parametrize(
    ("cells", "filled"),
    [
        (("1", "Chi bộ", "12"), True),
        (("1", "Chi bộ", "2", "Đảng viên", "2"), True),
        (("1", "Chi bộ", "0"), True),
        (("1", "Chi bộ", "98.5"), True),
        (("1", "Chi bộ", "1.234"), True),
        (("1", "Chi bộ", "2", "Đảng viên", "3.1", "Nữ", "3.5"), True),
        # numbers of rows and columns only
        (("1", "Chi bộ", "2", "Đảng viên", "3", "Khác", "3.1", "Nữ", "3.2", "Trẻ"), False),
        (("1", "Chi bộ", "2", "Đảng viên", "3", "Tổ chức"), False),
        (("1", "2", "3", "1", "Chi bộ", "2", "Đảng viên"), False),
        (("Năm 2024", "TT", "Nội dung"), False),
        ((), False),
    ],
)
def test_a_table_has_figures_beside_its_numbering(cells: tuple[str, ...], filled: bool) -> None:
    told = [each.ly_do for each in unfilled(seen("Biểu 6A", *cells, kind="xlsx"), TABLE)]
    assert told == ([] if filled else ["biểu chưa có số liệu"])


def test_figures_are_asked_of_tables_only() -> None:
    assert said(unfilled, TABLE, "Biểu 6A") == ["biểu chưa có số liệu"]
    assert list(unfilled(seen("Biểu 6A", kind="pdf"), TABLE)) == []  # its cells share a line
    assert list(unfilled(seen("Bản kê khai tài sản", kind="xlsx"), PAPER)) == []


@pytest.mark.parametrize(
    "answer",
    [
        "(theo các nội dung nêu trên)",
        "(theo mẫu (nếu có) của cấp trên)",
        "Tự đánh giá về cấp độ thực hiện: ☐ Xuất sắc ☒ Tốt",
        "III. ",
        "3/",
        "b)",
        "12 - 2024",
        "☒ Hoàn thành tốt",
    ],
)
def test_hints_boxes_and_numbers_are_no_answer(answer: str) -> None:
    lines = form(below={"han_che": answer})
    assert said(unfilled, FORM, *lines) == ["chưa ghi nội dung mục «Hạn chế, khuyết điểm»"]


@pytest.mark.parametrize("answer", ["(đã báo cáo) Không có", "Đạt 98%", "2 việc chậm", "Có III"])
def test_words_beside_them_are(answer: str) -> None:
    assert said(unfilled, FORM, *form(below={"han_che": answer})) == []


def test_the_own_part_ends_at_the_signature_of_the_writer() -> None:
    lines = ("Nội dung", "NGƯỜI TỰ KIỂM ĐIỂM", "Nguyễn Văn An")
    assert own_part(lines, FORM) == lines[:1]
    assert own_part(("Nội dung", "Người tự kiểm điểm: An"), FORM) == ("Nội dung",)
    assert own_part(lines[:1], FORM) == lines[:1]
    assert own_part(lines, PAPER) == lines
    assert own_part(lines, COLLECTIVE) == lines


@pytest.mark.parametrize("answer", ["Không.", "Không có", "- Không có gì."])
def test_nobody_has_no_duties_and_no_morals_to_speak_of(answer: str) -> None:
    """Weaknesses, and what the collective lacks, somebody may not have."""
    told = "mục «Việc thực hiện nhiệm vụ, quyền hạn và…» chỉ ghi «Không»"
    assert said(unfilled, FORM, *form(below={"uu_diem.nhiem_vu": answer})) == [told]
    assert said(unfilled, FORM, *form(below={"han_che": answer, "giai_trinh": answer})) == []
    more = "Không có việc quá hạn."
    assert said(unfilled, FORM, *form(below={"uu_diem.nhiem_vu": more})) == []


@pytest.mark.parametrize("answer", ["Không có.", "Không được gợi ý kiểm điểm."])
def test_who_was_asked_to_explain_does_not_say_that_nothing_was_asked(answer: str) -> None:
    asked = replace(FORM, goi_y=True)
    told = "có văn bản gợi ý kiểm điểm nhưng mục giải trình ghi «Không có»"
    assert said(unfilled, asked, *form(below={"giai_trinh": answer})) == [told]
    given = "Không có việc để chậm giải ngân: 12/12 dự án đã giải ngân."
    assert said(unfilled, asked, *form(below={"giai_trinh": given})) == []


def test_dotted_lines_left_below_an_answer_are_no_gap() -> None:
    """Our printed forms leave more room than most people need; where nothing stands it is asked."""
    below = {"uu_diem.nhiem_vu": "Hoàn thành 12/12 việc.\n\t\n\t"}
    lines = [each for line in form(below=below) for each in line.split("\n")]
    assert said(unfilled, FORM, *lines) == []
    lines = [each for line in form(below={"giai_trinh": "\t\n\t"}) for each in line.split("\n")]
    assert "\t" in lines
    assert said(unfilled, FORM, *lines) != []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Đơn vị công tác: Ủy ban nhân dân xã Lộc Vân.........", []),
        ("Chức vụ Đảng: Chi ủy viên ………………", []),
        ("Chức vụ Đảng: ………………", ["còn 1 dòng chấm chưa điền"]),
        ("Hoàn thành 12/12 việc: vượt ………………", ["còn 1 dòng chấm chưa điền"]),
    ],
)
def test_dots_left_behind_the_answer_of_a_field_are_no_gap(line: str, told: list[str]) -> None:
    assert said(unfilled, FORM, line, *form()) == told


def test_a_heading_copied_below_itself_is_no_answer() -> None:
    heading = next(line for line in form() if line.startswith("Hạn chế, khuyết điểm và"))
    assert said(unfilled, FORM, *form(below={"phuong_huong": heading})) == []
    own = next(part.tieu_de for part in FORM.bieu_mau.phan if part.khoa == "phuong_huong")
    told = said(unfilled, FORM, *form(below={"phuong_huong": f"{own}."}))
    assert len(told) == 1
    assert said(unfilled, FORM, *form(below={"phuong_huong": f"{own}: học ngoại ngữ."})) == []
