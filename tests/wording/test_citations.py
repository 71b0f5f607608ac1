"""How a căn cứ cites a document of a regime."""

import pytest

from generator.regulations.packs import load_pack
from generator.regulations.regimes import load_regime
from generator.wording.citations import citations, cited


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("2019", "Quy định số 132-QĐ/TW, ngày 08/3/2018 của Bộ Chính trị"),
        ("2023", "Quy định số 124-QĐ/TW, ngày 04/10/2023 của Bộ Chính trị"),
        ("2025", "Quy định số 366-QĐ/TW, ngày 30/8/2025 của Ban Chấp hành Trung ương"),
    ],
)
def test_the_regulation_is_cited_as_in_a_can_cu(code: str, expected: str) -> None:
    assert cited(load_regime(code).van_ban[0]) == expected


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (
            "Quy định số 366-QĐ/TW, ngày 30/8/2025",
            "- Căn cứ Quy định số 366-QĐ/TW, ngày 30/8/2025.",
        ),
        ("Căn cứ Điều lệ Đảng", "- Căn cứ Điều lệ Đảng."),
        ("- căn cứ Điều lệ Đảng;", "- căn cứ Điều lệ Đảng."),
        ("Theo đề nghị của Ban Tổ chức", "- Theo đề nghị của Ban Tổ chức."),
        ("Xét Tờ trình số 5", "- Xét Tờ trình số 5."),
    ],
)
def test_a_basis_is_introduced_by_its_word(typed: str, printed: str) -> None:
    assert citations(load_pack("hd05"), [typed]) == (printed,)
