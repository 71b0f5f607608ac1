"""The forms that the people of a unit may send back, each with what is fixed in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from generator.model.campaign import Dot
from generator.model.unit import DonViNam
from generator.papers.templates import Templates
from generator.papers.unit_documents import UnitDocument, unit_documents
from generator.papers.unit_year import UnitYear
from generator.problems import DataPath
from generator.received.said import words_of
from generator.regulations.che_do import CheDo
from generator.regulations.in_force import regime_of
from generator.regulations.regimes import load_regime, regime_codes
from generator.returned.outline import Outline
from generator.returned.probe import printed_with_marks
from generator.returned.reading_off import outline_of

Key = tuple[object, ...]
"""What the outline of a form depends on."""

Outlines = dict[Key, Outline]
"""What was read off so far; forms of one campaign share most of it."""

_SUBJECTS = ("ca_nhan", "tap_the", "hoi_nghi")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of one person, collective or meeting that may come back.

    `kind` is its kind of paper, `ma` the code of the form in the regime, else the kind again;
    `ten` what it is called, `path` its subject in the data of the unit, `ai` the name of that and
    `ngay_sinh` a person's date of birth.
    """

    kind: str
    ma: str
    ten: str
    path: DataPath
    ai: str
    ngay_sinh: str
    key: Key

    @property
    def by_regime(self) -> bool:
        """Whether it is a prescribed form, with a code."""
        return self.ma != self.kind


@dataclass(frozen=True)
class UnitForms:
    """All forms that may come back to a unit, and their outlines by `Form.key`."""

    ten: str
    nam: int
    che_do: CheDo
    forms: tuple[Form, ...]
    outlines: Mapping[Key, Outline] = field(repr=False)

    def outline(self, form: Form) -> Outline:
        """Return what is fixed in a form."""
        return self.outlines[form.key]

    def others(self, form: Form) -> frozenset[tuple[str, ...]]:
        """Return the words of the headings that only other forms have, of any regime."""
        outline = self.outline(form)
        own = {each.words.words for each in outline.anchors}
        return frozenset(
            words
            for words in _headings()
            if words not in outline.hints and not any(each[: len(words)] == words for each in own)
        )


_LEAST = 4
"""Words of a heading by which it is known."""


@cache
def _headings() -> frozenset[tuple[str, ...]]:
    """Return the words of the headings of all forms of all regimes."""
    return frozenset(
        words
        for code in regime_codes()
        for form in load_regime(code).bieu_mau.values()
        for part in form.phan
        if len(words := words_of(part.tieu_de).words) >= _LEAST
    )


def forms_of(data: DonViNam, dot: Dot, templates: Templates, known: Outlines) -> UnitForms:
    """Return the forms of a unit that may come back.

    Args:
        data: the unit's year.
        dot: its campaign.
        templates: where templates are found.
        known: outlines read off so far, of this campaign; new ones are added.
    """
    regime, _ = regime_of(dot)
    year = UnitYear(data, dot, regime, de_trong=True)
    found = [*_forms(year, templates, known)]
    own = {each.key: known[each.key] for each in found}
    return UnitForms(data.don_vi.ten, dot.nam, regime, tuple(found), own)


def _forms(year: UnitYear, templates: Templates, known: Outlines) -> Iterator[Form]:
    for each in unit_documents(year):
        if not each.kind.doc_lai or each.path[0] not in _SUBJECTS:
            continue
        key = _key(year, each)
        if key not in known:
            made = printed_with_marks(year, each, templates)
            if made is None:
                continue
            known[key] = outline_of(made)
        name, birth = _who(year.data, each.path)
        title = each.form.ma if each.form else each.kind.ten
        yield Form(each.kind.ma, each.ma, title, each.path, name, birth, key)


def _key(year: UnitYear, document: UnitDocument) -> Key:
    """Return everything about a subject and its unit that changes what a blank form prints."""
    head, index, *_ = document.path
    unit = year.data.don_vi
    common = (
        document.kind.ma,
        document.ma,
        document.mau,
        year.data.dia_danh,
        unit.loai,
        unit.khoi_co_quan,
        bool(unit.cap_uy),
    )
    match head:
        case "ca_nhan":
            person = year.data.ca_nhan[int(index)]
            about = (person.vai_tro, person.cong_chuc, person.khoi_co_quan, person.dang_vien)
            return (*common, *about, person.dung_dau, person.dac_diem)
        case "tap_the":
            group = year.data.tap_the[int(index)]
            return (*common, group.vai_tro, group.khoi_co_quan)
    return (*common, unit.ma, index)


def _who(data: DonViNam, path: DataPath) -> tuple[str, str]:
    match path:
        case ("ca_nhan", int(index), *_):
            person = data.ca_nhan[index]
            return person.ho_ten, str(person.ngay_sinh or "")
        case ("tap_the", int(index), *_):
            return data.tap_the[index].ten, ""
    return data.hoi_nghi[int(path[1])].ten, ""
