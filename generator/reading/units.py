"""The units of a campaign: `don-vi/<tên>.yaml`, or a folder with `don-vi.yaml` and `ca-nhan/`."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.model import Dot
from generator.model.unit import CaNhan, CaNhanTep, DonViNam, MacDinh
from generator.problems import Place, Problem, problem
from generator.reading.data_file import ReadResult, read_data
from generator.reading.folder_files import data_files
from generator.reading.folder_names import UNITS
from generator.reading.positions import located
from generator.reading.text_file import read_text
from generator.reading.yaml_text import Tree, parse

UNIT_FILE = "don-vi.yaml"
PERSONS = "ca-nhan"

CLOSED = "KD035"
"""The problem of an unreadable folder: its content is unknown, not deleted."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A parsed unit, with inherited values filled in.

    `persons` maps the index of a person in `data.ca_nhan` to the person's own file; `unread` are
    the files of persons that could not be read.
    """

    file: Path
    data: DonViNam
    persons: dict[int, Path] = field(default_factory=dict)
    unread: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitSource:
    """The files of a unit; `folder` means that its persons may have files in the same folder.

    Files of persons are listed on demand, because a province has too many to keep in memory.
    """

    file: Path
    folder: bool = False

    def persons(self) -> list[Path]:
        """List the files of the unit's persons."""
        return data_files(self.file.parent / PERSONS) if self.folder else []


def unit_sources(folder: Path) -> list[UnitSource]:
    """Return the units below a campaign folder, without reading them."""
    root = folder / UNITS
    alone = [UnitSource(path) for path in data_files(root)]
    homes = [path for path in root.glob(f"*/{UNIT_FILE}") if _ours(path.parent)]
    folders = [UnitSource(path, folder=True) for path in homes]
    return sorted([*alone, *folders], key=lambda each: each.file)


def unit_head(file: Path) -> tuple[str, str] | None:
    """Return code and name of the unit in a file, parsing as little as possible.

    Returns:
        None if the file is not that of a unit, or this part of it cannot be read.
    """
    unit = unit_about(file)
    if unit is None or not isinstance(code := unit.get("ma"), str):
        return None
    return code.strip(), str(unit.get("ten") or "")


def unit_about(file: Path) -> dict[str, Tree] | None:
    """Return `don_vi` of a unit's file, parsing as little as possible, or None."""
    text = read_text(file)
    if isinstance(text, Problem):
        return None
    about = _ABOUT.search(text) if _IS_UNIT.search(text) else None
    tree = parse(about[0] if about else text)
    if isinstance(tree, Problem) or not (about or tree.get("loai") == "don-vi"):
        return None
    unit = tree.get("don_vi")
    return unit if isinstance(unit, dict) else None


_IS_UNIT = re.compile(r"^loai: *don-vi\b", re.MULTILINE)
_ABOUT = re.compile(r"^don_vi:.*?(?=^[^\s#]|\Z)", re.MULTILINE | re.DOTALL)


def _ours(path: Path) -> bool:
    return not path.name.startswith((".", "~$"))


def read_unit(
    source: UnitSource, dot: Dot | None, read: Callable[[Path, str], ReadResult] = read_data
) -> tuple[Unit | None, list[Problem]]:
    """Read one unit with its persons.

    Args:
        source: its files.
        dot: the campaign, from which persons inherit; None if it could not be read.
        read: how a file is read, given its name in problems too.

    Returns:
        The unit, or None if its own file cannot be read, and every problem with its place.
    """
    own = read(source.file, source.file.as_posix())
    people = {path: read(path, path.as_posix()) for path in source.persons()}
    problems = [found for each in (own, *people.values()) for found in each.problems]
    problems += _misplaced({source.file: own}, DonViNam, "don-vi")
    problems += _misplaced(people, CaNhanTep, "ca-nhan")
    if not isinstance(own.value, DonViNam):
        return None, problems
    return _joined(source.file, own.value, people, dot), problems


Wanted = Callable[[UnitSource], bool]
"""Whether a unit is read."""


def read_units(
    folder: Path, dot: Dot | None, own: dict[Path, ReadResult], wanted: Wanted | None = None
) -> tuple[list[Unit], list[Problem], list[Path]]:
    """Read every unit of a campaign.

    Args:
        folder: the campaign folder.
        dot: the campaign, from which persons inherit; None if it could not be read.
        own: units located directly in the campaign folder, already read.
        wanted: which units; by default every one.

    Returns:
        The units that could be read, every problem with its place, and all files examined.
    """
    sources = [each for each in unit_sources(folder) if wanted is None or wanted(each)]
    units: list[Unit] = []
    problems: list[Problem] = []

    def read(path: Path, shown: str) -> ReadResult:
        return own.get(path) or read_data(path, shown)

    for source in (*map(UnitSource, own), *sources):
        unit, found = read_unit(source, dot, read)
        units += [unit] if unit else []
        problems += found
    problems += same_codes((unit.data.don_vi.ma, unit.file) for unit in units)
    return units, problems, [path for each in sources for path in (each.file, *each.persons())]


def _misplaced(reads: dict[Path, ReadResult], model: type, kind: str) -> list[Problem]:
    return [
        problem("KD036", Place(file=path.as_posix(), line=1, column=1), loai=kind)
        for path, read in reads.items()
        if read.value is not None and not isinstance(read.value, model)
    ]


def _joined(path: Path, nam: DonViNam, people: dict[Path, ReadResult], dot: Dot | None) -> Unit:
    persons = list(nam.ca_nhan)
    files: dict[int, Path] = {}
    for file, read in people.items():
        if isinstance(read.value, CaNhanTep):
            files[len(persons)] = file
            persons.append(read.value)
    shared = [nam.mac_dinh, *([dot.mac_dinh] if dot else [])]
    filled = tuple(inherited(person, shared) for person in persons)
    unread = tuple(file for file in people if file not in files.values())
    return Unit(path, nam.model_copy(update={"ca_nhan": filled}), files, unread)


def inherited(person: CaNhan, shared: Iterable[MacDinh]) -> CaNhan:
    """Fill in missing values of a person from the unit, then from the campaign.

    Args:
        person: as written.
        shared: the sources, the nearest first.

    Returns:
        The person; values without a source stay None.
    """
    update = {}
    for key in MacDinh.model_fields:
        if getattr(person, key) is None:
            found = next((v for each in shared if (v := getattr(each, key)) is not None), None)
            if found is not None:
                update[key] = found
    return person.model_copy(update=update) if update else person


def located_in(unit: Unit, problems: Iterable[Problem]) -> list[Problem]:
    """Add file, line and column to problems found in a unit's data.

    Problems of a person with a separate file are located there. The unit's own problems come first;
    each file is read once.
    """
    mine: list[Problem] = []
    others: dict[int, list[Problem]] = {}
    for each in problems:
        path = each.place.path
        if len(path) > 1 and path[0] == "ca_nhan" and path[1] in unit.persons:
            others.setdefault(int(path[1]), []).append(each.at(Place(path=path[2:])))
        else:
            mine.append(each)
    found = located(mine, unit.file)
    for index, theirs in others.items():
        found += located(theirs, unit.persons[index])
    return found


def same_codes(units: Iterable[tuple[str, Path]]) -> list[Problem]:
    """Report units (code and file) whose code an earlier one has, with places."""
    problems: list[Problem] = []
    seen: dict[str, Path] = {}
    for code, file in units:
        if code in seen:
            twice = problem("KD139", Place(path=("don_vi", "ma")), ma=code, tep=seen[code].name)
            problems += located([twice], file)
        seen.setdefault(code, file)
    return problems
