"""Reads one file that came back: which form, whose, and every value with how sure it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.model.verdict import Ket
from generator.opening.content import FEW, REASONS, SCANNED, FileContent, RefusedFileError
from generator.opening.plain import kind_of, refused
from generator.opening.written import Line, read_written
from generator.problems import DataPath
from generator.received.expected import Expected, Finding
from generator.received.folded import all_letters, bears, letters
from generator.received.form_match import likest, other_form
from generator.received.headings import missing
from generator.received.subject import named_person
from generator.received.years import wrong_year
from generator.returned.answers import Answer, answers
from generator.returned.forms import Form, UnitForms
from generator.returned.outline import OTHER, Kieu, Outline
from generator.returned.said import words_of
from generator.returned.tables import table_answers
from generator.wording.compare import same_name
from generator.wording.secrecy import marked, marked_subject

NO_FORM = "không nhận ra là mẫu nào của đợt"
_READ = frozenset({"docx", "pdf"})
_LEAST = 0.45
"""The share of its fixed text that a file must have to be a form at all."""

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
    texts = tuple(each.text for each in lines)
    form, why = recognised(texts, name, unit)
    if form is None or why:
        return Reading(path, form, tu_choi=why, khac=why == NO_FORM)
    return Reading(path, form, tuple(read_lines(lines, form, unit)))


def _opened(path: Path, name: str) -> Sequence[Line] | str:
    """Return the lines of a file, or why it is not read.

    Raises:
        RefusedFileError: the file cannot or must not be opened.
    """
    refusal = refused(path)
    if refusal:
        raise RefusedFileError(refusal)
    kind = kind_of(path)
    if kind == "docx":
        lines: Sequence[Line] = read_written(path)
    elif kind == "pdf":
        from generator.opening.written_pdf import read_written_pdf  # noqa: PLC0415

        lines = read_written_pdf(path)
    else:
        return "không phải tệp Word hoặc PDF có chữ: chỉ xếp vào hồ sơ, không đọc nội dung"
    if sum(map(str.isalpha, "".join(each.text for each in lines))) < FEW:
        return f"{SCANNED}: chỉ xếp vào hồ sơ, không đọc nội dung"
    if marked_subject(name) or any(marked(each.text) for each in lines):
        return REASONS["mat"]
    return lines


def recognised(texts: tuple[str, ...], name: str, unit: UnitForms) -> tuple[Form | None, str]:
    """Return which form of a unit a text is, or why it must not be read."""
    shares = {key: share(outline, texts) for key, outline in unit.outlines.items()}
    best = max(shares.values(), default=0.0)
    if best < _LEAST:
        return None, NO_FORM
    likest = max(unit.forms, key=lambda form: shares[form.key])
    fit = [form for form in unit.forms if form.kind == likest.kind]
    own, why = _whose(texts, name, fit, unit, _titled(texts, unit.outline(likest)))
    if own is None:
        return None, why
    own = max(
        (each for each in fit if each.path == own.path),
        key=lambda form: (shares[form.key], form.ten in texts),
    )
    return own, _other(texts, own, unit) or _form_of_another(own, shares, unit)


def _titled(texts: tuple[str, ...], outline: Outline) -> list[str]:
    """Return what stands behind the fixed text where a form has the name of its subject."""
    found = []
    wanted = {each.words.words: len(each.words.words) for each in outline.anchors
              if any(slot.kieu == "ten" for slot in each.slots)}  # fmt: skip
    for number, text in enumerate(texts):
        said = words_of(text)
        for words, size in wanted.items():
            if size and said.words[:size] == words:
                found += [
                    text[said.ends[size - 1] :].strip(" :,."),
                    *texts[number + 1 : number + 2],
                ]
    return found


def share(outline: Outline, texts: tuple[str, ...]) -> float:
    """Return which part of the fixed text of a form begins lines of a file."""
    begins = _begins(texts)
    wanted = _wanted(outline)
    whole = sum(size for _, size in wanted)
    return sum(size for words, size in wanted if words in begins) / whole if whole else 0.0


_FIRST = 4


@lru_cache(maxsize=512)
def _wanted(outline: Outline) -> tuple[tuple[tuple[str, ...], int], ...]:
    fixed = [each.words.words for each in outline.anchors if not each.may_go]
    fixed += [_unnumbered(words_of(row.text).words) for grid in outline.grids for row in grid.rows]
    fixed += [words_of(head).words for grid in outline.grids for head in grid.heads]
    return tuple((each[:_FIRST], min(len(each), 8)) for each in fixed if len(each) > 1)


def _unnumbered(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if words and (words[0].isdecimal() or len(words[0]) < 3) else words


@lru_cache(maxsize=4)
def _begins(texts: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for text in texts:
        words = words_of(text).words
        found.update(words[:count] for count in range(2, _FIRST + 1))
    return frozenset(found)


def _whose(
    texts: tuple[str, ...], name: str, forms: Sequence[Form], unit: UnitForms, titled: Sequence[str]
) -> tuple[Form | None, str]:
    """Return the form of whom a text is about; `titled` are names that stand where one is due."""
    about = forms[0].path[0]
    if about == "ca_nhan":
        return _persons(texts, name, forms, unit)
    said = [form for form in forms if bears(texts, form.ai)]
    named = [form for form in forms if any(same_name(form.ai, each) for each in titled)]
    fit = named or _longest(said)
    if len({form.path for form in fit}) == 1:
        return fit[0], ""
    if len({form.path for form in forms}) == 1 and about == "hoi_nghi":
        return forms[0], ""
    kind = "tập thể" if about == "tap_the" else "hội nghị"
    return None, f"không rõ là của {kind} nào của {unit.ten}"


def _longest(forms: Sequence[Form]) -> list[Form]:
    """Leave out those whose name only stands in the name of another."""
    return [
        each
        for each in forms
        if not any(each.ai != other.ai and letters(each.ai) in letters(other.ai) for other in forms)
    ]


def _persons(
    texts: tuple[str, ...], name: str, forms: Sequence[Form], unit: UnitForms
) -> tuple[Form | None, str]:
    said = named_person(texts)
    if not said:
        here = [
            form for form in forms if bears(texts, form.ai) or letters(form.ai) in letters(name)
        ]
        if len({form.path for form in here}) == 1:
            return here[0], ""
        return None, "tệp chưa ghi họ và tên, không rõ của ai"
    named = [form for form in forms if same_name(form.ai, said)]
    if not named:
        return None, f"họ tên trong tệp là «{said}», {unit.ten} không có người này"
    if len({form.path for form in named}) > 1:
        born = [form for form in named if form.ngay_sinh and _is_born(texts, form.ngay_sinh)]
        if len({form.path for form in born}) != 1:
            return (
                None,
                f"{unit.ten} có hơn một người tên {said}, ngày sinh trong tệp không rõ của ai",
            )
        return born[0], ""
    return named[0], ""


_HEAD, _TOP = 40, 12
"""Lines in which a day of birth stands; and the code of the form."""


def _is_born(texts: Sequence[str], birth: str) -> bool:
    wanted = [part.lstrip("0") for part in birth.split("/")]
    for line in texts[:_HEAD]:
        said = [
            word.lstrip("0")
            for word in letters(line).split()
            if word not in {"ngay", "thang", "nam"}
        ]
        if any(said[at : at + len(wanted)] == wanted for at in range(len(said))):
            return True
    return False


def _other(texts: tuple[str, ...], form: Form, unit: UnitForms) -> str:
    """Return why a text is a form of another year or role; empty if it is not."""
    seen = FileContent("docx", lines=texts)
    due = Expected(unit.nam, unit.che_do, form.ma if form.by_regime else None, (form.ten,), form.ai)
    said: Iterable[Finding] = (*other_form(seen, due), *wrong_year(seen, due))
    against = next((each.ly_do for each in said if each.ket is Ket.SAI_MAU), "")
    if against or not form.by_regime:
        return against
    if letters(form.ten) in all_letters(texts[:_TOP]) or not missing(
        texts, unit.che_do.bieu_mau[form.ma]
    ):
        return ""
    like = likest(seen, due)
    return f"đề mục giống {like}, phải dùng {form.ten}" if like else ""


def _form_of_another(form: Form, shares: dict[tuple[object, ...], float], unit: UnitForms) -> str:
    """Return that a file is a form for people of another role."""
    rivals = [each for each in unit.forms if each.kind == form.kind and each.ma != form.ma]
    best = max(rivals, key=lambda each: shares[each.key], default=None)
    if best is None or shares[best.key] <= shares[form.key] + 0.05:
        return ""
    return f"tệp là {best.ten}, {form.ai} phải dùng {form.ten}"


def read_lines(lines: Sequence[Line], form: Form, unit: UnitForms) -> list[Value]:
    """Return every value that a file says or should say, in the order of the form."""
    outline = unit.outline(form)
    tabled, taken = table_answers(outline, lines)
    rest = [each for each in lines if each.cell is None or each.cell.table not in taken]
    found = [*answers(outline, rest), *tabled]
    values = [_value(each, form) for each in found if each.slot.is_read]
    seen: set[DataPath] = set()
    kept: list[Value] = []
    for each in values:
        silent = not each.value and (not each.why or each.cap_tren)
        # What goes with a form has a day of its own, and that of the data is the day of the form.
        other_day = each.path[2:] == ("ngay",) and not form.by_regime
        if each.path not in seen and not silent and not other_day:
            kept.append(each)
            seen.add(each.path)
    return kept


def _value(answer: Answer, form: Form) -> Value:
    own = answer.path
    if own[0] == OTHER:
        own = _of_other(form.kind, own)
    above = own[0] == "xac_nhan" or own[:2] in _ABOVE
    label = _DAYS.get(str(own[-1]), answer.nhan.strip(" :-"))
    return Value(
        (*form.path, *own), answer.slot.kieu, answer.value, answer.why, answer.noi, label, above
    )


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
