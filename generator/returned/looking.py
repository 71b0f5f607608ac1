"""Looks at all forms that came back: what they would change, and what somebody must look at."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.editing.applying import Applied, applied
from generator.model import Dot
from generator.opening import regular
from generator.problems import Place, Problem, problem
from generator.reading.yaml_text import Tree
from generator.returned import provenance
from generator.returned.gathering import Asked, Received, gathered
from generator.returned.proposing import Proposal, proposals
from generator.returned.provenance import Origin, Quyet
from generator.returned.reading import Reading
from generator.returned.taking_over import Taken, change_set_of


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that came of the forms: what was read, what it would change, what is wrong."""

    received: tuple[Received, ...]
    proposals: tuple[Proposal, ...]
    problems: tuple[Problem, ...]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What came of each file."""
        return tuple(one for each in self.received for one in each.readings)


def looked_at(campaign: Path, dot: Dot, asked: Asked) -> Look:
    """Read the forms that came back and hold them against the data, without writing anything.

    Args:
        campaign: its folder.
        dot: its `dot.yaml`.
        asked: which forms.
    """
    found, problems = gathered(campaign, dot, asked)
    told = [
        problem("KD850", Place(file=reading.tep.as_posix()), ly_do=reading.tu_choi)
        for each in found
        for reading in each.readings
        if reading.tu_choi and not (reading.khac and not asked.files)
    ]
    held = [one for each in found for one in held_against(each)]
    return Look(tuple(found), tuple(held), (*problems, *told))


def held_against(received: Received) -> list[Proposal]:
    """Hold what the forms of a unit say against its data, without reading them again."""
    return proposals(received, provenance.origins(received.thu_muc))


def digest(path: Path) -> str:
    """Return the digest of a file; empty if it cannot be read any more."""
    try:
        with regular.opened(path) as file:
            return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
    except OSError:
        return ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a value: taken over as read, or as corrected (`ghi`), or left (`bo_qua`)."""

    proposal: Proposal
    quyet: Quyet
    ghi: str = ""


def decided(campaign: Path, decisions: Iterable[Decision]) -> Applied:
    """Write what was decided, and keep where it came from.

    Args:
        campaign: its folder.
        decisions: each value once.

    Returns:
        The number of the change set, None if nothing was written; KD851 for each value that would
        make its file unreadable, and what else stood in the way.
    """
    every = list(decisions)
    taken = [Taken(each.proposal, _tree(each)) for each in every if each.quyet != "bo_qua"]
    changes, problems, left = change_set_of(taken)
    told = [*problems, *map(_left, left)]
    if changes is None:
        return Applied(None, tuple(told))
    done = applied(campaign, changes)
    if changes.files and done.so is None:
        return Applied(None, (*told, *done.problems))
    gone = {id(each.proposal) for each in left}
    told += _kept(each for each in every if id(each.proposal) not in gone)
    return Applied(done.so, (*told, *done.problems))


def _tree(decision: Decision) -> Tree:
    return decision.ghi if decision.quyet == "sua" else decision.proposal.cay


def _left(taken: Taken) -> Problem:
    one = taken.proposal
    place = Place(file=one.tep.as_posix(), path=one.path)
    return problem("KD851", place, gia_tri=one.value.value, tep=one.doc.tep.name)


def _kept(decisions: Iterable[Decision]) -> list[Problem]:
    now = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    by_folder: dict[Path, list[tuple[str, Origin]]] = {}
    for each in decisions:
        one = each.proposal
        wrote = "" if each.quyet == "bo_qua" else each.ghi or one.value.value
        origin = Origin(
            one.doc.tep.name, digest(one.doc.tep), one.value.noi, one.value.value, each.quyet, wrote
        )
        # Of several files that say something of one place each is left for itself.
        place = one.place_in_file if each.quyet == "bo_qua" else one.place
        by_folder.setdefault(one.thu_muc, []).append((place, origin))
    return [
        told
        for folder, its in by_folder.items()
        for told in provenance.keep(folder, provenance.dated(its, now))
    ]
