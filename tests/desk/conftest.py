"""What a desk remembers of its user is kept away from whoever runs the tests."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def settings_of_nobody(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The folder in which the desk keeps what it remembers."""
    folder = tmp_path_factory.mktemp("settings")
    for name in ("LOCALAPPDATA", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(folder))
    return folder
