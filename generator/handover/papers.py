"""Computes the printed values of the two documents of a pack: mục lục and biên bản giao nhận."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TypedDict

from generator.dossier.results import CheckedCampaign
from generator.engine.shapes import shape_of
from generator.model import Dot
from generator.model.unit import DonViNam
from generator.papers.form_values import BieuMauIn
from generator.papers.letter_values import KyIn
from generator.papers.unit_year import UnitYear, signed, unit_head, year_of


class HangMucLucIn(TypedDict):
    """A row of the list of documents in a pack."""

    tt: str
    muc: str
    ten: str
    doi_tuong: str
    so_bo: str
    tep: str


class MucLucIn(BieuMauIn):
    """Mục lục of a pack; `viec_thieu` lists what is missing, empty when the pack is complete."""

    ten_don_vi: str
    danh_muc: str
    hang: list[HangMucLucIn]
    viec_thieu: list[str]
    ky: KyIn


class GiaoNhanIn(BieuMauIn):
    """Biên bản giao nhận of a pack."""

    ten_don_vi: str
    danh_muc: str
    hang: list[HangMucLucIn]
    so_tep: str
    ma_bam: str
    gui_ve: str
    viec_thieu: list[str]


@dataclass(frozen=True, slots=True)
class PackedDocument:
    """A document of a pack: item, title, subject, copies, and file (empty: on paper only)."""

    muc: str
    ten: str
    doi_tuong: str
    so_bo: int
    tep: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The data of both documents of a pack.

    `con_thieu` describes what the dossier lacks, empty when it is complete.
    """

    nam: DonViNam
    campaign: CheckedCampaign
    dot: Dot
    van_ban: tuple[PackedDocument, ...]
    con_thieu: tuple[str, ...]


def muc_luc(contents: Contents) -> MucLucIn:
    """Compute the mục lục: the pack's documents in checklist order, and what is missing."""
    nam = contents.nam
    year = _year(contents)
    return {
        **unit_head(year, f"Mục lục hồ sơ {nam.don_vi.ten}", nam.ngay_nop_ho_so),
        "ten_don_vi": nam.don_vi.ten,
        "danh_muc": contents.campaign.trich_dan,
        "hang": _rows(contents.van_ban),
        "viec_thieu": list(contents.con_thieu),
        "ky": signed(year, nam.ky, nam.ngay_nop_ho_so),
    }


def giao_nhan(contents: Contents, digest: str, files: int, sent_to: str) -> GiaoNhanIn:
    """Compute the biên bản giao nhận (minutes of handover) of a pack.

    Args:
        contents: the data of the pack.
        digest: SHA-256 of the manifest, in hexadecimal.
        files: the number of files in the pack.
        sent_to: the recipient.
    """
    nam = contents.nam
    year = _year(contents)
    return {
        **unit_head(year, f"Biên bản giao nhận hồ sơ {nam.don_vi.ten}", None),
        "ten_don_vi": nam.don_vi.ten,
        "danh_muc": contents.campaign.trich_dan,
        "hang": _rows(contents.van_ban),
        "so_tep": str(files),
        "ma_bam": " ".join(wrap(digest, 8)),
        "gui_ve": sent_to,
        "viec_thieu": list(contents.con_thieu),
    }


def _year(contents: Contents) -> UnitYear:
    """Return the unit's year dated by the check: the papers of a pack are not signed before it."""
    day = contents.campaign.tinh_den
    return year_of(contents.nam, contents.dot, day)


def _rows(entries: Sequence[PackedDocument]) -> list[HangMucLucIn]:
    return [
        {
            "tt": str(number),
            "muc": each.muc,
            "ten": each.ten,
            "doi_tuong": each.doi_tuong,
            "so_bo": str(each.so_bo),
            "tep": each.tep.partition(" ")[0] or "giấy",
        }
        for number, each in enumerate(entries, 1)
    ]


SHAPES = {"muc-luc": shape_of(MucLucIn), "giao-nhan": shape_of(GiaoNhanIn)}
"""The shape of the values for the template of each paper of a pack."""
