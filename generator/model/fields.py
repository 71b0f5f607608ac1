"""Types of single values; each converts the text of the YAML file into its value or rejects it.

Errors are raised as `PydanticCustomError`: its type is a problem code (`KD1..`), its context holds
the values of the message; `generator.reading` converts it into a problem with a place.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.dates import day_parts, partial_parts, yearly_parts

_YEAR_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_YEARS = (1900, 2100)
_TERM = re.compile(r"(\d{4})\s*[-\u2010-\u2015]\s*(\d{4})", re.ASCII)
_LEAP_YEAR = 2000
_HALF_YEAR = 6
_DIGITS = re.compile(r"\d{1,6}", re.ASCII)
_POINTS = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?", re.ASCII)


def _date(value: Any) -> dt.date:
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("KD111", "date", {"nhap": value})
    text = value.strip()
    parts = day_parts(text)
    if parts is None:
        raise PydanticCustomError("KD111", "date", {"nhap": text})
    try:
        return dt.date(*parts)
    except ValueError:
        raise PydanticCustomError("KD112", "no such day", {"nhap": text}) from None


@dataclass(frozen=True, slots=True)
class ThangNam:
    """A date of which only the year, or month and year, is known; the rest is left blank on paper.

    Papers that are signed digitally go out so: the day is stamped when they are issued.
    """

    nam: int
    thang: int | None = None

    def __str__(self) -> str:
        return f"{self.thang}/{self.nam}" if self.thang else str(self.nam)

    def holds(self, day: dt.date) -> bool:
        """Return whether a day lies in the month or year."""
        return day.year == self.nam and self.thang in (None, day.month)

    @property
    def ngay_cuoi(self) -> dt.date:
        """The last day that the date may be."""
        month = self.thang or 12
        return dt.date(self.nam, month, calendar.monthrange(self.nam, month)[1])


def known_day(given: dt.date | ThangNam | None) -> dt.date | None:
    """Return a day that is wholly known; None if only its month or year is."""
    return given if isinstance(given, dt.date) else None


def latest_day(given: dt.date | ThangNam | None) -> dt.date | None:
    """Return a day, or the last one that a partly known date may be."""
    return given.ngay_cuoi if isinstance(given, ThangNam) else given


def _signing_day(value: Any) -> dt.date | ThangNam:
    if isinstance(value, ThangNam):
        return value
    partly = _partly(value.strip()) if isinstance(value, str) else None
    if partly is None:
        return _date(value)
    year, month = partly
    if not (_YEARS[0] <= year <= _YEARS[1] and (month is None or 1 <= month <= 12)):
        raise PydanticCustomError("KD112", "no such day", {"nhap": value.strip()})
    return ThangNam(year, month)


def _partly(text: str) -> tuple[int, int | None] | None:
    if found := _YEAR_MONTH.fullmatch(text):
        return int(found[1]), int(found[2])
    return partial_parts(text)


def _deadline(value: Any) -> str:
    text = str(value).strip()
    yearly = yearly_parts(text)
    if yearly is None:
        _date(text)
        return text
    day, month = yearly
    _date(f"{day}/{month}/{_LEAP_YEAR}")
    return re.sub(r"\D+", "/", text)


def due_date(text: str, nam: int) -> dt.date:
    """Return the date of a deadline (`NgayHan`) for a review year.

    A yearly deadline is in the review year; one in January to June is in the year after.
    """
    yearly = yearly_parts(text)
    if yearly is None:
        return _date(text)
    day, month = yearly
    year = nam + (month <= _HALF_YEAR)
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _whole(low: int, high: int) -> BeforeValidator:
    def read(value: Any) -> int:
        if isinstance(value, int) and not isinstance(value, bool):
            number = value
        elif isinstance(value, str) and _DIGITS.fullmatch(value.strip()):
            number = int(value)
        else:
            raise PydanticCustomError("KD113", "whole number", {"nhap": value})
        if not low <= number <= high:
            raise PydanticCustomError(
                "KD114", "out of range", {"nhap": value, "tu": low, "den": high}
            )
        return number

    return BeforeValidator(read)


def term_name(text: str) -> str | None:
    """Return a term as «2025-2030», with any dash in the input; None if the text is not a term."""
    found = _TERM.fullmatch(text.strip())
    return f"{found[1]}-{found[2]}" if found and found[1] < found[2] else None


def _term(value: Any) -> str:
    name = term_name(value) if isinstance(value, str) else None
    if name is None:
        raise PydanticCustomError("KD143", "term", {"nhap": value})
    return name


def _points(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str) or not _POINTS.fullmatch(value.strip()):
        raise PydanticCustomError("KD136", "points", {"nhap": value})
    return Decimal(value.strip().replace(",", "."))


def _yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    folded = value.strip().casefold() if isinstance(value, str) else ""
    if folded in {"có", "co", "true", "yes"}:
        return True
    if folded in {"không", "khong", "false", "no"}:
        return False
    raise PydanticCustomError("KD115", "yes or no", {"nhap": value})


def _scalar(kind: str, **more: object) -> WithJsonSchema:
    # Editors parse 608 and 2024-11-14 as number and date, while our reader keeps them as text.
    return WithJsonSchema({"type": ["string", kind], **more} if kind else {"type": "string"})


Chu = Annotated[
    str,
    StringConstraints(min_length=1),
    WithJsonSchema({"type": ["string", "number", "boolean"], "minLength": 1}),
]
"""Text that is not empty; numbers and booleans in the YAML stay text as written."""

Ngay = Annotated[
    dt.date,
    BeforeValidator(_date),
    PlainSerializer(lambda d: d.isoformat(), return_type=str),
    WithJsonSchema({"type": "string", "description": "2024-11-14 hoặc 14/11/2024"}),
]
"""A date as `generator.model.dates` reads it: `2024-11-14`, `14/11/2024`, `14.11.2024`, …"""

NgayKy = Annotated[
    dt.date | ThangNam,
    BeforeValidator(_signing_day),
    PlainSerializer(lambda d: d.isoformat() if isinstance(d, dt.date) else str(d), return_type=str),
    WithJsonSchema(
        {
            "type": ["string", "number"],
            "description": "14/11/2024; 11/2024 hoặc 2024 khi chưa có ngày",
        }
    ),
]
"""The day of a paper itself: a date, or `11/2024` or `2024` while the day is not known."""

TenNhiemKy = Annotated[
    str,
    BeforeValidator(_term),
    WithJsonSchema({"type": "string", "pattern": r"^\s*\d{4}\s*[-\u2010-\u2015]\s*\d{4}\s*$"}),
]
"""A term: `2025-2030`, the first and the last year."""

NgayHan = Annotated[
    str,
    BeforeValidator(_deadline),
    WithJsonSchema({"type": "string", "description": "07/12 (hằng năm) hoặc 07/12/2024"}),
]
"""A deadline: `07/12` (every year), or a full date as written."""

So = Annotated[int, _whole(1, 999_999), _scalar("integer")]
"""Số văn bản: a whole number from 1."""

Nam = Annotated[int, _whole(2000, 2100), _scalar("integer")]
"""A year between 2000 and 2100."""

CoKhong = Annotated[bool, BeforeValidator(_yes_no), _scalar("boolean")]
"""`có` or `không`."""

DemSo = Annotated[int, _whole(0, 999_999), _scalar("integer")]
"""A count: a whole number from 0."""

SoDiem = Annotated[
    Decimal,
    BeforeValidator(_points),
    PlainSerializer(str, return_type=str),
    _scalar("number"),
]
"""Points, written `27,5` or `27.5`, at most two decimals."""

Quy = Annotated[int, _whole(1, 4), _scalar("integer")]
"""A quarter of the year, 1 to 4."""

SoBan = Annotated[int, _whole(1, 99), _scalar("integer")]
"""Copies of a paper: a whole number from 1."""

Milimet = Annotated[int, _whole(5, 270), _scalar("integer")]
"""A width on paper in whole millimetres."""


def _grouped(value: Any) -> Any:
    """Put the items of a group («Bản điện tử:» and a list below it) behind its head, with «+»."""
    if not isinstance(value, list):
        return value
    items: list[Any] = []
    for each in value:
        if not isinstance(each, dict) or len(each) != 1:
            items.append(each)
            continue
        ((head, inside),) = each.items()
        if not (isinstance(inside, list) and all(isinstance(item, str) for item in inside)):
            return value
        items += [f"{head.rstrip(': ')}:", *(f"+ {item}" for item in inside)]
    return items


CacNoiNhan = Annotated[
    tuple[Chu, ...],
    BeforeValidator(_grouped, json_schema_input_type=list[Chu | dict[str, list[Chu]]]),
]
"""Recipients; a group of them is a mapping of its head and its list."""

Nguon = Annotated[
    str,
    StringConstraints(pattern=r"^(V:S\d.*|V:[A-Z].*|V2(?:-local|-press)?:.+|I|U|P:.+|Đ: .+)$"),
]
"""The reliability of a value: `V:` read in that source, `V2:` copied from a secondary source,
`V2-local:` set down again by a superior committee, `V2-press:` quoted by the press, `I` inferred,
`P:` local practice, `U` general knowledge, `Đ:` set by the office itself."""
