"""What keeps a table of a letter from being made is told where the clerk typed it."""

import pytest

from generator.model import VanBan
from generator.reading.positions import with_places
from generator.reading.table_checks import check_tables
from generator.reading.yaml_text import parse

HEAD = "loai: bao-cao\ntrich_yeu: kết quả\n"


def told(text: str) -> list[tuple[str, int, int]]:
    tree = parse(HEAD + text)
    assert isinstance(tree, dict), tree
    found = check_tables(VanBan.model_validate(tree))
    placed = with_places(list(found), "a.yaml", HEAD + text)
    return [(each.code, each.place.line, each.place.column) for each in placed]


BODY = "noi_dung: |\n  Như sau:\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{BODY}  | a | b |\n  | 1 | 2 |\n", [("KD173", 5, 3)]),
        (f"{BODY}  | a | b |\n  |--|--|\n  | 1 | 2 | 3 |\n", [("KD174", 7, 3)]),
        (f"{BODY}  [bảng 1]\n", [("KD175", 5, 3)]),
        (f"{BODY}  [bảng 2]\nbang:\n  - cot: [a]\n    hang: [[1]]\n", [("KD175", 5, 3)]),
        (f"{BODY}bang:\n  - cot: [a, b]\n    hang:\n      - [1, 2]\n      - [1, 2, 3]\n", [("KD174", 9, 9)]),
        (f"{BODY}bang:\n  - ten: Danh sách\n", [("KD177", 6, 5)]),
        (f"{BODY}  Xem [bảng 1] nhé.\nbang:\n  - cot: [a]\n    hang: [[1]]\n", [("KD182", 5, 3)]),
        (f"{BODY}  [bảng 1]\n  [bảng 1]\nbang:\n  - cot: [a]\n    hang: [[1]]\n", [("KD182", 6, 3)]),
        (f"{BODY}bang:\n  - hang: [[1, 2]]\n", [("KD177", 6, 11)]),
        (f"{BODY}bang:\n  - cot: [a]\n    tep: a.csv\n    hang: [[1]]\n", [("KD177", 6, 5)]),
        (f"{BODY}phu_luc:\n  - tieu_de: Biểu\n", [("KD178", 6, 14)]),
        (f"{BODY}phu_luc:\n  - tieu_de: Biểu\n    noi_dung: |\n      | a | b |\n", [("KD173", 8, 7)]),
        (f"{BODY}phu_luc:\n  - tieu_de: Biểu\n    noi_dung: '[bảng 1]'\n", [("KD175", 7, 15)]),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_made_is_told_on_its_line(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}  | a | b |\n  |--|--|\n  | Khối xã |\n  | 1 | 2 |\n",
        f"{BODY}  [bảng 1]\nbang:\n  - cot: [a, b]\n    hang: [Khối xã, [1, 2]]\n",
        f"{BODY}bang:\n  - tep: a.csv\n",
        f"{BODY}phu_luc:\n  - tieu_de: Biểu\n    bang: [{{tep: a.csv}}]\n",
    ],
)
def test_a_sound_table_is_left_alone(text: str) -> None:
    assert told(text) == []
