"""What YAML and Word hide from a clerk is told with its place, and nothing else is."""

import pytest

from generator.reading.cautions import cautions
from generator.reading.yaml_text import parse

HEAD = "loai: cong-van\n"


def told(text: str) -> list[tuple[str, int, int]]:
    assert isinstance(parse(HEAD + text), dict)
    found = cautions(HEAD + text)
    return [(each.code, each.place.line, each.place.column) for each in found]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("trich_yeu: Điều #1 và # 2 cuối năm\n", 17),
        ("trich_yeu: Kiểm điểm # 2 cuối năm\n", 22),
        ("trich_yeu: Theo dõi #kiemdiem\n", 21),
        ("trich_yeu: Chủ trì 12 kỳ # sinh hoạt chi bộ\n", 26),
        ("trich_yeu: Kế hoạch (lần # hai) của xã\n", 26),
        ("trich_yeu: #1 kiểm điểm\n", 12),
        ('trich_yeu: "Học tập" #2\n', 22),
        ("ky: {ho_ten: Mẫu} \nso: 12 #3\n", 0),
    ],
)
def test_text_behind_a_number_sign_is_told(text: str, column: int) -> None:
    (found,) = told(text)
    assert found[0] == "KD055"
    assert column in {0, found[2]}


@pytest.mark.parametrize(
    "text",
    [
        "trich_yeu: Kiểm điểm  # ghi chú của văn thư\n",
        "so: 12 # ghi chú của văn thư\n",
        "so: 12  # 2 bản\n",
        "so: 12  # số văn bản\n# trich_yeu: cũ\n",
        "ky:  # người ký\n  ho_ten: Mẫu\n",
        "noi_dung: |\n  Điều #1 và # 2\n  # Chương I\n  ## Mục 1\n",
        'trich_yeu: "Điều #1"\n',
        "trich_yeu: C# và F#\n",
    ],
)
def test_a_comment_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("noi_dung: >\n  Yêu cầu:\n  1. Việc một.\n", "KD056"),
        ("noi_dung: >-\n  Đoạn một\n  Đoạn hai\n", "KD056"),
        ("ghi_chu: >\n  Việc một;\n  việc hai\n", "KD056"),
        ("noi_dung: Việc một.\n  Việc hai.\n", "KD057"),
        ("noi_dung:\n  Việc một.\n  Việc hai.\n", "KD057"),
        ('noi_dung: "Việc một.\n  Việc hai."\n', "KD057"),
        ("trich_yeu: Về việc\n  1. kiểm điểm\n", "KD057"),
    ],
)
def test_joined_lines_are_told(text: str, code: str) -> None:
    assert [each[0] for each in told(text)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "trich_yeu: >\n  Kiểm điểm, đánh giá,\n  xếp loại\n",
        "trich_yeu: Kiểm điểm, đánh giá,\n  xếp loại\n",
        "noi_dung: >\n  Một đoạn.\n",
        "noi_dung: |\n  Đoạn một.\n  Đoạn hai.\n",
    ],
)
def test_one_sentence_on_two_lines_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trich_yeu: VÒ viÖc kiÓm ®iÓm\n", ("KD058", 2, 15)),
        ("trich_yeu: Về kiểm ðiểm\n", ("KD059", 2, 20)),
        ("trich_yeu: a \uf0b7 b\n", ("KD060", 2, 14)),
        ("trich_yeu: xong ✅\n", ("KD060", 2, 17)),
        ("trich_yeu: Nguyễn\u200bVăn\n", ("KD061", 2, 18)),
        ("gop_y: |\n  | TT | Chi bộ |\n", ("KD062", 3, 3)),
        ("noi_dung: |\n  Xem ![Biểu đồ](a.png)\n", ("KD062", 3, 7)),
        ("noi_dung: |\n  <center>Tên</center>\n", ("KD062", 3, 3)),
        ("noi_dung: |\n  __gạch chân__\n", ("KD062", 3, 3)),
        ("noi_dung: |\n  ~~bỏ~~\n", ("KD062", 3, 3)),
        ("noi_dung: |\n  m^2^\n", ("KD062", 3, 4)),
        ("noi_dung: |\n  H~2~O\n", ("KD062", 3, 4)),
        ("noi_dung: |\n  * Việc một\n  * Việc hai\n", ("KD062", 3, 3)),
        ("noi_dung: |\n  ### Mục\n", ("KD062", 3, 3)),
        ("noi_dung: |\n  [Xem](https://a.vn)\n", ("KD062", 3, 3)),
    ],
)
def test_signs_that_do_not_print_as_they_look_are_told(
    text: str, expected: tuple[str, int, int]
) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "trich_yeu: Số liệu ☑ ☐ ☒ – “Học tập” «Đảng» 5 < 6 > 4 §\n",
        "noi_dung: |\n  Họ tên: ____________ ngày __/__/____\n  a < b; [^1]\n  [^1]: Lời.\n",
        "### Phần chung ###\ntrich_yeu: x\n",
        "noi_dung: |\n  **đậm** và *nghiêng*\n  (*) Ghi chú: ~5 %\n",
        "trich_yeu: A | B\n",
        "noi_dung: |\n  | TT | Chi bộ |\n  |----|----|\n",
        "phu_luc:\n  - noi_dung: |\n      | TT | Chi bộ |\n",
    ],
)
def test_usual_signs_are_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_letter_that_looks_like_ours_is_read_as_ours() -> None:
    assert parse("trich_yeu: Ðảng ủy ðiểm\n") == {"trich_yeu": "Đảng ủy điểm"}


def test_one_warning_names_the_other_lines() -> None:
    (found,) = cautions(HEAD + "a: ð\nb: ð\nc: x\nd: ð\n")
    assert "các dòng 3, 5" in found.message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("trich_yeu: Về việc **kiểm điểm**\n", "KD062"),
        ("kinh_gui:\n  - Chi bộ *thôn Đông*\n", "KD062"),
        ("ky: {ho_ten: '***Mẫu***'}\n", "KD062"),
        ("ten: \u0421hi bộ thôn Đông\n", "KD071"),
        ("ho_ten: Lê \uff36ăn Mẫu\n", "KD071"),
        ("noi_dung: |\n  Chi b\u03bf thôn Đông\n", "KD071"),
    ],
)
def test_what_only_looks_right_in_one_style_or_script_is_told(text: str, code: str) -> None:
    assert [each[0] for each in told(text)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "noi_dung: |\n  Về việc **kiểm điểm** và *góp ý*\n",
        "trich_yeu: Kế hoạch (*) và 2*3*4\n",
        "trich_yeu: 5 * 3 * 2\n",
        "noi_dung: |\n  Góc \u03b1, điện trở 5 \u03a9, 10 \u00b5m\n",
        "han_che: Còn **nể nang**\n",
    ],
)
def test_marks_and_signs_that_print_as_meant_are_left_alone(text: str) -> None:
    assert told(text) == []
