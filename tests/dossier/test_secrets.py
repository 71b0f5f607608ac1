"""A file with a mark of secrecy: it is told, counts for nothing, is not packed, leaves no text."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from generator.building.folders import BuildRequest
from generator.dossier.results import UnitResult
from generator.handover.write import write_pack
from generator.model.verdict import Ket
from generator.opening.content import REASONS, Refusal
from tests.dossier.city import ma_of, units
from tests.dossier.test_check import DAY, results, rewrite
from tests.dossier.test_looking import NAM, NAME, put
from tests.received.corpus import assets, typed

WORDS = "Kế hoạch điều động lực lượng"


@pytest.fixture
def home(request_: BuildRequest) -> Path:
    folder = request_.campaign / "da-nhan" / ma_of(NAM) / "3.6"
    folder.mkdir(parents=True)
    return folder


def second_line(path: Path) -> None:
    lines = assets(NAME)
    typed(lines[0], "(MẬT)", *lines[1:], WORDS)(path)


def last_line(path: Path) -> None:
    typed(*assets(NAME), WORDS, "TUYỆT MẬT")(path)


def in_title(path: Path) -> None:
    typed(*assets(NAME), f"{WORDS.upper()} (TỐI MẬT)")(path)


def in_header(path: Path) -> None:
    document = docx.Document()
    for line in (*assets(NAME), WORDS):
        document.add_paragraph(line)
    document.sections[0].header.paragraphs[0].text = "TỐI MẬT"
    document.save(str(path))


def in_table(path: Path) -> None:
    document = docx.Document()
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "Số 12-BC/ĐU", "Mật"
    for line in (*assets(NAME), WORDS):
        document.add_paragraph(line)
    document.save(str(path))


def told_as_secret(found: UnitResult) -> list[str]:
    return [Path(each.place.file or "").name for each in found.problems if each.code == "KD742"]


@pytest.mark.parametrize("make", [second_line, last_line, in_title, in_header, in_table])
def test_a_marked_file_is_told_counts_for_nothing_and_leaves_no_text(
    make: Callable[[Path], None], request_: BuildRequest, home: Path
) -> None:
    path = home / f"1.2 {NAME}.docx"
    make(path)
    found = results(request_)[ma_of(NAM)]
    assert told_as_secret(found) == [path.name]
    assert [(each.tep, each.ly_do) for each in found.tep_thua] == [
        (path.as_posix(), REASONS[Refusal.MAT])
    ]
    assert path.as_posix() not in repr(found.verdicts)
    kept = (request_.root / ".kiem-tra.sqlite").read_bytes()
    assert WORDS.encode() not in kept
    assert WORDS not in repr(found)


def test_the_same_file_without_the_mark_counts(request_: BuildRequest, home: Path) -> None:
    path = put(home, f"1.2 {NAME}.docx", *assets(NAME), "Giữ gìn bí mật nhà nước.")
    found = results(request_)[ma_of(NAM)]
    assert told_as_secret(found) == []
    assert path.as_posix() in repr(found.verdicts)


def test_a_scan_whose_name_says_it_is_told(request_: BuildRequest, home: Path) -> None:
    (home / f"1.2 {NAME} (MẬT).pdf").write_bytes(b"%PDF-1.7 x")
    assert told_as_secret(results(request_)[ma_of(NAM)]) == [f"1.2 {NAME} (MẬT).pdf"]


def test_whoever_looked_at_it_cannot_make_it_count(request_: BuildRequest, home: Path) -> None:
    path = home / f"1.2 {NAME}.docx"
    second_line(path)
    entry = {"muc": "3.6/1.2", "ai": NAME, "tep": f"3.6/{path.name}", "da_xem": "Lê Thu Cúc"}
    rewrite(request_, NAM, ho_so=[entry])
    found = results(request_)[ma_of(NAM)]
    assert told_as_secret(found) == [path.name]
    (part,) = [
        part
        for each in found.verdicts
        if each.muc == "3.6/1.2" and each.doi_tuong == NAME
        for part in each.phan
    ]
    assert (part.ket, part.tep) == (Ket.CAN_XEM_LAI, ())


def test_it_is_not_packed(request_: BuildRequest, home: Path) -> None:
    path = home / f"1.2 {NAME}.docx"
    second_line(path)
    kept = put(home, f"1.2 {units()[NAM - 1]['ca_nhan'][1]['ho_ten']}.docx", "Khác")
    data, out = request_.campaign, request_.root.parent
    written, problems = write_pack(data, ma_of(NAM), out, DAY, incomplete=True)
    assert "KD742" in {each.code for each in problems}
    packed = [each for path_ in written if path_.is_dir() for each in path_.iterdir()]
    assert path.read_bytes() not in [each.read_bytes() for each in packed]
    assert kept.is_file()
