"""A draft and the finished paper never stand side by side, unless somebody wrote into one."""

import shutil
from pathlib import Path

import docx
import pytest

from generator.building.folders import BuildRequest
from generator.building.listing import rows
from generator.building.render import render_path
from generator.papers.plan import Selection
from tests.building.test_build import CLINIC, EAST, OFFICE, change, request_, run  # noqa: F401

MINUTES = "3 - Biên bản - Hội nghị kiểm điểm Chi bộ thôn Đông"
RIGHT, WRONG = "thu_ve: 6", "thu_ve: 16"


@pytest.fixture
def request_of_one(request_: BuildRequest) -> BuildRequest:  # noqa: F811
    for name in (CLINIC, OFFICE):
        path = request_.campaign / "don-vi" / name
        shutil.rmtree(path) if path.is_dir() else path.with_suffix(".yaml").unlink()
    return request_


def data(request: BuildRequest) -> Path:
    return request.campaign / "don-vi" / f"{EAST}.yaml"


def minutes(request: BuildRequest) -> list[str]:
    folder = request.root / EAST
    return sorted(path.stem.removeprefix(MINUTES) for path in folder.glob(f"{MINUTES}*.docx"))


def edit(path: Path) -> None:
    document = docx.Document(str(path))
    document.add_paragraph("Sửa tay.")
    document.save(str(path))


def test_what_is_wrong_goes_out_as_a_draft_and_what_is_right_takes_its_place(
    request_of_one: BuildRequest,
) -> None:
    run(request_of_one)
    assert minutes(request_of_one) == [""]
    change(data(request_of_one), RIGHT, WRONG)
    wrong = run(request_of_one)
    assert minutes(request_of_one) == [" (dự thảo)"]
    assert {"KD438", "KD439", "KD515"} <= set(wrong.codes)
    assert "KD506" not in wrong.codes
    draft = docx.Document(str(request_of_one.root / EAST / f"{MINUTES} (dự thảo).docx"))
    head = [each.text for each in draft.paragraphs[:4]]
    assert head[0] == "DỰ THẢO"
    assert "số phiếu thu về là 16" in head[2]
    assert f"tệp {EAST}.yaml, dòng " in head[2]
    change(data(request_of_one), WRONG, RIGHT)
    assert run(request_of_one).codes == []
    assert minutes(request_of_one) == [""]


def test_other_papers_of_the_unit_stay_as_they_are(request_of_one: BuildRequest) -> None:
    run(request_of_one)
    change(data(request_of_one), RIGHT, WRONG)
    made = run(request_of_one).made
    assert {Path(name).name for name in made} == {
        f"{MINUTES} (dự thảo).docx",
        "Biên bản kiểm phiếu - Hội nghị kiểm điểm Chi bộ thôn Đông (dự thảo).docx",
    }


def test_nothing_is_made_again_while_a_draft_stays_one(request_of_one: BuildRequest) -> None:
    change(data(request_of_one), RIGHT, WRONG)
    first = run(request_of_one)
    again = run(request_of_one)
    assert again.made == {}
    assert set(again.codes) == set(first.codes)


@pytest.mark.parametrize(("first", "then"), [(WRONG, RIGHT), (RIGHT, WRONG)])
def test_one_that_somebody_wrote_into_is_kept_and_told(
    request_of_one: BuildRequest, first: str, then: str
) -> None:
    if first == WRONG:
        change(data(request_of_one), RIGHT, WRONG)
    run(request_of_one)
    (mark,) = minutes(request_of_one)
    edited = request_of_one.root / EAST / f"{MINUTES}{mark}.docx"
    edit(edited)
    before = edited.read_bytes()
    change(data(request_of_one), first, then)
    told = [each for each in run(request_of_one).problems if each.code == "KD740"]
    assert [Path(each.place.file).name for each in told] == [edited.name]
    assert edited.read_bytes() == before
    assert minutes(request_of_one) == ["", " (dự thảo)"]


def test_a_draft_called_like_the_finished_paper_gives_way_to_it(
    request_of_one: BuildRequest,
) -> None:
    change(data(request_of_one), RIGHT, WRONG)
    run(request_of_one)
    folder = request_of_one.root / EAST
    (folder / f"{MINUTES} (dự thảo).docx").rename(folder / f"{MINUTES}.docx")
    run(request_of_one)
    assert minutes(request_of_one) == [" (dự thảo)"]
    (folder / f"{MINUTES} (dự thảo).docx").rename(folder / f"{MINUTES}.docx")
    change(data(request_of_one), WRONG, RIGHT)
    run(request_of_one)
    text = docx.Document(str(folder / f"{MINUTES}.docx")).paragraphs[0].text
    assert text != "DỰ THẢO"


def test_a_single_file_is_rendered_by_the_same_rule(
    request_of_one: BuildRequest, tmp_path: Path
) -> None:
    change(data(request_of_one), RIGHT, WRONG)
    out, only = tmp_path / "mot", Selection(forms=("bien-ban-hoi-nghi",))
    written, _ = render_path(data(request_of_one), out, None, only)
    assert [path.stem for path in written] == [f"{MINUTES} (dự thảo)"]
    change(data(request_of_one), WRONG, RIGHT)
    written, _ = render_path(data(request_of_one), out, None, only)
    assert [path.name for path in (out / EAST).iterdir()] == [f"{MINUTES}.docx"]


def test_the_list_of_papers_to_print_says_which_are_drafts(request_of_one: BuildRequest) -> None:
    change(data(request_of_one), RIGHT, WRONG)
    drafts = [row for row in rows(request_of_one)[0] if "dự thảo" in row.ten]
    assert {row.ma for row in drafts} == {"bien-ban-hoi-nghi", "bien-ban-kiem-phieu"}
    assert all(row.tep.endswith("(dự thảo).docx") for row in drafts)
