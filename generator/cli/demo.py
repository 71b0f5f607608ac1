"""`kiemdiem demo`: builds and checks the sample campaigns, and shows where the files are."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.vietnamese import VnCommand

if TYPE_CHECKING:
    from generator.building.folders import BuildRequest
    from generator.problems import Problem


@click.command(cls=VnCommand, short_help="Tạo thử văn bản từ dữ liệu mẫu.")
@click.option(
    "-o",
    "--output-path",
    "out",
    metavar="THƯ_MỤC",
    default="output",
    type=click.Path(path_type=Path),
    show_default=True,
    help="Nơi lưu.",
)
def command(out: Path) -> int:
    """Tạo mọi văn bản của các đợt mẫu, kiểm tra hồ sơ và cho biết tệp ở đâu."""
    from dataclasses import replace

    from generator import shipped
    from generator.building.executors import here
    from generator.building.folders import requests
    from generator.building.run import run
    from generator.cli.building import finish, watched
    from generator.cli.counted import told
    from generator.problems import has_errors

    samples = requests(shipped.DATA, out)
    result = run(samples, here, watched(why=False, quiet=True))
    for request in samples:
        click.echo(_line(request, result.problems))
    shown = result.problems if has_errors(result.problems) else ()
    status = finish(
        replace(result, problems=shown), "text", f"Đã {told(result.made, result.kept)} mẫu"
    )
    for line in (*_first_look(samples), *_next(Path.cwd())):
        click.echo(line)
    return status


def _line(request: "BuildRequest", problems: "tuple[Problem, ...]") -> str:
    """What a sample came to; letters of earlier years stay as they were issued."""
    from generator.cli.checking import in_short

    folder = f"{request.root.as_posix()}/"
    own = [each for each in problems if Path(each.place.file).is_relative_to(request.campaign)]
    if "KD070" in {each.code for each in own}:
        return f"{folder}: 0 văn bản; đợt mẫu này chỉ có thời hạn trong dot.yaml"
    count = len(list(request.root.rglob("*.docx")))
    kept = f"; {len(own)} chỗ khác thể thức, giữ nguyên như bản đã ban hành" if own else ""
    return f"{folder}: {count} văn bản{in_short(request)}{kept}"


def _first_look(samples: "list[BuildRequest]") -> list[str]:
    """Which documents to open first: the form of a person and the form of a collective."""
    roots = [each.root for each in samples]
    found = [
        next((path for root in reversed(roots) for path in sorted(root.rglob(name))), None)
        for name in ("*Báo cáo kiểm điểm*.docx", "*Bản kiểm điểm*.docx")
    ]
    paths = [f"  {path}" for path in found if path is not None]
    return ["", "Mở bằng Word xem trước:", *paths] if paths else []


def _next(here: Path) -> list[str]:
    """Three command lines with which to go on."""
    from generator.cli.launcher import called
    from generator.setup.first_files import year_of

    year = year_of(Path(), dt.datetime.now().astimezone().date())
    names = (f"kiem-diem-{year}", *(f"kiem-diem-{year}-{number}" for number in range(2, 100)))
    folder = next(name for name in names if not (here / name).exists())
    steps = ("init", "validate", "build")
    return [
        "",
        "Làm đợt của mình, gõ từng dòng:",
        *(f"{called()} {step} {folder}" for step in steps),
    ]
