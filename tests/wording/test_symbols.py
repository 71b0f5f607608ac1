"""Số ký hiệu and the symbols of bodies."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording.symbols import (
    body_symbol,
    document_number,
    number_and_symbol,
    other_kind,
    unknown_kind,
)
from tests.wording.packs import BY_CODE, HD05, HD36, ND30, office

NUMBER_PARTY = re.compile(
    r"^Số (0[1-9]|[1-9]\d+)-(NQ|CT|KL|QC|QĐ|QĐi|TT|HD|TB|TC|BC|KH|QH|CTr|ĐA|PA|DA|TTr|CV|BB|CL|LKG|GM|GGT|GCN|GĐĐ|GNP|PC|PG|BS)"
    r"/[A-ZĐ]+(-[A-ZĐ]+)*$"
)


@pytest.mark.parametrize(
    ("ma", "loai", "so", "ky_hieu", "written"),
    [
        ("hd36", "cong-van", 608, "TU", "Số 608-CV/TU"),
        ("hd36", "sao-luc", 106, "HU", "Số 106-BS/HU"),
        ("hd36", "cong-van", 1375, "ThU", "Số 1375-CV/ThU"),
        ("hd36", "quy-dinh", 30, "TU", "Số 30-QĐi/TU"),
        ("hd36", "sao-luc", 24, "UBKTTU", "Số 24-BS/UBKTTU"),
        ("hd05", "cong-van", 686, "VPTU", "Số 686-CV/VPTU"),
        ("hd05", "quyet-dinh", 127, "TW", "Số 127-QĐ/TW"),
        ("hd05", "quy-dinh", 5, "ĐU", "Số 05-QĐ/ĐU"),
        ("hd05", "bao-cao", 1, "ĐH", "Số 01-BC/ĐH"),
        ("hd05", "bien-ban", 20, "ĐH", "Số 20-BB/ĐH"),
        ("hd05", "to-trinh", 9, "CB", "Số 09-TTr/CB"),
        ("hd05", "chuong-trinh", 10, "BTCTU-BNCTU", "Số 10-CTr/BTCTU-BNCTU"),
        ("hd05", "trich-sao", 3, "VPĐU", "Số 03-BS/VPĐU"),
        ("nd30", "bao-cao", 12, "UBND", "Số: 12/BC-UBND"),
        ("nd30", "quyet-dinh", 15, "BNV", "Số: 15/QĐ-BNV"),
        ("nd30", "cong-van", 12, "UBND-VX", "Số: 12/UBND-VX"),
        ("nd30", "cong-van", 4, "UBND", "Số: 04/UBND"),
        ("nd30", "quy-dinh", 7, "UBND", "Số: 07/QyĐ-UBND"),
        ("nd30", "sao-y", 25, "UBND", "Số: 25/SY-UBND"),
        ("nd30", "sao-luc", 8, "UBND", "Số: 08/SL-UBND"),
    ],
)
def test_the_number_line(ma, loai, so, ky_hieu, written):
    assert document_number(BY_CODE[ma], loai, so, ky_hieu) == written


@pytest.mark.parametrize(
    ("pack", "loai", "written"),
    [
        (HD05, "cong-van", "Số      -CV/ĐU"),
        (HD36, "ke-hoach", "Số      -KH/ĐU"),
        (ND30, "bao-cao", "Số:      /BC-ĐU"),
        (ND30, "cong-van", "Số:      /ĐU"),
    ],
)
def test_a_draft_leaves_room_for_the_number(pack, loai, written):
    draft = document_number(pack, loai, None, "ĐU")
    assert draft.replace("\u00a0", " ") == written
    assert " " not in draft


def test_inside_a_text_the_word_is_left_out():
    assert number_and_symbol(HD05, "huong-dan", 5, "VPTW") == "05-HD/VPTW"
    assert number_and_symbol(ND30, "bao-cao", 12, "UBND") == "12/BC-UBND"


def test_a_type_without_a_symbol_in_the_pack_is_a_key_error():
    with pytest.raises(KeyError):
        document_number(HD05, "hop-dong", 1, "ĐU")


@given(
    st.integers(1, 99_999),
    st.sampled_from(sorted(kind for kind, each in HD05.ky_hieu_van_ban.items() if each.gia_tri)),
    st.sampled_from(["TU", "ĐU", "BTCTU-BNCTU"]),
)
def test_every_party_number_fits_the_pattern_of_the_guideline(so, loai, ky_hieu):
    assert NUMBER_PARTY.fullmatch(document_number(HD05, loai, so, ky_hieu))
    if loai in HD36.ky_hieu_van_ban:
        assert NUMBER_PARTY.fullmatch(document_number(HD36, loai, so, ky_hieu))


@given(st.integers(1, 99_999))
def test_only_numbers_below_ten_get_a_zero(so):
    written = document_number(HD05, "cong-van", so, "ĐU").split("-")[0].removeprefix("Số ")
    assert written == (f"0{so}" if so < 10 else str(so))


SYMBOLS = [
    ("Tỉnh ủy Hà Tĩnh", "TU", "TU"),
    ("Tỉnh uỷ Điện Biên", "TU", "TU"),
    ("TỈNH ỦY CÀ MAU", "TU", "TU"),
    ("Thành ủy Cần Thơ", "TU", "TU"),
    ("Thành uỷ Hà Nội", "TU", "TU"),
    ("Thành ủy Thành phố Hồ Chí Minh", "TU", "TU"),
    ("Thành ủy TP. Hồ Chí Minh", "TU", "TU"),
    ("Thành ủy Hà Tĩnh", None, None),
    ("Thành ủy", None, None),
    ("Thành ủy Huế", None, "TU"),
    ("Huyện ủy Tuy Phước", "HU", None),
    ("Quận ủy Ninh Kiều", "QU", None),
    ("Đảng ủy xã Thạch Hà", "ĐU", "ĐU"),
    ("Đảng uỷ phường Ba Đình", "ĐU", "ĐU"),
    ("Đảng ủy đặc khu Trường Sa", "ĐU", "ĐU"),
    ("Đảng ủy Quân sự tỉnh", "ĐUQS", "ĐUQS"),
    ("Đảng ủy Công an tỉnh Sơn La", "ĐUCA", "ĐUCA"),
    ("Đảng ủy Bộ đội Biên phòng tỉnh", "ĐUBP", "ĐUBP"),
    ("Đảng ủy Khối các cơ quan tỉnh", "ĐUK", "ĐU"),
    ("Quân ủy Trung ương", "QUTW", "QUTW"),
    ("Chi bộ Trường Tiểu học Thạch Trung", "CB", "CB"),
    ("Đại hội Đảng bộ xã Thạch Hà", "ĐH", "ĐH"),
    ("Đảng đoàn Hội Nông dân tỉnh", "ĐĐ", None),
    ("Ban cán sự đảng Uỷ ban nhân dân tỉnh", "BCSĐ", None),
    ("Ban Bí thư", "TW", "TW"),
    ("Ban Chấp hành Trung ương", "TW", "TW"),
    ("Văn phòng Trung ương Đảng", "VPTW", "VPTW"),
    ("Ban Tổ chức Trung ương", "BTCTW", "BTCTW"),
    ("Ủy ban Kiểm tra Trung ương", "UBKTTW", "UBKTTW"),
    ("Ủy ban Kiểm tra Tỉnh ủy Sơn La", "UBKTTU", "UBKTTU"),
    ("Uỷ ban Kiểm tra Đảng uỷ phường Ba Đình", "UBKTĐU", "UBKTĐU"),
    ("Uỷ ban Kiểm tra Huyện uỷ Tuy Phước", "UBKTHU", None),
    ("Cơ quan Uỷ ban Kiểm tra Tỉnh uỷ", None, "CQUBKTTU"),
    ("Văn phòng Đảng ủy xã Thạch Hà", "VPĐU", "VPĐU"),
    ("Văn phòng Tỉnh ủy", "VPTU", "VPTU"),
    ("Văn phòng Huyện ủy Tuy Phước", "VPHU", None),
    ("Văn phòng Thành ủy Hà Tĩnh", None, None),
    ("Ban Tuyên giáo Huyện ủy Tuy Phước", "BTGHU", None),
    ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "BTGDVTU", "BTGDVTU"),
    ("Ban Tổ chức Tỉnh ủy - Ban Nội chính Tỉnh ủy", "BTCTU-BNCTU", "BTCTU-BNCTU"),
    ("Uỷ ban Kiểm tra Tỉnh uỷ Sơn La - Công an tỉnh Sơn La", None, None),
    ("Ban Xây dựng Đảng", None, "BXDĐ"),
    ("Ban Xây dựng Đảng Đảng uỷ xã Thạch Hà", None, None),
    ("Ban Chỉ đạo", "BCĐ", "BCĐ"),
    ("Ban Chỉ đạo 35 Tỉnh uỷ", None, None),
    ("Hội đồng", "HĐ", "HĐ"),
    ("Hội đồng nhân dân tỉnh", None, None),
    ("Trung ương Đoàn Thanh niên", None, None),
    ("Văn phòng Trung ương Đoàn Thanh niên", None, None),
    ("Báo Nhân Dân", None, "BND"),
    ("Uỷ ban nhân dân xã Thạch Hà", None, None),
    ("Văn phòng", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("ten", "hd36", "hd05"), SYMBOLS)
def test_the_symbol_of_a_party_body(ten, hd36, hd05):
    assert (body_symbol(HD36, ten), body_symbol(HD05, ten)) == (hd36, hd05)


@pytest.mark.parametrize(
    ("ten", "symbol"),
    [
        ("Ủy ban nhân dân xã Thạch Hà", "UBND"),
        ("Uỷ ban nhân dân tỉnh Hà Tĩnh", "UBND"),
        ("Hội đồng nhân dân phường Ba Đình", "HĐND"),
        ("Bộ Nội vụ", "BNV"),
        ("Sở Nội vụ", None),
        ("Văn phòng Uỷ ban nhân dân tỉnh", None),
        ("Đảng ủy xã Thạch Hà", None),
    ],
)
def test_the_symbol_of_a_state_body(ten, symbol):
    assert body_symbol(ND30, ten) == symbol


@pytest.mark.parametrize(
    ("ten", "cap_tren", "symbol"),
    [
        ("Văn phòng", "Đảng uỷ xã Thạch Hà", "VPĐU"),
        ("Ban Tổ chức", "Tỉnh ủy Cao Bằng", "BTCTU"),
        ("Ban Nội chính", "Ban Chấp hành Trung ương", "BNCTW"),
        ("Uỷ ban Kiểm tra", "Thành ủy Hà Tĩnh", None),
        ("Uỷ ban Kiểm tra Tỉnh uỷ", "Ban Chấp hành Trung ương", "UBKTTU"),
        ("Đảng ủy xã Thạch Hà", "Đảng bộ tỉnh Hà Tĩnh", "ĐU"),
        ("Thành ủy Hà Tĩnh", "Đảng bộ tỉnh Hà Tĩnh", None),
    ],
)
def test_an_advisory_body_takes_the_symbol_of_the_committee_above_it(ten, cap_tren, symbol):
    assert body_symbol(HD05, ten, cap_tren) == symbol


def test_an_office_settles_what_the_guideline_leaves_open():
    pack = office(HD36, ky_hieu_co_quan={"dau_ten": {"Thành ủy Hà Tĩnh": "ThU"}})
    assert body_symbol(pack, "Thành uỷ Hà Tĩnh") == "ThU"
    assert body_symbol(pack, "Ban Tổ chức Thành ủy Hà Tĩnh") == "BTCThU"


def test_an_office_may_give_the_commune_building_board_its_symbol():
    pack = office(HD05, ky_hieu_co_quan={"ghep_cap_uy": {"Ban Xây dựng Đảng": "BXDĐ"}})
    assert body_symbol(pack, "Ban Xây dựng Đảng Đảng uỷ xã Thạch Hà") == "BXDĐĐU"


@given(st.sampled_from([row[0] for row in SYMBOLS]))
def test_either_spelling_and_case_gives_the_same_symbol(ten):
    other = ten.replace("ủy", "uỷ").replace("Ủy", "Uỷ")
    assert body_symbol(HD05, other.upper()) == body_symbol(HD05, other) == body_symbol(HD05, ten)


@given(st.text(max_size=30))
def test_any_name_gives_a_symbol_or_none(ten):
    symbol = body_symbol(HD05, ten)
    assert symbol is None or symbol.isupper()


@pytest.mark.parametrize(
    ("pack", "loai", "typed", "kind"),
    [
        (HD05, "cong-van", "Số 12-QĐ/ĐU", "quyet-dinh"), (HD05, "ke-hoach", "12 - CV/ĐU", "cong-van"),
        (ND30, "cong-van", "Số: 12/QĐ-UBND", "quyet-dinh"), (HD36, "bao-cao", "Số 9-TTr/HU", "to-trinh"),
        (HD05, "cong-van", "Số 1375 - CV/Th.U", None), (HD05, "quy-dinh", "Số 3-QĐ/TU", None),
        (ND30, "cong-van", "Số: 12/UBND-VX", None), (HD05, "cong-van", "Số      -QĐ/ĐU", None),
        (HD05, "cong-van", "Số 12-QĐX/ĐU", None), (HD05, "cong-van", "12", None),
    ],
)  # fmt: skip
def test_a_typed_number_bears_the_symbol_of_its_own_kind(pack, loai, typed, kind):
    assert other_kind(pack, loai, typed) == kind


@pytest.mark.parametrize(
    ("pack", "loai", "typed", "right"),
    [
        (HD05, "quy-dinh", "Số 99-QĐi/TU", "QĐ"), (HD05, "thong-bao", "Số 5-QĐi/TU", "TB"),
        (HD36, "quy-dinh", "Số 99-QĐi/TU", None), (HD05, "quy-dinh", "Số 99-QĐ/TU", None),
        (HD05, "thong-bao", "Số 5-CV/TU", None), (HD05, "thong-bao", "Số 5", None),
        (ND30, "cong-van", "Số: 07/UBND", None),
    ],
)  # fmt: skip
def test_a_symbol_that_no_kind_has_is_told_with_the_right_one(pack, loai, typed, right):
    assert unknown_kind(pack, loai, typed) == right
