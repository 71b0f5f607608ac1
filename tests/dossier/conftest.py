"""A city of which one unit has handed in everything."""

from pathlib import Path

import pytest

from generator.building.folders import BuildRequest
from tests.dossier.city import FULL, city


@pytest.fixture
def request_(tmp_path: Path) -> BuildRequest:
    return BuildRequest(city(tmp_path / "song-lam", complete=(FULL,)), tmp_path / "ra")
