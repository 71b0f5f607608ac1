"""A state is a sign and a word; it is loud only where work is due."""

import datetime as dt

import pytest

from generator.at_work.board import Cell
from generator.desk.signs import of_cell, of_paper, of_verdict, until
from generator.dossier.built import State
from generator.model.verdict import Ket

DAY = dt.date(2026, 12, 8)


@pytest.mark.parametrize(
    ("ket", "days", "office", "sign", "words"),
    [
        (Ket.CO, 3, False, "du", "Đủ 2"),
        (Ket.KHONG_AP_DUNG, 3, False, "khong", "Không cần"),
        (Ket.THIEU, 8, False, "cho", "Hạn 16/12"),
        (Ket.THIEU, 7, False, "thieu", "Thiếu 2"),
        (Ket.THIEU, 0, False, "thieu", "Thiếu 2"),
        (Ket.THIEU, -1, False, "thieu", "Thiếu 2"),
        (Ket.THIEU, None, False, "cho", "Chưa có 2"),
        (Ket.THIEU, -1, True, "tren", "Cấp trên lập"),
        (Ket.SAI_MAU, 30, False, "sai", "Sai mẫu 2"),
        (Ket.CHUA_KY, 30, False, "chua-ky", "Chưa ký 2"),
        (Ket.THIEU_BAN, 30, False, "thieu-ban", "Thiếu bản 2"),
        (Ket.CAN_XEM_LAI, 30, False, "xem", "Xem lại 2"),
        (Ket.NOP_MUON, -1, False, "muon", "Nộp muộn 2"),
    ],
)
def test_what_is_missing_is_red_from_a_week_before_its_day_on(
    ket: Ket, days: int | None, office: bool, sign: str, words: str
) -> None:
    han = None if days is None else DAY + dt.timedelta(days)
    found = of_verdict(ket, 2, han, DAY, office=office)
    assert (found.dau, found.chu) == (sign, words)


def test_every_verdict_has_a_sign() -> None:
    assert all(of_verdict(ket, 1, DAY, DAY, office=False).chu for ket in Ket)


@pytest.mark.parametrize("state", State)
def test_every_state_of_a_paper_has_a_sign(state: State) -> None:
    assert of_paper(state, draft=False, makeable=True).chu


def test_a_draft_is_told_as_one_and_what_cannot_be_made_too() -> None:
    assert of_paper(State.MOI, draft=True, makeable=True).chu == "Dự thảo"
    assert of_paper(State.CHUA_TAO, draft=False, makeable=False).chu == "Chưa đủ dữ liệu"


def test_a_cell_counts_what_is_open_or_what_is_there() -> None:
    cell = Cell("1", "Bản kiểm điểm", Ket.THIEU, 9, 2, 8, DAY, cua_co_quan=False)
    assert of_cell(cell, DAY).chu == "Thiếu 2"
    whole = Cell("1", "Bản kiểm điểm", Ket.CO, 9, 0, 8, None, cua_co_quan=False)
    assert of_cell(whole, DAY).chu == "Đủ 8"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (2, "hạn 10/12/2026, còn 2 ngày"),
        (0, "hạn 08/12/2026, hôm nay"),
        (-3, "hạn 05/12/2026, quá 3 ngày"),
    ],
)
def test_a_deadline_says_how_long_it_is(days: int, words: str) -> None:
    assert until(DAY + dt.timedelta(days), DAY) == words
    assert until(None, DAY) == "chưa ghi hạn"
