"""«Đơn vị»: the units of a campaign, and all of one: people, meetings, papers, findings, files."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.at_work.unit import UnitSeen
from generator.desk import due, signs, view
from generator.desk.campaigns import Open
from generator.desk.found import of_problem
from generator.desk.pages.board import shown_verdict
from generator.model.unit import CaNhan
from generator.model.verdict import GOOD
from generator.problems import DataPath, Problem, Severity
from generator.reading.units import Unit

TABS = ("nguoi", "hoi-nghi", "van-ban", "ho-so-nhan", "van-de")


def listed(request: Request) -> Response:
    """Show all units with their state."""
    opened = view.campaign_of(request)
    if opened is None:
        return view.missing(request)
    found = opened.look()
    day = opened.day()
    rows = [(row, signs.until(row.han, day) if row.han else "") for row in found.rows]
    return view.page(request, "cac-don-vi.html", hang=rows, bang=found)


def one(request: Request) -> Response:
    """Show one unit."""
    opened = view.campaign_of(request)
    name = request.path_params["don_vi"]
    seen = opened.ask(lambda work: work.unit(name)) if opened else None
    if opened is None or seen is None:
        return view.missing(request)
    unit = opened.ask(lambda work: work.data(name))
    names = [each.thu_muc for each in opened.ask(lambda work: work.units())]
    at = names.index(name)
    tab = request.query_params.get("muc", "nguoi")
    problems = [of_problem(opened, each) for each in seen.problems]
    return view.page(
        request, "don-vi.html", don_vi=seen, muc=tab if tab in TABS else "nguoi", unit=unit,
        truoc=names[at - 1] if at else "", sau=names[at + 1] if at + 1 < len(names) else "",
        nguoi=_people(opened, seen, unit), hoi_nghi=_meetings(opened, unit), giay=_papers(opened, seen),
        nhan=_received(opened, seen), van_de=problems, so_loi=sum(each.loi for each in problems),
        ho_so=_items(opened, seen), thu_muc_giay=opened.root / name,
        bi_thu=_head(unit), tep=opened.name_of(unit.file) if unit else "",
    )  # fmt: skip


def _head(unit: Unit | None) -> str:
    people = unit.data.ca_nhan if unit else ()
    head = next((each for each in people if "bí thư" in (each.chuc_vu.dang or "").lower()
                 and "phó" not in (each.chuc_vu.dang or "").lower()), None)  # fmt: skip
    return head.ho_ten if head else ""


def _people(opened: Open, seen: UnitSeen, unit: Unit | None) -> list[dict[str, Any]]:
    if unit is None:
        return []
    rows = [
        _row(opened, seen, unit, ("tap_the", index), each.ten, f"Tập thể, {len(each.thanh_vien)} người")
        for index, each in enumerate(unit.data.tap_the)
    ]  # fmt: skip
    rows += [
        _row(opened, seen, unit, ("ca_nhan", index), each.ho_ten, _post(each))
        for index, each in enumerate(unit.data.ca_nhan)
    ]
    return rows


def _post(person: CaNhan) -> str:
    posts = (person.chuc_vu.dang, person.chuc_vu.chinh_quyen, person.chuc_vu.doan_the)
    return ", ".join(filter(None, posts)) or "Không giữ chức vụ"


def _row(
    opened: Open, seen: UnitSeen, unit: Unit, path: DataPath, name: str, post: str
) -> dict[str, Any]:
    subject = (unit.data.tap_the if path[0] == "tap_the" else unit.data.ca_nhan)[int(path[1])]
    file, inner = unit.file, path
    own = unit.persons.get(int(path[1])) if path[0] == "ca_nhan" else None
    if own is not None:
        file, inner = own, ()
    own_name = opened.name_of(file)
    its = [each for each in seen.problems if _is_about(opened, each, own_name, inner)]
    errors = sum(each.severity is Severity.ERROR for each in its)
    warnings = sum(each.severity is Severity.WARNING for each in its)
    papers = [each for each in seen.papers if each.ai == name]
    worst = next((each for each in papers if each.state.name != "MOI"), None)
    level = subject.xep_loai.quyet_dinh or subject.xep_loai.chi_bo or subject.xep_loai.tu_nhan or ""
    return {
        "ten": name, "chuc_vu": post, "tep": own_name, "muc": ".".join(map(str, inner)),
        "du_lieu": signs.Sign("sai", f"Lỗi {errors}") if errors
        else signs.Sign("canh-bao", f"Cảnh báo {warnings}") if warnings else signs.Sign("du", "Đã có"),
        "muc_xep_loai": level.removesuffix(" nhiệm vụ") or "Chưa ghi", "giay": signs.of_paper(worst.state, draft=bool(worst.sai), makeable=worst.soan_duoc)
        if worst else signs.Sign("du", "Đã có") if papers else signs.Sign("khong", "Không có"),
    }  # fmt: skip


def _is_about(opened: Open, found: Problem, file: str, path: DataPath) -> bool:
    return opened.name_of(found.place.file) == file and found.place.path[: len(path)] == path


def _meetings(opened: Open, unit: Unit | None) -> list[dict[str, Any]]:
    if unit is None:
        return []
    file = opened.name_of(unit.file)
    return [
        {
            "ten": each.ten, "ngay": each.ngay, "trieu_tap": each.trieu_tap, "co_mat": each.co_mat,
            "phieu": each.kiem_phieu, "tep": file, "muc": f"hoi_nghi.{index}",
        }
        for index, each in enumerate(unit.data.hoi_nghi)
    ]  # fmt: skip


def _papers(opened: Open, seen: UnitSeen) -> list[dict[str, Any]]:
    return [
        {
            "ten": each.ten, "muc": each.muc, "ai": each.ai, "khoa": each.khoa, "so_ban": each.so_ban,
            "tep": opened.name_of(each.tep), "co": each.tep.exists(),
            "sign": signs.of_paper(each.state, draft=bool(each.sai), makeable=each.soan_duoc),
        }
        for each in seen.papers
    ]  # fmt: skip


def _received(opened: Open, seen: UnitSeen) -> list[dict[str, Any]]:
    if seen.result is None:
        return []
    found: dict[str, dict[str, Any]] = {}
    for verdict in seen.result.verdicts:
        for part in verdict.phan:
            for proof in part.chung_cu:
                if proof.nguon == "nhan" and proof.tep and proof.tep not in found:
                    sign = signs.of_verdict(part.ket, 1, verdict.han, opened.day(), office=False)
                    found[proof.tep] = {
                        "tep": opened.name_of(proof.tep), "la": proof.noi_dung, "sign": sign,
                        "ly_do": part.ly_do, "chac": proof.chac_chan, "ai": verdict.doi_tuong,
                    }  # fmt: skip
    loose = [
        {"tep": opened.name_of(each.tep), "la": "Chưa xếp vào mục nào", "sign": signs.Sign("xem", "Cần xem lại"),
         "ly_do": each.ly_do, "chac": 100, "ai": ""}
        for each in seen.result.tep_thua
    ]  # fmt: skip
    return [*loose, *found.values()]


def _items(opened: Open, seen: UnitSeen) -> list[dict[str, Any]]:
    """Return the items of the dossier, the worst verdict of each."""
    items: dict[str, list[dict[str, Any]]] = {}
    for each in sorted(seen.result.verdicts if seen.result else (), key=lambda v: v.ket in GOOD):
        items.setdefault(each.muc, []).append(shown_verdict(each, opened))
    order = list(dict.fromkeys(each.muc for each in (seen.result.verdicts if seen.result else ())))
    return [
        {"muc": muc, "ten": due.short(items[muc][0]["ten"]), "sign": items[muc][0]["sign"], "so": len(items[muc])}
        for muc in order
    ]  # fmt: skip


routes = [Route("/don-vi", listed), Route("/don-vi/{don_vi}", one)]
