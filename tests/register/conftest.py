"""A campaign whose register is there already."""

from pathlib import Path

import pytest

from tests.register.office import begun, campaign


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return begun(campaign(tmp_path))
