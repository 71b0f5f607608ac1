"""Whether each set of boxes of a form has exactly one tick."""

import re
from collections.abc import Iterator, Sequence

from generator.dossier.received.bare import all_bare, all_letters, bare, letters, rows
from generator.dossier.received.expected import Expected, Finding
from generator.dossier.received.filled import own_part
from generator.dossier.received.seen import Seen
from generator.dossier.results import Ket
from generator.regulations.che_do import BieuMau

_EMPTY, _CROSSED = "☐", "☒"
_BOX = f"[{_EMPTY}{_CROSSED}]"


def ticks(seen: Seen, due: Expected) -> Iterator[Finding]:
    """Find a set with no tick or several; boxes that were taken out of the form count as none."""
    if due.form is None:
        yield from _rows(seen.lines)
        return
    form = due.che_do.bieu_mau[due.form]
    asked = sum(part.cap_do for part in form.phan)
    if asked:
        yield from _sets(seen.lines, due.che_do.cap_do, "cấp độ thực hiện", asked)
    levels = [level.ten for level in due.che_do.muc]
    boxes = len(_sets_in(all_bare(seen.lines), levels))
    if boxes:
        yield from _sets(seen.lines, levels, "mức xếp loại", boxes)
    elif not _chosen(own_part(seen.lines, due), form, levels):
        yield Finding(Ket.CAN_XEM_LAI, "không rõ mức tự xếp loại")


def _rows(lines: Sequence[str]) -> Iterator[Finding]:
    """On a paper without a prescribed form the boxes of one line are one choice."""
    rows = [line for line in lines if line.count(_EMPTY) + line.count(_CROSSED) > 1]
    none = sum(_CROSSED not in line for line in rows)
    many = sum(line.count(_CROSSED) > 1 for line in rows)
    if none:
        yield Finding(Ket.CAN_XEM_LAI, f"{none} dòng chưa đánh dấu ô nào")
    if many:
        yield Finding(Ket.CAN_XEM_LAI, f"{many} dòng đánh dấu quá một ô")


def _chosen(lines: tuple[str, ...], form: BieuMau, levels: Sequence[str]) -> bool:
    """Whether a level is written below its heading; all of them below each other are no choice."""
    headings = [letters(part.tieu_de) for part in form.phan if part.khoa == "xep_loai"]
    text = all_letters(lines)
    for heading in headings:
        _, there, below = text.rpartition(heading)
        said = [letters(level) in f" {below}" for level in levels]
        if there and (all(said) or not any(said)):
            return False
    return True


def _sets(lines: tuple[str, ...], names: Sequence[str], what: str, asked: int) -> Iterator[Finding]:
    counts = [each.count(_CROSSED) for each in _sets_in(all_bare(lines), names)]
    none, many = counts.count(0), sum(count > 1 for count in counts)
    written = _written(lines, names)
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


def _written(lines: tuple[str, ...], names: Sequence[str]) -> int:
    """Count degrees that were typed in words, where boxes were: «… thực hiện: Tốt»."""
    own = [letters(name) for name in names]
    asking = (
        line for line, plain in zip(lines, rows(lines).letters, strict=True) if _ASKS in plain
    )
    answers = [letters(line.rpartition(":")[2]) for line in asking]
    return sum(answer in own for answer in answers)


_ASKS = " cap do thuc hien "
