"""«Nhật ký»: what was changed, by whom, when, before and after; and how it is taken back."""

import datetime as dt
from functools import lru_cache
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import view
from generator.desk.addresses import quote
from generator.desk.campaigns import Open
from generator.desk.forms.kinds import hint_at
from generator.desk.logged import place_said, value_said
from generator.editing.applying import history, undone
from generator.editing.changes import Change
from generator.editing.data_file import snapshot
from generator.editing.edited import content, text_of
from generator.editing.journal import DONE, Entry
from generator.editing.key_order import model_of
from generator.model.base import Model
from generator.problems import Problem
from generator.reading.yaml_text import Tree

FROM = {
    "trang": "trang làm việc",
    "bang-tinh": "bảng tính",
    "bieu-mau": "biểu mẫu trả về",
    "dong-lenh": "dòng lệnh",
    "chuong-trinh": "sổ văn bản đi",
    "hoan-tac": "hoàn tác",
}


def page(request: Request) -> Response:
    """Show the latest changes."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    busy, entries = False, []
    try:
        entries = history(opened.folder)
    except (BlockingIOError, OSError):
        busy = True
    rows = [_row(opened, each) for each in entries]
    last = next((each["so"] for each in rows if each["hoan_tac"]), None)
    return view.page(request, "nhat-ky.html", hang=rows, ban=busy, cuoi=last)


def _row(opened: Open, entry: Entry) -> dict[str, Any]:
    source = entry.changes[0].tu.nguon if entry.changes else "trang"
    return {
        "so": entry.so,
        "luc": _when(entry.luc),
        "ai": entry.nguoi,
        "trang_thai": entry.trang_thai,
        "tu": FROM.get(source, source),
        "hoan_tac": entry.trang_thai == DONE and source not in {"chuong-trinh", "hoan-tac"},
        "cac": [_change(opened, each) for each in entry.changes[:20]],
        "con": len(entry.changes) - 20,
    }


def _when(told: str) -> str:
    """Return the time of an entry as in lists; as it stands if it is none."""
    try:
        return f"{dt.datetime.fromisoformat(told):%d/%m/%Y %H:%M}"
    except ValueError:
        return told


def _change(opened: Open, each: Change) -> dict[str, str]:
    model = _model(each)
    hint = hint_at(model, each.path) if model else None
    key = next((step for step in reversed(each.path) if isinstance(step, str)), "")
    return {
        "tep": opened.name_of(each.tep),
        "muc": place_said(model, each.path) if model else ".".join(map(str, each.path)),
        "truoc": value_said(each.truoc, hint, key),
        "sau": value_said(each.sau, hint, key),
        "cho": each.tu.cho,
    }


def _model(each: Change) -> type[Model] | None:
    """Return the model of the file of a change; None if the file cannot be read now."""
    tree = (None if each.path else each.sau or each.truoc) or _tree(each.tep)
    return model_of(tree) if isinstance(tree, dict) else None


@lru_cache(maxsize=1)
def _read(data: bytes) -> Tree:
    found = content(text_of(data))
    return None if isinstance(found, Problem) else found


def _tree(file: Path) -> Tree:
    try:
        return _read(snapshot(file).data)
    except OSError:
        return None


def undo(request: Request, form: dict[str, str]) -> Response:
    """Take back a change."""
    opened, number = view.campaign_of(request), form.get("so", "")
    if opened is None:
        return view.missing(request)
    done = undone(opened.folder, int(number) if number.isdecimal() and len(number) < 20 else None)
    opened.told += [f"{each.message}. {each.mend}" for each in done.problems]
    if done.so is not None:
        opened.told.append(f"Đã hoàn tác lần sửa số {number or 'cuối'}.")
    return view.go(request, f"/dot/{quote(opened.ma)}/nhat-ky")


routes = [Route("/nhat-ky", page), Route("/nhat-ky/hoan-tac", view.posted(undo), methods=["POST"])]
