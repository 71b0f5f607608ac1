"""R18: căn cứ, and what letters say, cite the documents and forms of the regime in force."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.model.campaign import Dot
from generator.model.letter import VanBan
from generator.model.papers import DauVanBan
from generator.model.unit import DonViNam
from generator.problems import DataPath, Problem
from generator.regulations.che_do import CheDo, VanBanQuyDinh
from generator.regulations.regimes import load_regime, regime_codes
from generator.rules.found import finding
from generator.rules.subjects import listed
from generator.wording.compare import fold
from generator.wording.dates import short_date

_DATE = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})", re.ASCII)
_LONG_DATE = re.compile(rf"(\d{{1,2}}) {fold('tháng')} (\d{{1,2}}) {fold('năm')} (\d{{4}})")
_NEAR = 40
"""Maximum characters after a document's number in which its date is searched."""


def cites_old(
    texts: Iterable[str], che_do: CheDo, others: Iterable[CheDo]
) -> list[tuple[int, VanBanQuyDinh]]:
    """Find citations of documents of another regime.

    Args:
        texts: the căn cứ as written.
        che_do: the regime in force for the review year.
        others: the other regimes.

    Returns:
        The index of the text and the document cited, for documents that do not also belong to
        `che_do`. A number followed by another date is a different document with the same number.
    """
    own = {fold(each.so_ky_hieu) for each in che_do.van_ban}
    old = {
        fold(each.so_ky_hieu): each
        for other in others
        for each in other.van_ban
        if fold(each.so_ky_hieu) not in own
    }
    return [
        (i, document)
        for i, text in enumerate(texts)
        for symbol, document in old.items()
        if _cites(fold(text), symbol, document)
    ]


def _cites(text: str, symbol: str, document: VanBanQuyDinh) -> bool:
    pattern = r"\s*".join(map(re.escape, re.findall(r"\w+|[^\w\s]", symbol)))
    for found in re.finditer(rf"(?<![\w/-]){pattern}(?!\w)", text):
        behind = text[found.end() : found.end() + _NEAR].partition(";")[0]
        dated = _DATE.search(behind) or _LONG_DATE.search(behind)
        if dated is None:
            return True
        day, month, year = map(int, dated.groups())
        if (year, month, day) == (document.ngay.year, document.ngay.month, document.ngay.day):
            return True
    return False


def papers(nam: DonViNam) -> Iterator[tuple[DataPath, DauVanBan]]:
    """Yield every document of the unit that can have căn cứ, with its path."""
    single = (
        (("giai_trinh",), nam.giai_trinh),
        (("ket_qua", "quyet_dinh"), nam.ket_qua.quyet_dinh),
        (("ket_qua", "thong_bao"), nam.ket_qua.thong_bao),
        (("khac_phuc",), nam.khac_phuc),
    )
    yield from ((path, paper) for path, paper in single if paper is not None)
    lists: tuple[tuple[str, Sequence[DauVanBan]], ...] = (
        ("goi_y", nam.goi_y),
        ("xep_loai_lai", nam.xep_loai_lai),
    )
    for key, several in lists:
        yield from (((key, i), paper) for i, paper in enumerate(several))


def r18_legal_basis(nam: DonViNam, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R18: no căn cứ of the unit's documents cites a document of another regime.

    By their closing articles, QĐ 366 Điều 19 replaces QĐ 124, HD 43 mục 7.12 replaces HD 25, and
    HD 25 replaces HD 21 from 10/11/2023. Warning in every regime.
    """
    others = _others(che_do)
    for path, paper in papers(nam):
        for i, document in cites_old(paper.can_cu, che_do, others):
            yield _cited("KD448", (*path, "can_cu", i), document, dot, che_do)


def letter_bases(letter: VanBan, dot: Dot, che_do: CheDo) -> Iterator[Problem]:
    """R18 of a letter of the campaign: neither căn cứ nor text go by documents of another regime.

    The same closing articles. In the text a sentence that itself says that a document was replaced
    is left alone, and forms are recognised by their codes. Never more than a warning.

    Returns:
        KD448 for a căn cứ, KD461 for a document and KD462 for a form named in the text or an annex.
    """
    weight = che_do.quy_tac.get("R18")
    if weight is None or weight.muc_do == "khong":
        return
    others = _others(che_do)
    for i, document in cites_old(letter.can_cu, che_do, others):
        yield _cited("KD448", ("can_cu", i), document, dot, che_do)
    for path, text in _texts(letter):
        said = [each for each in _SENTENCE.split(text) if not _REPLACED.search(fold(each))]
        old = dict(cites_old(said, che_do, others)[::-1])
        for document in {each.so_ky_hieu: each for each in old.values()}.values():
            yield _cited("KD461", path, document, dot, che_do)
        yield from _old_forms(path, said, dot, che_do, others)


_SENTENCE = re.compile(r"\n|(?<=[;.]) ")
_REPLACED = re.compile("|".join(map(fold, ("thay thế", "thay cho", "hết hiệu lực", "bãi bỏ"))))


def _others(che_do: CheDo) -> list[CheDo]:
    return [load_regime(code) for code in regime_codes() if code != che_do.ma]


def _texts(letter: VanBan) -> Iterator[tuple[DataPath, str]]:
    yield ("noi_dung",), letter.noi_dung
    for i, annex in enumerate(letter.phu_luc):
        if annex.noi_dung:
            yield ("phu_luc", i, "noi_dung"), annex.noi_dung


def _cited(code: str, path: DataPath, document: VanBanQuyDinh, dot: Dot, che_do: CheDo) -> Problem:
    return finding(
        che_do,
        "R18",
        code,
        path,
        doubtful=code != "KD448",
        van_ban=document.so_ky_hieu,
        ngay=short_date(document.ngay),
        nam=dot.nam,
        dung=listed(each.so_ky_hieu for each in che_do.van_ban),
    )


def _old_forms(
    path: DataPath, said: Sequence[str], dot: Dot, che_do: CheDo, others: Iterable[CheDo]
) -> Iterator[Problem]:
    """Yield KD462 for each form of another regime that a text names by its whole code."""
    text = fold(" ".join(said))
    own = {fold(form.ma) for form in che_do.bieu_mau.values()}
    old = {
        form.ma for other in others for form in other.bieu_mau.values() if fold(form.ma) not in own
    }
    for name in sorted(old):
        if re.search(rf"{re.escape(fold(name))}(?!\w)", text):
            given = listed(dict.fromkeys(form.ma for form in che_do.bieu_mau.values()))
            yield finding(
                che_do, "R18", "KD462", path, doubtful=True, mau=name, nam=dot.nam, dung=given
            )
