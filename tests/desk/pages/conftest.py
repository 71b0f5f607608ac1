"""A desk on the small sample campaign, with its papers made."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.client import Client
from tests.desk.pages import sample


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Client]:
    """The desk two weeks before the deadline; every paper is there."""
    with sample.opened(tmp_path, sample.BEFORE) as client:
        yield client


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Client]:
    """The desk two weeks before the deadline; no paper is there."""
    with sample.opened(tmp_path, sample.BEFORE, built=False) as client:
        yield client


@pytest.fixture
def late(tmp_path: Path) -> Iterator[Client]:
    """The desk after the deadline; no paper is there."""
    with sample.opened(tmp_path, sample.AFTER, built=False) as client:
        yield client
