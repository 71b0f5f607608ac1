"""`build`: what changed is made again and nothing else, and no work of anybody is lost."""

import json
import os
import shutil
import sqlite3
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from docx import Document

from generator.building import folder_work
from generator.building.build import build
from generator.building.executors import executor, here
from generator.building.folders import BuildRequest
from generator.building.listing import rows
from generator.building.state import STATE_FILE
from generator.papers.plan import Selection
from generator.problems import Problem

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "xa-loc-van-2026"
EAST = "chi-bo-thon-dong"
CLINIC = "chi-bo-tram-y-te"
OFFICE = "chi-bo-ubnd"


@dataclass
class Run:
    """What one run did: files made with the reasons, how many stayed, what was said."""

    made: dict[str, str]
    kept: int
    problems: list[Problem]
    folders: list[str]

    @property
    def codes(self) -> list[str]:
        return [each.code for each in self.problems]


def run(request: BuildRequest, jobs: int = 1) -> Run:
    made: dict[str, str] = {}
    kept, problems, folders = 0, [], []
    for progress in build(request, executor(jobs)):
        done = progress.done
        assert not done.crash, done.crash
        folders.append(done.name)
        kept += done.outcome.kept
        problems += done.outcome.problems
        for step in done.outcome.steps:
            made[step.file.relative_to(request.root).as_posix()] = ", ".join(step.reasons)
    return Run(made, kept, problems, folders)


@pytest.fixture
def request_(tmp_path: Path) -> BuildRequest:
    """Two small chi bộ in one file each, one with a file a person, and a letter."""
    data = tmp_path / "xa"
    (data / "don-vi").mkdir(parents=True)
    shutil.copy(SAMPLE / "dot.yaml", data)
    for name in (EAST, CLINIC):
        shutil.copy(SAMPLE / "don-vi" / f"{name}.yaml", data / "don-vi")
    shutil.copytree(SAMPLE / "don-vi" / OFFICE, data / "don-vi" / OFFICE)
    letter = "loai: cong-van\ntrich_yeu: kiểm điểm\nkinh_gui: [Các chi bộ]\nnoi_nhan: [Như trên, Lưu Văn phòng]\nnoi_dung: Thực hiện.\n"
    (data / "cong-van.yaml").write_text(letter, "utf-8")
    return BuildRequest(data, tmp_path / "ra" / "xa")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def documents(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*.docx")}


def printed(data: bytes) -> str:
    import io

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [n for n in archive.namelist() if n.endswith(".xml")]
        return "".join(archive.read(name).decode() for name in parts)


def edit_by_hand(path: Path, text: str) -> bytes:
    document = Document(str(path))
    document.add_paragraph(text)
    document.save(str(path))
    return path.read_bytes()


def test_every_document_is_made_once_and_then_kept(request_: BuildRequest) -> None:
    first = run(request_)
    files = documents(request_.root)
    assert set(first.made) == set(files)
    assert set(first.made.values()) == {"văn bản mới"}
    assert len(files) > 100
    second = run(request_)
    assert (second.made, second.kept) == ({}, len(files))
    assert documents(request_.root) == files


def test_names_begin_with_the_place_in_the_dossier_and_sort_into_it(request_: BuildRequest) -> None:
    made = run(request_).made
    assert f"{EAST}/Danh mục hồ sơ.docx" in made
    assert "cong-van.docx" in made
    assert any(name.startswith(f"{OFFICE}/1 - Bản kiểm điểm 02A - Đinh Trọng Tài") for name in made)
    assert any(name.startswith(f"{OFFICE}/3 - Biên bản") for name in made)


def test_a_corrected_birthday_makes_exactly_the_documents_that_print_it(
    request_: BuildRequest,
) -> None:
    run(request_)
    before = documents(request_.root)
    file = request_.campaign / "don-vi" / OFFICE / "ca-nhan"
    person = next(
        each for each in sorted(file.iterdir()) if "18/11/1994" in each.read_text("utf-8")
    )
    change(person, "18/11/1994", "19/11/1994")
    second = run(request_)
    after = documents(request_.root)
    assert set(second.made) == {name for name in after if before[name] != after[name]}
    assert set(second.made) == {
        name for name, data in after.items() if "19/11/1994" in printed(data)
    }
    assert set(second.made.values()) == {
        "dữ liệu thay đổi (ngay_sinh)",
        "dữ liệu thay đổi (hang)",  # the lists of the unit
    }
    assert second.kept == len(after) - len(second.made)


def test_a_changed_template_makes_its_documents_and_those_with_the_block(
    request_: BuildRequest,
) -> None:
    from generator.shipped import TEMPLATES

    own = request_.campaign / "mau" / "ho-so"
    own.mkdir(parents=True)
    shutil.copy(TEMPLATES / "ho-so" / "bieu-6f.docx", own)
    run(request_)
    document = Document(str(own / "bieu-6f.docx"))
    document.add_paragraph("Ghi chú của Tỉnh ủy")
    document.save(str(own / "bieu-6f.docx"))
    second = run(request_)
    assert {name.rpartition("/")[2] for name in second.made} == {"Biểu 6F.docx"}
    assert len(second.made) == 3
    assert set(second.made.values()) == {"mẫu Word thay đổi"}


def test_a_template_that_is_moved_to_where_it_counts_makes_its_documents(
    request_: BuildRequest,
) -> None:
    from generator.shipped import TEMPLATES

    own = request_.campaign / "mau"
    own.mkdir()
    document = Document(str(TEMPLATES / "ho-so" / "bieu-6f.docx"))
    document.add_paragraph("Ghi chú của Tỉnh ủy")
    document.save(str(own / "bieu-6f.docx"))
    run(request_)
    (own / "ho-so").mkdir()
    (own / "bieu-6f.docx").rename(own / "ho-so" / "bieu-6f.docx")
    second = run(request_)
    assert {name.rpartition("/")[2] for name in second.made} == {"Biểu 6F.docx"}


def test_what_is_left_out_of_a_template_is_told_once_whatever_is_made_with_it(
    request_: BuildRequest,
) -> None:
    from generator.shipped import TEMPLATES

    own = request_.campaign / "mau" / "ho-so"
    own.mkdir(parents=True)
    document = Document(str(TEMPLATES / "ho-so" / "bieu-6f.docx"))
    document.add_comment(document.paragraphs[0].runs, text="Xem lại giúp tôi", author="Một người")
    document.save(str(own / "bieu-6f.docx"))
    told = [each for each in run(request_).problems if each.code == "KD342"]
    assert len(set(told)) == 1
    assert told[0].place.file.endswith("bieu-6f.docx")


def test_a_template_saved_again_without_a_change_makes_nothing(request_: BuildRequest) -> None:
    from generator.shipped import TEMPLATES

    run(request_)
    own = request_.campaign / "mau" / "ho-so"
    own.mkdir(parents=True)
    shutil.copy(TEMPLATES / "ho-so" / "bieu-6f.docx", own)
    assert run(request_).made == {}


def test_a_new_version_of_the_program_looks_at_everything_again(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.building import build as module
    from generator.building import incremental

    run(request_)
    files = documents(request_.root)
    monkeypatch.setattr(module, "program_digest", lambda: b"another")
    monkeypatch.setattr(folder_work, "program_digest", lambda: b"another")
    monkeypatch.setattr(incremental, "engine_digest", lambda: b"another")
    second = run(request_)
    assert (second.made, second.kept) == ({}, len(files))  # the same bytes: no file is touched


def test_a_deleted_file_is_made_again(request_: BuildRequest) -> None:
    run(request_)
    path = request_.root / EAST / "Danh mục hồ sơ.docx"
    whole = path.read_bytes()
    path.unlink()
    assert run(request_).made == {f"{EAST}/Danh mục hồ sơ.docx": "tệp đã bị xóa"}
    assert path.read_bytes() == whole


def test_a_file_edited_by_hand_is_kept_and_nothing_is_said_while_the_data_stays(
    request_: BuildRequest,
) -> None:
    run(request_)
    path = request_.root / EAST / "Danh mục hồ sơ.docx"
    mine = edit_by_hand(path, "Đã bổ sung")
    for _ in range(2):
        again = run(request_)
        assert (again.made, again.codes) == ({}, [])
    assert path.read_bytes() == mine


def test_after_a_hand_edit_new_data_goes_beside_and_is_told_each_time(
    request_: BuildRequest,
) -> None:
    run(request_)
    path = request_.root / EAST / "Biểu 6F.docx"
    mine = edit_by_hand(path, "Đã bổ sung")
    change(request_.campaign / "dot.yaml", "dia_danh: Lộc Vân", "dia_danh: Lộc Hà")
    second = run(request_)
    beside = path.with_name("Biểu 6F (mới).docx")
    assert path.read_bytes() == mine
    assert "Lộc Hà" in printed(beside.read_bytes())
    assert f"{EAST}/{beside.name}" in second.made
    assert second.codes == ["KD505"]
    third = run(request_)
    assert (third.made, third.codes) == ({}, ["KD505"])
    path.unlink()  # the clerk decides for the new one
    fourth = run(request_)
    assert list(fourth.made) == [f"{EAST}/{path.name}"]
    assert "Lộc Hà" in printed(path.read_bytes())
    assert not beside.exists()


def test_the_state_may_be_lost_and_no_document_is_touched(request_: BuildRequest) -> None:
    run(request_)
    files = documents(request_.root)
    times = {name: (request_.root / name).stat().st_mtime_ns for name in files}
    mine = request_.root / EAST / "Danh mục hồ sơ.docx"
    kept = edit_by_hand(mine, "Đã bổ sung")
    (request_.root / STATE_FILE).unlink()
    second = run(request_)
    assert second.codes == ["KD505"]
    assert mine.read_bytes() == kept
    now = documents(request_.root)
    for name in files.keys() - {f"{EAST}/{mine.name}"}:
        assert now[name] == files[name]
        assert (request_.root / name).stat().st_mtime_ns == times[name]


@pytest.mark.parametrize("content", [b"", b"garbage" * 500, b"SQLite format 3\0" + b"\1" * 2000])
def test_a_damaged_state_is_made_anew(request_: BuildRequest, content: bytes) -> None:
    run(request_)
    files = documents(request_.root)
    (request_.root / STATE_FILE).write_bytes(content)
    assert run(request_).made == {}
    assert run(request_).kept == len(files)
    assert documents(request_.root) == files


@pytest.mark.parametrize(
    "torn",
    [
        "DELETE FROM van_ban WHERE tep = (SELECT max(tep) FROM van_ban WHERE don_vi = ?1)",
        "UPDATE van_ban SET luc = luc - 1 WHERE don_vi = ?1",
    ],
    ids=["a record is missing", "records of an earlier run"],
)
def test_after_the_power_failed_half_a_state_hides_no_missing_document(
    request_: BuildRequest, torn: str
) -> None:
    """The digest of the folder reached the disk, the records beside it and a document did not."""
    run(request_)
    lost = max((request_.root / OFFICE).glob("*.docx"))
    lost.unlink()
    with sqlite3.connect(request_.root / STATE_FILE) as state:
        state.execute(torn, (OFFICE,))
    again = run(request_)
    assert list(again.made) == [lost.relative_to(request_.root).as_posix()]
    assert lost.exists()


def test_a_copy_of_another_time_is_replaced_by_the_newest(request_: BuildRequest) -> None:
    run(request_)
    path = request_.root / EAST / "Biểu 6F.docx"
    old = path.read_bytes()
    change(request_.campaign / "dot.yaml", "dia_danh: Lộc Vân", "dia_danh: Lộc Hà")
    run(request_)
    new = path.read_bytes()
    path.write_bytes(old)
    assert run(request_).made == {f"{EAST}/{path.name}": "tệp không phải bản mới nhất"}
    assert path.read_bytes() == new


def test_documents_whose_data_is_gone_are_told_and_deleted_only_when_asked(
    request_: BuildRequest,
) -> None:
    run(request_)
    person = sorted((request_.campaign / "don-vi" / OFFICE / "ca-nhan").iterdir())[1]
    name = next(x for x in person.read_text("utf-8").splitlines() if x.startswith("ho_ten:"))[8:]
    person.unlink()
    theirs = [n for n in documents(request_.root) if n.endswith(f"- {name}.docx")]
    assert len(theirs) >= 2
    mine = edit_by_hand(request_.root / theirs[0], "Giữ lại")
    second = run(request_)
    assert second.codes.count("KD506") == 1
    assert all((request_.root / each).exists() for each in theirs)
    assert run(request_).codes.count("KD506") == 1
    cleaned = run(replace(request_, clean=True))
    assert "KD508" in cleaned.codes
    left = [each for each in theirs if (request_.root / each).exists()]
    assert left == [theirs[0]]
    assert (request_.root / theirs[0]).read_bytes() == mine


def test_documents_whose_data_is_gone_are_told_where_the_state_is_lost(
    request_: BuildRequest,
) -> None:
    run(request_)
    person = sorted((request_.campaign / "don-vi" / OFFICE / "ca-nhan").iterdir())[1]
    name = next(x for x in person.read_text("utf-8").splitlines() if x.startswith("ho_ten:"))[8:]
    person.unlink()
    theirs = [n for n in documents(request_.root) if n.endswith(f"- {name}.docx")]
    beside = request_.root / OFFICE / "của đồng chí khác.docx"
    beside.write_bytes(b"typed in Word")
    (request_.root / STATE_FILE).unlink()
    again = run(replace(request_, clean=True))
    assert again.codes.count("KD506") == 1  # told before anything is deleted
    assert all((request_.root / each).exists() for each in theirs)
    assert run(request_).codes.count("KD506") == 1
    run(replace(request_, clean=True))
    assert not any((request_.root / each).exists() for each in theirs)
    assert beside.exists()
    assert "KD506" not in run(request_).codes


def test_a_folder_in_the_place_of_a_document_is_told(request_: BuildRequest) -> None:
    run(request_)
    path = request_.root / EAST / "Biểu 6F.docx"
    path.unlink()
    path.mkdir()
    assert run(request_).codes
    path.rmdir()
    run(request_)
    assert path.is_file()


def test_a_unit_that_is_gone_leaves_its_folder_until_clean(request_: BuildRequest) -> None:
    run(request_)
    (request_.campaign / "don-vi" / f"{CLINIC}.yaml").unlink()
    assert run(request_).codes == ["KD506"]
    assert (request_.root / CLINIC).is_dir()
    run(replace(request_, clean=True))
    assert not (request_.root / CLINIC).exists()
    assert run(request_).codes == []


@pytest.mark.parametrize("closed", ["don-vi", f"don-vi/{OFFICE}/ca-nhan"])
def test_what_stands_in_a_folder_nobody_may_open_is_not_taken_for_gone(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    run(request_)
    before = set(request_.root.rglob("*.docx"))
    real = os.scandir

    def refused(path: str) -> object:
        if Path(path) == request_.campaign / closed:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refused)
    found = run(replace(request_, clean=True))
    assert "KD035" in found.codes
    assert "KD508" not in found.codes
    assert set(request_.root.rglob("*.docx")) == before


def test_a_mistake_in_one_unit_does_not_stop_the_others_and_is_told_again(
    request_: BuildRequest,
) -> None:
    file = request_.campaign / "don-vi" / f"{CLINIC}.yaml"
    change(file, "don_vi:", "don_vii:")
    first = run(request_)
    assert any(each.place.file == file.as_posix() for each in first.problems)
    assert {name.split("/")[0] for name in first.made} == {EAST, OFFICE, "cong-van.docx"}
    second = run(request_)
    assert second.problems == first.problems
    assert second.made == {}
    change(file, "don_vii:", "don_vi:")
    third = run(request_)
    assert {name.split("/")[0] for name in third.made} == {CLINIC}
    assert third.problems == []


def test_an_error_in_dot_yaml_makes_nothing(request_: BuildRequest) -> None:
    change(request_.campaign / "dot.yaml", "nam: 2026", "nam: hai nghìn")
    found = run(request_)
    assert found.made == {}
    assert [Path(each.place.file).name for each in found.problems] == ["dot.yaml"]
    assert not request_.root.exists()


def test_a_mistake_that_comes_later_keeps_the_earlier_document(request_: BuildRequest) -> None:
    run(request_)
    files = documents(request_.root)
    change(request_.campaign / "don-vi" / f"{CLINIC}.yaml", "loai: don-vi", "loai: don-vii")
    found = run(request_)
    assert "KD506" not in found.codes
    assert documents(request_.root) == files


@pytest.mark.parametrize("asked", [CLINIC, "Chi bộ Trạm Y tế", "chi bộ TRẠM y tế"])
def test_one_unit_alone(request_: BuildRequest, asked: str) -> None:
    found = run(replace(request_, units=(asked,)))
    assert {name.split("/")[0] for name in found.made} == {CLINIC}
    whole = run(request_)
    assert {name.split("/")[0] for name in whole.made} == {EAST, OFFICE, "cong-van.docx"}


def test_the_letters_alone(request_: BuildRequest) -> None:
    found = run(replace(request_, units=("",)))
    assert set(found.made) == {"cong-van.docx"}
    assert found.codes == []


def test_one_form_alone_is_not_taken_for_the_whole(request_: BuildRequest) -> None:
    found = run(replace(request_, wanted=Selection(forms=("01", "bieu-6f"))))
    assert len(found.made) == 6
    assert "KD506" not in found.codes
    whole = run(request_)
    assert not set(found.made) & set(whole.made)
    again = run(replace(request_, wanted=Selection(forms=("bieu-6f",))))
    assert (again.made, again.kept, again.codes) == ({}, 3, [])
    assert run(request_).made == {}


def test_one_person_alone(request_: BuildRequest) -> None:
    found = run(replace(request_, wanted=Selection(persons=("đinh trọng tài",))))
    assert found.made
    assert all("Đinh Trọng Tài" in name for name in found.made)


def test_a_unit_or_form_that_is_not_there_is_told(request_: BuildRequest) -> None:
    assert run(replace(request_, units=("thon-dong",))).codes == ["KD512"]
    assert run(replace(request_, wanted=Selection(forms=("02D",)))).codes == ["KD511"]


def test_codes_that_would_meet_in_one_folder_get_a_folder_each(request_: BuildRequest) -> None:
    file = request_.campaign / "don-vi" / f"{CLINIC}.yaml"
    change(file, f"ma: {CLINIC}", f"ma: {EAST.upper()}")
    run(request_)
    inside = sorted(p.name for p in request_.root.iterdir() if p.is_dir())
    assert inside == [f"{EAST.upper()} (2)", EAST, OFFICE]


def test_several_processes_make_the_same(request_: BuildRequest, tmp_path: Path) -> None:
    one = run(request_)
    two = run(replace(request_, root=tmp_path / "hai"), jobs=2)
    assert documents(request_.root) == documents(tmp_path / "hai")
    assert sorted(one.folders) == sorted(two.folders)


def test_a_process_that_dies_takes_only_its_unit_with_it(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = folder_work._folder

    def deadly(task: folder_work.FolderTask) -> folder_work.Outcome:
        if task.name == CLINIC:
            os._exit(9)
        return whole(task)

    monkeypatch.setattr(folder_work, "_folder", deadly)
    crashed = [p.done.name for p in build(request_, executor(2)) if p.done.crash]
    assert crashed == [CLINIC]
    assert {name.split("/")[0] for name in documents(request_.root)} == {
        EAST,
        OFFICE,
        "cong-van.docx",
    }
    monkeypatch.undo()
    assert {name.split("/")[0] for name in run(request_).made} == {CLINIC}


def test_a_bug_in_one_unit_is_kept_in_it_and_tells_no_value(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = folder_work._folder

    def wrong(task: folder_work.FolderTask) -> folder_work.Outcome:
        if task.name == CLINIC:
            raise ValueError("Nguyễn Thị Mai")
        return whole(task)

    monkeypatch.setattr(folder_work, "_folder", wrong)
    crashes = [p.done.crash for p in build(request_, here) if p.done.crash]
    assert len(crashes) == 1
    assert "ValueError" in crashes[0]
    assert "Mai" not in crashes[0]


def test_a_machine_with_another_version_is_told_and_writes_nothing(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_work, "program_digest", lambda: b"another")
    found = run(request_)
    assert set(found.codes) == {"KD514"}
    assert documents(request_.root) == {}


def test_a_full_disk_under_the_state_is_told_and_the_documents_stay(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.building import state

    def full(*_args: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(state, "save_mark", full)
    assert run(request_).codes == ["KD503"]
    made = documents(request_.root)
    assert made
    monkeypatch.undo()
    assert set(run(request_).made).isdisjoint(made)


def test_a_mistake_in_a_template_is_told_once(request_: BuildRequest) -> None:
    from tests.engine.build import docx, p

    own = request_.campaign / "mau" / "ho-so"
    own.mkdir(parents=True)
    (own / "bang-cham-diem.docx").write_bytes(docx(p("{{ khong_co }}")))
    found = run(request_)
    assert found.codes == ["KD310"] * 3  # once in each unit


def test_a_dry_run_writes_nothing_and_says_what_would_be_done(request_: BuildRequest) -> None:
    planned = run(replace(request_, dry=True))
    assert not request_.root.exists()
    made = run(request_)
    assert planned.made == made.made
    (request_.root / EAST / "Danh mục hồ sơ.docx").unlink()
    again = run(replace(request_, dry=True))
    assert again.made == {f"{EAST}/Danh mục hồ sơ.docx": "tệp đã bị xóa"}


def test_the_plan_lists_what_a_build_makes_in_the_order_of_the_dossier(
    request_: BuildRequest,
) -> None:
    listed, _ = rows(request_)
    made = run(request_).made
    assert {Path(row.tep).relative_to(request_.root).as_posix() for row in listed} == set(made)
    east = [row.muc for row in listed if row.don_vi == "Chi bộ thôn Đông" and row.muc]
    assert {"1", "3", "5"} <= set(east)
    assert east == sorted(east, key=lambda muc: [int(part) for part in muc.split(".")])
    ballot = next(row for row in listed if row.ma == "phieu-bieu-quyet" and OFFICE in row.tep)
    assert ballot.so_ban == 9
    assert {row.so_ban for row in listed if row.ma == "02A"} == {2}
    json.dumps([row.as_json() for row in listed])


def test_two_runs_do_not_work_in_one_folder(request_: BuildRequest) -> None:
    run(request_)
    other = sqlite3.connect(request_.root / STATE_FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert run(request_).codes == ["KD509"]
    other.close()
    assert run(request_).codes == []


def test_a_unit_folder_that_leads_elsewhere_is_not_written_to(
    request_: BuildRequest, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "chỗ khác"
    elsewhere.mkdir()
    request_.root.mkdir(parents=True)
    (request_.root / EAST).symlink_to(elsewhere, target_is_directory=True)
    assert run(request_).codes == ["KD507"]
    assert not list(elsewhere.iterdir())
