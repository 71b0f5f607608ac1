"""A new campaign from answers: its files, and the folder that holds all of them or is not there."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.checklists.load import names as checklists
from generator.dossier.intake import WAITING
from generator.editing.edited import content, edited
from generator.editing.edits import Edit, Remove, Set
from generator.editing.new_file import new_file
from generator.files.atomic import failure
from generator.files.file_names import code
from generator.files.new_folder import make_folder
from generator.problems import Place, Problem, Severity
from generator.reading.folder_names import CAMPAIGN_FILE, UNITS
from generator.reading.load import campaign_of, read_campaign
from generator.reading.yaml_text import Tree
from generator.setup.bodies import BODIES, new_unit, organisation
from generator.setup.first_files import first_files
from generator.setup.last_year import LastUnit, LastYear
from generator.setup.next_year import next_campaign, next_unit
from generator.setup.scaffold import SCHEMA_FOLDER, schema_files
from generator.wording.compare import same

RESERVED = frozenset({"them", WAITING})
"""Codes that no unit gets: the desk has pages of these names, `da-nhan` a folder."""


class Answers(NamedTuple):
    """What is asked before a campaign begins; only body, year and one unit must be known.

    `cap` is a key of `BODIES`; `don_vi` are units with their secretaries.
    """

    co_quan: str
    nam: int
    don_vi: tuple[tuple[str, str], ...]
    cap: str = "xa"
    cap_tren: str = ""
    dia_danh: str = ""
    quyen_han: str = ""
    chuc_vu: str = ""
    ho_ten: str = ""


class Taken(NamedTuple):
    """A folder in which the campaign stands already, with its name."""

    thu_muc: Path
    ten: str


def title(answers: Answers) -> str:
    """Return the name of the campaign."""
    return (
        f"Kiểm điểm, đánh giá, xếp loại chất lượng năm {answers.nam} "
        f"của {organisation(answers.co_quan)}"
    )


def folder_for(place: Path, answers: Answers) -> Path | Taken:
    """Return the folder in which a campaign would be made, or where it stands already."""
    usual = f"kiem-diem-{answers.nam}"
    own = f"{code(answers.co_quan)}-{answers.nam}"
    for name in (usual, own, *(f"{own}-{number}" for number in range(2, 100))):
        folder = place / name
        if not folder.exists():
            return folder
        there = campaign_of(folder)
        if there and there.nam == answers.nam and same(there.co_quan.ten, answers.co_quan):
            return Taken(folder, there.ten)
    return Taken(place / usual, usual)


def carried(ten: str, last: LastYear | None) -> LastUnit | None:
    """Return the unit of last year that has this name."""
    units = last.don_vi if last else ()
    return next((each for each in units if same(each.ten, ten)), None)


def files_of(answers: Answers, last: LastYear | None = None) -> dict[str, bytes] | Problem:
    """Return the files of a campaign by their names in its folder.

    Args:
        answers: what was answered.
        last: the campaign from which units of the same name take over their people.

    Returns:
        The files; or the problem of a value that no file can hold.
    """
    trees: dict[str, dict[str, Tree]] = {}
    taken: set[str] = set(RESERVED)
    fresh = []
    for ten, secretary in answers.don_vi:
        old = carried(ten, last)
        if old is None:
            fresh.append((ten, secretary))
            continue
        unit = next_unit(old.cay, answers.nam, list(old.nguoi.values()))
        trees[old.tep] = unit.tep
        trees |= dict(zip(old.nguoi, unit.nguoi, strict=True))
        taken |= {_code_of(unit.tep), old.tep.removeprefix(f"{UNITS}/").partition(".")[0]}
    for ten, secretary in fresh:
        ma = code(ten, taken)
        taken.add(ma)
        trees[f"{UNITS}/{ma}.yaml"] = new_unit(ma, ten, answers.co_quan, secretary)
    made = {name: _text(tree, name) for name, tree in trees.items()}
    made[CAMPAIGN_FILE] = _campaign_text(campaign_tree(answers, last), answers.nam)
    wrong = next((text for text in made.values() if isinstance(text, Problem)), None)
    if wrong is not None:
        return wrong
    schemas = {f"{SCHEMA_FOLDER}/{name}": data for name, data in schema_files().items()}
    return {**{name: str(text).encode() for name, text in made.items()}, **schemas}


def campaign_tree(answers: Answers, last: LastYear | None = None) -> dict[str, Tree]:
    """Return `dot.yaml`: the answers, over what last year's campaign says beside them."""
    kind = BODIES[answers.cap]
    old = next_campaign(last.cay, answers.nam) if last else {}
    if old.get("danh_muc") not in checklists(Path()):
        old.pop("danh_muc", None)
    known = _named(old.get("co_quan"), "ten", answers.co_quan)
    derived: dict[str, Tree] = {
        "ky_hieu": kind.ky_hieu,
        "chu_the": kind.chu_the,
        "khoi": kind.khoi if kind.khoi != "dang" else "",
        **known,
    }
    asked: dict[str, Tree] = {"ten": answers.co_quan, "cap_tren": answers.cap_tren}
    signer: dict[str, Tree] = {
        **_named(old.get("ky"), "ho_ten", answers.ho_ten),
        "quyen_han": answers.quyen_han, "chuc_vu": answers.chuc_vu, "ho_ten": answers.ho_ten,
    }  # fmt: skip
    tree: dict[str, Tree] = {
        "noi_nhan": ["Như trên", kind.luu],
        **old,
        "ten": (old.get("ten") if known else "") or title(answers),
        "nam": str(answers.nam),
        "co_quan": {key: each for key, each in {**derived, **asked}.items() if each},
        "dia_danh": answers.dia_danh,
        "ky": {key: each for key, each in signer.items() if each} if answers.ho_ten else {},
    }
    return {key: each for key, each in tree.items() if each}


def made(folder: Path, files: Mapping[str, bytes]) -> list[Problem]:
    """Make the folder of a campaign: whole and readable, or not at all.

    Args:
        folder: one that is not there.
        files: its files by name.

    Returns:
        Why it was not made: an error that the campaign would be read with, or that of the disk.
    """
    wrong: list[Problem] = []

    def is_right(new: Path) -> bool:
        wrong[:] = [e for e in read_campaign(new).problems if e.severity is Severity.ERROR]
        return not wrong

    try:
        make_folder(folder, files, is_right)
    except OSError as error:
        return [failure(error, Place(file=folder.as_posix()))]
    return wrong


def _campaign_text(tree: dict[str, Tree], nam: int) -> str | Problem:
    """Write `dot.yaml` into the commented one with which every campaign begins."""
    text = first_files(nam)[Path(CAMPAIGN_FILE)]
    begun = content(text)
    keys = begun if isinstance(begun, dict) else {}
    edits: list[Edit] = [Remove((key,)) for key in keys if key not in tree and key != "phien_ban"]
    edits += [Set((key,), value) for key, value in tree.items()]
    return edited(text, edits, CAMPAIGN_FILE)


def _text(tree: dict[str, Tree], name: str) -> str | Problem:
    text = new_file(tree, name)
    if isinstance(text, Problem):
        return text
    home = "../" * name.count("/")
    head = f"# yaml-language-server: $schema={home}{SCHEMA_FOLDER}/{tree['loai']}.schema.json\n"
    return head + text


def _named(old: Tree, key: str, name: str) -> dict[str, Tree]:
    """Return what was known of somebody, if it is about the same one."""
    known = old if isinstance(old, dict) else {}
    return known if same(str(known.get(key) or ""), name) else {}


def _code_of(unit: Mapping[str, Tree]) -> str:
    about = unit.get("don_vi")
    return str(about.get("ma")) if isinstance(about, dict) else ""
