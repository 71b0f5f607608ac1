"""Formats the lines above a signature: authority, position, and «kiêm» if a board has no seal."""

from dataclasses import dataclass

from generator.model import Ky
from generator.regulations.rule import in_case
from generator.regulations.the_thuc import TheThuc
from generator.wording.authority import authority_lines


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A line to print (`chu`), whether it is bold (`dam`), whether it is a position."""

    chu: str
    dam: bool
    chuc_vu: bool = False


def signature_lines(pack: TheThuc, ky: Ky) -> tuple[SignatureLine, ...]:
    """Format authority and position in capitals, bold as the pack prescribes.

    HD 05 (p. 14–23): a position is regular only under an authority line; the position of a direct
    signer, the two positions of a «kiêm» pair and Q. are bold, the word «kiêm» is regular. HD 36:
    the position is regular. NĐ 30 (Phụ lục I): both lines are bold. The name is not included: it is
    printed as typed, below the space for the signature.

    Args:
        pack: the thể thức pack.
        ky: the signer.

    Returns:
        The lines from top to bottom; missing values give no line.
    """
    rules = pack.ky
    authority = authority_lines(ky.quyen_han)
    bold = (rules.dam_chuc_vu_duoi_quyen_han if authority else rules.dam_chuc_vu_truc_tiep).gia_tri
    lines = [
        SignatureLine(in_case(pack.co_chu.quyen_han, line), rules.dam_quyen_han.gia_tri)
        for line in authority
    ]
    if ky.chuc_vu:
        lines.append(SignatureLine(in_case(pack.co_chu.chuc_vu, ky.chuc_vu), bold, chuc_vu=True))
    if ky.kiem:
        lines.append(SignatureLine("kiêm", rules.dam_kiem.gia_tri, chuc_vu=True))
        lines.append(SignatureLine(in_case(pack.co_chu.chuc_vu, ky.kiem), bold, chuc_vu=True))
    return tuple(lines)
