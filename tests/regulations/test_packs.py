"""The packs: which one is in force, what they hold, and that every value says where it is from."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.regulations.packs import FOLDER, load_pack, pack_codes, pack_for
from generator.regulations.the_thuc import TheThuc

CODES = ("hd05", "hd36", "nd30")
MARK = re.compile(r"V:S[0-5]( (p\d+(–\d+)?(,\d+)*)( §[\d.]+)?)?|I|U|P:.+")


def rules(
    node: Any, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    if isinstance(node, dict) and node.keys() == {"gia_tri", "nguon"}:
        yield path, node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from rules(value, (*path, key))


def plain_leaves(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(node, dict) and node.keys() != {"gia_tri", "nguon"}:
        for key, value in node.items():
            yield from plain_leaves(value, (*path, key))
    elif not isinstance(node, dict) and node is not None:
        yield path


def value(pack: TheThuc, path: str) -> Any:
    node: Any = pack.model_dump(mode="json")
    for key in path.split("."):
        node = node[key]
    return node["gia_tri"]


def source(pack: TheThuc, path: str) -> str:
    node: Any = pack.model_dump(mode="json")
    for key in path.split("."):
        node = node[key]
    return str(node["nguon"])


def test_there_are_three_packs():
    assert pack_codes() == CODES


@pytest.mark.parametrize("ma", CODES)
def test_every_value_has_a_mark_of_an_allowed_form(ma):
    found = list(rules(load_pack(ma).model_dump(mode="json")))
    assert len(found) > 150
    assert [
        (path, rule["nguon"]) for path, rule in found if not MARK.fullmatch(rule["nguon"])
    ] == []


@pytest.mark.parametrize("ma", CODES)
def test_only_the_identity_of_a_pack_stands_without_a_mark(ma):
    bare = set(plain_leaves(load_pack(ma).model_dump(mode="json")))
    identity = {("ma",), ("ten",), ("khoi",), ("hieu_luc", "tu"), ("hieu_luc", "den")}
    assert bare <= identity


@pytest.mark.parametrize(
    ("ma", "sources"),
    [("hd36", {"S3"}), ("hd05", {"S0", "S1", "S2"}), ("nd30", {"S4"})],
)
def test_a_pack_cites_only_the_sources_of_its_own_regulation(ma, sources):
    marks = [rule["nguon"] for _, rule in rules(load_pack(ma).model_dump(mode="json"))]
    cited = {mark[2:4] for mark in marks if mark.startswith("V:")}
    assert cited == sources


@pytest.mark.parametrize(("ma", "least"), [("hd36", 0.9), ("hd05", 0.9), ("nd30", 0.7)])
def test_nearly_all_measures_and_letter_sizes_were_read_in_a_source(ma, least):
    tree = load_pack(ma).model_dump(mode="json", include={"trang", "doan", "co_chu"})
    marks = [rule["nguon"] for _, rule in rules(tree)]
    assert sum(mark.startswith("V:") for mark in marks) / len(marks) >= least


@pytest.mark.parametrize("ma", CODES)
def test_the_legend_of_the_marks_stands_at_the_head_of_the_file(ma):
    head = (FOLDER / f"{ma}.yaml").read_text("utf-8").split(f"ma: {ma}")[0]
    marks = {rule["nguon"][:4] for _, rule in rules(load_pack(ma).model_dump(mode="json"))}
    for mark in marks:
        assert (mark if mark.startswith("V:") else f"  {mark[0]}") in head


@pytest.mark.parametrize("ma", CODES)
def test_a_pack_survives_being_written_out_and_read_again(ma):
    pack = load_pack(ma)
    assert TheThuc.model_validate(pack.model_dump(mode="json")) == pack


@pytest.mark.parametrize("ma", CODES)
def test_a_pack_is_loaded_once(ma):
    assert load_pack(ma) is load_pack(ma)


@pytest.mark.parametrize("ma", ["hd11", "", "../hd05", "HD05"])
def test_a_pack_that_does_not_exist_is_a_key_error(ma):
    with pytest.raises(KeyError):
        load_pack(ma)


@pytest.mark.parametrize(
    ("khoi", "ngay", "nam", "ma"),
    [
        ("dang", dt.date(2026, 5, 26), 2026, "hd36"),
        ("dang", dt.date(2026, 5, 27), 2026, "hd05"),
        ("dang", dt.date(2026, 5, 28), 2026, "hd05"),
        ("dang", dt.date(2018, 4, 3), 2018, "hd36"),
        ("dang", dt.date(2018, 4, 2), 2018, "hd36"),
        ("dang", dt.date(2022, 10, 14), 2022, "hd36"),
        ("dang", dt.date(2024, 11, 14), 2024, "hd36"),
        ("dang", dt.date(2025, 12, 31), 2026, "hd36"),
        ("dang", dt.date(2027, 1, 15), 2025, "hd05"),
        ("dang", None, 2025, "hd36"),
        ("dang", None, 2026, "hd05"),
        ("dang", None, 2030, "hd05"),
        ("dang", None, 2010, "hd36"),
        ("nha_nuoc", dt.date(2026, 5, 26), 2026, "nd30"),
        ("nha_nuoc", dt.date(2026, 5, 27), 2026, "nd30"),
        ("nha_nuoc", dt.date(2020, 3, 5), 2020, "nd30"),
        ("nha_nuoc", dt.date(2020, 3, 4), 2020, "nd30"),
        ("nha_nuoc", None, 2024, "nd30"),
    ],
)
def test_the_pack_follows_the_signing_day_and_the_kind_of_body(khoi, ngay, nam, ma):
    assert pack_for(khoi, ngay, nam).ma == ma


def test_an_unknown_kind_of_body_has_no_pack():
    with pytest.raises(KeyError):
        pack_for("doan_the", dt.date(2026, 6, 1), 2026)


@given(st.dates(dt.date(2018, 4, 3), dt.date(2100, 12, 31)))
def test_on_every_day_exactly_the_chosen_party_pack_is_in_force(ngay):
    in_force = [
        ma
        for ma in CODES
        if (pack := load_pack(ma)).khoi == "dang"
        and pack.hieu_luc.tu <= ngay <= (pack.hieu_luc.den or dt.date.max)
    ]
    assert in_force == [pack_for("dang", ngay, ngay.year).ma]


TYPES_OF_A_CAMPAIGN = [
    "cong-van",
    "ke-hoach",
    "thong-bao",
    "bao-cao",
    "to-trinh",
    "quyet-dinh",
    "nghi-quyet",
    "huong-dan",
    "quy-dinh",
]


@pytest.mark.parametrize("ma", CODES)
@pytest.mark.parametrize("loai", TYPES_OF_A_CAMPAIGN)
def test_every_type_of_a_campaign_has_a_name_and_a_symbol(ma, loai):
    pack = load_pack(ma)
    assert pack.ten_loai[loai].gia_tri
    assert loai in pack.ky_hieu_van_ban


@pytest.mark.parametrize("ma", CODES)
def test_every_named_type_has_a_symbol_entry(ma):
    pack = load_pack(ma)
    assert set(pack.ten_loai) <= set(pack.ky_hieu_van_ban)


@pytest.mark.parametrize(
    ("loai", "hd36", "hd05", "nd30"),
    [
        ("cong-van", "CV", "CV", ""),
        ("ke-hoach", "KH", "KH", "KH"),
        ("thong-bao", "TB", "TB", "TB"),
        ("bao-cao", "BC", "BC", "BC"),
        ("to-trinh", "TTr", "TTr", "TTr"),
        ("quyet-dinh", "QĐ", "QĐ", "QĐ"),
        ("quy-dinh", "QĐi", "QĐ", "QyĐ"),
        ("nghi-quyet", "NQ", "NQ", "NQ"),
        ("huong-dan", "HD", "HD", "HD"),
        ("chuong-trinh", "CTr", "CTr", "CTr"),
        ("de-an", "ĐA", "ĐA", "ĐA"),
        ("du-an", "DA", "DA", "DA"),
        ("sao-luc", "BS", "BS", "SL"),
        ("sao-y", "BS", "BS", "SY"),
        ("trich-sao", "BS", "BS", "TrS"),
    ],
)
def test_type_symbols(loai, hd36, hd05, nd30):
    symbols = [load_pack(ma).ky_hieu_van_ban[loai].gia_tri for ma in ("hd36", "hd05", "nd30")]
    assert symbols == [hd36, hd05, nd30]


@pytest.mark.parametrize(
    ("path", "hd36", "hd05", "nd30"),
    [
        ("trang.le_tren_mm", "20", "20", "20-25"),
        ("trang.le_duoi_mm", "20", "20", "20-25"),
        ("trang.le_trai_mm", "30", "30", "30-35"),
        ("trang.le_phai_mm", "15", "15", "15-20"),
        ("trang.so_trang_canh", "giua", "giua", "giua"),
        ("trang.so_trang_cach_mep_mm", "10", "10", "10"),
        ("trang.an_so_trang_dau", True, True, True),
        ("doan.thut_dau_dong_mm", "10", "10", "10-12.7"),
        ("doan.cach_doan_pt", ">=6", ">=6", ">=6"),
        ("doan.gian_dong", ">=18", "18-22", "1-1.5"),
        ("doan.gian_dong_kieu", "dung", "dung", "boi_so"),
        ("so_ky_hieu.tien_to", "Số", "Số", "Số:"),
        ("so_ky_hieu.noi_so_loai", "-", "-", "/"),
        ("so_ky_hieu.noi_loai_co_quan", "/", "/", "-"),
        ("so_ky_hieu.day_so", "nhiem_ky", "nhiem_ky", "nam"),
        ("dau_cau.noi_nhan.giua", ",", ";", ";"),
        ("dau_cau.noi_nhan.cuoi", ".", ".", "."),
        ("dau_cau.kinh_gui.giua", ",", ";", ";"),
        ("dau_cau.kinh_gui.cuoi", ".", ";", "."),
        ("dau_cau.can_cu.gach", "", "-", ""),
        ("dau_cau.can_cu.cuoi", ",", ".", "."),
        ("kinh_gui.tu.cong-van", "Kính gửi", "Kính gửi", "Kính gửi"),
        ("kinh_gui.tu.to-trinh", "Kính gửi", "Kính trình", "Kính gửi"),
        ("trich_yeu.cong_van_dau", "", "về việc", "V/v"),
        ("trich_yeu.chu_dau", "thuong", "thuong", "hoa"),
        ("trich_yeu.gach_duoi", "-----", "-----", ""),
        ("ky.thay_mat", "T/M", "T/M", "TM."),
        ("ky.ky_thay", "K/T", "K/T", "KT."),
        ("ky.thua_lenh", "T/L", "T/L", "TL."),
        ("ky.thua_uy_quyen", "", "", "TUQ."),
        ("ky.quyen", "Q.", "Q.", "Q."),
        ("ky.dam_quyen_han", True, True, True),
        ("ky.dam_chuc_vu_duoi_quyen_han", False, False, True),
        ("ky.dam_chuc_vu_truc_tiep", False, True, True),
        ("sao.kieu", "khoi_chu", "dau", "khoi_chu"),
        ("sao.ten.sao-y", "Sao y bản chính", "sao y", "Sao y"),
        ("ket_thuc.dau", ".", ".", "./."),
        ("phu_luc.danh_so", "a_rap", "a_rap", "la_ma"),
        ("dau_trang.duoi_co_quan", "*", "*", ""),
    ],
)
def test_what_the_three_regulations_prescribe(path, hd36, hd05, nd30):
    assert [value(load_pack(ma), path) for ma in ("hd36", "hd05", "nd30")] == [hd36, hd05, nd30]


def look(ma: str, row: str) -> str:
    """Write a row of the component table the short way: «14-15 hoa đậm»."""
    kieu = value(load_pack(ma), f"co_chu.{row}")
    marks = {
        "in_hoa": "hoa",
        "dam": "đậm",
        "nghieng": "nghiêng",
        "gach_chan": "gạch",
        "khung": "khung",
    }
    return " ".join([kieu["co"], *(word for key, word in marks.items() if kieu.get(key))])


@pytest.mark.parametrize(
    ("row", "hd36", "hd05", "nd30"),
    [
        ("tieu_de", "15 hoa đậm", "15 hoa đậm", "12-13 hoa đậm"),
        ("co_quan_cap_tren", "14 hoa", "14 hoa", "12-13 hoa"),
        ("co_quan_ban_hanh", "14 hoa đậm", "14 hoa đậm", "12-13 hoa đậm"),
        ("so_ky_hieu", "14", "14", "13"),
        ("dia_danh_ngay", "14 nghiêng", "14 nghiêng", "13-14 nghiêng"),
        ("ten_loai", "15-16 hoa đậm", "15-16 hoa đậm", "13-14 hoa đậm"),
        ("trich_yeu", "14-15 đậm", "14-15 đậm", "13-14 đậm"),
        ("trich_yeu_cong_van", "12 nghiêng", "12 nghiêng", "12-13"),
        ("can_cu", "14-15", "14-15", "13-14 nghiêng"),
        ("noi_dung", "14-15", "14-15", "13-14"),
        ("phan_chuong", "14-15 đậm", "14-15 đậm", "13-14 đậm"),
        ("ten_phan_chuong", "14-15 hoa đậm", "14-15 hoa đậm", "13-14 hoa đậm"),
        ("muc", "14-15 đậm", "14-15 đậm", "13-14 đậm"),
        ("ten_muc", "14-15 hoa đậm", "14-15 hoa đậm", "13-14 hoa đậm"),
        ("dieu", "14-15 đậm", "14-15 đậm", "13-14 đậm"),
        ("khoan", "14-15", "14-15", "13-14"),
        ("diem", "14-15", "14-15", "13-14"),
        ("quyen_han", "14 hoa", "14 hoa", "13-14 hoa"),
        ("chuc_vu", "14 hoa", "14 hoa", "13-14 hoa"),
        ("ho_ten", "14 đậm", "14 đậm", "13-14 đậm"),
        ("kinh_gui", "14 nghiêng", "14 nghiêng", "13-14"),
        ("ten_kinh_gui", "14", "14-15", "13-14"),
        ("noi_nhan", "14 gạch", "14 gạch", "12 đậm nghiêng"),
        ("ten_noi_nhan", "12", "12", "11"),
        ("do_khan", "14 hoa đậm", "14 hoa đậm", "13-14 hoa đậm khung"),
        ("pham_vi", "12 hoa đậm", "12 hoa đậm", "13-14 hoa đậm khung"),
        ("nguoi_soan", "8 hoa", "11", "11"),
        ("lien_he", "10", "10", "11-12"),
        ("so_trang", "14", "14", "13-14"),
        ("ban_sao", "14 hoa đậm", "13 hoa đậm", "13-14 hoa đậm"),
    ],
)
def test_the_component_table(row, hd36, hd05, nd30):
    assert [look(ma, row) for ma in ("hd36", "hd05", "nd30")] == [hd36, hd05, nd30]


def test_only_the_party_packs_know_the_draft_mark():
    assert look("hd36", "du_thao") == look("hd05", "du_thao") == "14 nghiêng"
    assert load_pack("nd30").co_chu.du_thao is None


def test_only_the_state_pack_has_a_motto_below_the_title():
    assert look("nd30", "tieu_ngu") == "13-14 đậm"
    assert load_pack("hd05").co_chu.tieu_ngu is None
    assert len(load_pack("nd30").dau_trang.tieu_de.gia_tri) == 2
    assert load_pack("hd05").dau_trang.tieu_de.gia_tri == ("Đảng Cộng sản Việt Nam",)


def test_the_copy_stamp_of_hd_05_has_its_size_and_five_fields():
    dau = load_pack("hd05").sao.dau
    assert dau is not None
    assert (str(dau.rong_mm.gia_tri.tu), str(dau.cao_mm.gia_tri.tu)) == ("80", "50")
    assert len(type(dau.nhan).model_fields) == 5
    assert load_pack("hd36").sao.dau is None


@pytest.mark.parametrize("symbol", ["HU", "ĐUK", "ĐĐ", "BCSĐ"])
def test_symbols_of_abolished_bodies_are_in_hd_36_only(symbol):
    def symbols(ma):
        return {rule.gia_tri for rule in load_pack(ma).ky_hieu_co_quan.dau_ten.values()}

    assert symbol in symbols("hd36")
    assert symbol not in symbols("hd05")


@pytest.mark.parametrize(
    ("ma", "path", "mark"),
    [
        ("hd05", "trang.le_trai_mm", "V:S0 p28"),
        ("hd05", "doan.gian_dong", "V:S0 p12 §6.2.2"),
        ("hd05", "ky_hieu_van_ban.quy-dinh", "V:S0 p7"),
        ("hd05", "ky_hieu_van_ban.ke-hoach", "I"),
        ("hd05", "dau_cau.kinh_gui.cuoi", "V:S1"),
        ("hd05", "dau_cau.kinh_gui.mot_noi", "I"),
        ("hd05", "ky.dam_chuc_vu_truc_tiep", "V:S0 p14–23"),
        ("hd36", "ky.dam_chuc_vu_duoi_quyen_han", "V:S3"),
        ("hd36", "ky.dam_chuc_vu_truc_tiep", "I"),
        ("hd36", "ky_hieu_van_ban.quy-dinh", "V:S3"),
        ("nd30", "trang.phong_chu", "U"),
        ("nd30", "ky_hieu_van_ban.quy-dinh", "V:S4"),
    ],
)
def test_a_value_says_how_well_it_is_known(ma, path, mark):
    assert source(load_pack(ma), path) == mark


def test_the_appendix_line_of_every_pack_uses_only_the_four_known_fields():
    known = {"loai", "so_ky_hieu", "ngay", "co_quan"}
    for ma in CODES:
        assert set(re.findall(r"\{(\w+)\}", load_pack(ma).phu_luc.kem_theo.gia_tri)) <= known


@pytest.mark.parametrize("ma", CODES)
def test_names_of_packs_are_their_full_citation(ma):
    assert re.fullmatch(
        r"(Hướng dẫn|Nghị định) số [\w/-]+, ngày \d{2}/\d/\d{4} của .+", load_pack(ma).ten
    )
