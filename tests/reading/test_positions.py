"""A problem that knows its path in the data finds its line and column."""

from pathlib import Path

import pytest

from generator.problems import DataPath, Place, problem
from generator.reading import positions as module
from generator.reading.positions import locate, located
from tests.reading.sound import LETTER

TEXT = """\
loai: cong-van
so:   608
ky:
  ho_ten: Nguyễn Văn Mẫu
noi_nhan:
  - Như trên
  -   Lưu
thoi_han:
  - viec: Gửi
    ngay:
noi_dung: |

    Mở đầu.
  # không phải dòng của nội dung
"""
BLOCK = "a: 1\nnoi_dung: |\n\n    Mở đầu.\n\n      Thụt vào.\n"


def spot(path: DataPath, text: str = TEXT, code: str = "KD109") -> tuple[int, int]:
    found = locate(problem(code, Place(path=path), **WORDS), "cong-van.yaml", text)
    assert found.place.file == "cong-van.yaml"
    return found.place.line, found.place.column


WORDS = {"nhap": "", "khoa": "", "goi_y": "", "nghia": "", "cac_gia_tri": ""}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("so",), (2, 7)),
        (("ky", "ho_ten"), (4, 11)),
        (("noi_nhan", 1), (7, 7)),
        (("thoi_han", 0, "viec"), (9, 11)),
        (("noi_nhan",), (6, 3)),
        (("ky",), (4, 3)),
    ],
)
def test_a_wrong_value_is_reported_at_the_value(path: DataPath, expected: tuple[int, int]) -> None:
    assert spot(path) == expected


@pytest.mark.parametrize("code", ["KD101", "KD103", "KD031"])
def test_a_wrong_or_empty_key_is_reported_at_the_key(code: str) -> None:
    assert spot(("thoi_han", 0, "ngay"), code=code) == (10, 5)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("trich_yeu",), (1, 1)),
        (("ky", "chuc_vu"), (3, 1)),
        (("thoi_han", 0, "nguon"), (9, 5)),
        (("the_thuc", "dau_cau", "cuoi"), (1, 1)),
        ((), (1, 1)),
    ],
)
def test_a_missing_key_is_reported_where_it_is_missing(
    path: DataPath, expected: tuple[int, int]
) -> None:
    assert spot(path, code="KD102") == expected


@pytest.mark.parametrize(
    ("line", "character", "expected"),
    [(0, 0, (4, 5)), (0, 3, (4, 8)), (2, 0, (6, 7)), (9, 0, (7, 1))],
)
def test_a_place_inside_a_block_is_a_line_of_the_file(
    line: int, character: int, expected: tuple[int, int]
) -> None:
    assert spot(("noi_dung", line, character), BLOCK) == expected


@pytest.mark.parametrize(
    "text", ["noi_dung: Mở đầu.\n", 'noi_dung: "Mở đầu.\\nHai."\n', "noi_dung: >\n  Mở\n"]
)
def test_a_place_inside_other_texts_is_the_text(text: str) -> None:
    assert spot(("noi_dung", 1, 2), text) == (1, 11)


def test_problems_of_a_word_file_or_another_file_stay_where_they_are() -> None:
    for place in (Place(file="mau.docx", part="thân văn bản"), Place(part="đầu trang")):
        one = problem("KD001", place, goi_y="")
        assert located([one], Path("khong-co.yaml")) == [one]


def test_a_problem_of_the_yaml_itself_only_gets_its_file() -> None:
    one = problem("KD011", Place(line=3, column=1))
    assert locate(one, "a.yaml", "").place == Place(file="a.yaml", line=3, column=1)


def test_problems_are_located_in_a_file_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "cong-van.yaml"
    path.write_text(LETTER, "utf-8")
    (found,) = located([problem("KD124", Place(path=("so",)), so=608)], path)
    assert found.place == Place(file=path.as_posix(), line=7, column=5, path=("so",))


def test_a_file_that_is_gone_leaves_the_problem_at_its_start(tmp_path: Path) -> None:
    (found,) = located([problem("KD124", Place(path=("so",)), so=1)], tmp_path / "cong-van.yaml")
    assert (found.place.line, found.place.column) == (1, 1)


def test_without_problems_no_positions_are_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_: str) -> None:
        raise AssertionError("positions were looked up")

    monkeypatch.setattr(module, "positions", never)
    path = tmp_path / "cong-van.yaml"
    path.write_text(LETTER, "utf-8")
    from generator.reading.load import read_file

    assert read_file(path).problems == ()
    assert located([], path) == []
