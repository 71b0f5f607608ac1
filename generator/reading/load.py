"""The entry point: reads one data file, or the folder of a campaign."""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.model import CaNhanTep, DonViNam, Dot, SaoLuc, VanBan
from generator.model.checklist import DanhMuc
from generator.model.fields import latest_day
from generator.opening.can_be_opened import refusals
from generator.opening.content import REASONS, Refusal
from generator.problems import Place, Problem, has_errors, problem
from generator.reading.checks import check_campaign, check_copy, check_document, check_year
from generator.reading.data_file import (
    NEWER,
    ReadResult,
    data_of,
    placed,
    read_data,
)
from generator.reading.folder_files import data_files
from generator.reading.folder_names import CAMPAIGN_FILE
from generator.reading.kinds import data_models, own_kinds
from generator.reading.laid_out import meant_dot, not_read
from generator.reading.positions import located
from generator.reading.table_checks import check_tables
from generator.reading.table_files import tables_of, with_table_files
from generator.reading.units import CLOSED, Unit, Wanted, read_units

WRONG_YEAR = "KD067"
"""The problem behind which everything said of single days and forms of a year is held back."""

_OF_THE_YEAR = frozenset({"KD125", "KD126"})

__all__ = ["Campaign", "ReadResult", "Unit", "read_campaign", "read_file"]


@dataclass(frozen=True, slots=True)
class Campaign:
    """A parsed campaign folder with the documents that could be read, sorted by file name.

    `dot` is None if `dot.yaml` is missing or has errors. `problems` are those of all files,
    `dot.yaml` first; `files` are all data files, including those that could not be read.
    """

    folder: Path
    dot: Dot | None
    documents: dict[str, VanBan | SaoLuc]
    units: tuple[Unit, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()


def read_file(path: Path, shown: str | None = None) -> ReadResult:
    """Read and check one data file on its own.

    Args:
        path: `dot.yaml`, or a file that states its kind in `loai`.
        shown: the name of the file in problems; by default the path with forward slashes.

    Returns:
        Its value and all problems, each with line and column.
    """
    name = shown or path.as_posix()
    read = read_data(path, name)
    match read.value:
        case None:
            return read
        case Dot() as dot:
            own = own_kinds(path.parent)
            checked = placed(check_campaign(dot), name, read.text)
            problems = (*read.problems, *checked, *own.problems)
            return ReadResult(dot.with_kinds(own.kinds), problems, read.text)
        case DonViNam() | CaNhanTep() | DanhMuc():
            return read
        case document:
            refused = _refused([document], (), path.parent)
            value, found = _completed(document, (), path.parent, refused)
            found += check_document(value, None)
    return ReadResult(value, read.problems + placed(found, name, read.text), read.text)


def campaign_of(folder: Path) -> Dot | None:
    """Read only `dot.yaml` of a folder; None if it is missing or has errors."""
    file = folder / CAMPAIGN_FILE
    value = read_file(file).value if file.is_file() else None
    return value if isinstance(value, Dot) else None


def read_campaign(folder: Path, units_for: Callable[[Campaign], Wanted] | None = None) -> Campaign:
    """Read and check every data file of a campaign folder.

    Args:
        folder: the folder of `dot.yaml`; units are below `don-vi/`.
        units_for: says by what stands beside `dot.yaml` which units below `don-vi/` are read; by
            default every one.

    Returns:
        The campaign with the problems of all its files and between them.
    """
    campaign, standing = read_top(folder)
    if any(each.code == NEWER for each in campaign.problems):
        return campaign
    wanted = units_for(campaign) if units_for else None
    units, found, files = read_units(folder, campaign.dot, standing, wanted)
    found += not_read(folder, partial(_used, campaign))
    problems = tuple(dict.fromkeys((*campaign.problems, *found)))
    return replace(campaign, units=tuple(units), problems=problems, files=(*campaign.files, *files))


def read_top(
    folder: Path, instead: Mapping[str, str] | None = None
) -> tuple[Campaign, dict[Path, ReadResult]]:
    """Read and check the data files located directly in a campaign folder.

    Args:
        folder: the folder of `dot.yaml`; every other data file in it is a document or a unit.
        instead: texts that stand for what some of these files hold, by their names.

    Returns:
        The campaign without units, and the units' files among those read.
    """
    files, problems = _files(folder)
    dot: Dot | None = None
    reads: dict[str, ReadResult] = {}
    if folder / CAMPAIGN_FILE in files:
        read = read_file(folder / CAMPAIGN_FILE)
        dot = read.value if isinstance(read.value, Dot) else None
        problems += read.problems
        if any(each.code == NEWER for each in problems):
            return Campaign(folder, None, {}, (), tuple(problems), tuple(files)), {}
    kinds = data_models(dot.loai_rieng if dot else own_kinds(folder).kinds)
    for path in files:
        if path.name != CAMPAIGN_FILE:
            text = (instead or {}).get(path.name)
            shown = path.as_posix()
            reads[path.name] = (
                read_data(path, shown, kinds) if text is None else data_of(text, path, shown, kinds)
            )
    documents: dict[str, VanBan | SaoLuc] = {}
    own: dict[str, tuple[Problem, ...]] = {}
    refused = _refused([each.value for each in reads.values()], reads, folder)
    for name, read in reads.items():
        found = read.problems
        if isinstance(read.value, VanBan | SaoLuc):
            documents[name], more = _completed(read.value, reads, folder, refused)
            more += check_document(documents[name], dot)
            found += placed(more, (folder / name).as_posix(), read.text)
        own[name] = found
    broken = {name for name, found in own.items() if has_errors(found)}
    copied = any(isinstance(each, SaoLuc) for each in documents.values())
    near = {each.name for each in folder.iterdir() if each.is_file()} if copied else set()
    present = {*near, *reads}
    for name, found in own.items():
        problems += found
        document = documents.get(name)
        if isinstance(document, SaoLuc):
            between = check_copy(document, documents, present, broken - {name})
            problems += placed(between, (folder / name).as_posix(), reads[name].text)
    problems = _year_told(problems, dot, documents, folder)
    standing = {
        folder / name: read for name, read in reads.items() if isinstance(read.value, DonViNam)
    }
    for name, read in reads.items():
        if isinstance(read.value, CaNhanTep | DanhMuc):
            problems.append(problem("KD036", Place(file=(folder / name).as_posix()), loai="don-vi"))
    campaign = Campaign(folder, dot, documents, (), tuple(problems), tuple(files))
    return campaign, standing


def _completed(
    document: VanBan | SaoLuc,
    names: Collection[str],
    folder: Path,
    refused: Mapping[Path, Refusal],
) -> tuple[VanBan | SaoLuc, list[Problem]]:
    """Return a document with what other files of its folder give it, and what is wrong there."""
    if isinstance(document, VanBan):
        wrong = list(check_tables(document))
        made, found = with_table_files(document, folder)
        return made, [*wrong, *found, *_issued(document, folder)]
    copy = _with_name_on_disk(document, names)
    return copy, [*_issued(copy, folder), *_unreadable(copy, folder, refused)]


def _refused(values: Iterable[object], names: Collection[str], folder: Path) -> dict[Path, Refusal]:
    """Return which originals of other offices, of which copies are made, cannot be opened."""
    copies = (_with_name_on_disk(each, names) for each in values if isinstance(each, SaoLuc))
    files = (folder / each.ban_goc for each in copies if each.is_foreign)
    return refusals(each for each in files if each.is_file())


def _unreadable(copy: SaoLuc, folder: Path, refused: Mapping[Path, Refusal]) -> list[Problem]:
    """Return KD181 for an original of another office that cannot be opened."""
    refusal = refused.get(folder / copy.ban_goc) if copy.is_foreign else None
    if not refusal:
        return []
    place = Place(path=("ban_goc",))
    return [problem("KD181", place, tep=copy.ban_goc, ly_do=REASONS[refusal])]


def _issued(document: VanBan | SaoLuc, folder: Path) -> list[Problem]:
    """Warn of a document whose file as issued is not there (KD673)."""
    name = document.ban_phat_hanh
    if name is None or (folder / name).is_file():
        return []
    return [problem("KD673", Place(path=("ban_phat_hanh",)), tep=name)]


def used_files(folder: Path) -> set[str]:
    """Return the names of files that the documents of a campaign's folder take something from."""
    return _used(read_top(folder)[0])


def _used(campaign: Campaign) -> set[str]:
    found: set[str | None] = set()
    for each in campaign.documents.values():
        found.add(each.ban_phat_hanh)
        if isinstance(each, VanBan):
            found |= {table.tep for table in tables_of(each)}
        elif each.is_foreign:
            found.add(each.ban_goc)
    return {each for each in found if each}


def _with_name_on_disk(document: SaoLuc, names: Collection[str]) -> SaoLuc:
    """Return a copy that names its original as the disk does: macOS decomposes «ế» in names."""
    if document.ban_goc in names:
        return document
    asked = unicodedata.normalize("NFC", document.ban_goc)
    found = next((each for each in names if unicodedata.normalize("NFC", each) == asked), None)
    return document.model_copy(update={"ban_goc": found}) if found else document


def _year_told(
    problems: list[Problem],
    dot: Dot | None,
    documents: dict[str, VanBan | SaoLuc],
    folder: Path,
) -> list[Problem]:
    """Hold back what is said of single days if no day of the campaign is of its year."""
    days = [day for each in documents.values() if (day := latest_day(each.ngay))]
    wrong = check_year(dot, [*days, *(each.ngay for each in dot.thoi_han)]) if dot else None
    if wrong is None:
        return problems
    kept = [each for each in problems if each.code not in _OF_THE_YEAR]
    return [*located([wrong], folder / CAMPAIGN_FILE), *kept]


def _files(folder: Path) -> tuple[list[Path], list[Problem]]:
    try:
        names = sorted(each.name for each in folder.iterdir())
    except FileNotFoundError:
        return [], [problem("KD034", Place(file=folder.as_posix()))]
    except OSError:
        return [], [problem(CLOSED, Place(file=folder.as_posix()))]
    files = [path for path in data_files(folder) if not meant_dot(path.name, names)]
    # A misnamed one is told with the rest of the folder.
    if CAMPAIGN_FILE in names or any(meant_dot(each, names) for each in names):
        return files, []
    return files, [problem("KD030", Place(file=(folder / CAMPAIGN_FILE).as_posix()))]
