"""Words of several syllables that a name or title does not break (`tu-ghep.yaml`)."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.model.base import Model
from generator.model.fields import Chu, Nguon
from generator.regulations.data_files import tree_of

FILE = Path(__file__).with_name("tu-ghep.yaml")


class TuGhep(Model):
    """A table of words, in small letters, with its source."""

    ten: tuple[Chu, ...]
    nguon: Nguon


@cache
def word_units() -> Mapping[str, TuGhep]:
    """Return the tables: `tinh_thanh` (provinces), `dau_dong` (words that begin a line), `tu`."""
    return {key: TuGhep.model_validate(table) for key, table in tree_of(FILE).items()}
