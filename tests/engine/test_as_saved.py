"""Templates as office programs save them: every letter and blank is printed, nothing breaks."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.engine.package import read_package
from generator.engine.richtext import paragraphs
from generator.problems import has_errors
from tests.engine.build import compiled, docx, filled, p, run, table
from tests.engine.savers import SAVERS, Segments
from tests.engine.test_render import W, by_docxtpl, part, structure

CONTEXT = {"ten": "Nguyễn Văn Mẫu", "so": 12, "co": "có", "trong": "", "ds": ["một", "hai"],
           "hai_dong": "a\nb", "nguoi": [{"ho_ten": "An"}, {"ho_ten": "Bình & <C>"}]}  # fmt: skip
BOLD, ITALIC = "<w:b/>", "<w:i/>"

LINES: dict[str, Segments] = {
    "a blank before bold": [("Mọi vướng mắc liên hệ", ""), (" ", ""), ("Văn phòng {{ ten }}", BOLD)],
    "blanks only": [(" ", ""), ("  ", BOLD), ("{{ ten }}", ""), (" ", ""), (" ", ITALIC)],
    "no tag": [("Kính gửi:", ""), (" ", BOLD), ("các chi bộ", "")],
    "a blank between two fields": [("{{ ten }}", ""), (" ", ""), ("{{ so }}", BOLD)],
    "no-break blanks": [("Số:\u00a0", ""), ("\u00a0", BOLD), ("{{ so }}\u00a0", "")],
    "tabs": [("\t", ""), ("a\tb ", BOLD), (" \t {{ ten }}\t", "")],
    "an inline loop": [("{% for x in ds %}", ""), (" ", BOLD), ("{{ x }}", ""), ("{% endfor %} .", "")],
    "an inline condition": [("{% if co %} ", ""), (" có {{ ten }} ", ITALIC), ("{% endif %}", BOLD)],
    "a tag in two formats": [("a {{ t", BOLD), ("en }} b", ITALIC)],
    "a line break in the value": [("[", ""), (" ", ""), ("{{ hai_dong }}", ""), (" ", ""), ("]", "")],
    "quotes of the office": [("{% if co == “có” %}", ""), (" ", ""), ("đúng{% endif %}", "")],
    "a comment": [("a ", ""), ("{# ghi chú #}", BOLD), (" b", "")],
    "lone braces": [("{ a } ", ""), ("} {", BOLD), (" {{ ten }} {", ""), ("x}", "")],
}  # fmt: skip


@pytest.mark.parametrize("saver", SAVERS)
@pytest.mark.parametrize("line", LINES)
def test_a_line_prints_as_with_docxtpl_blank_for_blank(
    tmp_path: Path, saver: str, line: str
) -> None:
    for seed in range(6):
        xml = f"<w:p>{SAVERS[saver](LINES[line], seed)}</w:p>"
        source = docx(xml, header=xml)
        data, problems = filled(source, tmp_path, CONTEXT)
        assert data is not None, problems
        theirs = by_docxtpl(source, CONTEXT)
        for name in ("word/document.xml", "word/header1.xml"):
            assert structure(part(data, name)) == structure(part(theirs, name))


@pytest.mark.parametrize("saver", SAVERS)
def test_blanks_stay_in_tables_loops_and_footnotes(tmp_path: Path, saver: str) -> None:
    def line(*texts: str) -> str:
        return f"<w:p>{SAVERS[saver]([(text, '') for text in texts], 3)}</w:p>"

    body = (
        line("{%p for x in nguoi %}") + line("-", " ", "{{ x.ho_ten }}", " ") + line("{%p endfor %}")
        + table([line("{%tr for x in nguoi %}"), ""], [line(" ", "{{ x.ho_ten }}"), line(" ")],
                [line("{%tr endfor %}"), ""])
    )  # fmt: skip
    source = docx(body, footnotes=line("Theo", " ", "{{ ten }}"))
    data, problems = filled(source, tmp_path, CONTEXT)
    assert data is not None, problems
    theirs = by_docxtpl(source, CONTEXT)
    for name in ("word/document.xml", "word/footnotes.xml"):
        assert structure(part(data, name)) == structure(part(theirs, name))


def formats(data: bytes) -> list[tuple[str, str]]:
    """Text of each run with its marks, neighbours of one format together."""
    found: list[tuple[str, str]] = []
    for each in part(data, "word/document.xml").iter(f"{W}r"):
        marks = "".join(m for m in "bi" if each.find(f"{W}rPr/{W}{m}") is not None)
        text = "".join(t.text or "" for t in each.iter(f"{W}t"))
        if text and found and found[-1][1] == marks:
            found[-1] = (found[-1][0] + text, marks)
        elif text:
            found.append((text, marks))
    return found


@pytest.mark.parametrize("saver", SAVERS)
def test_what_stands_beside_a_tag_keeps_its_format(tmp_path: Path, saver: str) -> None:
    """Docxtpl gives what follows a split tag the format of its beginning; a `{{r` takes it away."""
    line = SAVERS[saver]([("a {{ t", BOLD), ("en }} b", ITALIC), (" c {{r chu }} d", BOLD)], 2)
    context = {**CONTEXT, "chu": paragraphs("x")[0]["chu"]}
    data, problems = filled(docx(f"<w:p>{line}</w:p>"), tmp_path, context)
    assert data is not None, problems
    assert formats(data) == [
        ("a Nguyễn Văn Mẫu", "b"), (" b", "i"), (" c ", "b"), ("x", ""), (" d", "b")
    ]  # fmt: skip


WRAPPERS: dict[str, str] = {
    "ins": '<w:ins w:id="2" w:author="A" w:date="2026-01-01T00:00:00Z">{}</w:ins>',
    "moveTo": '<w:moveTo w:id="2" w:author="A" w:date="2026-01-01T00:00:00Z">{}</w:moveTo>',
    "sdt": '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>',
    "hyperlink": '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    "smartTag": '<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>',
    "fldSimple": '<w:fldSimple w:instr=" AUTHOR ">{}</w:fldSimple>',
    "customXml": '<w:customXml w:uri="u" w:element="e">{}</w:customXml>',
    "dir": '<w:dir w:val="ltr">{}</w:dir>',
    "bdo": '<w:bdo w:val="ltr">{}</w:bdo>',
    "sdt in a link": '<w:hyperlink w:anchor="a"><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>'
    "</w:hyperlink>",
    "link in an insertion": '<w:ins w:id="2" w:author="A"><w:hyperlink w:anchor="a">{}'
    "</w:hyperlink></w:ins>",
}
POSITIONS: dict[str, tuple[str, str, str]] = {
    "begins inside": ("trước ", "{{ t", "en }} sau"),
    "ends inside": ("trước {{ t", "en }}", " sau"),
    "ends inside with text": ("trước {{ t", "en }} s", "au"),
    "passes through": ("trước {{ ", "te", "n }} sau"),
    "whole inside": ("trước", " {{ ten }} ", "sau"),
    "only the last brace": ("trước {{ ten }", "}", " sau"),
    "only the first brace": ("trước ", "{", "{ ten }} sau"),
    "a condition begins inside": ("trước ", "{% if co %}{{ ten }}{% en", "dif %} sau"),
    "a statement ends inside": ("trước {% if", " co %}{{ ten }}{% endif %}", " sau"),
    "a lone blank": ("trước", " ", "{{ ten }} sau"),
}


@pytest.mark.parametrize("wrapper", WRAPPERS)
@pytest.mark.parametrize("position", POSITIONS)
def test_a_tag_at_the_border_of_a_wrapper_is_filled(
    tmp_path: Path, wrapper: str, position: str
) -> None:
    before, inside, after = POSITIONS[position]
    body = f"<w:p>{run(before)}{WRAPPERS[wrapper].format(run(inside))}{run(after)}</w:p>"
    data, problems = filled(docx(body), tmp_path, CONTEXT)
    if position == "a statement ends inside" and wrapper not in {"ins", "moveTo"}:
        found = [(each.code, each.place.part) for each in problems if each.code != "KD341"]
        assert found == [("KD317", "thân văn bản, đoạn 1")]
        return
    assert data is not None, problems
    assert structure(part(data, "word/document.xml")) == ["trước Nguyễn Văn Mẫu sau"]


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_runs_can_be_printed_inside_a_wrapper(tmp_path: Path, wrapper: str) -> None:
    body = f"<w:p>{run('a ')}{WRAPPERS[wrapper].format(run('{{r ch') + run('u }} b'))}</w:p>"
    data, problems = filled(docx(body), tmp_path, {"chu": paragraphs("x **y**")[0]["chu"]})
    assert data is not None, problems
    assert structure(part(data, "word/document.xml")) == ["a x y b"]


def in_box(text: str) -> str:
    return f"<w:pict><w:txbxContent>{p(text)}</w:txbxContent></w:pict>"


BROKEN: dict[str, str] = {
    "a block that leaves its link": f"<w:p>{run('{% if co %}')}"
    f'<w:hyperlink w:anchor="a">{run("a{% endif %}")}</w:hyperlink></w:p>',
    "a block that leaves its cell": table(["{% if co %}a", table(["b{% endif %}"])]),
    "a loop that leaves its table": table(["{% for x in ds %}a"]) + p("b{% endfor %}"),
    "one that leaves a control": f"<w:sdt><w:sdtContent>{p('{%p if co %}')}</w:sdtContent></w:sdt>"
    + p("a") + p("{%p endif %}"),
    "a paragraph tag after a text box": f"<w:p><w:r>{in_box('x')}</w:r>{run('{%p if co %}')}</w:p>"
    + p("{%p endif %}"),
    "a dash over a border": f'<w:p>{run("a")}<w:hyperlink w:anchor="a">{run("{%- if co %}b")}'
    f"</w:hyperlink>{run('{% endif %}')}</w:p>",
    "branches that differ": p("{% if co %}a") + table(["b{% else %}c{% endif %}"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_proved_is_refused_with_its_place(tmp_path: Path, name: str) -> None:
    template, problems = compiled(docx(p("đoạn một") + BROKEN[name]), tmp_path)
    assert template is None
    assert problems
    for each in problems:
        assert each.code in {"KD317", "KD303", "KD346"}, each
        assert "đoạn" in each.place.part, each


PIECES = st.lists(
    st.sampled_from(["{{ ten }}", "{{ ten", " }}", "{% if co %}", "{% else %}", "{% endif %}", "{",
                     "{% for x in ds %}", "{{ x }}", "{% endfor %}", "}", "%", " ", "chữ", "{%- if co %}",
                     "{% endif -%}", "{{ ten|e|upper }}", "{{r ten }}", "{{ hai_dong }}", "\u00a0"]),
    max_size=5,
)  # fmt: skip
LEVEL = st.tuples(st.sampled_from(["", *WRAPPERS]), PIECES)


@settings(
    max_examples=300,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.lists(LEVEL, max_size=4), min_size=1, max_size=4), st.booleans())
def test_no_document_leaves_that_a_parser_refuses(
    tmp_path: Path, lines: list[list[tuple[str, list[str]]]], tabled: bool
) -> None:
    made = [
        "<w:p>"
        + "".join(
            WRAPPERS.get(wrapper, "{}").format("".join(map(run, pieces)))
            for wrapper, pieces in line
        )
        + "</w:p>"
        for line in lines
    ]
    body = table(made, made) if tabled else "".join(made)
    data, problems = filled(docx(body + p("hết")), tmp_path, CONTEXT)
    assert (data is None) == has_errors(problems)
    if data is None:
        assert all(each.place.part for each in problems), problems
        return
    (tmp_path / "ra.docx").write_bytes(data)
    parts, found = read_package(tmp_path / "ra.docx", "ra.docx")
    assert parts is not None, found
    for name, xml in parts.items():
        assert name.endswith(".rels") or etree.fromstring(xml) is not None


WRITTEN: dict[str, tuple[str, list[object]]] = {
    "a percent sign in a paragraph tag": (p("{%p if so % 5 %}") + p("a") + p("{%p endif %}"), ["a"]),
    "a dict in a paragraph tag": (p("{%p set d = {'x': 'y'} %}") + p("{{ d.x }}"), ["y"]),
    "a paragraph tag in a smart tag": (
        f"<w:p>{WRAPPERS['smartTag'].format(run('{%p if'))}{run(' co %}')}</w:p>" + p("a")
        + p("{%p endif %}"), ["a"]),
    "an ampersand in a text": (p("{{ 'A & B' }}{% if ten == 'A & B' %}x{% endif %}"), ["A & B"]),
    "angle brackets in a text": (p("{{ 'a < b' }} {{ '</w:t>' }}"), ["a < b </w:t>"]),
    "a tab inside a tag": ("<w:p><w:r><w:t>{{ ten</w:t><w:tab/><w:t>}} b</w:t></w:r></w:p>",
                           ["Nguyễn Văn Mẫu b"]),
    "a line break inside a tag": ("<w:p><w:r><w:t>{{ ten</w:t><w:br/><w:t>}} b</w:t></w:r></w:p>",
                                  ["Nguyễn Văn Mẫu b"]),
    "rows inside a control": (
        table(["{%tr for x in ds %}"], ["{{ x }}"], ["{%tr endfor %}"])
        .replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>", 1)
        .replace("</w:tbl>", "</w:sdtContent></w:sdt></w:tbl>") + p("{{ so }}"), ["12"]),
    "a whole loop inside a control": (
        f"<w:sdt><w:sdtContent>{p('{%p for x in ds %}')}{p('{{ x }}')}{p('{%p endfor %}')}"
        "</w:sdtContent></w:sdt>" + p("{{ so }}"), ["12"]),
}  # fmt: skip


@pytest.mark.parametrize("name", WRITTEN)
def test_what_may_stand_in_a_tag_and_around_it(tmp_path: Path, name: str) -> None:
    body, printed = WRITTEN[name]
    data, problems = filled(docx(body), tmp_path, CONTEXT)
    assert data is not None, problems
    found = structure(part(data, "word/document.xml"))
    assert [each for each in found if isinstance(each, str)] == printed
    if "control" in name:
        assert "một" in "".join(map(str, part(data, "word/document.xml").itertext()))


VALUES: dict[str, str] = {
    "escaped twice": "{{ ten|e|upper }}",
    "cut in an entity": "{{ (nguoi[1].ho_ten|e)[0:9] }}",
    "truncated": "{{ nguoi[1].ho_ten|escape|truncate(12, true, '') }}",
    "joined with runs": "{{ [chu, ten]|join }}",
    "runs in upper case": "{{ chu|upper }}",
    "runs and text": "{{ chu ~ ten }}",
    "runs cut": "{{r chu|truncate(9) }}",
    "runs and text as runs": "{{r chu ~ ten }}",
    "a macro": "{% macro m(x) %}{{ x }} & {{ hai_dong }}{% endmacro %}{{ m(ten) }}",
    "a macro cut": "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(nguoi[1].ho_ten)[0:9] }}",
    "a macro in upper case": "{% macro m(x) %}{{ hai_dong }}{% endmacro %}{{ m(ten)|upper }}",
    "bad letters in runs": "{{r xau }}",
    "XML as text": "{{ '<w:p>' ~ '</w:t>' }}",
}


@pytest.mark.parametrize("name", VALUES)
def test_every_value_is_escaped_or_refused_with_its_place(tmp_path: Path, name: str) -> None:
    context = {**CONTEXT, "chu": paragraphs("**x** & y")[0]["chu"],
               "xau": paragraphs("a\x07b")[0]["chu"]}  # fmt: skip
    data, problems = filled(docx(p(VALUES[name])), tmp_path, context)
    if data is None:
        assert problems
        assert all(each.place.part for each in problems), problems
    else:
        assert part(data, "word/document.xml") is not None


def test_most_templates_are_proved_and_those_with_macros_are_read_again(tmp_path: Path) -> None:
    plain, _ = compiled(docx(p("{{ ten }}"), header=p("{% if co %}a{% endif %}")), tmp_path)
    macros, _ = compiled(docx(p("{% macro m() %}a{% endmacro %}{{ m() }}")), tmp_path)
    assert plain is not None
    assert macros is not None
    assert [each.proved for each in plain.parts] == [True, True]
    assert [each.proved for each in macros.parts] == [False]
