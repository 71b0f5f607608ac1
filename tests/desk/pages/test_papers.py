"""Making papers: what will be made and why, what was made, what a hand edited is kept."""

import re

import pytest

from tests.desk.client import Client
from tests.desk.pages.sample import BASE, DATA, NAME, UNIT, folder_of, rewrite, root_of


def test_what_will_be_made_is_told_with_the_reason(bare: Client) -> None:
    assert "37 văn bản mới" in bare.get(f"{BASE}/van-ban/phan").words


@pytest.mark.parametrize(("people", "shown"), [(2, False), (5, True)])
def test_many_papers_without_contents_are_one_line(
    bare: Client, people: int, *, shown: bool
) -> None:
    file = folder_of(bare) / DATA
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"    phuong_huong: .*\n", "", text, count=people), "utf-8")
    page = bare.get(f"{BASE}/van-ban/phan")
    assert (f"{people} văn bản chưa đủ nội dung nên chưa tạo được" in page.words) is shown
    assert page.words.count("(mục VI)") == people
    assert page.words.count("Đến chỗ này") == people


def test_where_nothing_is_to_be_made_that_is_said(made: Client) -> None:
    assert "Mọi văn bản đều mới nhất" in made.get(f"{BASE}/van-ban/phan").words


def test_a_build_is_a_job_whose_end_is_told_on_whatever_page_is_open(bare: Client) -> None:
    bare.post(f"{BASE}/van-ban/tao")
    assert bare.job_done(NAME).startswith("Đã tạo ")
    assert "Đã tạo " in bare.get(f"{BASE}/viec").words
    assert list(root_of(bare).rglob("*.docx"))
    bare.post(f"{BASE}/viec/dung")
    assert "Đã tạo" not in bare.get(f"{BASE}/viec").words


def test_one_unit_is_made_alone_and_a_changed_name_makes_its_papers_again(made: Client) -> None:
    rewrite(folder_of(made) / DATA, "Chi bộ thôn Đoài", "Chi bộ thôn Đoài Thượng")
    made.post(f"{BASE}/van-ban/tao", {"don-vi": UNIT, "ve": f"{BASE}/don-vi/{UNIT}"})
    assert "Đã tạo 0" not in made.job_done(NAME)


def test_a_paper_edited_by_hand_is_kept_and_told(made: Client) -> None:
    paper = next(root_of(made).rglob("*.docx"))
    from docx import Document

    document = Document(str(paper))
    document.add_paragraph("Sửa tay")
    document.save(str(paper))
    edited = paper.read_bytes()
    made.post(f"{BASE}/van-ban/tao")
    made.job_done(NAME)
    assert paper.read_bytes() == edited


def test_the_way_back_leads_nowhere_else(made: Client) -> None:
    answer = made.post(f"{BASE}/van-ban/tao", ve="http://evil.vn/")
    assert "evil" not in answer.to
    made.job_done(NAME)


def test_papers_of_somebody_who_is_gone_are_told_and_deleted(made: Client) -> None:
    rewrite(folder_of(made) / DATA, "ho_ten: Bùi Văn Tám\n    ngay_sinh", "ho_ten: Bùi Văn Tâm\n    ngay_sinh")  # fmt: skip
    gone = [each for each in root_of(made).rglob("*.docx") if "Bùi Văn Tám" in each.name]
    assert gone
    part = made.get(f"{BASE}/van-ban/phan").words
    assert "Có văn bản thừa" in part
    assert "Xóa văn bản thừa" in part
    made.post(f"{BASE}/van-ban/tao", {"xoa-thua": "co"})
    made.job_done("vi-du-2026")
    assert not any(each.exists() for each in gone)
    assert "Có văn bản thừa" not in made.get(f"{BASE}/van-ban/phan").words


def test_a_letter_that_was_only_begun_stands_in_the_list(bare: Client) -> None:
    begun = folder_of(bare) / "thong-bao-lich-hop.yaml"
    begun.write_text("loai: thong-bao\ntrich_yeu: lịch họp\nnoi_dung:\n", "utf-8")
    page = bare.get(f"{BASE}/van-ban")
    assert "lịch họp" in page.words
    assert f"nhap?tep={begun.name}" in page.text
    assert "Chưa đủ nội dung" in page.words
