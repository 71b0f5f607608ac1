"""«Đợt mới»: what is answered is shown before it is made, and made whole."""

import datetime as dt
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator import shipped
from generator.desk import drafts
from generator.reading.load import read_campaign
from tests.desk.client import Client, opened_desk

LEAST = {"co_quan": "Đảng ủy xã Lộc Vân", "nam": "2026", "don_vi": "Chi bộ thôn Đông - Tạ Xuân Hải\r\nChi bộ Công an xã"}  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "du-lieu"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(data: Path, tmp_path: Path) -> Iterator[Client]:
    with opened_desk(data, tmp_path / "ra", dt.date(2026, 12, 8)) as client:
        yield client


@pytest.fixture
def sample(data: Path) -> Path:
    return Path(shutil.copytree(shipped.DATA / "xa-loc-van-2026", data / "xa-loc-van-2026"))


def test_the_six_questions_stand_on_one_page(desk: Client) -> None:
    words = desk.get("/dot-moi").words
    for number in range(1, 7):
        assert f"{number}. " in words
    assert "Năm 2026 dùng mẫu kèm Hướng dẫn 43-HD/BTCTW" in words


def test_what_will_be_made_is_shown_while_typing(desk: Client, data: Path) -> None:
    part = desk.post("/dot-moi/xem", LEAST, headers={"hx-request": "true"})
    assert "năm 2026 của Đảng bộ xã Lộc Vân" in part.words
    assert "Nhận ra 2 đơn vị , 1 bí thư" in part.words
    assert "Mẫu 01, 02A, 02B, 02C năm 2025" in part.words
    assert str(data / "kiem-diem-2026") in part.words
    assert list(data.iterdir()) == []


def test_another_year_has_other_forms(desk: Client) -> None:
    part = desk.post("/dot-moi/xem", {**LEAST, "nam": "2024"}, headers={"hx-request": "true"})
    assert "Năm 2024 dùng mẫu kèm Hướng dẫn 25-HD/BTCTW" in part.words
    half = desk.post("/dot-moi/xem", {**LEAST, "nam": "20"}, headers={"hx-request": "true"})
    assert "Ghi bốn chữ số" in half.words


def test_a_double_line_is_told_and_taken_out_at_a_click(desk: Client) -> None:
    typed = {**LEAST, "don_vi": "Chi bộ Một\nChi bộ Hai\nchi bộ một"}
    part = desk.post("/dot-moi/xem", typed, headers={"hx-request": "true"})
    assert "Dòng 3: trùng dòng 1." in part.words
    part = desk.post("/dot-moi/xem?bo=3", typed, headers={"hx-request": "true"})
    assert "trùng dòng" not in part.words
    assert "Chi bộ Một\nChi bộ Hai</textarea>" in part.text


def test_the_campaign_is_made_and_its_board_says_what_comes_next(desk: Client, data: Path) -> None:
    answer = desk.post("/dot-moi", LEAST)
    assert answer.to == "/dot/kiem-diem-2026/bang"
    assert "Đã tạo đợt có 2 đơn vị. Việc tiếp theo: mở từng đơn vị" in desk.followed(answer).words
    campaign = read_campaign(data / "kiem-diem-2026")
    assert campaign.problems == ()
    assert [each.data.don_vi.ma for each in campaign.units] == [
        "chi-bo-cong-an-xa",
        "chi-bo-thon-dong",
    ]
    assert campaign.units[1].data.ca_nhan[0].ho_ten == "Tạ Xuân Hải"


def test_what_must_be_answered_is_told_at_its_field_and_nothing_typed_is_lost(
    desk: Client, data: Path
) -> None:
    answer = desk.post("/dot-moi", {**LEAST, "co_quan": " ", "nam": "26", "dia_danh": "Lộc Vân"})
    assert answer.status == 422
    assert "Ghi tên cơ quan" in answer.words
    assert "Ghi năm bằng bốn chữ số" in answer.words
    assert 'id="nam" name="nam" value="26"' in answer.text
    assert 'value="Lộc Vân"' in answer.text
    assert "Chi bộ thôn Đông - Tạ Xuân Hải" in answer.text
    assert list(data.iterdir()) == []


def test_a_campaign_that_stands_already_is_opened_instead(desk: Client) -> None:
    desk.post("/dot-moi", LEAST)
    answer = desk.post("/dot-moi", {**LEAST, "dia_danh": "Lộc Vân"})
    assert answer.status == 409
    assert "Thư mục này đã có đợt Kiểm điểm, đánh giá, xếp loại chất lượng năm 2026" in answer.words
    assert 'href="/dot/kiem-diem-2026/bang">Mở đợt đó' in answer.text


def test_a_value_that_no_file_can_hold_is_told(desk: Client, data: Path) -> None:
    answer = desk.post("/dot-moi", {**LEAST, "dia_danh": "Lộc\x01Vân"})
    assert answer.status == 409
    assert "Chưa tạo được đợt." in answer.words
    assert list(data.iterdir()) == []


def test_last_years_people_come_along(desk: Client, data: Path, sample: Path) -> None:
    page = desk.get(f"/dot-moi?tu={sample.name}")
    assert "13 đơn vị, mang sang cả 89 người từ đợt năm 2026" in page.words
    answers = {"tu": sample.name, "co_quan": "Đảng ủy xã Lộc Vân", "nam": "2027",
               "don_vi": "Chi bộ thôn Đông\nChi bộ Mới"}  # fmt: skip
    board = desk.followed(desk.post("/dot-moi", answers))
    assert "mang sang 8 người từ đợt năm 2026" in board.words
    campaign = read_campaign(data / "kiem-diem-2027")
    assert campaign.problems == ()
    old, new = sorted(campaign.units, key=lambda each: len(each.data.ca_nhan), reverse=True)
    assert (len(old.data.ca_nhan), new.data.don_vi.ten) == (8, "Chi bộ Mới")
    assert old.data.han_che_ky_truoc["Tạ Xuân Hải"]


def test_a_file_of_last_year_that_cannot_be_read_is_told(desk: Client, sample: Path) -> None:
    (sample / "don-vi" / "chi-bo-thon-dong.yaml").write_text("loai: don-vi\n[", "utf-8")
    words = desk.get(f"/dot-moi?tu={sample.name}").words
    assert "Chưa mang sang được 1 tệp" in words
    assert "12 đơn vị, mang sang" in words


def test_what_was_typed_is_there_again_until_the_campaign_is_made(desk: Client) -> None:
    desk.post("/dot-moi/xem", {**LEAST, "dia_danh": "Lộc Vân"}, headers={"hx-request": "true"})
    page = desk.get("/dot-moi")
    assert "Có bản nháp lúc" in page.words
    assert 'value="Lộc Vân"' in page.text
    desk.post("/dot-moi", LEAST)
    assert drafts.kept() is None


def test_a_draft_can_be_thrown_away(desk: Client) -> None:
    desk.post("/dot-moi/xem", LEAST, headers={"hx-request": "true"})
    page = desk.followed(desk.post("/dot-moi/bo-nhap"))
    assert "Có bản nháp" not in page.words
    assert "Chi bộ Công an xã" not in page.text


def test_last_years_campaign_is_taken_without_losing_what_was_typed(
    desk: Client, sample: Path
) -> None:
    desk.post("/dot-moi/xem", {**LEAST, "dia_danh": "Nơi khác"}, headers={"hx-request": "true"})
    page = desk.get(f"/dot-moi?nhap=1&tu={sample.name}")
    assert 'value="Nơi khác"' in page.text
    assert "Chi bộ thôn Tây" in page.text


def test_the_units_come_out_of_an_excel_file_behind_those_that_were_typed(
    desk: Client, data: Path
) -> None:
    book = Workbook()
    assert book.active is not None
    for row in (["TT", "Đơn vị", "Bí thư"], [1, "Chi bộ thôn Tây", "Lê Thị Mai"],
                [2, "Chi bộ Công an xã", None]):  # fmt: skip
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    page = desk.post("/dot-moi/tep", LEAST, files={"tep": ("chi-bo.xlsx", out.getvalue())})
    assert "Nhận ra 2 đơn vị trong «chi-bo.xlsx». 1 dòng trùng" in page.words
    assert "Chi bộ thôn Tây\tLê Thị Mai" in page.text
    assert "Nhận ra 3 đơn vị" in page.words
    assert 'value="Đảng ủy xã Lộc Vân"' in page.text
    assert list(data.iterdir()) == []


def test_a_file_that_is_no_list_leaves_what_was_typed(desk: Client) -> None:
    page = desk.post("/dot-moi/tep", LEAST, files={"tep": ("chi-bo.xlsx", b"x")})
    assert page.status == 422
    assert "Chưa lấy được «chi-bo.xlsx»: tệp hỏng" in page.words
    assert "Chi bộ thôn Đông - Tạ Xuân Hải" in page.text
    assert "Chưa chọn tệp" in desk.post("/dot-moi/tep", LEAST, files={"tep": ("", b"")}).words
