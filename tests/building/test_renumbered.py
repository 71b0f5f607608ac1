"""A new number of a paper renames its file; edits, records and numbers taken stay."""

import shutil
from pathlib import Path

import pytest

from generator.building import state
from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.problems import Problem
from tests.building.test_drafts_built import edit

EAST = "chi-bo-thon-dong"
SAMPLE = Path(__file__).parents[2] / "data" / "xa-loc-van-2026"

LIST = """\
loai: danh-muc
ten: Danh mục của Đảng ủy
can_cu: Công văn số 5-CV/ĐU, ngày 01/11/2026
muc:
  - ma: "{muc}"
    ten: Bản kiểm điểm cá nhân
    cho: [ca_nhan]
    van_ban:
      - {{ma: ban-kiem-diem, ten: Bản kiểm điểm cá nhân, mau: [02A, 02B, 02C]}}
"""


@pytest.fixture
def request_(tmp_path: Path) -> BuildRequest:
    """A campaign of one unit whose own checklist gives the forms number 1.2."""
    campaign = tmp_path / "dot"
    (campaign / "don-vi").mkdir(parents=True)
    shutil.copy(SAMPLE / "dot.yaml", campaign)
    shutil.copy(SAMPLE / "don-vi" / f"{EAST}.yaml", campaign / "don-vi")
    with (campaign / "dot.yaml").open("a", encoding="utf-8") as dot:
        dot.write("\ndanh_muc: rieng\n")
    number(campaign, "1.2")
    return BuildRequest(campaign, tmp_path / "ra")


def number(campaign: Path, muc: str) -> None:
    home = campaign / "danh-muc"
    home.mkdir(exist_ok=True)
    (home / "rieng.yaml").write_text(LIST.format(muc=muc), "utf-8")


def run(request: BuildRequest) -> tuple[list[str], list[Problem]]:
    """What was made, and what was told."""
    steps: list[str] = []
    problems: list[Problem] = []
    for progress in build(request, here):
        assert not progress.done.crash
        steps += [each.file.name for each in progress.done.outcome.steps]
        problems += progress.done.outcome.problems
    return steps, problems


def forms(request: BuildRequest) -> list[Path]:
    return sorted((request.root / EAST).glob("*Bản kiểm điểm 02C - *.docx"))


def test_another_number_makes_no_document_again(request_: BuildRequest) -> None:
    run(request_)
    before = {each.name: each.read_bytes() for each in forms(request_)}
    assert before
    assert all(name.startswith("1.2 - ") for name in before)
    number(request_.campaign, "4")
    steps, problems = run(request_)
    after = {each.name: each.read_bytes() for each in forms(request_)}
    assert after == {name.replace("1.2 - ", "4 - "): data for name, data in before.items()}
    assert steps == []
    assert not [each for each in problems if each.code in {"KD505", "KD506", "KD740"}]
    assert run(request_)[0] == []


def test_an_edited_file_keeps_its_edits_under_the_new_number(request_: BuildRequest) -> None:
    run(request_)
    first = forms(request_)[0]
    edit(first)
    mine = first.read_bytes()
    number(request_.campaign, "4")
    steps, problems = run(request_)
    moved = first.with_name(first.name.replace("1.2 - ", "4 - "))
    assert moved.read_bytes() == mine
    assert not first.exists()
    assert steps == []
    assert not [each for each in problems if each.code == "KD505"]


def test_a_file_that_has_the_new_name_is_never_replaced(request_: BuildRequest) -> None:
    run(request_)
    first = forms(request_)[0]
    number(request_.campaign, "4")
    taken = first.with_name(first.name.replace("1.2 - ", "4 - "))
    taken.write_bytes(b"cua toi")
    _, problems = run(request_)
    assert taken.read_bytes() == b"cua toi"
    assert first.exists()
    told = {each.code for each in problems}
    assert "KD506" in told


def test_a_paper_that_leaves_the_checklist_loses_its_number_only(request_: BuildRequest) -> None:
    run(request_)
    rieng = request_.campaign / "danh-muc" / "rieng.yaml"
    rieng.write_text(rieng.read_text("utf-8").replace("02A, 02B, 02C", "02A"), "utf-8")
    steps, _ = run(request_)
    assert steps == []
    assert all(each.name.startswith("Bản kiểm điểm 02C - ") for each in forms(request_))


def test_a_dry_run_renames_nothing(request_: BuildRequest) -> None:
    run(request_)
    before = forms(request_)
    number(request_.campaign, "4")
    run(BuildRequest(request_.campaign, request_.root, dry=True))
    assert forms(request_) == before


def test_names_of_an_earlier_version_become_those_of_the_checklist(request_: BuildRequest) -> None:
    """Before, «1.3» stood before score sheets, which no list of the campaign names."""
    run(request_)
    home = request_.root / EAST
    sheets = sorted(each.name for each in home.glob("Bảng chấm điểm - *.docx"))
    assert sheets
    with state.opened(request_.root) as known:
        for name in sheets:
            (home / name).rename(home / f"1.3 - {name}")
            known.execute("UPDATE van_ban SET tep = ? WHERE tep = ?", (f"1.3 - {name}", name))
        known.execute("UPDATE don_vi SET dau = ''")
        known.commit()
    steps, problems = run(request_)
    assert sorted(each.name for each in home.glob("*Bảng chấm điểm - *.docx")) == sheets
    assert steps == []
    assert not [each for each in problems if each.code == "KD506"]
