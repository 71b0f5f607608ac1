"""What the last build left of each unit, read again when its record changes."""

from collections.abc import Collection
from pathlib import Path

from generator.at_work.seen import Seen
from generator.building import state


class Left:
    """The records of the builds of one output folder."""

    def __init__(self, root: Path, seen: Seen) -> None:
        self._root = root
        self._seen = seen
        self._version: int | None = None
        self._known: dict[str, state.Before] = {}

    def of(self, thu_muc: str, all_of: Collection[str] = ()) -> state.Before:
        """Return what the last build left of a unit, or of the letters («»).

        Args:
            thu_muc: the folder name of the unit.
            all_of: units that will be asked for too; the record is opened once for all of them.

        Raises:
            BlockingIOError: a build is running in the output folder.
        """
        version = self._seen.version(str(self._root / state.STATE_FILE))
        if self._version != version or thu_muc not in self._known:
            with state.read_only(self._root) as stored:
                self._known = {name: state.before(stored, name) for name in {thu_muc, *all_of}}
            self._version = version
        return self._known[thu_muc]
