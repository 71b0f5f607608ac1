"""What is to be printed of a campaign, unit by unit, and whether it may be printed yet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.listing import Row, rows
from generator.files.documents import edited, is_beside
from generator.files.file_names import file_names
from generator.pdf.originals import originals
from generator.problems import Place, Problem, Severity, has_errors, problem

LETTERS = "Văn bản của đợt"
"""How the file of the campaign's own letters is called."""


class PrintPaper(NamedTuple):
    """A paper of the print list: its Word file, its title, how many times it is printed.

    `original` is the file of another office whose pages stand before it, where it copies one.
    """

    word: Path
    title: str
    copies: int
    original: Path | None = None

    @property
    def pdf(self) -> str:
        """The name of its PDF."""
        return f"{self.word.stem}.pdf"


@dataclass(frozen=True, slots=True)
class PrintUnit:
    """The papers of a unit in the order of printing.

    `folder` is its folder below the output, empty for the letters of the campaign; `name` that of
    its PDF files and, with the ending, of the file that holds them all; `due` are the papers that
    `build` would make.
    """

    folder: str
    name: str
    title: str
    papers: tuple[PrintPaper, ...]
    due: tuple[str, ...] = ()


class ToPrint(NamedTuple):
    """Units, what stands in the way of any, and traces of bugs in the program."""

    units: list[PrintUnit]
    problems: list[Problem]
    crashes: list[str]


def to_print(request: BuildRequest) -> ToPrint:
    """List what is to be printed of a campaign, in the order of its print list.

    Args:
        request: the campaign and, if not all of it, its units.

    Returns:
        The units; one that cannot be read, or that `build` may not write into, is left out and
        told. All errors of the data are told.
    """
    listed, problems = rows(request)
    due: dict[str, list[str]] = {}
    hindered: set[str] = set()
    crashes: list[str] = []
    for progress in build(replace(request, dry=True), here) if not has_errors(problems) else ():
        done = progress.done
        due.setdefault(done.name, []).extend(each.file.name for each in done.outcome.steps)
        crashes += [done.crash] if done.crash else []
        # What cannot be read is on no list: without this nobody would miss it.
        problems += [each for each in done.outcome.problems if each.severity is Severity.ERROR]
        if done.crash or not done.outcome.complete:
            everywhere = {_folder(request, each) for each in listed}
            hindered |= {done.name} if progress.total else everywhere
    found = _units(request, listed, due)
    units = [each for each in found if each.folder not in hindered]
    return ToPrint(units, list(dict.fromkeys(problems)), crashes)


def _folder(request: BuildRequest, row: Row) -> str:
    name = Path(row.tep).parent.relative_to(request.root).as_posix()
    return "" if name == "." else name


def _units(
    request: BuildRequest, listed: Iterable[Row], due: dict[str, list[str]]
) -> Iterator[PrintUnit]:
    grouped = [(folder, list(its)) for folder, its in groupby(listed, partial(_folder, request))]
    # A unit may bear the very name under which the letters go.
    (letters,) = file_names([LETTERS], others=[folder for folder, _ in grouped])
    copied = originals(request.campaign) if any(not folder for folder, _ in grouped) else {}
    for folder, its in grouped:
        yield PrintUnit(
            folder,
            folder or letters,
            its[0].don_vi or LETTERS,
            tuple(_paper(row, {} if folder else copied) for row in its),
            tuple(due.get(folder, ())),
        )


def _paper(row: Row, copied: Mapping[str, Path]) -> PrintPaper:
    word = Path(row.tep)
    return PrintPaper(word, row.ten, row.so_ban, copied.get(word.name))


def edited_beside_new(unit: PrintUnit) -> list[Problem]:
    """Tell papers that somebody edited and that have a newer version beside them."""
    found: list[Problem] = []
    try:
        names = [each.name for each in unit.papers[0].word.parent.iterdir()]
    except OSError:
        return []
    for paper in unit.papers:
        new = [each for each in names if is_beside(each, paper.word.name)]
        try:
            if new and edited(paper.word):
                place = Place(file=paper.word.as_posix())
                found.append(problem("KD598", place, ten=max(new)))
        except OSError:
            continue  # whoever converts it tells
    return found
