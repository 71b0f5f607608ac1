"""The summary line (trích yếu): words before it and the case of its first letter."""

from collections.abc import Iterator

from generator.problems import Place, Problem, problem
from generator.regulations.rule import weighed
from generator.regulations.the_thuc import TheThuc
from generator.wording.compare import after

_UNNAMED = "cong-van"
"""The layout that prints no type name and so has its own form of the summary."""

_SPOKEN = "về việc"
_OPENINGS = (_SPOKEN, "V/v")


def printed_trich_yeu(pack: TheThuc, bo_cuc: str, text: str) -> str:
    """Write the summary as the pack wants it.

    Công văn: HD 05 «về việc chuẩn bị …», HD 36 «Chuẩn bị …», NĐ 30 «V/v chuẩn bị …». Types with a
    name: lower-case first letter in Party packs (HD 05 p. 10–11), capital in NĐ 30. A text that
    already begins with «về việc» or «V/v» stays as typed, without these words again, but for
    «Về việc» where the pack wants «về việc».

    The first letter is only lowered when that is safe: the first word is a capital followed by
    small letters, the next word does not begin with a capital too (then it is a name, «Hà Nội …»),
    and the pack does not list the beginning as always written with a capital («Đảng», «Nhà nước»).
    A name of one syllable («Huế …») cannot be told from a plain word; such a summary is better
    begun with «về …».

    Args:
        pack: the thể thức pack.
        bo_cuc: layout family of the document.
        text: the summary as typed.

    Returns:
        The summary ready for print.
    """
    rules = pack.trich_yeu
    letter = bo_cuc == _UNNAMED
    before = rules.cong_van_dau.gia_tri if letter else ""
    case = (rules.cong_van_chu_dau if letter else rules.chu_dau).gia_tri
    opening = next((words for words in _OPENINGS if after(text, words) is not None), None)
    if opening:
        own = opening == _SPOKEN and before in ("", opening)
        return _lowered(pack, text) if own and case == "thuong" else text
    cased = _lowered(pack, text) if case == "thuong" else text[:1].upper() + text[1:]
    return f"{before} {cased}".strip()


def check_trich_yeu(pack: TheThuc, text: str) -> list[Problem]:
    """Find what does not belong in a summary: «V/v» in the Party, a mark at its end.

    HD 05 p. 10–11 (box 5); a rule the pack has not verified only warns.

    Args:
        pack: the thể thức pack.
        text: the summary as typed.

    Returns:
        The problems, at `("trich_yeu",)`.
    """
    return list(_found(pack, text))


def _found(pack: TheThuc, text: str) -> Iterator[Problem]:
    place = Place(path=("trich_yeu",))
    rule = pack.trich_yeu.khong_dung
    for wrong in rule.gia_tri:
        if after(text, wrong) is not None:
            yield weighed(problem("KD231", place, viet=wrong), rule)
    if text.rstrip().endswith((".", ";", ",")) and not text.rstrip().endswith(("..", "v.v.")):
        yield problem("KD232", place, dau=text.rstrip()[-1])


def _lowered(pack: TheThuc, text: str) -> str:
    words = text.split()
    if not words:
        return text
    first, following = words[0], words[1:2]
    plain = first.isalpha() and first[0].isupper() and first[1:].islower()
    name = bool(following) and following[0][0].isupper()
    capital = any(after(text, kept) is not None for kept in pack.trich_yeu.giu_hoa.gia_tri)
    return text if not plain or name or capital else text[0].lower() + text[1:]
