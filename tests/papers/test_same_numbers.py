"""One number of a series stands on one paper."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from generator.building.render import render_path
from generator.model import CoQuan
from generator.model.campaign import NhiemKy
from generator.papers.same_numbers import Claim, clashes
from tests.papers.test_validation import a_campaign, letter

DANG_UY = CoQuan(ten="Đảng ủy xã Lộc Hà", cap_tren="Đảng bộ tỉnh Trường Giang")
UBND = CoQuan(ten="Ủy ban nhân dân xã Lộc Hà", khoi="nha_nuoc")


def claim(tep: str = "a.yaml", **given: Any) -> Claim:
    values: dict[str, Any] = {
        "tep": Path(tep), "path": ("so",), "loai": "cong-van", "co_quan": DANG_UY,
        "so": 12, "ngay": dt.date(2026, 11, 14), "viec": "văn bản", **given,
    }  # fmt: skip
    return Claim(**values)


def codes(*claims: Claim) -> list[str]:
    return [f"{each.tep} {found.code} {found.message}" for each, found in clashes(claims)]


def test_every_paper_of_one_number_is_told_with_another_that_has_it() -> None:
    assert codes(claim(), claim("b.yaml"), claim("c.yaml")) == [
        "a.yaml KD151 số 12 của Đảng ủy xã Lộc Hà đã ghi ở b.yaml",
        "b.yaml KD151 số 12 của Đảng ủy xã Lộc Hà đã ghi ở a.yaml",
        "c.yaml KD151 số 12 của Đảng ủy xã Lộc Hà đã ghi ở a.yaml",
    ]


NEXT_YEAR = dt.date(2027, 1, 5)


@pytest.mark.parametrize(
    ("other", "clash"),
    [
        ({"so": 13}, False),
        ({"loai": "quyet-dinh"}, False),
        ({"co_quan": CoQuan(ten="Đảng ủy xã Lộc Vân", cap_tren=DANG_UY.cap_tren)}, False),
        ({"co_quan": CoQuan(ten="Đảng uỷ xã Lộc Hà", cap_tren=DANG_UY.cap_tren)}, True),
        ({"ngay": None}, True),
        ({"ngay": NEXT_YEAR}, True),
    ],
)
def test_a_series_is_a_body_and_a_type(other: dict[str, Any], clash: bool) -> None:
    assert bool(codes(claim(), claim("b.yaml", **other))) is clash


@pytest.mark.parametrize(("closed", "clash"), [("2026-12-01", False), ("2025-08-15", True)])
def test_numbers_of_a_committee_begin_again_with_its_term(closed: str, clash: bool) -> None:
    term = NhiemKy(ten="2025-2030", be_mac_dai_hoi=dt.date.fromisoformat(closed))
    body = DANG_UY.model_copy(update={"nhiem_ky": (term,)})
    found = codes(claim(co_quan=body), claim("b.yaml", co_quan=body, ngay=NEXT_YEAR))
    assert bool(found) is clash


def test_numbers_of_a_state_body_begin_again_with_the_year() -> None:
    assert codes(claim(co_quan=UBND), claim("b.yaml", co_quan=UBND, ngay=NEXT_YEAR)) == []
    assert len(codes(claim(co_quan=UBND), claim("b.yaml", co_quan=UBND))) == 2


def test_one_letter_to_two_units_is_only_a_warning() -> None:
    here = claim("mot.yaml", path=("goi_y", 0, "so"), viec="goi_y")
    there = claim("hai.yaml", path=("goi_y", 0, "so"), viec="goi_y")
    assert [each.split()[1] for each in codes(here, there)] == ["KD152", "KD152"]
    later = there._replace(ngay=dt.date(2026, 11, 20))
    assert [each.split()[1] for each in codes(here, later)] == ["KD151", "KD151"]


def test_two_papers_of_one_unit_name_each_other_by_key() -> None:
    here = claim("mot.yaml", path=("goi_y", 0, "so"), viec="goi_y")
    there = claim("mot.yaml", path=("giai_trinh", "so"), viec="giai_trinh")
    assert codes(here, there) == [
        "mot.yaml KD151 số 12 của Đảng ủy xã Lộc Hà đã ghi ở giai_trinh",
        "mot.yaml KD151 số 12 của Đảng ủy xã Lộc Hà đã ghi ở goi_y.0",
    ]


def test_a_letter_is_rendered_alone_although_another_bears_its_number(tmp_path: Path) -> None:
    folder = a_campaign(tmp_path / "dot", mot=letter(more="so: 7\n"), hai=letter(more="so: 7\n"))
    written, problems = render_path(folder / "mot.yaml", tmp_path / "ra", None)
    assert [path.name for path in written] == ["mot.docx"]
    assert [each.code for each in problems] == []
    written, problems = render_path(folder, tmp_path / "ca-dot", None)
    assert len(written) == 2
    assert [each.code for each in problems] == ["KD151", "KD151"]
