"""The command line as a clerk meets it: what it prints, what it leaves, how it ends."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.run import Run

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
ENGLISH = re.compile(
    r"\b(error|usage|options?|missing|invalid|value|file|directory|command|argument|show|exit|"
    r"expected|field|required|input|should|found|traceback|no such|permission|default|string)\b",
    re.IGNORECASE,
)


def prose(text: str) -> str:
    """What is left without option names, paths and quoted data."""
    return re.sub(r"«[^»]*»|'[^']*'|--?[\w-]+|\S*[/\\]\S*|\S+\.\w+|kiemdiem \w+", " ", text)


@pytest.mark.parametrize(
    "words",
    [
        ("--help",), ("render", "--help"), ("validate", "--help"), ("init", "--help"),
        ("schema", "--help"), ("template", "--help"), ("template", "check", "--help"),
        ("template", "list", "--help"), ("explain", "--help"), ("doctor", "--help"), ("demo", "--help"),
        ("rendr",), ("render",), ("render", "--khong"), ("validate",), ("validate", "x", "--format", "xml"),
        ("render", "a", "b"), ("render", "khong-co.yaml"), ("validate", "khong-co"),
        ("explain", "KD999"), ("render", "x", "--templates", "khong-co"), ("template",), ("--version",),
    ],
    ids=" ".join,
)  # fmt: skip
def test_no_english_and_no_traceback_reach_a_clerk(run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    said = done.stdout + done.stderr
    assert said.strip()
    assert done.returncode in {0, 1, 2}
    found = ENGLISH.findall(prose(said).replace("text để đọc", ""))
    assert found == []


def test_a_new_campaign_is_valid_and_renders_from_the_first_minute(
    run: Run, tmp_path: Path
) -> None:
    assert run("init", "kiem-diem-2026").returncode == 0
    checked = run("validate", "kiem-diem-2026")
    assert (checked.returncode, checked.stdout) == (0, "Đã kiểm tra 3 tệp: không có lỗi.\n")
    made = run("render", "kiem-diem-2026")
    assert made.returncode == 0
    assert made.stdout.splitlines()[:3] == [
        "output/kiem-diem-2026/cong-van.docx",
        "output/kiem-diem-2026/chi-bo-mau/Danh mục hồ sơ.docx",
        "output/kiem-diem-2026/chi-bo-mau/1 - Báo cáo kiểm điểm 01 - Chi ủy Chi bộ thôn Đông.docx",
    ]
    assert len(made.stdout.splitlines()) == len(list((tmp_path / "output").rglob("*.docx"))) > 8
    assert zipfile.is_zipfile(tmp_path / "output/kiem-diem-2026/cong-van.docx")


def test_init_never_writes_over_a_folder_in_use(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "dot.yaml").write_text("của tôi", "utf-8")
    done = run("init", "a")
    assert done.returncode == 2
    assert "đã có" in done.stderr
    assert (tmp_path / "a" / "dot.yaml").read_text("utf-8") == "của tôi"


def test_a_mistake_is_told_with_file_line_column_and_mend(run: Run, tmp_path: Path) -> None:
    run("init", "dot")
    letter = tmp_path / "dot" / "cong-van.yaml"
    letter.write_text(letter.read_text("utf-8").replace("trich_yeu:", "trich_yeuu:"), "utf-8")
    done = run("validate", "dot")
    assert done.returncode == 1
    line = next(
        i for i, t in enumerate(letter.read_text("utf-8").splitlines(), 1) if "trich_yeuu" in t
    )
    assert f"dot/cong-van.yaml:{line}:1: KD101 lỗi" in done.stdout
    assert "Đã kiểm tra 3 tệp: 1 lỗi." in done.stdout
    assert "«trich_yeu»" in done.stdout


def test_a_document_with_errors_is_not_made_and_the_others_are(run: Run, tmp_path: Path) -> None:
    shutil.copytree(DATA / "binh-dinh-2022", tmp_path / "bd")
    (tmp_path / "bd" / "hong.yaml").write_text("loai: cong-van\nso: abc\n", "utf-8")
    done = run("render", "bd")
    assert done.returncode == 1
    assert sorted(done.stdout.split()) == [
        "output/bd/cong-van.docx", "output/bd/sao-luc-tuy-phuoc.docx",
    ]  # fmt: skip
    assert "bd/hong.yaml:2:5: KD113 lỗi" in done.stderr


def test_one_file_can_be_rendered_to_a_name_of_ones_own(run: Run, tmp_path: Path) -> None:
    done = run("render", DATA / "can-tho-2022" / "cong-van-608.yaml", "-o", "thu/608.docx")
    assert (done.returncode, done.stdout) == (0, "thu/608.docx\n")
    assert (tmp_path / "thu" / "608.docx").exists()


def test_a_second_run_changes_nothing(run: Run, tmp_path: Path) -> None:
    run("render", DATA / "can-tho-2022")
    file = tmp_path / "output/can-tho-2022/cong-van-608.docx"
    before = (file.read_bytes(), file.stat().st_mtime_ns)
    run("render", DATA / "can-tho-2022")
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


def test_problems_can_be_had_as_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "dot.yaml").write_text("ten: a\n", "utf-8")
    found = json.loads(run("validate", "dot.yaml", "--format", "json").stdout)
    assert {each["code"] for each in found} == {"KD102"}
    assert all(each["file"] == "dot.yaml" and each["severity"] == "error" for each in found)


def test_an_offices_own_template_wins_and_is_listed(run: Run, tmp_path: Path) -> None:
    shutil.copytree(DATA / "can-tho-2022", tmp_path / "ct")
    own = tmp_path / "ct" / "mau"
    own.mkdir()
    shutil.copy(ROOT / "templates" / "ke-hoach.docx", own / "cong-van.docx")
    listed = run("template", "list", "--data", "ct").stdout
    assert re.search(r"^cong-van +ct/mau/cong-van.docx$", listed, re.MULTILINE)
    assert run("render", "ct").returncode == 0
    assert run("template", "check", "--data", "ct").returncode == 0


def test_the_shipped_templates_are_sound_and_keep_to_the_packs(run: Run) -> None:
    done = run("template", "check", "--fields")
    assert done.returncode == 0
    assert "không có lỗi" in done.stdout
    assert "cảnh báo" not in done.stdout
    assert "noi_dung[].chu" in done.stdout


def test_every_code_can_be_explained(run: Run) -> None:
    listed = run("explain").stdout
    codes = re.findall(r"^(KD\d{3})", listed, re.MULTILINE)
    assert len(codes) > 80
    done = run("explain", *codes)
    assert done.returncode == 0
    assert all(code in done.stdout for code in codes)


def test_doctor_looks_at_what_documents_need(run: Run) -> None:
    done = run("doctor")
    for what in ("Times New Roman", "LibreOffice", "quyền ghi", "ổ đĩa", "mẫu Word"):
        assert what in done.stdout
    assert done.returncode == 0


def test_schema_writes_what_the_repository_holds(run: Run, tmp_path: Path) -> None:
    assert run("schema", "luoc-do").returncode == 0
    written = {f.name: f.read_text("utf-8") for f in (tmp_path / "luoc-do").iterdir()}
    kept = {f.name: f.read_text("utf-8") for f in (DATA / "luoc-do").iterdir()}
    assert written == kept


def test_demo_makes_the_samples_and_ends_with_three_lines_that_can_be_typed(
    run: Run, tmp_path: Path
) -> None:
    """The command lies in an environment that the shell does not search, as after `make demo`."""
    command = tmp_path / ".venv" / "bin" / "kiemdiem"
    command.parent.mkdir(parents=True)
    command.write_text(f"#!{sys.executable}\nfrom generator.cli.main import main\nmain()\n")
    command.chmod(0o755)

    def typed(line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            line, shell=True, cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
            capture_output=True, encoding="utf-8",
        )  # fmt: skip

    done = typed(".venv/bin/kiemdiem demo")
    assert done.returncode == 0
    told = dict(re.findall(r"(?m)^(output/\S+)/: (\d+) văn bản", done.stdout))
    made = {
        f"output/{folder.name}": str(len(list(folder.rglob("*.docx"))))
        for folder in (tmp_path / "output").iterdir()
    }
    assert told == {"output/thach-that-2022": "0", **made}
    assert made["output/can-tho-2022"] == "1"
    assert int(made["output/xa-loc-van-2026"]) > 500
    assert "; hồ sơ: 12/13 đơn vị đủ" in done.stdout
    assert "thach-that-2022/: 0 văn bản; đợt mẫu này chỉ có thời hạn" in done.stdout
    assert "KD" not in done.stdout + done.stderr, "what the letters say is as they were issued"
    shown = re.findall(r"(?m)^  (output/.*\.docx)$", done.stdout)
    assert len(shown) == 2
    assert all((tmp_path / each).exists() for each in shown)
    lines = done.stdout.splitlines()[-3:]
    assert [line.split()[:2] for line in lines] == [
        [".venv/bin/kiemdiem", word] for word in ("init", "validate", "build")
    ]
    for line in lines:
        assert typed(line).returncode == 0, line
    [begun] = [each.name for each in (tmp_path / "output").glob("kiem-diem-*")]
    again = run("demo").stdout.splitlines()
    assert again[-3].endswith(f" init {begun}-2"), "init takes a new folder"


@pytest.mark.parametrize("year", [2019, 2022, 2023, 2024, 2025, 2026, 2027])
def test_init_writes_the_year_in_the_name_and_what_it_writes_gives_no_finding(
    run: Run, tmp_path: Path, year: int
) -> None:
    done = run("init", f"kiem-diem-{year}")
    assert f"Đợt kiểm điểm năm {year}." in done.stderr
    assert f"kiem-diem-{year}/dot.yaml" in done.stderr
    assert f"nam: {year}\n" in (tmp_path / f"kiem-diem-{year}" / "dot.yaml").read_text("utf-8")
    done = run("validate", f"kiem-diem-{year}")
    assert done.stdout == "Đã kiểm tra 3 tệp: không có lỗi.\n"


def test_a_bug_ends_with_a_short_message_and_a_log_without_data(run: Run, tmp_path: Path) -> None:
    program = (
        "import generator.cli.explain as e, sys\n"
        "from generator.cli import main as m\n"
        "def broken(*a, **k): raise RuntimeError('Nguyễn Văn Bí Mật')\n"
        "e.command.callback = broken\n"
        "sys.argv = ['kiemdiem', 'explain']\n"
        "m.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, encoding="utf-8",
        env={"PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    log = next(tmp_path.glob("loi-kiemdiem-*.txt")).read_text("utf-8")
    assert "RuntimeError" in log
    assert "Bí Mật" not in log + done.stderr


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys; sys.argv = ['kiemdiem', '--help']\n"
        "from generator.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'pydantic', 'docx', 'docxtpl', 'jinja2', 'lxml', 'yaml', 'babel'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(ROOT)},
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


UNIT = """\
loai: don-vi
don_vi: {ma: thon-dong, ten: Chi bộ thôn Đông, loai: chi_bo, cap_tren: Đảng bộ xã Tân Hòa}
mac_dinh: {vai_tro: ngoai_he_thong}
ca_nhan:
  - ho_ten: Nguyễn Văn Mẫu
  - ho_ten: Lê Thị Mẫu
"""


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    (tmp_path / "dot" / "don-vi").mkdir(parents=True)
    dot = "ten: Kiểm điểm\nnam: 2026\nco_quan: {ten: Đảng ủy xã Tân Hòa, ky_hieu: ĐU}\n"
    (tmp_path / "dot" / "dot.yaml").write_text(dot, "utf-8")
    path = tmp_path / "dot" / "don-vi" / "thon-dong.yaml"
    path.write_text(UNIT, "utf-8")
    return path


def test_blank_forms_are_printed_for_a_unit_that_knows_only_names(run: Run, unit: Path) -> None:
    done = run("render", str(unit), "--de-trong", "--mau", "02C", "-o", "ra")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "ra/thon-dong/1 - Bản kiểm điểm 02C - Nguyễn Văn Mẫu.docx",
        "ra/thon-dong/1 - Bản kiểm điểm 02C - Lê Thị Mẫu.docx",
    ]


def test_an_unfinished_form_is_told_and_how_to_print_it_blank(run: Run, unit: Path) -> None:
    done = run("render", str(unit), "--mau", "02C", "-o", "ra")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("KD138 lỗi") == 2
    assert "--de-trong" in done.stderr


def test_a_form_the_unit_does_not_have_is_told(run: Run, unit: Path) -> None:
    done = run("render", str(unit), "--de-trong", "--mau", "02D", "-o", "ra")
    assert done.returncode == 1
    assert "KD511" in done.stderr
    assert "02D" in done.stderr
    assert "02C" in done.stderr


@pytest.mark.parametrize(
    ("name", "words"),
    [("R07", "20%"), ("2025", "Chưa kiểm chứng"), ("02a", "Mẫu 02A-HD KĐ.ĐG 2025")],
)
def test_explain_tells_rules_regimes_and_forms(run: Run, name: str, words: str) -> None:
    done = run("explain", name)
    assert done.returncode == 0
    assert words in done.stdout


def test_explain_suggests_the_form_that_was_meant(run: Run) -> None:
    done = run("explain", "02AA")
    assert done.returncode == 2
    assert "Có phải ý đồng chí là 02A" in done.stderr


def test_problems_name_a_unit_s_file_as_it_was_named(run: Run, unit: Path) -> None:
    done = run("render", unit.relative_to(unit.parents[2]), "--mau", "02C")
    assert done.stderr.startswith("dot/don-vi/thon-dong.yaml:5:5: KD138")
