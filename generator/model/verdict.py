"""The kinds of verdict on a document of a dossier, and their order of severity."""

from collections.abc import Iterable
from enum import StrEnum


class Ket(StrEnum):
    """The kinds of verdict, with the values used by `--fail-on`."""

    CO = "co"
    THIEU = "thieu"
    KHONG_AP_DUNG = "khong-ap-dung"
    SAI_MAU = "sai-mau"
    CHUA_KY = "chua-ky"
    THIEU_BAN = "thieu-ban"
    NOP_MUON = "nop-muon"
    CAN_XEM_LAI = "can-xem-lai"


TEN: dict[Ket, str] = {
    Ket.CO: "có",
    Ket.THIEU: "thiếu",
    Ket.KHONG_AP_DUNG: "không áp dụng",
    Ket.SAI_MAU: "sai mẫu",
    Ket.CHUA_KY: "chưa ký, xác nhận đủ",
    Ket.THIEU_BAN: "thiếu bản",
    Ket.NOP_MUON: "nộp muộn",
    Ket.CAN_XEM_LAI: "cần xem lại",
}
"""The words shown to the clerk."""


WORST_FIRST = (
    Ket.THIEU,
    Ket.SAI_MAU,
    Ket.CHUA_KY,
    Ket.THIEU_BAN,
    Ket.CAN_XEM_LAI,
    Ket.NOP_MUON,
    Ket.CO,
    Ket.KHONG_AP_DUNG,
)
"""The worst verdict on the documents of an item decides."""


GOOD = frozenset({Ket.CO, Ket.KHONG_AP_DUNG, Ket.NOP_MUON})
"""Verdicts that require nothing more to be handed in."""


def worst(kinds: Iterable[Ket]) -> Ket:
    """Return the worst verdict; `KHONG_AP_DUNG` if there are none."""
    return min(kinds, key=WORST_FIRST.index, default=Ket.KHONG_AP_DUNG)
