"""The units of a campaign: `don-vi/<tên>.yaml`, or a folder with `don-vi.yaml` and `ca-nhan/`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.model import Dot
from generator.model.unit import CaNhan, CaNhanTep, DonViNam, MacDinh
from generator.problems import Place, Problem, problem
from generator.reading.data_file import ReadResult, read_data
from generator.reading.positions import located

UNITS = "don-vi"
UNIT_FILE = "don-vi.yaml"
PERSONS = "ca-nhan"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as read, with what it inherits filled in.

    `persons` holds the own file of a person by the person's index in `nam.ca_nhan`.
    """

    file: Path
    nam: DonViNam
    persons: dict[int, Path] = field(default_factory=dict)


def unit_files(folder: Path) -> tuple[list[Path], list[Path]]:
    """Return the files of units and those of persons below a campaign folder."""
    root = folder / UNITS
    units = [path for path in root.glob("*.yaml") if _ours(path)]
    units += [path for path in root.glob(f"*/{UNIT_FILE}") if _ours(path.parent)]
    persons = [
        path
        for unit in units
        if unit.name == UNIT_FILE
        for path in (unit.parent / PERSONS).glob("*.yaml")
        if _ours(path)
    ]
    return sorted(units), sorted(persons)


def _ours(path: Path) -> bool:
    return not path.name.startswith((".", "~$"))


def read_units(
    folder: Path, dot: Dot | None, own: dict[Path, ReadResult]
) -> tuple[list[Unit], list[Problem], list[Path]]:
    """Read every unit of a campaign.

    Args:
        folder: the campaign folder.
        dot: what persons inherit from the campaign; None when it could not be read.
        own: units that stand directly in the campaign folder, already read.

    Returns:
        The units that could be read, every problem with its place, and all files looked at.
    """
    files, person_files = unit_files(folder)
    reads = {**own, **{path: read_data(path, path.as_posix()) for path in files}}
    people = {path: read_data(path, path.as_posix()) for path in person_files}
    problems = [found for read in (*reads.values(), *people.values()) for found in read.problems]
    problems += _misplaced(files, reads, DonViNam, "don-vi")
    problems += _misplaced(person_files, people, CaNhanTep, "ca-nhan")
    units: list[Unit] = []
    for path, read in reads.items():
        if isinstance(read.value, DonViNam):
            beside = [each for each in person_files if each.parent.parent == path.parent]
            mine = [each for each in beside if path.name == UNIT_FILE]
            units.append(_joined(path, read.value, {each: people[each] for each in mine}, dot))
    problems += _same_code(units)
    problems += _unread(folder / UNITS, {*files, *person_files})
    return units, problems, [*files, *person_files]


def _misplaced(
    files: Iterable[Path], reads: dict[Path, ReadResult], model: type, kind: str
) -> list[Problem]:
    return [
        problem("KD036", Place(file=path.as_posix(), line=1, column=1), loai=kind)
        for path in files
        if reads[path].value is not None and not isinstance(reads[path].value, model)
    ]


def _unread(root: Path, read: set[Path]) -> list[Problem]:
    """A data file where none is looked for is told, not passed over."""
    inside = sorted(path for path in root.rglob("*") if path.suffix.lower() in {".yaml", ".yml"})
    return [
        problem("KD037", Place(file=path.as_posix()))
        for path in inside
        if path not in read and all(_ours(Path(part)) for part in path.relative_to(root).parts)
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
    return Unit(path, nam.model_copy(update={"ca_nhan": filled}), files)


def inherited(person: CaNhan, shared: Iterable[MacDinh]) -> CaNhan:
    """Fill what a person leaves open from the unit, then from the campaign.

    Args:
        person: as written.
        shared: the nearest first.

    Returns:
        The person; what nobody gives stays None.
    """
    update = {}
    for key in MacDinh.model_fields:
        if getattr(person, key) is None:
            found = next((v for each in shared if (v := getattr(each, key)) is not None), None)
            if found is not None:
                update[key] = found
    return person.model_copy(update=update) if update else person


def located_in(unit: Unit, problems: Iterable[Problem]) -> list[Problem]:
    """Give problems found in a unit's data their file, line and column.

    A path that leads to a person with a file of their own is looked up there.
    """
    found: list[Problem] = []
    for each in problems:
        path = each.place.path
        if len(path) > 1 and path[0] == "ca_nhan" and path[1] in unit.persons:
            found += located([each.at(Place(path=path[2:]))], unit.persons[int(path[1])])
        else:
            found += located([each], unit.file)
    return found


def _same_code(units: list[Unit]) -> list[Problem]:
    seen: dict[str, Path] = {}
    problems: list[Problem] = []
    for unit in units:
        code = unit.nam.don_vi.ma
        if code in seen:
            twice = problem("KD139", Place(path=("don_vi", "ma")), ma=code, tep=seen[code].name)
            problems += located([twice], unit.file)
        seen.setdefault(code, unit.file)
    return problems
