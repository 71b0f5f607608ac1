"""The search finds people, units and pages, with accents or without."""

import pytest

from tests.desk.client import Client
from tests.desk.pages.sample import BASE


@pytest.mark.parametrize(
    ("typed", "found"),
    [("so van ban", "Số văn bản"), ("thon doai", "Chi bộ thôn Đoài"), ("THÔN ĐOÀI", "Chi bộ thôn Đoài"),
     ("hoang thi ly", "Hoàng Thị Lý"), ("không có ai", "Không thấy «không có ai»")],
)  # fmt: skip
def test_a_name_is_found_however_it_is_typed(made: Client, typed: str, found: str) -> None:
    made.get(f"{BASE}/bang/phan")
    assert found in made.get(f"{BASE}/tim?chu={typed.replace(' ', '+')}").words


def test_nothing_typed_finds_nothing(made: Client) -> None:
    assert made.get(f"{BASE}/tim?chu=").words == ""
