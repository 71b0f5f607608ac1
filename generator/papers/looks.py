"""Turns a thể thức pack into the look that the shipped templates are given.

An office's own templates and blocks stay as the office made them: it answers for them, and
`template check` tells it what differs.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from generator import shipped
from generator.engine.look import TWIPS_A_MM, Face, Look, Page, Paragraphs, Span
from generator.regulations.components import components, copy_components, style_of
from generator.regulations.rule import Khoang, KieuChu, KieuDongKy
from generator.regulations.the_thuc import TheThuc

_IN_CAPITALS = frozenset({
    "tieu_de", "co_quan_cap_tren", "co_quan_ban_hanh", "ten_loai", "quyen_han", "chuc_vu",
    "nguoi_soan", "ten_phu_luc", "ban_sao",
})  # fmt: skip
"""Components whose words are written in capitals (`in_case`), so that who copies or seeks the text
finds what is printed; of the others the style shows capitals."""
_SIDES = {"trai": "left", "giua": "center", "phai": "right"}
_TWIPS_A_POINT = 20.0
_MOST = 256
_made: dict[tuple[int, ...], tuple[tuple[TheThuc, ...], Look]] = {}


def look_of(pack: TheThuc, copied_by: TheThuc | None = None) -> Look:
    """Return the look of the documents of a pack, the same object for the same pack.

    Args:
        pack: the pack of the document.
        copied_by: the pack of the day on which another body copies it.
    """
    packs = (pack, copied_by or pack)
    # By identity: to hash a pack costs more than to fill in a form.
    key = tuple(id(part) for each in packs for part in _parts(each))
    if key not in _made:
        if len(_made) >= _MOST:
            _made.clear()
        _made[key] = packs, _look(*packs)
    return _made[key][1]


def dressing(look: Look | None) -> partial[Look | None]:
    """Return the look of a file: the given one if it is shipped, else none."""
    return partial(_if_shipped, look)


def _if_shipped(look: Look | None, path: Path) -> Look | None:
    return look if path.is_relative_to(shipped.TEMPLATES) else None


def _parts(pack: TheThuc) -> Iterator[object]:
    yield from (pack.co_chu, pack.trang, pack.doan, pack.dau_trang, pack.sao)


def _look(pack: TheThuc, copied_by: TheThuc) -> Look:
    last_title = "tieu_de" if pack.co_chu.tieu_ngu is None else "tieu_ngu"
    return Look(
        faces={
            **_faces(pack, components(pack)),
            **_faces(copied_by, copy_components(copied_by)),
        },
        paragraphs=_paragraphs(pack),
        page=_page(pack),
        font=pack.trang.phong_chu.gia_tri,
        colour=pack.trang.mau_chu.gia_tri,
        ruled={style_of(pack, last_title): pack.dau_trang.ke_duoi_tieu_de.gia_tri},
        boxes=_boxes(copied_by),
    )


def _faces(pack: TheThuc, styles: Mapping[str, str]) -> dict[str, Face]:
    found = {name: getattr(pack.co_chu, component) for name, component in styles.items()}
    return {
        name: _face(styles[name], rule.gia_tri) for name, rule in found.items() if rule is not None
    }


def _face(component: str, form: KieuChu | KieuDongKy) -> Face:
    capitals = form.in_hoa if component not in _IN_CAPITALS else None if form.in_hoa else False
    if not isinstance(form, KieuChu):
        return Face(_span(form.co), None, italic=False, underlined=False, capitals=capitals)
    return Face(_span(form.co), form.dam, form.nghieng, form.gach_chan, capitals)


def _paragraphs(pack: TheThuc) -> Paragraphs:
    rule = pack.doan
    return Paragraphs(
        style=style_of(pack, "noi_dung"),
        indent=_twips(rule.thut_dau_dong_mm.gia_tri),
        gap=_span(rule.cach_doan_pt.gia_tri, _TWIPS_A_POINT),
        line=_span(rule.gian_dong.gia_tri),
        exact=rule.gian_dong_kieu.gia_tri == "dung",
        justified=rule.canh_deu.gia_tri,
    )


def _page(pack: TheThuc) -> Page:
    page = pack.trang
    return Page(
        width=_twips(page.rong_mm.gia_tri),
        height=_twips(page.cao_mm.gia_tri),
        top=_twips(page.le_tren_mm.gia_tri),
        right=_twips(page.le_phai_mm.gia_tri),
        bottom=_twips(page.le_duoi_mm.gia_tri),
        left=_twips(page.le_trai_mm.gia_tri),
        header=_twips(page.so_trang_cach_mep_mm.gia_tri),
        number_style=style_of(pack, "so_trang"),
        number_at=_SIDES[page.so_trang_canh.gia_tri],
        first_without_number=page.an_so_trang_dau.gia_tri,
    )


def _boxes(pack: TheThuc) -> dict[str, tuple[Span, Span]]:
    stamp = pack.sao.dau
    if stamp is None:
        return {}
    size = _twips(stamp.rong_mm.gia_tri), _twips(stamp.cao_mm.gia_tri)
    return dict.fromkeys(copy_components(pack), size)


def _twips(rule: Khoang) -> Span:
    return _span(rule, TWIPS_A_MM)


def _span(rule: Khoang, per: float = 1) -> Span:
    return float(rule.tu) * per, None if rule.den is None else float(rule.den) * per
