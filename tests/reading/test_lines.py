"""What leaves the rooms has its line, whichever file it is about."""

from pathlib import Path

import pytest

from generator.problems import Place, problem
from generator.reading import positions
from generator.reading.lines import with_lines

DATA = "loai: don-vi\ndon_vi:\n  ma: a\n  ten: Chi bộ thôn Đông\n"


def at(place: Place):
    return problem("KD139", place, ma="a", tep="b.yaml")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = [tmp_path / "mot.yaml", tmp_path / "hai.yaml"]
    found[0].write_text(DATA, "utf-8")
    found[1].write_text(f"# một dòng ở trên\n{DATA}", "utf-8")
    return found


def test_each_problem_gets_the_line_of_its_own_file_and_keeps_its_turn(files: list[Path]) -> None:
    path = ("don_vi", "ma")
    one, two = (file.as_posix() for file in files)
    found = with_lines(at(Place(file=file, path=path)) for file in (two, one, two))
    assert [each.place for each in found] == [
        Place(two, 4, 7, path), Place(one, 3, 7, path), Place(two, 4, 7, path)
    ]  # fmt: skip


def test_each_file_is_read_once(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    real = positions.read_text

    def noted(path: Path) -> object:
        read.append(path)
        return real(path)

    monkeypatch.setattr(positions, "read_text", noted)
    places = [Place(file=files[0].as_posix(), path=("don_vi", key)) for key in ("ma", "ten")]
    with_lines(at(place) for place in places * 3)
    assert read == [files[0]]


@pytest.mark.parametrize(
    "place",
    [
        Place(),
        Place(path=("don_vi", "ma")),
        Place(file="so.sqlite"),
        Place(file="a.yaml", line=7, column=1, path=("don_vi", "ma")),
        Place(file="mau.docx", part="thân văn bản, đoạn 1"),
    ],
)
def test_what_has_its_place_or_no_way_into_a_file_stays_as_it_is(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(path: Path) -> object:
        raise AssertionError(path)

    monkeypatch.setattr(positions, "read_text", never)
    assert with_lines([at(place)]) == [at(place)]


def test_a_file_that_is_gone_is_told_at_its_beginning(tmp_path: Path) -> None:
    gone = (tmp_path / "mat.yaml").as_posix()
    (found,) = with_lines([at(Place(file=gone, path=("so",)))])
    assert (found.place.file, found.place.line, found.place.column) == (gone, 1, 1)
