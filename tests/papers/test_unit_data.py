"""What one test writes into its data, no other test reads: tests run in any order."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.papers import unit_data


def containers(value: Any) -> Iterator[int]:
    """The identity of every mapping and list within a value."""
    if isinstance(value, dict | list):
        yield id(value)
        for each in value.values() if isinstance(value, dict) else value:
            yield from containers(each)


@pytest.mark.parametrize("size", unit_data.SIZES)
def test_no_two_units_share_a_mapping_or_a_list(size: str) -> None:
    first, second = unit_data.SIZES[size](2026), unit_data.SIZES[size](2026)
    constants = [each for name, each in vars(unit_data).items() if name.isupper()]
    assert not set(containers(first)) & set(containers(second))
    assert not set(containers(first)) & set(containers(constants))
