"""A change set says beforehand what it changes, in values and in lines, and from where."""

from pathlib import Path

import pytest

from generator.editing.changes import (
    ChangeSet,
    DeleteFile,
    NewFile,
    Origin,
    Wanted,
    change_set,
    diff,
)
from generator.editing.data_file import snapshot
from generator.editing.edits import Edit, Insert, Move, Remove, Set

CELL = Origin("bang-tinh", "Danh sách!C5", 90)
TEXT = "# Danh sách\nho_ten: An\nchuc_vu:\n  dang: Chi ủy viên  # từ 2020\nviec: [một, hai]\n"


def of(path: Path, *edits: Edit | NewFile | DeleteFile) -> ChangeSet:
    found, problems = change_set(Wanted(path, each, CELL) for each in edits)
    assert problems == []
    assert found is not None
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "an.yaml"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.mark.parametrize(
    ("edit", "path", "before", "after"),
    [
        (Set(("ho_ten",), "Ân"), ("ho_ten",), "An", "Ân"),
        (Set(("chuc_vu", "chinh_quyen"), "Phó"), ("chuc_vu", "chinh_quyen"), None, "Phó"),
        (Remove(("chuc_vu", "dang")), ("chuc_vu", "dang"), "Chi ủy viên", None),
        (Insert(("viec",), 1, "giữa"), ("viec", 1), None, "giữa"),
        (Move(("viec",), 0, 1), ("viec",), ["một", "hai"], ["hai", "một"]),
    ],
)
def test_each_change_is_told_with_before_after_and_where_it_came_from(
    file: Path, edit: Edit, path: tuple[str | int, ...], before: object, after: object
) -> None:
    (change,) = of(file, edit).changes
    assert (change.path, change.truoc, change.sau, change.tu) == (path, before, after, CELL)


def test_nothing_is_written_and_the_lines_are_shown(file: Path) -> None:
    made = of(file, Set(("ho_ten",), "Ân"))
    assert file.read_text("utf-8") == TEXT
    assert [line for line in diff(made).splitlines() if line[:1] in "+-"][2:] == [
        "-ho_ten: An",
        "+ho_ten: Ân",
    ]


def test_several_edits_of_a_file_follow_one_another(file: Path) -> None:
    made = of(file, Insert(("viec",), 0, "không"), Set(("viec", 1), "nhất"), Remove(("viec", 2)))
    (changed,) = made.files
    assert changed.sau is not None
    assert "không, nhất" in changed.sau.decode()
    assert [each.path for each in made.changes] == [("viec", 0), ("viec", 1), ("viec", 2)]


def test_a_new_file_a_deleted_file_and_one_that_stays_as_it_is(tmp_path: Path, file: Path) -> None:
    new = tmp_path / "binh.yaml"
    made = of(new, NewFile({"loai": "ca-nhan", "ho_ten": "Bình"}), Set(("ho_ten",), "Bính"))
    assert made.files[0].truoc is None
    assert made.files[0].sau is not None
    assert "ho_ten: Bính" in made.files[0].sau.decode()
    assert of(file, DeleteFile()).files[0].sau is None
    assert of(file, Set(("ho_ten",), "An")) == ChangeSet((), ())


def test_everything_that_stands_in_the_way_is_told_at_once(tmp_path: Path, file: Path) -> None:
    wanted = [
        Wanted(file, Remove(("khong_co",)), CELL),
        Wanted(tmp_path / "x.yaml", Set(("a",), "b"), CELL),
    ]
    assert change_set([Wanted(file, Set(("a",) * 5000, "b"), CELL)])[1][0].code == "KD572"
    made, problems = change_set(wanted)
    assert made is None
    assert [each.code for each in problems] == ["KD570", "KD001"]
    made, problems = change_set([Wanted(file, NewFile({"loai": "ca-nhan"}), CELL)])
    assert (made, [each.code for each in problems]) == (None, ["KD573"])


@pytest.mark.parametrize(
    ("name", "code"), [("khong-co.yaml", "KD001"), (".", "KD002"), ("vong.yaml", "KD004")]
)
def test_a_file_that_cannot_be_read_is_told_as_everywhere(
    tmp_path: Path, name: str, code: str
) -> None:
    (tmp_path / "vong.yaml").symlink_to("vong.yaml")
    made, problems = change_set([Wanted(tmp_path / name, Set(("a",), "b"), CELL)])
    assert (made, [each.code for each in problems]) == (None, [code])


def test_edits_are_worked_out_on_the_file_as_it_was_seen(file: Path) -> None:
    seen = snapshot(file)
    file.write_text("ho_ten: Khác\n", "utf-8")
    made, _ = change_set([Wanted(file, Set(("ho_ten",), "Ân"), CELL)], [seen])
    assert made is not None
    assert made.files[0].truoc == TEXT.encode()


def test_byte_order_mark_and_line_ends_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("\ufeffho_ten: An\r\nviec: x\r\n".encode())
    assert (
        of(path, Set(("ho_ten",), "Ân")).files[0].sau == "\ufeffho_ten: Ân\r\nviec: x\r\n".encode()
    )
