"""An office's own values over a pack."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Severity
from generator.regulations.overlay import with_overlay
from generator.regulations.packs import load_pack

MARK = "Đ: dot.yaml"


def laid(overlay, ma="hd05"):
    return with_overlay(load_pack(ma), overlay, MARK)


def test_no_overlay_leaves_the_pack_as_it_is():
    assert laid({}) == (load_pack("hd05"), [])


def test_a_value_is_changed_and_marked_as_the_offices_own():
    pack, problems = laid({"dau_cau": {"noi_nhan": {"cuoi": ";"}}})
    assert problems == []
    assert pack.dau_cau.noi_nhan.cuoi.gia_tri == ";"
    assert pack.dau_cau.noi_nhan.cuoi.nguon == MARK


def test_every_other_value_keeps_its_source():
    pack, _ = laid({"dau_cau": {"noi_nhan": {"cuoi": ";"}}})
    assert pack.dau_cau.noi_nhan.giua == load_pack("hd05").dau_cau.noi_nhan.giua
    assert pack.trang == load_pack("hd05").trang


def test_the_shared_pack_is_not_touched():
    laid({"dau_cau": {"noi_nhan": {"cuoi": "!"}}})
    assert load_pack("hd05").dau_cau.noi_nhan.cuoi.gia_tri == "."


def test_a_mark_may_be_taken_away_with_an_empty_text():
    pack, problems = laid({"dau_cau": {"can_cu": {"gach": ""}}})
    assert (pack.dau_cau.can_cu.gach.gia_tri, problems) == ("", [])


def test_a_key_with_nothing_behind_it_changes_nothing():
    assert laid({"dau_cau": {"can_cu": {"gach": None}}, "trang": None}) == (load_pack("hd05"), [])


def test_an_unknown_key_left_empty_is_told() -> None:
    _, problems = laid({"dau_cau": {"gach_la": None}, "khoa_la": None})
    assert [(each.code, each.place.path[-1]) for each in problems] == [
        ("KD201", "gach_la"),
        ("KD201", "khoa_la"),
    ]


def test_a_measure_may_be_set():
    pack, problems = laid({"trang": {"le_phai_mm": "20"}}, "nd30")
    assert problems == []
    assert pack.trang.le_phai_mm.gia_tri.tu == pack.trang.le_phai_mm.gia_tri.den == 20


def test_yes_and_no_are_written_in_vietnamese():
    pack, problems = laid({"ky": {"dam_chuc_vu_truc_tiep": "có"}}, "hd36")
    assert problems == []
    assert pack.ky.dam_chuc_vu_truc_tiep.gia_tri is True


def test_a_list_replaces_the_list_of_the_pack():
    pack, problems = laid({"ky": {"chuc_vu_thay_mat": ["Bí thư", "Phó Bí thư Thường trực"]}})
    assert problems == []
    assert pack.ky.chuc_vu_thay_mat.gia_tri == ("Bí thư", "Phó Bí thư Thường trực")


def test_one_side_of_a_component_may_be_changed_and_the_others_stay():
    pack, problems = laid({"co_chu": {"tieu_de": {"co": "14"}}})
    assert problems == []
    assert str(pack.co_chu.tieu_de.gia_tri.co.tu) == "14"
    assert pack.co_chu.tieu_de.gia_tri.dam
    assert pack.co_chu.tieu_de.nguon == MARK


def test_an_office_may_add_the_symbol_of_its_own_body():
    pack, problems = laid({"ky_hieu_co_quan": {"dau_ten": {"Thành ủy Hà Tĩnh": "ThU"}}}, "hd36")
    assert problems == []
    assert pack.ky_hieu_co_quan.dau_ten["Thành ủy Hà Tĩnh"].nguon == MARK


@pytest.mark.parametrize(
    ("overlay", "path", "near"),
    [
        ({"dau_cu": {}}, ("dau_cu",), "dau_cau"),
        ({"dau_cau": {"noinhan": {"cuoi": "."}}}, ("dau_cau", "noinhan"), "noi_nhan"),
        ({"dau_cau": {"noi_nhan": {"cuoii": "."}}}, ("dau_cau", "noi_nhan", "cuoii"), "cuoi"),
        ({"trang": {"lephai_mm": "15"}}, ("trang", "lephai_mm"), "le_phai_mm"),
        ({"co_chu": {"tieu_de": {"damm": "có"}}}, ("co_chu", "tieu_de", "damm"), "dam"),
        ({"ky_hieu_van_ban": {"ke_hoach": "KH"}}, ("ky_hieu_van_ban", "ke_hoach"), "ke-hoach"),
        ({"ky_hieu_co_quan": {"dauten": {}}}, ("ky_hieu_co_quan", "dauten"), "dau_ten"),
    ],
)
def test_a_misspelt_key_is_named_with_the_likely_one(overlay, path, near):
    pack, problems = laid(overlay)
    (found,) = problems
    assert found.code == "KD201"
    assert found.severity is Severity.ERROR
    assert found.place.path == ("the_thuc", *path)
    assert f"có phải ý đồng chí là «{near}»?" in found.mend
    assert pack == load_pack("hd05")


def test_a_key_like_none_is_answered_with_all_valid_ones():
    _, (found,) = laid({"dau_cau": {"xyzxyz": "."}})
    assert "kinh_gui, noi_nhan, can_cu" in found.mend


@pytest.mark.parametrize("key", ["ma", "ten", "khoi", "hieu_luc"])
def test_what_a_pack_is_cannot_be_overlaid(key):
    pack, problems = laid({key: "x"})
    assert [found.code for found in problems] == ["KD201"]
    assert pack == load_pack("hd05")


def test_a_row_that_this_pack_does_not_have_cannot_be_set():
    _, problems = laid({"co_chu": {"tieu_ngu": {"co": "13"}}})
    assert [found.code for found in problems] == ["KD201"]


@pytest.mark.parametrize(
    ("overlay", "path"),
    [
        ({"trang": {"le_phai_mm": "rộng"}}, ("trang", "le_phai_mm")),
        ({"trang": {"le_phai_mm": ["15"]}}, ("trang", "le_phai_mm")),
        ({"trang": {"an_so_trang_dau": "chắc là có"}}, ("trang", "an_so_trang_dau")),
        ({"doan": {"gian_dong_kieu": "vừa"}}, ("doan", "gian_dong_kieu")),
        ({"ky": {"chuc_vu_thay_mat": "Bí thư"}}, ("ky", "chuc_vu_thay_mat")),
        ({"ky": {"thay_mat": ""}}, ("ky", "thay_mat")),
        ({"co_chu": {"noi_dung": "14"}}, ("co_chu", "noi_dung")),
        ({"co_chu": {"noi_dung": {"co": "to"}}}, ("co_chu", "noi_dung")),
        ({"dau_cau": {"noi_nhan": {"cuoi": {"dau": "."}}}}, ("dau_cau", "noi_nhan", "cuoi")),
        ({"so_ky_hieu": {"chu_so_it_nhat": "hai"}}, ("so_ky_hieu", "chu_so_it_nhat")),
        (
            {"ky_hieu_co_quan": {"dau_ten": {"Thành ủy Hà Tĩnh": ["ThU"]}}},
            ("ky_hieu_co_quan", "dau_ten", "Thành ủy Hà Tĩnh"),
        ),
    ],
)
def test_a_value_that_cannot_be_used_is_a_problem_and_the_regulation_stays(overlay, path):
    pack, problems = laid(overlay)
    (found,) = problems
    assert found.code == "KD202"
    assert found.place.path == ("the_thuc", *path)
    assert pack == load_pack("hd05")


def test_a_bad_value_is_answered_with_the_value_of_the_pack():
    _, (found,) = laid({"trang": {"an_so_trang_dau": "chắc là có"}})
    assert "«chắc là có»" in found.message
    assert found.mend.endswith("«có»")


def test_a_whole_section_cannot_be_one_value():
    _, (found,) = laid({"dau_cau": {"can_cu": "không"}})
    assert found.code == "KD203"
    assert found.mend.endswith("gach, giua, cuoi")


def test_good_values_count_although_others_are_bad_and_all_problems_come_at_once():
    pack, problems = laid(
        {
            "dau_cau": {"noi_nhan": {"cuoi": ";", "cuoii": "x"}, "can_cu": ";"},
            "trang": {"le_phai_mm": "rộng", "le_trai_mm": "35"},
        }
    )
    assert sorted(found.code for found in problems) == ["KD201", "KD202", "KD203"]
    assert pack.dau_cau.noi_nhan.cuoi.gia_tri == ";"
    assert pack.trang.le_trai_mm.gia_tri.tu == 35
    assert pack.trang.le_phai_mm == load_pack("hd05").trang.le_phai_mm


def test_one_overlay_may_lie_over_another():
    first, _ = laid({"dau_cau": {"noi_nhan": {"cuoi": ";"}}})
    second, problems = with_overlay(first, {"trang": {"le_phai_mm": "20"}}, "Đ: dot-2.yaml")
    assert problems == []
    assert second.dau_cau.noi_nhan.cuoi.nguon == MARK
    assert second.trang.le_phai_mm.nguon == "Đ: dot-2.yaml"


@pytest.mark.parametrize("ma", ["hd36", "hd05", "nd30"])
def test_laying_a_packs_own_values_over_it_changes_sources_only(ma):
    pack = load_pack(ma)
    own = {"trich_yeu": {"chu_dau": pack.trich_yeu.chu_dau.gia_tri}}
    changed, problems = laid(own, ma)
    assert problems == []
    assert changed.trich_yeu.chu_dau.gia_tri == pack.trich_yeu.chu_dau.gia_tri


TEXTS = st.text(max_size=8)
TREES = st.recursive(
    TEXTS | st.none() | st.lists(TEXTS, max_size=3),
    lambda inner: st.dictionaries(
        TEXTS
        | st.sampled_from(
            ["trang", "dau_cau", "noi_nhan", "ky", "co_chu", "le_phai_mm", "cuoi", "tieu_de"]
        ),
        inner,
        max_size=4,
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(
        TEXTS | st.sampled_from(["trang", "dau_cau", "ky", "co_chu"]), TREES, max_size=4
    )
)
def test_whatever_an_office_writes_the_result_is_a_pack_and_problems_have_a_place(overlay):
    pack, problems = laid(overlay)
    assert pack.ma == "hd05"
    assert all(
        found.place.path[0] == "the_thuc" and len(found.place.path) > 1 for found in problems
    )
