"""«Duyệt mẫu gửi về»: forms that came back are read; what is unsure is looked at, one by one."""

import os
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import readings, view
from generator.desk.addresses import query, quote
from generator.desk.campaigns import Open
from generator.desk.jobs import Ended, Job
from generator.desk.lines_beside import around, lines_of
from generator.desk.pages.papers import begin
from generator.desk.questions import Subject, answer, of_subject, question, subject_of, subjects
from generator.desk.readings import Held
from generator.problems import Problem, Severity
from generator.reading.load import campaign_of
from generator.regulations.in_force import regime_of
from generator.returned.doubts_book import key
from generator.returned.looking import Decision, decided
from generator.returned.proposing import Proposal

JOB = "Đọc mẫu gửi về"
MOST = 300
"""Rows of a list that are shown."""

CHANGED = "Tệp hoặc dữ liệu đã đổi từ lúc đọc: đọc lại rồi trả lời"
_MANY = 3
"""Problems that are told in one answer."""


class _Doubtful(NamedTuple):
    """A subject with values to be looked at: whom, how many are left of how many."""

    ai: Subject
    con: int


def page(request: Request) -> Response:
    """Show what came of the forms that were read last."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    held = readings.current(opened)
    return view.page(request, "duyet-mau.html", giu=held, **_told_of(opened, held))


def _told_of(opened: Open, held: Held | None) -> dict[str, Any]:
    if held is None:
        return {}
    left = [subject_of(each) for each in held.asked]
    sure = held.sure
    return {
        "tep": len(held.look.readings),
        "tu_choi": [
            (opened.name_of(each.tep), each.tep.name, each.tu_choi) for each in held.refused
        ],
        "chac": [
            (
                each.unit.data.don_vi.ten,
                each.ai,
                each.value.nhan,
                each.value.value,
                each.doc.tep.name,
            )
            for each in sure[:MOST]
        ],
        "so_chac": len(sure),
        "dau": _mark(opened, sure),
        "phai_xem": [_Doubtful(each, left.count(each)) for each in subjects(held)],
        "con": len(left),
        "loi_du_lieu": sum(
            each.severity is Severity.ERROR and each.code != "KD850" for each in held.look.problems
        ),
    }


def _mark(opened: Open, sure: Sequence[Proposal]) -> str:
    """Return a mark of what the page offers to write; what is another by then is not written."""
    every = "\n".join(key(opened.folder, each) for each in sure)
    return sha256(every.encode()).hexdigest()[:16]


def read(request: Request, _form: dict[str, str]) -> Response:
    """Begin to read the forms."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    begin(opened, Job(JOB, lambda job: _read(opened, job)))
    return view.go(request, _to(opened))


def _read(opened: Open, job: Job) -> Ended:
    dot = campaign_of(opened.folder)
    if dot is None:
        return Ended("Chưa đọc được thông tin đợt. Xem trang Vấn đề.", den="/van-de")
    held = readings.read(opened.folder, dot, os.cpu_count() or 1, job.step)
    opened.kept[readings.KEPT] = held
    files, sure, left = (
        view.number_shown(each)
        for each in (len(held.look.readings), len(held.sure), len(held.asked))
    )
    said = f"Đã xem {files} tệp: {sure} giá trị chắc chắn, {left} chỗ phải xem."
    return Ended(said, den="/duyet-mau")


def write(request: Request, form: dict[str, str]) -> Response:
    """Write everything that is sure, if it is what the page showed."""
    opened = view.campaign_of(request)
    held = readings.current(opened) if opened else None
    if opened is None or held is None:
        return view.missing(request)
    with held.lock:
        held = readings.current(opened) or held
        sure = held.sure
        if not sure or form.get("dau") != _mark(opened, sure):
            opened.told.append("Chưa ghi: tệp hoặc dữ liệu đã đổi từ lúc xem. Xem lại rồi ghi.")
            return view.go(request, _to(opened))
        done = decided(opened.folder, [Decision(each, "tu_dong") for each in sure])
    opened.told += _said(done.problems)
    if done.so is not None:
        now = readings.current(opened)
        count = view.number_shown(len(sure) - len(now.sure if now else ()))
        opened.told.append(f"Đã ghi {count} giá trị chắc chắn. Hoàn tác được trong Nhật ký.")
    return view.go(request, _to(opened))


def _said(problems: Sequence[Problem]) -> list[str]:
    said = [
        f"{view.capital(each.message)}. {view.capital(each.mend)}." for each in problems[:_MANY]
    ]
    more = len(problems) - _MANY
    return [*said, f"Và {more} vướng mắc nữa."] if more > 0 else said


def person(request: Request) -> Response:
    """Show what is to be looked at of one subject."""
    opened = view.campaign_of(request)
    held = readings.current(opened) if opened else None
    if opened is None:
        return view.missing(request)
    asked = request.query_params
    found = _subject(held, asked.get("don-vi", ""), asked.get("ai", "")) if held else None
    if held is None or found is None:
        opened.told.append("Chưa đọc mẫu gửi về, hoặc mẫu này không còn gì phải xem.")
        return view.go(request, _to(opened))
    return _shown(request, opened, held, found, 0)


def _subject(held: Held, folder: str, place: str) -> Subject | None:
    return next((s for s in subjects(held) if (s.thu_muc, s.cho) == (folder, place)), None)


def _shown(  # noqa: PLR0913 - what an answer that was not taken says
    request: Request,
    opened: Open,
    held: Held,
    own: Subject,
    at: int,
    *,
    wrong: str = "",
    typed: tuple[str, str] = ("", ""),
    status: int = 200,
) -> Response:
    every = subjects(held)
    mine = of_subject(held.look.proposals, own.thu_muc, own.cho)
    dot = campaign_of(opened.folder)
    if dot is None:
        return view.missing(request)
    regime, _ = regime_of(dot)
    asked = [question(opened, each, regime) for each in mine if each.ket == "hoi"]
    before = [question(opened, each, regime) for each in mine if each.ket == "da_bo_qua"]
    number = every.index(own)
    left = len(held.asked)
    return view.page(
        request,
        "duyet-nguoi-phan.html" if "hx-request" in request.headers else "duyet-nguoi.html",
        status,
        here="duyet-mau",
        giu=held,
        ai=own,
        cho=asked,
        da_tra_loi=before,
        mo=max(0, min(at, len(asked) - 1)),
        thu=number + 1,
        so_nguoi=len(every),
        truoc=_address(opened, every[number - 1]) if number else "",
        sau=_address(opened, every[number + 1]) if number + 1 < len(every) else "",
        con=left,
        tong=len(held.ever),
        xong=max(0, len(held.ever) - left),
        sai=wrong,
        go=typed,
    )


def _address(opened: Open, who: Subject) -> str:
    return f"{_to(opened)}/nguoi{query(don_vi=who.thu_muc, ai=who.cho)}"


def reply(request: Request, form: dict[str, str]) -> Response:
    """Write one answer at once, and go on to what is asked next."""
    opened = view.campaign_of(request)
    held = readings.current(opened) if opened else None
    if opened is None:
        return view.missing(request)
    if held is None:
        opened.told.append(f"{CHANGED}.")
        return view.go(request, _to(opened))
    khoa, typed = form.get("khoa", ""), form.get("chu", "")
    number = form.get("thu", "")
    at = int(number) if number.isdecimal() and len(number) < len("10000") else 0
    with held.lock:  # a second answer to the same question waits, and finds it answered
        held = readings.current(opened) or held
        wrong = _answered(opened, held, khoa, form.get("tra-loi", ""), typed)
    held = readings.current(opened) or held
    own = _subject(held, form.get("don-vi", ""), form.get("ai", ""))
    if own is None:
        opened.told += [f"Chưa ghi: {wrong}."] if wrong else []
        return view.go(request, _to(opened))
    if wrong:
        part = "hx-request" in request.headers
        return _shown(request, opened, held, own, at, wrong=wrong, typed=(khoa, typed),
                      status=200 if part else 409)  # fmt: skip
    if of_subject(held.asked, own.thu_muc, own.cho):
        if "hx-request" in request.headers:
            return _shown(request, opened, held, own, at)
        return view.go(request, _address(opened, own))
    return _on(request, opened, held, own)


def _answered(opened: Open, held: Held, khoa: str, said: str, typed: str) -> str:
    """Write an answer; return why it is not written, empty if it is."""
    one = readings.by_key(opened, held, khoa)
    if one is None:
        return CHANGED
    found = answer(one, said, typed)
    if isinstance(found, str):
        return found
    done = decided(opened.folder, [found])
    return " ".join(_said(done.problems)).rstrip(".")


def _on(request: Request, opened: Open, held: Held, own: Subject) -> Response:
    """Go to the next subject of whom something is asked, else back to the summary."""
    every = subjects(held)
    behind = every.index(own) + 1
    left = {subject_of(each) for each in held.asked}
    follows = next((each for each in every[behind:] + every[:behind] if each in left), None)
    opened.told.append(f"Đã duyệt xong {own.ten}. Hoàn tác được trong Nhật ký.")
    return view.go(request, _address(opened, follows) if follows else _to(opened))


def lines(request: Request) -> Response:
    """Return the lines of the file around the place that a question is about."""
    opened = view.campaign_of(request)
    held = readings.current(opened) if opened else None
    if opened is None:
        return view.missing(request)
    one = readings.by_key(opened, held, request.query_params.get("khoa", "")) if held else None
    if held is None or one is None:
        return view.page(request, "duyet-doan.html", vi_sao=CHANGED, tep="", ten_tep="")
    path = one.doc.tep
    if path not in held.lines:
        held.lines[path] = lines_of(path)
    found = held.lines[path]
    return view.page(
        request,
        "duyet-doan.html",
        vi_sao=found if isinstance(found, str) else "",
        tep=opened.name_of(path),
        ten_tep=path.name,
        doan=None if isinstance(found, str) else around(found, one.value.noi),
    )


def _to(opened: Open) -> str:
    return f"/dot/{quote(opened.ma)}/duyet-mau"


routes = [
    Route("/duyet-mau", page),
    Route("/duyet-mau/doc", view.posted(read), methods=["POST"]),
    Route("/duyet-mau/ghi", view.posted(write), methods=["POST"]),
    Route("/duyet-mau/nguoi", person),
    Route("/duyet-mau/doan", lines),
    Route("/duyet-mau/tra-loi", view.posted(reply), methods=["POST"]),
]
