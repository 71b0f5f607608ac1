"""A plain Word body is read from its bytes as the walk reads it; any other is left to the walk."""

import pytest

from generator.opening.boxes import tidy
from generator.opening.hidden import Hidden
from generator.opening.plain_body import plain_lines
from generator.opening.word import _LOOKED_AT, _lines
from generator.opening.word_parts import parsed
from tests.opening.written_word import SPACES

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def part(body: str, spaces: str = SPACES, head: str = HEAD) -> bytes:
    return f"{head}<w:document {spaces}><w:body>{body}</w:body></w:document>".encode()


def walked(data: bytes) -> list[str]:
    return _lines(parsed(data), _LOOKED_AT, Hidden({}, "")).lines


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:r><w:t>Họ và tên: </w:t></w:r><w:r><w:t>Nguyễn Văn An</w:t></w:r></w:p>",
        '<w:p w:rsidR="00"><w:r><w:t xml:space="preserve"> Tốt </w:t><w:br/><w:t>x</w:t></w:r></w:p>',
        "<w:p/><w:p ><w:r><w:t>a &amp; b &lt;1&gt; &#273; &#x110;</w:t></w:r></w:p >",
        "<w:p><w:r><w:t/><w:t></w:t><w:t>một</w:t><w:noBreakHyphen/><w:t>hai</w:t></w:r></w:p>",
        (
            "<w:p><w:r><w:t>ngoài</w:t></w:r><w:txbxContent><w:p><w:r><w:t>trong</w:t></w:r></w:p>"
            "</w:txbxContent><w:r><w:t>sau</w:t></w:r></w:p>"
        ),
        "<w:p><w:r><w:t>hai\ndòng</w:t></w:r></w:p><w:p><w:r><w:t>\u00a0 </w:t></w:r></w:p>",
        "<w:p\n><w:r><w:t\n>xuống hàng trong thẻ</w:t></w:r></w:p\n>",
        '<w:p><w:r><w:t xml:space="preserve"/>không phải chữ<w:t>chữ</w:t></w:r></w:p>',
        "<w:p><w:r><w:t>trước<w:br/>sau</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>một</w:t></w:r></w:p><w:p><w:r><w:t>hai</w:t></w:r></w:p>" * 3,
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>",
        f"<w:p><w:r><w:t>{'dài ' * 400}</w:t></w:r></w:p>" * 2,
    ],
)
def test_the_lines_are_those_of_the_walk(body: str) -> None:
    data = part(body)
    plain = plain_lines(data)
    assert plain is not None
    assert tidy(plain) == walked(data)


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:r><w:t>a</w:t><w:tab/></w:r></w:p>",
        "<w:p><w:del><w:r><w:t>đã xoá</w:t></w:r></w:del></w:p>",
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>",
        "<w:p><m:t>x</m:t></w:p>",
        '<w:p><x:t xmlns:x="http://schemas.openxmlformats.org/officeDocument/2006/math">x</x:t></w:p>',
        "<w:p><!-- <w:t>chú thích</w:t> --><w:r><w:t>x</w:t></w:r></w:p>",
        "<w:p><w:r><w:t><![CDATA[x]]></w:t></w:r></w:p>",
        "<w:p><w:r><w:t>1 > 0</w:t></w:r></w:p>",
        '<w:p w:a="x>y"><w:r><w:t>x</w:t></w:r></w:p>',
        '<w:p><w:r xmlns:w="urn:khac"><w:t>của ai khác</w:t></w:r></w:p>',
        '<w:p><w:r xmlns:w = "urn:khac"><w:t>của ai khác</w:t></w:r></w:p>',
        (
            '<w:p><y:t xmlns:y="http://schemas.openxmlformats.org/wordprocessingml/2006/mai&#110;">x'
            "</y:t></w:p>"
        ),
        "<w:p><w:r><w:t>a\r\nb</w:t></w:r></w:p>",
        "<w:p><w:drawing/></w:p>",
        "<w:p/><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>",
        "<w:p></w:p><w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>gạch</w:t></w:r></w:p>",
        '<w:p></w:p><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>x</w:t></w:r></w:p>',
        '<w:p></w:p><w:p><w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:r></w:p>',
        '<w:p></w:p><w:p><w:r xmlns:x="urn:x"><w:t>x</w:t></w:r></w:p>',
        "<w:p></w:p><w:p><?x y?></w:p>",
        "<w:p></w:p><w:p><w:r><w:t>1 > 0</w:t></w:r></w:p>",
    ],
)
def test_whatever_else_there_is_is_left_to_the_walk(body: str) -> None:
    data = part(body)
    parsed(data)  # well-formed, so that it would be read
    assert plain_lines(data) is None


def test_another_way_to_write_letters_is_left_to_the_walk() -> None:
    assert plain_lines(part("<w:p/>", head='<?xml version="1.0" encoding="windows-1258"?>')) is None
    assert plain_lines(part("<w:p/>", head="")) is None
