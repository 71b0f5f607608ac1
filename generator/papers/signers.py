"""The signature blocks of a letter: who signs beside the one who leads, who confirms, who receives.

HD 05 p. 19-22: the bodies that issue together sign side by side, the lead at the right; minutes are
signed by who wrote them, at the left, and by the chair; a signature that may not be sealed is
confirmed below.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from generator.model import CoQuan, Ky, SaoLuc, VanBan
from generator.papers.letter_values import DongKy, KyIn, NguoiKyIn
from generator.problems import DataPath, Place, Problem, problem
from generator.regulations.speaking import body_classes
from generator.regulations.the_thuc import TheThuc
from generator.wording import signature
from generator.wording.authority import authority_lines, read_authority
from generator.wording.checks.signature import check_signature
from generator.wording.checks.speaker import class_of
from generator.wording.compare import fold
from generator.wording.narrow import ONE_OF_THREE, in_narrow_lines
from generator.wording.speaker import JOINT
from generator.wording.unbroken import NO_BREAK

_CONFIRMED = "Xác nhận chữ ký của đồng chí {ho_ten}"
"""HD 05 p. 20."""

_WITH_BODY, _MINUTES, _CONGRESS = "KD216", "bien-ban", "dai_hoi"
NOBODY: KyIn = {"dong": [], "ho_ten": ""}


def printed_signature(pack: TheThuc, signer: Ky | None) -> KyIn:
    """Return the block of a signature; an empty one without a signer."""
    if signer is None:
        return NOBODY
    lines = signature.signature_lines(pack, signer)
    return {
        "dong": [{"chu": line.chu, "dam": line.dam, "chuc_vu": line.chuc_vu} for line in lines],
        "ho_ten": signer.ho_ten or "",
    }


def printed_signers(pack: TheThuc, document: VanBan, lead: Ky | None) -> NguoiKyIn:
    """Return everything below a letter that is signed.

    Args:
        pack: the thể thức pack.
        document: the letter.
        lead: who signs it at the right, its own signer or the usual one.
    """
    own = printed_signature(pack, lead)
    beside = [printed_signature(pack, each) for each in document.cung_ky]
    received = document.tiep_nhan
    confirmed = document.xac_nhan
    name = (lead and lead.ho_ten) or "…"
    return {
        "ky": own,
        "ky_hang": _rows([*beside, own]) if beside else [],
        "loi_xac_nhan": _CONFIRMED.format(ho_ten=name.replace(" ", NO_BREAK)) if confirmed else "",
        "xac_nhan": printed_signature(pack, confirmed),
        "tiep_nhan": {
            "ten": received.ten.upper() if received else "",
            "dong": list(received.noi_dung) if received else [],
            "ky": printed_signature(pack, received.ky if received else None),
        },
    }


def _rows(signers: Sequence[KyIn]) -> list[list[KyIn]]:
    """Put two in a row; where their number is odd, the last row has three."""
    last = 2 + len(signers) % 2
    above = signers[:-last]
    rows = [list(above[n : n + 2]) for n in range(0, len(above), 2)]
    below = list(signers[-last:])
    return [*rows, [_narrow(each) for each in below] if last > 2 else below]


def _narrow(signer: KyIn) -> KyIn:
    """Break the lines of somebody who signs in one of three columns."""
    lines: list[DongKy] = [
        {
            "chu": in_narrow_lines(line["chu"], ONE_OF_THREE),
            "dam": line["dam"],
            "chuc_vu": line["chuc_vu"],
        }
        for line in signer["dong"]
    ]
    return {"dong": lines, "ho_ten": in_narrow_lines(signer["ho_ten"], ONE_OF_THREE)}


def check_lead(pack: TheThuc, document: VanBan | SaoLuc) -> list[Problem]:
    """Check who leads; of bodies that issue together each post bears its body (HD 05 p. 22)."""
    found = check_signature(pack, document.ky) if document.ky else []
    return _of_several(found) if isinstance(document, VanBan) and document.cung_ky else found


def _of_several(found: Iterable[Problem]) -> list[Problem]:
    return [each for each in found if each.code != _WITH_BODY]


def check_together(body: CoQuan, document: VanBan, lead: Ky | None) -> Iterator[Problem]:
    """Check who signs what several sign.

    Yields:
        KD285 for minutes that one person signs, except for a board of a congress, which signs alone
        (HD 05 p. 13-23); KD286 for a bare post where several bodies sign (HD 05 p. 20, 22), unless
        its line of authority names the body. Warnings.
    """
    alone = lead is not None and not document.cung_ky and not _of_congress(lead)
    if document.loai == _MINUTES and lead and alone:
        values = {"chuc_vu": lead.chuc_vu or lead.quyen_han or "…"}
        yield problem("KD285", Place(path=("ky",) if document.ky else ("loai",)), **values)
    if JOINT not in body.ten or body.khoi != "dang":
        return
    signers: list[tuple[DataPath, Ky | None]] = [(("ky",), document.ky)]
    signers += [(("cung_ky", n), each) for n, each in enumerate(document.cung_ky)]
    for path, signer in signers:
        if signer and signer.chuc_vu and _is_bare(signer):
            yield problem("KD286", Place(path=(*path, "chuc_vu")), chuc_vu=signer.chuc_vu)


def _of_congress(lead: Ky) -> bool:
    """Return whether somebody signs for a board of a congress: «T/M Ban Kiểm phiếu»."""
    boards = body_classes()[_CONGRESS].thay_mat
    read = [read_authority(line) for line in authority_lines(lead.quyen_han)]
    return any(e and e.role == "thay_mat" and class_of(e.whom) in boards for e in read)


def _is_bare(signer: Ky) -> bool:
    """Return whether neither a post nor the line above it says of which body it is."""
    read = [read_authority(line) for line in authority_lines(signer.quyen_han)]
    named = any(each and each.whom and fold(each.whom) not in _bare_posts() for each in read)
    return not named and fold(signer.chuc_vu or "") in _bare_posts()


@cache
def _bare_posts() -> frozenset[str]:
    """Return the posts that heads of bodies and their deputies have, without any body's name."""
    posts = {post for each in body_classes().values() for post in (*each.ky_thay, *each.chuc_vu)}
    return frozenset(fold(each) for post in posts for each in (post, f"Phó {post}"))


def check_signers(pack: TheThuc, document: VanBan) -> Iterator[Problem]:
    """Check those who sign beside the lead, and who confirms, as the lead is checked.

    Yields:
        What `signature_checks` finds, each at its key; KD180 for a post or a name that is missing.
    """
    others: list[tuple[DataPath, Ky]] = [
        (("cung_ky", n), each) for n, each in enumerate(document.cung_ky)
    ]
    others += [(("xac_nhan",), document.xac_nhan)] if document.xac_nhan else []
    for path, signer in others:
        for found in _of_several(check_signature(pack, signer)):
            yield replace(found, place=Place(path=(*path, *found.place.path[1:])))
        lacks = [
            name
            for name, there in (
                ("chức vụ", signer.chuc_vu or signer.quyen_han),
                ("họ tên", signer.ho_ten or not document.ngay),
            )
            if not there
        ]
        if lacks:
            yield problem("KD180", Place(path=path), thieu=" và ".join(lacks))
