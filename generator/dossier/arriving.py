"""Lets a file that was sent into `da-nhan`, or says why not; it waits there to be looked at."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from generator.dossier.intake import WAITING, received_files
from generator.files.file_names import safe_name
from generator.files.incoming import Incoming, settle
from generator.opening.content import REASONS, Refusal
from generator.opening.foreign import is_foreign
from generator.opening.packed import MAX_FILE
from generator.opening.plain import unfit
from generator.reading.folder_names import RECEIVED
from generator.wording.secrecy import marked_subject

LARGEST = MAX_FILE
"""Bytes of a file; larger ones are not opened either."""

_FOREIGN = "tệp do Word hoặc hệ điều hành tự tạo, không phải hồ sơ"


class Let(NamedTuple):
    """What became of a file that was sent: where it lies (None: not taken), and why.

    `moi` is whether it is new; `bo_qua` whether nobody needs it.
    """

    tep: Path | None
    ly_do: str = ""
    moi: bool = False
    bo_qua: bool = False


def waiting_folder(campaign: Path, thu_muc: str = "") -> Path:
    """Return where files wait that are for a unit, or for any."""
    return campaign / RECEIVED / WAITING / thu_muc


def let_in(campaign: Path, thu_muc: str, name: str, file: Incoming) -> Let:
    """Let a file in, or drop it with the reason.

    Args:
        campaign: its folder.
        thu_muc: the unit it was sent to; empty: any.
        name: what its sender calls it.
        file: the file, under its temporary name below `da-nhan`.

    Raises:
        OSError: the system refused.
    """
    safe = safe_name(name)
    last = name.replace("\\", "/").rpartition("/")[2]
    if is_foreign(last.casefold()):
        file.dropped()
        return Let(None, _FOREIGN, bo_qua=True)
    refusal = Refusal.QUA_LON if file.qua_lon else unfit(Path(safe), file.co)
    if marked_subject(Path(safe).stem):
        refusal = Refusal.MAT
    if refusal:
        file.dropped()
        return Let(None, REASONS[refusal])
    there = settle(file.path, waiting_folder(campaign, thu_muc), safe, _known(campaign, thu_muc))
    if there.moi:
        return Let(there.tep, moi=True)
    where = there.tep.relative_to(campaign / RECEIVED).as_posix()
    return Let(there.tep, f"đã có, nội dung giống hệt: {where}", bo_qua=True)


def _known(campaign: Path, thu_muc: str) -> Sequence[Path]:
    """Return the files that would be the same: those of the unit, or of all."""
    files, _ = received_files(campaign / RECEIVED / thu_muc)
    return files
