"""Somebody leaves a unit, for another one or for good: what goes along, what names them still."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.editing.changes import DeleteFile, Origin, Wanted
from generator.editing.edits import Insert, Remove, Set, is_there, value_at
from generator.model.birth import may_be_same
from generator.model.campaign import Ky
from generator.model.unit import CaNhan, DonViNam
from generator.model.walk import models_in
from generator.problems import DataPath
from generator.reading.units import Unit
from generator.reading.yaml_text import Tree
from generator.rules.names_known import bare, references
from generator.wording.compare import same

PEOPLE, FILED, EARLIER = "ca_nhan", "ho_so", "han_che_ky_truoc"
ISSUED = "ban_phat_hanh"
"""The key of a signed file that lies beside a person's own file and cannot leave it."""

_WITH_ONE = frozenset({"tap_the", EARLIER, FILED})
"""Where a line says only who belongs to the unit: it goes too, unless the clerk keeps it.

What a meeting or a letter said stays said unless the clerk takes it out.
"""

_CARRIED = ("vai_tro", "cong_chuc", "noi_cu_tru")
"""What a unit says of all its people that is true of a person in another unit too."""


class Mention(NamedTuple):
    """A place of a unit's file that names a person.

    `bo` is the line that can be taken out with the person, None where somebody else must be named
    instead; `san` is whether it goes unless the clerk keeps it.
    """

    muc: DataPath
    vai: str
    bo: DataPath | None
    san: bool = False


class Leaver(NamedTuple):
    """A person of a unit, by the number in its list, with the unit's and the person's own file."""

    unit: Unit
    so: int
    tree: Tree
    rieng: Tree = None

    @property
    def person(self) -> CaNhan:
        """The person's year."""
        return self.unit.data.ca_nhan[self.so]

    @property
    def file(self) -> Path:
        """The file that the person stands in."""
        return self.unit.persons.get(self.so, self.unit.file)

    @property
    def own(self) -> dict[str, Tree]:
        """What that file says of the person."""
        apart = self.so in self.unit.persons
        found = self.rieng if apart else value_at(self.tree, (PEOPLE, self.so))
        return dict(found) if isinstance(found, dict) else {}


class Home(NamedTuple):
    """The unit that somebody comes to, and what its file says."""

    unit: Unit
    tree: Tree


def mentions(nam: DonViNam, so: int) -> list[Mention]:
    """Return what names a person in the year of the unit, besides the person's own entry.

    Of namesakes nobody knows who is meant: what names them is told, and stays.
    """
    found = named(nam, nam.ca_nhan[so].ho_ten)
    if has_namesake(nam, so):
        return [each._replace(bo=None, san=False) for each in found]
    return found


def has_namesake(nam: DonViNam, so: int) -> bool:
    """Return whether somebody else of the unit has the name of a person."""
    name = nam.ca_nhan[so].ho_ten
    return sum(same(each.ho_ten, name) for each in nam.ca_nhan) > 1


def named(nam: DonViNam, name: str) -> list[Mention]:
    """Return where a name stands in the year of a unit, outside of its people's own entries."""
    found = [
        _mention(nam, each.path, each.vai) for each in references(nam) if same(bare(each.ten), name)
    ]
    for index, each in enumerate(nam.ho_so):
        if each.ai and same(each.ai, name):
            row: DataPath = (FILED, index)
            vai = f"sổ nhận hồ sơ, mục {each.muc}"
            found.append(Mention((*row, "ai"), vai, row, not each.tep))
    found += [
        Mention((*path, "ho_ten"), "người ký", None)
        for path, model in models_in(nam)
        if isinstance(model, Ky) and path[:1] != (PEOPLE,) and same(model.ho_ten or "", name)
    ]
    return found


def renamed(
    tree: Tree, file: Path, places: Iterable[DataPath], new: str, origin: Origin
) -> list[Wanted]:
    """Return the edits by which a name is mended where it stands; «đồng chí», posts stay."""
    edits: list[Wanted] = []
    for path in places:
        if path[0] == EARLIER:
            if not is_there(tree, (EARLIER, new)):
                value = value_at(tree, path)
                edits += [
                    Wanted(file, each, origin)
                    for each in (Remove(path), Set((EARLIER, new), value))
                ]
            continue
        text = value_at(tree, path)
        if isinstance(text, str):
            edits.append(Wanted(file, Set(path, text.replace(bare(text), new, 1)), origin))
    return edits


def _mention(nam: DonViNam, path: DataPath, vai: str) -> Mention:
    """Return a name as a mention; the line it is of is an entry of a list inside of an entry."""
    if path[0] == EARLIER:
        return Mention(path, vai, path, san=True)
    depth = max(at for at, step in enumerate(path, 1) if isinstance(step, int))
    only = path[2:3] == ("doi_tuong",) and len(nam.hoi_nghi[int(path[1])].doi_tuong) == 1
    if depth < 3 or only:  # a meeting about nobody in particular would be about everybody
        return Mention(path, vai, None)
    return Mention(path, vai, path[:depth], path[0] in _WITH_ONE)


def hindrances(leaver: Leaver, home: Home | None) -> Iterator[str]:
    """Yield why somebody cannot go to a unit."""
    if home is None:
        return
    if leaver.own.get(ISSUED):
        yield (
            "người này có bản đã ký số, phát hành nằm cạnh tệp riêng; chuyển cả tệp riêng và bản "
            "ấy sang thư mục của đơn vị mới"
        )
    for each in home.unit.data.ca_nhan:
        births = each.ngay_sinh, leaver.person.ngay_sinh
        unlike = births[0] and births[1] and not may_be_same(births[0], births[1])
        if same(each.ho_ten, leaver.person.ho_ten) and not unlike:
            yield (
                f"{home.unit.data.don_vi.ten} đã có {each.ho_ten}; đúng là người ấy thì bỏ ở đơn "
                "vị này, là hai người thì ghi ngày sinh của cả hai"
            )


def to_look_at(leaver: Leaver) -> Iterator[tuple[str, str]]:
    """Yield what goes along and may be true only of this unit: what it is, and what it says."""
    own, person = leaver.own, leaver.person
    if person.chuc_vu.dang and "chuc_vu" in own:
        yield "chức vụ Đảng", person.chuc_vu.dang
    for key, called in (("don_vi_cong_tac", "đơn vị công tác"), ("chi_bo", "chi bộ sinh hoạt"),
                        ("nhom", "nhóm để tính tỉ lệ xuất sắc")):  # fmt: skip
        if isinstance(said := own.get(key), str) and said:
            yield called, said
    if person.dung_dau:
        yield "người đứng đầu", "có"
    steps = person.xep_loai
    for level, called in (
        (steps.chi_uy, "mức chi ủy đề xuất"),
        (steps.chi_bo, "mức chi bộ đề xuất"),
        (steps.quyet_dinh, "mức đã quyết định"),
    ):
        if level:
            yield called, level
    if own.get("xac_nhan"):
        yield "nhận xét, xác nhận", "của các cấp ở nơi cũ"


def leaving(
    leaver: Leaver, along: Collection[DataPath], home: Home | None, origin: Origin
) -> list[Wanted]:
    """Return the edits by which somebody leaves a unit.

    Args:
        leaver: who.
        along: the lines that name the person and go too (`Mention.bo`).
        home: the unit the person comes to; None if the person leaves the campaign.
        origin: where this was asked.
    """
    file = leaver.unit.file
    gone = [Remove(path) for path in sorted(along, reverse=True)]  # from behind: no index moves
    edits = [Wanted(file, each, origin) for each in gone]
    if leaver.file == file:
        edits.append(Wanted(file, Remove((PEOPLE, leaver.so)), origin))
    else:
        edits.append(Wanted(leaver.file, DeleteFile(), origin))
    if home is not None:
        edits += [Wanted(home.unit.file, each, origin) for each in _coming(leaver, along, home)]
    return edits


def _coming(leaver: Leaver, along: Collection[DataPath], home: Home) -> Iterator[Insert | Set]:
    yield Insert((PEOPLE,), _length(home.tree, PEOPLE), _taken_along(leaver, home))
    rows = [value_at(leaver.tree, path) for path in sorted(along) if path[0] == FILED]
    for index, row in enumerate(rows, _length(home.tree, FILED)):
        yield Insert((FILED,), index, row)
    for path in along:
        if path[0] == EARLIER and not is_there(home.tree, path):
            yield Set(path, value_at(leaver.tree, path))


def _taken_along(leaver: Leaver, home: Home) -> dict[str, Tree]:
    """Return a person's entry, with what the unit said of all where the new one says nothing."""
    own = {key: value for key, value in leaver.own.items() if key != "loai"}
    before, after = _shared(leaver.tree), _shared(home.tree)
    given = {
        key: before[key]
        for key in _CARRIED
        if before.get(key) and not own.get(key) and not after.get(key)
    }
    return own | given


def _shared(tree: Tree) -> Mapping[str, Tree]:
    found = tree.get("mac_dinh") if isinstance(tree, dict) else None
    return found if isinstance(found, dict) else {}


def _length(tree: Tree, key: str) -> int:
    found = tree.get(key) if isinstance(tree, dict) else None
    return len(found) if isinstance(found, list) else 0
