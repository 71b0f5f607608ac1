"""«Biểu nhập»: a person, a collective, a meeting, a file as a form; the save that loses nothing."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from generator.at_work.unit import now
from generator.desk import drafts, view
from generator.desk.addresses import query, quote
from generator.desk.campaigns import Open
from generator.desk.commands import as_buttons
from generator.desk.field_words import in_field_names
from generator.desk.fields import Clash, identity, known_as
from generator.desk.forms import kinds
from generator.desk.forms.beside import beside
from generator.desk.forms.inputs import sections
from generator.desk.forms.layout import form_at
from generator.desk.forms.posted import posted, typed_in
from generator.desk.forms.subject import Subject, own_files, subject_of
from generator.desk.forms.typed import Wish, wished
from generator.desk.found import Found
from generator.desk.letters import FORMS as LETTERS
from generator.desk.letters import title
from generator.desk.mends import Mend, mends_at
from generator.desk.muc import muc_of, path_of
from generator.desk.pages import letters, renaming
from generator.desk.pages.findings import near
from generator.desk.pages.place import CHANGED, TRIES
from generator.editing.applying import applied
from generator.editing.changes import ChangeSet, Origin, Wanted, change_set
from generator.editing.data_file import Snapshot, snapshot
from generator.editing.edited import content, text_of
from generator.editing.edits import is_there, value_at
from generator.editing.key_order import model_of
from generator.editing.spoiling import spoiled
from generator.editing.typed import as_typed
from generator.model.base import Model
from generator.problems import DataPath, Place, Problem, problem
from generator.reading.load import campaign_of
from generator.reading.text_file import unread
from generator.reading.yaml_text import Tree

GAP = "KD102"
"""The problem of a key that is missing: a form is saved with its gaps, they are told beside it."""

DEEDS = ("so", "tao")
"""What may be asked of a letter together with a save."""

TITLES = {
    "ca-nhan": "bản kiểm điểm cá nhân", "tap-the": "báo cáo kiểm điểm tập thể",
    "hoi-nghi": "hội nghị kiểm điểm", "goi-y": "gợi ý kiểm điểm", "don-vi": "thông tin chung",
    "dot": "thông tin chung của đợt", "van-ban": "văn bản", "sao-luc": "bản sao",
    "danh-muc": "danh mục hồ sơ", "loai-van-ban": "loại văn bản", "loai-giay-to": "loại giấy tờ",
}  # fmt: skip
"""What the form of a subject is called, in the title of its page."""

NEW = {
    "ca-nhan": "Người mới", "tap-the": "Tập thể mới", "hoi-nghi": "Hội nghị mới",
    "goi-y": "Văn bản gợi ý mới",
}  # fmt: skip


class _Form(NamedTuple):
    """A form that was asked for: its file as it is now, and its subject there."""

    opened: Open
    tep: str
    seen: Snapshot
    tree: Tree
    model: type[Model]
    ten: str
    path: DataPath


def form(request: Request) -> Response:
    """Show a form."""
    asked = request.query_params
    found = _asked(request, asked.get("tep", ""), asked.get("muc", ""))
    if not isinstance(found, _Form):
        return found
    draft = drafts.kept(_draft(found)) if "nhap" in asked else None
    if draft is None:
        return _shown(request, found, asked.get("muc", ""))
    wish = wished(found.tree, found.model, posted(draft.o))
    return _shown(request, found, asked.get("muc", ""), clashes=wish.clashes, form=draft.o)


def _draft(found: _Form) -> str:
    return drafts.of_form(found.opened.folder, found.tep, muc_of(found.path))


def keep(request: Request, form: dict[str, str]) -> Response:
    """Keep what is being typed, before it is saved."""
    found = _asked(request, form.get("tep", ""), form.get("muc", ""))
    if not isinstance(found, _Form):
        return found
    if not drafts.keep(form, now(), _draft(found)):
        return Response(status_code=507)
    wrong = _wrong(found, form)
    return JSONResponse({muc_of(each.place.path): _said(found.tep, each) for each in wrong})


def _wrong(found: _Form, form: dict[str, str]) -> list[Problem]:
    """Return what could not be read if a form were saved as it stands."""
    changes, problems = _changes(found, _wish(found, form))
    return problems if changes is None else _blocking(changes)


def _said(file: str, each: Problem) -> str:
    words = f"{as_buttons(each.message)}. {as_buttons(each.mend)}."
    said = in_field_names(words, each.code, file, each.place.path)
    return f"{said[:1].upper()}{said[1:]}"


def drop(request: Request, form: dict[str, str]) -> Response:
    """Throw the draft of a form away."""
    found = _asked(request, form.get("tep", ""), form.get("muc", ""))
    if not isinstance(found, _Form):
        return found
    drafts.drop(_draft(found))
    where = query(tep=found.tep, muc=muc_of(found.path))
    return view.go(request, f"/dot/{quote(found.opened.ma)}/nhap{where}")


def _asked(request: Request, name: str, muc: str) -> _Form | Response:
    """Return the form of a place; else the page of the place, or that there is none."""
    opened = view.campaign_of(request)
    file = opened.data_file(name) if opened else None
    if opened is None or file is None:
        return view.missing(request)
    try:
        seen = snapshot(file)
    except OSError as error:
        why = unread(error, file, Place(file=name))
        return view.notice(request, 422, f"Chưa mở được {name}", f"{why.message}: {why.mend}.")
    tree = content(text_of(seen.data))
    model = None if isinstance(tree, Problem) else model_of(tree)
    at = form_at(model, path_of(muc)) if model else None
    if isinstance(tree, Problem) or model is None or at is None or not _can_be(tree, at[1]):
        return view.go(request, f"/dot/{quote(opened.ma)}/cho{query(tep=name, muc=muc)}")
    return _Form(opened, name, seen, tree, model, at[0], at[1])


def _can_be(tree: Tree, path: DataPath) -> bool:
    """Return whether a form has something to show: its subject is a group, or is to be added."""
    return _is_new(path) or (is_there(tree, path) and isinstance(value_at(tree, path), dict))


def _is_new(path: DataPath) -> bool:
    return bool(path) and kinds.is_new(path[-1])


def _shown(  # noqa: PLR0913 - what a page of a save that did not go through says
    request: Request, found: _Form, muc: str, *, told: Iterable[Problem] = (),
    clashes: Iterable[Clash] = (), form: Mapping[str, str] | None = None, status: int = 200,
) -> Response:  # fmt: skip
    opened, back, clashes = found.opened, posted(form or {}), tuple(clashes)
    subject = subject_of(opened, found.seen.path, found.tree, found.ten, found.path)
    typed = typed_in(back)
    parts = sections(found.tree, found.model, (found.ten, found.path), subject.known, typed)
    findings = _findings(found)
    placed = beside(parts, findings)
    draft = drafts.kept(_draft(found)) if form is None else None
    return view.page(
        request,
        "bieu-nhap.html",
        status,
        tep=found.tep,
        muc=muc_of(found.path),
        nhan_ra=identity(found.tree, found.path),
        cho=muc,
        bieu=found.ten,
        moi=_is_new(found.path),
        ai=_called(found, subject),
        la=TITLES[found.ten],
        chu_the=subject,
        tep_rieng=own_files(opened) if found.ten == "dot" else (),
        phan=placed.phan,
        tim=placed.o,
        chung=[*placed.chung, *(opened.kept.pop("so", ()) if found.ten in LETTERS else ())],
        nut={each.muc: _mends(found, each) for each in findings},
        ban_nhap=draft.luc if draft else None,
        loi_ghi=tuple(told),
        xung_dot={each.muc: each for each in clashes},
        go=typed,
        ten=back.ten,
        bo=back.bo - {each.muc for each in clashes},
        nam=dot.nam if (dot := campaign_of(opened.folder)) else "",
        khong_co=back.khong_co,
        doi_khong_co=back.khong_co ^ back.da_khong_co,
        so_loi=sum(each.loi for each in findings),
        sau=_elsewhere(found, findings),
    )


def _called(found: _Form, subject: Subject) -> str:
    if _is_new(found.path):
        return NEW[found.ten]
    if found.ten in LETTERS and isinstance(found.tree, dict):
        return title(found.tree, campaign_of(found.opened.folder))
    own = value_at(found.tree, found.path)
    names = (own.get(key) for key in ("ho_ten", "ten", "trich_yeu") if isinstance(own, dict))
    return (
        next((each for each in names if isinstance(each, str)), "") or subject.don_vi or found.tep
    )


def _findings(found: _Form) -> list[Found]:
    own = (found.ten, found.path)
    its = []
    for each in near(found.opened, found.seen.path):
        at = form_at(found.model, path_of(each.muc)) if each.tep == found.tep else None
        if at and at[:2] == own:
            its.append(each)
    return its


def _elsewhere(found: _Form, its: list[Found]) -> Found | None:
    """Return the first error that is not of this form, where F8 goes once the form has none."""
    errors = (each for each in near(found.opened, found.seen.path) if each.loi and each.den)
    return next((each for each in errors if each not in its), None)


def _mends(found: _Form, each: Found) -> list[Mend]:
    return mends_at(found.tree, path_of(each.muc), found.model, text_of(found.seen.data))


def save(request: Request, form: dict[str, str]) -> Response:
    """Write what was typed into a form."""
    muc = form.get("muc", "")
    # Another desk may write between the look at the file and the write: then it is looked at again,
    # and what both changed is told.
    for _ in range(TRIES):
        found = _asked(request, form.get("tep", ""), muc)
        if not isinstance(found, _Form):
            return _nowhere(request, form, found)
        answer = _saved(request, found, form)
        if answer is not None:
            return answer
    found = _asked(request, form.get("tep", ""), muc)
    if not isinstance(found, _Form):
        return found
    told = (problem("KD576", Place(file=found.tep)),)
    return _shown(request, found, muc, told=told, form=form, status=409)


def _nowhere(request: Request, form: Mapping[str, str], page: Response) -> Response:
    """Keep and show what was typed for a place that is gone, or whose file cannot be read now."""
    if page.status_code == HTTPStatus.NOT_FOUND:
        return page
    opened = view.campaign_of(request)
    typed = posted(form)
    lines = [f"«{said.strip()}»" for said in typed_in(typed).values() if said.strip()]
    if opened is None or opened.data_file(form.get("tep", "")) is None or not lines:
        return page
    muc = muc_of(path_of(form.get("muc", "")))
    drafts.keep(form, now(), drafts.of_form(opened.folder, form["tep"], muc))
    opened.told.append(
        "Chưa lưu: chỗ này không còn trong tệp, hoặc tệp đang không đọc được. Bản nháp còn giữ, mở "
        f"lại biểu khi có lại chỗ này; đồng chí đã gõ: {', '.join(lines)}."
    )
    return page


def _saved(request: Request, found: _Form, form: dict[str, str]) -> Response | None:
    """Write a form; None if the file was changed at that very moment."""
    wish = _wish(found, form)
    if wish.clashes:
        return _shown(request, found, form["muc"], clashes=wish.clashes, form=form, status=409)
    if not wish.edits:
        drafts.drop(_draft(found))
        if form.get("lam") not in DEEDS:
            found.opened.told.append("Không có gì thay đổi.")
        return _back(request, found, form)
    changes, problems = _changes(found, wish)
    if changes is not None:
        problems = _blocking(changes)
    if changes is None or problems:
        return _shown(request, found, form["muc"], told=problems, form=form, status=422)
    return _made(request, found, changes, form)


def _changes(found: _Form, wish: Wish) -> tuple[ChangeSet | None, list[Problem]]:
    origin = Origin("trang", known_as(found.tree, found.path))
    wanted = [Wanted(found.seen.path, each, origin) for each in wish.edits]
    return change_set(wanted, [found.seen])


def _blocking(changes: ChangeSet) -> list[Problem]:
    """Return what a form is not saved with: values that could not be read, but no gaps."""
    return [each for each in spoiled(changes) if each.code != GAP]


def _wish(found: _Form, form: dict[str, str]) -> Wish:
    said = posted(form)
    if form.get("lam") == "bo":
        said = posted({key: form[key] for key in form if key.startswith("a:")})
        said = said._replace(bo=frozenset({muc_of(found.path)}))
    wish = wished(found.tree, found.model, said)
    text = text_of(found.seen.data)
    return wish._replace(edits=as_typed(text, found.tree, wish.edits))


def _made(
    request: Request, found: _Form, changes: ChangeSet, form: dict[str, str]
) -> Response | None:
    opened = found.opened
    done = applied(opened.folder, changes)
    if done.so is None and any(each.code == CHANGED for each in done.problems):
        return None
    if done.so is None:
        return _shown(request, found, form["muc"], told=done.problems, form=form, status=409)
    drafts.drop(_draft(found))
    opened.told.append(f"Đã lưu {view.time_shown(now())}. Hoàn tác được trong Nhật ký.")
    opened.told += [each.message for each in done.problems]
    elsewhere = renaming.address(opened, changes) if found.ten == "ca-nhan" else ""
    return view.go(request, elsewhere) if elsewhere else _back(request, found, form)


def _back(request: Request, found: _Form, form: Mapping[str, str]) -> Response:
    """Return to the form; after an entry was added or removed, to its unit."""
    opened = found.opened
    if found.ten in LETTERS:
        letters.done_after(opened, found.tep, form.get("lam", ""))
    subject = subject_of(opened, found.seen.path, found.tree, found.ten, found.path)
    if (form.get("lam") == "bo" or _is_new(found.path)) and subject.ma_don_vi:
        tab = "hoi-nghi" if found.ten == "hoi-nghi" else "nguoi"
        where = f"/don-vi/{quote(subject.ma_don_vi)}{query(muc=tab)}"
    else:
        where = f"/nhap{query(tep=found.tep, muc=muc_of(found.path))}"
    return view.go(request, f"/dot/{quote(opened.ma)}{where}")


routes = [
    Route("/nhap", form),
    Route("/nhap/ghi", view.posted(save), methods=["POST"]),
    Route("/nhap/nhap", view.posted(keep), methods=["POST"]),
    Route("/nhap/bo-nhap", view.posted(drop), methods=["POST"]),
]
