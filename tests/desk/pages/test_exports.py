"""What the browser takes away: workbooks with proper names, files of the campaign and no others."""

from pathlib import Path

import pytest

from tests.desk.client import Client
from tests.desk.pages.sample import BASE, DATA, cells, folder_of, rewrite, root_of


def test_the_board_goes_out_as_the_workbook_of_the_check(made: Client) -> None:
    answer = made.post(f"{BASE}/bang/excel")
    name = "T%C3%ACnh%20h%C3%ACnh%20h%E1%BB%93%20s%C6%A1%20%C4%91%E1%BA%BFn%2008-12-2026.xlsx"
    assert f"filename*=UTF-8''{name}" in answer.headers["content-disposition"]
    rows = cells(answer, "Tất cả")
    assert rows[0][:2] == ("Đơn vị", "Mục")
    assert {row[0] for row in rows[1:]} == {"Chi bộ thôn Đoài"}


def test_a_campaign_that_cannot_be_checked_gives_no_workbook_but_says_why(bare: Client) -> None:
    rewrite(folder_of(bare) / "dot.yaml", "nam: 2026", "nam: hai")
    answer = bare.post(f"{BASE}/bang/excel")
    assert answer.status == 303
    assert "«hai» không phải là số nguyên" in bare.followed(answer).words


def test_the_findings_go_out_as_a_workbook(bare: Client) -> None:
    rewrite(folder_of(bare) / DATA, "vai_tro: ngoai_he_thong", "vai_tro: ngoai_he_thon")
    rows = cells(bare.post(f"{BASE}/van-de/excel"))
    assert rows[0] == ("Mức", "Đơn vị", "Ở đâu", "Việc gì", "Cách sửa", "Mã")
    wrong = [row for row in rows if row[0] == "Lỗi"]
    assert wrong
    assert all(str(row[5]).startswith("KD") for row in wrong)
    assert any("chi-bo-thon-doai.yaml, dòng" in str(row[2]) for row in wrong)


def test_a_word_file_is_kept_and_a_pdf_is_seen(made: Client) -> None:
    word = next((root_of(made) / "chi-bo-thon-doai").glob("*.docx"))
    answer = made.get(f"{BASE}/tep?ten=chi-bo-thon-doai/{word.name}")
    assert answer.body == word.read_bytes()
    assert answer.headers["content-disposition"].startswith("attachment;")
    (root_of(made) / "pdf").mkdir()
    (root_of(made) / "pdf" / "a.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    answer = made.get(f"{BASE}/tep?ten=pdf/a.pdf")
    assert answer.headers["content-disposition"].startswith("inline;")
    assert answer.headers["content-type"] == "application/pdf"


def test_a_page_somebody_sent_in_is_never_shown_as_one_of_ours(made: Client) -> None:
    (folder_of(made) / "da-nhan").mkdir()
    (folder_of(made) / "da-nhan" / "a.html").write_text("<script>alert(1)</script>", "utf-8")
    answer = made.get(f"{BASE}/tep?ten=da-nhan/a.html")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("name", ["", "..", "../ngoai.txt", "../../etc/passwd", "don-vi", "co\0ng"])
def test_what_is_no_file_of_the_campaign_is_not_given(
    bare: Client, tmp_path: Path, name: str
) -> None:
    (tmp_path / "ngoai.txt").write_text("bí mật", "utf-8")
    answer = bare.get(f"{BASE}/tep?ten={name}")
    assert answer.status == 404
    assert "bí mật" not in answer.text


def test_a_link_that_leads_out_of_the_campaign_is_not_followed(
    bare: Client, tmp_path: Path
) -> None:
    (tmp_path / "ngoai.txt").write_text("bí mật", "utf-8")
    (folder_of(bare) / "trong.txt").symlink_to(tmp_path / "ngoai.txt")
    assert bare.get(f"{BASE}/tep?ten=trong.txt").status == 404
