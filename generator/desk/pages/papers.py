"""«Văn bản»: the papers and letters of a campaign, and making those that are missing or old."""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.at_work.papers import PaperSeen
from generator.building.build import Progress
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.preview import preview
from generator.building.run import run
from generator.desk import letters, signs, view
from generator.desk.addresses import quote
from generator.desk.campaigns import BUILDING, Open, is_building
from generator.desk.found import LACKING, of_problem
from generator.desk.jobs import Ended, Job
from generator.editing.key_order import model_of
from generator.model import Dot, SaoLuc, VanBan
from generator.problems import Severity
from generator.reading.folder_files import data_files
from generator.reading.load import campaign_of

_FEW = 3
"""Papers without their contents that are told one by one; more stand behind a line."""

_KEYS = re.compile(r" \([^()]*\)$")
"""Which values changed, at the end of a reason: they are told paper by paper."""

LEFT_OVER = "KD506"
"""Papers of somebody or something that the data no longer has."""


def page(request: Request) -> Response:
    """Show what will be made and why, and the letters."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    found = opened.ask(lambda work: work.letters())
    dot = campaign_of(opened.folder)
    return view.page(
        request,
        "van-ban.html",
        thu=[
            *(_letter(opened, each, dot) for each in (found.papers if found else ())),
            *_unfinished(opened, {each.khoa for each in (found.papers if found else ())}, dot),
        ],
    )


def plan(request: Request) -> Response:
    """Return what a build would make, unit by unit, and why."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    found = preview([opened.request])
    due = [(row, why) for row, why in found.documents if why]
    reasons = Counter(_KEYS.sub("", why) for _, why in due)
    told = [
        of_problem(opened, each)
        for each in found.problems
        if each.severity is Severity.ERROR and each.code != BUILDING
    ]
    lacking = [each for each in told if each.ma == LACKING]
    if len(lacking) > _FEW:
        told = [each for each in told if each.ma != LACKING]
    else:
        lacking = []
    return view.page(
        request,
        "van-ban-phan.html",
        tong=len(found.documents),
        se_lam=len(due),
        cac=due[:200],
        con=max(0, len(due) - 200),
        vi_sao=reasons.most_common(),
        ban=is_building(found.problems),
        van_de=told[:10],
        van_de_con=len(told[10:]),
        thua=[of_problem(opened, each).cau for each in found.problems if each.code == LEFT_OVER],
        thieu=lacking[:200],
        thieu_tong=len(lacking),
    )


def _letter(opened: Open, each: PaperSeen, dot: Dot | None) -> dict[str, Any]:
    tree = letters.tree_of(opened.folder / each.khoa) or {}
    return {
        "ten": letters.title(tree, dot),
        "so": str(tree.get("so") or ""),
        "ngay": str(tree.get("ngay") or ""),
        "tep": opened.name_of(each.tep),
        "khoa": each.khoa,
        "co": each.tep.exists(),
        "sign": signs.of_paper(each.state, draft=bool(each.sai), makeable=each.soan_duoc),
    }


def _unfinished(opened: Open, known: Container[str], dot: Dot | None) -> Iterator[dict[str, Any]]:
    """Yield the letters that lack something without which they are none yet."""
    for file in data_files(opened.folder):
        tree = None if file.name in known else letters.tree_of(file)
        if tree and model_of(tree) in {VanBan, SaoLuc}:
            yield {
                "ten": letters.title(tree, dot),
                "so": str(tree.get("so") or ""),
                "ngay": str(tree.get("ngay") or ""),
                "tep": "",
                "khoa": file.name,
                "co": False,
                "sign": signs.UNFINISHED,
            }


def make(request: Request, form: dict[str, str]) -> Response:
    """Begin to make what is missing or old, of one unit or all, or to delete what is left over."""
    unit = form.get("don-vi", "")
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    back = form.get("ve", "") or f"/dot/{quote(opened.ma)}/van-ban"
    clean = bool(form.get("xoa-thua")) and not unit
    asked = replace(opened.request, units=(unit,) if unit else (), clean=clean)
    begin_building(opened, asked)
    return view.go(request, back if back.startswith(f"/dot/{quote(opened.ma)}/") else "/")


def begin_building(opened: Open, asked: BuildRequest) -> bool:
    """Begin to make papers, unless other work is running; tell which."""
    return begin(opened, Job("Tạo văn bản", lambda job: _built(asked, job)))


def begin(opened: Open, job: Job) -> bool:
    """Begin a job, unless one is running; tell which."""
    if opened.job and opened.job.running:
        opened.told.append(f"Đang làm việc khác: {opened.job.viec}. Chờ xong hoặc bấm Dừng.")
        return False
    opened.job = job
    job.start()
    return True


def _built(asked: BuildRequest, job: Job) -> Ended:
    @contextmanager
    def watch(_request: BuildRequest) -> Iterator[Callable[[Progress], None]]:
        yield lambda progress: job.step(progress.number, progress.total)

    done = run([asked], here, watch)
    kept = f", giữ nguyên {view.number_shown(done.kept)}" if done.kept else ""
    said = f"Đã tạo {view.number_shown(done.made)} văn bản{kept}."
    lacking = sum(each.code == LACKING for each in done.problems)
    errors = sum(each.severity is Severity.ERROR for each in done.problems) - lacking
    edited = sum(each.code == "KD505" for each in done.problems)
    if edited:
        said += f" {edited} văn bản đã sửa tay được giữ nguyên, bản mới để bên cạnh."
    if lacking:
        said += f" {lacking} văn bản chưa đủ nội dung, xem ở Văn bản."
    if errors:
        said += f" {errors} lỗi, xem ở Vấn đề."
    if done.crashes:
        said += " Có đơn vị gặp lỗi của chương trình."
    if done.stopped:
        said = f"Đã dừng theo yêu cầu. {said} Làm lại thì làm tiếp phần còn lại."
    return Ended(
        said, done.problems, "/van-de?loc=loi" if errors else "/van-ban" if lacking else ""
    )


routes = [
    Route("/van-ban", page),
    Route("/van-ban/phan", plan),
    Route("/van-ban/tao", view.posted(make), methods=["POST"]),
]
