"""A run over campaigns is a call that gives values, and whoever wants to see it at work may."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from generator.building import folder_work
from generator.building.build import Progress
from generator.building.executors import here
from generator.building.folders import BuildRequest, requests
from generator.building.run import Built, run
from generator.papers.plan import Selection
from tests.building.test_build import CLINIC, SAMPLE


@pytest.fixture
def campaigns(tmp_path: Path) -> list[BuildRequest]:
    """Two campaigns of one chi bộ."""
    for name in ("mot", "hai"):
        data = tmp_path / "data" / name
        (data / "don-vi").mkdir(parents=True)
        shutil.copy(SAMPLE / "dot.yaml", data)
        shutil.copy(SAMPLE / "don-vi" / f"{CLINIC}.yaml", data / "don-vi")
    return requests(tmp_path / "data", tmp_path / "ra")


def there(campaigns: list[BuildRequest]) -> int:
    return sum(len(list(each.root.rglob("*.docx"))) for each in campaigns)


def test_all_campaigns_are_built_and_the_next_run_leaves_them(
    campaigns: list[BuildRequest],
) -> None:
    first = run(campaigns, here)
    assert first.made == there(campaigns) > 0
    assert (first.kept, first.crashes, first.stopped) == (0, (), False)
    assert run(campaigns, here) == replace(first, made=0, kept=first.made)


def test_each_problem_is_told_once(campaigns: list[BuildRequest]) -> None:
    twice = run([replace(campaigns[0], units=("khong-co",))] * 2, here)
    assert [each.code for each in twice.problems] == ["KD512"]


def test_a_name_that_nobody_bears_is_told_for_each_campaign(campaigns: list[BuildRequest]) -> None:
    wanted = Selection(persons=("Không Có Ai",))
    found = run([replace(each, wanted=wanted) for each in campaigns], here)
    told = [each for each in found.problems if each.code == "KD513"]
    assert [each.place.file for each in told] == [each.campaign.as_posix() for each in campaigns]


def test_every_step_is_followed_with_its_campaign(campaigns: list[BuildRequest]) -> None:
    seen: list[tuple[str, str]] = []

    @contextmanager
    def watch(request: BuildRequest) -> Iterator[Callable[[Progress], None]]:
        seen.append((request.campaign.name, "đầu"))
        yield lambda progress: seen.append((request.campaign.name, progress.done.name))
        seen.append((request.campaign.name, "cuối"))

    run(campaigns, here, watch)
    assert seen == [
        (name, step) for name in ("hai", "mot") for step in ("đầu", "", CLINIC, "cuối")
    ]  # fmt: skip


def test_what_was_done_before_somebody_stopped_the_run_is_counted(
    campaigns: list[BuildRequest],
) -> None:
    @contextmanager
    def watch(request: BuildRequest) -> Iterator[Callable[[Progress], None]]:
        if request == campaigns[1]:
            raise KeyboardInterrupt
        yield lambda _progress: None

    found = run(campaigns, here, watch)
    assert found.stopped
    assert found.made == there(campaigns[:1]) == there(campaigns) > 0


def test_a_bug_in_one_folder_does_not_stop_the_run(
    campaigns: list[BuildRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(folder_work, "open_unit", wrong)
    found = run(campaigns, here)
    assert len(found.crashes) == len(campaigns)
    assert all("ZeroDivisionError" in each for each in found.crashes)


def test_nothing_to_build_is_nothing_built() -> None:
    found = run([], here)
    assert [each.code for each in found.problems] == ["KD531"]
    assert replace(found, problems=()) == Built()


@pytest.mark.parametrize("name", ["cong-van.yaml.txt", "đơn vị"])
def test_a_campaign_whose_data_is_not_read_is_not_called_empty(tmp_path: Path, name: str) -> None:
    (tmp_path / "dot").mkdir()
    shutil.copy(SAMPLE / "dot.yaml", tmp_path / "dot")
    if "." in name:
        (tmp_path / "dot" / name).write_text("loai: cong-van\n", "utf-8")
    else:
        (tmp_path / "dot" / name).mkdir()
        shutil.copy(SAMPLE / "don-vi" / f"{CLINIC}.yaml", tmp_path / "dot" / name)
    found = run([BuildRequest(tmp_path / "dot", tmp_path / "ra")], here)
    assert found.problems
    assert "KD070" not in {each.code for each in found.problems}


def test_a_folder_without_its_own_file_is_not_called_begun(tmp_path: Path) -> None:
    (tmp_path / "dot").mkdir()
    found = run([BuildRequest(tmp_path / "dot", tmp_path / "ra")], here)
    assert [each.code for each in found.problems] == ["KD030"]


@pytest.mark.parametrize(
    ("file", "codes"),
    [
        (None, ["KD070", "KD531"]),
        ("mau/cong-van.yaml", ["KD054", "KD070", "KD531"]),
        (f"don-vi/{CLINIC}.yaml", []),
    ],
)
def test_a_campaign_from_which_nothing_can_be_made_is_told(
    tmp_path: Path, file: str | None, codes: list[str]
) -> None:
    (tmp_path / "dot").mkdir()
    shutil.copy(SAMPLE / "dot.yaml", tmp_path / "dot")
    if file:
        (tmp_path / "dot" / file).parent.mkdir()
        shutil.copy(SAMPLE / "don-vi" / f"{CLINIC}.yaml", tmp_path / "dot" / file)
    done = run(requests(tmp_path / "dot", tmp_path / "ra"), here)
    assert [each.code for each in done.problems] == codes
    assert all(each.place.file.startswith((tmp_path / "dot").as_posix()) for each in done.problems)
