"""The letters of a campaign at work: each with its state on the disk and what is told of it."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.at_work.papers import PaperSeen
from generator.building.listing import LETTER_COPIES
from generator.building.state import Record
from generator.dossier.built import Shelf, state_of
from generator.dossier.unit_check import Standard
from generator.papers.letter_papers import letter_names, letter_paper
from generator.papers.paper import Paper, made
from generator.papers.validation import all_problems, made_from
from generator.problems import Place, Problem, Severity, has_errors, problem
from generator.reading.load import read_top


class Letters(NamedTuple):
    """The letters that could be read, in the order of their files, and all findings of them."""

    papers: tuple[PaperSeen, ...]
    problems: tuple[Problem, ...]


def letters_at_work(standard: Standard, root: Path, records: Mapping[str, Record]) -> Letters:
    """Read the letters of a campaign.

    Args:
        standard: the campaign.
        root: its output folder.
        records: what the last build left of the letters there.
    """
    campaign, _ = read_top(standard.campaign)
    shelf = Shelf(root, records, standard.templates, fresh=False)
    seen: list[PaperSeen] = []
    for name, file in letter_names(campaign).items():
        paper: Paper | None = None
        if not has_errors(made_from(campaign, standard.campaign / name)):
            paper = letter_paper(campaign, name, file)
        seen.append(
            PaperSeen(
                khoa=name,
                ma=campaign.documents[name].loai,
                muc="",
                ten=file.removesuffix(".docx"),
                ai="",
                tep=root / file,
                state=state_of(shelf, file, paper),
                so_ban=LETTER_COPIES,
                soan_duoc=paper is not None,
            )
        )
    return Letters(tuple(seen), tuple(all_problems(campaign)))


def letter_made(
    standard: Standard, khoa: str, text: str | None = None
) -> tuple[bytes | None, list[Problem]]:
    """Return a letter as it would be made now, or None with what prevents it.

    Args:
        standard: the campaign.
        khoa: the letter (its data file).
        text: what the file is to hold; None for what it holds.
    """
    path = standard.campaign / khoa
    campaign, _ = read_top(standard.campaign, {} if text is None else {khoa: text})
    if wrong := [each for each in made_from(campaign, path) if each.severity is Severity.ERROR]:
        return None, wrong
    file = letter_names(campaign).get(khoa)
    if file is None:
        return None, [problem("KD533", Place(file=path.as_posix()), ten=khoa)]
    return made(letter_paper(campaign, khoa, file), standard.templates)
