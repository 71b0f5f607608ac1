"""Expands a checklist to its items: flattens sections, fills in inheritance, resolves includes."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from generator.checklists.conditions import Both, Condition, ConditionError, leaves, parse
from generator.checklists.facts import answerable
from generator.model.checklist import Cho, ChuKyMuc, DanhMuc, HinhThuc, MucDanhMuc, VanBanMuc

_INHERITED = ("cho", "so_bo", "hinh_thuc", "thoi_han", "gui_ve", "qua", "nguon", "nguoi_nop")
"""The values that an item without its own inherits from the nearest section above."""


@dataclass(frozen=True, slots=True)
class Doc:
    """A document of an item, with parsed conditions; `ten` and `goi_khac` are its titles."""

    ma: str
    ten: str
    mau: tuple[str, ...] = ()
    goi_khac: tuple[str, ...] = ()
    cho: Cho | None = None
    moi: str | None = None
    cua: Condition | None = None
    dieu_kien: Condition | None = None
    neu_co: bool = False
    hinh_thuc: tuple[HinhThuc, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An expanded item; `ma` is «3.6/1.2» for item 1.2 included by item 3.6."""

    ma: str
    ten: str
    cho: tuple[Cho, ...]
    ap_dung: Condition | None
    dieu_kien: Condition | None
    van_ban: tuple[Doc, ...]
    so_bo: int
    truoc_ngay: str | None
    gui_ve: str
    nguoi_nop: str
    ten_tep: str
    chu_ky: tuple[ChuKyMuc, ...]
    xac_nhan: tuple[str, ...]
    nguon: str


def items(danh_muc: DanhMuc) -> tuple[Item, ...]:
    """Return the items of a checklist, in its order.

    Invalid conditions and includes of unknown items or in a cycle are ignored, so that a typing
    mistake never drops an item; `check_checklist` reports them.
    """
    places = dict(_places(danh_muc.muc))
    return tuple(
        item
        for muc, above in places.values()
        if not muc.muc
        for item in _opened(muc, above, places, danh_muc, ())
    )


Places = dict[str, tuple[MucDanhMuc, tuple[MucDanhMuc, ...]]]


def _places(
    mucs: tuple[MucDanhMuc, ...], *above: MucDanhMuc
) -> Iterator[tuple[str, tuple[MucDanhMuc, tuple[MucDanhMuc, ...]]]]:
    for muc in mucs:
        yield muc.ma, (muc, above)
        yield from _places(muc.muc, *above, muc)


def _opened(
    muc: MucDanhMuc,
    above: tuple[MucDanhMuc, ...],
    places: Places,
    danh_muc: DanhMuc,
    way: tuple[str, ...],
) -> Iterator[Item]:
    if muc.ma in way:
        return
    own = _item(muc, above, danh_muc)
    if not muc.gom:
        yield own
        return
    for name in muc.gom:
        for inner, its_above in _leaves(places, name):
            for item in _opened(inner, its_above, places, danh_muc, (*way, muc.ma)):
                yield _asked_by(own, muc, item)


def _leaves(places: Places, ma: str) -> Iterator[tuple[MucDanhMuc, tuple[MucDanhMuc, ...]]]:
    if ma not in places:
        return
    muc, above = places[ma]
    if not muc.muc:
        yield muc, above
    for child in muc.muc:
        yield from _leaves(places, child.ma)


def _asked_by(own: Item, muc: MucDanhMuc, item: Item) -> Item:
    """Return an included item with recipient, deadline and copies of the including item."""
    return replace(
        item,
        ma=f"{own.ma}/{item.ma}",
        cho=muc.cho or item.cho,
        ap_dung=own.ap_dung,
        dieu_kien=_both(own.dieu_kien, item.dieu_kien),
        so_bo=muc.so_bo or item.so_bo,
        truoc_ngay=own.truoc_ngay,
        gui_ve=own.gui_ve or item.gui_ve,
        nguoi_nop=own.nguoi_nop or item.nguoi_nop,
        nguon=own.nguon,
    )


def _item(muc: MucDanhMuc, above: tuple[MucDanhMuc, ...], danh_muc: DanhMuc) -> Item:
    line = (*above, muc)
    full, own = _filled(muc, line), danh_muc.dac_diem
    return Item(
        ma=muc.ma,
        ten=muc.ten,
        cho=full.cho or ("don_vi",),
        ap_dung=_all_of((each.ap_dung for each in line), own),
        dieu_kien=_all_of((each.dieu_kien for each in line), own),
        van_ban=tuple(_docs(full, own)),
        so_bo=full.so_bo or 1,
        truoc_ngay=full.thoi_han.truoc_ngay if full.thoi_han else None,
        gui_ve=sent_to(full.gui_ve, full.qua),
        nguoi_nop=full.nguoi_nop or "",
        ten_tep=muc.ten_tep or "",
        chu_ky=muc.chu_ky,
        xac_nhan=muc.xac_nhan,
        nguon=full.nguon or danh_muc.nguon,
    )


def _filled(muc: MucDanhMuc, line: tuple[MucDanhMuc, ...]) -> MucDanhMuc:
    nearest = {
        key: next((v for each in reversed(line) if (v := getattr(each, key))), getattr(muc, key))
        for key in _INHERITED
    }
    return muc.model_copy(update=nearest)


def sent_to(gui_ve: str | None, qua: str | None) -> str:
    """Return the recipient of a dossier: «Ban Thường vụ Đảng ủy (qua Ban Xây dựng Đảng)»."""
    return f"{gui_ve} (qua {qua})" if gui_ve and qua else gui_ve or ""


def _docs(muc: MucDanhMuc, own: Collection[str]) -> Iterator[Doc]:
    for each in muc.van_ban or (VanBanMuc(ma=muc.ma, ten=muc.ten),):
        yield Doc(
            ma=each.ma,
            ten=each.ten,
            mau=each.mau,
            goi_khac=each.goi_khac,
            cho=each.cho,
            moi=each.moi,
            cua=_read(each.cua, own),
            dieu_kien=_read(each.dieu_kien, own),
            neu_co=each.neu_co or muc.neu_co,
            hinh_thuc=each.hinh_thuc or muc.hinh_thuc,
        )


def _read(text: str | None, own: Collection[str]) -> Condition | None:
    try:
        made = parse(text) if text else None
    except ConditionError:
        return None
    sound = made and all(answerable(each, own) for each in leaves(made))
    return made if sound else None


def _all_of(texts: Iterator[str | None], own: Collection[str]) -> Condition | None:
    found = [made for text in texts if (made := _read(text, own))]
    return Both(tuple(found)) if len(found) > 1 else found[0] if found else None


def _both(left: Condition | None, right: Condition | None) -> Condition | None:
    return Both((left, right)) if left and right else left or right
