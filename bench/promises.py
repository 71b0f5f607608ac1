"""What every promise costs: `promises.py PROGRAM FOLDER CAMPAIGN`, run by `build.py`.

PROGRAM is the folder of the program, of this or of an older commit. The documents of a unit are
made by the engine and written plainly, then with digest, state and durable replacement. Prints
both as microseconds a document, a round a line.
"""

import sys
import time
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])

from generator.building.folders import readable
from generator.building.incremental import bring_up_to_date
from generator.building.state import opened, records, save_documents
from generator.engine.compile import compile_template
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

ROUNDS, TIMES, UNIT = 3, 8, 128


def unit_contexts(data: Path) -> list[tuple[str, dict]]:
    """Everything the first unit of a campaign prints: template names and contexts."""
    dot, _ = readable(data)
    unit, _ = read_unit(unit_sources(data)[0], dot)
    year = UnitYear(unit.data, dot, regime_of(dot)[0])
    plan = unit_plan(year, EVERYTHING, ())
    return [(each.document.mau, dict(each.document.build())) for each in plan]


def main() -> None:
    work, data = map(Path, sys.argv[2:])
    templates, look = search_path(), look_of(load_pack("hd05"))
    contexts = unit_contexts(data) * TIMES
    names = {name for name, _ in contexts}
    compiled = {name: compile_template(templates.find(f"{name}.docx"), templates.find)[0]
                for name in names}  # fmt: skip
    papers = [
        Paper(f"{i}.docx", name, shapes()[name], lambda context=context: context, list, look)
        for i, (name, context) in enumerate(contexts)
    ]
    for name in names:
        templates.template(name, shapes()[name], look)
    for number in range(ROUNDS + 1):
        folder = work / f"tran-{number}"
        folder.mkdir(parents=True)
        start = time.perf_counter()
        for i, (name, context) in enumerate(contexts):
            made, _ = render(compiled[name], context)
            with open(f"{folder}/{i}.docx", "wb") as file:
                file.write(made)
        bare = time.perf_counter() - start
        folder = work / f"du-{number}"
        folder.mkdir()
        start = time.perf_counter()
        with opened(folder) as state:
            known = records(state, "")
            for first in range(0, len(papers), UNIT):  # a state transaction a unit
                done = bring_up_to_date(papers[first : first + UNIT], folder, known, templates)
                with transaction(state):
                    save_documents(state, "", done.records, done.gone)
        whole = time.perf_counter() - start
        if number:  # the first warms up
            print(*(each / len(contexts) * 1e6 for each in (bare, whole)))


if __name__ == "__main__":
    main()
