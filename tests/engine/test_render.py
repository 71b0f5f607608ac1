"""What comes out: the same text as docxtpl's, the same bytes each time, nothing lost."""

import io
import os
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import pytest
from docxtpl import DocxTemplate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.engine import archive
from generator.engine.render import render
from generator.engine.richtext import paragraphs
from generator.engine.template import Template
from tests.engine.build import compiled, docx, filled, p, run, table
from tests.word.validators import findings

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONTEXT = {
    "ten": "Nguyễn Văn Mẫu",
    "don_vi": "Đảng bộ xã A & B <mới>",
    "nhieu_dong": "dòng một\ndòng hai\tsau tab",
    "so": 12,
    "co": "có",
    "trong": "",
    "ds": ["một", "hai", "ba"],
    "nguoi": [
        {"ho_ten": "Trần Thị A", "diem": 9, "viec": ["họp", "học"]},
        {"ho_ten": "Lê Văn B", "diem": 7, "viec": []},
    ],
    "cot": ["I", "II", "III", "IV"],
}


def structure(root: etree._Element) -> list[object]:
    """Paragraphs, rows and cells with their text, breaks and tabs; empty runs aside."""
    found: list[object] = []
    for child in root:
        if child.tag == f"{W}p":
            found.append(_text(child))
        elif child.tag == f"{W}tbl":
            rows = []
            for row in child.iter(f"{W}tr"):
                cells = []
                for cell in row.findall(f"{W}tc"):
                    properties = [
                        (etree.QName(x).localname, dict(x.attrib))
                        for x in cell.findall(f"{W}tcPr/*")
                        if etree.QName(x).localname in {"gridSpan", "vMerge", "shd"}
                    ]
                    cells.append((properties, structure(cell)))
                rows.append(cells)
            found.append(("table", len(child.findall(f"{W}tblGrid/{W}gridCol")), rows))
        elif child.tag in {f"{W}body", f"{W}footnote"}:
            found += structure(child)
    return found


def _text(paragraph: etree._Element) -> str:
    pieces = []
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        pieces.append(
            node.text or ""
            if node.tag == f"{W}t"
            else {"tab": "\t", "br": "\n"}[etree.QName(node).localname]
        )
    return "".join(pieces)


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def by_docxtpl(data: bytes, context: dict[str, object]) -> bytes:
    template = DocxTemplate(io.BytesIO(data))
    template.render(context, autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


BODIES = {
    "a field": p("Đồng chí {{ ten }}."),
    "escaping": p("{{ don_vi }}"),
    "several fields": p("{{ ten }}, {{ so }}, {{ don_vi }}"),
    "a line break and a tab": p("{{ nhieu_dong }} hết"),
    "an empty value": p("a{{ trong }}b"),
    "a tag over several runs": p("a {", "{ t", "en }", "} b"),
    "a tag over formatted runs": f"<w:p>{run('{{ ', '<w:b/>')}{run('ten', '<w:i/>')}{run(' }}')}</w:p>",
    "smart quotes": p("{% if co == “có” %}đúng{% endif %}"),
    "comparison signs": p("{% if so > 10 and so < 20 %}đúng{% else %}sai{% endif %}"),
    "if elif else": p("{% if so == 1 %}a{% elif so == 12 %}b{% else %}c{% endif %}"),
    "an inline loop": p("{% for x in ds %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}"),
    "loop variables": p("{% for x in ds %}{{ loop.index }}/{{ loop.length }} {% endfor %}"),
    "a paragraph loop": p("{%p for x in ds %}") + p("- {{ x }}") + p("{%p endfor %}"),
    "a paragraph condition": p("{%p if co %}") + p("a") + p("{%p else %}") + p("b") + p("{%p endif %}"),
    "nested loops": p("{%p for x in nguoi %}") + p("{{ x.ho_ten }}") + p("{%p for v in x.viec %}")
    + p("+ {{ v }}") + p("{%p endfor %}") + p("{%p endfor %}"),
    "a row loop": table(["{%tr for x in nguoi %}", ""], ["{{ x.ho_ten }}", "{{ x.diem }}"], ["{%tr endfor %}", ""]),
    "a row condition": table(["{%tr if trong %}"], ["mất"], ["{%tr endif %}"], ["còn"]),
    "a cell loop": table(["{%tc for c in cot %}", "{{ c }}", "{%tc endfor %}"], ["a", "b", "c"]),
    "fewer cells than the grid": table(["{%tc for c in ds %}", "{{ c }}", "{%tc endfor %}", "x", "y", "z"]),
    "colspan": table(["{% colspan cot|length - 2 %}{{ ten }}"], ["a", "b"]),
    "cell background": table(["{% cellbg 'FF0000' %}{{ ten }}", "b"]),
    "vertical merge": table(["{%tr for x in nguoi %}", ""], ["{% vm %}gộp", "{{ x.diem }}"], ["{%tr endfor %}", ""]),
    "horizontal merge": table(["{%tc for c in ds %}", "{% hm %}gộp", "{%tc endfor %}"]),
    "merging paragraphs": p("a {%- if co %}") + p("b") + p("{% endif -%}") + p(" c"),
    "set": p("{% set a = ten|upper %}{{ a }}"),
    "filters": p("{{ ten|upper }} {{ ds|join('; ') }} {{ ds|length }} {{ ten|replace('Văn', 'Thị') }}"),
    "methods": p("{{ ten.upper() }} {{ ten.split()[0] }}"),
    "arithmetic": p("{{ so + 1 }} {{ so * 2 }} {{ so - 3 }} {{ so // 5 }}"),
    "concatenation": p("{{ ten ~ ' - ' ~ so }}"),
    "a condition as value": p("{{ 'A' if so > 10 else 'B' }}"),
    "a comment": p("a{# ghi chú #}b"),
    "a comment paragraph": p("a") + p("{#p ghi chú #}") + p("b"),
    "braces as text": p("{_{ ten }_} {_% if %_}"),
    "with": p("{% with a = nguoi[0] %}{{ a.ho_ten }}{% endwith %}"),
    "a macro": p("{% macro chao(x) %}Kính {{ x }}{% endmacro %}{{ chao(ten) }}"),
    "selectattr": p("{{ nguoi|selectattr('diem', 'gt', 8)|map(attribute='ho_ten')|join(', ') }}"),
    "groupby": p("{% for diem, ds in nguoi|groupby('diem') %}{{ diem }}: {{ ds|length }} {% endfor %}"),
    "a table in a cell": table([table(["{{ ten }}"]) + p("sau")]),
    "a loop in a cell": table([p("{%p for x in ds %}") + p("{{ x }}") + p("{%p endfor %}") + p("hết")]),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_a_template_means_the_same_as_with_docxtpl(tmp_path: Path, name: str) -> None:
    source = docx(BODIES[name])
    data, problems = filled(source, tmp_path, CONTEXT)
    assert data is not None, problems
    theirs = by_docxtpl(source, CONTEXT)
    assert structure(part(data, "word/document.xml")) == structure(
        part(theirs, "word/document.xml")
    )


def test_headers_footers_footnotes_and_properties_mean_the_same_too(tmp_path: Path) -> None:
    source = docx(
        p("{{ ten }}"), header=p("{{ don_vi }}"), footer=p("{% if co %}{{ so }}{% endif %}"),
        footnotes=p("Theo {{ ten }}"), title="{{ ten }} & {{ don_vi }}",
    )  # fmt: skip
    data, problems = filled(source, tmp_path, CONTEXT)
    assert data is not None, problems
    theirs = by_docxtpl(source, CONTEXT)
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footnotes.xml"):
        assert structure(part(data, name)) == structure(part(theirs, name))
    # docxtpl escapes the title twice when autoescape is on; here it is what the data says.
    titles = [t.text for t in part(data, "docProps/core.xml").iter() if "title" in t.tag]
    assert titles == ["Nguyễn Văn Mẫu & Đảng bộ xã A & B <mới>"]


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=60
)


@settings(
    max_examples=300,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(a=TEXT, b=TEXT, many=st.lists(TEXT, max_size=4))
def test_no_text_of_the_data_is_lost_or_changed(
    tmp_path: Path, a: str, b: str, many: list[str]
) -> None:
    body = p("[{{ a }}]") + table(
        ["{%tr for x in many %}"], ["{{ x }}"], ["{%tr endfor %}"], ["{{ b }}"]
    )
    data, problems = filled(docx(body, title="{{ b }}"), tmp_path, {"a": a, "b": b, "many": many})
    assert data is not None, problems
    first, (_, _, rows) = structure(part(data, "word/document.xml"))  # type: ignore[misc]
    assert first == f"[{a}]"
    assert [cells[0][1][0] for cells in rows] == [*many, b]


@settings(
    max_examples=300,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=TEXT)
def test_no_text_with_marks_is_lost(tmp_path: Path, text: str) -> None:
    body = p("{%p for doan in noi_dung %}") + p("{{r doan.chu }}") + p("{%p endfor %}") + p("hết")
    template, _ = compiled(docx(body), tmp_path)
    assert template is not None
    data, problems = render(template, {"noi_dung": paragraphs(text)})
    assert data is not None, problems
    got = "".join(structure(part(data, "word/document.xml"))[:-1])  # type: ignore[arg-type]
    kept = {c for c in text if c.isalnum()}
    assert kept <= set(got)


@pytest.mark.soak
@settings(
    max_examples=100_000,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(a=TEXT)
def test_no_text_is_lost_in_a_hundred_thousand_examples(tmp_path: Path, a: str) -> None:
    template = _one_field(tmp_path)
    data, problems = render(template, {"a": a})
    assert data is not None, problems
    assert structure(part(data, "word/document.xml")) == [f"[{a}]"]


@cache
def _one_field(folder: Path) -> Template:
    template, problems = compiled(docx(p("[{{ a }}]")), folder)
    assert template is not None, problems
    return template


def test_the_same_input_gives_the_same_bytes_on_any_machine(tmp_path: Path) -> None:
    program = (
        "import sys, hashlib; from pathlib import Path\n"
        "from generator.building.render import produce\n"
        "from generator.papers.templates import search_path\n"
        "from generator.reading.load import read_campaign\n"
        "c = read_campaign(Path('data/binh-dinh-2022'))\n"
        "d, _ = produce(c, 'sao-luc-tuy-phuoc.yaml', search_path())\n"
        "print(hashlib.sha256(d).hexdigest())\n"
    )
    root = Path(__file__).resolve().parents[2]
    seen = set()
    for seed, zone, locale in (
        ("0", "UTC", "C"),
        ("1", "Asia/Ho_Chi_Minh", "C.UTF-8"),
        ("77", "America/Lima", "vi_VN"),
    ):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": locale,
            "PYTHONUTF8": "1",
        }
        done = subprocess.run(
            [sys.executable, "-c", program],
            env=environment,
            cwd=root,
            check=True,
            capture_output=True,
            text=True,
        )
        seen.add(done.stdout)
    assert len(seen) == 1


def test_every_entry_of_the_package_carries_the_same_fixed_time(tmp_path: Path) -> None:
    data, _ = filled(docx(p("{{ ten }}")), tmp_path, CONTEXT)
    assert data is not None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    "body",
    [
        table([p("{%p for x in khong %}") + p("{{ x }}") + p("{%p endfor %}")]),
        table(["{%tr for x in khong %}"], ["{{ x }}"], ["{%tr endfor %}"]),
        table([p("{%p if trong %}") + table(["a"]) + p("x") + p("{%p endif %}")]),
        table(["{%tc for x in khong %}", "{{ x }}", "{%tc endfor %}", "còn"]),
    ],
    ids=["cell", "rows", "nested", "columns"],
)
def test_empty_data_never_leaves_a_file_that_word_calls_damaged(tmp_path: Path, body: str) -> None:
    data, problems = filled(docx(body + p("hết")), tmp_path, {**CONTEXT, "khong": []})
    assert data is not None, problems
    assert findings(data) == []


def test_an_empty_header_keeps_a_paragraph(tmp_path: Path) -> None:
    header = p("{%p if trong %}") + p("a") + p("{%p endif %}")
    data, problems = filled(docx(p("a"), header=header), tmp_path, CONTEXT)
    assert data is not None, problems
    assert findings(data) == []


def test_footnotes_are_numbered_as_they_come_and_kept_in_their_part(tmp_path: Path) -> None:
    text = "Một[^a] hai[^b] **ba**[^a]\n[^a]: chú thích *nghiêng* & <thô>\n[^b]: chú thích hai"
    body = p("{%p for doan in noi_dung %}") + p("{{r doan.chu }}") + p("{%p endfor %}")
    for footnotes, first in (("", 1), (p("chú thích có sẵn"), 3)):
        source = docx(body, footnotes=footnotes)
        data, problems = filled(source, tmp_path, {"noi_dung": paragraphs(text)})
        assert data is not None, problems
        document, notes = part(data, "word/document.xml"), part(data, "word/footnotes.xml")
        used = [r.get(f"{W}id") for r in document.iter(f"{W}footnoteReference")]
        assert used == [str(first), str(first + 1), str(first + 2)]
        texts = {n.get(f"{W}id"): _text(n).strip() for n in notes.iter(f"{W}footnote")}
        assert [texts[n] for n in used] == [
            "chú thích nghiêng & <thô>",
            "chú thích hai",
            "chú thích nghiêng & <thô>",
        ]
        assert findings(data) == []


@pytest.mark.parametrize(
    ("line", "runs"),
    [
        ("chữ thường", [("chữ thường", "")]),
        ("**đậm** và *nghiêng*", [("đậm", "b"), (" và ", ""), ("nghiêng", "i")]),
        ("**đậm *cả hai***", [("đậm ", "b"), ("cả hai", "bi")]),
        ("(*dự họp*).", [("(", ""), ("dự họp", "i"), (").", "")]),
        ("2 * 3 ** 4", [("2 * 3 ** 4", "")]),
        (r"\*không nghiêng\*", [("*không nghiêng*", "")]),
        ("ký tên ______ và __a__", [("ký tên ______ và __a__", "")]),
        ("1. việc một", [("1. việc một", "")]),
        ("- gạch đầu dòng", [("- gạch đầu dòng", "")]),
        ("**ngày 20/11/2024**.", [("ngày 20/11/2024", "b"), (".", "")]),
        ("A & B < C", [("A & B < C", "")]),
        ("xem [^9]", [("xem ", ""), ("[^9]", "")]),
    ],
)
def test_marks_of_a_line_become_runs(line: str, runs: list[tuple[str, str]]) -> None:
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = etree.fromstring(f"<w:p {ns}>{paragraphs(line)[0]['chu']}</w:p>")
    found = []
    for each in xml.iter(f"{W}r"):
        marks = "".join(m for m in "bi" if each.find(f"{W}rPr/{W}{m}") is not None)
        if text := _text(each):
            if found and found[-1][1] == marks and not text.startswith("[^"):
                found[-1] = (found[-1][0] + text, marks)
            else:
                found.append((text, marks))
    assert found == runs


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("a\nb", ["doan", "doan"]),
        ("# Đề mục\n## Tiểu mục\na", ["de_muc", "tieu_muc", "doan"]),
        ("a\n-----\nb", ["doan", "vach", "doan"]),
        ("\n\na\n\n", ["doan"]),
        ("a[^1]\n[^1]: chú thích", ["doan"]),
        ("- a\n#không phải đề mục", ["doan", "doan"]),
    ],
)
def test_a_line_is_a_paragraph_of_its_kind(text: str, kinds: list[str]) -> None:
    read = paragraphs(text)
    assert [each["kieu"] for each in read] == kinds
    assert [each["cuoi"] for each in read] == [False] * (len(kinds) - 1) + [True]


def test_without_the_fast_packer_the_parts_are_the_same(tmp_path: Path) -> None:
    """`kiemdiem[fast]` changes how parts are packed, never what they hold."""
    program = (
        "import sys\n"
        "if sys.argv[1] == 'plain': sys.modules['isal'] = None\n"
        "from pathlib import Path\n"
        "from generator.engine import archive\n"
        "data = ('Đảng ủy xã ' * 500).encode()\n"
        "made = archive.archive(archive.prefix([]), [archive.entry('a.xml', data)])\n"
        "Path(sys.argv[2]).write_bytes(made); print(archive.PACKER)\n"
    )
    for kind in ("plain", "fast"):
        target = tmp_path / f"{kind}.docx"
        done = subprocess.run(
            [sys.executable, "-c", program, kind, str(target)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stdout.strip() == {"plain": "zlib", "fast": "isal"}[kind]
        assert zipfile.ZipFile(target).read("a.xml") == ("Đảng ủy xã " * 500).encode()
        assert archive.seal(target)
