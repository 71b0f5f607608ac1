"""Says which form a file is and whose, or why it is not read."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.model.verdict import Ket
from generator.opening.content import FileContent
from generator.received.expected import Expected, Finding
from generator.received.folded import all_letters, bears, letters
from generator.received.form_match import likest, other_form
from generator.received.headings import missing
from generator.received.said import words_of
from generator.received.subject import is_name, named_person, signed_name
from generator.received.years import wrong_year
from generator.returned.forms import Form, UnitForms
from generator.returned.outline import Outline
from generator.wording.compare import same_name

NO_FORM = "không nhận ra là mẫu nào của đợt"
BY_FILE_NAME = "tệp không ghi họ và tên: nhận theo tên tệp"

_LEAST = 0.45
"""The share of its fixed text that a file must have to be a form at all."""

_ALSO = 0.6
"""The share of what only another form has from which on that stands in the same file too."""

_FIRST, _MOST = 4, 8
"""Words of a fixed text that are looked for, and from which on it counts no more for length."""

_HEADING = 5
"""Words of a heading that only another form has."""

_HEAD, _TOP = 40, 12
"""Lines in which a day of birth stands; and the code of the form."""

_OF_DAYS = frozenset({"ngay", "thang", "nam"})


class Recognised(NamedTuple):
    """The form that a file is, why it is not read, and what makes all of it doubtful."""

    form: Form | None
    tu_choi: str = ""
    why: tuple[str, ...] = ()


def recognised(texts: tuple[str, ...], name: str, unit: UnitForms) -> Recognised:
    """Return which form of a unit a text is.

    Args:
        texts: the lines of the file.
        name: what its sender called it.
        unit: the forms it may be.
    """
    shares = {key: share(outline, texts) for key, outline in unit.outlines.items()}
    if max(shares.values(), default=0.0) < _LEAST:
        return Recognised(None, NO_FORM)
    likest_form = max(unit.forms, key=lambda form: shares[form.key])
    fit = [form for form in unit.forms if form.kind == likest_form.kind]
    titled = _titled(texts, unit.outline(likest_form))
    whose = _of_anybody(texts, name, fit, unit, titled)
    if whose.form is None:
        return whose
    mine = [each for each in fit if each.path == whose.form.path]
    own = max(mine, key=lambda form: (shares[form.key], form.ten in texts))
    against = _of_another_year(texts, own, unit) or _of_another_role(texts, own, unit)
    if against:
        return Recognised(own, against)
    return Recognised(own, "", (*whose.why, *_also(own, texts, unit), *_signed(own, titled)))


def share(outline: Outline, texts: tuple[str, ...]) -> float:
    """Return which part of the fixed text of a form begins lines of a file."""
    begins = _begins(texts)
    wanted = _wanted(outline)
    whole = sum(size for _, size in wanted)
    return sum(size for words, size in wanted if words in begins) / whole if whole else 0.0


@lru_cache(maxsize=512)
def _wanted(outline: Outline) -> tuple[tuple[tuple[str, ...], int], ...]:
    fixed = [each.words.words for each in outline.anchors if not each.may_go]
    fixed += [_unnumbered(words_of(row.text).words) for grid in outline.grids for row in grid.rows]
    fixed += [words_of(head).words for grid in outline.grids for head in grid.heads]
    return tuple((each[:_FIRST], min(len(each), _MOST)) for each in fixed if len(each) > 1)


def _unnumbered(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if words and (words[0].isdecimal() or words[0][2:] == "") else words


@lru_cache(maxsize=4)
def _begins(texts: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    every = (words_of(text).words for text in texts)
    return frozenset(words[:count] for words in every for count in range(2, _FIRST + 1))


def _titled(texts: tuple[str, ...], outline: Outline) -> list[str]:
    """Return what stands where a form has the name of its subject, or on the next line."""
    wanted = {
        each.words.words
        for each in outline.anchors
        if each.words.words and any(slot.kieu == "ten" for slot in each.slots)
    }
    found: list[str] = []
    for number, text in enumerate(texts):
        said = words_of(text)
        for words in wanted:
            if said.words[: len(words)] == words:
                behind = text[said.ends[len(words) - 1] :].strip(" :,.\t…_)")
                found += [behind] if behind else texts[number + 1 : number + 2]
    return [" ".join(each.split()) for each in found]


def _of_anybody(
    texts: tuple[str, ...], name: str, forms: Sequence[Form], unit: UnitForms, titled: Sequence[str]
) -> Recognised:
    """Return whose a form is that persons and collectives have alike."""
    by_head: dict[object, list[Form]] = {}
    for each in forms:
        by_head.setdefault(each.path[0], []).append(each)
    found = [_whose(texts, name, its, unit, titled) for its in by_head.values()]
    sure = [each for each in found if each.form and not each.why]
    return next(iter(sure or [each for each in found if each.form]), found[-1])


def _whose(
    texts: tuple[str, ...], name: str, forms: Sequence[Form], unit: UnitForms, titled: Sequence[str]
) -> Recognised:
    """Return the form of whom a text is about; `titled` are names that stand where one is due."""
    about = forms[0].path[0]
    if about == "ca_nhan":
        return _persons(texts, name, forms, unit, titled)
    kind = "tập thể" if about == "tap_the" else "hội nghị"
    named = [form for form in forms if any(same_name(form.ai, each) for each in titled)]
    if len({form.path for form in named}) == 1:
        return Recognised(named[0])
    said = [form for form in forms if bears(texts, form.ai, place=True)]
    fit = _longest(said) or (list(forms) if about == "hoi_nghi" else [])
    if len({form.path for form in fit}) == 1 and not named:
        return Recognised(fit[0], "", (f"không rõ có phải của «{fit[0].ai}»",))
    return Recognised(None, f"không rõ là của {kind} nào của {unit.ten}")


def _longest(forms: Sequence[Form]) -> list[Form]:
    """Leave out those whose name only stands in the name of another."""
    return [
        each
        for each in forms
        if not any(each.ai != other.ai and letters(each.ai) in letters(other.ai) for other in forms)
    ]


def _persons(
    texts: tuple[str, ...], name: str, forms: Sequence[Form], unit: UnitForms, titled: Sequence[str]
) -> Recognised:
    """Return the form of the person whose name stands where the form asks for it.

    Whom an answer only mentions is not whom the form is about.
    """
    said = signed_name(named_person(texts) or next(filter(is_name, titled), ""))
    within = [form for form in forms if any(bears((each,), form.ai) for each in titled)]
    if not said and within:
        said = within[0].ai
    if not said:
        by_file = [form for form in forms if letters(form.ai) in letters(name)]
        if len({form.path for form in by_file}) == 1:
            return Recognised(by_file[0], "", (BY_FILE_NAME,))
        return Recognised(None, "tệp chưa ghi họ và tên, không rõ của ai")
    named = [form for form in forms if same_name(form.ai, said)]
    if not named and said.isascii():
        named = [form for form in forms if letters(form.ai) == letters(said)]
    if not named:
        return Recognised(None, f"họ tên trong tệp là «{said}», {unit.ten} không có người này")
    if len({form.path for form in named}) > 1:
        named = [form for form in named if form.ngay_sinh and _is_born(texts, form.ngay_sinh)]
        if len({form.path for form in named}) != 1:
            why = f"{unit.ten} có hơn một người tên {said}, ngày sinh trong tệp không rõ của ai"
            return Recognised(None, why)
    return Recognised(named[0], "", tuple(_of_another_unit(texts, unit.ten)))


def _of_another_unit(texts: Sequence[str], unit: str) -> Iterable[str]:
    """Doubt a form whose head names another unit of the kind: a person of the same name there?"""
    own = letters(unit)
    kind = " ".join(own.split()[:2])
    named = [said for each in texts[:_TOP] if (said := letters(each)).startswith(f" {kind} ")]
    if named and not any(own in each or each.removeprefix(f" {kind}") in own for each in named):
        yield f"đầu tệp không ghi «{unit}»"


def _is_born(texts: Sequence[str], birth: str) -> bool:
    wanted = [part.lstrip("0") for part in birth.split("/")]
    for line in texts[:_HEAD]:
        said = [word.lstrip("0") for word in letters(line).split() if word not in _OF_DAYS]
        if any(said[at : at + len(wanted)] == wanted for at in range(len(said))):
            return True
    return False


def _signed(form: Form, titled: Sequence[str]) -> Iterable[str]:
    """Doubt a form that bears the name of somebody else where its own is due."""
    if form.path[0] == "ca_nhan":
        others = (each for each in titled if is_name(each))
        other = next((each for each in others if not _may_be(each, form.ai)), "")
        if other:
            yield f"tệp còn ghi tên «{other}» ở chỗ ghi họ tên, chỗ ký"


def _may_be(said: str, name: str) -> bool:
    return same_name(signed_name(said), name) or letters(signed_name(said)) == letters(name)


def _also(form: Form, texts: tuple[str, ...], unit: UnitForms) -> Iterable[str]:
    """Doubt a file in which another form stands too: only one of them is read."""
    own = {words for words, _ in _wanted(unit.outline(form))}
    begins = _begins(texts)
    for each in {one.key: one for one in unit.forms if one.kind != form.kind}.values():
        only = [pair for pair in _wanted(unit.outline(each)) if pair[0] not in own]
        whole = sum(size for _, size in only)
        if whole and sum(size for words, size in only if words in begins) >= _ALSO * whole:
            yield f"tệp còn có «{each.ten}», chưa đọc"
            return


def _of_another_year(texts: tuple[str, ...], form: Form, unit: UnitForms) -> str:
    """Return why a text is a form of another year or edition; empty if it is not."""
    seen = FileContent("docx", lines=texts)
    due = Expected(unit.nam, unit.che_do, form.ma if form.by_regime else None, (form.ten,), form.ai)
    said: Iterable[Finding] = (*other_form(seen, due), *wrong_year(seen, due))
    against = next((each.ly_do for each in said if each.ket is Ket.SAI_MAU), "")
    if against or not form.by_regime or letters(form.ten) in all_letters(texts[:_TOP]):
        return against
    if not missing(texts, unit.che_do.bieu_mau[form.ma]):
        return ""
    like = likest(seen, due)
    return f"đề mục giống {like}, phải dùng {form.ten}" if like else ""


def _of_another_role(texts: tuple[str, ...], form: Form, unit: UnitForms) -> str:
    """Return that a file has the headings that only the form of another role has."""
    own = {each.words.words for each in unit.outline(form).anchors}
    said = {words_of(text).words for text in texts}
    for each in unit.forms:
        if each.kind != form.kind or each.ma == form.ma:
            continue
        only = {
            anchor.words.words
            for anchor in unit.outline(each).anchors
            if len(anchor.words.words) >= _HEADING and anchor.words.words not in own
        }
        there = [words for words in only if any(line[: len(words)] == words for line in said)]
        if len(there) > 1 and len(own & said) <= len({*_fixed(unit, each)} & said):
            return f"tệp là {each.ten}, {form.ai} phải dùng {form.ten}"
    return ""


def _fixed(unit: UnitForms, form: Form) -> Iterable[tuple[str, ...]]:
    return (each.words.words for each in unit.outline(form).anchors)
