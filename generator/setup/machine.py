"""Checks what a machine needs for correct documents: fonts, programs, a writable local drive."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.files.locks import Locking, locking
from generator.files.real_path import real_path
from generator.pdf.office import libreoffice
from generator.problems import has_errors
from generator.setup.template_check import check_templates

_NETWORK_DRIVES = {"nfs", "nfs4", "cifs", "smbfs", "smb3", "fuse.sshfs", "9p", "afs"}
_FONT_FOLDERS = (
    "C:/Windows/Fonts",
    "~/AppData/Local/Microsoft/Windows/Fonts",
    "~/.fonts",
    "/usr/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
)

_ROOM = 500
"""Free space (MB) below which a campaign of a commune with its PDF files may not fit."""

LONGEST_BELOW, _LONGEST = 150, 259
"""Characters of a path that a document has below the folder of documents; that Windows takes."""

_CLOUD = re.compile(
    r"(OneDrive|Dropbox|Google Drive|My Drive|iCloudDrive|iCloud Drive)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check; `needed` means that no documents can be generated without it."""

    what: str
    good: bool
    detail: str
    needed: bool = False


def examine(folder: Path, *, templates: bool = True) -> list[Finding]:
    """Examine the machine.

    Args:
        folder: the folder for documents.
        templates: also the templates of the program, which takes some seconds.

    Returns:
        The findings in display order.
    """
    return [*_examine(folder), *([examine_templates()] if templates else [])]


def _examine(folder: Path) -> Iterator[Finding]:
    font = _font()
    yield Finding(
        "phông chữ Times New Roman",
        font is not None,
        font or "cần để in đúng; văn bản vẫn ghi đúng tên phông",
    )
    office = libreoffice()
    yield Finding(
        "LibreOffice", office is not None, str(office) if office else "chỉ cần khi chuyển sang PDF"
    )
    if sys.platform == "win32":
        yield _word()
    yield _writable(folder)
    yield _space(folder)
    yield _drive(folder)
    yield _depth(folder)
    yield _locks(folder)


def examine_templates() -> Finding:
    """Examine the templates of the program, which takes some seconds."""
    used, problems = check_templates((), None, None)
    return Finding("mẫu Word", not has_errors(problems), f"{len(used)} mẫu và khối", needed=True)


def _font() -> str | None:
    for folder in map(Path, map(os.path.expanduser, _FONT_FOLDERS)):
        if folder.is_dir():
            for file in folder.rglob("*.[tT][tT][fFcC]"):
                if file.stem.lower() in {"times", "times new roman", "times_new_roman", "timesnr"}:
                    return str(file)
    if shutil.which("fc-match"):
        command = ["fc-match", "-f", "%{family}", "Times New Roman"]
        matched = subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603
        if "Times New Roman" in matched:
            return matched
        if "Liberation Serif" in matched:
            return "Liberation Serif, cùng độ rộng chữ"
    return None


def _word() -> Finding:
    import winreg  # noqa: PLC0415 - Windows only

    try:
        key = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\Winword.exe"
        found = winreg.QueryValue(winreg.HKEY_LOCAL_MACHINE, key)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        found = None
    return Finding(
        "Word", found is not None, found or "cần để xem, in; WPS, LibreOffice cũng mở được"
    )


def _existing(folder: Path) -> Path:
    """Return a folder, or the nearest above it that is there."""
    return next((p for p in (folder, *real_path(folder).parents) if p.is_dir()), Path.cwd())


def _writable(folder: Path) -> Finding:
    what = "quyền ghi"
    existing = _existing(folder)
    try:
        with tempfile.TemporaryFile(dir=existing):
            pass
    except OSError:
        return Finding(what, good=False, detail=f"không ghi được vào {existing}", needed=True)
    return Finding(what, good=True, detail=str(existing), needed=True)


def _space(folder: Path) -> Finding:
    existing = _existing(folder)
    free = shutil.disk_usage(existing).free // 2**20
    detail = f"còn {free} MB" + (
        "" if free >= _ROOM else f", nên có {_ROOM} MB: dọn bớt hoặc chọn ổ khác"
    )
    return Finding("chỗ trống", free >= _ROOM, detail)


def _drive(folder: Path) -> Finding:
    network = _on_network(real_path(folder))
    cloud = synced(real_path(folder), os.environ)
    detail = "ổ mạng: chạy được nhưng chậm hơn" if network else "ổ trên máy"
    if cloud:
        detail = (
            f"trong thư mục đồng bộ «{cloud}»: chọn «Luôn giữ trên thiết bị này»,"
            " mỗi lúc một máy làm"
        )
    return Finding("ổ đĩa", good=True, detail=detail)


def synced(folder: Path, environment: Mapping[str, str]) -> str | None:
    """Return the name of the folder of OneDrive or the like that a folder is in; None if it is not.

    Args:
        folder: an absolute path.
        environment: the variables of the system, where OneDrive says what its folders are.
    """
    said = [Path(value) for name, value in environment.items() if name.startswith("OneDrive")]
    for each in (folder, *folder.parents):
        if each in said or _CLOUD.match(each.name):
            return each.name
    return None


def _depth(folder: Path) -> Finding:
    length = len(str(real_path(folder)))
    fits = length + LONGEST_BELOW <= _LONGEST
    detail = f"{length} chữ" + (
        "" if fits else "; nên để thư mục gần gốc ổ đĩa: tên văn bản dài có thể bị Windows từ chối"
    )
    return Finding("độ dài đường dẫn", fits, detail)


def _locks(folder: Path) -> Finding:
    existing = _existing(folder)
    found = locking(real_path(existing))
    refused = found in {Locking.KHONG, Locking.VO_HIEU}
    detail = f"{found.value}: không lấy được số văn bản ở đây" if refused else found.value
    return Finding("khoá tệp", good=not refused, detail=detail)


def _on_network(path: Path) -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows only

        remote = 4  # DRIVE_REMOTE
        return path.drive.startswith("\\\\") or (
            ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == remote
        )
    try:
        mounts = [line.split() for line in Path("/proc/mounts").read_text("utf-8").splitlines()]
    except OSError:
        return False
    holding = [m for m in mounts if os.path.commonpath([m[1], path]) == m[1]]
    return bool(holding) and max(holding, key=lambda m: len(m[1]))[2] in _NETWORK_DRIVES
