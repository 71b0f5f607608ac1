"""Each rule fires on a file broken in just that way; the shipped documents have no findings."""

import io
import zipfile
from pathlib import Path

import pytest

from generator.building.render import render_path
from tests.acceptance.test_seeds import CASES, document
from tests.papers.test_validation import DOT, KINDS, a_campaign, letter
from tests.word.validators import audit, findings


@pytest.fixture(scope="module")
def good() -> bytes:
    return document(CASES[0])


def broken(data: bytes, part: str, old: str, new: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == part:
                assert old.encode() in text, old
                text = text.replace(old.encode(), new.encode(), 1)
            target.writestr(name, text)
    return buffer.getvalue()


DOCUMENT = "word/document.xml"
CELL = '<w:tc><w:tcPr><w:tcW w:w="1" w:type="dxa"/></w:tcPr></w:tc>'


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        (DOCUMENT, "</w:tr>", f"{CELL}</w:tr>", "does not end in a paragraph"),
        (DOCUMENT, "</w:tr>", f"{CELL}</w:tr>", "wider than its grid"),
        (DOCUMENT, "<w:body>", "<w:body><w:tbl><w:tblPr/><w:tblGrid/></w:tbl>", "without rows"),
        (DOCUMENT, 'w:val="NoiDung"', 'w:val="KhongCo"', "style KhongCo is not there"),
        (DOCUMENT, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="9"/>', "footnote 9"),
        (DOCUMENT, 'r:id="rId10"', 'r:id="rId99"', "relationship rId99"),
        (DOCUMENT, "<w:r>", "<w:r><w:r/>", "run inside a run"),
        (DOCUMENT, "<w:p>", "<w:p><w:p/>", "inside a paragraph"),
        (DOCUMENT, "<w:body>", "<w:body><w:khongco/>", "khongco"),
        (DOCUMENT, "</w:body>", "", "not well-formed"),
        ("word/header1.xml", '<w:fldChar w:fldCharType="end"/>', "", "field that does not end"),
        ("word/footnotes.xml", 'w:id="1"', 'w:id="0"', "footnote id twice"),
        ("[Content_Types].xml", '<Default Extension="xml" ContentType="application/xml"/>',
         '<Override PartName="/word/x.xml" ContentType="application/xml"/>', "not there: word/x.xml"),
        ("word/_rels/document.xml.rels", "styles.xml", "mat.xml", "mat.xml is not there"),
    ],
)  # fmt: skip
def test_a_file_broken_in_one_way_is_found(
    good: bytes, part: str, old: str, new: str, said: str
) -> None:
    assert any(said in found for found in findings(broken(good, part, old, new)))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_real_document_has_no_findings(case: object, tmp_path: Path) -> None:
    data = document(case)  # type: ignore[arg-type]
    assert findings(data) == []
    path = tmp_path / "van-ban.docx"
    path.write_bytes(data)
    assert audit(path) == []


@pytest.mark.parametrize("khoi", ["dang", "nha_nuoc"])
@pytest.mark.parametrize("loai", KINDS)
def test_every_kind_of_document_passes_the_audit(tmp_path: Path, loai: str, khoi: str) -> None:
    dot = DOT.replace("  chu_the", f"  khoi: {khoi}\n  ky_hieu: X\n  chu_the")
    if khoi == "nha_nuoc":
        dot = dot.replace("T/M Ban Thường vụ", "TM. Ủy ban nhân dân")
        dot = dot.replace("Phó Bí thư", "Chủ tịch").replace("Lưu Văn phòng Đảng ủy", '"Lưu: VT"')
        dot = dot.replace("Ban Thường vụ Đảng ủy", "Ủy ban nhân dân xã")
        dot = dot.replace("Đảng ủy xã Tân Hòa", "Ủy ban nhân dân xã Tân Hòa")
    more = "can_cu: [Căn cứ một]\nphu_luc:\n  - {tieu_de: Danh sách, noi_dung: Một}\n"
    folder = a_campaign(tmp_path / "dot", van_ban=letter(loai, more), dot=dot)
    written, problems = render_path(folder, tmp_path / "ra", None)
    assert written, problems
    assert audit(written[0]) == []
