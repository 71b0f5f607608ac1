"""No hostile expression yields a document, wherever in the Word file it stands."""

import os
import time
from pathlib import Path

import pytest

from tests.engine.build import docx, filled, p, table
from tests.engine.hostile import payloads

CONTEXT = {"x": "văn bản", "y": "upper", "n": 10, "xs": ["một", "hai"], "d": {"a": "1"}}
BENIGN = (
    "{{ x }}{% for a in xs %}{{ a|upper }}{% endfor %}{{ d.a }}{% if n > 3 %}{{ n + 1 }}{% endif %}"
)
PLACES = {
    "body": lambda text: docx(p(text)),
    "table cell": lambda text: docx(table([text, "b"], ["c", "d"]) + p("hết")),
    "header": lambda text: docx(p("a"), header=p(text)),
    "footer": lambda text: docx(p("a"), footer=p(text)),
    "footnote": lambda text: docx(p("a"), footnotes=p(text)),
    "core properties": lambda text: docx(p("a"), title=text),
}


def test_there_are_at_least_two_hundred_hostile_expressions() -> None:
    assert len(payloads()) == len(set(payloads()))
    assert len(payloads()) >= 200


@pytest.mark.parametrize("place", PLACES)
def test_a_harmless_expression_prints_in_every_place(tmp_path: Path, place: str) -> None:
    data, problems = filled(PLACES[place](BENIGN), tmp_path, CONTEXT)
    assert (data is not None, problems) == (True, [])


@pytest.mark.parametrize("place", PLACES)
def test_every_hostile_expression_is_refused(tmp_path: Path, place: str) -> None:
    before = sorted(os.listdir(tmp_path))
    passed = []
    for payload in payloads():
        start = time.process_time()
        data, problems = filled(PLACES[place](payload), tmp_path, CONTEXT)
        if data is not None or not problems:
            passed.append(payload)
        assert time.process_time() - start < 2, payload
        assert all(problem.code.startswith("KD3") for problem in problems)
    assert passed == []
    assert set(os.listdir(tmp_path)) - set(before) <= {"mau.docx"}
    assert CONTEXT["xs"] == ["một", "hai"]
    assert CONTEXT["d"] == {"a": "1"}


HIDDEN = "{{ cycler.__init__.__globals__.os.popen('id').read() }}"


@pytest.mark.parametrize(
    "body",
    [
        f'<w:p><w:pPr><w:pStyle w:val="{HIDDEN}"/></w:pPr></w:p>',
        f"<w:p><w:r><w:instrText>{HIDDEN}</w:instrText></w:r></w:p>",
        f"<w:p><w:del w:id='1' w:author='a'><w:r><w:delText>{HIDDEN}</w:delText></w:r></w:del></w:p>",
        f"<!-- {HIDDEN} --><w:p/>",
        f"<w:p><w:r><w:t><![CDATA[{HIDDEN}]]></w:t></w:r></w:p>",
        f"<?xml-stylesheet {HIDDEN}?><w:p/>",
        "<w:p>" + "".join(f"<w:r><w:t>{c}</w:t></w:r>" for c in HIDDEN) + "</w:p>",
        "<w:p><w:r><w:t>{</w:t></w:r></w:p><w:p><w:r><w:t>{ cycler.__init__ }}</w:t></w:r></w:p>",
        p("{{ x[“__class__”] }}"),
        p("{{ x[‘__class__’] }}"),
        p("{{r x.__class__ }}"),
        p("{{p x.__class__ }}"),
        p("{%p if x.__class__ %}") + p("a") + p("{%p endif %}"),
        table(["{%tr for a in x.__class__.__mro__ %}"], ["{{ a }}"], ["{%tr endfor %}"]),
        table(["{% colspan x.__class__ %}a"]),
        table(["{% cellbg cycler.__init__ %}a"]),
    ],
)
def test_a_hidden_expression_is_refused_too(tmp_path: Path, body: str) -> None:
    data, problems = filled(docx(body), tmp_path, CONTEXT)
    assert data is None
    assert problems


@pytest.mark.parametrize(
    "call", ["range(*so)", "namespace(**so)", "range(1, *so)", "chao(*so)", "chao(ten='x', **so)"]
)
def test_arguments_that_come_out_of_the_data_are_refused(tmp_path: Path, call: str) -> None:
    body = p("{% macro chao(ten) %}{{ ten }}{% endmacro %}{% set n = " + call + " %}x")
    data, problems = filled(docx(body), tmp_path, {"so": ["1"]})
    assert data is None
    assert [each.code for each in problems] == ["KD308"]
    harmless = body.replace(call, "chao('x')")
    assert filled(docx(harmless), tmp_path, {"so": ["1"]})[1] == []
