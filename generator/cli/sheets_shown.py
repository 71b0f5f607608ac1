"""Shows what a workbook changes: as lines to read, or as JSON."""

from collections.abc import Iterable, Iterator

from generator.sheets.change_plan import Added, CellChange
from generator.sheets.importing import Imported
from generator.sheets.layout import Cot, column_of
from generator.sheets.rows import Mapped, Spot, Told
from generator.wording.choice_words import in_words

_MOST = 200
"""Changes shown to read; the rest is counted."""


def shown(found: Imported, *, remove: bool) -> str:
    """Return what a workbook changes, as lines."""
    return "\n".join(_lines(found, remove=remove))


def as_json(found: Imported) -> dict[str, object]:
    """Return what a workbook changes, every change, cell told and question with its place."""
    plan = found.plan
    return {
        "file": found.tep.as_posix(),
        "changes": [*map(_change, plan.doi),
                    *(one for each in plan.moi for one in _added(found, each))],
        "gone": [{"what": each.loai, "unit": each.don_vi, "about": each.ai} for each in plan.mat],
        "unchanged": plan.giu,
        "told": [*map(_told, plan.wrong), *map(_told, found.canh_bao)],
        "asked": [*map(_told, plan.asked)],
        "columns": [*map(_column, plan.cot)],
    }  # fmt: skip


def _lines(found: Imported, *, remove: bool) -> Iterator[str]:
    plan = found.plan
    yield f"{found.tep.name}:"
    taken = [each for each in plan.cot if each.loai and not each.chac]
    if taken:
        heads = ", ".join(f"«{each.dau}» là {each.loai}.{each.khoa}" for each in taken)
        yield f"  Cột đoán theo nội dung, xem lại: {heads}"
    unknown = [each for each in plan.cot if not each.khoa]
    if unknown:
        heads = ", ".join(f"«{each.dau}» ({each.spot.o})" for each in unknown)
        yield f"  Cột không lấy: {heads}"
    for title, its in (
        ("Thêm", [_new(each) for each in plan.moi]),
        ("Đổi", [_words(each) for each in plan.doi]),
        ("Không còn trong bảng", [f"{each.ai} ({each.don_vi})" for each in plan.mat]),
        ("Chưa lấy, phải sửa", [_said(each) for each in plan.wrong]),
        ("Phải chọn", [_said(each) for each in plan.asked]),
        ("Cảnh báo", [_said(each) for each in found.canh_bao]),
    ):
        if its:
            yield f"  {title}: {len(its)}"
            yield from (f"    {each}" for each in its[:_MOST])
            if len(its) > _MOST:
                yield f"    và {len(its) - _MOST} mục nữa"
    if plan.mat:
        yield "  Các mục ấy sẽ bị bỏ." if remove else "  Các mục ấy vẫn giữ; bỏ thì thêm --remove."
    yield f"  Giữ nguyên: {plan.giu} ô"


def _words(each: CellChange) -> str:
    before, after = (value or "(trống)" for value in (each.truoc, each.sau))
    return f"{_at(each.spot)} {each.hang.ai} ({each.hang.don_vi}), {each.cot}: {before} → {after}"


def _new(each: Added) -> str:
    columns = [(column_of(each.loai, key), value) for key, value in each.o.items()]
    values = [f"{cot.dau} {_shown(cot, value)}" for cot, value in columns if value != each.ai]
    said = f": {', '.join(values)}" if values else ""
    return f"{_at(each.spot)} {each.ai} ({each.don_vi or 'cả đợt'}){said}"


def _shown(cot: Cot, value: str) -> str:
    if cot.kieu == "chon":
        return in_words(cot.khoa.rpartition(".")[2], value)
    return value.replace(".", ",") if cot.kieu == "diem" else value


def _said(each: Told) -> str:
    return f"{_at(each.spot)} {each.vi_sao.message}; {each.vi_sao.mend}"


def _at(spot: Spot) -> str:
    return f"{spot.trang}!{spot.o}"


def _place(spot: Spot) -> dict[str, str]:
    return {"sheet": spot.trang, "cell": spot.o}


def _change(each: CellChange) -> dict[str, object]:
    path = [*each.hang.goc, *each.khoa.split(".")]
    return {
        "file": each.hang.tep.as_posix(), "path": path, "before": each.truoc or None,
        "after": each.sau or None, **_place(each.spot),
    }  # fmt: skip


def _added(found: Imported, item: Added) -> Iterable[dict[str, object]]:
    home = found.nha.get(item.don_vi)
    return (
        {"file": home.as_posix() if home else None, "path": [item.loai, "+", *key.split(".")],
         "before": None, "after": value, **_place(item.spot)}
        for key, value in item.o.items()
    )  # fmt: skip


def _told(each: Told) -> dict[str, str]:
    return {
        **_place(each.spot),
        "code": each.vi_sao.code,
        "why": each.vi_sao.message,
        "mend": each.vi_sao.mend,
    }


def _column(each: Mapped) -> dict[str, object]:
    key = f"{each.loai}.{each.khoa}" if each.loai else each.khoa or None
    return {**_place(each.spot), "head": each.dau, "key": key, "sure": each.chac}
