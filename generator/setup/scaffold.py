"""Creates a campaign folder, and the schemas with which an editor completes keys."""

import json
import shutil
from pathlib import Path

from generator import shipped
from generator.reading.schema import schemas

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


def start_campaign(folder: Path) -> list[Path]:
    """Create a new campaign: commented files to fill in and the schemas; return the files."""
    begin = shipped.TEMPLATES / "khoi-tao"
    written = []
    for source in sorted(begin.rglob("*.yaml")):
        target = folder / source.relative_to(begin)
        target.parent.mkdir(parents=True, exist_ok=True)
        written.append(Path(shutil.copyfile(source, target)))
    return written + write_schemas(folder / SCHEMA_FOLDER)
