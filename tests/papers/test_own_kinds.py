"""Kinds of paper that an office adds: made like those of the program, or reported."""

from pathlib import Path
from typing import Any

import pytest

from generator.model import Dot
from generator.model.kinds import LoaiGiayTo, LoaiVanBan
from generator.papers.form_checks import fits_forms
from generator.papers.heads import heads
from generator.papers.own_kinds import kind_problems, kinds_of, sound_papers
from generator.papers.unit_documents import unit_documents
from generator.papers.unit_year import UnitYear, year_of
from generator.regulations.in_force import pack_in_force
from tests.papers import unit_data
from tests.papers.test_rating_lists import unit

PAPER: dict[str, Any] = {
    "loai": "loai-giay-to", "ma": "cam-ket", "ten": "Cam kết tu dưỡng", "cho": "ca_nhan",
    "dieu_kien": "dang_vien", "mau": "cam-ket", "thanh_phan": {"muc": "1.9", "so_ban": 1},
    "hoan_tat": "ngay_va_nguoi_ky",
}  # fmt: skip
LETTER: dict[str, Any] = {
    "loai": "loai-van-ban", "ma": "thu-moi", "ten": "Thư mời", "bo_cuc": "ten-loai",
    "mau": "thu-moi", "ky_hieu": "TM",
}  # fmt: skip
NUMBERED: dict[str, Any] = {
    "loai": "loai-giay-to", "ma": "bao-cao-quy", "ten": "Báo cáo quý", "cho": "don_vi",
    "mau": "bao-cao-quy", "thanh_phan": {"muc": "9.5", "so_ban": 2}, "hoan_tat": "so_va_ngay",
    "van_ban": {"loai": "bao-cao", "trich_yeu": "Kết quả năm {nam} của {ten}",
                "ghi_o": "giay_to.bao-cao-quy"},
}  # fmt: skip


def campaign(*kinds: dict[str, Any]) -> Dot:
    typed = tuple(
        (LoaiVanBan if each["loai"] == "loai-van-ban" else LoaiGiayTo).model_validate(each)
        for each in kinds
    )
    return Dot.model_validate({**unit_data.DOT, "nam": "2026"}).with_kinds(typed)


def year_with(dot: Dot, **more: Any) -> UnitYear:
    from generator.model import DonViNam

    people = [unit_data.person("lanh_dao", 2026, name, "Đạt.") for name in ("An", "Bình")]
    people[1]["dang_vien"] = "không"
    data = DonViNam.model_validate(unit(ca_nhan=people) | more)
    return year_of(data, dot)


def test_a_paper_is_made_for_each_whom_its_condition_means() -> None:
    year = year_with(campaign(PAPER))
    made = [each for each in unit_documents(year) if each.ma == "cam-ket"]
    assert [each.ten for each in made] == ["Cam kết tu dưỡng - An"]
    assert made[0].build()["ho_ten"] == "An"
    assert made[0].shape.keys() == made[0].build().keys()
    assert year.che_do.thanh_phan["cam-ket"].muc == "1.9"


@pytest.mark.parametrize(
    ("cho", "key", "value"),
    [
        ("ca_nhan", "ho_ten", "An"),
        ("tap_the", "tap_the", "Chi ủy"),
        ("don_vi", "ten_don_vi", "Chi bộ thôn Đông"),
    ],
)
def test_what_a_paper_is_about_decides_what_its_template_may_print(
    cho: str, key: str, value: str
) -> None:
    kind = {**PAPER, "cho": cho, "hoan_tat": "khong", "dieu_kien": None}
    year = year_with(campaign(kind), tap_the=[{"ten": "Chi ủy"}])
    made = next(each for each in unit_documents(year) if each.ma == "cam-ket")
    printed = made.build()
    assert printed[key] == value
    assert printed.keys() == made.shape.keys()


def test_a_paper_with_a_number_has_its_head_in_the_data() -> None:
    dot = campaign(NUMBERED)
    year = year_with(dot, giay_to={"bao-cao-quy": {"so": "7", "ngay": "12/12/2026"}})
    assert fits_forms(year) == ()
    (head,) = (each for each in heads(year) if each.path[0] == "giay_to")
    assert (head.loai, head.trich_yeu) == (
        "bao-cao", "Kết quả năm 2026 của Chi bộ thôn Đông"
    )  # fmt: skip
    made = next(each for each in unit_documents(year) if each.ma == "bao-cao-quy")
    assert made.path == ("giay_to", "bao-cao-quy")
    assert "07-BC" in made.build()["so_ky_hieu"].replace("\u00a0", " ")


def test_a_number_of_a_paper_that_no_kind_knows_is_reported() -> None:
    year = year_with(campaign(NUMBERED), giay_to={"bao-cao-thang": {"so": "7"}})
    assert [(p.code, p.place.path) for p in fits_forms(year)] == [
        ("KD146", ("giay_to", "bao-cao-thang"))
    ]


def test_a_kind_of_letter_has_its_name_and_symbol_in_every_pack() -> None:
    dot = campaign(LETTER)
    pack, _ = pack_in_force(dot, dot.co_quan, None)
    assert pack.ten_loai["thu-moi"].gia_tri == "Thư mời"
    assert pack.ky_hieu_van_ban["thu-moi"].gia_tri == "TM"
    assert pack.ky_hieu_van_ban["thu-moi"].nguon.startswith("Đ:")


BROKEN = [
    ({**PAPER, "dieu_kien": "dang_vien và"}, "KD144", "dieu_kien"),
    ({**PAPER, "dieu_kien": "đảng_viên"}, "KD144", "dieu_kien"),
    ({**PAPER, "dieu_kien": "loai_don_vi = lang"}, "KD144", "dieu_kien"),
    ({**PAPER, "dieu_kien": "(" * 400 + "dang_vien"}, "KD144", "dieu_kien"),
    ({**PAPER, "mau": None}, "KD145", "mau"),
    ({**PAPER, "thanh_phan": None}, "KD145", "thanh_phan"),
    ({**PAPER, "bieu_mau": "có"}, "KD145", "bieu_mau"),
    ({**PAPER, "soan": "khong-co"}, "KD145", "soan"),
    ({**PAPER, "cho": "kiem_tra", "hoan_tat": "khong"}, "KD145", "cho"),
    ({**PAPER, "cho": "hoi_nghi"}, "KD145", "hoan_tat"),
    ({**PAPER, "ten_tep": "Cam kết {ho_ten}"}, "KD145", "ten_tep"),
    ({**NUMBERED, "van_ban": {"loai": "bao-cao-la", "trich_yeu": "X"}}, "KD145", "van_ban"),
    ({**NUMBERED, "cho": "ca_nhan"}, "KD145", "van_ban"),
    ({**NUMBERED, "hoan_tat": "khong"}, "KD145", "hoan_tat"),
    ({**LETTER, "mau": None}, "KD145", "mau"),
    ({**LETTER, "ky_hieu": None}, "KD145", "ky_hieu"),
    ({**LETTER, "bo_cuc": "sao"}, "KD145", "bo_cuc"),
    ({**LETTER, "day_so": "thu-la"}, "KD145", "day_so"),
]


@pytest.mark.parametrize(("kind", "code", "key"), BROKEN)
def test_a_kind_that_cannot_be_made_is_reported_and_makes_nothing(
    tmp_path: Path, kind: dict[str, Any], code: str, key: str
) -> None:
    dot = campaign({name: value for name, value in kind.items() if value is not None})
    found = kind_problems(dot, tmp_path)
    assert (code, key) in {(each.code, str(each.place.path[0])) for each in found}
    assert all(each.place.file.endswith(f"loai/{kind['ma']}.yaml") for each in found)
    assert sound_papers(dot) == ()
    list(unit_documents(year_with(dot)))


def test_the_kinds_of_a_campaign_are_those_of_the_program_and_its_own() -> None:
    codes = [each.ma for each in kinds_of(campaign(PAPER))]
    assert codes[-1] == "cam-ket"
    assert "bieu-6f" in codes
