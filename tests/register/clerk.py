"""A clerk at a machine of their own: takes numbers for many documents, one after the other.

    python -m tests.register.clerk FOLDER NAME COUNT

A document whose file has a number is done; one that was being numbered when the machine stopped is
passed over, so that its number stays held.
"""

import sys
from pathlib import Path

from generator.register import taking
from tests.register.office import LETTER, target


def main(folder: Path, name: str, count: int) -> None:
    """Write documents and take a number for each."""
    for index in range(count):
        path = folder / f"{name}-{index}.yaml"
        if path.exists():
            continue
        path.write_text(LETTER, "utf-8")
        entry, problems = taking.take(target(path), None, None)
        assert entry, problems


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
