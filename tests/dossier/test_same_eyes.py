"""Our own papers are judged by what they print: as the same file would be if it were received."""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.dossier.check import CheckRequest, checked
from generator.dossier.results import PartVerdict
from generator.model.verdict import Ket
from tests.building.test_build import EAST, OFFICE, SAMPLE, change

DAY = dt.date(2026, 12, 30)
FORMS = ("Bản kiểm điểm cá nhân", "Báo cáo kiểm điểm tập thể", "Biên bản hội nghị kiểm điểm")
CONCLUSION = r"(?m)^    ket_luan:.*\n(?:      .*\n)*"
NONE_SAID = "    {}: Không có\n"


@pytest.fixture
def request_(tmp_path: Path) -> BuildRequest:
    data = tmp_path / "xa"
    (data / "don-vi").mkdir(parents=True)
    shutil.copy(SAMPLE / "dot.yaml", data)
    shutil.copy(SAMPLE / "don-vi" / f"{EAST}.yaml", data / "don-vi")
    return BuildRequest(data, tmp_path / "ra" / "xa")


def unit(request: BuildRequest) -> Path:
    return request.campaign / "don-vi" / f"{EAST}.yaml"


def parts(request: BuildRequest) -> dict[tuple[str, str], PartVerdict]:
    """The forms and minutes of the dossier, by item and whom they are about."""
    with checked(CheckRequest(request, DAY)) as answer:
        return {
            (part.ten, each.doi_tuong): part
            for result in answer.units()
            for each in result.verdicts
            for part in each.phan
            if part.ten.startswith(FORMS) and part.ket is not Ket.KHONG_AP_DUNG
        }


def handed_in(request: BuildRequest) -> None:
    """Send the same files in, and have nothing built here."""
    received = request.campaign / "da-nhan" / EAST
    received.mkdir(parents=True)
    for path in (request.root / EAST).glob("*.docx"):
        shutil.move(path, received / path.name)
    shutil.rmtree(request.root)


@pytest.mark.parametrize("key", ["", "giai_trinh", "khac_phuc", "ket_luan"])
def test_what_is_not_finished_here_is_not_finished_when_it_is_received(
    request_: BuildRequest, key: str
) -> None:
    text = unit(request_).read_text("utf-8")
    if key == "ket_luan":
        assert re.search(CONCLUSION, text)
        unit(request_).write_text(re.sub(CONCLUSION, "", text), "utf-8")
    elif key:
        assert NONE_SAID.format(key) in text
        unit(request_).write_text(text.replace(NONE_SAID.format(key), ""), "utf-8")
    list(build(request_, here))
    own = parts(request_)
    handed_in(request_)
    received = parts(request_)
    assert own.keys() == received.keys()
    good = {key for key, part in own.items() if part.ket is Ket.CO}
    assert good == {key for key, part in received.items() if part.ket is Ket.CO}
    assert (good == own.keys()) is (key == "")


def test_what_a_template_does_not_print_is_not_missed(request_: BuildRequest) -> None:
    """Nobody gave points to one group; the decision prints no points at all."""
    change(unit(request_), "      chung: 26\n", "")
    list(build(request_, here))
    with checked(CheckRequest(request_, DAY)) as answer:
        (found,) = answer.units()
    decided = [
        part for each in found.verdicts for part in each.phan if "kết quả xếp loại" in part.ten
    ]
    assert decided
    assert {part.ket for part in decided} == {Ket.CO}


def test_the_form_for_the_residence_proves_nothing_while_it_is_empty(
    request_: BuildRequest,
) -> None:
    shutil.copytree(SAMPLE / "don-vi" / OFFICE, request_.campaign / "don-vi" / OFFICE)
    whole = request_.campaign / "don-vi" / OFFICE / "don-vi.yaml"
    entered = whole.read_text("utf-8")
    whole.write_text(entered[: entered.index("\nho_so:")] + "\n", "utf-8")
    list(build(request_, here))
    with checked(CheckRequest(request_, DAY)) as answer:
        found = [
            part
            for result in answer.units()
            for each in result.verdicts
            for part in each.phan
            if part.ten.startswith("Bản nhận xét của cấp uỷ nơi cư trú")
        ]
    asked = [part for part in found if part.ket is not Ket.KHONG_AP_DUNG]
    assert asked
    assert {part.ket for part in asked} == {Ket.CHUA_KY}
    assert all("phiếu in ra còn trống" in part.ly_do for part in asked)
