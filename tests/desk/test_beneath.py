"""A finding stands under the field it is about, be the field still missing."""

import pytest

from generator.desk.beneath import beneath
from generator.desk.fields import fields_at
from generator.desk.found import Found
from generator.desk.muc import path_of
from generator.desk.signs import of_severity
from generator.model.unit import DonViNam
from generator.problems import Severity
from generator.reading.yaml_text import Tree

TREE: Tree = {"loai": "don-vi", "ca_nhan": [{"ho_ten": "An", "uu_diem": "một\nhai"}]}


def finding(muc: str, said: str = "sai", mend: str = "sửa") -> Found:
    level = Severity.ERROR
    return Found(of_severity(level), level, "KD140", "", said, mend, "", "", "", muc)


def field_of(muc: str, said: str = "sai", mend: str = "sửa") -> str:
    """Under which field of the person a finding stands; «» for none."""
    fields, _ = fields_at(TREE, path_of("ca_nhan.0"), DonViNam)
    under, others = beneath(TREE, fields, [finding(muc, said, mend)])
    assert len(under) + len(others) == 1
    return next(iter(under), "")


@pytest.mark.parametrize(
    ("muc", "field"),
    [
        ("ca_nhan.0.ho_ten", "ca_nhan.0.ho_ten"),
        ("ca_nhan.0.vai_tro", "ca_nhan.0.vai_tro"),  # missing
        ("ca_nhan.0.uu_diem.1.0", "ca_nhan.0.uu_diem"),  # line and letter of a text
        ("ca_nhan.0.gop_y", "ca_nhan.0.gop_y.0"),  # a list that is missing
        ("ca_nhan.0", ""),
        ("ca_nhan.1.ho_ten", ""),
        ("", ""),
    ],
)
def test_a_finding_is_about_the_field_at_its_place(muc: str, field: str) -> None:
    assert field_of(muc) == field


def test_a_finding_about_a_group_stands_under_the_missing_field_that_it_names() -> None:
    assert field_of("ca_nhan.0", mend="ghi «vai_tro: lanh_dao»") == "ca_nhan.0.vai_tro"
    assert field_of("ca_nhan.0", "thiếu khoá «ngay_sinh»") == "ca_nhan.0.ngay_sinh"
    assert field_of("ca_nhan.0", "«ho_ten» không khớp") == ""  # it is there: not what is missing
    assert field_of("ca_nhan.1", "thiếu khoá «ngay_sinh»") == ""


def test_the_key_that_the_program_named_counts_though_the_page_says_it_in_words() -> None:
    said = finding("ca_nhan.0", mend="chọn ở ô «Vai trò»")._replace(goc="ghi «vai_tro: lanh_dao»")
    fields, _ = fields_at(TREE, path_of("ca_nhan.0"), DonViNam)
    assert list(beneath(TREE, fields, [said])[0]) == ["ca_nhan.0.vai_tro"]
