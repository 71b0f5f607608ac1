"""Letters as the desk offers them: their kinds, earlier ones, recipients used before."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.desk.campaigns import Desk, Open
from generator.editing.data_file import snapshot
from generator.editing.edited import content, text_of
from generator.model import Dot, SaoLuc, VanBan
from generator.model.kinds import LoaiVanBan
from generator.model.letter import FOREIGN
from generator.problems import Problem
from generator.reading.folder_files import data_files
from generator.reading.folder_names import CAMPAIGN_FILE
from generator.reading.load import campaign_of, read_top
from generator.reading.yaml_text import Tree
from generator.regulations.in_force import pack_in_force
from generator.regulations.packs import letter_kinds, letter_of

FORMS = ("van-ban", "sao-luc")
"""The forms of letters."""

USUAL = (
    "cong-van", "ke-hoach", "thong-bao", "bao-cao", "to-trinh", "quyet-dinh", "bien-ban",
    "giay-moi",
)  # fmt: skip
"""Kinds that every office writes; they stand first."""

MOST = 14
"""Recipients that are offered."""

Choice = tuple[str, str]
"""A value and its words."""


class Group(NamedTuple):
    """Choices that belong together."""

    ten: str
    cac: list[Choice]


def kinds_offered(dot: Dot | None) -> list[Group]:
    """Return the kinds of letters that can be written, the usual ones first.

    Args:
        dot: the campaign; None if it cannot be read.
    """
    own = [each for each in (dot.loai_rieng if dot else ()) if isinstance(each, LoaiVanBan)]
    named = {each.ma for each in own}
    shipped = {
        ma: each
        for ma, each in letter_kinds().items()
        if each.mau and each.bo_cuc != "sao" and ma not in named
    }
    pack = pack_in_force(dot, dot.co_quan, None)[0] if dot else None
    foreign = {ma for ma in shipped if pack and ma not in pack.ky_hieu_van_ban}
    slips = {ma for ma, each in shipped.items() if not each.in_trich_yeu}
    rest = shipped.keys() - foreign - slips - set(USUAL)
    other = "Đảng" if dot and dot.co_quan.khoi == "nha_nuoc" else "nhà nước"
    groups = [
        Group(
            "Hay dùng", [(ma, shipped[ma].ten) for ma in USUAL if ma in shipped.keys() - foreign]
        ),
        Group("Loại của cơ quan này", [(each.ma, each.ten) for each in own]),
        Group("Văn bản khác", _named(shipped, rest)),
        Group("Giấy, phiếu, thư", _named(shipped, slips - foreign)),
        Group(f"Chỉ ở cơ quan {other}", _named(shipped, foreign)),
    ]
    return [each for each in groups if each.cac]


def _named(shipped: dict[str, LoaiVanBan], codes: Iterable[str]) -> list[Choice]:
    return sorted(((ma, shipped[ma].ten) for ma in codes), key=lambda each: each[1])


def earlier(desk: Desk, opened: Open) -> list[Group]:
    """Return the letters that a new one can be copied from, those of this campaign first."""
    found = []
    for ma, folder in sorted(desk.folders(), key=lambda each: each[0] != opened.ma):
        dot = campaign_of(folder)
        if dot is not None:
            cac = [(f"{ma}/{name}", words) for name, words in _letters(folder, dot)]
            found.append(Group(dot.ten, cac))
    return [each for each in found if each.cac]


def _letters(folder: Path, dot: Dot) -> Iterator[Choice]:
    for path in data_files(folder):
        tree = tree_of(path)
        kind = letter_of(str(tree.get("loai", "")), dot) if tree else None
        if tree and kind and kind.mau and kind.bo_cuc != "sao":
            day = str(tree.get("ngay") or "")
            yield path.name, title(tree, dot)[:110] + (f" ({day})" if day else "")


def title(tree: Mapping[str, Tree], dot: Dot | None) -> str:
    """Return what a letter is called: «Kế hoạch: kiểm tra, giám sát quý IV năm 2026»."""
    kind = letter_of(str(tree.get("loai", "")), dot)
    about = tree.get("trich_yeu") or tree.get("ban_goc")
    return ": ".join(map(str, filter(None, (kind.ten if kind else "", about)))) or "Văn bản"


def tree_of(path: Path) -> dict[str, Tree] | None:
    """Return what a data file holds; None if it cannot be read."""
    try:
        tree = content(text_of(snapshot(path).data))
    except OSError:
        return None
    return tree if not isinstance(tree, Problem) and isinstance(tree, dict) else None


def chosen(desk: Desk, which: str) -> Path | None:
    """Return the file of an earlier letter (`earlier`); None if there is none of this name."""
    ma, _, name = which.partition("/")
    opened = desk.campaign(ma)
    return opened.data_file(name) if opened and name != CAMPAIGN_FILE else None


def to_copy(opened: Open, dot: Dot | None) -> list[Group]:
    """Return what a copy can be made of: files of other offices, letters of the campaign."""
    foreign = sorted(
        (each.name, each.name)
        for each in opened.folder.iterdir()
        if each.suffix.lower() in FOREIGN and each.is_file()
    )
    own = list(_letters(opened.folder, dot)) if dot else []
    groups = [
        Group("Tệp Word, PDF, ảnh trong thư mục của đợt", foreign),
        Group("Văn bản của đợt", own),
    ]
    return [each for each in groups if each.cac]


def used_before(opened: Open) -> dict[str, tuple[str, ...]]:
    """Return whom letters of the campaign went to, by key of the model, the most frequent first."""
    campaign, _ = read_top(opened.folder)
    to: Counter[str] = Counter(campaign.dot.noi_nhan if campaign.dot else ())
    addressed: Counter[str] = Counter()
    for each in campaign.documents.values():
        to.update(each.noi_nhan if isinstance(each, VanBan | SaoLuc) else ())
        addressed.update(each.kinh_gui if isinstance(each, VanBan) else ())
    return {"noi_nhan": _first(to), "kinh_gui": _first(addressed)}


def _first(counted: Counter[str]) -> tuple[str, ...]:
    """Return the names; heads of groups and their members belong to one letter."""
    names = (name for name, _ in counted.most_common())
    return tuple(name for name in names if name[-1:] != ":" and name[:1] not in "+-")[:MOST]
