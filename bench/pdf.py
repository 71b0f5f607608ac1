"""What PDF files cost: `python bench/pdf.py`; needs LibreOffice, takes some four minutes.

The sample commune (`data/xa-loc-van-2026`): all of it with one and two LibreOffices, unchanged,
after a change of one person. Memory is that of the largest process. Beside it one call a file, as a
script would do it, on 30 of its papers with settings that are already there.
"""

import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from build import ROOT, build, timed
from pypdf import PdfReader
from ratios import Row, show

from generator.pdf.office import libreoffice

ROUNDS = 3
SINGLE = 30
SAMPLE = ROOT / "data" / "xa-loc-van-2026"
UNIT = "chi-bo-ubnd"


def pdf(data: Path, out: Path, jobs: int = 2) -> tuple[float, float]:
    return timed("-m", "generator", "pdf", data, "-o", out, "--jobs", jobs, "--quiet")


def anew(data: Path, out: Path, jobs: int) -> tuple[float, float]:
    shutil.rmtree(out / data.name / "pdf", ignore_errors=True)
    (out / data.name / ".pdf.sqlite").unlink(missing_ok=True)
    return pdf(data, out, jobs)


def one_call_each(files: list[Path], home: Path) -> float:
    """Seconds a file, when each is a call of its own."""
    office = str(libreoffice())
    words = [office, f"-env:UserInstallation={(home / 'ho-so').as_uri()}", "--headless",
             "--convert-to", "pdf", "--outdir", str(home)]  # fmt: skip
    subprocess.run([*words, str(files[0])], check=True, capture_output=True)
    start = time.perf_counter()
    for file in files:
        subprocess.run([*words, str(file)], check=True, capture_output=True)
    return (time.perf_counter() - start) / len(files)


def born_otherwise(data: Path, number: int) -> None:
    """Change the birthday of one person of the unit."""
    file = next((data / "don-vi" / UNIT).rglob("ca-nhan/*.yaml"), data / "don-vi" / f"{UNIT}.yaml")
    lines = file.read_text("utf-8").splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if "ngay_sinh:" in line)
    lines[at] = f"{lines[at].partition('ngay_sinh:')[0]}ngay_sinh: {number + 1:02}/03/1981\n"
    file.write_text("".join(lines), "utf-8")


def told(title: str, runs: list[tuple[float, float]]) -> list[float]:
    seconds = [each for each, _ in runs]
    span = f"{min(seconds):.1f}-{max(seconds):.1f}"
    held = max(memory for _, memory in runs)
    print(f"{title:34} {statistics.median(seconds):6.1f} s ({span}), {held:.0f} MB")
    return seconds


def rows() -> list[Row]:
    """Return all rows; none without LibreOffice."""
    if libreoffice() is None:
        print("LibreOffice is not there: no PDF")
        return []
    with tempfile.TemporaryDirectory() as folder:
        data, out = Path(folder) / "xa", Path(folder) / "ra"
        shutil.copytree(SAMPLE, data)
        shutil.copytree(ROOT / "data" / "luoc-do", Path(folder) / "luoc-do")
        build(data, out, 2)
        files = sorted((out / data.name).rglob("*.docx"))
        one = told(f"{len(files)} papers, --jobs 1", [anew(data, out, 1)])
        two = told(f"{len(files)} papers, --jobs 2", [anew(data, out, 2) for _ in range(ROUNDS)])
        pages = sum(len(PdfReader(each).pages) for each in (out / data.name / "pdf").glob("*.pdf"))
        print(f"{pages} pages to print")
        same = told("unchanged", [pdf(data, out) for _ in range(ROUNDS)])
        changed = []
        for number in range(ROUNDS):
            born_otherwise(data, number)
            build(data, out, 2)
            changed.append(pdf(data, out))
        once = told("after a change of one person", changed)
        alone = one_call_each(files[:: len(files) // SINGLE][:SINGLE], Path(folder))
        each = alone * len(files)
        print(f"one call a file: {alone:.2f} s a file, {each:.0f} s for all of them")
    middle = statistics.median(two)
    return [
        Row("pdf, two LibreOffices", "one call a file", [each / took for took in two]),
        Row("pdf, one LibreOffice", "one call a file", [each / took for took in one]),
        Row("pdf after a change of one person", "all anew", [took / middle for took in once]),
        Row("pdf, unchanged", "all anew", [took / middle for took in same]),
    ]


def main() -> None:
    show(rows())


if __name__ == "__main__":
    main()
