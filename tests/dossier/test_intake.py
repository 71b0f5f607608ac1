"""The folder a unit's files come in: which of them count, and which have changed."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from generator.building.folders import BuildRequest
from generator.dossier import intake, state
from generator.dossier.check import CheckRequest, checked
from generator.dossier.intake import DEEPEST, file_marks, received_files
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


def put(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    typed(*(lines or ("Giấy tờ",)))(path)
    return path


def test_a_unit_that_sent_nothing_has_no_files(tmp_path: Path) -> None:
    assert received_files(tmp_path / "khong-co") == ([], [])


def test_a_link_that_leads_to_itself_hides_no_file_beside_it(home: Path) -> None:
    put(home, "2.docx")
    (home / "1.docx").symlink_to("1.docx")
    files, problems = received_files(home)
    assert home / "2.docx" in files
    assert problems == []


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


def test_a_file_that_changed_has_another_mark(home: Path, known: Connection) -> None:
    path = put(home, "a.docx", "Một")
    first = file_marks(known, [path])
    assert file_marks(known, [path]) == first
    put(home, "a.docx", "Hai")
    os.utime(path, (1, 1))
    assert file_marks(known, [path]) != first


def test_what_was_kept_of_a_file_stays_when_it_is_touched(home: Path, known: Connection) -> None:
    path = put(home, "a.docx", "Một")
    file_marks(known, [path])
    state.keep_all(known, {path: b"{}"})
    os.utime(path, (1, 1))
    assert file_marks(known, [path])[path].kept == b"{}"


def test_a_file_of_the_same_size_changed_later_is_digested_again(
    home: Path, known: Connection
) -> None:
    path, seen = home / "a.pdf", set()
    for second, content in ((1, b"%PDF-1 xx"), (2, b"PK\x03\x04 xxxx")):
        path.write_bytes(content.ljust(12))
        os.utime(path, (second, second))
        seen.add(file_marks(known, [path])[path].bam)
    assert len(seen) == 2
    assert state.file_marks(known)[path.as_posix()].luc == 2_000_000_000


def test_an_unchanged_file_is_not_even_digested_again(
    home: Path, known: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(home, "a.docx")
    file_marks(known, [path])

    def never(*_args: object) -> None:
        raise AssertionError

    monkeypatch.setattr(intake.regular, "opened", never)
    file_marks(known, [path])


def test_the_same_bytes_under_another_ending_are_another_file(
    home: Path, known: Connection
) -> None:
    first = put(home, "a.docx")
    copies = [home / "b.docx", home / "c.DOCX", home / "d.pdf"]
    for each in copies:
        each.write_bytes(first.read_bytes())
    found = file_marks(known, [first, *copies])
    assert found[copies[0]] == found[copies[1]] == found[first]
    assert found[copies[2]] != found[first]


def test_what_is_refused_unread_is_not_digested(home: Path, known: Connection) -> None:
    """Neither a link nor a pipe nor a film nor a file of a terabyte keeps a check waiting."""
    put(home, "a.docx")
    link, pipe, large, film = (home / name for name in ("b.docx", "c.docx", "d.pdf", "e.mp4"))
    link.symlink_to(home / "a.docx")
    os.mkfifo(pipe)
    for path in (large, film):
        with path.open("wb") as file:
            file.truncate(2**40)
    begin = time.monotonic()
    assert file_marks(known, [link, pipe, large, film]) == {}
    assert state.file_marks(known) == {}
    assert time.monotonic() - begin < 5


def test_many_files_are_all_kept(home: Path, known: Connection) -> None:
    made = [home / f"{number}.pdf" for number in range(600)]
    for number, path in enumerate(made):
        path.write_bytes(b"%d" % number)
    assert len({each.bam for each in file_marks(known, made).values()}) == 600
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


def test_gone_files_are_forgotten(request_: BuildRequest) -> None:
    folder = request_.campaign / "da-nhan" / ma_of(2)
    gone, kept = put(folder, "a.docx", "Bí mật"), put(folder, "b.docx", "Còn lại")
    results(request_)
    gone.unlink()
    results(request_)
    with state.opened(request_.root) as found:
        assert state.file_marks(found).keys() == {kept.as_posix()}


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
    received = request_.campaign / "da-nhan"
    for number in (3, 4):
        put(received / ma_of(number), "a.docx", f"Của {number}")
    results(request_)
    (request_.campaign / "don-vi" / f"{ma_of(3)}.yaml").unlink()
    assert ma_of(3) not in results(request_)
    with state.opened(request_.root) as left:
        assert not state.unit_mark(left, ma_of(3))
        assert state.members(left, ma_of(3)) is None
        assert state.result(left, ma_of(3)) is None
        assert state.unit_mark(left, ma_of(4))
        assert state.file_marks(left).keys() == {(received / ma_of(4) / "a.docx").as_posix()}


def test_only_files_below_the_folder_itself_are_forgotten(tmp_path: Path) -> None:
    gone, kept = tmp_path / "chi-bo" / "1.2" / "a.docx", tmp_path / "chi-bo" / "b.docx"
    beside = [
        tmp_path / f"chi-bo{more}" / "a.docx" for more in ("-2", "0", " ", ".", "ộ", "\U0010ffff")
    ]
    with state.in_memory() as found:
        for path in (gone, kept, *beside):
            state.save_files(found, {path.as_posix(): state.FileMark(1, 2, b"3")})
        state.forget_files(found, tmp_path / "chi-bo", [kept])
        assert state.file_marks(found).keys() == {each.as_posix() for each in (kept, *beside)}


def test_the_state_lies_beside_the_documents(request_: BuildRequest) -> None:
    results(request_)
    assert (request_.root / ".kiem-tra.sqlite").is_file()


def older(path: Path) -> None:
    with sqlite3.connect(path) as table:
        table.execute("ALTER TABLE tep DROP COLUMN ra")


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


def test_only_whoever_made_the_check_can_read_what_it_kept(request_: BuildRequest) -> None:
    path = request_.root / ".kiem-tra.sqlite"
    path.parent.mkdir(parents=True)
    path.touch(0o644)
    path.chmod(0o644)
    results(request_)
    assert path.stat().st_mode & 0o777 == 0o600
    path.unlink()
    results(request_)
    assert path.stat().st_mode & 0o777 == 0o600
