"""What is wrong with recipients: R01, R02, R04, R05, R06."""

import pytest

from generator.problems import Severity
from generator.wording.checks.recipient import check_recipients
from tests.wording.packs import BY_CODE, HD05, HD36, ND30, office

LOI, CANH_BAO = Severity.ERROR, Severity.WARNING


def found(pack, loai, noi_nhan, **more):
    return [(item.code, item.severity) for item in check_recipients(pack, loai, noi_nhan, **more)]


@pytest.mark.parametrize(
    ("ma", "loai", "noi_nhan", "kinh_gui"),
    [
        ("hd05", "cong-van", ["Như trên", "Lưu Văn phòng Đảng uỷ"], ["Các chi bộ"]),
        ("hd05", "cong-van", ["- Như trên;", "- Lưu Văn phòng Trung ương Đảng."], ["Tỉnh uỷ"]),
        ("hd05", "to-trinh", ["Như trên", "Lưu Văn phòng Tỉnh uỷ"], ["Ban Thường vụ Tỉnh uỷ"]),
        ("hd05", "bao-cao", ["Ban Thường vụ Tỉnh uỷ", "Lưu Văn phòng Đảng uỷ"], []),
        ("hd05", "ke-hoach", [], []),
        ("hd05", "cong-van", [], ["Các chi bộ"]),
        ("hd36", "cong-van", ["Như trên,", "Lưu Văn phòng Thành ủy."], ["Các quận ủy"]),
        ("hd36", "cong-van", ["NHƯ TRÊN", "Lưu."], ["Các quận ủy"]),
        ("nd30", "cong-van", ["Như trên", "Lưu: VT, NC"], ["Sở Nội vụ"]),
        ("nd30", "bao-cao", ["Ủy ban nhân dân tỉnh", "Lưu: VT"], ["Ủy ban nhân dân tỉnh"]),
    ],
)
def test_recipients_in_order_have_no_problem(ma, loai, noi_nhan, kinh_gui):
    assert check_recipients(BY_CODE[ma], loai, noi_nhan, kinh_gui) == []


@pytest.mark.parametrize(
    ("ma", "dong", "severity"),
    [
        ("hd05", "Lưu: VT", LOI),
        ("hd05", "Lưu: VT, VP.", LOI),
        ("hd05", "Lưu VP", LOI),
        ("hd05", "Lưu VT", LOI),
        ("hd05", "- Lưu: Văn phòng Đảng uỷ.", LOI),
        ("hd05", "lưu vt", LOI),
        ("hd36", "Lưu: VT", CANH_BAO),
        ("hd36", "Lưu VP", CANH_BAO),
        ("nd30", "Lưu Văn phòng", LOI),
        ("nd30", "Lưu VT", LOI),
    ],
)
def test_the_line_of_the_copy_kept_by_the_office(ma, dong, severity):
    assert found(BY_CODE[ma], "ke-hoach", ["Các chi bộ", dong]) == [("KD221", severity)]


@pytest.mark.parametrize(
    "dong", ["Lưu Văn phòng Đảng uỷ", "Lưu Văn phòng", "Lưu", "Lưu Vụ Tổ chức"]
)
def test_a_copy_kept_by_a_named_office_is_right_in_the_party(dong):
    assert found(HD05, "ke-hoach", [dong]) == []


def test_the_mend_shows_how_the_pack_writes_the_line():
    (party,) = check_recipients(HD05, "ke-hoach", ["Lưu: VT"])
    (state,) = check_recipients(ND30, "ke-hoach", ["Lưu Văn phòng"])
    assert "Lưu Văn phòng Đảng uỷ" in party.mend
    assert "Lưu: VT" in state.mend


def test_a_recipient_problem_stands_at_its_item():
    (problem,) = check_recipients(HD05, "bao-cao", ["Tỉnh uỷ", "Các ban đảng", "Lưu: VT"])
    assert problem.place.path == ("noi_nhan", 2)


@pytest.mark.parametrize(
    ("ma", "loai", "severity"),
    [
        ("hd05", "cong-van", LOI),
        ("hd05", "to-trinh", LOI),
        ("hd36", "cong-van", CANH_BAO),
        ("hd36", "to-trinh", CANH_BAO),
        ("nd30", "cong-van", LOI),
    ],
)
@pytest.mark.parametrize("first", ["Như kính gửi", "Ban Tổ chức Trung ương", "Lưu"])
def test_a_letter_begins_its_recipients_with_as_above(ma, loai, severity, first):
    luu = ["Lưu: VT"] if ma == "nd30" else ["Lưu Văn phòng"]
    codes = found(BY_CODE[ma], loai, [first, *luu])
    assert ("KD222", severity) in codes


@pytest.mark.parametrize("loai", ["bao-cao", "ke-hoach", "thong-bao", "quyet-dinh"])
def test_other_types_need_no_as_above(loai):
    assert found(HD05, loai, ["Ban Tổ chức Tỉnh uỷ", "Lưu Văn phòng Đảng uỷ"]) == []


@pytest.mark.parametrize("ma", BY_CODE)
@pytest.mark.parametrize("line", ["Như trên", "- Như trên;", "như trên,"])
@pytest.mark.parametrize("at", [0, 1])
def test_as_above_with_nothing_above_is_told_at_its_line(ma, line, at):
    luu = "Lưu: VT" if ma == "nd30" else "Lưu Văn phòng Đảng uỷ"
    items = ["Tỉnh uỷ", luu]
    items.insert(at, line)
    problems = check_recipients(BY_CODE[ma], "ket-luan", items)
    assert [(each.code, each.place.path) for each in problems] == [("KD242", ("noi_nhan", at))]


def test_as_above_below_addressees_says_who_they_are():
    assert found(ND30, "bao-cao", ["Như trên", "Lưu: VT"], kinh_gui=["Tỉnh uỷ"]) == []


def test_as_above_counts_only_in_the_first_place():
    codes = found(HD05, "cong-van", ["Tỉnh uỷ", "Như trên", "Lưu Văn phòng"])
    assert codes == [("KD222", LOI)]


@pytest.mark.parametrize(
    ("ma", "loai", "expected"),
    [
        ("hd05", "cong-van", []),
        ("hd05", "to-trinh", []),
        ("hd05", "bao-cao", [("KD223", LOI)]),
        ("hd05", "ke-hoach", [("KD223", LOI)]),
        ("hd05", "quyet-dinh", [("KD223", LOI)]),
        ("hd36", "to-trinh", []),
        ("hd36", "bao-cao", [("KD223", CANH_BAO)]),
        ("nd30", "bao-cao", []),
        ("nd30", "ke-hoach", [("KD223", CANH_BAO)]),
    ],
)
def test_which_types_may_have_addressees(ma, loai, expected):
    pack = BY_CODE[ma]
    assert found(pack, loai, [], kinh_gui=["Ban Thường vụ Tỉnh uỷ"]) == expected


def test_the_problem_names_the_type_in_vietnamese():
    (problem,) = check_recipients(HD05, "bao-cao", [], ["Tỉnh uỷ"])
    assert problem.message.startswith("báo cáo ")
    assert problem.place.path == ("kinh_gui",)


@pytest.mark.parametrize(
    ("muc", "viet_tat"),
    [
        ("Các đ/c Tỉnh ủy viên", "đ/c"),
        ("Các đồng chí UV BTV Huyện ủy", "UV"),
        ("CPVP, CVK4", "CPVP"),
        ("Các ban Đảng, UBKT, Văn phòng Thành ủy", "UBKT"),
        ("Trưởng các đoàn công tác của BTV Thành ủy", "BTV"),
    ],
)
def test_abbreviated_posts_and_units_are_pointed_out(muc, viet_tat):
    (problem,) = check_recipients(HD05, "ke-hoach", [muc, "Lưu Văn phòng"])
    assert (problem.code, problem.severity) == ("KD224", CANH_BAO)
    assert f"«{viet_tat}" in problem.message or f"{viet_tat}»" in problem.message


def test_a_word_that_only_contains_an_abbreviation_is_left_alone():
    assert found(HD05, "ke-hoach", ["Công ty UVN", "Lưu Văn phòng"]) == []


def test_marks_are_not_checked_when_the_program_sets_them():
    assert found(HD05, "ke-hoach", ["Các chi bộ,", "Lưu Văn phòng,"]) == []


@pytest.mark.parametrize(
    ("ma", "noi_nhan", "wrong"),
    [
        ("hd05", ["Các chi bộ;", "Lưu Văn phòng."], []),
        ("hd05", ["Các chi bộ,", "Lưu Văn phòng."], [0]),
        ("hd05", ["Các chi bộ", "Lưu Văn phòng;"], [0, 1]),
        ("hd36", ["Các chi bộ,", "Lưu Văn phòng."], []),
        ("hd36", ["Các chi bộ;", "Lưu Văn phòng"], [0, 1]),
    ],
)
def test_kept_marks_that_differ_from_the_pack_are_pointed_out(ma, noi_nhan, wrong):
    problems = check_recipients(BY_CODE[ma], "ke-hoach", noi_nhan, keep=True)
    assert [item.place.path for item in problems] == [("noi_nhan", index) for index in wrong]
    assert {item.code for item in problems} <= {"KD225"}
    assert {item.severity for item in problems} <= {CANH_BAO}


def test_all_problems_come_at_once():
    problems = check_recipients(HD05, "bao-cao", ["Các đ/c Tỉnh uỷ viên", "Lưu: VT"], ["Tỉnh uỷ"])
    assert [item.code for item in problems] == ["KD223", "KD224", "KD221"]


def test_an_office_that_decides_for_itself_is_held_to_its_decision():
    pack = office(HD36, nhu_tren={"dong": "Như kính gửi"})
    assert found(pack, "cong-van", ["Như kính gửi", "Lưu Văn phòng"]) == []
    assert found(pack, "cong-van", ["Như trên", "Lưu Văn phòng"]) == [("KD222", LOI)]


@pytest.mark.parametrize(
    "noi_nhan",
    [
        [
            "Như trên",
            "Văn phòng Trung ương Đảng",
            "Ban Tổ chức Trung ương",
            "Lưu Văn phòng Thành ủy",
        ],
        [
            "Ban Bí thư Trung ương",
            "Như kính gửi",
            "Các đ/c Tỉnh ủy viên",
            "CPVP, CVK4",
            "Lưu Văn phòng Tỉnh ủy",
        ],
        [
            "Như kính gửi;",
            "Thường trực Tỉnh ủy (B/c)",
            "Các ban Đảng, UBKT, Văn phòng Thành ủy,",
            "Lưu.",
        ],
    ],
)
def test_letters_really_issued_under_hd_36_have_warnings_at_most(noi_nhan):
    problems = check_recipients(HD36, "cong-van", noi_nhan, ["Các ban"], keep=True)
    assert all(item.severity is CANH_BAO for item in problems)


@pytest.mark.parametrize(
    ("noi_nhan", "codes"),
    [
        (["Thường trực Tỉnh ủy", "Các ban"], ["KD258"]),
        (["Các ban", "Lưu Văn phòng Tỉnh ủy"], []),
        (["Các ban", "Lưu"], []),
        ([], []),
        (["Tỉnh ủy; Các ban; Lưu Văn phòng Tỉnh ủy"], ["KD259"]),
        (["Các ban; Lưu Văn phòng Tỉnh ủy"], ["KD259"]),
        (["Thường trực Thành ủy, HĐND; lãnh đạo UBND thành phố", "Lưu"], []),
        (["Tỉnh ủy;", "Các ban;", "Lưu Văn phòng Tỉnh ủy."], []),
    ],
)
def test_the_list_ends_with_who_keeps_it_and_each_stands_alone(noi_nhan, codes):
    assert [code for code, _ in found(HD05, "thong-bao", noi_nhan)] == codes


@pytest.mark.parametrize(
    ("noi_nhan", "codes"),
    [
        (["Các đảng ủy xã", "phường", "Lưu Văn phòng Đảng uỷ"], ["KD287"]),
        (["các chi bộ", "các đảng bộ", "Lưu Văn phòng Đảng uỷ"], []),
        (["Bản điện tử:", "- Các chi bộ", "Lưu Văn phòng Đảng uỷ"], []),
    ],
)
def test_a_name_that_was_split_at_its_comma_is_told(noi_nhan, codes):
    assert [code for code, _ in found(HD05, "bao-cao", noi_nhan)] == codes


@pytest.mark.parametrize(
    ("noi_nhan", "codes"),
    [
        (["Lưu Văn phòng Đảng uỷ", "Các chi bộ"], ["KD284"]),
        (["Các chi bộ", "Lưu Văn phòng Đảng uỷ", "Ban Tổ chức"], ["KD284"]),
        (["Các chi bộ", "Lưu Văn phòng Đảng uỷ"], []),
        (["Lưu Văn phòng Đảng uỷ"], []),
    ],
)
def test_who_keeps_it_stands_last(noi_nhan, codes):
    assert [code for code, _ in found(HD05, "bao-cao", noi_nhan)] == codes
