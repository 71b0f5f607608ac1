"""«Đơn vị»: the units of a campaign, and all of one: people, meetings, papers, findings, files."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.at_work.papers import PaperSeen
from generator.at_work.unit import UnitSeen
from generator.desk import due, signs, view
from generator.desk.campaigns import Open, is_building
from generator.desk.found import LACKING, of_problem
from generator.desk.pages.board import shown_verdict
from generator.desk.pages.received import limits, rows_of
from generator.dossier.built import State
from generator.model.unit import CaNhan, TapThe
from generator.model.verdict import GOOD
from generator.problems import DataPath, Problem, Severity
from generator.reading.units import Unit
from generator.wording.compare import fold

TABS = ("nguoi", "hoi-nghi", "van-ban", "ho-so-nhan", "van-de")


def listed(request: Request) -> Response:
    """Show all units with their state."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    found = opened.look()
    day = opened.day()
    rows = [(row, signs.until(row.han, day) if row.han else "") for row in found.rows]
    return view.page(request, "cac-don-vi.html", hang=rows, bang=found, CHUA_GHI_NGUOI=signs.NOBODY)


def one(request: Request) -> Response:
    """Show one unit."""
    opened = view.campaign_of(request)
    name = request.path_params["don_vi"]
    seen = opened.ask(lambda work: work.unit(name)) if opened else None
    if opened is None or seen is None:
        return view.missing(request)
    names = [each.thu_muc for each in opened.ask(lambda work: work.units())]
    at = names.index(name)
    tab = request.query_params.get("muc", "nguoi")
    busy = seen.result is None and is_building(seen.problems)
    if not busy:
        opened.kept["don-vi"] = seen  # one, for its data is large
    elif (before := opened.kept.get("don-vi")) and before.thu_muc == name:
        seen = before
    unit = seen.unit
    own = seen.result.problems if seen.result else seen.problems
    problems = [of_problem(opened, each) for each in own]
    return view.page(
        request,
        "don-vi.html",
        don_vi=seen,
        muc=tab if tab in TABS else "nguoi",
        unit=unit,
        truoc=names[at - 1] if at else "",
        sau=names[at + 1] if at + 1 < len(names) else "",
        nguoi=_people(opened, seen, unit),
        hoi_nghi=_meetings(opened, unit),
        goi_y=_advice(opened, unit),
        tep_dv=opened.name_of(unit.file) if unit else "",
        giay=_papers(opened, seen),
        nhan=rows_of(opened, seen.thu_muc, (seen.result,) if seen.result else ()),
        **limits(),
        ban=busy,
        thieu=[of_problem(opened, each) for each in seen.problems if each not in own],
        van_de=problems,
        so_loi=sum(each.loi for each in problems),
        ho_so=_items(opened, seen),
        bi_thu=_head(unit),
    )


def _head(unit: Unit | None) -> str:
    """Return the name of the secretary: one of whose posts begins with «Bí thư»."""
    for each in unit.data.ca_nhan if unit else ():
        posts = (each.chuc_vu.dang or "").split(",")
        if any(post.strip().startswith("Bí thư") for post in posts):
            return each.ho_ten
    return ""


def _people(opened: Open, seen: UnitSeen, unit: Unit | None) -> list[dict[str, Any]]:
    if unit is None:
        return []
    bodies = [("tap_the", index) for index in range(len(unit.data.tap_the))]
    people = [("ca_nhan", index) for index in range(len(unit.data.ca_nhan))]
    names = Counter(fold(each.ho_ten) for each in unit.data.ca_nhan)
    return [_row(opened, seen, unit, path, names) for path in (*bodies, *people)]


def _row(
    opened: Open, seen: UnitSeen, unit: Unit, path: tuple[str, int], names: Mapping[str, int]
) -> dict[str, Any]:
    """Return what the list shows of a collective or a person; of namesakes when they were born."""
    kind, index = path
    subject: CaNhan | TapThe = (
        unit.data.ca_nhan[index] if kind == "ca_nhan" else unit.data.tap_the[index]
    )
    file, inner = place_of(unit, path)
    name = opened.name_of(file)
    its = [each for each in seen.problems if _is_about(opened, each, name, inner)]
    who = subject.ho_ten if isinstance(subject, CaNhan) else subject.ten
    steps = subject.xep_loai
    level = steps.quyet_dinh or steps.chi_bo or steps.tu_nhan or ""
    birth = subject.ngay_sinh if isinstance(subject, CaNhan) and names[fold(who)] > 1 else None
    return {
        "ten": who,
        "sinh": str(birth or ""),
        "la_nguoi": isinstance(subject, CaNhan),
        "chuc_vu": _post(subject),
        "tep": name,
        "muc": ".".join(map(str, inner)),
        "du_lieu": _of_data(its),
        "muc_xep_loai": level.removesuffix(" nhiệm vụ") or "Chưa ghi",
        "giay": _of_papers([each for each in seen.papers if each.cho[:2] == path]),
    }


def place_of(unit: Unit, path: tuple[str, int]) -> tuple[Path, DataPath]:
    """Return the file of a collective or a person, and where in it they stand."""
    kind, index = path
    own = unit.persons.get(index) if kind == "ca_nhan" else None
    return (own, ()) if own else (unit.file, path)


def _post(subject: CaNhan | TapThe) -> str:
    if isinstance(subject, TapThe):
        return f"Tập thể, {len(subject.thanh_vien)} người"
    posts = (subject.chuc_vu.dang, subject.chuc_vu.chinh_quyen, subject.chuc_vu.doan_the)
    return ", ".join(filter(None, posts)) or "Không giữ chức vụ"


def _of_data(its: list[Problem]) -> signs.Sign:
    errors = sum(each.severity is Severity.ERROR and each.code != LACKING for each in its)
    warnings = sum(each.severity is Severity.WARNING for each in its)
    if errors:
        return signs.Sign("sai", f"Lỗi {errors}")
    if any(each.code == LACKING for each in its):
        return signs.UNFINISHED
    return signs.Sign("canh-bao", f"Cảnh báo {warnings}") if warnings else signs.Sign("du", "Đã có")


def _of_papers(papers: list[PaperSeen]) -> signs.Sign:
    worst = next((each for each in papers if each.state is not State.MOI), None)
    if worst:
        return signs.of_paper(worst.state, draft=bool(worst.sai), makeable=worst.soan_duoc)
    return signs.Sign("du", "Đã có") if papers else signs.Sign("khong", "Không có")


def _is_about(opened: Open, found: Problem, file: str, path: DataPath) -> bool:
    return opened.name_of(found.place.file) == file and found.place.path[: len(path)] == path


def _meetings(opened: Open, unit: Unit | None) -> list[dict[str, Any]]:
    if unit is None:
        return []
    file = opened.name_of(unit.file)
    return [
        {
            "ten": each.ten,
            "ngay": each.ngay,
            "trieu_tap": each.trieu_tap,
            "co_mat": each.co_mat,
            "phieu": each.kiem_phieu,
            "tep": file,
            "muc": f"hoi_nghi.{index}",
        }
        for index, each in enumerate(unit.data.hoi_nghi)
    ]


def _advice(opened: Open, unit: Unit | None) -> list[dict[str, str]]:
    file = opened.name_of(unit.file) if unit else ""
    return [
        {
            "ten": f"Gợi ý kiểm điểm{f' ngày {each.ngay}' if each.ngay else ''}",
            "tep": file,
            "muc": f"goi_y.{index}",
        }
        for index, each in enumerate(unit.data.goi_y if unit else ())
    ]


def _papers(opened: Open, seen: UnitSeen) -> list[dict[str, Any]]:
    return [
        {
            "ten": each.ten,
            "muc": each.muc,
            "ai": each.ai,
            "khoa": each.khoa,
            "so_ban": each.so_ban,
            "tep": opened.name_of(each.tep),
            "co": each.tep.exists(),
            "sign": signs.of_paper(each.state, draft=bool(each.sai), makeable=each.soan_duoc),
        }
        for each in seen.papers
    ]


def _items(opened: Open, seen: UnitSeen) -> list[dict[str, Any]]:
    """Return the items of the dossier, the worst verdict of each."""
    items: dict[str, list[dict[str, Any]]] = {}
    for each in sorted(seen.result.verdicts if seen.result else (), key=lambda v: v.ket in GOOD):
        items.setdefault(each.muc, []).append(shown_verdict(each, opened))
    order = list(dict.fromkeys(each.muc for each in (seen.result.verdicts if seen.result else ())))
    return [
        {
            "muc": muc,
            "ten": due.head(items[muc][0]["ten"]),
            "sign": items[muc][0]["sign"],
            "so": len(items[muc]),
        }
        for muc in order
    ]


routes = [Route("/don-vi", listed), Route("/don-vi/{don_vi}", one)]
