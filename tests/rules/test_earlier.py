"""R17: every weakness of the last review stands in part III."""

from typing import Any

import pytest

from generator.rules.earlier import is_taken_up
from tests.rules.build import (
    AN,
    BINH,
    CHI_UY,
    HTT,
    check,
    collective,
    findings,
    meeting,
    person,
    regime,
    unit,
)

FEW = "Sinh hoạt chuyên đề còn ít"
LATE = "Báo cáo chậm so với quy định"
MISSING = "KD446 lỗi tap_the.0.khac_phuc"


def items(*weaknesses: str) -> list[dict[str, str]]:
    return [{"han_che": each, "tinh_trang": "da_khac_phuc"} for each in weaknesses]


def year(earlier: Any, *written: str, **given: Any) -> Any:
    return unit(
        han_che_ky_truoc=earlier,
        tap_the=[collective(khac_phuc=items(*written))],
        ca_nhan=[person(BINH), person(AN)],
        **{"hoi_nghi": [meeting()], **given},
    )


@pytest.mark.parametrize("ma", ["2019", "2023", "2025"])
@pytest.mark.parametrize(
    ("earlier", "written", "expected"),
    [
        ([FEW], [FEW], []),
        ([FEW, LATE], [LATE, FEW], []),
        ([FEW], [FEW.upper() + "."], []),
        ([FEW + ";"], [f"{FEW} (họp 2/4 kỳ)"], []),
        ([f"{FEW}, chưa sâu"], [FEW], []),
        ([FEW, LATE], [FEW], [MISSING]),
        ([FEW, LATE], [], [MISSING, MISSING]),
        ([FEW], ["Sinh hoạt còn ít"], [MISSING]),
        ([FEW], ["…"], [MISSING]),
        ([], [], []),
    ],
)
def test_each_weakness_is_taken_up(
    ma: str, earlier: list[str], written: list[str], expected: list[str]
) -> None:
    assert check("R17", year({CHI_UY: earlier}, *written), regime(ma)) == expected


@pytest.mark.parametrize(
    ("ten", "expected"),
    [
        (AN, ["KD446 lỗi ca_nhan.1.khac_phuc"]),
        (f"Đồng chí {AN}", ["KD446 lỗi ca_nhan.1.khac_phuc"]),
        ("Nguyễn Văn Ân", ["KD447 lỗi han_che_ky_truoc.Nguyễn Văn Ân"]),
    ],
)
def test_the_name_is_one_of_the_unit(ten: str, expected: list[str]) -> None:
    assert check("R17", year({ten: [FEW]})) == expected


@pytest.mark.parametrize(
    ("written", "given", "found"),
    [
        ((), {"hoi_nghi": []}, 0),
        ((FEW,), {"hoi_nghi": []}, 1),
        ((), {"hoi_nghi": [], "goi_y": []}, 0),
        ((), {}, 2),
    ],
)
def test_part_three_is_asked_for_once_the_review_has_begun(
    written: tuple[str, ...], given: dict[str, Any], found: int
) -> None:
    assert check("R17", year({CHI_UY: [FEW, LATE]}, *written, **given)) == [MISSING] * found


def test_a_level_begins_the_review_too() -> None:
    nam = unit(
        han_che_ky_truoc={AN: [FEW]}, ca_nhan=[person(AN), person(BINH, xep_loai={"tu_nhan": HTT})]
    )
    assert check("R17", nam) == ["KD446 lỗi ca_nhan.0.khac_phuc"]


def test_the_messages_name_the_weakness_and_the_nearest_name() -> None:
    found = findings("R17", year({CHI_UY: [FEW]}))[0].message
    assert found == (
        f"{CHI_UY}: hạn chế kỳ trước «{FEW}» chưa có trong mục khắc phục (điều khoản R17)"
    )
    assert findings("R17", year({"Nguyễn Văn Ân": [FEW]}))[0].mend == f"ghi «{AN}»"
    assert findings("R17", year({"zzz": [FEW]}))[0].mend == "ghi tên đúng như trong tệp của đơn vị"


@pytest.mark.parametrize(
    ("weakness", "written", "expected"),
    [("Hoà giải chậm", ["hòa  giải chậm!"], True), ("Chậm", [""], False), ("Chậm", [], False)],
)
def test_words_count_and_marks_do_not(weakness: str, written: list[str], expected: bool) -> None:
    assert is_taken_up(weakness, written) is expected
