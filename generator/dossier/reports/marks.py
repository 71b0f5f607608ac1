"""The one-character sign of each verdict, its colour, and the order of items."""

from collections import Counter
from collections.abc import Iterable

from generator.dossier.results import UnitResult, Verdict
from generator.model.verdict import WORST_FIRST, Ket

MARKS: dict[Ket, str] = {
    Ket.CO: "+",
    Ket.THIEU: "T",
    Ket.KHONG_AP_DUNG: "-",
    Ket.SAI_MAU: "S",
    Ket.CHUA_KY: "K",
    Ket.THIEU_BAN: "B",
    Ket.NOP_MUON: "M",
    Ket.CAN_XEM_LAI: "?",
}
"""A sign for each verdict, available on every console and distinct without colour."""

COLOURS: dict[Ket, str] = {
    Ket.CO: "green",
    Ket.THIEU: "red",
    Ket.KHONG_AP_DUNG: "bright_black",
    Ket.SAI_MAU: "magenta",
    Ket.CHUA_KY: "yellow",
    Ket.THIEU_BAN: "yellow",
    Ket.NOP_MUON: "blue",
    Ket.CAN_XEM_LAI: "cyan",
}
"""Colour names for the terminal."""


def item_order(muc: str) -> tuple[tuple[int, ...], ...]:
    """Return the sort key of an item number: 2 before 10, 3.6 before 3.6/1.1."""
    return tuple(
        tuple(int(part) if part.isdecimal() else 999 for part in piece.split("."))
        for piece in muc.split("/")
    )


def items_of(units: Iterable[UnitResult]) -> list[str]:
    """Return the numbers of all required items, in order."""
    return sorted({each.muc for unit in units for each in unit.verdicts}, key=item_order)


def counted(verdicts: Iterable[Verdict]) -> Counter[Ket]:
    """Count verdicts by kind."""
    return Counter(each.ket for each in verdicts)


def cell(verdicts: Iterable[Verdict]) -> tuple[Ket, int] | None:
    """Return the worst of several verdicts and how often it occurs; None if there are none."""
    counts = counted(verdicts)
    if not counts:
        return None
    ket = min(counts, key=WORST_FIRST.index)
    return ket, counts[ket]
