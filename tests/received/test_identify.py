"""Which document a file is taken for, how sure that is, and in which words it is said."""

import pytest

from generator.opening.content import FileContent
from generator.received.expected import Candidate, Match
from generator.received.identify import THRESHOLD, identify, is_titled

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"
ASSETS, REVIEW = ("Bản kê khai tài sản", "Kê khai tài sản, thu nhập"), ("Bản kiểm điểm",)
MINUTES, LETTER = ("Biên bản hội nghị kiểm điểm",), ("Báo cáo tự đánh giá",)


def about(ten: str, titles: tuple[str, ...], *muc: str, pattern: str = "") -> Candidate:
    return Candidate(((0, 0),), muc, titles, None, pattern, ten)


CHOICES = [
    about(AN, ASSETS, "1.2"), about(BINH, ASSETS, "1.2"),
    about(AN, REVIEW, "1.1", pattern="*/Mau02B-*.docx"),
    about(BINH, REVIEW, "1.1", pattern="*/Mau02B-*.docx"),
    about("", MINUTES, "2.3", "3.7/2.3"), about("", LETTER, "3"),
]  # fmt: skip

NUMBERED, PATTERNED = "số mục trong tên tệp", "tên tệp theo mẫu"
TITLED_NAME, TITLED_TEXT = "tên văn bản trong tên tệp", "tên văn bản trong nội dung"
PERSON_NAME, PERSON_TEXT = "họ tên trong tên tệp", "họ tên trong nội dung"


def found(name: str, *lines: str) -> Match | None:
    return identify(FileContent("docx", lines=lines), name, CHOICES)


def form(title: str, person: str) -> tuple[str, ...]:
    return ("ĐẢNG BỘ PHƯỜNG HỒNG SƠN", title, f"Họ và tên: {person}", "Nội dung")


@pytest.mark.parametrize(
    ("name", "lines", "what", "sure", "ways"),
    [
        # everything says the same
        (f"1.2 Bản kê khai tài sản {AN}.docx", form("BẢN KÊ KHAI TÀI SẢN", AN), (ASSETS, AN), 99,
         [NUMBERED, TITLED_NAME, TITLED_TEXT, PERSON_NAME, PERSON_TEXT]),
        # one sign less at a time
        ("a.docx", form("BẢN KÊ KHAI TÀI SẢN", AN), (ASSETS, AN), 90, [TITLED_TEXT, PERSON_TEXT]),
        ("1.2.docx", form("Giấy tờ", AN), (ASSETS, AN), 85, [NUMBERED, PERSON_TEXT]),
        (f"1.2 {AN}.pdf", (), (ASSETS, AN), 85, [NUMBERED, PERSON_NAME]),
        ("ban ke khai tai san.docx", form("Giấy tờ", AN), (ASSETS, AN), 75,
         [TITLED_NAME, PERSON_TEXT]),
        (f"Bản kê khai tài sản - {AN}.pdf", (), (ASSETS, AN), 75, [TITLED_NAME, PERSON_NAME]),
        ("x/mau02b-an.docx", form("Giấy tờ", AN), (REVIEW, AN), 85, [PATTERNED, PERSON_TEXT]),
        ("1.1/mau02b-an.docx", form("Giấy tờ", AN), (REVIEW, AN), 85,
         [NUMBERED, PATTERNED, PERSON_TEXT]),
        # of the unit: nobody's name is needed
        ("2.3.pdf", (), (MINUTES, ""), 85, [NUMBERED]),
        ("bien ban hoi nghi kiem diem.pdf", (), (MINUTES, ""), 75, [TITLED_NAME]),
        ("a.docx", ("BIÊN BẢN", "Hội nghị kiểm điểm"), (MINUTES, ""), 90, [TITLED_TEXT]),
        ("2.3 Biên bản hội nghị kiểm điểm.pdf", (), (MINUTES, ""), 99, [NUMBERED, TITLED_NAME]),
        ("3 bao cao.pdf", (), (LETTER, ""), 85, [NUMBERED]),
        # the name of another, or none: never more than a guess
        (f"1.2 {BINH}.docx", form("BẢN KÊ KHAI TÀI SẢN", BINH), (ASSETS, BINH), 99,
         [NUMBERED, TITLED_TEXT, PERSON_NAME, PERSON_TEXT]),
        (f"1.1 {AN}.docx", form("BẢN KIỂM ĐIỂM", "Lê Văn Khác"), (REVIEW, AN), 50,
         [NUMBERED, TITLED_TEXT, PERSON_NAME]),
        (f"1.2 {BINH}.docx", form("BẢN KÊ KHAI TÀI SẢN", AN), (ASSETS, AN), 60,
         [NUMBERED, TITLED_TEXT, PERSON_TEXT]),
        # the title of something else
        (f"1.2 {AN}.docx", form("BẢN KIỂM ĐIỂM", AN), (REVIEW, AN), 99,
         [TITLED_TEXT, PERSON_NAME, PERSON_TEXT]),
    ],
)  # fmt: skip
def test_what_a_file_is_taken_for(
    name: str, lines: tuple[str, ...], what: tuple[tuple[str, ...], str], sure: int, ways: list[str]
) -> None:
    match = found(name, *lines)
    assert match
    assert (match.candidate.titles, match.candidate.ten) == what
    assert (match.chac_chan, match.cach) == (sure, ", ".join(ways))


@pytest.mark.parametrize(
    ("name", "lines", "words"),
    [
        ("1.2.pdf", (), [f"«Bản kê khai tài sản» của {AN} (mục 1.2)",
                         f"«Bản kê khai tài sản» của {BINH} (mục 1.2)"]),
        ("1.2 2.3.pdf", (f"Họ và tên: {AN}",), [f"«Bản kê khai tài sản» của {AN} (mục 1.2)",
                                                "«Biên bản hội nghị kiểm điểm» (mục 2.3)"]),
        (f"1.2 {AN} và {BINH}.pdf", (), [f"«Bản kê khai tài sản» của {AN} (mục 1.2)",
                                         f"«Bản kê khai tài sản» của {BINH} (mục 1.2)"]),
        ("1.1 1.2.pdf", (), [f"«Bản kê khai tài sản» của {AN} (mục 1.2)",
                             f"«Bản kê khai tài sản» của {BINH} (mục 1.2)",
                             f"«Bản kiểm điểm» của {AN} (mục 1.1)"]),
    ],
)  # fmt: skip
def test_where_several_fit_as_well_nobody_is_chosen(
    name: str, lines: tuple[str, ...], words: list[str]
) -> None:
    match = found(name, *lines)
    assert match
    assert match.chac_chan == 60 < THRESHOLD
    assert match.cach == f"có thể là {' hoặc '.join(words)}"


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("lich hop.docx", ("Lịch họp tuần",)),
        ("Nguyễn Văn An.docx", ("Danh sách", AN)),
        ("1.2.docx", form("BẢN KÊ KHAI TÀI SẢN", "Lê Văn Khác")),
        ("a.docx", ("Kính gửi", "Đề nghị nộp Bản kê khai tài sản của", f"đồng chí {AN}")),
    ],
)
def test_what_nothing_speaks_for_is_taken_for_nothing(name: str, lines: tuple[str, ...]) -> None:
    assert found(name, *lines) is None


@pytest.mark.parametrize(
    ("name", "muc"),
    [
        ("2.3.pdf", "2.3"), ("Mục 2.3 - biên bản.pdf", "2.3"), ("(2.3) a.pdf", "2.3"),
        ("[2.3] a.pdf", "2.3"), ("3.7/2.3.pdf", "2.3"), ("hồ sơ/2.3/a.pdf", "2.3"),
        ("ban sao 2.3.pdf", "2.3"), ("3.pdf", "3"), ("3. Báo cáo.pdf", "3"), ("muc 3 a.pdf", "3"),
        ("  3 a.pdf", "3"),
        # days, versions, longer numbers and copies are none
        ("02/12.3.2024.pdf", None), ("12.2.3.4 a.pdf", None), ("bao cao 3.pdf", None),
        ("a (3).pdf", None), ("12.32.pdf", None), ("1,2.3.pdf", None), ("33.pdf", None),
        ("2.31.pdf", None), ("x-2.3.1.pdf", None),
    ],
)  # fmt: skip
def test_which_numbers_of_a_name_are_items(name: str, muc: str | None) -> None:
    match = found(name)
    assert (match.candidate.muc[0] if match else None) == muc


def test_an_item_inside_another_needs_both_numbers() -> None:
    inner = [about("", MINUTES, "3.7/2.3")]
    empty = FileContent("pdf")
    assert identify(empty, "3.7 2.3.pdf", inner)
    assert identify(empty, "3.7/2.3 bien ban.pdf", inner)
    assert identify(empty, "2.3.pdf", inner) is None
    assert identify(empty, "3.7.pdf", inner) is None


@pytest.mark.parametrize("written", [AN.upper(), "Nguyễn  Văn An", "đồng chí Nguyễn Văn An"])
def test_a_name_is_known_however_it_is_typed(written: str) -> None:
    match = found("a.docx", *form("BẢN KÊ KHAI TÀI SẢN", written))
    assert match
    assert match.candidate.ten == AN


def test_a_name_somewhere_in_the_text_says_less_than_the_file_name() -> None:
    match = found("a.docx", "BẢN KÊ KHAI TÀI SẢN", f"của đồng chí {AN}, Bí thư")
    assert match
    assert (match.candidate.ten, match.chac_chan) == (AN, 90)
    both = found("a.docx", "BẢN KÊ KHAI TÀI SẢN", f"của đồng chí {AN} và đồng chí {BINH}")
    assert both
    assert both.chac_chan == 60


@pytest.mark.parametrize(
    "name", ["NguyenVanAn_1.2.pdf", "1.2-nguyen-van-an.pdf", "NguyenVanAn1.2.pdf"]
)
def test_a_name_without_blanks_is_read(name: str) -> None:
    match = found(name)
    assert match
    assert match.candidate.ten == AN


def lines_with(title: str, at: int) -> FileContent:
    return FileContent("docx", lines=(*["Dòng"] * at, *title.split("|"), "Nội dung"))


@pytest.mark.parametrize(
    ("title", "at", "yes"),
    [
        ("BIÊN BẢN HỘI NGHỊ KIỂM ĐIỂM", 0, True), ("BIÊN BẢN|hội nghị|kiểm điểm", 0, True),
        ("BIÊN BẢN|hội|nghị|kiểm điểm", 0, False), ("BIÊN BẢN HỘI NGHỊ KIỂM ĐIỂM", 13, True),
        ("BIÊN BẢN|hội nghị|kiểm điểm", 13, True), ("BIÊN BẢN HỘI NGHỊ KIỂM ĐIỂM", 14, False),
        # A letter about a paper is not that paper.
        ("V/v biên bản hội nghị kiểm điểm", 2, False),
        ("Về việc biên bản hội nghị kiểm điểm", 2, False),
        ("Gửi biên bản hội nghị kiểm điểm", 2, False), ("BIÊN BẢN HỘI NGHỊ", 2, False),
        ("Biên bản hội nghị kiểm điểmm", 2, False),
    ],
)  # fmt: skip
def test_a_title_begins_a_line_among_the_first(title: str, at: int, yes: bool) -> None:
    assert is_titled(lines_with(title, at), MINUTES) is yes
