"""Reads one file that came back: which form, whose, and every value with how sure it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.model.birth import may_be_same, read_birth
from generator.opening.content import FEW, REASONS, SCANNED, RefusedFileError
from generator.opening.plain import kind_of, refused
from generator.opening.sent_back import read_sent_back
from generator.opening.written import Line
from generator.problems import DataPath
from generator.received.choosing import NONE
from generator.returned.answers import Answer, answers
from generator.returned.forms import Form, UnitForms
from generator.returned.outline import OTHER, Kieu
from generator.returned.recognising import NO_FORM, recognised
from generator.returned.sums import added_up
from generator.returned.tables import above_tables, ends, table_answers
from generator.wording.secrecy import marked, marked_subject

_READ = frozenset({"docx", "pdf"})
_ABOVE = frozenset({("xep_loai", key) for key in ("chi_bo", "chi_uy", "cong_chuc", "quyet_dinh")})


@dataclass(frozen=True, slots=True)
class Value:
    """A value read: its path in the data of the unit, what the file says, why to look at it.

    `noi` is the paragraph of the file, `nhan` the fixed text that asks; `cap_tren` that a superior
    wrote it.
    """

    path: DataPath
    kieu: Kieu
    value: str
    why: tuple[str, ...] = ()
    noi: int = 0
    nhan: str = ""
    cap_tren: bool = False

    @property
    def sure(self) -> bool:
        """Whether nobody need look at it."""
        return not self.why and not self.cap_tren


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: its form with the values, or why it is not read (`tu_choi`).

    `khac`: it is no form at all, as most of what a unit hands in.
    """

    tep: Path
    form: Form | None = None
    values: tuple[Value, ...] = ()
    tu_choi: str = ""
    khac: bool = False


def read_form(path: Path, unit: UnitForms, name: str) -> Reading:
    """Read a file that somebody of a unit sent back.

    Args:
        path: the file; only work that `opening.pool` does comes here.
        unit: the forms it may be.
        name: what its sender called it, without ending.
    """
    try:
        lines = _opened(path, name)
    except RefusedFileError as error:
        other = kind_of(path) not in _READ
        return Reading(path, tu_choi=REASONS[error.refusal], khac=other)
    if isinstance(lines, str):
        return Reading(path, tu_choi=lines, khac=kind_of(path) not in _READ)
    found = recognised(tuple(each.text for each in lines), name, unit)
    if found.form is None or found.tu_choi:
        return Reading(path, found.form, tu_choi=found.tu_choi, khac=found.tu_choi == NO_FORM)
    return Reading(path, found.form, tuple(read_lines(lines, found.form, unit, found.why)))


def _opened(path: Path, name: str) -> Sequence[Line] | str:
    """Return the lines of a file, or why it is not read.

    Raises:
        RefusedFileError: the file cannot or must not be opened.
    """
    refusal = refused(path)
    if refusal:
        raise RefusedFileError(refusal)
    if kind_of(path) not in _READ:
        return "không phải tệp Word hoặc PDF có chữ: chỉ xếp vào hồ sơ, không đọc nội dung"
    lines = read_sent_back(path)
    if sum(map(str.isalpha, "".join(each.text for each in lines))) < FEW:
        return f"{SCANNED}: chỉ xếp vào hồ sơ, không đọc nội dung"
    if marked_subject(name) or any(marked(each.text) for each in lines):
        return REASONS["mat"]
    return lines


def read_lines(
    lines: Sequence[Line], form: Form, unit: UnitForms, why: tuple[str, ...] = ()
) -> list[Value]:
    """Return every value that a file says or should say, in the order of the form.

    Args:
        lines: the lines of the file.
        form: the form that it is.
        unit: the forms of its unit.
        why: what makes all of it doubtful.
    """
    outline = unit.outline(form)
    tabled, taken = table_answers(outline, lines)
    rest = [each for each in lines if each.cell is None or each.cell.table not in taken]
    between = answers(outline, rest, unit.others(form))
    found = added_up([*above_tables(between, lines, taken), *tabled, *ends(outline, tabled)])
    told = (*why, *_born_otherwise(found, form))
    values = [_value(each, form, unit.nam, told) for each in found if each.slot.is_read]
    seen: set[DataPath] = set()
    kept: list[Value] = []
    for each in values:
        silent = not each.value and each.cap_tren and {*each.why} <= {NONE, *told}
        # What goes with a form has a day of its own, and that of the data is the day of the form.
        other_day = each.path[2:] == ("ngay",) and not form.by_regime
        if each.path not in seen and not silent and not other_day:
            kept.append(each)
            seen.add(each.path)
    return kept


def _born_otherwise(found: Sequence[Answer], form: Form) -> tuple[str, ...]:
    """Doubt a form on which another day of birth stands than the data has: another person's?"""
    said = next((each.value for each in found if each.path == ("ngay_sinh",)), "")
    if not said or not form.ngay_sinh or may_be_same(read_birth(said), read_birth(form.ngay_sinh)):
        return ()
    return (f"ngày sinh trong tệp ({said}) khác dữ liệu ({form.ngay_sinh})",)


def _value(answer: Answer, form: Form, nam: int, why: tuple[str, ...]) -> Value:
    own = answer.path
    if own[0] == OTHER:
        own = _of_other(form.kind, own)
    above = own[0] == "xac_nhan" or own[:2] in _ABOVE
    label = _DAYS.get(str(own[-1]), answer.nhan.strip(" :-"))
    told = (*why, *answer.why, *_of_another_year(answer, nam))
    return Value((*form.path, *own), answer.slot.kieu, answer.value, told, answer.noi, label, above)


def _of_another_year(answer: Answer, nam: int) -> tuple[str, ...]:
    """Doubt a day on which a form of the year cannot have been written."""
    is_day = answer.slot.kieu == "ngay" and answer.path[-1] != "ngay_sinh"
    year = answer.value.rpartition("/")[2]
    wrong = is_day and year.isdecimal() and int(year) not in {nam, nam + 1}
    return (f"ngày không phải của đợt năm {nam}",) if wrong else ()


_DAYS = {"ngay": "Ngày, tháng, năm", "ngay_nhan_xet": "Ngày của phiếu"}
"""What days are called: the text before one is that of a place."""


def _of_other(kind: str, path: DataPath) -> DataPath:
    """Return where what has no key of its own goes.

    An answer of the place of residence goes into its list; the data has no place for the analysis
    of a collective.
    """
    match path:
        case (_, "phan_tich", code):
            return ANALYSIS, code
        case (_, number) if kind == "phieu-phan-tich":
            return ANALYSIS, f"nhan_xet.{number}"
        case (_, "ngay"):
            return "noi_cu_tru", "ngay_nhan_xet"
    return "noi_cu_tru", "nhan_xet", str(path[1])


ANALYSIS = "phan_tich"
"""The path of what only the phiếu phân tích says: shown, never written."""
