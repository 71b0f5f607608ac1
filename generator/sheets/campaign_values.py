"""What the tags of a superior's sheet may name: the campaign, its units, people and collectives."""

from collections.abc import Sequence
from typing import Any

from generator.model import Dot
from generator.model.base import Model
from generator.reading.units import Unit


def values_of(dot: Dot, units: Sequence[Unit]) -> dict[str, Any]:
    """Return the values of a campaign, or of some of its units.

    Args:
        dot: the campaign.
        units: the units wanted.

    Returns:
        `dot`, `nam`, `co_quan`; `cac_don_vi`, each unit with its own lists; `ca_nhan` and `tap_the`
        of all units in order, each with its `don_vi`; of one unit also all keys of its file
        (`don_vi`, `hoi_nghi`, …).
    """
    found: dict[str, Any] = {
        "dot": dot,
        "nam": dot.nam,
        "co_quan": dot.co_quan,
        "cac_don_vi": [unit.data for unit in units],
    }
    if len(units) == 1:
        found |= _keys(units[0].data)
    for key in ("ca_nhan", "tap_the"):
        found[key] = [
            {**_keys(item), "don_vi": unit.data.don_vi}
            for unit in units
            for item in getattr(unit.data, key)
        ]
    return found


def _keys(item: Model) -> dict[str, Any]:
    return {key: getattr(item, key) for key in type(item).model_fields}
