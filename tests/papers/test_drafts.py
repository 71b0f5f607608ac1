"""A paper that prints something wrong is a draft; no other paper is.

What a paper prints is asked of the paper itself: it is made from the wrong and from the right data,
and whatever differs prints what is wrong.
"""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from generator import shipped
from generator.model.kinds import LoaiGiayTo, ThanhPhan
from generator.model.papers import XepLoaiLai
from generator.model.person import LoaiTru
from generator.model.review import ChamDiem, DiemTieuChi, KetQuaQuy
from generator.papers.drafts import draft_lines, misprinted
from generator.papers.kinds import PLACED
from generator.papers.paper import made
from generator.papers.plan import EVERYTHING, unit_plan
from generator.papers.templates import Templates, search_path
from generator.papers.unit_papers import unit_papers
from generator.papers.unit_year import UnitYear, year_of
from generator.problems import DataPath, Place, problem
from generator.problems.catalogue import entries
from generator.reading.load import Unit, read_file
from generator.reading.units import read_unit, unit_sources
from generator.regulations.catalogue import paper_kinds
from generator.regulations.drafts import misprints
from generator.regulations.in_force import regime_of
from generator.rules import RULES

GOOD = "Hoàn thành tốt nhiệm vụ"
BAD = "HTNV"
VILLAGE = ("xa-loc-van-2026", "chi-bo-thon-dong")
"""Of the regime of 2025."""
OFFICE = ("huyen-thanh-giang-2024", "ban-to-chuc")
"""Of the regime of 2023, whose forms have boxes for degrees and for civil servants."""


@cache
def read(campaign: str, unit: str) -> tuple[Unit, UnitYear]:
    folder = shipped.DATA / campaign
    dot: Any = read_file(folder / "dot.yaml").value
    source = next(each for each in unit_sources(folder) if unit in each.file.as_posix())
    found, _ = read_unit(source, dot)
    assert found is not None
    return found, year_of(found.data, dot)


@cache
def templates() -> Templates:
    return search_path(shipped.DATA / VILLAGE[0], None)


def put(value: Any, path: DataPath, new: Any) -> Any:
    """The same data with another value at a path."""
    if not path:
        return new
    first, *rest = path
    if isinstance(value, tuple):
        changed = list(value)
        changed[int(first)] = put(value[int(first)], tuple(rest), new)
        return tuple(changed)
    if isinstance(value, dict):
        return {**value, first: put(value.get(first), tuple(rest), new)}
    return value.model_copy(update={str(first): put(getattr(value, str(first)), tuple(rest), new)})


def with_(year: UnitYear, path: DataPath, new: Any) -> UnitYear:
    return replace(year, data=put(year.data, path, new))


def weighed(year: UnitYear, weight: str) -> UnitYear:
    """With every rule of one weight, as an office may set it."""
    rules = {
        code: rule.model_copy(update={"muc_do": weight})
        for code, rule in year.che_do.quy_tac.items()
    }
    return replace(year, che_do=year.che_do.model_copy(update={"quy_tac": rules}))


def unnumbered(year: UnitYear) -> UnitYear:
    """Before anything was given a number: a numbered paper is never a draft."""
    result = year.data.ket_qua
    for name in ("quyet_dinh", "thong_bao"):
        if getattr(result, name):
            year = with_(year, ("ket_qua", name, "so"), None)
    for index, _ in enumerate(year.data.tap_the):
        year = with_(year, ("tap_the", index, "so"), None)
    return year


def bare_name(name: str) -> str:
    return name.removesuffix(".docx").removesuffix(" (dự thảo)")


def printed(unit: Unit, year: UnitYear) -> dict[str, bytes]:
    """What every paper prints, without the mark of a draft."""
    papers, _ = unit_papers(replace(unit, data=year.data), year, unit_plan(year, EVERYTHING, ()))
    found = {}
    for paper in papers:
        data, problems = made(replace(paper, du_thao=()), templates())
        assert data is not None, problems
        found[bare_name(paper.tep)] = data
    return found


def drafts(year: UnitYear) -> set[str]:
    return {bare_name(each.ten_tep) for each in unit_plan(year, EVERYTHING, ()) if each.sai}


ONE = ("ca_nhan", 0)
AGAIN = XepLoaiLai(
    doi_tuong="Tạ Xuân Hải",
    van_ban_cu="Quyết định số 1",
    muc_cu=GOOD,
    muc_moi=GOOD,
    ly_do="Kỷ luật",
)
STEPS = (*ONE, "xep_loai")
COUNT = ("hoi_nghi", 0, "kiem_phieu")
CASES: dict[str, tuple[tuple[str, str], dict[DataPath, Any], dict[DataPath, Any]]] = {
    "tự nhận": (VILLAGE, {}, {(*STEPS, "tu_nhan"): BAD}),
    "tự nhận của tập thể": (VILLAGE, {}, {("tap_the", 0, "xep_loai", "tu_nhan"): BAD}),
    "chi ủy đề xuất": (VILLAGE, {}, {(*STEPS, "chi_uy"): BAD}),
    "chỉ chi ủy đề xuất": (
        VILLAGE,
        {(*STEPS, "chi_bo"): None, (*STEPS, "quyet_dinh"): None},
        {(*STEPS, "chi_uy"): BAD},
    ),
    "chi bộ đề xuất": (VILLAGE, {}, {(*STEPS, "chi_bo"): BAD}),
    "chi bộ đề xuất, chưa quyết định": (
        VILLAGE,
        {(*STEPS, "quyet_dinh"): None},
        {(*STEPS, "chi_bo"): BAD},
    ),
    "quyết định": (VILLAGE, {}, {(*STEPS, "quyet_dinh"): BAD}),
    "quyết định của tập thể": (VILLAGE, {}, {("tap_the", 0, "xep_loai", "quyet_dinh"): BAD}),
    "công chức": (VILLAGE, {}, {(*STEPS, "cong_chuc"): BAD}),
    "tự nhận công chức": (OFFICE, {}, {(*STEPS, "tu_nhan_cong_chuc"): BAD}),
    "mức của quý": (
        VILLAGE,
        {(*ONE, "quy"): (KetQuaQuy(quy=1, tu_danh_gia="Đã làm.", xep_loai=GOOD),)},
        {(*ONE, "quy", 0, "xep_loai"): BAD},
    ),
    "điểm ngoài thang": (VILLAGE, {}, {(*ONE, "cham_diem", "chung"): Decimal(32)}),
    "điểm ngoài thang, có ghi tổng": (
        VILLAGE,
        {(*ONE, "cham_diem", "tong"): Decimal(76)},
        {(*ONE, "cham_diem", "nhiem_vu"): Decimal(72), (*ONE, "cham_diem", "tong"): Decimal(98)},
    ),
    "tổng điểm sai": (
        VILLAGE,
        {(*ONE, "cham_diem", "tong"): Decimal(76)},
        {(*ONE, "cham_diem", "tong"): Decimal(77)},
    ),
    "điểm từng tiêu chí không khớp": (
        VILLAGE,
        {("tap_the", 0, "cham_diem", "chi_tiet"): (DiemTieuChi(tieu_chi="I.1", diem=Decimal(77)),)},
        {("tap_the", 0, "cham_diem", "chi_tiet", 0, "diem"): Decimal(70)},
    ),
    "mức xếp loại lại": (
        VILLAGE,
        {("xep_loai_lai",): (AGAIN,)},
        {("xep_loai_lai", 0, "muc_moi"): BAD},
    ),
    "cấp độ không có": (OFFICE, {}, {(*ONE, "uu_diem", "pham_chat", "cap_do"): "Tuyệt vời"}),
    "lý do không có": (
        VILLAGE,
        {(*ONE, "loai_tru"): LoaiTru(ly_do="mien_sinh_hoat")},
        {(*ONE, "loai_tru"): LoaiTru(ly_do="mien_hop")},
    ),
    "phát ra quá số có mặt": (VILLAGE, {}, {(*COUNT, "phat_ra"): 16}),
    "thu về quá số phát ra": (VILLAGE, {}, {(*COUNT, "thu_ve"): 16}),
    "phiếu hợp lệ không khớp": (VILLAGE, {}, {(*COUNT, "khong_hop_le"): 2}),
    "phiếu cho một người không khớp": (
        VILLAGE,
        {},
        {(*COUNT, "ket_qua", 0, "phieu"): {"hoan_thanh_tot": 2, "hoan_thanh": 1}},
    ),
    "mức trong phiếu không có": (
        VILLAGE,
        {},
        {(*COUNT, "ket_qua", 0, "phieu"): {"hoan_thanh_tot": 5, "hoan_thanh_nv": 1}},
    ),
    "số dự họp không khớp": (VILLAGE, {}, {("hoi_nghi", 0, "trieu_tap"): 9}),
    "xác nhận trước khi viết": (
        VILLAGE,
        {},
        {(*ONE, "xac_nhan", "chi_uy", "ngay"): dt.date(2026, 11, 2)},
    ),
}


HIDDEN = {"chi ủy đề xuất"}
"""What the chi bộ proposes is printed in its stead everywhere."""


@pytest.mark.parametrize("case", CASES)
def test_a_paper_is_a_draft_if_and_only_if_it_prints_what_is_wrong(case: str) -> None:
    where, before, wrong = CASES[case]
    unit, year = read(*where)
    year = unnumbered(weighed(year, "loi"))
    for path, value in before.items():
        year = with_(year, path, value)
    right = year
    for path, value in wrong.items():
        year = with_(year, path, value)
    was, now = printed(unit, right), printed(unit, year)
    differing = {name for name in was.keys() | now.keys() if was.get(name) != now.get(name)}
    assert drafts(right) == set()
    assert drafts(year) == differing
    assert bool(differing) is (case not in HIDDEN)


@pytest.mark.parametrize(
    ("code", "subject"), [("04Z", ONE), ("02A-HD KĐ.ĐG 2023", ONE), ("01", ONE)]
)
def test_who_has_an_unknown_form_has_a_draft_of_the_form_alone(
    code: str, subject: DataPath
) -> None:
    """The code is not printed, but which form is the right one is in doubt."""
    _, year = read(*VILLAGE)
    (name,) = drafts(with_(unnumbered(year), (*subject, "mau"), code))
    assert "Bản kiểm điểm" in name


@pytest.mark.parametrize(
    "path",
    [
        (*STEPS, "tu_nhan"),
        (*STEPS, "quyet_dinh"),
        (*ONE, "cham_diem"),
        (*ONE, "xac_nhan", "chi_uy"),
    ],
)
def test_what_is_missing_makes_no_draft(path: DataPath) -> None:
    _, year = read(*VILLAGE)
    assert drafts(with_(unnumbered(year), path, None)) == set()


def test_a_missing_degree_makes_no_draft_though_the_rule_has_one_code_for_both() -> None:
    _, year = read(*OFFICE)
    path = (*ONE, "uu_diem", "pham_chat", "cap_do")
    assert drafts(with_(unnumbered(year), path, None)) == set()
    assert drafts(with_(unnumbered(year), path, "Tuyệt vời")) != set()


def test_a_breach_of_the_rating_rules_makes_no_draft() -> None:
    """The paper prints what was entered; who is competent decides the level."""
    _, year = read(*VILLAGE)
    best = "Hoàn thành xuất sắc nhiệm vụ"
    high = with_(unnumbered(year), (*STEPS, "tu_nhan"), best)
    assert (
        drafts(with_(high, (*ONE, "cham_diem"), ChamDiem(chung=Decimal(10), nhiem_vu=Decimal(10))))
        == set()
    )


def test_a_warning_makes_no_draft() -> None:
    _, year = read(*VILLAGE)
    wrong = with_(unnumbered(year), (*STEPS, "tu_nhan"), BAD)
    assert drafts(wrong)
    assert drafts(weighed(wrong, "canh_bao")) == set()


def test_a_numbered_paper_keeps_its_name() -> None:
    _, year = read(*VILLAGE)
    wrong = with_(year, (*STEPS, "quyet_dinh"), BAD)
    assert year.data.ket_qua.quyet_dinh
    assert year.data.ket_qua.quyet_dinh.so
    assert not any("Quyết định" in name for name in drafts(wrong))
    assert any("Quyết định" in name for name in drafts(unnumbered(wrong)))


def test_a_draft_has_the_name_of_the_paper_with_a_mark_at_its_end() -> None:
    _, year = read(*VILLAGE)
    finished = list(unit_plan(year, EVERYTHING, ()))
    now = list(unit_plan(with_(year, (*STEPS, "tu_nhan"), BAD), EVERYTHING, ()))
    for before, after in zip(finished, now, strict=True):
        names = {before.ten_tep, before.ten_khac}
        assert names == {after.ten_tep, after.ten_khac}
        assert before.ten_khac.endswith(" (dự thảo).docx")
        assert (after.ten_tep == before.ten_khac) is bool(after.sai)
    assert len({name for each in now for name in (each.ten_tep, each.ten_khac)}) == 2 * len(now)


def test_names_too_long_for_the_mark_are_cut_and_stay_apart() -> None:
    _, year = read(*VILLAGE)
    for index in (0, 1):
        year = with_(year, ("ca_nhan", index, "ho_ten"), "Nguyễn " + "Phương " * 30)
    wrong = with_(year, (*STEPS, "tu_nhan"), BAD)
    names = [
        name for each in unit_plan(wrong, EVERYTHING, ()) for name in (each.ten_tep, each.ten_khac)
    ]
    assert len(set(names)) == len(names)
    assert max(len(name.encode()) for name in names) <= 255
    assert [n for n in names if "dự thảo" in n] == [
        n for n in names if n.endswith("(dự thảo).docx")
    ]


def test_the_head_of_a_draft_says_what_it_is_and_why() -> None:
    found = problem("KD440", Place(file="a/b/chi-bo.yaml", line=7), ten="Họp", ai="An", cong=3,
                    hop_le=4, can_cu="phép cộng")  # fmt: skip
    lines = draft_lines([found] * 7)
    assert lines[0] == "DỰ THẢO"
    assert "phiếu cho An cộng lại là 3, nhưng có 4" in lines[2]
    assert "tệp chi-bo.yaml, dòng 7" in lines[2]
    assert lines[-1] == "- và 2 lỗi khác"
    assert draft_lines([]) == ()


def test_every_error_of_the_rules_is_in_the_list_or_has_a_reason_why_not() -> None:
    listed = {code for each in misprints().du_thao for code in each.loi}
    errors = {
        code
        for code, entry in entries().items()
        if "KD401" <= code < "KD500" and entry.muc_do == "loi" and entry.ten.startswith("R")
    }
    assert listed | misprints().ngoai.keys() == errors


def test_the_list_names_rules_and_kinds_of_paper_that_there_are() -> None:
    for each in misprints().du_thao:
        assert each.quy_tac in RULES
        assert {entries()[code].ten.split(":")[0] for code in each.loi} == {each.quy_tac}
        assert set(each.giay_to) <= {*paper_kinds(), *PLACED}


def test_sound_samples_have_no_draft() -> None:
    for where in (VILLAGE, OFFICE):
        assert misprinted(read(*where)[1]) == []


@pytest.mark.parametrize(
    ("cho", "soan", "more", "drafts"),
    [
        ("ca_nhan", None, {}, 1),
        ("don_vi", None, {}, 1),
        ("cac_ca_nhan", None, {}, 1),
        ("tap_the", None, {}, 1),
        ("hoi_nghi", None, {}, 0),
        ("ca_nhan", "noi-cu-tru", {}, 0),
    ],
)
def test_a_kind_that_an_office_adds_is_a_draft_if_what_it_prints_is_wrong(
    cho: str, soan: str | None, more: dict[str, Any], drafts: int
) -> None:
    """By what its builder computes: a person's latest level, or those of all persons."""
    _, year = read(*VILLAGE)
    kind = LoaiGiayTo(
        loai="loai-giay-to", ma="rieng", ten="Giấy riêng", cho=cho, soan=soan, mau="rieng",
        thanh_phan=ThanhPhan(muc="9.9"), hoan_tat="khong", **more,
    )  # fmt: skip
    dot = year.dot.with_kinds((kind,))
    own = replace(year, dot=dot, che_do=regime_of(dot)[0])

    def marked(where: UnitYear) -> int:
        return sum(
            bool(each.sai)
            for each in unit_plan(where, EVERYTHING, ())
            if each.document.ma == "rieng"
        )

    assert marked(own) == 0
    assert marked(with_(own, (*STEPS, "quyet_dinh"), BAD)) == drafts
    assert marked(with_(own, (*STEPS, "tu_nhan"), BAD)) == 0
