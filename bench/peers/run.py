"""One engine in a process of its own: `run.py ENGINE TEMPLATE CONTEXTS`.

Everything that can be done before the first document is done at the start. Then each line
`COUNT FOLDER` on standard input makes COUNT documents in that new folder and answers with the
seconds it took. `run.mjs` does the same for the engines in JavaScript.
"""

import json
import sys
import time
import zlib
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent.parent
LEVEL, LEVEL_FAST = 1, 0
"""The levels of deflate, of zlib and isal, as `generator.engine.archive` has them."""


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def compiled(template):
    from generator.engine.compile import compile_template
    from generator.papers.templates import search_path

    made, problems = compile_template(Path(template), search_path().find)
    assert made and not problems, problems
    return made


def kiemdiem(template, _contexts):
    made = compiled(template)
    from generator.engine.render import render

    def make(context, path):
        document, problems = render(made, context)
        assert not problems, problems
        write(path, document)

    return make


def docxtpl(template, _contexts):
    """As its documentation says, with autoescape: without it text of the data is lost."""
    from docxtpl import DocxTemplate

    def make(context, path):
        document = DocxTemplate(template)
        document.render(context, autoescape=True)
        document.save(path)

    return make


def docxtpl_ng(template, _contexts):
    from docxtpl import Template

    made = Template(template)

    def make(context, path):
        made.reload()
        made.render(context)
        made.save(path)

    return make


def docx_mailmerge2(template, _contexts):
    from mailmerge import MailMerge

    def field_of(name, value):
        """A list goes by the name of a field in its rows."""
        return next(iter(value[0])) if isinstance(value, list) else name

    def make(context, path):
        with MailMerge(template) as document:
            document.merge(**{field_of(*item): item[1] for item in context.items()})
            document.write(path)

    return make


def deflated(part):
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    return packer.compress(part) + packer.flush()


def limit(template, contexts):
    return _limit(template, contexts, deflated)


def limit_fast(template, contexts):
    """With the packer that kiemdiem has when it is installed as `kiemdiem[fast]`."""
    from isal.isal_zlib import compress

    return _limit(template, contexts, lambda part: compress(part, LEVEL_FAST, wbits=-15))


def _limit(template, contexts, pack):
    """Deflate the parts that change and write the file, nothing else: all was rendered before."""
    made = compiled(template)
    from generator.engine.render import render

    ready = {}
    for context in contexts:
        document, _ = render(made, context)
        with ZipFile(BytesIO(document)) as package:
            changing = package.infolist()[made.unchanging.count :]
            ready[id(context)] = document, [package.read(i) for i in changing if i.compress_type]

    def make(context, path):
        document, parts = ready[id(context)]
        for part in parts:
            pack(part)
        write(path, document)

    return make


ENGINES = {
    "kiemdiem": kiemdiem, "limit": limit, "limit-fast": limit_fast, "docxtpl": docxtpl,
    "docxtpl-ng": docxtpl_ng, "docx-mailmerge2": docx_mailmerge2,
}  # fmt: skip

OURS = {"kiemdiem", "limit", "limit-fast"}


def kinds_of(engine):
    """Return what turns WordprocessingML of the data into the kind that an engine takes it for."""
    from markupsafe import Markup

    def ready(value):
        if "xml" not in value:
            return value
        xml = Markup(value["xml"])  # noqa: S704 - our own data
        if engine not in OURS:
            return xml
        from generator.engine import richtext, tables

        return {"Runs": richtext.Runs, "Blocks": tables.Blocks}[value["kind"]](xml)

    return ready


def main():
    engine, template, contexts = sys.argv[1:]
    if engine in OURS:
        sys.path.insert(0, str(ROOT))
    data = json.loads(Path(contexts).read_text("utf-8"), object_hook=kinds_of(engine))
    make = ENGINES[engine](template, data)
    for line in sys.stdin:
        count, folder = line.rstrip("\n").split(" ", 1)
        start = time.perf_counter()
        for index, context in enumerate(islice(cycle(data), int(count))):
            make(context, f"{folder}/{index}.docx")
        print(time.perf_counter() - start, flush=True)


if __name__ == "__main__":
    main()
