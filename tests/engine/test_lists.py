"""What a tag that replaces its paragraph would take along, and numbered lists inside loops."""

from pathlib import Path

import pytest

from tests.engine.build import HEAD, NS, compiled, docx, filled, p, run, table
from tests.engine.test_packages import field, found, related
from tests.engine.test_render import W, part, structure
from tests.word.validators import findings

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
LEVELS = "".join(
    f'<w:lvl w:ilvl="{n}"><w:start w:val="{1 if n else 3}"/><w:numFmt w:val="decimal"/>'
    f'<w:lvlText w:val="%{n + 1}."/></w:lvl>'
    for n in range(9)
)
NUMBERING = (
    f'{HEAD}<w:numbering {NS}><w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
STYLES = (
    f'{HEAD}<w:styles {NS}><w:style w:type="paragraph" w:styleId="So"><w:name w:val="So"/><w:pPr>'
    '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" '
    'w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="So"/></w:style></w:styles>'
)
CONTEXT = {
    "nhom": [{"ten": "A", "viec": ["x", "y"]}, {"ten": "B", "viec": ["z"]}, {"ten": "C", "viec": []},
             {"ten": "D", "viec": ["t", "u"]}],
    "viec": ["x", "y"],
}  # fmt: skip


def item(text: str, number: int = 1, level: int = 0) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        f"{run(text)}</w:p>"
    )


def numbered(body: str) -> bytes:
    data = docx(body, extra={"word/styles.xml": STYLES})
    return related(
        data, "numbering", "numbering.xml", extra={"word/numbering.xml": NUMBERING.encode()},
        content_type=TYPE,
    )  # fmt: skip


GROUPS, END = p("{%p for n in nhom %}"), p("{%p endfor %}")
ITEMS = p("{%p for v in n.viec %}") + item("{{ v }}") + END
PRINTED: dict[str, tuple[str, list[str]]] = {
    "one list": (p("{%p for v in viec %}") + item("{{ v }}") + END, ["x1", "y1"]),
    "a list under each heading": (GROUPS + p("{{ n.ten }}") + ITEMS + END,
                                  ["A", "x1", "y1", "B", "z3", "C", "D", "t4", "u4"]),
    "typed items under each heading": (
        p("{%p for v in viec %}") + p("{{ v }}") + item("một") + item("hai") + END,
        ["x", "một1", "hai1", "y", "một3", "hai3"]),
    "a numbered heading and its text": (p("{%p for v in viec %}") + item("{{ v }}") + p("chữ") + END,
                                        ["x1", "chữ", "y1", "chữ"]),
    "levels of one list": (GROUPS + item("{{ n.ten }}") + p("{%p for v in n.viec %}")
        + item("{{ v }}", level=1) + END + END, ["A1", "x1", "y1", "B1", "z1", "C1", "D1", "t1", "u1"]),
    "a list before": (item("đầu") + GROUPS + p("{{ n.ten }}") + ITEMS + END + item("cuối"),
                      ["đầu1", "A", "x3", "y3", "B", "z4", "C", "D", "t5", "u5", "cuối1"]),
    "two lists": (p("{%p for v in viec %}") + p("{{ v }}") + item("a") + item("b", 2) + END,
                  ["x", "a1", "b2", "y", "a3", "b4"]),
    "by style": (p("{%p for v in viec %}") + p("{{ v }}") + p("a", style="Con") + END,
                 ["x", "a1", "y", "a3"]),
    "in the rows of a table": (GROUPS + p("{{ n.ten }}") + table(["{%tr for v in n.viec %}"],
        [item("{{ v }}")], ["{%tr endfor %}"]) + END, ["A", "x1", "y1", "B", "z3", "C", "D", "t4", "u4"]),
    "behind a condition": (GROUPS + p("{{ n.ten }}") + p("{%p if n.viec %}") + ITEMS + p("{%p endif %}")
        + END, ["A", "x1", "y1", "B", "z3", "C", "D", "t4", "u4"]),
}  # fmt: skip


@pytest.mark.parametrize("name", PRINTED)
def test_a_list_begins_again_with_each_round_of_a_loop(tmp_path: Path, name: str) -> None:
    body, printed = PRINTED[name]
    data, problems = filled(numbered(body + p("")), tmp_path, CONTEXT)
    assert data is not None, problems
    made = []
    for each in part(data, "word/document.xml").iter(f"{W}p"):
        text = "".join(t.text or "" for t in each.iter(f"{W}t"))
        number = each.find(f"{W}pPr/{W}numPr/{W}numId")
        if text:
            made.append(text + (number.get(f"{W}val") if number is not None else ""))
    assert made == printed
    numbering = part(data, "word/numbering.xml")
    ids = [each.get(f"{W}numId") for each in numbering.iter(f"{W}num")]
    assert len(ids) == len(set(ids))
    assert {text[-1] for text in made if text[-1].isdigit()} <= set(ids)
    for each in list(numbering.iter(f"{W}num"))[2:]:
        starts = [s.get(f"{W}val") for s in each.iter(f"{W}startOverride")]
        assert starts == ["3", *["1"] * 8]
    links = [each.get(f"{W}val") for each in numbering.iter(f"{W}abstractNumId")]
    defined = [each.get(f"{W}abstractNumId") for each in numbering.iter(f"{W}abstractNum")]
    assert len(defined) == len(set(defined))
    assert set(links) <= set(defined)
    assert len(links[2:]) == len(set(links[2:]))
    assert findings(data) == []
    assert filled(numbered(body + p("")), tmp_path, CONTEXT)[0] == data


BREAK = '<w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr>'
TAG = run("{%p if viec %}")
LOST: dict[str, str] = {
    "section break": f"<w:p>{BREAK}{TAG}</w:p>",
    "page break": f'<w:p>{TAG}<w:r><w:br w:type="page"/></w:r></w:p>',
    "page break before": f"<w:p><w:pPr><w:pageBreakBefore/></w:pPr>{TAG}</w:p>",
    "picture": f"<w:p><w:r><w:drawing/></w:r>{TAG}</w:p>",
    "old picture": f"<w:p>{TAG}<w:r><w:pict/></w:r></w:p>",
    "footnote": f'<w:p>{TAG}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
    "field": f"<w:p>{TAG}{field('PAGE')}</w:p>",
    "in a comment": f"<w:p>{BREAK}{run('{#p ghi chú #}')}</w:p>",
}


@pytest.mark.parametrize("name", LOST)
def test_what_a_tag_would_take_along_is_refused_with_its_place(tmp_path: Path, name: str) -> None:
    end = p("{%p endif %}") if "viec" in LOST[name] else ""
    template, problems = compiled(docx(p("a") + LOST[name] + p("b") + end), tmp_path)
    assert template is None
    assert ("KD346", "thân văn bản, đoạn 2") in found(problems)


def test_what_stands_in_another_cell_of_a_row_tag_is_lost_too(tmp_path: Path) -> None:
    picture = "<w:p><w:r><w:drawing/></w:r></w:p>"
    body = table(["{%tr if viec %}", picture], ["a", "b"], ["{%tr endif %}", ""])
    template, problems = compiled(docx(body), tmp_path)
    assert template is None
    assert found(problems) == [("KD346", "thân văn bản, bảng 1, hàng 1, ô 1, đoạn 1")]


def test_a_section_break_beside_the_tags_is_kept(tmp_path: Path) -> None:
    body = p("{%p if viec %}") + p("a") + f"<w:p>{BREAK}</w:p>" + p("{%p endif %}")
    data, problems = filled(docx(body), tmp_path, CONTEXT)
    assert data is not None, problems
    assert len(list(part(data, "word/document.xml").iter(f"{W}sectPr"))) == 2


def test_a_comment_beside_a_paragraph_tag_is_no_lost_text(tmp_path: Path) -> None:
    body = p("{# hết năm #}{%p if viec %}") + p("a") + p("{%p endif %}{# hết #}")
    data, problems = filled(docx(body), tmp_path, CONTEXT)
    assert data is not None, problems
    assert structure(part(data, "word/document.xml")) == ["a"]
