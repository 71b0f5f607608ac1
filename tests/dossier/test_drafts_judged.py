"""A draft is never counted as there and never packed: not here, not received, under no name."""

import datetime as dt
import shutil
from pathlib import Path

import docx
import pytest

from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.dossier.check import CheckRequest, checked
from generator.dossier.results import PartVerdict, UnitResult
from generator.handover.write import write_pack
from generator.model.verdict import Ket
from tests.building.test_build import EAST, SAMPLE, change

DAY = dt.date(2026, 12, 15)
MINUTES = "3 - Biên bản - Hội nghị kiểm điểm Chi bộ thôn Đông"
RIGHT, WRONG = "thu_ve: 6", "thu_ve: 16"


@pytest.fixture
def request_(tmp_path: Path) -> BuildRequest:
    data = tmp_path / "xa"
    (data / "don-vi").mkdir(parents=True)
    shutil.copy(SAMPLE / "dot.yaml", data)
    shutil.copy(SAMPLE / "don-vi" / f"{EAST}.yaml", data / "don-vi")
    request = BuildRequest(data, tmp_path / "ra" / "xa")
    change(unit(request), RIGHT, WRONG)
    list(build(request, here))
    return request


def unit(request: BuildRequest) -> Path:
    return request.campaign / "don-vi" / f"{EAST}.yaml"


def draft(request: BuildRequest) -> Path:
    return request.root / EAST / f"{MINUTES} (dự thảo).docx"


def result(request: BuildRequest) -> UnitResult:
    with checked(CheckRequest(request, DAY)) as answer:
        (found,) = answer.units()
    return found


def minutes(request: BuildRequest) -> PartVerdict:
    return next(
        part
        for each in result(request).verdicts
        for part in each.phan
        if part.ten.startswith("Biên bản hội nghị")
    )


def received(request: BuildRequest, name: str) -> Path:
    folder = request.campaign / "da-nhan" / EAST
    folder.mkdir(parents=True, exist_ok=True)
    return folder / name


def test_a_draft_is_to_be_looked_at_with_the_reason_and_the_remedy(request_: BuildRequest) -> None:
    found = minutes(request_)
    assert found.ket is Ket.CAN_XEM_LAI
    assert found.ly_do.startswith("mới là bản dự thảo: ")
    assert "số phiếu thu về là 16" in found.ly_do
    assert "sửa chỗ sai trong dữ liệu" in found.viec
    assert found.tep == ()


def test_taking_the_mark_off_by_hand_does_not_make_it_right(request_: BuildRequest) -> None:
    document = docx.Document(str(draft(request_)))
    for each in document.paragraphs[:4]:
        document.element.body.remove(each._element)
    document.save(str(draft(request_)))
    assert minutes(request_).ket is Ket.CAN_XEM_LAI
    assert minutes(request_).tep == ()


def test_a_draft_renamed_back_is_still_one(request_: BuildRequest) -> None:
    finished = draft(request_).with_name(f"{MINUTES}.docx")
    draft(request_).rename(finished)
    assert minutes(request_).ket is not Ket.CO
    change(unit(request_), WRONG, RIGHT)
    assert minutes(request_).ket is not Ket.CO
    again = docx.Document(str(finished))
    again.add_paragraph("Sửa tay.")
    again.save(str(finished))
    found = minutes(request_)
    assert found.ket is Ket.CAN_XEM_LAI
    assert "bản dự thảo chương trình in ra" in found.ly_do


@pytest.mark.parametrize("saved_again", [False, True])
def test_a_draft_handed_in_is_not_the_paper(request_: BuildRequest, saved_again: bool) -> None:
    there = received(request_, f"{MINUTES}.docx")
    shutil.move(draft(request_), there)
    if saved_again:
        docx.Document(str(there)).save(str(there))
    shutil.rmtree(request_.root)
    change(unit(request_), WRONG, RIGHT)
    found = minutes(request_)
    assert found.ket is Ket.CAN_XEM_LAI
    assert "bản dự thảo chương trình in ra" in found.ly_do
    assert found.tep == ()


def test_looking_at_a_draft_does_not_make_it_count(request_: BuildRequest) -> None:
    shutil.move(draft(request_), received(request_, "bien-ban.docx"))
    muc = next(
        each.muc
        for each in result(request_).verdicts
        if any(part.ten.startswith("Biên bản hội nghị") for part in each.phan)
    )
    with unit(request_).open("a", encoding="utf-8") as file:
        file.write(f'ho_so:\n  - muc: "{muc}"\n    tep: bien-ban.docx\n    da_xem: đã xem, đúng\n')
    assert minutes(request_).ket is not Ket.CO


def test_not_even_an_incomplete_pack_holds_a_draft(request_: BuildRequest) -> None:
    shutil.copy(draft(request_), received(request_, f"{MINUTES}.docx"))
    written, _ = write_pack(request_.campaign, EAST, request_.root.parent, DAY, incomplete=True)
    packed = [path for path in written[0].iterdir() if path.suffix == ".docx"]
    assert packed
    assert not [
        path
        for path in packed
        if any(each.text == "DỰ THẢO" for each in docx.Document(str(path)).paragraphs)
    ]
