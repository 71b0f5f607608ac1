"""Word files, well-formed and then spoilt."""

import io
import random
import warnings
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

from tests.opening.foreign.said import strange, text

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    f'relationships"><Relationship Id="a" Type="{_REL}/officeDocument" '
    'Target="word/document.xml"/></Relationships>',
}
_MAIN = "word/document.xml"

Body = list[str]
"""The paragraphs and tables of a document, each as XML."""


def paragraph(line: str, more: str = "") -> str:
    return f'<w:p><w:r>{more}<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'


def word(chance: random.Random) -> bytes:
    """A Word file, spoilt in one to three ways, or in none."""
    lines = text(chance)
    if chance.random() < 0.3:
        lines = strange(chance, lines)
    body = [paragraph("".join(c for c in line if c >= " " or c == "\t")) for line in lines]
    for spoil in chance.sample(_BODIES, chance.randint(0, 2)):
        body = spoil(chance, body)
    data = _document("".join(body)).encode("utf-8", "surrogatepass")
    if chance.random() < 0.3:
        data = chance.choice(_CODES)(chance, data)
    return _packed(chance, data)


def _document(body: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_W}" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{body}<w:sectPr/></w:body></w:document>"
    )


def _packed(chance: random.Random, main: bytes) -> bytes:
    """Pack the parts, some of them in another order, under other names, twice or not at all."""
    parts: list[tuple[str, bytes]] = [(name, data.encode()) for name, data in _PARTS.items()]
    parts.append((_MAIN, main))
    match chance.randrange(9):
        case 0:
            chance.shuffle(parts)
        case 1:
            parts.pop(chance.randrange(len(parts)))
        case 2:
            parts.append((_MAIN, main))
        case 3:
            parts.append(("word/styles.xml", _styles(chance)))
        case 4:
            parts.append(("word/media/image1.png", chance.randbytes(chance.randint(0, 9000))))
        case 5:
            parts.append(("word/vbaProject.bin", b"x"))
    out = io.BytesIO()
    with (
        warnings.catch_warnings(action="ignore"),  # of the same name twice, which is meant
        zipfile.ZipFile(out, "w", chance.choice([0, 8, 8, 8])) as new,
    ):
        for name, data in parts:
            new.writestr(name, data)
    return out.getvalue()


def _styles(chance: random.Random) -> bytes:
    """Styles that hide text, are based on one another in a circle, or have no name."""
    each = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 30}"/>'
        f"<w:rPr><w:vanish/></w:rPr></w:style>"
        for n in range(chance.choice([1, 30, 2_000]))
    )
    return f'<w:styles xmlns:w="{_W}">{each}<w:style/></w:styles>'.encode()


def _around(chance: random.Random, body: Body, begin: str, end: str, depth: int) -> Body:
    spot = chance.randrange(len(body) + 1)
    return [*body[:spot], begin * depth, *body[spot:], end * depth]


def _tables(chance: random.Random, body: Body) -> Body:
    depth = chance.choice([3, 60, 80, 400, 6_000])
    return _around(chance, body, "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", depth)


def _controls(chance: random.Random, body: Body) -> Body:
    begin, end = chance.choice([
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:ins>", "</w:ins>"), ("<w:del>", "</w:del>"),
        ("<mc:AlternateContent><mc:Fallback>", "</mc:Fallback></mc:AlternateContent>"),
        ("<w:p><w:r><w:pict><v:textbox><w:txbxContent>",
         "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"),
    ])  # fmt: skip
    return _around(chance, body, begin, end, chance.choice([1, 4, 40]))


def _vectors(chance: random.Random, body: Body) -> Body:
    """One shape of very many points, or very many shapes."""
    points = "m0,0" + "l9,9" * chance.choice([10, 30_000, 900_000])
    shape = f'<w:p><w:r><w:pict><v:shape path="{points}"/></w:pict></w:r></w:p>'
    few = "<w:p><w:r><w:drawing/></w:r></w:p>" * chance.choice([1, 20_000])
    return [*body, shape, few]


def _pictures(_: random.Random, body: Body) -> Body:
    return ["<w:p><w:r><w:drawing/></w:r></w:p>"] * len(body)


def _mixed(chance: random.Random, body: Body) -> Body:
    return chance.sample(body, len(body))


def _long(chance: random.Random, body: Body) -> Body:
    """Far more lines, or one far longer line, than any paper has."""
    if chance.random() < 0.5:
        return body * (4_000 // max(1, len(body)))
    return [*body, paragraph(chance.choice(["a", "1. ", "ngày ", "….", "\t", "ạ̃"]) * 60_000)]


def _columns(chance: random.Random, body: Body) -> Body:
    cells = "".join(f"<w:tc>{each}</w:tc>" for each in body)
    return [f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"] * chance.choice([1, 9])


def _torn(_: random.Random, body: Body) -> Body:
    """Every letter in a run of its own."""
    return [each.replace("</w:t>", "</w:t><w:t>").replace("a", "</w:t></w:r><w:r><w:t>a")
            for each in body]  # fmt: skip


def _elsewhere(chance: random.Random, body: Body) -> Body:
    other = [
        '<w:altChunk w:id="a"/>',
        '<w:subDoc w:id="a"/>',
        "<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>",
        '<w:p><w:fldSimple w:instr="DATE"/></w:p>',
    ]
    return [chance.choice(other)] if chance.random() < 0.5 else [*body, chance.choice(other)]


_BODIES: list[Callable[[random.Random, Body], Body]] = [
    _tables, _controls, _vectors, _pictures, _mixed, _long, _columns, _torn, _elsewhere,
]  # fmt: skip


def _references(chance: random.Random, data: bytes) -> bytes:
    code = chance.choice([b"&#xD83D;", b"&#0;", b"&#x1F;", b"&#x110000;", b"&nbsp;", b"&#x1F4DE;"])
    return data.replace(b"</w:t>", code + b"</w:t>", chance.choice([1, 9]))


def _bytes(chance: random.Random, data: bytes) -> bytes:
    spot = chance.randrange(len(data))
    return data[:spot] + chance.choice([b"\xff\xfe", b"\0", b"\xed\xa0\xbd", b"\x1b"]) + data[spot:]


def _code(chance: random.Random, data: bytes) -> bytes:
    """Another encoding than the one that the first line names, or the other way round."""
    if chance.random() < 0.5:
        return data.replace(b"UTF-8", chance.choice([b"UTF-16", b"windows-1258", b"x-none"]))
    return data.decode("utf-8", "replace").encode(chance.choice(["utf-16", "utf-7"]))


def _strict(_: random.Random, data: bytes) -> bytes:
    return data.replace(_W.encode(), _STRICT.encode())


def _entities(_: random.Random, data: bytes) -> bytes:
    bomb = b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    return data.replace(b"?>", b"?>" + bomb, 1)


_CODES: list[Callable[[random.Random, bytes], bytes]] = [
    _references, _bytes, _code, _strict, _entities,
]  # fmt: skip
