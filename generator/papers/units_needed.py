"""Says which units are read for the sake of one letter: reading all of them takes most of its time.

What is told of a unit stands in the unit's own files. A letter is held against units only by its
number, and the deadlines of `dot.yaml` by the names of units.
"""

from collections.abc import Iterator
from pathlib import Path

from generator.files.real_path import real_path
from generator.model import Dot, SaoLuc, VanBan
from generator.problems import Problem
from generator.reading.load import Campaign
from generator.reading.text_file import read_text
from generator.reading.units import UnitSource, Wanted
from generator.reading.yaml_text import Tree, parse
from generator.rules.addressees import is_understood
from generator.wording.compare import fold


def to_check(path: Path, campaign: Campaign) -> Wanted:
    """Return which units the problems of a file and of `dot.yaml` may depend on.

    Args:
        path: the file.
        campaign: what stands beside `dot.yaml`.
    """
    letter, dot = _letter(path, campaign), campaign.dot
    if letter is None or dot is None or _names_units(dot):
        return _every
    number = fold(letter.so_ky_hieu) if letter.so_ky_hieu else letter.so
    return _none if number is None else lambda source: _may_bear(source, str(number))


def to_print(path: Path, campaign: Campaign) -> Wanted:
    """Return which units the papers made from a file may depend on: none for a letter."""
    return _every if _letter(path, campaign) is None else _none


def _letter(path: Path, campaign: Campaign) -> VanBan | SaoLuc | None:
    beside = real_path(path).parent == real_path(campaign.folder)
    return campaign.documents.get(path.name) if beside else None


def _names_units(dot: Dot) -> bool:
    return any(each.ap_dung and not is_understood(each.ap_dung, {}) for each in dot.thoi_han)


def _every(_: UnitSource) -> bool:
    return True


def _none(_: UnitSource) -> bool:
    return False


def _may_bear(source: UnitSource, number: str) -> bool:
    """Return whether a file of a unit has a key `so` with this number, wherever it stands."""
    return any(_has_number(file, number) for file in (source.file, *source.persons()))


def _has_number(file: Path, number: str) -> bool:
    text = read_text(file)
    # A sign may be written as an escape; any other spelling of a number holds its digits.
    if isinstance(text, Problem) or not (number in text or "\\" in text):
        return False
    tree = parse(text)
    return not isinstance(tree, Problem) and number in _numbers(tree)


def _numbers(tree: Tree) -> Iterator[str]:
    match tree:
        case dict():
            for key, value in tree.items():
                if key == "so" and isinstance(value, str):
                    yield value.strip().lstrip("0")
                else:
                    yield from _numbers(value)
        case list():
            for each in tree:
                yield from _numbers(each)
