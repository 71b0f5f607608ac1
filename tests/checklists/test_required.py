"""What a checklist asks of a unit, and which paper of the unit answers it."""

import pickle
from typing import Any

import pytest

from generator.checklists.items import items
from generator.checklists.required import Asking, serves
from generator.model.unit import DonViNam
from generator.regulations.regimes import regime_for
from tests.checklists.lists import checklist, doc, item
from tests.dossier.judged_unit import AN, BINH, BTV, CITY, collective, person, suggestion, unit


def test_what_a_checklist_asks_goes_to_another_process() -> None:
    rieng = checklist(item("1", cho=["ca_nhan"], van_ban=[doc("a", mau=["02A"])]))
    asking = Asking(items(rieng), rieng.dac_diem)
    again = pickle.loads(pickle.dumps(asking))  # noqa: S301 - made here
    asked = again.of(NAM, regime_for(2024), CITY)
    assert [(each.item.ma, each.ten) for each in asked] == [("1", AN), ("1", BINH)]


def test_without_a_checklist_nothing_is_asked() -> None:
    assert Asking().of(NAM, regime_for(2024), CITY) == []


def again(name: str) -> dict[str, Any]:
    return {
        "doi_tuong": name, "van_ban_cu": "Quyết định số 12-QĐ/ĐU, ngày 05/01/2025",
        "muc_cu": "Hoàn thành tốt nhiệm vụ", "muc_moi": "Hoàn thành nhiệm vụ", "ly_do": "Bị kỷ luật",
    }  # fmt: skip


NAM = DonViNam.model_validate(
    unit(
        ca_nhan=[person(AN), person(BINH)],
        tap_the=[collective(BTV), collective("Đảng bộ phường Hồng Sơn")],
        goi_y=[suggestion(AN), {**suggestion(), "tap_the": [
            {"ten": BTV, "diem": [{"ma": "I.1", "noi_dung": "Chậm giải ngân."}]}]}],
        xep_loai_lai=[again(f"đồng chí {BINH}"), again("ban thường vụ Đảng uỷ phường Hồng Sơn")],
    )
)  # fmt: skip
AN_, BINH_, BTV_, DANG_BO_ = (
    (("ca_nhan", 0), AN), (("ca_nhan", 1), BINH),
    (("tap_the", 0), BTV), (("tap_the", 1), "Đảng bộ phường Hồng Sơn"),
)  # fmt: skip
EVERYBODY = [AN_, BINH_, BTV_, DANG_BO_]


@pytest.mark.parametrize(
    ("path", "whom"),
    [
        (("ca_nhan", 0), [AN_]), (("ca_nhan", 1), [BINH_]), (("tap_the", 1), [DANG_BO_]),
        (("ca_nhan", 1, "giai_trinh", 0), [BINH_]), (("hoi_nghi", 0), []),
        (("goi_y", 0), [AN_]), (("goi_y", 1), [BTV_]),
        (("xep_loai_lai", 0), [BINH_]), (("xep_loai_lai", 1), [BTV_]),
        (("tong_hop",), EVERYBODY), ((), EVERYBODY), (("bo_phieu", 0), EVERYBODY),
    ],
)  # fmt: skip
def test_whom_a_document_serves(path: tuple[str | int, ...], whom: list[Any]) -> None:
    assert [each for each in EVERYBODY if serves(path, *each, NAM)] == whom
    assert serves(path, ("don_vi",), "", NAM)
