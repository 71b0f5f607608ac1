"""The plan of a unit: its documents in the order of the dossier, each with its file name."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.checklists.required import Requirement
from generator.files.file_names import file_names
from generator.papers import drafts
from generator.papers.numbering import in_name, numbered
from generator.papers.undecided import rates_nobody
from generator.papers.unit_documents import UnitDocument, unit_documents
from generator.papers.unit_year import UnitYear
from generator.problems import DataPath, Place, Problem, problem
from generator.wording import compare
from generator.wording.draft import ENDING


@dataclass(frozen=True, slots=True)
class Selection:
    """A selection: some forms or papers, blank forms, some persons by name or one by index.

    Empty values do not restrict the selection.
    """

    forms: tuple[str, ...] = ()
    blank: bool = False
    persons: tuple[str, ...] = ()
    person: int | None = None

    def narrowed(self) -> bool:
        """Return whether less than everything is selected."""
        return bool(self.forms or self.persons or self.person is not None)


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Planned:
    """A document with its number in the checklist, its file name and the number of copies.

    `muc` is empty if no item of the checklist asks for it. `sai` is what is wrong with it:
    with that it is a draft, and its name says so. `ten_khac` is the name it has otherwise: that of
    the draft, or of the finished document.
    """

    document: UnitDocument
    muc: str
    ten_tep: str
    so_ban: int
    sai: tuple[Problem, ...] = ()
    ten_khac: str = ""


def unit_plan(year: UnitYear, wanted: Selection, asked: Sequence[Requirement]) -> Iterator[Planned]:
    """Yield the selected documents of a unit's year in the order of the dossier.

    File names are assigned to all documents first, so that a selection never changes a name.

    Args:
        year: the unit's year.
        wanted: which documents.
        asked: what the checklist asks of the unit; it numbers the documents (`numbering`).
    """
    places = year.che_do.thanh_phan
    by_kind = sorted(
        unit_documents(year),
        key=lambda each: (_order(places[each.ma].muc), _subject_order(each.path)),
    )
    documents = numbered(by_kind, asked, year.data)
    names = list(file_names(_title(number, each.ten) for number, each in documents))
    of_drafts = file_names(names, others=names, ending=ENDING)
    found = drafts.misprinted(year)
    people = _people(year, wanted)
    for (number, each), name, draft in zip(documents, names, of_drafts, strict=True):
        if _asked(each, wanted.forms, people):
            copies = each.so_ban or places[each.ma].so_ban
            wrong = (
                *rates_nobody(year, each.kind, each.path),
                *drafts.wrong_in(year, each.kind, each.path, found, each.form),
            )
            tep, other = (draft, name) if wrong else (name, draft)
            yield Planned(each, number, f"{tep}.docx", copies, wrong, f"{other}.docx")


def _title(number: str, title: str) -> str:
    return f"{in_name(number)} - {title}" if number else title


def not_among(forms: Iterable[str], codes: Collection[str], place: Place) -> list[Problem]:
    """Report each requested code of a form or paper that does not exist."""
    known = {code.casefold() for code in codes}
    offer = ", ".join(codes) or "không có mẫu nào"
    return [
        problem("KD511", place, ma=form, cac_ma=offer)
        for form in forms
        if form.casefold() not in known
    ]


def _order(muc: str) -> tuple[int, ...]:
    return tuple(map(int, muc.split(".")))


def _subject_order(path: DataPath) -> tuple[int, tuple[int, ...]]:
    """Return the sort key within one position: collectives, persons, others, in data order."""
    kind = _FIRST.index(path[0]) if path[0] in _FIRST else len(_FIRST)
    return kind, tuple(step for step in path if isinstance(step, int))


_FIRST = ("tap_the", "ca_nhan")


def _people(year: UnitYear, wanted: Selection) -> set[int] | None:
    if wanted.person is not None:
        return {wanted.person}
    if not wanted.persons:
        return None
    return {
        index
        for index, person in enumerate(year.data.ca_nhan)
        if any(compare.same(person.ho_ten, name) for name in wanted.persons)
    }


def _asked(document: UnitDocument, forms: Collection[str], people: set[int] | None) -> bool:
    subject = document.path[1:2] if document.path[0] == "ca_nhan" else ()
    if people is not None and not people.intersection(subject):
        return False
    return not forms or document.ma.casefold() in {each.casefold() for each in forms}
