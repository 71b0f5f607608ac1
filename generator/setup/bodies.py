"""Bodies and units by their names: what follows from a name, as it is usually written.

Customary, not prescribed: whatever is derived here is shown before it is written, stands in the
data like anything else, and may be corrected there.
"""

from collections.abc import Mapping
from typing import NamedTuple

from generator.model.unit import CHI_BO
from generator.reading.yaml_text import Tree
from generator.wording.compare import after


class Body(NamedTuple):
    """A kind of body that leads a campaign: its name, symbol, who speaks, who keeps the copy."""

    ten: str
    ky_hieu: str
    chu_the: str
    luu: str
    khoi: str = "dang"


BODIES: Mapping[str, Body] = {
    "xa": Body("Xã", "ĐU", "Ban Thường vụ Đảng ủy xã", "Lưu Văn phòng Đảng ủy"),
    "phuong": Body("Phường", "ĐU", "Ban Thường vụ Đảng ủy phường", "Lưu Văn phòng Đảng ủy"),
    "dac_khu": Body("Đặc khu", "ĐU", "Ban Thường vụ Đảng ủy đặc khu", "Lưu Văn phòng Đảng ủy"),
    "tinh": Body("Tỉnh", "TU", "Ban Thường vụ Tỉnh ủy", "Lưu Văn phòng Tỉnh ủy"),
    "thanh_pho": Body("Thành phố", "TU", "Ban Thường vụ Thành ủy", "Lưu Văn phòng Thành ủy"),
    "dang_bo": Body("Đảng bộ khác", "ĐU", "Ban Thường vụ Đảng ủy", "Lưu Văn phòng Đảng ủy"),
    "chi_bo": Body("Chi bộ cơ sở", "CB", "Chi ủy", "Lưu Chi bộ"),
    "huyen": Body("Huyện (đến 2024)", "HU", "Ban Thường vụ Huyện ủy", "Lưu Văn phòng Huyện ủy"),
    "nha_nuoc": Body("Cơ quan nhà nước", "UBND", "", "Lưu Văn thư", "nha_nuoc"),
}
"""Kinds of bodies by code, in the order in which they are offered."""

_BODY_NAMES = (
    ("xa", ("đảng ủy xã", "đảng bộ xã")), ("phuong", ("đảng ủy phường", "đảng bộ phường")),
    ("dac_khu", ("đảng ủy đặc khu", "đảng bộ đặc khu")), ("tinh", ("tỉnh ủy",)),
    ("thanh_pho", ("thành ủy",)), ("huyen", ("huyện ủy", "quận ủy", "thị ủy")),
    ("chi_bo", ("chi bộ", "chi ủy")), ("nha_nuoc", ("ủy ban nhân dân", "ubnd", "sở")),
    ("dang_bo", ("đảng ủy", "đảng bộ")),
)  # fmt: skip

_UNIT_NAMES = (
    ("chi_bo_co_so", ("chi bộ cơ sở",)), ("chi_bo", ("chi bộ",)),
    ("dang_bo_bo_phan", ("đảng bộ bộ phận", "đảng ủy bộ phận")),
    ("xa", ("đảng bộ xã", "đảng ủy xã")), ("phuong", ("đảng bộ phường", "đảng ủy phường")),
    ("dac_khu", ("đảng bộ đặc khu", "đảng ủy đặc khu")),
    ("huyen", ("đảng bộ huyện", "đảng bộ quận", "đảng bộ thị xã", "huyện ủy", "quận ủy", "thị ủy")),
    ("thanh_pho", ("đảng bộ thành phố", "thành ủy")), ("tinh", ("đảng bộ tỉnh", "tỉnh ủy")),
    ("dang_bo_co_so", ("đảng bộ", "đảng ủy")), ("ubnd", ("ủy ban nhân dân", "ubnd")),
    ("hdnd", ("hội đồng nhân dân", "hđnd")),
    ("mat_tran", ("ủy ban mặt trận", "mặt trận", "ubmttq", "mttq")),
    ("doan_the", ("đoàn", "hội", "công đoàn")), ("van_phong", ("văn phòng",)), ("ban", ("ban",)),
)  # fmt: skip

_COMMITTEES = (
    ("tỉnh ủy", "Đảng bộ tỉnh"), ("thành ủy", "Đảng bộ thành phố"), ("huyện ủy", "Đảng bộ huyện"),
    ("quận ủy", "Đảng bộ quận"), ("thị ủy", "Đảng bộ thị xã"), ("đảng ủy", "Đảng bộ"),
    ("chi ủy chi bộ", "Chi bộ"), ("chi ủy", "Chi bộ"),
)  # fmt: skip
"""How the name of a committee begins, and that of the organisation it leads."""

_SECRETARY = {"chi_bo": "Bí thư Chi bộ", "dang_bo": "Bí thư Đảng ủy"}
_SPEAKS = {"chi_bo": "T/M Chi bộ", "dang_bo": "T/M Ban Thường vụ"}


def body_kind(name: str) -> str:
    """Return which of the `BODIES` a name is of; «dang_bo» where it does not say."""
    return _by_name(name, _BODY_NAMES) or "dang_bo"


def unit_kind(name: str) -> str:
    """Return the kind of a unit (`don_vi.loai`) by its name."""
    return _by_name(name, _UNIT_NAMES) or "khac"


def organisation(body: str) -> str:
    """Return the organisation that a committee leads, the upper line of its units' papers.

    >>> organisation("Đảng ủy xã Lộc Vân")
    'Đảng bộ xã Lộc Vân'
    """
    for beginning, made in _COMMITTEES:
        if rest := after(body, beginning):
            return f"{made} {rest}"
    return body


def committee(unit: str) -> str:
    """Return the committee of a unit; nothing where the name does not tell.

    >>> committee("Chi bộ thôn Đông")
    'Chi ủy Chi bộ thôn Đông'
    """
    if after(unit, "Chi bộ"):
        return f"Chi ủy {unit}"
    if rest := after(unit, "Đảng bộ"):
        return f"Đảng ủy {rest}"
    return unit if after(unit, "Đảng ủy") else ""


def new_unit(ma: str, ten: str, body: str, bi_thu: str = "") -> dict[str, Tree]:
    """Return the file of a unit of which only the name is known, and perhaps the secretary.

    Args:
        ma: its code.
        ten: its name.
        body: the body that leads the campaign.
        bi_thu: its secretary, who becomes its first person.
    """
    kind = unit_kind(ten)
    line = "chi_bo" if kind in CHI_BO else "dang_bo" if committee(ten) else ""
    about: dict[str, Tree] = {
        "ma": ma, "ten": ten, "loai": kind, "cap_tren": organisation(body),
        "cap_uy": committee(ten), "ky_hieu": {"chi_bo": "CB", "dang_bo": "ĐU"}.get(line, ""),
        "cap_uy_cap_tren": body if body != organisation(body) else "",
    }  # fmt: skip
    unit: dict[str, Tree] = {"loai": "don-vi", "don_vi": {k: v for k, v in about.items() if v}}
    if not bi_thu:
        return unit
    if line:
        unit["ky"] = {"quyen_han": _SPEAKS[line], "chuc_vu": "Bí thư", "ho_ten": bi_thu}
    post = _SECRETARY.get(line, "Bí thư")
    return {**unit, "ca_nhan": [{"ho_ten": bi_thu, "chuc_vu": {"dang": post}, "dung_dau": "có"}]}


def _by_name(name: str, known: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    words = name.strip()
    return next(
        (kind for kind, its in known if any(after(words, each) is not None for each in its)), ""
    )
