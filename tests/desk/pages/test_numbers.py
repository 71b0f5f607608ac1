"""The register on the desk: numbers are entered, taken, cancelled, and never given twice."""

from pathlib import Path
from sqlite3 import connect

import pytest

from generator.desk.pages.numbers import MOST
from tests.desk.client import Answer, Client
from tests.desk.pages.sample import BASE, folder_of, rewrite

PAGE = f"{BASE}/so-van-ban"
SERIES = {"loai": "cong-van", "ky": "2025-2030"}
LETTER = """loai: cong-van
ngay: 02/12/2026
trich_yeu: nộp hồ sơ kiểm điểm năm 2026
kinh_gui:
  - Các chi bộ trực thuộc
noi_dung: |
  Đề nghị các chi bộ nộp hồ sơ trước ngày 20/12/2026.
"""


@pytest.fixture
def desk(bare: Client) -> Client:
    """A desk with a second letter, which has no number yet."""
    (folder_of(bare) / "cong-van-2.yaml").write_text(LETTER, "utf-8")
    return bare


def shown(desk: Client) -> Answer:
    return desk.get(f"{PAGE}?loai=cong-van&ky=2025-2030")


def gone_on(desk: Client, number: str = "21", reason: str = "đã cấp trên sổ giấy") -> Answer:
    form = {"loai": "cong-van", "nhiem-ky": "2025-2030", "so-tiep": number, "ly_do": reason}
    return desk.followed(desk.post(f"{PAGE}/noi-so", form))


def entered(desk: Client) -> Answer:
    """Go on where paper ends and enter the number that the first letter bears."""
    gone_on(desk)
    return desk.followed(desk.post(f"{PAGE}/vao-so", SERIES))


def taken(desk: Client) -> Answer:
    """Take the number of the second letter."""
    return desk.followed(desk.post(f"{PAGE}/lay-so", SERIES, tep="cong-van-2.yaml", muc=""))


def in_register(desk: Client) -> dict[int, tuple[str, str]]:
    """State and trích yếu of each number of letters that is on the disk."""
    (path,) = (desk.desk.data / "so-van-ban").glob("Đảng*.sqlite")
    with connect(path) as known:
        rows = known.execute("SELECT so, trang_thai, trich_yeu FROM van_ban WHERE loai='cong-van'")
        return {so: (state, subject) for so, state, subject in rows}


def test_a_number_on_a_paper_that_the_register_does_not_know_is_a_row_of_its_own(
    desk: Client,
) -> None:
    page = shown(desk)
    assert "21 10/11/2026 kiểm điểm, đánh giá, xếp loại chất lượng năm 2026" in page.words
    assert "Chưa vào sổ" in page.words
    assert 'name="so-tiep" size="6" inputmode="numeric" required value="21"' in page.text


def test_no_number_is_offered_while_the_register_would_give_one_that_is_used(desk: Client) -> None:
    page = shown(desk)
    assert "Chưa có số (1)" in page.words
    assert "Lấy số được sau khi vào sổ số 21" in page.words
    assert "Lấy số 01" not in page.words


def test_the_register_goes_on_where_paper_ends_and_takes_in_what_papers_bear(desk: Client) -> None:
    page = gone_on(desk)
    assert "Công văn 2025-2030: số tiếp theo là 21 (trước đó là 01)" in page.words
    assert "01-20" in page.words
    assert "Vào sổ số 21" in page.words
    page = entered(desk)
    assert "Đã vào sổ số 21." in page.words
    assert "Chưa vào sổ" not in page.words
    assert list(in_register(desk)) == [21]


def test_a_number_is_taken_by_one_button_and_stands_in_file_and_register(desk: Client) -> None:
    assert "Lấy số 22-CV/ĐU" in entered(desk).words
    page = taken(desk)
    assert "Đã lấy số 22-CV/ĐU cho «nộp hồ sơ kiểm điểm năm 2026»" in page.words
    assert "Chưa có số" not in page.words
    assert "so: 22" in (folder_of(desk) / "cong-van-2.yaml").read_text("utf-8")
    assert in_register(desk)[22] == ("cap", "nộp hồ sơ kiểm điểm năm 2026")


def test_taking_again_gives_no_second_number(desk: Client) -> None:
    entered(desk)
    taken(desk)
    assert "Đã vào sổ số 22-CV/ĐU" in taken(desk).words
    assert list(in_register(desk)) == [21, 22]


def test_a_cancelled_number_stays_with_its_reason_and_is_not_given_again(desk: Client) -> None:
    entered(desk)
    taken(desk)
    form = SERIES | {"tu": "22", "den": "22", "ly_do": "ghi nhầm nơi nhận"}
    page = desk.followed(desk.post(f"{PAGE}/huy", form))
    assert "Đã ghi huỷ số 22: ghi nhầm nơi nhận" in page.words
    assert "so: 22" not in (folder_of(desk) / "cong-van-2.yaml").read_text("utf-8")
    assert "Đã huỷ" in page.words
    assert "Lấy số 23-CV/ĐU" in page.words


def test_a_number_is_not_cancelled_without_a_reason(desk: Client) -> None:
    entered(desk)
    form = SERIES | {"tu": "21", "den": "21", "ly_do": "  "}
    assert "Chưa ghi: cần số và lý do" in desk.followed(desk.post(f"{PAGE}/huy", form)).words
    assert in_register(desk)[21][0] == "cap"


def test_more_numbers_than_a_gap_can_have_are_a_slip(desk: Client) -> None:
    entered(desk)
    form = SERIES | {"tu": "22", "den": str(22 + MOST), "ly_do": "bỏ"}
    assert f"mỗi lần nhiều nhất {MOST} số" in desk.followed(desk.post(f"{PAGE}/huy", form)).words
    assert list(in_register(desk)) == [21]


@pytest.mark.parametrize("number", ["", "mười", "-3", "٣", "1234567"])
def test_what_is_no_number_changes_nothing(desk: Client, number: str) -> None:
    assert "Chưa ghi: cần số tiếp theo và lý do" in gone_on(desk, number).words
    assert not (desk.desk.data / "so-van-ban").exists()


def test_what_the_register_refuses_is_told_in_the_words_of_the_page(desk: Client) -> None:
    entered(desk)
    page = gone_on(desk, "5")
    assert "KD617" in page.words
    assert 'class="bao loi" role="alert"' in page.text
    assert "«Huỷ số»" in page.words
    assert "number cancel" not in page.words
    assert "KD617" not in shown(desk).words  # said once


def test_the_register_is_compared_with_the_papers(desk: Client) -> None:
    entered(desk)
    assert "KD645" not in shown(desk).words
    rewrite(folder_of(desk) / "cong-van.yaml", "ngay: 10/11/2026", "ngay: 11/11/2026")
    page = shown(desk)
    assert "KD645" in page.words
    assert "«Vào sổ»" in page.words
    assert "number take" not in page.words


def test_each_body_that_issues_papers_has_its_own_register(desk: Client) -> None:
    page = shown(desk)
    assert "Chi ủy Chi bộ thôn Đoài" in page.words
    other = desk.get(f"{PAGE}?so=Chi ủy Chi bộ thôn Đoài")
    assert "Chưa có số" in other.words
    assert "cong-van-2.yaml" not in other.text


def test_a_file_outside_the_campaign_gets_no_number(desk: Client, tmp_path: Path) -> None:
    outside = tmp_path / "ngoai.yaml"
    outside.write_text(LETTER, "utf-8")
    answer = desk.post(f"{PAGE}/lay-so", SERIES, tep="../ngoai.yaml", muc="")
    assert answer.status == 404
    assert outside.read_text("utf-8") == LETTER


def test_a_campaign_that_cannot_be_read_says_where_to_mend_it(desk: Client) -> None:
    rewrite(folder_of(desk) / "dot.yaml", "nam: 2026", "nam: hai")
    page = desk.get(PAGE)
    assert page.status == 200
    assert "Chưa mở được sổ" in page.words
    assert "KD" in page.words
