"""The lines above a signature and which are bold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Ky
from generator.wording.authority import Authority, authority_lines, read_authority, sign_of
from generator.wording.signature import signature_lines
from tests.wording.packs import BY_CODE, HD05, HD36, ND30, office


def printed(pack, **fields):
    """Write the lines the short way: a bold line between asterisks."""
    lines = signature_lines(pack, Ky(**fields))
    return [f"*{line.chu}*" if line.dam else line.chu for line in lines]


@pytest.mark.parametrize(
    ("fields", "hd36", "hd05"),
    [
        (
            {"quyen_han": "T/M Ban Thường vụ", "chuc_vu": "Phó Bí thư"},
            ["*T/M BAN THƯỜNG VỤ*", "PHÓ BÍ THƯ"],
            ["*T/M BAN THƯỜNG VỤ*", "PHÓ BÍ THƯ"],
        ),
        (
            {"quyen_han": "T/M Chi bộ", "chuc_vu": "Bí thư"},
            ["*T/M CHI BỘ*", "BÍ THƯ"],
            ["*T/M CHI BỘ*", "BÍ THƯ"],
        ),
        (
            {"quyen_han": "T/L Ban Thường vụ", "chuc_vu": "Chánh Văn phòng"},
            ["*T/L BAN THƯỜNG VỤ*", "CHÁNH VĂN PHÒNG"],
            ["*T/L BAN THƯỜNG VỤ*", "CHÁNH VĂN PHÒNG"],
        ),
        (
            {"quyen_han": "K/T Trưởng Ban", "chuc_vu": "Phó Trưởng Ban"},
            ["*K/T TRƯỞNG BAN*", "PHÓ TRƯỞNG BAN"],
            ["*K/T TRƯỞNG BAN*", "PHÓ TRƯỞNG BAN"],
        ),
        ({"chuc_vu": "Trưởng Ban"}, ["TRƯỞNG BAN"], ["*TRƯỞNG BAN*"]),
        ({"chuc_vu": "Phó Trưởng Ban"}, ["PHÓ TRƯỞNG BAN"], ["*PHÓ TRƯỞNG BAN*"]),
        ({"chuc_vu": "Q. Trưởng Ban"}, ["Q. TRƯỞNG BAN"], ["*Q. TRƯỞNG BAN*"]),
        ({"quyen_han": "Q. Trưởng Ban"}, ["*Q. TRƯỞNG BAN*"], ["*Q. TRƯỞNG BAN*"]),
        (
            {"chuc_vu": "Bí thư", "kiem": "Trưởng Ban Chỉ đạo"},
            ["BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO"],
            ["*BÍ THƯ*", "kiêm", "*TRƯỞNG BAN CHỈ ĐẠO*"],
        ),
        (
            {"chuc_vu": "Trưởng Ban Tổ chức", "kiem": "Chủ tịch Hội đồng"},
            ["TRƯỞNG BAN TỔ CHỨC", "kiêm", "CHỦ TỊCH HỘI ĐỒNG"],
            ["*TRƯỞNG BAN TỔ CHỨC*", "kiêm", "*CHỦ TỊCH HỘI ĐỒNG*"],
        ),
        ({"quyen_han": "T/M Đoàn Chủ tịch"}, ["*T/M ĐOÀN CHỦ TỊCH*"], ["*T/M ĐOÀN CHỦ TỊCH*"]),
        ({"quyen_han": "T/M Tỉnh ủy"}, ["*T/M TỈNH ỦY*"], ["*T/M TỈNH ỦY*"]),
        ({"ho_ten": "Nguyễn Văn An"}, [], []),
        ({}, [], []),
    ],
)
def test_party_signatures(fields, hd36, hd05):
    assert printed(HD36, **fields) == hd36
    assert printed(HD05, **fields) == hd05


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        (
            {"quyen_han": "TM. Ủy ban nhân dân", "chuc_vu": "Chủ tịch"},
            ["*TM. ỦY BAN NHÂN DÂN*", "*CHỦ TỊCH*"],
        ),
        (
            {"quyen_han": "TM. Ủy ban nhân dân\nKT. Chủ tịch", "chuc_vu": "Phó Chủ tịch"},
            ["*TM. ỦY BAN NHÂN DÂN*", "*KT. CHỦ TỊCH*", "*PHÓ CHỦ TỊCH*"],
        ),
        (
            {"quyen_han": "TUQ. Giám đốc", "chuc_vu": "Trưởng phòng"},
            ["*TUQ. GIÁM ĐỐC*", "*TRƯỞNG PHÒNG*"],
        ),
        ({"chuc_vu": "Giám đốc"}, ["*GIÁM ĐỐC*"]),
    ],
)
def test_state_signatures_are_bold_throughout(fields, lines):
    assert printed(ND30, **fields) == lines


def test_an_office_may_print_the_position_bold_under_hd_36():
    pack = office(HD36, ky={"dam_chuc_vu_duoi_quyen_han": "có"})
    assert printed(pack, quyen_han="T/M Ban Thường vụ", chuc_vu="Bí thư")[1] == "*BÍ THƯ*"


TEXTS = st.sampled_from(["T/M Ban Thường vụ", "K/T Trưởng Ban", "Bí thư", "Trưởng Ban Chỉ đạo"])
MAYBE = st.none() | TEXTS
PACKS = st.sampled_from([HD36, HD05, ND30])


@given(PACKS, st.builds(Ky, quyen_han=MAYBE, chuc_vu=MAYBE, kiem=MAYBE, ho_ten=MAYBE))
def test_nothing_is_invented_and_nothing_given_is_left_out(pack, ky):
    lines = [line.chu for line in signature_lines(pack, ky)]
    given_lines = [text.upper() for text in (ky.quyen_han, ky.chuc_vu, ky.kiem) if text]
    assert [line for line in lines if line != "kiêm"] == given_lines
    assert lines.count("kiêm") == (1 if ky.kiem else 0)


@given(st.builds(Ky, quyen_han=TEXTS, chuc_vu=TEXTS))
def test_under_an_authority_line_of_the_party_the_position_is_never_bold(ky):
    for pack in (HD36, HD05):
        authority, position = signature_lines(pack, ky)
        assert (authority.dam, position.dam) == (True, False)


@pytest.mark.parametrize(
    ("line", "role", "sign", "whom"),
    [
        ("T/M Ban Thường vụ", "thay_mat", "T/M", "Ban Thường vụ"),
        ("T/M BAN THƯỜNG VỤ", "thay_mat", "T/M", "BAN THƯỜNG VỤ"),
        ("t/m Ban Thường vụ", "thay_mat", "t/m", "Ban Thường vụ"),
        ("TM. Ban Thường vụ", "thay_mat", "TM.", "Ban Thường vụ"),
        ("TM Ban Thường vụ", "thay_mat", "TM", "Ban Thường vụ"),
        ("T.M Ban Thường vụ", "thay_mat", "T.M", "Ban Thường vụ"),
        ("T/M. Ban Thường vụ", "thay_mat", "T/M.", "Ban Thường vụ"),
        ("TM.UBND", "thay_mat", "TM.", "UBND"),
        ("K/T Trưởng Ban", "ky_thay", "K/T", "Trưởng Ban"),
        ("KT. Chủ tịch", "ky_thay", "KT.", "Chủ tịch"),
        ("T/L Ban Thường vụ", "thua_lenh", "T/L", "Ban Thường vụ"),
        ("TL. Chủ tịch", "thua_lenh", "TL.", "Chủ tịch"),
        ("TUQ. Giám đốc", "thua_uy_quyen", "TUQ.", "Giám đốc"),
        ("T/UQ Ban Thường vụ", "thua_uy_quyen", "T/UQ", "Ban Thường vụ"),
        ("Q. Trưởng Ban", "quyen", "Q.", "Trưởng Ban"),
        ("Q.Trưởng Ban", "quyen", "Q.", "Trưởng Ban"),
        ("T/M", "thay_mat", "T/M", ""),
        ("KT.", "ky_thay", "KT.", ""),
    ],
)
def test_lines_of_authority_are_read_with_their_slips(line, role, sign, whom):
    assert read_authority(line) == Authority(role, sign, whom)


@pytest.mark.parametrize(
    "line",
    [
        "Ban Thường vụ",
        "Thay mặt Ban Thường vụ",
        "Quyền Trưởng Ban",
        "Tổ trưởng",
        "",
        "TMBan",
        "Kiêm",
    ],
)
def test_other_lines_are_no_authority(line):
    assert read_authority(line) is None


@pytest.mark.parametrize(
    ("quyen_han", "lines"),
    [
        (None, ()),
        ("T/M Chi bộ", ("T/M Chi bộ",)),
        ("TM. UBND\n\n  KT. Chủ tịch ", ("TM. UBND", "KT. Chủ tịch")),
    ],
)
def test_a_block_of_authority_is_split_into_its_lines(quyen_han, lines):
    assert authority_lines(quyen_han) == lines


@pytest.mark.parametrize("ma", ["hd36", "hd05", "nd30"])
def test_the_pack_writes_its_own_signs_so_that_they_are_read_back(ma):
    pack = BY_CODE[ma]
    for role in ("thay_mat", "ky_thay", "thua_lenh", "thua_uy_quyen", "quyen"):
        sign = sign_of(pack, role).gia_tri
        if sign:
            assert read_authority(f"{sign} Trưởng Ban") == Authority(role, sign, "Trưởng Ban")
