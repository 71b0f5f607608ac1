"""Whether a received file is what it has to be; what keeps it from that, and what to look at."""

from collections.abc import Iterator

from generator.dossier.received.bare import all_letters, letters
from generator.dossier.received.expected import Expected, Finding
from generator.dossier.received.filled import unfilled
from generator.dossier.received.form_match import wrong_form
from generator.dossier.received.identify import is_titled
from generator.dossier.received.seen import REASONS, Seen
from generator.dossier.received.signing import not_signed
from generator.dossier.received.subject import named_person
from generator.dossier.received.ticks import ticks
from generator.dossier.received.years import wrong_year
from generator.dossier.results import Ket
from generator.wording.compare import same


def judge(seen: Seen, due: Expected) -> list[Finding]:
    """Hold a file against what it has to be.

    Args:
        seen: what it says.
        due: what it has to be.

    Returns:
        What is wrong with it; nothing when it counts. What cannot be decided is a finding too.
    """
    if seen.refusal:
        return [Finding(Ket.CAN_XEM_LAI, REASONS[seen.refusal])]
    if seen.scanned:
        reason = "không đọc được chữ (ảnh chụp, bản quét, PDF vỡ chữ)"
        return [Finding(Ket.CAN_XEM_LAI, reason, "mở xem, đúng thì ghi da_xem trong ho_so")]
    if due.titles and due.form is None and not is_titled(seen, due.titles):
        # Something else altogether: what it lacks as this document says nothing.
        return [Finding(Ket.CAN_XEM_LAI, f"không thấy tên «{due.titles[0]}» ở đầu tệp")]
    return [
        *wrong_form(seen, due),
        *wrong_year(seen, due),
        *_wrong_person(seen, due),
        *unfilled(seen, due),
        *ticks(seen, due),
        *not_signed(seen, due),
    ]


def _wrong_person(seen: Seen, due: Expected) -> Iterator[Finding]:
    text = all_letters(seen.lines)
    if not due.ten:
        if due.noi and not any(letters(name) in text for name in due.noi):
            yield Finding(Ket.CAN_XEM_LAI, f"không thấy tên {due.noi[0]} trong tệp")
        return
    said = named_person(seen.lines)
    if said == "":
        yield Finding(Ket.CAN_XEM_LAI, "chưa ghi họ và tên")
    elif said and not same(said, due.ten):
        another = any(same(said, each) for each in due.others)
        ket = Ket.SAI_MAU if another else Ket.CAN_XEM_LAI
        yield Finding(ket, f"họ tên trong tệp là «{said}», không phải {due.ten}")
    elif said is None and letters(due.ten) not in text:
        yield Finding(Ket.CAN_XEM_LAI, f"không thấy tên {due.ten} trong tệp")
