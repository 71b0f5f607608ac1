"""What is typed on a command line means the place that is there."""

import pytest

from generator.editing.asked import edit_asked
from generator.editing.edited import edited
from generator.editing.edits import Edit, Insert, Remove, Set
from generator.problems import Problem

FILE = """\
ten: Đảng bộ
noi_nhan: [Như trên, Lưu]
diem:
  I.1: 20
  "1": một
ca_nhan:
  - ho_ten: An
    goi: {II.1.a: x, II: {b: y}}
"""


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("ten", ("ten",)),
        ("ca_nhan.0.ho_ten", ("ca_nhan", 0, "ho_ten")),
        ("ca_nhan[0].ho_ten", ("ca_nhan", 0, "ho_ten")),
        ("ca_nhan.000.ho_ten", ("ca_nhan", 0, "ho_ten")),
        ("moi.hai", ("moi", "hai")),
        ("diem.I.1", ("diem", "I.1")),
        ("diem[I.1]", ("diem", "I.1")),
        ("diem[I.2]", ("diem", "I.2")),
        ("diem.1", ("diem", "1")),
        ("ca_nhan.0.goi.II.1.a", ("ca_nhan", 0, "goi", "II.1.a")),
        ("ca_nhan.0.goi.II.b", ("ca_nhan", 0, "goi", "II", "b")),
        ("ca_nhan.1.ho_ten", ("ca_nhan", 1, "ho_ten")),
        ("noi_nhan.3", ("noi_nhan", 3)),
        ("noi_nhan.-1", ("noi_nhan", "-1")),
        ("noi_nhan.²", ("noi_nhan", "²")),
        ("noi_nhan.٠", ("noi_nhan", "٠")),
        (f"noi_nhan.{'9' * 5000}", ("noi_nhan", "9" * 5000)),
    ],
)
def test_a_place_is_read_by_what_the_file_holds(typed: str, path: tuple[str | int, ...]) -> None:
    assert edit_asked(FILE.encode(), typed, "x") == Set(path, "x")
    assert edit_asked(FILE.encode(), typed, None) == Remove(path)


@pytest.mark.parametrize("typed", ["", ".", "[]", "..["])
def test_no_place_is_no_edit(typed: str) -> None:
    assert edit_asked(FILE.encode(), typed, "x") is None
    assert edit_asked(FILE.encode(), typed, None) is None


@pytest.mark.parametrize(
    ("typed", "edit"),
    [
        ("noi_nhan.2", Insert(("noi_nhan",), 2, "x")),
        ("can_cu.0", Insert(("can_cu",), 0, "x")),
        ("can_cu.1", Set(("can_cu", 1), "x")),
        ("ten.0", Set(("ten", 0), "x")),
    ],
)
def test_the_index_behind_the_last_adds_an_item(typed: str, edit: Edit) -> None:
    assert edit_asked(FILE.encode(), typed, "x") == edit


@pytest.mark.parametrize("value", ["a\r\nb", "a\rb", "a\nb"])
def test_lines_of_a_value_end_as_the_file_is_read(value: str) -> None:
    assert edit_asked(b"", "a", value) == Set(("a",), "a\nb")


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"a: [", b"- a\n", b"\xef\xbb\xbfa: {b.c: 1}\n"]
)
def test_a_file_of_any_bytes_is_no_hindrance(data: bytes) -> None:
    assert edit_asked(data, "a.b.c", "x") is not None


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("ca_nhan.1.ho_ten", "ca_nhan có 1 mục, đếm từ 0"),
        ("ca_nhan.An.ho_ten", "ca_nhan có 1 mục, đếm từ 0"),
        ("ten.a", "ten là chữ, không có mục con"),
    ],
)
def test_what_stands_there_instead_is_told(typed: str, told: str) -> None:
    edit = edit_asked(FILE.encode(), typed, "x")
    assert edit is not None
    found = edited(FILE, [edit])
    assert isinstance(found, Problem)
    assert (found.code, told in found.message) == ("KD570", True)


def test_the_keys_beside_are_told_when_one_to_remove_is_missing() -> None:
    found = edited(FILE, [Remove(("ca_nhan", 0, "ten"))])
    assert isinstance(found, Problem)
    assert "ở đó có «ho_ten», «goi»" in found.message
