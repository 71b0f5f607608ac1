"""What to do next: what is due first, first; data before papers; nothing of the receiving body's."""

import datetime as dt
from dataclasses import replace

import pytest

from generator import shipped
from generator.at_work.board import Board, Cell, Row
from generator.desk.due import MOST, address, by_deadline, deadlines, short, things
from generator.model.verdict import Ket
from generator.reading.load import read_campaign

DAY = dt.date(2026, 12, 8)
NOW = dt.datetime(2026, 12, 8, 14, 5, tzinfo=dt.UTC)


def row(name: str, *cells: Cell, errors: int = 0) -> Row:
    return Row(name, name, name, cells, False, errors, 0, len(cells), True, None, None, NOW)


def cell(muc: str, ket: Ket, han: dt.date | None = DAY, *, office: bool = False) -> Cell:
    return Cell(muc, "Biên bản hội nghị, mỗi loại hai bản (bản chính)", ket, 2, 2, 2, han, office)


def test_things_come_by_their_deadline_and_errors_before_all() -> None:
    board = Board(None, (
        row("A", cell("3", Ket.THIEU, None), cell("1", Ket.THIEU, DAY)),
        row("B", cell("2", Ket.CHUA_KY, DAY - dt.timedelta(1)), cell("4", Ket.THIEU, office=True), cell("5", Ket.CO)),
        row("C", errors=2),
    ))  # fmt: skip
    assert [(each.don_vi, each.muc, each.viec) for each in things(board)] == [
        ("C", "", "Sửa 2 lỗi dữ liệu"),
        ("B", "2", "Xin ký, xác nhận 2 biên bản hội nghị"),
        ("A", "1", "Bổ sung 2 biên bản hội nghị"),
        ("A", "3", "Bổ sung 2 biên bản hội nghị"),
    ]


def test_a_page_shows_no_more_than_can_be_read_and_groups_them_by_day() -> None:
    board = Board(
        None,
        tuple(row(str(i), cell("1", Ket.THIEU, DAY + dt.timedelta(i // 3))) for i in range(20)),
    )
    found = by_deadline(things(board))
    assert sum(len(its) for _, its in found) == MOST
    assert [len(its) for _, its in found] == [3, 3, 1]


def test_a_thing_leads_to_its_cell_or_to_the_findings_of_its_unit() -> None:
    board = Board(None, (row("a b", cell("1.2", Ket.THIEU), errors=1),))
    assert [address(each) for each in things(board)] == [
        "/van-de?don-vi=a+b", "/bang?o=1.2&don-vi=a+b",
    ]  # fmt: skip


def test_a_unit_that_names_nobody_is_asked_for_its_people_first() -> None:
    nobody = replace(row("a b", cell("3", Ket.THIEU)), co_nguoi=False)
    first, second = things(Board(None, (nobody,)))
    assert (first.viec, address(first)) == ("Ghi danh sách người", "/don-vi/a%20b/them-nguoi")
    assert second.muc == "3"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Bản kiểm điểm cá nhân; bản tự đánh giá", "bản kiểm điểm cá nhân"),
        ("CCCD của người kiểm điểm", "CCCD của người kiểm điểm"),
        ("Kết luận (nếu có).", "kết luận"),
        ("Một " + "hai ba " * 20, "một " + "hai ba " * 7 + "hai ba…"),
    ],
)
def test_the_name_of_an_item_is_short(name: str, words: str) -> None:
    assert short(name) == words


def test_every_deadline_of_the_campaign_comes_by_its_day() -> None:
    dot = read_campaign(shipped.DATA / "xa-loc-van-2026").dot
    assert [(each.han.isoformat(), each.ai) for each in deadlines(dot)] == [
        ("2026-12-10", "Chi bộ trực thuộc"), ("2026-12-15", "Đảng bộ xã Lộc Vân"), ("2026-12-20", ""),
    ]  # fmt: skip
    assert deadlines(None) == []
