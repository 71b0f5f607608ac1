"""The value of a cell as a data file writes it, or what is wrong with it."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from generator.model.levels import NOT_RATED, WORDS
from generator.opening.number_formats import GENERAL, LONGEST_NUMBER, shown
from generator.problems import Place, Problem, problem
from generator.reading.model_shape import choices
from generator.reading.suggest import same_word
from generator.sheets.days import day_of
from generator.sheets.layout import MODELS
from generator.sheets.levels import level_of
from generator.sheets.own_rows import value_text
from generator.sheets.words import has, phrases
from generator.wording.choice_words import in_words
from generator.wording.compare import fold

TICKS = frozenset("xX×✓✔✗✘☒☑☓√vV+*üûþ")
"""Signs by which a cell is ticked; «ü», «û», «þ» are ticks of the font Wingdings."""

EMPTY_BOXES = frozenset("☐□o○")
NOTHING = frozenset({"-", "–", "—", "//", "/", "…", "...", "..", ".", "_", "''", "'"})
"""What is typed where nothing is to be said."""

_YES = frozenset(map(fold, ("có", "co", "đúng", "yes", "true", "phải", "1")))
_NO = frozenset(map(fold, ("không", "khong", "ko", "sai", "no", "false", "0")))
_DIGITS = re.compile(r"(\d{1,6})(?:\s*(?:phiếu|lá phiếu|bản|người))?", re.IGNORECASE)
_POINTS = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?(?:\s*(?:điểm|đ))?\.?", re.IGNORECASE)
_FORMAT_FIGURES = re.compile(r"0[0.]*0|@")
_WORDED = frozenset({"chu", "chuc_vu", "don_vi"})
_MAY_BE_NO = frozenset({"", "loai_tru.ly_do"})
_MARKS = " \t\n.,;:-–—_*()'\"“”"
_DITTO = re.compile(r"[\s.\-–—_]*[\"“”„〃]+[\s.\-–—_]*")
_BRACKETS = re.compile(r"\s*\([^()]*\)")


class Seen(NamedTuple):
    """A cell: its value, the text it shows, its number format, the head of its column, where."""

    value: object
    text: str
    form: str
    cot: str
    place: Place
    since_1904: bool = False

    def wrong(self, code: str, **told: object) -> Problem:
        """Return a problem of this cell."""
        return problem(code, self.place, **{"nhap": self.text, "cot": self.cot, **told})


def value_of(seen: Seen, kieu: str, loai: str, khoa: str) -> str | Problem:
    """Return the value of a cell that is neither broken nor struck out.

    Args:
        seen: the cell.
        kieu: what a cell of its column holds (`layout.Kieu`).
        loai: the sheet of the column.
        khoa: the key of the column.

    Returns:
        Its canonical text, «» for an empty cell and for a dash; KD812, KD813, KD815-KD817,
        KD858 for one that cannot be taken. Nothing is guessed.
    """
    if not seen.text or (isinstance(seen.value, str) and seen.text in NOTHING):
        return ""
    if is_ditto(seen.text):
        return seen.wrong("KD858")
    if kieu in _WORDED and khoa not in _MAY_BE_NO and fold(seen.text) in phrases("khong_co"):
        return ""
    match kieu:
        case "ngay" | "ngay_sinh":
            return _day(seen, birth=kieu == "ngay_sinh")
        case "muc":
            return _level(seen)
        case "co_khong":
            return _yes_no(seen)
        case "chon":
            return _choice(seen, loai, khoa)
        case "dem":
            return _count(seen)
        case "diem":
            return _points(seen)
        case _:
            return _text(seen)


def is_ditto(text: str) -> bool:
    """Return whether a cell only says «as above»: «nt», «như trên», a quotation mark."""
    said = fold(" ".join(text.strip(_MARKS).replace(".", " ").split()))
    return said in phrases("nhu_tren") or bool(_DITTO.fullmatch(text))


def is_tick(seen: Seen, *, one: bool = False) -> bool | None:
    """Return whether a cell is ticked, None where that is not clear.

    Args:
        seen: the cell.
        one: the figure 1 is a tick too.
    """
    if isinstance(seen.value, bool):
        return seen.value
    text = seen.text.strip("()[]{}. '")
    if not text or seen.text in NOTHING or text in EMPTY_BOXES:
        return False
    if set(text) <= TICKS or fold(text) in {"co", fold("có")}:
        return True
    if one and text in {"0", "1"}:
        return text == "1"
    return None


def _day(seen: Seen, *, birth: bool) -> str | Problem:
    day = day_of(seen.value, seen.text, seen.form, birth=birth, since_1904=seen.since_1904)
    return seen.wrong("KD812", ly_do=day.loi) if day.loi else day.chu


def _level(seen: Seen) -> str | Problem:
    code = level_of(seen.text) if isinstance(seen.value, str) else None
    if code is None or code == NOT_RATED:
        levels = ", ".join(f"«{each}»" for key, each in WORDS.items() if key != NOT_RATED)
        return seen.wrong("KD813", cac_muc=levels)
    return WORDS[code]


def _yes_no(seen: Seen) -> str | Problem:
    if isinstance(seen.value, bool):
        return "có" if seen.value else "không"
    text = fold(seen.text.strip("()[]. '"))
    if text in _NO or seen.text in EMPTY_BOXES:
        return "không"
    if text in _YES or is_tick(seen):
        return "có"
    return seen.wrong("KD815", cac_gia_tri="«có», «không»")


def _choice(seen: Seen, loai: str, khoa: str) -> str | Problem:
    options = _options(loai, khoa)
    typed = fold(seen.text.strip(" .,;:*'"))
    for said in (typed, fold(_BRACKETS.sub("", typed)), typed.replace(" ", "_")):
        found = [code for code, names in options.items() if said in names]
        if len(found) == 1:
            return found[0]
    if code := same_word(seen.text, options):
        return code
    near = [code for code, names in options.items() if any(has(name, [typed]) for name in names)]
    if isinstance(seen.value, str) and " " in typed and len(near) == 1:
        return near[0]
    known = ", ".join(f"«{in_words(khoa.rpartition('.')[2], code)}»" for code in options)
    return seen.wrong("KD815", cac_gia_tri=known)


@cache
def _options(loai: str, khoa: str) -> Mapping[str, frozenset[str]]:
    """Return the choices of a key, each with the ways to name it: code, words, plain letters."""
    found: dict[str, frozenset[str]] = {}
    for code in choices(MODELS[loai], tuple(khoa.split("."))):
        whole = fold(in_words(khoa.rpartition(".")[2], code))
        names = {fold(code), whole, fold(_BRACKETS.sub("", whole)), fold(code).replace("_", " ")}
        found[code] = frozenset(names)
    return found


def _count(seen: Seen) -> str | Problem:
    if (why := _no_figure(seen)) is not None:
        return seen.wrong("KD816", ly_do=why)
    if isinstance(seen.value, int | float):
        number = float(seen.value)
        if number.is_integer() and 0 <= number < 10**6:
            return str(int(number))
        return seen.wrong("KD816", ly_do="không phải là số nguyên")
    found = _DIGITS.fullmatch(seen.text.strip("'"))
    return str(int(found[1])) if found else seen.wrong("KD816", ly_do="không phải là số nguyên")


def _points(seen: Seen) -> str | Problem:
    if (why := _no_figure(seen)) is not None:
        return seen.wrong("KD816", ly_do=why)
    if isinstance(seen.value, int | float):
        exact = round(float(seen.value), 2)
        if abs(exact - float(seen.value)) > 1e-9:
            return seen.wrong("KD816", ly_do="có hơn hai chữ số sau dấu phẩy")
        if not 0 <= exact < 1000:
            return seen.wrong("KD816", ly_do="không phải là số điểm")
        return value_text(Decimal(str(exact)))
    found = _POINTS.fullmatch(seen.text.strip("'"))
    if found is None:
        return seen.wrong("KD816", ly_do="không phải là số điểm")
    return value_text(Decimal(f"{found[1]}.{found[2] or 0}"))


def _no_figure(seen: Seen) -> str | None:
    """Return why a cell holds no count and no points, though Excel may keep a number in it."""
    if isinstance(seen.value, dt.date | dt.time | dt.timedelta):
        return "ô là ngày, giờ: có thể gõ 27.5 mà Excel đổi thành ngày"
    if isinstance(seen.value, bool):
        return "ô là đúng, sai"
    if isinstance(seen.value, int | float) and "%" in seen.form:
        return f"ô định dạng phần trăm, hiện {shown(seen.value, seen.form) or seen.text}"
    if "%" in seen.text:
        return "là phần trăm"
    return None


def _text(seen: Seen) -> str | Problem:
    """Return a text; a number counts only if its format says how many figures it has."""
    if isinstance(seen.value, str):
        return " ".join(seen.text.replace("\xad", "").split()).removeprefix("'")
    if isinstance(seen.value, dt.date | dt.time | dt.timedelta):
        return seen.wrong("KD817", la="ngày, giờ")
    if isinstance(seen.value, bool):
        return seen.wrong("KD817", la="đúng, sai")
    if isinstance(seen.value, int | float):
        if abs(seen.value) >= LONGEST_NUMBER:
            return seen.wrong("KD817", la="số có hơn 15 chữ số")
        said = shown(seen.value, seen.form)
        if (
            seen.form != GENERAL
            and _FORMAT_FIGURES.fullmatch(seen.form)
            and said
            and (seen.form != "@")
        ):
            return said
    return seen.wrong("KD817", la="ô kiểu số")
