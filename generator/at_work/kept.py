"""What a campaign at work keeps of a unit, and how a look at many units is stopped."""

from typing import NamedTuple

from generator.at_work.seen import Versions
from generator.at_work.unit import Eyes, Opened

KEPT = 4
"""Units whose data stays in memory after a question; each takes about a megabyte."""


class Kept(NamedTuple):
    """A unit as it was opened, and the files that rests on."""

    versions: Versions
    eyes: Eyes
    opened: Opened


class Stopped(Exception):  # noqa: N818 - not an error
    """The look was stopped."""


def never() -> bool:
    """Do not stop a look."""
    return False
