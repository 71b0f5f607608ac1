"""Who may sign a body's documents: pairs of body and authority, as data with their sources.

The pairs are those of HD 05-HD/VPTW, p. 13–24 (box 7) and of NĐ 30/2020, Phụ lục I.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from generator.model.base import Model
from generator.model.fields import Chu, CoKhong, Ngay, Nguon
from generator.model.kinds import MaLoai
from generator.regulations.data_files import tree_of

FILE = Path(__file__).with_name("nguoi-ky.yaml")
_OLD = Path(__file__).with_name("co-quan-cu.yaml")


class ThamQuyen(Model):
    """Kinds of letter that bodies of a class do not issue, for papers from a day on."""

    khong: tuple[MaLoai, ...]
    tu: Ngay
    theo: Chu
    nguon: Nguon


class CapUyGhi(Model):
    """From which day on papers of an executive committee bear the name of the cấp ủy."""

    tu: Ngay
    theo: Chu
    nguon: Nguon


class LoaiCoQuan(Model):
    """A class of bodies: how its names begin, for whom its documents may be signed, who keeps them.

    `thay_mat` and `luu` name classes; `thua_lenh` classes or posts; `ky_thay` posts of the head.
    Where `phai_thay_mat`, nobody signs by the own post; `chuc_vu` are those who sign on behalf.
    `cap_tren_khong` is how the line of the superior does not begin; `khoi` the side whose form the
    body follows.
    """

    ten: tuple[Chu, ...]
    thay_mat: tuple[Chu, ...] = ()
    ky_thay: tuple[Chu, ...] = ()
    thua_lenh: tuple[Chu, ...] = ()
    luu: tuple[Chu, ...] = ()
    phai_thay_mat: CoKhong = False
    chuc_vu: tuple[Chu, ...] = ()
    cap_tren_khong: tuple[Chu, ...] = ()
    khoi: Literal["dang", "nha_nuoc", "doan_the"] = "dang"
    tham_quyen: ThamQuyen | None = None
    cap_uy_ghi: CapUyGhi | None = None
    nguon: Nguon


class CoQuanCu(Model):
    """Bodies that are no more from the day `tu` on: how names call them, and who took their place.

    A name that holds a word of `tru` speaks of something else. `dia_danh` is how places of a level
    begin that went with the bodies.
    """

    ten: tuple[Chu, ...]
    dia_danh: tuple[Chu, ...] = ()
    tru: tuple[Chu, ...] = ()
    tu: Ngay
    nay: Chu
    nguon: Nguon


@cache
def old_bodies() -> tuple[CoQuanCu, ...]:
    """Return the bodies that are no more."""
    return tuple(CoQuanCu.model_validate(entry) for entry in tree_of(_OLD).values())


@cache
def body_classes() -> Mapping[str, LoaiCoQuan]:
    """Return the classes of bodies by their key.

    Raises:
        ValueError: a class names another one that is not there.
    """
    found = {key: LoaiCoQuan.model_validate(entry) for key, entry in tree_of(FILE).items()}
    for key, entry in found.items():
        named = {*entry.thay_mat, *entry.luu, *(each for each in entry.thua_lenh if each.islower())}
        if not named <= found.keys():
            raise ValueError(f"{key}: {sorted(named - found.keys())}")
    return found
