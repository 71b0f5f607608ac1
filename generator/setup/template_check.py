"""`kiemdiem template check`: checks tags and fields of templates, and their format by the packs."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from generator import shipped
from generator.dossier.reports import word_papers
from generator.engine.relations import parse
from generator.engine.residue import open_template
from generator.engine.shapes import merged, shape_of
from generator.handover import papers as pack_papers
from generator.model.kinds import Kind, LoaiGiayTo, LoaiVanBan
from generator.papers.form_values import KhoiKyIn, MucIn
from generator.papers.kinds import shape_for, shapes
from generator.papers.letter_papers import SHAPES, letter_shape
from generator.papers.letter_values import KyIn
from generator.papers.own_templates import unused_templates
from generator.papers.templates import Templates, search_path
from generator.problems import Problem
from generator.reading.load import campaign_of, read_top
from generator.regulations import packs
from generator.regulations.catalogue import paper_kinds
from generator.regulations.che_do import BieuMau
from generator.regulations.in_force import regime_of
from generator.regulations.packs import letter_kinds
from generator.regulations.regimes import forms_by_template
from generator.regulations.the_thuc import TheThuc
from generator.setup.drawn_otherwise import drawn_otherwise
from generator.setup.form_template_check import check_form
from generator.setup.trial import trial

_BLOCKS = "khoi/"
CHECK_SHAPES: dict[str, Mapping[str, Any]] = {
    f"ho-so/{name}": shape for name, shape in {**word_papers.SHAPES, **pack_papers.SHAPES}.items()
}


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
    """The shape of each template's values, and the form it is for, by the template's name.

    `khoi` is the side whose thể thức an office's own templates keep to.
    """

    shapes: Mapping[str, Mapping[str, Any]]
    forms: Mapping[str, BieuMau]
    khoi: str = "dang"


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
    side = dot.co_quan.khoi if dot else "dang"
    return Known({**shapes(), **CHECK_SHAPES, **own}, forms, side)


def _check(path: Path, search: Templates, known: Known) -> tuple[frozenset[str], list[Problem]]:
    name = search.name_of(path)
    template, problems = search.compiled_file(path, known.shapes.get(name) or _any_shape())
    if template and name in known.shapes and path.parent.name != _BLOCKS.rstrip("/"):
        problems = [*problems, *trial(template, known.shapes[name])]
    parts, _ = open_template(path, path.as_posix())
    if parts is not None:
        styles, body = (parse(parts.get(f"word/{n}.xml", b"")) for n in ("styles", "document"))
        if styles is not None and body is not None:
            is_block = path.parent.name == _BLOCKS.rstrip("/")
            page = None if is_block else body
            side = "dang" if path.is_relative_to(shipped.TEMPLATES) else known.khoi
            problems += drawn_otherwise(styles, page, path, _packs_to_keep(), side)
        form = known.forms.get(name)
        if form is not None and body is not None:
            problems = [*problems, *check_form(template, body, path, form)]
    return (template.fields if template else frozenset()), problems


@cache
def _any_shape() -> dict[str, Any]:
    """Return the fields of all documents, for shared blocks and unknown templates.

    A block used under several headings takes its content from `muc`, one used for several signers
    from `nguoi`; who includes it sets them first.
    """
    found = [*SHAPES.values(), *shapes().values(), *CHECK_SHAPES.values()]
    every: dict[str, Any] = {}
    for shape in found:
        every = merged(every, dict(shape))
    set_first = {"muc": shape_of(MucIn), "nguoi": shape_of(KyIn)}
    return {**every, **set_first, "khoi_ky": [shape_of(KhoiKyIn)]}


@cache
def _packs_to_keep() -> tuple[TheThuc, ...]:
    """Return the packs templates have to keep to: those in force today and those to come."""
    today = dt.datetime.now(tz=dt.UTC).date()
    every = [packs.load_pack(code) for code in packs.pack_codes()]
    in_force = {packs.pack_for(each.khoi, today, today.year).ma for each in every}
    return tuple(each for each in every if each.ma in in_force or each.hieu_luc.tu > today)
