"""All rules together: a sound year, a draft, switched-off rules, and the weights of the packs."""

import ast
from pathlib import Path
from typing import Any

import pytest

import generator.rules
from generator.model import DonViNam
from generator.problems import Place, Severity
from generator.problems.catalogue import entries
from generator.regulations.che_do import CheDo
from generator.regulations.regimes import load_regime
from generator.regulations.rule import Quy
from generator.rules import RULES, check_unit
from generator.rules.found import finding
from tests.rules.build import (
    AN,
    BINH,
    CHI_UY,
    CUC,
    DUNG,
    HTT,
    KHT,
    NAM,
    XS,
    ballot,
    campaign,
    collective,
    meeting,
    person,
    regime,
    said,
    unit,
)

REGIMES = ["2019", "2023", "2025"]
KEYS = (
    "nguyen_tac", "chi_tieu", "xay_dung_dang", "lanh_dao_thuc_hien", "kiem_tra_thi_dua",
    "pham_chat", "nhiem_vu", "lanh_dao", "trach_nhiem_cong_viec", "neu_guong",
)  # fmt: skip


def review(year: int, **given: Any) -> dict[str, Any]:
    """A whole review rated «Hoàn thành tốt nhiệm vụ» that fits every regime."""
    return {
        "uu_diem": {key: {"noi_dung": "Đã làm tốt.", "cap_do": "Tốt"} for key in KEYS},
        "khac_phuc": [{"han_che": "Họp chưa đều", "tinh_trang": "da_khac_phuc"}],
        "cap_do_khac_phuc": "Tốt",
        "cham_diem": {"chung": "27", "nhiem_vu": "60", "tong": "87"},
        "ket_qua": {"tong": 20, "hoan_thanh": 20, "vuot_muc": 2},
        "nhiem_vu": [{"noi_dung": "Vận động hiến đất"}],
        "xep_loai": {"tu_nhan": HTT, "chi_uy": HTT, "chi_bo": HTT, "quyet_dinh": HTT},
        "ngay": f"01/12/{year}",
        **given,
    }


def sound(ma: str) -> DonViNam:
    year = NAM[ma]
    confirmed = {
        key: {"ngay": f"{day}/12/{year}", "ho_ten": "Đỗ Văn Hải"}
        for key, day in (("thu_truong", "05"), ("chi_uy", "10"), ("dang_uy", "20"))
    }
    whole = review(year, xac_nhan=confirmed, noi_cu_tru={"ngay_nhan_xet": f"28/11/{year}"})
    votes = [{"doi_tuong": name, "phieu": {"hoan_thanh_tot": "8"}} for name in (AN, BINH, CUC)]
    points = [{"diem": "I.1", "noi_dung": "Do thiếu kinh phí"}]
    return unit(
        tap_the=[collective(
            **review(year, giai_trinh=points), thanh_vien=[{"ho_ten": AN, "dung_dau": "có"}]
        )],
        ca_nhan=[
            person(
                AN, vai_tro="lanh_dao", dung_dau="có", cong_chuc="có",
                **whole | {"xep_loai": whole["xep_loai"] | {"cong_chuc": HTT}},
            ),
            person(BINH, **whole),
            person(CUC, vai_tro="ngoai_he_thong", **whole),
            person(DUNG, loai_tru={"ly_do": "mien_sinh_hoat"}),
        ],
        goi_y=[{"tap_the": [{"ten": CHI_UY, "diem": [{"ma": "I.1", "noi_dung": "Chậm"}]}]}],
        giai_trinh={"ngay": f"02/12/{year}"},
        han_che_ky_truoc={CHI_UY: ["Họp chưa đều"], AN: ["Họp chưa đều."]},
        hoi_nghi=[meeting(
            f"10/12/{year}", kiem_phieu=ballot(ket_qua=votes), ngay_gui_du_thao=f"02/12/{year}"
        )],
    )  # fmt: skip


@pytest.mark.parametrize("ma", REGIMES)
def test_a_sound_year_gives_no_finding(ma: str) -> None:
    found = check_unit(sound(ma), campaign(ma), load_regime(ma))
    assert [said(each) for each in found] == []


@pytest.mark.parametrize("ma", REGIMES)
def test_a_draft_year_gives_no_finding(ma: str) -> None:
    draft = unit(
        tap_the=[collective(thanh_vien=[{"ho_ten": AN, "dung_dau": "có"}])],
        ca_nhan=[
            person(AN, vai_tro="lanh_dao", dung_dau="có", cong_chuc="có"),
            person(BINH),
            person(CUC, vai_tro="ngoai_he_thong"),
            person(DUNG, vai_tro=None),
        ],
        goi_y=[{"tap_the": [{"ten": CHI_UY, "diem": [{"ma": "I.1", "noi_dung": "Chậm"}]}]}],
        han_che_ky_truoc={CHI_UY: ["Họp chưa đều"]},
    )
    assert check_unit(draft, campaign(ma), load_regime(ma)) == []


def broken(ma: str) -> DonViNam:
    """A year that breaks every rule it can."""
    year = NAM[ma]
    wrong = review(
        year,
        uu_diem={}, khac_phuc=[], cap_do_khac_phuc=None, nhiem_vu=[], mau="02D",
        cham_diem={"chung": "27", "nhiem_vu": "60", "tong": "80"},
        ket_qua={"tong": 20, "hoan_thanh": 18},
        xep_loai={"tu_nhan": "Tốt", "quyet_dinh": XS, "ngay_cong_chuc": f"30/12/{year}",
                  "ngay_quyet_dinh": f"20/12/{year}"},
        ky_luat=[{"hinh_thuc": "Cảnh cáo", "ngay": f"05/5/{year}"}],
        giai_trinh=[{"diem": "I.9", "noi_dung": "…"}],
        noi_cu_tru={"xa": "phường Bắc Hồng"},
    )  # fmt: skip
    return unit(
        tap_the=[collective(xep_loai={"quyet_dinh": KHT})],
        ca_nhan=[person(AN, dung_dau="có", vai_tro="lanh_dao", **wrong), person(BINH)],
        goi_y=[{"can_cu": ["Quy định số 124-QĐ/TW", "Quy định số 366-QĐ/TW"]}],
        han_che_ky_truoc={AN: ["Họp chưa đều"]},
        hoi_nghi=[meeting(
            f"31/12/{year}", trieu_tap="10", ngay_gui_du_thao=f"31/12/{year}"
        )],
    )  # fmt: skip


ABSENT = {"2019": {"R02", "R03", "R13", "R19"}, "2023": {"R02", "R03", "R13", "R19"},
          "2025": {"R05"}}  # fmt: skip
"""Rules that a regime has nothing to check by (§4.12 of the field's rules)."""


def rules_found(found: list[Any], che_do: CheDo) -> set[str]:
    return {
        rule
        for rule, weight in che_do.quy_tac.items()
        if any(f"({weight.can_cu}" in each.message for each in found)
    }


@pytest.mark.parametrize("ma", REGIMES)
def test_every_rule_of_the_regime_is_run_and_names_its_clause(ma: str) -> None:
    che_do = regime(ma)
    found = check_unit(broken(ma), campaign(ma), che_do)
    run = {rule for rule in che_do.quy_tac if rule not in ABSENT[ma]}
    quiet = {"R04"} if ma == "2019" else set()
    assert rules_found(found, che_do) | quiet >= run
    assert not rules_found(found, che_do) & ABSENT[ma]


@pytest.mark.parametrize("ma", REGIMES)
def test_no_message_or_advice_has_a_hole(ma: str) -> None:
    for each in check_unit(broken(ma), campaign(ma), load_regime(ma)):
        for text in (each.message, each.mend):
            assert "{" not in text
            assert "None" not in text


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_can_be_switched_off_or_left_out(rule: str) -> None:
    che_do = regime("2025")
    ma = "2023" if rule not in che_do.quy_tac else "2025"
    che_do = regime(ma)
    off = regime(ma, **{f"quy_tac__{rule}__muc_do": "khong"})
    left_out = che_do.model_copy(
        update={"quy_tac": {key: each for key, each in che_do.quy_tac.items() if key != rule}}
    )
    nam, dot = broken(ma), campaign(ma)
    everything = [said(each) for each in check_unit(nam, dot, che_do)]
    mine = [said(each) for each in RULES[rule](nam, dot, che_do)]
    assert mine
    for without in (off, left_out):
        rest = [said(each) for each in check_unit(nam, dot, without)]
        assert len(rest) == len(everything) - len(mine)


WARNINGS = {"R08", "R12", "R13", "R14", "R18"}


@pytest.mark.parametrize("ma", REGIMES)
def test_the_packs_weigh_the_rules_as_the_field_does(ma: str) -> None:
    weights = {rule: each.muc_do for rule, each in load_regime(ma).quy_tac.items()}
    for rule, weight in weights.items():
        if rule != "R16":
            assert weight == ("canh_bao" if rule in WARNINGS else "loi"), rule
    assert set(RULES) - set(weights) <= ABSENT[ma]


@pytest.mark.parametrize(
    ("muc_do", "marks", "doubtful", "severity"),
    [
        ("loi", [], False, Severity.ERROR),
        ("loi", ["V:S2"], False, Severity.ERROR),
        ("loi", ["Đ: quyết định"], False, Severity.ERROR),
        ("loi", ["U"], False, Severity.WARNING),
        ("loi", ["V:S2", "I"], False, Severity.WARNING),
        ("loi", ["I", "V:S2"], False, Severity.WARNING),
        ("loi", [None], False, Severity.ERROR),
        ("loi", [None, "P: tập quán"], False, Severity.WARNING),
        ("loi", [], True, Severity.WARNING),
        ("canh_bao", [], False, Severity.WARNING),
        ("canh_bao", ["V:S2"], False, Severity.WARNING),
    ],
)
def test_a_finding_weighs_no_more_than_what_is_known(
    muc_do: str, marks: list[str | None], doubtful: bool, severity: Severity
) -> None:
    che_do = regime(quy_tac__R09__muc_do=muc_do)
    behind = [mark and Quy[str](gia_tri="x", nguon=mark) for mark in marks]
    found = finding(che_do, "R09", "KD419", ("ca_nhan", 0), *behind, doubtful=doubtful, ai=AN)
    assert found.severity is severity
    assert found.place == Place(path=("ca_nhan", 0))
    assert found.message.endswith("(điều khoản R09)")


def test_the_rules_are_listed_in_order() -> None:
    assert list(RULES) == [f"R{number:02}" for number in range(1, 21)]


ELSEWHERE = {"KD455", "KD456"}
"""Codes among those of the rules that papers and the register raise."""


def test_every_code_of_the_rules_is_raised_and_every_raised_code_has_its_text() -> None:
    raised = set()
    for path in Path(generator.rules.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and str(node.value).startswith("KD4"):
                raised.add(node.value)
    assert raised == {
        code for code in entries() if code.startswith("KD4") and code not in ELSEWHERE
    }
