"""«Đợt mới»: six questions on one page, beside them what will be made of the answers."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.checklists.load import names as checklists
from generator.checklists.load import read_checklist
from generator.desk import drafts, pasted, view
from generator.desk.addresses import quote
from generator.desk.answers import FIELDS, answers_of, filled, lacking, units_carried, what_next
from generator.desk.campaigns import Desk
from generator.desk.listed import units_of
from generator.files.real_path import real_path
from generator.problems import Problem
from generator.regulations.packs import pack_for
from generator.regulations.regimes import regime_for
from generator.setup.bodies import BODIES
from generator.setup.first_files import year_of
from generator.setup.last_year import LastYear, last_year
from generator.setup.new_campaign import Answers, Taken, files_of, folder_for, made, title

AUTHORITY = ("T/M Ban Thường vụ", "T/M Đảng ủy", "T/M Chi ủy", "T/M Chi bộ", "T/L Ban Thường vụ")
POSTS = ("Bí thư", "Phó Bí thư Thường trực", "Phó Bí thư", "Trưởng Ban", "Chánh Văn phòng")


def page(request: Request) -> Response:
    """Show the questions: with last year's answers, with those of a draft, or empty."""
    asked = request.query_params
    draft = drafts.kept() if "nhap" in asked or "tu" not in asked else None
    typed = {**(draft.o if draft else {}), **({"tu": asked["tu"]} if "tu" in asked else {})}
    if "tu" in asked:
        typed = filled(typed, _last(view.desk_of(request), typed))
    return _shown(request, typed, nhap=draft.luc if draft else None)


def seen(request: Request, form: dict[str, str]) -> Response:
    """Return what would be made of the answers as they stand, and keep them."""
    form = _typed(form)
    now = dt.datetime.now().astimezone()
    line = request.query_params.get("bo", "")
    if line.isdecimal():
        form["don_vi"] = pasted.without_line(form["don_vi"], int(line[:6]))
    saved = drafts.keep(form, now)
    return view.page(
        request, "dot-moi-phan.html", **_told(view.desk_of(request), form),
        luc_giu=now if saved else None, viet_lai=line.isdecimal(),
    )  # fmt: skip


def make(request: Request, form: dict[str, str]) -> Response:
    """Make the campaign."""
    form = _typed(form)
    desk = view.desk_of(request)
    wrong = lacking(form)
    if wrong:
        return _shown(request, form, sai=wrong, status=422)
    answers, last = answers_of(form), _last(desk, form)
    folder = folder_for(desk.place, answers)
    if isinstance(folder, Taken):
        return _shown(request, form, status=409)
    files = files_of(answers, last)
    problems = [files] if isinstance(files, Problem) else made(folder, files)
    if problems:
        return _shown(request, form, loi=[_sentence(each) for each in problems], status=409)
    drafts.drop()
    ma = desk.taken_in(folder)
    opened = desk.campaign(ma)
    if opened:
        opened.told.append(what_next(answers, last))
    return view.go(request, f"/dot/{quote(ma)}/bang")


async def receive(request: Request) -> Response:
    """Fill the field of units from a file that was sent; nothing is made."""
    async with request.form() as form:
        name, data = await view.sent_file(form)
        fields = {key: str(value) for key, value in form.items() if isinstance(value, str)}
    return await run_in_threadpool(_received, request, data, name, fields)


def _received(request: Request, data: bytes, name: str, fields: dict[str, str]) -> Response:
    form = _typed(fields)
    if not data:
        return _shown(request, form, tep="Chưa chọn tệp.", status=422)
    listed = units_of(name, data)
    if listed.vi_sao:
        return _shown(request, form, tep=f"Chưa lấy được «{name}»: {listed.vi_sao}.", status=422)
    before = form["don_vi"].rstrip()
    form["don_vi"] = f"{before}\n{listed.chu}" if before else listed.chu
    own, every = pasted.units(listed.chu), pasted.units(form["don_vi"])
    drafts.keep(form, dt.datetime.now().astimezone())
    said = f"Nhận ra {len(own.cac)} đơn vị trong «{name}»."
    if every.trung:
        said += f" {len(every.trung)} dòng trùng, xem bên phải."
    return _shown(request, form, tep=said)


def dropped(request: Request) -> Response:
    """Throw the draft away."""
    drafts.drop()
    return view.go(request, "/dot-moi")


def _typed(form: Mapping[str, str]) -> dict[str, str]:
    given = {name: form.get(name, "") for name in FIELDS}
    text = given.pop("don_vi").replace("\r\n", "\n")
    return {name: value.strip() for name, value in given.items()} | {"don_vi": text}


def _shown(  # noqa: PLR0913 - what a page says of a campaign that was not made
    request: Request,
    form: Mapping[str, str],
    *,
    sai: Mapping[str, str] | None = None,
    loi: list[str] | None = None,
    nhap: dt.datetime | None = None,
    tep: str = "",
    status: int = 200,
) -> Response:
    """Return the page.

    `sai` says what is wrong by field, `loi` why nothing was made, `tep` what came of a file.
    """
    desk = view.desk_of(request)
    day = desk.day()
    typed = {**dict.fromkeys(FIELDS, ""), "cap": "xa", "nam": str(year_of(Path(), day)), **form}
    earlier = [(ma, folder.name) for ma, folder in desk.folders() if ma != typed["tu"]]
    return view.page(
        request, "dot-moi.html", status, **_told(desk, typed), sai=sai or {}, loi_tao=loi or [],
        BODIES=BODIES, AUTHORITY=_with(AUTHORITY, typed["quyen_han"]),
        POSTS=_with(POSTS, typed["chuc_vu"]), dot_truoc=earlier[:3], nhap=nhap, luc_giu=nhap,
        viet_lai=False, tu_tep=tep,
    )  # fmt: skip


def _with(words: tuple[str, ...], typed: str) -> tuple[str, ...]:
    return words if not typed or typed in words else (typed, *words)


def _told(desk: Desk, form: Mapping[str, str]) -> dict[str, Any]:
    """Return what the page says about answers: what is recognised, what will be made, where."""
    answers, last = answers_of(form), _last(desk, form)
    units = pasted.units(form["don_vi"])
    known = units_carried(answers, last)
    there = folder_for(desk.place, answers) if answers.nam else None
    taken = there if isinstance(there, Taken) else None
    return {
        "o": form, "tra_loi": answers, "ten_moi": title(answers) if answers.co_quan else "",
        "nhan": units, "bi_thu": sum(bool(secretary) for _, secretary in answers.don_vi),
        "mang_sang": known, "nguoi_mang_sang": sum(each.so_nguoi for each in known),
        "tu_nam": last.nam if last else 0, "hong": last.hong if last else (),
        "o_dau": there, "da_co": taken, "ma_da_co": _address(desk, taken),
        "co": BODIES[answers.cap], **_rules(answers),
    }  # fmt: skip


def _rules(answers: Answers) -> dict[str, Any]:
    """Return what is in force in the year: forms, checklist, how papers are written."""
    if not answers.nam:
        return {"mau": "", "huong_dan": None, "danh_muc": None, "the_thuc": ""}
    regime = regime_for(answers.nam)
    forms = [
        key for key, each in regime.bieu_mau.items() if each.dung_cho in {"tap_the", "ca_nhan"}
    ]
    checklist = read_checklist(checklists(Path())[regime.danh_muc.gia_tri]).danh_muc
    return {
        "mau": ", ".join(forms), "che_do": regime.ma,
        "huong_dan": next(each for each in regime.van_ban if each.loai == "Hướng dẫn"),
        "danh_muc": checklist,
        "the_thuc": pack_for(BODIES[answers.cap].khoi, None, answers.nam).ten,
    }  # fmt: skip


def _address(desk: Desk, taken: Taken | None) -> str:
    """Return the name in addresses of the campaign that stands already; empty if none does."""
    found = dict(desk.folders()) if taken else {}
    return next(
        (ma for ma, each in found.items() if taken and real_path(each) == real_path(taken.thu_muc)),
        "",
    )


def _last(desk: Desk, form: Mapping[str, str]) -> LastYear | None:
    """Return the campaign from which units are taken over; None if there is none of this name."""
    folder = dict(desk.folders()).get(form.get("tu", "")) if form.get("tu") else None
    return last_year(folder) if folder else None


def _sentence(each: Problem) -> str:
    said = f"{each.message}. {each.mend}".strip()
    return f"{said[:1].upper()}{said[1:]} ({each.code})"


routes = [
    Route("/dot-moi", page),
    Route("/dot-moi", view.posted(make), methods=["POST"]),
    Route("/dot-moi/xem", view.posted(seen), methods=["POST"]),
    Route("/dot-moi/tep", receive, methods=["POST"]),
    Route("/dot-moi/bo-nhap", dropped, methods=["POST"]),
]
