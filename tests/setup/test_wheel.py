"""An installed wheel carries templates, packs and samples, and works outside the checkout."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from generator import __version__
from generator.files.digests import build_id

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_a_wheel_renders_a_sample_on_its_own(wheel: Path, tmp_path: Path) -> None:
    """Of a letter of 2022 and of a unit of 2026; all else that it needs to render others is in it."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "site")
    for needed in (
        "generator/_shipped/templates/cong-van.docx",
        "generator/_shipped/templates/khoi/noi-nhan-ky.docx",
        "generator/_shipped/templates/khoi-tao/dot.yaml",
        "generator/_shipped/data/ha-tinh-2024/dot.yaml",
        "generator/regulations/the-thuc/hd05.yaml",
        "generator/problems/danh-muc/mau.yaml",
        "generator/desk/tinh/xem/xem.js",
        "generator/desk/tinh/xem/xem.css",
        "generator/desk/tinh/giay-phep/xem.txt",
        "generator/cli/ngon-ngu/vi/LC_MESSAGES/messages.mo",
    ):
        assert needed in names
    shipped = (each for room in ("templates", "data") for each in (ROOT / room).rglob("*"))
    files = {
        f"generator/_shipped/{each.relative_to(ROOT).as_posix()}"
        for each in shipped
        if each.is_file()
    }
    assert files - {*names} == set()
    assert not [
        each for each in names if each.startswith("generator/desk/xem-nhanh/")
    ]  # how it is made: not for who uses it
    data = tmp_path / "site" / "generator" / "_shipped" / "data"
    for sample, least in (("can-tho-2022", 1), ("vi-du-2026", 20)):
        done = subprocess.run(
            [sys.executable, "-P", "-c", "from generator import shipped; print(shipped.DATA); from generator.cli.main import main; main()", "build", data / sample],
            cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "site")}, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert len(list((tmp_path / "output" / sample).rglob("*.docx"))) >= least
        assert done.stdout.splitlines()[0] == str(data)


@pytest.mark.skipif(os.name == "nt", reason="the programs of an environment have another folder")
def test_uv_installs_the_wheel_as_a_tool(wheel: Path, tmp_path: Path) -> None:
    places = {
        "HOME": tmp_path / "nhà", "UV_TOOL_DIR": tmp_path / "tools", "UV_TOOL_BIN_DIR": tmp_path / "bin",
        "UV_CACHE_DIR": tmp_path / "cache",
    }  # fmt: skip
    uv = Path(sys.executable).with_name("uv")
    subprocess.run(
        [uv, "tool", "install", "--quiet", "--python", sys.executable, f"{wheel}[desk]"],
        env={**os.environ, **{name: str(path) for name, path in places.items()}},
        check=True, capture_output=True,
    )  # fmt: skip
    done = subprocess.run(
        [tmp_path / "bin" / "kiemdiem", "doctor"], cwd=tmp_path, env={"PATH": "", "HOME": str(tmp_path)},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "[có] mẫu Word" in done.stdout, done.stderr


@pytest.mark.skipif(os.name == "nt", reason="the programs of an environment have another folder")
def test_an_installed_wheel_needs_nothing_of_the_machine(wheel: Path, tmp_path: Path) -> None:
    """As `pipx` does it: a fresh environment, and no folder of programs, no settings of a user."""
    programs, empty = tmp_path / "môi trường" / "bin", tmp_path / "nhà"
    empty.mkdir()
    venv.create(programs.parent, with_pip=True)
    pip = [str(programs / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    for words in (
        # What is never imported here need not be compiled.
        ("install", "--no-compile", "--require-hashes", "-r", str(ROOT / "requirements.lock")),
        ("install", "--no-deps", str(wheel)),
        ("check",),
    ):
        subprocess.run([*pip, *words], cwd=empty, env=bare, check=True, capture_output=True)
    for words, said in (
        (("--version",), f"kiemdiem {__version__} (bản dựng {build_id()[:8]})"),
        (("init", "dot-2026"), "dot-2026/dot.yaml"),
        (("build", "dot-2026"), "Đã tạo"),
    ):
        done = subprocess.run(
            [programs / "kiemdiem", *words], cwd=empty, env={"PATH": "", "HOME": str(empty)},
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert said in done.stdout + done.stderr
    assert [*empty.glob("output/dot-2026/*.docx")]
