"""Creates a campaign folder, and the schemas with which an editor completes keys."""

import json
from collections.abc import Mapping
from pathlib import Path

from generator.files.atomic import TEMPORARY, drop, write_file
from generator.files.documents import write_documents
from generator.files.seals import BLANK, sealed
from generator.opening.regular import whole
from generator.problems import Problem, has_errors
from generator.reading.schema import schemas
from generator.reading.text_file import LIMIT
from generator.setup.first_files import first_files

SCHEMA_FOLDER = "luoc-do"


def write_schemas(folder: Path) -> tuple[list[Path], list[Problem]]:
    """Write the JSON Schema of every kind of file into `folder`.

    Returns:
        The files written, and the problems; a schema that somebody edited is not replaced.
    """
    done = write_documents((folder / name, data) for name, data in schema_files().items())
    return [each.file for each in done if each.file], [p for each in done for p in each.problems]


def schema_files() -> dict[str, bytes]:
    """Return the schema of every kind of file, by the name of its file."""
    told = {name: {**schema, "$comment": BLANK} for name, schema in schemas().items()}
    return {
        name: sealed(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
        for name, schema in told.items()
    }


def begun(folder: Path, year: int) -> bool:
    """Return whether a folder may be filled in: empty, or left unfinished by an earlier start.

    A folder in which every file of a campaign stands already is not to be started again.
    `year` is the review year for which it would be started.
    """
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    there = {
        path.relative_to(folder): path
        for path in folder.rglob("*")
        if not (path.is_dir() or path.match(TEMPORARY))
    }
    wanted = _files(year)
    return there.keys() < wanted.keys() and all(
        _is_as_begun(path, wanted[name]) for name, path in there.items()
    )


def start_campaign(folder: Path, year: int) -> tuple[list[Path], list[Problem]]:
    """Create a new campaign: commented files to fill in and the schemas.

    Args:
        folder: one of which `begun` says that it may be filled in; what stands there is kept.
        year: the review year (`first_files.year_of`).

    Returns:
        The files written now, and the problem that ended it; a second run then goes on from there.
    """
    for left in folder.rglob(TEMPORARY):
        drop(left)
    written: list[Path] = []
    for name, data in _files(year).items():
        path = folder / name
        if path.exists():
            continue
        problems = write_file(path, data)
        if has_errors(problems):
            return written, problems
        written.append(path)
    return written, []


def _files(year: int) -> Mapping[Path, bytes]:
    filled = {name: text.encode() for name, text in first_files(year).items()}
    return filled | {Path(SCHEMA_FOLDER, name): data for name, data in schema_files().items()}


def _is_as_begun(path: Path, data: bytes) -> bool:
    try:
        return whole(path, LIMIT) == data
    except OSError:
        return False
