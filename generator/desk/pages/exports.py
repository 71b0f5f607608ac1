"""What the browser takes away: board and findings as workbooks, files that lie there."""

import datetime as dt
from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import findings_book, view
from generator.desk.addresses import quote
from generator.desk.downloads import download, sent
from generator.desk.pages.findings import all_found
from generator.dossier.reports.excel import workbook
from generator.dossier.results import CheckedCampaign, UnitResult
from generator.files.file_names import file_name


def board(request: Request) -> Response:
    """Give the verdicts on all units as a workbook."""
    return checked(request, "bang", ".xlsx", workbook)


def checked(
    request: Request,
    back: str,
    ending: str,
    write: Callable[[CheckedCampaign, Sequence[UnitResult]], bytes],
) -> Response:
    """Give the verdicts on all units as a file.

    Args:
        request: what is answered.
        back: the page that says why there are none.
        ending: of the file's name.
        write: makes the file.
    """
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    found = opened.ask(lambda work: work.board())
    if found.dot is None:
        opened.told += [f"{view.capital(each.message)}. {each.mend}." for each in found.problems]
        return view.go(request, f"/dot/{quote(opened.ma)}/{back}")
    data = write(found.dot, opened.ask(lambda work: work.results()))
    return download(data, dated("Tình hình hồ sơ", found.dot.tinh_den, ending))


def findings(request: Request) -> Response:
    """Give all findings as a workbook."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    return download(findings_book.workbook(all_found(opened)), dated("Vấn đề", opened.day()))


def dated(title: str, day: dt.date, ending: str = ".xlsx") -> str:
    """Return the name of a file of a day («Vấn đề đến 08-12-2026.xlsx»)."""
    return file_name(f"{title} đến {day:%d-%m-%Y}", ending)


def file(request: Request) -> Response:
    """Give a file of the campaign or of its output."""
    opened = view.campaign_of(request)
    path = opened.path(request.query_params.get("ten", "")) if opened else None
    if path is None or not path.is_file():
        return view.missing(request)
    return sent(path)


routes = [
    Route("/bang/excel", board, methods=["POST"]),
    Route("/van-de/excel", findings, methods=["POST"]),
    Route("/tep", file),
]
