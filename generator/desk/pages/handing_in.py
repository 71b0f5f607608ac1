"""«Nộp»: which dossiers may go, their packs, and whether a pack is still as it was packed."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.at_work.board import Row
from generator.at_work.unit import now
from generator.desk import due, signs, view
from generator.desk.addresses import query, quote
from generator.desk.campaigns import Open
from generator.desk.downloads import address, time_of
from generator.desk.found import Found, of_job, of_problem
from generator.desk.jobs import Ended, Job
from generator.desk.pages.papers import begin
from generator.desk.pages.reminders import late_units
from generator.files.documents import is_beside
from generator.files.real_path import real_path
from generator.handover.finding import DEEPEST, Searched, find_packs
from generator.handover.verify import Verified, verify
from generator.handover.write import FOLDER, write_pack, zip_of
from generator.model.verdict import GOOD
from generator.problems import Problem, Severity

PACK, VERIFY, ELSEWHERE = "Đóng gói hồ sơ", "Kiểm lại gói", "Kiểm gói ở nơi khác"
MOST = 3
"""Items that a unit lacks which are named; the board has them all."""

_WORDS = {
    "thieu": "Thiếu",
    "sai": "Sai mẫu",
    "xem": "Cần xem lại",
    "chua-ky": "Chưa ký",
    "thieu-ban": "Thiếu bản",
    "cho": "Chưa đủ",
}


class Looked(NamedTuple):
    """What a verification of a pack found, and when."""

    found: Verified
    luc: dt.datetime


class PackSeen(NamedTuple):
    """A pack on the disk: its folder, the address and name of its zip if there is one, its time.

    `sign` says what the last verification found, None if there was none since; `loi` what is wrong.
    """

    noi: Path
    zip: str
    tep: str
    luc: dt.datetime
    sign: signs.Sign | None
    loi: list[Found]


def page(request: Request) -> Response:
    """Show which units are ready, what the others lack, and the packs there are."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    found = opened.seen()
    day = opened.day()
    rows = [_row(opened, row, day) for row in found.rows]
    ready = [each for each in rows if each["du"]]
    to = next(
        (
            v.gui_ve
            for unit in opened.ask(lambda work: work.results())
            for v in unit.verdicts
            if v.gui_ve
        ),
        "",
    )
    until = max((cell.han for row in found.rows for cell in row.o if cell.han), default=None)
    return view.page(
        request,
        "nop.html",
        here="in",
        tre=len(late_units(opened)),
        hang=sorted(rows, key=lambda each: not each["du"]),
        san_sang=ready,
        chua=[each for each in rows if not each["du"]],
        noi_nhan=to,
        han=signs.until(until, day) if until else "",
        co_goi=any(each["goi"] for each in rows),
        viec_loi=of_job(opened, PACK),
        thu_muc=real_path(opened.root / FOLDER),
        van_de=[of_problem(opened, each) for each in found.problems] if not rows else [],
        con_lai=found.con_lai,
        ngoai=opened.kept.get("goi-ngoai"),
    )


def _row(opened: Open, row: Row, day: dt.date) -> dict[str, Any]:
    lacking = [each for each in row.o if each.ket not in GOOD and not each.cua_co_quan]
    base = f"/dot/{quote(opened.ma)}"
    links = [
        {
            "chu": f"{each.muc} {due.short(each.ten)}",
            "sign": signs.of_cell(each, day),
            "den": f"{base}/bang{query(o=each.muc, don_vi=row.thu_muc)}",
        }
        for each in lacking[:MOST]
    ]
    return {
        "ten": row.ten,
        "thu_muc": row.thu_muc,
        "du": row.du,
        "loi": row.loi,
        "sign": _sign(row, day),
        "thieu": links,
        "con": len(lacking) - len(links),
        "goi": _packs(opened, row.thu_muc),
        "doc_duoc": row.kiem_duoc,
        "co_nguoi": row.co_nguoi,
    }


def _sign(row: Row, day: dt.date) -> signs.Sign:
    if row.du:
        return signs.Sign("du", "Sẵn sàng")
    if not row.co_nguoi:
        return signs.NOBODY
    if not row.kiem_duoc:
        return signs.Sign("sai", "Chưa đọc được")
    lacking = [each for each in row.o if each.ket not in GOOD and not each.cua_co_quan]
    seen = [signs.of_cell(each, day).dau for each in lacking]
    worst = next((each for each in _WORDS if each in seen), "cho")
    count = seen.count(worst)
    return signs.Sign(worst, f"{_WORDS[worst]} {count}" if count else _WORDS[worst])


def _packs(opened: Open, unit: str) -> list[PackSeen]:
    """Return the packs of a unit, the newest first."""
    home = opened.root / FOLDER
    try:
        folders = [each for each in home.iterdir() if each.is_dir()]
    except OSError:
        return []
    its = [
        each
        for each in folders
        if each.name == unit or is_beside(f"{each.name}.zip", f"{unit}.zip")
    ]
    found = [_pack(opened, each) for each in its]
    return sorted(found, key=lambda each: each.luc, reverse=True)


def _pack(opened: Open, folder: Path) -> PackSeen:
    packed = zip_of(folder)
    when = time_of(packed if packed.is_file() else folder)
    looked: Looked | None = opened.kept.get("goi", {}).get(folder)
    there = (address(opened, packed), opened.name_of(packed)) if packed.is_file() else ("", "")
    if looked is None or looked.luc < when:
        return PackSeen(folder, *there, when, None, [])
    return PackSeen(
        folder,
        *there,
        when,
        sign_of(looked.found),
        [_bare(opened, each) for each in looked.found.problems],
    )


def sign_of(found: Verified) -> signs.Sign:
    """Return what a verification found, as a sign."""
    if any(each.severity is Severity.ERROR for each in found.problems):
        return signs.Sign("sai", "Gói đã đổi hoặc hỏng")
    if found.problems:
        return signs.Sign("canh-bao", "Còn nguyên, hồ sơ chưa đủ")
    return signs.Sign("du", f"Còn nguyên, {found.so_tep} tệp")


def _bare(opened: Open, each: Problem) -> Found:
    return of_problem(opened, each)._replace(den="", o="")


async def pack(request: Request) -> Response:
    """Begin to pack the units that were ticked."""
    form = await request.form()
    units = [str(each) for each in form.getlist("don-vi")]
    incomplete = str(form.get("chua-du", "")) == "co"
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    if units:
        begin(opened, Job(PACK, lambda job: _packed(opened, units, job, incomplete=incomplete)))
    else:
        opened.told.append("Chưa chọn đơn vị nào.")
    return view.go(request, f"/dot/{quote(opened.ma)}/nop")


def _packed(opened: Open, units: Sequence[str], job: Job, *, incomplete: bool) -> Ended:
    done, problems, left = 0, [], []
    for number, unit in enumerate(units):
        job.step(number, len(units))
        written, found = write_pack(
            opened.folder, unit, opened.root.parent, opened.day(), incomplete=incomplete
        )
        done += bool(written)
        if not written:
            left.append(unit)
            problems += [each for each in found if each.severity is Severity.ERROR]
    said = f"Đã đóng gói {done} đơn vị."
    if left:
        said += f" {len(left)} đơn vị chưa đóng được, lý do ghi bên dưới."
    return Ended(said, tuple(dict.fromkeys(problems)), "/nop")


def check(request: Request) -> Response:
    """Begin to verify the packs of this campaign."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    home = opened.root / FOLDER
    folders = sorted(each for each in home.iterdir() if each.is_dir()) if home.is_dir() else []
    begin(opened, Job(VERIFY, lambda job: _checked(opened, folders, job)))
    return view.go(request, f"/dot/{quote(opened.ma)}/nop")


def _checked(opened: Open, folders: Sequence[Path], job: Job) -> Ended:
    whole = 0
    for number, folder in enumerate(folders):
        job.step(number, len(folders))
        found = _whole_pack(folder)
        opened.kept.setdefault("goi", {})[folder] = Looked(found, now())
        whole += not any(each.severity is Severity.ERROR for each in found.problems)
    said = f"{whole} trong {len(folders)} gói còn nguyên như lúc đóng."
    if whole < len(folders):
        said += f" {len(folders) - whole} gói đã đổi hoặc hỏng, xem ở dòng của đơn vị."
    return Ended(said, (), "/nop")


def _whole_pack(folder: Path) -> Verified:
    """Verify a pack and the zip beside it; what is wrong with either is told."""
    found = verify(folder)
    packed = zip_of(folder)
    if not packed.is_file():
        return found
    its = verify(packed)
    more = [each for each in its.problems if each.code not in {one.code for one in found.problems}]
    return Verified(
        found.don_vi, found.so_tep, found.ma_bam, (*found.problems, *more), found.bien_ban_nguyen
    )


def check_elsewhere(request: Request, form: dict[str, str]) -> Response:
    """Begin to verify the packs at another place, as on a stick."""
    opened, place = view.campaign_of(request), form.get("noi", "").strip().strip('"')
    if opened is None:
        return view.missing(request)
    if place and "\0" not in place:
        begin(opened, Job(ELSEWHERE, lambda job: _checked_elsewhere(opened, place, job)))
    else:
        opened.told.append("Chưa ghi nơi để gói.")
    return view.go(request, f"/dot/{quote(opened.ma)}/nop#goi-ngoai")


def _checked_elsewhere(opened: Open, place: str, job: Job) -> Ended:
    opened.kept.pop("goi-ngoai", None)
    searched = find_packs(Path(place))
    said = looked_at(place, searched)
    seen = []
    packs = searched.packs if searched else ()
    for number, pack in enumerate(packs):
        job.step(number, len(packs))
        found = verify(pack)
        seen.append(
            {
                "noi": str(pack),
                "ten": found.don_vi,
                "sign": sign_of(found),
                "loi": [_bare(opened, each) for each in found.problems],
            }
        )
    opened.kept["goi-ngoai"] = {"noi": place, "cau": said, "cac": seen}
    return Ended(said, (), "/nop#goi-ngoai")


def looked_at(place: str, searched: Searched | None) -> str:
    """Return in a sentence what a search for packs looked at, and what it found."""
    if searched is None:
        return f"«{place}» không trả lời. Ổ USB, ổ mạng đã nối chưa?"
    if not searched.looked:
        return f"Không tìm thấy gói ở «{place}»."
    count = len(searched.packs)
    said = f"Đã kiểm {count} gói." if count else f"Không tìm thấy gói nào ở «{place}»."
    if searched.looked > 1:
        said += f" Đã xem {view.number_shown(searched.looked)} tệp và thư mục"
        said += f", sâu nhất {DEEPEST} cấp." if searched.whole else " rồi dừng vì nơi này quá lớn."
    if not searched.whole:
        said += " Ghi rõ thư mục hoặc tệp nén của gói để kiểm đúng gói đó."
    return said


routes = [
    Route("/nop", page),
    Route("/nop/dong-goi", pack, methods=["POST"]),
    Route("/nop/kiem-lai", check, methods=["POST"]),
    Route("/nop/kiem-noi-khac", view.posted(check_elsewhere), methods=["POST"]),
]
