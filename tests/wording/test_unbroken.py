"""Dates, numbers and names that a line may not break."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.wording.unbroken import HYPHEN, NO_BREAK, Unbroken, unbroken


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ĐẢNG BỘ TỈNH TRƯỜNG GIANG", "ĐẢNG BỘ TỈNH_TRƯỜNG_GIANG"),
        ("Ban Thường vụ Đảng ủy xã Lộc Vân họp", "Ban Thường vụ Đảng ủy xã_Lộc_Vân họp"),
        ("Thành phố Hồ Chí Minh", "Thành_phố_Hồ_Chí_Minh"),
        (
            "Công văn số 4264-CV/BTCTW, ngày 03/02/2026",
            "Công văn số_4264~CV/BTCTW, ngày_03/02/2026",
        ),
        ("Số: 15/QĐ-BNV", "Số: 15/QĐ~BNV"),
        ("Số 20-TB/BTCTU-BNCTU", "Số 20~TB/BTCTU~BNCTU"),
        ("nhiệm kỳ 2025 - 2030", "nhiệm kỳ 2025_~_2030"),
        ("nhiệm kỳ 2025-2030", "nhiệm kỳ 2025~2030"),
        ("Hà Nội, ngày 03 tháng 02 năm 2026", "Hà Nội, ngày_03_tháng_02_năm_2026"),
        ("trong quý I/2027, trước tháng 9/2027", "trong quý_I/2027, trước tháng_9/2027"),
        ("Tháng 9/2027; Quý I", "Tháng_9/2027; Quý_I"),
        ("đạt 95 điểm, giảm 18% so với năm trước", "đạt 95 điểm, giảm 18% so với năm trước"),
        ("TỈNH Lộc ngày ngày TỈNH Lộc", "TỈNH_Lộc ngày ngày TỈNH_Lộc"),
        ("thôn Đông xã Lộc Vân huyện Thanh Giang", "thôn_Đông xã_Lộc_Vân huyện_Thanh_Giang"),
        ("PHÒNG VĂN HÓA - XÃ HỘI", "PHÒNG VĂN HÓA - XÃ HỘI"),
        ("kinh tế - xã hội; công xã Paris", "kinh tế - xã hội; công xã_Paris"),
        ("TỈNH ỦY CAO BẰNG; HUYỆN UỶ THANH GIANG", "TỈNH ỦY CAO BẰNG; HUYỆN UỶ THANH GIANG"),
        (
            "đồng chí Nguyễn Văn A thi hành; phương án B",
            "đồng chí Nguyễn Văn_A thi hành; phương án_B",
        ),
        ("Trạm Y tế; Bản A/B; mục V", "Trạm Y tế; Bản A/B; mục V"),
        ("họp ở thôn đông người", "họp ở thôn đông người"),
        ("1.5 - 2.3; 12-15 hộ", "1.5 - 2.3; 12-15 hộ"),
    ],
)
def test_what_belongs_together_stays_on_one_line(typed: str, printed: str) -> None:
    assert unbroken(typed) == printed.replace("_", NO_BREAK).replace("~", HYPHEN)


def test_texts_are_remembered_with_what_stands_for_a_hyphen_and_not_for_ever() -> None:
    texts, markup = Unbroken(), Unbroken("<w:noBreakHyphen/>")
    typed = "Kế hoạch số 12-KH/ĐU"
    assert texts[typed] == unbroken(typed)
    assert markup[typed] == unbroken(typed, "<w:noBreakHyphen/>")
    for number in range(10_000):
        assert texts[f"năm {number}"] == unbroken(f"năm {number}")
    assert len(texts) < 5_000


_WORDS = st.sampled_from(
    ["ngày", "03/02/2026", "tháng", "12", "năm", "2026", "số", "4264-CV/BTCTW", "2025", "-", "xã",
     "Lộc", "Vân", "TỈNH", "XÃ", "HỘI", "I", "IV", "quý", "15/QĐ-BNV", "<w:t>", "thôn", "Đông,"]
)  # fmt: skip


@settings(deadline=None, max_examples=400)
@given(st.lists(_WORDS, max_size=12).map(" ".join))
def test_only_blanks_and_hyphens_change_and_a_second_time_changes_nothing(text: str) -> None:
    once = unbroken(text)
    assert once.replace(NO_BREAK, " ").replace(HYPHEN, "-") == text
    assert unbroken(once) == once
