"""The body that leads a campaign prints its papers as a unit does."""

import datetime as dt

from generator.model import Dot
from generator.model.unit import CaNhan, TapThe
from generator.papers.campaign_year import campaign_year
from tests.papers import unit_data


def campaign(**more: object) -> Dot:
    return Dot.model_validate({**unit_data.DOT, "nam": "2024", **more})


def test_the_body_of_the_campaign_is_its_own_unit() -> None:
    year = campaign_year(campaign())
    unit = year.data.don_vi
    assert (unit.ten, unit.cap_tren) == ("Đảng ủy xã Tân Hòa", "Đảng bộ tỉnh An Bình")
    assert (unit.cap_uy, unit.ky_hieu) == ("Đảng ủy xã Tân Hòa", "ĐU")
    assert year.data.ky == year.dot.ky
    assert year.data.noi_nhan == year.dot.noi_nhan
    assert year.che_do.ma == "2023"


def test_a_body_without_a_superior_stands_under_itself() -> None:
    year = campaign_year(campaign(co_quan={"ten": "Tỉnh ủy An Bình", "ky_hieu": "TU"}))
    assert year.data.don_vi.cap_tren == "Tỉnh ủy An Bình"


def test_who_counts_as_its_own_and_the_day_are_taken_over() -> None:
    group = TapThe(ten="Ban Thường vụ")
    person = CaNhan(ho_ten="Lê Thị Hai")
    year = campaign_year(campaign(), [group], [person], dt.date(2024, 12, 20))
    assert year.data.tap_the == (group,)
    assert year.data.ca_nhan == (person,)
    assert year.ngay == dt.date(2024, 12, 20)


def test_the_offices_own_regime_holds() -> None:
    own = {"che_do": {"tran_xuat_sac": {"lam_tron": "nua_len"}}, "nam": "2026"}
    shipped, changed = campaign_year(campaign(nam="2026")), campaign_year(campaign(**own))
    assert shipped.che_do != changed.che_do
