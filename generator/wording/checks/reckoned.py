"""Checks what a text reckons itself: products, sums, and parts that make a whole.

No text prescribes this. «84 đồng chí x 150.000 đồng = 12.600.000 đồng»; «62 đảng viên, gồm 58 đảng
viên chính thức, 04 đảng viên dự bị».
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.problems import DataPath, Place, Problem, problem
from generator.wording.compare import fold
from generator.wording.read_numbers import FIGURE, figure, scale, shown

_SCALED = r"(?:\s(?P<bac>nghìn|ngàn|triệu|tỷ|tỉ)\b)?"
_NUMBER = re.compile(
    rf"(?<![\w/.,-])(?P<so>{FIGURE})(?![\w/-])(?P<pt>\s?%)?{_SCALED}", re.IGNORECASE
)
_SIGN = re.compile(r"(?:^|\s)([x×*+])(?=\s|$)")
_EQUALS = re.compile(r"\s=\s")
_STARTS = re.compile(r"[;:(](?=\s)|\.\s")
_MONEY = re.compile(rf"(?<![\w/.,-])(?P<so>{FIGURE}){_SCALED} ?(?:đồng|đ)\b(?! ?/)", re.IGNORECASE)
_ITEM = re.compile(r"[\s*]*(?:(?P<so>\d{1,2})[.)]|[-+])\s")
_TOTAL = re.compile(
    r"[\s*+-]*tổng(?: cộng| kinh phí| số tiền| số)?\b[^\d]{0,40}?(?=\d)", re.IGNORECASE
)
_END = re.compile(r"\.(?=\s|$)")
_PARTS = re.compile(r"\b(?P<tu>bao gồm|gồm có|gồm|trong đó có|trong đó)\b:? ?", re.IGNORECASE)
_AMONG = "trong đó"
_BRACKETS = re.compile(r"\([^()]*\)")
_APART = re.compile(r"[,;]\s|\svà\s")
_COUNT = re.compile(
    rf"(?<![\w/.,-])(?<!năm )(?<!(?<![Tt]ổng )số )(?P<so>{FIGURE}) (?P<ten>[^\W\d_].*)"
)
_LABEL = re.compile(
    r"\b(?:năm|tháng|quý|ngày|(?<!tổng )số|thứ|điều|khoản|mục|lần|khoá|khóa)\s$", re.IGNORECASE
)
_PEOPLE = frozenset(map(fold, ("đảng viên", "đồng chí", "cá nhân", "thành viên", "người")))


def check_reckoned(text: str, path: DataPath) -> Iterator[Problem]:
    """Check what a text reckons.

    Args:
        text: the text as typed.
        path: where it is in the data.

    Yields:
        KD209 for a product, a sum or a total of items that is another; KD293 for parts that make
        more or less than their whole. Each at its line.
    """
    lines = [line.replace("**", "").replace("\u00a0", " ") for line in text.split("\n")]
    for n, line in enumerate(lines):
        if line.lstrip().startswith("|"):
            continue
        for at, typed, right in (*_equations(line), *_total(lines, n)):
            place = Place(path=(*path, n, at))
            yield problem("KD209", place, viet=typed, dung=shown(right))
        for at, told in _wholes(line):
            yield problem("KD293", Place(path=(*path, n, at)), dieu=told)


def _equations(line: str) -> Iterator[tuple[int, str, Decimal]]:
    """Yield each equation that does not hold: where, as typed, what its left side gives."""
    last = 0
    for equals in _EQUALS.finditer(line):
        result = _NUMBER.match(line, equals.end())
        start = _begun(line, last, equals.start())
        found, last = [*_NUMBER.finditer(line, start, equals.start())], equals.end()
        terms, signs = found[-1:], list[str]()
        for before, after in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
            between = _SIGN.findall(line, before.end(), after.start())
            if len(between) != 1:
                break
            terms.append(before)
            signs += between
        terms, signs = terms[::-1], signs[::-1]
        if result is None or result["pt"] or not signs:
            continue
        right, said = _value(terms, signs), _amount(result)
        # Where it says no «triệu», it may be in thousands or millions of the terms.
        scales = (0,) if result["bac"] else (0, 3, 6)
        if all(abs(right.scaleb(-n) - said) > _slack(result) for n in scales):
            yield terms[0].start(), line[terms[0].start() : result.end()], right


def _begun(line: str, start: int, end: int) -> int:
    """Return where the last sentence, or the part behind a colon, of a stretch begins."""
    return max((each.end() for each in _STARTS.finditer(line, start, end)), default=start)


def _value(terms: Sequence[re.Match[str]], signs: Sequence[str]) -> Decimal:
    """Return what terms give: products first, then their sum."""
    total, product = Decimal(0), _amount(terms[0])
    for term, sign in zip(terms[1:], signs, strict=True):
        if sign == "+":
            total, product = total + product, _amount(term)
        else:
            product *= _amount(term)
    return total + product


def _amount(found: re.Match[str]) -> Decimal:
    value = figure(found["so"]) or Decimal(0)
    percent = found.groupdict().get("pt")
    return value * scale(found["bac"] or "") / (100 if percent else 1)


def _slack(found: re.Match[str]) -> Decimal:
    """Return by how much a rounded figure may miss: one in its last place; a whole one by none."""
    decimals = len(found["so"].partition(",")[2])
    return scale(found["bac"] or "") * Decimal(1).scaleb(-decimals) if decimals else Decimal(0)


def _total(lines: Sequence[str], n: int) -> Iterator[tuple[int, str, Decimal]]:
    """Yield a total that the items right above it do not give."""
    said = _TOTAL.match(lines[n])
    total = _MONEY.match(lines[n], said.end()) if said else None
    if total is None:
        return
    sums: list[Decimal] = []
    for line in reversed(lines[:n]):
        item = _ITEM.match(line)
        amounts = [*_MONEY.finditer(line)]
        result = [each for each in amounts if line[: each.start()].endswith("= ")] or amounts
        if item is None or len(result) != 1:
            return
        sums.append(_amount(result[0]))
        if item["so"] and int(item["so"]) == 1:
            break
    else:
        return
    right = sum(sums, Decimal(0))
    if len(sums) > 1 and abs(right - _amount(total)) > _slack(total):
        yield total.start(), lines[n][: total.end()].strip(), right


def _wholes(line: str) -> Iterator[tuple[int, str]]:
    """Yield the wholes of a line that their parts do not make."""
    plain = _BRACKETS.sub(lambda found: " " * len(found[0]), line)
    found = [*_PARTS.finditer(plain)]
    last = 0
    for marker, following in zip(found, [*found[1:], None], strict=False):
        start, last = _begun(plain, last, marker.start()), marker.end()
        wholes = [
            each
            for each in _NUMBER.finditer(plain, start, marker.start())
            if not each["pt"] and not _LABEL.search(plain, start, each.start())
        ]
        begins = wholes[0].start() if len(wholes) == 1 else marker.start()
        whole = _COUNT.match(plain, begins, marker.start())
        value = figure(whole["so"]) if whole else None
        if whole is None or value is None:
            continue
        until = following.start() if following else len(plain)
        end = _END.search(plain, marker.end(), until)
        items, name = plain[marker.end() : end.start() if end else until], whole["ten"]
        parts = _parts(items, name)
        shown_parts = " + ".join(map(shown, parts))
        if _AMONG in marker["tu"].lower():
            if any(each > value for each in parts[:1]):
                yield whole.start(), f"{shown(parts[0])} trong tổng số {shown(value)}"
        elif len(parts) > 1 and sum(parts) != value:
            told = f"các phần {shown_parts} = {shown(sum(parts, Decimal(0)))}"
            yield whole.start(), f"tổng số {shown(value)}, {told}"


def _parts(items: str, whole: str) -> list[Decimal]:
    """Return the parts of a list, each with what the whole counts; none where one is otherwise."""
    found = []
    for item in _APART.split(items):
        part = _COUNT.match(item.strip(" -"))
        value = figure(part["so"]) if part else None
        if part is None or value is None:
            break
        if not _same_thing(part["ten"], whole):
            return []
        found.append(value)
    return found


def _same_thing(part: str, whole: str) -> bool:
    """Return whether both count one thing; people also by their posts: «01 Trưởng Ban»."""
    if _is_people(whole):
        return part[:1].isupper() or _is_people(part)
    words, wanted = fold(part).split()[:2], fold(whole).strip(" ,:").split()[:2]
    return bool(wanted) and words[: len(wanted)] == wanted


def _is_people(name: str) -> bool:
    words = fold(name).strip(" ,:").split()
    return " ".join(words[:2]) in _PEOPLE or words[:1] == [fold("người")]
