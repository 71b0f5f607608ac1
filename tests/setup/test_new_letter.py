"""A new letter begins with what was said of it, or with an earlier one but for what is its own."""

import pytest

from generator.regulations.packs import letter_kinds
from generator.setup.new_letter import (
    lacking_files,
    letter_name,
    new_copy,
    new_letter,
    to_be_seen,
)

BEFORE = {
    "loai": "ke-hoach", "so": "7", "so_ky_hieu": "7a-KH/ĐU", "ngay": "01/02/2026", "trich_yeu": "quý I",
    "noi_dung": "Một.", "noi_nhan": ["Lưu"], "ban_phat_hanh": "7.pdf",
    "chap_nhan": [{"ma": "KD150", "ly_do": "đã hỏi"}], "bang": [{"tep": "so-lieu.csv"}],
}  # fmt: skip


def test_a_new_letter_holds_its_kind_and_what_it_is_about() -> None:
    assert new_letter("bao-cao", " kết quả \n quý II ") == {
        "loai": "bao-cao",
        "trich_yeu": "kết quả quý II",
    }


def test_of_an_earlier_letter_all_is_taken_over_but_what_is_its_own() -> None:
    found = new_letter("", "", BEFORE)
    assert found == {
        key: BEFORE[key] for key in ("loai", "trich_yeu", "noi_dung", "noi_nhan", "bang")
    }
    changed = new_letter("thong-bao", "quý II", BEFORE)
    assert (changed["loai"], changed["trich_yeu"]) == ("thong-bao", "quý II")
    assert changed["noi_dung"] == "Một."


@pytest.mark.parametrize(
    ("kind", "about", "taken", "name"),
    [
        ("ke-hoach", "Kiểm tra quý I", [], "ke-hoach-kiem-tra-quy-i.yaml"),
        ("ke-hoach", "Kế hoạch kiểm tra", [], "ke-hoach-kiem-tra.yaml"),
        ("ke-hoach", "…", [], "ke-hoach.yaml"),
        ("bao-cao", "Quý I", ["bao-cao-quy-i.yaml"], "bao-cao-quy-i-2.yaml"),
        ("bao-cao", "Quý I", ["Bao-cao-quy-I.YML"], "bao-cao-quy-i-2.yaml"),
    ],
)
def test_the_file_is_named_by_kind_and_subject_as_no_other_file(
    kind: str, about: str, taken: list[str], name: str
) -> None:
    assert letter_name(letter_kinds()[kind], about, taken) == name


def test_what_is_not_written_yet_is_seen_as_a_mark() -> None:
    kinds = letter_kinds()
    assert to_be_seen({"loai": "bao-cao"}, kinds["bao-cao"])["noi_dung"] == "…"
    assert to_be_seen(BEFORE, kinds["ke-hoach"]) == BEFORE
    copy = new_copy("a.pdf", "sao y")
    assert to_be_seen(copy, kinds["sao-luc"]) == copy


def test_files_of_tables_that_are_not_there_are_named_those_of_annexes_too() -> None:
    tree = {**BEFORE, "phu_luc": [{"bang": [{"tep": "b.xlsx"}, {"hang": [["1"]]}]}]}
    assert lacking_files(tree, ["b.xlsx"]) == ["so-lieu.csv"]
    assert lacking_files(tree, []) == ["b.xlsx", "so-lieu.csv"]
