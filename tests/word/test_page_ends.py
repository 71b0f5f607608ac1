"""Rules of all shipped templates: what stays together at a page's end, parts numbered through, one spelling."""

import re
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Undefined
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from generator import shipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALL = sorted(shipped.TEMPLATES.rglob("*.docx"))
LISTS = [
    f"ho-so/{name}.docx"
    for name in ("tong-hop-danh-gia", "tong-hop-xep-loai", "muc-luc", "giao-nhan", "bang-kiem",
                 "chua-kiem-diem", "phu-luc-ket-qua", "bang-cham-diem")
] + ["dot/tong-hop-xep-loai.docx"]  # fmt: skip
WIDE_ENOUGH = 1320
"""Twentieths of a point that «31/01/2027» of 12 points needs in a cell."""


def name_of(path: Path) -> str:
    return path.relative_to(shipped.TEMPLATES).as_posix()


@cache
def body_of(path: Path) -> Any:
    return etree.fromstring(zipfile.ZipFile(path).read("word/document.xml")).find(f"{W}body")


@cache
def keeping_styles(path: Path) -> frozenset[str]:
    styles = etree.fromstring(zipfile.ZipFile(path).read("word/styles.xml"))
    return frozenset(
        each.get(f"{W}styleId")
        for each in styles.iter(f"{W}style")
        if is_on(each.find(f"{W}pPr/{W}keepNext"))
    )


def is_on(mark: Any) -> bool:
    return mark is not None and mark.get(f"{W}val") not in {"0", "false"}


def text(element: Any) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def keeps(path: Path, paragraph: Any) -> bool:
    own = paragraph.find(f"{W}pPr/{W}keepNext")
    if own is not None:
        return is_on(own)
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style is not None and style.get(f"{W}val") in keeping_styles(path)


def is_tag(paragraph: Any) -> bool:
    return text(paragraph).startswith("{%")


def bordered(path: Path) -> Iterator[Any]:
    """Tables with a head that is repeated: those that hold data."""
    return (
        t for t in body_of(path).iter(f"{W}tbl") if next(t.iter(f"{W}tblHeader"), None) is not None
    )


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_no_row_of_a_table_is_torn(path: Path) -> None:
    for table in bordered(path):
        torn = [
            text(row)
            for row in table.findall(f"{W}tr")
            if row.find(f"{W}trPr/{W}cantSplit") is None
        ]
        assert torn == []


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_words_above_a_table_stay_with_it(path: Path) -> None:
    for table in bordered(path):
        above = table.getprevious()
        while above is not None and above.tag == f"{W}p" and is_tag(above):
            above = above.getprevious()
        if above is not None and above.tag == f"{W}p" and text(above):
            assert keeps(path, above), text(above)


@pytest.mark.parametrize("name", LISTS)
def test_a_signature_has_a_row_of_its_list_on_its_page(name: str) -> None:
    path = shipped.TEMPLATES / name
    table = list(bordered(path))[-1]
    *rows, closing = table.findall(f"{W}tr")
    assert "include" in text(closing) or "(Ký" in text(closing)
    before = [row for row in rows if not text(row).startswith("{%tr")][-1]
    last = [p for p in before.find(f"{W}tc").iter(f"{W}p") if not is_tag(p)]
    assert any(keeps(path, each) for each in last)


@pytest.mark.parametrize(
    "path", [p for p in ALL if p.parent.name in {"mau01", "mau02"}], ids=name_of
)
def test_only_a_few_lines_are_held_to_a_signature(path: Path) -> None:
    held = 0
    for each in reversed(body_of(path).findall(f"{W}p")):
        if 'include "khoi/muc' in text(each) or not (is_tag(each) or keeps(path, each)):
            break
        held += not is_tag(each)
    assert held <= 12


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_a_date_fits_its_column(path: Path) -> None:
    for cell in body_of(path).iter(f"{W}tc"):
        width = cell.find(f"{W}tcPr/{W}tcW")
        if width is not None and re.search(r"\{\{ \w+\.(?:ngay\w*|thoi_han) ", text(cell)):
            assert int(width.get(f"{W}w")) >= WIDE_ENOUGH


class Nothing(Undefined):
    """A field that is empty, whatever is asked of it."""

    def __getattr__(self, name: str) -> Any:
        return self if not name.startswith("__") else super().__getattribute__(name)

    __str__ = lambda _self: ""  # noqa: E731
    __len__ = lambda _self: 0  # noqa: E731
    __getitem__ = lambda self, _key: self  # noqa: E731


def printed(path: Path, given: dict[str, Any]) -> list[str]:
    lines = (text(each) for each in body_of(path).iter(f"{W}p"))
    kept = [re.sub(r"\{%(?:p|tr) ", "{% ", line) for line in lines if "{%p include" not in line]
    source = "\n".join(line.replace("{{r ", "{{ ") for line in kept)
    return SandboxedEnvironment(undefined=Nothing).from_string(source).render(given).split("\n")


ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@pytest.mark.parametrize("path", [p for p in ALL if p.parent.name in {"ho-so", "dot"}], ids=name_of)
def test_parts_are_numbered_through_whatever_is_left_out(path: Path) -> None:
    names = sorted(set(re.findall(r"\{%p if (\w+) %\}", text(body_of(path)))))[:6]
    for chosen in product((False, True), repeat=len(names)):
        given = {name: [{}] if on else [] for name, on in zip(names, chosen, strict=True)}
        found = [m[1] for line in printed(path, given) if (m := re.match(r"([IVX]+)\. ", line))]
        assert found == list(ROMAN[1 : len(found) + 1]), given


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_one_sentence_is_spelt_one_way(path: Path) -> None:
    for each in body_of(path).iter(f"{W}p"):
        line = text(each)
        assert not ('"' in re.sub(r"\{[{%].*?[}%]\}", "", line) and "“" in line), line
        assert not (re.search(r"h[oO]á", line) and re.search(r"h[oO]́?óa|hóa", line)), line
