"""Checks a unit and writes its pack as a folder and a zip."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from generator.building.folders import BuildRequest, folders, readable, requests
from generator.dossier.check import CheckRequest, checked
from generator.dossier.results import UnitResult
from generator.dossier.unit_check import Standard
from generator.files.atomic import failure, write_file, write_folder
from generator.files.real_path import real_path
from generator.handover.contents import Pack, pack, zipped
from generator.handover.verify import verify
from generator.model.unit import DonViNam
from generator.problems import Place, Problem, has_errors, problem
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
        day: the day for which the check is made.
        incomplete: whether to pack an incomplete dossier.

    Returns:
        Folder and zip, empty if there is an obstacle; and all problems. An earlier pack that was
        changed is kept: the new one is written beside it.
    """
    found: list[Problem] = []
    meant: list[tuple[BuildRequest, str]] = []
    for request in requests(data, out):
        dot, problems = readable(request.campaign)
        found += problems
        if dot is not None:
            wanted, _ = folders(replace(request, units=(unit,)), dot)
            meant += [(request, each.name) for each in wanted]
    match meant:
        case [(request, name)]:
            return _of_one(request, unit, name, day, incomplete=incomplete)
        case []:
            unknown = problem("KD724", Place(file=data.as_posix()), ten=unit)
            return [], found or [unknown]
    several = ", ".join(f"{request.campaign.name}/{name}" for request, name in meant)
    return [], [problem("KD733", Place(file=data.as_posix()), ten=unit, cac_don_vi=several)]


def _of_one(
    request: BuildRequest, unit: str, name: str, day: dt.date, *, incomplete: bool
) -> tuple[list[Path], list[Problem]]:
    asked = replace(request, units=(unit,))
    with checked(CheckRequest(asked, day)) as answer:
        campaign, standard, result = answer.campaign, answer.standard, next(answer.units(), None)
    if campaign is None or standard is None or result is None:
        return [], list(answer.problems)
    told = [*answer.problems, *result.problems]
    nam = _year(asked, standard, name)
    if nam is None:
        return [], told
    if outside := _outside(result, request):
        return [], [*told, *outside]
    made, problems = pack(result, nam, campaign, standard, incomplete=incomplete)
    if made is None:
        return [], [*told, *problems]
    written, found = _write(made, request.root / FOLDER, name)
    return written, [*told, *problems, *found]


def _outside(unit: UnitResult, request: BuildRequest) -> list[Problem]:
    """Refuse files that are not of this campaign: what a check stored may come from anywhere."""
    homes = [real_path(each) for each in (request.root, request.campaign)]
    files = {name for each in unit.verdicts for part in each.phan for name in part.tep}
    return [
        problem("KD738", Place(file=name)) for name in sorted(files) if not _is_inside(name, homes)
    ]


def _is_inside(name: str, homes: list[Path]) -> bool:
    try:
        real = real_path(Path(name))
    except (OSError, ValueError):  # a loop of links, a name that no file can have
        return False
    return any(real.is_relative_to(home) for home in homes)


def _year(request: BuildRequest, standard: Standard, name: str) -> DonViNam | None:
    wanted, _ = folders(request, standard.dot)
    source = next((each.source for each in wanted if each.name == name), None)
    unit, _ = read_unit(source, standard.dot) if source else (None, [])
    return unit.data if unit else None


def _write(made: Pack, home: Path, name: str) -> tuple[list[Path], list[Problem]]:
    folder, archive = next(
        (each, zip_of(each)) for each in _places(home, name) if _is_free(each, zip_of(each))
    )
    try:
        write_folder(folder, made.files)
    except OSError as error:
        return [], [failure(error, Place(file=folder.as_posix()))]
    problems = write_file(archive, zipped(made))
    return [folder] if has_errors(problems) else [folder, archive], problems


def zip_of(folder: Path) -> Path:
    """Return the path of the zip beside the folder of a pack."""
    return folder.with_name(f"{folder.name}.zip")


def _places(home: Path, name: str) -> Iterator[Path]:
    yield home / name
    yield home / f"{name} (mới)"
    yield from (home / f"{name} (mới {number})" for number in count(2))


def _is_free(*places: Path) -> bool:
    """Return whether each place is empty or contains an unchanged pack, minutes included."""
    for place in (each for each in places if each.exists()):
        found = verify(place)
        if not found.bien_ban_nguyen or any(each.code != "KD730" for each in found.problems):
            return False
    return True
