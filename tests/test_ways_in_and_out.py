"""One writer, one opener, one zip reader: the source is read for any other way to a file.

Each allowed place is listed with its reason; a place that is no longer there must go from the list.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import generator

PACKAGE = Path(generator.__file__).parent

READS = frozenset({
    "open", "os.open", "os.fdopen", "io.open", "codecs.open", ".open", ".read_bytes", ".read_text",
    "ZipFile", "zipfile.ZipFile", "zipfile.Path", "tarfile.open", "sqlite3.connect", "Image.open",
    "load_workbook", "openpyxl.load_workbook", "pdfium.PdfDocument", "PdfDocument",
    "CalamineWorkbook.from_path", "CalamineWorkbook.from_filelike", "docx.Document", "Document",
    "DocxTemplate", "PdfReader", "etree.parse", "etree.iterparse", "ElementTree.parse", "mmap.mmap", "np.load",
    "pickle.load", "shelve.open", "csv.reader", "fileinput.input", "linecache.getlines",
})  # fmt: skip
"""Calls that read a file by its path."""

WRITES = frozenset({
    ".write_text", ".write_bytes", ".unlink", ".rmdir", ".mkdir", ".touch", ".rename", ".chmod",
    ".symlink_to", ".hardlink_to", ".save", ".to_excel", ".savefig", ".truncate", ".writestr",
    "os.replace", "os.rename", "os.remove", "os.unlink", "os.link", "os.symlink", "os.mkdir",
    "os.makedirs", "os.rmdir", "os.truncate", "os.chmod", "os.utime", "shutil.copy", "shutil.copy2",
    "shutil.copyfile", "shutil.copyfileobj", "shutil.copytree", "shutil.move", "shutil.rmtree",
    "tempfile.NamedTemporaryFile", "tempfile.TemporaryFile", "tempfile.TemporaryDirectory",
    "tempfile.mkstemp", "tempfile.mkdtemp", "xlsxwriter.Workbook", "Workbook", "zipfile.ZipFile",
})  # fmt: skip
"""Calls that make, change or remove a file; besides, `replace` with one value, and `open` to write."""

_OWN = "a file of this program, which no user gives"
READERS = {
    ("opening/regular.py", ".open"): "the opener itself",
    ("opening/packed.py", "zipfile.ZipFile"): "the zip reader itself",
    ("opening/packed.py", ".open"): "a part of a zip",
    ("opening/picture.py", "Image.open"): "a library reads by path; `plain.refused` looked before",
    ("pdf/merging.py", "PdfReader"): "bytes in memory, in a process that may die",
    ("pdf/quick.py", "pdfium.PdfDocument"): "as below",
    ("pdf/pages.py", "pdfium.PdfDocument"): "bytes in memory, in a process that may die",
    (
        "opening/pdf.py",
        "pdfium.PdfDocument",
    ): "a library reads by path; `plain.refused` looked before",
    (
        "opening/sheet.py",
        "CalamineWorkbook.from_path",
    ): "as above, after `packed` read its directory",
    ("opening/pool.py", "os.open"): "the null device, where libraries write",
    ("opening/memory.py", ".read_text"): "/proc/self/statm: what the process holds",
    ("setup/machine.py", ".read_text"): "/proc/mounts, and the styles of this program",
    ("setup/first_files.py", ".read_text"): _OWN,
    ("setup/key_examples.py", ".read_text"): _OWN,
    ("opening/foreign.py", ".read_text"): _OWN,
    ("opening/old_fonts.py", ".read_text"): _OWN,
    ("opening/number_formats.py", "etree.iterparse"): "bytes in memory, which `packed` read",
    ("opening/sheet_marks.py", "etree.iterparse"): "bytes in memory, which `packed` read",
    ("opening/tables.py", "CalamineWorkbook.from_path"): "as above; `plain.refused` looked before",
    ("pdf/originals.py", "pdfium.PdfDocument"): "bytes in memory, which `regular` read",
    ("pdf/originals.py", "Image.open"): "bytes in memory, which `regular` read",
    ("desk/view.py", ".read_bytes"): _OWN,
    ("desk/server.py", ".open"): "the browser opens the page",
    ("cli/streams.py", "open"): "the null device, for a stream that is missing",
    ("cli/streams.py", "os.open"): "the null device, as above",
    ("reading/table_files.py", "csv.reader"): "text in memory, which `regular` read",
    ("cli/main.py", "os.open"): "the null device, for an output that was closed",
    ("regulations/data_files.py", ".read_text"): _OWN,
    ("problems/catalogue.py", ".read_text"): _OWN,
    ("dossier/reports/page.py", ".read_text"): _OWN,
    ("files/atomic.py", "os.open"): "the writer: a new file, and to flush",
    ("files/workbook.py", "zipfile.ZipFile"): "bytes this program just made",
    ("files/database.py", "sqlite3.connect"): "the opener of states, after `sqlite_files.is_sane`",
    ("files/sqlite_files.py", "sqlite3.connect"): "in memory",
    ("files/locks.py", "sqlite3.connect"): "a temporary file of its own",
    ("register/store.py", "sqlite3.connect"): "the opener of registers, after `is_sane`",
    ("register/backups.py", "sqlite3.connect"): "a copy under a temporary name",
    ("handover/contents.py", "zipfile.ZipFile"): "bytes in memory",
}
WRITERS = {
    (
        "setup/home.py",
        ".mkdir",
    ): "the folder of the data, which the user chose, and of what remembers it",
    ("desk/window.py", ".mkdir"): "the folder of the user's settings",
    ("pdf/quick.py", ".save"): "bytes in memory",
    ("pdf/quick.py", ".mkdir"): "a folder in the scratch folder, which `files.scratch` deletes",
    ("pdf/originals.py", ".save"): "bytes in memory; `files` writes them",
    ("handover/contents.py", ".writestr"): "bytes in memory; `files` writes them",
    ("handover/contents.py", "zipfile.ZipFile"): "bytes in memory",
    ("opening/packed.py", "zipfile.ZipFile"): "reads",
    ("opening/plain_zip.py", "zipfile.ZipFile"): "reads bytes in memory",
    ("setup/key_uses.py", "zipfile.ZipFile"): "reads the templates of this program",
    ("setup/machine.py", "tempfile.TemporaryFile"): "whether a folder can be written, by trying",
    ("dossier/state.py", ".mkdir"): "the folder of the state",
    ("dossier/state.py", ".touch"): "the state, readable for nobody else from the beginning",
    ("dossier/state.py", ".chmod"): "the state, readable for nobody else",
    ("building/build.py", ".mkdir"): "the folder of the output",
    ("pdf/converting.py", ".mkdir"): "folders in the scratch folder, which `files.scratch` deletes",
    ("pdf/office.py", ".mkdir"): "as above: the settings of a LibreOffice",
    ("register/store.py", ".mkdir"): "the folder of the registers",
    ("register/store.py", ".hardlink_to"): "a new register gets its name, whole or not at all",
    ("register/backups.py", ".mkdir"): "the folder of the copies",
    ("register/backups.py", "replace"): "a copy gets its name, whole or not at all",
    ("register/backups.py", ".unlink"): "copies of more than a month, and what a copy left",
    ("cli/check_reports.py", ".save"): "a function of ours, `dossier.reports.saving`",
    ("cli/checking.py", ".save"): "a function of ours, `cli.check_reports`",
}
OPENER_OF_TEXT = {"read_text"}
"""`reading.text_file.read_text` is a function of ours, not the method of a path."""


def name_of(call: ast.Call) -> str:
    """`os.replace`, `.unlink`, `open`: a call as the lists name it."""
    match call.func:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id=home), attr=name):
            whole = f"{home}.{name}"
            return whole if whole in READS | WRITES else f".{name}"
        case ast.Attribute(attr=name):
            return f".{name}"
    return ""


def writes(call: ast.Call, name: str) -> bool:
    modes = [each.value for each in (*call.args, *(k.value for k in call.keywords if k.arg == "mode"))
             if isinstance(each, ast.Constant) and isinstance(each.value, str)]  # fmt: skip
    if name in {"open", ".open", "io.open"}:
        return any(set(mode) & set("wax+") and set(mode) <= set("rwaxbt+") for mode in modes)
    if name == ".replace":
        # A text has two values to replace, a record and a day have names for theirs.
        return len(call.args) == 1 and not call.keywords
    return name in WRITES


def ways(package: Path) -> Iterator[tuple[str, str, int, bool]]:
    """Every call that leads to a file: module, name, line, whether it writes."""
    for path in sorted(package.rglob("*.py")):
        module = path.relative_to(package).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = name_of(node)
            if writes(node, name):
                yield (
                    module,
                    name.removeprefix(".") if name == ".replace" else name,
                    node.lineno,
                    True,
                )
            elif name in READS and name not in OPENER_OF_TEXT:
                yield module, name, node.lineno, False


def found(*, write: bool, package: Path = PACKAGE) -> dict[tuple[str, str], list[int]]:
    told: dict[tuple[str, str], list[int]] = {}
    for module, name, line, writing in ways(package):
        if writing is write:
            told.setdefault((module, name), []).append(line)
    return told


def test_only_the_writer_writes() -> None:
    others = {
        (module, name): lines
        for (module, name), lines in found(write=True).items()
        if not module.startswith("files/")
    }
    assert {each: lines for each, lines in others.items() if each not in WRITERS} == {}


def test_only_the_openers_read() -> None:
    others = found(write=False)
    assert {each: lines for each, lines in others.items() if each not in READERS} == {}


def test_no_statement_makes_sqlite_open_another_file() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                first = node.value.strip().upper()
                assert not first.startswith(("ATTACH ", "VACUUM INTO")), (path, node.lineno)


def test_where_a_path_leads_is_asked_in_one_place() -> None:
    # `resolve` ends a circle of links with a RuntimeError, which nothing that handles files expects
    asked = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.*")
        if path.suffix in {".py", ".html"} and ".resolve()" in path.read_text("utf-8")
    }
    assert asked == {"shipped.py", "files/digests.py"}  # where the program itself lies


def test_each_allowed_place_is_still_there() -> None:
    there = {*found(write=True), *found(write=False)}
    assert {*READERS, *WRITERS} - there == set()


def test_another_way_would_be_found(tmp_path: Path) -> None:
    lines = (
        "import shutil, zipfile, openpyxl",
        "from pathlib import Path",
        "Path('a').write_text('x')",
        "open('a', 'w').write('x')",
        "Path('a').open('ab')",
        "Path('a').replace(Path('b'))",
        "shutil.copyfile('a', 'b')",
        "Path('a').read_bytes()",
        "open('a', 'rb')",
        "zipfile.ZipFile('a')",
        "openpyxl.load_workbook('a')",
        "'text'.replace('a', 'b')",
    )
    (tmp_path / "m.py").write_text("\n".join(lines), "utf-8")
    assert {each[2] for each in ways(tmp_path)} == set(range(3, 12))
