"""Two documents of one series never share a number; the error stands on each of them."""

import pytest

from generator.model import CoQuan, Dot, VanBan
from generator.reading.same_numbers import same_numbers

TERMS = [{"ten": "2020-2025", "be_mac_dai_hoi": "15/8/2020"},
         {"ten": "2025-2030", "be_mac_dai_hoi": "15/8/2026"}]  # fmt: skip
PARTY = {"ten": "Đảng ủy xã Lộc Vân", "nhiem_ky": TERMS}
STATE = {"ten": "Ủy ban nhân dân xã Lộc Vân", "khoi": "nha_nuoc"}


def letter(**more: object) -> VanBan:
    given = {"loai": "cong-van", "trich_yeu": "Kiểm điểm", "noi_dung": "x", "so": 12, **more}
    return VanBan.model_validate(given)


def dot(body: dict) -> Dot:
    return Dot(ten="Đợt", nam=2026, co_quan=CoQuan.model_validate(body))


@pytest.mark.parametrize(
    ("body", "one", "other", "same"),
    [
        (PARTY, {}, {}, True),
        (PARTY, {}, {"so": 13}, False),
        (PARTY, {"so": None}, {"so": None}, False),
        (PARTY, {}, {"loai": "thong-bao"}, False),
        (PARTY, {}, {"co_quan": {"ten": "Ban Tổ chức"}}, False),
        (PARTY, {"ngay": "14/11/2026"}, {"ngay": "14/01/2027"}, True),
        (PARTY, {"ngay": "14/7/2026"}, {"ngay": "14/11/2026"}, False),
        (STATE, {"ngay": "14/11/2026"}, {"ngay": "15/12/2026"}, True),
        (STATE, {"ngay": "14/11/2026"}, {"ngay": "14/01/2027"}, False),
        (PARTY, {"so": None, "so_ky_hieu": "12-CV/ĐU"}, {"so": None, "so_ky_hieu": "12-CV/ĐU"}, True),
    ],
)  # fmt: skip
def test_numbers_run_within_body_type_and_term(
    body: dict, one: dict, other: dict, same: bool
) -> None:
    found = same_numbers({"a.yaml": letter(**one), "b.yaml": letter(**other)}, dot(body))
    assert set(found) == ({"a.yaml", "b.yaml"} if same else set())


def test_each_names_the_others() -> None:
    found = same_numbers({name: letter() for name in ("a", "b", "c", "d", "e")}, dot(PARTY))
    assert [each[0].code for each in found.values()] == ["KD050"] * 5
    assert "«a», «b», «c» và 1 tệp khác" in found["e"][0].message


def test_without_a_campaign_nothing_is_compared() -> None:
    assert same_numbers({"a": letter(), "b": letter()}, None) == {}
