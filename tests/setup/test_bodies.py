"""What follows from the name of a body or unit, as clerks write them."""

import pytest

from generator.model.unit import DonViNam
from generator.setup.bodies import BODIES, body_kind, committee, new_unit, organisation, unit_kind


@pytest.mark.parametrize(
    ("name", "kind", "leads"),
    [
        ("Đảng ủy xã Lộc Vân", "xa", "Đảng bộ xã Lộc Vân"),
        ("Đảng uỷ phường Bến Nghé", "phuong", "Đảng bộ phường Bến Nghé"),
        ("Tỉnh ủy Trường Giang", "tinh", "Đảng bộ tỉnh Trường Giang"),
        ("Huyện ủy Thanh Giang", "huyen", "Đảng bộ huyện Thanh Giang"),
        ("Đảng ủy Công ty Lộc Vân", "dang_bo", "Đảng bộ Công ty Lộc Vân"),
        ("Chi ủy Chi bộ Bệnh viện", "chi_bo", "Chi bộ Bệnh viện"),
        ("Ủy ban nhân dân xã Lộc Vân", "nha_nuoc", "Ủy ban nhân dân xã Lộc Vân"),
        ("Văn phòng A", "dang_bo", "Văn phòng A"),
    ],
)
def test_a_body_is_known_by_its_name(name: str, kind: str, leads: str) -> None:
    assert body_kind(name) == kind
    assert kind in BODIES
    assert organisation(name) == leads


@pytest.mark.parametrize(
    ("name", "kind", "leader"),
    [
        ("Chi bộ thôn Đông", "chi_bo", "Chi ủy Chi bộ thôn Đông"),
        ("chi bộ cơ sở Bệnh viện", "chi_bo_co_so", "Chi ủy chi bộ cơ sở Bệnh viện"),
        ("Đảng bộ bộ phận Khối 2", "dang_bo_bo_phan", "Đảng ủy bộ phận Khối 2"),
        ("Đảng bộ xã Lộc Vân", "xa", "Đảng ủy xã Lộc Vân"),
        ("Đảng ủy Công an tỉnh", "dang_bo_co_so", "Đảng ủy Công an tỉnh"),
        ("UBND xã Lộc Vân", "ubnd", ""),
        ("Hội Nông dân xã", "doan_the", ""),
        ("Ban Tổ chức Tỉnh ủy", "ban", ""),
        ("Thôn Đông", "khac", ""),
    ],
)
def test_a_unit_is_known_by_its_name(name: str, kind: str, leader: str) -> None:
    assert (unit_kind(name), committee(name)) == (kind, leader)


def test_a_unit_begins_with_its_secretary() -> None:
    unit = DonViNam.model_validate(
        new_unit("thon-dong", "Chi bộ thôn Đông", "Đảng ủy xã Lộc Vân", "Tạ Xuân Hải")
    )
    (first,) = unit.ca_nhan
    assert (first.ho_ten, first.chuc_vu.dang, first.dung_dau) == (
        "Tạ Xuân Hải",
        "Bí thư Chi bộ",
        True,
    )
    assert unit.ky is not None
    assert (unit.ky.quyen_han, unit.ky.ho_ten) == ("T/M Chi bộ", "Tạ Xuân Hải")
    assert unit.don_vi.cap_tren == "Đảng bộ xã Lộc Vân"
    assert unit.don_vi.cap_uy_cap_tren == "Đảng ủy xã Lộc Vân"


@pytest.mark.parametrize("name", ["Chi bộ Một", "Đảng bộ xã Hai", "Thôn Ba", "UBND xã"])
def test_a_unit_of_which_only_the_name_is_known_can_be_read(name: str) -> None:
    unit = DonViNam.model_validate(new_unit("a", name, "Văn phòng A"))
    assert (unit.don_vi.ten, unit.ca_nhan, unit.ky) == (name, (), None)
