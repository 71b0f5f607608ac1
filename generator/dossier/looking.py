"""Opens, identifies and judges the files of a unit, each in a process that may die.

Only what came of a file leaves that process. Its text is kept nowhere; what is kept is what it came
to, with a digest of everything that depended on.
"""

import copyreg
import datetime as dt
import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from generator.checklists.required import Requirement
from generator.dossier.expecting import candidates, expected
from generator.dossier.handed_in import Key
from generator.model.unit import DonViNam
from generator.opening.boxes import is_legacy
from generator.opening.content import FileContent, Refusal, Unread
from generator.opening.open_file import open_file, reader
from generator.opening.plain import kind_of
from generator.opening.pool import SECONDS, Crew
from generator.opening.start_method import forks
from generator.received.draft import called_draft
from generator.received.expected import Candidate, Expected, Finding
from generator.received.form_match import make_ready
from generator.received.identify import THRESHOLD, identify
from generator.received.judge import judge
from generator.received.years import last_signed
from generator.regulations.che_do import CheDo
from generator.wording.secrecy import marked, marked_subject

Follow = Callable[[int, int], None]
"""Is told how many files of how many have been looked at."""


def nobody(_done: int, _all: int) -> None:
    """Follow nothing."""


def _regime(told: str) -> CheDo:
    return CheDo.model_validate_json(told)


# Its parts are made by pydantic as they are needed, so no other interpreter knows them by name.
copyreg.pickle(CheDo, lambda regime: (_regime, (regime.model_dump_json(),)))


@dataclass(frozen=True)
class Case:
    """What the files of a unit are held against.

    `received` is the folder they came in; `names` are the file names, without ending, that this
    program gives the documents.
    """

    asked: Sequence[Requirement]
    nam: DonViNam
    che_do: CheDo
    year: int
    received: Path
    names: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def choices(self) -> list[Candidate]:
        """The documents that a file of the unit may be."""
        return candidates(self.asked, self.nam, self.che_do, self.names)

    def expected(self, key: Key) -> Expected:
        """Return what a file must be to count as a document."""
        asked = self.asked[key[0]]
        return expected(asked, asked.can[key[1]], self.nam, self.che_do, self.year)

    def name(self, path: Path) -> str:
        """Return the name by which a file is identified, folders included."""
        return path.relative_to(self.received).as_posix()

    @cached_property
    def mark(self) -> bytes:
        """A digest of the regime and of all documents that a file may be."""
        return _digest(self.che_do.model_dump_json(), repr(self.choices))


class Task(NamedTuple):
    """A file to look at; `keys` are the documents it was handed in as, empty: that is found out."""

    path: Path
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of a file.

    `seen` is what it is, without its text; `keys` are the documents it was taken for and `findings`
    those of each (none if the certainty `chac_chan` is below the threshold); `cach` is how it was
    known; `ngay` is the latest day on which it says that it was signed.
    """

    seen: FileContent
    keys: tuple[Key, ...] = ()
    chac_chan: int = 100
    cach: str = ""
    findings: tuple[tuple[Finding, ...], ...] = ()
    ngay: dt.date | None = None


class Memory(NamedTuple):
    """A digest of a file's bytes, and what was kept of it (`Kept` as JSON; empty: nothing)."""

    bam: bytes
    kept: bytes = b""


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of a file, with the digest of everything else that it depended on."""

    dau: str
    ra: Looked


_KEPT = TypeAdapter(Kept)


class Looks(NamedTuple):
    """What came of each task; what is to be kept of files, by path; whether one was given up."""

    looked: dict[Task, Looked]
    kept: dict[Path, bytes]
    given_up: bool


def look_at(
    case: Case,
    tasks: Sequence[Task],
    memory: Mapping[Path, Memory],
    crew: Crew,
    follow: Follow = nobody,
) -> Looks:
    """Look at files.

    Args:
        case: what they are held against.
        tasks: the files, each path once.
        memory: what is known of some of them; those are not opened if nothing has changed.
        crew: the processes that open and judge them.
        follow: is told how far it is.

    Returns:
        What came of them.
    """
    looked = {task: each for task in tasks if (each := _remembered(case, task, memory))}
    kept = {task.path: memory[task.path].kept for task in looked}
    due = [task for task in tasks if task not in looked]
    if due and forks():  # what each of the processes would have to load again for every unit
        make_ready()
        for kind in {kind_of(task.path) for task in due}:
            reader(kind)
    given_up = False
    for task, answer in crew.answers(partial(_look, case), due, SECONDS):
        given_up = given_up or answer is None
        looked[task] = found = answer or _of_name(case, task)
        if answer and task.path in memory:
            mark = _mark(case, task, memory[task.path].bam, found)
            kept[task.path] = _KEPT.dump_json(Kept(mark, found))
        follow(len(looked), len(tasks))
    return Looks(looked, kept, given_up)


def content_of(path: Path) -> FileContent:
    """Open a file, only in work that `opening.pool` does; nothing is said of a secret one."""
    seen = open_file(path)
    return FileContent(seen.kind, Refusal.MAT) if _is_secret(path, seen) else seen


def _look(case: Case, task: Task) -> Looked:
    return _taken(case, task, content_of(task.path))


def _is_secret(path: Path, seen: FileContent) -> bool:
    lines = (*seen.around, *seen.lines)
    name = unicodedata.normalize("NFC", path.stem)
    return bool(marked_subject(name)) or any(map(marked, lines))


def taken_at(case: Case, path: Path, seen: FileContent) -> Looked:
    """Return what comes of a file that was opened, as if it lay in the folder of the unit."""
    return _taken(replace(case, received=path.parent), Task(path), seen)


def kept_at(case: Case, path: Path, bam: bytes, looked: Looked) -> bytes:
    """Return what is to be kept of it, with the digest `bam` of its bytes (`intake.file_marks`)."""
    mark = _mark(replace(case, received=path.parent), Task(path), bam, looked)
    return _KEPT.dump_json(Kept(mark, looked))


def _of_name(case: Case, task: Task) -> Looked:
    """Return what the name alone says of a file that was given up."""
    return _taken(case, task, FileContent(kind_of(task.path), Refusal.QUA_LAU))


def _taken(case: Case, task: Task, seen: FileContent) -> Looked:
    unread = Unread.KIEU_CHU if is_legacy(seen.lines) else seen.unread
    bare = replace(seen, lines=(), around=(), signatures=(), body=b"", unread=unread)
    if seen.refusal == Refusal.MAT:
        return Looked(bare, chac_chan=0)
    day = last_signed(seen.lines)
    if task.keys:
        findings = tuple(_judged(case, task.path, task.keys, seen))
        return Looked(bare, task.keys, findings=findings, ngay=day)
    match = identify(seen, case.name(task.path), case.choices)
    if match is None:
        return Looked(bare, chac_chan=0)
    keys = match.candidate.keys
    trusted = match.chac_chan >= THRESHOLD
    findings = tuple(_judged(case, task.path, keys, seen)) if trusted else ()
    return Looked(bare, keys, match.chac_chan, match.cach, findings, day)


def _judged(
    case: Case, path: Path, keys: Sequence[Key], seen: FileContent
) -> Iterator[tuple[Finding, ...]]:
    people = [each.ho_ten for each in case.nam.ca_nhan]
    draft = tuple(called_draft(_named(case, path), people))
    return ((*judge(seen, case.expected(key)), *draft) for key in keys)


def _named(case: Case, path: Path) -> str:
    return case.name(path) if path.is_relative_to(case.received) else path.name


def _remembered(case: Case, task: Task, memory: Mapping[Path, Memory]) -> Looked | None:
    """Return what came of a file before if everything is as it was then."""
    known = memory.get(task.path)
    if known is None or not known.kept:
        return None
    try:
        kept = _KEPT.validate_json(known.kept)
    except ValidationError:
        return None
    there = all(_is_key(case, key) for key in kept.ra.keys)
    return kept.ra if there and kept.dau == _mark(case, task, known.bam, kept.ra) else None


def _is_key(case: Case, key: Key) -> bool:
    return 0 <= key[0] < len(case.asked) and 0 <= key[1] < len(case.asked[key[0]].can)


def _mark(case: Case, task: Task, bam: bytes, looked: Looked) -> str:
    """Digest everything that the result of a task depends on."""
    name = _named(case, task.path)
    due = [_told(case.expected(key)) for key in looked.keys]
    return _digest(case.mark, bam, name, repr(task.keys), repr(due)).hex()


def _told(due: Expected) -> tuple[object, ...]:
    return tuple(getattr(due, each.name) for each in fields(due) if each.name != "che_do")


def _digest(*parts: str | bytes) -> bytes:
    found = hashlib.blake2b(digest_size=16)
    for each in parts:
        data = each if isinstance(each, bytes) else each.encode("utf-8", "surrogatepass")
        found.update(len(data).to_bytes(8))
        found.update(data)
    return found.digest()
