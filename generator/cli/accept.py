"""`kiemdiem accept`: notes that somebody answers for a warning, where it stands."""

import getpass
from pathlib import Path

import click

from generator.cli.changing import dry_run_option, folder_of, make
from generator.cli.options import day_of, output_option
from generator.cli.vietnamese import VnCommand


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise click.UsageError("Không rõ ai đang dùng máy: ghi --by.") from error


@click.command(cls=VnCommand, short_help="Chấp nhận một cảnh báo, có lý do.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("code", metavar="MÃ")
@click.option("--reason", required=True, metavar="LÝ_DO", help="Vì sao chấp nhận.")
@click.option("--by", metavar="HỌ_TÊN", help="Ai chấp nhận; mặc định: người đang dùng máy.")
@click.option("--date", "day", metavar="NGÀY", help="Ngày chấp nhận; mặc định: hôm nay.")
@output_option("Nơi lưu văn bản của đợt.")
@dry_run_option
def command(
    file: Path, code: str, reason: str, by: str | None, day: str | None, out: Path, *, dry: bool
) -> int:
    """Ghi vào TỆP rằng cảnh báo MÃ (KD431) đã có người xem và chịu trách nhiệm.

    Cảnh báo được đếm, không báo lại; nội dung đổi thì hiện lại. Lỗi không chấp nhận được.
    """
    from generator.at_work.accepting import accepting
    from generator.building.folders import BuildRequest
    from generator.editing.changes import Origin
    from generator.model.acknowledged import ChapNhan
    from generator.reading.folder_names import output_folder

    folder = folder_of(file)
    when = day_of(day)
    try:
        given = ChapNhan(ly_do=reason, ai=_user() if by is None else by, ngay=when)
    except ValueError as error:  # of the model: empty, or not text at all
        raise click.UsageError("--reason, --by: ghi bằng chữ, không để trống.") from error
    request = BuildRequest(folder, output_folder(out, folder))
    changes, problems = accepting(request, file, code.upper(), given, Origin("dong-lenh"))
    return make(folder, changes, problems, dry=dry)
