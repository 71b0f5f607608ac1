"""Makes a folder of files that is not there yet: whole, or not at all."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.files.atomic import create, flush, flush_folder, replace


def make_folder(
    folder: Path, files: Mapping[str, bytes], is_right: Callable[[Path], bool] = lambda _: True
) -> bool:
    """Make a folder in one step.

    Args:
        folder: where; it is not there yet.
        files: its files by name, with folders in it as «don-vi/a.yaml».
        is_right: is asked about the folder while it has another name; no leads to nothing.

    Returns:
        Whether it was made.

    Raises:
        OSError: the system refused (disk, network drive, permission); nothing is left behind.
    """
    new = folder.with_name(f".kiemdiem-{folder.name}.tmp")  # fixed: a killed run's is cleared away
    shutil.rmtree(new, ignore_errors=True)
    by_folder: dict[Path, list[Path]] = {}
    try:
        for name, data in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            create(path, data)
            by_folder.setdefault(path.parent, []).append(path)
        if not is_right(new):
            return False
        for its in by_folder.values():
            flush(its)
        replace(new, folder)
        flush_folder(folder.parent)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return True
