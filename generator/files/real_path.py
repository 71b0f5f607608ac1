"""Where a path really leads, links followed, for comparing two paths and for showing one."""

import os
from pathlib import Path


def real_path(path: str | Path) -> Path:
    """The absolute path without links; of a circle of links, what can be told of it.

    `Path.resolve` ends a circle with an error of its own, which no handler of a file's errors
    expects: a link to itself in the place of a folder would end a page or a command.
    """
    return Path(os.path.realpath(path))


def leads_away(folder: Path) -> bool:
    """Return whether a folder is a link or junction, so that files would be written elsewhere."""
    real = os.path.realpath(folder)
    own = os.path.join(os.path.realpath(folder.parent), folder.name)  # noqa: PTH118 - as realpath
    return os.path.normcase(real) != os.path.normcase(own)
