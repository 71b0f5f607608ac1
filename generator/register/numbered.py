"""Yields the documents of a data file that have a number of their own."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import CoQuan, DonViNam, Dot, SaoLuc, VanBan
from generator.model.campaign import Ky
from generator.model.fields import ThangNam, known_day
from generator.model.unit import TapThe
from generator.papers.heads import heads
from generator.papers.unit_year import UnitYear, year_of
from generator.problems import DataPath
from generator.reading.data_file import Value
from generator.regulations.packs import letter_of
from generator.wording.compare import same
from generator.wording.speaker import speaker_of

_ENDS = " ;,."
_ABOVE = "Như trên"


@dataclass(frozen=True, slots=True)
class NumberedDocument:
    """A numbered document: its path in its file and what the register records of it.

    `path` is empty for a file that is one document; `nguyen_van` is a số ký hiệu typed in full,
    `thang` what is known of a date without a day, `phat_hanh` its file as issued.
    """

    path: DataPath
    loai: str
    co_quan: CoQuan
    so: int | None
    ngay: dt.date | None
    trich_yeu: str
    noi_nhan: str
    nguoi_ky: str
    nguyen_van: str = ""
    thang: ThangNam | None = None
    phat_hanh: str = ""

    @property
    def muc(self) -> str:
        """Its path as written on the command line: «goi_y.0»."""
        return ".".join(map(str, self.path))


def numbered_documents(value: Value | None, dot: Dot) -> Iterator[NumberedDocument]:
    """Yield the numbered documents of a data file.

    Args:
        value: a document, a copy, or a unit's year; any other file has none.
        dot: the campaign.
    """
    match value:
        case VanBan() as document if _has_number(document, dot):
            yield _paper(document, document.loai, document.trich_yeu, dot)
        case SaoLuc() as copy:
            yield _paper(copy, copy.loai, f"{copy.hinh_thuc.capitalize()} {copy.ban_goc}", dot)
        case DonViNam() as nam:
            yield from _of_unit(year_of(nam, dot))


def _has_number(document: VanBan, dot: Dot) -> bool:
    kind = letter_of(document.loai, dot)
    return kind is None or kind.in_so


def _paper(document: VanBan | SaoLuc, loai: str, subject: str, dot: Dot) -> NumberedDocument:
    usual = speaker_of(document, dot)
    return NumberedDocument(
        (), loai, with_terms(usual.co_quan, dot), document.so, known_day(document.ngay),
        " ".join(subject.split()),
        _recipients(document.noi_nhan or usual.noi_nhan, _addressees(document)),
        _signer(document.ky or usual.ky), document.so_ky_hieu or "", _month(document.ngay),
        document.ban_phat_hanh or "",
    )  # fmt: skip


def _of_unit(year: UnitYear) -> Iterator[NumberedDocument]:
    for head in heads(year):
        given, usual = head.given, head.speaker
        typed = () if isinstance(given, TapThe) else given.noi_nhan
        above = () if isinstance(given, TapThe) else given.kinh_gui
        yield NumberedDocument(
            head.path, head.loai, with_terms(head.co_quan, year.dot), given.so,
            known_day(given.ngay),
            head.trich_yeu,
            _recipients(typed or usual.noi_nhan, above),
            _signer(given.ky or usual.ky),
            thang=_month(given.ngay),
            phat_hanh=given.ban_phat_hanh or "" if not isinstance(given, TapThe) else "",
        )  # fmt: skip


def with_terms(body: CoQuan, dot: Dot) -> CoQuan:
    """Add the terms of `dot.yaml` to the campaign's own body when a document names it again."""
    known = dot.co_quan.nhiem_ky
    if body.nhiem_ky or not known or not same(body.ten, dot.co_quan.ten):
        return body
    return body.model_copy(update={"nhiem_ky": known})


def _month(given: dt.date | ThangNam | None) -> ThangNam | None:
    return given if isinstance(given, ThangNam) else None


def _addressees(document: VanBan | SaoLuc) -> tuple[str, ...]:
    return document.kinh_gui if isinstance(document, VanBan) else ()


def _recipients(names: Iterable[str], addressees: Sequence[str]) -> str:
    """Return the recipients in one line: for «Như trên» those who are named above, on page 1."""
    plain = [each.strip().strip("-").strip(_ENDS) for each in names]
    above = [each.strip().strip("-").strip(_ENDS) for each in addressees]
    told = (each for name in plain for each in (above if above and same(name, _ABOVE) else [name]))
    return "; ".join(dict.fromkeys(told))


def _signer(signer: Ky | None) -> str:
    return (signer.ho_ten or "") if signer else ""
