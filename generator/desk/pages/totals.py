"""«Tổng hợp»: levels by unit and group, who is behind each number, how far the dossiers are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.at_work.board import Board
from generator.building.folders import BuildRequest
from generator.desk import due, view
from generator.desk.addresses import quote
from generator.desk.campaigns import Open
from generator.desk.charts import bars, progress
from generator.desk.downloads import lying
from generator.desk.found import of_job, of_problem
from generator.desk.jobs import Ended, Job
from generator.desk.pages.papers import begin
from generator.files.real_path import real_path
from generator.model.unit import CaNhan, TapThe
from generator.papers.rating_lists import ROLES, HangTongHopIn
from generator.papers.unit_year import UnitYear, latest, post
from generator.problems import Place, Severity
from generator.summary.checks import LEVELS, check_summary
from generator.summary.summed_up import BY_PERSON, Summary, collectives_of, persons_of, summed_up
from generator.summary.units import Counted, counted
from generator.summary.write import FOLDER, write_summary
from generator.wording.compare import same

JOB = "Tạo báo cáo tổng hợp"
SHORT = {
    "hoan_thanh_xuat_sac": "Xuất sắc",
    "hoan_thanh_tot": "Tốt",
    "hoan_thanh": "Hoàn thành",
    "khong_hoan_thanh": "Không hoàn thành",
    "chua_xep_loai": "Chưa xếp loại",
}
COLLECTIVES = "tap_the"


class Behind(NamedTuple):
    """One of those behind a number: who, in which unit, the levels of steps, and that counted."""

    ten: str
    chuc_vu: str
    don_vi: str
    thu_muc: str
    chi_bo: str
    quyet_dinh: str
    muc: str


def page(request: Request) -> Response:
    """Show the totals; with a filter, also who is behind the number that was pressed."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    board = opened.seen()
    found, problems = counted(opened.request)
    asked = dict(request.query_params)
    shown: dict[str, Any] = {
        "viec_loi": of_job(opened, JOB),
        "tep": _made(opened),
        "loc": asked,
        "SHORT": SHORT,
        "LEVELS": LEVELS,
        "thu_muc": real_path(opened.root / FOLDER),
        "so": None,
    }
    if found is None or not found.years:
        wrong = [of_problem(opened, each) for each in problems if each.severity is Severity.ERROR]
        return view.page(request, "tong-hop.html", van_de=wrong, **shown)
    summary = summed_up(found)
    folders = {each.ma: each.thu_muc for each in opened.ask(lambda work: work.units())}
    place = Place(file=opened.folder.as_posix())
    told = [
        of_problem(opened, each)._replace(o="", den="")
        for each in check_summary(found, summary, place)
    ]
    shown |= _levels(found, summary, folders) | _dossiers(opened, board)
    wanted = bool(asked.keys() & {"muc", "nhom", "don-vi"})
    people = list(_behind(found, folders, asked)) if wanted else []
    return view.page(
        request,
        "tong-hop.html",
        van_de=told,
        nguoi=people,
        chon=_asked(found, folders, asked) if wanted else "",
        con_no=_owing(board, asked.get("con", "")),
        **{**shown, "so": summary},
    )


def _levels(found: Counted, summary: Summary, folders: Mapping[str, str]) -> dict[str, Any]:
    """Return the counts by unit and by group, and of which step they are."""
    tables = {each["ten"]: each for each in summary.tong_hop["theo_don_vi"]}
    units = tables[BY_PERSON]["hang"] if BY_PERSON in tables else []
    rows = [
        (view.shortened(row["ten"]), folders.get(year.data.don_vi.ma, ""), _counts(row))
        for year, row in zip(found.years, units, strict=False)
    ]
    return {
        "ten_muc": {each.khoa: each.ten for each in found.che_do.muc},
        "cot": bars([row for row in rows if sum(row[2].values())]),
        "tong": tables[BY_PERSON]["tong"] if BY_PERSON in tables else None,
        "chua_gom": found.chua_gom,
        "nhom": [(_group(row["ten"]), row, _counts(row)) for row in summary.tong_hop["tong_hop"]],
        "buoc": _steps(found.years),
    }


def _counts(row: HangTongHopIn) -> dict[str, int]:
    return {
        "hoan_thanh_xuat_sac": row["hoan_thanh_xuat_sac"],
        "hoan_thanh_tot": row["hoan_thanh_tot"],
        "hoan_thanh": row["hoan_thanh"],
        "khong_hoan_thanh": row["khong_hoan_thanh"],
        "chua_xep_loai": row["chua_xep_loai"],
    }


def _group(name: str) -> str:
    """Return the key of a group of the counts; empty for all persons, and for the collectives."""
    key = next((role for role, title in ROLES.items() if title == name), "")
    return key or (COLLECTIVES if name.startswith("Tập thể") else "")


def _steps(years: Iterable[UnitYear]) -> list[tuple[int, str]]:
    """Say of how many persons the level of which step is counted: that of the latest step."""
    names = ("cấp có thẩm quyền đã quyết định", "chi bộ đề xuất", "chi ủy đề xuất")
    found = dict.fromkeys(names, 0)
    for person in (each for year in years for each in persons_of(year)):
        steps = (person.xep_loai.quyet_dinh, person.xep_loai.chi_bo, person.xep_loai.chi_uy)
        name = next((name for name, level in zip(names, steps, strict=True) if level), None)
        if name:
            found[name] += 1
    return [(count, name) for name, count in found.items() if count]


def _behind(
    found: Counted, folders: Mapping[str, str], asked: Mapping[str, str]
) -> Iterator[Behind]:
    """Yield those whom a number counts."""
    level, group = asked.get("muc", ""), asked.get("nhom", "")
    words = {each.khoa: each.ten for each in found.che_do.muc}
    for year in found.years:
        unit = year.data.don_vi
        folder = folders.get(unit.ma, "")
        if asked.get("don-vi") not in {None, "", folder}:
            continue
        members: Sequence[CaNhan | TapThe] = (
            collectives_of(year) if group == COLLECTIVES else persons_of(year)
        )
        for each in members:
            now = latest(each)
            key = next((key for key, name in words.items() if same(name, now)), "chua_xep_loai")
            role = each.vai_tro if isinstance(each, CaNhan) else COLLECTIVES
            if level in {"", key} and group in {"", role}:
                yield Behind(
                    each.ho_ten if isinstance(each, CaNhan) else each.ten,
                    post(each) if isinstance(each, CaNhan) else "",
                    unit.ten,
                    folder,
                    each.xep_loai.chi_bo or "",
                    each.xep_loai.quyet_dinh or "",
                    now,
                )


def _asked(found: Counted, folders: Mapping[str, str], asked: Mapping[str, str]) -> str:
    """Return in words whom a number counts."""
    levels: dict[str, str] = {
        **{each.khoa: each.ten for each in found.che_do.muc},
        "chua_xep_loai": "Chưa xếp loại",
    }
    units = {folders.get(each.data.don_vi.ma, ""): each.data.don_vi.ten for each in found.years}
    groups = {**ROLES, COLLECTIVES: "Tập thể lãnh đạo, quản lý"}
    group = groups.get(asked.get("nhom", ""), "")
    parts = (levels.get(asked.get("muc", ""), ""), group, units.get(asked.get("don-vi", ""), ""))
    return " · ".join(filter(None, parts)) or "Mọi cá nhân"


def _dossiers(opened: Open, board: Board) -> dict[str, Any]:
    """Return how far the dossiers are: item by item today, and day by day as units hand in."""
    items: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    for cell in (each for row in board.rows for each in row.o if not each.cua_co_quan and each.can):
        done = items.setdefault(cell.muc, [0, 0])
        done[0] += cell.can - cell.con
        done[1] += cell.can
        names.setdefault(cell.muc, due.short(cell.ten))
    handed = [row.ngay_nop for row in board.rows if row.ngay_nop and row.ngay_nop <= opened.day()]
    deadlines = {cell.han for row in board.rows for cell in row.o if cell.han}
    return {
        "muc_ho_so": [(muc, names[muc], done, of) for muc, (done, of) in items.items()],
        "don_vi_du": sum(row.du for row in board.rows),
        "so_don_vi": len(board.rows),
        "da_nop": len(handed),
        "tien_do": progress(handed, len(board.rows), opened.day(), deadlines),
    }


def _owing(board: Board, muc: str) -> list[tuple[str, str, int]]:
    """Return the units that lack an item: name, folder, of how many it is lacking."""
    return [
        (row.ten, row.thu_muc, cell.con)
        for row in board.rows
        for cell in row.o
        if cell.muc == muc and cell.con and not cell.cua_co_quan
    ]


def _made(opened: Open) -> list[Any]:
    home = opened.root / FOLDER
    return [*lying(opened, home, "*.docx"), *lying(opened, home, "*.xlsx")]


def make(request: Request) -> Response:
    """Begin to write the summaries."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    begin(opened, Job(JOB, lambda _job: _written(opened.request)))
    return view.go(request, f"/dot/{quote(opened.ma)}/tong-hop")


def _written(asked: BuildRequest) -> Ended:
    files, problems = write_summary(asked)
    errors = [each for each in problems if each.severity is Severity.ERROR]
    if not files:
        return Ended("Chưa tạo được báo cáo tổng hợp.", tuple(errors or problems), "/tong-hop")
    said = f"Đã tạo {len(files)} tệp báo cáo tổng hợp."
    if errors:
        said += f" {len(errors)} lỗi, xem bên dưới."
    return Ended(said, tuple(dict.fromkeys(errors)), "/tong-hop")


routes = [
    Route("/tong-hop", page),
    Route("/tong-hop/tao", make, methods=["POST"]),
]
