"""Whether a file bears a day, the name of who signs, and the confirmations that are asked for."""

import re
from collections.abc import Iterator, Sequence

from generator.dossier.received.bare import letters, rows
from generator.dossier.received.expected import Expected, Finding
from generator.dossier.received.seen import Seen
from generator.dossier.received.subject import is_name
from generator.dossier.results import Ket
from generator.regulations.che_do import BieuMau

_DAY = re.compile(
    r"ngay\s*\d{1,2}\s*thang\s*\d{1,2}\s*,?\s*nam\s*20\d\d|\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*20\d\d"
)
_BELOW = 8
"""Lines below a title of a signature in which the name stands."""

_END = 25
_OWN = frozenset({"nguoi_viet", "tap_the"})


def not_signed(seen: Seen, due: Expected) -> Iterator[Finding]:
    """Find what is missing of day, names and confirmations.

    A name that was typed is what can be seen; ink and stamp on paper are not.
    """
    if not due.signed:
        return
    lines = seen.lines
    if not any(_DAY.search(line) for line in rows(lines).bare if "sinh" not in line):
        yield Finding(Ket.CHUA_KY, "chưa ghi ngày, tháng, năm")
    yield from _signers(lines, due)
    form = due.che_do.bieu_mau[due.form] if due.form else None
    if form and form.xac_nhan:
        yield from _blocks(lines, form, due.blocks)
        return
    if seen.kind != "xlsx" and not any(is_name(line) for line in lines[-_END:]):
        yield Finding(Ket.CHUA_KY, "chưa ghi họ tên người ký ở cuối")
    if due.blocks and not _confirmed(lines):
        yield Finding(Ket.CHUA_KY, f"chưa có xác nhận của {', '.join(due.blocks)}")


def _signers(lines: tuple[str, ...], due: Expected) -> Iterator[Finding]:
    """Who the checklist says must sign; no program sees a stamp, so somebody has to look."""
    titles = [signer.chuc_danh for signer in due.signers]
    for signer in due.signers:
        title = signer.chuc_danh
        named = _named_below(lines, title, titles)
        yield from _name_missing(title, named)
        if named and signer.dong_dau:
            todo = "mở xem đã đóng dấu chưa, đúng thì ghi da_xem trong ho_so"
            yield Finding(Ket.CAN_XEM_LAI, f"«{title}» phải đóng dấu", todo)


def _blocks(lines: tuple[str, ...], form: BieuMau, asked: Sequence[str]) -> Iterator[Finding]:
    titles = [block.tieu_de for block in form.xac_nhan]
    for block in form.xac_nhan:
        own = block.khoa in _OWN
        if not own and block.tieu_de not in asked:
            continue
        named = (
            any(is_name(line) for line in lines[-_END:])
            if block.khoa == "tap_the"
            else _named_below(lines, block.tieu_de, titles)
        )
        yield from _name_missing(block.tieu_de, named)


def _name_missing(title: str, named: bool | None) -> Iterator[Finding]:
    if named is None:
        yield Finding(Ket.CHUA_KY, f"không thấy chỗ ký «{title}»")
    elif not named:
        yield Finding(Ket.CHUA_KY, f"chưa có chữ ký, họ tên dưới «{title}»")


def _named_below(lines: tuple[str, ...], title: str, titles: Sequence[str]) -> bool | None:
    """Whether a name stands below a title and above the next; None without the title."""
    wanted = letters(title)
    others = tuple(letters(each) for each in titles if each != title)
    plain = rows(lines).letters
    start = next((i for i in reversed(range(len(lines))) if wanted in plain[i]), None)
    if start is None:
        return None
    for spot in range(start + 1, min(start + 1 + _BELOW, len(lines))):
        if plain[spot].startswith(others):
            return False
        if is_name(lines[spot]):
            return True
    return False


def _confirmed(lines: tuple[str, ...]) -> bool:
    start = next((i for i, line in enumerate(rows(lines).bare) if "xac nhan" in line), None)
    return start is not None and any(is_name(line) for line in lines[start:])
