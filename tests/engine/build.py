"""Small Word templates for tests, written as WordprocessingML."""

import io
import zipfile
from collections.abc import Mapping
from html import escape
from pathlib import Path

from generator.engine.compile import compile_template
from generator.engine.render import render
from generator.engine.template import Template
from generator.problems import Problem

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
O_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P_NS = "http://schemas.openxmlformats.org/package/2006"
NS = f'xmlns:w="{W_NS}" xmlns:r="{O_NS}"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
KINDS = ("header", "footer", "footnotes")


def run(text: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def p(*texts: str, style: str = "") -> str:
    """A paragraph of one run a text."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(map(run, texts))}</w:p>"


def table(*rows: list[str]) -> str:
    """A table; each cell is a text, or XML when it begins with `<`."""
    width = max(len(row) for row in rows)
    grid = '<w:gridCol w:w="2000"/>' * width
    body = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
            f"{cell if cell.startswith('<') else p(cell)}</w:tc>"
            for cell in row
        )
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def docx(
    body: str, *, header: str = "", footer: str = "", footnotes: str = "", title: str = "Mẫu",
    extra: Mapping[str, str | bytes] | None = None, root: str = "",
) -> bytes:  # fmt: skip
    """A whole package; `header` and the like are block XML, `extra` further parts by name."""
    given = {"header": header, "footer": footer, "footnotes": footnotes}
    present = [kind for kind in KINDS if given[kind]]
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/>'
        for name, kind in [("document", "document.main"), ("styles", "styles"),
                           *[(f"{k}1" if k != "footnotes" else k, k) for k in present]]
    )  # fmt: skip
    files = {k: f"{k}1.xml" if k != "footnotes" else "footnotes.xml" for k in present}
    relations = "".join(
        f'<Relationship Id="rId{k}" Type="{O_NS}/{k}" Target="{file}"/>'
        for k, file in files.items()
    )
    references = "".join(
        f'<w:{k}Reference w:type="default" r:id="rId{k}"/>' for k in present if k != "footnotes"
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{P_NS}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{P_NS}/relationships">'
        f'<Relationship Id="rId1" Type="{O_NS}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{P_NS}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>',
        "word/document.xml": f"{HEAD}<w:document {NS}><w:body>{body}<w:sectPr>{references}</w:sectPr>"
        f"</w:body></w:document>{root}",
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{P_NS}/relationships">'
        f'<Relationship Id="rId1" Type="{O_NS}/styles" Target="styles.xml"/>{relations}</Relationships>',
        "word/styles.xml": f"{HEAD}<w:styles {NS}>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        "</w:styles>",
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{P_NS}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>",
    }
    wrap = {"header": "hdr", "footer": "ftr"}
    for kind in present:
        if kind == "footnotes":
            parts["word/footnotes.xml"] = (
                f'{HEAD}<w:footnotes {NS}><w:footnote w:id="2">{footnotes}</w:footnote></w:footnotes>'
            )
        else:
            tag = wrap[kind]
            parts[f"word/{kind}1.xml"] = f"{HEAD}<w:{tag} {NS}>{given[kind]}</w:{tag}>"
    parts.update(extra or {})
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def compiled(
    data: bytes, folder: Path, shape: object = None, blocks: Mapping[str, bytes] | None = None
) -> tuple[Template | None, list[Problem]]:
    """Write a template and its blocks into a folder and compile it there."""
    path = folder / "mau.docx"
    path.write_bytes(data)
    for name, block in (blocks or {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(block)

    def find(name: str) -> Path | None:
        return folder / name if (folder / name).is_file() else None

    return compile_template(path, find, shape, "mau.docx")  # type: ignore[arg-type]


def filled(
    data: bytes, folder: Path, context: Mapping[str, object], **more: object
) -> tuple[bytes | None, list[Problem]]:
    """Compile and render in one step."""
    template, problems = compiled(data, folder, **more)  # type: ignore[arg-type]
    return render(template, context) if template else (None, problems)
