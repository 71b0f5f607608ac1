"""Documents per second of this engine and of docxtpl: same template, same data, one run.

Each writes separate files on disk, in one thread; the data is read and worded before the clock
starts. The template is the shipped công văn with its shared blocks put in, because docxtpl has no
shared blocks. docxtpl is used as its documentation says, with autoescape (without it text is lost).
"""

import copy
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from docxtpl import DocxTemplate

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.engine import compile_template, render  # noqa: E402
from generator.engine.compile import flattened  # noqa: E402
from generator.production.letters import printed_letter  # noqa: E402
from generator.production.templates import search_path  # noqa: E402
from generator.reading.load import read_campaign  # noqa: E402

ROUNDS = 5
OURS, THEIRS = 1000, 30


def context(number: int) -> dict:
    campaign = read_campaign(ROOT / "data" / "ha-tinh-2024")
    letter = campaign.documents["cong-van-1375.yaml"]
    printed = dict(printed_letter(letter, campaign.dot))
    printed["so_ky_hieu"] = f"Số {number}-CV/ThU"
    return printed


def contexts(count: int) -> list[dict]:
    first = context(1)
    made = []
    for number in range(1, count + 1):
        one = copy.copy(first)
        one["so_ky_hieu"] = f"Số {number}-CV/ThU"
        made.append(one)
    return made


def rate(work, count: int) -> float:
    start = time.perf_counter()
    work(count)
    return count / (time.perf_counter() - start)


def main() -> None:
    data = contexts(OURS)
    templates = search_path()
    with tempfile.TemporaryDirectory() as folder:
        flat = Path(folder) / "cong-van.docx"
        flat.write_bytes(flattened(templates.find("cong-van.docx"), templates.find))
        template, problems = compile_template(flat, templates.find)
        assert template and not problems, problems

        # Each round writes new files: replacing an open file's content makes ext4 write at once.
        rounds = iter(range(10**6))

        def ours(count: int) -> None:
            target = Path(folder) / f"ours-{next(rounds)}"
            target.mkdir()
            for index in range(count):
                document, wrong = render(template, data[index % len(data)])
                assert not wrong
                with open(f"{target}/{index}.docx", "wb") as file:
                    file.write(document)

        def theirs(count: int) -> None:
            target = Path(folder) / f"theirs-{next(rounds)}"
            target.mkdir()
            for index in range(count):
                document = DocxTemplate(flat)
                document.render(data[index], autoescape=True)
                document.save(f"{target}/{index}.docx")

        ours(50), theirs(2)
        pairs = [(rate(ours, OURS), rate(theirs, THEIRS)) for _ in range(ROUNDS)]
        for here, there in pairs:
            print(f"kiemdiem {here:8.0f}/s   docxtpl {there:6.1f}/s   {here / there:6.1f} times")
        middle = statistics.median(here / there for here, there in pairs)
        print(f"median: {middle:.1f} times docxtpl")

        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for index in range(10_000):
            render(template, data[index % len(data)])
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        print(f"peak memory {before // 1024} MB, {grown} KB more after 10,000 further documents")


if __name__ == "__main__":
    main()
