"""A table of a letter that is given apart from its text: columns and rows, or a file of them."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from generator.model.base import Model
from generator.model.fields import Chu, Milimet


class CotBang(Model):
    """A column of a table."""

    ten: Chu | None = Field(default=None, description="Đầu cột; với tep thì lấy dòng đầu của tệp")
    nhom: Chu | None = Field(
        default=None, description="Đầu chung của các cột đứng liền nhau: «Kết quả»"
    )
    rong: Milimet | None = Field(default=None, description="Bề rộng cột, mm; để trống thì tự chia")
    can: Literal["trái", "giữa", "phải"] | None = Field(
        default=None, description="Căn ô; để trống thì cột số căn phải, cột TT căn giữa"
    )


def _as_column(value: Any) -> Any:
    return {"ten": value} if isinstance(value, str) else value


Cot = Annotated[CotBang, BeforeValidator(_as_column, json_schema_input_type=CotBang | Chu)]
"""A column, or its head alone."""


def _as_row(value: Any) -> Any:
    if isinstance(value, list):
        return [None if cell == "" else cell for cell in value]
    return [value] if isinstance(value, str) else value


HangBang = Annotated[
    tuple[Chu | None, ...],
    BeforeValidator(_as_row, json_schema_input_type=list[Chu | Literal[""] | None] | Chu),
]
"""A row: its cells, `""` for an empty one; a single text is a heading across all columns."""


class Bang(Model):
    """A table; `[bảng 1]` on a line of the text says where it stands, else it ends the text."""

    ten: Chu | None = Field(default=None, description="Tên bảng, in giữa dòng phía trên bảng")
    cot: tuple[Cot, ...] = Field(default=(), description="Các cột, từ trái sang phải")
    hang: tuple[HangBang, ...] = Field(
        default=(), description="Các hàng; hàng chỉ có một chữ là tiêu đề của các hàng sau nó"
    )
    tep: Chu | None = Field(
        default=None, description="Tệp .csv hoặc .xlsx cạnh tệp này, thay cho hang"
    )
    trang_tinh: Chu | None = Field(
        default=None, description="Trang tính trong tệp .xlsx; để trống thì trang đầu"
    )
