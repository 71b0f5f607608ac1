"""What a unit's data says is held against the forms of its year."""

from typing import Any

import pytest

from generator.model import DonViNam, Dot
from generator.papers.form_checks import fits_forms
from generator.papers.unit_year import year_of
from tests.papers import unit_data
from tests.papers.test_rating_lists import unit

STATE = "Ủy ban nhân dân xã Tân Hòa"


def told(**collective: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    dot = Dot.model_validate(unit_data.DOT | {"nam": "2026"})
    data = DonViNam.model_validate(unit(tap_the=[collective]))
    return [(each.code, each.place.path) for each in fits_forms(year_of(data, dot))]


@pytest.mark.parametrize(
    ("collective", "asked"),
    [
        ({"ten": STATE}, True),
        ({"ten": "Thường trực Hội đồng nhân dân xã"}, True),
        ({"ten": STATE, "co_quan": {"ten": STATE, "cap_tren": "Đảng bộ xã Tân Hòa"}}, False),
        ({"ten": STATE, "co_quan": {"ten": STATE, "khoi": "nha_nuoc"}}, True),
        ({"ten": "Ban Thường vụ Đảng ủy xã"}, False),
        ({"ten": "Chi ủy"}, False),
        ({"ten": "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã"}, False),
    ],
)
def test_the_party_head_above_a_state_body_is_asked_about(
    collective: dict[str, Any], asked: bool
) -> None:
    assert told(**collective) == [("KD273", ("tap_the", 0, "co_quan"))] * asked
