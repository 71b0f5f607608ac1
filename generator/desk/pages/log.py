"""«Nhật ký»: what was changed, by whom, when, before and after; and how it is taken back."""

import datetime as dt
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk import view
from generator.desk.addresses import quote
from generator.desk.campaigns import Open
from generator.editing.applying import history, undone
from generator.editing.changes import Change
from generator.editing.journal import DONE, Entry
from generator.reading.yaml_text import Tree

FROM = {
    "trang": "trang làm việc",
    "bang-tinh": "bảng tính",
    "bieu-mau": "biểu mẫu trả về",
    "dong-lenh": "dòng lệnh",
    "chuong-trinh": "sổ văn bản đi",
    "hoan-tac": "hoàn tác",
}
_LONGEST = 300


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
    return {
        "tep": opened.name_of(each.tep),
        "muc": ".".join(map(str, each.path)) or "cả tệp",
        "truoc": _shown(each.truoc),
        "sau": _shown(each.sau),
        "cho": each.tu.cho,
    }


def _shown(value: Tree) -> str:
    match value:
        case None | "":
            return "(trống)"
        case str():
            return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
        case dict():
            return f"nhóm {len(value)} mục"
        case _:
            return f"danh sách {len(value)} mục"


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
