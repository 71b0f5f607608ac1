"""Reads which of several names somebody chose, in all the ways people tick."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.opening.written import Line
from generator.received.marks_on_names import Marked, on_line

NONE = "chưa đánh dấu ô nào"
_UNCLEAR = "không rõ chọn mức nào"


class Choice(NamedTuple):
    """The name chosen, empty for none; `why` says what is doubtful, empty where nothing is."""

    name: str
    why: str


def chosen(lines: Sequence[Line], names: Sequence[str], start: int = 0) -> Choice:
    """Return which of some names a few lines choose.

    Args:
        lines: the lines that ask, with what was answered.
        names: the names to choose from.
        start: where in the first line the answer begins.
    """
    rows = [on_line(line, names, 0 if at else start) for at, line in enumerate(lines)]
    said = [each for row in rows for each in row.names]
    if not said:
        return Choice("", _UNCLEAR if any(row.more for row in rows) else "")
    choice = _chosen(said)
    if any(row.unclear for row in rows):
        return Choice(choice.name, "không rõ dấu là của mức nào")
    if any(row.more for row in rows):
        return Choice(choice.name, choice.why or "có chữ viết cạnh mức")
    return choice


def _chosen(said: Sequence[Marked]) -> Choice:
    kept = [each for each in said if not each.struck]
    left = {each.name for each in kept}
    marked = (
        {each.name for each in kept if each.ticked},
        _apart(kept, "under"),
        _apart(kept, "coloured"),
        _apart(kept, "bold"),
    )
    ways = [each for each in marked if each]
    others_gone = len(kept) < len(said) or (len(said) == 1 and not ways)
    if len(left) == 1 and others_gone:
        ways.append(left)
    ringed = {each.name for each in said if each.ringed}
    every = set().union(*ways)
    if len(every) > 1:
        return Choice("", "đánh dấu quá một ô")
    if any(each.ticked for each in said if each.struck):
        return Choice("", "ô đánh dấu lại bị gạch")
    if ringed - every:
        return Choice(next(iter(ringed)) if len(ringed) == 1 else "", "khoanh bằng hình vẽ")
    if not every:
        return Choice("", NONE if len(left) > 1 else _UNCLEAR)
    return Choice(next(iter(every)), "")


def _apart(said: Sequence[Marked], way: str) -> set[str]:
    """Return the names drawn in a way that others are not."""
    found = {each.name for each in said if getattr(each, way)}
    return found if len(found) < len({each.name for each in said}) else set()
