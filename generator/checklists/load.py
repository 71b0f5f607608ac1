"""Finds the checklist of a campaign: its own in `danh-muc/`, else a shipped one."""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from generator import shipped
from generator.checklists.checks import check_checklist
from generator.checklists.items import items
from generator.checklists.required import Asking
from generator.model import Dot
from generator.model.checklist import DanhMuc
from generator.model.kinds import LoaiGiayTo
from generator.problems import Place, Problem, problem
from generator.reading.data_file import read_data
from generator.reading.folder_files import data_files
from generator.reading.folder_names import CAMPAIGN_FILE, CHECKLISTS
from generator.reading.positions import located
from generator.reading.suggest import nearest
from generator.regulations.che_do import CheDo


class Chosen(NamedTuple):
    """The checklist of a campaign, None if it cannot be read; its file and its problems."""

    danh_muc: DanhMuc | None
    file: Path
    problems: list[Problem]


def checklist_for(folder: Path, dot: Dot, che_do: CheDo) -> Chosen:
    """Find and read the checklist against which a campaign's dossiers are checked.

    Args:
        folder: the campaign folder.
        dot: its `dot.yaml`; `danh_muc` names the checklist, else the regime does.
        che_do: the regime of its review year.

    Returns:
        The checklist and its problems; it is None only when it cannot be read.
    """
    name = dot.danh_muc or che_do.danh_muc.gia_tri
    known = names(folder)
    if name not in known:
        near = nearest(name, known)
        hint = f"có phải ý đồng chí là «{near}»?" if near else f"dùng một trong: {', '.join(known)}"
        found = problem("KD701", Place(path=("danh_muc",)), ten=name, goi_y=hint)
        return Chosen(None, folder / CAMPAIGN_FILE, located([found], folder / CAMPAIGN_FILE))
    file = known[name]
    return read_checklist(file, dot.nam, own_papers(dot))


def asked_in(folder: Path, dot: Dot, che_do: CheDo) -> Asking:
    """Return what the checklist of a campaign asks; nothing where it cannot be read."""
    chosen = checklist_for(folder, dot, che_do).danh_muc
    return Asking(items(chosen), chosen.dac_diem) if chosen else Asking()


def names(folder: Path) -> dict[str, Path]:
    """Return the checklists available to a campaign by name; its own override the shipped ones."""
    homes = (shipped.TEMPLATES / CHECKLISTS, folder / CHECKLISTS)
    return {path.stem: path for home in homes for path in data_files(home)}


def own_papers(dot: Dot) -> list[str]:
    """Return the codes of the papers an office added, which its checklists may ask for."""
    return [each.ma for each in dot.loai_rieng if isinstance(each, LoaiGiayTo)]


def read_checklist(file: Path, nam: int | None = None, own: Collection[str] = ()) -> Chosen:
    """Read and check one checklist, for the review year `nam` if given.

    `own` are the codes of papers that the office added.
    """
    read = read_data(file, file.as_posix(), {"danh-muc": DanhMuc})
    if not isinstance(read.value, DanhMuc):
        return Chosen(None, file, list(read.problems))
    found = located(check_checklist(read.value, nam, own), file)
    return Chosen(read.value, file, [*read.problems, *found])
