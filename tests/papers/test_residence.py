"""The papers for the place of residence: who asks whom about whom."""

from typing import Any

import pytest

from generator.papers.residence import residence
from generator.papers.sections import EMPTY_BOX
from tests.papers import unit_data
from tests.papers.test_rating_lists import unit, year_of

DOTS = "………………"


def printed(**person: Any) -> Any:
    given = {"ho_ten": "Lê Thị Hai", "vai_tro": "lanh_dao", **person}
    return residence(year_of(unit(ky=unit_data.SIGNER, ca_nhan=[given])), 0)


def test_the_unit_asks_the_cell_where_the_member_lives() -> None:
    found = printed(noi_cu_tru={"xa": "xã Bình An", "chi_bo": "Chi bộ thôn Bảy"})
    assert found["ho_ten"] == "Lê Thị Hai"
    assert found["xa"] == "xã Bình An"
    assert found["chi_bo_noi_cu_tru"] == "Chi bộ thôn Bảy"
    assert found["dau_bang_noi_cu_tru"] == "ĐẢNG BỘ XÃ BÌNH AN"
    assert found["to_chuc"] == "Chi bộ thôn Đông"
    assert found["ky"]["ho_ten"] == "Lê Thị Mẫu"
    assert found["o_trong"] == EMPTY_BOX


@pytest.mark.parametrize("known", [{}, {"noi_cu_tru": {"chi_bo": "Chi bộ thôn Bảy"}}])
def test_an_unknown_place_leaves_dots(known: dict[str, Any]) -> None:
    found = printed(**known)
    assert found["xa"] == DOTS
    assert found["dau_bang_noi_cu_tru"] == f"ĐẢNG BỘ {DOTS}"


def test_a_member_of_another_cell_is_asked_about_by_that_cell() -> None:
    assert printed(chi_bo="Chi bộ Văn phòng")["to_chuc"] == "Chi bộ Văn phòng"
