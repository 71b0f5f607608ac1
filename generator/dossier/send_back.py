"""The letter that asks a unit to hand files in again: what it says, as a data file."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import NamedTuple

from generator.files.file_names import code
from generator.model import Dot
from generator.reading.yaml_text import Tree
from generator.wording.dates import short_date


class Fault(NamedTuple):
    """A file that is sent back: its name, what it is (empty: unknown), why."""

    ten: str
    la: str
    ly_do: str


def letter_back(
    dot: Dot, unit: str, faults: Sequence[Fault], due: dt.date | None
) -> dict[str, Tree]:
    """Return the data of the letter, a draft without number and day.

    Args:
        dot: the campaign.
        unit: the name of the unit.
        faults: the files, each with its reason.
        due: the day before which they must come; None: no day is named.
    """
    until = f" trước ngày {short_date(due)}" if due else ""
    lines = [
        (
            f"Qua kiểm tra hồ sơ kiểm điểm, đánh giá, xếp loại năm {dot.nam} của {unit}, "
            f"{dot.co_quan.ten} đề nghị {unit} hoàn thiện và nộp lại các tệp sau{until}:"
        ),
        *(f"**{number}.** {_fault(each)}" for number, each in enumerate(faults, 1)),
        "Các tệp khác đã nộp không phải nộp lại.",
    ]
    return {
        "loai": "cong-van",
        "trich_yeu": f"đề nghị nộp lại hồ sơ kiểm điểm năm {dot.nam}",
        "kinh_gui": [unit],
        "noi_dung": "".join(f"{each}\n" for each in lines),
    }


def letter_name(unit: str, there: Collection[str]) -> str:
    """Return a name for the data file that no file there has."""
    stems = {each.removesuffix(".yaml").casefold() for each in there}
    return f"{code(f'tra-lai-{unit}', stems)}.yaml"


def _fault(each: Fault) -> str:
    what = f" ({each.la})" if each.la else ""
    reason = " ".join(each.ly_do.split()).strip(" .;")
    return f"Tệp «{_plain(each.ten)}»{_plain(what)}: {_plain(reason)}."


def _plain(text: str) -> str:
    """Return a text in which nothing is a mark of the letter's text."""
    return "".join(f"\\{each}" if each in _MARKS else each for each in text)


_MARKS = frozenset("\\*[]")
