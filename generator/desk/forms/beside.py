"""Findings beside the fields of a form, and the state of each of its sections."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.desk.beneath import names_key
from generator.desk.forms.parts import Group, Input, Part, Rows, Section
from generator.desk.found import Found
from generator.desk.muc import muc_of, path_of
from generator.desk.signs import Sign
from generator.problems import Severity


class Shown(NamedTuple):
    """A section as its page shows it: `ma` is its mark in addresses, `so` how many it asks for."""

    ma: str
    ten: str
    o: tuple[Part, ...]
    it_dung: tuple[Part, ...]
    sign: Sign
    so: int
    da_ghi: int


class Beside(NamedTuple):
    """A form with what is found: by the place of a field, and what no field stands for."""

    phan: tuple[Shown, ...]
    o: Mapping[str, list[Found]]
    chung: list[Found]


def beside(sections: Iterable[Section], findings: Iterable[Found]) -> Beside:
    """Put findings beside the fields that they are about, or beside the nearest group above."""
    parts = list(sections)
    shown = {muc for each in parts for muc in _places((*each.o, *each.it_dung))}
    placed: dict[str, list[Found]] = {}
    others: list[Found] = []
    for each in findings:
        path = path_of(each.muc)
        while path and muc_of(path) not in shown:
            path = path[:-1]
        if path:
            placed.setdefault(_field(each, muc_of(path), shown), []).append(each)
        else:
            others.append(each)
    return Beside(
        tuple(_shown(number, each, placed) for number, each in enumerate(parts, 1)), placed, others
    )


def _field(found: Found, muc: str, shown: set[str]) -> str:
    """Return the field of a group that a finding about the group names, else the group."""
    below = (
        each for each in shown if each.startswith(f"{muc}.") and "." not in each[len(muc) + 1 :]
    )
    return next((each for each in below if names_key(found, each[len(muc) + 1 :])), muc)


def _shown(number: int, section: Section, placed: Mapping[str, list[Found]]) -> Shown:
    both = (*section.o, *section.it_dung)
    its = [one for muc in _places(both) for one in placed.get(muc, ())]
    errors = sum(one.loi for one in its)
    warnings = sum(one.muc_do is Severity.WARNING for one in its)
    written = sum(bool(each) for each in _values(section.it_dung))
    if errors:
        sign = Sign("sai", f"Lỗi {errors}")
    elif warnings:
        sign = Sign("canh-bao", f"Cảnh báo {warnings}")
    elif any(_values(both)):
        sign = Sign("du", "Đã ghi")
    else:
        sign = Sign("cho", "Trống")
    return Shown(
        f"p{number}", section.ten, section.o, section.it_dung, sign, errors + warnings, written
    )


def _places(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        yield part.muc
        match part:
            case Group():
                yield from _places((*part.o, *part.it_dung))
            case Rows():
                for row in part.dong:
                    yield row.muc
                    yield from _places((*row.o, *row.it_dung))


def _values(parts: Iterable[Part]) -> Iterator[str]:
    """Yield what the file says in the fields of parts."""
    for part in parts:
        match part:
            case Input():
                yield part.gia_tri
            case Group():
                yield from _values((*part.o, *part.it_dung))
            case Rows():
                yield "không có" if part.khong_co else ""
                for row in part.dong:
                    yield from _values((*row.o, *row.it_dung))
