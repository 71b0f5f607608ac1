"""File names that a clerk can read and Windows accepts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.files.file_names import MAX_LENGTH, code, file_name, file_names


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
        ("COM¹", "_COM¹"),
        ("Lpt9 .tar", "_Lpt9 .tar"),
        ("conin$", "_conin$"),
        ("Chi\u200b bộ\u202e Đông\u2066", "Chi bộ Đông"),
        ("Chi\u00a0bộ\u2003Đông", "Chi bộ Đông"),
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


def test_a_name_fits_into_the_bytes_a_folder_allows() -> None:
    name = file_name("Biên bản hội nghị 🇻🇳" * 30, " (mới)")
    assert len(f"{name} (mới 2).docx".encode()) <= 255


def test_names_of_one_folder_differ_also_for_windows() -> None:
    names = list(file_names(["Chi bộ A", "chi bộ a", "Chi bộ: A", "Chi bộ A (2)", "x"]))
    assert names == ["Chi bộ A", "chi bộ a (2)", "Chi bộ A (3)", "Chi bộ A (2) (2)", "x"]


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_titles_get_names_that_differ(titles: list[str]) -> None:
    names = [name.casefold() for name in file_names(titles, 60)]
    assert len(set(names)) == len(titles)
    assert all(len(name) <= 60 for name in names)


@given(st.text(max_size=300), st.sampled_from(["", " (2)", " (10)"]))
def test_any_text_gives_a_name_windows_accepts(title: str, ending: str) -> None:
    name = file_name(title, ending)
    assert 0 < len(name) <= MAX_LENGTH
    assert not set(name) & set('<>:"/\\|?*')
    assert name.isprintable()
    assert len(f"{name} (mới 2).docx".encode()) <= 255
    assert name.endswith(ending)
    assert ending or name[-1] not in ". "


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Chi bộ thôn Đông", "chi-bo-thon-dong"),
        ("Chi bộ Cơ quan Đảng, Mặt trận", "chi-bo-co-quan-dang-mat-tran"),
        ("Côn", "don-vi-con"),
        ("…", "don-vi"),
        ("Chi bộ " + "rất " * 40, "chi-bo-rat-rat-rat-rat-rat-rat-rat-rat-rat-rat-rat-rat-rat-r"),
    ],
)
def test_a_name_becomes_a_code_of_plain_letters(name: str, short: str) -> None:
    assert code(name) == short


def test_a_code_that_is_taken_gets_a_number() -> None:
    assert code("Chi bộ Một", {"chi-bo-mot", "chi-bo-mot-2"}) == "chi-bo-mot-3"
