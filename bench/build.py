"""A whole campaign from YAML files to documents on disk, every promise on, against docxtpl.

`python bench/build.py [--scale]`; `--scale` adds campaigns of 1,000, 10,000 and 100,000 documents.

docxtpl does what most projects do: `yaml.safe_load` on the same files, then a new template object
a document. What a document prints is worked out for it before the clock starts; it checks nothing.
Both are whole processes, from the start of the interpreter to its end.
"""

import argparse
import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import campaigns

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.building.folders import readable
from generator.building.incremental import bring_up_to_date
from generator.building.state import opened, records, save_documents
from generator.engine.compile import compile_template, flattened
from generator.engine.render import render
from generator.files.database import transaction
from generator.papers.kinds import shapes
from generator.papers.looks import look_of
from generator.papers.paper import Paper
from generator.papers.plan import EVERYTHING, unit_plan
from generator.papers.templates import search_path
from generator.papers.unit_year import UnitYear
from generator.reading.units import read_unit, unit_sources
from generator.regulations.in_force import regime_of
from generator.regulations.packs import load_pack

ROUNDS = 3
UNITS, PEOPLE = 60, 40

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


def timed(*words: object) -> tuple[float, float]:
    """Run a process to its end; return seconds and peak memory in MB, its children included."""
    start = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    child = subprocess.Popen([sys.executable, *map(str, words)], env=environment, **quiet)
    _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, words
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def build(data: Path, out: Path, jobs: int) -> tuple[float, float]:
    return timed("-m", "generator", "build", data, "-o", out, "--jobs", jobs, "--quiet")


def documents(folder: Path) -> int:
    return sum(1 for _ in folder.rglob("*.docx"))


def unit_contexts(data: Path) -> list[tuple[str, dict]]:
    """Everything the first unit of a campaign prints: template names and contexts."""
    dot, _ = readable(data)
    unit, _ = read_unit(unit_sources(data)[0], dot)
    year = UnitYear(unit.data, dot, regime_of(dot)[0])
    plan = unit_plan(year, EVERYTHING, ())
    return [(each.document.mau, dict(each.document.build())) for each in plan]


def end_to_end(work: Path, data: Path) -> None:
    """Whole processes in turn; docxtpl makes one unit of the same campaign."""
    templates = search_path()
    contexts = unit_contexts(data)
    flat = {}
    for name in {name for name, _ in contexts}:
        flat[name] = work / f"{name.replace('/', '-')}.docx"
        flat[name].write_bytes(flattened(templates.find(f"{name}.docx"), templates.find))
    kept = work / "contexts.pickle"
    kept.write_bytes(pickle.dumps([(str(flat[name]), context) for name, context in contexts]))
    rates: dict[str, list[float]] = {"docxtpl": [], "1": [], "2": []}
    for number in range(ROUNDS):
        theirs = work / f"docxtpl-{number}"
        theirs.mkdir()
        seconds, _ = timed("-c", DOCXTPL, data / "don-vi" / "chi-bo-0001", kept, theirs)
        rates["docxtpl"].append(len(contexts) / seconds)
        for jobs in (1, 2):
            out = work / f"out-{jobs}-{number}"
            seconds, _ = build(data, out, jobs)
            rates[str(jobs)].append(documents(out) / seconds)
    print(f"\nEnd to end, {UNITS} x {PEOPLE} = {documents(work / 'out-1-0')} documents, cold")
    middle = {name: statistics.median(found) for name, found in rates.items()}
    for name, found in rates.items():
        shown = "docxtpl + safe_load" if name == "docxtpl" else f"build --jobs {name}"
        ratio = statistics.median(a / b for a, b in zip(found, rates["docxtpl"], strict=True))
        span = f"{min(found):.0f}-{max(found):.0f}"
        print(f"{shown:22} {middle[name]:8.1f}/s ({span}) {ratio:6.1f} x docxtpl")
    two = statistics.median(a / b for a, b in zip(rates["2"], rates["1"], strict=True))
    print(f"two processes against one: {two:.2f}")


def again(work: Path, data: Path) -> None:
    """The second run, and the run after one birthday was corrected."""
    out = work / "out-2-0"
    seconds, _ = build(data, out, 2)
    print(f"\nnothing changed: {seconds:.2f} s")
    person = sorted((data / "don-vi" / "chi-bo-0030" / "ca-nhan").iterdir())[7]
    lines = person.read_text("utf-8").splitlines()
    person.write_text(
        "\n".join("ngay_sinh: 01/02/1971" if x.startswith("ngay_sinh") else x for x in lines),
        "utf-8",
    )
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.docx")}
    seconds, _ = build(data, out, 2)
    touched = [path for path, when in before.items() if path.stat().st_mtime_ns != when]
    print(f"one birthday corrected: {seconds:.2f} s, {len(touched)} documents made again")


def promises(work: Path, data: Path) -> None:
    """The engine alone against the engine with digest, state and durable replacement."""
    templates = search_path()
    contexts = unit_contexts(data) * 8
    compiled = {
        name: compile_template(templates.find(f"{name}.docx"), templates.find)[0]
        for name, _ in contexts
    }
    look = look_of(load_pack("hd05"))
    papers = [
        Paper(f"{i}.docx", name, shapes()[name], lambda context=context: context, list, look)
        for i, (name, context) in enumerate(contexts)
    ]
    for name, _ in contexts:
        templates.template(name, shapes()[name], look)
    bare, whole = [], []
    for number in range(ROUNDS + 1):
        folder = work / f"bare-{number}"
        folder.mkdir()
        start = time.perf_counter()
        for i, (name, context) in enumerate(contexts):
            data_, _ = render(compiled[name], context)
            with open(f"{folder}/{i}.docx", "wb") as file:
                file.write(data_)
        bare.append((time.perf_counter() - start) / len(contexts))
        folder = work / f"whole-{number}"
        folder.mkdir()
        start = time.perf_counter()
        with opened(folder) as state:
            known = records(state, "")
            for first in range(0, len(papers), 128):  # a state transaction a unit
                done = bring_up_to_date(papers[first : first + 128], folder, known, templates)
                with transaction(state):
                    save_documents(state, "", done.records, done.gone)
        whole.append((time.perf_counter() - start) / len(contexts))
    ratio = statistics.median(b / a for a, b in zip(bare[1:], whole[1:], strict=True))
    print(f"\nengine and plain write: {statistics.median(bare[1:]) * 1e6:.0f} us a document")
    print(f"with every promise on:  {statistics.median(whole[1:]) * 1e6:.0f} us, {ratio:.2f} times")


def scale(work: Path) -> None:
    """Time and memory against size."""
    print("\ndocuments   us a document   peak memory MB")
    for units in (8, 78, 780):
        data = campaigns.make(work / f"scale-{units}", units, PEOPLE)
        out = work / f"scale-out-{units}"
        seconds, memory = build(data, out, 1)
        count = documents(out)
        print(f"{count:9} {seconds / count * 1e6:15.0f} {memory:16.0f}", flush=True)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--scale", action="store_true")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=ROOT) as folder:
        work = Path(folder)
        data = campaigns.make(work / "huyen", UNITS, PEOPLE)
        promises(work, data)
        end_to_end(work, data)
        again(work, data)
        if given.scale:
            scale(work)


if __name__ == "__main__":
    main()
