"""Which names of a chi bộ may be of one, however they are spelled."""

import pytest

from generator.received.same_cell import may_be_one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chi bộ Cơ quan", "Cơ quan"),
        ("Chi bộ Cơ quan Đảng ủy", "CQ Đảng ủy"),
        ("Chi bộ Cơ quan Đảng ủy", "CQ Đảng uỷ phường Hồng Sơn"),
        ("Chi bộ Cơ quan", "Chi bộ CQ xã"),
        ("Chi bộ Quân sự", "CB QS xã Lộc Hà"),
        ("Chi bộ xã Lộc Hà", "Chi bộ xã Lộc Hà"),
        ("Chi bộ Văn phòng Đảng ủy", "VP Đảng uỷ"),
        ("Chi bộ Văn phòng Đảng ủy", "VPĐU"),
        ("Chi bộ Tổ dân phố 5", "CB TDP số 05"),
        ("Chi bộ TDP 5", "5"),
        ("Chi bộ thôn Nam Sơn", "Nam Sơn"),
        ("Chi bộ thôn Nam Sơn", "NAM SƠN"),
        ("Chi bộ Trường THCS Kỳ Sơn", "Trường Trung học cơ sở Kỳ Sơn"),
        ("Chi bộ Trường THCS Kỳ Sơn", "Chi bộ THCS Kì Sơn"),
        ("Chi bộ Thôn 3", "Chi bộ III"),
        ("Chi bộ Quân sự", "Chi bộ Ban Chỉ huy quân sự phường"),
        ("Chi bộ Ủy ban nhân dân", "UBND"),
        ("Chi bộ UBND xã", "Chi bộ Ủy ban nhân dân xã Thạch Hạ"),
        ("Chi bộ Hòa Bình", "Chi bộ Hoà Bình"),
        ("Chi bộ Y tế", "Trạm Y tế"),
        ("Chi bộ Thôn 3", "Chi bộ Đông Hà"),
    ],
)
def test_what_may_be_one(one: str, other: str) -> None:
    assert may_be_one(one, other)
    assert may_be_one(other, one)
    assert may_be_one(one, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chi bộ Tổ dân phố 5", "Chi bộ Tổ dân phố 6"),
        ("Chi bộ 5", "Chi bộ TDP 15"),
        ("Chi bộ thôn Nam Sơn", "Chi bộ thôn Bắc Sơn"),
        ("Chi bộ Quân sự", "Chi bộ Công an"),
        ("Chi bộ Quân sự phường Hồng Sơn Tây", "Chi bộ Công an phường Hồng Sơn Tây"),
        ("Chi bộ Trường Mầm non", "Chi bộ Trường Tiểu học"),
        ("Chi bộ thôn Kỳ Sơn", "Chi bộ thôn Tân Lập"),
        ("Chi bộ Cơ quan", "Chi bộ Công an"),
    ],
)
def test_what_is_another(one: str, other: str) -> None:
    assert not may_be_one(one, other)
    assert not may_be_one(other, one)
