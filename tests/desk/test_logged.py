"""The log speaks as the forms do: no keys, no codes, who was added or taken out."""

from generator.desk.forms.kinds import hint_at
from generator.desk.logged import place_said, value_said
from generator.model.unit import DonViNam


def test_a_place_is_told_by_the_names_of_its_fields() -> None:
    assert place_said(DonViNam, ("ca_nhan", 3, "chuc_vu", "dang")) == "Các cá nhân › Chức vụ › Chức vụ Đảng"  # fmt: skip
    assert place_said(DonViNam, ()) == "cả tệp"


def test_somebody_who_was_added_is_told_by_all_that_was_written_of_them() -> None:
    person = {"ho_ten": "Lê Thị Mẫu", "ngay_sinh": "5/12/1970", "chuc_vu": {"dang": "Phó Bí thư"},
              "vai_tro": "khong_lanh_dao"}  # fmt: skip
    said = value_said(person, hint_at(DonViNam, ("ca_nhan", 0)), "ca_nhan")
    assert said == "Lê Thị Mẫu; 05/12/1970; Phó Bí thư; Không giữ chức vụ lãnh đạo, quản lý"


def test_a_choice_and_a_level_are_told_in_words() -> None:
    hint = hint_at(DonViNam, ("ca_nhan", 0, "xep_loai", "tu_nhan"))
    assert value_said("hoan_thanh_tot", hint, "tu_nhan") == "Hoàn thành tốt nhiệm vụ"
    assert value_said("", None) == "(trống)"


def test_what_no_model_knows_is_told_as_it_stands_and_cut() -> None:
    assert value_said(["a", {"b": "c"}]) == "a; c"
    assert value_said("x" * 400) == "x" * 300 + "…"
