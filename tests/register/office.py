"""A register and its documents on a disk of their own."""

from pathlib import Path
from typing import Any

import yaml

from generator.model import CoQuan, Dot
from generator.problems import Place, Problem, problem
from generator.register import numbers, store
from generator.register.entry import RegisterLine
from generator.register.series import Series
from generator.register.target import Target, document
from generator.register.where import campaign_of

BODY = CoQuan.model_validate(
    {
        "ten": "Đảng ủy xã Lộc Vân", "ky_hieu": "ĐU",
        "nhiem_ky": [{"ten": "2025-2030", "chi_dinh_tu": "01/7/2025"}],
    }
)  # fmt: skip
LETTERS = Series("cong-van", "2025-2030")
NAME = f"{BODY.ten}.sqlite"

LETTER = """# Công văn của Đảng ủy xã (hư cấu).
loai: cong-van   # giữ nguyên
trich_yeu: "Về việc gửi hồ sơ kiểm điểm"
ngay: 14/11/2026
kinh_gui:
  - Các chi bộ trực thuộc
noi_dung: |
  Đề nghị các chi bộ gửi hồ sơ.

  so: dòng này là nội dung.
noi_nhan: [Như trên, Lưu Văn phòng Đảng ủy]
"""


def campaign(root: Path, **more: Any) -> Path:
    """A campaign folder with its `dot.yaml`."""
    folder = root / "data" / "loc-van"
    folder.mkdir(parents=True, exist_ok=True)
    dot = {
        "ten": "Kiểm điểm năm 2026", "nam": "2026", "dia_danh": "Lộc Vân",
        "co_quan": {"ten": BODY.ten, "ky_hieu": "ĐU", "cap_tren": "Đảng bộ tỉnh Trường Giang",
                    "nhiem_ky": [{"ten": "2025-2030", "chi_dinh_tu": "01/7/2025"}]},
        "ky": {"chuc_vu": "Bí thư", "ho_ten": "Phạm Đình Quân"},
        **more,
    }  # fmt: skip
    (folder / "dot.yaml").write_text(yaml.safe_dump(dot, allow_unicode=True), "utf-8")
    return folder


def begun(folder: Path) -> Path:
    """The campaign, whose register is there already."""
    with store.opened(register_at(folder), BODY):
        return folder


def letter(folder: Path, name: str = "cong-van.yaml", text: str = LETTER) -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def register_at(folder: Path) -> Path:
    """Where the register of the campaign's body is."""
    return folder.parent / "so-van-ban" / NAME


def target(path: Path, item: str | None = None, *, numbered: bool = False) -> Target:
    meant = document(path, item, None, numbered=numbered)
    assert isinstance(meant, Target), meant
    return meant


def lines(path: Path) -> list[RegisterLine]:
    with store.read(path) as register:
        return list(numbers.entries(register))


def dot_of(folder: Path) -> Dot:
    found = campaign_of(folder)
    assert isinstance(found, tuple)
    return found[1]


def refused(_text: str, _edits: object, file: str) -> Problem:
    """What `edited` answers where a place cannot be edited alone."""
    return problem("KD571", Place(file=file), muc="so")
