"""A date of birth, of which an old paper may give only the year, or month and year."""

import datetime as dt
import re
from typing import Annotated, Any, NamedTuple

from pydantic import (
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from generator.model.dates import partial_parts
from generator.model.fields import Ngay

_LEAD = re.compile(r"^sinh\s+", re.IGNORECASE)
_MONTHS = 12
_DAY: TypeAdapter[dt.date] = TypeAdapter(Ngay, config=ConfigDict(defer_build=True))


class NgaySinh(NamedTuple):
    """A date of birth as far as it is known: year; year and month; year, month and day."""

    nam: int
    thang: int | None = None
    ngay: int | None = None

    def __str__(self) -> str:
        """Return the form in which it is stored: «1946», «02/1946», «28/05/1946»."""
        parts = [f"{part:02}" for part in (self.ngay, self.thang) if part is not None]
        return "/".join([*parts, str(self.nam)])


def read_birth(value: Any) -> NgaySinh:
    """Read a date of birth: a date, «1946», «02/1965», «--/--/1946», «tháng 02 năm 1965».

    Raises:
        PydanticCustomError: KD149 for other texts, KD112 for a day or month that does not exist.
    """
    if isinstance(value, NgaySinh):
        return value
    text = str(value).strip()
    if partly := partial_parts(_LEAD.sub("", text, count=1)):
        year, month = partly
        if month is not None and not 1 <= month <= _MONTHS:
            raise PydanticCustomError("KD112", "no such month", {"nhap": text})
        return NgaySinh(year, month)
    try:
        day = _DAY.validate_python(value)
    except ValidationError as error:
        no_such_day = error.errors(include_url=False)[0]["type"] == "KD112"
        code = "KD112" if no_such_day else "KD149"
        raise PydanticCustomError(code, "date of birth", {"nhap": value}) from None
    return NgaySinh(day.year, day.month, day.day)


def may_be_same(one: NgaySinh, other: NgaySinh) -> bool:
    """Return whether two dates of birth may be the same: what both give agrees."""
    pairs = zip(one, other, strict=True)
    return all(left is None or right is None or left == right for left, right in pairs)


NgaySinhDuLieu = Annotated[
    NgaySinh,
    BeforeValidator(read_birth),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": ["string", "integer"], "description": "05/02/1965, 02/1965 hoặc 1965"}),
]
"""A date of birth as typed in the data."""
