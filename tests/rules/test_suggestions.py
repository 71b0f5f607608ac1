"""R11: every point of a gợi ý is answered, and only those."""

from typing import Any

import pytest

from tests.rules.build import (
    AN,
    BINH,
    CHI_UY,
    HTT,
    UBND,
    check,
    collective,
    findings,
    meeting,
    person,
    regime,
    unit,
)


def target(ten: str, *codes: str) -> dict[str, Any]:
    return {"ten": ten, "diem": [{"ma": code, "noi_dung": "Giải ngân chậm"} for code in codes]}


def answers(*codes: str) -> list[dict[str, str]]:
    return [{"diem": code, "noi_dung": "Do vướng mặt bằng"} for code in codes]


def asked(points: tuple[str, ...], answered: tuple[str, ...], **given: Any) -> Any:
    return unit(
        goi_y=[{"tap_the": [target(CHI_UY, *points)]}] if points else [],
        tap_the=[collective(giai_trinh=answers(*answered))],
        giai_trinh={},
        **{"hoi_nghi": [meeting()], **given},
    )


MISSING = "KD428 lỗi tap_the.0.giai_trinh"


@pytest.mark.parametrize(
    ("points", "answered", "expected"),
    [
        ((), (), []),
        (("I.1", "I.2"), ("I.1", "I.2"), []),
        (("I.1", "I.2"), ("I.2", "I.1"), []),
        (("II.1.a",), ("ii. 1. A",), []),
        (("I.1.",), ("I.1",), []),
        (("I.1)",), ("I.1",), []),
        (("I.1", "I.2"), ("I.1",), [MISSING]),
        (("I.1", "I.2"), (), [MISSING]),
        ((), ("I.1",), ["KD429 lỗi tap_the.0.giai_trinh.0.diem"]),
        (("I.1",), ("I.1", "I.3"), ["KD429 lỗi tap_the.0.giai_trinh.1.diem"]),
        (("I.1",), ("I.3",), [MISSING, "KD429 lỗi tap_the.0.giai_trinh.0.diem"]),
    ],
)
def test_each_point_has_its_answer(
    points: tuple[str, ...], answered: tuple[str, ...], expected: list[str]
) -> None:
    assert check("R11", asked(points, answered)) == expected


def test_the_messages_list_the_points() -> None:
    found = findings("R11", asked(("I.1", "I.2", "I.3"), ("I.2", "I.9")))
    assert (
        found[0].message == f"{CHI_UY}: chưa giải trình điểm được gợi ý I.1, I.3 (điều khoản R11)"
    )
    assert found[1].message == (
        f"{CHI_UY}: giải trình điểm I.9, nhưng điểm được gợi ý là: I.1, I.2, I.3 (điều khoản R11)"
    )
    alone = findings("R11", asked((), ("I.9",)))[0].message
    assert "điểm được gợi ý là: không có điểm nào (" in alone


@pytest.mark.parametrize(
    ("given", "answered", "found"),
    [
        ({"hoi_nghi": []}, (), 0),
        ({"hoi_nghi": []}, ("I.1",), 1),
        ({"hoi_nghi": [], "ca_nhan": [person(xep_loai={"tu_nhan": HTT})]}, (), 1),
        ({}, (), 1),
    ],
)
def test_answers_are_due_once_the_review_has_begun(
    given: dict[str, Any], answered: tuple[str, ...], found: int
) -> None:
    assert check("R11", asked(("I.1", "I.2"), answered, **given)) == [MISSING] * found


@pytest.mark.parametrize(
    ("ten", "expected"),
    [
        (AN, []),
        (f"đồng chí {AN}", []),
        (f"Đồng chí {AN.upper()}", []),
        ("Nguyễn Văn Ân", ["KD430 lỗi goi_y.1.ca_nhan.0.ten"]),
        (CHI_UY, ["KD430 lỗi goi_y.1.ca_nhan.0.ten"]),
    ],
)
def test_who_is_asked_is_of_the_unit(ten: str, expected: list[str]) -> None:
    nam = unit(
        goi_y=[{}, {"ca_nhan": [target(ten, "II.1")]}],
        ca_nhan=[person(BINH), person(AN)],
        tap_the=[collective()],
    )
    assert check("R11", nam) == expected


def test_the_nearest_name_is_offered() -> None:
    nam = unit(
        goi_y=[{"ca_nhan": [target("Nguyễn Văn Ân", "1")]}], ca_nhan=[person(BINH), person()]
    )
    other = "nếu là người, tập thể của đơn vị khác thì chuyển gợi ý sang tệp của đơn vị đó"
    assert findings("R11", nam)[0].mend == f"nếu ý đồng chí là «{AN}» thì ghi như vậy; {other}"
    nobody = unit(goi_y=[{"tap_the": [target("Phòng Tài chính", "1")]}], ca_nhan=[person()])
    assert findings("R11", nobody)[0].mend == f"ghi tên đúng như trong tệp của đơn vị; {other}"
    assert check("R11", nobody) == ["KD430 lỗi goi_y.0.tap_the.0.ten"]


def test_points_of_several_letters_are_taken_together_and_each_answers_its_own() -> None:
    nam = unit(
        goi_y=[
            {"tap_the": [target(CHI_UY, "I.1"), target(UBND, "I.2")]},
            {"tap_the": [target(CHI_UY, "II.1")], "ca_nhan": [target(AN, "III.1")]},
        ],
        tap_the=[collective(giai_trinh=answers("I.1", "II.1")), collective(UBND)],
        ca_nhan=[person(giai_trinh=answers("I.2"))],
        giai_trinh={},
        hoi_nghi=[meeting()],
    )
    assert check("R11", nam) == [
        "KD428 lỗi tap_the.1.giai_trinh",
        "KD428 lỗi ca_nhan.0.giai_trinh",
        "KD429 lỗi ca_nhan.0.giai_trinh.0.diem",
    ]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"goi_y": [{}], "hoi_nghi": [meeting()]}, ["KD431 cảnh báo goi_y"]),
        ({"goi_y": [{}]}, []),
        ({"hoi_nghi": [meeting()]}, []),
        ({"goi_y": [{}], "hoi_nghi": [meeting()], "giai_trinh": {"so": "12"}}, []),
    ],
)
def test_a_separate_report_is_only_advised(parts: dict[str, Any], expected: list[str]) -> None:
    assert check("R11", unit(**parts)) == expected


@pytest.mark.parametrize("ma", ["2019", "2023"])
def test_it_holds_in_every_regime(ma: str) -> None:
    assert check("R11", asked(("I.1",), ()), regime(ma)) == [MISSING]
