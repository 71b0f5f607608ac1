"""Finds documents of one campaign that have the same number in the same series."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from generator.model import CoQuan, Dot, SaoLuc, VanBan
from generator.problems import Place, Problem, problem
from generator.regulations.packs import letter_kinds
from generator.wording.compare import fold
from generator.wording.speaker import speaker_of

Document = VanBan | SaoLuc

_SHOWN = 3


def same_numbers(documents: Mapping[str, Document], dot: Dot | None) -> dict[str, list[Problem]]:
    """Report on each document the others that bear its number.

    Numbers run within one body and one type; they begin again each year for a state body, with each
    term for a Party committee (NĐ 30 Phụ lục I; HD 36, HD 05).

    Args:
        documents: the documents by file name.
        dot: the campaign, which says who issues them; without it nothing is compared.

    Returns:
        By file name a problem KD050 at the number.
    """
    if dot is None:
        return {}
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, each in documents.items():
        if number := each.so_ky_hieu or each.so:
            body = speaker_of(each, dot).co_quan
            alike[fold(body.ten), _series(each), fold(str(number))].append(name)
    others: dict[str, list[str]] = defaultdict(list)
    for names in alike.values():
        for one, other in combinations(names, 2):
            if not _begun_again(documents[one], documents[other], dot):
                others[one].append(other)
                others[other].append(one)
    return {name: [_told(documents[name], its)] for name, its in others.items()}


def _series(document: Document) -> str:
    kind = letter_kinds().get(document.loai)
    return (kind.day_so if kind else None) or document.loai


def _begun_again(one: Document, other: Document, dot: Dot) -> bool:
    """Return whether the series began again between the days of two documents."""
    if one.ngay is None or other.ngay is None:
        return False
    body = speaker_of(one, dot).co_quan
    first, last = sorted((one.ngay, other.ngay))
    if body.khoi == "nha_nuoc":
        return first.year != last.year
    return any(first < day <= last for day in _beginnings(body))


def _beginnings(body: CoQuan) -> Iterator[dt.date]:
    for term in body.nhiem_ky:
        yield from filter(None, (term.chi_dinh_tu, term.be_mac_dai_hoi, term.hoi_nghi_dau))


def _told(document: Document, others: list[str]) -> Problem:
    key = "so_ky_hieu" if document.so_ky_hieu else "so"
    shown = ", ".join(f"«{each}»" for each in others[:_SHOWN])
    more = f" và {len(others) - _SHOWN} tệp khác" if len(others) > _SHOWN else ""
    number = document.so_ky_hieu or document.so
    return problem("KD050", Place(path=(key,)), so=number, tep=shown + more)
