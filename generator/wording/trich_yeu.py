"""Formats and checks the summary line (trích yếu): its opening words and first letter."""

from collections.abc import Iterator

from generator.problems import Place, Problem, problem
from generator.regulations.rule import weighed
from generator.regulations.the_thuc import TheThuc
from generator.wording.compare import after

_UNNAMED = "cong-van"
"""The only layout that prints no type name; its summary has its own format."""

_SPOKEN, _ABOUT = "về việc", "về"
_OPENINGS = (_SPOKEN, "V/v")


def printed_trich_yeu(pack: TheThuc, bo_cuc: str, text: str) -> str:
    """Write the summary as the pack wants it.

    Công văn: HD 05 «về việc chuẩn bị …», HD 36 «Chuẩn bị …», NĐ 30 «V/v chuẩn bị …». Types with a
    name: lower-case first letter in Party packs (HD 05 p. 10–11), capital in NĐ 30. A text that
    already begins with «về việc» or «V/v» is kept as typed and gets no second opening; only «Về
    việc» becomes «về việc» where the pack prescribes that, and takes the place of a mere «về».

    The first letter becomes lower case only if that is safe: the first word is a capital followed
    by lower-case letters, the next word does not begin with a capital (else it is a name, «Hà Nội
    …»), and the pack does not list the beginning as always capitalised («Đảng», «Nhà nước»). A name
    of one syllable («Huế …») looks like an ordinary word; begin such a summary with «về …».

    Args:
        pack: the thể thức pack.
        bo_cuc: layout family of the document.
        text: the summary as typed.

    Returns:
        The summary to print.
    """
    rules = pack.trich_yeu
    letter = bo_cuc == _UNNAMED
    before = rules.cong_van_dau.gia_tri if letter else ""
    case = (rules.cong_van_chu_dau if letter else rules.chu_dau).gia_tri
    opening = next((words for words in _OPENINGS if after(text, words) is not None), None)
    if opening:
        own = opening == _SPOKEN and before in ("", opening)
        return _lowered(pack, text) if own and case == "thuong" else text
    if before and (about := after(text, _ABOUT)):  # «về việc về tình hình …» says it twice
        return f"{before} {about}"
    cased = _lowered(pack, text) if case == "thuong" else text[:1].upper() + text[1:]
    return f"{before} {cased}".strip()


def check_trich_yeu(pack: TheThuc, text: str) -> list[Problem]:
    """Check a summary: no «V/v» in Party documents, no punctuation mark at its end.

    HD 05 p. 10–11 (box 5); a rule that is not verified in the pack gives only a warning.

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
