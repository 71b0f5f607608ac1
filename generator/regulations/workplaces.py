"""What a form calls the place where a collective leads: «địa phương», «cơ quan», «đơn vị»."""

from functools import cache
from pathlib import Path

from generator.model.base import Model
from generator.model.fields import Chu, Nguon
from generator.regulations.data_files import tree_of

FILE = Path(__file__).with_name("noi-kiem-diem.yaml")


class NoiKiemDiem(Model):
    """A place by its word in the form, and the units that it is the place of."""

    chu: Chu
    loai: tuple[Chu, ...] = ()
    khoi: tuple[Chu, ...] = ()
    ten: tuple[Chu, ...] = ()
    sau: tuple[Chu, ...] = ()
    nguon: Nguon


@cache
def workplaces() -> tuple[NoiKiemDiem, ...]:
    """Return the places in the order in which they are tried; the last one fits every unit."""
    return tuple(NoiKiemDiem.model_validate(each) for each in tree_of(FILE))
