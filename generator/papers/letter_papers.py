"""The letters of a campaign as papers: file name, template, values."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from generator.engine.look import Look
from generator.engine.shapes import shape_of
from generator.files.file_names import file_names
from generator.model import Dot, SaoLuc, VanBan
from generator.model.kinds import LoaiVanBan
from generator.model.letter import EXTRACT
from generator.papers.copied import nothing_printed, part_of
from generator.papers.letter_body import body
from generator.papers.letter_values import SaoLucIn, VanBanIn
from generator.papers.letters import pack_of, printed_copy, printed_letter
from generator.papers.looks import look_of
from generator.papers.paper import Paper, made
from generator.papers.templates import Templates
from generator.problems import Problem
from generator.reading.load import Campaign
from generator.reading.positions import located
from generator.regulations.packs import letter_of
from generator.wording.pipe_tables import is_row

SHAPES: dict[type[VanBan] | type[SaoLuc], Mapping[str, Any]] = {
    VanBan: shape_of(VanBanIn),
    SaoLuc: shape_of(SaoLucIn),
}


def letter_shape(kind: LoaiVanBan) -> Mapping[str, Any]:
    """Return the shape of the values of a kind of letter, determined by its layout family."""
    return SHAPES[SaoLuc if kind.bo_cuc == "sao" else VanBan]


def template_of(loai: str, dot: Dot | None) -> str:
    """Return the name of the Word template of a kind of letter, also for the office's own kinds."""
    kind = letter_of(loai, dot)
    return (kind.mau if kind else None) or loai


def produce(
    campaign: Campaign, name: str, templates: Templates
) -> tuple[bytes | None, list[Problem]]:
    """Generate one document of a campaign whose data has no errors.

    Args:
        campaign: the parsed campaign.
        name: the name of the data file.
        templates: where templates are found.

    Returns:
        The bytes of the `.docx`, or None with the problems of compiling or filling the template.
    """
    return made(letter_paper(campaign, name, letter_names(campaign)[name]), templates)


def letter_names(campaign: Campaign) -> dict[str, str]:
    """Return the output file name of each letter, by the name of its data file."""
    stems = [Path(name).stem for name in campaign.documents]
    names = [f"{name}.docx" for name in file_names(stems)]
    return dict(zip(campaign.documents, names, strict=True))


def letter_paper(campaign: Campaign, name: str, tep: str) -> Paper:
    """Return a letter or a copy of a campaign as a paper to generate.

    Args:
        campaign: the parsed campaign, with `dot.yaml`.
        name: the name of the data file; neither it nor the original of a copy has errors.
        tep: the name of the output file.
    """
    document = campaign.documents[name]
    return Paper(
        tep=tep,
        mau=document.mau or template_of(document.loai, campaign.dot),
        shape=SHAPES[type(document)],
        build=partial(_printed, campaign, document),
        located=partial(located, path=campaign.folder / name),
        look=_look(campaign, document),
        must=_must(campaign, document),
    )


def _must(campaign: Campaign, document: VanBan | SaoLuc) -> frozenset[str]:
    """Return which values of tables a letter, or what is copied, has."""
    letter = document if isinstance(document, VanBan) else campaign.documents.get(document.ban_goc)
    if not isinstance(letter, VanBan):
        return frozenset()
    texts = [each.noi_dung or "" for each in letter.phu_luc]
    annexed = any(each.bang for each in letter.phu_luc) or any(map(_has_table, texts))
    has = {
        "noi_dung[].bang": bool(letter.bang) or _has_table(letter.noi_dung),
        "phu_luc[].noi_dung[].bang": annexed,
        "phu_luc[].kho": any(each.ngang for each in letter.phu_luc),
    }
    return frozenset(path for path, there in has.items() if there)


def _has_table(text: str) -> bool:
    return "|" in text and any(map(is_row, text.split("\n")))


def _look(campaign: Campaign, document: VanBan | SaoLuc) -> Look:
    """Return the look of a letter; what is copied keeps that of its own day."""
    if campaign.dot is None:
        raise ValueError(campaign.folder)
    pack, _ = pack_of(document, campaign.dot)
    original = None if isinstance(document, VanBan) else campaign.documents.get(document.ban_goc)
    if original is None:
        return look_of(pack)
    return look_of(pack_of(original, campaign.dot)[0], pack)


def _printed(campaign: Campaign, document: VanBan | SaoLuc) -> Mapping[str, Any]:
    if campaign.dot is None:
        raise ValueError(campaign.folder)
    if isinstance(document, VanBan):
        return printed_letter(document, campaign.dot)
    copy = printed_copy(document, campaign.dot)
    if document.is_foreign:
        # Its own pages are printed or scanned; only the block of the copy is ours.
        return {**nothing_printed(document, campaign.dot), "ban_sao": copy}
    original = campaign.documents[document.ban_goc]
    if not isinstance(original, VanBan):
        raise TypeError(document.ban_goc)
    if document.hinh_thuc != EXTRACT:
        return {**printed_letter(original, campaign.dot), "ban_sao": copy}
    part = part_of(original, document.phan_trich)
    # A part has no end of a document, and does not resolve: it is copied as it stands.
    return {
        **printed_letter(part, campaign.dot),
        "loi_quyet": "",
        "noi_dung": body(part.noi_dung, part.bang, all_given=False),
        "ban_sao": copy,
    }
