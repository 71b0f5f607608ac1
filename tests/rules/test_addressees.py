"""A deadline applies to those it names, and to nobody else."""

import pytest

from generator.model.unit import DonVi
from generator.rules.addressees import binds, is_understood
from generator.rules.deadlines import deadline_for
from tests.rules.build import campaign

OWN = "Đảng ủy xã Lộc Vân"
NAMES = {
    "chi_bo": "Chi bộ thôn Đông",
    "chi_bo_co_so": "Chi bộ Trường Tiểu học Lộc Vân",
    "dang_bo_bo_phan": "Đảng bộ bộ phận Khối Nông nghiệp",
    "dang_bo_co_so": "Đảng bộ Công ty Lộc Vân",
    "xa": "Đảng bộ xã Lộc Vân",
    "ubnd": "Ủy ban nhân dân xã Lộc Vân",
    "mat_tran": "Ủy ban Mặt trận Tổ quốc xã Lộc Vân",
    "ban": "Ban Xây dựng Đảng",
}
BASIC = {"chi_bo", "chi_bo_co_so", "dang_bo_bo_phan", "dang_bo_co_so"}
CHI_BO = {"chi_bo", "chi_bo_co_so"}


def unit(loai: str) -> DonVi:
    own = OWN if loai == "xa" else None
    return DonVi(ma=loai, ten=NAMES[loai], loai=loai, cap_tren="Đảng bộ", cap_uy=own)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, set(NAMES)),
        ("Các chi bộ trực thuộc", CHI_BO),
        ("Chi bộ trực thuộc", CHI_BO),
        ("CÁC CHI BỘ", CHI_BO),
        ("Các chi bộ trực thuộc Đảng ủy xã Lộc Vân", CHI_BO),
        ("Các chi bộ thôn", {"chi_bo"}),
        ("Chi bộ các trường học", {"chi_bo_co_so"}),
        ("Chi bộ cơ sở", {"chi_bo_co_so"}),
        ("Chi bộ thôn Đông", {"chi_bo"}),
        ("chi_bo", {"chi_bo"}),
        ("Chi bộ thôn Tây", set()),
        ("Các chi bộ, trừ Chi bộ thôn Đông", {"chi_bo_co_so"}),
        ("Cấp cơ sở", BASIC),
        ("Các tổ chức cơ sở đảng", BASIC),
        ("Đảng ủy bộ phận", {"dang_bo_bo_phan"}),
        ("Các đảng bộ, chi bộ cơ sở", {"dang_bo_bo_phan", "dang_bo_co_so", "xa", "chi_bo_co_so"}),
        ("Các đảng bộ trực thuộc", {"dang_bo_bo_phan", "dang_bo_co_so"}),
        ("Đảng bộ xã Lộc Vân", {"xa"}),
        ("Đảng ủy xã Lộc Vân", {"xa"}),
        ("Cấp xã", {"xa"}),
        ("Các tổ chức đảng trực thuộc", set(NAMES) - {"xa"}),
        ("Tất cả", set(NAMES)),
        ("Các đơn vị", set(NAMES)),
        ("Ủy ban nhân dân, Mặt trận Tổ quốc", {"ubnd", "mat_tran"}),
        ("Các cơ quan, đơn vị thuộc xã", set(NAMES) - {"xa"}),
        ("Cấp tỉnh", set()),
        ("Những nơi có điều kiện", set()),
    ],
)
def test_whom_a_deadline_means(text: str | None, expected: set[str]) -> None:
    assert {loai for loai in NAMES if binds(text, unit(loai), OWN)} == expected


def test_the_committee_has_no_deadline_when_only_its_branches_have_one() -> None:
    dossier = {"viec": "Gửi hồ sơ kiểm điểm", "ngay": "10/12/2026"}
    dot = campaign(thoi_han=[{**dossier, "ap_dung": "Các chi bộ trực thuộc"}])
    assert deadline_for(dot, unit("xa"), "ho_so") is None
    assert deadline_for(dot, unit("chi_bo"), "ho_so") == dot.thoi_han[0]


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("Các chi bộ trực thuộc", True),
        ("Cấp tỉnh", True),
        ("Trạm Y tế", True),
        ("tram", True),
        ("Trạm Thú y", False),
        ("Những nơi có điều kiện", False),
    ],
)
def test_an_addressee_that_means_nobody_known_is_not_understood(
    text: str, understood: bool
) -> None:
    assert is_understood(text, {"tram": "Trạm Y tế"}) is understood
