"""What a clerk reads for a value that is chosen from a list: `loi-chon.yaml`."""

from functools import cache
from pathlib import Path
from typing import Any

from generator.regulations.data_files import tree_of


def in_words(key: str, choice: str) -> str:
    """Return a choice of a key in words: «lanh_dao» of `vai_tro`; itself, begun large, if none."""
    return str(_words().get(key, {}).get(choice) or choice[:1].upper() + choice[1:])


@cache
def _words() -> dict[str, Any]:
    return tree_of(Path(__file__).with_name("loi-chon.yaml"))
