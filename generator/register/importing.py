"""Lines of an Excel file brought into a register, all of them or none."""

import sqlite3
from pathlib import Path

from generator.problems import Place, Problem
from generator.register import numbers, store
from generator.register.entry import Entry
from generator.register.series import Series
from generator.register.sheet import merged, read_workbook


def bring_in(
    register: sqlite3.Connection, file: Path, series: Series | None
) -> tuple[int, list[Problem]]:
    """Add what an Excel file holds.

    Args:
        register: open to write in.
        file: the `.xlsx`.
        series: what its sheets are of where their names do not say.

    Returns:
        How many lines were added, and the problems; with one of them nothing is added. A line that
        is there already is passed over.
    """
    read = read_workbook(file, series)
    if read.problems:
        return 0, read.problems
    place = Place(file=file.as_posix())
    with store.transaction(register):
        new = list(merged(numbers.entries(register), numbers.on_paper(register), read, place))
        problems = [each for each in new if isinstance(each, Problem)]
        if problems:
            return 0, problems
        for each in new:
            if isinstance(each, Entry):
                numbers.add(register, each)
            elif not isinstance(each, Problem):
                numbers.add_on_paper(register, each)
    return len(new), []
