"""Finds the campaign folder of a data file, and the campaigns in a folder."""

from collections.abc import Iterator
from pathlib import Path

from generator.reading.folder_names import CAMPAIGN_FILE
from generator.reading.laid_out import meant_dot


def campaign_folder(path: Path) -> Path | None:
    """Return the campaign folder of a data file: the nearest folder above it with a `dot.yaml`.

    None if none of the four nearest folders has one. A document is beside `dot.yaml`, a unit in
    `don-vi/` or a folder in it, a person one level deeper.
    """
    # Relative paths first, so that problems name files as the user did.
    near = (*list(path.parents)[:4], *list(path.absolute().parents)[:4])
    return next((folder for folder in near if (folder / CAMPAIGN_FILE).exists()), None)


def campaign_folders(folder: Path) -> Iterator[Path]:
    """Yield the folder itself if it is a campaign, else the campaigns in it.

    A folder whose `dot.yaml` is misnamed counts too, so that this is told.
    """
    inside = sorted(child for child in folder.glob("*/") if _is_campaign(child))
    if (folder / CAMPAIGN_FILE).exists() or not inside:
        yield folder
    else:
        yield from inside


def _is_campaign(folder: Path) -> bool:
    try:
        names = {each.name for each in folder.iterdir()}
    except OSError:
        return False
    return CAMPAIGN_FILE in names or any(meant_dot(each, names) for each in names)
