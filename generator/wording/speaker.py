"""Who speaks in a document: issuing body, signer, recipients and place come from one answer."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.model import CoQuan, Dot, Ky, SaoLuc, VanBan
from generator.wording.compare import same

JOINT = " - "
"""Between the names of bodies that issue a document together, the lead first (HD 05 p. 2-6)."""


def lead_of(name: str) -> str:
    """Return the body that leads, in whose series a joint document is numbered (HD 05 p. 6-9)."""
    return name.split(JOINT, maxsplit=1)[0]


_ONE_LINE, _OWN_NAME = 24, 3
"""Signs that the column of the head holds; words that a second body's name has at least."""


def in_lines(name: str) -> str:
    """Return the name in a head with each of several bodies on a line of its own.

    A name that fits one line stays, and so does one with a mere dash: «Phòng Văn hóa - Xã hội».
    """
    first, *others = name.split(JOINT)
    if len(name) <= _ONE_LINE or any(len(each.split()) < _OWN_NAME for each in others):
        return name
    return " -\n".join((first, *others))


class Party(NamedTuple):
    """A body that is known, with the signer, recipients and place it usually has."""

    co_quan: CoQuan
    ky: Ky | None = None
    noi_nhan: tuple[str, ...] = ()
    dia_danh: str | None = None


def who_speaks(given: CoQuan | None, known: Sequence[Party]) -> Party:
    """Return the body that issues a document, with what it usually has.

    Args:
        given: the body that the document names; None for the first known one.
        known: the bodies that are known, the usual one first.

    Returns:
        The known body of that name, with what the document itself says of it (symbol, superior,
        who speaks). A body that is not known has no usual signer and no usual recipients: nobody
        else's are taken for its own.
    """
    if given is None:
        return known[0]
    party = next((each for each in known if same(each.co_quan.ten, given.ten)), None)
    if party is None:
        return Party(given)
    said = {key: getattr(given, key) for key in given.model_fields_set}
    said = {key: value for key, value in said.items() if value not in (None, ())}
    return party._replace(co_quan=party.co_quan.model_copy(update=said))


def campaign_party(dot: Dot) -> Party:
    """Return the campaign's own body with the signer, recipients and place of `dot.yaml`."""
    return Party(dot.co_quan, dot.ky, dot.noi_nhan, dot.dia_danh)


def speaker_of(document: VanBan | SaoLuc, dot: Dot) -> Party:
    """Return who issues a letter or copy, with what that body usually has; its own values win."""
    return who_speaks(document.co_quan, [campaign_party(dot)])
