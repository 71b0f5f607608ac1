"""How values are typed: found by their type, shown as on paper, read back as they are written."""

from typing import Any

import pytest

from generator.desk.forms import kinds
from generator.model import DonViNam, VanBan
from generator.model.person import CaNhan


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("ho_ten", "chu"), ("ngay_sinh", "ngay"), ("ngay", "ngay"), ("vai_tro", "chon"),
        ("dang_vien", "chon"), ("dac_diem", "danh-sach"), ("gop_y", "danh-sach"),
    ],
)  # fmt: skip
def test_the_kind_of_a_field_follows_its_type(key: str, kind: str) -> None:
    assert kinds.kind(kinds.hints(CaNhan)[key]) == kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (("ca_nhan", 0, "cham_diem", "chung"), "diem"), (("ca_nhan", "+1", "ket_qua", "tong"), "so"),
        (("hoi_nghi", 0, "kiem_phieu", "ket_qua", 2, "phieu", "hoan_thanh"), "so"),
        (("ca_nhan", 0, "xep_loai", "tu_nhan"), "chon"), (("noi_nhan",), "danh-sach"),
    ],
)  # fmt: skip
def test_the_type_of_a_place_is_found_through_lists_and_names(path: Any, kind: str) -> None:
    assert kinds.kind(kinds.hint_at(DonViNam, path)) == kind


@pytest.mark.parametrize("path", [("la",), ("ca_nhan", 0, "la"), ("ho_ten",), ("ca_nhan", "x")])
def test_no_type_stands_where_the_model_has_nothing(path: Any) -> None:
    assert kinds.hint_at(DonViNam, path) is None


@pytest.mark.parametrize(
    ("key", "written", "seen"),
    [
        ("ngay_sinh", "1966-4-12", "12/04/1966"), ("ngay_sinh", "12.4.1966", "12/04/1966"),
        ("ngay_sinh", "1946", "1946"), ("ngay_sinh", "31/02/1969", "31/02/1969"),
        ("ngay", "11/2026", "11/2026"), ("dang_vien", "true", "có"), ("dang_vien", "khong", "không"),
        ("ho_ten", "Lê Thị Hạnh", "Lê Thị Hạnh"), ("gop_y", ["một", "hai"], "một\nhai"),
        ("ho_ten", {"la": "nhóm"}, ""),
    ],
)  # fmt: skip
def test_a_value_is_shown_as_on_paper(key: str, written: Any, seen: str) -> None:
    assert kinds.shown(kinds.hints(CaNhan)[key], written) == seen


def test_a_group_of_recipients_is_shown_as_its_head_and_members() -> None:
    said: Any = ["Đảng ủy xã", {"Bản điện tử": ["Các chi bộ", "Văn phòng"]}]
    shown = kinds.shown(kinds.hints(VanBan)["noi_nhan"], said)
    assert shown == "Đảng ủy xã\nBản điện tử:\n+ Các chi bộ\n+ Văn phòng"


def test_what_is_typed_becomes_a_text_or_a_list_and_nothing_typed_is_nothing() -> None:
    hints = kinds.hints(CaNhan)
    assert kinds.meant(hints["gop_y"], " một \n\nhai") == ["một", "hai"]
    assert kinds.meant(hints["gop_y"], "\n") is None
    assert kinds.meant(hints["ho_ten"], " Lê Thị Hạnh ") == "Lê Thị Hạnh"
    assert kinds.meant(hints["han_che"], "một\nhai") == "một\nhai"
    assert kinds.meant(hints["han_che"], "  ") is None


def test_a_heading_that_is_one_text_stands_where_its_group_does() -> None:
    tree: Any = {"uu_diem": {"a": "chữ", "b": {"noi_dung": "chữ", "cap_do": "Tốt"}}}
    assert kinds.stands_at(tree, ("uu_diem", "a", "noi_dung")) == ("uu_diem", "a")
    assert kinds.stands_at(tree, ("uu_diem", "b", "noi_dung")) == ("uu_diem", "b", "noi_dung")
    assert kinds.stands_at(tree, ("uu_diem", "a", "cap_do")) == ("uu_diem", "a", "cap_do")
