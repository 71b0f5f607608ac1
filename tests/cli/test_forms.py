"""`kiemdiem forms` as a clerk types it: forms come back, are read, asked about, compared."""

import json
import re
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from generator.opening.written import read_written
from generator.reading.load import read_campaign
from tests.cli.run import Done, kiemdiem
from tests.returned.blanks import PEOPLE
from tests.returned.sent_back import UNIT, blank_of, data_of, folder_with, form, put, said
from tests.returned.word import opened, retyped, saved, w

FORM = "02B Trần Thị Hoà.docx"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return folder_with(tmp_path / "dot", {FORM: form()})


def read(*words: str, answer: str = "") -> Done:
    return kiemdiem("forms", "read", "dot", "--jobs", "1", *words, answer=answer)


def values(*words: str) -> list[dict[str, object]]:
    told = json.loads(read("--dry-run", "--format", "json", *words).stdout)
    found: list[dict[str, object]] = told["values"]
    return found


def person(folder: Path, number: int = 1) -> object:
    return read_campaign(folder).units[0].data.ca_nhan[number]


def test_what_is_sure_is_written_after_one_question_and_read_again_changes_nothing(
    folder: Path,
) -> None:
    truth = said()
    before = data_of(folder)
    assert "Chưa ghi gì" in read(answer="k\n").stderr
    assert data_of(folder) == before
    assert "Đã ghi" in read(answer="c\n").stderr
    hoa = read_campaign(folder).units[0].data.ca_nhan[1]
    assert hoa.han_che == truth.get("han_che")
    assert hoa.phuong_huong == truth.get("phuong_huong")
    assert hoa.xep_loai.tu_nhan == truth["xep_loai.tu_nhan"]
    written = data_of(folder)
    again = read("--yes")
    assert data_of(folder) == written
    assert "Đã ghi" not in again.stderr
    assert kiemdiem("undo", "dot").returncode == 0
    assert data_of(folder) == before


def test_json_says_of_each_value_where_it_came_from_and_how_sure_it_is(folder: Path) -> None:
    del folder
    told = json.loads(read("--dry-run", "--format", "json").stdout)
    assert [each["form"] for each in told["files"]] == ["Mẫu 02B-HD KĐ.ĐG 2025"]
    level = next(each for each in told["values"] if each["path"][-1] == "tu_nhan")
    assert level["value"] == said()["xep_loai.tu_nhan"]
    assert (level["person"], level["sure"], level["why"]) == (PEOPLE[1], True, [])
    assert level["file"].endswith(FORM)


def test_a_value_that_differs_is_never_overwritten_but_asked(folder: Path) -> None:
    assert read("--yes").returncode in {0, 1}
    kept = "Bản thân còn chậm."
    unit = next((folder / "don-vi").glob("*.yaml"))
    where = read_campaign(folder).units[0].data.ca_nhan[1].phuong_huong
    assert where is not None
    assert kiemdiem("edit", str(unit), "ca_nhan.1.phuong_huong", kept).returncode == 0
    out = read("--yes")
    assert "dữ liệu đang ghi khác" in out.stdout
    assert read_campaign(folder).units[0].data.ca_nhan[1].phuong_huong == kept


def test_a_corrected_form_asks_only_about_what_changed(folder: Path) -> None:
    read("--yes")
    put(folder, FORM, form(phuong_huong="Mỗi tháng tự kiểm tra một lần."))
    asked = [each for each in values() if each["action"] == "ask"]
    changed = [each for each in asked if each["before"]]
    assert [each["path"][-1] for each in changed] == ["phuong_huong"]  # type: ignore[index]
    assert FORM in str(changed[0]["why"])
    assert not [each for each in values() if each["action"] == "write"]


def annex(*tasks: str) -> bytes:
    """An annex with these tasks."""
    docx = opened(blank_of("phu-luc-ket-qua/2025").data)
    rows = [each for each in docx.body.iter(w("tr")) if len(list(each.iter(w("tc")))) > 5][1:]
    for row, task in zip(rows, (*tasks, *[""] * len(rows)), strict=False):
        for cell, text in zip(list(row.iter(w("tc")))[1:4], (task, "30/6", "Xong"), strict=True):
            retyped(next(cell.iter(w("p"))), text if task else "")
    return saved(docx)


@pytest.mark.parametrize("left", [2, 1, 0])
def test_a_task_taken_out_of_a_corrected_annex_is_asked_about(folder: Path, left: int) -> None:
    tasks = ("Rà soát hộ nghèo", "Giải quyết hồ sơ hộ tịch", "Họp thôn")
    put(folder, FORM, annex(*tasks))
    read("--yes")
    assert "Họp thôn" in data_of(folder)
    put(folder, FORM, annex(*tasks[:left]))
    asked = [each for each in values() if each["action"] == "ask"]
    assert [(each["before"], each["value"]) for each in asked] == [(tasks[left], None)]
    assert "để trống" in str(asked[0]["why"])


def test_the_same_form_twice_is_taken_once_and_two_that_differ_are_asked(folder: Path) -> None:
    put(folder, "bản sao.docx", form())
    paths = [tuple(each["path"]) for each in values()]  # type: ignore[arg-type]
    assert len(paths) == len(set(paths))
    put(folder, "bản sao.docx", form(phuong_huong="Viết khác."))
    both = [each for each in values() if each["path"][-1] == "phuong_huong"]  # type: ignore[index]
    assert {each["action"] for each in both} == {"ask"}
    assert all("hai tệp ghi khác nhau" in str(each["why"]) for each in both)


def superior(data: bytes, folder: Path) -> None:
    """Write what the chi bộ proposes where the form asks for it."""
    path = folder / "da-nhan" / UNIT / FORM
    path.write_bytes(data)
    document = Document(str(path))
    for each in document.element.body.iter("{*}p"):
        text = "".join(one.text or "" for one in each.iter("{*}t"))
        if text.startswith("- Chi bộ đề xuất xếp loại mức chất lượng:"):
            run = next(one for one in each.iter("{*}t"))
            run.text = "- Chi bộ đề xuất xếp loại mức chất lượng: Hoàn thành nhiệm vụ"
    document.save(str(path))


def test_the_level_of_a_superior_is_asked_and_taken_over_when_confirmed(folder: Path) -> None:
    superior(form(), folder)
    read("--yes", "-o", "hoi.xlsx")
    hoa = read_campaign(folder).units[0].data.ca_nhan[1]
    assert hoa.xep_loai.chi_bo is None
    book = load_workbook("hoi.xlsx")
    rows = list(book.active.iter_rows(min_row=2))
    row = next(each for each in rows if each[6].value == "Hoàn thành nhiệm vụ")
    assert "cấp trên" in row[7].value
    row[8].value = "đúng"
    book.save("hoi.xlsx")
    done = kiemdiem("forms", "confirm", "dot", "hoi.xlsx", "--jobs", "1")
    assert "1 câu trả lời" in done.stderr
    hoa = read_campaign(folder).units[0].data.ca_nhan[1]
    assert hoa.xep_loai.chi_bo == "Hoàn thành nhiệm vụ"


def answered(rows: dict[str, tuple[str, str]]) -> Done:
    """Answer the questions of the workbook by the value they ask about, and give it back."""
    book = load_workbook("hoi.xlsx")
    for row in book.active.iter_rows(min_row=2):
        if (row[6].value or "") in rows:
            row[8].value, row[9].value = rows[row[6].value or ""]
    book.save("hoi.xlsx")
    return kiemdiem("forms", "confirm", "dot", "hoi.xlsx", "--jobs", "1")


def test_an_answer_corrects_or_leaves_and_is_not_asked_again(folder: Path) -> None:
    put(folder, FORM, form(khac_phuc="Đã sửa việc chậm.", giai_trinh="Đã nêu ở trên."))
    read("--yes", "-o", "hoi.xlsx")
    done = answered({"Đã sửa việc chậm.": ("sửa", "Không có"), "Đã nêu ở trên.": ("bỏ qua", "")})
    assert "2 câu trả lời" in done.stderr
    hoa = read_campaign(folder).units[0].data.ca_nhan[1]
    assert hoa.khong_co("khac_phuc")
    asked = {each["value"] for each in values() if each["action"] == "ask"}
    assert asked.isdisjoint({"Đã sửa việc chậm.", "Đã nêu ở trên."})


def test_answers_that_cannot_be_used_are_told_by_row(folder: Path) -> None:
    put(folder, FORM, form(khac_phuc="Đã sửa việc chậm.", giai_trinh="Đã nêu ở trên."))
    read("--yes", "-o", "hoi.xlsx")
    done = answered({"Đã sửa việc chậm.": ("ok", ""), "Đã nêu ở trên.": ("sửa", "")})
    assert done.stderr.count("KD852 cảnh báo") == 2
    put(folder, FORM, form(khac_phuc="Đã sửa hết.", giai_trinh="Đã nêu ở trên."))
    done = answered({"Đã sửa việc chậm.": ("bỏ qua", ""), "Đã nêu ở trên.": ("bỏ qua", "")})
    assert "đã đổi" in done.stderr


def test_rows_whose_cells_changed_places_or_that_answer_twice_are_told(folder: Path) -> None:
    put(folder, FORM, form(khac_phuc="Đã sửa việc chậm.", giai_trinh="Đã nêu ở trên."))
    read("--yes", "-o", "hoi.xlsx")
    before = data_of(folder)
    book = load_workbook("hoi.xlsx")
    one, other, *_ = book.active.iter_rows(min_row=2)
    for each in range(10):
        one[each].value, other[each].value = other[each].value, one[each].value
    for row in (one, other):
        row[8].value, row[9].value = "sửa", "Không có"
    book.save("hoi.xlsx")
    done = kiemdiem("forms", "confirm", "dot", "hoi.xlsx", "--jobs", "1")
    assert done.stderr.count("đã bị đổi chỗ") == 2
    read("--yes", "-o", "hoi.xlsx")
    book = load_workbook("hoi.xlsx")
    row = [each.value for each in next(book.active.iter_rows(min_row=2))]
    book.active.append(row)
    for number, answer in ((2, "bỏ qua"), (book.active.max_row, "đúng")):
        book.active.cell(number, 9).value = answer
    book.save("hoi.xlsx")
    done = kiemdiem("forms", "confirm", "dot", "hoi.xlsx", "--jobs", "1")
    assert done.stderr.count("hơn một dòng") == 2
    assert data_of(folder) == before


@pytest.mark.parametrize(
    ("edition", "why"),
    [
        ("02A/2025", r"Nguyễn Văn Bình"),
        ("02B/2023", r"Mẫu 02B-HD KĐ.ĐG 2023|năm 2024"),
        ("02/2019", r"2019|năm 2021"),
    ],
)
def test_a_form_of_another_year_or_edition_is_refused_by_name(
    folder: Path, edition: str, why: str
) -> None:
    put(folder, FORM, form(edition))
    out = read("--dry-run")
    if edition == "02A/2025":
        assert why in out.stdout
    else:
        assert re.search(why, out.stderr)
        assert "KD850" in out.stderr


def retitled(folder: Path, old: str, new: str) -> None:
    path = folder / "da-nhan" / UNIT / FORM
    document = Document(str(path))
    for each in document.element.body.iter("{*}t"):
        each.text = (each.text or "").replace(old, new)
    document.save(str(path))


def test_a_form_of_nobody_in_the_unit_is_refused_by_name(folder: Path) -> None:
    retitled(folder, "Trần Thị Hoà", "Phạm Văn Khách")
    out = read("--dry-run")
    assert "Phạm Văn Khách" in out.stderr
    assert values() == []


def test_a_form_for_another_role_is_refused_by_name(folder: Path) -> None:
    put(folder, FORM, form("02C/2025"))
    retitled(folder, "Lê Quang Thuỷ", "Trần Thị Hoà")
    assert re.search(r"02C.*02B", read("--dry-run").stderr)
    assert values() == []


def test_what_is_no_form_is_counted_and_what_is_broken_is_told(folder: Path) -> None:
    put(folder, "anh.png", b"\x89PNG\r\n\x1a\n")
    put(folder, "hong.docx", b"PK\x03\x04 khong phai")
    out = read("--dry-run")
    assert "1 tệp không phải mẫu" in out.stdout
    assert "hong.docx" in out.stderr
    assert "anh.png" not in out.stderr
    assert [each for each in values() if each["action"] == "write"]


def test_a_file_with_a_mark_of_secrecy_is_not_read(folder: Path) -> None:
    path = folder / "da-nhan" / UNIT / FORM
    document = Document(str(path))
    document.paragraphs[0].insert_paragraph_before("TUYỆT MẬT")
    document.save(str(path))
    assert "độ mật" in read("--dry-run").stderr
    assert values() == []


def test_a_file_from_anywhere_is_found_its_unit(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "thu.docx"
    (folder / "da-nhan" / UNIT / FORM).rename(file)
    assert [each for each in values("thu.docx") if each["action"] == "write"]
    assert kiemdiem("forms", "read", "dot", "khong-co.docx").returncode == 2


def test_the_print_is_compared_with_what_came_back(folder: Path) -> None:
    read("--yes")
    unit = next((folder / "don-vi").glob("*.yaml"))
    assert kiemdiem("edit", str(unit), "ca_nhan.1.don_vi_cong_tac", "Trạm Y tế").returncode == 0
    out = kiemdiem("forms", "compare", "dot", "--jobs", "1")
    assert "in ra «Trạm Y tế»" in out.stdout
    assert out.returncode == 1


def test_the_reader_sees_the_file_that_the_clerk_sees(folder: Path) -> None:
    lines = read_written(folder / "da-nhan" / UNIT / FORM)
    level = next(each for each in values() if each["path"][-1] == "tu_nhan")  # type: ignore[index]
    told = [each.text for each in lines if each.noi == level["paragraph"]]
    assert str(level["value"]) in " ".join(told).replace("\u00a0", " ")
