"""The columns of the workbook."""

from collections import Counter

import pytest

from generator.reading.model_shape import choices, meaning
from generator.sheets.layout import MODELS, UNIT, Cot, Trang, column_of, sheets
from generator.wording.compare import fold

ALL = [(code, each, cot) for code, each in sheets().items() for cot in each.cot]


ELSEWHERE = {("xep_loai", "ten"), ("diem", "ten")}
"""A row about a collective or a person names it in one column."""


@pytest.mark.parametrize(
    ("code", "cot"), [(code, cot) for code, _, cot in ALL], ids=lambda v: getattr(v, "khoa", v)
)
def test_a_column_is_a_key_of_what_a_row_is(code: str, cot: Cot) -> None:
    if cot.khoa == UNIT or code == "kiem_phieu" or (code, cot.khoa) in ELSEWHERE:
        return
    path = tuple(cot.khoa.split("."))
    assert meaning(MODELS[code], path)
    if cot.kieu == "chon":
        assert choices(MODELS[code], path)


@pytest.mark.parametrize("each", sheets().values(), ids=lambda each: each.trang)
def test_a_head_names_one_column_of_its_sheet(each: Trang) -> None:
    heads = Counter(fold(name) for cot in each.cot for name in {cot.dau, *cot.ten} if name)
    assert [name for name, times in heads.items() if times > 1] == []


def test_excel_takes_the_names_of_the_sheets() -> None:
    assert all(len(each.trang) <= 31 for each in sheets().values())


def test_a_value_of_a_new_item_is_under_the_head_of_its_own_list() -> None:
    assert column_of("ho_so", "ngay").dau == "Ngày nộp"
    assert column_of("thoi_han", "ngay").dau == "Trước ngày"
    assert column_of("ca_nhan", "cham_diem.tong").dau == "Tổng điểm"
