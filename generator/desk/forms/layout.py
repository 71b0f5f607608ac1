"""Which fields a form has, in which order and under which names: `bieu-nhap.yaml`."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.desk.forms.kinds import hints
from generator.model import CaNhanTep, DonViNam, Dot, SaoLuc, VanBan
from generator.model.base import Model
from generator.model.checklist import DanhMuc
from generator.model.kinds import LoaiGiayTo, LoaiVanBan
from generator.model.meeting import HoiNghi
from generator.model.papers import GoiY
from generator.model.person import CaNhan
from generator.model.unit import TapThe
from generator.problems import DataPath
from generator.regulations.data_files import load

PARTS: Mapping[str, tuple[str, type[Model]]] = {
    "ca_nhan": ("ca-nhan", CaNhan),
    "tap_the": ("tap-the", TapThe),
    "hoi_nghi": ("hoi-nghi", HoiNghi),
    "goi_y": ("goi-y", GoiY),
}
"""Lists of a unit's file whose entries have a form of their own."""

_WHOLE: Mapping[type[Model], str] = {
    DonViNam: "don-vi", CaNhanTep: "ca-nhan", Dot: "dot", VanBan: "van-ban", SaoLuc: "sao-luc",
    DanhMuc: "danh-muc", LoaiVanBan: "loai-van-ban", LoaiGiayTo: "loai-giay-to",
}  # fmt: skip
"""Files that are one form, but for the parts above."""


class Phan(Model):
    """A section of a form: its name, its keys, those that are rarely needed."""

    ten: str
    o: tuple[str, ...] = ()
    it_dung: tuple[str, ...] = ()


class Layout(Model):
    """All that `bieu-nhap.yaml` says."""

    bieu: dict[str, tuple[Phan, ...]]
    it_dung: dict[str, tuple[str, ...]]
    dai: tuple[str, ...]
    nhan: dict[str, str]


@cache
def layout() -> Layout:
    """Return the layout of all forms."""
    return load(Path(__file__).parent, "bieu-nhap", Layout)


def form_at(model: type[Model], path: DataPath) -> tuple[str, DataPath, type[Model]] | None:
    """Return the form that a place of a file belongs to.

    Args:
        model: the model of the file.
        path: a place in it.

    Returns:
        The name of the form, where its subject stands and the subject's model; None if the files of
        this model have no form.
    """
    if model is DonViNam and len(path) > 1 and path[0] in PARTS:
        name, own = PARTS[str(path[0])]
        return name, path[:2], own
    return (_WHOLE[model], (), model) if model in _WHOLE else None


def rare(model: type[Model]) -> tuple[str, ...]:
    """Return the keys of a group that are rarely needed."""
    return layout().it_dung.get(model.__name__, ())


_SAID = {
    "dot.yaml": "thông tin đợt",
    "trong noi_dung": "trong ô «Nội dung»",
    "mien_sinh_hoat, dinh_chi_sinh_hoat, moi_ket_nap, vang_co_ly_do…":
        "miễn sinh hoạt, đình chỉ sinh hoạt, mới kết nạp, vắng có lý do…",
}  # fmt: skip
"""Names of files, keys and values in meanings, as a clerk knows them."""


def label(model: str, key: str, meaning: str) -> tuple[str, str]:
    """Return the name of a field and what else its meaning says.

    Args:
        model: the name of its model; a name for «Model.key» goes before one for the key.
        key: its key.
        meaning: the meaning of the key in the model.
    """
    known = layout().nhan
    first = re.split(r"[:;,(«]", meaning, maxsplit=1)[0].strip()
    name = known.get(f"{model}.{key}") or known.get(key) or first or key
    rest = meaning.removeprefix(name).strip(" ,;:")
    for said, told in _SAID.items():
        rest = rest.replace(said, told)
    return name, f"{rest[:1].upper()}{rest[1:]}"


def unplaced(name: str, model: type[Model]) -> set[str]:
    """Return the keys of a model that no section of its form asks for, but for the file's kind."""
    asked = {key for each in layout().bieu[name] for key in (*each.o, *each.it_dung)}
    own = {key for key in hints(model) if key != "loai" or name == "van-ban"}
    return own - asked - (set(PARTS) if name == "don-vi" else set())
