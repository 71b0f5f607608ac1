"""The review regimes: which year, which form for whom, which headings in which words."""

import itertools
from decimal import Decimal
from pathlib import Path

import pytest

from generator.regulations.catalogue import paper_kinds
from generator.regulations.che_do import CheDo
from generator.regulations.overlay import with_overlay
from generator.regulations.regimes import (
    form_for,
    load_regime,
    regime_codes,
    regime_for,
    resolve_form,
)
from generator.regulations.unverified import unverified
from generator.setup.telling import nearest, tell
from generator.wording.compare import fold

HEADINGS = Path(__file__).with_name("de-muc")
"""The headings as the sources print them, one a line; typed apart from the regimes' data."""

ROLES = ("lanh_dao", "khong_lanh_dao", "ngoai_he_thong")


@pytest.mark.parametrize(
    ("year", "code"),
    [
        (2010, "2019"), (2018, "2019"), (2019, "2019"), (2022, "2019"), (2023, "2023"),
        (2024, "2023"), (2025, "2025"), (2026, "2025"), (2040, "2025"),
    ],
)  # fmt: skip
def test_the_review_year_chooses_the_regime(year: int, code: str) -> None:
    assert regime_for(year).ma == code


def test_the_years_of_the_regimes_follow_each_other_without_gap() -> None:
    regimes = [load_regime(code) for code in regime_codes()]
    for before, after in itertools.pairwise(regimes):
        assert before.nam.den is not None
        assert before.nam.den + 1 == after.nam.tu
    assert regimes[-1].nam.den is None


def test_a_regime_that_does_not_exist_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        load_regime("2021")


FORMS = [
    ("2019", "lanh_dao", "02"), ("2019", "khong_lanh_dao", "02"), ("2019", "ngoai_he_thong", "02"),
    ("2023", "lanh_dao", "02B"), ("2023", "khong_lanh_dao", "02A"), ("2023", "ngoai_he_thong", "02A"),
    ("2025", "lanh_dao", "02A"), ("2025", "khong_lanh_dao", "02B"), ("2025", "ngoai_he_thong", "02C"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "role", "form"), FORMS)
def test_each_role_has_its_form_in_each_regime(code: str, role: str, form: str) -> None:
    assert form_for(load_regime(code), role) == form


def test_the_table_of_forms_is_complete() -> None:
    assert {(code, role) for code, role, _ in FORMS} == {
        (code, role) for code in regime_codes() for role in ROLES
    }


@pytest.mark.parametrize("code", regime_codes())
@pytest.mark.parametrize("role", ROLES)
def test_every_other_personal_form_is_not_for_the_role(code: str, role: str) -> None:
    regime = load_regime(code)
    fitting = [
        k for k, f in regime.bieu_mau.items() if f.dung_cho == "ca_nhan" and role in f.vai_tro
    ]
    assert fitting == [form_for(regime, role)]


@pytest.mark.parametrize(
    ("code", "written", "role", "form", "how"),
    [
        ("2025", "02A", "lanh_dao", "02A", "dung"),
        ("2025", "2A", "lanh_dao", "02A", "dung"),
        ("2025", "Mẫu 2A", "lanh_dao", "02A", "dung"),
        ("2025", "mẫu 02a", "lanh_dao", "02A", "dung"),
        ("2025", "Mẫu 02A-HD KĐ.ĐG 2025", "lanh_dao", "02A", "dung"),
        ("2025", "Mẫu 2A-HD KĐ ĐG 2025", "lanh_dao", "02A", "dung"),
        ("2025", "02A-HD KD DG 2025", "lanh_dao", "02A", "dung"),
        ("2025", "Mẫu 02A-HD KĐ.ĐG", "lanh_dao", "02A", "dung"),
        ("2025", " Mẫu  02B ", "khong_lanh_dao", "02B", "dung"),
        ("2025", "2C", "ngoai_he_thong", "02C", "dung"),
        ("2025", "Mẫu số 02C", "ngoai_he_thong", "02C", "dung"),
        ("2025", "Mẫu số 2B-HD KĐ.ĐG năm 2025", "khong_lanh_dao", "02B", "dung"),
        ("2025", "Mẫu 02A (2023)", "lanh_dao", "02A", "khac_nam"),
        ("2025", "01", "", "01", "dung"),
        ("2025", "Mẫu 05", "", "05", "dung"),
        ("2025", "Mẫu 03-HD KĐ.ĐG", "", "03", "dung"),
        ("2023", "02B", "lanh_dao", "02B", "dung"),
        ("2023", "Mẫu 02-HD KĐ.ĐG 2023", "lanh_dao", "02B", "nhap_nhang"),
        ("2023", "Mẫu 02-HD KĐ.ĐG 2023", "khong_lanh_dao", "02A", "nhap_nhang"),
        ("2023", "02", "ngoai_he_thong", "02A", "nhap_nhang"),
        ("2025", "Mẫu 02B-HD KĐ.ĐG 2023", "lanh_dao", "02B", "khac_nam"),
        ("2025", "Mẫu 02A-HD KĐ.ĐG 2023", "lanh_dao", "02A", "khac_nam"),
        ("2023", "Mẫu 02A-HD KĐ.ĐG 2025", "lanh_dao", "02A", "khac_nam"),
        ("2023", "02C", "ngoai_he_thong", "02C", "khac_nam"),
        ("2025", "02", "lanh_dao", "02", "khac_nam"),
        ("2019", "02A", "lanh_dao", "02A", "khac_nam"),
        ("2019", "02", "lanh_dao", "02", "dung"),
        ("2025", "Mẫu 99", "lanh_dao", None, "khong_co"),
        ("2025", "mẫu mới", "lanh_dao", None, "khong_co"),
    ],
)
def test_a_form_code_is_understood_as_a_clerk_writes_it(
    code: str, written: str, role: str, form: str | None, how: str
) -> None:
    assert resolve_form(load_regime(code), written, role) == (form, how)


def comparable(heading: str) -> str:
    return fold(heading).replace("“", '"').replace("”", '"').rstrip(" .:")


@pytest.mark.parametrize("path", sorted(HEADINGS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_form_has_the_headings_of_its_source_in_their_order(path: Path) -> None:
    code, key = path.stem.split("-")
    form = load_regime(code).bieu_mau[key]
    ours = [comparable(f"{each.danh_so} {each.tieu_de}".strip()) for each in form.phan]
    assert ours == [comparable(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    ("code", "form", "heading", "hints"),
    [
        ("2019", "02", "uu_diem.pham_chat", 5), ("2023", "02A", "uu_diem.nhiem_vu", 3),
        ("2023", "02B", "uu_diem.pham_chat", 5), ("2023", "01", "trach_nhiem", 1),
        ("2025", "01", "trach_nhiem", 1), ("2025", "02C", "khac_phuc", 1),
        ("2025", "02B", "giai_trinh", 1), ("2025", "02C", "phuong_huong", 0),
    ],
)  # fmt: skip
def test_a_heading_keeps_the_hints_the_form_gives(
    code: str, form: str, heading: str, hints: int
) -> None:
    (part,) = (each for each in load_regime(code).bieu_mau[form].phan if each.khoa == heading)
    assert len(part.goi_y) == hints


def test_every_form_with_headings_is_held_against_a_source() -> None:
    held = {tuple(path.stem.split("-")) for path in HEADINGS.glob("*.txt")}
    assert held == {
        (code, key)
        for code in regime_codes()
        for key, form in load_regime(code).bieu_mau.items()
        if form.phan
    }


@pytest.mark.parametrize(
    ("code", "form", "sets"),
    [
        ("2019", "01", 6), ("2019", "02", 3), ("2023", "01", 5), ("2023", "02A", 3),
        ("2023", "02B", 6), ("2025", "01", 0), ("2025", "02A", 0), ("2025", "02B", 0),
        ("2025", "02C", 0),
    ],
)  # fmt: skip
def test_a_form_has_its_number_of_tick_sets(code: str, form: str, sets: int) -> None:
    assert sum(part.cap_do for part in load_regime(code).bieu_mau[form].phan) == sets


@pytest.mark.parametrize("code", regime_codes())
def test_the_four_levels_are_the_same_words_in_every_regime(code: str) -> None:
    assert [level.ten for level in load_regime(code).muc] == [
        "Hoàn thành xuất sắc nhiệm vụ",
        "Hoàn thành tốt nhiệm vụ",
        "Hoàn thành nhiệm vụ",
        "Không hoàn thành nhiệm vụ",
    ]


def test_what_is_not_verified_is_listed_with_its_mark() -> None:
    found = {path: mark for path, _, mark in unverified(load_regime("2025"))}
    assert found["tran_xuat_sac.lam_tron"] == "U"
    assert found["bieu_mau.02A.xac_nhan[0]"] == "U"
    assert found["bieu_mau.02B.phan[0]"].startswith("V2:")
    assert "thang_diem.chung" not in found
    assert all(not mark.startswith("V:") for mark in found.values())


def test_a_form_s_roles_are_listed_where_nobody_read_them() -> None:
    found = {path: (value, mark) for path, value, mark in unverified(load_regime("2023"))}
    assert found["bieu_mau.02A.vai_tro"] == ("khong_lanh_dao, ngoai_he_thong", "U")
    assert "bieu_mau.02B.vai_tro" not in found


def test_an_office_s_own_value_counts_as_verified() -> None:
    regime, problems = with_overlay(
        load_regime("2025"), {"tran_xuat_sac": {"lam_tron": "nua_len"}}, "Đ: dot.yaml", "che_do"
    )
    assert problems == []
    assert regime.tran_xuat_sac.lam_tron.gia_tri == "nua_len"
    assert regime.tran_xuat_sac.lam_tron.nguon == "Đ: dot.yaml"
    assert "tran_xuat_sac.lam_tron" not in {path for path, _, _ in unverified(regime)}


@pytest.mark.parametrize(
    ("overlay", "read", "meant"),
    [
        ({"tran_xuat_sac": {"ti_le": "15"}}, "tran_xuat_sac.ti_le.gia_tri", Decimal(15)),
        ({"quy_tac": {"R13": {"muc_do": "khong"}}}, "quy_tac.R13.muc_do", "khong"),
        ({"bieu_mau": {"01": {"phu_luc_ket_qua": "nen_co"}}},
         "bieu_mau.01.phu_luc_ket_qua.gia_tri", "nen_co"),
        ({"phan_bo_diem": {"pl2": "pl2-18-4-8"}}, "phan_bo_diem.pl2.gia_tri", "pl2-18-4-8"),
        ({"thoi_gian": {"gui_du_thao_truoc_ngay_lam_viec": "5"}},
         "thoi_gian.gui_du_thao_truoc_ngay_lam_viec.gia_tri", 5),
        ({"loai_tru": {"moi_ket_nap": {"kiem_diem": "có"}}}, "loai_tru.moi_ket_nap.kiem_diem", True),
    ],
)  # fmt: skip
def test_any_value_can_be_localised(overlay: dict[str, object], read: str, meant: object) -> None:
    regime, problems = with_overlay(load_regime("2025"), overlay, "Đ: dot.yaml", "che_do")
    assert problems == []
    found: object = regime
    for step in read.split("."):
        found = found[step] if isinstance(found, dict) else getattr(found, step)
    assert found == meant


def test_a_localised_value_leaves_the_shipped_regime_alone() -> None:
    with_overlay(load_regime("2025"), {"tran_xuat_sac": {"ti_le": "15"}}, "Đ: dot.yaml", "che_do")
    assert load_regime("2025").tran_xuat_sac.ti_le.gia_tri == 20


def test_sign_off_blocks_of_2025_are_a_setting_of_the_office() -> None:
    own = [{"khoa": "nguoi_viet", "tieu_de": "NGƯỜI VIẾT", "ghi_chu": "(Ký)"}]
    regime, problems = with_overlay(
        load_regime("2025"), {"bieu_mau": {"02C": {"xac_nhan": own}}}, "Đ: dot.yaml", "che_do"
    )
    assert problems == []
    (block,) = regime.bieu_mau["02C"].xac_nhan
    assert (block.tieu_de, block.nguon) == ("NGƯỜI VIẾT", "Đ: dot.yaml")


@pytest.mark.parametrize(
    ("code", "overlay", "read", "meant"),
    [
        ("2023", {"thoi_gian": {"gui_du_thao_truoc_ngay_lam_viec": "3"}},
         "thoi_gian.gui_du_thao_truoc_ngay_lam_viec", 3),
        ("2023", {"tran_xuat_sac": {"ti_le_noi_troi": "25"}}, "tran_xuat_sac.ti_le_noi_troi", 25),
        ("2023", {"dieu_kien": {"hoan_thanh_tot": {"hoan_thanh_it_nhat": "80"}}},
         "dieu_kien.hoan_thanh_tot.hoan_thanh_it_nhat", 80),
        ("2023", {"bieu_mau": {"02A": {"phu_luc_ket_qua": "nen_co"}}},
         "bieu_mau.02A.phu_luc_ket_qua", "nen_co"),
    ],
)  # fmt: skip
def test_an_office_may_ask_for_what_the_regulation_leaves_open(
    code: str, overlay: dict[str, object], read: str, meant: object
) -> None:
    regime, problems = with_overlay(load_regime(code), overlay, "Đ: dot.yaml", "che_do")
    assert problems == []
    found: object = regime
    for step in read.split("."):
        found = found[step] if isinstance(found, dict) else getattr(found, step)
    assert (found.gia_tri, found.nguon) == (meant, "Đ: dot.yaml")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "overlay",
    [
        {"phan_bo_diem": {"pl4": "cua-toi"}},
        {"phan_bo_diem": {"pl4": "pl5-chia-deu"}},
        {"bieu_mau": {"02B": {"phu_luc_tieu_chi": "pl9"}}},
        {"bieu_mau": {"02B": {"vai_tro": []}}},
        {"thang_diem": {"moc": []}},
        {"thang_diem": {"moc": [{"muc": "hoan_thanh_xuat_sac", "tu": "90"}]}},
        {"thang_diem": {"chung": "0"}},
        {"tran_xuat_sac": {"ti_le": "-5"}},
        {"tran_xuat_sac": {"nhom_nho": "-1"}},
        {"thoi_gian": {"xong_truoc": "cuối năm"}},
        {"thoi_gian": {"xong_truoc": "32/13"}},
        {"thoi_gian": {"gui_du_thao_truoc_ngay_lam_viec": "ba"}},
        {"loai_tru": {"moi_ket_nap": {"cao_nhat": "tốt"}}},
        {"dieu_kien": {"hoan_thanh_tot": {"vuot_muc_it_nhat": "130"}}},
        {"dieu_kien": {"hoan_thanh_tot": {"tieu_chi_it_nhat": "Khá"}}},
    ],
)
def test_a_value_no_document_could_be_made_by_is_refused(overlay: dict[str, object]) -> None:
    regime, problems = with_overlay(load_regime("2025"), overlay, "Đ: dot.yaml", "che_do")
    assert [each.code for each in problems] == ["KD202"]
    assert regime == load_regime("2025")


def test_bounds_that_do_not_fall_are_refused() -> None:
    rows = [{"muc": level.khoa, "tu": "50"} for level in load_regime("2025").muc]
    _, problems = with_overlay(
        load_regime("2025"), {"thang_diem": {"moc": rows}}, "Đ: dot.yaml", "che_do"
    )
    assert [each.code for each in problems] == ["KD202"]


@pytest.mark.parametrize(
    ("overlay", "shown"),
    [
        ({"bieu_mau": {"02A": {"phu_luc_ket_qua": "chắc là có"}}}, "«bat_buoc»"),
        ({"dieu_kien": {"hoan_thanh": {"khac_phuc_xong": "xong"}}}, "«có»"),
        ({"tran_xuat_sac": {"ti_le_noi_troi": "một phần tư"}}, "«20»"),
        ({"loai_tru": {"moi_ket_nap": {"cao_nhat": "tốt"}}}, "«hoan_thanh»"),
    ],
)
def test_a_bad_new_value_is_answered_with_one_that_could_stand_there(
    overlay: dict[str, object], shown: str
) -> None:
    _, (found,) = with_overlay(load_regime("2023"), overlay, "Đ: dot.yaml", "che_do")
    assert found.mend.endswith(shown)


@pytest.mark.parametrize(
    ("overlay", "code", "path"),
    [
        ({"tran_xuat_sac": {"tile": "15"}}, "KD201", ("che_do", "tran_xuat_sac", "tile")),
        ({"tran_xuat_sac": {"lam_tron": "lên"}}, "KD202", ("che_do", "tran_xuat_sac", "lam_tron")),
        ({"tran_xuat_sac": "20"}, "KD203", ("che_do", "tran_xuat_sac")),
        ({"quy_tac": {"R99": {"muc_do": "loi"}}}, "KD201", ("che_do", "quy_tac", "R99")),
        ({"quy_tac": {"R13": {"muc_do": "nặng"}}}, "KD202", ("che_do", "quy_tac", "R13", "muc_do")),
        ({"muc": []}, "KD201", ("che_do", "muc")),
        (
            {"bieu_mau": {"01": {"dung_cho": "quy"}}},
            "KD201",
            ("che_do", "bieu_mau", "01", "dung_cho"),
        ),
        ({"thoi_gian": {"gui": "3"}}, "KD201", ("che_do", "thoi_gian", "gui")),
        ({"thang_diem": {"moc": "90"}}, "KD202", ("che_do", "thang_diem", "moc")),
        ({"quy_tac": {"R13": {"nguon": "V:S1"}}}, "KD201", ("che_do", "quy_tac", "R13", "nguon")),
    ],
)
def test_what_cannot_be_localised_is_told(
    overlay: dict[str, object], code: str, path: tuple[str, ...]
) -> None:
    regime, problems = with_overlay(load_regime("2025"), overlay, "Đ: dot.yaml", "che_do")
    assert [(each.code, each.place.path) for each in problems] == [(code, path)]
    assert regime == load_regime("2025")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2025", ["366-QĐ/TW", "Chưa kiểm chứng", "tran_xuat_sac.lam_tron", "R07"]),
        ("02A", ["Mẫu 02A-HD KĐ.ĐG 2023", "Mẫu 02A-HD KĐ.ĐG 2025", "uu_diem.neu_guong", "[U"]),
        ("02A/2025", ["cá nhân giữ chức vụ lãnh đạo, quản lý", "bieu_mau.02A.xac_nhan[0]"]),
        ("02b/2023", ["Mẫu 02B-HD KĐ.ĐG 2023", "có ô cấp độ"]),
        ("r07", ["chế độ 2019", "chế độ 2025", "20%"]),
        ("R13", ["chế độ 2023: không có quy định này", "chế độ 2025 (cảnh báo)"]),
    ],
)
def test_a_regime_a_form_and_a_rule_can_be_told(name: str, words: list[str]) -> None:
    told = tell(name)
    assert told is not None
    text = "\n".join(told)
    for word in words:
        assert word in text


def test_a_form_of_one_year_is_told_for_that_year_only() -> None:
    told = tell("02A/2025")
    assert told is not None
    assert "2023" not in "\n".join(told)


def test_a_name_that_means_nothing_is_not_told_but_the_nearest_is_known() -> None:
    assert tell("02D") is None
    assert nearest("02D").startswith("02")
    assert tell("") is None


@pytest.mark.parametrize("code", regime_codes())
def test_every_form_and_paper_has_its_place_in_the_dossier(code: str) -> None:
    regime = load_regime(code)
    papers = {kind.ma for kind in paper_kinds().values() if kind.thanh_phan and not kind.bieu_mau}
    assert papers | set(regime.bieu_mau) == set(regime.thanh_phan)
    for key, form in regime.bieu_mau.items():
        assert regime.thanh_phan[key] == paper_kinds()[form.loai].thanh_phan


def test_a_regime_may_place_a_paper_elsewhere() -> None:
    tree = load_regime("2025").model_dump(mode="json")
    tree["thanh_phan"] = {"bieu-6f": {"muc": "7.1", "so_ban": 3, "nguon": "U"}}
    regime = CheDo.model_validate(tree)
    assert regime.thanh_phan["bieu-6f"].muc == "7.1"
    assert regime.thanh_phan["01"].muc == "1.1"


def test_a_form_of_a_kind_that_is_not_in_the_catalogue_is_refused() -> None:
    tree = load_regime("2025").model_dump(mode="json")
    tree["bieu_mau"]["01"]["loai"] = "bao-cao-khac"
    with pytest.raises(ValueError, match="form"):
        CheDo.model_validate(tree)
