"""Placeholders that would be printed raw: tags out of reach, and those of other programs."""

from pathlib import Path

import pytest

from tests.engine.build import HEAD, compiled, docx, p, run, table
from tests.engine.test_packages import LETTER, deleted, field, found, related

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
TAG = "{{ ten }}"
SHAPE = {"ten": None, "ho_ten": None, "trich_yeu": None, "noi_nhan": [None]}


def control(properties: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>"


OUT_OF_REACH: dict[str, tuple[str, str]] = {
    "a tooltip": (f'<w:hyperlink w:anchor="a" w:tooltip="{TAG}">{run("a")}</w:hyperlink>', "chú giải"),
    "a target inside": (f'<w:hyperlink w:anchor="{TAG}">{run("a")}</w:hyperlink>', "đích"),
    "the title of a control": (control(f'<w:alias w:val="{TAG}"/>'), "ô nhập"),
    "the tag of a control": (control(f'<w:tag w:val="{TAG}"/>'), "ô nhập"),
    "the choices of a control": (control(f'<w:dropDownList><w:listItem w:displayText="{TAG}" w:value="1"/>'
                                         "</w:dropDownList>"), "thuộc tính"),
    "the text instead of a picture": ((f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:docPr id="1" name="a" '
                                      f'descr="{TAG}"/></wp:inline></w:drawing></w:r>'), "thay thế"),
    "a bookmark": (f'<w:bookmarkStart w:id="1" w:name="{TAG}"/><w:bookmarkEnd w:id="1"/>', "dấu trang"),
    "a field code": (field(f'HYPERLINK "http://x/{TAG}"'), "mã trường"),
    "a field code in pieces": (field(f'HYPERLINK "http://x/{TAG}"', split=3), "mã trường"),
    "a simple field": (f'<w:fldSimple w:instr=" REF {TAG} ">{run("a")}</w:fldSimple>', "mã trường"),
    "an equation": ((f'<m:oMath xmlns:m="{M}"><m:r><m:t>{{{{ t</m:t></m:r><m:r><m:t>en }}}}</m:t></m:r>'
                    "</m:oMath>"), "công thức"),
    "deleted text": (deleted(TAG), "đã xoá"),
    "deleted text in pieces": (deleted("{{ t") + deleted("en }}"), "đã xoá"),
    "a statement": (f'<w:hyperlink w:anchor="a" w:tooltip="{{% if x %}}">{run("a")}</w:hyperlink>', "chú giải"),
    "half a tag": (f'<w:hyperlink w:anchor="a" w:tooltip="{{{{ x">{run("a")}</w:hyperlink>', "chú giải"),
}  # fmt: skip


@pytest.mark.parametrize("name", OUT_OF_REACH)
@pytest.mark.parametrize("where", ["body", "cell", "header", "box"])
def test_a_tag_out_of_reach_is_refused_with_its_place(
    tmp_path: Path, name: str, where: str
) -> None:
    xml, word = OUT_OF_REACH[name]
    line = f"<w:p>{run(TAG)}{xml}</w:p>"
    body, header, place = p("a") + line, "", "thân văn bản, đoạn 2"
    if where == "cell":
        body, place = table([line]), "thân văn bản, bảng 1, hàng 1, ô 1, đoạn 1"
    elif where == "header":
        body, header, place = p("a"), line, "đầu trang 1, đoạn 1"
    elif where == "box":
        inner = f"<w:r><w:pict><w:txbxContent>{line}</w:txbxContent></w:pict></w:r>"
        body, place = f"<w:p>{inner}</w:p>", "thân văn bản, đoạn 1, khung chữ, đoạn 1"
    template, problems = compiled(docx(body, header=header), tmp_path, SHAPE)
    assert template is None
    wrong = [each for each in problems if each.code == "KD318"]
    assert wrong
    assert word in wrong[0].message
    assert place in {each.place.part for each in wrong}


def test_a_tag_in_the_address_of_a_link_is_refused_at_the_link(tmp_path: Path) -> None:
    for target in ("mailto:%7B%7B%20ten%20%7D%7D", "http://x/{{ ten }}"):
        body = p("a") + f'<w:p><w:hyperlink r:id="rIdX">{run("b")}</w:hyperlink></w:p>'
        data = related(docx(body), "hyperlink", target, external=True)
        assert found(compiled(data, tmp_path)[1]) == [("KD318", "thân văn bản, đoạn 2")]


@pytest.mark.parametrize(
    "part", ["word/endnotes.xml", "word/charts/chart1.xml", "word/diagrams/data1.xml",
             "customXml/item1.xml", "docProps/custom.xml", "word/glossary/document.xml"],
)  # fmt: skip
@pytest.mark.parametrize(
    "text", ["<a>{{ ten }}</a>", "<a><b>{</b><b>{ ten }}</b></a>", '<a b="{% if x %}"/>']
)
def test_a_tag_in_a_part_that_is_not_filled_is_told(tmp_path: Path, part: str, text: str) -> None:
    data = docx(p("a"), extra={part: HEAD + text})
    assert [each.code for each in compiled(data, tmp_path)[1]] == ["KD315"]


TYPED = ("«ho_ten»", "«trich yếu»", "«Họ tên»", "{ho_ten}", "{ Họ tên }", "${ho_ten}", "${x.y}",
         "<<ho_ten>>", "<< Họ tên >>", "[ho_ten]", "[so_ky_hieu]", "{[ho_ten]}",
         "<ho_ten>", "< so_vb >", "%ho_ten%", "%trich_yeu%", "#ho_ten#", "@ho_ten")  # fmt: skip


@pytest.mark.parametrize("text", TYPED)
def test_a_placeholder_of_another_program_is_told_with_its_place(tmp_path: Path, text: str) -> None:
    template, problems = compiled(docx(p("a") + p("Đồng chí ", text, ".")), tmp_path, SHAPE)
    assert template is not None
    assert found(problems) == [("KD319", "thân văn bản, đoạn 2")]
    assert text in problems[0].message


ORDINARY = ("Thực hiện chủ đề «Đoàn kết, kỷ cương» năm 2026", "«Sửa đổi lối làm việc»", "{1; 2; 3}",
            "[1]", "[Trang]", "a < b và b > c", "5 << 6", "{{ ho_ten }}", "{_{ ten }_}", "{# {ghi} #}",
            "(*)", "$100", "tăng 5% và 10%", "<Trang>", "a@van_phong.vn", "#1 và #2", "mục #3#", "{% if ho_ten %}{{ ten }}{% endif %}")  # fmt: skip


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_is_no_placeholder(tmp_path: Path, text: str) -> None:
    assert compiled(docx(p(text)), tmp_path, SHAPE)[1] == []


def test_a_template_without_anything_of_this_says_nothing(tmp_path: Path) -> None:
    link = f'<w:p><w:hyperlink w:anchor="a" w:tooltip="Xem">{run("{{ ten }}")}</w:hyperlink></w:p>'
    body = link + f"<w:p>{control('<w:alias w:val=chu/>'.replace('chu', chr(34) * 2))}</w:p>"
    assert compiled(docx(body), tmp_path, SHAPE)[1] == []
    assert compiled(LETTER, tmp_path, SHAPE)[1] == []
