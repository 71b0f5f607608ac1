"""The folder a unit's files come in: which of them count, and which are opened again."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from generator.building.folders import BuildRequest
from generator.dossier import intake, state
from generator.dossier.check import CheckRequest, checked
from generator.dossier.intake import DEEPEST, read_files, received_files, seen_in
from generator.opening.content import REASONS, FileContent, Refusal
from tests.dossier.city import ma_of
from tests.dossier.test_check import DAY, results, rewrite
from tests.received.corpus import typed


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "da-nhan" / "hong-son"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def known(tmp_path: Path) -> Iterator[Connection]:
    with state.opened(tmp_path / "ra") as found:
        yield found


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are opened from now on."""
    names: list[str] = []
    real = intake.open_files

    def noted(paths: object, jobs: int, seconds: float) -> Iterator[tuple[Path, FileContent]]:
        found = list(paths)  # type: ignore[call-overload]
        names.extend(path.name for path in found)
        return real(found, jobs, seconds)

    monkeypatch.setattr(intake, "open_files", noted)
    return names


def put(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    typed(*(lines or ("Giấy tờ",)))(path)
    return path


def test_a_unit_that_sent_nothing_has_no_files(tmp_path: Path) -> None:
    assert received_files(tmp_path / "khong-co") == ([], [])


def test_files_come_in_the_order_of_their_names_folders_and_all(home: Path) -> None:
    names = ["2.docx", "1.docx", "a/3.docx", "a/b/1.docx"]
    for name in names:
        put(home, name)
    files, problems = received_files(home)
    assert [path.relative_to(home).as_posix() for path in files] == sorted(names)
    assert problems == []


@pytest.mark.parametrize(
    "name", ["Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.ini", ".DS_Store", "~$1.2 An.docx"]
)
def test_what_windows_and_open_programs_leave_behind_is_no_file(home: Path, name: str) -> None:
    (home / name).write_bytes(b"x")
    kept = put(home, "1.2 An.docx")
    assert received_files(home) == ([kept], [])


def test_a_hidden_folder_is_not_looked_into(home: Path) -> None:
    put(home, ".tam/1.docx")
    assert received_files(home) == ([], [])


def test_folders_are_looked_into_up_to_a_depth_and_the_next_one_is_told(home: Path) -> None:
    deep = home.joinpath(*[str(level) for level in range(1, DEEPEST + 1)])
    put(deep, "trong.docx")
    put(deep, "qua-sau/ngoai.docx")
    files, problems = received_files(home)
    assert [path.name for path in files] == ["trong.docx"]
    assert [(each.code, each.place.file) for each in problems] == [
        ("KD715", (deep / "qua-sau").as_posix())
    ]
    assert len(deep.relative_to(home).parts) == 8


def test_a_folder_that_leads_elsewhere_is_told_and_the_rest_is_read(
    home: Path, tmp_path: Path
) -> None:
    put(tmp_path / "khac", "1.docx")
    (home / "loi-tat").symlink_to(tmp_path / "khac")
    kept = put(home, "2.docx")
    files, problems = received_files(home)
    assert files == [kept]
    assert [(each.code, each.place.file) for each in problems] == [
        ("KD715", (home / "loi-tat").as_posix())
    ]


def test_what_a_file_says_is_kept_until_it_changes(
    home: Path, known: Connection, opened: list[str]
) -> None:
    path = put(home, "a.docx", "Một")
    read_files(known, [path], 0)
    assert seen_in(known, path).lines == ("Một",)
    read_files(known, [path], 0)
    put(home, "a.docx", "Hai")
    os.utime(path, (1, 1))
    read_files(known, [path], 0)
    assert seen_in(known, path).lines == ("Hai",)
    assert opened == ["a.docx", "a.docx"]


def test_a_file_of_the_same_size_changed_later_is_read_again(home: Path, known: Connection) -> None:
    path = home / "a.pdf"
    for time, content in ((1, b"%PDF-1 xx"), (2, b"PK\x03\x04 xxxx")):
        path.write_bytes(content.ljust(12))
        os.utime(path, (time, time))
        read_files(known, [path], 0)
    mark = state.file_mark(known, path.as_posix())
    assert mark
    assert mark.luc == 2_000_000_000
    assert len(state.contents(known)) == 2


def test_an_unchanged_file_is_not_even_digested_again(
    home: Path, known: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(home, "a.docx")
    read_files(known, [path], 0)

    def never(*_args: object) -> None:
        raise AssertionError

    monkeypatch.setattr(intake.hashlib, "file_digest", never)
    read_files(known, [path], 0)


def test_the_same_bytes_under_another_ending_are_read_again(
    home: Path, known: Connection, opened: list[str]
) -> None:
    first = put(home, "a.docx")
    copies = [home / "b.docx", home / "c.DOCX", home / "d.pdf"]
    for each in copies:
        each.write_bytes(first.read_bytes())
    read_files(known, [first], 0)
    read_files(known, copies, 0)
    assert opened == ["a.docx", "d.pdf"]
    assert seen_in(known, copies[0]) == seen_in(known, copies[1]) == seen_in(known, first)
    assert seen_in(known, copies[2]).refusal == Refusal.HONG


def test_what_is_no_plain_file_is_refused_for_what_it_is(home: Path, known: Connection) -> None:
    put(home, "a.docx")
    link = home / "b.docx"
    link.symlink_to(home / "a.docx")
    os.mkfifo(home / "c.docx")
    files = [link, home / "c.docx"]
    read_files(known, files, 0)
    assert {seen_in(known, path).refusal for path in files} == {Refusal.LIEN_KET}
    assert state.file_marks(known) == {}


def test_many_files_are_all_kept(home: Path, known: Connection) -> None:
    made = [home / f"{number}.pdf" for number in range(600)]
    for number, path in enumerate(made):
        path.write_bytes(b"%d" % number)
    read_files(known, made, 0)
    assert len(state.contents(known)) == 600
    assert state.file_marks(known).keys() == {path.as_posix() for path in made}


def test_a_name_that_is_no_text_is_told_and_the_rest_is_read(home: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(home) + b"/xau\xff.docx"))
    typed("Giấy tờ")(home / "a.docx")
    (home / "a.docx").rename(path)
    kept = put(home, "b.docx")
    files, (told,) = received_files(home)
    assert files == [kept]
    assert (told.code, told.place.file) == ("KD736", home.as_posix())
    assert "«xau?.docx»" in told.message


def test_a_file_that_took_too_long_is_tried_again(
    home: Path, known: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine may have been busy; a refusal would otherwise stay for ever."""
    path = put(home, "a.docx", "Giấy tờ")
    slow = FileContent("docx", Refusal.QUA_LAU)
    with monkeypatch.context() as patch:
        patch.setattr(intake, "open_files", lambda paths, *_: ((each, slow) for each in paths))
        read_files(known, [path], 0)
        assert state.file_mark(known, path.as_posix()) is None
    read_files(known, [path], 0)
    assert seen_in(known, path).lines == ("Giấy tờ",)


def test_a_unit_with_a_file_that_took_too_long_is_judged_again(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the unit changes; its verdict must not stay that of a busy machine."""
    put(request_.campaign / "da-nhan" / ma_of(2), "a.docx", "Giấy tờ")
    slow = FileContent("docx", Refusal.QUA_LAU)
    with monkeypatch.context() as patch:
        patch.setattr(intake, "open_files", lambda paths, *_: ((each, slow) for each in paths))
        busy = results(request_)
    quiet = results(request_)
    (given_up,), (read,) = (each[ma_of(2)].tep_thua for each in (busy, quiet))
    assert REASONS[Refusal.QUA_LAU] in repr(given_up)
    assert REASONS[Refusal.QUA_LAU] not in repr(read)


def test_what_gone_files_said_is_forgotten(request_: BuildRequest) -> None:
    folder = request_.campaign / "da-nhan" / ma_of(2)
    gone, kept = put(folder, "a.docx", "Bí mật"), put(folder, "b.docx", "Còn lại")
    results(request_)
    gone.unlink()
    results(request_)
    with state.opened(request_.root) as found:
        assert state.file_marks(found).keys() == {kept.as_posix()}
        assert len(state.contents(found)) == 1


def test_a_check_of_one_unit_forgets_nothing_of_the_others(request_: BuildRequest) -> None:
    for number in (2, 3):
        put(request_.campaign / "da-nhan" / ma_of(number), "a.docx", f"Của {number}")
    results(request_)
    request = BuildRequest(request_.campaign, request_.root, units=(ma_of(2),))
    with checked(CheckRequest(request, DAY)) as found:
        assert [each.ma for each in found.units()] == [ma_of(2)]
    with state.opened(request_.root) as left:
        assert len(state.file_marks(left)) == 2
        assert state.unit_mark(left, ma_of(3))


def test_a_unit_that_left_the_campaign_is_forgotten(request_: BuildRequest) -> None:
    results(request_)
    (request_.campaign / "don-vi" / f"{ma_of(3)}.yaml").unlink()
    assert ma_of(3) not in results(request_)
    with state.opened(request_.root) as left:
        assert not state.unit_mark(left, ma_of(3))
        assert state.members(left, ma_of(3)) is None
        assert state.result(left, ma_of(3)) is None
        assert state.unit_mark(left, ma_of(4))


def test_the_state_lies_beside_the_documents(request_: BuildRequest) -> None:
    results(request_)
    assert (request_.root / ".kiem-tra.sqlite").is_file()


def older(path: Path) -> None:
    with sqlite3.connect(path) as table:
        table.execute("DROP TABLE noi_dung")


def of_another_version(path: Path) -> None:
    with sqlite3.connect(path) as table:
        table.execute("PRAGMA user_version = 9")


@pytest.mark.parametrize("damage", [older, of_another_version])
def test_a_state_of_another_time_is_made_anew(
    request_: BuildRequest, damage: Callable[[Path], None]
) -> None:
    put(request_.campaign / "da-nhan" / ma_of(2), "a.docx")
    before = results(request_)
    damage(request_.root / ".kiem-tra.sqlite")
    rewrite(request_, 3)
    (request_.campaign / "da-nhan" / ma_of(2) / "a.docx").touch()
    assert results(request_) == before
