"""What comes from a local text or the press is a warning that says so."""

import pytest

from generator.model.unit import DonViNam
from generator.problems import Problem, Severity
from generator.regulations.regimes import load_regime
from generator.rules import RULES
from tests.rules.build import AN, HT, HTT, XS, campaign, person, rated, unit

LOCAL = "theo quy định của một đảng ủy cấp trên, cần đối chiếu"
PRESS = "theo báo chí dẫn lại, cần đối chiếu với văn bản gốc"


def found(rule: str, nam: DonViNam, ma: str) -> list[Problem]:
    """Run a rule of a regime as shipped, with its own marks."""
    return list(RULES[rule](nam, campaign(ma), load_regime(ma)))


def tasks(done: int, late: int = 0, more: int = 0) -> dict[str, str]:
    return {"tong": "10", "hoan_thanh": str(done), "cham": str(late), "vuot_muc": str(more)}


@pytest.mark.parametrize(
    ("muc", "ket_qua", "dat"),
    [
        (HTT, tasks(10), None),
        (HTT, tasks(9), "hoàn thành 90%"),
        (HTT, tasks(10, 1), "chậm thời hạn 10%"),
        (HT, tasks(10, 2), None),
        (HT, tasks(10, 3), "chậm thời hạn 30%"),
        (HT, tasks(5), None),
        (HT, tasks(4), "hoàn thành 40%"),
    ],
)
def test_the_local_thresholds_of_2023_warn(
    muc: str, ket_qua: dict[str, str], dat: str | None
) -> None:
    problems = found("R04", unit(ca_nhan=[rated(AN, muc, ket_qua=ket_qua)]), "2023")
    assert len(problems) == (dat is not None)
    for each in problems:
        assert each.severity is Severity.WARNING
        assert dat is not None
        assert dat in each.message
        assert LOCAL in each.message


@pytest.mark.parametrize(
    ("muc", "ht", "htt", "found_"),
    [(XS, 10, 7, 0), (XS, 10, 6, 1), (XS, 9, 7, 1), (HTT, 10, 0, 0), (HTT, 9, 9, 1),
     (HT, 7, 0, 0), (HT, 6, 6, 1)],
)  # fmt: skip
def test_a_leader_is_measured_by_the_units_in_their_charge(
    muc: str, ht: int, htt: int, found_: int
) -> None:
    units = {"tong": "10", "hoan_thanh_tro_len": str(ht), "hoan_thanh_tot_tro_len": str(htt)}
    sound = tasks(10, 0, 6)
    nam = unit(ca_nhan=[rated(AN, muc, ket_qua=sound, don_vi_phu_trach=units)])
    problems = found("R04", nam, "2023")
    assert [each.severity for each in problems] == [Severity.WARNING] * found_
    assert all("đơn vị phụ trách" in each.message for each in problems)


@pytest.mark.parametrize(
    ("nam_", "clause", "press"),
    [(2025, "Nghị định số 90/2020/NĐ-CP, Điều 20", False),
     (2026, "Nghị định số 335/2025/NĐ-CP, Điều 21", True)],
)  # fmt: skip
def test_civil_servants_are_rated_by_the_decree_of_the_year(
    nam_: int, clause: str, press: bool
) -> None:
    levels = {"ngay_cong_chuc": f"20/12/{nam_}", "ngay_quyet_dinh": f"15/12/{nam_}"}
    nam = unit(ca_nhan=[person(AN, xep_loai=levels)])
    [one] = RULES["R12"](nam, campaign(nam=nam_), load_regime("2025"))
    assert one.severity is Severity.WARNING
    assert clause in one.message
    assert (PRESS in one.message) is press
