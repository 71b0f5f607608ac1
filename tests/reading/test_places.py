"""Which campaign a file belongs to, and which campaigns a folder holds."""

from pathlib import Path

import pytest

from generator.reading.folder_names import output_folder
from generator.reading.places import campaign_folder, campaign_folders


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    folder = tmp_path / "dot-a"
    (folder / "don-vi" / "chi-bo" / "ca-nhan").mkdir(parents=True)
    (folder / "dot.yaml").touch()
    return folder


@pytest.mark.parametrize(
    "file",
    ["cong-van.yaml", "don-vi/a.yaml", "don-vi/chi-bo/don-vi.yaml", "don-vi/chi-bo/ca-nhan/a.yaml"],
)
def test_a_file_belongs_to_the_nearest_campaign_above_it(campaign: Path, file: str) -> None:
    assert campaign_folder(campaign / file) == campaign


def test_a_file_outside_of_a_campaign_belongs_to_none(tmp_path: Path) -> None:
    assert campaign_folder(tmp_path / "a" / "b.yaml") is None


def test_a_relative_file_is_answered_with_a_relative_folder(
    campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(campaign.parent)
    assert campaign_folder(Path("dot-a/cong-van.yaml")) == Path("dot-a")


def test_a_folder_is_a_campaign_or_holds_campaigns(campaign: Path) -> None:
    other = campaign.parent / "dot-b"
    other.mkdir()
    (other / "dot.yaml").touch()
    assert list(campaign_folders(campaign)) == [campaign]
    assert list(campaign_folders(campaign.parent)) == [campaign, other]
    assert list(campaign_folders(campaign / "don-vi")) == [campaign / "don-vi"]


def test_papers_go_into_a_folder_called_as_the_campaign(
    campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(campaign)
    assert output_folder(Path("ra"), Path()) == Path("ra/dot-a")
