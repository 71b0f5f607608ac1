"""An error of the file system is told by its kind, not as a missing permission."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from generator.files import database
from generator.files.atomic import failure, write_file
from generator.files.database import Schema, opened, transaction
from generator.problems import Place

SCHEMA = Schema(1, ("CREATE TABLE a (b)",), lambda state: state.execute("SELECT * FROM a"))


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "KD503"), (errno.EDQUOT, "KD503"), (errno.EACCES, "KD502"),
        (errno.EPERM, "KD502"), (errno.EROFS, "KD745"), (errno.ENAMETOOLONG, "KD744"),
        (errno.EINVAL, "KD746"), (errno.EILSEQ, "KD746"), (errno.ENOENT, "KD747"),
        (errno.ENOTDIR, "KD504"), (errno.EIO, "KD748"), (errno.ESTALE, "KD748"),
        (errno.EFBIG, "KD749"), (errno.EAGAIN, "KD509"), (errno.ELOOP, "KD504"), (0, "KD504"),
    ],
)  # fmt: skip
def test_each_kind_has_words_of_its_own(number: int, code: str) -> None:
    told = failure(OSError(number, os.strerror(number)), Place(file="a"))
    assert told.code == code
    assert code == "KD502" or "quyền" not in told.message


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (112, "KD503"),
        (206, "KD744"),
        (19, "KD745"),
        (123, "KD746"),
        (59, "KD748"),
        (5, "KD502"),
        (362, "KD750"),
        (404, "KD750"),
    ],
)
def test_windows_says_it_in_numbers_of_its_own(number: int, code: str) -> None:
    error = OSError(errno.EACCES if number == 5 else errno.EINVAL, "x")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    assert failure(error, Place()).code == code


@pytest.mark.parametrize(
    ("length", "number", "code"),
    [(259, 3, "KD747"), (260, 3, "KD744"), (260, 2, "KD744"), (260, 32, "KD502")],
)
def test_windows_says_of_a_path_too_long_that_it_is_not_there(
    length: int, number: int, code: str
) -> None:
    name = "/" + "a" * (length - 1)
    error = OSError(errno.EACCES if number == 32 else errno.ENOENT, "x", name)
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    assert failure(error, Place(file=name)).code == code


def test_a_name_that_is_too_long_is_told_as_that(tmp_path: Path) -> None:
    (told,) = write_file(tmp_path / ("a" * 300), b"x")
    assert told.code == "KD744"


def test_a_state_in_a_folder_that_went_away_is_told_as_that(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), opened(tmp_path / "a" / "b.sqlite", SCHEMA):
        pass


@pytest.mark.parametrize(
    ("number", "cause"),
    [(sqlite3.SQLITE_FULL, errno.ENOSPC), (sqlite3.SQLITE_READONLY, errno.EACCES),
     (sqlite3.SQLITE_IOERR, errno.EIO), (sqlite3.SQLITE_BUSY, errno.EAGAIN)],
)  # fmt: skip
def test_what_hinders_a_state_is_told_by_its_kind(
    number: int, cause: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = sqlite3.OperationalError("something")
    error.sqlite_errorcode = number

    def fails(*_: object) -> None:
        raise error

    with opened(tmp_path / "a.sqlite", SCHEMA) as state:
        with pytest.raises(OSError, match="something") as told, transaction(state):
            raise error
        assert told.value.errno == cause
    monkeypatch.setattr(database, "_connected", fails)
    with pytest.raises(OSError, match="something") as told, opened(tmp_path / "a.sqlite", SCHEMA):
        pass
    assert told.value.errno == cause
