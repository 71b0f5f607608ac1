"""Writes the Word documents of a check into the campaign's output folder."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from generator.dossier.documents import bang_kiem, don_doc, tinh_hinh_nop
from generator.dossier.results import CheckedCampaign, UnitResult
from generator.model import Dot
from generator.problems import Problem
from generator.production.file_names import file_name, file_names
from generator.production.paper import Paper, made
from generator.production.templates import Templates
from generator.production.unit_rendering import shape_for
from generator.production.write import write_document

DUNNING = "Công văn đôn đốc"


def write_word_reports(
    folder: Path, campaign: CheckedCampaign, units: Sequence[UnitResult], dot: Dot,
    templates: Templates,
) -> tuple[list[Path], list[Problem]]:  # fmt: skip
    """Write the report on the campaign, the bảng kiểm of each unit, a letter to each that lacks.

    Args:
        folder: where they go.
        campaign: what was checked.
        units: the results.
        dot: the campaign, for head, addressees and signer.
        templates: where templates are found.

    Returns:
        The files written, and what is to be said of them.
    """
    papers = [_paper("Báo cáo tình hình nộp hồ sơ", "tinh-hinh-nop",
                     partial(tinh_hinh_nop, units, campaign, dot))]  # fmt: skip
    names = file_names(unit.ten for unit in units)
    for unit, name in zip(units, names, strict=True):
        if unit.verdicts:
            papers.append(
                _paper(f"Bảng kiểm - {name}", "bang-kiem", partial(bang_kiem, unit, campaign, dot))
            )
        if unit.lacking():
            papers.append(
                _paper(f"{DUNNING} - {name}", "don-doc", partial(don_doc, unit, campaign, dot))
            )
    return write_papers(folder, papers, templates)


def _paper(title: str, template: str, build: Callable[[], Mapping[str, Any]]) -> Paper:
    name = f"ho-so/{template}"
    return Paper(file_name(title, ".docx"), name, shape_for(name), build, list)


def write_papers(
    folder: Path, papers: Sequence[Paper], templates: Templates
) -> tuple[list[Path], list[Problem]]:
    """Make documents and put them in their places."""
    written: list[Path] = []
    problems: list[Problem] = []
    for paper in papers:
        data, found = made(paper, templates)
        problems += found
        if data is not None:
            path, found = write_document(folder / paper.tep, data)
            problems += found
            written += [path] if path else []
    return written, list(dict.fromkeys(problems))
