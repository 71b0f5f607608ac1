"""«Chọn đợt»: the campaign to go on with, the others, and ways to a new one."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.at_work.unit import now
from generator.desk import presence, recent, signs, view
from generator.desk.addresses import quote
from generator.desk.campaigns import Desk
from generator.desk.presence import Other
from generator.desk.recent import Seen
from generator.desk.signs import Sign
from generator.files.real_path import real_path
from generator.reading.folder_names import CAMPAIGN_FILE
from generator.reading.load import campaign_of
from generator.reading.places import campaign_folders
from generator.regulations.regimes import regime_for
from generator.setup.home import LOOK_AT, put_sample

MOST = 8
"""Campaigns in the table before all are asked for."""

_STATES = (
    ("du", "đã xong"), ("thieu", "còn thiếu"), ("sai", "có lỗi"), ("xem", "cần xem lại"),
    ("chua-ky", "có giấy chưa ký"), ("thieu-ban", "thiếu bản"), ("cho", "chưa đến hạn"),
)  # fmt: skip


class Row(NamedTuple):
    """A campaign; `ma` is its name in addresses, empty if its folder is gone; `seen` as it was.

    `cung` are other desks that have it open.
    """

    ma: str
    ten: str
    thu_muc: str
    seen: Seen | None
    cung: tuple[Other, ...] = ()

    @property
    def tinh_trang(self) -> list[Sign]:
        """Its units by state, as they were last seen."""
        counts = self.seen.tinh_trang if self.seen else {}
        return [
            Sign(state, f"{counts[state]} đơn vị {words}")
            for state, words in _STATES
            if counts.get(state)
        ]

    @property
    def quy_dinh(self) -> str:
        """The regulation of its year."""
        known = self.seen is not None and self.seen.nam
        return regime_for(self.seen.nam).van_ban[0].so_ky_hieu if self.seen and known else ""


def page(request: Request) -> Response:
    """Show the campaigns."""
    return _shown(request)


def _shown(request: Request, wrong: str = "", typed: str = "", status: int = 200) -> Response:
    desk = view.desk_of(request)
    rows = list(_rows(desk))
    first = next((each for each in rows if each.ma), None)
    others = [each for each in rows if each is not first]
    everything = "tat-ca" in request.query_params
    return view.page(
        request, "chon-dot.html", status, dau=first, khac=others if everything else others[:MOST],
        con=0 if everything else max(0, len(others) - MOST), loi_mo=wrong, go_mo=typed,
        mo=bool(wrong) or "mo" in request.query_params, until=signs.until,
    )  # fmt: skip


def _rows(desk: Desk) -> Iterator[Row]:
    """Yield the campaigns: those that were opened, the last first, then the others by name."""
    there = {str(real_path(folder)): (ma, folder) for ma, folder in desk.folders()}
    for seen in recent.remembered():
        ma, folder = there.pop(seen.thu_muc, ("", Path(seen.thu_muc)))
        yield Row(ma, seen.ten or _name(folder), seen.thu_muc, seen, _with(ma, folder))
    for path, (ma, folder) in sorted(there.items(), reverse=True):
        yield Row(ma, _name(folder), path, None, _with(ma, folder))


def _with(ma: str, folder: Path) -> tuple[Other, ...]:
    return tuple(presence.others(folder, now())) if ma else ()


def _name(folder: Path) -> str:
    dot = campaign_of(folder)
    return dot.ten if dot else folder.name


def open_other(request: Request, form: dict[str, str]) -> Response:
    """Open a folder of this machine by its path."""
    desk, typed = view.desk_of(request), form.get("thu_muc", "")
    found = campaigns_at(typed)
    if isinstance(found, str):
        return _shown(request, found, typed, 422)
    names = [desk.taken_in(each) for each in found]
    return view.go(request, f"/dot/{quote(names[0])}/bang" if len(names) == 1 else "/")


def campaigns_at(typed: str) -> list[Path] | str:
    """Return the campaigns in a folder whose path was typed, or in words why there is none."""
    text = typed.strip().strip('"').strip()
    if not text:
        return "Ghi đường dẫn của thư mục."
    folder = Path(text)
    try:
        if folder.name == CAMPAIGN_FILE:
            folder = folder.parent
        if not folder.is_absolute():
            return (
                "Ghi đường dẫn đầy đủ, từ tên ổ đĩa: mở thư mục đó, chép dòng địa chỉ ở trên cùng."
            )
        if not folder.is_dir():
            return "Không tìm thấy thư mục này. Ổ USB, ổ mạng đã nối chưa?"
        found = [each for each in campaign_folders(folder) if (each / CAMPAIGN_FILE).is_file()]
    except (OSError, ValueError):
        return "Không mở được thư mục này."
    return found or "Trong thư mục này không có đợt kiểm điểm nào."


def forget(request: Request, form: dict[str, str]) -> Response:
    """Take a campaign out of the list."""
    view.desk_of(request).forget(form.get("thu_muc", ""))
    return view.go(request, "/")


def sample(request: Request) -> Response:
    """Put a copy of the sample campaign beside the others, and open it."""
    desk = view.desk_of(request)
    problems = put_sample(desk.place)
    if problems:
        return _shown(request, _told(each.message for each in problems), status=409)
    return view.go(request, f"/dot/{quote(desk.taken_in(desk.place / LOOK_AT))}/bang")


def _told(messages: Iterable[str]) -> str:
    said = "; ".join(messages)
    return f"{said[:1].upper()}{said[1:]}."


def heard(request: Request) -> Response:
    """Note that a window is open; where it shows a campaign, other desks are told of it."""
    view.desk_of(request).heard = True
    _, _, ma = view.came_from(request, "").partition("/dot/")
    opened = view.desk_of(request).campaign(unquote(ma.partition("/")[0])) if ma else None
    if opened:
        opened.present(view.user())
    return Response(status_code=204)


routes = [
    Route("/", page),
    Route("/mo-thu-muc", view.posted(open_other), methods=["POST"]),
    Route("/quen", view.posted(forget), methods=["POST"]),
    Route("/dot-mau", sample, methods=["POST"]),
    Route("/con-mo", heard, methods=["POST"]),
]
