"""A kind of letter, a paper, a regime, a thể thức pack are added without touching Python.

Each test changes a copy of the program as CONTRIBUTING.md says, file by file, and then works with it
as an office would: checks, builds, numbers, asks what it is.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from generator import shipped

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "generator"
LETTER = """\
loai: {loai}
trich_yeu: Kiểm điểm, xếp loại chất lượng
noi_dung: |
  Ban Thường vụ kết luận như sau.
ngay: {ngay}
"""
PLEDGE = "Tôi là {{ ho_ten }}, sinh ngày {{ ngay_sinh }}, sinh hoạt tại {{ chi_bo }}, cam kết:"
OFFICE_LETTER = """\
loai: loai-van-ban
ma: thu-ngo
ten: Thư ngỏ
bo_cuc: ten-loai
mau: thu-ngo
ky_hieu: TN
"""
OFFICE_PAPER = """\
loai: loai-giay-to
ma: cam-ket
ten: Cam kết tu dưỡng
cho: ca_nhan
dieu_kien: dang_vien
mau: cam-ket
thanh_phan: {muc: "1.9", so_ban: 1}
hoan_tat: ngay_va_nguoi_ky
"""


class Copy:
    """A copy of the program with its templates, and a campaign to work on."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "program"
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / PROGRAM, self.root / PROGRAM, ignore=ignored)
        shutil.copytree(shipped.TEMPLATES, self.root / "templates")
        self.before = self.files()
        self.data = folder / "xa"
        shutil.copytree(shipped.DATA / "xa-loc-van-2026", self.data)
        for unit in sorted((self.data / "don-vi").iterdir()):
            if unit.stem not in {"chi-bo-thon-dong", "chi-bo-thon-tay"}:
                shutil.rmtree(unit) if unit.is_dir() else unit.unlink()
        self.out = folder / "output"

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in self.root.rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }

    def touched(self) -> set[str]:
        """The files that were added or changed."""
        now = self.files()
        return {name for name in now if self.before.get(name) != now[name]}

    def kiemdiem(self, *words: str | Path, code: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-m", PROGRAM, *map(str, words)], cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def template(
        self, name: str, like: str, change: Callable[[str], str] = str, more: str = ""
    ) -> Path:
        """Make a template as a clerk does: an earlier one saved under another name, and changed."""
        target = self.root / "templates" / f"{name}.docx"
        return save_as(self.root / "templates" / f"{like}.docx", target, change, more)

    def made(self, pattern: str) -> list[Path]:
        return sorted((self.out / self.data.name).rglob(pattern))


def save_as(like: Path, target: Path, change: Callable[[str], str], more: str = "") -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    document = docx.Document(str(like))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    for paragraph in [*document.paragraphs, *(each for c in cells for each in c.paragraphs)]:
        if change(paragraph.text) != paragraph.text:
            first, *rest = paragraph.runs
            first.text = change(paragraph.text)
            for run in rest:
                run.text = ""
    if more:
        document.add_paragraph(more)
    document.save(str(target))
    return target


def text_of(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(each.text for each in document.paragraphs)]).replace("\xa0", " ")


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, text.count(old)
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_a_kind_of_letter_is_an_entry_and_a_template(copy: Copy) -> None:
    table = copy.root / "generator/regulations/loai/van-ban.yaml"
    replaced(
        table,
        "ket-luan: {ten: Kết luận, bo_cuc: ten-loai, nguon: I}",
        "ket-luan: {ten: Kết luận, bo_cuc: ten-loai, mau: ket-luan, nguon: I}",
    )
    copy.template("ket-luan", "thong-bao")
    assert copy.touched() == {"generator/regulations/loai/van-ban.yaml", "templates/ket-luan.docx"}

    letter = copy.data / "ket-luan.yaml"
    letter.write_text(LETTER.format(loai="ket-luan", ngay="10/12/2026"), "utf-8")
    assert "không có lỗi" in copy.kiemdiem("validate", letter)
    assert "số 01, ngày 10/12/2026, Kết luận" in copy.kiemdiem("number", "take", letter)
    copy.kiemdiem("build", copy.data, "-o", copy.out)
    (made,) = copy.made("ket-luan.docx")
    assert "KẾT LUẬN" in text_of(made)
    assert "Số 01-KL/ĐU" in text_of(made)
    assert "không có lỗi" in copy.kiemdiem("template", "check")
    assert "Kết luận" in copy.kiemdiem("explain", "ket-luan")
    assert "ket-luan.yaml" not in copy.kiemdiem("number", "audit", copy.data, code=1)


def test_a_paper_of_a_unit_is_an_entry_and_a_template(copy: Copy) -> None:
    table = copy.root / "generator/regulations/loai/giay-to.yaml"
    entry = """\
cam-ket:
  ten: Cam kết tu dưỡng
  cho: ca_nhan
  dieu_kien: duoc_kiem_diem
  mau: ho-so/cam-ket
  thanh_phan: {muc: "1.9", so_ban: 1, nguon: U}
  hoan_tat: khong
  nguon: U
"""
    table.write_text(table.read_text("utf-8") + entry, "utf-8")
    copy.template("ho-so/cam-ket", "ho-so/phieu-nhan-xet", only_placed, PLEDGE)
    assert copy.touched() == {
        "generator/regulations/loai/giay-to.yaml", "templates/ho-so/cam-ket.docx",
    }  # fmt: skip

    assert "không có lỗi" in copy.kiemdiem("template", "check")
    copy.kiemdiem("build", copy.data, "-o", copy.out)
    made = copy.made("1.9 - Cam kết tu dưỡng - *.docx")
    assert len(made) == len(copy.made("1.2 - *.docx"))
    assert made[0].stem.rpartition(" - ")[2] in text_of(made[0])
    assert "Cam kết tu dưỡng" in copy.kiemdiem("print-list", copy.data)
    assert "1.9" in copy.kiemdiem("explain", "cam-ket")
    wanted = copy.kiemdiem("build", copy.data, "-o", copy.out, "--form", "cam-ket", "--dry-run")
    assert "KD511" not in wanted


def only_placed(text: str) -> str:
    """Take out the tags of the template that was copied and that the new kind does not print."""
    return (
        "" if any(tag in text for tag in ("noi_cu_tru", "to_chuc", "{{ xa }}", "o_trong")) else text
    )


def test_a_regime_is_a_data_file_and_the_templates_of_its_new_forms(copy: Copy) -> None:
    folder = copy.root / "generator/regulations/kiem-diem"
    text = (folder / "2025.yaml").read_text("utf-8")
    old = "Hạn chế, khuyết điểm và nguyên nhân"
    assert old in text
    changed = (
        text.replace("ma: 2025\n", "ma: 2026\n", 1)
        .replace("nam: {tu: 2025}", "nam: {tu: 2026}", 1)
        .replace("mau: mau02/2025-02a", "mau: mau02/2026-02a")
        .replace(old, "Tồn tại, yếu kém và nguyên nhân")
        .replace("mau: mau02/2025-02b", "mau: mau02/2026-02b")
        .replace("mau: mau02/2025-02c", "mau: mau02/2026-02c")
        .replace("mau: mau01/2025", "mau: mau01/2026")
    )
    (folder / "2026.yaml").write_text(changed, "utf-8")
    for name in ("mau02/2026-02a", "mau02/2026-02b", "mau02/2026-02c", "mau01/2026"):
        copy.template(
            name, name.replace("2026", "2025"),
            lambda text: text.replace(old, "Tồn tại, yếu kém và nguyên nhân"),
        )  # fmt: skip
    copy.kiemdiem("build", copy.data, "-o", copy.out)
    assert all("Tồn tại, yếu kém" in text_of(path) for path in copy.made("1.2 - *.docx"))
    assert "không có lỗi" in copy.kiemdiem("template", "check")
    assert "từ năm 2026" in copy.kiemdiem("explain", "2026")


def test_a_thể_thức_pack_is_one_data_file(copy: Copy) -> None:
    folder = copy.root / "generator/regulations/the-thuc"
    text = (folder / "hd05.yaml").read_text("utf-8")
    changed = (
        text.replace("ma: hd05", "ma: hd77", 1)
        .replace("tu: 27/5/2026", "tu: 01/1/2028", 1)
        .replace("ten: Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026", "ten: Hướng dẫn số 77-HD/VPTW", 1)
        .replace("  ket-luan: {gia_tri: Kết luận", "  ban-tin: {gia_tri: Bản tin, nguon: I}\n"
                 "  ket-luan: {gia_tri: Kết luận", 1)
        .replace("  ket-luan: {gia_tri: KL", "  ban-tin: {gia_tri: BTi, nguon: I}\n"
                 "  ket-luan: {gia_tri: KL", 1)
        .replace("\nten_loai:", "\nloai_van_ban:\n  ban-tin: {ten: Bản tin, bo_cuc: ten-loai, "
                 "mau: thong-bao, nguon: I}\n\nten_loai:", 1)
    )  # fmt: skip
    (folder / "hd77.yaml").write_text(changed, "utf-8")
    assert copy.touched() == {"generator/regulations/the-thuc/hd77.yaml"}

    replaced(copy.data / "dot.yaml", "nam: 2026", "nam: 2028")
    letter = copy.data / "ban-tin.yaml"
    letter.write_text(LETTER.format(loai="ban-tin", ngay="10/12/2028"), "utf-8")
    assert "số 01, ngày 10/12/2028, Bản tin" in copy.kiemdiem("number", "take", letter)
    copy.kiemdiem("render", letter, "-o", copy.out / "ban-tin.docx")
    assert "BẢN TIN" in text_of(copy.out / "ban-tin.docx")
    assert "Số 01-BTi/ĐU" in text_of(copy.out / "ban-tin.docx")
    assert "Bản tin" in copy.kiemdiem("number", "list", copy.data)
    assert "Bản tin" in copy.kiemdiem("explain", "ban-tin")
    copy.kiemdiem("template", "check")


def test_a_type_that_the_catalogue_does_not_know_stops_the_program(copy: Copy) -> None:
    pack = copy.root / "generator/regulations/the-thuc/hd05.yaml"
    replaced(pack, "  ket-luan: {gia_tri: KL", "  ban-tin: {gia_tri: BTi, nguon: I}\n"
             "  ket-luan: {gia_tri: KL")  # fmt: skip
    assert copy.kiemdiem("validate", copy.data, code=3)


@pytest.fixture
def office(copy: Copy) -> Copy:
    """An office that added a letter and a paper in its own campaign folder."""
    home = copy.data / "loai"
    home.mkdir()
    (home / "thu-ngo.yaml").write_text(OFFICE_LETTER, "utf-8")
    (home / "cam-ket.yaml").write_text(OFFICE_PAPER, "utf-8")
    shipped_ones = copy.root / "templates"
    save_as(shipped_ones / "thong-bao.docx", copy.data / "mau/thu-ngo.docx", str)
    save_as(
        shipped_ones / "ho-so/phieu-nhan-xet.docx",
        copy.data / "mau/cam-ket.docx",
        only_placed,
        PLEDGE,
    )
    (copy.data / "thu-ngo.yaml").write_text(
        LETTER.format(loai="thu-ngo", ngay="10/12/2026"), "utf-8"
    )
    return copy


def test_an_office_adds_a_letter_and_a_paper_in_its_own_folder(office: Copy) -> None:
    assert office.touched() == set()
    taken = office.kiemdiem("number", "take", office.data / "thu-ngo.yaml")
    assert "số 01, ngày 10/12/2026, Thư ngỏ" in taken
    office.kiemdiem("build", office.data, "-o", office.out)
    (letter,) = office.made("thu-ngo.docx")
    assert "THƯ NGỎ" in text_of(letter)
    assert "Số 01-TN/ĐU" in text_of(letter)
    papers = office.made("1.9 - Cam kết tu dưỡng - *.docx")
    assert papers
    assert "không có lỗi" in office.kiemdiem("template", "check", "--data", office.data)
    for name in ("thu-ngo", "cam-ket"):
        assert "mẫu của cơ quan" in office.kiemdiem("explain", name, "--data", office.data)
    assert "thu-ngo.yaml" not in office.kiemdiem("number", "audit", office.data, code=1)
    assert "Thư ngỏ" in office.kiemdiem("number", "list", office.data)
    assert "0 tạo mới" in office.kiemdiem("build", office.data, "-o", office.out)


def test_a_checklist_of_the_office_asks_for_its_own_paper(office: Copy) -> None:
    home = office.data / "danh-muc"
    home.mkdir()
    (home / "rieng.yaml").write_text(
        """\
loai: danh-muc
ten: Danh mục riêng
can_cu: Công văn số 5-CV/ĐU
muc:
  - ma: "1"
    ten: Cam kết tu dưỡng
    cho: [ca_nhan]
    nguon: "Đ: dot.yaml"
    van_ban:
      - {ma: cam-ket, ten: Cam kết tu dưỡng, mau: [cam-ket]}
""",
        "utf-8",
    )
    replaced(office.data / "dot.yaml", "thoi_han:", "danh_muc: rieng\nthoi_han:")
    office.kiemdiem("build", office.data, "-o", office.out)
    told = office.kiemdiem(
        "check", office.data, "-o", office.out, "--format", "json", "--fail-on", "sai-mau"
    )
    found = json.loads(told[told.index("{") : told.rindex("}") + 1])
    assert "KD708" not in told
    assert "cam-ket" not in {each.get("ma") for each in found.get("van_de", [])}
    assert "1.9 - Cam kết tu dưỡng" in told
