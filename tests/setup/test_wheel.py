"""An installed wheel carries templates, packs and samples, and works outside the checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_wheel_renders_the_samples_on_its_own(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "-t",
        "wheel",
        "-d",
        str(tmp_path / "dist"),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    wheel = next((tmp_path / "dist").glob("*.whl"))
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
        "generator/cli/ngon-ngu/vi/LC_MESSAGES/messages.mo",
    ):
        assert needed in names
    done = subprocess.run(
        [sys.executable, "-P", "-c", "from generator import shipped; print(shipped.DATA); from generator.cli.main import main; main()", "demo"],
        cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "site")}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "output").rglob("*.docx"))) > 500
    assert "_shipped" in done.stdout.splitlines()[0]
