"""The six questions of a new campaign: fields of a page as answers, and last year's as fields."""

from collections.abc import Mapping
from typing import Any

from generator.desk import pasted
from generator.setup.bodies import BODIES, body_kind
from generator.setup.last_year import LastUnit, LastYear
from generator.setup.new_campaign import Answers, carried
from generator.setup.next_year import next_unit
from generator.wording.compare import same

FIELDS = ("co_quan", "cap", "cap_tren", "nam", "dia_danh", "don_vi", "quyen_han", "chuc_vu",
          "ho_ten", "tu")  # fmt: skip
"""The fields of the page; `tu` is the campaign from which units are taken over."""

YEARS = range(2000, 2101)


def answers_of(form: Mapping[str, str]) -> Answers:
    """Return the answers; a year that is none is 0."""
    year = form["nam"]
    number = int(year) if year.isascii() and year.isdecimal() and len(year) == 4 else 0
    units = tuple((each.ten, each.bi_thu) for each in pasted.units(form["don_vi"]).cac)
    return Answers(
        form["co_quan"], number if number in YEARS else 0, units,
        form["cap"] if form["cap"] in BODIES else "xa", form["cap_tren"], form["dia_danh"],
        form["quyen_han"], form["chuc_vu"], form["ho_ten"],
    )  # fmt: skip


def lacking(form: Mapping[str, str]) -> dict[str, str]:
    """Return what must be answered before a campaign can be made, by field."""
    answers = answers_of(form)
    wrong = {}
    if not answers.co_quan:
        wrong["co_quan"] = "Ghi tên cơ quan: mọi văn bản của đợt đều in tên này."
    if not answers.nam:
        wrong["nam"] = "Ghi năm bằng bốn chữ số, ví dụ 2026."
    if not answers.don_vi:
        wrong["don_vi"] = "Ghi ít nhất một đơn vị; các đơn vị khác thêm sau được."
    return wrong


def units_carried(answers: Answers, last: LastYear | None) -> list[LastUnit]:
    """Return the units that are taken over from last year."""
    return [each for name, _ in answers.don_vi if (each := carried(name, last))]


def filled(form: Mapping[str, str], last: LastYear | None) -> dict[str, str]:
    """Return the answers, with those of last year's campaign where nothing was typed."""
    typed = {**dict.fromkeys(FIELDS, ""), **form}
    if last is None:
        return {name: value for name, value in typed.items() if value}
    body, signer = (_texts(last.cay.get(key)) for key in ("co_quan", "ky"))
    told = {
        "co_quan": body.get("ten", ""), "cap_tren": body.get("cap_tren", ""),
        "cap": body_kind(body.get("ten", "")), "nam": str(last.nam + 1) if last.nam else "",
        "dia_danh": _texts(last.cay).get("dia_danh", ""),
        **{key: signer.get(key, "") for key in ("quyen_han", "chuc_vu", "ho_ten")},
    }  # fmt: skip
    # A list box and a proposed year say nothing about what somebody wanted.
    by_itself = ("cap", "nam", "quyen_han", "chuc_vu") if not typed["co_quan"] else ()
    kept = {name: value for name, value in typed.items() if value and name not in by_itself}
    named = pasted.units(typed["don_vi"]).cac
    missing = [
        each.ten for each in last.don_vi if not any(same(each.ten, one.ten) for one in named)
    ]
    text = "\n".join([*typed["don_vi"].rstrip().splitlines(), *missing])
    return {**{name: value for name, value in told.items() if value}, **kept, "don_vi": text}


def _texts(tree: Any) -> dict[str, str]:
    found = tree if isinstance(tree, dict) else {}
    return {key: value for key, value in found.items() if isinstance(value, str)}


def what_next(answers: Answers, last: LastYear | None) -> str:
    """Return what is said once a campaign is made: what came along, what to do now."""
    known = units_carried(answers, last)
    if not known or last is None:
        return (
            f"Đã tạo đợt có {len(answers.don_vi)} đơn vị. Việc tiếp theo: mở từng đơn vị, "
            "dán danh sách người."
        )
    people = sum(each.so_nguoi for each in known)
    twice = [
        name
        for each in known
        for name in next_unit(each.cay, answers.nam, list(each.nguoi.values())).trung_ten
    ]
    namesakes = (
        f" Hạn chế của người trùng họ tên thì đồng chí tự ghi: {', '.join(twice)}." if twice else ""
    )
    return (
        f"Đã tạo đợt có {len(answers.don_vi)} đơn vị, mang sang {people} người từ đợt năm "
        f"{last.nam}. "
        f"Hạn chế năm trước chờ từng người trả lời ở mục kết quả khắc phục.{namesakes} "
        "Việc tiếp theo: xem lại danh sách người của từng đơn vị."
    )
