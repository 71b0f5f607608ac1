"""Where a data file belongs: its campaign's folder, and the folder its documents go to."""

from collections.abc import Iterator
from pathlib import Path

from generator.reading.load import CAMPAIGN_FILE


def campaign_folder(path: Path) -> Path | None:
    """Return the campaign a data file belongs to.

    A document stands beside `dot.yaml`, a unit in `don-vi/` or a folder of it, a person one deeper.
    """
    # As the user named it where that is enough, so that problems name files the same way.
    near = (*list(path.parents)[:4], *list(path.absolute().parents)[:4])
    return next((folder for folder in near if (folder / CAMPAIGN_FILE).exists()), None)


def campaign_folders(folder: Path) -> Iterator[Path]:
    """A campaign folder is itself; a folder of campaigns stands for each of them."""
    inside = sorted(child.parent for child in folder.glob(f"*/{CAMPAIGN_FILE}"))
    if (folder / CAMPAIGN_FILE).exists() or not inside:
        yield folder
    else:
        yield from inside


def output_folder(out: Path, campaign: Path) -> Path:
    """Return where the documents of a campaign go below the place that was chosen."""
    return out / campaign.resolve().name
