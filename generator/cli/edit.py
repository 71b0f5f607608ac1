"""`kiemdiem edit`: changes one value of a data file and keeps everything else."""

from pathlib import Path
from typing import Any

import click

from generator.cli.changing import dry_run_option, folder_of, make
from generator.cli.vietnamese import VnCommand


class _Edit(VnCommand):
    """Says how a value is given that begins like an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> Any:
        """Read the words of the command line."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            text = f"{error.format_message()} Giá trị bắt đầu bằng dấu gạch thì ghi thêm -- ở trước"
            raise click.UsageError(f'{text}: TỆP MỤC -- "- Một"', ctx) from error


@click.command(cls=_Edit, short_help="Sửa một mục của tệp dữ liệu, mọi chữ khác giữ nguyên.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.argument("path", metavar="MỤC")
@click.argument("value", metavar="[GIÁ_TRỊ]", required=False)
@click.option("--remove", is_flag=True, help="Xoá mục này thay vì ghi giá trị.")
@dry_run_option
def command(file: Path, path: str, value: str | None, *, remove: bool, dry: bool) -> int:
    r"""Ghi GIÁ_TRỊ vào MỤC của TỆP: ho_ten, chuc_vu.dang, ca_nhan.2.ho_ten (đếm từ 0).

    Mục chưa có thì được thêm; số ngay sau mục cuối của danh sách chữ là thêm mục. Khoá có dấu chấm
    ghi trong ngoặc vuông: phan_bo_diem.pl5[I.1]. Nhiều dòng cách nhau bằng \n; giá trị bắt đầu bằng
    dấu gạch thì ghi -- ở trước.

    Chú thích, thứ tự, cách viết của phần còn lại không đổi. Giá trị làm tệp sai (khoá lạ, ngày
    không có) thì không ghi; điểm, mức xếp loại đúng hay không thì kiemdiem validate nói. Hoàn tác
    bằng kiemdiem undo.
    """
    from generator.editing.asked import edit_asked
    from generator.editing.changes import Origin, Wanted, change_set
    from generator.editing.data_file import snapshot
    from generator.editing.spoiling import odd, spoiled
    from generator.problems import Place
    from generator.reading.text_file import unread

    if remove is (value is not None):
        raise click.UsageError("Ghi GIÁ_TRỊ mới, hoặc --remove để xoá mục.")
    try:
        seen = snapshot(file)
    except OSError as error:
        return make(file.parent, None, [unread(error, file, Place(file=file.as_posix()))], dry=dry)
    edit = edit_asked(seen.data, path, None if value is None else value.replace("\\n", "\n"))
    if edit is None:
        raise click.UsageError("Ghi tên MỤC cần sửa: ho_ten, ca_nhan.2.ho_ten.")
    changes, problems = change_set([Wanted(file, edit, Origin("dong-lenh"))], [seen])
    if changes is not None:
        wrong = spoiled(changes)
        changes, problems = (None, wrong) if wrong else (changes, odd(changes))
    return make(folder_of(file), changes, problems, dry=dry)
