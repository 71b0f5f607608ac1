"""`kiemdiem summary` as a clerk types it."""

import io
import shutil
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from generator.files.documents import edited
from tests.cli.run import Run
from tests.papers import unit_data

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "xa-loc-van-2026"
NOTICE = "Thông báo kết quả xếp loại.docx"
FILES = {
    "Tổng hợp kết quả xếp loại.docx", "Biểu 6F.docx", "Danh sách chưa kiểm điểm, xếp loại.docx",
    NOTICE, "Tổng hợp kết quả xếp loại.xlsx",
}  # fmt: skip


def made(tmp_path: Path, campaign: str = "xa") -> dict[str, bytes]:
    folder = tmp_path / "output" / campaign / "tong-hop"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_campaign_gives_four_papers_and_a_workbook_the_same_each_time(
    run: Run, data: Path, tmp_path: Path
) -> None:
    done = run("summary", "xa")
    assert done.returncode == 0
    assert done.stderr == "Đã tổng hợp vào 5 tệp: không có lỗi.\n"
    first = made(tmp_path)
    assert set(first) == FILES
    named = {Path(line).name for line in done.stdout.splitlines()}
    assert named == FILES
    run("summary", "xa")
    assert made(tmp_path) == first
    assert sorted(path.name for path in data.iterdir()) == ["don-vi", "dot.yaml"]


def test_a_second_run_touches_no_file_and_a_changed_level_changes_the_counts(
    run: Run, data: Path, tmp_path: Path
) -> None:
    run("summary", "xa")
    folder = tmp_path / "output" / "xa" / "tong-hop"
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    run("summary", "xa")
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    file = data / "don-vi" / "chi-bo-tram-y-te.yaml"
    text = file.read_text("utf-8")
    old, new = "quyet_dinh: Hoàn thành tốt nhiệm vụ", "quyet_dinh: Hoàn thành nhiệm vụ"
    file.write_text(text.replace(old, new, 1), "utf-8")
    run("summary", "xa")
    book = folder / "Tổng hợp kết quả xếp loại.xlsx"
    assert book.stat().st_mtime_ns != before[book]


@pytest.mark.parametrize("name", ["Biểu 6F.docx", "Tổng hợp kết quả xếp loại.xlsx"])
def test_what_somebody_edited_by_hand_is_kept_and_the_new_one_stands_beside_it(
    run: Run, data: Path, tmp_path: Path, name: str
) -> None:
    run("summary", "xa")
    file = tmp_path / "output" / "xa" / "tong-hop" / name
    by_hand(file)
    kept = file.read_bytes()
    done = run("summary", data.name)
    assert done.returncode == 0
    assert "KD505" in done.stderr
    assert file.read_bytes() == kept
    beside = file.with_name(f"{file.stem} (mới){file.suffix}")
    assert beside.exists()
    assert not edited(beside)


def by_hand(file: Path) -> None:
    """Change a file in the program that opens it, and save."""
    if file.suffix == ".docx":
        document = docx.Document(str(file))
        document.add_paragraph("Ghi thêm")
        document.save(str(file))
    else:
        book = openpyxl.load_workbook(file)
        book.active["A9"] = "Ghi thêm"
        book.save(file)


def test_a_build_that_cleans_up_leaves_the_summaries_alone(
    run: Run, data: Path, tmp_path: Path
) -> None:
    run("build", "xa", "--jobs", "1")
    run("summary", "xa")
    before = made(tmp_path)
    file = data / "don-vi" / "chi-bo-tram-y-te.yaml"
    file.unlink()
    assert run("build", "xa", "--jobs", "1", "--clean").returncode == 0
    assert made(tmp_path) == before
    run("summary", "xa")
    counted = openpyxl.load_workbook(
        tmp_path / "output" / "xa" / "tong-hop" / "Tổng hợp kết quả xếp loại.xlsx"
    )["Cá nhân theo đơn vị"]
    names = [cell.value for cell in counted["A"]]
    assert names == ["Cá nhân theo đơn vị", "Chi bộ thôn Đông", "Tổng số"]


def test_a_unit_that_cannot_be_read_is_told_and_the_others_are_summed_up(
    run: Run, data: Path, tmp_path: Path
) -> None:
    file = data / "don-vi" / "chi-bo-tram-y-te.yaml"
    file.write_text(file.read_text("utf-8").replace("ca_nhan:", "canhan:", 1), "utf-8")
    done = run("summary", "xa")
    assert done.returncode == 1
    gap = "chưa gồm 1 đơn vị không đọc được: Chi bộ Trạm Y tế"
    assert f"KD520 cảnh báo: bảng tổng hợp {gap}" in done.stderr
    book = openpyxl.load_workbook(io.BytesIO(made(tmp_path)["Tổng hợp kết quả xếp loại.xlsx"]))
    for sheet in book:
        assert [cell.value for cell in sheet["A"]][-1] == f"C{gap[1:]}."


def test_each_campaign_of_a_folder_is_summed_up_by_itself(run: Run, tmp_path: Path) -> None:
    for nam in (2021, 2024, 2026):
        unit_data.campaign(tmp_path / "data" / str(nam), nam, unit_data.one(nam))
    done = run("summary", "data", "-o", "output")
    assert done.stderr.count("KD528") == 3
    for nam in (2021, 2024, 2026):
        found = made(tmp_path, str(nam))
        assert set(found) == FILES - {NOTICE}
        text = "\n".join(
            p.text for p in docx.Document(io.BytesIO(found["Biểu 6F.docx"])).paragraphs
        )
        assert f"Năm {nam}" in text


def test_a_campaign_without_units_has_nothing_to_sum_up(run: Run, tmp_path: Path) -> None:
    (tmp_path / "xa").mkdir()
    shutil.copy(SAMPLE / "dot.yaml", tmp_path / "xa")
    done = run("summary", "xa")
    assert done.returncode == 1
    assert "KD527" in done.stderr
    assert not (tmp_path / "output").exists()


def test_an_error_in_dot_yaml_is_told_and_nothing_is_written(
    run: Run, data: Path, tmp_path: Path
) -> None:
    (data / "dot.yaml").write_text("ten: Đợt\nnam: hai nghìn\n", "utf-8")
    done = run("summary", "xa")
    assert done.returncode == 1
    assert "dot.yaml:2:" in done.stderr
    assert not (tmp_path / "output").exists()


def test_nothing_is_written_where_a_link_leads_away(run: Run, data: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "khac"
    elsewhere.mkdir()
    (tmp_path / "output" / "xa").mkdir(parents=True)
    (tmp_path / "output" / "xa" / "tong-hop").symlink_to(elsewhere)
    done = run("summary", data.name)
    assert done.returncode == 1
    assert "KD507" in done.stderr
    assert list(elsewhere.iterdir()) == []


def test_the_offices_own_template_is_used(run: Run, data: Path, tmp_path: Path) -> None:
    own = data / "mau" / "dot"
    own.mkdir(parents=True)
    source = ROOT / "templates" / "dot" / "tong-hop-xep-loai.docx"
    with zipfile.ZipFile(source) as shipped, zipfile.ZipFile(own / source.name, "w") as mine:
        for name in shipped.namelist():
            old, new = "III. Danh sách", "III. Danh sách của xã"
            mine.writestr(name, shipped.read(name).replace(old.encode(), new.encode()))
    assert run("summary", "xa").returncode == 0
    document = docx.Document(io.BytesIO(made(tmp_path)["Tổng hợp kết quả xếp loại.docx"]))
    assert "III. Danh sách của xã" in [p.text for p in document.paragraphs]


def test_help_is_in_vietnamese(run: Run) -> None:
    done = run("summary", "--help")
    assert done.returncode == 0
    assert "Biểu 6F" in done.stdout
    assert "NƠI_LƯU/<đợt>/tong-hop/" in done.stdout
    assert "Options" not in done.stdout
