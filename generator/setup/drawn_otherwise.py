"""Says where a template is drawn otherwise than the thể thức packs prescribe.

Only an office's own templates stay as they are drawn; shipped ones are given the values of the pack
when they are used (`papers.looks`).
"""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from lxml import etree

from generator.engine.look import TWIPS_A_MM
from generator.engine.styles import TWIPS_A_POINT, Styles, line_of, twips
from generator.engine.tags import W
from generator.problems import Place, Problem, problem
from generator.regulations.components import components, style_of
from generator.regulations.rule import Khoang, KieuChu, KieuDongKy
from generator.regulations.the_thuc import TheThuc


def drawn_otherwise(
    styles: etree._Element,
    body: etree._Element | None,
    path: Path,
    packs: Sequence[TheThuc],
    khoi: str = "dang",
) -> Iterator[Problem]:
    """Yield what differs, each with its style or the page.

    Args:
        styles: the parsed styles.
        body: the parsed document, for its pages; None for a block.
        path: the Word file.
        packs: those to keep to.
        khoi: whose template it is: what serves Party and State alike is judged by this side.
    """
    known = Styles(styles)
    own = [pack for pack in packs if pack.khoi == khoi]
    shared = {name for pack in own for name in components(pack)}
    for pack in packs:
        yield from _letters(known, path, pack, frozenset() if pack.khoi == khoi else shared)
    for pack in own:
        yield from _paragraphs(known, path, pack)
        if body is not None:
            yield from _pages(body, path, pack)


def _letters(
    styles: Styles, path: Path, pack: TheThuc, without: Collection[str]
) -> Iterator[Problem]:
    for name, component in components(pack).items():
        rule = getattr(pack.co_chu, component)
        if name in without or name not in styles.names or rule is None:
            continue
        wrong = list(_differences(styles, styles.names[name], rule.gia_tri))
        if wrong:
            place = Place(file=path.as_posix(), part=f"kiểu «{name}»")
            yield problem("KD350", place, sai=", ".join(wrong), goi=pack.ten, nguon=rule.nguon)


def _differences(styles: Styles, key: str, rule: KieuChu | KieuDongKy) -> Iterator[str]:
    points = styles.size(key)
    if points is None or not _within(points, rule.co):
        shown = "không rõ" if points is None else f"{points:g}"
        yield f"cỡ chữ {shown} (quy định {_shown(rule.co)})"
    if not isinstance(rule, KieuChu):
        return
    for tag, meant, name in (("b", rule.dam, "đậm"), ("i", rule.nghieng, "nghiêng")):
        if styles.has(key, tag) != meant:
            yield f"{'không ' if meant else ''}in {name}"


def _paragraphs(styles: Styles, path: Path, pack: TheThuc) -> Iterator[Problem]:
    name = style_of(pack, "noi_dung")
    wrong = list(_differing(styles, styles.names[name], pack)) if name in styles.names else []
    if wrong:
        place = Place(file=path.as_posix(), part=f"kiểu «{name}»")
        yield problem("KD354", place, sai="; ".join(wrong), goi=pack.ten)


def _differing(styles: Styles, key: str, pack: TheThuc) -> Iterator[str]:
    rule = pack.doan
    indent = (styles.measure(key, "ind", "firstLine") or 0) / TWIPS_A_MM
    if not _within(round(indent, 1), rule.thut_dau_dong_chap_nhan_mm.gia_tri):
        yield f"thụt đầu dòng {indent:.3g} mm (quy định {_shown(rule.thut_dau_dong_mm.gia_tri)} mm)"
    sides = (styles.measure(key, "spacing", side) or 0 for side in ("before", "after"))
    gap = max(sides) / TWIPS_A_POINT
    if not _within(gap, rule.cach_doan_pt.gia_tri):
        yield f"cách đoạn {gap:g} pt (quy định {_shown(rule.cach_doan_pt.gia_tri)} pt)"
    line, exact = line_of(styles, key)
    meant = rule.gian_dong_kieu.gia_tri == "dung"
    if exact != meant or not _within(round(line, 2), rule.gian_dong.gia_tri):
        due = _line(_shown(rule.gian_dong.gia_tri), meant)
        yield f"giãn dòng {_line(f'{line:.3g}', exact)} (quy định {due})"
    if (styles.word(key, "jc", "val") == "both") != rule.canh_deu.gia_tri:
        yield "căn lề hai bên" if not rule.canh_deu.gia_tri else "không căn đều hai bên"


def _line(shown: str, exact: bool) -> str:
    return f"đúng {shown} pt" if exact else f"{shown} dòng"


def _pages(body: etree._Element, path: Path, pack: TheThuc) -> Iterator[Problem]:
    page = pack.trang
    place = Place(file=path.as_posix(), part="thiết lập trang")
    for section in body.iter(f"{W}sectPr"):
        margins, size = section.find(f"{W}pgMar"), section.find(f"{W}pgSz")
        if margins is None or size is None:
            continue
        landscape = size.get(f"{W}orient") == "landscape"
        for attribute, rule, name in (
            ("top", page.le_tren_mm, "lề trên"),
            ("bottom", page.le_duoi_mm, "lề dưới"),
            ("left", page.le_trai_mm, "lề trái"),
            ("right", page.le_phai_mm, "lề phải"),
            ("header", page.so_trang_cach_mep_mm, "số trang cách mép trên"),
        ):
            written = margins.get(f"{W}{attribute}") or "0"
            measured = twips(written)
            if measured is None:
                yield problem("KD348", place, gi=name, la=written)
                continue
            found = round(measured / TWIPS_A_MM, 1)
            if not landscape and not _within(round(found), rule.gia_tri):
                yield problem(
                    "KD351",
                    place,
                    gi=name,
                    la=f"{found:g}",
                    dung=_shown(rule.gia_tri),
                    nguon=rule.nguon,
                )


def _within(value: float, rule: Khoang) -> bool:
    return float(rule.tu) <= value and (rule.den is None or value <= float(rule.den))


def _shown(rule: Khoang) -> str:
    if rule.den is None:
        return f"từ {rule.tu}"
    return f"{rule.tu}" if rule.tu == rule.den else f"{rule.tu}–{rule.den}"
