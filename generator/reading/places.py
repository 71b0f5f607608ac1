"""Finds the campaign folder of a data file, and the output folder of a campaign."""

from collections.abc import Iterator
from pathlib import Path

from generator.files.real_path import real_path
from generator.reading.laid_out import meant_dot
from generator.reading.load import CAMPAIGN_FILE


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


def output_folder(out: Path, campaign: Path) -> Path:
    """Return the folder for the documents of a campaign below the chosen output folder."""
    return out / real_path(campaign).name
