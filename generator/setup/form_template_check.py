"""Checks that a form's template matches the form: headings in order, all values printed."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from generator.engine.tags import paragraphs
from generator.engine.template import Template
from generator.problems import Place, Problem, problem
from generator.regulations.che_do import BieuMau, Phan
from generator.wording.compare import fold

_QUOTES = str.maketrans("“”„«»‘’", '"""""\'\'')
_NUMBER = re.compile(r"^(?:[a-z]|[ivx]+|\d+)[.)/]\s*|^-\s*")
_PRINTED_AS = {"cham_diem": ("diem.tong",), "xep_loai": ("muc_xep_loai[]", "muc_de_xuat[]")}
_PERSON = ("ho_ten", "ngay_sinh", "don_vi_cong_tac", "chi_bo")


def check_form(
    template: Template | None, body: etree._Element, path: Path, form: BieuMau
) -> Iterator[Problem]:
    """Compare a template with its form.

    Args:
        template: the compiled template; if None (it has errors), only the headings are checked.
        body: its `word/document.xml`.
        path: the Word file.
        form: the form of the regime.

    Yields:
        KD352 for each heading that is missing or out of order, KD353 for each value of the form
        that the template does not print.
    """
    texts = [_comparable(found.text) for _, found in paragraphs(body, path.name, "document")]
    after = 0
    for each in form.phan:
        wanted = _comparable(each.tieu_de)
        at = next((i for i in range(after, len(texts)) if wanted in texts[i]), None)
        if at is None:
            place = Place(file=path.as_posix(), part="thân văn bản")
            yield problem(
                "KD352",
                place,
                muc=f"{each.danh_so} {each.tieu_de}".strip(),
                mau=form.ma,
                nguon=each.nguon,
            )
        else:
            after = at
    if template is not None:
        yield from _unprinted(template, path, form)


def _unprinted(template: Template, path: Path, form: BieuMau) -> Iterator[Problem]:
    wanted = [spelt for each in form.phan for spelt in _values(each)]
    if form.dung_cho == "ca_nhan":
        wanted += [((key,), key) for key in _PERSON]
    for prefixes, shown in wanted:
        if not any(field.startswith(prefixes) for field in template.fields):
            place = Place(file=path.as_posix())
            yield problem("KD353", place, truong=shown, mau=form.ma)


def _values(part: Phan) -> Iterator[tuple[tuple[str, ...], str]]:
    if not part.khoa:
        return
    yield _PRINTED_AS.get(part.khoa, (f"{part.khoa}.doan[]",)), part.khoa
    if part.cap_do:
        yield (f"{part.khoa}.cap_do[]",), f"{part.khoa}.cap_do"


def _comparable(text: str) -> str:
    """Normalise a text: numbering, quotation marks, dashes and the last full stop are ignored."""
    folded = fold(text.translate(_QUOTES)).replace("–", "-")
    return _NUMBER.sub("", folded).rstrip(" .:;")
