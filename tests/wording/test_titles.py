"""A name or title breaks between words, never inside one, and never before the last."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.regulations.word_units import word_units
from generator.wording.titles import whole_words
from generator.wording.unbroken import HYPHEN, NO_BREAK, unbroken


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "BAN_CHẤP_HÀNH TRUNG_ƯƠNG"),
        ("ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH", "ĐẢNG_BỘ THÀNH_PHỐ_HỒ_CHÍ_MINH"),
        ("THÀNH ỦY HỒ CHÍ MINH", "THÀNH_ỦY HỒ_CHÍ_MINH"),
        ("TỈNH UỶ TUYÊN QUANG", "TỈNH_UỶ TUYÊN_QUANG"),
        ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "ỦY_BAN MẶT_TRẬN_TỔ_QUỐC VIỆT_NAM"),
        ("ĐẢNG ỦY XÃ TÂN HÒA", "ĐẢNG_ỦY XÃ_TÂN_HÒA"),
        ("CHI BỘ THÔN ĐOÀI", "CHI_BỘ THÔN_ĐOÀI"),
        ("PHÒNG VĂN HÓA - XÃ HỘI", "PHÒNG VĂN_HÓA_- XÃ_HỘI"),
        ("về việc kiểm điểm, đánh giá năm 2026", "về_việc kiểm_điểm, đánh_giá năm_2026"),
        ("nhiệm kỳ 2025 - 2030", "nhiệm_kỳ_2025_~_2030"),
        ("Nghị quyết Trung ương 12 khoá XIII", "Nghị_quyết Trung_ương_12 khoá_XIII"),
        ("thi hành kỷ luật đồng chí Nguyễn Văn Mẫu", "thi_hành kỷ_luật đồng_chí Nguyễn_Văn_Mẫu"),
        ("giao việc cho tổ, chức danh mới", "giao việc cho_tổ, chức_danh_mới"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "SỞ_NÔNG_NGHIỆP VÀ_MÔI_TRƯỜNG"),
        ("nghỉ phép năm 2026 của đồng chí Đoàn Văn Lợi", "nghỉ_phép năm_2026 của_đồng_chí Đoàn_Văn_Lợi"),
        ("chuyển đơn của ông Nguyễn Văn A", "chuyển đơn của_ông Nguyễn_Văn_A"),
        ("Nguyễn Thị Hoàng Minh Khuê", "Nguyễn_Thị_Hoàng Minh_Khuê"),
        ("BAN TỔ CHỨC TỈNH ỦY TRƯỜNG GIANG", "BAN_TỔ_CHỨC TỈNH_ỦY TRƯỜNG_GIANG"),
        ("CHI BỘ TRƯỜNG MẦM NON HOA SEN", "CHI_BỘ TRƯỜNG_MẦM_NON HOA_SEN"),
        ("TRƯỞNG BAN XÂY DỰNG ĐẢNG", "TRƯỞNG_BAN XÂY_DỰNG_ĐẢNG"),
        ("ỦY BAN KIỂM TRA ĐẢNG ỦY XÃ MINH KHÊ", "ỦY_BAN_KIỂM_TRA ĐẢNG_ỦY XÃ_MINH_KHÊ"),
        ("sắp xếp lại", "sắp_xếp_lại"),
        ("xây dựng nông thôn mới đến năm 2030", "xây_dựng nông_thôn mới đến_năm_2030"),
        ("đối thoại của cấp ủy với đảng viên", "đối_thoại của_cấp_ủy với_đảng_viên"),
        ("kiểm tra đảng viên khi có dấu hiệu vi phạm", "kiểm_tra đảng_viên khi có dấu_hiệu_vi_phạm"),
        ("BÁO CÁO", "BÁO_CÁO"),
        ("Nâng cao chất lượng kiểm điểm,\nđánh giá cán bộ", "Nâng_cao chất_lượng kiểm_điểm,\nđánh_giá cán_bộ"),
        ("", ""),
        ("…………", "…………"),
    ],
)  # fmt: skip
def test_a_title_breaks_between_words(typed: str, printed: str) -> None:
    assert whole_words(unbroken(typed)) == printed.replace("_", NO_BREAK).replace("~", HYPHEN)


_WORDS = st.sampled_from(
    ["về", "việc", "Tổ", "quốc", "HỒ", "CHÍ", "MINH", "-", "", "2025", "XIII", "Trung", "ương,", "(Nguyễn",
     "Văn", "A)", "đánh", "giá", "\n", "xã", "hội"]
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(_WORDS, max_size=10).map(" ".join))
def test_the_words_stay_the_same(text: str) -> None:
    assert whole_words(text).replace(NO_BREAK, " ") == text


def test_the_tables_are_small_letters_without_repeats() -> None:
    tables = word_units()
    assert len(tables["tinh_thanh"].ten) == 34
    for table in tables.values():
        assert len(set(table.ten)) == len(table.ten)
        assert [name for name in table.ten if name != name.lower()] == []
