"""Writes the summaries of a campaign as four Word papers and one workbook from the same values."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.building.folders import BuildRequest, leads_away
from generator.files.atomic import sweep
from generator.files.documents import withdraw, write_documents
from generator.model.kinds import LoaiGiayTo
from generator.papers.kinds import shapes
from generator.papers.paper import Paper, made
from generator.papers.templates import search_path
from generator.problems import Place, Problem, problem
from generator.regulations.catalogue import paper_kinds
from generator.summary.checks import check_summary
from generator.summary.summed_up import Summary, summed_up
from generator.summary.units import counted
from generator.summary.workbook import workbook

FOLDER = "tong-hop"
NOTICE = "thong-bao-ket-qua"
"""The kind of the paper that makes the results of a campaign known."""
WORKBOOK = "Tổng hợp kết quả xếp loại.xlsx"


def write_summary(request: BuildRequest) -> tuple[list[Path], list[Problem]]:
    """Summarise a campaign and write the summaries into `tong-hop/` of its output folder.

    An earlier notice of results is deleted if nobody has a decided level any more.

    Args:
        request: the campaign folder and its output folder.

    Returns:
        The files of the summaries, written now or unchanged, and all problems of reading, checking
        and writing.
    """
    found, problems = counted(request)
    if found is None:
        return [], problems
    place = Place(file=request.campaign.as_posix())
    if not found.years:
        return [], [*problems, problem("KD527", place)]
    folder = request.root / FOLDER
    if leads_away(folder):
        return [], [*problems, problem("KD507", Place(file=folder.as_posix()))]
    summary = summed_up(found)
    problems += check_summary(found, summary, place)
    templates = search_path(request.campaign, request.templates)
    documents: list[tuple[Path, bytes]] = []
    for paper in papers(summary):
        data, lacking = made(paper, templates)
        problems += lacking
        documents += [(folder / paper.tep, data)] if data is not None else []
    if summary.thong_bao is None:
        problems += [
            problem("KD528", place),
            *withdraw(folder / f"{paper_kinds()[NOTICE].ten}.docx"),
        ]
    documents.append((folder / WORKBOOK, workbook(summary)))
    sweep(folder)
    written = write_documents(documents)
    problems += [each for done in written for each in done.problems]
    return [done.file for done in written if done.file], problems


def papers(summary: Summary) -> list[Paper]:
    """Return the Word papers of a summary; template problems are placed in the template."""
    values = {
        "tong-hop-dot": summary.tong_hop,
        "bieu-6f": summary.bieu_6f,
        "chua-kiem-diem": summary.chua_kiem_diem,
        NOTICE: summary.thong_bao,
    }
    return [_paper(paper_kinds()[code], printed) for code, printed in values.items() if printed]


def _paper(kind: LoaiGiayTo, printed: Mapping[str, Any]) -> Paper:
    template = kind.mau or ""
    return Paper(f"{kind.ten}.docx", template, shapes()[template], lambda: printed, list)
