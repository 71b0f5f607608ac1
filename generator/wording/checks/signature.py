"""Checks a signature block (rules S01–S03 of the thể thức)."""

from collections.abc import Iterator, Sequence

from generator.model import Ky
from generator.problems import Place, Problem, problem
from generator.regulations.rule import weighed
from generator.regulations.the_thuc import TheThuc
from generator.wording.authority import Authority, authority_lines, read_authority, sign_of
from generator.wording.compare import after, same

_DEPUTIES = ("Phó", "Thứ")
"""How the posts of deputies begin."""

_KHOI = {"dang": "của Đảng", "nha_nuoc": "của cơ quan nhà nước"}


def check_signature(pack: TheThuc, ky: Ky) -> list[Problem]:
    """Check a signature block.

    HD 05 p. 13–23 (box 7), NĐ 30 Phụ lục I; a rule that is not verified in the pack gives only a
    warning.

    Args:
        pack: the thể thức pack.
        ky: the signature block as typed.

    Returns:
        The problems, each at `("ky", field)`.
    """
    lines = authority_lines(ky.quyen_han)
    read = [(line, read_authority(line)) for line in lines]
    known = [authority for _, authority in read if authority]
    return [
        *(found for line, authority in read for found in _line(pack, line, authority)),
        *_stacked(pack, known),
        *_deputy(pack, known, ky),
        *(_position(pack, known, ky.chuc_vu) if known and ky.chuc_vu else ()),
        *(_rank(pack, known, ky.chuc_vu) if ky.chuc_vu else ()),
        *(_without_seal(known, ky.kiem) if ky.kiem else ()),
        *_titles(pack, ky),
    ]


def _place(field: str) -> Place:
    return Place(path=("ky", field))


def _line(pack: TheThuc, line: str, authority: Authority | None) -> Iterator[Problem]:
    """Check that the sign exists in the pack, is written its way and names a body (S01)."""
    place = _place("quyen_han")
    khoi = _KHOI[pack.khoi]
    if authority is None:
        signs = [pack.ky.thay_mat, pack.ky.ky_thay, pack.ky.thua_lenh, pack.ky.quyen]
        cac_dang = ", ".join(f"«{sign.gia_tri}»" for sign in signs)
        yield problem("KD213", place, viet=line, cac_dang=cac_dang)
        return
    right = sign_of(pack, authority.role)
    if not right.gia_tri:
        yield weighed(problem("KD212", place, viet=authority.sign, khoi=khoi), right)
    elif authority.sign.upper() != right.gia_tri.upper():
        found = problem("KD211", place, viet=authority.sign, khoi=khoi, dung=right.gia_tri)
        yield weighed(found, right)
    if not authority.whom:
        yield problem("KD214", place, viet=authority.sign)


def _stacked(pack: TheThuc, known: Sequence[Authority]) -> Iterator[Problem]:
    """Check that there is one authority only: it cannot be delegated further (S02)."""
    rule = pack.ky.nhieu_quyen_han
    if len(known) > 1 and not rule.gia_tri:
        cac_dong = ", ".join(f"«{item.sign} {item.whom}»" for item in known)
        yield weighed(problem("KD220", _place("quyen_han"), cac_dong=cac_dong), rule)


def _deputy(pack: TheThuc, known: Sequence[Authority], ky: Ky) -> Iterator[Problem]:
    """Check who signs K/T: for no bí thư, no phó bí thư (S02), only deputies, none in charge.

    Yields:
        KD215; else KD254 (a deputy in charge signs by the own post) or KD253 (nobody's deputy).
    """
    rule = pack.ky.khong_ky_thay
    post = ky.chuc_vu or ""
    for item in known:
        if item.role != "ky_thay":
            continue
        line = f"{item.sign} {item.whom}".strip()
        named = {"quyen_han": line, "chuc_vu": post}
        names = (item.whom, post)
        if any(after(name, never) is not None for name in names for never in rule.gia_tri):
            found = problem(
                "KD215", _place("quyen_han"), viet=line, thay_mat=pack.ky.thay_mat.gia_tri
            )
            yield weighed(found, rule)
        elif same(" ".join(post.split()[-2:]), "phụ trách"):
            yield problem("KD254", _place("chuc_vu"), **named)
        elif post and not any(after(post, each) is not None for each in _DEPUTIES):
            yield problem("KD253", _place("chuc_vu"), **named)


def _position(pack: TheThuc, known: Sequence[Authority], chuc_vu: str) -> Iterator[Problem]:
    """Check the position under an authority: without a body's name, and allowed under T/M (S03)."""
    place = _place("chuc_vu")
    rule = pack.ky.khong_kem_ten
    body = _body_in(pack, chuc_vu) if rule and rule.gia_tri else None
    if rule and body is not None:
        bare, name = body
        found = problem("KD216", place, chuc_vu=chuc_vu, dung=bare, ten=name)
        yield weighed(found, rule)
    shown = body[0] if body else chuc_vu
    for item in known:
        if item.role == "thay_mat":
            yield from _represented(pack, item, shown)


def _rank(pack: TheThuc, known: Sequence[Authority], chuc_vu: str) -> Iterator[Problem]:
    """Check that a post may sign as its line says: HD 05 p. 13-23, the rows of the table.

    Yields:
        KD252 (a bí thư by order), KD255 (an acting head without «Q.»).
    """
    place = _place("chuc_vu")
    first = pack.ky.khong_ky_thay.gia_tri
    for item in known:
        if item.role == "thua_lenh" and any(same(chuc_vu, each) for each in first):
            line = f"{item.sign} {item.whom}".strip()
            yield problem("KD252", place, quyen_han=line, chuc_vu=chuc_vu)
    acting = after(chuc_vu, "Quyền")
    if acting and pack.ky.quyen.gia_tri:
        right = f"{pack.ky.quyen.gia_tri} {acting}"
        yield problem("KD255", place, chuc_vu=chuc_vu, dung=right)


def _without_seal(known: Sequence[Authority], kiem: str) -> Iterator[Problem]:
    """Check that a board without a seal, whose signers add a second post, has no line above."""
    for item in known:
        if item.role in {"thay_mat", "ky_thay"}:
            line = f"{item.sign} {item.whom}".strip()
            yield problem("KD256", _place("quyen_han"), kiem=kiem, quyen_han=line)


def _represented(pack: TheThuc, authority: Authority, chuc_vu: str) -> Iterator[Problem]:
    place = _place("chuc_vu")
    own = [
        rule
        for body, rule in pack.ky.thay_mat_rieng.items()
        if after(authority.whom, body) is not None
    ]
    rule = own[0] if own else pack.ky.chuc_vu_thay_mat
    line = f"{authority.sign} {authority.whom}".strip()
    if own and not rule.gia_tri:
        yield weighed(problem("KD218", place, quyen_han=line, chuc_vu=chuc_vu), rule)
    elif rule.gia_tri and not any(same(chuc_vu, allowed) for allowed in rule.gia_tri):
        duoc_ghi = ", ".join(rule.gia_tri)
        found = problem("KD217", place, quyen_han=line, chuc_vu=chuc_vu, duoc_ghi=duoc_ghi)
        yield weighed(found, rule)


def _body_in(pack: TheThuc, chuc_vu: str) -> tuple[str, str] | None:
    """Split «Phó Bí thư Tỉnh ủy» into the position and the body's name; None without a name."""
    names = pack.ky.ten_khong_kem
    if names is None:
        return None
    words = chuc_vu.split()
    for start in range(1, len(words)):
        rest = " ".join(words[start:])
        if any(after(rest, body) is not None for body in names.gia_tri):
            return " ".join(words[:start]), rest
    return None


def _titles(pack: TheThuc, ky: Ky) -> Iterator[Problem]:
    """Check that no academic or military title precedes the name (S03)."""
    rule = pack.ky.khong_danh_xung
    name = _spaced(ky.ho_ten or "")
    if not rule.gia_tri:
        return
    for title in pack.ky.danh_xung.gia_tri:
        rest = after(name, _spaced(title))
        if rest:
            found = problem("KD219", _place("ho_ten"), danh_xung=title, ho_ten=ky.ho_ten)
            yield weighed(found, rule)
            return


def _spaced(text: str) -> str:
    return text.replace(".", " ").replace(",", " ")
