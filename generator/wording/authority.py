"""Parses a line of authority: «T/M Ban Thường vụ» is signed thay mặt (on behalf of) that body."""

import re
from dataclasses import dataclass
from typing import Literal

from generator.regulations.rule import Quy
from generator.regulations.the_thuc import TheThuc

Role = Literal["thay_mat", "ky_thay", "thua_lenh", "thua_uy_quyen", "quyen"]

_ROLES: dict[str, Role] = {
    "TM": "thay_mat",
    "KT": "ky_thay",
    "TL": "thua_lenh",
    "TUQ": "thua_uy_quyen",
    "Q": "quyen",
}
_LINE = re.compile(
    r"(?P<sign>(?:T[/.]?U[/.]?Q|T[/.]?M|T[/.]?L|K[/.]?T|Q)(?:[./]|(?=\s|$)))\s*(?P<whom>.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Authority:
    """A parsed line: the role, the sign as typed («T/M», «TM.»), and the body or post after it."""

    role: Role
    sign: str
    whom: str


def authority_lines(quyen_han: str | None) -> tuple[str, ...]:
    """Return the lines of authority as typed, without empty ones; a State document may have two."""
    return tuple(line.strip() for line in (quyen_han or "").splitlines() if line.strip())


def read_authority(line: str) -> Authority | None:
    """Parse one line in Party or State style or misspelt («T.M», «t/m»); None without a sign."""
    found = _LINE.fullmatch(line.strip())
    if found is None:
        return None
    letters = re.sub(r"[^A-Z]", "", found["sign"].upper())
    return Authority(_ROLES[letters], found["sign"], found["whom"].strip())


def sign_of(pack: TheThuc, role: Role) -> Quy[str]:
    """Return the sign that the pack prescribes for a role; empty when the pack has no such role."""
    signs: dict[Role, Quy[str]] = {
        "thay_mat": pack.ky.thay_mat,
        "ky_thay": pack.ky.ky_thay,
        "thua_lenh": pack.ky.thua_lenh,
        "thua_uy_quyen": pack.ky.thua_uy_quyen,
        "quyen": pack.ky.quyen,
    }
    return signs[role]
