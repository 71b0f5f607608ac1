"""«Soạn văn bản mới»: a letter begins; its number, its Word file."""

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.at_work.papers import PaperSeen
from generator.desk import letters, signs, view
from generator.desk.addresses import query, quote
from generator.desk.campaigns import Open
from generator.desk.pages.numbers import take_for
from generator.desk.pages.papers import begin_building
from generator.desk.registers import Line, bodies, book
from generator.editing.applying import applied
from generator.editing.changes import NewFile, Origin, Wanted, change_set
from generator.editing.spoiling import spoiled
from generator.files.real_path import real_path
from generator.model import SaoLuc
from generator.problems import Problem
from generator.reading.load import campaign_of
from generator.regulations.packs import letter_of
from generator.setup.new_letter import Letter, lacking_files, letter_name, new_copy, new_letter

ORIGIN = Origin("trang", "soạn văn bản mới")
GAP = "KD102"
"""The problem of a key that is missing: a letter begins with gaps, they are told in its form."""

COPIES: tuple[str, ...] = get_args(SaoLuc.model_fields["hinh_thuc"].annotation)
"""How a document can be copied."""


def page(request: Request) -> Response:
    """Ask what the new letter is."""
    return _asked(request, {})


def _asked(
    request: Request, form: Mapping[str, str], told: str = "", status: int = 200
) -> Response:
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    dot = campaign_of(opened.folder)
    return view.page(
        request,
        "soan.html",
        status,
        loai=letters.kinds_offered(dot),
        truoc=letters.earlier(view.desk_of(request), opened),
        goc_sao=letters.to_copy(opened, dot),
        hinh_thuc=COPIES,
        thu_muc=real_path(opened.folder),
        o={key: form.get(key, "") for key in ("loai", "trich_yeu", "chep", "ban_goc", "hinh_thuc")},
        loi_ghi=told,
    )


def begin(request: Request, form: dict[str, str]) -> Response:
    """Write the file of a new letter, and go to its form."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    before = None
    if form.get("chep"):
        file = letters.chosen(view.desk_of(request), form["chep"])
        before = letters.tree_of(file) if file else None
        if before is None:
            return _asked(request, form, "Văn bản chọn để chép không còn hoặc không đọc được.", 422)
    tree = new_letter(form.get("loai", ""), form.get("trich_yeu", ""), before)
    if not tree.get("loai") or not tree.get("trich_yeu"):
        return _asked(
            request, form, "Cần loại văn bản và trích yếu, hoặc một văn bản để chép.", 422
        )
    return _written(request, opened, tree, str(tree["trich_yeu"]), form)


def begin_copy(request: Request, form: dict[str, str]) -> Response:
    """Write the file of a copy, and go to its form."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    name, how = form.get("ban_goc", ""), form.get("hinh_thuc", "")
    if not name or how not in COPIES or opened.path(name) is None:
        return _asked(request, form, "Cần chọn văn bản được sao và hình thức sao.", 422)
    return _written(request, opened, new_copy(name, how), name.rpartition(".")[0], form)


def _written(
    request: Request, opened: Open, tree: Letter, about: str, form: Mapping[str, str]
) -> Response:
    dot = campaign_of(opened.folder)
    kind = letter_of(str(tree["loai"]), dot)
    if kind is None:
        return _asked(request, form, "Không có loại văn bản này. Chọn loại trong danh sách.", 422)
    there = [each.name for each in opened.folder.iterdir()]
    path = opened.folder / letter_name(kind, about, there)
    changes, problems = change_set([Wanted(path, NewFile(tree), ORIGIN)])
    if changes is not None:
        problems = [each for each in spoiled(changes) if each.code != GAP]
    if changes is None or problems:
        return _asked(request, form, _said(problems), 422)
    done = applied(opened.folder, changes)
    if done.so is None:
        return _asked(request, form, _said(done.problems), 409)
    opened.told.append(f"Đã bắt đầu «{kind.ten}: {about}». Hoàn tác được trong Nhật ký.")
    if lacking := lacking_files(tree, there):
        names = ", ".join(f"«{each}»" for each in lacking)
        opened.told.append(f"Bảng lấy từ tệp {names}: chép tệp ấy vào thư mục của đợt này.")
    return view.go(request, f"/dot/{quote(opened.ma)}/nhap{query(tep=path.name)}")


def _said(problems: list[Problem] | tuple[Problem, ...]) -> str:
    told = (f"{view.capital(each.message)}. {view.capital(each.mend)}." for each in problems)
    return " ".join(told)


def done_after(opened: Open, tep: str, deed: str) -> None:
    """Do what was asked together with a save: «so» takes the number, «tao» makes the Word file."""
    if deed == "so":
        take_for(opened, tep)
    elif deed == "tao":
        begin_building(opened, replace(opened.request, units=("",)))


def deeds(request: Request) -> Response:
    """Return the state of a letter: its file, the number it would get."""
    opened = view.campaign_of(request)
    tep = request.query_params.get("tep", "")
    if opened is None or opened.data_file(tep) is None:
        return view.missing(request)
    found = opened.ask(lambda work: work.letters())
    own = next((each for each in (found.papers if found else ()) if each.khoa == tep), None)
    to_take, typed = _number(opened, tep)
    return view.page(
        request,
        "soan-nut.html",
        tep=tep,
        giay=own,
        sign=_sign(own),
        word=opened.name_of(own.tep) if own and own.tep.is_file() else "",
        lay_so=to_take,
        chua_vao_so=typed,
    )


def _sign(own: PaperSeen | None) -> signs.Sign | None:
    return signs.of_paper(own.state, draft=bool(own.sai), makeable=own.soan_duoc) if own else None


def _number(opened: Open, tep: str) -> tuple[str, Line | None]:
    """Return the button that takes a number, «» if there is one; a number outside the register."""
    file = opened.folder / tep
    for body in bodies(opened)[0]:
        if any(path == file for _, path, _ in body.papers):
            found = book(opened, body, opened.day())
            waiting = next((each for each in found.cho if each.tep == tep and not each.muc), None)
            outside = (each for tab in found.tabs for each in tab.chua_vao_so)
            typed = next((each for each in outside if each.tep == tep and not each.muc), None)
            return (f"Lấy số {waiting.so}".strip() if waiting else ""), typed
    # A letter that is just begun is known to no register yet; it may be written to its end now.
    tree = letters.tree_of(file) or {"so": ""}
    kind = letter_of(str(tree.get("loai")), campaign_of(opened.folder))
    begun = "so" not in tree and "so_ky_hieu" not in tree and kind is not None and kind.in_so
    return ("Lấy số" if begun else ""), None


routes = [
    Route("/van-ban/soan", page),
    Route("/van-ban/soan/ghi", view.posted(begin), methods=["POST"]),
    Route("/van-ban/soan/sao", view.posted(begin_copy), methods=["POST"]),
    Route("/van-ban/nut", deeds),
]
