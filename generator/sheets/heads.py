"""What the head of a column means: by the names of `cot.yaml`, and as offices shorten them.

A head is one text or several below one another: «Kết quả xếp loại», «Tự nhận». Words of offices
that are no name of a column are data: `loi-danh-sach.yaml`.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from generator.sheets.layout import UNIT, sheets
from generator.sheets.levels import LEVEL_WORDS, level_of
from generator.sheets.words import has, words
from generator.wording.compare import fold

Key = tuple[str, str]
"""The code of a sheet and the key of a column: («ca_nhan», «ho_ten»)."""

NAMES: dict[str, str] = {
    "ca_nhan": "ho_ten", "tap_the": "ten", "xep_loai": "ten", "diem": "ten",
    "noi_cu_tru": "ho_ten", "kiem_phieu": "doi_tuong", "ho_so": "ai",
}  # fmt: skip
"""The column of each sheet that names whom a row is about."""

NAME_KEYS = frozenset(NAMES.items())
FAMILY, MIDDLE, GIVEN = "ho", "ten_dem", "ten_rieng"
MALE, FEMALE = "nam", "nữ"
DAY, MONTH, YEAR = "ngay", "thang", "nam_lich"
BIRTH, SEX = ("ca_nhan", "ngay_sinh"), ("ca_nhan", "gioi_tinh")
QUYET_DINH = ("xep_loai", "xep_loai.quyet_dinh")

EXACT, LAST, BY_RULE = 0, 1, 2
"""How sure a meaning is: the whole head is a name, only its last text, or a rule says so."""

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_YEAR = re.compile(r"(?:năm )?\b(?:19|20)\d\d\b")
_WORD = re.compile(r"[^\W_]+|[%#]")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a head may mean.

    `keys` are columns of the catalogue, several where sheets share a name; `part` is the part of
    one value that stands in the column (`FAMILY`, `MALE`, `DAY`, …); `level` the code of the level
    that a tick or a count in it is for; `running` is a running number, `own` our hidden key;
    `doubtful`: whether it is what it says must be looked for below; `votes`: it speaks of a ballot;
    `left`: it is not taken, whatever stands below.
    """

    keys: frozenset[Key] = frozenset()
    part: str = ""
    level: str = ""
    rank: int = EXACT
    running: bool = False
    own: bool = False
    doubtful: bool = False
    votes: bool = False
    year: str = ""
    left: bool = False

    @property
    def known(self) -> bool:
        """Whether the head says anything."""
        return bool(self.keys or self.part or self.level or self.running or self.own)

    @property
    def is_name(self) -> bool:
        """Whether the column names whom a row is about."""
        return bool(self.keys & NAME_KEYS)

    @property
    def is_unit(self) -> bool:
        """Whether the column names the unit of a row."""
        return any(key == UNIT for _, key in self.keys)


@lru_cache(maxsize=8192)
def bare(text: str, *, brackets: bool = False) -> str:
    """Return a head without what offices write differently: signs, short forms, years.

    Args:
        text: one text of a head.
        brackets: what stands in brackets counts too.
    """
    plain = unicodedata.normalize("NFC", text).casefold()
    if not brackets:
        plain = _BRACKETS.sub(" ", plain)
    found = [fold(each) for each in _WORD.findall(_YEAR.sub(" ", plain))]
    said = _in_full(_in_full(found))  # «h.tên ĐV» has one short form within another
    joined = f" {' '.join(said)} "
    for each in _dropped():
        joined = joined.replace(f" {each} ", " ")
    return " ".join(joined.split())


def _in_full(said: Sequence[str]) -> list[str]:
    """Return words with the short forms among them, of up to four words, written out."""
    rest, whole = list(said), list[str]()
    while rest:
        taken = next((n for n in (4, 3, 2, 1) if " ".join(rest[:n]) in _short()), 0)
        whole += _short()[" ".join(rest[:taken])].split() if taken else rest[:1]
        del rest[: taken or 1]
    return whole


@lru_cache(maxsize=4096)
def meaning(texts: tuple[str, ...]) -> Meaning:
    """Return what the texts of a head, from top to bottom, mean together."""
    filled = tuple(filter(None, texts))
    if not filled:
        return Meaning()
    year = next(iter(_years(filled)), "")
    found = _level(filled) or _part(filled) or _named(filled) or _by_rule(filled) or Meaning()
    votes = has(" ".join(map(bare, filled)), words()["phieu"])
    if votes and QUYET_DINH in found.keys:
        found = replace(found, keys=frozenset()) if found.level else Meaning(left=True)
    return replace(found, year=year, votes=votes)  # what was voted is not yet decided


def is_known(text: str) -> bool:
    """Return whether a text alone is the head of a column; short words of a list are not."""
    first = _WORD.search(text.casefold())
    if first is None or fold(first[0]) not in _beginnings():
        return False  # nearly every text of a list ends here
    found = meaning((text,))
    return found.known and not found.doubtful


@cache
def _beginnings() -> frozenset[str]:
    """Return the words with which a known head may begin, also in plain letters."""
    names = [*_by_name(), *_short(), *LEVEL_WORDS, *words()["xep_loai"], "ngày", "điểm", "số"]
    names += [each for name in ("so_thu_tu", "khoa", FAMILY, MIDDLE) for each in words()[name]]
    names += [each for said in words()["buoc"].values() for each in said]
    names += words()["phieu"]
    firsts = {fold(found[0]) for each in names if (found := _WORD.search(each.casefold()))}
    return frozenset(firsts | {_plain(each) for each in firsts})


def _years(texts: Sequence[str]) -> list[str]:
    return re.findall(r"(?:19|20)\d\d", " ".join(texts))


def _level(texts: Sequence[str]) -> Meaning | None:
    """Return the meaning of a head that is one of the levels, below a step or a ballot."""
    said = [each for each in map(bare, texts) if each]
    if len(said) > 1 and said[-1] in _folded("dem"):
        del said[-1]
    if not said or has(said[-1], words()["khong_lay"]):
        return None
    for last in (1, 2):
        if len(said) >= last and (level := level_of(" ".join(said[-last:]))):
            above = said[:-last]
            step = _step(above) if above else None
            keys = frozenset({step} if step else ())
            return Meaning(keys, level=level, rank=LAST if step else BY_RULE)
    return None


def _part(texts: Sequence[str]) -> Meaning | None:
    """Return the meaning of a head for a part of a value: men's births, family names, days."""
    said = [bare(each) for each in texts]
    last, above = said[-1], " ".join(said[:-1])
    whole = bare(" ".join(texts), brackets=True)
    for sex, name in ((MALE, "nam"), (FEMALE, "nu")):
        for word in _folded(name):
            if whole == word:
                return Meaning(part=sex, doubtful=True)
            rest = whole.removesuffix(f" {word}").removeprefix(f"{word} ")
            if rest != whole:
                keys = _lookup(rest)
                if BIRTH in keys:
                    return Meaning(frozenset({BIRTH}), part=sex)
                if SEX in keys:
                    return Meaning(frozenset({SEX}), part=sex)
    for part in (DAY, MONTH, YEAR):
        if above and last in _folded(part):
            keys = frozenset(key for key in _lookup(above) if _is_day(key))
            return Meaning(keys, part=part) if keys else None
    if last in _folded(FAMILY) or whole in _folded(FAMILY):
        return Meaning(NAME_KEYS, part=FAMILY)
    if last in _folded(MIDDLE) and (not above or _lookup(above) & NAME_KEYS):
        return Meaning(NAME_KEYS, part=MIDDLE)
    if last in _folded(GIVEN) and (not above or _lookup(above) & NAME_KEYS):
        return Meaning(NAME_KEYS, part=GIVEN, doubtful=True)
    return None


def _named(texts: Sequence[str]) -> Meaning | None:
    """Return the meaning of a head that is a name of a column of ours."""
    joined = " ".join(texts)
    for brackets in (False, True):
        whole = bare(joined, brackets=brackets)
        if whole in _folded("so_thu_tu"):
            return Meaning(running=True)
        if whole in _folded("khoa"):
            return Meaning(own=True)
        if whole in _folded("dv"):
            return Meaning(NAME_KEYS | {("ca_nhan", UNIT), ("xep_loai", UNIT)}, doubtful=True)
        if keys := _lookup(whole):
            return Meaning(keys, doubtful=whole in _folded("ten_ngo"))
    if bare(texts[0]) in _folded("so_thu_tu"):
        return Meaning(running=True)
    last, above = bare(texts[-1]), bare(" ".join(texts[:-1]))
    if above and not has(above, words()["cha_khac"]) and not _of_ratings(above):
        if keys := _lookup(last):
            return Meaning(keys, rank=LAST, doubtful=last in _folded("ten_ngo"))
        if not last and (keys := _lookup(above)):
            return Meaning(keys, rank=LAST)
    return None


def _by_rule(texts: Sequence[str]) -> Meaning | None:
    """Return the meaning of a head that speaks of a rating or of points in other words."""
    whole = bare(" ".join(texts))
    if has(whole, words()["cha_khac"]):
        return None
    if has(whole, ["điểm"]):
        kinds = (("cham_diem.chung", "tiêu chí chung"), ("cham_diem.nhiem_vu", "nhiệm vụ"),
                 ("cham_diem.nhiem_vu", "kết quả"), ("cham_diem.tong", "tổng"))  # fmt: skip
        if has(whole, ["điểm cộng", "điểm trừ", "tối đa"]):
            return None
        found = next((key for key, word in kinds if has(whole, [word])), None)
        return Meaning(frozenset({("diem", found)}), rank=BY_RULE) if found else None
    if not _of_ratings(whole) or has(whole, words()["khong_lay"]):
        return None
    step = _step([bare(each) for each in texts])
    if has(whole, ["ngày"]):
        found = _RATED_ON.get(step) if step else None
        return Meaning(frozenset({("xep_loai", found)}), rank=BY_RULE) if found else None
    if step is None and has(whole, words()["xep_loai_chung"]):
        step = QUYET_DINH if not has(whole, words()["de_xuat"]) else None
    if step is None or has(whole, ["số", "điểm", "văn bản", "số lượng"]):
        return None
    return Meaning(frozenset({step}), rank=BY_RULE)


_RATED_ON = {
    QUYET_DINH: "xep_loai.ngay_quyet_dinh",
    ("xep_loai", "xep_loai.cong_chuc"): "xep_loai.ngay_cong_chuc",
}


def _step(said: Sequence[str]) -> Key | None:
    """Return the step of a rating that the bare texts of a head name; None if they name none."""
    whole = " ".join(said)
    for text in (whole, said[-1]):
        named = {(code, key) for code, key in _lookup(text) if code == "xep_loai"}
        if keys := named - {("xep_loai", UNIT), ("xep_loai", "ten")}:
            return min(keys)
    if len(said) > 1 and said[-1] in _folded("tu_minh"):
        return "xep_loai", "xep_loai.tu_nhan"
    steps = words()["buoc"]
    civil = "xep_loai.cong_chuc"
    if has(whole, steps["xep_loai.tu_nhan"]) and has(whole, steps[civil]):
        return "xep_loai", "xep_loai.tu_nhan_cong_chuc"
    for key, names in steps.items():
        if has(whole, names):
            proposed = key == QUYET_DINH[1] and has(whole, words()["de_xuat"])
            return None if proposed else ("xep_loai", key)
    return None


def _of_ratings(text: str) -> bool:
    return has(text, words()["xep_loai"])


def _is_day(key: Key) -> bool:
    loai, khoa = key
    return any(
        each.khoa == khoa and each.kieu in {"ngay", "ngay_sinh"} for each in sheets()[loai].cot
    )


@lru_cache(maxsize=4096)
def _lookup(name: str) -> frozenset[Key]:
    """Return the columns that have a bare name; a name in plain letters counts without accents."""
    if not name:
        return frozenset()
    if found := _by_name().get(name):
        return found
    typed = name.replace(" va ", " ")
    return _unaccented().get(typed, frozenset()) if name.isascii() else frozenset()


@cache
def _by_name() -> dict[str, frozenset[Key]]:
    found: dict[str, set[Key]] = {}
    for code, sheet in sheets().items():
        for cot in sheet.cot:
            for name in filter(None, (cot.dau, *cot.ten)):
                for brackets in (False, True):
                    found.setdefault(bare(name, brackets=brackets), set()).add((code, cot.khoa))
    return {name: frozenset(keys) for name, keys in found.items()}


@cache
def _unaccented() -> dict[str, frozenset[Key]]:
    found: dict[str, frozenset[Key]] = {}
    for name, keys in _by_name().items():
        found.setdefault(_plain(name), keys)
    return found


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(each for each in letters if not unicodedata.combining(each))


@cache
def _folded(name: str) -> frozenset[str]:
    """Return the words of a list of `loi-danh-sach.yaml` as `bare` returns heads."""
    return frozenset(bare(each) or fold(each) for each in words()[name])


@cache
def _short() -> dict[str, str]:
    return {fold(short): fold(long) for short, long in words()["viet_tat"].items()}


@cache
def _dropped() -> tuple[str, ...]:
    return tuple(sorted(map(fold, words()["bo"]), key=len, reverse=True))
