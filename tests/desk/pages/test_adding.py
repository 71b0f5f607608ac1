"""Lists are pasted into a campaign: seen first, written whole, taken back."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.problems import Problem
from generator.reading.load import read_campaign
from generator.reading.units import Unit
from generator.setup.new_campaign import Answers, files_of, made
from tests.desk.client import Client, opened_desk

BASE = "/dot/xa"
PEOPLE = "Họ và tên\tNgày sinh\tChức vụ\r\nLê Thị Mẫu\t5/12/1970\tPhó Bí thư, Giáo viên\r\nTrần Văn Mẫu\t1990"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    answers = Answers("Đảng ủy xã Lộc Vân", 2026, (("Chi bộ thôn Đông", "Tạ Xuân Hải"), ("Chi bộ thôn Tây", "")))  # fmt: skip
    files = files_of(answers)
    assert not isinstance(files, Problem)
    assert made(tmp_path / "xa", files) == []
    return tmp_path / "xa"


@pytest.fixture
def desk(folder: Path) -> Iterator[Client]:
    with opened_desk(folder.parent, folder.parent / "ra", dt.date(2026, 12, 8)) as client:
        yield client


def unit(folder: Path, ma: str) -> Unit:
    campaign = read_campaign(folder)
    assert campaign.problems == ()
    return next(each for each in campaign.units if each.data.don_vi.ma == ma)


def test_a_campaign_without_units_offers_to_paste_them(desk: Client, folder: Path) -> None:
    shutil.rmtree(folder / "don-vi")
    for address in (f"{BASE}/don-vi", f"{BASE}/bang/phan"):
        page = desk.get(address)
        assert "Đợt này chưa có đơn vị nào" in page.words
        assert f'class="nut chinh" href="{BASE}/don-vi/them">Dán danh sách đơn vị' in page.text
    answer = desk.post(f"{BASE}/don-vi/them", chu="Chi bộ Một - Lê Thị Mẫu")
    assert "Đã thêm 1 đơn vị" in desk.followed(answer).words
    assert unit(folder, "chi-bo-mot").data.ca_nhan[0].chuc_vu.dang == "Bí thư Chi bộ"


def test_units_are_recognised_before_anything_is_written(desk: Client, folder: Path) -> None:
    part = desk.post(f"{BASE}/don-vi/them/xem", chu="chi bộ thôn đông\nChi bộ Mới\nChi bộ Mới")
    assert "Nhận ra 2 đơn vị" in part.words
    assert "chi bộ thôn đông Đã có, bỏ qua" in part.words
    assert "Dòng 3: trùng dòng 2" in part.words
    assert "Ghi 1 đơn vị" in part.words
    assert len(list((folder / "don-vi").iterdir())) == 2


def test_only_units_that_are_not_there_are_added(desk: Client, folder: Path) -> None:
    before = (folder / "don-vi" / "chi-bo-thon-dong.yaml").read_bytes()
    answer = desk.post(f"{BASE}/don-vi/them", chu="Chi bộ thôn Đông - Lê Thị Mẫu\nChi bộ Thôn đồng")
    assert answer.to == f"{BASE}/don-vi"
    assert (folder / "don-vi" / "chi-bo-thon-dong.yaml").read_bytes() == before
    assert unit(folder, "chi-bo-thon-dong-2").data.don_vi.ten == "Chi bộ Thôn đồng"


@pytest.mark.parametrize("text", ["", "  \n", "Chi bộ thôn Tây"])
def test_a_list_that_brings_no_unit_is_told(desk: Client, text: str) -> None:
    answer = desk.post(f"{BASE}/don-vi/them", chu=text)
    assert answer.status == 422
    assert "Chưa có đơn vị mới nào để ghi" in answer.words
    assert text.strip() in answer.text


def test_a_unit_without_people_offers_to_paste_them(desk: Client) -> None:
    page = desk.get(f"{BASE}/don-vi/chi-bo-thon-tay")
    assert "Chưa có người nào trong đơn vị này" in page.words
    way = f'class="nut chinh" href="{BASE}/don-vi/chi-bo-thon-tay/them-nguoi"'
    assert way in page.text
    assert page.text.count("nut chinh") == 1


def test_people_are_recognised_before_anything_is_written(desk: Client, folder: Path) -> None:
    text = "Tạ Xuân Hải; 1946\nLê Thị Mẫu; 5/12/70; Phó Bí thư, Giáo viên\ndanh sách"
    part = desk.post(f"{BASE}/don-vi/chi-bo-thon-dong/them-nguoi/xem", chu=text)
    assert "Nhận ra 2 người, 1 chỗ cần xem" in part.words
    assert "Tạ Xuân Hải 1946 Đã có, bỏ qua" in part.words
    assert "«5/12/70»: chưa rõ, để trống" in part.words
    assert "Đảng: Phó Bí thư Chính quyền: Giáo viên" in part.words
    assert "Dòng 3: chưa nhận ra họ tên danh sách" in part.words
    assert len(unit(folder, "chi-bo-thon-dong").data.ca_nhan) == 1


@pytest.mark.parametrize("ma", ["chi-bo-thon-dong", "chi-bo-thon-tay"])
def test_people_are_written_behind_those_who_are_there(desk: Client, folder: Path, ma: str) -> None:
    before = unit(folder, ma).data.ca_nhan
    answer = desk.post(f"{BASE}/don-vi/{ma}/them-nguoi", chu=PEOPLE, vai_tro="ngoai_he_thong")
    assert "Đã thêm 2 người" in desk.followed(answer).words
    after = unit(folder, ma).data.ca_nhan
    assert after[: len(before)] == before
    first, second = after[len(before) :]
    assert (first.ho_ten, str(first.ngay_sinh)) == ("Lê Thị Mẫu", "05/12/1970")
    assert (first.chuc_vu.dang, first.chuc_vu.chinh_quyen) == ("Phó Bí thư", "Giáo viên")
    assert (str(second.ngay_sinh), second.vai_tro) == ("1990", "ngoai_he_thong")


def test_what_was_added_is_in_the_log_and_can_be_taken_back(desk: Client, folder: Path) -> None:
    before = (folder / "don-vi" / "chi-bo-thon-tay.yaml").read_bytes()
    desk.post(f"{BASE}/don-vi/chi-bo-thon-tay/them-nguoi", chu=PEOPLE)
    desk.post(f"{BASE}/don-vi/them", chu="Chi bộ Mới")
    assert desk.get(f"{BASE}/nhat-ky").words.count("danh sách dán vào") == 3
    for number in ("2", "1"):
        desk.post(f"{BASE}/nhat-ky/hoan-tac", so=number)
    assert (folder / "don-vi" / "chi-bo-thon-tay.yaml").read_bytes() == before
    assert not (folder / "don-vi" / "chi-bo-moi.yaml").exists()


def test_the_same_list_sent_twice_is_written_once(desk: Client, folder: Path) -> None:
    address = f"{BASE}/don-vi/chi-bo-thon-tay/them-nguoi"
    assert desk.post(address, chu=PEOPLE).status == 303
    assert desk.post(address, chu=PEOPLE).status == 422
    assert len(unit(folder, "chi-bo-thon-tay").data.ca_nhan) == 2


def test_a_role_that_is_none_is_not_written(desk: Client, folder: Path) -> None:
    before = (folder / "don-vi" / "chi-bo-thon-tay.yaml").read_bytes()
    answer = desk.post(f"{BASE}/don-vi/chi-bo-thon-tay/them-nguoi", chu=PEOPLE, vai_tro="vua")
    assert answer.status == 409
    assert "Chưa ghi." in answer.words
    assert "Lê Thị Mẫu" in answer.text
    assert (folder / "don-vi" / "chi-bo-thon-tay.yaml").read_bytes() == before


def test_a_unit_that_cannot_be_read_is_mended_first(desk: Client, folder: Path) -> None:
    (folder / "don-vi" / "chi-bo-thon-tay.yaml").write_text(
        "loai: don-vi\ndon_vi: {ma: chi-bo-thon-tay, ten: Chi bộ thôn Tây}\n", "utf-8"
    )
    page = desk.get(f"{BASE}/don-vi/chi-bo-thon-tay/them-nguoi")
    assert "Chưa đọc được dữ liệu của đơn vị này" in page.words
    assert desk.get(f"{BASE}/don-vi/khong-co/them-nguoi").status == 404


def test_what_somebody_who_is_there_lacks_is_added_and_what_differs_only_told(
    desk: Client, folder: Path
) -> None:
    address = f"{BASE}/don-vi/chi-bo-thon-dong/them-nguoi"
    file = folder / "don-vi" / "chi-bo-thon-dong.yaml"
    before = file.read_text("utf-8")
    text = "Tạ Xuân Hải; 28/5/1946; Phó Bí thư, Trưởng thôn\nLê Thị Mẫu; 1970"
    form = {"chu": text, "bo_sung": "co"}
    part = desk.post(f"{address}/xem", form).words
    assert "Đã có, bổ sung ngày sinh: 28/05/1946 chức vụ chính quyền: Trưởng thôn" in part
    assert "Khác chức vụ Đảng đang ghi «Bí thư Chi bộ», giữ nguyên" in part
    assert "Ghi 1 người, bổ sung 1" in part
    assert file.read_text("utf-8") == before
    answer = desk.post(address, form)
    assert "Đã thêm 1 người, bổ sung 1 người" in desk.followed(answer).words
    person, other = unit(folder, "chi-bo-thon-dong").data.ca_nhan
    assert str(person.ngay_sinh) == "28/05/1946"
    assert person.chuc_vu.dang == "Bí thư Chi bộ"
    assert person.chuc_vu.chinh_quyen == "Trưởng thôn"
    assert other.ho_ten == "Lê Thị Mẫu"
    assert desk.post(address, form).status == 422  # now nothing is left to add


def test_whoever_is_there_without_a_role_gets_the_one_that_was_chosen(
    desk: Client, folder: Path
) -> None:
    form = {"chu": "Tạ Xuân Hải; 1970\nTrần Văn Mẫu; 1990", "vai_tro": "ngoai_he_thong"}
    address = f"{BASE}/don-vi/chi-bo-thon-dong/them-nguoi"
    part = desk.post(f"{address}/xem", bo_sung="co", **form)
    assert "vai trò: không làm việc trong hệ thống chính trị" in part.words
    desk.post(address, bo_sung="co", **form)
    people = unit(folder, "chi-bo-thon-dong").data.ca_nhan
    assert [each.vai_tro for each in people] == ["ngoai_he_thong", "ngoai_he_thong"]
    desk.post(address, bo_sung="co", chu="Tạ Xuân Hải; 1970; Trưởng thôn", vai_tro="lanh_dao")
    assert unit(folder, "chi-bo-thon-dong").data.ca_nhan[0].vai_tro == "ngoai_he_thong"


def test_without_the_tick_nobody_who_is_there_is_changed(desk: Client, folder: Path) -> None:
    address = f"{BASE}/don-vi/chi-bo-thon-dong/them-nguoi"
    assert 'name="bo_sung" value="co" checked' in desk.get(address).text
    assert "Đã có, bỏ qua" in desk.post(f"{address}/xem", chu="Tạ Xuân Hải; 1946").words
    assert desk.post(address, chu="Tạ Xuân Hải; 1946").status == 422
    assert unit(folder, "chi-bo-thon-dong").data.ca_nhan[0].ngay_sinh is None


def test_a_person_with_a_file_of_their_own_gets_the_value_there(desk: Client, folder: Path) -> None:
    home = folder / "don-vi" / "chi-bo-thon-dong"
    (home / "ca-nhan").mkdir(parents=True)
    (folder / "don-vi" / "chi-bo-thon-dong.yaml").rename(home / "don-vi.yaml")
    own = home / "ca-nhan" / "an.yaml"
    own.write_text("loai: ca-nhan\nho_ten: Trần Văn An\nvai_tro: lanh_dao\n", "utf-8")
    before = (home / "don-vi.yaml").read_bytes()
    address = f"{BASE}/don-vi/chi-bo-thon-dong/them-nguoi"
    answer = desk.post(address, chu="Trần Văn An; 1980", bo_sung="co")
    assert "Đã bổ sung 1 người" in desk.followed(answer).words
    assert "ngay_sinh: 1980" in own.read_text("utf-8")
    assert (home / "don-vi.yaml").read_bytes() == before
