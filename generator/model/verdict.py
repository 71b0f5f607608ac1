"""The kinds of verdict on a document of a dossier, and which of several decides."""

from collections.abc import Iterable
from enum import StrEnum


class Ket(StrEnum):
    """The kinds of verdict, as `--fail-on` names them."""

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
    Ket.CHUA_KY: "chưa ký/thiếu xác nhận",
    Ket.THIEU_BAN: "thiếu bản",
    Ket.NOP_MUON: "nộp muộn",
    Ket.CAN_XEM_LAI: "cần xem lại",
}
"""Each verdict as a clerk reads it."""


WORST_FIRST = (
    Ket.THIEU, Ket.SAI_MAU, Ket.CHUA_KY, Ket.THIEU_BAN, Ket.CAN_XEM_LAI, Ket.NOP_MUON, Ket.CO,
    Ket.KHONG_AP_DUNG,
)  # fmt: skip
"""Of several documents in one item the worst decides."""


GOOD = frozenset({Ket.CO, Ket.KHONG_AP_DUNG, Ket.NOP_MUON})
"""Verdicts after which nothing more has to be handed in."""


def worst(kinds: Iterable[Ket]) -> Ket:
    """Return the verdict that decides among several; `KHONG_AP_DUNG` of none."""
    return min(kinds, key=WORST_FIRST.index, default=Ket.KHONG_AP_DUNG)
