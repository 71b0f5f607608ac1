"""Checks the tables of a letter: those typed in its texts, and those given apart from them."""

from collections.abc import Iterator, Sequence

from generator.model import VanBan
from generator.model.table import Bang
from generator.problems import DataPath, Place, Problem, problem
from generator.wording.pipe_tables import Fault, misplaced, referred, tables


def check_tables(document: VanBan) -> Iterator[Problem]:
    """Yield what keeps a table of a letter from being made.

    Yields:
        At the line in the text: rows of which no table is made (KD173), a row with too many or too
        few cells (KD174), a line «[bảng 3]» without such a table (KD175) or that is not alone
        (KD182). At the table given apart: an uneven row (KD174), neither rows nor a file, or both
        (KD177). An annex without text has a table (KD178).
    """
    yield from _text(document.noi_dung, ("noi_dung",), len(document.bang))
    yield from _given(document.bang, ("bang",))
    for index, annex in enumerate(document.phu_luc):
        path: DataPath = ("phu_luc", index)
        yield from _text(annex.noi_dung or "", (*path, "noi_dung"), len(annex.bang))
        yield from _given(annex.bang, (*path, "bang"))
        if not (annex.noi_dung or annex.bang):
            yield problem("KD178", Place(path=(*path, "tieu_de")), ten=annex.tieu_de)


def _text(text: str, path: DataPath, given: int) -> Iterator[Problem]:
    rows = text.split("\n")
    for each in tables(rows):
        if isinstance(each, Fault):
            place = Place(path=(*path, each.dong, 0))
            values = {"so_o": each.so_o, "so_cot": each.so_cot}
            yield problem("KD174", place, **values) if each.so_o else problem("KD173", place)
    named: dict[int, int] = {}
    for n, row in enumerate(rows):
        place = Place(path=(*path, n, 0))
        if misplaced(row):
            yield problem("KD182", place, viet=row.strip(), vi_sao="phải đứng một mình một dòng")
        elif (number := referred(row)) > given:
            yield problem("KD175", place, so=number, co=given)
        elif number and named.setdefault(number, n) != n:
            yield problem("KD182", place, viet=row.strip(), vi_sao="đã in ở một dòng trên")


def _given(tables: Sequence[Bang], path: DataPath) -> Iterator[Problem]:
    for index, table in enumerate(tables):
        own: DataPath = (*path, index)
        if bool(table.hang) == bool(table.tep):
            yield problem(
                "KD177", Place(path=own), viec="ghi cả hai" if table.tep else "thiếu cả hai"
            )
        elif table.hang and not table.cot:
            yield problem("KD177", Place(path=(*own, "hang")), viec="có hàng mà thiếu cot")
        elif table.cot and not table.tep and not any(map(any, table.hang)):
            yield problem("KD177", Place(path=own), viec="các hàng đều trống")
        count = len(table.cot)
        for n, row in enumerate(table.hang):
            if count and len(row) not in {1, count}:
                place = Place(path=(*own, "hang", n))
                yield problem("KD174", place, so_o=len(row), so_cot=count)
