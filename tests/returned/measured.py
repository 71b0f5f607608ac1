"""What a reading of returned forms comes to: right, asked for nothing, wrong and told, wrong unseen."""

import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.opening.written import read_written
from generator.papers.templates import search_path
from generator.reading.load import read_campaign
from generator.returned.forms import Form, Outlines, UnitForms, forms_of
from generator.returned.reading import Value, read_lines
from generator.returned.recognising import recognised
from tests.returned.blanks import YEARS, blanks, campaign
from tests.returned.corpus import Case

RIGHT, NEEDLESS, TOLD, UNSEEN = "đúng", "hỏi thừa", "sai, có báo", "SAI MÀ IM"


class Judged(NamedTuple):
    """One field of one form: what came of it."""

    edition: str
    habit: str
    kind: str
    path: str
    outcome: str
    meant: str
    read: str
    why: str


@cache
def units() -> dict[str, UnitForms]:
    """The forms of the campaign of each regime."""
    found = {}
    for regime, year in YEARS.items():
        with TemporaryDirectory() as folder:
            read = read_campaign(campaign(Path(folder), year))
            known: Outlines = {}
            assert read.dot is not None
            found[regime] = forms_of(read.units[0].data, read.dot, search_path(), known)
    return found


def form_of(case: Case, unit: UnitForms) -> Form:
    """The form that the case is."""
    blank = blanks()[case.edition]
    return next(
        each
        for each in unit.forms
        if each.path[:2] == blank.path[:2] and blank.form in {each.ma, each.kind}
    )


def judged(case: Case) -> list[Judged]:
    """Read a form and hold every field against the truth; the day of an annex is not read."""
    if blanks()[case.edition].form in {
        "cham-diem",
        "bang-cham-diem",
        "bang-cham-diem-tap-the",
        "phu-luc-ket-qua",
    }:
        case.truth.pop("ngay", None)
    unit = units()[case.edition.partition("/")[2]]
    lines = read_written(io.BytesIO(case.data))
    form, refused, why = recognised(tuple(each.text for each in lines), "x", unit)
    if form is None or refused:
        return [_refused(case, path, text, refused) for path, text in case.truth.items()]
    read = read_lines(lines, form, unit, why)
    values = {_path(each): each for each in read}
    names = {name: number for number, name in enumerate(dict.fromkeys(
        each.path[4] for each in read_lines(lines, form, unit) if "ket_qua" in each.path))}  # fmt: skip
    values = {_numbered(path, names): each for path, each in values.items()}
    blank = _prefilled(case.edition)
    found = [_judged(case, path, text, values.get(path)) for path, text in case.truth.items()]
    found += [
        _extra(case, path, value)
        for path, value in values.items()
        if path not in case.truth
        and value.value
        and value.value != blank.get(path)
        and not (case.habit == "tasks_group_row" and path.endswith(".truc"))
    ]
    return found


@cache
def _prefilled(edition: str) -> dict[str, str]:
    """What an empty form says by itself: names, posts and days the program printed."""
    unit = units()[edition.partition("/")[2]]
    lines = read_written(io.BytesIO(blanks()[edition].data))
    form, _, _ = recognised(tuple(each.text for each in lines), "x", unit)
    assert form is not None, edition
    return {_path(each): each.value for each in read_lines(lines, form, unit)}


def _path(value: Value) -> str:
    path = ".".join(map(str, value.path[2:]))
    if ".chi_tiet." in path:
        return path.removesuffix(".diem")
    if path == "phan_tich.nhan_xet.1":
        return "nhan_xet"
    return path.removeprefix("noi_cu_tru.") if ".nhan_xet." in path else path


def _numbered(path: str, names: Mapping[object, int]) -> str:
    """Count votes by the row of a subject, as the truth does."""
    match path.split("."):
        case [way, "ket_qua", *name, level] if way == "kiem_phieu":
            return f"{way}.ket_qua.{names['.'.join(name)]}.phieu.{level}"
    return path


def _refused(case: Case, path: str, text: str, why: str) -> Judged:
    return Judged(case.edition, case.habit, case.kind, path, TOLD, text, "", f"không đọc: {why}")


def _judged(case: Case, path: str, meant: str, value: Value | None) -> Judged:
    read = value.value if value else ""
    told = "; ".join(value.why) if value else ""
    if case.habit == "literal_dots":  # a full stop before a dotted line is one of its dots
        read, meant = _without_stops(read), _without_stops(meant)
    same = " ".join(read.split("\n")).casefold() == " ".join(meant.split("\n")).casefold()
    if case.habit in {"automatic_bullets", "automatic_numbers"}:
        plain = "\n".join(re.sub(r"^(?:- |\d+\. )", "", row) for row in read.split("\n"))
        read = plain if plain != read or not path.endswith("noi_dung") else read
        same = plain == meant
    same = (same and read == meant) or (same and path.startswith("chuc_vu."))
    if same:
        asked = bool(told) and path not in case.doubtful
        outcome = NEEDLESS if asked else RIGHT
    else:
        outcome = TOLD if told or (value and value.cap_tren) else UNSEEN
    return Judged(case.edition, case.habit, case.kind, path, outcome, meant, read, told)


def _without_stops(text: str) -> str:
    return "\n".join(row.rstrip(".") for row in text.split("\n"))


def _extra(case: Case, path: str, value: Value) -> Judged:
    outcome = TOLD if not value.sure else UNSEEN
    return Judged(
        case.edition, case.habit, case.kind, path, outcome, "", value.value, "; ".join(value.why)
    )


def totals(found: Iterable[Judged]) -> dict[str, Counter[str]]:
    """Count outcomes by kind of habit."""
    counts: dict[str, Counter[str]] = {}
    for each in found:
        counts.setdefault(each.kind, Counter())[each.outcome] += 1
    return counts
