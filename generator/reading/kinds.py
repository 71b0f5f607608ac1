"""Reads the kinds of paper added by an office: one file each in `loai/` of the campaign folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.model import CaNhanTep, DonViNam, SaoLuc, VanBan
from generator.model.base import Model
from generator.model.checklist import DanhMuc
from generator.model.kinds import Kind, LoaiGiayTo, LoaiVanBan
from generator.problems import Place, Problem, problem
from generator.reading.folder_files import data_files
from generator.reading.folder_names import KINDS
from generator.reading.positions import with_places
from generator.reading.text_file import read_text
from generator.reading.validate import validate
from generator.reading.yaml_text import parse
from generator.regulations.catalogue import paper_kinds
from generator.regulations.packs import letter_kinds

MOST = 200
"""Maximum number of kinds an office may add; further files are reported and not read."""

KIND_MODELS: Mapping[str, type[LoaiVanBan | LoaiGiayTo]] = {
    "loai-van-ban": LoaiVanBan,
    "loai-giay-to": LoaiGiayTo,
}
_COPY = "sao"


class OwnKinds(NamedTuple):
    """The usable kinds that an office added, and the problems."""

    kinds: tuple[Kind, ...]
    problems: tuple[Problem, ...]


def own_kinds(campaign: Path) -> OwnKinds:
    """Read the kinds of paper in `loai/` of a campaign folder; none if there is no such folder.

    Returns:
        The kinds with the office's source mark, and every problem with its place: those of reading,
        a code different from the file's name (KD038) or already used (KD039), too many files
        (KD040).
    """
    folder = campaign / KINDS
    kinds: list[Kind] = []
    problems: list[Problem] = []
    for number, path in enumerate(data_files(folder)):
        if number >= MOST:
            problems.append(problem("KD040", Place(file=path.as_posix())))
            continue
        kind, found = _read(path)
        problems += found
        kinds += [kind] if kind else []
    return OwnKinds(tuple(kinds), tuple(problems))


def _read(path: Path) -> tuple[Kind | None, list[Problem]]:
    text = read_text(path)
    return (None, [text]) if isinstance(text, Problem) else kind_of(text, path)


def kind_of(text: str, path: Path) -> tuple[Kind | None, list[Problem]]:
    """Return the kind that a file of `loai/` of this text would hold, and every problem."""
    tree = parse(text)
    if isinstance(tree, Problem):
        return None, with_places([tree], path.as_posix(), text)
    model = KIND_MODELS.get(str(tree.get("loai")))
    if model is None:
        place = Place(path=("loai",))
        code = "KD032" if tree.get("loai") else "KD031"
        wanted = ", ".join(KIND_MODELS)
        found = [problem(code, place, nhap=tree.get("loai"), goi_y="", cac_gia_tri=wanted)]
        return None, with_places(found, path.as_posix(), text)
    kind, found = validate(tree, model)
    if kind is not None:
        found = _against(kind, path)
        kind = _completed(kind)
    placed = with_places(found, path.as_posix(), text) if found else []
    return (None if found else kind), placed


def _against(kind: Kind, path: Path) -> list[Problem]:
    """Compare a kind with the name of its file and with the shipped kinds."""
    place = Place(path=("ma",))
    if kind.ma != path.stem:
        return [problem("KD038", place, ma=kind.ma, tep=path.stem)]
    known = letter_kinds().get(kind.ma)
    # The office may give a template to a kind of letter that has none of its own name.
    given = known is not None and isinstance(kind, LoaiVanBan) and known.mau != known.ma
    if (known is not None and not given) or kind.ma in paper_kinds():
        return [problem("KD039", place, ma=kind.ma)]
    return []


def _completed(kind: Kind) -> Kind:
    """Store the number of a paper under `giay_to` of the unit unless its kind states a key."""
    if isinstance(kind, LoaiGiayTo) and kind.van_ban and not kind.van_ban.ghi_o:
        head = kind.van_ban.model_copy(update={"ghi_o": f"giay_to.{kind.ma}"})
        return kind.model_copy(update={"van_ban": head})
    return kind


def data_models(own: tuple[Kind, ...] = ()) -> dict[str, type[Model]]:
    """Return the model of each `loai` that a data file of a campaign may have.

    Letters come first: those that can be composed, then those the office added.
    """
    composed = [each for each in letter_kinds().values() if each.mau]
    added = [each for each in own if isinstance(each, LoaiVanBan)]
    letters: dict[str, type[Model]] = {
        each.ma: SaoLuc if each.bo_cuc == _COPY else VanBan for each in (*composed, *added)
    }
    return {**letters, **OF_UNITS}


OF_UNITS: Mapping[str, type[Model]] = {
    "don-vi": DonViNam, "ca-nhan": CaNhanTep, "danh-muc": DanhMuc
}  # fmt: skip
"""Those that are no letters: no office adds one of these."""


def not_composed() -> list[str]:
    """Return the kinds that can only be numbered: copies, which are all composed as `sao-luc`."""
    return [each.ma for each in letter_kinds().values() if not each.mau]
