"""The file that says which value goes where in a sheet that nobody may edit.

```yaml
o:
- {trang: Biểu 1, o: C3, gia_tri: "{{ don_vi.ten }}"}
danh_sach:
- trang: Biểu 1
  dong: 8
  moi: ca_nhan
  cot: {A: "{{ loop.index }}", B: ho_ten, C: ngay_sinh, E: xep_loai.quyet_dinh}
```
"""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.model.base import Model
from generator.model.fields import Chu, DemSo
from generator.problems import Problem
from generator.reading.data_file import placed
from generator.reading.validate import validate
from generator.reading.yaml_text import parse
from generator.sheets.patched.cell_names import cell_at, cell_name

ITEM = "moi"
"""How an expression of a column calls the item of its row."""


def _cell(text: str) -> str:
    at = cell_at(text)
    if at is None:
        raise PydanticCustomError("KD829", "cell", {"nhap": text})
    return cell_name(at)


def _column(text: str) -> str:
    if not text.isalpha() or cell_at(f"{text}1") is None:
        raise PydanticCustomError("KD829", "column", {"nhap": text})
    return text.upper()


Cot = Annotated[str, AfterValidator(_column)]
"""A column of a sheet, by its letters."""


class OGhi(Model):
    """A cell and what goes into it."""

    trang: Chu = Field(description="Tên trang tính như Excel hiện ở dưới cùng")
    o: Annotated[Chu, AfterValidator(_cell)] = Field(description="Ô: «B5»")
    gia_tri: Chu = Field(description="Chữ có thẻ như trong mẫu Word: «{{ don_vi.ten }}»")


class DanhSachGhi(Model):
    """A list: its first row, and which value of an item goes into which column."""

    trang: Chu = Field(description="Tên trang tính như Excel hiện ở dưới cùng")
    dong: DemSo = Field(description="Hàng của người (mục) đầu tiên")
    den: DemSo | None = Field(
        default=None, description="Hàng kẻ sẵn cuối cùng; để trống thì chỉ có một hàng kẻ sẵn"
    )
    moi: Chu = Field(description="Danh sách, mỗi mục một hàng: «ca_nhan»")
    cot: dict[Cot, Chu] = Field(
        min_length=1,
        description="Cột: khoá của mục («B: ho_ten»), hoặc chữ có thẻ («{{ moi.ho_ten|upper }}»)",
    )

    @property
    def last(self) -> int:
        """The last row that the sheet has ready."""
        return max(self.dong, self.den or 0)

    def expression(self, column: str) -> str:
        """Return what goes into a column, as text with tags."""
        said = self.cot[column]
        return said if "{" in said else f"{{{{ {ITEM}.{said} }}}}"


class CachDien(Model):
    """Which value goes where: single cells, and lists."""

    o: tuple[OGhi, ...] = Field(default=(), description="Từng ô")
    danh_sach: tuple[DanhSachGhi, ...] = Field(
        default=(), description="Danh sách, mỗi mục một hàng"
    )


def mapping_of(text: str, shown: str) -> tuple[CachDien | None, tuple[Problem, ...]]:
    """Read the file.

    Args:
        text: its text.
        shown: its name in problems.

    Returns:
        The value, or None with every problem, each with line and column.
    """
    tree = parse(text)
    if isinstance(tree, Problem):
        return None, placed([tree], shown, text)
    found, problems = validate(tree, CachDien)
    return found, placed(problems, shown, text)
