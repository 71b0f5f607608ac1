"""No list holds the same person, criterion or quarter twice, and nobody is absent and at work."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from generator.model.base import Model
from generator.model.birth import may_be_same
from generator.model.meeting import HoiNghi, KiemPhieu
from generator.model.papers import DoiTuongGoiY, GoiY
from generator.model.person import CaNhan
from generator.model.review import ChamDiem, KiemDiem
from generator.model.unit import DonViNam, TapThe
from generator.model.walk import models_in
from generator.problems import DataPath, Place, Problem, problem
from generator.rules.names_known import bare
from generator.wording.compare import fold

Key = tuple[str, str, str]
"""A list, the field of its items that must differ (empty: the item itself), what to call it."""

LISTS: dict[type[Model], tuple[Key, ...]] = {
    TapThe: (("thanh_vien", "ho_ten", "danh sách thành viên"),),
    HoiNghi: (
        ("doi_tuong", "", "đối tượng kiểm điểm"),
        ("vang", "ho_ten", "danh sách vắng"),
        ("dai_bieu", "ho_ten", "danh sách đại biểu"),
    ),
    KiemPhieu: (
        ("to_kiem_phieu", "ho_ten", "tổ kiểm phiếu"),
        ("ket_qua", "doi_tuong", "kết quả bỏ phiếu"),
    ),
    GoiY: (("tap_the", "ten", "gợi ý"), ("ca_nhan", "ten", "gợi ý")),
    DoiTuongGoiY: (("diem", "ma", "các điểm gợi ý"),),
    ChamDiem: (("chi_tiet", "tieu_chi", "bảng chấm điểm"),),
    KiemDiem: (("giai_trinh", "diem", "các điểm giải trình"),),
    CaNhan: (("quy", "quy", "các quý"),),
    DonViNam: (("tap_the", "ten", "các tập thể"),),
}
"""Every list whose items stand for one thing each."""

_NAMES = frozenset({"ho_ten", "doi_tuong", "ten", ""})


def check_repeats(nam: DonViNam) -> Iterator[Problem]:
    """Check the lists of a unit's year.

    Returns:
        KD162 for an item that stands twice, KD163 for a person entered twice, KD164 for somebody
        absent who chairs, keeps the minutes, counts the ballots or speaks.
    """
    namesakes = Counter(fold(each.ho_ten) for each in nam.ca_nhan)
    for path, model in models_in(nam):
        for key, field, called in _lists_of(type(model)):
            yield from _repeated(model, (*path, key), field, called, namesakes)
        if isinstance(model, HoiNghi):
            yield from _absent(model, path)
    yield from _persons_twice(nam.ca_nhan)


@cache
def _lists_of(kind: type[Model]) -> tuple[Key, ...]:
    return tuple(each for base in kind.__mro__ for each in LISTS.get(base, ()))


def _repeated(
    model: Model, path: DataPath, field: str, called: str, namesakes: Counter[str]
) -> Iterator[Problem]:
    items = getattr(model, str(path[-1]))
    if len(items) < 2:
        return
    seen: Counter[str] = Counter()
    shown: Callable[[str], str] = bare if field in _NAMES else str
    for index, item in enumerate(items):
        value: Any = getattr(item, field) if field else item
        name = shown(str(value))
        seen[fold(name)] += 1
        if seen[fold(name)] > max(namesakes[fold(name)], 1):
            place = Place(path=(*path, index, field) if field else (*path, index))
            yield problem("KD162", place, ten=name, danh_sach=called)


def _persons_twice(people: Sequence[CaNhan]) -> Iterator[Problem]:
    earlier: dict[str, list[CaNhan]] = {}
    for index, person in enumerate(people):
        for other in earlier.setdefault(fold(person.ho_ten), []):
            if _same_person(person, other):
                yield problem("KD163", Place(path=("ca_nhan", index, "ho_ten")), ai=person.ho_ten)
                break
        earlier[fold(person.ho_ten)].append(person)


def _same_person(one: CaNhan, other: CaNhan) -> bool:
    if one.ma != other.ma:
        return False
    if one.ngay_sinh is None or other.ngay_sinh is None:
        return True
    return may_be_same(one.ngay_sinh, other.ngay_sinh)


def _absent(meeting: HoiNghi, path: DataPath) -> Iterator[Problem]:
    absent = {fold(bare(each.ho_ten)) for each in meeting.vang}
    tellers = meeting.kiem_phieu.to_kiem_phieu if meeting.kiem_phieu else ()
    doing: list[tuple[DataPath, str, str]] = [
        (("chu_tri", "ho_ten"), meeting.chu_tri.ho_ten, "chủ trì"),
        (("thu_ky", "ho_ten"), meeting.thu_ky.ho_ten, "làm thư ký"),
        *(
            (("kiem_phieu", "to_kiem_phieu", i, "ho_ten"), each.ho_ten, "kiểm phiếu")
            for i, each in enumerate(tellers)
        ),
        *(
            (("y_kien", i, "nguoi"), each.nguoi, "phát biểu")
            for i, each in enumerate(meeting.y_kien)
        ),
    ]
    for keys, name, what in doing:
        if fold(bare(name)) in absent:
            values = {"ten": bare(name), "viec": what, "o": meeting.ten}
            yield problem("KD164", Place(path=(*path, *keys)), **values)
