"""Lists pasted from Word, Excel or a message: what each line says, and what is said twice."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.model.birth import NgaySinh, may_be_same, read_birth
from generator.setup.bodies import unit_kind
from generator.sheets.persons import in_small, person, without_lead
from generator.sheets.words import begins
from generator.wording.compare import fold, same
from generator.wording.posts import Posts, posts_of

_BLANKS = str.maketrans({"\xa0": " ", "\u2007": " ", "\u202f": " ", "\u200b": "", "\ufeff": ""})
_NUMBER = re.compile(r"\d{1,4}\s*[.)/]?|[-–—+•*▪]")
_LEAD = re.compile(
    r"(?:\d{1,4}\s*[.)/](?!\d)|\d{1,4}\s+[-–—](?=\s)|\d{1,4}\s(?=\s*[^\W\d])|[-–—+•*▪])\s*"
)
_ROMAN = re.compile(r"^\s*[IVX]{1,4}\s*[.)/-]")
_WORD = re.compile(r"[^\W_]+")
_DASH = re.compile(r"\s[-–—]\s")
_YEAR = re.compile(r"\d{4}")
_NAME_WORDS = range(2, 8)
_ONE_WORD = re.compile(r"[^\W\d_]+['’‘ʼ`][^\W\d_]{2,}$")

_HEADS = {
    "so": ("tt", "stt", "số tt", "số thứ tự"),
    "ten": ("đơn vị", "tên đơn vị", "chi bộ", "tên chi bộ", "tổ chức đảng", "tên tổ chức đảng",
            "chi bộ, đảng bộ", "đảng bộ, chi bộ"),
    "bi_thu": ("bí thư", "họ tên bí thư", "họ và tên bí thư", "đồng chí bí thư", "bí thư chi bộ"),
    "ho_ten": ("họ và tên", "họ tên", "họ, tên", "họ và tên đảng viên", "đảng viên"),
    "ngay_sinh": ("ngày sinh", "năm sinh", "sinh ngày", "ngày tháng năm sinh",
                  "ngày, tháng, năm sinh", "ngày, tháng năm sinh"),
    "chuc_vu": ("chức vụ", "chức danh", "chức vụ, chức danh", "chức vụ, đơn vị công tác"),
    "dang": ("chức vụ đảng", "chức vụ trong đảng"),
    "chinh_quyen": ("chức vụ chính quyền", "chính quyền"),
    "doan_the": ("chức vụ đoàn thể", "đoàn thể"),
}  # fmt: skip
_IDLE = frozenset(map(fold, ("giới tính", "nam, nữ", "nam/nữ", "ký tên", "chữ ký")))
_BY_HEAD = {fold(word): column for column, words in _HEADS.items() for word in words}
_WHOM = frozenset({"ten", "ho_ten"})
_SUMS = frozenset(map(fold, ("cộng", "tổng", "tổng cộng", "tổng số")))
_STATE = fold("Đảng Cộng sản Việt Nam")
_HALF = frozenset(map(fold, ("chi bộ", "đảng bộ", "đảng bộ bộ phận", "đảng ủy")))


class Twice(NamedTuple):
    """A line that says again what an earlier line said."""

    dong: int
    truoc: int
    ten: str


class Unclear(NamedTuple):
    """A line of which nothing was taken."""

    dong: int
    chu: str


class PastedUnit(NamedTuple):
    """A unit and its secretary («» if none is named); `dong` counts all lines, from 1.

    `la` is what stands in the place of the secretary and is no name.
    """

    dong: int
    ten: str
    bi_thu: str
    la: str = ""


class PastedPerson(NamedTuple):
    """A person; `ngay_sinh` is written as it is stored, `ngay_la` what could not be read as one.

    `bo` is what stood around the name and is not taken.
    """

    dong: int
    ho_ten: str
    ngay_sinh: str
    chuc_vu: Posts
    ngay_la: str = ""
    bo: str = ""


class Units(NamedTuple):
    """The units of a list, each once; the lines left out, `la` those that name no unit."""

    cac: tuple[PastedUnit, ...]
    trung: tuple[Twice, ...]
    la: tuple[Unclear, ...] = ()


class People(NamedTuple):
    """The people of a list, each once; the lines and the columns left out."""

    cac: tuple[PastedPerson, ...]
    trung: tuple[Twice, ...]
    la: tuple[Unclear, ...]
    cot_bo: tuple[str, ...] = ()


def units(text: str) -> Units:
    """Return the units of a list: a line each, the secretary behind a tab, blanks, «;» or « - »."""
    found: dict[str, PastedUnit] = {}
    double: list[Twice] = []
    unclear: list[Unclear] = []
    for dong, line, columns in _lines(text):
        cells = _cells(line) or _at_dash(line)
        row = _by_column(cells, columns)
        if "ten" in row:
            name, secretary = row["ten"], row.get("bi_thu", "")
        else:
            name, *rest = [each for each in cells if each]
            secretary = next((each for each in rest if _is_name(each)), "")
        if _is_no_unit(name):
            unclear.append(Unclear(dong, line.strip()))
            continue
        each = PastedUnit(
            dong,
            " ".join(name.split()),
            _person(secretary)[0],
            "" if "ten" in row else _other(cells),
        )
        first = found.setdefault(fold(name), each)
        if first is not each:
            double.append(Twice(dong, first.dong, name))
    return Units(tuple(found.values()), tuple(double), tuple(unclear))


def _other(cells: Sequence[str]) -> str:
    """Return the only other cell of a line without a head, if it says words that are no name."""
    said = cells[1] if len(cells) == 2 else ""
    is_words = any(map(str.isalpha, said)) and not any(map(str.isdigit, said))
    return said if is_words and not _is_name(said) else ""


def _is_no_unit(name: str) -> bool:
    """Return whether a line is what stands around a list: its title, a sum, who made it."""
    said = fold(" ".join(_WORD.findall(_ROMAN.sub("", name))))
    around = begins(said, "ten_bang", "cong", "cuoi", "dan_chieu", "muc")
    return (around and unit_kind(name) == "khac") or said == _STATE


def unit_lines(rows: Iterable[Sequence[str]]) -> str:
    """Return the units of a sheet as the lines that `units` reads: name, tab, secretary.

    Of a sheet with a head only what stands below it and in its columns is taken; of one without
    the first two columns, a running number left out.
    """
    columns: tuple[str, ...] = ()
    lines: list[str] = []
    for row in rows:
        heads = _heads("\t".join(row))
        if heads:
            columns, lines = heads, []
            continue
        named = dict(zip(columns, row, strict=False))
        cells = [each.strip() for each in row if each.strip()]
        while cells and _NUMBER.fullmatch(cells[0]):
            del cells[0]
        pair = [named.get("ten", ""), named.get("bi_thu", "")] if "ten" in columns else cells[:2]
        if pair and any(map(str.isalpha, pair[0])) and fold(pair[0]) not in _SUMS:
            lines.append("\t".join(each for each in pair if each))
    return "\n".join(lines)


def people(text: str) -> People:
    """Return the people of a list: a line each, in columns name, day of birth, posts."""
    found: list[PastedPerson] = []
    double: list[Twice] = []
    unclear: list[Unclear] = []
    for dong, line, columns in _lines(text):
        cells = _cells(line) or _with_commas(line)
        row = _by_column(cells, columns)
        each = _in_columns(dong, row) if "ho_ten" in row else _as_guessed(dong, cells)
        if not _is_name(each.ho_ten):
            unclear.append(Unclear(dong, line.strip()))
            continue
        first = next((one for one in found if is_same(one, each.ho_ten, each.ngay_sinh)), None)
        if first is None:
            found.append(each)
        else:
            double.append(Twice(dong, first.dong, each.ho_ten))
    return People(tuple(found), tuple(double), tuple(unclear), _unread(text))


def is_same(one: PastedPerson, name: str, birth: str) -> bool:
    """Return whether a person may be the one of this name and day of birth («» if unknown)."""
    if not same(one.ho_ten, name):
        return False
    return not (one.ngay_sinh and birth) or may_be_same(
        read_birth(one.ngay_sinh), read_birth(birth)
    )


def without_line(text: str, dong: int) -> str:
    """Return a list without one of its lines."""
    lines = text.splitlines()
    return "\n".join([*lines[: dong - 1], *lines[dong:]])


def _lines(text: str) -> list[tuple[int, str, tuple[str, ...]]]:
    """Return number, text and columns of the lines that say something; no head, no columns."""
    rows: list[tuple[int, str, tuple[str, ...]]] = []
    columns: tuple[str, ...] = ()
    for dong, raw in enumerate(text.translate(_BLANKS).splitlines(), 1):
        line = raw.rstrip() if "\t" in raw else raw.strip()
        heads = _heads(line)
        if heads:
            columns = heads
        elif any(letter.isalpha() for letter in line):
            rows.append((dong, line, columns))
    return rows


def _heads(line: str) -> tuple[str, ...]:
    """Return the columns that a line names; none if it is no head of a table."""
    return tuple(column for _, column in _named(line))


def _named(line: str) -> list[tuple[str, str]]:
    """Return what a head says, each with the column that it means («» if none)."""
    for parts in (line.split("\t"), re.split(r"\t|\s{2,}|[;/|]|\s[-–—]\s", line)):
        found = [(each.strip(), _BY_HEAD.get(fold(each.strip(" :.")), "")) for each in parts]
        columns = [column for _, column in found if column]
        if _WHOM & set(columns) and (len(columns) > 1 or len(columns) == len(found)):
            return found
    return []


def _unread(text: str) -> tuple[str, ...]:
    """Return what the heads of a list name beside the columns that are taken."""
    heads = [each for line in text.translate(_BLANKS).splitlines() for each in _named(line)]
    others = (said for said, column in heads if said and not column and fold(said) not in _IDLE)
    return tuple(dict.fromkeys(others))


def _cells(line: str) -> list[str]:
    """Return the columns of a line, numbers in front left out; none if it has only one."""
    parts = next(
        (found for mark in (r"\t", r"\s{2,}", r"[;|]") if len(found := re.split(mark, line)) > 1),
        [],
    )
    cells = [each.strip().strip('"').strip() for each in parts]
    while cells and (not cells[0] or _NUMBER.fullmatch(cells[0])):
        del cells[0]
    if not cells:
        return []
    cells[0] = _bare(cells[0])
    if "\t" not in line and len(cells) > 1 and _is_half(cells[0]) and cells[1][:1].isalpha():
        cells[:2] = [" ".join(cells[:2])]
    return cells if any(cells[1:]) or "\t" in line else []


def _is_half(text: str) -> bool:
    """Return whether a text is the beginning of a name, parted from its rest by mistake."""
    return fold(text) in _HALF or (bool(text) and len(text.split()) == 1)


def _at_dash(line: str) -> list[str]:
    """Return a line as unit and secretary, if what follows its last dash is a name."""
    bare = _bare(line)
    dashes = list(_DASH.finditer(bare))
    if dashes and _is_name(bare[dashes[-1].end() :]):
        return [bare[: dashes[-1].start()].strip(), bare[dashes[-1].end() :].strip()]
    return [bare]


def _with_commas(line: str) -> list[str]:
    """Return the columns of a line in which they are parted by dashes or commas."""
    bare = _bare(line)
    parts = _DASH.split(bare) if _DASH.search(bare) else bare.split(",")
    return [each.strip() for each in parts]


def _bare(line: str) -> str:
    stripped = line.strip()
    found = _LEAD.match(stripped)
    return stripped[found.end() :] if found else stripped


def _by_column(cells: Sequence[str], columns: Sequence[str]) -> dict[str, str]:
    """Return the cells by the columns of the head; nothing where the two do not match."""
    named = [each for each in columns if each != "so"]
    cells = list(cells)
    while len(cells) > len(named) and not cells[-1]:
        del cells[-1]
    if not cells or len(cells) > len(named):
        return {}
    return {name: cell for name, cell in zip(named, cells, strict=False) if name and cell}


def _in_columns(dong: int, row: dict[str, str]) -> PastedPerson:
    posts = posts_of(row.get("chuc_vu", ""))
    posts = Posts(*(row.get(line) or said for line, said in zip(Posts._fields, posts, strict=True)))
    return _with_birth(dong, row["ho_ten"], row.get("ngay_sinh", ""), posts)


def _as_guessed(dong: int, cells: Sequence[str]) -> PastedPerson:
    """Return who a line without a head is about: first the name, then a day, then posts."""
    name, *rest = cells or [""]
    birth = next((each for each in rest if _is_day(each)), "")
    said = [each for each in rest if each is not birth and not _is_no_post(each)]
    return _with_birth(dong, name, birth, posts_of(", ".join(filter(None, said))))


def _with_birth(dong: int, name: str, birth: str, posts: Posts) -> PastedPerson:
    day, (called, aside) = _day(birth), _person(name)
    return PastedPerson(dong, called, str(day or ""), posts, "" if day else birth, aside)


def _day(text: str) -> NgaySinh | None:
    # Two figures of a year are read as of this century, which no member was born in yet.
    if not _YEAR.search(text):
        return None
    try:
        return read_birth(text)
    except ValueError:
        return None


def _is_day(text: str) -> bool:
    return bool(re.search(r"\d", text)) and not re.search(r"[^\W\d_]{6,}", text)


def _is_no_post(text: str) -> bool:
    return _is_day(text) or fold(text) in {"nam", fold("nữ"), fold("đảng viên"), "x", "-"}


def _is_name(text: str) -> bool:
    """Return whether a text may be the name of a person; of one word only as «K’Brông» is."""
    words = person(" ".join(text.split()))[0].split()
    return (
        len(words) in _NAME_WORDS or (len(words) == 1 and bool(_ONE_WORD.match(words[0])))
    ) and (all(each[0].isupper() and not any(map(str.isdigit, each)) for each in words))


def _person(text: str) -> tuple[str, str]:
    """Return a name, and what stood before or behind it and is none: «BS», «(miễn sinh hoạt)».

    A letter in brackets tells namesakes apart, so it is part of the name.
    """
    plain = " ".join(text.split())
    name, aside = person(plain)
    return (in_small(without_lead(plain)), "") if len(aside) == 1 else (name, aside)
