"""Marks the warnings that somebody answers for; tells acknowledgements that no longer hold.

An acknowledgement carries the marks of the findings it was given for. A mark is a digest of what is
told and of the value it is told of, so it lapses when either changes.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model import Dot, SaoLuc, VanBan
from generator.model.acknowledged import ChapNhan
from generator.model.base import Model
from generator.problems import DataPath, Place, Problem, Severity, problem
from generator.reading.positions import located
from generator.reading.units import Unit

KEY = "chap_nhan"
_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Scope:
    """What acknowledgements of one place cover: the findings in `file` below `path`.

    `root` is the data at that path. A scope with `otherwise` covers every finding that no other
    scope covers.
    """

    file: str
    path: DataPath
    root: Model
    given: Mapping[str, ChapNhan]
    otherwise: bool = False

    def covers(self, place: Place) -> bool:
        """Return whether a place is inside."""
        return place.file == self.file and place.path[: len(self.path)] == self.path


def unit_scopes(unit: Unit) -> list[Scope]:
    """Return the scopes of a unit: its persons, then the unit itself."""
    file = unit.file.as_posix()
    scopes = []
    for index, person in enumerate(unit.data.ca_nhan):
        own = unit.persons.get(index)
        path = () if own else ("ca_nhan", index)
        scopes.append(Scope(own.as_posix() if own else file, path, person, person.chap_nhan))
    return [*scopes, Scope(file, (), unit.data, unit.data.chap_nhan)]


def campaign_scopes(
    folder: Path, dot: Dot, documents: Mapping[str, VanBan | SaoLuc], name: str = "dot.yaml"
) -> list[Scope]:
    """Return the scopes of a campaign's letters, then that of its own file."""
    letters = [
        Scope((folder / file).as_posix(), (), each, each.chap_nhan)
        for file, each in documents.items()
    ]
    own = Scope((folder / name).as_posix(), (), dot, dot.chap_nhan, otherwise=True)
    return [*letters, own]


def mark_of(found: Problem, scope: Scope) -> str:
    """Return the mark of a finding: the same as long as it says the same of the same value."""
    value = (
        _value(scope.root, found.place.path[len(scope.path) :])
        if scope.covers(found.place)
        else None
    )
    said = f"{found.code}\n{found.message}\n{value}"
    return hashlib.blake2b(said.encode(), digest_size=_LENGTH // 2).hexdigest()


def _value(root: object, path: DataPath) -> str:
    """Return the value at a path as text; empty if there is none."""
    for step in path:
        if isinstance(root, Model) and isinstance(step, str):
            root = getattr(root, step, None)
        elif isinstance(root, dict):
            root = root.get(step)
        elif isinstance(root, tuple) and isinstance(step, int) and step < len(root):
            root = root[step]
        else:
            return ""
    return json.dumps(root, default=_plain, ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> object:
    if isinstance(value, Model):
        return value.model_dump(mode="json", exclude_defaults=True)
    return str(value)


def acknowledged(problems: Iterable[Problem], scopes: Iterable[Scope]) -> list[Problem]:
    """Apply acknowledgements.

    Args:
        problems: findings with places.
        scopes: where acknowledgements may stand, the narrowest first.

    Returns:
        The findings in order; an acknowledged warning has the severity ACCEPTED. Then KD148 for an
        acknowledgement that lacks the mark of a finding, and KD168 for one of an error.
    """
    found = list(problems)
    holding = list(scopes)
    if not any(each.given for each in holding):
        return found
    lapsed: dict[tuple[int, str], dict[str, Problem]] = {}
    errors: dict[tuple[int, str], Problem] = {}
    told: list[Problem] = []
    for each in found:
        near = [i for i, scope in enumerate(holding) if _speaks_of(scope, each, holding)]
        if near and each.severity is Severity.ERROR:
            errors.setdefault((near[0], each.code), each)
        elif near and any(
            mark_of(each, holding[i]) in holding[i].given[each.code].dau for i in near
        ):
            each = replace(each, severity=Severity.ACCEPTED)  # noqa: PLW2901
        elif near:
            scope = holding[near[0]]
            lapsed.setdefault((near[0], each.code), {})[mark_of(each, scope)] = each
        told.append(each)
    for (index, code), marks in lapsed.items():
        told += _lapsed(holding[index], code, marks)
    for index, code in errors:
        place = Place(path=(*holding[index].path, KEY, code))
        told += located([problem("KD168", place, ma=code)], Path(holding[index].file))
    return told


def _speaks_of(scope: Scope, found: Problem, scopes: list[Scope]) -> bool:
    if found.code not in scope.given:
        return False
    if scope.covers(found.place):
        return True
    return scope.otherwise and not any(
        other.covers(found.place) for other in scopes if not other.otherwise
    )


def _lapsed(scope: Scope, code: str, marks: Mapping[str, Problem]) -> list[Problem]:
    place = Place(path=(*scope.path, KEY, code))
    first = next(iter(marks.values()))
    asked = ", ".join(marks)
    given = scope.given[code].dau
    made = problem(
        "KD148",
        place,
        ma=code,
        vi="nội dung đã đổi" if given else "chưa ghi dấu",
        noi_dung=first.message,
        dau=f"[{', '.join((*given, asked))}]" if len(marks) > 1 or given else asked,
    )
    return located([made], Path(scope.file))
