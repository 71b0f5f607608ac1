"""The errors that make a paper a draft, because the paper itself prints what is wrong.

No regulation prescribes it: a convention of the program, kept as data in `du-thao.yaml`.
"""

from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from generator.model.base import Model
from generator.model.fields import Chu, Nguon
from generator.problems import DataPath
from generator.problems.catalogue import codes
from generator.regulations.data_files import tree_of

FILE = Path(__file__).with_name("du-thao.yaml")


class InSai(Model):
    """Errors of one rule, and the kinds of paper that print what is wrong.

    `o` are the places of the error in a unit's data (`*` is any key or index), all if empty;
    `nhuong` are keys beside it that are printed in its stead where they are entered; with `khoi` it
    is printed only by forms with this signature block; `giay_to` are codes of kinds of paper, or
    names of builders for the kinds that an office adds.
    """

    quy_tac: Chu
    loi: tuple[Chu, ...]
    o: tuple[Chu, ...] = ()
    nhuong: tuple[Chu, ...] = ()
    khoi: Chu | None = None
    giay_to: tuple[Chu, ...]

    def meets(self, code: str, path: DataPath) -> bool:
        """Return whether an error with this code at this place is meant."""
        steps = [str(step) for step in path]
        return code in self.loi and (not self.o or any(_leads(each, steps) for each in self.o))


class DanhSachInSai(Model):
    """The whole list; `ngoai` gives the reason for each error of a rule that is not in it."""

    nguon: Nguon
    du_thao: tuple[InSai, ...]
    ngoai: dict[Chu, Chu]


def _leads(pattern: str, steps: list[str]) -> bool:
    wanted = pattern.split(".")
    return len(wanted) == len(steps) and all(map(fnmatchcase, steps, wanted))


@cache
def misprints() -> DanhSachInSai:
    """Return the list.

    Raises:
        ValueError: it names an unknown problem code, or the same code as listed and as left out.
    """
    found = DanhSachInSai.model_validate(tree_of(FILE))
    listed = {code for each in found.du_thao for code in each.loi}
    unknown = (listed | found.ngoai.keys()) - codes()
    if unknown or listed & found.ngoai.keys():
        raise ValueError(sorted(unknown or listed & found.ngoai.keys()))
    return found
