"""Reads one data file: its text, its kind by `loai`, its typed value, and its problems."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from generator.model import Dot, SaoLuc, VanBan
from generator.model.base import Model
from generator.model.campaign import DATA_VERSION
from generator.model.checklist import DanhMuc
from generator.model.unit import CaNhanTep, DonViNam
from generator.problems import Place, Problem, has_errors, problem
from generator.reading.blanks import double_blanks
from generator.reading.cautions import cautions
from generator.reading.folder_files import is_data_name
from generator.reading.folder_names import CAMPAIGN_FILE, KINDS
from generator.reading.kinds import OF_UNITS, data_models, not_composed, own_kinds
from generator.reading.positions import with_places
from generator.reading.suggest import nearest, odd_letter, same_word
from generator.reading.text_file import read_text
from generator.reading.validate import validate
from generator.reading.yaml_errors import shortened
from generator.reading.yaml_text import Tree, parse

NEWER = "KD072"
"""The problem behind which nothing else is said of a campaign."""

Value = Dot | VanBan | SaoLuc | DonViNam | CaNhanTep | DanhMuc
_A_COPY = (
    "bản sao ghi loai: sao-luc, hinh_thuc: sao y, sao lục hoặc trích sao; số đã cấp thì đưa vào sổ "
    "bằng number import; loại khác thì "
)


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The value of one file (None if it could not be read), the problems and the text."""

    value: Value | None
    problems: tuple[Problem, ...] = ()
    text: str = field(default="", repr=False)


def read_data(path: Path, shown: str, kinds: Mapping[str, type[Model]] | None = None) -> ReadResult:
    """Read a file with the model for its `loai`, without looking at any other data file.

    Args:
        path: `dot.yaml`, or a file that states its kind in `loai`.
        shown: the name of the file in problems.
        kinds: the models by `loai` allowed for this file; by default all, with the kinds of letters
            that the office added beside the file.

    Returns:
        The value, or None with the problems that prevent reading it.
    """
    text = read_text(path, shown)
    return (
        ReadResult(None, (text,))
        if isinstance(text, Problem)
        else data_of(text, path, shown, kinds)
    )


def data_of(
    text: str, path: Path, shown: str, kinds: Mapping[str, type[Model]] | None = None
) -> ReadResult:
    """Return what a file of this text would hold, as `read_data` does."""
    tree = parse(text)
    if isinstance(tree, Problem):
        return ReadResult(None, placed([tree], shown, text))
    if path.name == CAMPAIGN_FILE and (newer := _newer(tree)):
        return ReadResult(None, placed([newer], shown, text), text)
    model: type[Model] | None = Dot
    found = None
    if path.name != CAMPAIGN_FILE:
        model, found = _kind(tree, kinds or _kinds(tree, path.parent), path.parent)
    value, problems = validate(tree, model) if model else (None, [])
    if model is not Dot:  # `_kind` tells what is wrong with the key; `dot.yaml` has no such key
        problems = [each for each in problems if each.place.path != ("loai",)]
    problems += [found] if found else []
    problems += [*double_blanks(tree), *cautions(text)]
    told = _once_each_place(placed(problems, shown, text))
    return ReadResult(None if has_errors(problems) else cast("Value | None", value), told, text)


def _kinds(tree: Mapping[str, Tree], folder: Path) -> Mapping[str, type[Model]]:
    """Return the models by `loai`; those an office added matter only where it may be a letter."""
    given = tree.get("loai")
    of_a_unit = isinstance(given, str) and given.strip() in OF_UNITS
    return OF_UNITS if of_a_unit else data_models(own_kinds(folder).kinds)


def _newer(tree: Mapping[str, Tree]) -> Problem | None:
    """Return KD072 if a later version of the program wrote the campaign: its keys are not ours."""
    said = str(tree.get("phien_ban", "")).strip()
    if not said.isdecimal() or int(said) <= DATA_VERSION:
        return None
    return problem(NEWER, Place(path=("phien_ban",)), so=said, biet=DATA_VERSION)


def _once_each_place(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Leave out a warning of joined lines where an error already tells what is wrong."""
    wrong = {(each.place.line, each.place.column) for each in problems if has_errors([each])}
    return tuple(
        each
        for each in problems
        if each.code != "KD057" or (each.place.line, each.place.column) not in wrong
    )


def _kind(
    tree: dict[str, Tree], kinds: Mapping[str, type[Model]], folder: Path
) -> tuple[type[Model] | None, Problem | None]:
    """Find the model; if `loai` is wrong, the likely one, so that the rest is still checked.

    A kind of the office whose own file (in `loai/` of the folder) cannot be read is not taken for
    another one.
    """
    given = tree.get("loai")
    given = given.strip() if isinstance(given, str) else given
    if isinstance(given, str) and given in kinds:
        return kinds[given], None
    if not given:
        misspelt = None if "loai" in tree else same_word("loai", tree) or _disguised(tree)
        meant = tree[misspelt] if misspelt else None
        guess = _likely(tree, meant)
        missing = problem("KD031", Place(path=("loai",)), cac_gia_tri=", ".join(kinds))
        return guess, None if misspelt else missing
    text = shortened(given) if isinstance(given, str) else "…"
    place = Place(path=("loai",))
    if same_word(text, not_composed()):
        near, hint = None, _A_COPY
    elif is_data_name(f"{text}.yaml") and (folder / KINDS / f"{text}.yaml").exists():
        near, hint = None, f"sửa lỗi đã báo ở «{KINDS}/{text}.yaml» trước; nếu là loại khác thì "
    else:
        near = nearest(text, kinds)
        hint = f"có phải ý đồng chí là «{near}»? " if near else ""
        if odd := odd_letter(text):
            hint = f"xoá ký tự lạ ({odd}) rồi gõ lại; {hint}"
    return (
        kinds[near] if near else _likely(tree, text) if hint is _A_COPY else None,
        problem("KD032", place, nhap=text, goi_y=hint, cac_gia_tri=", ".join(kinds)),
    )


def _disguised(tree: dict[str, Tree]) -> str | None:
    """Return a key that is `loai` but for a letter that only looks like one of ours."""
    return next((key for key in tree if odd_letter(key) and nearest(key, ["loai"])), None)


def _likely(tree: dict[str, Tree], meant: Tree) -> type[Model]:
    if "don_vi" in tree:
        return DonViNam
    return SaoLuc if meant == "sao-luc" or "ban_goc" in tree else VanBan


def placed(problems: list[Problem], file: str, text: str) -> tuple[Problem, ...]:
    """Add file name, line and column to problems of one file, and sort them by position."""
    found = with_places(problems, file, text) if problems else []
    return tuple(sorted(found, key=lambda each: (each.place.line, each.place.column)))
