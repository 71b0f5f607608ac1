"""Folders of data to folders of documents."""

import shutil
import zipfile
from pathlib import Path

import pytest
from docx import Document

from generator.building.render import render_path
from generator.papers.templates import search_path
from generator.papers.validation import check_paths
from generator.setup.template_check import check_templates
from tests.engine.build import docx, p
from tests.unbroken import typed
from tests.word.validators import findings

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"

DOT = """\
ten: Kiểm điểm năm 2026
nam: 2026
co_quan:
  ten: Đảng ủy xã Tân Hòa
  cap_tren: Đảng bộ tỉnh Bình Minh
  chu_the: Ban Thường vụ Đảng ủy
dia_danh: Tân Hòa
noi_nhan: [Như trên, Lưu Văn phòng Đảng ủy]
ky: {quyen_han: T/M Ban Thường vụ, chuc_vu: Phó Bí thư, ho_ten: Lê Thị Mẫu}
"""
KINDS = ("cong-van", "ke-hoach", "thong-bao", "bao-cao", "to-trinh", "quyet-dinh")


def a_campaign(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dot.yaml").write_text(files.pop("dot", DOT), "utf-8")
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def letter(loai: str = "cong-van", more: str = "") -> str:
    to = "kinh_gui: [Các chi bộ trực thuộc]\n" if loai in {"cong-van", "to-trinh"} else ""
    return f"loai: {loai}\ntrich_yeu: kiểm điểm năm 2026\n{to}noi_dung: |\n  Thực hiện nghiêm túc.\n{more}"


@pytest.mark.parametrize("khoi", ["dang", "nha_nuoc"])
@pytest.mark.parametrize("day", ["", "ngay: 26/5/2026\n", "ngay: 27/5/2026\n"])
@pytest.mark.parametrize("loai", KINDS)
@pytest.mark.parametrize("size", ["nothing", "everything"])
def test_every_kind_of_document_opens_whatever_it_holds(
    tmp_path: Path, loai: str, day: str, khoi: str, size: str
) -> None:
    dot = DOT.replace("  chu_the", f"  khoi: {khoi}\n  ky_hieu: X\n  chu_the")
    if khoi == "nha_nuoc":
        dot = dot.replace("ten: Đảng ủy xã", "ten: Ủy ban nhân dân xã")
        dot = dot.replace("T/M Ban Thường vụ", "TM. Ủy ban nhân dân").replace(
            "Phó Bí thư", "Chủ tịch"
        )
        dot = dot.replace("Lưu Văn phòng Đảng ủy", '"Lưu: VT"')
    long = " ".join(["Tiếp tục quán triệt & thực hiện <nghiêm túc> quy định"] * 40)
    more = (
        "so: 7\ndo_khan: Khẩn\npham_vi: Lưu hành nội bộ\ndu_thao: Dự thảo lần 2\nnguoi_soan: NguyenVanAn-26\n"
        "lien_he: Văn phòng, số điện thoại 0912345678\ntac_gia: của Ban Thường vụ\n"
        "can_cu: [Căn cứ một, Căn cứ hai]\nphu_luc:\n  - {tieu_de: Danh sách, noi_dung: Một}\n"
        "  - {tieu_de: Biểu mẫu, noi_dung: Hai}\n"
        if size == "everything"
        else ""
    )
    text = letter(loai, day + more)
    if size == "everything":
        body = "".join(
            f"  **{n}.** {long}[^{n}]\n  [^{n}]: Theo *văn bản* số {n}.\n" for n in range(1, 31)
        )
        text = text.replace(
            "  Thực hiện nghiêm túc.\n", f"  # I. MỤC ĐÍCH\n  ## 1. Yêu cầu\n  -----\n{body}"
        )
    folder = a_campaign(tmp_path / "dot", van_ban=text, dot=dot)
    written, problems = render_path(folder, tmp_path / "ra", None)
    assert [x for x in problems if x.severity.name == "ERROR"] == []
    assert findings(written[0].read_bytes()) == []


def test_a_copy_carries_the_typed_block_before_and_the_stamp_after_hd05(tmp_path: Path) -> None:
    copy = "loai: sao-luc\nban_goc: goc.yaml\nso: {}\nngay: {}\n"
    folder = a_campaign(
        tmp_path / "dot",
        goc=letter(),
        cu=copy.format(3, "26/5/2026"),
        moi=copy.format(4, "27/5/2026"),
    )
    written, problems = render_path(folder, tmp_path / "ra", None)
    assert [x for x in problems if x.severity.name == "ERROR"] == []
    texts = {f.stem: typed(zipfile.ZipFile(f).read("word/document.xml").decode()) for f in written}
    assert "BẢN SAO VĂN BẢN" not in texts["cu"]
    assert "SAO LỤC" in texts["cu"]
    assert "BẢN SAO VĂN BẢN" in texts["moi"]
    assert all(findings(f.read_bytes()) == [] for f in written)


def test_the_symbol_of_the_body_is_composed_when_it_is_not_given(tmp_path: Path) -> None:
    folder = a_campaign(tmp_path / "dot", van_ban=letter(more="so: 7\nngay: 27/5/2026\n"))
    written, _ = render_path(folder, tmp_path / "ra", None)
    assert "Số 07-CV/ĐU" in typed(zipfile.ZipFile(written[0]).read("word/document.xml").decode())


def test_a_body_whose_symbol_cannot_be_composed_is_told_in_dot_yaml(tmp_path: Path) -> None:
    dot = DOT.replace("Đảng ủy xã Tân Hòa", "Thành ủy Tân Hòa").replace(
        "Văn phòng Đảng ủy", "Văn phòng Thành ủy"
    )
    written, problems = render_path(
        a_campaign(tmp_path / "dot", dot=dot, van_ban=letter()), tmp_path / "ra", None
    )
    assert written == []
    assert [(x.code, x.place.file.rsplit("/", 1)[1], x.place.line) for x in problems] == [
        ("KD204", "dot.yaml", 4)
    ]


def test_attachments_are_numbered_and_cite_their_document(tmp_path: Path) -> None:
    more = "so: 7\nngay: 27/5/2026\nphu_luc:\n  - {tieu_de: A, noi_dung: Một}\n  - {tieu_de: B, noi_dung: Hai}\n"
    folder = a_campaign(tmp_path / "dot", van_ban=letter(more=more))
    written, _ = render_path(folder, tmp_path / "ra", None)
    text = typed(zipfile.ZipFile(written[0]).read("word/document.xml").decode())
    assert "Phụ lục 1" in text
    assert "Phụ lục 2" in text
    assert (
        text.count("(Kèm theo Công văn số 07-CV/ĐU, ngày 27/5/2026 của Ban Thường vụ Đảng ủy)") == 2
    )
    assert text.count("<w:sectPr>") == 3


def test_a_classified_document_is_refused_with_the_reason(tmp_path: Path) -> None:
    folder = a_campaign(tmp_path / "dot", van_ban=letter(more="do_mat: Mật\n"))
    written, problems = render_path(folder, tmp_path / "ra", None)
    assert written == []
    assert [x.code for x in problems] == ["KD121"]


def test_a_misspelt_template_is_told_at_its_key(tmp_path: Path) -> None:
    folder = a_campaign(tmp_path / "dot", van_ban=letter(more="mau: cong-vann\n"))
    written, problems = render_path(folder, tmp_path / "ra", None)
    assert written == []
    assert [(x.code, x.place.line, x.place.column) for x in problems] == [("KD510", 6, 6)]
    assert "«cong-van»" in problems[0].mend


def test_a_mistake_in_an_offices_own_template_names_the_word_file(tmp_path: Path) -> None:
    folder = a_campaign(tmp_path / "dot", van_ban=letter())
    (folder / "mau").mkdir()
    (folder / "mau" / "cong-van.docx").write_bytes(docx(p("{{ trich_yeuu }}")))
    written, problems = render_path(folder, tmp_path / "ra", None)
    assert written == []
    assert [x.code for x in problems] == ["KD310"]
    assert problems[0].place.file.endswith("mau/cong-van.docx")


def test_an_office_may_replace_only_a_block(tmp_path: Path) -> None:
    folder = a_campaign(tmp_path / "dot", van_ban=letter())
    (folder / "mau" / "khoi").mkdir(parents=True)
    (folder / "mau" / "khoi" / "kinh-gui.docx").write_bytes(docx(p("KÍNH GỬI RIÊNG")))
    written, problems = render_path(folder, tmp_path / "ra", None)
    assert [x for x in problems if x.severity.name == "ERROR"] == []
    assert "KÍNH GỬI RIÊNG" in typed(zipfile.ZipFile(written[0]).read("word/document.xml").decode())


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", "C:/x", "khoi\\x", "khoi/../../x"])
def test_a_template_name_cannot_leave_the_template_folders(tmp_path: Path, name: str) -> None:
    (tmp_path / "x.docx").write_bytes(docx(p("a")))
    (tmp_path / "mau").mkdir()
    assert search_path(tmp_path).find(f"{name}.docx") is None


def test_a_value_the_office_may_not_set_is_told_in_dot_yaml(tmp_path: Path) -> None:
    folder = a_campaign(tmp_path / "dot", dot=DOT + "the_thuc:\n  dau_caau: {}\n", van_ban=letter())
    _, problems = check_paths([folder])
    assert [(x.code, x.place.file.rsplit("/", 1)[1], x.place.line) for x in problems] == [
        ("KD201", "dot.yaml", 11)
    ]


def test_a_mistake_in_the_shared_recipients_is_told_in_dot_yaml(tmp_path: Path) -> None:
    dot = DOT.replace("Lưu Văn phòng Đảng ủy", '"Lưu: VT"')
    folder = a_campaign(tmp_path / "dot", dot=dot, van_ban=letter(more="ngay: 27/5/2026\n"))
    _, problems = check_paths([folder])
    assert [(x.code, x.place.file.rsplit("/", 1)[1], x.place.line) for x in problems] == [
        ("KD221", "dot.yaml", 8)
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_the_usual_recipients_are_as_above_only_where_somebody_stands_above(
    tmp_path: Path, kind: str
) -> None:
    above = "kinh_gui: [Tỉnh ủy Bình Minh]\n" if kind in {"cong-van", "to-trinh"} else ""
    text = f"loai: {kind}\ntrich_yeu: Việc thử\nnoi_dung: Một.\n{above}"
    folder = a_campaign(tmp_path / "dot", thu=text)
    (file,), _ = render_path(folder, tmp_path / "ra", None)
    cells = [c.text for t in Document(str(file)).tables for row in t.rows for c in row.cells]
    assert ("Như trên" in "\n".join(cells)) is bool(above)


def test_the_shipped_templates_have_no_findings() -> None:
    used, problems = check_templates((), None, None)
    assert problems == []
    assert len(used) == 74


LYING = [
    path for path in sorted((ROOT / "templates").rglob("*.docx"))
    if b'w:orient="landscape"' in zipfile.ZipFile(path).read("word/document.xml")
]  # fmt: skip


@pytest.mark.parametrize("path", LYING, ids=lambda path: path.stem)
def test_a_landscape_page_is_the_upright_one_turned(path: Path) -> None:
    text = zipfile.ZipFile(path).read("word/document.xml").decode()
    assert 'w:top="1701" w:right="1134" w:bottom="850" w:left="1134"' in text
    assert "khoi/dau-bieu-mau.docx" not in text, "its head has the width of an upright page"


def test_a_template_with_another_look_is_warned_about(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "templates" / "khoi", tmp_path / "khoi")
    source = ROOT / "templates" / "cong-van.docx"
    target = tmp_path / "cong-van.docx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/document.xml":
                text = text.replace(b'w:right="850"', b'w:right="1134"')
            if name == "word/styles.xml":
                text = text.replace(b'<w:sz w:val="24"/>', b'<w:sz w:val="20"/>')
            new.writestr(name, text)
    _, problems = check_templates((target,), None, None)
    assert {x.code for x in problems} == {"KD350", "KD351"}
    assert any("lề phải 20 mm" in x.message for x in problems)
    assert all(x.severity.name == "WARNING" for x in problems)


@pytest.mark.parametrize("path", ["khong-co.yaml", "khong-co"])
def test_what_is_not_there_is_told(tmp_path: Path, path: str) -> None:
    written, problems = render_path(tmp_path / path, None, None)
    assert written == []
    assert problems
    assert problems[0].place.file.endswith(path)
