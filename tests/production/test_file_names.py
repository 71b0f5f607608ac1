"""File names that a clerk can read and Windows accepts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.production.file_names import MAX_LENGTH, file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("02A - Bản kiểm điểm - Nguyễn Văn Mẫu", "02A - Bản kiểm điểm - Nguyễn Văn Mẫu"),
        ("Công văn số 12/CV: gợi ý", "Công văn số 12 CV gợi ý"),
        ('Hội nghị "kiểm điểm"?', "Hội nghị kiểm điểm"),
        ("  Chi bộ \t thôn   Đông. ", "Chi bộ thôn Đông"),
        ("con", "_con"),
        ("AUX.txt", "_AUX.txt"),
        ("lpt1", "_lpt1"),
        ("console", "console"),
        ("...", "_"),
        ("", "_"),
        ("../../etc", "etc"),
        ("a\\b|c<d>e*f", "a b c d e f"),
    ],
)
def test_a_title_becomes_a_file_name(title: str, name: str) -> None:
    assert file_name(title) == name


def test_a_decomposed_name_is_composed() -> None:
    assert file_name(unicodedata.normalize("NFD", "Chi bộ Đông")) == "Chi bộ Đông"


def test_a_long_title_is_cut_but_its_ending_is_kept() -> None:
    name = file_name("Biên bản hội nghị " * 20, " (12)")
    assert len(name) <= MAX_LENGTH
    assert name.endswith(" (12)")


@given(st.text(max_size=300), st.sampled_from(["", " (2)", " (10)"]))
def test_any_text_gives_a_name_windows_accepts(title: str, ending: str) -> None:
    name = file_name(title, ending)
    assert 0 < len(name) <= MAX_LENGTH
    assert not set(name) & set('<>:"/\\|?*')
    assert all(ord(letter) >= 32 for letter in name)
    assert name.endswith(ending)
    assert ending or name[-1] not in ". "
