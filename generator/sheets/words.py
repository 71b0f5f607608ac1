"""The words of lists that offices make: `loi-danh-sach.yaml`."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from generator.regulations.data_files import tree_of
from generator.wording.compare import fold


@cache
def words() -> dict[str, Any]:
    """Return all words, by what they are for."""
    return tree_of(Path(__file__).with_name("loi-danh-sach.yaml"))


@cache
def phrases(*names: str) -> frozenset[str]:
    """Return the words for some purposes, folded."""
    return frozenset(fold(each) for name in names for each in words()[name])


def has(text: str, said: Iterable[str]) -> bool:
    """Return whether a folded text has any of these phrases as whole words."""
    return any(f" {fold(each)} " in f" {text} " for each in said)


def begins(text: str, *names: str) -> bool:
    """Return whether the first words of a folded text are words for one of these purposes."""
    found = text.split(maxsplit=4)[:4]
    known = phrases(*names)
    return any(" ".join(found[:count]) in known for count in range(1, len(found) + 1))
