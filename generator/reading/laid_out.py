"""Tells what lies in a campaign folder and is not read: nothing is overlooked in silence."""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from generator.opening.foreign import is_left_alone
from generator.opening.regular import is_file, is_folder
from generator.problems import Place, Problem, Severity, problem
from generator.problems.text import some
from generator.reading.folder_files import data_files, is_data_name
from generator.reading.folder_names import (
    CAMPAIGN_FILE,
    CHECKLISTS,
    KINDS,
    RECEIVED,
    TEMPLATES,
    UNITS,
)
from generator.reading.near_names import (
    copied_name,
    is_own_file,
    is_own_folder,
    meant_name,
    without_ending,
)
from generator.reading.units import CLOSED, PERSONS, UNIT_FILE

_ELSEWHERE = (TEMPLATES, RECEIVED)
"""Folders that other parts of the program read and report."""

HIDING = frozenset({CLOSED, "KD002", "KD033", "KD037", "KD042", "KD043", "KD044", "KD046", "KD048"})
"""Problems behind which data may stand: what seems to be gone may only not be read."""

_MOST = 20


@dataclass(frozen=True, slots=True)
class _Level:
    """What is read in a folder: every data file, or one of this name; which folders of it."""

    file: str = ""
    folders: Mapping[str, "_Level"] = field(default_factory=dict)
    every_folder: "_Level | None" = None
    root: bool = False


_FILES = _Level()
_UNIT = _Level(file=UNIT_FILE, folders={PERSONS: _FILES})
_UNITS = _Level(every_folder=_UNIT)
_CAMPAIGN = _Level(folders={UNITS: _UNITS, KINDS: _FILES, CHECKLISTS: _FILES}, root=True)


def meant_dot(name: str, names: Collection[str]) -> bool:
    """Return whether a file is a misnamed `dot.yaml`, or a copy of it: it is no document."""
    if name == CAMPAIGN_FILE:
        return False
    if CAMPAIGN_FILE in names:
        return copied_name(name, names) == CAMPAIGN_FILE
    return meant_name(name, [CAMPAIGN_FILE]) is not None


def not_read(folder: Path, used: Callable[[], Collection[str]] = frozenset) -> list[Problem]:
    """Report everything in a campaign folder that is not read, and copies that are.

    Files of the system, hidden folders of other programs and the folders of `ten-tep.yaml` are
    left alone; `mau/` and `da-nhan/` are reported where they are read.

    Args:
        folder: of the campaign.
        used: gives the files beside its documents that these take something from; it is asked only
            if there is a file that is no data.

    Returns:
        Problems KD033, KD035, KD037, KD040 and KD042-KD049, each at the file or folder.
    """
    found = list(_told(folder, _CAMPAIGN, used))
    if (folder / CAMPAIGN_FILE).exists() or data_files(folder):
        return found
    # Perhaps no campaign at all: only what is surely meant for one is told.
    return [each for each in found if each.severity is Severity.ERROR]


def _told(
    folder: Path, level: _Level, used: Callable[[], Collection[str]] = frozenset
) -> Iterator[Problem]:
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda each: each.name)
    except FileNotFoundError:
        return
    except OSError:
        yield problem(CLOSED, Place(file=folder.as_posix()))
        return
    names = {each.name for each in inside}
    if level.file and level.file not in names and names:
        yield from _without_head(folder, level, inside)
        return
    others: list[str] = []
    for each in inside:
        if is_left_alone(each.name) or (level.root and is_own_file(each.name)):
            continue
        if is_folder(each) and not each.name.lower().endswith(".yaml"):
            yield from _of_folder(folder, each, level)
        elif is_file(each):
            found = _of_file(folder, each.name, level, names)
            others += [each.name] if found is None else []
            yield from found or ()
        else:
            code = "KD002" if is_folder(each) else "KD043"
            yield problem(code, Place(file=(folder / each.name).as_posix()))
    if others and level.root:
        taken = used()
        others = [each for each in others if each not in taken]
    yield from _others(folder, others)


def _of_file(
    folder: Path, name: str, level: _Level, names: Collection[str]
) -> list[Problem] | None:
    """Return the problems of a file; None for one that is not a data file at all."""

    def told(code: str, **values: object) -> list[Problem]:
        return [problem(code, Place(file=(folder / name).as_posix()), **values)]

    if level.root and meant_dot(name, names):
        return told("KD048", ten=CAMPAIGN_FILE)
    if is_data_name(name):
        if level.file and name != level.file:
            return told("KD037")
        original = copied_name(name, names)
        return told("KD045", goc=original) if original else []
    if name.lower().endswith(".yml"):
        return told("KD033", ten=f"{name[:-4]}.yaml")
    if name.startswith("."):
        return told("KD049") if without_ending(name) else None
    if meant := without_ending(name):
        return told("KD044", ten=meant)
    return None


def _of_folder(folder: Path, entry: "os.DirEntry[str]", level: _Level) -> Iterator[Problem]:
    path = folder / entry.name
    if entry.name in level.folders:
        yield from _told(path, level.folders[entry.name])
    elif entry.name.startswith("."):
        yield problem("KD047", Place(file=path.as_posix()))
    elif level.every_folder is not None:
        yield from _told(path, level.every_folder)
    elif not (level.root and (entry.name in _ELSEWHERE or is_own_folder(path))):
        asked = [*level.folders, *(_ELSEWHERE if level.root else ())]
        place = Place(file=path.as_posix())
        if meant := meant_name(entry.name, asked):
            yield problem("KD042", place, ten=meant)
        elif level.root or not (inside := _data_below(path)):
            yield problem("KD047", place)
        else:
            yield from (problem("KD037", Place(file=each.as_posix())) for each in inside)


def _without_head(
    folder: Path, level: _Level, inside: list["os.DirEntry[str]"]
) -> Iterator[Problem]:
    """Report a folder of a unit without the unit's file: nothing in it is read."""
    names = [each.name for each in inside if not is_left_alone(each.name)]
    near = next((each for each in names if meant_name(each, [level.file])), None)
    if near:
        yield problem("KD048", Place(file=(folder / near).as_posix()), ten=level.file)
    elif names:
        yield problem("KD046", Place(file=folder.as_posix()), ten=level.file)


def _data_below(folder: Path) -> list[Path]:
    """Return the first data files at any depth below a folder."""
    found = (
        Path(home, name)
        for home, _, names in os.walk(folder)
        for name in names
        if without_ending(name)
    )
    return sorted(islice(found, _MOST))


def _others(folder: Path, names: list[str]) -> Iterator[Problem]:
    if names:
        place = Place(file=folder.as_posix())
        yield problem("KD051", place, so=len(names), ten=some(names))
