"""«In»: the list in its order and with its copies, one PDF a unit, and what to know before."""

import os
import re
from pathlib import Path

import pytest

from generator.desk.pages.printing import told
from generator.pdf.run import Printed
from generator.problems import Place, problem
from tests.desk.client import Client
from tests.desk.pages.sample import BASE, DATA, NAME, UNIT, cells, folder_of, rewrite, root_of
from tests.pdf.printing import Fake, needs_office

PAGE = f"{BASE}/in"


@pytest.fixture
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which no program is found."""
    monkeypatch.setenv("PATH", "")


def with_fake(monkeypatch: pytest.MonkeyPatch, home: Path) -> Fake:
    """A program in the place of LibreOffice, found before it."""
    (home / "phong").mkdir()
    fake = Fake(home / "phong")
    monkeypatch.setenv("PATH", f"{fake.path.parent}{os.pathsep}{os.environ['PATH']}")
    return fake


def test_every_unit_is_listed_with_papers_copies_and_files(made: Client) -> None:
    page = made.get(PAGE)
    assert "37 văn bản, 80 bản in" in page.words
    assert "Chi bộ thôn Đoài 36 79 Đủ 36 Chưa tạo" in page.words
    assert page.words.index("Văn bản của đợt") < page.words.index("Chi bộ thôn Đoài 36")


def test_papers_that_are_not_there_are_counted(made: Client) -> None:
    for each in sorted((root_of(made) / UNIT).glob("*.docx"))[:3]:
        each.unlink()
    assert "Có 33, chưa tạo 3" in made.get(PAGE).words


def test_a_unit_shows_its_papers_joined_by_kind_in_the_order_of_printing(made: Client) -> None:
    page = made.get(f"{PAGE}?don-vi={UNIT}")
    rows = page.words
    assert re.search(r"1 Bản kiểm điểm Mở từng tệp (?:(?! Mở từng tệp ).)* 8 người", rows)
    assert "Mới nhất — 2 16 —" in rows  # two copies of each of eight
    assert rows.index("Danh mục hồ sơ") < rows.index("Bản kiểm điểm") < rows.index("Biên bản")
    assert "Mọi văn bản mới hơn dữ liệu" in rows


def test_papers_older_than_the_data_are_made_before_they_are_printed(made: Client) -> None:
    rewrite(folder_of(made) / DATA, "9/9 chỉ tiêu", "8/9 chỉ tiêu")
    page = made.get(f"{PAGE}?don-vi={UNIT}")
    assert "văn bản chưa tạo hoặc dữ liệu đã đổi" in page.words
    assert "Dữ liệu đã đổi" in page.words
    assert "Tạo PDF để in" not in page.words
    assert f'<input type="hidden" name="don-vi" value="{UNIT}">' in page.text


def test_a_paper_edited_by_hand_is_named_since_it_is_printed_so(made: Client) -> None:
    word = next((root_of(made) / UNIT).glob("*Danh mục hồ sơ*.docx"))
    with word.open("ab") as file:
        file.write(b"x")
    page = made.get(f"{PAGE}?don-vi={UNIT}")
    assert "1 bản đã sửa tay trong Word: Danh mục hồ sơ" in page.words


def test_the_list_goes_out_as_a_workbook_in_the_order_of_printing(made: Client) -> None:
    rows = cells(made.get(f"{PAGE}/excel"))
    assert rows[0][1:6] == ("Đơn vị", "Mục", "Văn bản", "Họ và tên", "Số bản")
    assert [row[0] for row in rows[1:38]] == list(range(1, 38))
    one = cells(made.get(f"{PAGE}/excel?don-vi={UNIT}"))
    assert {row[1] for row in one[1:37]} == {"Chi bộ thôn Đoài"}


def test_without_libreoffice_the_list_is_what_is_printed_by(
    made: Client, without_office: None
) -> None:
    page = made.get(PAGE)
    assert "Máy này chưa có LibreOffice" in page.words
    assert "Mở từng tệp bằng Word và in theo thứ tự của danh sách" in page.words
    assert "Tạo PDF để in" not in page.words
    assert 'class="nut chinh" href="/dot/vi-du-2026/in/excel"' in page.text


def test_without_libreoffice_a_wish_for_pdf_files_is_answered_by_why_not(
    made: Client, without_office: None
) -> None:
    made.post(f"{PAGE}/tao-pdf")
    assert "LibreOffice không có" in made.job_done(NAME)
    page = made.get(PAGE)
    assert "KD590" in page.words
    assert "kiemdiem doctor" not in page.words


@needs_office
@pytest.mark.libreoffice
def test_one_pdf_a_unit_is_made_and_seen_in_the_browser(made: Client) -> None:
    for each in (folder_of(made) / "don-vi").iterdir():
        each.unlink()  # the letter alone: LibreOffice takes a second for each paper
    made.post(f"{PAGE}/tao-pdf")
    assert made.job_done(NAME).startswith("Có 1 tệp PDF để in, ")
    page = made.get(PAGE)
    assert "Mở để in" in page.words
    at = page.text.index(f"{BASE}/tep?ten=pdf")
    answer = made.get(page.text[at : page.text.index('"', at)])
    assert answer.body.startswith(b"%PDF")
    assert answer.headers["content-disposition"].startswith("inline;")


def test_papers_that_are_due_keep_a_unit_from_pdf_and_the_page_says_so(
    bare: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_fake(monkeypatch, tmp_path)
    bare.post(f"{PAGE}/tao-pdf", {"don-vi": UNIT})
    assert "chỗ chưa được, xem bên dưới" in bare.job_done(NAME)
    page = bare.get(f"{PAGE}?don-vi={UNIT}")
    assert "KD591" in page.words
    assert "«Tạo văn bản»" in page.words


def test_a_pdf_older_than_a_word_file_is_marked(made: Client) -> None:
    folder = root_of(made) / "pdf"
    folder.mkdir()
    (folder / f"{UNIT}.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    assert "Word sửa sau PDF" not in made.get(PAGE).words
    os.utime(folder / f"{UNIT}.pdf", (1_600_000_000, 1_600_000_000))
    assert "Word sửa sau PDF" in made.get(PAGE).words


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (
            Printed((Path("a.pdf"),), 12, 3, 4),
            "Có 1 tệp PDF để in, 12 trang. Đã chuyển 3 văn bản, giữ nguyên 4.",
        ),
        (Printed(unable=True), "Chưa tạo được PDF"),
        (
            Printed(made=2, stopped=True),
            "Đã dừng theo yêu cầu. Có 0 tệp PDF để in. Đã chuyển 2 văn bản.",
        ),
        (Printed(problems=(problem("KD590", Place()),)), "1 chỗ chưa được, xem bên dưới."),
    ],
)
def test_what_came_of_it_is_one_sentence(done: Printed, said: str) -> None:
    assert said in told(done)


def test_an_unknown_unit_is_no_page(made: Client) -> None:
    assert made.get(f"{PAGE}?don-vi=khong-co").status == 404


def test_each_paper_of_the_list_can_be_opened(made: Client) -> None:
    page = made.get(f"{PAGE}?don-vi={UNIT}")
    word = next((root_of(made) / UNIT).glob("*Danh mục hồ sơ*.docx"))
    assert f"Tải về {UNIT}/{word.name}" in page.words or "Mở bằng Word" in page.words
    assert page.words.count("Mở từng tệp") >= 1


def test_pages_are_shown_where_they_are_known(
    made: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "generator.desk.pages.printing.page_counts",
        lambda _root, _unit, words: dict.fromkeys(words, 3),
    )
    assert "Mới nhất 3 2 16 48" in made.get(f"{PAGE}?don-vi={UNIT}").words
