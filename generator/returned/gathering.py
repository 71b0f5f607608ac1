"""Reads the forms that lie in the folders of the units of a campaign."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.building.folders import BuildRequest, folders
from generator.dossier.intake import received_files
from generator.model import Dot
from generator.opening.pool import answers
from generator.papers.templates import search_path
from generator.pdf.office import libreoffice
from generator.problems import Problem
from generator.reading.folder_names import RECEIVED
from generator.reading.units import Unit, read_unit
from generator.returned.forms import Outlines, UnitForms, forms_of
from generator.returned.old_word import NO_OFFICE, is_old, modern
from generator.returned.reading import Reading, read_form

Follow = Callable[[int, int], None]
"""Is told how many files of how many have been read."""

SECONDS = 20.0
"""Time limit of a file: its form is found by comparing it with every one of the unit."""

_OLD_UNREAD = "tệp Word kiểu cũ, LibreOffice không mở được: mở bằng Word rồi lưu thành .docx"
_UNREAD = "mở tệp quá lâu hoặc tệp làm chương trình đọc dừng, nên bỏ qua"


def nobody(_done: int, _all: int) -> None:
    """Follow nothing."""


@dataclass(frozen=True, slots=True)
class Received:
    """A unit, its folder of received files, and what came of each file that was asked for."""

    unit: Unit
    thu_muc: Path
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which forms to read: of these units (codes or names), only these files; empty for all.

    A file outside the folders of the units is looked for in all of them. `jobs` is the number of
    processes that read, `follow` is told how far they are.
    """

    units: Collection[str] = ()
    files: Sequence[Path] = ()
    jobs: int = 1
    follow: Follow = nobody


def gathered(campaign: Path, dot: Dot, asked: Asked) -> tuple[list[Received], list[Problem]]:
    """Read what came back.

    Args:
        campaign: its folder.
        dot: its `dot.yaml`.
        asked: which forms.

    Returns:
        Each unit that has files, in order, with its readings, and the problems of reading the data.
    """
    files = asked.files
    request = BuildRequest(campaign, campaign, units=tuple(asked.units))
    listed, problems = folders(request, dot)
    known: Outlines = {}
    templates = search_path(campaign)
    homes: list[tuple[Unit, Path, list[Path]]] = []
    for each in listed:
        if each.source is None:
            continue
        home = campaign / RECEIVED / each.name
        mine = _wanted(home, files)
        if not mine and not _elsewhere(campaign, files):
            continue
        unit, told = read_unit(each.source, dot)
        problems += told
        if unit is not None:
            homes.append((unit, home, mine))
    forms = [forms_of(unit.data, dot, templates, known) for unit, _, _ in homes]
    tasks = [(number, path) for number, (_, _, mine) in enumerate(homes) for path in mine]
    tasks += [(-1, path) for path in _elsewhere(campaign, files)]
    with modern([path for _, path in tasks if is_old(path)]) as made:
        read = _read(forms, tasks, made, asked)
    return [
        Received(unit, home, tuple(read.get(number, ())))
        for number, (unit, home, _) in enumerate(homes)
    ], problems


def _wanted(home: Path, files: Sequence[Path]) -> list[Path]:
    if files:
        return [each for each in files if _is_below(each, home)]
    return received_files(home)[0]


def _elsewhere(campaign: Path, files: Sequence[Path]) -> list[Path]:
    received = campaign / RECEIVED
    return [each for each in files if not _is_below(each, received)]


def _is_below(path: Path, folder: Path) -> bool:
    return path.absolute().is_relative_to(folder.absolute())


Task = tuple[int, Path]
"""The unit of a file (-1: not known) and the file."""


def _read(
    forms: Sequence[UnitForms],
    tasks: Sequence[Task],
    made: Mapping[Path, Path],
    asked: Asked,
) -> dict[int, list[Reading]]:
    found: dict[int, list[Reading]] = {}
    said = answers(partial(_one, forms, made), tasks, asked.jobs, SECONDS)
    for done, ((number, path), answer) in enumerate(said, 1):
        asked.follow(done, len(tasks))
        home, reading = answer or (number, Reading(path, tu_choi=_UNREAD))
        found.setdefault(max(home, 0), []).append(reading)
    return {number: sorted(its, key=lambda each: each.tep) for number, its in found.items()}


def _one(forms: Sequence[UnitForms], made: Mapping[Path, Path], task: Task) -> tuple[int, Reading]:
    """Read a file of a unit, or of the only unit that it fits; what was made of it for it."""
    number, path = task
    if is_old(path) and path not in made:
        return max(number, 0), Reading(path, tu_choi=_OLD_UNREAD if libreoffice() else NO_OFFICE)
    home, reading = _of_unit(forms, number, made.get(path, path), path.stem)
    return home, replace(reading, tep=path)


def _of_unit(forms: Sequence[UnitForms], number: int, path: Path, name: str) -> tuple[int, Reading]:
    if number >= 0:
        return number, read_form(path, forms[number], name)
    said = [(at, read_form(path, each, name)) for at, each in enumerate(forms)]
    fit = [each for each in said if each[1].form is not None and not each[1].tu_choi]
    if len(fit) == 1:
        return fit[0]
    if fit:
        names = " hoặc ".join(forms[each].ten for each, _ in fit[:3])
        return fit[0][0], Reading(path, tu_choi=f"có thể của {names}: chỉ rõ đơn vị bằng --only")
    return said[0] if said else (0, Reading(path, tu_choi="đợt chưa có đơn vị nào"))
