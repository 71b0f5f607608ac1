"""A notice stands at the head of a document, whatever its template has or lacks."""

import io
from pathlib import Path

import docx
import pytest

from generator.engine.notice import NOTICE
from generator.engine.render import render
from tests.engine.build import compiled, p, table
from tests.engine.build import docx as package
from tests.word.validators import findings

LINES = ["DỰ THẢO", "Vì số phiếu < số người & «sai»"]
BODIES = {
    "a paragraph": p("Kính gửi: {{ ten }}"),
    "no tag in the main part": p("Kính gửi các chi bộ"),
    "a table first": table(["{{ ten }}"]) + p("Nội dung"),
    "a statement first": p("{%p if ten %}") + p("{{ ten }}") + p("{%p endif %}") + p("x"),
}


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("footer", ["", p("{{ ten }}")])
def test_it_is_the_first_thing_of_any_document(tmp_path: Path, body: str, footer: str) -> None:
    template, problems = compiled(package(BODIES[body], footer=footer), tmp_path)
    assert template, problems
    plain, _ = render(template, {"ten": "An"})
    marked, _ = render(template, {"ten": "An", NOTICE: LINES})
    assert plain
    assert marked
    assert findings(marked) == []
    before, after = (docx.Document(io.BytesIO(data)) for data in (plain, marked))
    inner = list(after.element.body)[: len(LINES)]
    assert inner == [each._element for each in after.paragraphs[:2]]
    assert [each.text for each in after.paragraphs[:2]] == LINES
    assert [each.text for each in after.paragraphs[2:]] == [each.text for each in before.paragraphs]
    assert len(after.tables) == len(before.tables)


def test_letters_that_no_document_may_hold_are_left_out(tmp_path: Path) -> None:
    template, _ = compiled(package(p("{{ ten }}")), tmp_path)
    assert template
    data, problems = render(template, {"ten": "An", NOTICE: ["DỰ\x00 THẢO\ufffe", "\x0b\ud800x"]})
    assert problems == []
    assert data
    assert findings(data) == []


def test_without_lines_nothing_is_added(tmp_path: Path) -> None:
    template, _ = compiled(package(p("{{ ten }}")), tmp_path)
    assert template
    assert render(template, {"ten": "An", NOTICE: []}) == render(template, {"ten": "An"})
