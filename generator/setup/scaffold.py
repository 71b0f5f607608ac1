"""Creates a campaign folder, and the schemas with which an editor completes keys."""

import json
from pathlib import Path

from generator.reading.schema import schemas
from generator.setup.first_files import first_files

SCHEMA_FOLDER = "luoc-do"


def write_schemas(folder: Path) -> list[Path]:
    """Write the JSON Schema of every kind of file into `folder`; return the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas().items():
        path = folder / name
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", "utf-8")
        written.append(path)
    return written


def start_campaign(folder: Path, year: int) -> list[Path]:
    """Create a new campaign: commented files to fill in and the schemas.

    Args:
        folder: new or empty.
        year: the review year (`first_files.year_of`).

    Returns:
        The files written.
    """
    written = []
    for name, text in first_files(year).items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
        written.append(target)
    return written + write_schemas(folder / SCHEMA_FOLDER)
