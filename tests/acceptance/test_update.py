"""A campaign that an earlier program (commit ed5bfcd) made is taken over by this one.

The folder was built, numbered and packed by that program, and one paper was edited by hand.
"""

import hashlib
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.cli.run import Done, kiemdiem

OLD = Path(__file__).parent.parent / "cases/update/ed5bfcd.zip"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    with zipfile.ZipFile(OLD) as packed:
        packed.extractall(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build() -> Done:
    return kiemdiem("build", "dot", "-o", "output", "--quiet")


def edited(home: Path) -> Path:
    """The paper that somebody edited."""
    (found,) = (
        each
        for each in sorted((home / "output").rglob("*.docx"))
        if b"tay." in zipfile.ZipFile(each).read("word/document.xml")
    )
    return found


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_data_of_the_earlier_program_is_read_as_it_stands(home: Path) -> None:
    assert kiemdiem("validate", "dot").returncode == 0


def test_papers_are_made_again_once_and_what_was_edited_stays(home: Path) -> None:
    before = digest(edited(home))
    first = build()
    assert digest(edited(home)) == before, "under its new name"
    assert "KD505" in first.stdout + first.stderr, "that a newer one stands beside it is told"
    papers = {each.name: digest(each) for each in (home / "output").rglob("*.docx")}
    second = build()
    assert "Đã tạo 0 văn bản" in second.stdout + second.stderr
    assert papers == {each.name: digest(each) for each in (home / "output").rglob("*.docx")}


def test_the_register_goes_on_with_the_next_number(home: Path) -> None:
    letter = home / "dot/hai.yaml"
    shutil.copy(home / "dot/cong-van-moi.yaml", letter)
    text = letter.read_text("utf-8").replace("nộp hồ sơ", "gửi báo cáo")
    kept = [line for line in text.splitlines() if not line.startswith(("so:", "ngay:"))]
    letter.write_text("\n".join(kept) + "\n", "utf-8")
    done = kiemdiem("number", "take", str(letter), "--date", "20/11/2026")
    assert done.returncode == 0, done.stderr
    assert "số 02" in done.stdout
    assert "cong-van-moi.yaml" not in kiemdiem("number", "audit", "dot").stdout


def test_a_pack_of_the_earlier_program_is_verified(home: Path) -> None:
    (pack,) = (home / "output").rglob("*.zip")
    done = kiemdiem("verify", str(pack))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_dossiers_are_checked(home: Path) -> None:
    build()
    done = kiemdiem("check", "dot", "-o", "output")
    assert done.returncode in {0, 1}
    assert "thôn đông" in done.stdout.lower()
