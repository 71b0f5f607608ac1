"""`template check` holds the template of a form against the form of its regime."""

import io
import zipfile
from pathlib import Path

import pytest

from generator import shipped
from generator.dossier.reports import word_papers
from generator.handover import papers as pack_papers
from generator.papers.kinds import shapes
from generator.papers.letter_papers import SHAPES
from generator.regulations.catalogue import paper_kinds
from generator.regulations.packs import letter_kinds
from generator.regulations.regimes import forms_by_template
from generator.setup.template_check import check_templates

DOCUMENT = "word/document.xml"
CHECK_PAPERS_BY_TEMPLATE = {f"ho-so/{name}" for name in (*word_papers.SHAPES, *pack_papers.SHAPES)}


def changed(tmp_path: Path, name: str, old: str, new: str) -> Path:
    """A copy of a shipped template, in a folder of the same name, with one text replaced."""
    target = tmp_path / f"{name}.docx"
    target.parent.mkdir(parents=True)
    data = io.BytesIO((shipped.TEMPLATES / f"{name}.docx").read_bytes())
    with zipfile.ZipFile(data) as source, zipfile.ZipFile(target, "w") as made:
        for each in source.namelist():
            text = source.read(each)
            if each == DOCUMENT:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1)
            made.writestr(each, text)
    return target


def codes(path: Path) -> list[tuple[str, str]]:
    _, problems = check_templates((path,), None, None)
    return [(each.code, each.message) for each in problems]


@pytest.mark.parametrize("name", sorted(forms_by_template()))
def test_the_template_of_every_form_is_shipped_and_is_that_form(name: str) -> None:
    path = shipped.TEMPLATES / f"{name}.docx"
    assert path.is_file()
    assert codes(path) == []


def test_every_kind_has_its_template_and_no_template_is_without_kind() -> None:
    papers = {kind.mau for kind in paper_kinds().values() if kind.mau}
    letters = {kind.mau for kind in letter_kinds().values() if kind.mau}
    shipped_names = {
        path.relative_to(shipped.TEMPLATES).with_suffix("").as_posix()
        for path in shipped.TEMPLATES.rglob("*.docx")
    }
    blocks = {name for name in shipped_names if name.startswith("khoi/")}
    assert shipped_names - blocks == papers | letters | set(forms_by_template())


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("mau02/2025-02a", "Hạn chế, khuyết điểm và nguyên nhân", "Tồn tại và nguyên nhân"),
        ("mau02/2025-02b", "gắn với hiệu quả, tiến độ, chất lượng công việc", "trong năm"),
        ("mau02/2025-02c", "cấp uỷ, chi bộ phân công", "chi bộ giao"),
        ("mau02/2023-02b", "nhạy cảm trong thực hiện nhiệm vụ", "trong thực hiện nhiệm vụ"),
        ("mau02/2019", "Ưu điểm, kết quả công tác", "Ưu điểm"),
        ("mau01/2025", "NỘI DUNG TỰ ĐÁNH GIÁ, XẾP LOẠI", "TỰ ĐÁNH GIÁ"),
        ("mau01/2023", "Đề nghị mức xếp loại chất lượng", "Đề nghị"),
    ],
)
def test_a_heading_that_was_changed_is_told(tmp_path: Path, name: str, old: str, new: str) -> None:
    assert [code for code, _ in codes(changed(tmp_path, name, old, new))] == ["KD352"]


def test_two_headings_that_changed_places_are_told(tmp_path: Path) -> None:
    first, second = "IV. Giải trình những vấn đề", "V. Làm rõ trách nhiệm"
    path = changed(tmp_path, "mau02/2025-02b", first, "@@")
    swapped = changed_again(changed_again(path, second, first), "@@", second)
    assert "KD352" in {code for code, _ in codes(swapped)}


def changed_again(path: Path, old: str, new: str) -> Path:
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    assert old.encode() in parts[DOCUMENT]
    parts[DOCUMENT] = parts[DOCUMENT].replace(old.encode(), new.encode(), 1)
    with zipfile.ZipFile(path, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“tự diễn biến”", '"tự diễn biến"'),
        ("chuyển hoá", "chuyển hóa"),
        ("khuyết điểm và nguyên nhân", "Khuyết điểm  và Nguyên nhân."),
        ("III. Kết quả", "III) Kết quả"),
    ],
)
def test_quotes_case_tone_marks_and_numbering_are_no_change(
    tmp_path: Path, old: str, new: str
) -> None:
    assert codes(changed(tmp_path, "mau02/2025-02b", old, new)) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "lost"),
    [
        ("mau02/2025-02b", "set muc = uu_diem.nhiem_vu", "set muc = uu_diem.cam_ket", "uu_diem.nhiem_vu"),
        ("mau02/2025-02c", "set muc = han_che", "set muc = nguyen_nhan", "han_che"),
        ("mau02/2025-02a", "{{ diem.tong }}", "…", "cham_diem"),
        ("mau01/2025", "for muc_do in muc_de_xuat", "for muc_do in []", "xep_loai"),
        ("mau02/2023-02a", 'include "khoi/don-vi-chi-bo.docx"', 'include "khoi/chuc-vu.docx"', "chi_bo"),
    ],
)  # fmt: skip
def test_a_value_of_the_form_that_is_printed_nowhere_is_told(
    tmp_path: Path, name: str, old: str, new: str, lost: str
) -> None:
    found = codes(changed(tmp_path, name, old, new))
    assert {code for code, _ in found} == {"KD353"}
    assert any(f"«{lost}»" in message for _, message in found)


def test_a_tick_set_that_is_not_printed_is_told(tmp_path: Path) -> None:
    found = codes(changed(tmp_path, "mau02/2023-02a", "khoi/cap-do.docx", "khoi/muc.docx"))
    assert [code for code, _ in found] == ["KD353"]
    assert "«uu_diem.pham_chat.cap_do»" in found[0][1]


@pytest.mark.parametrize("name", ["mau02/2025-02a", "ho-so/goi-y", "ho-so/bieu-6f"])
def test_a_field_the_data_does_not_have_is_told(tmp_path: Path, name: str) -> None:
    path = changed(tmp_path, name, "{{ nam }}", "{{ namm }}")
    found = codes(path)
    assert found[0][0] == "KD310"


def test_every_template_of_a_paper_has_a_shape_and_no_letter_has_two() -> None:
    papers = {kind.mau for kind in paper_kinds().values() if kind.mau} | set(forms_by_template())
    assert {*shapes(), *CHECK_PAPERS_BY_TEMPLATE} == papers
    assert len(SHAPES) == 2
