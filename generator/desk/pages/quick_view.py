"""«Xem nhanh»: the pages of a letter or of a paper of a unit as they would print now."""

from pathlib import Path
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.at_work.papers import PaperSeen
from generator.at_work.unit import UnitSeen
from generator.desk import view
from generator.desk.addresses import query, quote
from generator.desk.campaigns import Open
from generator.desk.downloads import download
from generator.desk.forms.layout import PARTS
from generator.desk.forms.posted import posted
from generator.desk.forms.typed import wished
from generator.desk.found import Found, of_problem
from generator.desk.quick_view import View, views_of
from generator.editing.data_file import snapshot
from generator.editing.edited import content, text_of
from generator.editing.edits import with_edits
from generator.editing.key_order import model_of
from generator.editing.new_file import new_file
from generator.pdf.office import libreoffice
from generator.problems import Problem, Severity
from generator.reading.load import campaign_of
from generator.regulations.packs import letter_of
from generator.setup.new_letter import to_be_seen

_KEEP = {"Cache-Control": "private, max-age=3600"}
"""Pages are named by what they show: a browser may keep them."""


class _Word(NamedTuple):
    """A paper that is looked at: its file as it would be made, what prevents it.

    `giay` names it on these pages: the address below the campaign from which its file is had.
    """

    giay: str
    tep: str
    word: bytes | None
    problems: list[Problem]


def letter(request: Request) -> Response:
    """Show the pages of a letter."""
    opened = view.campaign_of(request)
    name = request.query_params.get("tep", "")
    if opened is None or opened.data_file(name) is None:
        return view.missing(request)
    return view.page(
        request,
        "xem.html",
        ve=f"/nhap{query(tep=name)}",
        phan=f"/van-ban/xem/phan{query(tep=name)}",
        giay=letter_address(name),
        ten=name,
        don_vi="",
        cac=(),
    )


def letter_address(name: str) -> str:
    """Return the address below the campaign from which a letter is had as it would be made."""
    return f"/van-ban/xem.docx{query(tep=name)}"


def letter_part(request: Request) -> Response:
    """Return the pages of a letter as its file stands."""
    opened = view.campaign_of(request)
    name = request.query_params.get("tep", "")
    if opened is None or opened.data_file(name) is None:
        return view.missing(request)
    return _part(request, opened, _letter(opened, name, {}))


def letter_typed(request: Request, form: dict[str, str]) -> Response:
    """Return the pages of a letter as its form is filled in; nothing is written."""
    opened = view.campaign_of(request)
    name = form.get("tep", "")
    if opened is None or opened.data_file(name) is None:
        return view.missing(request)
    return _part(request, opened, _letter(opened, name, form))


def letter_word(request: Request) -> Response:
    """Give a letter as it would be made now."""
    opened = view.campaign_of(request)
    name = request.query_params.get("tep", "")
    if opened is None or opened.data_file(name) is None:
        return view.missing(request)
    return _given(request, opened, _letter(opened, name, {}))


def _letter(opened: Open, name: str, form: dict[str, str]) -> _Word:
    file = opened.folder / name
    text = _as_typed(opened, file, form)
    data, problems = (
        (None, [text])
        if isinstance(text, Problem)
        else opened.ask(lambda work: work.letter(name, text))
    )
    return _Word(letter_address(name), f"{Path(name).stem}.docx", data, problems)


def _as_typed(opened: Open, file: Path, form: dict[str, str]) -> str | Problem | None:
    """Return what the file of a letter would hold, with marks where a text is not written yet.

    None if that is what it holds.
    """
    try:
        tree = content(text_of(snapshot(file).data))
    except OSError:
        return None  # why it cannot be read is told with the letter
    model = None if isinstance(tree, Problem) else model_of(tree)
    if isinstance(tree, Problem) or model is None:
        return None
    meant = with_edits(tree, wished(tree, model, posted(form)).edits)
    if not isinstance(meant, dict):
        return None
    kind = letter_of(str(meant.get("loai")), campaign_of(opened.folder))
    whole = to_be_seen(meant, kind)
    return None if whole == tree else new_file(whole, file.as_posix())


def paper(request: Request) -> Response:
    """Show the pages of a paper of a unit, and the other papers about the same."""
    opened, unit, khoa = _unit(request)
    if opened is None:
        return view.missing(request)
    seen = opened.ask(lambda work: work.unit(unit))
    papers = seen.papers if seen else ()
    own = next((each for each in papers if each.khoa == khoa), None)
    if seen is None or own is None:
        return view.missing(request)
    return view.page(
        request,
        "xem.html",
        here="don-vi",
        ve=_form(opened, seen, own),
        phan=f"/xem/phan{query(don_vi=unit, khoa=khoa)}",
        giay=_address(unit, khoa),
        ten=f"{own.ten}: {own.ai}" if own.ai and own.ai not in own.ten else own.ten,
        don_vi=seen.ten,
        cac=[
            (each.ten, f"/xem{query(don_vi=unit, khoa=each.khoa)}", each is own)
            for each in papers
            if own.cho and each.cho[:2] == own.cho[:2]
        ],
    )


def _form(opened: Open, seen: UnitSeen, own: PaperSeen) -> str:
    """Return the address of the form in which a paper's subject is filled in."""
    match own.cho:
        case (str(key), int(index), *_) if seen.unit and key in PARTS:
            apart = seen.unit.persons.get(index) if key == "ca_nhan" else None
            file = apart or seen.unit.file
            return f"/nhap{query(tep=opened.name_of(file), muc='' if apart else f'{key}.{index}')}"
    return f"/don-vi/{quote(seen.thu_muc)}{query(muc='van-ban')}"


def _address(unit: str, khoa: str) -> str:
    return f"/xem.docx{query(don_vi=unit, khoa=khoa)}"


def _unit(request: Request) -> tuple[Open | None, str, str]:
    asked = request.query_params
    return view.campaign_of(request), asked.get("don-vi", ""), asked.get("khoa", "")


def paper_part(request: Request) -> Response:
    """Return the pages of a paper of a unit."""
    opened, unit, khoa = _unit(request)
    return _part(request, opened, _paper(opened, unit, khoa)) if opened else view.missing(request)


def paper_word(request: Request) -> Response:
    """Give a paper of a unit as it would be made now."""
    opened, unit, khoa = _unit(request)
    return _given(request, opened, _paper(opened, unit, khoa)) if opened else view.missing(request)


def _paper(opened: Open, unit: str, khoa: str) -> _Word:
    data, problems = opened.ask(lambda work: work.document(unit, khoa))
    seen = opened.ask(lambda work: work.unit(unit))
    found = next((each for each in (seen.papers if seen else ()) if each.khoa == khoa), None)
    return _Word(_address(unit, khoa), found.tep.name if found else "", data, problems)


def _given(request: Request, opened: Open, word: _Word) -> Response:
    if word.word is None:
        opened.told += [f"Chưa tạo được tệp Word: {each.cau}." for each in _why(opened, word)]
        return view.go(request, f"/dot/{quote(opened.ma)}/bang")
    return download(word.word, word.tep)


def _why(opened: Open, word: _Word) -> list[Found]:
    wrong = [each for each in word.problems if each.severity is Severity.ERROR]
    return [of_problem(opened, each) for each in wrong]


def _part(request: Request, opened: Open, word: _Word) -> Response:
    views = views_of(opened)
    if word.word is None:
        return _shown(request, word.giay, views.last(word.giay, ""), _why(opened, word))
    if libreoffice() is None:
        return _shown(request, word.giay, View(), office=False)
    return _shown(request, word.giay, views.look(word.giay, word.word))


def waiting(request: Request) -> Response:
    """Return the pages of a paper once they are made; nothing while they are not (204)."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    asked = request.query_params
    found = views_of(opened).now(asked.get("giay", ""))
    if found.dang:
        return Response(status_code=204)
    return _shown(request, asked.get("giay", ""), found)


def _shown(
    request: Request, giay: str, found: View, wrong: list[Found] | None = None, *,
    office: bool = True,
) -> Response:  # fmt: skip
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    return view.page(
        request, "xem-nhanh.html", giay=giay, xem=found, sai=wrong or [], van_phong=office
    )


def picture(request: Request) -> Response:
    """Give the picture of a page."""
    opened = view.campaign_of(request)
    data = views_of(opened).page(request.query_params.get("ma", "")) if opened else None
    if data is None:
        return view.missing(request)
    return Response(data, media_type="image/png", headers=_KEEP)


def pdf(request: Request) -> Response:
    """Give the PDF of the pages that are shown, to be seen large or printed."""
    opened = view.campaign_of(request)
    data = views_of(opened).pdf(request.query_params.get("ma", "")) if opened else None
    if data is None:
        return view.missing(request)
    kept = {"Content-Disposition": 'inline; filename="xem-nhanh.pdf"'}
    return Response(data, media_type="application/pdf", headers={**_KEEP, **kept})


routes = [
    Route("/van-ban/xem", letter),
    Route("/van-ban/xem/phan", letter_part),
    Route("/van-ban/xem/go", view.posted(letter_typed), methods=["POST"]),
    Route("/van-ban/xem.docx", letter_word),
    Route("/xem", paper),
    Route("/xem/phan", paper_part),
    Route("/xem.docx", paper_word),
    Route("/xem/cho", waiting),
    Route("/xem/trang", picture),
    Route("/xem/tep.pdf", pdf),
]
