"""Giving a document its number: hold it, write it into the document's file, note that it stands.

In this order nothing is lost wherever the power fails: before the file is written the number is
held for this document, and taking again gives the same one; after that the note is made good.
"""

import datetime as dt
import os
import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model import CoQuan, Dot
from generator.problems import Place, Problem, has_errors, problem
from generator.production.file_names import file_name
from generator.reading.data_file import CAMPAIGN_FILE, Value
from generator.reading.load import read_file
from generator.register import numbers, store
from generator.register.document_file import Snapshot, snapshot, write_values
from generator.register.entry import Entry, TrangThai
from generator.register.papers import Paper, papers
from generator.register.series import Series, series_of
from generator.wording.compare import same
from generator.wording.dates import short_date

ENDING = ".sqlite"


@dataclass(frozen=True, slots=True)
class Target:
    """A document on the disk that is to be numbered."""

    file: Snapshot
    paper: Paper
    register: Path

    @property
    def tep(self) -> str:
        """The file as the register names it, whoever looks from wherever."""
        return named_from(self.register, self.file.path)


def named_from(register: Path, file: Path) -> str:
    """Return how a register names a file: the way from the folder above its own.

    A file on another drive of Windows is named by its whole path.
    """
    home, real = register.resolve().parent.parent, file.resolve()
    try:
        return Path(os.path.relpath(real, home)).as_posix()
    except ValueError:
        return real.as_posix()


def register_of(folder: Path, body: CoQuan) -> Path:
    """Return the file of a body's register, also when its name was spelt otherwise before."""
    name = file_name(body.ten)
    there = (each for each in sorted(folder.glob(f"*{ENDING}")) if same(each.stem, name))
    return next(there, folder / f"{name}{ENDING}")


def find(
    path: Path, muc: str | None, dot: Dot, folder: Path, *, numbered: bool = False
) -> Target | list[Problem]:
    """Find the document that is meant.

    Args:
        path: its file.
        muc: the way to it in the file of a unit («goi_y.0»); None where there is only one, or only
            one that is meant.
        dot: the campaign.
        folder: where the registers are kept.
        numbered: of several, the one that has a number is meant; else the one that has none.

    Returns:
        The document, or the errors of its file, or KD622 (it has none, or several to choose from).
    """
    place = Place(file=path.as_posix())
    try:
        seen = snapshot(path)
    except OSError:
        return list(read_file(path).problems)
    read = read_file(path)
    if has_errors(read.problems) or read.value is None:
        return list(read.problems)
    found = list(papers(read.value, dot))
    if muc is None:
        meant = [each for each in found if (each.so is not None) is numbered]
        chosen = meant if len(found) > 1 else found
    else:
        chosen = [each for each in found if each.muc == muc.replace("[", ".").replace("]", "")]
    if len(chosen) != 1:
        return [problem("KD622", place, cac_muc=_choices(found, read.value))]
    (paper,) = chosen
    if paper.nguyen_van:
        return [problem("KD623", place, so_ky_hieu=paper.nguyen_van)]
    return Target(seen, paper, register_of(folder, paper.co_quan))


def _choices(found: list[Paper], value: Value) -> str:
    if not found:
        kind = getattr(value, "loai", CAMPAIGN_FILE)
        return f"trong tệp này ({kind}) không có văn bản nào mang số"
    listed = (
        f"{each.muc} ({each.trich_yeu}{f', đã có số {each.so}' if each.so else ''})"
        for each in found
    )
    return "ghi rõ --item là một trong: " + "; ".join(listed)


def take(
    target: Target, day: dt.date | None, term: str | None
) -> tuple[Entry | None, list[Problem]]:
    """Give a document its number and day, in its file and in the register.

    Args:
        target: the document.
        day: the day it is signed; by default the one in the document, else today.
        term: the term or year to number in, where the day alone does not tell.

    Returns:
        The line of the register (None when no number was held) and what is to be said of it. With
        an error behind a line the number stays held for this document.
    """
    paper, place = target.paper, Place(file=target.file.path.as_posix(), path=target.paper.path)
    when = day or paper.ngay or dt.datetime.now().astimezone().date()
    series = series_of(paper.co_quan, paper.loai, when)
    if isinstance(series, Problem):
        if term is None:
            return None, [series.at(place)]
        series = Series(paper.loai, term)
    elif term is not None:
        series = Series(series.loai, term)
    wanted = Entry(
        *series, paper.so or 0, when.isoformat(), paper.trich_yeu, paper.noi_nhan, paper.nguoi_ky,
        tep=target.tep, muc=paper.muc,
    )  # fmt: skip
    problems: list[Problem] = []
    with store.opened(target.register, paper.co_quan, problems) as register:
        with store.transaction(register):
            held = numbers.hold(register, wanted)
        if isinstance(held, Problem):
            return None, [*problems, held.at(place)]
        entry = replace(wanted, so=held.so, trang_thai=TrangThai.GIU)
        problems += _backwards(register, entry, place)
        values: dict[str, str | None] = {"so": str(entry.so)}
        if paper.ngay != when:
            values["ngay"] = short_date(when)
        refused = write_values(target.file, paper.path, values)
        if refused:
            still = problem("KD625", place, so=entry.so)
            return entry, [*problems, *refused, still]
        with store.transaction(register):
            numbers.confirm(register, entry)
    return replace(entry, trang_thai=TrangThai.CAP), problems


def _backwards(register: sqlite3.Connection, entry: Entry, place: Place) -> list[Problem]:
    """A higher number should not bear an earlier day."""
    last = numbers.before(register, entry)
    if last is None or last.ngay <= entry.ngay:
        return []
    return [
        problem("KD624", place, so=entry.so, ngay=iso_shown(entry.ngay), so_truoc=last.so,
                ngay_truoc=iso_shown(last.ngay))
    ]  # fmt: skip


def iso_shown(day: str) -> str:
    """Return an ISO date as an office writes it; whatever else was typed as it is."""
    try:
        return short_date(dt.date.fromisoformat(day))
    except ValueError:
        return day


def cancel(target: Target, reason: str) -> tuple[Entry | None, list[Problem]]:
    """Cancel the number of a document; its file becomes a draft again.

    The register comes first: should the file not be writable, cancelling again finishes the work.
    """
    paper, place = target.paper, Place(file=target.file.path.as_posix(), path=target.paper.path)
    told: list[Problem] = []
    with store.opened(target.register, None, told) as register, store.transaction(register):
        held = numbers.held_by(register, target.tep, paper.muc)
        done = held or numbers.cancelled_of(register, target.tep, paper.muc, paper.so or 0)
        if done is None:
            return None, [*told, problem("KD619", place, ten=paper.trich_yeu)]
        found = numbers.cancel(register, Series(done.loai, done.ky), done.so, reason)
    if isinstance(found, Problem):
        return None, [*told, found.at(place)]
    if paper.so is None:
        return found, told
    return found, [*told, *write_values(target.file, paper.path, {"so": None})]
