"""The board: what is missing where and until when, the panel of a cell, what to do next."""

import datetime as dt
import re
from html import unescape

from generator.at_work.board import Cell, Row
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.run import run
from generator.desk.pages.board import columns_of
from generator.editing.applying import history
from generator.model.verdict import Ket
from tests.desk.client import Client
from tests.desk.pages.sample import BASE, DATA, UNIT, folder_of, rewrite, root_of

NOW = dt.datetime(2026, 12, 8, 14, 5, tzinfo=dt.UTC)


def row(name: str, *needed: str, items: tuple[str, ...] = ("1", "2", "6", "8")) -> Row:
    cells = tuple(
        Cell(
            muc, f"Mục {muc}", Ket.CO if muc in needed else Ket.KHONG_AP_DUNG, 1, 0, 1, None, False
        )
        for muc in items
    )
    return Row(name, name, name, cells, True, 0, 0, 0, True, None, None, NOW)


def test_items_that_few_units_must_have_share_the_last_column() -> None:
    rows = [
        row(str(i), "1", *(["2"] if i < 5 else []), *(["8"] if i == 0 else [])) for i in range(10)
    ]
    assert [(each.muc, each.ten) for each in columns_of(rows)] == [
        (("1",), "1 Mục 1"), (("2",), "2 Mục 2"), (("6", "8"), "6 đến 8 Khi có việc"),
    ]  # fmt: skip


def test_columns_stand_as_in_the_checklist_whatever_the_first_unit_lacks() -> None:
    first = row("chưa ghi người", "3", "4", items=("3", "4"))
    rows = [first, row("đủ người", "1", "2", "3", "4", items=("1", "2", "3", "4"))]
    assert [each.muc for each in columns_of(rows)] == [("1",), ("2",), ("3",), ("4",)]


def test_the_board_comes_at_once_and_is_filled_behind_it(bare: Client) -> None:
    assert "Đang đọc hồ sơ các đơn vị" in bare.get(f"{BASE}/bang").words
    filled = bare.get(f"{BASE}/bang/phan")
    assert "0 trong 1 đơn vị đã xong" in filled.words
    assert "Chi bộ thôn Đoài" in filled.words
    assert "Việc tiếp theo" in filled.words


def test_what_is_missing_is_grey_before_its_week(bare: Client) -> None:
    assert "nen-thieu" not in bare.get(f"{BASE}/bang/phan").text


def test_what_is_missing_is_red_once_it_is_due(late: Client) -> None:
    assert "nen-thieu" in late.get(f"{BASE}/bang/phan").text


def test_a_cell_says_what_is_wrong_and_what_to_do(bare: Client) -> None:
    panel = bare.get(f"{BASE}/bang/o?don-vi={UNIT}&muc=1").words
    assert "Mục 1: Chi bộ thôn Đoài" in panel
    assert "Việc cần làm" in panel


def test_a_cell_says_what_shows_that_it_is_there(made: Client) -> None:
    panel = made.get(f"{BASE}/bang/o?don-vi={UNIT}&muc=1").words
    assert "Căn cứ" in panel
    assert ".docx" in panel


def test_a_unit_that_cannot_be_read_keeps_its_row(bare: Client) -> None:
    rewrite(folder_of(bare) / DATA, "ca_nhan:", "ca_nhan: [")
    shown = bare.get(f"{BASE}/bang/phan")
    assert "Chưa đọc được: " in shown.words
    assert UNIT in shown.text


def test_filters_stand_in_the_address(made: Client) -> None:
    assert "Chi bộ thôn Đoài</a>" not in made.get(f"{BASE}/bang/phan?loc=chua-ky").text
    assert "Chi bộ thôn Đoài</a>" in made.get(f"{BASE}/bang/phan?loc=tat-ca").text


def test_the_most_urgent_thing_is_one_click_away(bare: Client) -> None:
    assert bare.get(f"{BASE}/bang/gap-nhat").to.startswith(f"{BASE}/bang?o=")
    rewrite(folder_of(bare) / DATA, "ca_nhan:", "ca_nhan: [")
    bare.get(f"{BASE}/bang/phan")
    assert bare.get(f"{BASE}/bang/gap-nhat").to.startswith(f"{BASE}/van-de")


def test_what_another_program_made_is_on_the_board_without_a_new_start(bare: Client) -> None:
    before = bare.get(f"{BASE}/bang/phan").words
    run([BuildRequest(folder_of(bare), root_of(bare))], here)
    assert bare.get(f"{BASE}/bang/phan").words != before


def test_looking_changes_nothing(made: Client) -> None:
    for address in (
        "bang",
        "bang/phan",
        f"bang/o?don-vi={UNIT}&muc=1",
        "don-vi",
        "van-de",
        "van-ban/phan",
    ):
        made.get(f"{BASE}/{address}")
    assert history(folder_of(made)) == []


def test_a_unit_whose_data_has_errors_says_so_beside_its_name(made: Client) -> None:
    file = folder_of(made) / DATA
    assert "Lỗi 1" not in made.get(f"{BASE}/bang/phan").words
    rewrite(file, "\n  vai_tro: ngoai_he_thong\n", "\n")
    shown = made.get(f"{BASE}/bang/phan?loc=sai")
    (way, count) = re.findall(
        rf'<th scope="row">.*?href="({BASE}/van-de[^"]*)".*? Lỗi (\d+)</a></th>', shown.text
    )[0]
    assert int(count) > 1
    errors = made.get(unescape(way) + "&loc=loi").words
    assert f"Lỗi {count} " in errors
    assert errors.count("KD140") == int(count)


def test_findings_of_one_unit_are_not_those_of_one_whose_name_begins_alike(made: Client) -> None:
    file = folder_of(made) / DATA
    rewrite(file, "\n  vai_tro: ngoai_he_thong\n", "\n")
    other = file.with_name(f"{UNIT}-2.yaml")
    other.write_text(
        "loai: don-vi\ndon_vi: {ma: chi-bo-thon-doai-2, ten: Chi bộ Khác, loai: chi_bo, cap_tren: Đảng bộ xã}\n"
        "ca_nhan:\n  - ho_ten: Lê Thị Khác\n", "utf-8",
    )  # fmt: skip
    assert "Lê Thị Khác" in made.get(f"{BASE}/van-de").words
    assert "Lê Thị Khác" in made.get(f"{BASE}/van-de?don-vi={UNIT}-2").words
    assert "Lê Thị Khác" not in made.get(f"{BASE}/van-de?don-vi={UNIT}").words


def test_the_deadlines_of_the_campaign_are_told_though_no_item_waits_for_them(made: Client) -> None:
    rail = made.get(f"{BASE}/bang/phan").words
    assert "Thời hạn của đợt Hạn 20/12/2026, còn 12 ngày Gửi hồ sơ kiểm điểm của các chi bộ" in rail
    rewrite(
        folder_of(made) / "dot.yaml", "thoi_han:\n",
        "thoi_han:\n  - {viec: Hoàn thành kiểm điểm, ngay: 10/12/2026}\n",
    )  # fmt: skip
    rail = made.get(f"{BASE}/bang/phan").words
    assert "Hạn 10/12/2026, còn 2 ngày Hoàn thành kiểm điểm Hạn 20/12" in rail


def test_a_closed_panel_leads_back_to_its_cell_under_the_same_filter(bare: Client) -> None:
    page = bare.get(f"{BASE}/bang/phan?loc=cho&o=1&don-vi={UNIT}")
    link = re.search(r'hx-get="([^"]*/bang/o[^"]*)"', page.text)
    assert link
    back = re.search(r'data-dong href="([^"]*)"', bare.get(unescape(link[1])).text)
    assert back
    assert unescape(back[1]) == f"{BASE}/bang?loc=cho&ve=1&ve-don-vi={UNIT}"
    board = bare.get(unescape(back[1]).replace("/bang?", "/bang/phan?"))
    focused = re.findall(r"data-lay-tieu-diem[^>]*title=\"([^\"]*)\"", board.text)
    assert len(focused) == 1
    assert "mục 1" in focused[0]


def test_a_unit_that_names_nobody_says_so_everywhere_and_leads_to_its_list(bare: Client) -> None:
    path = folder_of(bare) / "don-vi" / "chi-bo-moi.yaml"
    path.write_text(
        "loai: don-vi\ndon_vi: {ma: chi-bo-moi, ten: Chi bộ thôn Mới, loai: chi_bo,"
        " cap_tren: Đảng bộ xã Tân Hòa}\n", "utf-8",
    )  # fmt: skip
    board = bare.get(f"{BASE}/bang/phan")
    assert "Chưa ghi người" in board.words
    assert "Ghi danh sách người: Chi bộ thôn Mới" in board.words
    assert f"{BASE}/don-vi/chi-bo-moi/them-nguoi" in board.text
    handed = bare.get(f"{BASE}/nop").words
    assert "Chưa ghi người" in handed
    assert "Sẵn sàng" not in handed


def test_a_campaign_without_deadlines_leads_to_where_they_are_written(bare: Client) -> None:
    path = folder_of(bare) / "dot.yaml"
    text = path.read_text("utf-8")
    assert "thoi_han" in text
    path.write_text(re.sub(r"^thoi_han:\n(?: .*\n)*", "", text, flags=re.MULTILINE), "utf-8")
    assert "Ghi các thời hạn" in bare.get(f"{BASE}/bang/phan").words
