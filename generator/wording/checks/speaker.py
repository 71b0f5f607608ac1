"""Checks that whoever signs a document may sign for the body in its head, and who keeps it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.model import CoQuan, Ky
from generator.problems import DataPath, Place, Problem, problem
from generator.regulations.rule import doubt
from generator.regulations.speaking import LoaiCoQuan, body_classes
from generator.wording.authority import Authority, authority_lines, read_authority
from generator.wording.compare import after, fold, same
from generator.wording.lists import without_dash, without_mark
from generator.wording.speaker import JOINT

_COMMITTEES = frozenset({"cap_uy", "ban_chap_hanh", "ban_thuong_vu", "thuong_truc"})
_KEPT = "Lưu"


def check_speaker(
    body: CoQuan, ky: Ky | None, noi_nhan: Sequence[str], at: DataPath = ()
) -> list[Problem]:
    """Check signer and keeper of a document against the body that issues it.

    The allowed pairs are data (`regulations/nguoi-ky.yaml`). Joint documents of several bodies, and
    bodies of a class that is not known, are not checked.

    Args:
        body: who issues the document.
        ky: who signs it.
        noi_nhan: its recipients as typed; the last one says who keeps it.
        at: where signer and recipients are in the data.

    Returns:
        KD226 for a signer who cannot sign for that body, KD217 for the post of another class of
        body below a line on behalf, KD227 (a warning) for a pair that is not known, KD228 for a
        keeper of another body. A line that names a committee of another level («T/M Ban Thường vụ
        Tỉnh ủy» below the head of a commune) is another body's; one that names another place is
        not known.
    """
    own = class_of(body.ten)
    if own is None or not _is_known(body_classes()[own]) or JOINT in body.ten:
        return []
    place = Place(path=(*at, "ky", "quyen_han"))
    lines = authority_lines(ky.quyen_han) if ky else ()
    found = [
        each
        for line in lines
        if (read := read_authority(line))
        for each in _authority(body, own, read, place)
    ]
    found += _post_of_others(own, ky, lines, (*at, "ky", "chuc_vu")) if ky else []
    kept = [(*at, "noi_nhan", len(noi_nhan) - 1)] if noi_nhan else []
    return [*found, *(each for path in kept for each in _keeper(body, own, noi_nhan[-1], path))]


def _is_known(own: LoaiCoQuan) -> bool:
    return bool(own.thay_mat or own.ky_thay or own.thua_lenh)


def _authority(body: CoQuan, own: str, line: Authority, place: Place) -> Iterator[Problem]:
    allowed = _allowed(body_classes()[own], line)
    if allowed is None:
        return
    named = class_of(line.whom)
    posts = [each for each in allowed if each not in body_classes()]
    fits = (named or "") in allowed or any(after(line.whom, post) is not None for post in posts)
    shown = f"{line.sign} {line.whom}".strip()
    if fits and not _other_level(body, own, line.whom):
        if named is not None and _other_place(body, line.whom):
            yield problem("KD227", place, viet=shown, co_quan=body.ten)
    elif named is not None:
        yield problem("KD226", place, viet=shown, co_quan=body.ten)
    elif line.whom:
        yield problem("KD227", place, viet=shown, co_quan=body.ten)


def _post_of_others(own: str, ky: Ky, lines: Sequence[str], path: DataPath) -> Iterator[Problem]:
    """Report a post below «T/M» that others have: no chủ tịch signs for a committee."""
    right = body_classes()[own].chuc_vu
    posts = [post for each in body_classes().values() for post in each.chuc_vu]
    said = ky.chuc_vu or ""
    if not right or any(same(said, each) for each in right):
        return
    for line in lines:
        read = read_authority(line)
        if read and read.role == "thay_mat" and any(same(said, each) for each in posts):
            named = {"quyen_han": line, "chuc_vu": said, "duoc_ghi": ", ".join(right)}
            yield problem("KD217", Place(path=path), **named)


def _allowed(own: LoaiCoQuan, line: Authority) -> tuple[str, ...] | None:
    """Return for whom a document may be signed in a role; None where nothing is prescribed."""
    match line.role:
        case "thay_mat":
            return own.thay_mat
        case "thua_lenh" | "thua_uy_quyen":
            return own.thua_lenh
        case "ky_thay":
            return own.ky_thay or None
    return None


def _keeper(body: CoQuan, own: str, last: str, path: DataPath) -> Iterator[Problem]:
    kept = after(without_mark(without_dash(last)), _KEPT)
    allowed = body_classes()[own].luu
    if not kept or not allowed:
        return
    named = class_of(kept.removeprefix(":").strip())
    if named is not None and (named not in allowed or _other_level(body, own, kept)):
        yield problem("KD228", Place(path=path), viet=f"{_KEPT} {kept}", co_quan=body.ten)


def _other_level(body: CoQuan, own: str, named: str) -> bool:
    """Return whether a line names a committee of a level at which neither body nor superior is."""
    above = "" if own in _COMMITTEES else body.cap_tren or ""
    levels, said = _levels(f"{body.ten} {above}"), _levels(named)
    return bool(levels and said) and said[0] not in levels


def _levels(name: str) -> list[str]:
    """Return the levels of committees that a name holds, in its order: Tỉnh uỷ, Đảng uỷ."""
    text = f" {fold(name)} "
    kinds = [fold(each) for each in body_classes()["cap_uy"].ten if each.endswith("uỷ")]
    return sorted((each for each in kinds if f" {each} " in text), key=text.index)


def _other_place(body: CoQuan, named: str) -> bool:
    """Return whether two names of bodies go on differently: «Chi bộ thôn Đông», «… thôn Tây».

    A name with an abbreviation is not compared.
    """
    own, other = _rest(body.ten), _rest(named)
    if not own or not other or any(len(word) > 1 and word.isupper() for word in other.split()):
        return False
    whole = f"{body.ten} {body.cap_tren or ''} {body.chu_the or ''}"
    return fold(other) not in fold(whole) and fold(own) not in fold(named)


def _rest(name: str) -> str:
    """Return what follows the words that tell the class of a body, also of one within another."""
    while (key := class_of(name)) is not None:
        texts = sorted(body_classes()[key].ten, key=len, reverse=True)
        name = next(rest for text in texts if (rest := after(name, text)) is not None)
    return name


def check_kind(body: CoQuan, loai: str, ten: str, day: dt.date | None) -> list[Problem]:
    """Check that a body issues letters of a kind; only what was read in a source is known.

    Args:
        body: who issues the letter.
        loai: its kind.
        ten: how the kind is called.
        day: its day of signature; without one it counts as of today's rules.

    Returns:
        KD245, a warning that says how sure it is.
    """
    known = entry_of(body.ten)
    limits = known.tham_quyen if known else None
    if limits is None or loai not in limits.khong or (day and day < limits.tu):
        return []
    names = {"ten": body.ten, "loai": ten, "theo": limits.theo}
    return [problem("KD245", Place(path=("loai",)), **names, can_cu=doubt(limits.nguon))]


@lru_cache(maxsize=1024)
def class_of(name: str) -> str | None:
    """Return the class of a body by how its name begins, the longest beginning first; or None."""
    beginnings = sorted(
        ((text, key) for key, entry in body_classes().items() for text in entry.ten),
        key=lambda each: -len(each[0]),
    )
    return next((key for text, key in beginnings if after(name, text) is not None), None)


def entry_of(name: str) -> LoaiCoQuan | None:
    """Return what is known of the class of a body; None where its class is not known."""
    return body_classes().get(class_of(name) or "")
