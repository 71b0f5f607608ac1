"""Cancels a number: it stays in the register with the reason; its document is a draft again."""

import sqlite3
from pathlib import Path

from generator.editing.data_file import snapshot
from generator.problems import Place, Problem, problem
from generator.register import numbers, store
from generator.register.document_file import bears, path_of
from generator.register.entry import RegisterLine, TrangThai
from generator.register.into_file import write_values
from generator.register.names import called
from generator.register.paths import file_of
from generator.register.series import Series
from generator.register.target import Target


def cancel(target: Target, reason: str) -> tuple[RegisterLine | None, list[Problem]]:
    """Cancel the number of a document; its file becomes a draft again.

    The register is changed first: if the file cannot be written, cancelling again finishes the
    work.
    """
    told: list[Problem] = []
    with store.opened(target.register, None, told) as register, store.transaction(register):
        line = _to_cancel(register, target)
        if isinstance(line, Problem):
            return None, [*told, line.at(target.place)]
        found = numbers.cancel(register, Series(line.loai, line.ky), line.so, reason)
    if isinstance(found, Problem):
        return None, [*told, found.at(target.place)]
    if target.paper.so is None:
        return found, told
    return found, [*told, *write_values(target.file, target.paper.path, {"so": None})]


def _to_cancel(register: sqlite3.Connection, target: Target) -> RegisterLine | Problem:
    """Find the line of the number in the file or held for it; never of another number."""
    paper = target.paper
    held = numbers.held_by(register, target.tep, paper.muc)
    done = held or numbers.cancelled_of(register, target.tep, paper.muc, paper.so or 0)
    if done is None:
        return problem("KD619", Place(), ten=paper.trich_yeu)
    if paper.so is None and done.trang_thai is TrangThai.CAP:
        return numbers.is_another(done)
    if paper.so not in (None, done.so):
        return problem("KD614", Place(), so=done.so, day=called(Series(done.loai, done.ky)))
    return done


def cancel_number(
    path: Path, series: Series, so: int, reason: str
) -> tuple[RegisterLine | None, list[Problem]]:
    """Cancel a number of a series; the document that carries it, if found, becomes a draft again.

    Args:
        path: the register.
        series: the series.
        so: the number.
        reason: recorded with the number.
    """
    told: list[Problem] = []
    with store.opened(path, None, told) as register, store.transaction(register):
        found = numbers.cancel(register, series, so, reason)
    if isinstance(found, Problem):
        return None, [*told, found.at(Place(file=path.as_posix()))]
    file = file_of(path, found.tep) if found.tep else None
    if file and file.is_file():
        if bears(file, found.muc, so):
            told += write_values(snapshot(file), path_of(found.muc), {"so": None})
    elif found.tep:
        told.append(problem("KD654", Place(file=path.as_posix()), so=so, tep=found.tep))
    return found, told
