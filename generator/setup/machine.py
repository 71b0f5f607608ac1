"""Checks what a machine needs for correct documents: fonts, programs, a writable local drive."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.files.locks import Locking, locking
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
    return [*_examine(folder), *([_templates()] if templates else [])]


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
    yield _writable(folder)
    yield _drive(folder)
    yield _locks(folder)


def _templates() -> Finding:
    used, problems = check_templates((), None, None)
    return Finding("mẫu Word", not has_errors(problems), f"{len(used)} mẫu và khối", needed=True)


def _font() -> str | None:
    for folder in (Path(each).expanduser() for each in _FONT_FOLDERS):
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


def _writable(folder: Path) -> Finding:
    what = "quyền ghi"
    existing = next((p for p in (folder, *folder.resolve().parents) if p.is_dir()), Path.cwd())
    try:
        with tempfile.TemporaryFile(dir=existing):
            pass
    except OSError:
        return Finding(what, good=False, detail=f"không ghi được vào {existing}", needed=True)
    free = shutil.disk_usage(existing).free // 2**20
    return Finding(what, good=True, detail=f"{existing}, còn trống {free} MB", needed=True)


def _drive(folder: Path) -> Finding:
    network = _on_network(folder.resolve())
    detail = "ổ mạng: chạy được nhưng chậm hơn" if network else "ổ trên máy"
    return Finding("ổ đĩa", good=True, detail=detail)


def _locks(folder: Path) -> Finding:
    existing = next((p for p in (folder, *folder.resolve().parents) if p.is_dir()), Path.cwd())
    found = locking(existing.resolve())
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
