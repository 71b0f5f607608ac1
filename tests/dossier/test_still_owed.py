"""What a unit is asked for: what it owes itself, not what the receiving office has yet to do."""

import datetime as dt
from typing import Any

import pytest

from generator.dossier.still_owed import is_own, overdue, still_owed
from generator.model import Dot
from generator.model.verdict import Ket
from generator.opening.content import REASONS, Refusal
from tests.dossier.reports.test_reports import item, part, unit
from tests.papers import unit_data

OFFICE = "cơ quan nhận hồ sơ"


def owed(*items: Any) -> list[tuple[str, Ket]]:
    return [(each.muc, each.ket) for each in still_owed(unit("a", *items))]


@pytest.mark.parametrize("ket", [Ket.THIEU, Ket.SAI_MAU, Ket.CHUA_KY, Ket.THIEU_BAN])
def test_a_unit_is_asked_for_what_lacks_or_is_wrong(ket: Ket) -> None:
    assert owed(item("1.1", "An", part(ket)), item("1.2", "An")) == [("1.1", ket)]


def test_what_the_office_draws_up_itself_is_not_asked_for() -> None:
    assert owed(item("4", "An", part(Ket.THIEU), nguoi_nop=OFFICE)) == []


def test_what_the_office_has_yet_to_look_at_is_not_asked_for() -> None:
    assert owed(item("1.1", "An", part(Ket.CAN_XEM_LAI, ly_do="ảnh mờ"))) == []
    mixed = item("1.1", "An", part(Ket.CAN_XEM_LAI, ly_do="ảnh mờ"), part(Ket.THIEU))
    assert owed(mixed) == [("1.1", Ket.THIEU)]


@pytest.mark.parametrize("refusal", list(REASONS))
def test_a_file_that_only_the_sender_can_mend_is_asked_for_again(refusal: Refusal) -> None:
    found = owed(item("1.1", "An", part(Ket.CAN_XEM_LAI, ly_do=REASONS[refusal])))
    ours = refusal in {Refusal.QUA_LAU, Refusal.KHONG_DOC_DUOC, Refusal.CHUA_TAI}
    assert found == ([] if ours else [("1.1", Ket.CAN_XEM_LAI)])


def test_a_unit_is_dunned_only_when_something_is_late() -> None:
    late = item("1.1", "An", part(Ket.THIEU), qua_han=True)
    early = item("1.2", "An", part(Ket.THIEU), qua_han=False, han=dt.date(2030, 1, 1))
    undated = item("1.3", "An", part(Ket.THIEU), qua_han=False, han=None)
    assert [each.muc for each in overdue(unit("a", late, early, undated))] == ["1.1", "1.3"]
    assert overdue(unit("a", early, undated)) == []
    reviewed = item("1.1", "An", part(Ket.CAN_XEM_LAI, ly_do="ảnh mờ"), qua_han=True)
    assert overdue(unit("a", reviewed, undated)) == []


@pytest.mark.parametrize(
    ("cap_uy", "own"),
    [("Đảng ủy xã Tân Hòa", True), ("đảng uỷ xã Tân Hoà", True), ("Chi ủy thôn Đông", False)],
)
def test_the_body_of_the_campaign_gets_no_letter_however_it_is_spelt(
    cap_uy: str, own: bool
) -> None:
    dot = Dot.model_validate({**unit_data.DOT, "nam": "2026"})
    assert is_own(unit("a", cap_uy=cap_uy), dot) is own
