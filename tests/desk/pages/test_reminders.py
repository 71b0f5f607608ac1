"""«Đôn đốc»: who is late and with what, the letters to them, the reports of the check."""

import io

import docx

from tests.desk.client import Client
from tests.desk.pages.sample import BASE, DATA, NAME, UNIT, folder_of, rewrite, root_of

PAGE = f"{BASE}/don-doc"


def test_a_unit_is_late_the_day_after_its_deadline(late: Client) -> None:
    page = late.get(PAGE)
    assert "1 đơn vị quá hạn" in page.words
    assert "Đôn đốc 1" in page.words
    assert "Chi bộ thôn Đoài" in page.words
    assert "4 ngày" in page.words
    assert f"{BASE}/bang?o=1&amp;don-vi={UNIT}" in page.text


def test_before_the_deadline_nobody_is_late_but_what_lacks_is_named(bare: Client) -> None:
    page = bare.get(PAGE)
    assert "Chưa đơn vị nào quá hạn" in page.words
    assert "hạn gần nhất 20/12/2026" in page.words
    assert "Còn thiếu nhưng chưa quá hạn (1)" in page.words
    assert "Lập báo cáo, bảng kiểm" in page.words


def test_a_letter_is_written_to_who_is_late_and_is_had_from_the_page(late: Client) -> None:
    late.post(f"{PAGE}/lap")
    assert late.job_done(NAME).startswith("Đã lập 1 công văn đôn đốc, 2 báo cáo, bảng kiểm.")
    page = late.get(PAGE)
    assert "Công văn đôn đốc - Chi bộ thôn Đoài.docx" in page.words
    assert "Báo cáo tình hình nộp hồ sơ.docx" in page.words
    at = page.text.index(f"{BASE}/tep?ten=kiem-tra%2FC")
    answer = late.get(page.text[at : page.text.index('"', at)])
    text = "\n".join(each.text for each in docx.Document(io.BytesIO(answer.body)).paragraphs)
    assert "Kính gửi: Chi bộ thôn\u00a0Đoài" in text


def test_whoever_is_not_late_gets_no_letter_and_that_is_told(bare: Client) -> None:
    bare.post(f"{PAGE}/lap")
    assert "1 đơn vị còn thiếu nhưng chưa quá hạn, chưa lập công văn" in bare.job_done(NAME)
    assert not list((root_of(bare) / "kiem-tra").glob("Công văn*"))


def test_the_table_of_the_check_goes_out_as_a_page_that_needs_nothing_else(late: Client) -> None:
    answer = late.post(f"{PAGE}/bang")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-type"].startswith("text/html")
    assert "Chi bộ thôn Đoài" in answer.text


def test_a_campaign_that_cannot_be_checked_says_why(bare: Client) -> None:
    rewrite(folder_of(bare) / "dot.yaml", "nam: 2026", "nam: hai")
    page = bare.get(PAGE)
    assert "Chưa kiểm tra được đơn vị nào" in page.words
    bare.post(f"{PAGE}/lap")
    assert bare.job_done(NAME).startswith("Chưa lập được")


def test_a_unit_without_data_is_no_page_that_breaks(bare: Client) -> None:
    (folder_of(bare) / DATA).unlink()
    assert "Chưa kiểm tra được đơn vị nào" in bare.get(PAGE).words
