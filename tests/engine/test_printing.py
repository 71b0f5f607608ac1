"""Values that are printed together look as each of them does alone, or are refused as it is."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.engine.environment import PrintError, checked, for_text, unmarked, unmarked_text
from generator.engine.printing import printed

PRINTINGS = (for_text, unmarked_text, checked, unmarked)
SPECIAL = "&<>\"'\t\n\r\u2011\x7f\xa0\ue000\uf0b7\ufffd\ufffe\x00\x07\ud800ơ𝄞"
TEXTS = st.text(st.one_of(st.sampled_from(SPECIAL), st.characters()), max_size=8)
SAFE = st.text(st.characters(exclude_categories=["C"]), max_size=8)
KINDS = st.one_of(
    TEXTS, SAFE, st.integers(), st.booleans(), st.none(), SAFE.map(Markup), st.binary(max_size=2)
)


def alone(values: list[Any], finalize: Callable[[object], str]) -> bytes | None:
    try:
        return b"".join(b"<t>%b" % finalize(each).encode() for each in values)
    except (PrintError, UnicodeEncodeError):
        return None


def together(values: list[Any], finalize: Callable[[object], str]) -> bytes | None:
    try:
        return printed([piece for each in values for piece in (b"<t>", each)], finalize)
    except PrintError:
        return None


@pytest.mark.parametrize("finalize", PRINTINGS)
@given(values=st.one_of(st.lists(SAFE, min_size=1), st.lists(TEXTS), st.lists(KINDS)))
def test_values_together_are_printed_as_each_is_alone(
    finalize: Callable[[object], str], values: list[Any]
) -> None:
    assert together(values, finalize) == alone(values, finalize)


@pytest.mark.parametrize("at", [0, 255, 256, 299])
@pytest.mark.parametrize("odd", ["a & b", "a\r\nb", "9\u201110", "\x7f", 7, "x" * 2_000_000])
def test_an_odd_value_changes_none_of_its_many_neighbours(at: int, odd: object) -> None:
    values: list[object] = [f"chữ {n}" for n in range(300)]
    values[at] = odd
    assert together(values, for_text) == alone(values, for_text)
