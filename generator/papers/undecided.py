"""Tells a quyết định or thông báo of ratings that rates nobody.

Only the level that the competent body decided is the rating (QĐ 366 Điều 12.1); proposals are not.
"""

from collections.abc import Iterator

from generator.model.kinds import LoaiGiayTo
from generator.model.papers import DauVanBan
from generator.papers.about import at
from generator.papers.drafts import head_path
from generator.papers.kinds import builder_name
from generator.papers.own_kinds import kinds_of
from generator.papers.unit_letters import rates_anybody
from generator.papers.unit_year import UnitYear
from generator.problems import DataPath, Place, Problem, problem

_RESULTS = "ket-qua"
"""The builder of the papers that list decided levels."""


def rates_nobody(year: UnitYear, kind: LoaiGiayTo, path: DataPath) -> tuple[Problem, ...]:
    """Return why a paper about `path` is a draft: it lists decided levels, and there are none.

    Unlike a wrong value, this makes a draft of a numbered paper too: it says nothing at all. A form
    to fill in by hand is none.
    """
    if builder_name(kind) != _RESULTS or kind.van_ban is None or rates_anybody(year, kind):
        return ()
    return (problem("KD455", Place(path=head_path(kind, path)), ten=kind.ten),)


def issued_for_nobody(year: UnitYear) -> Iterator[Problem]:
    """Yield KD455 for each paper of ratings that has a number or a day but rates nobody."""
    for kind in kinds_of(year.dot):
        if kind.van_ban is None or builder_name(kind) != _RESULTS:
            continue
        given = at(year.data, head_path(kind, ()))
        if isinstance(given, DauVanBan) and (given.so is not None or given.ngay):
            yield from rates_nobody(year, kind, ())
