"""A person goes to another unit or out of the campaign: shown first, written whole, taken back."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.reading.load import read_campaign
from generator.reading.units import Unit
from tests.desk.client import Client, opened_desk

BASE = "/dot/xa"
DOT = "ten: Kiểm điểm\nnam: 2026\nco_quan: {ten: Đảng ủy xã Minh Khê, cap_tren: Đảng bộ tỉnh Trường Giang}\n"
EAST = """\
# Chi bộ thôn Đông
loai: don-vi
don_vi: {ma: thon-dong, ten: Chi bộ thôn Đông, loai: chi_bo, cap_tren: Đảng bộ xã Minh Khê}
mac_dinh: {vai_tro: ngoai_he_thong}
tap_the:
  - ten: Chi ủy
    thanh_vien:
      - {ho_ten: Tạ Xuân Hải, chuc_vu: Bí thư}
      - {ho_ten: Lê Thị Mẫu, chuc_vu: Chi ủy viên}
ca_nhan:
  - {ho_ten: Tạ Xuân Hải, chuc_vu: {dang: Bí thư}}
  - ho_ten: Lê Thị Mẫu
    ngay_sinh: 05/12/1970
    chuc_vu: {dang: Chi ủy viên}
  - {ho_ten: Trần Văn Bền}
hoi_nghi:
  - ten: Hội nghị kiểm điểm
    ngay: 07/12/2026
    trieu_tap: 3
    co_mat: 3
    chu_tri: {ho_ten: Tạ Xuân Hải}
    thu_ky: {ho_ten: Lê Thị Mẫu}
    kiem_phieu:
      phat_ra: 3
      thu_ve: 3
      hop_le: 3
      ket_qua:
        - {doi_tuong: Tạ Xuân Hải, phieu: {hoan_thanh_tot: 3}}
        - {doi_tuong: Lê Thị Mẫu, phieu: {hoan_thanh_tot: 3}}
ho_so:
  - {muc: "1", ai: Lê Thị Mẫu, so_ban: 1}
"""
WEST = """\
loai: don-vi
don_vi: {ma: thon-tay, ten: Chi bộ thôn Tây, loai: chi_bo, cap_tren: Đảng bộ xã Minh Khê}
ca_nhan:
  - {ho_ten: Vũ Thị Dung}
"""
WHO = {"tep": "don-vi/thon-dong.yaml", "muc": "ca_nhan.1"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "xa"
    (home / "don-vi").mkdir(parents=True)
    (home / "dot.yaml").write_text(DOT, "utf-8")
    (home / "don-vi" / "thon-dong.yaml").write_text(EAST, "utf-8")
    (home / "don-vi" / "thon-tay.yaml").write_text(WEST, "utf-8")
    return home


@pytest.fixture
def desk(folder: Path) -> Iterator[Client]:
    with opened_desk(folder.parent, folder.parent / "ra", dt.date(2026, 12, 8)) as client:
        yield client


def unit(folder: Path, ma: str) -> Unit:
    return next(each for each in read_campaign(folder).units if each.data.don_vi.ma == ma)


def names(folder: Path, ma: str) -> list[str]:
    return [each.ho_ten for each in unit(folder, ma).data.ca_nhan]


def seen(desk: Client, **more: str) -> dict[str, str]:
    """The fields of the page as a browser sends them if nobody changes a tick."""
    page = desk.get(f"{BASE}/don-vi/thon-dong/nguoi-di?tep={WHO['tep']}&muc={WHO['muc']}")
    assert page.status == 200, page.words[:300]
    found = {"luc_xem": re.search(r'name="luc_xem" value="([^"]+)"', page.text)[1]}  # type: ignore[index]
    ticked = re.findall(r'name="(bo:[^"]+)" value="co" checked', page.text)
    return {**WHO, **found, **dict.fromkeys(ticked, "co"), **more}


def test_the_form_of_a_person_leads_there(desk: Client) -> None:
    shown = desk.get(f"{BASE}/nhap?tep={WHO['tep']}&muc={WHO['muc']}")
    assert "/don-vi/thon-dong/nguoi-di?" in shown.text


def test_what_it_comes_to_is_shown_and_nothing_is_written(desk: Client, folder: Path) -> None:
    page = desk.get(f"{BASE}/don-vi/thon-dong/nguoi-di?tep={WHO['tep']}&muc={WHO['muc']}")
    assert "sinh 05/12/1970, đang ở Chi bộ thôn Đông" in page.words
    assert "Thành viên tập thể: Chi ủy" in page.words
    assert "Đối tượng bỏ phiếu: Hội nghị kiểm điểm" in page.words
    assert "tự sửa sau nếu cần Thư ký: Hội nghị kiểm điểm" in page.words
    assert "Bỏ Lê Thị Mẫu khỏi đợt" in page.words
    assert (folder / WHO["tep"]).read_text("utf-8") == EAST


def test_what_a_meeting_said_stays_unless_it_is_ticked(desk: Client) -> None:
    ticked = [each for each in seen(desk) if each.startswith("bo:")]
    assert ticked == ["bo:tap_the.0.thanh_vien.1", "bo:ho_so.0"]


def test_somebody_leaves_the_campaign_and_comes_back(desk: Client, folder: Path) -> None:
    answer = desk.post(f"{BASE}/don-vi/thon-dong/nguoi-di", seen(desk))
    assert "Đã bỏ Lê Thị Mẫu khỏi Chi bộ thôn Đông" in desk.followed(answer).words
    left = unit(folder, "thon-dong").data
    assert [each.ho_ten for each in left.ca_nhan] == ["Tạ Xuân Hải", "Trần Văn Bền"]
    assert [each.ho_ten for each in left.tap_the[0].thanh_vien] == ["Tạ Xuân Hải"]
    assert left.ho_so == ()
    assert left.hoi_nghi[0].kiem_phieu
    assert len(left.hoi_nghi[0].kiem_phieu.ket_qua) == 2
    assert (folder / WHO["tep"]).read_text("utf-8").startswith("# Chi bộ thôn Đông\n")
    desk.post(f"{BASE}/nhat-ky/hoan-tac")
    assert (folder / WHO["tep"]).read_text("utf-8") == EAST


def test_somebody_goes_to_another_unit_with_all_that_is_theirs(desk: Client, folder: Path) -> None:
    told = desk.post(f"{BASE}/don-vi/thon-dong/nguoi-di/xem", {**seen(desk), "sang": "thon-tay"})
    assert "Chức vụ Đảng: Chi ủy viên" in told.words
    assert "Chuyển sang Chi bộ thôn Tây" in told.words
    answer = desk.post(f"{BASE}/don-vi/thon-dong/nguoi-di", seen(desk, sang="thon-tay"))
    assert answer.to.endswith("/don-vi/thon-tay")
    assert names(folder, "thon-dong") == ["Tạ Xuân Hải", "Trần Văn Bền"]
    came = unit(folder, "thon-tay").data
    assert [each.ho_ten for each in came.ca_nhan] == ["Vũ Thị Dung", "Lê Thị Mẫu"]
    assert str(came.ca_nhan[1].ngay_sinh) == "05/12/1970"
    assert came.ca_nhan[1].vai_tro == "ngoai_he_thong"  # what the old unit said of all
    assert [each.so_ban for each in came.ho_so] == [1]
    desk.post(f"{BASE}/nhat-ky/hoan-tac")
    assert (folder / WHO["tep"]).read_text("utf-8") == EAST
    assert (folder / "don-vi" / "thon-tay.yaml").read_text("utf-8") == WEST


def test_what_was_changed_meanwhile_is_shown_again(desk: Client, folder: Path) -> None:
    before = seen(desk)
    path = folder / WHO["tep"]
    path.write_text(EAST.replace("Trần Văn Bền", "Trần Văn Bền Vững"), "utf-8")
    answer = desk.post(f"{BASE}/don-vi/thon-dong/nguoi-di", before)
    assert answer.status == 409
    assert "Có người vừa sửa" in answer.words
    assert names(folder, "thon-dong")[1] == "Lê Thị Mẫu"


def test_nobody_is_put_beside_themselves(desk: Client, folder: Path) -> None:
    path = folder / "don-vi" / "thon-tay.yaml"
    path.write_text(WEST.replace("Vũ Thị Dung", "Lê Thị Mẫu"), "utf-8")
    answer = desk.post(f"{BASE}/don-vi/thon-dong/nguoi-di", seen(desk, sang="thon-tay"))
    assert answer.status == 409
    assert "Chi bộ thôn Tây đã có Lê Thị Mẫu" in answer.words
    assert "disabled" in answer.text
    assert names(folder, "thon-dong")[1] == "Lê Thị Mẫu"


def test_a_person_with_a_file_of_their_own_can_go_too(desk: Client, folder: Path) -> None:
    home = folder / "don-vi" / "co-quan"
    (home / "ca-nhan").mkdir(parents=True)
    (home / "don-vi.yaml").write_text(WEST.replace("thon-tay", "co-quan").replace("Tây", "Cơ quan"), "utf-8")  # fmt: skip
    own = home / "ca-nhan" / "vo-van-nam.yaml"
    own.write_text("loai: ca-nhan\nho_ten: Võ Văn Nam\nngay_sinh: 1980\n", "utf-8")
    tep = "don-vi/co-quan/ca-nhan/vo-van-nam.yaml"
    page = desk.get(f"{BASE}/don-vi/co-quan/nguoi-di?tep={tep}&muc=")
    mark = page.text.split('name="luc_xem" value="')[1].split('"')[0]
    desk.post(f"{BASE}/don-vi/co-quan/nguoi-di", tep=tep, muc="", luc_xem=mark, sang="thon-tay")
    assert not own.exists()
    assert names(folder, "thon-tay") == ["Vũ Thị Dung", "Võ Văn Nam"]
    desk.post(f"{BASE}/nhat-ky/hoan-tac")
    assert own.exists()


def test_who_is_not_there_has_no_page(desk: Client) -> None:
    for muc in ("ca_nhan.9", "tap_the.0", ""):
        page = desk.get(f"{BASE}/don-vi/thon-dong/nguoi-di?tep={WHO['tep']}&muc={muc}")
        assert page.status == 404
