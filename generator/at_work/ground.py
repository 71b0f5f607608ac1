"""What all units of a campaign at work stand on: its standard, its folders, what they share."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from generator import shipped
from generator.at_work.seen import Remembered, Seen, Versions
from generator.building.folders import Folder, folders
from generator.building.inputs import Shared, shared_inputs
from generator.dossier.check import CheckRequest, standard_of
from generator.dossier.intake import WAITING
from generator.dossier.unit_check import Standard
from generator.problems import Problem
from generator.reading.folder_names import CHECKLISTS, KINDS, RECEIVED, TEMPLATES, UNITS
from generator.reading.units import PERSONS, unit_head

NOTHING = Shared("", "")


@dataclass(frozen=True, slots=True)
class Ground:
    """What the units of a campaign share.

    `standard` is None, with the `problems` that say why, if nothing can be checked; `units` are the
    units by folder name, in the order of the campaign; `versions` are the files that all this was
    read from.
    """

    versions: Versions
    standard: Standard | None
    problems: tuple[Problem, ...] = ()
    shared: Shared = NOTHING
    units: dict[str, Folder] = field(default_factory=dict)

    def unit_of(self, file: Path) -> str | None:
        """Return the folder name of the unit to which a data file belongs; None if to none."""
        for name, folder in self.units.items():
            source = folder.source
            if source and (
                source.file == file or (source.folder and source.file.parent in file.parents)
            ):
                return name
        return None

    def rests_on(self) -> tuple[str, ...]:
        """Return digests of what a verdict on any unit depends on; letters are not part of it."""
        checklist = self.standard.danh_muc.model_dump_json() if self.standard else ""
        return self.shared.everything, checklist


def common_versions(seen: Seen, question: CheckRequest) -> Versions:
    """Look at the files that every unit depends on: `dot.yaml`, letters, own folders, templates.

    Received files that belong to no unit yet are a finding on the campaign, so they count too.
    """
    request = question.request
    campaign = request.campaign
    deep = [campaign / name for name in (KINDS, CHECKLISTS, TEMPLATES)]
    deep += [shipped.TEMPLATES, *([request.templates] if request.templates else [])]
    waiting = campaign / RECEIVED
    found = [*seen.below(campaign, 0), *seen.below(waiting, 0), *seen.below(waiting / WAITING)]
    found += [*(each for folder in deep for each in seen.below(folder))]
    return tuple(sorted(found))


def unit_versions(seen: Seen, question: CheckRequest, folder: Folder) -> Versions:
    """Look at the files of one unit: its data, its documents, what it handed in."""
    request = question.request
    source = folder.source
    if source is None:
        return tuple(sorted(seen.below(request.root, 0)))
    found = [(str(source.file), seen.version(str(source.file)))]
    if source.folder:
        found += seen.below(source.file.parent / PERSONS, 0)
    found += seen.below(request.root / folder.name, 0)
    found += seen.below(request.campaign / RECEIVED / folder.name)
    return tuple(sorted(found))


def ground_of(question: CheckRequest, versions: Versions, before: Ground | None) -> Ground:
    """Read what the units share; templates that did not change stay compiled."""
    standard, problems = standard_of(question)
    if standard is None:
        return Ground(versions, None, tuple(problems))
    if before and before.standard and _templates(before.versions) == _templates(versions):
        standard = replace(standard, templates=before.standard.templates)
    wanted, found = folders(question.request, standard.dot)
    units = {each.name: each for each in wanted if each.source is not None}
    shared = shared_inputs(question.request)
    return Ground(versions, standard, (*problems, *found), shared, units)


def _templates(versions: Versions) -> Versions:
    return tuple(each for each in versions if each[0].lower().endswith(".docx"))


class Grounds:
    """The ground of a campaign at work, read again when its files change.

    `epoch` is another number as soon as verdicts rest on something else.
    """

    def __init__(self, question: CheckRequest, seen: Seen) -> None:
        self.epoch = 0
        self.last: Ground | None = None
        self._question = question
        self._seen = seen
        self._named: Versions = ()
        self._called: Remembered[tuple[str, str] | None] = Remembered(seen, unit_head)

    def now(self, *, whole: bool = False) -> Ground:
        """Return the ground.

        Args:
            whole: whether to look for units that came, went or are called otherwise too; it costs
                a look at the names of all files of units.
        """
        versions = common_versions(self._seen, self._question)
        before = self.last
        named = self._names() if whole or before is None else self._named
        if before and before.versions == versions and named == self._named:
            return before
        self.last = found = ground_of(self._question, versions, before)
        self._named = named
        if before is None or before.rests_on() != found.rests_on():
            self.epoch += 1
        return found

    def of_unit(self, thu_muc: str) -> Ground:
        """Return the ground on which a unit is still found under its folder name, code and name."""
        ground = self.now()
        folder = ground.units.get(thu_muc)
        if folder is None or folder.source is None:
            return self.now(whole=True)
        called = self._called.of(folder.source.file)
        return ground if called == (folder.ma, folder.ten) else self.now(whole=True)

    def has_changed(self) -> bool:
        """Return whether what all units share is not what was last read."""
        return (
            self.last is None or common_versions(self._seen, self._question) != self.last.versions
        )

    def _names(self) -> Versions:
        """Look at the names of all files below `don-vi/`, and at what units are called."""
        below = (
            (path, 1 if Path(path).parent.name == PERSONS else version)
            for path, version in self._seen.below(self._question.request.campaign / UNITS)
        )
        return tuple(sorted(below))
