"""`kiemdiem template check`: checks tags and fields of templates, and their format by the packs."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from lxml import etree

from generator.dossier.reports import word_papers
from generator.engine import compile_template
from generator.engine.fields import merged, shape_of
from generator.engine.relations import parse
from generator.engine.residue import open_template
from generator.engine.tags import W
from generator.handover import papers as pack_papers
from generator.model.kinds import Kind, LoaiGiayTo, LoaiVanBan
from generator.papers.form_values import KhoiKyIn, MucIn
from generator.papers.kinds import shape_for, shapes
from generator.papers.letter_papers import SHAPES, letter_shape
from generator.papers.own_templates import unused_templates
from generator.papers.templates import Templates, search_path
from generator.problems import Place, Problem, problem
from generator.reading.load import campaign_of, read_top
from generator.regulations import packs
from generator.regulations.catalogue import paper_kinds
from generator.regulations.che_do import BieuMau
from generator.regulations.in_force import regime_of
from generator.regulations.packs import letter_kinds
from generator.regulations.regimes import forms_by_template
from generator.regulations.rule import Khoang, KieuChu
from generator.regulations.the_thuc import TheThuc
from generator.setup.form_template_check import check_form
from generator.setup.trial import trial

_COMPONENTS = Path(packs.__file__).with_name("kieu-chu.yaml")
_BLOCKS = "khoi/"
CHECK_SHAPES: dict[str, Mapping[str, Any]] = {
    f"ho-so/{name}": shape for name, shape in {**word_papers.SHAPES, **pack_papers.SHAPES}.items()
}
_TWIPS_A_MM = 1440 / 25.4
_MEASURE, _LONGEST = re.compile(r"(-?\d+(?:\.\d+)?)(|mm|cm|in|pt|pc|pi)"), 12


def check_templates(
    files: tuple[Path, ...], folder: Path | None, campaign: Path | None
) -> tuple[dict[str, frozenset[str]], list[Problem]]:
    """Check templates without data.

    Args:
        files: Word files; if empty, every template on the search path.
        folder: the office's template folder.
        campaign: the campaign whose own templates take precedence.

    Returns:
        The fields each valid template uses, by its name, and every problem.
    """
    search = search_path(campaign, folder)
    known = _known(campaign)
    chosen = [(path.as_posix(), path) for path in files] or list(search.names())
    used: dict[str, frozenset[str]] = {}
    problems: list[Problem] = []
    for name, path in chosen:
        fields, found = _check(path, search, known)
        used[name] = fields
        problems += found
    dot = campaign_of(campaign) if campaign else None
    if campaign and dot:
        top, _ = read_top(campaign)
        problems += unused_templates(campaign, dot, top.documents.values)
    return used, list(dict.fromkeys(problems))


class Known(NamedTuple):
    """The shape of each template's values, and the form it is for, by the template's name."""

    shapes: Mapping[str, Mapping[str, Any]]
    forms: Mapping[str, BieuMau]


def _known(campaign: Path | None) -> Known:
    """Collect shapes and forms from the catalogue, with the kinds and forms of a campaign."""
    dot = campaign_of(campaign) if campaign else None
    forms = dict(forms_by_template())
    own: dict[str, Mapping[str, Any]] = {}
    kinds: list[Kind] = [*letter_kinds().values()]
    if dot is not None:
        kinds += dot.loai_rieng
        for form in regime_of(dot)[0].bieu_mau.values():
            forms[form.mau] = form
            own[form.mau] = shape_for(paper_kinds()[form.loai], form)
    for kind in kinds:
        if kind.mau and isinstance(kind, LoaiVanBan):
            own[kind.mau] = letter_shape(kind)
        elif kind.mau and isinstance(kind, LoaiGiayTo):
            own[kind.mau] = shape_for(kind, None)
    return Known({**shapes(), **CHECK_SHAPES, **own}, forms)


def _check(path: Path, search: Templates, known: Known) -> tuple[frozenset[str], list[Problem]]:
    name = search.name_of(path)
    template, problems = compile_template(path, search.find, known.shapes.get(name) or _any_shape())
    if template and name in known.shapes and path.parent.name != _BLOCKS.rstrip("/"):
        problems = [*problems, *trial(template, known.shapes[name])]
    parts, _ = open_template(path, path.as_posix())
    if parts is not None:
        styles, body = (parse(parts.get(f"word/{n}.xml", b"")) for n in ("styles", "document"))
        if styles is not None and body is not None:
            page = [] if path.parent.name == _BLOCKS.rstrip("/") else _check_page(body, path)
            problems = [*problems, *_check_styles(styles, path), *page]
        form = known.forms.get(name)
        if form is not None and body is not None:
            problems = [*problems, *check_form(template, body, path, form)]
    return (template.fields if template else frozenset()), problems


@cache
def _any_shape() -> dict[str, Any]:
    """Return the fields of all documents, for shared blocks and unknown templates.

    A block used under several headings takes its content from `muc`, which its template sets first.
    """
    found = [*SHAPES.values(), *shapes().values(), *CHECK_SHAPES.values()]
    every: dict[str, Any] = {}
    for shape in found:
        every = merged(every, dict(shape))
    return {**every, "muc": shape_of(MucIn), "khoi_ky": [shape_of(KhoiKyIn)]}


@cache
def _packs_to_keep() -> tuple[TheThuc, ...]:
    """Return the packs templates have to keep to: those in force today and those to come."""
    today = dt.datetime.now(tz=dt.UTC).date()
    every = [packs.load_pack(code) for code in packs.pack_codes()]
    in_force = {packs.pack_for(each.khoi, today, today.year).ma for each in every}
    return tuple(each for each in every if each.ma in in_force or each.hieu_luc.tu > today)


@cache
def _components() -> dict[str, dict[str, str]]:
    read: dict[str, dict[str, str]] = yaml.safe_load(_COMPONENTS.read_text("utf-8"))
    return read


def _check_styles(styles: etree._Element, path: Path) -> Iterator[Problem]:
    by_id = {style.get(f"{W}styleId") or "": style for style in styles.iter(f"{W}style")}
    names = {_val(style, "name"): key for key, style in by_id.items()}
    for pack in _packs_to_keep():
        for name, component in _components()[pack.khoi].items():
            rule = getattr(pack.co_chu, component)
            if name not in names or rule is None:
                continue
            wrong = list(_differences(by_id, names[name], rule.gia_tri))
            if wrong:
                place = Place(file=path.as_posix(), part=f"kiểu «{name}»")
                yield problem("KD350", place, sai=", ".join(wrong), goi=pack.ten, nguon=rule.nguon)


def _differences(by_id: dict[str, etree._Element], style: str, rule: KieuChu) -> Iterator[str]:
    size = _inherited(by_id, style, "sz")
    points = int(size) / 2 if size and size.isascii() and size.isdigit() else 10.0
    if not _within(points, rule.co):
        yield f"cỡ chữ {points:g} (quy định {_shown(rule.co)})"
    for tag, meant, name in (("b", rule.dam, "đậm"), ("i", rule.nghieng, "nghiêng")):
        found = _inherited(by_id, style, tag) not in {None, "0", "false"}
        if found != meant:
            yield f"{'' if found else 'không '}in {name}"


def _check_page(body: etree._Element, path: Path) -> Iterator[Problem]:
    # Templates serve both sides; their pages are those of the Party.
    pages = [pack.trang for pack in _packs_to_keep() if pack.khoi == "dang"]
    for section, page in product(body.iter(f"{W}sectPr"), pages):
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
            found = _millimetres(margins.get(f"{W}{attribute}") or "0")
            if found is None:
                place = Place(file=path.as_posix(), part="thiết lập trang")
                written = margins.get(f"{W}{attribute}")
                yield problem("KD348", place, gi=name, la=written)
            elif not landscape and not _within(round(found), rule.gia_tri):
                place = Place(file=path.as_posix(), part="thiết lập trang")
                yield problem(
                    "KD351",
                    place,
                    gi=name,
                    la=f"{found:g}",
                    dung=_shown(rule.gia_tri),
                    nguon=rule.nguon,
                )


def _millimetres(written: str) -> float | None:
    """Return a measure of Word (twips, or a number with its unit) in millimetres, None for none."""
    found = _MEASURE.fullmatch(written.strip())
    if found is None or len(written) > _LONGEST:
        return None
    per = {"": 1 / _TWIPS_A_MM, "mm": 1, "cm": 10, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6}
    return round(float(found[1]) * per.get(found[2], 25.4 / 6), 1)


def _inherited(by_id: dict[str, etree._Element], style: str, tag: str) -> str | None:
    """Return the value of a run property of a style, or of the style it is based on.

    «1» if the property is there without a value, None if it is not there.
    """
    seen: set[str] = set()
    while style in by_id and style not in seen:
        seen.add(style)
        found = by_id[style].find(f"{W}rPr/{W}{tag}")
        if found is not None:
            return found.get(f"{W}val") or "1"
        style = _val(by_id[style], "basedOn")
    return None


def _val(style: etree._Element, tag: str) -> str:
    found = style.find(f"{W}{tag}")
    return (found.get(f"{W}val") or "") if found is not None else ""


def _within(value: float, rule: Khoang) -> bool:
    return float(rule.tu) <= value and (rule.den is None or value <= float(rule.den))


def _shown(rule: Khoang) -> str:
    if rule.den is None:
        return f"từ {rule.tu}"
    return f"{rule.tu}" if rule.tu == rule.den else f"{rule.tu}–{rule.den}"
