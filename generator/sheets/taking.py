"""Takes the values of a line: from one column, from several that make one, from ticks."""

import re
from collections.abc import Mapping

from generator.model.levels import NOT_RATED, WORDS
from generator.problems import Problem
from generator.sheets.levels import level_of
from generator.sheets.line import Line, Place
from generator.sheets.persons import is_unit, names_in, person, unit_name, without_note
from generator.sheets.plan import (
    BY_SEX,
    DATE_PARTS,
    POSTS,
    SEX,
    TICKS,
    Field,
)
from generator.sheets.rows import Cell
from generator.sheets.values import Seen, is_ditto, is_tick, value_of
from generator.wording.compare import same
from generator.wording.posts import posts_of

_JOINED = frozenset({"chu", "chuc_vu", "don_vi"})
"""Kinds of which the rows of one line may say different things: two posts of one person."""

_NEW_POST = re.compile(
    r"\n+\s*(?=Phó |Bí thư|Chủ tịch|Trưởng |Chi ủy viên|Đảng ủy viên|Ủy viên|Giám đốc|Hiệu trưởng"
    r"|Chánh |Thường trực|Cán bộ|Công chức|Chuyên viên|Đại biểu|Tổ trưởng|Đội trưởng|Kế toán"
    r"|Giáo viên|Chi hội|Thành viên|[-–+•])[-–+•]?\s*"
)
"""Line breaks within a cell with several posts; another line break is one of the paper."""


_RELATIVE = re.compile(r"[\s(+*–-]*(?:vợ|chồng|con|cha|mẹ|bố|em|cháu)\s*:", re.IGNORECASE)


def name_of(line: Line) -> Cell | None:
    """Return whom a line is about; None, and told, if that cannot be read."""
    places = [at for column in line.plan.name.columns if (at := line.at(column))]
    filled = [at for at in places if line.grid.text(*at) or line.trouble(at)]
    if not filled:
        at = line.rows[0], line.plan.name.columns[0]
        return Cell(line.spot(at), "")
    texts: list[str] = []
    for at in filled:
        seen = line.seen(at)
        value: str | Problem = line.trouble(at) or value_of(seen, "chu", "", "")
        if isinstance(value, Problem):
            line.tell(at, value)
            return None
        texts.append(value)
    spot = line.spot(filled[0])
    for at in filled[1:]:
        line.join(at, spot)
    said = " ".join(filter(None, texts))
    if line.plan.name.kieu != "ten" or line.plan.own is not None:
        return Cell(spot, said)  # what goes out comes back as it was
    if is_unit(said):
        return Cell(spot, unit_name(said))
    if several := names_in(line.grid.text(*filled[0]) if len(filled) == 1 else said):
        line.tell(filled[0], line.seen(filled[0]).wrong("KD857", cac="; ".join(several)))
        return None
    if _RELATIVE.match(said):
        line.tell(filled[0], line.seen(filled[0]).wrong("KD863"))
        return None
    bare, note = without_note(line.grid.text(*filled[0]) if len(filled) == 1 else said)
    name, aside = person(bare if note else said)
    if not any(map(str.isalpha, name)):
        head = line.plan.head.name(line.plan.name.columns[0])
        line.tell(filled[0], line.seen(filled[0]).wrong("KD818", cot=head))
        return None
    if line.plan.of_people and len(name.split()) == 1:
        head = line.plan.head.name(line.plan.name.columns[0])
        line.tell(filled[0], line.seen(filled[0]).wrong("KD870", cot=head))
        return None
    if aside or note:
        seen = line.seen(filled[0])
        line.tell(filled[0], seen.wrong("KD819", ten=name))
    return Cell(spot, name)


def tell_again(line: Line, name: Cell) -> None:
    """Tell what further rows of a line say where its name and its unit stand."""
    for row in line.rows[1:]:
        for column in {*line.plan.name.columns, line.plan.unit} - {None}:
            at = (row, column or 0)
            if line.at(column or 0, row) == at and (line.grid.text(*at) or line.trouble(at)):
                line.tell(at, line.trouble(at) or line.seen(at).wrong("KD804", khac=name.chu))


def unit_of_line(line: Line, above: Cell | None, last: Cell | None) -> Cell | None:
    """Return the unit of a line: its own, else that of the line above, else that over the list.

    Args:
        line: the line.
        above: the unit of the line above, where it is written once for several lines.
        last: the unit of the line above, for a line that says «nt».
    """
    column, out = line.plan.unit, line.out
    if column is None:
        return out.unit
    at = line.at(column)
    why = line.trouble(at) if at else None
    if at is None or not (why or line.grid.text(*at)):
        return above or out.unit or Cell(line.spot((line.rows[0], column)), "")
    if last and last.chu and not why and is_ditto(line.grid.text(*at)):
        return Cell(line.spot(at), last.chu)
    value = why or value_of(line.seen(at), "don_vi", "", "")
    if isinstance(value, Problem):
        line.tell(at, value)
        return None
    return Cell(line.spot(at), value if line.plan.own is not None else unit_name(value))


def take(line: Line, field: Field) -> Mapping[str, Cell]:
    """Return the values of a line under a field; none where they are told, or nothing is said."""
    match field.way:
        case way if way == TICKS:
            return _ticked(line, field)
        case way if way == BY_SEX:
            return _one_of(line, field)
        case way if way == SEX:
            return _place(line, field)
        case way if way == DATE_PARTS:
            return _day_in_parts(line, field)
        case _:
            return _single(line, field)


def _single(line: Line, field: Field) -> Mapping[str, Cell]:
    """Return the value in one column; of several rows of a line they must agree or be joined."""
    column = field.columns[0]
    places = dict.fromkeys(at for row in line.rows if (at := line.at(column, row)))
    said: list[tuple[Place, str]] = []
    wrong: Place | None = None
    for at in places:
        value = line.trouble(at) or (_value(line, at, field) if line.grid.text(*at) else "")
        if isinstance(value, Problem):
            line.tell(at, value)
            wrong = wrong or at
        elif line.grid.text(*at):
            said.append((at, value))
    home = wrong or (said[0][0] if said else (line.rows[0], column))
    kept: list[str] = []
    for at, value in said:
        known = not value or any(same(value, each) for each in kept)
        if at == home or wrong or known or field.kieu in _JOINED or not kept:
            line.join(at, line.spot(home))
            kept += [] if known else [value]
        else:
            line.tell(at, line.seen(at).wrong("KD804", khac=kept[0]))
    if wrong:
        return {}
    cell = Cell(line.spot(home), ", ".join(kept))
    return _posts(line, field, cell) if field.way == POSTS else {field.khoa: cell}


def _value(line: Line, at: Place, field: Field) -> str | Problem:
    seen = line.seen(at)
    if field.way == POSTS or field.khoa.startswith("chuc_vu"):
        seen = seen._replace(text=_NEW_POST.sub(", ", seen.text))
        if isinstance(seen.value, str):
            seen = seen._replace(text=re.sub(r",\s*,", ",", seen.text))
    return value_of(seen, field.kieu, field.loai, field.khoa)


def _posts(line: Line, field: Field, cell: Cell) -> Mapping[str, Cell]:
    """Return the posts of one cell by their line; lines with a column of their own keep it."""
    own = {each.khoa: each for each in line.plan.fields if each.khoa.startswith("chuc_vu.")}
    found: dict[str, Cell] = {}
    for line_name, post in posts_of(cell.chu)._asdict().items():
        key = f"chuc_vu.{line_name}"
        if key not in own:
            found[key] = Cell(cell.spot, post)
        elif post:
            at = line.at(own[key].columns[0])
            other = line.grid.text(*at) if at else ""
            if not other:
                found[key] = Cell(cell.spot, post)
            elif not same(post, other):
                row, column = line.rows[0], field.columns[0]
                seen = line.seen(line.at(column) or (row, column))
                line.tell((row, column), seen.wrong("KD804", khac=other))
    return found


def _filled(line: Line, field: Field) -> list[Place] | None:
    """Return the cells of a field that say anything; None, and told, if one cannot be read."""
    found: list[Place] = []
    spoilt: Place | None = None
    for row in line.rows:
        for column in field.columns:
            at = line.at(column, row)
            if at is None or at in found or at == spoilt:
                continue
            if why := line.trouble(at):
                line.tell(at, why)
                spoilt = spoilt or at
            elif line.grid.text(*at):
                found.append(at)
    if spoilt is None:
        return found
    for at in found:
        line.join(at, line.spot(spoilt))
    return None


def _ticked(line: Line, field: Field) -> Mapping[str, Cell]:
    """Return which of several columns is ticked; two ticks, and words that are none, are told."""
    filled = _filled(line, field)
    if filled is None:
        return {}
    means = dict(zip(field.columns, field.means, strict=True))
    ticked: list[Place] = []
    wrong: list[Place] = []
    for at in filled:
        seen = line.seen(at)
        tick = is_tick(seen, one=True)
        if tick is None and level_of(seen.text) != means[at[1]]:
            line.tell(at, seen.wrong("KD814", ly_do="không phải là dấu đánh chọn"))
            wrong.append(at)
        elif tick is not False:
            ticked.append(at)
    home = next(iter((*wrong, *ticked, (line.rows[0], field.columns[0]))))
    for each in filled:
        if each not in ticked and each not in wrong:
            line.join(each, line.spot(home))
    if len(ticked) > 1:
        for at in ticked:
            line.tell(at, line.seen(at).wrong("KD814", ly_do="dòng có hơn một dấu"))
    elif ticked and (wrong or means[home[1]] == NOT_RATED):
        why = "dòng có ô khác ghi chữ" if wrong else "không phải là một mức của bốn mức"
        line.tell(ticked[0], line.seen(ticked[0]).wrong("KD814", ly_do=why))
    elif not wrong:
        said = means[home[1]] if ticked else ""
        return {field.khoa: Cell(line.spot(home), WORDS.get(said, said))}
    return {}


def _one_of(line: Line, field: Field) -> Mapping[str, Cell]:
    """Return the value that stands in one of several columns."""
    filled = _filled(line, field)
    if filled is None:
        return {}
    if not filled:
        return {field.khoa: Cell(line.spot((line.rows[0], field.columns[0])), "")}
    for at in filled[1:]:
        other = line.grid.text(*filled[0])
        line.tell(at, line.seen(at).wrong("KD804", khac=other))
    if len(filled) > 1:
        other = line.grid.text(*filled[1])
        line.tell(filled[0], line.seen(filled[0]).wrong("KD804", khac=other))
        return {}
    return _checked(line, filled[0], line.seen(filled[0]), field)


def _place(line: Line, field: Field) -> Mapping[str, Cell]:
    """Return what it says that a value stands in this column and not in the other: the sex."""
    filled = [
        at
        for column in field.columns
        if (at := line.at(column)) and line.grid.text(*at) and not line.trouble(at)
    ]
    if len(filled) != 1:
        return {}
    said = field.means[field.columns.index(filled[0][1])]
    return {field.khoa: Cell(line.spot(filled[0]), said)}


def _day_in_parts(line: Line, field: Field) -> Mapping[str, Cell]:
    """Return a day whose day, month and year stand in three columns."""
    filled = _filled(line, field)
    if filled is None:
        return {}
    if not filled:
        return {field.khoa: Cell(line.spot((line.rows[0], field.columns[0])), "")}
    texts = [line.grid.text(*at) for at in filled]
    seen = line.seen(filled[0])._replace(value="/".join(texts), text="/".join(texts), form="")
    for at in filled[1:]:
        line.join(at, line.spot(filled[0]))
    return _checked(line, filled[0], seen, field)


def _checked(line: Line, at: Place, seen: Seen, field: Field) -> Mapping[str, Cell]:
    value = value_of(seen, field.kieu, field.loai, field.khoa)
    if isinstance(value, Problem):
        line.tell(at, value)
        return {}
    return {field.khoa: Cell(line.spot(at), value)}
