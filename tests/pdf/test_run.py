"""Papers of a campaign as PDF: whole, in order, only what changed, whatever was touched between."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pypdf
import pytest
from docx.shared import Cm

from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.listing import rows
from generator.building.run import run
from generator.pdf.run import Printed, make_pdfs
from generator.pdf.state import STATE_FILE
from tests.building import big
from tests.pdf.printing import Fake, built, files, needs_office, pages

pytestmark = [needs_office, pytest.mark.libreoffice]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two units, built and made into PDF."""
    home = tmp_path_factory.mktemp("in")
    request = built(home, units=2)
    made = make_pdfs([request])
    assert made.problems == ()
    assert len(made.files) == 2
    return home


@pytest.fixture
def request_of(original: Path, tmp_path: Path) -> BuildRequest:
    """A copy of the two units with all that was made."""
    home = tmp_path / "ban-sao"
    shutil.copytree(original, home)
    request = BuildRequest(home / "xa", home / "output" / "xa")
    # The folder of a campaign is one of the inputs of its papers.
    run([request], here)
    return request


def codes(made: Printed) -> set[str]:
    return {each.code for each in made.problems}


def unit_of(request: BuildRequest, number: int) -> Path:
    return request.root / f"chi-bo-{number:04}"


def pdf_of(word: Path) -> Path:
    return word.parent.parent / "pdf" / word.parent.name / f"{word.stem}.pdf"


def paper(request: BuildRequest, title: str, number: int = 1) -> Path:
    (found,) = unit_of(request, number).glob(f"*{title}*.docx")
    return found


def digests(request: BuildRequest) -> dict[str, str]:
    return {name: digest for name, (_, digest) in files(request.root).items()}


def born_otherwise(request: BuildRequest, unit: int, person: int = 0) -> None:
    """Change the birthday of somebody of a unit in the data."""
    folder = request.campaign / f"don-vi/chi-bo-{unit:04}/ca-nhan"
    file = sorted(folder.iterdir())[person]
    text = file.read_text("utf-8")
    line = next(each for each in text.splitlines() if each.startswith("ngay_sinh:"))
    file.write_text(text.replace(line, "ngay_sinh: 02/03/1981"), "utf-8")


def edited(word: Path, change: Callable[[docx.document.Document], object]) -> None:
    """Change a Word file as somebody does in Word."""
    document = docx.Document(str(word))
    change(document)
    document.save(str(word))


def test_a_unit_is_printed_in_the_order_and_copies_of_its_list(request_of: BuildRequest) -> None:
    listed, _ = rows(request_of)
    for number in (1, 2):
        wanted = []
        for row in listed:
            word = Path(row.tep)
            if word.parent == unit_of(request_of, number):
                wanted += pages(pdf_of(word)) * row.so_ban
        assert len(wanted) > 30
        assert pages(request_of.root / "pdf" / f"chi-bo-{number:04}.pdf") == wanted


def test_what_a_paper_says_is_read_in_its_pdf(request_of: BuildRequest) -> None:
    (first, *_) = pages(pdf_of(paper(request_of, "Biên bản - ")))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in first
    assert "BIÊN BẢN" in first


def test_a_second_run_makes_nothing_and_touches_nothing(request_of: BuildRequest) -> None:
    before = files(request_of.root)
    again = make_pdfs([request_of])
    assert (again.made, again.merged, again.problems) == (0, 0, ())
    assert again.kept == len(before) - 2
    assert files(request_of.root) == before


def test_one_change_makes_that_paper_and_that_unit_again(request_of: BuildRequest) -> None:
    before = files(request_of.root)
    born_otherwise(request_of, 1)
    changed = run([request_of], here).made
    assert 0 < changed < 10
    made = make_pdfs([request_of])
    assert (made.made, made.merged, made.problems) == (changed, 1, ())
    after = files(request_of.root)
    touched = {name for name in after if after[name] != before.get(name)}
    assert len(touched) == changed + 1
    assert all("chi-bo-0001" in name for name in touched)
    assert any("02/3/1981" in page for page in pages(request_of.root / "pdf/chi-bo-0001.pdf"))


def test_papers_older_than_the_data_are_told_and_no_old_file_is_left_to_be_printed(
    request_of: BuildRequest,
) -> None:
    before = files(request_of.root)
    born_otherwise(request_of, 2)
    made = make_pdfs([request_of])
    (told,) = made.problems
    assert told.code == "KD591"
    assert told.place.file.endswith("chi-bo-0002")
    assert "kiemdiem build" in told.mend
    assert [each.name for each in made.files] == ["chi-bo-0001.pdf"]
    assert before.keys() - files(request_of.root).keys() == {"pdf/chi-bo-0002.pdf"}
    run([request_of], here)
    assert len(make_pdfs([request_of]).files) == 2


def test_a_unit_that_cannot_be_read_is_told(request_of: BuildRequest) -> None:
    data = request_of.campaign / "don-vi/chi-bo-0002/don-vi.yaml"
    data.write_text(data.read_text("utf-8").replace("Bí thư", "[", 1), "utf-8")
    made = make_pdfs([request_of])
    assert {each.place.file for each in made.problems} == {data.as_posix()}
    assert [each.name for each in made.files] == ["chi-bo-0001.pdf"]


def test_an_edited_paper_is_printed_as_it_stands(request_of: BuildRequest) -> None:
    word = paper(request_of, "Biên bản - ")
    edited(word, lambda document: document.add_paragraph("Ghi thêm bằng tay"))
    made = make_pdfs([request_of])
    assert (made.made, made.problems) == (1, ())
    whole = pages(request_of.root / "pdf/chi-bo-0001.pdf")
    assert sum("Ghi thêm bằng tay" in page for page in whole) == 3  # copies of minutes


def test_an_edited_paper_with_a_newer_one_beside_it_is_told(request_of: BuildRequest) -> None:
    word = min(unit_of(request_of, 1).glob("*Bản kiểm điểm*"))
    edited(word, lambda document: document.add_paragraph("Ghi thêm bằng tay"))
    born_otherwise(request_of, 1)
    born_otherwise(request_of, 1, person=1)
    run([request_of], here)
    assert word.with_name(f"{word.stem} (mới).docx").exists()
    made = make_pdfs([request_of])
    (told,) = made.problems
    assert (told.code, told.place.file) == ("KD598", word.as_posix())
    assert f"{word.stem} (mới).docx" in told.message
    assert "Ghi thêm bằng tay" in " ".join(pages(pdf_of(word)))


def test_blank_and_cut_pages_are_told_as_long_as_they_are_there(request_of: BuildRequest) -> None:
    def spoil(document: docx.document.Document) -> None:
        document.add_page_break()
        document.add_page_break()
        document.add_paragraph("Chữ nằm ngoài mép").paragraph_format.left_indent = Cm(-6)

    word = paper(request_of, "Biên bản - ")
    edited(word, spoil)
    told = make_pdfs([request_of]).problems
    assert {each.code for each in told} == {"KD594", "KD595"}
    assert {each.place.file for each in told} == {pdf_of(word).as_posix()}
    assert make_pdfs([request_of]).problems == told


def test_without_the_state_everything_comes_out_the_same(request_of: BuildRequest) -> None:
    before = digests(request_of)
    (request_of.root / STATE_FILE).unlink()
    again = make_pdfs([request_of], jobs=1)
    assert again.made == len(before) - 2
    assert again.problems == ()
    assert digests(request_of) == before


def test_a_file_that_somebody_marked_up_stays(request_of: BuildRequest) -> None:
    whole = request_of.root / "pdf/chi-bo-0001.pdf"
    writer = pypdf.PdfWriter(whole, incremental=True)
    writer.add_metadata({"/Author": "Văn thư"})
    writer.write(whole)
    marked = whole.read_bytes()
    made = make_pdfs([request_of])
    assert codes(made) == {"KD505"}
    assert whole.read_bytes() == marked
    assert made.files[0].name == "chi-bo-0001 (mới).pdf"
    assert make_pdfs([request_of]).merged == 0


@pytest.mark.parametrize("kind", ["gone", "cut", "zeros"])
def test_a_damaged_or_missing_pdf_is_made_again(request_of: BuildRequest, kind: str) -> None:
    before = digests(request_of)
    target = pdf_of(paper(request_of, "Biểu 6F"))
    data = target.read_bytes()
    if kind == "gone":
        target.unlink()
    elif kind == "cut":
        target.write_bytes(data[: len(data) // 2])
    else:
        target.write_bytes(data[:500] + bytes(len(data) - 500))
    made = make_pdfs([request_of])
    assert (made.made, made.problems) == (1, ())
    assert digests(request_of) == before


def test_a_file_that_hangs_is_lost_alone_and_its_unit_is_not_put_together(
    request_of: BuildRequest, tmp_path: Path
) -> None:
    word = paper(request_of, "Biên bản - ")
    edited(word, lambda document: document.add_paragraph("Tệp này làm treo"))
    other = paper(request_of, "Biểu 6F")
    edited(other, lambda document: document.add_paragraph("Tệp này thì không"))
    fake = Fake(tmp_path, real=True)
    fake.let("hang", word)
    made = make_pdfs([request_of], office=fake.path, seconds=10)
    assert fake.left() == []
    assert {each.code: each.place.file for each in made.problems} == {
        "KD593": word.as_posix(),
        "KD592": (request_of.root / "pdf/chi-bo-0001.pdf").as_posix(),
    }
    assert made.made == 1
    assert "Tệp này thì không" in " ".join(pages(pdf_of(other)))
    assert [each.name for each in made.files] == ["chi-bo-0002.pdf"]
    assert not (request_of.root / "pdf/chi-bo-0001.pdf").exists()
    assert not pdf_of(word).exists()
    healed = make_pdfs([request_of])
    assert (healed.made, healed.merged, healed.problems) == (1, 1, ())


def test_only_the_unit_that_is_asked_for_is_made(request_of: BuildRequest) -> None:
    shutil.rmtree(request_of.root / "pdf")
    made = make_pdfs([replace(request_of, units=("chi-bo-0002",))])
    assert [each.name for each in made.files] == ["chi-bo-0002.pdf"]
    assert not (request_of.root / "pdf/chi-bo-0001").exists()


def test_what_is_no_longer_printed_goes(request_of: BuildRequest) -> None:
    shutil.rmtree(request_of.campaign / "don-vi/chi-bo-0002")
    run([replace(request_of, clean=True)], here)
    assert not unit_of(request_of, 2).exists()
    make_pdfs([request_of])
    assert not [name for name in files(request_of.root) if "chi-bo-0002" in name]


def test_a_program_that_does_not_work_is_told_once(request_of: BuildRequest) -> None:
    shutil.rmtree(request_of.root / "pdf")
    made = make_pdfs([request_of], office=Path("/bin/false"))
    assert (codes(made), made.unable) == ({"KD599"}, True)


def test_two_runs_at_once_do_not_meet(request_of: BuildRequest) -> None:
    from generator.pdf import state

    with state.opened(request_of.root):
        assert codes(make_pdfs([request_of])) == {"KD509"}


# --- whatever ends the process ----------------------------------------------------------------

CALL = (
    "import sys; from pathlib import Path; from generator.building.folders import BuildRequest;"
    "from generator.pdf.run import make_pdfs;"
    "sys.exit(130 if make_pdfs([BuildRequest(Path(sys.argv[1]), Path(sys.argv[2]))]).stopped else 0)"
)


def started(request: BuildRequest) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-c", CALL, str(request.campaign), str(request.root)]
    return subprocess.Popen(words, cwd=big.ROOT, stderr=subprocess.DEVNULL)


def half_files(root: Path) -> list[str]:
    """PDF files that a reader cannot read to the end.

    Scratch folders are not looked into: a LibreOffice that lost its caller still empties its own.
    """
    found = []
    for home, folders, names in os.walk(root):
        folders[:] = [each for each in folders if not each.startswith(".kiemdiem-")]
        for name in (each for each in names if each.endswith(".pdf")):
            try:
                assert len(pages(Path(home) / name)) > 0
            except (pypdf.errors.PyPdfError, AssertionError):
                found.append(name)
    return found


@pytest.mark.parametrize("kills", [5, pytest.param(100, marks=pytest.mark.soak)])
def test_a_run_killed_at_any_moment_goes_on(original: Path, tmp_path: Path, kills: int) -> None:
    shutil.copytree(original / "xa", tmp_path / "xa")
    shutil.rmtree(tmp_path / "xa/don-vi/chi-bo-0002")
    request = BuildRequest(tmp_path / "xa", tmp_path / "output/xa")
    run([request], here)
    chance = random.Random(kills)
    whole = request.root / "pdf/chi-bo-0001.pdf"
    rounds = min(kills, 10)
    for number in range(kills):
        if number % rounds == 0:
            shutil.rmtree(request.root / "pdf", ignore_errors=True)
        call = started(request)
        time.sleep(0.6 + (number % rounds + chance.random()) * 2.5 / rounds)
        call.kill()
        call.wait()
        assert half_files(request.root) == []
    made = make_pdfs([request])
    assert made.problems == ()
    assert made.files == (whole,)
    listed, _ = rows(request)
    assert len(pages(whole)) == sum(len(pages(pdf_of(Path(r.tep)))) * r.so_ban for r in listed)
    assert not list((request.root / "pdf").glob(".kiemdiem-*"))


def test_ctrl_c_stops_and_leaves_nothing_behind(request_of: BuildRequest) -> None:
    shutil.rmtree(request_of.root / "pdf")
    call = started(request_of)
    until = time.monotonic() + 30
    while not list(request_of.root.glob("pdf/*/*.pdf")) and time.monotonic() < until:
        time.sleep(0.05)
    call.send_signal(signal.SIGINT)
    assert call.wait(20) == 130
    assert not list((request_of.root / "pdf").glob(".kiemdiem-*"))
    running = subprocess.run(["pgrep", "-f", str(request_of.root)], capture_output=True)
    assert running.stdout == b""
    assert make_pdfs([request_of]).problems == ()
