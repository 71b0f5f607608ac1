"""A kind of letter, a paper, a regime, a thể thức pack are added without touching Python.

Each test changes a copy of the program as CONTRIBUTING.md says, file by file, and then works with it
as an office would: checks, builds, numbers, asks what it is. Where a template is all that is new,
it alone is checked; a regime and a pack, which concern every template, are held against them all.
"""

import json
import os
import re
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
SETTINGS = {
    name: value
    for name, value in os.environ.items()
    if name not in {"PYTHONPYCACHEPREFIX", "PYTHONDONTWRITEBYTECODE"}
}
"""With which a copy of the program uses, and keeps, what is compiled beside its sources."""
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

    def __init__(self, program: Path, folder: Path) -> None:
        self.root = folder / "program"
        shutil.copytree(program, self.root)
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

    def kiemdiem(self, *words: str | Path, code: int | None = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-m", PROGRAM, *map(str, words)], cwd=self.root,
            env={**SETTINGS, "PYTHONPATH": str(self.root)},
            capture_output=True, text=True,
        )  # fmt: skip
        assert code is None or done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def template(
        self, name: str, like: str, change: Callable[[str], str] = str, more: str = ""
    ) -> Path:
        """Make a template as a clerk does: an earlier one saved under another name, and changed."""
        target = self.root / "templates" / f"{name}.docx"
        return save_as(self.root / "templates" / f"{like}.docx", target, change, more)

    def made(self, pattern: str) -> list[Path]:
        return sorted((self.out / self.data.name).rglob(pattern))


def listed(title: str) -> set[str]:
    """The files that CONTRIBUTING.md names under a heading."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    part = text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"^- `(.+)`$", part, re.MULTILINE))


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


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with its templates, compiled: what a test does not change it need not compile."""
    root = tmp_path_factory.mktemp("program")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / PROGRAM, root / PROGRAM, ignore=ignored)
    shutil.copytree(shipped.TEMPLATES, root / "templates")
    subprocess.run(
        [sys.executable, "-m", "compileall", "-q", PROGRAM], cwd=root, env=SETTINGS, check=True
    )
    return root


@pytest.fixture
def copy(program: Path, tmp_path: Path) -> Copy:
    return Copy(program, tmp_path)


def test_a_kind_of_letter_is_an_entry_and_a_template(copy: Copy) -> None:
    table = copy.root / "generator/regulations/loai/van-ban.yaml"
    entry = "giay-khen: {ten: Giấy khen, bo_cuc: ten-loai, mau: giay-khen, ky_hieu: GK, nguon: U}\n"
    table.write_text(table.read_text("utf-8") + entry, "utf-8")
    template = copy.template("giay-khen", "thong-bao")
    assert copy.touched() == listed("A kind of letter")

    letter = copy.data / "giay-khen.yaml"
    letter.write_text(LETTER.format(loai="giay-khen", ngay="10/12/2026"), "utf-8")
    assert "không có lỗi" in copy.kiemdiem("validate", letter)
    assert "số 01, ngày 10/12/2026, Giấy khen" in copy.kiemdiem("number", "take", letter)
    copy.kiemdiem("build", copy.data, "-o", copy.out)
    (made,) = copy.made("giay-khen.docx")
    assert "GIẤY KHEN" in text_of(made)
    assert "Số 01-GK/ĐU" in text_of(made)
    assert "không có lỗi" in copy.kiemdiem("template", "check", template)
    assert "Giấy khen" in copy.kiemdiem("explain", "giay-khen")
    assert "giay-khen.yaml" not in copy.kiemdiem("number", "audit", copy.data, code=1)


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
    template = copy.template("ho-so/cam-ket", "ho-so/phieu-nhan-xet", only_placed, PLEDGE)
    assert copy.touched() == listed("A paper of a unit that only places data")

    assert "không có lỗi" in copy.kiemdiem("template", "check", template)
    copy.kiemdiem("build", copy.data, "-o", copy.out)
    made = copy.made("Cam kết tu dưỡng - *.docx")
    assert len(made) == len(copy.made("1 - Bản kiểm điểm *.docx"))
    assert made[0].stem.rpartition(" - ")[2] in text_of(made[0])
    assert "Cam kết tu dưỡng" in copy.kiemdiem("print-list", copy.data)
    assert "Cam kết tu dưỡng: mỗi giấy về «ca_nhan»" in copy.kiemdiem("explain", "cam-ket")
    wanted = copy.kiemdiem("build", copy.data, "-o", copy.out, "--form", "cam-ket", "--dry-run")
    assert "KD511" not in wanted


def only_placed(text: str) -> str:
    """Take out the tags of the template that was copied and that the new kind does not print."""
    computed = ("noi_cu_tru", "noi_xac_nhan", "to_chuc", "{{ xa }}", "o_trong")
    return "" if any(tag in text for tag in computed) else text


def test_a_paper_that_computes_is_a_module_besides(copy: Copy) -> None:
    table = copy.root / "generator/regulations/loai/giay-to.yaml"
    entry = """\
so-nguoi:
  ten: Số người kiểm điểm
  cho: don_vi
  mau: ho-so/so-nguoi
  soan: so-nguoi
  thanh_phan: {muc: "9.9", so_ban: 1, nguon: U}
  hoan_tat: khong
  nguon: U
"""
    table.write_text(table.read_text("utf-8") + entry, "utf-8")
    (copy.root / "generator/papers/head_count.py").write_text(HEAD_COUNT, "utf-8")
    kinds = copy.root / "generator/papers/kinds.py"
    replaced(
        kinds,
        "from generator.papers.meetings import",
        "from generator.papers.head_count import SoNguoiIn, head_count\n"
        "from generator.papers.meetings import",
    )
    replaced(
        kinds,
        '    "bieu-6f": Builder(',
        '    "so-nguoi": Builder(lambda year, _: head_count(year), SoNguoiIn),\n'
        '    "bieu-6f": Builder(',
    )
    more = "Số người kiểm điểm: {{ so_nguoi }}."
    template = copy.template("ho-so/so-nguoi", "ho-so/phieu-nhan-xet", only_placed_of_unit, more)
    assert copy.touched() == listed("A paper that computes")
    assert "không có lỗi" in copy.kiemdiem("template", "check", template)
    copy.kiemdiem("build", copy.data, "-o", copy.out)
    for paper in copy.made("Số người kiểm điểm.docx"):
        count = len(list(paper.parent.glob("1 - Bản kiểm điểm *.docx")))
        assert f"Số người kiểm điểm: {count}." in text_of(paper)


HEAD_COUNT = '''\
"""How many persons of a unit are reviewed this year."""

from generator.papers.form_values import BieuMauIn
from generator.papers.unit_year import UnitYear, reviewed, unit_head


class SoNguoiIn(BieuMauIn):
    """A paper with one number."""

    so_nguoi: str


def head_count(year: UnitYear) -> SoNguoiIn:
    """Print the number of persons reviewed this year."""
    return {**unit_head(year, "Số người", None), "so_nguoi": str(len(reviewed(year)))}
'''


def only_placed_of_unit(text: str) -> str:
    return "" if "{{ ho_ten }}" in text else only_placed(text)


def test_a_rating_rule_is_a_function_a_text_and_a_weight(copy: Copy) -> None:
    (copy.root / "generator/rules/twice.py").write_text(RULE, "utf-8")
    rooms = copy.root / "generator/rules/__init__.py"
    replaced(
        rooms,
        "from generator.rules.votes import",
        "from generator.rules.twice import r21_twice\nfrom generator.rules.votes import",
    )
    replaced(
        rooms, '    "R20": r20_residence,\n', '    "R20": r20_residence,\n    "R21": r21_twice,\n'
    )
    texts = copy.root / "generator/problems/danh-muc/quy-tac.yaml"
    texts.write_text(texts.read_text("utf-8").rstrip() + RULE_TEXT, "utf-8")
    regime = copy.root / "generator/regulations/kiem-diem/2025.yaml"
    replaced(
        regime,
        "\nbieu_mau:\n",
        "  R21:\n    muc_do: canh_bao\n    can_cu: Thử nghiệm\n    nguon: U\n\nbieu_mau:\n",
    )
    assert copy.touched() == listed("A rating rule")

    assert "KD499" not in copy.kiemdiem("validate", copy.data)
    (unit,) = [path for path in (copy.data / "don-vi").iterdir() if path.stem == "chi-bo-thon-dong"]
    file = unit / "don-vi.yaml" if unit.is_dir() else unit
    again = "ca_nhan:\n" + str(PERSON_TWICE)
    file.write_text(file.read_text("utf-8").replace("ca_nhan:\n", again, 1), "utf-8")
    assert "KD499" in copy.kiemdiem("validate", copy.data, code=None)
    assert "R21" in copy.kiemdiem("explain", "KD499")
    assert "Thử nghiệm" in copy.kiemdiem("explain", "R21")


PERSON_TWICE = """\
  - {ho_ten: Hai Lần, ngay_sinh: 01/02/1980}
  - {ho_ten: Hai Lần, ngay_sinh: 01/02/1980}
"""
RULE = '''\
"""R21: nobody is in a unit twice."""

from collections import Counter
from collections.abc import Iterator

from generator.model.campaign import Dot
from generator.model.unit import DonViNam
from generator.problems import Problem
from generator.regulations.che_do import CheDo
from generator.rules.found import finding


def r21_twice(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R21: a name with one birthday is given once."""
    del dot
    people = Counter((each.ho_ten, each.ngay_sinh) for each in nam.ca_nhan)
    for name, _ in (key for key, count in people.items() if count > 1):
        yield finding(che_do, "R21", "KD499", ("ca_nhan",), ai=name)
'''
RULE_TEXT = """
KD499:
  ten: "R21: Một người ghi hai lần"
  muc_do: canh_bao
  thong_bao: "{ai} được ghi hai lần ({can_cu})"
  cach_sua: "xoá bớt một"
  giai_thich: |
    Mỗi người chỉ ghi một lần.
  vi_du_sai: "hai người cùng họ tên, ngày sinh"
  vi_du_dung: "một người"
"""


def test_a_regime_is_a_data_file_and_the_template_of_a_form_that_changed(copy: Copy) -> None:
    folder = copy.root / "generator/regulations/kiem-diem"
    text = (folder / "2025.yaml").read_text("utf-8")
    old, new = "Hạn chế, khuyết điểm và nguyên nhân", "Tồn tại, yếu kém và nguyên nhân"
    start = text.index("    mau: mau02/2025-02c")
    end = text.index("    mau: ho-so/xep-loai-lai")
    form = text[start:end].replace("mau02/2025-02c", "mau02/2026-02c")
    assert old in form
    changed = (text[:start] + form.replace(old, new) + text[end:]).replace(
        "ma: 2025\n", "ma: 2026\n"
    )
    changed = changed.replace("nam: {tu: 2025}", "nam: {tu: 2026}")
    (folder / "2026.yaml").write_text(changed, "utf-8")
    copy.template("mau02/2026-02c", "mau02/2025-02c", lambda text: text.replace(old, new))
    assert copy.touched() == listed("A review regime")

    assert "không có lỗi" in copy.kiemdiem("template", "check")
    copy.kiemdiem("build", copy.data, "-o", copy.out)
    made = copy.made("1 - Bản kiểm điểm 02C - *.docx")
    assert made
    assert all(new in text_of(path) for path in made)
    assert "từ năm 2026" in copy.kiemdiem("explain", "2026")


def test_a_report_of_a_check_is_a_module_and_a_name(copy: Copy) -> None:
    (copy.root / "generator/dossier/reports/as_text.py").write_text(REPORT, "utf-8")
    saving = copy.root / "generator/dossier/reports/saving.py"
    replaced(
        saving,
        "from generator.dossier.reports.excel import workbook\n",
        "from generator.dossier.reports.as_text import as_text\n"
        "from generator.dossier.reports.excel import workbook\n",
    )
    replaced(
        saving,
        '        case "html":\n',
        '        case "txt":\n            written, problems = write_document(table, as_text(units))\n'
        '            return Saved([written] if written else [], problems)\n        case "html":\n',
    )
    replaced(copy.root / "generator/cli/check.py", '"html", "docx")', '"html", "docx", "txt")')
    assert copy.touched() == listed("A report of a check")
    words = ("check", copy.data, "-o", copy.out, "--format", "txt")
    copy.kiemdiem(*words, code=1)
    (report,) = copy.made("*.txt")
    assert "Chi bộ thôn Đông" in report.read_text("utf-8")


REPORT = '''\
"""The results of a check as plain text: a line a unit."""

from collections.abc import Sequence

from generator.dossier.results import UnitResult


def as_text(units: Sequence[UnitResult]) -> bytes:
    """Return the text in UTF-8."""
    return "\\n".join(each.ten for each in units).encode()
'''


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
    assert copy.touched() == listed("A thể thức pack")

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
    papers = office.made("Cam kết tu dưỡng - *.docx")
    assert papers
    own = sorted((office.data / "mau").glob("*.docx"))
    assert "Đã kiểm tra 2 mẫu: không có lỗi" in office.kiemdiem(
        "template", "check", *own, "--data", office.data
    )
    for name in ("thu-ngo", "cam-ket"):
        assert "mẫu của cơ quan" in office.kiemdiem("explain", name, "--data", office.data)
    assert "thu-ngo.yaml" not in office.kiemdiem("number", "audit", office.data, code=1)
    assert "Thư ngỏ" in office.kiemdiem("number", "list", office.data)
    assert "Đã tạo 0 văn bản" in office.kiemdiem("build", office.data, "-o", office.out)


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
    assert "1 - Cam kết tu dưỡng" in told
