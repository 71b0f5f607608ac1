"""Which kinds of units have no seal of their own, as data with their sources."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.model.base import Model
from generator.model.fields import Chu, Nguon
from generator.regulations.data_files import tree_of

FILE = Path(__file__).with_name("con-dau.yaml")


class KhongDau(Model):
    """A kind of unit without a seal, from a review year on.

    `khoi` are the blocks of a form that such a unit signs itself; `ghi_chu` is added to a
    prescribed line that asks for a seal.
    """

    tu: int
    khoi: tuple[Chu, ...]
    ghi_chu: Chu | None = None
    nguon: Nguon

    @property
    def verified(self) -> bool:
        """Whether the source itself was read."""
        return self.nguon.startswith("V:")


@cache
def without_seal() -> Mapping[str, KhongDau]:
    """Return the kinds of units (`don_vi.loai`) that have no seal."""
    return {key: KhongDau.model_validate(each) for key, each in tree_of(FILE).items()}
