"""«Số văn bản»: the register of outgoing papers; numbers taken, entered, cancelled."""

import datetime as dt

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import view
from generator.desk.addresses import query, quote
from generator.desk.campaigns import Open
from generator.desk.found import Found, of_problem
from generator.desk.registers import Body, Book, Tab, Waiting, as_borne, bodies, book
from generator.problems import Problem, Severity
from generator.reading.folder_names import CAMPAIGN_FILE
from generator.register import acts
from generator.register.looking import inspect
from generator.register.names import called, type_called, type_names
from generator.register.series import Series
from generator.register.where import series_meant

MOST = 50
"""Numbers of a gap that are explained at once; a longer one is a slip."""

TERMS = ("KD600", "KD601")
"""Findings that are mended where the terms of the office are written."""

ON_PAPER = "Các số trước đã cấp trên sổ giấy"


def page(request: Request) -> Response:
    """Show a register."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    asked = request.query_params
    every, problems = bodies(opened)
    wrong = [*opened.kept.pop("so", ()), *(of_problem(opened, each) for each in problems)]
    if not every:
        return view.page(request, "so-van-ban.html", so=None, day=None, loi_ghi=wrong)
    body = chosen(every, asked.get("so", ""))
    found = book(opened, body, opened.day())
    tab = _tab(found, asked.get("loai", ""), asked.get("ky", ""))
    wrong += [of_problem(opened, each) for each in found.problems]
    _, told = inspect(opened.folder, None)
    return view.page(
        request,
        "so-van-ban.html",
        so=body,
        cac_so=every,
        loi_ghi=wrong,
        cuon=found,
        day=tab,
        dau=_first(found.cho, tab),
        loai=_types(body),
        can_xem=_of_body(opened, body, told),
        ly_do=ON_PAPER,
    )


def chosen(every: list[Body], name: str) -> Body:
    """Return the body of a name; the campaign's own if there is none of it."""
    return next((each for each in every if each.ma == name), every[0])


def _tab(found: Book, loai: str, ky: str) -> Tab | None:
    """Return the series that was asked for; else the first where there is something to do."""
    asked = next((each for each in found.tabs if each.series == (loai, ky)), None)
    waiting = {each.day_so for each in found.cho}
    return (
        asked
        or next((each for each in found.tabs if each.series in waiting), None)
        or next((each for each in found.tabs if each.can_xem), None)
        or next(iter(found.tabs), None)
    )


def _first(waiting: list[Waiting], tab: Tab | None) -> Waiting | None:
    """Return the paper that gets its number by the filled button."""
    if tab is None or tab.chua_vao_so:
        return None
    return next((each for each in waiting if each.day_so == tab.series), None)


def _types(body: Body) -> list[tuple[str, str]]:
    """Return the types of documents that have a series, by name."""
    names = {**type_names(), **body.register.own}
    keys = {type_called(each, body.register.own) or each for each in names}
    return sorted(((each, names.get(each, each)) for each in keys), key=lambda pair: pair[1])


def _of_body(opened: Open, body: Body, told: list[Problem]) -> list[Found]:
    """Return the findings of an inspection that are about one register and its papers."""
    places = {(file.as_posix(), paper.path) for _, file, paper in body.papers}
    register = body.register.path.as_posix()
    found = [
        of_problem(opened, each)
        for each in told
        if each.place.file == register
        or any(
            each.place.file == file and each.place.path[: len(path)] == path
            for file, path in places
        )
    ]
    # Where a register lies says nothing to whoever looks at it.
    return [each if each.den else each._replace(o="") for each in found]


def take(request: Request, form: dict[str, str]) -> Response:
    """Give a paper its number."""
    opened = view.campaign_of(request)
    path = opened.data_file(form.get("tep", "")) if opened else None
    if opened is None or path is None:
        return view.missing(request)
    body = _asked(opened, form)
    _take(opened, body, form.get("tep", ""), form.get("muc", ""), form.get("nhiem-ky", "").strip())
    return _back(request, opened, form)


def take_for(opened: Open, tep: str) -> bool:
    """Give a letter its number, or enter the one it bears; what came of it is told."""
    file = opened.data_file(tep)
    every, problems = bodies(opened)
    body = next((each for each in every if any(path == file for _, path, _ in each.papers)), None)
    if body is None:
        _tell(opened, problems)
    return _take(opened, body, tep, "")


def _take(  # noqa: PLR0913 - a paper, its register, how it is told
    opened: Open, body: Body | None, tep: str, muc: str, term: str = "", *, aloud: bool = True
) -> bool:
    """Give a paper its number, or enter the one it bears; tell what came of it."""
    path = opened.data_file(tep)
    if path is None:
        return False
    paper = next(
        (
            each
            for _, file, each in (body.papers if body else ())
            if file == path and each.muc == muc
        ),
        None,
    )
    day = None if paper is None or paper.ngay else opened.day()
    taken, problems = acts.take(path, muc or None, None, day, term or None)
    _tell(opened, problems)
    if taken is None or not aloud:
        return taken is not None
    line = taken.line
    ngay = dt.date.fromisoformat(line.ngay) if line.ngay else None
    number = as_borne(paper.co_quan, paper.loai, line.so, ngay) if paper else f"{line.so:02}"
    done = "Đã vào sổ" if taken.had else "Đã lấy"
    opened.told.append(f"{done} số {number} cho «{line.trich_yeu}».")
    return True


def enter(request: Request, form: dict[str, str]) -> Response:
    """Enter the papers of a series that bear a number the register does not know."""
    opened = view.campaign_of(request)
    body = _asked(opened, form) if opened else None
    if opened is None or body is None:
        return view.missing(request)
    tab = _tab(book(opened, body, opened.day()), form.get("loai", ""), form.get("ky", ""))
    entered = []
    for each in tab.vao_duoc if tab else ():
        if not _take(opened, body, each.tep, each.muc, aloud=False):
            break
        entered.append(each.so)
    if entered:
        numbers = (
            f"số {entered[0]}"
            if len(entered) == 1
            else f"{len(entered)} số, từ {entered[0]} đến {entered[-1]}"
        )
        opened.told.append(f"Đã vào sổ {numbers}.")
    return _back(request, opened, form)


def cancel(request: Request, form: dict[str, str]) -> Response:
    """Cancel a number, or say why numbers were left out."""
    opened = view.campaign_of(request)
    body = _asked(opened, form) if opened else None
    if opened is None or body is None:
        return view.missing(request)
    reason = " ".join(form.get("ly_do", "").split())
    first, last = _number(form.get("tu", "")), _number(form.get("den", ""))
    series = Series(form.get("loai", ""), form.get("ky", ""))
    if not reason or not first or not first <= last < first + MOST:
        opened.told.append(
            "Chưa ghi: cần số và lý do."
            if last < first + MOST
            else f"Chưa ghi: mỗi lần nhiều nhất {MOST} số."
        )
        return _back(request, opened, form)
    for number in range(first, last + 1):
        line, problems = acts.cancel_number(body.register, series, number, reason)
        _tell(opened, problems)
        if line is None:
            break
        opened.told.append(f"Đã ghi huỷ số {line.so:02}: {line.ghi_chu}. Số này không cấp lại.")
    return _back(request, opened, form)


def go_on(request: Request, form: dict[str, str]) -> Response:
    """Set the next number of a series: go on where the paper register ends."""
    opened = view.campaign_of(request)
    body = _asked(opened, form) if opened else None
    if opened is None or body is None:
        return view.missing(request)
    reason, number = " ".join(form.get("ly_do", "").split()), _number(form.get("so-tiep", ""))
    if not reason or not number:
        opened.told.append("Chưa ghi: cần số tiếp theo và lý do.")
        return _back(request, opened, form)
    term = form.get("nhiem-ky", "").strip() or None
    series = series_meant(body.register, form.get("loai", ""), term, opened.day())
    if isinstance(series, Problem):
        _tell(opened, [series])
        return _back(request, opened, form)
    done, problems = acts.set_next(body.register, series, number, reason)
    _tell(opened, problems)
    if done:
        name = called(series, body.register.own)
        opened.told.append(f"{name}: số tiếp theo là {number:02} (trước đó là {done.truoc:02}).")
    return _back(request, opened, {**form, "loai": series.loai, "ky": series.ky})


def _tell(opened: Open, problems: list[Problem]) -> None:
    """Keep what was refused for the page that follows; say the rest."""
    wrong = [of_problem(opened, each) for each in problems if each.severity is Severity.ERROR]
    opened.kept.setdefault("so", []).extend(_at_terms(opened, each) for each in wrong)
    told = (of_problem(opened, each) for each in problems if each.severity is not Severity.ERROR)
    opened.told += [f"{view.capital(each.cau)}. {view.capital(each.sua)}." for each in told]


def _at_terms(opened: Open, found: Found) -> Found:
    """Return what is told of a missing term with the place where terms are written."""
    if found.ma not in TERMS:
        return found
    name, muc = CAMPAIGN_FILE, "co_quan.nhiem_ky"
    if found.tep.startswith("don-vi/"):
        name, muc = found.tep, "don_vi.nhiem_ky"
    address = query(tep=name, muc=muc)
    return found._replace(tep=name, muc=muc, den=f"/dot/{quote(opened.ma)}/nhap{address}")


def _asked(opened: Open, form: dict[str, str]) -> Body | None:
    every, problems = bodies(opened)
    if not every:
        _tell(opened, problems)
    return chosen(every, form.get("so", "")) if every else None


def _back(request: Request, opened: Open, form: dict[str, str]) -> Response:
    where = query(so=form.get("so"), loai=form.get("loai"), ky=form.get("ky"))
    return view.go(request, f"/dot/{quote(opened.ma)}/so-van-ban{where}")


def _number(text: str) -> int:
    """Return a number that was typed; 0 if it is none."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 0


routes = [
    Route("/so-van-ban", page),
    Route("/so-van-ban/lay-so", view.posted(take), methods=["POST"]),
    Route("/so-van-ban/vao-so", view.posted(enter), methods=["POST"]),
    Route("/so-van-ban/huy", view.posted(cancel), methods=["POST"]),
    Route("/so-van-ban/noi-so", view.posted(go_on), methods=["POST"]),
]
