"""What the templates of a unit's year see: every value as it is printed.

A value that is not known is `BLANK` (one tab): the styles of the forms end their tab stops with a
dotted leader, so that it prints as a line to write on, up to the margin.
"""

from typing import Any, TypedDict

from generator.engine.fields import shape_of
from generator.engine.richtext import Doan

BLANK = "\t"


class OIn(TypedDict):
    """A tick box: `dau` is the box, empty or crossed, `ten` what it stands for."""

    dau: str
    ten: str


class MucIn(TypedDict):
    """What stands under a heading: text, or `dong_trong` dotted lines; with a set of boxes."""

    doan: list[Doan]
    dong_trong: int
    cap_do: list[OIn]


class KhoiKyIn(TypedDict):
    """A signature or confirmation block: title, hint below it, who signed as what and when."""

    khoa: str
    tieu_de: str
    ghi_chu: str
    ngay: str
    chuc_vu: str
    ho_ten: str


class BieuMauIn(TypedDict):
    """The head common to all forms and papers of a unit."""

    tieu_de_tep: str
    pham_vi: str
    ma_mau: str
    nam: str
    cap_tren: str
    don_vi: str
    so_ky_hieu: str
    dia_danh_ngay: str


class ChucVuIn(TypedDict):
    """The three lines of posts."""

    dang: str
    chinh_quyen: str
    doan_the: str


def form_shape(declared: Any, headings: tuple[str, ...]) -> dict[str, Any]:
    """Turn a printed type into a shape, with the headings of one form under `uu_diem`."""
    shape: dict[str, Any] = shape_of(declared)
    if "uu_diem" in shape:
        shape["uu_diem"] = {heading: shape_of(MucIn) for heading in headings}
    return shape
