"""`check`, `pack` and `verify` as a clerk types them."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.run import Run
from tests.dossier.city import city, ma_of, papers, units
from tests.papers.unit_data import write

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return city(tmp_path / "song-lam", complete=(1,))


def test_a_city_is_shown_unit_by_unit(run: Run, data: Path) -> None:
    done = run("check", "song-lam", "--as-of", "06/12/2024")
    assert done.returncode == 1
    assert "Đảng ủy phường Hồng Sơn" in done.stdout
    assert "1/20 đơn vị đủ hồ sơ" in done.stdout
    assert "Hồ sơ: 1/20 đơn vị đủ. Dữ liệu: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_complete_unit_alone_is_clean(run: Run, data: Path) -> None:
    done = run("check", "song-lam", "--only", ma_of(1), "--as-of", "2024-12-06")
    assert done.returncode == 0, done.stdout
    assert "1/1 đơn vị đủ hồ sơ" in done.stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [(("thieu",), 1), (("sai-mau,thieu",), 1), (("sai-mau",), 0), (("nop-muon",), 0)],
)
def test_only_the_verdicts_named_decide_the_exit_code(
    run: Run, data: Path, words: tuple[str, ...], code: int
) -> None:
    done = run("check", "song-lam", "--as-of", "06/12/2024", "--fail-on", *words)
    assert done.returncode == code


def test_a_unit_that_cannot_be_judged_fails_whatever_is_named(run: Run, data: Path) -> None:
    (data / "don-vi" / f"{ma_of(3)}.yaml").write_text("loai: don-vi\n", "utf-8")
    assert run("check", "song-lam", "--fail-on", "sai-mau").returncode == 1


@pytest.mark.parametrize(
    "words", [("--fail-on", "thiếu"), ("--fail-on", ""), ("--as-of", "31/02/2024")]
)
def test_what_is_no_verdict_or_day_is_wrong_use(
    run: Run, data: Path, words: tuple[str, ...]
) -> None:
    done = run("check", "song-lam", *words)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_json_is_one_document_on_the_output(run: Run, data: Path) -> None:
    done = run("check", "song-lam", "--format", "json", "--as-of", "06/12/2024")
    read = json.loads(done.stdout)
    assert len(read["don_vi"]) == 20
    assert read["dot"]["tinh_den"] == "2024-12-06"
    first = read["don_vi"][0]
    assert sum(first["dem"].values()) == len(first["muc"])
    assert {"muc", "ket", "ly_do", "can_cu", "phan", "nguon"} <= first["muc"][0].keys()


def test_reports_are_saved_beside_the_documents(run: Run, data: Path, tmp_path: Path) -> None:
    done = run("check", "song-lam", "--format", "xlsx", "--format", "html", "--format", "docx",
               "--as-of", "07/12/2024")  # fmt: skip
    folder = tmp_path / "output" / "song-lam" / "kiem-tra"
    saved = {path.name for path in folder.iterdir()}
    assert {
        "Tình hình hồ sơ.xlsx",
        "Tình hình hồ sơ.html",
        "Báo cáo tình hình nộp hồ sơ.docx",
    } <= saved
    assert sum(name.startswith("Bảng kiểm - ") for name in saved) == 20
    letters = [name for name in saved if name.startswith("Công văn đôn đốc - ")]
    assert len(letters) == 16, (
        "wards, communes and basic party bodies have a deadline, offices none"
    )
    assert not any("Hồng Sơn" in name for name in letters)
    assert all(name in done.stdout for name in saved)
    book = openpyxl.load_workbook(folder / "Tình hình hồ sơ.xlsx")
    assert book.sheetnames == ["Tất cả", "Còn thiếu", "Theo đơn vị", "Tệp chưa xếp"]


def test_before_the_deadline_nobody_is_dunned_and_who_still_lacks_is_named(
    run: Run, data: Path, tmp_path: Path
) -> None:
    done = run("check", "song-lam", "--format", "docx", "--as-of", "06/12/2024")
    assert "đôn đốc" not in done.stdout
    (line,) = (each for each in done.stderr.splitlines() if "chưa quá hạn" in each)
    assert "Đảng ủy phường Nam Hà" in line
    assert "Hồng Sơn" not in line


def test_a_part_does_not_take_the_place_of_the_whole(run: Run, data: Path, tmp_path: Path) -> None:
    formats = ("--format", "xlsx", "--format", "html", "--format", "docx")
    run("check", "song-lam", *formats, "--as-of", "07/12/2024")
    folder = tmp_path / "output" / "song-lam" / "kiem-tra"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    run("check", "song-lam", "--only", ma_of(2), *formats, "--as-of", "07/12/2024")
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert after.keys() - before.keys() == {
        "Tình hình hồ sơ (một phần).xlsx", "Tình hình hồ sơ (một phần).html",
    }  # fmt: skip
    assert {name: after[name] for name in before} == before


def test_an_excel_report_that_somebody_edited_is_kept(run: Run, data: Path, tmp_path: Path) -> None:
    run("check", "song-lam", "--format", "xlsx")
    path = tmp_path / "output" / "song-lam" / "kiem-tra" / "Tình hình hồ sơ.xlsx"
    book = openpyxl.load_workbook(path)
    book["Tất cả"]["A2"] = "đã gọi điện"
    book.save(path)
    edited = path.read_bytes()
    done = run("check", "song-lam", "--format", "xlsx")
    assert path.read_bytes() == edited
    assert path.with_name("Tình hình hồ sơ (mới).xlsx").exists()
    assert "KD505" in done.stderr


def test_json_stays_json_whatever_else_is_asked_for(run: Run, data: Path) -> None:
    done = run("check", "song-lam", "--format", "text", "--format", "json", "--format", "xlsx")
    assert len(json.loads(done.stdout)["don_vi"]) == 20
    assert "Tình hình hồ sơ.xlsx" in done.stderr
    assert "1/20 đơn vị đủ hồ sơ" in done.stderr


@pytest.mark.parametrize("spoil", ["dot.yaml", "folder"])
def test_json_says_what_hinders_a_check(run: Run, data: Path, spoil: str) -> None:
    if spoil == "dot.yaml":
        (data / "dot.yaml").write_text("ten: Đợt\nnam: hai nghìn\n", "utf-8")
    done = run("check", "song-lam" if spoil == "dot.yaml" else "khong-co", "--format", "json")
    told = json.loads(done.stdout)
    assert done.returncode == 1
    assert (told["dot"], told["don_vi"]) == (None, [])
    assert told["van_de"]


def test_several_campaigns_are_one_json_list(run: Run, tmp_path: Path) -> None:
    for name in ("mot", "hai"):
        city(tmp_path / "data" / name)
    (tmp_path / "data" / "hai" / "dot.yaml").write_text("ten: Đợt\n", "utf-8")
    done = run("check", "data", "--format", "json")
    first, second = json.loads(done.stdout)
    assert first["dot"] is None
    assert len(second["don_vi"]) == 20


def test_a_verdict_hidden_behind_a_worse_one_is_found_by_fail_on(run: Run, data: Path) -> None:
    # One of the tables of item 3.5 is missing, the others came late.
    one = units()[0]
    one["ho_so"] = [
        {**each, "ngay": "08/12/2024"} for each in papers(one) if each.get("van_ban") != "bieu-6a"
    ]
    write(data / "don-vi" / f"{ma_of(1)}.yaml", one)
    done = run("check", "song-lam", "--only", ma_of(1), "--as-of", "09/12/2024",
               "--fail-on", "nop-muon")  # fmt: skip
    assert done.returncode == 1, done.stdout


def test_a_pack_is_made_and_proved(run: Run, data: Path, tmp_path: Path) -> None:
    done = run("pack", "song-lam", ma_of(1), "--as-of", "06/12/2024")
    assert done.returncode == 0, done.stderr
    archive = tmp_path / "output" / "song-lam" / "nop" / f"{ma_of(1)}.zip"
    assert archive.exists()
    proved = run("verify", str(archive), str(archive.with_suffix("")))
    assert proved.returncode == 0
    assert proved.stdout.count("mã đối chiếu của bản kê") == 2
    (archive.with_suffix("") / "goi-ho-so.json").write_text("{}", "utf-8")
    assert run("verify", str(archive.with_suffix(""))).returncode == 1


def test_an_incomplete_unit_is_packed_only_when_told(run: Run, data: Path) -> None:
    refused = run("pack", "song-lam", ma_of(2))
    assert refused.returncode == 1
    assert "KD720" in refused.stderr
    second = units()[1]
    write(
        data / "don-vi" / f"{ma_of(2)}.yaml",
        {**second, "ho_so": papers(second)[:-1], "ngay_nop_ho_so": "05/12/2024"},
    )
    refused = run("pack", "song-lam", ma_of(2))
    assert refused.returncode == 1
    assert "KD720" in refused.stderr
    assert run("pack", "song-lam", ma_of(2), "--incomplete").returncode == 0


def test_a_unit_without_any_document_is_not_packed_even_when_told(run: Run, data: Path) -> None:
    refused = run("pack", "song-lam", ma_of(2), "--incomplete")
    assert refused.returncode == 1
    assert "KD543" in refused.stderr
    assert not list(data.parent.rglob("*.zip"))
