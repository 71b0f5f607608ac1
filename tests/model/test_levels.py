"""A level may be written in words or as its code, wherever a level stands."""

import unicodedata
from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.levels import NOT_RATED, WORDS, level_code, level_words
from generator.model.meeting import KetQuaPhieu
from generator.model.papers import XepLoaiLai
from generator.model.review import KetQuaQuy, XepLoai
from generator.regulations.che_do import LoaiTruQuy
from generator.regulations.regimes import load_regime, regime_codes

BOTH = [pytest.param(code, words, id=code) for code, words in WORDS.items()]


@pytest.mark.parametrize("ma", regime_codes())
def test_the_words_are_those_of_every_regime(ma: str) -> None:
    known = {each.khoa: each.ten for each in load_regime(ma).muc}
    assert known == {code: words for code, words in WORDS.items() if code != NOT_RATED}


@pytest.mark.parametrize(("code", "words"), BOTH)
def test_code_and_words_are_one_level(code: str, words: str) -> None:
    decomposed = unicodedata.normalize("NFD", words)
    assert {level_code(each) for each in (code, words, decomposed, f" {words} ")} == {code}
    assert {level_words(each) for each in (code, words)} == {words}


@pytest.mark.parametrize(("code", "words"), BOTH)
def test_every_place_of_a_level_reads_both(code: str, words: str) -> None:
    for given in (code, words):
        again = {"doi_tuong": "A", "van_ban_cu": "1-QĐ/ĐU", "ly_do": "kỷ luật"}
        read = XepLoaiLai.model_validate({**again, "muc_cu": given, "muc_moi": given})
        assert (read.muc_cu, read.muc_moi) == (words, words)
        assert KetQuaQuy.model_validate({"quy": "1", "xep_loai": given}).xep_loai == words
        ballot = KetQuaPhieu.model_validate({"doi_tuong": "A", "phieu": {given: "7"}})
        assert ballot.phieu == {code: 7}


@pytest.mark.parametrize(
    "step", [key for key in XepLoai.model_fields if not key.startswith("ngay_")]
)
def test_every_step_of_a_rating_reads_both(step: str) -> None:
    for given in ("hoan_thanh_tot", "Hoàn thành tốt nhiệm vụ"):
        assert getattr(XepLoai.model_validate({step: given}), step) == "Hoàn thành tốt nhiệm vụ"


def test_an_office_may_write_the_words_in_its_own_rules() -> None:
    rule = {"ten": "Nghỉ dài", "kiem_diem": "có", "xep_loai": "có", "nguon": "Đ: dot.yaml"}
    read = LoaiTruQuy.model_validate({**rule, "cao_nhat": "Hoàn thành nhiệm vụ"})
    assert read.cao_nhat == "hoan_thanh"


@pytest.mark.parametrize(
    "votes",
    [
        {"hoan_thanh_tot": "5", "Hoàn thành tốt nhiệm vụ": "2"},
        {"Chưa đánh giá, xếp loại": "1", "chua_xep_loai": "1"},
    ],
)
def test_a_level_counted_twice_is_refused_instead_of_losing_votes(votes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as refused:
        KetQuaPhieu.model_validate({"doi_tuong": "A", "phieu": votes})
    assert [each["type"] for each in refused.value.errors()] == ["KD147"]


def test_what_is_no_level_is_kept_as_typed_for_the_rules_to_tell() -> None:
    assert level_words("HTT") == level_code("HTT") == "HTT"
