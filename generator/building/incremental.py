"""Updates the documents of one folder: skips those that are up to date, generates the rest."""

import contextlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.building.digests import changed_fields, data_digest
from generator.building.program import engine_digest
from generator.building.state import Record
from generator.engine.archive import is_whole, may_be_document, seal, seal_in
from generator.files.documents import Writing, discard, is_beside, write_documents
from generator.papers.paper import Paper, printed, template_for
from generator.papers.templates import Templates
from generator.problems import Place, Problem, problem

if TYPE_CHECKING:  # a run that finds nothing to do loads nothing of Word
    from generator.engine.template import Template

BATCH = 256
"""Documents held in memory and then flushed to disk together; a killed run loses at most these."""

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Step:
    """A document to generate, and the reasons; there is always at least one."""

    file: Path
    reasons: tuple[str, ...]


@dataclass(slots=True)
class Outcome:
    """The result for a folder.

    `records` are the documents generated or found changed, `gone` the names to remove from the
    record, `kept` counts those that were up to date, `complete` means that nothing has to be
    retried.
    """

    steps: list[Step] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    kept: int = 0
    complete: bool = True


class _Seen(NamedTuple):
    """The state of a file: its seal (empty if edited by hand), size and modification time."""

    dau: str
    co: int
    luc: int


class _Inputs(NamedTuple):
    """The digests of what a document is made from, as in its record."""

    mau: bytes
    du_lieu: bytes
    may: bytes


class _Due(NamedTuple):
    """A document whose inputs or file differ from the record."""

    paper: Paper
    path: Path
    template: "Template"
    context: Mapping[str, Any]
    inputs: _Inputs
    before: Record | None
    reasons: tuple[str, ...]


BROKEN = "hỏng"
"""Stands for the seal of a file whose parts are damaged although its directory is not."""


def bring_up_to_date(
    papers: Iterable[Paper],
    folder: Path,
    known: Mapping[str, Record],
    templates: Templates,
    *,
    dry: bool = False,
) -> Outcome:
    """Generate the documents that are out of date.

    Args:
        papers: all requested documents, with distinct file names.
        folder: their folder.
        known: the records of the folder, by file name.
        templates: where templates are found.
        dry: only report what would be done.

    Returns:
        What was done, the problems, and the new records.
    """
    outcome = Outcome()
    batch: list[tuple[_Due, bytes]] = []
    for due in _due(papers, folder, known, templates, outcome):
        if dry:
            outcome.steps.append(Step(due.path, due.reasons))
            continue
        data, found = printed(due.template, due.context)
        if found:
            outcome.problems += due.paper.located(found)
        if data is None:
            continue
        batch.append((due, data))
        if len(batch) == BATCH:
            _write(batch, outcome)
            batch = []
    _write(batch, outcome)
    return outcome


def _due(
    papers: Iterable[Paper],
    folder: Path,
    known: Mapping[str, Record],
    templates: Templates,
    outcome: Outcome,
) -> Iterator[_Due]:
    for paper in papers:
        template, told = template_for(paper, templates)
        if told:
            outcome.problems += paper.located(told)
        if template is None:
            continue
        context = paper.values()
        before = known.get(paper.tep)
        inputs = _Inputs(template.digest, data_digest(context), engine_digest())
        path = folder / paper.tep
        seen = _seen(path, before)
        reasons = tuple(_reasons(inputs, before, seen, context))
        if reasons:
            yield _Due(paper, path, template, context, inputs, before, reasons)
        elif before and seen:
            outcome.kept += 1
            _still_there(folder, before, seen, outcome)


def _seen(path: Path, before: Record | None) -> _Seen | None:
    """Return the state of a file; None if it does not exist."""
    try:
        found = os.stat(path)  # noqa: PTH116 - asked for thousands of files
        if not stat.S_ISREG(found.st_mode):
            return _Seen(BROKEN, 0, 0)  # a folder in its place: writing will say why it cannot
        known = before and (found.st_size, found.st_mtime_ns) == (before.co, before.luc)
        mark = before.dau if before and known else seal(path) or ""
        if not known and not (is_whole(path) if mark else may_be_document(path)):
            mark = BROKEN
    except FileNotFoundError:
        return None
    except OSError:
        return _Seen("", 0, 0)
    return _Seen(mark, found.st_size, found.st_mtime_ns)


def _reasons(
    inputs: _Inputs, before: Record | None, seen: _Seen | None, context: Mapping[str, Any]
) -> Iterator[str]:
    if before is None:
        yield "văn bản mới" if seen is None else "chưa có trong sổ theo dõi"
        return
    if inputs.mau != before.mau:
        yield "mẫu Word thay đổi"
    if inputs.du_lieu != before.du_lieu:
        names = changed_fields(context, before.du_lieu, inputs.du_lieu)
        more = "…" if len(names) > _NAMED else ""
        told = f" ({', '.join(names[:_NAMED])}{more})" if names else ""
        yield f"dữ liệu thay đổi{told}"
    if inputs.may != before.may:
        yield "chương trình thay đổi"
    if seen is None:
        yield "tệp đã bị xóa"
    elif seen.dau == BROKEN:
        yield "tệp bị hỏng"
    elif seen.dau and seen.dau != before.dau:
        yield "tệp không phải bản mới nhất"


def _still_there(folder: Path, before: Record, seen: _Seen, outcome: Outcome) -> None:
    """Record that an up-to-date file was touched or edited since."""
    if seen != (before.dau, before.co, before.luc):
        outcome.records.append(before._replace(**seen._asdict()))
    if before.ben and not seen.dau and (folder / before.ben).exists():
        place = Place(file=(folder / before.tep).as_posix())
        outcome.problems.append(problem("KD505", place, ten=before.ben))


def _write(batch: list[tuple[_Due, bytes]], outcome: Outcome) -> None:
    done = write_documents((due.path, data) for due, data in batch)
    failed: set[str] = set()
    for (due, data), writing in zip(batch, done, strict=True):
        if writing.file is None:
            # A full disk rejects every file: report only the first.
            outcome.problems += [each for each in writing.problems if each.code not in failed]
            failed |= {each.code for each in writing.problems}
            outcome.complete = False
            continue
        outcome.problems += writing.problems
        _record(due, data, writing, outcome)


def _record(due: _Due, data: bytes, writing: Writing, outcome: Outcome) -> None:
    ours = writing.file == writing.path
    aside = "" if ours or writing.file is None else writing.file.name
    if any(each.code == "KD501" for each in writing.problems):
        outcome.complete = False  # the open file is replaced by the next run
        never = Record(due.paper.tep, b"", b"", b"", "", 0, 0)
        outcome.records.append((due.before or never)._replace(ben=aside))
        outcome.steps.append(Step(writing.file or writing.path, due.reasons))
        return
    found = os.stat(writing.path)  # noqa: PTH116 - asked for thousands of files
    mark = seal_in(data) if ours else ""
    outcome.records.append(
        Record(due.paper.tep, *due.inputs, mark, found.st_size, found.st_mtime_ns, aside)
    )
    if due.before and due.before.ben and ours:
        _drop(writing.path.with_name(due.before.ben))
    if writing.touched:
        outcome.steps.append(Step(writing.file or writing.path, due.reasons))
    else:
        outcome.kept += 1


def _drop(path: Path) -> None:
    """Delete a copy written beside a file that was in use, unless somebody edited the copy."""
    with contextlib.suppress(OSError):
        discard(path)


def left_over(known: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """Return the recorded documents that the data no longer produces."""
    return sorted(set(known) - set(wanted))


def unrecorded(folder: Path, wanted: Iterable[str]) -> list[Record]:
    """Return records of the documents of a folder that an earlier build made, whatever it knew.

    Where the state is lost, what the data no longer produces is known by its seal alone. Nothing is
    known of what it was made from, so such a record makes no document up to date.
    """
    planned = set(wanted)
    found: list[Record] = []
    for path in sorted(folder.glob("*.docx")):
        if path.name in planned or any(is_beside(path.name, each) for each in planned):
            continue
        with contextlib.suppress(OSError):
            if mark := seal(path):
                there = path.stat()
                size, when = there.st_size, there.st_mtime_ns
                found.append(Record(path.name, b"", b"", b"", mark, size, when))
    return found


def drop_left_over(folder: Path, names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Delete documents that the data no longer produces.

    Args:
        folder: their folder.
        names: their file names.

    Returns:
        The names that no longer exist, and those kept because somebody edited them.
    """
    gone: list[str] = []
    stay: list[str] = []
    for name in names:
        path = folder / name
        (gone if discard(path) else stay).append(name)
    return gone, stay
