"""«In»: what is printed, in its order and how many times; one PDF a unit to print it from."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.at_work.papers import OLD, PaperSeen
from generator.building.folders import BuildRequest
from generator.building.listing import Row, all_rows
from generator.building.print_list import workbook
from generator.desk import signs, view
from generator.desk.addresses import query, quote
from generator.desk.campaigns import Open
from generator.desk.downloads import address, download, time_of
from generator.desk.found import of_job
from generator.desk.jobs import Ended, Job
from generator.desk.pages.papers import begin
from generator.desk.pages.reminders import late_units
from generator.dossier.built import State
from generator.files.file_names import file_name
from generator.pdf.counts import page_counts
from generator.pdf.making import Step
from generator.pdf.office import libreoffice
from generator.pdf.run import FOLDER, Printed, make_pdfs
from generator.pdf.units import LETTERS
from generator.problems import Severity
from generator.wording.draft import ENDING

JOB = "Tạo PDF để in"


class Line(NamedTuple):
    """Papers that stand together in the list: `so` of one kind, for `nguoi` people and others.

    `trang` are the pages of one copy, «3-5» if they differ; `trang_in` those of all copies, 0 as
    `trang` is «» where they are not known of every paper. `tep` are the names in addresses of its
    files, «» for one that is not there.
    """

    muc: str
    ten: str
    ai: tuple[str, ...]
    nguoi: int
    so_ban: int
    so: int
    sign: signs.Sign
    trang: str
    trang_in: int
    tep: tuple[str, ...]


def page(request: Request) -> Response:
    """Show the units with what is printed of each, or the list of one unit."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    unit = request.query_params.get("don-vi", "")
    listed, problems = all_rows([_asked(opened, unit)])
    common: dict[str, Any] = {
        "here": "in",
        "tre": len(late_units(opened)),
        "van_phong": libreoffice(),
        "don_vi": unit,
        "so_van_ban": len(listed),
        "so_ban": sum(each.so_ban for each in listed),
        "viec_loi": of_job(opened, JOB),
        "van_de": problems,
    }
    if not unit:
        return view.page(request, "in.html", cac=_units(opened, listed), **common)
    seen = opened.ask(lambda work: work.unit(unit))
    if seen is None:
        return view.missing(request)
    states = {each.tep.as_posix(): each for each in seen.papers}
    words = [Path(each.tep) for each in listed]
    lines = list(_lines(opened, listed, states, page_counts(opened.root, unit, words)))
    return view.page(
        request,
        "in-don-vi.html",
        ten=seen.ten,
        hang=lines,
        trang_in=sum(each.trang_in for each in lines) if all(each.trang for each in lines) else 0,
        pdf=_pdf(opened, unit, words),
        **_before(seen.papers),
        **common,
    )


def _asked(opened: Open, unit: str) -> BuildRequest:
    return replace(opened.request, units=(unit,) if unit else ())


def _units(opened: Open, listed: Iterable[Row]) -> list[dict[str, Any]]:
    found = []
    for folder, its in groupby(listed, key=lambda row: Path(row.tep).parent):
        rows = list(its)
        words = [Path(row.tep) for row in rows]
        name = "" if folder == opened.root else folder.name
        found.append(
            {
                "ten": rows[0].don_vi or LETTERS,
                "thu_muc": name,
                "so": len(rows),
                "ban": sum(row.so_ban for row in rows),
                "co": sum(each.exists() for each in words),
                "pdf": _pdf(opened, name or LETTERS, words),
            }
        )
    return found


def _pdf(opened: Open, name: str, words: Iterable[Path]) -> dict[str, Any] | None:
    """Return the PDF of a unit; `cu` tells that a Word file of it is newer."""
    path = opened.root / FOLDER / f"{name}.pdf"
    if not path.is_file():
        return None
    made = time_of(path)
    newer = any(time_of(each) > made for each in words if each.is_file())
    return {"den": address(opened, path), "tep": opened.name_of(path), "luc": made, "cu": newer}


def _lines(
    opened: Open,
    listed: Iterable[Row],
    states: dict[str, PaperSeen],
    counts: Mapping[Path, int],
) -> Iterator[Line]:
    """Join neighbours of the list that are the same paper of different people."""

    def about(row: Row) -> str:
        return states[row.tep].ai if row.tep in states else row.ca_nhan

    def same(row: Row) -> tuple[str, str, int]:
        title = row.ten.removesuffix(ENDING).removesuffix(f" - {about(row)}")
        return row.muc, title.removesuffix(f" {row.ma}"), row.so_ban

    for (muc, ten, copies), its in groupby(listed, key=same):
        rows = list(its)
        seen = [states[row.tep] for row in rows if row.tep in states]
        people = sum(bool(row.ca_nhan) for row in rows)
        pages = [counts.get(Path(row.tep), 0) for row in rows]
        yield Line(
            muc,
            ten,
            tuple(filter(None, map(about, rows))),
            people,
            copies,
            len(rows),
            _sign(rows, seen),
            _span(pages) if all(pages) else "",
            sum(pages) * copies if all(pages) else 0,
            tuple(opened.name_of(row.tep) if Path(row.tep).is_file() else "" for row in rows),
        )


def _span(pages: Sequence[int]) -> str:
    first, last = min(pages), max(pages)
    return f"{first}" if first == last else f"{first}-{last}"


def _sign(rows: Sequence[Row], seen: Iterable[PaperSeen]) -> signs.Sign:
    """Return the loudest state of some papers."""
    found = [
        signs.of_paper(each.state, draft=bool(each.sai), makeable=each.soan_duoc) for each in seen
    ]
    if not found:
        there = all(Path(row.tep).exists() for row in rows)
        return signs.Sign("du", "Có tệp") if there else signs.Sign("cho", "Chưa tạo")
    counts = Counter(found)
    worst = next((each for each in found if each.loud), None)
    worst = worst or next((each for each in found if each.dau != "du"), found[0])
    number = f" {counts[worst]}" if 1 < len(found) > counts[worst] else ""
    return signs.Sign(worst.dau, worst.chu + number)


def _before(papers: Sequence[PaperSeen]) -> dict[str, Any]:
    """Return what to know before a unit is printed."""
    return {
        "cu": [each for each in papers if each.state in OLD and each.soan_duoc],
        "chua_du": [each for each in papers if each.state in OLD and not each.soan_duoc],
        "sua_tay": [each for each in papers if each.state is State.SUA_TAY],
        "du_thao": [each for each in papers if each.sai],
    }


def excel(request: Request) -> Response:
    """Give the print list of a unit or of all as a workbook."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    unit = request.query_params.get("don-vi", "")
    listed, problems = all_rows([_asked(opened, unit)])
    if not listed:
        opened.told += [
            f"{view.capital(each.message)}. {view.capital(each.mend)}." for each in problems
        ]
        return view.go(request, f"/dot/{quote(opened.ma)}/in")
    title = f"Danh sách in - {listed[-1].don_vi or LETTERS}" if unit else "Danh sách in"
    return download(workbook(listed), file_name(title, ".xlsx"))


def make(request: Request, form: dict[str, str]) -> Response:
    """Begin to make the PDF files of a unit or of all."""
    unit = form.get("don-vi", "")
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    asked = _asked(opened, unit)
    back = f"/in{query(don_vi=unit)}"
    begin(opened, Job(JOB, lambda job: _made(asked, job, back)))
    return view.go(request, f"/dot/{quote(opened.ma)}{back}")


def _made(asked: BuildRequest, job: Job, back: str) -> Ended:
    @contextmanager
    def watch(_request: BuildRequest) -> Iterator[Callable[[Step], None]]:
        yield lambda step: job.step(step.done, step.total)

    done = make_pdfs([asked], watch=watch)
    return Ended(told(done), done.problems, back)


def told(done: Printed) -> str:
    """Return what came of making PDF files, in a sentence."""
    if done.unable:
        return "Chưa tạo được PDF: LibreOffice không có hoặc không chạy được trên máy này."
    said = f"Có {view.number_shown(len(done.files))} tệp PDF để in"
    said += f", {view.number_shown(done.pages)} trang." if done.pages else "."
    said += f" Đã chuyển {view.number_shown(done.made)} văn bản"
    said += f", giữ nguyên {view.number_shown(done.kept)}." if done.kept else "."
    errors = sum(each.severity is Severity.ERROR for each in done.problems)
    if errors:
        said += f" {errors} chỗ chưa được, xem bên dưới."
    if done.crashes:
        said += " Có đơn vị gặp lỗi của chương trình."
    if done.stopped:
        said = f"Đã dừng theo yêu cầu. {said} Làm lại thì làm tiếp phần còn lại."
    return said


routes = [
    Route("/in", page),
    Route("/in/excel", excel),
    Route("/in/tao-pdf", view.posted(make), methods=["POST"]),
]
