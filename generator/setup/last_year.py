"""Reads what a campaign of an earlier year can hand on, file by file, as it was written."""

from pathlib import Path
from typing import NamedTuple

from generator.problems import Problem, has_errors
from generator.reading.data_file import read_data
from generator.reading.folder_files import data_files
from generator.reading.folder_names import CAMPAIGN_FILE, UNITS
from generator.reading.text_file import read_text
from generator.reading.units import PERSONS, UNIT_FILE, UnitSource, unit_sources
from generator.reading.yaml_text import Tree, parse


class LastUnit(NamedTuple):
    """A unit: its name, its file and those of its people, by their names in the campaign folder."""

    ten: str
    tep: str
    cay: dict[str, Tree]
    nguoi: dict[str, dict[str, Tree]]

    @property
    def so_nguoi(self) -> int:
        """How many people it has."""
        people = self.cay.get("ca_nhan")
        return len(self.nguoi) + (len(people) if isinstance(people, list) else 0)


class LastYear(NamedTuple):
    """A campaign; `hong` are its data files that cannot be read as they stand."""

    cay: dict[str, Tree]
    don_vi: tuple[LastUnit, ...]
    hong: tuple[str, ...] = ()

    @property
    def nam(self) -> int:
        """Its review year; 0 if it says none."""
        year = self.cay.get("nam")
        return int(year) if isinstance(year, str) and year.isdecimal() else 0


def last_year(folder: Path) -> LastYear | None:
    """Return what a campaign folder holds; None if its `dot.yaml` cannot be read."""
    campaign = _tree(folder / CAMPAIGN_FILE)
    if campaign is None:
        return None
    broken: list[str] = []
    found: list[LastUnit] = []
    alone = [UnitSource(each) for each in data_files(folder) if _is_unit(each)]
    for source in (*alone, *unit_sources(folder)):
        trees = {file: _tree(file) for file in (source.file, *source.persons())}
        wrong = [file for file, tree in trees.items() if tree is None]
        unit = trees[source.file]
        if wrong or unit is None:
            broken += [file.relative_to(folder).as_posix() for file in wrong]
            continue
        people = {
            _place(file): tree for file, tree in trees.items() if tree and file != source.file
        }
        found.append(LastUnit(_name(unit), _place(source.file), unit, people))
    return LastYear(campaign, tuple(found), tuple(broken))


def _tree(file: Path) -> dict[str, Tree] | None:
    """Return a file that has no error of reading."""
    if has_errors(read_data(file, file.as_posix()).problems):
        return None
    text = read_text(file)
    tree = text if isinstance(text, Problem) else parse(text)
    return None if isinstance(tree, Problem) else tree


def _is_unit(file: Path) -> bool:
    text = read_text(file)
    tree = text if isinstance(text, Problem) else parse(text)
    return not isinstance(tree, Problem) and tree.get("loai") == "don-vi"


def _place(file: Path) -> str:
    """Return where a file stands in a campaign folder: units in `don-vi/`."""
    if file.parent.name == PERSONS:
        return f"{UNITS}/{file.parent.parent.name}/{PERSONS}/{file.name}"
    if file.name == UNIT_FILE:
        return f"{UNITS}/{file.parent.name}/{UNIT_FILE}"
    return f"{UNITS}/{file.name}"


def _name(unit: dict[str, Tree]) -> str:
    about = unit.get("don_vi")
    return str(about.get("ten") or "") if isinstance(about, dict) else ""
