"""`kiemdiem forms`: reads the forms that people filled in and sent back into the data."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.changing import agreed, campaign_argument, dry_run_option
from generator.cli.options import units_option
from generator.cli.vietnamese import VnCommand, VnGroup

if TYPE_CHECKING:
    from generator.model import Dot
    from generator.problems import Problem
    from generator.returned.looking import Look

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group(cls=VnGroup, short_help="Mẫu người ta điền gửi về: đọc vào dữ liệu, xem chỗ nghi.")
def command() -> None:
    """Đọc bản kiểm điểm, báo cáo, bảng điểm, phiếu… đã điền, gửi về bằng Word, vào dữ liệu.

    Chỗ chắc, dữ liệu chưa ghi thì ghi; chỗ nghi, chỗ dữ liệu ghi khác, mức của cấp trên thì hỏi.
    """


@command.command("read", cls=VnCommand, short_help="Đọc các mẫu gửi về, cho xem rồi ghi.")
@campaign_argument
@click.argument("files", metavar="[TỆP]...", nargs=-1, type=_FILE)
@units_option
@click.option("--yes", is_flag=True, help="Ghi luôn những chỗ chắc, không hỏi.")
@dry_run_option
@click.option(
    "-o", "--output-path", "out", metavar="TỆP", type=_FILE,
    help="Ghi những chỗ phải xem ra tệp Excel này để trả lời, rồi nhập lại bằng forms confirm.",
)  # fmt: skip
@click.option("--jobs", metavar="SỐ", type=click.IntRange(1), help="Số tiến trình.")
@click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="text để đọc, json để chương trình khác đọc.",
)  # fmt: skip
def read(
    folder: Path, files: tuple[Path, ...], units: tuple[str, ...], out: Path | None,
    jobs: int | None, output: str, *, yes: bool, dry: bool,
) -> int:  # fmt: skip
    """Đọc các tệp trong da-nhan (hoặc các TỆP chỉ ra), cho xem sẽ ghi gì, chỗ nào phải xem.

    Không bao giờ ghi đè giá trị khác đã có. Tệp của năm khác, người khác, mẫu khác thì từ chối, nói
    rõ vì sao. Hoàn tác bằng kiemdiem undo.
    """
    from generator.cli.forms_shown import as_json, shown
    from generator.cli.report import show
    from generator.files.documents import write_document
    from generator.returned.doubts_book import doubts_book
    from generator.returned.proposing import asked

    dot = _dot(folder)
    missing = [each for each in files if not each.is_file()]
    if missing:
        raise click.UsageError(f"Không có tệp «{missing[0]}».")
    look = _looked(folder, dot, units, files, jobs or os.cpu_count() or 1)
    told: list[Problem] = []
    if output == "json":
        click.echo(json.dumps(as_json(look), ensure_ascii=False, indent=2))
    else:
        click.echo(shown(look))
    if out is not None:
        told += write_document(out, doubts_book(folder, asked(look.proposals)))[1]
    if not dry:
        told += _written(folder, look, yes=yes, asks=output == "text")
    told += look.problems
    waits = bool(asked(look.proposals))
    return show(told, "text", "", err=True) if told else int(waits)


@command.command("confirm", cls=VnCommand, short_help="Nhập bảng trả lời những chỗ phải xem.")
@campaign_argument
@click.argument("file", metavar="BẢNG_TRẢ_LỜI", type=_FILE)
@dry_run_option
@click.option("--jobs", metavar="SỐ", type=click.IntRange(1), help="Số tiến trình.")
def confirm(folder: Path, file: Path, jobs: int | None, *, dry: bool) -> int:
    """Ghi theo bảng Excel mà forms read -o lập, đã trả lời: đúng, sửa, bỏ qua.

    Tệp Word được đọc lại; dòng mà tệp hoặc dữ liệu đã đổi từ đó thì không ghi, nói rõ.
    """
    from generator.cli.report import show
    from generator.returned.doubts_book import answered
    from generator.returned.looking import decided

    if not file.is_file():
        raise click.UsageError(f"Không có tệp «{file}».")
    look = _looked(folder, _dot(folder), (), (), jobs or os.cpu_count() or 1)
    decisions, told = answered(file, folder, look.proposals)
    if dry or not decisions:
        return show(told, "text", f"{len(decisions)} câu trả lời dùng được, chưa ghi gì", err=True)
    done = decided(folder, decisions)
    told += done.problems
    number = f", lần sửa số {done.so}" if done.so is not None else ""
    return show(told, "text", f"Đã nhận {len(decisions)} câu trả lời{number}", err=True)


@command.command("compare", cls=VnCommand, short_help="So bản in từ dữ liệu với bản gửi về.")
@campaign_argument
@click.argument("files", metavar="[TỆP]...", nargs=-1, type=_FILE)
@units_option
@click.option("--jobs", metavar="SỐ", type=click.IntRange(1), help="Số tiến trình.")
def compare(folder: Path, files: tuple[Path, ...], units: tuple[str, ...], jobs: int | None) -> int:
    """Liệt kê những chỗ bản kiểm điểm, báo cáo chương trình sẽ in khác với bản gửi về.

    Bản gửi về đã ký vẫn là bằng chứng trong hồ sơ; dữ liệu dùng cho tổng hợp, danh sách, kiểm tra.
    """
    from generator.cli.forms_shown import differences_shown
    from generator.returned.printed_otherwise import printed_otherwise

    dot = _dot(folder)
    look = _looked(folder, dot, units, files, jobs or os.cpu_count() or 1)
    found = printed_otherwise(folder, dot, look.received)
    click.echo(differences_shown(found))
    return int(any(each.khac for each in found))


def _dot(folder: Path) -> "Dot":
    from generator.reading.load import campaign_of

    dot = campaign_of(folder)
    if dot is None:
        raise click.UsageError(
            f"«{folder}»: chưa đọc được dot.yaml. Xem: kiemdiem validate {folder}"
        )
    return dot


def _looked(
    folder: Path, dot: "Dot", units: tuple[str, ...], files: tuple[Path, ...], jobs: int
) -> "Look":
    from generator.cli.check_progress import counting
    from generator.returned.gathering import Asked
    from generator.returned.looking import looked_at

    with counting("Đọc mẫu gửi về") as move:
        asked = Asked(units, files, jobs, lambda done, whole: move(done, whole, "tệp"))
        return looked_at(folder, dot, asked)


def _written(folder: Path, look: "Look", *, yes: bool, asks: bool) -> "list[Problem]":
    """Take over what is sure, if that is agreed to."""
    from generator.returned.looking import Decision, decided
    from generator.returned.proposing import written

    sure = written(look.proposals)
    if not sure:
        return []
    people = len({(each.tep, each.path[:2]) for each in sure})
    question = f"Ghi {len(sure)} giá trị của {people} người, tập thể?"
    if not yes and not (asks and agreed(question)):
        if asks:
            click.echo("Chưa ghi gì.", err=True)
        return []
    done = decided(folder, [Decision(each, "tu_dong") for each in sure])
    if done.so is not None:
        click.echo(
            f"Đã ghi {len(sure)} giá trị, lần sửa số {done.so}. Kiểm tra: "
            f"kiemdiem validate {folder}. Hoàn tác: kiemdiem undo {folder}.",
            err=True,
        )
    return list(done.problems)
