"""Writes the summaries of a campaign as four Word papers and one workbook from the same values."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.building.folders import BuildRequest
from generator.engine.look import Look
from generator.files.atomic import sweep
from generator.files.documents import Writing, withdraw, write_documents
from generator.files.real_path import leads_away
from generator.model import Dot
from generator.model.kinds import LoaiGiayTo
from generator.papers.drafts import draft_lines
from generator.papers.kinds import shapes
from generator.papers.looks import look_of
from generator.papers.paper import Paper, made
from generator.papers.templates import search_path
from generator.problems import Place, Problem, problem
from generator.reading.acknowledged import acknowledged, campaign_scopes
from generator.regulations.catalogue import paper_kinds
from generator.regulations.in_force import pack_in_force
from generator.regulations.packs import pack_for
from generator.summary.checks import check_summary
from generator.summary.drafts import NOTICE, wrong_by_kind
from generator.summary.summed_up import Summary, summed_up
from generator.summary.units import counted
from generator.summary.workbook import workbook
from generator.wording.draft import ENDING

FOLDER = "tong-hop"
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
    checks = check_summary(found, summary, place)
    problems += acknowledged(checks, campaign_scopes(request.campaign, found.dot, {}))
    templates = search_path(request.campaign, request.templates)
    documents: list[tuple[Path, bytes]] = []
    wrong = wrong_by_kind(found.sai)
    for paper in papers(summary, found.dot, wrong):
        data, lacking = made(paper, templates)
        problems += lacking
        documents += [(folder / paper.tep, data)] if data is not None else []
    if summary.thong_bao is None:
        name = paper_kinds()[NOTICE].ten
        problems.append(problem("KD528", place))
        problems += [*withdraw(folder / f"{name}.docx"), *withdraw(folder / f"{name}{ENDING}.docx")]
    told = list(dict.fromkeys(each for its in wrong.values() for each in its))
    book = workbook(summary, draft_lines(told))
    documents.append((folder / _named(WORKBOOK, draft=bool(told)), book))
    sweep(folder)
    written = write_documents(documents)
    problems += [each for done in written for each in done.problems]
    for done in written:
        problems += withdraw(_other(done.path)) if done.file else []
    return [done.file for done in written if done.file], [*problems, *told, *_drafts(written)]


def papers(
    summary: Summary, dot: Dot, wrong: Mapping[str, tuple[Problem, ...]] = MappingProxyType({})
) -> list[Paper]:
    """Return the Word papers of a summary; template problems are placed in the template.

    Args:
        summary: the printed values.
        dot: the campaign, whose body issues the notice.
        wrong: the errors that each kind prints, which make it a draft.
    """
    values = {
        "tong-hop-dot": summary.tong_hop,
        "bieu-6f": summary.bieu_6f,
        "chua-kiem-diem": summary.chua_kiem_diem,
        NOTICE: summary.thong_bao,
    }
    notice = look_of(pack_in_force(dot, dot.co_quan, None)[0])
    forms = look_of(pack_for("dang", None, dot.nam))
    return [
        _paper(
            paper_kinds()[code],
            printed,
            notice if code == NOTICE else forms,
            draft_lines(wrong.get(code, ())),
        )
        for code, printed in values.items()
        if printed
    ]


def _paper(
    kind: LoaiGiayTo, printed: Mapping[str, Any], look: Look, draft: tuple[str, ...]
) -> Paper:
    template = kind.mau or ""
    name = _named(f"{kind.ten}.docx", draft=bool(draft))
    return Paper(name, template, shapes()[template], lambda: printed, list, look, draft)


def _named(name: str, *, draft: bool) -> str:
    path = Path(name)
    return f"{path.stem}{ENDING}{path.suffix}" if draft else name


def _other(path: Path) -> Path:
    """Return the name of a finished summary while it was a draft, and the other way round."""
    stem = path.stem.removesuffix(ENDING)
    return path.with_stem(stem if path.stem.endswith(ENDING) else f"{stem}{ENDING}")


def _drafts(written: Sequence[Writing]) -> list[Problem]:
    names = [f"«{each.path.stem}»" for each in written if each.path.stem.endswith(ENDING)]
    if not names:
        return []
    place = Place(file=written[0].path.parent.as_posix())
    return [problem("KD515", place, so=len(names), ten=", ".join(names))]
