"""Word files for the reader of forms that come back."""

import io

from generator.opening.written import Line, read_written
from tests.opening.test_open_file import WORD
from tests.received.corpus import package

SPACES = (
    f'xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
BOLD = "<w:b/>"


def file(body: str, **parts: str) -> io.BytesIO:
    """A Word file of this body; `styles` and `numbering` are the content of those parts."""
    document = f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
    more = {
        f"word/{name}.xml": f"<w:{name} {SPACES}>{content}</w:{name}>".encode()
        for name, content in parts.items()
    }
    return io.BytesIO(package(document.encode(), more))


def read(body: str, **parts: str) -> tuple[Line, ...]:
    return read_written(file(body, **parts))


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in read(body, **parts)]


def r(text: str, looks: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, style: str = "", more: str = "") -> str:
    """A paragraph; what is no XML becomes a run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(each if each.startswith("<") else r(each) for each in runs)
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{inside}</w:p>"


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def style(
    name: str, looks: str, *, kind: str = "paragraph", based: str = "", more: str = ""
) -> str:
    above = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"{more}>{above}<w:rPr>{looks}</w:rPr></w:style>'
    )
