"""The way in: one data file, or the folder of a campaign."""

from dataclasses import dataclass, field
from pathlib import Path

from generator.model import KINDS, Dot, SaoLuc, VanBan
from generator.problems import Place, Problem, has_errors, problem
from generator.reading.checks import check_campaign, check_copy, check_document
from generator.reading.positions import with_places
from generator.reading.suggest import nearest, same_word
from generator.reading.text_file import read_text
from generator.reading.validate import validate
from generator.reading.yaml_errors import shortened
from generator.reading.yaml_text import Tree, parse

CAMPAIGN_FILE = "dot.yaml"

Value = Dot | VanBan | SaoLuc


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What one file holds (None when it could not be read) and what is wrong with it."""

    value: Value | None
    problems: tuple[Problem, ...] = ()
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign folder as read: the documents that could be read, by file name in order.

    `dot` is None when `dot.yaml` is missing or has errors. `problems` are those of all files,
    `dot.yaml` first; `files` are all data files, also those that could not be read.
    """

    folder: Path
    dot: Dot | None
    documents: dict[str, VanBan | SaoLuc]
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()


def read_file(path: Path, shown: str | None = None) -> ReadResult:
    """Read and check one data file by itself.

    Args:
        path: `dot.yaml`, or a file that says its kind in `loai`.
        shown: how problems name it; by default the path as given, with forward slashes.

    Returns:
        Its value and all problems, each with line and column.
    """
    name = shown or path.as_posix()
    read = _read(path, name)
    match read.value:
        case None:
            return read
        case Dot() as dot:
            found = check_campaign(dot)
        case document:
            found = check_document(document, None)
    return ReadResult(read.value, read.problems + _placed(found, name, read.text), read.text)


def read_campaign(folder: Path) -> Campaign:
    """Read and check every data file that stands directly in a campaign folder.

    Args:
        folder: where `dot.yaml` is; every other `*.yaml` in it is a document. Files whose name
            begins with a dot or `~$` belong to other programs.

    Returns:
        The campaign with the problems of all its files and between them.
    """
    files, problems = _files(folder)
    dot: Dot | None = None
    reads: dict[str, ReadResult] = {}
    for path in files:
        if path.name == CAMPAIGN_FILE:
            read = read_file(path)
            dot = read.value if isinstance(read.value, Dot) else None
            problems += read.problems
        else:
            reads[path.name] = _read(path, path.as_posix())
    documents = {name: read.value for name, read in reads.items()
                 if isinstance(read.value, VanBan | SaoLuc)}  # fmt: skip
    own = {
        name: (*read.problems, *_own_problems(folder / name, read, documents.get(name), dot))
        for name, read in reads.items()
    }
    broken = {name for name, found in own.items() if has_errors(found)}
    for name, found in own.items():
        problems += found
        document = documents.get(name)
        if isinstance(document, SaoLuc):
            between = check_copy(document, documents, {*reads, CAMPAIGN_FILE}, broken - {name})
            problems += _placed(between, (folder / name).as_posix(), reads[name].text)
    return Campaign(folder, dot, documents, tuple(problems), tuple(files))


def _files(folder: Path) -> tuple[list[Path], list[Problem]]:
    try:
        inside = sorted(folder.iterdir())
    except FileNotFoundError:
        return [], [problem("KD034", Place(file=folder.as_posix()))]
    except OSError:
        return [], [problem("KD035", Place(file=folder.as_posix()))]
    ours = [path for path in inside if not path.name.startswith((".", "~$")) and path.is_file()]
    files = [path for path in ours if path.suffix.lower() == ".yaml"]
    problems = [
        problem("KD033", Place(file=path.as_posix()), ten=f"{path.stem}.yaml")
        for path in ours
        if path.suffix.lower() == ".yml"
    ]
    if not any(path.name == CAMPAIGN_FILE for path in files):
        problems.insert(0, problem("KD030", Place(file=(folder / CAMPAIGN_FILE).as_posix())))
    return files, problems


def _own_problems(
    path: Path, read: ReadResult, document: VanBan | SaoLuc | None, dot: Dot | None
) -> tuple[Problem, ...]:
    found = check_document(document, dot) if document else []
    return _placed(found, path.as_posix(), read.text)


def _read(path: Path, shown: str) -> ReadResult:
    text = read_text(path, shown)
    if isinstance(text, Problem):
        return ReadResult(None, (text,))
    tree = parse(text)
    if isinstance(tree, Problem):
        return ReadResult(None, _placed([tree], shown, text))
    model: type[Value] | None = Dot
    found = None
    if path.name != CAMPAIGN_FILE:
        model, found = _kind(tree)
    value, problems = validate(tree, model) if model else (None, [])
    problems = [each for each in problems if each.place.path != ("loai",)]
    problems += [found] if found else []
    return ReadResult(None if problems else value, _placed(problems, shown, text), text)


def _kind(tree: dict[str, Tree]) -> tuple[type[VanBan] | type[SaoLuc] | None, Problem | None]:
    """Find the model; when `loai` is wrong, the likely one, so that the rest is still checked."""
    given = tree.get("loai")
    if isinstance(given, str) and given in KINDS:
        return KINDS[given], None
    if not given:
        misspelt = None if "loai" in tree else same_word("loai", tree)
        meant = tree[misspelt] if misspelt else None
        guess = SaoLuc if meant == "sao-luc" or "ban_goc" in tree else VanBan
        missing = problem("KD031", Place(path=("loai",)), cac_gia_tri=", ".join(KINDS))
        return guess, None if misspelt else missing
    text = shortened(given) if isinstance(given, str) else "…"
    near = nearest(text, KINDS)
    hint = f"có phải ý đồng chí là «{near}»? " if near else ""
    place = Place(path=("loai",))
    return (
        KINDS[near] if near else None,
        problem("KD032", place, nhap=text, goi_y=hint, cac_gia_tri=", ".join(KINDS)),
    )


def _placed(problems: list[Problem], file: str, text: str) -> tuple[Problem, ...]:
    found = with_places(problems, file, text) if problems else []
    return tuple(sorted(found, key=lambda each: (each.place.line, each.place.column)))
