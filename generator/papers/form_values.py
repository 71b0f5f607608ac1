"""The values available to templates of a unit's year, formatted for printing.

An unknown value is `BLANK` (one tab): the styles of the forms end their tab stops with a dotted
leader, so that it prints as a dotted line up to the margin.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypedDict

from generator.engine.richtext import Doan
from generator.engine.shapes import shape_of

BLANK = "\t"


class OIn(TypedDict):
    """A tick box: `dau` is the box, empty or crossed, `ten` its label."""

    dau: str
    ten: str


class MucIn(TypedDict):
    """The content below a heading: text, or `dong_trong` dotted lines; with tick boxes."""

    doan: list[Doan]
    dong_trong: int
    cap_do: list[OIn]


class KhoiKyIn(TypedDict):
    """A signature or confirmation block: title, hint, and date, position and name of the signer."""

    khoa: str
    tieu_de: str
    ghi_chu: str
    ngay: str
    chuc_vu: str
    ho_ten: str


class BieuMauIn(TypedDict):
    """The head common to all forms and papers of a unit.

    `ghi_chu_ky` says below the title of a signature how to sign, `ky_thay` is the title where the
    signer is not known.
    """

    tieu_de_tep: str
    pham_vi: str
    ma_mau: str
    nam: str
    cap_tren: str
    don_vi: str
    so_ky_hieu: str
    dia_danh_ngay: str
    ghi_chu_ky: str
    ky_thay: str


class ChucVuIn(TypedDict):
    """The three lines of positions."""

    dang: str
    chinh_quyen: str
    doan_the: str


@cache
def form_shape(declared: Any, headings: tuple[str, ...]) -> Mapping[str, Any]:
    """Return the shape of a type of values, with the headings of one form under `uu_diem`."""
    shape: dict[str, Any] = shape_of(declared)
    if "uu_diem" in shape:
        shape["uu_diem"] = {heading: shape_of(MucIn) for heading in headings}
    return shape
