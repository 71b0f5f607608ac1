"""Reads one data file: its text, its kind by `loai`, its typed value, and its problems."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from generator.model import Dot, SaoLuc, VanBan
from generator.model.base import Model
from generator.model.checklist import DanhMuc
from generator.model.unit import CaNhanTep, DonViNam
from generator.problems import Place, Problem, has_errors, problem
from generator.reading.blanks import double_blanks
from generator.reading.cautions import cautions
from generator.reading.kinds import data_models, not_composed, own_kinds
from generator.reading.positions import with_places
from generator.reading.suggest import nearest, same_word
from generator.reading.text_file import read_text
from generator.reading.validate import validate
from generator.reading.yaml_errors import shortened
from generator.reading.yaml_text import Tree, parse

CAMPAIGN_FILE = "dot.yaml"

Value = Dot | VanBan | SaoLuc | DonViNam | CaNhanTep | DanhMuc
_NOT_WRITTEN = (
    "chương trình chưa soạn loại này; không đổi sang loại gần giống vì khác dãy số, số của nó "
    "đưa vào sổ bằng number import; loại soạn được thì "
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
    if isinstance(text, Problem):
        return ReadResult(None, (text,))
    tree = parse(text)
    if isinstance(tree, Problem):
        return ReadResult(None, placed([tree], shown, text))
    model: type[Model] | None = Dot
    found = None
    if path.name != CAMPAIGN_FILE:
        model, found = _kind(tree, kinds or data_models(own_kinds(path.parent).kinds))
    value, problems = validate(tree, model) if model else (None, [])
    problems = [each for each in problems if each.place.path != ("loai",)]
    problems += [found] if found else []
    problems += [*double_blanks(tree), *cautions(text)]
    return ReadResult(
        None if has_errors(problems) else cast("Value | None", value),
        placed(problems, shown, text),
        text,
    )


def _kind(
    tree: dict[str, Tree], kinds: Mapping[str, type[Model]]
) -> tuple[type[Model] | None, Problem | None]:
    """Find the model; if `loai` is wrong, the likely one, so that the rest is still checked."""
    given = tree.get("loai")
    if isinstance(given, str) and given in kinds:
        return kinds[given], None
    if not given:
        misspelt = None if "loai" in tree else same_word("loai", tree)
        meant = tree[misspelt] if misspelt else None
        guess = _likely(tree, meant)
        missing = problem("KD031", Place(path=("loai",)), cac_gia_tri=", ".join(kinds))
        return guess, None if misspelt else missing
    text = shortened(given) if isinstance(given, str) else "…"
    place = Place(path=("loai",))
    if same_word(text, not_composed()):
        near, hint = None, _NOT_WRITTEN
    else:
        near = nearest(text, kinds)
        hint = f"có phải ý đồng chí là «{near}»? " if near else ""
    return (
        _likely(tree, text) if hint is _NOT_WRITTEN else kinds[near] if near else None,
        problem("KD032", place, nhap=text, goi_y=hint, cac_gia_tri=", ".join(kinds)),
    )


def _likely(tree: dict[str, Tree], meant: Tree) -> type[Model]:
    if "don_vi" in tree:
        return DonViNam
    return SaoLuc if meant == "sao-luc" or "ban_goc" in tree else VanBan


def placed(problems: list[Problem], file: str, text: str) -> tuple[Problem, ...]:
    """Add file name, line and column to problems of one file, and sort them by position."""
    found = with_places(problems, file, text) if problems else []
    return tuple(sorted(found, key=lambda each: (each.place.line, each.place.column)))
