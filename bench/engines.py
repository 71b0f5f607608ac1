"""Documents per second of this engine and of six others: same template, same data, one run.

Two comparisons:

* the shipped công văn with its shared blocks put in (no other engine has them) and the real letter
  of the sample campaign, for the engines that read this dialect: kiemdiem, docxtpl, docxtpl-ng;
* one letter in the dialect of every engine (`bench/peers/neutral.py`), with a header, a footnote,
  marks in the line, tables, and loops over paragraphs, rows and sections.

Each engine runs in a process of its own that lasts over all rounds (`bench/peers/run.py`,
`run.mjs`): it reads the data and prepares its template if it can, and is warmed up, before the
clock starts. It then writes separate new files, in one thread; the engines take turns. All
engines of a comparison must print the same texts, or it stops.

The other engines are installed once, as locked, into `bench/peers`; without node or a registry
they are left out, and the table says so.
"""

import argparse
import json
import re
import resource
import statistics
import sys
import tempfile
import time
import zipfile
from functools import partial
from io import BytesIO
from itertools import cycle, islice
from operator import truediv
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / "bench" / "peers"
sys.path[:0] = [str(ROOT), str(PEERS)]

import neutral
from processes import Engine, command_of, fresh
from ratios import Row, show

from generator.engine import archive
from generator.engine.compile import compile_template, flattened
from generator.engine.render import render
from generator.papers.letters import printed_letter
from generator.papers.templates import search_path
from generator.reading.load import read_campaign

CONTEXTS, CHECKED = 300, 3
WARM = 300
"""The engines in JavaScript reach their full speed only after some hundred documents."""
OURS, THEIRS = 1000, 100
"""Documents a round."""
LIMITS = ("limit", "limit-fast")
NAMES = {
    "limit": "limit: deflating and writing the same bytes, zlib",
    "limit-fast": "limit: the same with isal, which moves it",
    "docxtpl": "docxtpl, new object a document",
    "docxtpl-ng": "docxtpl-ng, reload()",
    "docxtemplater": "docxtemplater, DEFLATE",
}
AIMS = {"limit": "≥ 0.8"}
JINJA = ("kiemdiem", *LIMITS, "docxtpl", "docxtpl-ng")
ALL = (*JINJA, "docx-mailmerge2", "docxtemplater", "easy-template-x", "carbone")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def texts(path):
    """Return the text of each paragraph that has any, in body, headers and footnotes."""
    found = []
    with zipfile.ZipFile(path) as package:
        for name in sorted(package.namelist()):
            if re.fullmatch(r"word/(document|header\d|footnotes)\.xml", name):
                for paragraph in etree.fromstring(package.read(name)).iter(f"{W}p"):
                    words = "".join(t.text or "" for t in paragraph.iter(f"{W}t")).split()
                    found += [" ".join(words)] if words else []
    return found


def assert_same(engine, folder, reference):
    for index in range(CHECKED):
        got, wanted = texts(folder / f"{index}.docx"), texts(reference / f"{index}.docx")
        for one, other in zip([*got, ""], [*wanted, ""], strict=False):
            assert one == other, f"{engine}, document {index}: {one!r} instead of {other!r}"
        assert len(got) == len(wanted), f"{engine}, document {index}"


def compare(engines, template_of, data, home, rounds):
    """Return documents a second of each round by engine, and who is left out."""
    running, left_out = [], {}
    for name in engines:
        command, why = command_of(name)
        if why:
            left_out[name] = why
            continue
        template = fresh(home).with_suffix(".docx")
        template.write_bytes(template_of(name))
        running.append(Engine(command, name, template, data))
    reference = None
    for engine in running:
        folder, _ = engine.make(WARM, home)
        reference = reference or folder
        assert_same(engine.name, folder, reference)
    rates = {engine.name: [] for engine in running}
    for _ in range(rounds):
        for engine in running:
            ours = engine.name in {"kiemdiem", *LIMITS}
            rates[engine.name].append(engine.make(OURS if ours else THEIRS, home)[1])
    for engine in running:
        engine.end()
    return rates, left_out


def rows_of(letter, rates, left_out):
    """How many times as fast, round by round: what slows the machine slows both."""
    for name, why in left_out.items():
        print(f"{name} is left out: {why}")
    ours = rates["kiemdiem"]
    print(f"{letter}: {statistics.median(ours):,.0f} documents/s")
    return [
        Row(letter, NAMES.get(name, name), list(map(truediv, ours, theirs)), AIMS.get(name, ""))
        for name, theirs in rates.items()
        if name != "kiemdiem"
    ]


def compiled(source, home):
    path = fresh(home).with_suffix(".docx")
    path.write_bytes(source)
    template, problems = compile_template(path, search_path().find)
    assert template and not problems, problems
    return template


def breakdown(template, contexts, home):
    """Print where the time of a document goes; rendering is the whole less the steps after it."""
    documents = [render(template, context)[0] for context in contexts]
    changing = []
    for document in documents:
        with zipfile.ZipFile(BytesIO(document)) as package:
            names = package.namelist()[template.unchanging.count :]
            changing.append([(name, package.read(name)) for name in names])
    entries = [[archive.entry(*part) for part in parts] for parts in changing]
    whole = milliseconds(lambda context: render(template, context), contexts)
    steps = {
        "deflate": milliseconds(lambda parts: [archive.entry(*part) for part in parts], changing),
        "zip": milliseconds(lambda parts: archive.archive(template.unchanging, parts), entries),
    }
    steps = {"render to text": whole - sum(steps.values()), **steps}
    folder = fresh(home)
    folder.mkdir()
    steps["write"] = milliseconds(partial(write, folder), documents)
    shown = ", ".join(f"{name} {step:.3f}" for name, step in steps.items())
    print(f"kiemdiem, ms a document: {shown}; together {sum(steps.values()):.3f}", flush=True)


def milliseconds(step, items):
    def once():
        start = time.perf_counter()
        for item in items:
            step(item)
        return (time.perf_counter() - start) / len(items) * 1000

    return statistics.median(once() for _ in range(5))


def write(folder, document):
    with open(f"{fresh(folder)}.docx", "wb") as file:
        file.write(document)


def memory(template, contexts):
    """Say what 10,000 further documents cost; done first, while nothing else has grown."""
    for context in islice(cycle(contexts), 1000):
        render(template, context)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for context in islice(cycle(contexts), 10_000):
        render(template, context)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return f"peak memory {before // 1024} MB, {grown} KB more after 10,000 further documents"


def letter():
    """Return the letter of the sample campaign: its text, and what it prints."""
    campaign = read_campaign(ROOT / "data" / "ha-tinh-2024")
    source = campaign.documents["cong-van-1375.yaml"]
    lines = [line.strip() for line in source.noi_dung.splitlines() if line.strip()]
    return lines, printed_letter(source, campaign.dot)


def ready(value):
    """What is WordprocessingML already; `peers/run.py` gives it to each engine in its own kind."""
    return {"xml": str(value), "kind": type(value).__name__}


def written(contexts, path):
    """Write the data of all engines; runs are marked, as only some can print them."""
    path.write_text(json.dumps(contexts, default=ready), "utf-8")
    return path


def rows(rounds=5):
    """Return the rows of both letters."""
    lines, printed = letter()
    letters = [{**printed, "so_ky_hieu": f"Số {n}-CV/ThU"} for n in range(1, CONTEXTS + 1)]
    neutral_data = neutral.contexts(lines, CONTEXTS)
    templates = search_path()
    shipped = flattened(templates.find("cong-van.docx"), templates.find)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        real = compiled(shipped, home)
        print(memory(real, letters))
        data = written(letters, home / "letters.json")
        made = rows_of("shipped công văn", *compare(JINJA, lambda _: shipped, data, home, rounds))
        breakdown(real, letters, home)

        def dialect(engine):
            return neutral.template(shipped, engine)

        data = written(neutral_data, home / "neutral.json")
        made += rows_of("letter in every dialect", *compare(ALL, dialect, data, home, rounds))
        breakdown(compiled(dialect("kiemdiem"), home), neutral_data, home)
    return made


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    arguments.add_argument("--rounds", type=int, default=5)
    show(rows(arguments.parse_args().rounds))


if __name__ == "__main__":
    main()
