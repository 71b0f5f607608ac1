"""A clerk's folder with a campaign of two units, and `kiemdiem` run in it."""

import shutil
from pathlib import Path

import pytest

from tests.cli.run import Run, kiemdiem

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "xa-loc-van-2026"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    return kiemdiem


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "xa"
    (folder / "don-vi").mkdir(parents=True)
    shutil.copy(SAMPLE / "dot.yaml", folder)
    for name in ("chi-bo-thon-dong.yaml", "chi-bo-tram-y-te.yaml"):
        shutil.copy(SAMPLE / "don-vi" / name, folder / "don-vi")
    return folder
