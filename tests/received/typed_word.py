"""Word files put together from pieces of their XML, as the hands of many offices leave them.

A block is a paragraph or table as XML; wherever blocks are asked for, plain text is a paragraph.
"""

import io
import re
import zipfile
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from html import escape
from typing import Any

import docx
from docx.oxml import parse_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
TRACKED = 'w:author="LAN" w:date="2024-12-02T08:00:00Z"'

BOLD, HIDDEN, STRUCK = "<w:b/>", "<w:vanish/>", "<w:strike/>"
WHITE = '<w:color w:val="FFFFFF"/>'
TINY_WHITE = f'{WHITE}<w:sz w:val="2"/>'
SPACED = '<w:spacing w:val="30"/>'
WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
"""What a run looks like."""


def run(text: str, looks: str = "") -> str:
    """Text within a paragraph; line breaks and tabs become what Word has for them."""
    shown = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    lines = (
        "<w:r><w:tab/></w:r>".join(
            f'<w:r>{shown}<w:t xml:space="preserve">{escape(part, quote=False)}</w:t></w:r>'
            if part
            else ""
            for part in line.split("\t")
        )
        for line in text.split("\n")
    )
    return "<w:r><w:br/></w:r>".join(lines)


def paragraph(runs: str, aligned: str = "") -> str:
    where = f'<w:pPr><w:jc w:val="{aligned}"/></w:pPr>' if aligned else ""
    return f"<w:p {NAMESPACES}>{where}{runs}</w:p>"


def line(text: str, looks: str = "") -> str:
    return paragraph(run(text, looks))


def bold(text: str) -> str:
    return line(text, BOLD)


def centred(text: str) -> str:
    return paragraph(run(text), "center")


def block(given: str) -> str:
    """Plain text as a paragraph; what is XML already stays."""
    return given if given.startswith("<w:") else line(given)


def said(given: str) -> str:
    """The text of a block."""
    return re.sub(r"<[^>]+>", "", given)


def in_pieces(text: str, count: int) -> str:
    """A text as Word cuts it up when somebody has edited it: many runs, every second one bold."""
    step = max(1, len(text) // count)
    return "".join(
        run(text[start : start + step], BOLD if number % 2 else "")
        for number, start in enumerate(range(0, len(text), step))
    )


def looking(blocks: Iterable[str], looks: str) -> list[str]:
    """All of it hidden, white or spaced, also what is bold."""
    return [
        re.sub(r"<w:r>(?!<w:rPr>)", f"<w:r><w:rPr>{looks}</w:rPr>", block(each)).replace(
            f"<w:rPr>{BOLD}", f"<w:rPr>{looks}{BOLD}"
        )
        for each in blocks
    ]


def table(rows: Sequence[Sequence[str | Sequence[str]]], width: int = 4700) -> str:
    """A table; a cell holds one paragraph or several."""
    columns = f'<w:gridCol w:w="{width}"/>' * len(rows[0])
    cells = "".join(f"<w:tr>{''.join(_cell(each, width) for each in row)}</w:tr>" for row in rows)
    return (
        f'<w:tbl {NAMESPACES}><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{cells}</w:tbl>"
    )


def _cell(given: str | Sequence[str], width: int) -> str:
    inside = [given] if isinstance(given, str) else given
    body = "".join(map(block, inside)) or line("")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{body}</w:tc>'


def control(runs: str, *, placeholder: bool = False) -> str:
    """A content control; `placeholder`: nobody has written in it yet."""
    shows = "<w:showingPlcHdr/>" if placeholder else ""
    return f"<w:sdt><w:sdtPr>{shows}<w:text/></w:sdtPr><w:sdtContent>{runs}</w:sdtContent></w:sdt>"


def check_control(*, on: bool) -> str:
    """A check box as Word has them since 2010."""
    return (
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(on)}"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{run('☒' if on else '☐')}</w:sdtContent></w:sdt>"
    )


def check_field(*, on: bool) -> str:
    """A check box of the old forms, which has no letter."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Check1"/><w:enabled/>'
        '<w:calcOnExit w:val="0"/>'
        f'<w:checkBox><w:sizeAuto/><w:default w:val="{int(on)}"/></w:checkBox></w:ffData>'
        '</w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def text_box(*lines: str) -> str:
    """A text box, written twice: for Word of today and for the one before."""
    body = "".join(f"<w:p>{run(each)}</w:p>" for each in lines)
    drawing = (
        '<w:drawing><wp:inline><wp:extent cx="900000" cy="200000"/>'
        '<wp:docPr id="7" name="Text Box 7"/><a:graphic>'
        f'<a:graphicData uri="{SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>'
        f"<wps:txbx><w:txbxContent>{body}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    picture = (
        '<w:pict><v:shape style="width:70pt;height:16pt"><v:textbox>'
        f"<w:txbxContent>{body}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def drawn_box(*, on: bool) -> str:
    """A square drawn as a shape, with an x typed inside when it is chosen."""
    return (
        '<w:r><w:pict><v:rect style="width:12pt;height:12pt"><v:textbox inset="0,0,0,0">'
        f"<w:txbxContent><w:p>{run('x') if on else ''}</w:p></w:txbxContent></v:textbox></v:rect>"
        "</w:pict></w:r>"
    )


def inserted(text: str) -> str:
    """What was written with changes tracked."""
    return f'<w:ins w:id="91" {TRACKED}>{run(text)}</w:ins>'


def deleted(text: str) -> str:
    """What was struck out with changes tracked."""
    gone = f'<w:delText xml:space="preserve">{escape(text, quote=False)}</w:delText>'
    return f'<w:del w:id="92" {TRACKED}><w:r>{gone}</w:r></w:del>'


def word(
    blocks: Iterable[str],
    *,
    font: str = "Times New Roman",
    header: Sequence[str] = (),
    footer: str = "",
    comment: str = "",
    after: Callable[[Any], object] | None = None,
) -> bytes:
    """A Word file of these blocks; `after` is given the document before it is saved."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name = font
    style.element.rPr.rFonts.set(f"{{{W}}}cs", font)
    section = document.element.body[-1]
    for each in blocks:
        element = parse_xml(block(each))
        section.addprevious(element)
        if element.tag.endswith("}tbl"):  # Word keeps a paragraph between tables
            section.addprevious(parse_xml(line("")))
    if header:
        top = document.sections[0].header
        top.is_linked_to_previous = False
        top.paragraphs[0].text = header[0]
        for text in header[1:]:
            top.add_paragraph(text)
    if footer:
        bottom = document.sections[0].footer
        bottom.is_linked_to_previous = False
        bottom.paragraphs[0].text = footer
    if comment:
        document.add_comment(document.paragraphs[0].runs, comment, author="Lan", initials="L")
    if after:
        after(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return out.getvalue()


def repacked(
    data: bytes,
    *,
    change: Mapping[str, Callable[[bytes], bytes]] | None = None,
    add: Mapping[str, bytes] | None = None,
    drop: Collection[str] = (),
    method: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """The same file with parts changed, added and left out, or packed in another way."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", method) as new:
        for info in old.infolist():
            if info.filename not in drop:
                changed = (change or {}).get(info.filename, bytes)
                new.writestr(info.filename, changed(old.read(info)))
        for name, content in (add or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    """One part of a packed file."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name)
