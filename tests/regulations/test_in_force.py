"""Which regime and which thể thức hold in a campaign, with the office's own values over them."""

import datetime as dt
from typing import Any

import pytest

from generator.model import CoQuan, Dot
from generator.problems import Severity
from generator.regulations.in_force import pack_in_force, regime_of
from generator.regulations.packs import load_pack
from generator.regulations.regimes import regime_for

OFFICE = {"ten": "Đảng ủy xã Tân Hòa", "ky_hieu": "ĐU"}
OTHER = CoQuan.model_validate({"ten": "Chi bộ thôn Đông", "ky_hieu": "CB"})
OWN = {"phu_luc": {"nhan": "Bản kèm"}}
DAY = dt.date(2026, 11, 14)


def campaign(**more: Any) -> Dot:
    return Dot.model_validate({"ten": "Kiểm điểm", "nam": "2026", "co_quan": OFFICE, **more})


def test_the_offices_own_values_stand_in_its_own_documents_and_in_no_others() -> None:
    dot = campaign(the_thuc=OWN)
    own, problems = pack_in_force(dot, dot.co_quan, DAY)
    assert (own.phu_luc.nhan.gia_tri, problems) == ("Bản kèm", ())
    assert pack_in_force(dot, OTHER, DAY) == (load_pack(own.ma), ())


def test_another_body_hears_nothing_of_what_is_wrong_with_the_offices_values() -> None:
    dot = campaign(the_thuc={"phu_luc": {"nhan_la": "Bản kèm"}})
    _, (wrong,) = pack_in_force(dot, dot.co_quan, DAY)
    assert wrong.severity is Severity.ERROR
    assert pack_in_force(dot, OTHER, DAY)[1] == ()


def test_an_office_without_values_of_its_own_follows_the_pack_of_the_day() -> None:
    dot = campaign()
    for day, ma in ((dt.date(2020, 1, 1), "hd36"), (DAY, "hd05")):
        assert pack_in_force(dot, dot.co_quan, day) == (load_pack(ma), ())


def test_a_document_without_a_day_counts_as_of_the_end_of_the_year() -> None:
    assert pack_in_force(campaign(nam="2020"), OTHER, None) == (load_pack("hd36"), ())


@pytest.mark.parametrize("own", [{}, {"phan_tram_xuat_sac_khac": "1"}])
def test_the_offices_own_regime_is_laid_over_that_of_the_year(own: dict[str, str]) -> None:
    regime, problems = regime_of(campaign(che_do=own))
    assert regime == regime_for(2026)
    assert bool(problems) == bool(own)
