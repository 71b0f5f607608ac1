"""The criteria of QĐ 366, Phụ lục 1–5, word for word, and profiles of points for them.

The regulation fixes 30 and 70 points for the two groups and nothing within them; superior
committees allocate them (HD 43 mục 7.12). A profile (`tieu-chi/phan-bo/`) is such an allocation.
"""

from decimal import Decimal
from functools import cache
from pathlib import Path

from generator.model.base import Model
from generator.model.fields import Chu, Nguon, SoDiem
from generator.model.person import Khoi
from generator.regulations.data_files import load, names
from generator.regulations.rule import is_unverified

FOLDER = Path(__file__).with_name("tieu-chi")
PROFILES = FOLDER / "phan-bo"


class Dong(Model):
    """A line below a criterion; `ma` is its code in the data, `so` its printed number."""

    ma: Chu
    so: str = ""
    chu: Chu
    khoi: Khoi | None = None


class TieuChi(Model):
    """A criterion with its lines; one with `khoi` applies only to the bodies of that block."""

    ma: Chu
    so: str
    ten: Chu
    khoi: Khoi | None = None
    dong: tuple[Dong, ...] = ()


class NhomTieuChi(Model):
    """A group of criteria and its points; `thieu` states which part of its text is unknown."""

    ma: Chu
    ten: Chu
    diem: SoDiem
    thieu: str = ""
    muc: tuple[TieuChi, ...]


class BangTieuChi(Model):
    """The criteria of one annex."""

    ma: Chu
    phu_luc: Chu
    ten: Chu
    nguon: Nguon
    nhom: tuple[NhomTieuChi, ...]


class PhanBo(Model):
    """An allocation of the points of one annex to its criteria and lines."""

    ma: Chu
    ten: Chu
    bang: Chu
    nguon: Nguon
    diem: dict[str, SoDiem]

    @property
    def verified(self) -> bool:
        """Whether a committee actually allocates the points this way."""
        return not is_unverified(self.nguon)


@cache
def load_criteria(ma: str) -> BangTieuChi:
    """Load the criteria of an annex («pl1» to «pl5»).

    Raises:
        KeyError: there is no such annex.
    """
    return load(FOLDER, ma, BangTieuChi)


@cache
def load_profile(ma: str) -> PhanBo:
    """Load an allocation of points.

    Raises:
        KeyError: there is no profile of that name.
    """
    return load(PROFILES, ma, PhanBo)


def profile_names(bang: str) -> list[str]:
    """Return the names of the profiles of an annex; each name begins with the annex's code."""
    return [name for name in names(PROFILES) if name.startswith(f"{bang}-")]


def codes(table: BangTieuChi) -> list[str]:
    """Return the codes of all criteria and lines of an annex, in order."""
    return [
        code
        for group in table.nhom
        for item in group.muc
        for code in (item.ma, *(line.ma for line in item.dong))
    ]


def max_points(table: BangTieuChi, profile: PhanBo) -> dict[str, Decimal]:
    """Return the maximum points of the criteria and lines in a profile.

    Args:
        table: the criteria of an annex.
        profile: an allocation of its points.

    Returns:
        Points by code, for the codes of the profile.

    Raises:
        KeyError: the profile is for another annex, or contains a code the annex does not have.
    """
    strange = sorted(set(profile.diem) - set(codes(table)))
    if profile.bang != table.ma or strange:
        raise KeyError(f"{profile.ma}: {', '.join(strange) or profile.bang}")
    return dict(profile.diem)
