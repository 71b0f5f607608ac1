"""«Chọn đợt» leads back to work in one click, and tells what was last seen, not more."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import shipped
from generator.desk import recent
from generator.desk.recent import Seen
from generator.problems import Problem
from generator.setup.new_campaign import Answers, files_of, made
from tests.desk.client import Client, opened_desk
from tests.desk.pages import sample
from tests.desk.pages.sample import BASE

DAY = dt.date(2026, 12, 8)
THEN = dt.datetime(2026, 12, 7, 16, 40).astimezone()
NAME = "Kiểm điểm, đánh giá, xếp loại chất lượng năm 2026 của Đảng bộ xã Lộc Vân"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "du-lieu"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(data: Path, tmp_path: Path) -> Iterator[Client]:
    with opened_desk(data, tmp_path / "ra", DAY) as client:
        yield client


def campaign(folder: Path, name: str = "Đảng ủy xã Lộc Vân") -> Path:
    files = files_of(Answers(name, 2026, (("Chi bộ thôn Đông", "Tạ Xuân Hải"),)))
    assert not isinstance(files, Problem)
    folder.parent.mkdir(parents=True, exist_ok=True)
    assert made(folder, files) == []
    return folder


def seen(folder: Path, **more: object) -> Seen:
    told = {"ngay": dt.date(2026, 12, 7), "ten": "Đợt đã xem", "nam": 2026, "don_vi": 13, "ca_nhan": 89,
            "tap_the": 16, "tinh_trang": {"du": 4, "thieu": 5, "sai": 2}, "han": dt.date(2026, 12, 10)}  # fmt: skip
    return Seen(str(folder.resolve()), THEN, **{**told, **more})  # type: ignore[arg-type]


def test_a_machine_without_campaigns_offers_to_make_one(desk: Client) -> None:
    page = desk.get("/")
    assert "Chưa có đợt nào trên máy này" in page.words
    assert 'class="nut chinh" href="/dot-moi"' in page.text
    assert "Xem đợt mẫu" in page.words
    assert page.text.count("nut chinh") == 1


def test_the_campaign_seen_last_is_told_as_it_was_then(desk: Client, data: Path) -> None:
    recent.note(seen(campaign(data / "xa")))
    words = desk.get("/").words
    assert "Đợt đã xem Mở tiếp" in words
    assert "13 đơn vị, 89 cá nhân, 16 tập thể · Quy định 366-QĐ/TW" in words
    assert "mở lần cuối 07/12/2026, 16 giờ 40" in words
    for state in ("4 đơn vị đã xong", "5 đơn vị còn thiếu", "2 đơn vị có lỗi"):
        assert state in words
    assert "Hạn gần nhất: 10/12/2026 , còn 2 ngày (theo lần xem 07/12/2026)" in words


def test_a_campaign_that_was_never_opened_has_its_name_and_no_state(
    desk: Client, data: Path
) -> None:
    campaign(data / "xa")
    words = desk.get("/").words
    assert NAME in words
    assert "Chưa mở lần nào trên máy này" in words


def test_a_board_that_is_shown_is_what_the_next_start_tells(desk: Client, data: Path) -> None:
    campaign(data / "xa")
    desk.get("/dot/xa/bang/phan")
    (stored,) = recent.remembered()
    assert (stored.ten, stored.don_vi, stored.ca_nhan, stored.ngay) == (NAME, 1, 1, DAY)
    shutil.rmtree(data / "xa" / "don-vi")
    assert "1 đơn vị, 1 cá nhân" in desk.get("/").words  # stored, not computed


def test_the_others_stand_in_a_table_the_last_opened_first(desk: Client, data: Path) -> None:
    for number, name in enumerate(("mot", "hai", "ba")):
        told = seen(campaign(data / name), ten=f"Đợt {name}")
        recent.note(told.__class__(told.thu_muc, THEN + dt.timedelta(hours=number), DAY, told.ten))
    words = desk.get("/").words
    assert words.index("Đợt ba") < words.index("Đợt hai") < words.index("Đợt mot")
    assert words.count("Lập đợt mới từ đợt này") == 2


def test_many_are_shown_when_they_are_asked_for(desk: Client, data: Path) -> None:
    for number in range(12):
        recent.note(seen(data / f"khong-con-{number}"))
    assert "còn 4 đợt" in desk.get("/").words
    assert desk.get("/?tat-ca=1").words.count("Bỏ khỏi danh sách") == 12


def test_a_folder_that_is_gone_can_be_taken_out_of_the_list(desk: Client, data: Path) -> None:
    gone = seen(data / "khong-con")
    recent.note(gone)
    page = desk.get("/")
    assert "Không tìm thấy thư mục" in page.words
    assert "Mở tiếp" not in page.words
    answer = desk.post("/quen", thu_muc=gone.thu_muc)
    assert "Chưa có đợt nào trên máy này" in desk.followed(answer).words


def test_a_campaign_elsewhere_is_opened_by_its_path_and_found_again(
    desk: Client, tmp_path: Path
) -> None:
    folder = campaign(tmp_path / "o-mang" / "kiem-diem-2026")
    answer = desk.post("/mo-thu-muc", thu_muc=f'  "{folder}" ')
    assert answer.to.startswith("/dot/kiem-diem-2026-")
    assert desk.followed(answer).status == 200
    ma = answer.to.split("/")[2]
    opened = desk.desk.campaign(ma)
    assert opened is not None
    assert opened.root == folder.parent / "output" / "kiem-diem-2026"
    assert NAME in desk.get("/").words
    with opened_desk(desk.desk.data, desk.desk.out, DAY) as later:
        assert later.get(answer.to).status == 200


def test_a_folder_of_campaigns_brings_all_of_them(desk: Client, tmp_path: Path) -> None:
    for name in ("a", "b"):
        campaign(tmp_path / "kho" / name, f"Đảng ủy xã {name.upper()}")
    answer = desk.post("/mo-thu-muc", thu_muc=str(tmp_path / "kho"))
    assert answer.to == "/"
    words = desk.followed(answer).words
    assert "Đảng bộ xã A" in words
    assert "Đảng bộ xã B" in words


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Ghi đường dẫn của thư mục."),
        ("kiem-diem-2026", "Ghi đường dẫn đầy đủ"),
        ("{here}/khong-co", "Không tìm thấy thư mục này."),
        ("{here}/\0", "Không tìm thấy thư mục này."),
    ],
)
def test_what_leads_to_no_campaign_is_refused_in_words(
    desk: Client, tmp_path: Path, typed: str, said: str
) -> None:
    answer = desk.post("/mo-thu-muc", thu_muc=typed.format(here=tmp_path))
    assert answer.status == 422
    assert said in answer.words
    assert recent.remembered() == []


def test_a_folder_without_a_campaign_is_refused_and_its_path_stays_typed(
    desk: Client, tmp_path: Path
) -> None:
    (tmp_path / "trống").mkdir()
    answer = desk.post("/mo-thu-muc", thu_muc=str(tmp_path / "trống"))
    assert answer.status == 422
    assert "Trong thư mục này không có đợt kiểm điểm nào." in answer.words
    assert str(tmp_path / "trống") in answer.text


def test_the_sample_is_put_beside_the_others_and_opened(desk: Client, data: Path) -> None:
    answer = desk.post("/dot-mau")
    assert answer.to == "/dot/xem-thu/bang"
    own = (data / "xem-thu" / "dot.yaml").read_bytes()
    assert own == (shipped.DATA / "xa-loc-van-2026" / "dot.yaml").read_bytes()


def test_a_desk_on_one_campaign_keeps_others_beside_it(tmp_path: Path) -> None:
    folder = campaign(tmp_path / "kiem-diem-2026")
    with opened_desk(folder, tmp_path / "ra", DAY) as desk:
        assert desk.get("/dot/kiem-diem-2026/bang").status == 200
        answer = desk.post("/dot-mau")
        assert (tmp_path / "xem-thu" / "dot.yaml").exists()
        assert desk.followed(answer).status == 200


def test_what_a_killed_run_left_is_no_campaign(desk: Client, data: Path) -> None:
    shutil.move(campaign(data / "xa"), data / ".kiemdiem-xa.tmp")
    assert "Chưa có đợt nào trên máy này" in desk.get("/").words


def test_a_campaign_that_is_open_elsewhere_says_by_whom_and_is_opened_together(
    bare: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare.post("/con-mo", headers={"referer": f"http://{bare.door.host}{BASE}/bang"})
    assert "Mở cùng" not in bare.get("/").words
    monkeypatch.setattr("generator.desk.presence.platform.node", lambda: "VANPHONG-02")
    page = bare.get("/").words
    assert "đang mở ở máy" in page
    assert "Mở cùng" in page


def test_a_desk_that_closes_is_open_nowhere(tmp_path: Path) -> None:
    home = tmp_path / ".dang-mo"
    with sample.opened(tmp_path, sample.BEFORE, built=False) as desk:
        desk.post("/con-mo", headers={"referer": f"http://{desk.door.host}{BASE}/bang"})
        assert len(list(home.iterdir())) == 1
    assert list(home.iterdir()) == []
