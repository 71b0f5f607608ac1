"""On which papers a key of the data is printed, read out of the tags of the Word templates."""

import re
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from generator import shipped
from generator.regulations.catalogue import paper_kinds
from generator.regulations.packs import letter_kinds
from generator.regulations.regimes import forms_by_template, load_regime, regime_codes
from generator.setup.keys import Key, only_once

_MARKUP = re.compile(r"<[^>]+>")
_TAG = re.compile(r"\{[{%]\w*\s(.*?)[%}]\}")
_INCLUDE = re.compile(r'include "([^"]+)"')
_LOOP = re.compile(r"for (\w+) in ([\w.]+)")
_QUOTED = re.compile(r'"[^"]*"')
_PATH = re.compile(r"[a-z_]\w*(?:\.[a-z_]\w*)*")


LETTERS = frozenset({"VanBan", "SaoLuc"})
"""The models whose keys letters print as they are."""


_REVIEWED = {"TapThe": "tap_the", "CaNhan": "ca_nhan", "CaNhanTep": "ca_nhan"}
"""Models of a review, the only ones that forms have headings for, and whom those forms are for."""


class Uses(NamedTuple):
    """The keys that a template prints: by themselves, and with the key above each."""

    names: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def printed_on(key: Key) -> list[str]:
    """Return the papers whose templates print a key, in alphabetical order.

    A name that means several things counts where a template prints it under a key that it stands
    under in the data too. The headings of forms are data of the regimes.
    """
    letters = {kind.ten for kind in letter_kinds().values()}
    found = {
        paper
        for paper, uses in _uses().items()
        if any((above, key.name) in uses.pairs for above in key.above)
        or (key.name in uses.names and only_once(key.name))
        or (key.name in uses.names and key.model in LETTERS and paper in letters)
    }
    headed = _headings().get((key.name, _REVIEWED.get(key.model, "")), frozenset())
    return sorted({*found, *headed})


@cache
def _uses() -> dict[str, Uses]:
    found: dict[str, Uses] = {}
    for template, paper in _papers().items():
        path = shipped.TEMPLATES / f"{template}.docx"
        paths = list(_paths(path, {}))
        names = {part for each in paths for part in each}
        pairs = {pair for each in paths for pair in pairwise(each)}
        before = found.get(paper, Uses(frozenset(), frozenset()))
        found[paper] = Uses(before.names | names, before.pairs | pairs)
    return found


def _papers() -> dict[str, str]:
    """The name of the paper of each template."""
    return {
        **{kind.mau: kind.ten for kind in letter_kinds().values() if kind.mau},
        **{kind.mau: kind.ten for kind in paper_kinds().values() if kind.mau},
        **{template: form.ma for template, form in forms_by_template().items()},
    }


def _paths(path: Path, loops: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the paths of data that the tags of a template and its blocks name.

    A variable of a loop stands for what is looped over.
    """
    with zipfile.ZipFile(path) as packed:
        text = "".join(
            _MARKUP.sub("", packed.read(name).decode())
            for name in packed.namelist()
            if re.fullmatch(r"word/(document|header\d*|footer\d*|footnotes)\.xml", name)
        )
    for tag in _TAG.findall(text):
        block = _INCLUDE.search(tag)
        if block:
            yield from _paths(shipped.TEMPLATES / block[1], loops)
            continue
        loop = _LOOP.search(tag)
        if loop:
            loops[loop[1]] = loop[2]
        for found in _PATH.findall(_QUOTED.sub("", tag)):
            first, *rest = found.split(".")
            yield (*_meant(first, loops).split("."), *rest)


def _meant(name: str, loops: dict[str, str]) -> str:
    """Return what a name stands for: a variable of a loop is what is looped over."""
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        head, dot, rest = name.partition(".")
        name = loops.get(head, head) + dot + rest
    return name


@cache
def _headings() -> dict[tuple[str, str], frozenset[str]]:
    """The forms that have a heading for a key, by key and by whom the form is for."""
    found: dict[tuple[str, str], set[str]] = {}
    for code in regime_codes():
        for form in load_regime(code).bieu_mau.values():
            for part in form.phan:
                for name in part.khoa.split("."):
                    found.setdefault((name, form.dung_cho), set()).add(form.ma)
    return {name: frozenset(forms) for name, forms in found.items()}
