"""Ten long texts of parts, chapters, sections, articles, clauses and points, with tables and annexes.

Each is made from a plan; Word gives back the same plan, paragraph for paragraph, and on paper no
heading ends a page and nothing stands outside the margins.
"""

import random
import shutil
from pathlib import Path
from typing import NamedTuple

import docx
import pytest
import yaml

from generator.building.render import render_path
from generator.problems import Severity
from tests.word.pages import Word, converted, needs_printing, words_of
from tests.word.validators import audit, findings

ROMAN = ("I", "II", "III", "IV", "V", "VI")
WORDS = ("nhất", "hai", "ba", "tư")
LETTERS = "abcdđeghik"
SENTENCES = (
    "Cấp ủy, tổ chức đảng quán triệt đầy đủ mục đích, yêu cầu của việc kiểm điểm",
    "Đảng viên chấp hành nghiêm Điều lệ Đảng, nghị quyết, chỉ thị của cấp trên",
    "Bí thư chi bộ chịu trách nhiệm trước chi bộ và cấp ủy cấp trên về nội dung đã kết luận",
    "Ý kiến của cán bộ, đảng viên và nhân dân nơi cư trú được tổng hợp bằng văn bản",
    "Việc xếp loại căn cứ kết quả thực hiện nhiệm vụ, không nể nang, né tránh",
)
NAMES = ("Quy định chung", "Trách nhiệm của chi ủy", "Nội dung sinh hoạt", "Điều khoản thi hành")
STYLES = {
    "chuong": "Phần, chương", "ten": "Tên phần, chương", "muc": "Mục", "ten_muc": "Tên mục",
    "dieu": "Điều", "khoan": "Khoản", "diem": "Điểm",
}  # fmt: skip


class Line(NamedTuple):
    """A paragraph of the plan: its part, as typed, as read back."""

    part: str
    typed: str
    said: str


def plan(seed: int) -> list[Line]:
    """A text whose parts go as deep as the seed says."""
    chance = random.Random(seed)
    made: list[Line] = []
    article = 0

    def add(part: str, said: str, mark: str = "") -> None:
        made.append(Line(part, f"{mark}{said}", said))

    def articles(count: int) -> None:
        nonlocal article
        for _ in range(count):
            article += 1
            add("dieu", f"Điều {article}. {chance.choice(NAMES)}", "## ")
            for clause in range(1, chance.randint(2, 4)):
                add("khoan", f"{clause}. {chance.choice(SENTENCES)}.")
                for letter in LETTERS[: chance.randint(0, 6)]:
                    add("diem", f"{letter}) {chance.choice(SENTENCES)};")

    parts = 2 if seed % 3 == 0 else 0
    for n in range(parts or 1):
        if parts:
            add("chuong", f"Phần thứ {WORDS[n]}" if seed % 2 else f"Phần {ROMAN[n]}")
            add("ten", NAMES[n], chance.choice(("", "# ")))
        for chapter in range(chance.randint(2, 4)):
            add("chuong", f"Chương {ROMAN[chapter]}")
            add("ten", NAMES[chapter % 4], chance.choice(("", "# ")))
            for section in range(chance.randint(1, 2) if seed % 2 else 0):
                add("muc", f"Mục {section + 1}")
                add("ten_muc", NAMES[section])
                articles(2)
            articles(3)
    return made


def text_of(lines: list[Line]) -> str:
    table = "\n\n| TT | Nội dung[^1] | Thời hạn |\n|---|---|---|\n| 1 | Kiểm điểm | 15/12 |\n"
    return "\n".join(each.typed for each in lines) + f"{table}\n[^1]: Theo Hướng dẫn."


def made(folder: Path, seed: int) -> Path:
    dot = {
        "ten": "Văn bản dài", "nam": 2026, "dia_danh": "Tân Hòa",
        "co_quan": {"ten": "Đảng ủy xã Tân Hòa", "cap_tren": "Đảng bộ tỉnh Bình Minh", "ky_hieu": "ĐU"},
        "ky": {"quyen_han": "T/M Ban Thường vụ", "chuc_vu": "Phó Bí thư", "ho_ten": "Lê Thị Mẫu"},
        "noi_nhan": ["Các chi bộ trực thuộc", "Lưu Văn phòng Đảng ủy"],
    }  # fmt: skip
    letter = {
        "loai": ("quy-che", "quy-dinh", "quyet-dinh", "huong-dan")[seed % 4], "so": seed + 1,
        "ngay": "03/12/2026" if seed % 2 else "03/3/2026",
        "trich_yeu": "về chế độ làm việc, sinh hoạt và quản lý đảng viên của các chi bộ trực thuộc",
        "can_cu": ["Căn cứ Điều lệ Đảng", "Căn cứ Quy chế làm việc của Ban Chấp hành"],
        "noi_dung": text_of(plan(seed)),
        "phu_luc": [{"tieu_de": "Danh mục", "noi_dung": "Phần I\nTên phần\nMột câu."},
                    {"tieu_de": "Biểu", "ngang": "có", "noi_dung": "| a | b |\n|-|-|\n| 1 | 2 |"}],
    }  # fmt: skip
    folder.mkdir(exist_ok=True)
    for name, values in (("dot", dot), ("van-ban", letter)):
        text = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    out = folder / "van-ban.docx"
    _, problems = render_path(folder / "van-ban.yaml", out, None)
    assert [each for each in problems if each.severity is Severity.ERROR] == []
    assert [each.code for each in problems if each.code in {"KD243", "KD247"}] == []
    return out


def said(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2011", "-")


@pytest.mark.parametrize("seed", range(10))
def test_a_long_text_is_read_back_part_for_part(seed: int, tmp_path: Path) -> None:
    path = made(tmp_path, seed)
    styles = {name: part for part, name in STYLES.items()}
    read = [
        (styles[each.style.name], said(each.text))
        for each in docx.Document(str(path)).paragraphs
        if each.style.name in styles
    ]
    wanted = [(each.part, each.said) for each in plan(seed)]
    annex = [("chuong", "Phần I"), ("ten", "Tên phần")]
    assert read == [*wanted, *annex]
    assert findings(path.read_bytes()) == []
    assert audit(path) == []


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[list[Word]]:
    folder = tmp_path_factory.mktemp("dai")
    files = []
    for seed in range(10):
        files.append(folder / f"{seed}.docx")
        shutil.move(made(folder / str(seed), seed), files[-1])
    converted(files, folder)
    return [
        [word for page in words_of(each.with_suffix(".pdf")) for word in page] for each in files
    ]


def is_heading(line: list[str]) -> bool:
    return line[0] in {"Chương", "Phần", "Mục", "Điều"}


@needs_printing
@pytest.mark.libreoffice
def test_headings_stand_with_the_text_below_them(pages: list[list[Word]]) -> None:
    """Every heading is kept with its next; LibreOffice itself lets one of them end a page."""
    ended = total = 0
    for words in pages:
        for page in range(1, max(each.page for each in words)):
            here = [each for each in words if each.page == page and each.top > 19]
            foot = max(each.bottom for each in here)
            ended += is_heading([each.text for each in here if abs(each.bottom - foot) < 2])
            total += 1
    assert total > 60
    assert ended <= 1


@needs_printing
@pytest.mark.libreoffice
@pytest.mark.parametrize("seed", range(10))
def test_nothing_of_a_long_text_leaves_the_margins(seed: int, pages: list[list[Word]]) -> None:
    words = pages[seed]
    last = max(each.page for each in words)
    for each in (word for word in words if word.page < last):
        assert each.left >= 29
        assert each.right <= 196
        assert each.bottom <= 278


@pytest.mark.parametrize("part", ["chuong", "ten", "muc", "ten_muc", "dieu"])
def test_the_style_of_every_heading_keeps_it_with_its_text(part: str, tmp_path: Path) -> None:
    styles = docx.Document(str(made(tmp_path, 1))).styles
    assert styles[STYLES[part]].paragraph_format.keep_with_next
