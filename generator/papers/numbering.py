"""The number of a paper: that of its item of the checklist, and there is no other numbering.

The list that `check` prints, the contents and the files of a pack, the print list and the names of
the generated files all show it, so that a clerk who holds a paper finds its line and the other way
round. A paper that no item asks for (ballots, score sheets in most checklists) has none.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.checklists.required import Need, Requirement, serves
from generator.model.unit import DonViNam
from generator.papers.unit_documents import UnitDocument

NO_NUMBER = ""


def numbered(
    documents: Iterable[UnitDocument], asked: Sequence[Requirement], nam: DonViNam
) -> list[tuple[str, UnitDocument]]:
    """Give each document the number of its item, and put all in the order of the checklist.

    Args:
        documents: the documents of a unit, in the order of their kinds.
        asked: what the checklist asks of the unit, in its order.
        nam: the unit's year.

    Returns:
        The number («1», «3.6/1.2»; `NO_NUMBER` if no item asks for the paper) with its document. A
        paper without a number stays behind the one that it follows by its kind: a score sheet
        behind the review forms, wherever the checklist has these.
    """
    places = {ma: place for place, ma in enumerate(dict.fromkeys(each.item.ma for each in asked))}
    needs = _by_kind(asked)
    found: list[tuple[int, str, UnitDocument]] = []
    last = -1
    for each in documents:
        number = _number(each, needs.get(each.ma, ()), nam)
        last = places.get(number, last)
        found.append((last, number, each))
    found.sort(key=lambda each: each[0])
    return [(number, document) for _, number, document in found]


def in_name(number: str) -> str:
    """Return a number as the name of a file can hold it: «3.6-1.2»."""
    return number.replace("/", "-")


class _Need(NamedTuple):
    """An item, by its number, that asks for a kind of paper, and of whom."""

    so: str
    need: Need


def _by_kind(asked: Iterable[Requirement]) -> dict[str, list[_Need]]:
    """Return what asks for each kind of paper, in the order of the checklist."""
    found: dict[str, list[_Need]] = {}
    for each in asked:
        for need in each.can:
            for kind in need.doc.mau:
                found.setdefault(kind, []).append(_Need(each.item.ma, need))
    return found


def _number(document: UnitDocument, needs: Iterable[_Need], nam: DonViNam) -> str:
    """Return the number of the first item that asks for a document.

    An item from which its subject is exempt is only taken if there is no other.
    """
    exempt = NO_NUMBER
    for so, need in needs:
        if serves(document.path, need.path, need.ai, nam):
            if not need.mien:
                return so
            exempt = exempt or so
    return exempt
