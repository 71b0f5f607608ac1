"""What every page asks beside itself: the job that runs, the search, the word that it is open."""

from collections.abc import Iterator
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import view
from generator.desk.addresses import query, quote
from generator.desk.campaigns import Open
from generator.desk.muc import muc_of
from generator.desk.pages.units import place_of
from generator.reading.suggest import plain
from generator.reading.units import Unit

MOST = 12


class Hit(NamedTuple):
    """A name that is found: its address, itself, and whose or what it is."""

    den: str
    ten: str
    o: str


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
    return view.go(request, view.came_from(request, f"/dot/{quote(opened.ma)}/bang"))


def search(request: Request) -> Response:
    """Return people, units, papers and pages whose name holds what is typed, accents or not."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    typed = request.query_params.get("chu", "").strip()
    asked = plain(typed)
    found = [each for each in _names(opened) if asked and asked in plain(each.ten)]
    found.sort(key=lambda each: not plain(each.ten).startswith(asked))
    return view.page(request, "thay.html", thay=found[:MOST], con=found[MOST:], chu=typed)


def _names(opened: Open) -> Iterator[Hit]:
    """Yield everything that is found by its name: pages, units, people, letters, items."""
    base = f"/dot/{quote(opened.ma)}"
    yield from (Hit(f"{base}/{each}", name, "trang") for each, name in view.PAGES)
    for each in opened.ask(lambda work: work.units()):
        yield Hit(f"{base}/don-vi/{quote(each.thu_muc)}", each.ten, "đơn vị")
    units = opened.ask(lambda work: work.results())
    people = {
        (each.doi_tuong, unit.ten, unit.thu_muc)
        for unit in units
        for each in unit.verdicts
        if each.loai_doi_tuong != "don_vi"
    }
    for who, unit, folder in sorted(people):
        yield Hit(f"{base}/tim/nguoi{query(don_vi=folder, ai=who)}", who, unit)
    letters = opened.ask(lambda work: work.letters())
    for paper in letters.papers if letters else ():
        yield Hit(f"{base}/nhap{query(tep=paper.khoa)}", paper.ten, "văn bản của cơ quan")
    items = {
        (each.ten, each.muc, unit.ten, unit.thu_muc) for unit in units for each in unit.verdicts
    }
    for ten, muc, unit, folder in sorted(items):
        yield Hit(f"{base}/bang{query(o=muc, don_vi=folder)}", view.capital(ten), unit)


def _subjects(unit: Unit) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield where the people and collectives of a unit stand in its data, and their names."""
    for n, each in enumerate(unit.data.ca_nhan):
        yield ("ca_nhan", n), each.ho_ten
    for n, body in enumerate(unit.data.tap_the):
        yield ("tap_the", n), body.ten


def person(request: Request) -> Response:
    """Go to the form of a person or collective; of several of one name, to the list of the unit."""
    opened = view.campaign_of(request)
    folder, who = (request.query_params.get(name, "") for name in ("don-vi", "ai"))
    seen = opened.ask(lambda work: work.unit(folder)) if opened else None
    if opened is None or seen is None:
        return view.missing(request)
    base, unit = f"/dot/{quote(opened.ma)}", seen.unit
    found = [path for path, name in _subjects(unit) if name == who] if unit else []
    if unit is None or len(found) != 1:
        return view.go(request, f"{base}/don-vi/{quote(folder)}")
    file, inner = place_of(unit, found[0])
    return view.go(request, f"{base}/nhap{query(tep=opened.name_of(file), muc=muc_of(inner))}")


routes = [
    Route("/viec", job),
    Route("/viec/dung", stop, methods=["POST"]),
    Route("/tim", search),
    Route("/tim/nguoi", person),
]
