"""Which named style of a Word template stands for which component of the thể thức."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.regulations.data_files import tree_of
from generator.regulations.the_thuc import TheThuc

_FILE = Path(__file__).with_name("kieu-chu.yaml")


def components(pack: TheThuc) -> Mapping[str, str]:
    """Return the component of `co_chu` by the name of its style, for documents of a pack's side."""
    return _all()[pack.khoi]


def copy_components(pack: TheThuc) -> Mapping[str, str]:
    """Return the same for the block of a copying body, by the form that its pack prescribes."""
    return _all()[pack.sao.kieu.gia_tri]


def style_of(pack: TheThuc, component: str) -> str:
    """Return the name of the first style of a component; empty if it has none."""
    return next((name for name, each in components(pack).items() if each == component), "")


@cache
def _all() -> dict[str, dict[str, str]]:
    return tree_of(_FILE)
