"""What is kept for the next run is taken as it was kept; where nothing can be kept, all goes on."""

from pathlib import Path

import pytest

from generator.files import of_user, spared


def test_what_was_kept_is_taken_under_its_own_name_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_user, "spared", lambda: tmp_path / "a" / "b")
    spared.keep("nguon", "mot", b"1")
    spared.keep("nguon", "hai", b"2")
    assert spared.taken("nguon", "mot") == b"1"
    assert spared.taken("nguon", "hai") == b"2"
    assert spared.taken("khac", "mot") is None


def test_a_user_without_a_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", none)
    spared.keep("nguon", "mot", b"1")
    assert spared.taken("nguon", "mot") is None
