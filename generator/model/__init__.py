"""The domain model: typed, frozen values; keys are Vietnamese field terms (`docs/glossary.md`)."""

from generator.model.campaign import CoQuan, Dot, Ky, ThoiHan
from generator.model.letter import PhuLuc, SaoLuc, VanBan
from generator.model.unit import CaNhan, CaNhanTep, DonViNam, TapThe

__all__ = [
    "CaNhan",
    "CaNhanTep",
    "CoQuan",
    "DonViNam",
    "Dot",
    "Ky",
    "PhuLuc",
    "SaoLuc",
    "TapThe",
    "ThoiHan",
    "VanBan",
]
