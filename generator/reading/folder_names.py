"""Names in the folder of a campaign, for whoever has to find something there and reads nothing."""

from pathlib import Path

from generator.files.real_path import real_path

CAMPAIGN_FILE = "dot.yaml"
UNITS = "don-vi"
KINDS = "loai"
CHECKLISTS = "danh-muc"
TEMPLATES = "mau"
RECEIVED = "da-nhan"


def output_folder(out: Path, campaign: Path) -> Path:
    """Return the folder for the documents of a campaign below the chosen output folder."""
    return out / real_path(campaign).name
