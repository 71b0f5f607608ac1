"""Holds what forms say against the data: what is written, what is so already, what is asked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from generator.model.unit import DonViNam
from generator.problems import DataPath
from generator.reading.units import Unit
from generator.reading.yaml_text import Tree
from generator.returned import lists
from generator.returned.gathering import Received
from generator.returned.places import COUNTED, file_of, now_there, same
from generator.returned.provenance import Origin
from generator.returned.reading import ANALYSIS, Reading, Value
from generator.wording.compare import same_name

Ket = Literal["ghi", "nhu_cu", "hoi", "da_bo_qua"]
"""What becomes of a value: it is written; the data says it already; it is asked about; a clerk has
said before that this is not taken over."""

DIFFERS = "dữ liệu đang ghi khác"
BY_SUPERIOR = "của cấp trên: chỉ ghi khi xác nhận"
NO_PLACE = "dữ liệu không có chỗ ghi: chỉ để xem"
MUST_SPLIT = "phải tách thành từng mục: mở biểu nhập để ghi"
EMPTIED = "bản gửi lại để trống"
LISTED = "dữ liệu đã có phụ lục, tệp ghi khác"
TWO_FILES = "hai tệp ghi khác nhau"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value of a form, and what the data says at its place.

    `tep` is the file of data and `path` the place there; `cay` what would be written, None where
    it cannot be written as it stands; `ly_do` says why it is asked about.
    """

    doc: Reading
    unit: Unit
    thu_muc: Path
    value: Value
    tep: Path
    path: DataPath
    truoc: str
    cay: Tree
    ket: Ket
    ly_do: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The place by which provenance knows it."""
        return f"{self.ai}#{'.'.join(map(str, self.value.path[2:]))}"

    @property
    def place_in_file(self) -> str:
        """The place by which provenance knows that the value of this very file was left."""
        return f"{self.place}|{self.doc.tep.name}"

    @property
    def ai(self) -> str:
        """Whom the form is about."""
        return self.doc.form.ai if self.doc.form else ""


def proposals(received: Received, known: Mapping[str, Origin]) -> list[Proposal]:
    """Return what every value of the forms of a unit comes to.

    Args:
        received: the unit and its readings.
        known: what is known of values taken over before.
    """
    held = (
        _held(received, reading, value, known)
        for reading in received.readings
        for value in reading.values
    )
    found = [each for each in held if each]
    return _whole_rows(_disputed(found))


def _held(
    received: Received,
    reading: Reading,
    value: Value,
    known: Mapping[str, Origin],
) -> Proposal | None:
    """Return what a value comes to; None for a place that no form ever filled."""
    unit = received.unit
    tep, path = file_of(unit, value.path)
    before = now_there(unit, value)
    tree, why = _tree(unit.data, value)
    one = Proposal(reading, unit, received.thu_muc, value, tep, path, before, tree, "ghi")
    if not value.value and not value.why:
        origin = known.get(one.place)
        gone = bool(
            before and origin and origin.ghi and same(replace(value, value=origin.ghi), before)
        )
        return replace(one, ket="hoi", ly_do=(EMPTIED,)) if gone else None
    if value.value and same(value, before):
        return replace(one, ket="nhu_cu")
    origin = known.get(one.place)
    left = known.get(one.place_in_file)
    if left and left.noi_dung == value.value:
        return replace(one, ket="da_bo_qua")
    if (
        origin
        and origin.noi_dung == value.value
        and (
            origin.quyet in {"bo_qua", "sua"}
            and (not origin.ghi or same(replace(value, value=origin.ghi), before))
        )
    ):
        return replace(one, ket="da_bo_qua")
    reasons = [*value.why, *why]
    if value.cap_tren:
        reasons.append(BY_SUPERIOR)
    if before and value.value:
        reasons.append(_differs(origin, before))
    return replace(one, ket="hoi", ly_do=tuple(reasons)) if reasons else one


def _differs(origin: Origin | None, before: str) -> str:
    if origin and origin.ghi == before:
        return f"{DIFFERS}, lấy từ tệp {origin.tep}"
    return DIFFERS


def _tree(data: DonViNam, value: Value) -> tuple[Tree, list[str]]:
    """Return how a value is written, and why it cannot be written as it stands."""
    match value.path[2:]:
        case (way, *_) if way == ANALYSIS:
            return None, [NO_PLACE]
        case ("khac_phuc",):
            return _list(value.value, lists.mended(value.value))
        case ("giai_trinh",):
            return _list(value.value, lists.explained(value.value, _points(data, value.path)))
    return value.value or None, []


def _list(text: str, taken_apart: Tree) -> tuple[Tree, list[str]]:
    if lists.says_none(text):
        return lists.NONE, []
    if not text or taken_apart is not None:
        return taken_apart, []
    return None, [MUST_SPLIT]


def _points(data: DonViNam, path: DataPath) -> dict[str, str]:
    """Return the points of gợi ý that a subject answers, by their codes."""
    head, index = str(path[0]), int(path[1])
    name = data.ca_nhan[index].ho_ten if head == "ca_nhan" else data.tap_the[index].ten
    return {
        point.ma: point.noi_dung
        for letter in data.goi_y
        for target in (letter.ca_nhan if head == "ca_nhan" else letter.tap_the)
        if same_name(target.ten, name)
        for point in target.diem
    }


def _disputed(found: Sequence[Proposal]) -> list[Proposal]:
    """Ask where two files say different things; of those that say the same one is enough."""
    by_place: dict[tuple[Path, DataPath], list[Proposal]] = defaultdict(list)
    for each in found:
        by_place[each.tep, each.path].append(each)
    kept: list[Proposal] = []
    for its in by_place.values():
        said = [each for each in its if each.value.value]
        values = {each.value.value for each in said}
        if len(values) > 1:
            kept += [
                replace(each, ket="hoi", ly_do=(*each.ly_do, TWO_FILES))
                if each.ket not in {"nhu_cu", "da_bo_qua"}
                else each
                for each in its
            ]
        else:
            kept.append(min(said or its, key=lambda each: len(each.ly_do)))
    order = {id(each): number for number, each in enumerate(found)}
    return sorted(kept, key=lambda each: order.get(id(each), 0))


def _whole_rows(found: Sequence[Proposal]) -> list[Proposal]:
    """Ask about all cells of a row whose name is asked about: it cannot stand without that."""
    listed = {
        (each.tep, _list_of(each.path))
        for each in found
        if each.truoc and each.ket != "nhu_cu" and _list_of(each.path)
    } | {
        (each.tep, _list_of(each.path))
        for each in found
        if each.ket == "ghi" and _list_of(each.path) and _has_list(each)
    }
    found = [
        replace(each, ket="hoi", ly_do=(*each.ly_do, LISTED))
        if each.ket == "ghi" and (each.tep, _list_of(each.path)) in listed
        else each
        for each in found
    ]
    waiting = {
        (each.tep, each.path[:-1])
        for each in found
        if each.ket == "hoi" and len(each.path) > 1 and _is_name(each.path)
    }
    return [
        replace(each, ket="hoi", ly_do=(*each.ly_do, "nội dung của dòng chưa chắc"))
        if each.ket == "ghi" and (each.tep, each.path[:-1]) in waiting
        else each
        for each in found
    ]


def _list_of(path: DataPath) -> DataPath:
    """Return the list whose counted item a path leads into; empty for none."""
    at = next((at for at, step in enumerate(path) if step in COUNTED and at + 1 < len(path)), None)
    return path[: at + 1] if at is not None and isinstance(path[at + 1], int) else ()


def _has_list(each: Proposal) -> bool:
    head, index = str(each.value.path[0]), int(each.value.path[1])
    return bool(getattr(getattr(each.unit.data, head)[index], "nhiem_vu", ()))


def _is_name(path: DataPath) -> bool:
    return any(COUNTED.get(str(step)) == path[-1] for step in path[:-1])


def asked(found: Iterable[Proposal]) -> list[Proposal]:
    """Return those that a clerk must look at."""
    return [each for each in found if each.ket == "hoi"]


def written(found: Iterable[Proposal]) -> list[Proposal]:
    """Return those that are taken over without asking."""
    return [each for each in found if each.ket == "ghi"]
