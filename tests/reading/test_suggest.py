"""The likely word behind a misspelt one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import VanBan
from generator.reading.kinds import data_models
from generator.reading.suggest import nearest, plain, same_word

KEYS = list(VanBan.model_fields)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("trích_yếu", "trich_yeu"), ("trich_yêu", "trich_yeu"), ("trichyeu", "trich_yeu"),
        ("Trich_yeu", "trich_yeu"), ("TRICH YEU", "trich_yeu"), ("trich-yeu", "trich_yeu"),
        ("trich_ye", "trich_yeu"), ("trích yếu nội dung", "trich_yeu"), ("Kính gửi", "kinh_gui"),
        ("kinh_goi", "kinh_gui"), ("nơi nhận", "noi_nhan"), ("noi_dun", "noi_dung"),
        ("ngay_ky", "ngay"), ("địa danh", "dia_danh"), ("độ khẩn", "do_khan"),
        ("so_kyhieu", "so_ky_hieu"), ("phuluc", "phu_luc"),
    ],
)  # fmt: skip
def test_a_misspelt_key_leads_to_the_key_that_was_meant(typed: str, meant: str) -> None:
    assert nearest(typed, KEYS) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("công văn", "cong-van"),
        ("Kế hoạch", "ke-hoach"),
        ("bao_cao", "bao-cao"),
        ("sao lục", "sao-luc"),
    ],
)
def test_a_kind_written_as_people_say_it_is_recognised(typed: str, meant: str) -> None:
    assert same_word(typed, data_models()) == meant


@pytest.mark.parametrize("typed", ["", "xyz", "123", "…"])
def test_what_resembles_nothing_gets_no_suggestion(typed: str) -> None:
    assert nearest(typed, KEYS) is None
    assert same_word(typed, KEYS) is None


@given(st.sampled_from(KEYS), st.sampled_from(["NFC", "NFD"]), st.booleans())
def test_accents_case_and_composition_never_hide_a_key(key: str, form: str, upper: bool) -> None:
    accented = unicodedata.normalize(
        form, key.replace("e", "ế").replace("d", "đ").replace("u", "ủ")
    )
    assert same_word(accented.upper() if upper else accented, KEYS) == key


@given(st.text())
def test_plain_text_is_plain_already(text: str) -> None:
    assert plain(plain(text)) == plain(text)
