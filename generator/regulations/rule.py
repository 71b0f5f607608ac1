"""A prescribed value with its source, and the small value types used in the packs."""

import dataclasses
import re
from decimal import Decimal
from typing import Annotated, Any, Generic, TypeVar

from pydantic import Field, model_serializer, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Model
from generator.model.fields import CoKhong, Nguon
from generator.problems import Problem, Severity

T = TypeVar("T")

_RANGE = re.compile(r"(?P<least>>=)?(?P<tu>\d+(?:[.,]\d+)?)(?:\s*[-–]\s*(?P<den>\d+(?:[.,]\d+)?))?")


class Quy(Model, Generic[T]):
    """A prescribed value and its source mark."""

    gia_tri: T
    nguon: Nguon

    @property
    def verified(self) -> bool:
        """Whether the value was read in a source or is the office's own decision."""
        return self.nguon.startswith(("V:", "Đ:"))


DOUBTS = {
    "V2-local": "theo quy định của một đảng ủy cấp trên, cần đối chiếu",
    "V2-press": "theo báo chí dẫn lại, cần đối chiếu với văn bản gốc",
}
"""What is said beside a finding that rests on such a value: it must not read as prescribed."""


def doubt(nguon: str) -> str:
    """Return what must be said of a value with this mark; empty if nothing."""
    return DOUBTS.get(nguon.partition(":")[0], "")


def is_unverified(nguon: str) -> bool:
    """Return whether no source of a value was ever seen (mark «U»)."""
    return nguon == "U"


class Khoang(Model):
    """A measure or a range of it, written «20», «14-15» or «>=6» (no upper bound)."""

    tu: Annotated[Decimal, Field(ge=0)]
    den: Decimal | None = None

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        found = _RANGE.fullmatch(value.strip())
        if found is None or (found["least"] and found["den"]):
            raise PydanticCustomError("khoang", "not a measure")
        low = Decimal(found["tu"].replace(",", "."))
        high = Decimal((found["den"] or found["tu"]).replace(",", "."))
        if high < low:
            raise PydanticCustomError("khoang", "range runs backwards")
        return {"tu": low, "den": None if found["least"] else high}

    @model_serializer
    def _text(self) -> str:
        if self.den is None:
            return f">={self.tu}"
        return str(self.tu) if self.tu == self.den else f"{self.tu}-{self.den}"


class KieuChu(Model):
    """The character format of a component; `co` in points, `khung` is a frame around it."""

    co: Khoang
    in_hoa: CoKhong = False
    dam: CoKhong = False
    nghieng: CoKhong = False
    gach_chan: CoKhong = False
    khung: CoKhong = False


class KieuDongKy(Model):
    """The letters of a line above a signature; `ky` of the pack says whether it is bold."""

    co: Khoang
    in_hoa: CoKhong = False


def in_case(rule: "Quy[KieuChu] | Quy[KieuDongKy] | None", text: str) -> str:
    """Return a text in capitals where the format of its component says so."""
    return text.upper() if rule and rule.gia_tri.in_hoa else text


def weighed(found: Problem, rule: "Quy[Any]") -> Problem:
    """Limit the severity of a finding by the reliability of the rule behind it.

    Args:
        found: the problem with the severity of the catalogue.
        rule: the prescribed value that was violated.

    Returns:
        The same problem; a warning if the rule is not verified.
    """
    return found if rule.verified else dataclasses.replace(found, severity=Severity.WARNING)
