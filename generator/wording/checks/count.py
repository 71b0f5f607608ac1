"""Checks counts that a text names: those present and absent, ballots, votes, shares in per cent.

No text prescribes this; the counts of one sentence add up.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.problems import DataPath, Place, Problem, problem
from generator.wording.read_numbers import figure

_NUMBER = r"(?P<so>\d{1,3}(?:\.\d{3})+|\d+)(?![\d,.]*\d)(?!\s?%)"
_PLAIN = r"\d{1,3}(?:\.\d{3})+|\d+"
_FILLER = r"(?: (?:phiếu|là|được|có|vào))*\s*[:=]?\s*"
_BALLOTS = re.compile(
    rf"(?<![\w/])(?P<loai>phát ra|thu (?:về|vào)|không hợp lệ|hợp lệ){_FILLER}{_NUMBER}",
    re.IGNORECASE,
)
_ISSUED, _BACK, _VOID, _VALID = "phát ra", "thu về", "không hợp lệ", "hợp lệ"
_PRESENT = re.compile(
    rf"có mặt[:\s]*(?P<co>{_PLAIN})(?:\s?/\s?(?P<tong>{_PLAIN}))?(?!\s?%)", re.IGNORECASE
)
_TOTAL = re.compile(
    rf"(?:tổng số|triệu tập)\b(?:(?!ngày)[^\d;.]){{0,40}}?(?P<tong>{_PLAIN})(?![\d/])",
    re.IGNORECASE,
)
_ABSENT = re.compile(r"\bvắng(?: mặt)?[:\s]*(?P<vang>\d[^;.\n]*)", re.IGNORECASE)
_FOR = re.compile(
    rf"(?<!không )(?:tán thành|đồng ý|nhất trí)[:\s]*(?P<co>{_PLAIN})\s?/\s?(?P<tong>{_PLAIN})"
    rf"(?![\d/])",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    rf"(?:không (?:tán thành|đồng ý|nhất trí|có ý kiến)|ý kiến khác)[:\s]*(?P<so>{_PLAIN})",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?<![\d/.,-])(?<!ngày )(?P<phan>{_PLAIN})\s?/\s?(?P<tong>{_PLAIN})(?![\d/.-])"
    r"(?:(?!\d)[^;.%()]){0,60}?"
    r"(?:[\s,(](?:đạt|chiếm|bằng|tỉ lệ|tỷ lệ)(?: tỉ lệ| tỷ lệ)?:? |\()"
    r"(?P<ti_le>\d{1,3}(?:,\d+)?)\s?%"
    r"(?P<so_voi> (?:kế hoạch|chỉ tiêu|so với|dự toán|nghị quyết|cùng kỳ))?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(_PLAIN)


def check_counts(text: str, path: DataPath) -> Iterator[Problem]:
    """Check the counts of a text.

    Args:
        text: the text as typed.
        path: where it is in the data.

    Yields:
        KD293 for counts that do not add up, KD294 for a share that is not that of its two counts.
        Each at its line.
    """
    lines = text.split("\n")
    for n, line in enumerate(lines):
        for at, told in (*_present(line), *_votes(line)):
            yield problem("KD293", Place(path=(*path, n, at)), dieu=told)
        for found in _SHARE.finditer(line.replace("*", " ")):
            part, whole = figure(found["phan"]), figure(found["tong"])
            if part is None or not whole or _is_share(part, whole, found["ti_le"]):
                continue
            right = f"{part / whole * 100:.1f}".replace(".", ",").removesuffix(",0")
            # The share of a plan may be of other figures, unless it is almost theirs.
            if found["so_voi"] and not _one_figure_off(found["ti_le"], right):
                continue
            typed = f"{found['phan']}/{found['tong']}"
            values = {"viet": typed, "ti_le": found["ti_le"], "dung": right}
            yield problem("KD294", Place(path=(*path, n, found.start())), **values)
    for n, at, told in _ballots(lines):
        yield problem("KD293", Place(path=(*path, n, at)), dieu=told)


def _present(line: str) -> Iterator[tuple[int, str]]:
    """Compare those present and absent of a line with those there should be."""
    present, absent = _PRESENT.search(line), _ABSENT.search(line)
    if present is None:
        return
    total = _TOTAL.search(line, 0, present.start())
    whole = _count(present["tong"] or (total["tong"] if total else ""))
    here = _count(present["co"])
    if not whole:
        return
    if here > whole:
        yield present.start(), f"có mặt {here} trên tổng số {whole}"
    elif absent:
        # «vắng 01 có lý do, 01 không có lý do»: together, or the first is of them.
        away = [_count(each) for each in _NUMBERS.findall(absent["vang"])]
        if whole - here not in {*away, sum(away)}:
            yield absent.start(), f"tổng số {whole}, có mặt {here}, vắng {away[0]}"


def _votes(line: str) -> Iterator[tuple[int, str]]:
    """Compare votes for and against with those cast, from one «tán thành» to the next."""
    found = [*_FOR.finditer(line)]
    for each, after in zip(found, [*found[1:], None], strict=False):
        whole, agreed = _count(each["tong"]), _count(each["co"])
        end = after.start() if after else len(line)
        others = [_count(e["so"]) for e in _AGAINST.finditer(line, each.end(), end)]
        if agreed > whole:
            yield each.start(), f"«{each[0]}»: {agreed} trên {whole}"
        elif agreed + sum(others) > whole:
            added = " + ".join(map(str, (agreed, *others)))
            yield each.start(), f"tán thành, không tán thành, ý kiến khác {added}, trên {whole}"


def _ballots(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Compare the ballots of each count; a count begins with those given out."""
    counts: dict[str, int] = {}
    places: dict[str, tuple[int, int]] = {}
    for n, line in [*enumerate(lines), (0, f"{_ISSUED}: 0")]:
        for found in _BALLOTS.finditer(line):
            kind = found["loai"].lower().replace("thu vào", _BACK)
            if kind == _ISSUED and counts:
                yield from _of_one(counts, places)
                counts, places = {}, {}
            counts.setdefault(kind, _count(found["so"]))
            places.setdefault(kind, (n, found.start()))


def _of_one(
    counts: dict[str, int], places: dict[str, tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    issued, back = counts.get(_ISSUED), counts.get(_BACK)
    valid, void = counts.get(_VALID), counts.get(_VOID)
    if issued is not None and back is not None and back > issued:
        yield *places[_BACK], f"phát ra {issued} phiếu, thu về {back} phiếu"
    cast, word = (issued, _ISSUED) if back is None else (back, _BACK)
    if cast is None or valid is None:
        return
    if valid + (void or 0) > cast or (
        void is not None and back is not None and valid + void < back
    ):
        parts = f"hợp lệ {valid}" + (f", không hợp lệ {void}" if void is not None else "")
        yield *places[_VALID], f"{word} {cast} phiếu, {parts}"


def _is_share(part: Decimal, whole: Decimal, typed: str) -> bool:
    """Return whether a share is as typed, rounded or cut off where it is."""
    share = figure(typed)
    decimals = len(typed.partition(",")[2])
    return share is not None and abs(part / whole * 100 - share) < Decimal(1).scaleb(-decimals)


def _one_figure_off(typed: str, right: str) -> bool:
    """Return whether two shares differ in one figure: «84,9» for «74,9»."""
    longer, other = (each if "," in each else f"{each},0" for each in (typed, right))
    return (
        len(longer) == len(other) and sum(a != b for a, b in zip(longer, other, strict=True)) == 1
    )


def _count(text: str) -> int:
    return int(text.replace(".", "") or 0)
