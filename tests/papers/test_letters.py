"""What a letter prints: how its attachments are called, and whose thể thức it follows."""

from typing import Any

import pytest

from generator.model import Dot
from generator.model.letter import VanBan
from generator.papers.letters import printed_letter
from generator.wording.dates import BLANK
from tests.papers import unit_data

BRANCH = {"ten": "Chi bộ thôn Đông", "cap_tren": "Đảng bộ xã Tân Hòa", "ky_hieu": "CB"}


def campaign(**more: Any) -> Dot:
    return Dot.model_validate({**unit_data.DOT, "nam": "2026", **more})


def letter(**more: Any) -> VanBan:
    return VanBan.model_validate(
        {
            "loai": "cong-van", "trich_yeu": "Về việc gửi hồ sơ kiểm điểm", "ngay": "14/11/2026",
            "so": "7", "kinh_gui": ["Các chi bộ"], "noi_dung": "Đề nghị gửi hồ sơ.", **more,
        }
    )  # fmt: skip


def attached(*labels: str | None) -> list[dict[str, str]]:
    own = [{"nhan": label} if label else {} for label in labels]
    return [{"tieu_de": "Biểu mẫu", "noi_dung": "Xem biểu.", **each} for each in own]


def labels_of(document: VanBan, dot: Dot) -> list[str]:
    return [each["nhan"] for each in printed_letter(document, dot)["phu_luc"]]


@pytest.mark.parametrize(
    ("labels", "printed"),
    [
        ((), []),
        ((None,), ["Phụ lục"]),
        ((None, None), ["Phụ lục 1", "Phụ lục 2"]),
        ((None, None, None), ["Phụ lục 1", "Phụ lục 2", "Phụ lục 3"]),
        (("Biểu A",), ["Biểu A"]),
        (("Biểu A", None), ["Biểu A", "Phụ lục"]),
        ((None, "Biểu A"), ["Phụ lục", "Biểu A"]),
        ((None, "Biểu A", None), ["Phụ lục 1", "Biểu A", "Phụ lục 2"]),
    ],
)
def test_attachments_are_numbered_through_but_for_those_with_a_label_of_their_own(
    labels: tuple[str | None, ...], printed: list[str]
) -> None:
    assert labels_of(letter(phu_luc=attached(*labels)), campaign()) == printed


def test_the_attachments_of_a_state_body_have_roman_numbers() -> None:
    office = {"ten": "Ủy ban nhân dân xã Tân Hòa", "ky_hieu": "UBND", "khoi": "nha_nuoc"}
    document = letter(co_quan=office, phu_luc=attached(None, "Biểu A", None))
    assert labels_of(document, campaign()) == ["Phụ lục I", "Biểu A", "Phụ lục II"]


def test_an_attachment_says_what_it_goes_with_unless_it_says_so_itself() -> None:
    one, two = attached(None, None)
    document = letter(phu_luc=[one, two | {"kem_theo": "(Dùng cho các chi bộ)"}])
    made = printed_letter(document, campaign())["phu_luc"]
    assert [each["kem_theo"].replace("\u00a0", " ") for each in made] == [
        "(Kèm theo Công văn số 07-CV/ĐU, ngày 14/11/2026 của Ban Thường vụ Đảng ủy xã)",
        "(Dùng cho các chi bộ)",
    ]


@pytest.mark.parametrize(("body", "label"), [({}, "Bản kèm 1"), ({"co_quan": BRANCH}, "Phụ lục 1")])
def test_the_offices_own_values_do_not_bind_another_body(body: dict[str, Any], label: str) -> None:
    dot = campaign(the_thuc={"phu_luc": {"nhan": "Bản kèm"}})
    assert labels_of(letter(phu_luc=attached(None, None), **body), dot)[0] == label


@pytest.mark.parametrize(
    ("ngay", "printed"),
    [
        ("11/2026", "ngày_tháng 11 năm 2026"),
        ("2026-11", "ngày_tháng 11 năm 2026"),
        ("2027", "ngày_tháng_năm 2027"),
        (None, "ngày_tháng_năm 2026"),
    ],
)
def test_a_paper_for_digital_signing_has_month_and_year_and_blanks_for_day_and_number(
    ngay: str | None, printed: str
) -> None:
    document = letter(ngay=ngay, so=None, phu_luc=attached(None))
    made = printed_letter(document, campaign())
    assert made["dia_danh_ngay"].endswith(printed.replace("_", BLANK))
    assert not any(map(str.isdigit, made["so_ky_hieu"]))
    assert made["phu_luc"][0]["kem_theo"].count(BLANK) >= 1


def test_the_month_of_a_paper_decides_its_guidance() -> None:
    before = printed_letter(letter(ngay="4/2026"), campaign())
    after = printed_letter(letter(ngay="11/2026"), campaign())
    assert before["kinh_gui"] != after["kinh_gui"]
