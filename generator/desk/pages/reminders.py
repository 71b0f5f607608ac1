"""«Đôn đốc»: letters to units that are late, and the reports of the check."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.building.folders import readable
from generator.desk import due, view
from generator.desk.addresses import query, quote
from generator.desk.campaigns import Open
from generator.desk.downloads import lying
from generator.desk.found import of_job, of_problem
from generator.desk.jobs import Ended, Job
from generator.desk.pages.exports import checked as as_checked
from generator.desk.pages.papers import begin
from generator.dossier.check import CheckRequest, Step, checked
from generator.dossier.reports.page import page as table_page
from generator.dossier.reports.saving import FOLDER, save
from generator.dossier.reports.word import DUNNING, LIST, REPORT, in_time, letter_due
from generator.dossier.results import UnitResult
from generator.dossier.still_owed import overdue
from generator.files.real_path import real_path
from generator.problems import Severity
from generator.wording.dates import short_date

JOB = "Lập công văn đôn đốc, báo cáo"


def page(request: Request) -> Response:
    """Show who is late, with what, and the letters and reports that were made."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    board = opened.seen()
    units = opened.ask(lambda work: work.results())
    dot, problems = readable(opened.folder)
    late = late_units(opened)
    soon = [each for each in units if dot and in_time(each, dot)]
    home = opened.root / FOLDER
    coming = min(
        (row.han for row in board.rows if row.han and row.han >= opened.day()), default=None
    )
    return view.page(
        request,
        "don-doc.html",
        here="in",
        tre=[_late(opened, each) for each in late],
        chua_tre=soon,
        thu=lying(opened, home, f"{DUNNING}*.docx"),
        bao_cao=lying(opened, home, f"{REPORT}*.docx"),
        bang_kiem=lying(opened, home, f"{LIST}*.docx"),
        viec_loi=of_job(opened, JOB),
        han=coming,
        van_de=[of_problem(opened, each) for each in (*board.problems, *problems)]
        if not units
        else [],
        thu_muc=real_path(home),
        co_don_vi=bool(units),
    )


def late_units(opened: Open) -> list[UnitResult]:
    """Return the units that get a letter, as the last look at the board showed them."""
    dot, _ = readable(opened.folder) if opened.board else (None, [])
    return [
        each for each in opened.ask(lambda work: work.results()) if dot and letter_due(each, dot)
    ]


def _late(opened: Open, unit: UnitResult) -> dict[str, Any]:
    owed = overdue(unit)
    items = dict.fromkeys((each.muc, due.short(each.ten)) for each in owed)
    since = min(each.han for each in owed if each.han)
    return {
        "ten": unit.ten,
        "thu_muc": unit.thu_muc,
        "tu": short_date(since),
        "ngay": (opened.day() - since).days,
        "muc": [
            {
                "chu": f"{muc} {ten}",
                "den": f"/dot/{quote(opened.ma)}/bang{query(o=muc, don_vi=unit.thu_muc)}",
            }
            for muc, ten in items
        ],
    }


def make(request: Request) -> Response:
    """Begin to write the letters and the reports in Word."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    begin(opened, Job(JOB, lambda job: _made(opened, job)))
    return view.go(request, f"/dot/{quote(opened.ma)}/don-doc")


def _made(opened: Open, job: Job) -> Ended:
    def follow(step: Step) -> None:
        job.step(step.xong, step.tong)

    with checked(CheckRequest(opened.request, opened.day(), follow=follow)) as answer:
        units = list(answer.units())
        saved = save("docx", answer, units, opened.request)
    if answer.campaign is None:
        return Ended("Chưa lập được: đợt chưa kiểm tra được.", answer.problems, "/don-doc")
    letters = sum(each.name.startswith(DUNNING) for each in saved.files)
    said = f"Đã lập {letters} công văn đôn đốc, {len(saved.files) - letters} báo cáo, bảng kiểm."
    if saved.chua_qua_han:
        said += (
            f" {len(saved.chua_qua_han)} đơn vị còn thiếu nhưng chưa quá hạn, chưa lập công văn."
        )
    wrong = tuple(each for each in saved.problems if each.severity is not Severity.ACCEPTED)
    return Ended(said, wrong, "/don-doc")


def table(request: Request) -> Response:
    """Give the table of the check as a page to print or to send."""
    return as_checked(
        request, "don-doc", ".html", lambda *found: "".join(table_page(*found)).encode()
    )


routes = [
    Route("/don-doc", page),
    Route("/don-doc/lap", make, methods=["POST"]),
    Route("/don-doc/bang", table, methods=["POST"]),
]
