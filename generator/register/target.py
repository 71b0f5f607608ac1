"""The document that a command refers to: its file, its data, the register it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.editing.data_file import Snapshot, snapshot
from generator.files.real_path import real_path
from generator.model import DonViNam, Dot, SaoLuc, VanBan
from generator.model.unit import CHI_BO
from generator.papers.drafts import head_path, misprinted, wrong_in
from generator.papers.heads import letter_findings, unit_body
from generator.papers.undecided import rates_nobody
from generator.papers.unit_documents import unit_documents
from generator.papers.unit_year import year_of
from generator.papers.validation import document_problems
from generator.problems import Place, Problem, Severity, has_errors, problem
from generator.reading.checks import check_document
from generator.reading.data_file import Value
from generator.reading.load import read_file
from generator.reading.places import campaign_folder
from generator.reading.positions import located
from generator.reading.units import (
    PERSONS,
    UNIT_FILE,
    UnitSource,
    read_unit,
    unit_about,
    unit_sources,
)
from generator.register.document_file import bears
from generator.register.entry import RegisterLine
from generator.register.names import Names, own_names
from generator.register.numbered import NumberedDocument, numbered_documents
from generator.register.paths import file_of, named_from, register_of
from generator.register.where import campaign_of, folder_for
from generator.wording.compare import same


@dataclass(frozen=True, slots=True)
class Target:
    """A document on disk that gets a number or has it cancelled.

    `own` maps the letter types added by the office to their names.
    """

    file: Snapshot
    paper: NumberedDocument
    register: Path
    own: Names

    @property
    def tep(self) -> str:
        """The file's name in the register, the same from any working folder."""
        return named_from(self.register, self.file.path)

    @property
    def place(self) -> Place:
        """The place of the document's problems."""
        return Place(file=self.file.path.as_posix(), path=self.paper.path)

    def borne(self, line: RegisterLine) -> bool:
        """Return whether another document named in a line still carries the line's number."""
        file = file_of(self.register, line.tep)
        if file is None:
            return True
        if real_path(file) == real_path(self.file.path) and line.muc == self.paper.muc:
            return False
        return bears(file, line.muc, line.so)


def document(
    file: Path, item: str | None, folder: Path | None, *, numbered: bool
) -> Target | list[Problem]:
    """Find the requested document from its file alone.

    Args:
        file: its file, which determines the campaign.
        item: the document's path in a unit's file («goi_y.0»), needed if there are several.
        folder: the folder of the registers; None for the default.
        numbered: if there are several, choose the one that has a number.

    Returns:
        The document, or the problems that prevent finding it.
    """
    campaign = campaign_of(file)
    if isinstance(campaign, list):
        return campaign
    home, dot = campaign
    return find(file, item, dot, folder_for(home, dot, folder), numbered=numbered)


def find(
    path: Path, muc: str | None, dot: Dot, folder: Path, *, numbered: bool = False
) -> Target | list[Problem]:
    """Find the requested document.

    Args:
        path: its file.
        muc: the document's path in a unit's file («goi_y.0»); None if only one document qualifies.
        dot: the campaign.
        folder: the folder of the registers.
        numbered: if there are several, choose the one that has a number; else the one that has
            none, whose content must be free of errors before it gets one.

    Returns:
        The document, or the errors of its file, or KD622 (several to choose from), KD675 (none).
    """
    place = Place(file=path.as_posix())
    try:
        seen = snapshot(path)
    except OSError:
        return list(read_file(path).problems)
    read = read_file(path)
    if has_errors(read.problems) or read.value is None:
        return list(read.problems)
    found = list(numbered_documents(read.value, dot))
    if not found:
        return [problem("KD675", place)]
    if muc is None:
        meant = [each for each in found if (each.so is not None) is numbered]
        chosen = meant if len(found) > 1 else found
    else:
        chosen = [each for each in found if each.muc == muc.replace("[", ".").replace("]", "")]
    if len(chosen) != 1:
        return [problem("KD622", place, cac_muc=_choices(found))]
    (paper,) = chosen
    if paper.nguyen_van:
        return [problem("KD623", place, so_ky_hieu=paper.nguyen_van)]
    wrong = [] if numbered else located(_errors(path, read.value, paper, dot), path)
    return wrong or Target(seen, paper, register_of(folder, paper.co_quan), own_names(dot))


def _errors(path: Path, value: Value, paper: NumberedDocument, dot: Dot) -> list[Problem]:
    """Return the errors that would prevent generating a document."""
    match value:
        case VanBan() | SaoLuc() as document:
            found = [*check_document(document, dot), *document_problems(document, dot, path)]
        case DonViNam() as nam:
            of_unit = letter_findings(year_of(nam, dot))
            own = len(paper.path)
            found = [each for each in of_unit if each.place.path[:own] == paper.path]
            found += [*_shares_its_name(path, nam, paper), *_is_draft(path, nam, paper, dot)]
        case _:
            found = []
    return [each for each in found if each.severity is Severity.ERROR]


def _is_draft(path: Path, nam: DonViNam, paper: NumberedDocument, dot: Dot) -> Iterator[Problem]:
    """Report a paper that prints something wrong, or rates nobody (KD530): it gets no number."""
    folder = path.name == UNIT_FILE and (path.parent / PERSONS).is_dir()
    unit, _ = read_unit(UnitSource(path, folder=folder), dot)
    year = year_of(unit.data if unit else nam, dot)
    found = misprinted(year)
    for each in unit_documents(year):
        if each.kind.van_ban and head_path(each.kind, each.path) == paper.path:
            empty = rates_nobody(year, each.kind, each.path)
            wrong = [*empty, *wrong_in(year, each.kind, each.path, found)]
            if wrong:
                said = "; ".join(one.message for one in wrong)
                yield problem("KD530", Place(path=paper.path), ten=each.kind.ten, sai=said)


def _shares_its_name(path: Path, nam: DonViNam, paper: NumberedDocument) -> list[Problem]:
    """Report two units whose own bodies have the same name and would share a register (KD653)."""
    campaign = campaign_folder(path)
    if campaign is None or not same(paper.co_quan.ten, unit_body(nam).ten):
        return []
    own = real_path(path)
    others = (each.file for each in unit_sources(campaign) if real_path(each.file) != own)
    other = next((each for each in others if _issues_as(each, paper.co_quan.ten)), None)
    if other is None:
        return []
    key = "ten" if same(paper.co_quan.ten, nam.don_vi.ten) else "cap_uy"
    place = Place(path=("don_vi", key))
    return [
        problem(
            "KD653", place, co_quan=paper.co_quan.ten, tep=other.as_posix(), don_vi=nam.don_vi.ten
        )
    ]


def _issues_as(file: Path, name: str) -> bool:
    unit = unit_about(file) or {}
    own = None if unit.get("loai") in CHI_BO else unit.get("cap_uy")
    return same(str(own or unit.get("ten") or ""), name)


def _choices(found: list[NumberedDocument]) -> str:
    listed = (
        f"{each.muc} ({each.trich_yeu}{f', đã có số {each.so}' if each.so else ''})"
        for each in found
    )
    return "ghi rõ --item là một trong: " + "; ".join(listed)
