"""Words on copies, labels of appendices and the line below their title."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording.appendix import appendix_label, appendix_note, printed_note
from generator.wording.copies import copy_heading, copy_type
from generator.wording.symbols import document_number, number_and_symbol
from tests.wording.packs import BY_CODE, HD05, HD36, ND30, office


@pytest.mark.parametrize(
    ("hinh_thuc", "kind"),
    [
        ("sao y bản chính", "sao-y"),
        ("sao y", "sao-y"),
        ("Sao y", "sao-y"),
        ("sao lục", "sao-luc"),
        ("SAO LỤC", "sao-luc"),
        ("trích sao", "trich-sao"),
    ],
)
def test_kinds_of_copy(hinh_thuc, kind):
    assert copy_type(hinh_thuc) == kind


@pytest.mark.parametrize("hinh_thuc", ["", "sao", "phô tô", "sao chụp"])
def test_another_kind_of_copy_does_not_exist(hinh_thuc):
    with pytest.raises(KeyError):
        copy_type(hinh_thuc)


@pytest.mark.parametrize(
    ("ma", "hinh_thuc", "heading"),
    [
        ("hd36", "sao y bản chính", "SAO Y BẢN CHÍNH"),
        ("hd36", "sao lục", "SAO LỤC"),
        ("hd36", "trích sao", "TRÍCH SAO"),
        ("hd05", "sao y", "sao y"),
        ("hd05", "sao lục", "sao lục"),
        ("hd05", "trích sao", "trích sao"),
        ("nd30", "sao y", "SAO Y"),
        ("nd30", "sao lục", "SAO LỤC"),
        ("nd30", "trích sao", "TRÍCH SAO"),
    ],
)
def test_what_a_copy_is_called(ma, hinh_thuc, heading):
    assert copy_heading(BY_CODE[ma], hinh_thuc) == heading


@pytest.mark.parametrize(
    ("ma", "hinh_thuc", "number"),
    [
        ("hd36", "sao lục", "Số 106-BS/HU"),
        ("hd05", "sao y", "Số 106-BS/HU"),
        ("nd30", "sao y", "Số: 106/SY-HU"),
        ("nd30", "trích sao", "Số: 106/TrS-HU"),
    ],
)
def test_the_number_of_a_copy(ma, hinh_thuc, number):
    assert document_number(BY_CODE[ma], copy_type(hinh_thuc), 106, "HU") == number


@pytest.mark.parametrize(
    ("pack", "index", "total", "label"),
    [
        (HD05, 1, 1, "Phụ lục"),
        (HD05, 1, 2, "Phụ lục 1"),
        (HD05, 12, 12, "Phụ lục 12"),
        (HD36, 2, 3, "Phụ lục 2"),
        (ND30, 1, 1, "Phụ lục"),
        (ND30, 1, 9, "Phụ lục I"),
        (ND30, 4, 9, "Phụ lục IV"),
        (ND30, 9, 9, "Phụ lục IX"),
        (ND30, 14, 20, "Phụ lục XIV"),
        (ND30, 28, 30, "Phụ lục XXVIII"),
    ],
)
def test_labels_of_appendices(pack, index, total, label):
    assert appendix_label(pack, index, total) == label


ROMAN = {"I": 1, "V": 5, "X": 10}


@given(st.integers(1, 39))
def test_roman_labels_read_back_as_their_number(index):
    letters = appendix_label(ND30, index, 39).removeprefix("Phụ lục ")
    values = [ROMAN[letter] for letter in letters]
    signed = [-value if value < max(values[i:]) else value for i, value in enumerate(values)]
    assert sum(signed) == index


def test_the_note_of_hd_05_is_that_of_its_own_appendices():
    note = appendix_note(
        HD05, "huong-dan", "05-HD/VPTW", dt.date(2026, 5, 27), "Văn phòng Trung ương Đảng"
    )
    assert (
        note == "(Kèm theo Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026 của Văn phòng Trung ương Đảng)"
    )


@pytest.mark.parametrize(
    ("pack", "note"),
    [
        (HD36, "(Kèm theo Công văn số 1375-CV/ThU, ngày 14/11/2024 của Ban Thường vụ Thành ủy)"),
        (ND30, "(Kèm theo văn bản số 1375/ThU ngày 14/11/2024 của Ban Thường vụ Thành ủy)"),
    ],
)
def test_the_note_of_the_other_packs(pack, note):
    so_ky_hieu = number_and_symbol(pack, "cong-van", 1375, "ThU")
    assert (
        appendix_note(pack, "cong-van", so_ky_hieu, dt.date(2024, 11, 14), "Ban Thường vụ Thành ủy")
        == note
    )


def test_the_note_of_a_draft_leaves_room_for_the_date():
    note = appendix_note(HD05, "ke-hoach", "05-KH/ĐU", None, "Đảng uỷ xã Thạch Hà")
    assert (
        note.replace("\u00a0", " ")
        == "(Kèm theo Kế hoạch số 05-KH/ĐU, ngày       của Đảng uỷ xã Thạch Hà)"
    )


def test_an_office_writes_its_own_note_and_nothing_in_it_is_evaluated():
    pack = office(HD05, phu_luc={"kem_theo": "(kèm {loai} {so_ky_hieu.__class__} {la})"})
    assert (
        appendix_note(pack, "ke-hoach", "05-KH/ĐU", None, "X")
        == "(kèm Kế hoạch {so_ky_hieu.__class__} {la})"
    )


@pytest.mark.parametrize(
    ("note", "printed"),
    [
        ("(Kèm theo Quy định số 06-QĐ/TU của Ban Thường vụ Tỉnh ủy)", "của_Ban_Thường_vụ_Tỉnh_ủy)"),
        ("(Kèm theo Công văn số 01 của Ủy ban Kiểm tra Đảng ủy Ủy ban nhân dân thành phố A)", "A)"),
        ("(Dùng cho các chi bộ)", "bộ)"),
    ],
)
def test_a_short_issuer_stands_on_one_line(note, printed):
    made = printed_note(note)
    assert made.replace("\u00a0", " ") == note
    assert made.split(" ")[-1].replace("\u00a0", "_") == printed
