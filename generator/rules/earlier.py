"""R17: part III contains every weakness named in the last review."""

from collections.abc import Iterator

from generator.model.campaign import Dot
from generator.model.unit import DonViNam
from generator.problems import Problem
from generator.reading.suggest import nearest
from generator.regulations.che_do import CheDo
from generator.rules.found import finding
from generator.rules.subjects import Subject, has_begun, named, subjects
from generator.wording.compare import fold


def is_taken_up(weakness: str, items: list[str]) -> bool:
    """Return whether a weakness contains, or is part of, one of the items, ignoring punctuation."""
    wanted = _bare(weakness)
    return any(wanted in item or item in wanted for item in map(_bare, items) if item)


def _bare(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in fold(text)).split())


def r17_earlier(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R17: every weakness of `han_che_ky_truoc` appears in `khac_phuc`.

    Part III of every form («… đã được cấp có thẩm quyền kết luận hoặc được chỉ ra ở các kỳ kiểm
    điểm trước»), HD 43, HD 25, HD 21. Error in every regime. Checked once the review has begun or
    the subject has written part III.
    """
    del dot
    among = subjects(nam)
    for name, weaknesses in nam.han_che_ky_truoc.items():
        path = ("han_che_ky_truoc", name)
        subject = named(among, name)
        if subject is None:
            near = nearest(name, [each.ten for each in among])
            yield finding(
                che_do,
                "R17",
                "KD447",
                path,
                ten=name,
                gan=f"«{near}»" if near else "tên đúng như trong tệp của đơn vị",
            )
        elif subject.data.khac_phuc or has_begun(nam):
            yield from _missing(che_do, subject, weaknesses)


def _missing(che_do: CheDo, subject: Subject, weaknesses: tuple[str, ...]) -> Iterator[Problem]:
    written = [each.han_che for each in subject.data.khac_phuc]
    for weakness in weaknesses:
        if not is_taken_up(weakness, written):
            path = (*subject.path, "khac_phuc")
            yield finding(che_do, "R17", "KD446", path, ai=subject.ten, han_che=weakness)
