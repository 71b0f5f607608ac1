"""An empty set is never taken for success: whoever asked for something and got nothing is told."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.listing import all_rows
from generator.building.preview import preview
from generator.building.render import render_path
from generator.building.run import run
from generator.dossier.check import CheckRequest, checked
from generator.dossier.results import UnitResult
from generator.dossier.totals import Totals, is_good
from generator.handover.contents import ABOUT, HANDOVER, INDEX, MANIFEST, Pack, _manifest
from generator.handover.verify import verify
from generator.handover.write import write_pack
from generator.papers.plan import Selection
from generator.register.looking import inspect
from tests.papers import unit_data
from tests.papers.unit_data import DOT, SIGNER, UNIT

DAY = dt.date(2026, 12, 15)


def write(path: Path, given: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unit_data.write(path, given)


def campaign(root: Path, **dot: Any) -> BuildRequest:
    """A campaign without letters and units."""
    write(root / "xa" / "dot.yaml", {**DOT, "nam": "2026", **dot})
    return BuildRequest(root / "xa", root / "ra" / "xa")


def with_unit(request: BuildRequest, **nam: Any) -> BuildRequest:
    unit = {"loai": "don-vi", "don_vi": dict(UNIT), "ky": dict(SIGNER), **nam}
    write(request.campaign / "don-vi" / "thon-dong.yaml", unit)
    return request


def codes(problems: Any) -> list[str]:
    return [each.code for each in problems]


def result(request: BuildRequest) -> UnitResult:
    with checked(CheckRequest(request, DAY)) as answer:
        (found,) = answer.units()
    return found


def test_a_build_of_no_documents_is_an_error_at_the_campaign(tmp_path: Path) -> None:
    request = campaign(tmp_path)
    problems = run([request], here).problems
    assert codes(problems) == ["KD070", "KD531"]
    assert {each.place.file for each in problems} == {request.campaign.as_posix()}
    assert codes(preview([request]).problems) == ["KD531"]
    assert codes(all_rows([request])[1]) == ["KD531"]
    assert codes(render_path(request.campaign, tmp_path / "r", None)[1]) == ["KD531"]


def test_a_choice_that_no_document_meets_is_an_error(tmp_path: Path) -> None:
    request = with_unit(campaign(tmp_path))
    assert run([request], here).made
    narrow = replace(request, wanted=Selection(forms=("goi-y",)))
    assert codes(run([narrow], here).problems) == ["KD531"]


def test_one_empty_campaign_among_others_is_none(tmp_path: Path) -> None:
    empty = campaign(tmp_path / "a")
    full = with_unit(campaign(tmp_path / "b"))
    assert "KD531" not in codes(run([empty, full], here).problems)


def test_what_is_up_to_date_is_not_nothing(tmp_path: Path) -> None:
    request = with_unit(campaign(tmp_path))
    run([request], here)
    assert codes(run([request], here).problems) == []


def test_a_check_of_no_unit_is_not_clean() -> None:
    assert not is_good(Totals())
    assert not is_good(Totals(), frozenset())
    assert is_good(Totals(don_vi=1, du=1))


def test_a_unit_of_which_the_checklist_asks_nothing_is_not_complete_nor_packed(
    tmp_path: Path,
) -> None:
    request = with_unit(campaign(tmp_path, danh_muc="ha-tinh-2024"))
    run([request], here)
    found = result(request)
    assert codes(found.problems) == ["KD541"]
    assert "«chi_bo»" in found.problems[0].message
    assert found.problems[0].place.line > 0
    assert not found.is_complete()
    for incomplete in (False, True):
        written, problems = write_pack(
            request.campaign, UNIT["ma"], request.root.parent, DAY, incomplete=incomplete
        )
        assert written == []
        assert {"KD720", "KD543"} & set(codes(problems))


def test_a_unit_all_of_whose_items_do_not_apply_is_told(tmp_path: Path) -> None:
    paper = {"ma": "giai-trinh", "ten": "Giải trình", "mau": ["giai-trinh"]}
    item = {"ma": "1", "ten": "Giải trình", "cho": ["don_vi"], "dieu_kien": "goi_y"}
    checklist = {
        "loai": "danh-muc",
        "ten": "Danh mục riêng",
        "can_cu": "Công văn số 1-CV/ĐU",
        "muc": [{**item, "van_ban": [paper]}],
    }
    request = with_unit(campaign(tmp_path, danh_muc="rieng"))
    write(request.campaign / "danh-muc" / "rieng.yaml", checklist)
    assert codes(result(request).problems) == ["KD542"]


def test_nothing_received_and_nothing_built_is_no_pack(tmp_path: Path) -> None:
    request = with_unit(campaign(tmp_path))
    assert result(request).verdicts
    written, problems = write_pack(
        request.campaign, UNIT["ma"], request.root.parent, DAY, incomplete=True
    )
    assert written == []
    assert "KD543" in codes(problems)


@pytest.mark.parametrize(("papers", "told"), [([], ["KD544"]), ([{"tep": ""}], [])])
def test_a_pack_without_documents_is_told_unless_all_came_on_paper(
    tmp_path: Path, papers: list[Any], told: list[str]
) -> None:
    about = json.dumps({"don_vi": "Chi bộ", "con_thieu": [], "van_ban": papers}).encode()
    files = {INDEX: b"muc luc", ABOUT: about}
    made = Pack({**files, MANIFEST: _manifest(files)})
    folder = tmp_path / "goi"
    folder.mkdir()
    for name, data in made.files.items():
        (folder / name).write_bytes(data)
    found = [each for each in verify(folder).problems if HANDOVER not in each.message]
    assert codes(found) == told


def test_an_audit_of_no_numbers_is_told(tmp_path: Path) -> None:
    count, problems = inspect(campaign(tmp_path).campaign, None)
    assert (count, codes(problems)) == (0, ["KD545"])


@pytest.mark.parametrize("minutes", [False, True])
def test_a_unit_that_names_nobody_is_told_and_never_complete(tmp_path: Path, minutes: bool) -> None:
    """Nothing is missing of people who are not named, and all it must have itself may be there."""
    request = with_unit(campaign(tmp_path))
    if minutes:
        request = with_unit(request, ho_so=[{"muc": "3", "so_ban": "1", "da_xem": "Lê Thị Hạnh"}])
    found = result(request)
    assert "KD752" in codes(found.problems)
    assert not found.is_complete()


@pytest.mark.parametrize("kind", ["ca_nhan", "tap_the"])
def test_a_unit_that_names_somebody_is_not_told(tmp_path: Path, kind: str) -> None:
    somebody = {"ca_nhan": {"ho_ten": "Trần Văn Bền"}, "tap_the": {"ten": "Chi ủy"}}[kind]
    request = with_unit(campaign(tmp_path), **{kind: [somebody]})
    assert "KD752" not in codes(result(request).problems)
