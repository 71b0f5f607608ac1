"""Many returned forms by seed, each with what it says."""

import random
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from tests.returned.answers import Truth, answered
from tests.returned.blanks import Blank, blanks
from tests.returned.habits import HABITS, Habit
from tests.returned.office import through_office

KINDS = ("usual", "hard")


class Case(NamedTuple):
    """A returned form: whose it is, the habit it was filled in by, and what it says.

    About `doubtful` paths a reader may ask; what it reads there unasked must be as in `truth`.
    """

    edition: str
    habit: str
    kind: str
    data: bytes
    truth: Truth
    person: str
    doubtful: frozenset[str] = frozenset()


def corpus(seeds: Iterable[int], kinds: Collection[str] = KINDS) -> Iterator[Case]:
    """Yield for each seed one form of every habit of these kinds, the edition by chance.

    Those that go through LibreOffice come last, all of one kind of file in one run.
    """
    chosen = [
        (name, habit, seed, _edition(name, habit, seed))
        for seed in seeds
        for name, habit in HABITS.items()
        if habit.kind in kinds
    ]
    for name, habit, seed, blank in chosen:
        if not habit.through:
            yield _case(name, habit, seed, blank)
    for kind in ("odt", "doc"):
        sent = [_case(*each) for each in chosen if each[1].through == kind]
        if sent:
            back = through_office([each.data for each in sent], kind)
            yield from (each._replace(data=data) for each, data in zip(sent, back, strict=True))


def _edition(name: str, habit: Habit, seed: int) -> Blank:
    suited = [each for each in blanks().values() if habit.suits(each)]
    return random.Random(f"{name} {seed}").choice(suited)


def _case(name: str, habit: Habit, seed: int, blank: Blank) -> Case:
    """Return a form as it was written, before it goes through another program."""
    truth = answered(blank, seed)
    data = habit.written(blank.data, truth, seed)
    said = habit.says(blank, truth, seed)
    doubtful = habit.doubtful(said, blank)
    return Case(blank.edition, name, habit.kind, data, said, blank.subject, doubtful)
