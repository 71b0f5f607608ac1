"""What every page asks beside itself: the job that runs, the search, the word that it is open."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import view
from generator.desk.addresses import quote
from generator.reading.suggest import plain

MOST = 12


def job(request: Request) -> Response:
    """Return the strip of the job that runs, or of the one that ended since it was last shown."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    shown = view.page(request, "viec.html", viec=opened.job)
    if opened.job and not opened.job.running and not opened.job.seen:
        opened.job.seen = True
        shown.headers["HX-Trigger"] = "moi"  # parts of the page that show what it made ask anew
    return shown


async def stop(request: Request) -> Response:
    """Ask the job to stop, or put away what it came to."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    if opened.job and opened.job.running:
        opened.job.stop()
    else:
        opened.job = None
    back = request.headers.get("referer", "")
    where = back.partition(request.headers["host"])[2] or f"/dot/{quote(opened.ma)}/bang"
    return view.go(request, where)


def search(request: Request) -> Response:
    """Return people, units, papers and pages whose name holds what is typed, accents or not."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    typed = request.query_params.get("chu", "").strip()
    asked = plain(typed)
    base = f"/dot/{quote(opened.ma)}"
    hits = [(f"{base}/{each}", name, "trang") for each, name in view.PAGES]
    hits += [
        (f"{base}/don-vi/{quote(each.thu_muc)}", each.ten, "đơn vị")
        for each in opened.ask(lambda work: work.units())
    ]
    subjects = {
        (each.doi_tuong, unit.ten, unit.thu_muc)
        for unit in opened.ask(lambda work: work.results())
        for each in unit.verdicts
        if each.loai_doi_tuong != "don_vi"
    }
    hits += [
        (f"{base}/don-vi/{quote(folder)}", who, unit) for who, unit, folder in sorted(subjects)
    ]
    found = [each for each in hits if asked and asked in plain(each[1])]
    return view.page(request, "thay.html", thay=found[:MOST], chu=typed)


routes = [
    Route("/viec", job),
    Route("/viec/dung", stop, methods=["POST"]),
    Route("/tim", search),
]
