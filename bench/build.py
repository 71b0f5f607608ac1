"""A whole campaign from YAML files to documents on disk, every promise on: `python bench/build.py`.

Held against docxtpl, which does what most projects do: `yaml.safe_load` on the same files, then a
new template object a document. What a document prints is worked out for it before the clock starts;
it checks nothing. And against an older commit of this program (`ratios.AGAINST`): what a promise
costs beside the engine, and a build with nothing to do. Then campaigns of 1,000, 10,000 and, with
`--scale`, 100,000 documents. All are whole processes, from the start of the interpreter to its end;
the first run of a program on a machine, which compiles its templates, is told apart.
"""

import argparse
import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from operator import truediv
from pathlib import Path

import campaigns
from ratios import AGAINST, Row, older, show

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.engine.compile import flattened
from generator.papers.templates import search_path

ROUNDS = 3
NOTHING = 5
UNITS, PEOPLE = 60, 40
SIZES = (8, 78, 780)
"""Units of campaigns of 1,000, 10,000 and 100,000 documents."""

DOCXTPL = """
import pickle, sys, yaml
from pathlib import Path
from docxtpl import DocxTemplate
files, contexts, out = sys.argv[1:4]
for file in Path(files).rglob("*.yaml"):
    yaml.safe_load(file.read_text("utf-8"))
for number, (template, context) in enumerate(pickle.loads(Path(contexts).read_bytes())):
    document = DocxTemplate(template)
    document.render(context, autoescape=True)
    document.save(f"{out}/{number}.docx")
"""


def timed(*words: object, program: Path = ROOT) -> tuple[float, float]:
    """Run a process to its end; return seconds and peak memory in MB, its children included."""
    start = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(program)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else each start compiles the program
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    command = [sys.executable, *map(str, words)]
    child = subprocess.Popen(command, env=environment, cwd=program, **quiet)
    _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, words
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def build(data: Path, out: Path, jobs: int, program: Path = ROOT) -> tuple[float, float]:
    words = ("build", data, "-o", out, "--jobs", jobs, "--quiet")
    return timed("-m", "generator", *words, program=program)


def documents(folder: Path) -> int:
    return sum(1 for _ in folder.rglob("*.docx"))


def end_to_end(work: Path, data: Path) -> list[Row]:
    """Whole processes in turn; docxtpl makes one unit of the same campaign."""
    from promises import unit_contexts

    templates = search_path()
    contexts = unit_contexts(data)
    flat = {}
    for name in {name for name, _ in contexts}:
        flat[name] = work / f"{name.replace('/', '-')}.docx"
        flat[name].write_bytes(flattened(templates.find(f"{name}.docx"), templates.find))
    kept = work / "contexts.pickle"
    kept.write_bytes(pickle.dumps([(str(flat[name]), context) for name, context in contexts]))
    rates: dict[str, list[float]] = {"docxtpl": [], "first": [], "1": [], "2": []}
    for number in range(ROUNDS):
        theirs = work / f"docxtpl-{number}"
        theirs.mkdir()
        seconds, _ = timed("-c", DOCXTPL, data / "don-vi" / "chi-bo-0001", kept, theirs)
        rates["docxtpl"].append(len(contexts) / seconds)
        os.environ["XDG_CACHE_HOME"] = str(work / f"bo-nho-{number}")
        for name, jobs in (("first", 2), ("1", 1), ("2", 2)):
            out = work / f"out-{name}-{number}"
            seconds, _ = build(data, out, jobs)
            rates[name].append(documents(out) / seconds)
    print(f"{UNITS} x {PEOPLE} = {documents(work / 'out-1-0')} documents, cold; documents/s: ",
          {name: round(statistics.median(found)) for name, found in rates.items()})  # fmt: skip

    def row(what: str, limit: str, one: str, other: str) -> Row:
        against = "docxtpl + safe_load" if other == "docxtpl" else "one process"
        return Row(what, against, list(map(truediv, rates[one], rates[other])), limit)

    return [
        row("build, cold, one process", "≥ 45", "1", "docxtpl"),
        row("build, cold, two processes", "≥ 80", "2", "docxtpl"),
        row("build, cold, two processes", "2", "2", "1"),
        row("build, first run on a machine, two processes", "", "first", "docxtpl"),
    ]


def again(work: Path, data: Path, before: Path) -> list[Row]:
    """A build with nothing to do, and the one after a birthday was corrected."""
    outs = {ROOT: work / "out-2-0", before: work / "out-truoc"}
    build(data, outs[before], 2, before)
    took: dict[Path, list[float]] = {ROOT: [], before: []}
    for number in range(NOTHING + 1):
        for program, out in outs.items():
            seconds, _ = build(data, out, 2, program)
            took[program] += [seconds] if number else []  # the first compiles the modules
    print(f"nothing changed: {statistics.median(took[ROOT]):.2f} s")
    person = sorted((data / "don-vi" / "chi-bo-0030" / "ca-nhan").iterdir())[7]
    lines = person.read_text("utf-8").splitlines()
    person.write_text(
        "\n".join("ngay_sinh: 01/02/1971" if x.startswith("ngay_sinh") else x for x in lines),
        "utf-8",
    )
    stood = {path: path.stat().st_mtime_ns for path in outs[ROOT].rglob("*.docx")}
    seconds, _ = build(data, outs[ROOT], 2)
    touched = [path for path, when in stood.items() if path.stat().st_mtime_ns != when]
    print(f"one birthday corrected: {seconds:.2f} s, {len(touched)} documents made again")
    ratios = list(map(truediv, took[ROOT], took[before]))
    return [Row("build, nothing changed", f"the same at {AGAINST}", ratios, "≤ 0.6")]


def promises(work: Path, data: Path, before: Path) -> list[Row]:
    """What the promises cost, in time beyond the engine and a plain write; both commits in turn."""
    script = Path(__file__).with_name("promises.py")
    cost: dict[Path, list[float]] = {ROOT: [], before: []}
    beside: list[float] = []
    for number in range(ROUNDS):
        for program in (before, ROOT):
            folder = work / f"loi-hua-{number}-{program.name}"
            command = [sys.executable, script, program, folder, data]
            told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            pairs = [tuple(map(float, line.split())) for line in told.splitlines()]
            cost[program].append(statistics.median(whole - bare for bare, whole in pairs))
            if program == ROOT:
                beside.append(statistics.median(whole / bare for bare, whole in pairs))
    print("every promise costs, us a document:", *(f"{each:.0f}" for each in cost[ROOT]),
          "before:", *(f"{each:.0f}" for each in cost[before]))  # fmt: skip
    ratios = list(map(truediv, cost[ROOT], cost[before]))
    return [
        Row("what every promise costs", f"the same at {AGAINST}", ratios, "≤ 0.67"),
        Row("engine with every promise", "engine and plain write", beside),
    ]


def scale(work: Path, sizes: tuple[int, ...]) -> list[Row]:
    """Time and memory against size; what a build costs before its first document is named apart."""
    nothing = campaigns.make(work / "scale-0", 1, 4)
    start = min(build(nothing, work / f"scale-out-0-{n}", 1)[0] for n in range(ROUNDS))
    print(f"start-up, templates of a small unit included: {start:.2f} s")
    each: list[float] = []
    held: list[float] = []
    for units in sizes:
        data = campaigns.make(work / f"scale-{units}", units, PEOPLE)
        out = work / f"scale-out-{units}"
        seconds, memory = build(data, out, 1)
        count = documents(out)
        each.append((seconds - start) / count * 1e6)
        held.append(memory)
        print(f"{count} documents: {seconds / count * 1e6:.0f} us a document, "
              f"{each[-1]:.0f} without start-up, {memory:.0f} MB", flush=True)  # fmt: skip
    against = "the smallest campaign"
    return [
        Row(f"a document of {max(sizes) * 129:,}", against, [each[-1] / each[0]], "within 15 %"),
        Row(f"memory of {max(sizes) * 129:,} documents", against, [held[-1] / held[0]], "1"),
    ]


def rows(*, large: bool) -> list[Row]:
    """Return all rows."""
    with tempfile.TemporaryDirectory(dir=ROOT) as folder:
        work = Path(folder)
        before = older(AGAINST, work)
        data = campaigns.make(work / "huyen", UNITS, PEOPLE)
        made = promises(work, data, before)
        made += end_to_end(work, data)
        made += again(work, data, before)
        return made + scale(work, SIZES if large else SIZES[:2])


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--scale", action="store_true")
    show(rows(large=arguments.parse_args().scale))


if __name__ == "__main__":
    main()
