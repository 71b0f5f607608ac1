"""A warning that somebody answers for (`chap_nhan`): who looked at it, when, and why it stands."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.base import Model
from generator.model.fields import Chu, Ngay
from generator.problems.catalogue import codes


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _code(value: Any) -> str:
    text = str(value).strip().upper()
    if text not in codes():
        raise PydanticCustomError("KD169", "unknown code", {"nhap": value})
    return text


MaLoi = Annotated[
    str, BeforeValidator(_code), WithJsonSchema({"type": "string", "pattern": "^KD[0-9]{3}$"})
]
"""A code of the catalogue: «KD431»."""


class ChapNhan(Model):
    """Who accepts a warning, when and why; `dau` are the marks of the findings that are meant."""

    ly_do: Chu = Field(description="Vì sao chấp nhận")
    ai: Chu = Field(description="Ai chấp nhận")
    ngay: Ngay = Field(description="Ngày chấp nhận")
    dau: Annotated[tuple[Chu, ...], BeforeValidator(_as_list, json_schema_input_type=Any)] = Field(
        default=(), description="Dấu của cảnh báo, do chương trình cho biết: 3f9a2c"
    )


class CoChapNhan(Model):
    """What may hold acknowledgements, by the code of the warning."""

    chap_nhan: dict[MaLoi, ChapNhan] = Field(
        default_factory=dict,
        description="Cảnh báo đã xem và chấp nhận, theo mã: {KD431: {ly_do: …, ai: …, ngay: …}}",
    )

    def __hash__(self) -> int:
        """Hash what is not acknowledged: equal values have equal hashes all the same."""
        fields = type(self).model_fields
        return hash(tuple(getattr(self, name) for name in fields if name != "chap_nhan"))
