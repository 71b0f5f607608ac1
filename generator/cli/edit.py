"""`kiemdiem edit`: changes one value of a data file and keeps everything else."""

import re
from pathlib import Path

import click

from generator.cli.changing import dry_run_option, folder_of, make
from generator.cli.vietnamese import VnCommand


@click.command(cls=VnCommand, short_help="Sửa một mục của tệp dữ liệu, mọi chữ khác giữ nguyên.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.argument("path", metavar="MỤC")
@click.argument("value", metavar="[GIÁ_TRỊ]", required=False)
@click.option("--remove", is_flag=True, help="Xoá mục này thay vì ghi giá trị.")
@dry_run_option
def command(file: Path, path: str, value: str | None, *, remove: bool, dry: bool) -> int:
    r"""Ghi GIÁ_TRỊ vào MỤC của TỆP: ho_ten, chuc_vu.dang, ca_nhan.2.ho_ten (đếm từ 0).

    Mục chưa có thì được thêm; nhiều dòng cách nhau bằng \n. Chú thích, thứ tự, cách viết của phần
    còn lại không đổi. Giá trị làm tệp sai (khoá lạ, mức xếp loại không có) thì không ghi. Lần sửa
    nào cũng hoàn tác được bằng kiemdiem undo.
    """
    from generator.editing.changes import Origin, Wanted, change_set
    from generator.editing.edits import Remove, Set
    from generator.editing.spoiling import spoiled

    if remove is (value is not None):
        raise click.UsageError("Ghi GIÁ_TRỊ mới, hoặc --remove để xoá mục.")
    where = tuple(
        int(step) if step.isdigit() else step for step in re.split(r"[.\[\]]+", path) if step
    )
    text = (value or "").replace("\\n", "\n")
    edit = Remove(where) if remove else Set(where, text)
    changes, problems = change_set([Wanted(file, edit, Origin("dong-lenh"))])
    if changes is not None and (wrong := spoiled(changes)):
        changes, problems = None, wrong
    return make(folder_of(file), changes, problems, dry=dry)
