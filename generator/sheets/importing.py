"""A workbook against a campaign: what it would change, what was told, and the change set."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.editing.changes import ChangeSet, Origin, Wanted, change_set
from generator.editing.edited import text_of
from generator.editing.edits import Set
from generator.editing.spoiling import spoiled
from generator.model import Dot
from generator.model.unit import DonViNam
from generator.problems import Place, Problem, Severity, problem
from generator.reading.data_file import data_of
from generator.reading.folder_names import CAMPAIGN_FILE
from generator.reading.load import Campaign
from generator.regulations.in_force import regime_of
from generator.rules.votes import r15_votes
from generator.sheets.change_plan import CellChange, Plan
from generator.sheets.matching import known
from generator.sheets.not_ours import set_aside, without_doubtful
from generator.sheets.own_rows import name_of, own_rows, subject_of, unit_names
from generator.sheets.planning import planned
from generator.sheets.reading import read_workbook
from generator.sheets.rows import Spot, Told
from generator.sheets.wanted import SOURCE, wanted

NOT_TAKEN = "khong"
"""What `cot` says of a column that is not taken."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a workbook comes to: the plan, the change set that makes it, warnings of votes.

    `changes` is None, with `problems` that say why, if nothing of it can be written; `nha` are the
    files of new items by the code of their unit, «» for those of the campaign.
    """

    tep: Path
    plan: Plan = field(default_factory=Plan)
    changes: ChangeSet | None = None
    canh_bao: tuple[Told, ...] = ()
    problems: tuple[Problem, ...] = ()
    nha: Mapping[str, Path] = field(default_factory=dict)


def looked_into(  # noqa: PLR0913 - the choices that a clerk has
    file: Path,
    campaign: Campaign,
    *,
    only: str = "",
    trang: Collection[str] = (),
    cot: Mapping[str, str] = {},
    remove: bool = False,
) -> Imported:
    """Work out what a workbook changes, without writing anything.

    Args:
        file: the workbook, ours or of another office.
        campaign: the campaign as read.
        only: the code of the unit that rows without a unit are about.
        trang: the sheets to read; empty for those shown.
        cot: keys of columns by their heads, besides those the campaign keeps (`cot`).
        remove: whether items that went out in our workbook and did not come back are removed.

    Returns:
        The plan and its change set. Rows that are wrong keep no other row waiting; a campaign that
        cannot be read whole takes nothing in, for what cannot be read cannot be compared.
    """
    dot = campaign.dot
    errors = tuple(each for each in campaign.problems if each.severity is Severity.ERROR)
    if errors:
        return Imported(file, problems=errors)
    kept = {**(dot.cot if dot else {}), **cot}
    known_heads = {head: "" if key == NOT_TAKEN else key for head, key in kept.items()}
    read = read_workbook(file, known_heads, trang, dot.nam if dot else 0)
    if isinstance(read, Problem):
        return Imported(file, problems=(read,))
    if not (read.told or any(each.loai for each in read.cot)):
        return Imported(file, problems=(problem("KD842", Place(file=file.as_posix())),))
    rows = own_rows(campaign.folder, dot, campaign.units)
    read = set_aside(read, dot, campaign.units)
    plan = planned(read, known(rows, unit_names(campaign.units), only))
    plan = without_doubtful(plan, read, dot.nam if dot else 0)
    homes = {unit.data.don_vi.ma: unit.file for unit in campaign.units}
    top = campaign.folder / CAMPAIGN_FILE
    edits, told = wanted(plan, homes, top, remove=remove)
    plan = _without(plan, told)
    if cot and dot is not None:
        edits.append(Wanted(top, Set(("cot",), {**kept}), Origin(SOURCE, "cột")))
    changes, problems = change_set(edits)
    if changes is not None and (wrong := spoiled(changes)):
        changes, problems = None, wrong
    votes = tuple(_votes(changes, plan, dot)) if changes and dot else ()
    return Imported(file, plan, changes, votes, tuple(problems), {**homes, "": top})


def _without(plan: Plan, told: list[Told]) -> Plan:
    """Return a plan without the changes that turned out to be impossible."""
    spots = {each.spot for each in told}
    return replace(
        plan,
        doi=tuple(each for each in plan.doi if each.spot not in spots),
        told=(*plan.told, *told),
    )


def _votes(changes: ChangeSet, plan: Plan, dot: Dot) -> Iterator[Told]:
    """Yield what the rules say of the counts that change, at the cells that change them."""
    regime, _ = regime_of(dot)
    counts = [each for each in plan.doi if each.hang.loai == "kiem_phieu"]
    for file in changes.files:
        its = [each for each in counts if each.hang.tep == file.tep]
        if not its or file.sau is None:
            continue
        nam = data_of(text_of(file.sau), file.tep, file.tep.as_posix()).value
        if not isinstance(nam, DonViNam):
            continue
        for found in r15_votes(nam, dot, regime):
            if (spot := _spot(found, nam, its)) and found.code != "KD441":
                yield Told(spot, replace(found, severity=Severity.WARNING))


def _spot(found: Problem, nam: DonViNam, its: list[CellChange]) -> Spot | None:
    """Return the cell at which a finding about a count is told; None if none of it changed."""
    path = found.place.path
    if path[0] != "hoi_nghi":  # a level entered that is none of those voted for
        who = name_of(subject_of(nam, path))
        return next((each.spot for each in its if each.hang.ai == who), None)
    same_meeting = [each for each in its if each.hang.goc[:2] == path[:2]]
    count = nam.hoi_nghi[int(path[1])].kiem_phieu
    of_one = count is not None and len(path) > 4 and path[3] == "ket_qua"
    about = count.ket_qua[int(path[4])].doi_tuong if count and of_one else ""
    exact = next((each for each in same_meeting if about and each.hang.ai == about), None)
    first = exact or next(iter(same_meeting), None)
    return first.spot if first else None
