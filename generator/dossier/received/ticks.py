"""Whether each set of boxes of a form has exactly one tick."""

import re
from collections.abc import Iterator, Sequence

from generator.dossier.received.bare import bare
from generator.dossier.received.expected import Expected, Finding
from generator.dossier.received.seen import Seen
from generator.dossier.results import Ket

_EMPTY, _CROSSED = "☐", "☒"
_BOX = f"[{_EMPTY}{_CROSSED}]"


def ticks(seen: Seen, due: Expected) -> Iterator[Finding]:
    """Find a set with no tick or several; boxes that were taken out of the form count as none."""
    if due.form is None:
        return
    form = due.che_do.bieu_mau[due.form]
    text = bare(" ".join(seen.lines))
    asked = sum(part.cap_do for part in form.phan)
    if asked:
        yield from _sets(text, due.che_do.cap_do, "cấp độ thực hiện", asked)
    levels = [level.ten for level in due.che_do.muc]
    boxes = len(_sets_in(text, levels))
    if boxes:
        yield from _sets(text, levels, "mức xếp loại", boxes)
    elif any(part.khoa == "xep_loai" for part in form.phan) and not _named(text, levels):
        yield Finding(Ket.CAN_XEM_LAI, "chưa ghi mức tự xếp loại")


def _named(text: str, levels: Sequence[str]) -> bool:
    return any(bare(level) in text for level in levels)


def _sets(text: str, names: Sequence[str], what: str, asked: int) -> Iterator[Finding]:
    counts = [each.count(_CROSSED) for each in _sets_in(text, names)]
    none, many = counts.count(0), sum(count > 1 for count in counts)
    written = _written(text, names)
    if none:
        yield Finding(Ket.CAN_XEM_LAI, f"{none} chỗ chưa đánh dấu {what}")
    if many:
        yield Finding(Ket.CAN_XEM_LAI, f"{many} chỗ đánh dấu quá một ô {what}")
    if len(counts) + written < asked:
        missing = asked - len(counts) - written
        yield Finding(Ket.CAN_XEM_LAI, f"không thấy ô đánh dấu {what} ở {missing} mục")


def _sets_in(text: str, names: Sequence[str]) -> list[str]:
    """Return each row of boxes, in the order of the form; a name may stand before or behind."""
    own = [re.escape(bare(name)) for name in names]
    behind = r"\s*".join(rf"{_BOX}\s*{name}" for name in own)
    before = r"\s*".join(rf"{name}\s*{_BOX}" for name in own)
    found = re.findall(behind, text)
    return found or re.findall(before, text)


def _written(text: str, names: Sequence[str]) -> int:
    """Count degrees that were typed in words, where boxes were: «… thực hiện: Tốt»."""
    own = "|".join(re.escape(bare(name)) for name in names)
    return len(re.findall(rf"cap do thuc hien\s*:\s*(?:{own})\b(?!\s*[☐☒])", text))
