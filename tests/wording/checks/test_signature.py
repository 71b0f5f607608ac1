"""What is wrong with a signature block: S01, S02, S03."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Ky
from generator.problems import Severity
from generator.wording.checks.signature import check_signature
from tests.wording.packs import BY_CODE, HD05, HD36, ND30, office

LOI, CANH_BAO = Severity.ERROR, Severity.WARNING


def found(pack, **fields):
    return [
        (item.code, item.severity, item.place.path) for item in check_signature(pack, Ky(**fields))
    ]


RIGHT = [
    ("dang", {"quyen_han": "T/M Ban Thường vụ", "chuc_vu": "Bí thư", "ho_ten": "Nguyễn Văn An"}),
    (
        "dang",
        {"quyen_han": "T/M Ban Thường vụ", "chuc_vu": "Phó Bí thư", "ho_ten": "Trần Thị Bình"},
    ),
    ("dang", {"quyen_han": "T/M Tỉnh ủy", "chuc_vu": "PHÓ BÍ THƯ"}),
    ("dang", {"quyen_han": "T/M Chi bộ", "chuc_vu": "Bí thư"}),
    ("dang", {"quyen_han": "T/M Uỷ ban Kiểm tra", "chuc_vu": "Phó Chủ nhiệm"}),
    ("dang", {"quyen_han": "T/M Hội đồng", "chuc_vu": "Chủ tịch"}),
    ("dang", {"quyen_han": "T/M Ban Chấp hành Trung ương", "chuc_vu": "Tổng Bí thư"}),
    ("dang", {"quyen_han": "T/M Ban Bí thư", "ho_ten": "Trần Văn Bảy"}),
    ("dang", {"quyen_han": "T/M Đoàn Chủ tịch"}),
    ("dang", {"quyen_han": "T/M Đoàn Thư ký", "chuc_vu": "Trưởng Đoàn"}),
    ("dang", {"quyen_han": "T/M Ban Kiểm phiếu", "chuc_vu": "Trưởng Ban"}),
    ("dang", {"quyen_han": "K/T Trưởng Ban", "chuc_vu": "Phó Trưởng Ban"}),
    ("dang", {"quyen_han": "K/T Chủ nhiệm", "chuc_vu": "Phó Chủ nhiệm"}),
    ("dang", {"quyen_han": "T/L Ban Thường vụ", "chuc_vu": "Chánh Văn phòng"}),
    ("dang", {"quyen_han": "T/L Ban Thường vụ", "chuc_vu": "Trưởng Ban Tổ chức"}),
    ("dang", {"chuc_vu": "Trưởng Ban", "ho_ten": "Lê Văn Cường"}),
    ("dang", {"chuc_vu": "Q. Trưởng Ban"}),
    ("dang", {"quyen_han": "Q. Trưởng Ban"}),
    ("dang", {"chuc_vu": "Bí thư", "kiem": "Trưởng Ban Chỉ đạo"}),
    ("dang", {"chuc_vu": "Chánh Văn phòng Tỉnh uỷ"}),
    ("dang", {}),
    ("nha_nuoc", {"quyen_han": "TM. Ủy ban nhân dân", "chuc_vu": "Chủ tịch"}),
    ("nha_nuoc", {"quyen_han": "TM. Ủy ban nhân dân\nKT. Chủ tịch", "chuc_vu": "Phó Chủ tịch"}),
    ("nha_nuoc", {"quyen_han": "TUQ. Chủ tịch", "chuc_vu": "Chánh Văn phòng"}),
    ("nha_nuoc", {"quyen_han": "TL. Chủ tịch", "chuc_vu": "Trưởng phòng"}),
    ("nha_nuoc", {"quyen_han": "Q. Giám đốc"}),
    ("nha_nuoc", {"chuc_vu": "Giám đốc", "ho_ten": "Đại tá Lê Văn Cường"}),
]


@pytest.mark.parametrize(("khoi", "fields"), RIGHT)
def test_signatures_as_prescribed_have_no_problem(khoi, fields):
    packs = [HD36, HD05] if khoi == "dang" else [ND30]
    assert [found(pack, **fields) for pack in packs] == [[]] * len(packs)


@pytest.mark.parametrize(
    ("pack", "viet", "dung", "severity"),
    [
        (HD05, "TM.", "T/M", LOI),
        (HD05, "TM", "T/M", LOI),
        (HD05, "T.M", "T/M", LOI),
        (HD05, "T/M.", "T/M", LOI),
        (HD05, "KT.", "K/T", LOI),
        (HD05, "TL.", "T/L", LOI),
        (HD36, "TM.", "T/M", LOI),
        (HD36, "TL.", "T/L", LOI),
        (HD36, "Q", "Q.", CANH_BAO),
        (HD05, "Q/", "Q.", LOI),
        (ND30, "T/M", "TM.", LOI),
        (ND30, "TM", "TM.", LOI),
        (ND30, "K/T", "KT.", LOI),
        (ND30, "T/L", "TL.", LOI),
        (ND30, "T/UQ", "TUQ.", LOI),
    ],
)
def test_a_sign_of_the_other_side_is_answered_with_the_right_one(pack, viet, dung, severity):
    (item,) = check_signature(pack, Ky(quyen_han=f"{viet} Trưởng Ban"))
    assert (item.code, item.severity, item.place.path) == ("KD211", severity, ("ky", "quyen_han"))
    assert f"thành «{dung}»" in item.mend


def test_case_of_the_sign_does_not_count_because_it_is_printed_in_capitals():
    assert found(HD05, quyen_han="t/m Ban Thường vụ", chuc_vu="bí thư") == []


@pytest.mark.parametrize(("pack", "severity"), [(HD05, LOI), (HD36, CANH_BAO)])
@pytest.mark.parametrize("sign", ["TUQ", "TUQ.", "T/UQ"])
def test_the_party_has_no_signing_by_sub_authority(pack, severity, sign):
    items = found(pack, quyen_han=f"{sign} Ban Thường vụ", chuc_vu="Chánh Văn phòng")
    assert items == [("KD212", severity, ("ky", "quyen_han"))]


@pytest.mark.parametrize("line", ["Ban Thường vụ", "Thay mặt Ban Thường vụ", "Quyền Trưởng Ban"])
@pytest.mark.parametrize("ma", ["hd36", "hd05", "nd30"])
def test_a_line_without_a_sign_is_not_an_authority(ma, line):
    items = found(BY_CODE[ma], quyen_han=line)
    assert items == [("KD213", LOI, ("ky", "quyen_han"))]


@pytest.mark.parametrize(
    ("pack", "sign"),
    [
        (HD05, "T/M"),
        (HD05, "K/T"),
        (HD05, "T/L"),
        (HD05, "Q."),
        (HD36, "T/M"),
        (ND30, "TM."),
        (ND30, "KT."),
    ],
)
def test_an_authority_says_for_whom(pack, sign):
    assert found(pack, quyen_han=sign) == [("KD214", LOI, ("ky", "quyen_han"))]


@pytest.mark.parametrize(("pack", "severity"), [(HD05, LOI), (HD36, CANH_BAO)])
@pytest.mark.parametrize(
    ("quyen_han", "chuc_vu"),
    [
        ("K/T Bí thư", "Phó Bí thư"),
        ("K/T BÍ THƯ", "PHÓ BÍ THƯ"),
        ("K/T Bí thư", None),
        ("K/T Bí thư Đảng uỷ", "Uỷ viên"),
        ("K/T Phó Bí thư", None),
        ("K/T Trưởng Ban Chỉ đạo", "Phó Bí thư"),
    ],
)
def test_nobody_signs_in_place_of_a_secretary(pack, severity, quyen_han, chuc_vu):
    items = found(pack, quyen_han=quyen_han, chuc_vu=chuc_vu)
    assert items == [("KD215", severity, ("ky", "quyen_han"))]


def test_the_mend_of_a_secretarys_deputy_names_the_right_authority():
    (item,) = check_signature(HD05, Ky(quyen_han="K/T Bí thư", chuc_vu="Phó Bí thư"))
    assert "«T/M»" in item.mend


@pytest.mark.parametrize(
    ("chuc_vu", "bare", "name"),
    [
        ("Phó Bí thư Tỉnh ủy", "Phó Bí thư", "Tỉnh ủy"),
        ("Phó Bí thư Đảng uỷ", "Phó Bí thư", "Đảng uỷ"),
        ("PHÓ BÍ THƯ ĐẢNG UỶ", "PHÓ BÍ THƯ", "ĐẢNG UỶ"),
        ("Bí thư Chi bộ", "Bí thư", "Chi bộ"),
        ("Bí thư Đảng bộ xã", "Bí thư", "Đảng bộ xã"),
        ("Chủ nhiệm Ủy ban Kiểm tra", "Chủ nhiệm", "Ủy ban Kiểm tra"),
    ],
)
def test_a_position_under_an_authority_does_not_carry_the_body(chuc_vu, bare, name):
    (item,) = check_signature(HD05, Ky(quyen_han="T/M Ban Thường vụ", chuc_vu=chuc_vu))
    assert (item.code, item.severity, item.place.path) == ("KD216", LOI, ("ky", "chuc_vu"))
    assert f"«{name}»" in item.message
    assert item.mend == f"chỉ ghi «{bare}»"


def test_the_office_chief_does_not_carry_the_body_when_signing_by_order():
    items = found(HD05, quyen_han="T/L Ban Thường vụ", chuc_vu="Chánh Văn phòng Đảng uỷ")
    assert items == [("KD216", LOI, ("ky", "chuc_vu"))]


def test_district_committees_are_known_to_hd_36():
    items = found(HD36, quyen_han="T/M Ban Thường vụ", chuc_vu="Bí thư Huyện ủy")
    assert items == [("KD216", CANH_BAO, ("ky", "chuc_vu"))]


def test_who_signs_directly_may_name_the_body_as_joint_documents_do():
    assert found(HD05, chuc_vu="Chánh Văn phòng Tỉnh uỷ") == []
    assert found(HD05, chuc_vu="Bí thư Đảng uỷ", kiem="Trưởng Ban Chỉ đạo") == []


@pytest.mark.parametrize(("pack", "severity"), [(HD05, LOI), (HD36, CANH_BAO)])
@pytest.mark.parametrize(
    ("quyen_han", "chuc_vu"),
    [
        ("T/M Ban Thường vụ", "Uỷ viên Ban Thường vụ"),
        ("T/M Ban Thường vụ", "Chánh Văn phòng"),
        ("T/M Ban Thường vụ", "Phó Bí thư Thường trực"),
        ("T/M Ban Thường vụ", "Trưởng Ban Tổ chức"),
        ("T/M Đoàn Thư ký", "Bí thư"),
        ("T/M Ban Kiểm phiếu", "Phó Bí thư"),
        ("T/M Ban Thẩm tra tư cách đại biểu", "Chủ tịch"),
    ],
)
def test_only_certain_positions_stand_under_on_behalf_of(pack, severity, quyen_han, chuc_vu):
    assert found(pack, quyen_han=quyen_han, chuc_vu=chuc_vu) == [
        ("KD217", severity, ("ky", "chuc_vu"))
    ]


@pytest.mark.parametrize(("pack", "severity"), [(HD05, LOI), (HD36, CANH_BAO)])
@pytest.mark.parametrize("quyen_han", ["T/M Ban Bí thư", "T/M BAN BÍ THƯ", "T/M Đoàn Chủ tịch"])
@pytest.mark.parametrize("chuc_vu", ["Bí thư", "Thường trực Ban Bí thư", "Trưởng Đoàn"])
def test_some_bodies_are_signed_for_with_the_name_only(pack, severity, quyen_han, chuc_vu):
    assert found(pack, quyen_han=quyen_han, chuc_vu=chuc_vu) == [
        ("KD218", severity, ("ky", "chuc_vu"))
    ]


def test_the_state_does_not_list_positions():
    assert found(ND30, quyen_han="TM. Ban Quản lý", chuc_vu="Trưởng phòng") == []


@pytest.mark.parametrize(
    ("ho_ten", "danh_xung"),
    [
        ("TS. Nguyễn Văn An", "TS"),
        ("TS Nguyễn Văn An", "TS"),
        ("Ts. Nguyễn Văn An", "TS"),
        ("PGS.TS. Trần Thị Bình", "PGS"),
        ("PGS, TS Trần Thị Bình", "PGS"),
        ("ThS. Lê Văn Cường", "ThS"),
        ("Th.S Lê Văn Cường", "Th.S"),
        ("Thạc sĩ Lê Văn Cường", "Thạc sĩ"),
        ("Phó Giáo sư Trần Thị Bình", "Phó Giáo sư"),
        ("Đại tá Nguyễn Văn An", "Đại tá"),
        ("THIẾU TƯỚNG NGUYỄN VĂN AN", "Thiếu tướng"),
        ("Trung uý Nguyễn Văn An", "Trung uý"),
        ("Trung úy Nguyễn Văn An", "Trung uý"),
        ("Đồng chí Nguyễn Văn An", "Đồng chí"),
        ("NSND Trần Thị Bình", "NSND"),
    ],
)
def test_titles_before_the_name(ho_ten, danh_xung):
    (item,) = check_signature(HD05, Ky(ho_ten=ho_ten))
    assert (item.code, item.severity, item.place.path) == ("KD219", LOI, ("ky", "ho_ten"))
    assert f"«{danh_xung}»" in item.message


@pytest.mark.parametrize(
    "ho_ten",
    [
        "Nguyễn Văn An",
        "Bùi Sĩ Tiến",
        "Tạ Thị Thạc",
        "Trung Thị Hà",
        "Đại Văn Tá",
        "Tsằn Văn A",
        "Cồ Như Đại",
        "TS",
    ],
)
def test_names_that_only_look_like_titles_are_left_alone(ho_ten):
    assert found(HD05, ho_ten=ho_ten) == []


def test_titles_only_warn_where_the_state_allows_them_to_some():
    assert found(ND30, ho_ten="TS. Nguyễn Văn An") == [("KD219", CANH_BAO, ("ky", "ho_ten"))]
    assert found(HD36, ho_ten="TS. Nguyễn Văn An") == [("KD219", CANH_BAO, ("ky", "ho_ten"))]


def test_the_party_signs_under_one_authority_only():
    lines = "T/L Ban Thường vụ\nK/T Chánh Văn phòng"
    items = found(HD05, quyen_han=lines, chuc_vu="Phó Chánh Văn phòng")
    assert items == [("KD220", LOI, ("ky", "quyen_han"))]


def test_each_line_of_a_state_block_is_checked():
    items = found(ND30, quyen_han="T/M Ủy ban nhân dân\nK/T Chủ tịch", chuc_vu="Phó Chủ tịch")
    assert [code for code, *_ in items] == ["KD211", "KD211"]


def test_all_problems_come_at_once():
    ky = {"quyen_han": "TM. Ban Thường vụ", "chuc_vu": "Phó Bí thư Tỉnh ủy", "ho_ten": "TS. Lê An"}
    assert [code for code, *_ in found(HD05, **ky)] == ["KD211", "KD216", "KD219"]


def test_the_same_problem_is_not_told_twice():
    items = found(HD05, quyen_han="T/M Ban Thường vụ", chuc_vu="Uỷ viên Thường vụ Đảng uỷ")
    assert [code for code, *_ in items] == ["KD216", "KD217"]


def test_an_office_may_allow_a_position_of_its_own():
    pack = office(HD05, ky={"chuc_vu_thay_mat": ["Bí thư", "Phó Bí thư Thường trực"]})
    assert found(pack, quyen_han="T/M Ban Thường vụ", chuc_vu="Phó Bí thư Thường trực") == []
    assert found(pack, quyen_han="T/M Ban Thường vụ", chuc_vu="Phó Bí thư")[0][:2] == ("KD217", LOI)


@pytest.mark.parametrize(
    "fields",
    [
        {"quyen_han": "T/M Ban Thường vụ", "chuc_vu": "Bí thư"},
        {"quyen_han": "T/L Ban Thường vụ", "chuc_vu": "Chánh Văn phòng"},
        {"quyen_han": "T/M Ban Thường vụ", "chuc_vu": "Phó Bí thư"},
    ],
)
def test_letters_really_issued_under_hd_36_are_signed_rightly(fields):
    assert found(HD36, **fields) == []


ANY = st.none() | st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=25
).filter(str.strip)


@given(
    st.sampled_from([HD36, HD05, ND30]),
    st.builds(Ky, quyen_han=ANY, chuc_vu=ANY, kiem=ANY, ho_ten=ANY),
)
def test_any_signature_is_checked_without_failing(pack, ky):
    assert all(item.place.path[0] == "ky" for item in check_signature(pack, ky))


POSTS = [
    ("T/L Ban Thường vụ", "Phó Bí thư", None, ["KD252"]),
    ("T/L Ban Thường vụ", "Bí thư", None, ["KD252"]),
    ("K/T Trưởng Ban", "Trưởng Phòng", None, ["KD253"]),
    ("K/T Chủ nhiệm", "Ủy viên", None, ["KD253"]),
    ("K/T Trưởng Ban", "Phó Trưởng Ban phụ trách", None, ["KD254"]),
    (None, "Phó Trưởng Ban phụ trách", None, []),
    (None, "Quyền Trưởng Ban", None, ["KD255"]),
    (None, "Quyền Chủ nhiệm", None, ["KD255"]),
    ("T/M Ban Chỉ đạo", "Phó Bí thư", "Trưởng Ban Chỉ đạo", ["KD256"]),
    ("K/T Trưởng Ban", "Phó Bí thư", "Phó Trưởng Ban Chỉ đạo", ["KD215", "KD256"]),
    (None, "Phó Bí thư", "Phó Trưởng Ban Chỉ đạo", []),
]


@pytest.mark.parametrize(("quyen_han", "chuc_vu", "kiem", "codes"), POSTS)
def test_a_post_signs_as_its_line_says(quyen_han, chuc_vu, kiem, codes):
    told = found(HD05, quyen_han=quyen_han, chuc_vu=chuc_vu, kiem=kiem)
    assert [code for code, *_ in told] == codes


def test_a_deputy_minister_signs_for_the_minister():
    assert found(ND30, quyen_han="KT. Bộ trưởng", chuc_vu="Thứ trưởng") == []
