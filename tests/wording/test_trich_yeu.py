"""The summary line, by pack and type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Severity
from generator.wording.trich_yeu import check_trich_yeu, printed_trich_yeu
from tests.wording.packs import BY_CODE, HD05, HD36, ND30, office

KIEM_DIEM = "iểm điểm, đánh giá, xếp loại chất lượng năm 2026"


@pytest.mark.parametrize("typed", ["K" + KIEM_DIEM, "k" + KIEM_DIEM])
@pytest.mark.parametrize(
    ("ma", "loai", "printed"),
    [
        ("hd05", "cong-van", "về việc k" + KIEM_DIEM),
        ("hd05", "ke-hoach", "k" + KIEM_DIEM),
        ("hd05", "bao-cao", "k" + KIEM_DIEM),
        ("hd05", "to-trinh", "k" + KIEM_DIEM),
        ("hd36", "cong-van", "K" + KIEM_DIEM),
        ("hd36", "ke-hoach", "k" + KIEM_DIEM),
        ("nd30", "cong-van", "V/v k" + KIEM_DIEM),
        ("nd30", "ke-hoach", "K" + KIEM_DIEM),
        ("nd30", "bao-cao", "K" + KIEM_DIEM),
    ],
)
def test_the_summary_by_pack_and_type(ma, loai, typed, printed):
    assert printed_trich_yeu(BY_CODE[ma], loai, typed) == printed


@pytest.mark.parametrize(
    ("ma", "loai", "typed", "printed"),
    [
        ("hd05", "cong-van", "Về việc kiểm điểm", "về việc kiểm điểm"),
        ("hd05", "cong-van", "Về tình hình Quý III", "về việc tình hình Quý III"),
        ("nd30", "cong-van", "về tình hình an ninh", "V/v tình hình an ninh"),
        ("hd36", "cong-van", "Về tình hình an ninh", "Về tình hình an ninh"),
        ("hd05", "cong-van", "về việc kiểm điểm", "về việc kiểm điểm"),
        ("hd05", "cong-van", "V/v kiểm điểm", "V/v kiểm điểm"),
        ("hd05", "quyet-dinh", "Về việc kiểm điểm", "về việc kiểm điểm"),
        ("hd36", "cong-van", "Về việc kiểm điểm", "Về việc kiểm điểm"),
        ("hd36", "cong-van", "về việc kiểm điểm", "về việc kiểm điểm"),
        ("hd36", "cong-van", "V/v kiểm điểm", "V/v kiểm điểm"),
        ("hd36", "quyet-dinh", "Về việc kiểm điểm", "về việc kiểm điểm"),
        ("nd30", "cong-van", "V/v kiểm điểm", "V/v kiểm điểm"),
        ("nd30", "cong-van", "Về việc kiểm điểm", "Về việc kiểm điểm"),
        ("nd30", "quyet-dinh", "Về việc kiểm điểm", "Về việc kiểm điểm"),
        ("nd30", "quyet-dinh", "về việc kiểm điểm", "về việc kiểm điểm"),
    ],
)
def test_words_already_typed_are_not_added_again(ma, loai, typed, printed):
    assert printed_trich_yeu(BY_CODE[ma], loai, typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Kết quả kiểm điểm", "kết quả kiểm điểm"),
        ("Ban hành Quy chế làm việc", "ban hành Quy chế làm việc"),
        ("Ứng dụng công nghệ thông tin", "ứng dụng công nghệ thông tin"),
        ("Đánh giá cán bộ", "đánh giá cán bộ"),
        ("Tổ chức hội nghị", "tổ chức hội nghị"),
        ("Kiểm điểm", "kiểm điểm"),
        ("Hà Nội chuẩn bị đại hội", "Hà Nội chuẩn bị đại hội"),
        ("Ban Thường vụ Tỉnh uỷ kiểm điểm", "Ban Thường vụ Tỉnh uỷ kiểm điểm"),
        ("Đảng bộ tỉnh tổng kết năm", "Đảng bộ tỉnh tổng kết năm"),
        ("Nhà nước và Nhân dân cùng làm", "Nhà nước và Nhân dân cùng làm"),
        ("Uỷ ban kiểm tra làm việc", "Uỷ ban kiểm tra làm việc"),
        ("Ủy ban kiểm tra làm việc", "Ủy ban kiểm tra làm việc"),
        ("UBND xã sơ kết", "UBND xã sơ kết"),
        ("XIV lần thứ", "XIV lần thứ"),
        ("2026: chương trình công tác", "2026: chương trình công tác"),
        ("“Kiểm điểm” cuối năm", "“Kiểm điểm” cuối năm"),
        ("kết quả kiểm điểm", "kết quả kiểm điểm"),
    ],
)
def test_a_first_letter_is_lowered_only_where_no_name_is_at_risk(typed, printed):
    assert printed_trich_yeu(HD05, "bao-cao", typed) == printed
    assert printed_trich_yeu(HD05, "cong-van", typed) == f"về việc {printed}"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("nâng cao chất lượng kiểm điểm", "Nâng cao chất lượng kiểm điểm"),
        ("đánh giá cán bộ", "Đánh giá cán bộ"),
        ("ứng dụng công nghệ", "Ứng dụng công nghệ"),
        ("UBND xã", "UBND xã"),
    ],
)
def test_hd_36_begins_the_summary_of_a_letter_with_a_capital(typed, printed):
    assert printed_trich_yeu(HD36, "cong-van", typed) == printed


def test_an_office_may_keep_its_own_words_with_a_capital():
    pack = office(HD05, trich_yeu={"giu_hoa": ["Kiểm điểm"]})
    assert printed_trich_yeu(pack, "bao-cao", "Kiểm điểm cuối năm") == "Kiểm điểm cuối năm"


def test_an_office_may_drop_the_words_before_the_summary():
    pack = office(HD05, trich_yeu={"cong_van_dau": ""})
    assert printed_trich_yeu(pack, "cong-van", "Kiểm điểm cuối năm") == "kiểm điểm cuối năm"


@pytest.mark.parametrize("pack", [HD05, HD36, ND30])
def test_an_empty_summary_does_not_fail(pack):
    assert printed_trich_yeu(pack, "bao-cao", "") == ""


@pytest.mark.parametrize(
    ("ma", "text", "expected"),
    [
        ("hd05", "về việc kiểm điểm năm 2026", []),
        ("hd05", "V/v kiểm điểm", [("KD231", Severity.ERROR)]),
        ("hd05", "v/v kiểm điểm", [("KD231", Severity.ERROR)]),
        ("hd36", "V/v kiểm điểm", [("KD231", Severity.WARNING)]),
        ("nd30", "V/v kiểm điểm", []),
        ("hd05", "kiểm điểm năm 2026.", [("KD232", Severity.WARNING)]),
        ("hd36", "kiểm điểm năm 2026;", [("KD232", Severity.WARNING)]),
        ("nd30", "Kiểm điểm năm 2026, ", [("KD232", Severity.WARNING)]),
        ("hd05", "kiểm điểm, đánh giá, v.v.", []),
        ("hd05", "kiểm điểm...", []),
        ("hd05", "V/v kiểm điểm.", [("KD231", Severity.ERROR), ("KD232", Severity.WARNING)]),
    ],
)
def test_what_does_not_belong_in_a_summary(ma, text, expected):
    problems = check_trich_yeu(BY_CODE[ma], text)
    assert [(found.code, found.severity) for found in problems] == expected
    assert {found.place.path for found in problems} <= {("trich_yeu",)}


WORDS = st.lists(
    st.sampled_from(
        ["Kiểm", "điểm", "Đảng", "năm", "2026", "về", "việc", "Hà", "Nội", "UBND", "V/v"]
    ),
    min_size=1,
    max_size=7,
).map(" ".join)
PACKS = st.sampled_from([HD05, HD36, ND30])
TYPES = st.sampled_from(["cong-van", "ke-hoach", "bao-cao"])


@given(PACKS, TYPES, WORDS)
def test_the_words_of_the_clerk_are_all_printed(pack, loai, text):
    said = text.casefold()
    # «về việc», «V/v» take the place of a mere «về».
    said = said if said.startswith("về việc") else said.removeprefix("về ")
    assert printed_trich_yeu(pack, loai, text).casefold().endswith(said)


@given(PACKS, TYPES, WORDS)
def test_printing_what_was_printed_changes_nothing(pack, loai, text):
    once = printed_trich_yeu(pack, loai, text)
    assert printed_trich_yeu(pack, loai, once) == once


@given(WORDS)
def test_a_party_letter_of_hd_05_always_says_what_it_is_about(text):
    assert printed_trich_yeu(HD05, "cong-van", text).casefold().startswith(("về việc", "v/v"))
