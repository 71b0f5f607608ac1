"""Where the registers are, and which one a command line means."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.model import CoQuan, Dot
from generator.problems import Problem, has_errors
from generator.production.campaigns import campaign_folder
from generator.reading.data_file import CAMPAIGN_FILE
from generator.reading.load import read_campaign, read_file
from generator.register.papers import Paper, papers, with_terms
from generator.register.taking import ENDING, named_from, register_of

FOLDER = "so-van-ban"
"""Beside the campaigns, for a term outlasts each of them."""


@dataclass(frozen=True, slots=True)
class Register:
    """A register's file and, where a campaign was named, whose it is."""

    path: Path
    body: CoQuan | None = None


def folder_for(campaign: Path, chosen: Path | None) -> Path:
    """Return the folder of the registers: the one chosen, or the one beside the campaign."""
    return chosen or campaign.absolute().parent / FOLDER


def campaign_of(path: Path) -> tuple[Path, Dot] | list[Problem]:
    """Return the campaign a data file or folder belongs to, with its `dot.yaml`."""
    folder = path if path.is_dir() else campaign_folder(path) or path.parent
    read = read_file(folder / CAMPAIGN_FILE)
    if not isinstance(read.value, Dot) or has_errors(read.problems):
        return list(read.problems)
    return folder, read.value


def chosen(where: Path, folder: Path | None) -> Register | list[Problem]:
    """Return the register that is meant: its own file, or that of a campaign's body."""
    if where.suffix == ENDING:
        return Register(where)
    found = campaign_of(where)
    if isinstance(found, list):
        return found
    campaign, dot = found
    body = with_terms(dot.co_quan, dot)
    return Register(register_of(folder_for(campaign, folder), body), body)


def registers_of(
    campaign: Path, folder: Path | None
) -> Iterator[tuple[Path, list[tuple[str, Path, Paper]]]]:
    """Yield every register that the documents of a campaign belong to, with these documents.

    A body that has no register keeps its numbers elsewhere, and is passed over.
    """
    read = read_campaign(campaign)
    if read.dot is None:
        return
    home = folder_for(campaign, folder)
    values = [(campaign / name, value) for name, value in read.documents.items()]
    found: dict[Path, list[tuple[str, Path, Paper]]] = {}
    for path, value in [*values, *((unit.file, unit.nam) for unit in read.units)]:
        for paper in papers(value, read.dot):
            register = register_of(home, paper.co_quan)
            found.setdefault(register, []).append((named_from(register, path), path, paper))
    own = register_of(home, read.dot.co_quan)
    found.setdefault(own, [])
    yield from ((path, documents) for path, documents in found.items() if path.is_file())
