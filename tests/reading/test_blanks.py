"""Two blanks side by side are told where they stand; blanks left for handwriting are not."""

import pytest

from generator.problems import Problem
from generator.reading.blanks import double_blanks
from generator.reading.positions import with_places
from generator.reading.yaml_text import parse


def told(text: str) -> list[str]:
    tree = parse(text)
    assert not isinstance(tree, Problem)
    found = with_places(list(double_blanks(tree)), "a.yaml", text)
    return [f"{each.code} {each.place.line}:{each.place.column} {each.message}" for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ho_ten: Tạ Xuân Hải\n", []),
        ("ho_ten: Tạ  Xuân Hải\n", ["KD150 1:9 có dấu cách gõ hai lần: «Tạ⎵⎵Xuân Hải»"]),
        ("ho_ten: Tạ \u00a0Xuân Hải\n", ["KD150 1:9 có dấu cách gõ hai lần: «Tạ⎵⎵Xuân Hải»"]),
        ("a:\n  - b: x  y\n  - c: x y\n", ["KD150 2:8 có dấu cách gõ hai lần: «x⎵⎵y»"]),
        ("a: |\n  Một.\n  Hai  ba.\n", ["KD150 3:6 có dấu cách gõ hai lần: «Hai⎵⎵ba.»"]),
        ("a: |\n  Một.\n\n    thụt vào\n", []),
        ("a: Số      -CV/ĐU\n", []),
        ("a: ngày     tháng     năm 2026\n", []),
        ("a:  b\n", []),
        ("a: |\n  | Chi bộ | Kết quả  | Mức |\n  | Thôn Hạ |  |  Tốt |\n", []),
    ],
)
def test_double_blanks(text: str, expected: list[str]) -> None:
    assert told(text) == expected
