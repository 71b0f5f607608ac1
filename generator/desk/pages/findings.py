"""«Vấn đề»: all findings, by kind or unit, each with its mend and the way to its place."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.at_work.accepting import accepting
from generator.desk import view
from generator.desk.addresses import quote
from generator.desk.campaigns import Open
from generator.desk.found import Found, of_problem
from generator.desk.mends import Mend, mends_at
from generator.desk.muc import path_of
from generator.dossier.results import UNREAD
from generator.editing.applying import applied
from generator.editing.changes import Origin
from generator.editing.data_file import snapshot
from generator.editing.edited import content, text_of
from generator.editing.key_order import model_of
from generator.model.acknowledged import ChapNhan
from generator.problems import Problem, Severity
from generator.wording.compare import fold

if TYPE_CHECKING:
    from generator.reading.yaml_text import Tree

MENDED = 60
"""Findings for which a mend is looked for; the others have it at their place."""

MOST = 200
"""Findings above which groups are folded."""

STATES = (
    ("", "Tất cả", None),
    ("loi", "Lỗi", Severity.ERROR),
    ("canh-bao", "Cảnh báo", Severity.WARNING),
    ("da-ghi", "Đã ghi lý do", Severity.ACCEPTED),
)

_ERRORS = "loi"
"""The key of what `Open` remembers of errors."""


def all_found(opened: Open) -> list[Found]:
    """Return every finding of a campaign: of the campaign, its units, its letters; errors first."""
    board = opened.look()
    results = opened.ask(lambda work: work.results())
    letters = opened.ask(lambda work: work.letters())
    found = [of_problem(opened, each) for each in board.problems]
    found += [of_problem(opened, each) for each in (letters.problems if letters else ())]
    for unit in results:
        found += [of_problem(opened, each, unit.ten) for each in unit.problems]
    unlike = dict.fromkeys(each._replace(don_vi="") for each in found)
    units = {each._replace(don_vi=""): each.don_vi for each in reversed(found) if each.don_vi}
    causes = {each.tep for each in unlike if each.loi and each.ma not in UNREAD}
    unlike = {each: None for each in unlike if each.ma not in UNREAD or each.tep not in causes}
    ranked = sorted((each._replace(don_vi=units.get(each, "")) for each in unlike), key=_rank)
    opened.kept[_ERRORS] = [each for each in ranked if each.loi]
    return ranked


def _rank(found: Found) -> int:
    return list(Severity).index(found.muc_do)


def near(opened: Open, file: Path) -> list[Found]:
    """Return the findings around a file: of its unit, else of the whole campaign.

    The errors that were last seen elsewhere stand behind, so that one can go on to the next.
    """
    name = opened.ask(lambda work: work.unit_of(file))
    seen = opened.ask(lambda work: work.unit(name)) if name else None
    if seen is None:
        return all_found(opened)
    own = [of_problem(opened, each, seen.ten) for each in seen.problems]
    errors: list[Found] = opened.kept.get(_ERRORS, [])
    others = [each for each in errors if each.don_vi != seen.ten]
    return sorted([*own, *others], key=_rank)


def page(request: Request) -> Response:
    """Show the findings."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    asked = dict(request.query_params)
    found = all_found(opened)
    counts = {state: sum(each.muc_do is level for each in found) for state, _, level in STATES}
    counts[""] = counts["loi"] + counts["canh-bao"]
    named = {unit.thu_muc: unit.ten for unit in opened.ask(lambda work: work.results())}
    shown = [each for each in found if _is_wanted(each, asked, named)]
    by_unit = asked.get("nhom") == "don-vi"
    return view.page(
        request,
        "van-de.html",
        nhom=_groups(shown, by_unit=by_unit),
        loc=asked,
        ten_loc=named.get(asked.get("don-vi", ""), asked.get("don-vi", "")),
        dem=counts,
        STATES=STATES,
        theo_don_vi=by_unit,
        nhieu=len(shown) > MOST,
        so=len(shown),
        nut=_mends(opened, shown),
        dau=next((each for each in shown if each.loi and each.den), None),
    )


def _is_wanted(each: Found, asked: dict[str, str], named: dict[str, str]) -> bool:
    level = {state: level for state, _, level in STATES}.get(asked.get("loc", ""))
    if level is None and each.muc_do is Severity.ACCEPTED:
        return False
    if level is not None and each.muc_do is not level:
        return False
    unit = asked.get("don-vi", "")
    if not unit:
        return True
    if unit in named:  # its folder, which is no part of another one's name
        return each.don_vi == named[unit] or _is_of(unit, each.tep)
    return fold(unit) in fold(each.don_vi) or _is_of(unit, each.tep)


def _is_of(unit: str, file: str) -> bool:
    """Return whether a file is that of a unit or lies in its folder."""
    return f"/{unit}/" in f"/{file}" or f"/{file}".endswith(f"/{unit}.yaml")


def _mends(opened: Open, found: list[Found]) -> dict[Found, Mend]:
    """Return the certain mends of the first findings, each of which is a button."""
    files: dict[str, tuple[str, Tree] | None] = {}
    mends = {}
    for each in [each for each in found if each.loi and each.den][:MENDED]:
        if each.tep not in files:
            files[each.tep] = _read(opened.data_file(each.tep))
        if read := files[each.tep]:
            text, tree = read
            known = mends_at(tree, path_of(each.muc), model_of(tree), text)
            if known:
                mends[each] = known[0]
    return mends


def _read(path: Path | None) -> "tuple[str, Tree] | None":
    """Return the text of a file and what it holds; None if it cannot be read."""
    try:
        text = text_of(snapshot(path).data) if path else ""
    except OSError:
        return None
    tree = content(text)
    return None if isinstance(tree, Problem) else (text, tree)


def _groups(found: Iterable[Found], *, by_unit: bool) -> list[tuple[str, list[Found]]]:
    def title(each: Found) -> str:
        return (each.don_vi or "Cả đợt") if by_unit else each.ten

    order = {name: index for index, name in enumerate(dict.fromkeys(map(title, found)))}
    ranked = sorted(found, key=lambda each: order[title(each)])
    return [(name, list(its)) for name, its in groupby(ranked, key=title)]


def accept(request: Request, form: dict[str, str]) -> Response:
    """Note that somebody answers for the warnings of one kind in one file."""
    opened = view.campaign_of(request)
    path = opened.data_file(form.get("tep", "")) if opened else None
    if opened is None or path is None:
        return view.missing(request)
    reason, by = form.get("ly_do", "").strip(), form.get("ai", "").strip() or view.user()
    back = f"/dot/{quote(opened.ma)}/van-de"
    if not reason:
        opened.told.append("Chưa ghi: lý do còn trống.")
        return view.go(request, back)
    given = ChapNhan(ly_do=reason, ai=by, ngay=opened.day())
    changes, problems = accepting(opened.request, path, form.get("ma", ""), given, Origin("trang"))
    if changes is not None:
        done = applied(opened.folder, changes)
        problems = [*problems, *done.problems]
        if done.so is not None:
            opened.told.append("Đã ghi lý do. Hoàn tác được trong Nhật ký.")
    opened.told += [f"{each.message}: {each.mend}" for each in problems]
    return view.go(request, back)


routes = [
    Route("/van-de", page),
    Route("/van-de/ghi-ly-do", view.posted(accept), methods=["POST"]),
]
