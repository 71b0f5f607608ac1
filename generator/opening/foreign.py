"""Recognises what systems and open programs put into folders by themselves (`he-thong.yaml`)."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_LIST = Path(__file__).with_name("he-thong.yaml")


def is_foreign(path: str) -> bool:
    """Return whether a file, or a folder that it is in, was put there by a system or a program.

    Args:
        path: a name, or a path with forward slashes.
    """
    return any(_named(each, _words()) for each in path.casefold().split("/"))


def is_left_alone(name: str) -> bool:
    """Return whether nobody needs to hear of a file or folder of this name among data files."""
    folded = name.casefold()
    own = _words()["rieng"]
    return _named(folded, _words()) or _named(folded, own) or folded.endswith(own["ket_thuc"])


def _named(name: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    return name in words["ten"] or name.startswith(words["bat_dau"])


@cache
def _words() -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    words = yaml.load(_LIST.read_text("utf-8"), Loader=loader)  # noqa: S506 - a file of the program
    return _frozen(words)


def _frozen(words: dict[str, Any]) -> dict[str, Any]:
    return {
        key: _frozen(each) if isinstance(each, dict) else tuple(map(str, each))
        for key, each in words.items()
    }
