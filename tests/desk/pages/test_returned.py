"""«Duyệt mẫu gửi về» on the desk: forms are read, what is sure is written, the rest is answered."""

import datetime as dt
import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from generator.editing.applying import history
from generator.reading.load import read_campaign
from generator.returned import provenance
from tests.desk.client import Answer, Client, opened_desk
from tests.desk.pages.sample import rewrite
from tests.desk.returned_forms import (
    BASE,
    BROKEN,
    DATA,
    LEADER,
    LEVEL,
    MEMBER,
    NAME,
    UNIT,
    laid_out,
    read,
)

DAY = dt.date(2026, 12, 8)
PAGE = f"{BASE}/duyet-mau"
FIRST, SECOND = "ca_nhan.0", "ca_nhan.1"
IN_PARTS, POINTS, SUM, RATED = (
    "III. Kết quả khắc phục", "2. Nhóm tiêu chí về kết quả", "Tổng điểm", "II. Đề xuất xếp loại",
)  # fmt: skip
PART = {"hx-request": "true"}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A desk whose forms were read; reading takes seconds, so tests share it."""
    home = tmp_path_factory.mktemp("mau")
    laid_out(home)
    with opened_desk(home, home / "ra", DAY) as client:
        read(client)
        yield client


@pytest.fixture
def desk(shared: Client) -> Iterator[Client]:
    """The desk after reading; what a test wrote and decided is gone behind it."""
    file = folder_of(shared) / DATA
    before = file.read_bytes()
    yield shared
    file.write_bytes(before)
    folder = folder_of(shared) / "da-nhan" / UNIT
    (folder / provenance.NAME).unlink(missing_ok=True)


def folder_of(desk: Client) -> Path:
    return desk.desk.data / NAME


def data(desk: Client) -> str:
    return (folder_of(desk) / DATA).read_text("utf-8")


def person(desk: Client, who: str) -> Answer:
    return desk.get(f"{PAGE}/nguoi?don-vi={UNIT}&ai={who}")


def questions(page: Answer) -> dict[str, str]:
    """The keys of what a page asks, by the beginning of the heading."""
    cards = re.findall(
        r"<h2[^>]*>([^<]*)</h2>.*?name=\"khoa\" value=\"(\w+)\"", page.text, re.DOTALL
    )
    return {unescape(head): key for head, key in cards}


def key_of(page: Answer, head: str) -> str:
    return next(key for said, key in questions(page).items() if said.startswith(head))


def replied(
    desk: Client, who: str, key: str, said: str, typed: str = "", *, part: bool = False
) -> Answer:
    fields = {"khoa": key, "don-vi": UNIT, "ai": who, "thu": "0", "tra-loi": said, "chu": typed}
    return desk.post(f"{PAGE}/tra-loi", fields, headers=PART if part else {})


def test_before_anything_was_read_the_page_says_what_reading_does(tmp_path: Path) -> None:
    laid_out(tmp_path)
    with opened_desk(tmp_path, tmp_path / "ra", DAY) as desk:
        page = desk.get(PAGE)
        assert "Đọc mẫu gửi về" in page.words
        assert "chưa ghi gì" in page.words
        assert "Duyệt mẫu" in desk.get(f"{BASE}/bang").words
        assert "đọc lại" in desk.followed(replied(desk, FIRST, "khong-co", "dung")).words
        assert "Chưa đọc mẫu gửi về" in desk.followed(person(desk, FIRST)).words


def test_reading_says_what_is_sure_what_is_asked_and_what_is_not_read(desk: Client) -> None:
    page = desk.get(PAGE)
    assert "2 tệp đọc được · 1 tệp không đọc" in page.words
    assert "Phải xem: 5 chỗ" in page.words
    assert BROKEN in page.words
    assert "Tệp hỏng" in page.words
    refused = re.search(r'href="([^"]*ho-so-nhan/tep[^"]*)"', page.text)
    assert refused is not None
    assert desk.get(unescape(refused[1])).status == 200
    assert "56,25" not in data(desk)


def test_what_is_sure_is_written_at_once_and_taken_back(desk: Client) -> None:
    before, page = data(desk), desk.get(PAGE)
    mark = re.search(r'name="dau" value="(\w+)"', page.text)
    assert mark is not None
    done = desk.followed(desk.post(f"{PAGE}/ghi", dau=mark[1]))
    assert re.search(r"Đã ghi \d+ giá trị chắc chắn", done.words)
    assert "Không còn giá trị chắc chắn nào" in done.words
    assert "Phải xem: 5 chỗ" in done.words  # what is asked is not written with it
    assert "Văn phòng Đảng ủy xã" in data(desk)
    (entry, *_) = history(folder_of(desk))
    assert entry.changes[0].tu.nguon == "bieu-mau"
    desk.post(f"{BASE}/nhat-ky/hoan-tac", {"so": str(entry.so)})
    assert data(desk) == before


def test_a_page_that_shows_other_values_by_now_writes_none(desk: Client) -> None:
    before = data(desk)
    done = desk.followed(desk.post(f"{PAGE}/ghi", dau="0" * 16))
    assert "Chưa ghi" in done.words
    assert data(desk) == before


def test_an_answer_is_written_at_once_and_the_count_moves(desk: Client) -> None:
    page = person(desk, SECOND)
    assert "Người 2 / 2 · còn 5 chỗ phải xem" in page.words
    part = replied(desk, SECOND, key_of(page, POINTS), "dung", "56,25", part=True)
    assert "còn 4 chỗ phải xem" in part.words
    assert "1 / 5" in part.words
    assert not any(head.startswith(POINTS) for head in questions(part))
    scored = read_campaign(folder_of(desk)).units[0].data.ca_nhan[1].cham_diem
    assert scored is not None
    assert str(scored.nhiem_vu) == "56.25"


def test_a_level_is_chosen_from_those_of_the_regime_and_can_be_corrected(desk: Client) -> None:
    page = person(desk, SECOND)
    assert LEVEL in page.words
    assert "dữ liệu đang ghi khác" in page.words
    assert "<option selected>Hoàn thành tốt nhiệm vụ</option>" in page.text
    key = key_of(page, RATED)
    replied(desk, SECOND, key, "sua", "Hoàn thành nhiệm vụ")
    rated = read_campaign(folder_of(desk)).units[0].data.ca_nhan[1].xep_loai.tu_nhan
    assert rated == "Hoàn thành nhiệm vụ"
    assert not any(head.startswith(RATED) for head in questions(person(desk, SECOND)) if RATED in head
                   and questions(person(desk, SECOND))[head] == key)  # fmt: skip


def test_what_was_typed_counts_also_when_the_answer_is_yes(desk: Client) -> None:
    key = key_of(person(desk, FIRST), "1. Nhóm tiêu chí chung")
    replied(desk, FIRST, key, "dung", "22,5")
    scored = read_campaign(folder_of(desk)).units[0].data.ca_nhan[0].cham_diem
    assert scored is not None
    assert str(scored.chung) == "22.5"


def test_what_is_unclear_can_be_typed_and_an_empty_field_is_told(desk: Client) -> None:
    key = key_of(person(desk, SECOND), SUM)
    told = replied(desk, SECOND, key, "sua", "  ")
    assert told.status == 409
    assert "Chưa ghi" in told.words
    replied(desk, SECOND, key, "sua", "80,5")
    scored = read_campaign(folder_of(desk)).units[0].data.ca_nhan[1].cham_diem
    assert scored is not None
    assert str(scored.tong) == "80.5"


def test_a_value_that_would_make_the_data_unreadable_is_not_written_and_stays(
    desk: Client,
) -> None:
    before = data(desk)
    key = key_of(person(desk, SECOND), SUM)
    told = replied(desk, SECOND, key, "sua", "tám mươi", part=True)
    assert told.status == 200
    assert "Chưa ghi" in told.words
    assert 'value="tám mươi"' in told.text
    assert data(desk) == before


def test_a_text_that_is_kept_in_parts_leads_to_the_form_of_the_person(desk: Client) -> None:
    page = person(desk, SECOND)
    card = page.text[page.text.index(IN_PARTS) :].partition("</form>")[0]
    assert "Sửa ở biểu nhập" in card
    assert "data-dung" not in card
    there = re.search(r'href="([^"]*/nhap[^"]*)"', card)
    assert there is not None
    assert MEMBER in desk.get(unescape(there[1])).words


def test_what_was_left_is_not_asked_again_and_can_still_be_taken(desk: Client) -> None:
    before = data(desk)
    read(desk)
    key = key_of(person(desk, FIRST), "1. Nhóm tiêu chí chung")
    gone = replied(desk, FIRST, key, "bo-qua")
    assert f"ai={SECOND}" in gone.to  # nothing else is asked of the first
    assert data(desk) == before
    read(desk)
    page = person(desk, FIRST)
    assert "Không còn chỗ nào phải xem" in page.words
    assert "Đã trả lời trước đây" in page.words
    replied(desk, FIRST, key_of(page, "1. Nhóm tiêu chí chung"), "dung", "23")
    scored = read_campaign(folder_of(desk)).units[0].data.ca_nhan[0].cham_diem
    assert scored is not None
    assert str(scored.chung) == "23"


def test_what_was_answered_survives_the_end_of_the_desk(desk: Client) -> None:
    page = person(desk, SECOND)
    replied(desk, SECOND, key_of(page, POINTS), "dung", "56,25")
    replied(desk, SECOND, key_of(page, IN_PARTS), "bo-qua")
    with opened_desk(desk.desk.data, desk.desk.out, DAY) as again:
        assert "Phải xem: 3 chỗ" in read(again).words


def test_an_answer_to_what_is_another_by_now_is_told_and_nothing_is_written(desk: Client) -> None:
    key = key_of(person(desk, FIRST), "1. Nhóm tiêu chí chung")
    rewrite(folder_of(desk) / DATA, '"chung": 20', '"chung": 21')
    before = data(desk)
    told = replied(desk, FIRST, key, "dung", "23", part=True)
    assert "Tệp hoặc dữ liệu đã đổi từ lúc đọc" in told.words
    assert data(desk) == before
    assert "21" in person(desk, FIRST).words  # asked anew against what the data says now
    told = replied(desk, FIRST, "khong-co", "dung", "23", part=True)
    assert "đọc lại" in told.words


def test_a_file_that_changed_is_asked_about_no_more_until_it_is_read_again(desk: Client) -> None:
    read(desk)
    file = folder_of(desk) / "da-nhan" / UNIT / "Bình 02A.docx"
    key = key_of(person(desk, FIRST), "1. Nhóm tiêu chí chung")
    told = file.stat()
    os.utime(file, ns=(told.st_atime_ns, told.st_mtime_ns + 10**9))
    page = desk.get(PAGE)
    assert "tệp đã đổi" in page.words
    assert "Phải xem: 4 chỗ" in page.words
    before = data(desk)
    replied(desk, FIRST, key, "dung", "23")
    assert data(desk) == before
    assert "Phải xem: 5 chỗ" in read(desk).words


def test_people_who_changed_posts_are_read_again_first(desk: Client) -> None:
    rewrite(folder_of(desk) / DATA, f'"ho_ten": "{MEMBER}",', f'"ho_ten": "{MEMBER} Hai",')
    page = desk.get(PAGE)
    assert "danh sách người đã đổi" in page.words
    assert "Phải xem: 0 chỗ" in page.words
    rewrite(folder_of(desk) / DATA, f"{MEMBER} Hai", MEMBER)
    assert "Phải xem: 5 chỗ" in read(desk).words


def test_the_lines_of_the_file_stand_beside_with_the_place_marked(desk: Client) -> None:
    found = re.findall(r'data-doan="([^"]+)"', person(desk, FIRST).text)
    page = desk.get(unescape(found[0]))
    assert re.search(r"<mark>1\. Nhóm tiêu chí chung[^<]*23", page.text)
    assert "Bình 02A.docx" in page.words
    assert "2. Nhóm tiêu chí" in page.words
    unknown = desk.get(f"{PAGE}/doan?khoa=khong-co")
    assert "đọc lại" in unknown.words


def test_an_undone_answer_is_asked_again(desk: Client) -> None:
    key = key_of(person(desk, FIRST), "1. Nhóm tiêu chí chung")
    done = replied(desk, FIRST, key, "dung", "23")
    assert f"Đã duyệt xong {LEADER}" in desk.followed(done).words
    (entry, *_) = history(folder_of(desk))
    desk.post(f"{BASE}/nhat-ky/hoan-tac", {"so": str(entry.so)})
    assert "Phải xem: 5 chỗ" in desk.get(PAGE).words


def test_another_site_or_a_stranger_can_write_nothing(desk: Client) -> None:
    key, before = key_of(person(desk, FIRST), "1. Nhóm tiêu chí chung"), data(desk)
    fields = {"khoa": key, "don-vi": UNIT, "ai": FIRST, "tra-loi": "dung", "chu": "23"}
    for headers in ({"origin": "http://xau.example"}, {"cookie": ""}):
        assert desk.post(f"{PAGE}/tra-loi", fields, headers=headers).status == 403
    assert desk.get(f"{PAGE}/tra-loi").status in {403, 404, 405}
    assert data(desk) == before
