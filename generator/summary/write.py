"""Writes the summaries of a campaign as four Word papers and one workbook from the same values."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.building.folders import BuildRequest, leads_away
from generator.building.incremental import sweep
from generator.files.documents import withdraw, write_documents
from generator.papers.paper import Paper, made
from generator.papers.templates import search_path
from generator.papers.unit_documents import HO_SO, SUMMARY_TEMPLATE
from generator.papers.unit_papers import shape_for
from generator.problems import Place, Problem, problem
from generator.summary.checks import check_summary
from generator.summary.summed_up import Summary, summed_up
from generator.summary.units import counted
from generator.summary.workbook import workbook

FOLDER = "tong-hop"
NOTICE = "Thông báo kết quả xếp loại"
WORKBOOK = "Tổng hợp kết quả xếp loại.xlsx"


def write_summary(request: BuildRequest) -> tuple[list[Path], list[Problem]]:
    """Summarise a campaign and write the summaries into `tong-hop/` of its output folder.

    Args:
        request: the campaign folder and its output folder.

    Returns:
        The current files of the summaries, and all problems of reading, checking and writing.
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
        problems += [problem("KD528", place), *withdraw(folder / f"{NOTICE}.docx")]
    documents.append((folder / WORKBOOK, workbook(summary)))
    sweep(folder)
    written = write_documents(documents)
    problems += [each for done in written for each in done.problems]
    return [done.file for done in written if done.file], problems


def papers(summary: Summary) -> list[Paper]:
    """Return the Word papers of a summary; template problems are placed in the template."""
    notice = summary.thong_bao
    return [
        _paper("Tổng hợp kết quả xếp loại", SUMMARY_TEMPLATE, summary.tong_hop),
        _paper("Biểu 6F", f"{HO_SO}bieu-6f", summary.bieu_6f),
        _paper(
            "Danh sách chưa kiểm điểm, xếp loại", f"{HO_SO}chua-kiem-diem", summary.chua_kiem_diem
        ),
        *([_paper(NOTICE, f"{HO_SO}thong-bao-ket-qua", notice)] if notice else []),
    ]


def _paper(name: str, template: str, values: Mapping[str, Any]) -> Paper:
    return Paper(f"{name}.docx", template, shape_for(template), lambda: values, list)
