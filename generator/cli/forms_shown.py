"""Shows what forms that came back say: as lines to read, or as JSON."""

from collections.abc import Iterable, Iterator, Sequence

from generator.returned.looking import Look
from generator.returned.printed_otherwise import Otherwise
from generator.returned.proposing import Proposal, asked, written
from generator.returned.reading import Reading

_MOST = 200
"""Values shown to read; the rest is counted."""

_LONGEST = 60


def shown(look: Look) -> str:
    """Return what forms say, as lines."""
    return "\n".join(_lines(look))


def as_json(look: Look) -> dict[str, object]:
    """Return every file and every value with where it came from and how sure it is."""
    return {
        "files": [_file(each) for each in look.readings],
        "values": [_value(each) for each in look.proposals],
    }


def _lines(look: Look) -> Iterator[str]:
    readings = look.readings
    good = [each for each in readings if not each.tu_choi]
    others = sum(each.khac for each in readings)
    refused = len(readings) - len(good) - others
    yield (
        f"{len(readings)} tệp: đọc {len(good)} mẫu của đợt; {refused} tệp không đọc được; "
        f"{others} tệp không phải mẫu."
    )
    sure, doubtful = written(look.proposals), asked(look.proposals)
    same = sum(each.ket == "nhu_cu" for each in look.proposals)
    for title, its in (
        ("Ghi", [_words(each) for each in sure]),
        ("Phải xem", [f"{_words(each)}; {'; '.join(each.ly_do)}" for each in doubtful]),
    ):
        if its:
            yield f"  {title}: {len(its)}"
            yield from (f"    {each}" for each in its[:_MOST])
            if len(its) > _MOST:
                yield f"    và {len(its) - _MOST} chỗ nữa"
    left = sum(each.ket == "da_bo_qua" for each in look.proposals)
    yield f"  Như dữ liệu: {same} chỗ" + (f"; đã quyết trước đây: {left} chỗ" if left else "")


def _words(each: Proposal) -> str:
    before = f"{_cut(each.truoc)} → " if each.truoc else ""
    said = _cut(each.value.value) or "(không rõ)"
    return f"{each.ai}, {_cut(each.value.nhan)}: {before}{said} ({each.doc.tep.name})"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _file(each: Reading) -> dict[str, object]:
    return {
        "file": each.tep.as_posix(),
        "form": each.form.ten if each.form else None,
        "person": each.form.ai if each.form else None,
        "refused": each.tu_choi or None,
        "values": len(each.values),
    }


def _value(each: Proposal) -> dict[str, object]:
    return {
        "file": each.doc.tep.as_posix(),
        "person": each.ai,
        "form": each.doc.form.ten if each.doc.form else None,
        "data": each.tep.as_posix(),
        "path": [*each.path],
        "value": each.value.value or None,
        "before": each.truoc or None,
        "sure": each.value.sure,
        "why": [*(each.ly_do or each.value.why)],
        "action": _ACTIONS[each.ket],
        "paragraph": each.value.noi,
    }


_ACTIONS = {"ghi": "write", "nhu_cu": "same", "hoi": "ask", "da_bo_qua": "decided"}


def differences_shown(found: Sequence[Otherwise]) -> str:
    """Return where the program would print a form otherwise than it came back, as lines."""
    return "\n".join(_differing(found))


def _differing(found: Iterable[Otherwise]) -> Iterator[str]:
    for each in found:
        if each.vi_sao:
            yield f"{each.tep.name}: {each.vi_sao}"
        elif not each.khac:
            yield f"{each.tep.name}: như bản chương trình in."
        else:
            yield f"{each.tep.name}: khác {len(each.khac)} chỗ"
            for one in each.khac:
                back, out = _cut(one.gui_ve), _cut(one.in_ra)
                yield f"    {_cut(one.nhan)}: gửi về «{back}», in ra «{out}»"
