"""Writes the pack of a unit: checked first, then folder and zip."""

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import count
from pathlib import Path

from generator.dossier.check import Question, checked
from generator.dossier.pack import Pack, pack, zipped
from generator.dossier.results import UnitResult
from generator.dossier.unit_check import UNJUDGED, Standard
from generator.dossier.verify import verify
from generator.model.unit import DonViNam
from generator.problems import Place, Problem, has_errors, problem
from generator.production.folders import Request, folders, requests
from generator.production.write import failure, write_file, write_folder
from generator.reading.units import read_unit

FOLDER = "nop"


def write_pack(
    data: Path, unit: str, out: Path, day: dt.date, *, incomplete: bool = False
) -> tuple[list[Path], list[Problem]]:
    """Check a unit and write its pack.

    Args:
        data: the campaign folder.
        unit: code or name of the unit.
        out: the output folder; the pack goes to `<đợt>/nop/<đơn vị>/` and a zip beside it.
        day: the day the check answers for.
        incomplete: pack it although something lacks.

    Returns:
        Folder and zip, or nothing with what hinders. An earlier pack that somebody changed is not
        touched: the new one stands beside it.
    """
    problems: list[Problem] = []
    for request in requests(data, out):
        asked = replace(request, units=(unit,))
        with ExitStack() as stack:
            answer = stack.enter_context(checked(Question(asked, day)))
            if answer.campaign is None or answer.standard is None:
                return [], list(answer.problems)
            results = list(answer.units())
            if not results:
                continue
            (result,) = results[:1]
            if any(each.code == UNJUDGED for each in result.problems):
                return [], list(result.problems)
            nam = _year(asked, answer.standard, result)
            if nam is None:
                return [], list(result.problems)
            made, problems = pack(
                result, nam, answer.campaign, answer.standard, incomplete=incomplete
            )
            if made is None:
                return [], problems
            written, found = _write(made, request.root / FOLDER, result.thu_muc)
            return written, [*problems, *found]
    return [], [problem("KD724", Place(file=data.as_posix()), ten=unit)]


def _year(request: Request, standard: Standard, result: UnitResult) -> DonViNam | None:
    wanted, _ = folders(request, standard.dot)
    source = next((each.source for each in wanted if each.name == result.thu_muc), None)
    unit, _ = read_unit(source, standard.dot) if source else (None, [])
    return unit.nam if unit else None


def _write(made: Pack, home: Path, name: str) -> tuple[list[Path], list[Problem]]:
    folder = next(each for each in _places(home, name) if _is_free(each))
    try:
        write_folder(folder, made.files)
    except OSError as error:
        return [], [failure(error, Place(file=folder.as_posix()))]
    archive = folder.with_name(f"{folder.name}.zip")
    problems = write_file(archive, zipped(made))
    return [folder] if has_errors(problems) else [folder, archive], problems


def _places(home: Path, name: str) -> Iterator[Path]:
    yield home / name
    yield home / f"{name} (mới)"
    yield from (home / f"{name} (mới {number})" for number in count(2))


def _is_free(folder: Path) -> bool:
    """Whether nothing stands there, or a pack as it was written."""
    return not folder.exists() or all(each.code == "KD730" for each in verify(folder).problems)
