"""A unit: its people, meetings, papers, findings and files, each with its way on."""

import shutil

from tests.desk.client import Client
from tests.desk.pages.sample import BASE, DATA, UNIT, folder_of, rewrite


def test_people_stand_with_post_data_level_and_paper(made: Client) -> None:
    shown = made.get(f"{BASE}/don-vi/{UNIT}").words
    for words in ("Họ và tên", "Không giữ chức vụ", "Đã có", "Hoàn thành tốt", "Bí thư: "):
        assert words in shown


def test_a_finding_stands_at_the_person_it_is_about(made: Client) -> None:
    text = (folder_of(made) / DATA).read_text("utf-8")
    at = text.index("\nca_nhan:")
    score = text.index("chung: ", at)
    (folder_of(made) / DATA).write_text(text[:score] + "chung: 99" + text[score + 9 :], "utf-8")
    shown = made.get(f"{BASE}/don-vi/{UNIT}").words
    assert "Lỗi 1" in shown
    assert "Sửa" in shown


def test_every_part_of_a_unit_has_an_address(made: Client) -> None:
    for tab, words in (("hoi-nghi", "triệu tập"), ("van-ban", "Mới nhất"), ("ho-so-nhan", "Chưa nhận tệp nào"),
                       ("van-de", "9 ngày ghi trên văn bản đã tạo")):  # fmt: skip
        assert words in made.get(f"{BASE}/don-vi/{UNIT}?muc={tab}").words, tab


def test_a_received_file_is_shown_with_what_it_was_taken_for(made: Client) -> None:
    folder = folder_of(made) / "da-nhan" / UNIT
    folder.mkdir(parents=True)
    paper = next((made.desk.out / "vi-du-2026").rglob("*kiểm điểm*.docx"))
    shutil.copy(paper, folder / "bản nhận.docx")
    shown = made.get(f"{BASE}/don-vi/{UNIT}?muc=ho-so-nhan")
    assert "bản nhận.docx" in shown.words


def test_a_unit_that_cannot_be_read_says_so_and_leads_to_the_place(made: Client) -> None:
    rewrite(folder_of(made) / DATA, "ca_nhan:", "ca_nhan: [")
    shown = made.get(f"{BASE}/don-vi/{UNIT}")
    assert "Chưa đọc được dữ liệu" in shown.words
    assert f"nhap?tep={DATA.replace('/', '%2F')}" in shown.text


def test_what_is_not_there_is_told(made: Client) -> None:
    assert made.get(f"{BASE}/don-vi/khong-co").status == 404
    assert "Không có trang này" in made.get(f"{BASE}/don-vi/khong-co").words
