"""Makes the PDF files of one campaign: only those of papers that changed, then the unit's file."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple

from generator.files.database import transaction
from generator.files.digests import LARGEST
from generator.files.documents import discard, withdraw, write_documents
from generator.files.seals import is_as_sealed
from generator.opening.pool import answers
from generator.opening.regular import whole
from generator.pdf import state
from generator.pdf.converting import Converted, Lost, converted, digest
from generator.pdf.merging import Finished, Merged, Part, Single, finished, merged
from generator.pdf.originals import LARGEST as MOST
from generator.pdf.originals import is_word, pages_of
from generator.pdf.state import PaperRecord, UnitRecord
from generator.pdf.units import PrintPaper, PrintUnit, edited_beside_new
from generator.problems import Place, Problem, has_errors, problem
from generator.problems.text import some

_LOOK, _MERGE = 60.0, 600.0
"""Seconds to look at one PDF, and to put those of a unit together."""


class Office(NamedTuple):
    """How papers are converted: LibreOffice's command, calls at once, seconds for one file."""

    command: Path
    jobs: int
    seconds: float


@dataclass(slots=True)
class Tally:
    """What was done: PDF files of papers and of units, made and kept, and the problems.

    `files` are those of units, by the unit's folder.
    """

    made: int = 0
    kept: int = 0
    merged: int = 0
    pages: int = 0
    files: dict[str, Path] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, other: "Tally", order: Iterable[str]) -> None:
        """Add what was done of another campaign, in the order of its units, not of the work."""
        self.made += other.made
        self.kept += other.kept
        self.merged += other.merged
        self.pages += other.pages
        self.files |= {
            other.files[each].as_posix(): other.files[each] for each in order if each in other.files
        }
        self.problems += sorted(other.problems, key=lambda each: (each.place.file, each.code))


class Step(NamedTuple):
    """How many papers of how many have been converted."""

    done: int
    total: int


@dataclass(slots=True)
class Desk:
    """Where a campaign's PDF files go, what is known of them, what is being done."""

    home: Path
    known: Connection
    office: Office
    tally: Tally
    follow: Callable[[Step], None]

    def place_of(self, unit: PrintUnit, paper: PrintPaper) -> Path:
        """Return the path of the PDF of a paper."""
        return self.home / unit.name / paper.pdf

    def whole_of(self, unit: PrintUnit) -> Path:
        """Return the path of the PDF of a unit."""
        return self.home / f"{unit.name}.pdf"


def make(desk: Desk, units: Iterable[PrintUnit], scratch: Path) -> None:
    """Bring the PDF files of units up to date.

    Args:
        desk: where and how; its tally takes what was done.
        units: all units that are asked for.
        scratch: an empty folder.

    Raises:
        OfficeFailsError: LibreOffice does not work.
        OSError: the disk refused.
    """
    owed: dict[Path, tuple[PrintUnit, PrintPaper]] = {}
    waiting: dict[str, int] = {}
    for unit in units:
        if unit.due:
            _not_yet(desk, unit)
            continue
        old = list(_outdated(desk, unit))
        desk.tally.problems += edited_beside_new(unit)
        owed |= {paper.word: (unit, paper) for paper in old}
        waiting[unit.folder] = len(old)
        if old:
            with suppress(OSError):  # open in another program: told when it is written
                discard(desk.whole_of(unit))
        else:
            _merge(desk, unit)
    before = _copied(desk, owed, scratch)
    number = 0
    with closing(converted(list(owed), desk.office.command, scratch, *desk.office[1:])) as batches:
        for batch in batches:
            _keep(desk, batch, owed, before)
            for each in batch:
                unit, _ = owed[each.file]
                waiting[unit.folder] -= 1
                if not waiting[unit.folder]:
                    _merge(desk, unit)
            number += len(batch)
            desk.follow(Step(number, len(owed)))


def _copied(
    desk: Desk, owed: dict[Path, tuple[PrintUnit, PrintPaper]], scratch: Path
) -> dict[Path, bytes]:
    """Return the pages that papers copy, by the paper's Word file; what cannot be read is lost."""
    found: dict[Path, bytes] = {}
    asked = {word: paper.original for word, (_, paper) in owed.items() if paper.original}
    first = {each for each in asked.values() if is_word(each)}
    made: dict[Path, bytes] = {}
    if first:
        work = converted(sorted(first), desk.office.command, scratch, *desk.office[1:])
        with closing(work) as batches:
            for batch in batches:
                made |= {each.file: whole(each.pdf, MOST) for each in batch if each.pdf}
    for word, original in asked.items():
        try:
            found[word] = made[original] if original in first else pages_of(original)
        except (OSError, KeyError):
            _lose(desk, word, Lost.BAN_GOC, owed)
    return found


def _not_yet(desk: Desk, unit: PrintUnit) -> None:
    """Tell that a unit has to be built first; its old file goes, so that nobody prints it."""
    place = Place(file=unit.papers[0].word.parent.as_posix())
    names = [name.removesuffix(".docx") for name in unit.due]
    desk.tally.problems.append(problem("KD591", place, so=len(names), ten=some(names)))
    _withdrawn(desk, desk.whole_of(unit))


def _outdated(desk: Desk, unit: PrintUnit) -> Iterator[PrintPaper]:
    """Yield the papers whose PDF is not of their bytes; drop PDF files of papers that are gone."""
    records = state.papers(desk.known, unit.folder)
    there = {paper.word.name: paper for paper in unit.papers if paper.word.is_file()}
    for name in records.keys() - there.keys():
        _withdrawn(desk, desk.home / unit.name / records[name].pdf)
        state.forget_paper(desk.known, unit.folder, name)
    for name, paper in there.items():
        record = records.get(name)
        if record and _is_of(record, desk.home / unit.name, paper):
            desk.tally.kept += 1
        else:
            yield paper


def _is_of(record: PaperRecord, folder: Path, paper: PrintPaper) -> bool:
    pdf = folder / record.pdf
    try:
        return (
            _as_recorded(pdf, record.co, record.luc)
            and _mark_of(paper, digest(whole(paper.word, LARGEST))) == record.bam
            and is_as_sealed(pdf)
        )
    except OSError:
        return False


def _mark_of(paper: PrintPaper, word: bytes) -> bytes:
    """Return the digest of all that the PDF of a paper is made from, given that of its Word file.

    Raises:
        OSError: the file that it copies cannot be read.
    """
    return digest(word + whole(paper.original, MOST)) if paper.original else word


def _as_recorded(path: Path, co: int, luc: int) -> bool:
    found = path.stat()
    return (found.st_size, found.st_mtime_ns) == (co, luc)


def _keep(
    desk: Desk,
    batch: list[Converted],
    owed: dict[Path, tuple[PrintUnit, PrintPaper]],
    before: dict[Path, bytes],
) -> None:
    """Write the PDF files of a batch and record them; tell those that are lost."""
    singles = {
        Single(each.pdf, each.word, owed[each.file][1].title, before.get(each.file, b"")): each
        for each in batch
        if each.pdf and each.word and (each.file in before or not owed[each.file][1].original)
    }
    ready: list[tuple[Converted, Finished]] = []
    for single, said in answers(finished, singles, 1, _LOOK):
        if said is None:
            _lose(desk, singles[single].file, Lost.HONG, owed)
        else:
            ready.append((singles[single], said))
    for each in batch:
        if each.lost:
            _lose(desk, each.file, each.lost, owed)
    written = write_documents((desk.place_of(*owed[each.file]), said.data) for each, said in ready)
    with transaction(desk.known):
        for (each, said), writing in zip(ready, written, strict=True):
            desk.tally.problems += writing.problems
            if writing.file is None:
                _forget(desk, each.file, owed)
                continue
            found = writing.file.stat()
            desk.tally.made += 1
            record = PaperRecord(
                _mark_of(owed[each.file][1], each.bam),
                writing.file.name,
                found.st_size,
                found.st_mtime_ns,
                said.pages,
                said.noticed,
            )
            state.save_paper(desk.known, owed[each.file][0].folder, each.file.name, record)


def _lose(
    desk: Desk, file: Path, why: Lost, owed: dict[Path, tuple[PrintUnit, PrintPaper]]
) -> None:
    reason = why.value.format(giay=f"{desk.office.seconds:.0f}")
    desk.tally.problems.append(problem("KD593", Place(file=file.as_posix()), vi_sao=reason))
    _withdrawn(desk, desk.place_of(*owed[file]))
    _forget(desk, file, owed)


def _forget(desk: Desk, file: Path, owed: dict[Path, tuple[PrintUnit, PrintPaper]]) -> None:
    state.forget_paper(desk.known, owed[file][0].folder, file.name)


def _withdrawn(desk: Desk, path: Path) -> None:
    """Delete a PDF that is right no longer; one that somebody edited stays and is told."""
    if path.exists():
        desk.tally.problems += withdraw(path)


def _merge(desk: Desk, unit: PrintUnit) -> None:
    """Write the file of a unit, if all its papers are there and it is not as it should be."""
    records = state.papers(desk.known, unit.folder)
    path = desk.whole_of(unit)
    desk.tally.problems += _noticed(desk, unit, records)
    lacking = [paper.title for paper in unit.papers if paper.word.name not in records]
    if lacking:
        place = Place(file=path.as_posix())
        desk.tally.problems.append(problem("KD592", place, so=len(lacking), ten=some(lacking)))
        _withdrawn(desk, path)
        state.forget_unit(desk.known, unit.folder)
        return
    mark = _mark(unit, records)
    before = state.unit(desk.known, unit.folder)
    if not (before and before.bam == mark and _still_there(desk.home, before)):
        before = _written(desk, unit, records, mark)
    if before:
        desk.tally.pages += before.trang
        desk.tally.files[unit.folder] = desk.home / before.pdf


def _noticed(desk: Desk, unit: PrintUnit, records: dict[str, PaperRecord]) -> Iterator[Problem]:
    for paper in unit.papers:
        record = records.get(paper.word.name)
        if record:
            place = Place(file=(desk.home / unit.name / record.pdf).as_posix())
            for code, value in record.noticed.items():
                yield problem(code, place, trang=value)


def _still_there(home: Path, record: UnitRecord) -> bool:
    path = home / record.pdf
    try:
        return _as_recorded(path, record.co, record.luc) and is_as_sealed(path)
    except OSError:
        return False


def _mark(unit: PrintUnit, records: dict[str, PaperRecord]) -> bytes:
    """Return the digest of everything that the file of a unit is made from."""
    found = blake2b(unit.title.encode(), digest_size=16)
    for paper in unit.papers:
        record = records[paper.word.name]
        found.update(f"\n{paper.title}\n{paper.copies}\n{record.trang}\n".encode())
        found.update(record.bam)
    return found.digest()


def _written(
    desk: Desk, unit: PrintUnit, records: dict[str, PaperRecord], mark: bytes
) -> UnitRecord | None:
    folder = desk.home / unit.name
    parts = tuple(
        Part(folder / records[paper.word.name].pdf, paper.title, paper.copies)
        for paper in unit.papers
    )
    asked = sum(records[each.word.name].trang * each.copies for each in unit.papers)
    ((_, said),) = answers(merged, [(unit.title, parts)], 1, _MERGE)
    path = desk.whole_of(unit)
    wrong = what_is_wrong(said, asked)
    if said is None or wrong:
        desk.tally.problems.append(problem("KD597", Place(file=path.as_posix()), vi_sao=wrong))
        _withdrawn(desk, path)
        return None
    (writing,) = write_documents([(path, said.data)])
    desk.tally.problems += writing.problems
    if writing.file is None or has_errors(writing.problems):
        return None
    found = writing.file.stat()
    record = UnitRecord(mark, writing.file.name, found.st_size, found.st_mtime_ns, said.pages)
    with transaction(desk.known):
        state.save_unit(desk.known, unit.folder, record)
    desk.tally.merged += 1
    return record


def what_is_wrong(file: Merged | None, pages: int) -> str:
    """Say why the file of a unit must not be written, which needs `pages`; empty if it may be."""
    if file is None:
        return "các tệp PDF của đơn vị không ghép được"
    if file.pages != pages:
        return f"có {file.pages} trang, phải có {pages}"
    return f"{some(file.misplaced)} không ở đúng chỗ" if file.misplaced else ""
