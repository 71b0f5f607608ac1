"""`kiemdiem excel`: gives the lists of a campaign out as a workbook, and takes workbooks in."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.changing import agreed, campaign_argument, dry_run_option
from generator.cli.options import units_option
from generator.cli.vietnamese import VnCommand, VnGroup

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.reading.load import Campaign
    from generator.sheets.importing import Imported

_FILE = click.Path(path_type=Path, dir_okay=False)


class _Workbook(click.Path):
    """A workbook to write."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        if Path(value).suffix.lower() != ".xlsx":
            raise click.UsageError(f"«{value}»: tệp Excel phải có tên đuôi .xlsx.")
        return super().convert(value, param, ctx)


_TO = _Workbook(path_type=Path, dir_okay=False)


@click.group(cls=VnGroup, short_help="Bảng tính: xuất danh sách để điền, nhập bảng về.")
def command() -> None:
    """Xuất người, tập thể, xếp loại, điểm, kiểm phiếu ra Excel để điền; nhập bảng đã điền.

    Nhận cả danh sách của nơi khác: cột được nhận ra theo tên. Mọi thay đổi cho xem trước khi ghi.
    """


@command.command("export", cls=VnCommand, short_help="Xuất các danh sách của đợt ra một tệp Excel.")
@campaign_argument
@units_option
@click.option("-o", "--output-path", "out", metavar="TỆP", type=_TO, help="Tệp Excel sẽ ghi.")
@click.option("--de-trong", "blank", is_flag=True, help="Bảng trống để phát cho đơn vị điền.")
def export(folder: Path, units: tuple[str, ...], out: Path | None, *, blank: bool) -> int:
    """Ghi một tệp Excel, mỗi danh sách của đợt một trang.

    Các trang: Cá nhân, Tập thể, Xếp loại, Điểm, Kiểm phiếu, Nơi cư trú, Hồ sơ giấy, Thời hạn. Sửa ở
    tệp ấy rồi nhập lại bằng kiemdiem excel import.
    """
    from generator.cli.report import show
    from generator.files.documents import write_document
    from generator.sheets.exporting import default_name, exported

    campaign, problems = _read(folder, units)
    if campaign is None:
        return show(problems, "text", "Chưa xuất được", err=True)
    if not campaign.units:
        raise click.UsageError("Đợt chưa có đơn vị nào: thêm đơn vị trước, rồi xuất bảng.")
    file = out or Path(default_name(campaign, units, blank=blank))
    to, told = write_document(file, exported(campaign, blank=blank))
    if to is None:
        return show(told, "text", "Chưa xuất được", err=True)
    click.echo(to.as_posix())
    return show(told, "text", f"Đã xuất {len(campaign.units)} đơn vị", err=True)


@command.command("import", cls=VnCommand, short_help="Nhập bảng Excel đã điền, hoặc của nơi khác.")
@campaign_argument
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=_FILE)
@click.option("--only", "unit", metavar="ĐƠN_VỊ", help="Dòng không ghi đơn vị là của đơn vị này.")
@click.option("--sheet", "sheets", metavar="TRANG", multiple=True, help="Chỉ trang tính này.")
@click.option(
    "--column", "columns", metavar="ĐẦU_CỘT=KHOÁ", multiple=True,
    help="Cột này là khoá này, nhớ cho lần sau: «Sinh=ca_nhan.ngay_sinh»; «Số thẻ=khong».",
)  # fmt: skip
@click.option("--remove", is_flag=True, help="Bỏ cả những mục mà bảng xuất ra có, nay không còn.")
@click.option("--yes", is_flag=True, help="Ghi luôn, không hỏi.")
@dry_run_option
@click.option(
    "-o", "--output-path", "out", metavar="TỆP", type=_TO,
    help="Ghi cả các thay đổi, ô vướng mắc ra tệp Excel này để xem.",
)  # fmt: skip
@click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="text để đọc, json để chương trình khác đọc.",
)  # fmt: skip
def take_in(
    folder: Path, files: tuple[Path, ...], unit: str | None, sheets: tuple[str, ...],
    columns: tuple[str, ...], out: Path | None, *, remove: bool, yes: bool, dry: bool, output: str,
) -> int:  # fmt: skip
    """Cho xem bảng sẽ đổi gì: mục mới, giá trị đổi (trước → sau), mục không còn, ô sai; rồi hỏi.

    Ô sai, ô chưa chắc không chặn các ô khác: chúng được đánh dấu ở một bản của chính tệp ấy
    (tên thêm « (vướng mắc)»), có trang Vướng mắc dẫn đến từng ô. Hoàn tác bằng kiemdiem undo.
    """
    from generator.cli.report import show
    from generator.cli.sheets_shown import as_json, shown
    from generator.files.documents import write_document
    from generator.sheets.importing import looked_into
    from generator.sheets.matching import unit_code
    from generator.sheets.own_rows import unit_names
    from generator.sheets.plan_book import plan_book

    if out and len(files) > 1:
        raise click.UsageError("-o chỉ dùng khi nhập một tệp.")
    heads = dict(_column(each) for each in columns)
    told: list[Problem] = []
    said: list[dict[str, object]] = []
    wrong = False
    for file in files:
        if not file.is_file():
            raise click.UsageError(f"Không có tệp «{file}».")
        campaign, problems = _read(folder, ())
        if campaign is None:
            return show(problems, "text", "Chưa nhập được", err=True)
        only = unit_code(unit, unit_names(campaign.units)) if unit else ""
        if only is None:
            raise click.UsageError(f"Đợt không có đơn vị «{unit}».")
        found = looked_into(file, campaign, only=only, trang=sheets, cot=heads, remove=remove)
        if output == "json":
            said.append(as_json(found))
        else:
            click.echo(shown(found, remove=remove))
        told += found.problems
        if out:
            told += write_document(out, plan_book(found))[1]
        if not dry:
            told += _made(folder, found, yes=yes, asks=output == "text")
        wrong = wrong or found.changes is None or bool(found.plan.told)
    if output == "json":
        whole = said[0] if len(said) == 1 else said
        click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
    return show(told, "text", "", err=True) if told else int(wrong)


def _made(folder: Path, found: "Imported", *, yes: bool, asks: bool) -> "list[Problem]":
    """Write what a workbook changes, if that is agreed to, and mark what was not taken of it."""
    from generator.editing.applying import applied
    from generator.sheets.exporting import mark

    told: list[Problem] = []
    if found.changes is not None and found.changes.files:
        count = len(found.changes.files)
        if yes or (asks and agreed(f"Ghi các thay đổi này vào {count} tệp?")):
            done = applied(folder, found.changes)
            told += done.problems
            if done.so is not None:
                click.echo(f"Đã ghi {count} tệp, lần sửa số {done.so}. Kiểm tra: kiemdiem validate "
                           f"{folder}. Hoàn tác: kiemdiem undo {folder}.", err=True)  # fmt: skip
        elif asks:
            click.echo("Chưa ghi gì.", err=True)
    if found.plan.told:
        copy, problems = mark(found.tep, found.plan.told)
        told += problems
        if copy:
            click.echo(f"Ô vướng mắc đánh dấu ở: {copy.as_posix()}", err=True)
    return told


@command.command("fill", cls=VnCommand, short_help="Điền bảng mẫu của cấp trên từ dữ liệu.")
@campaign_argument
@click.argument("file", metavar="BẢNG_MẪU", type=_FILE)
@units_option
@click.option(
    "--map", "mapping", metavar="TỆP_YAML", type=_FILE,
    help="Giá trị nào vào ô nào, cho bảng không được sửa để ghi thẻ.",
)  # fmt: skip
@click.option("-o", "--output-path", "out", metavar="TỆP", type=_TO, help="Tệp Excel sẽ ghi.")
def fill(
    folder: Path, file: Path, units: tuple[str, ...], mapping: Path | None, out: Path | None
) -> int:
    """Điền bảng Excel của cấp trên: ô ghi thẻ như trong mẫu Word, hoặc theo tệp YAML của --map.

    Mọi thứ khác của bảng giữ nguyên: định dạng, công thức, ô chọn. Công thức được tính lại khi mở.
    """
    from generator.cli.report import show
    from generator.files.documents import write_document
    from generator.sheets.superior import filled_sheet

    campaign, problems = _read(folder, units)
    if campaign is None or campaign.dot is None:
        return show(problems, "text", "Chưa điền được", err=True)
    data, found = filled_sheet(file, mapping, campaign.dot, campaign.units)
    if data is None:
        return show(found, "text", "Chưa điền được", err=True)
    to, told = write_document(out or file.with_name(f"{file.stem} (đã điền).xlsx"), data)
    found += told
    if to is None:
        return show(found, "text", "Chưa điền được", err=True)
    click.echo(to.as_posix())
    return show(found, "text", "Đã điền", err=True)


def _column(said: str) -> tuple[str, str]:
    from generator.reading.suggest import nearest
    from generator.sheets.importing import NOT_TAKEN
    from generator.sheets.layout import column_keys

    head, mark, key = said.rpartition("=")
    if not (mark and head.strip() and key.strip()):
        raise click.UsageError("--column ghi như «Sinh=ca_nhan.ngay_sinh» hoặc «Số thẻ=khong».")
    if key.strip() not in {*column_keys(), NOT_TAKEN}:
        near = nearest(key.strip(), column_keys())
        hint = f" Có phải là «{near}»?" if near else ""
        raise click.UsageError(f"«{key.strip()}» không phải là cột nào của bảng.{hint}")
    return head.strip(), key.strip()


def _read(folder: Path, wanted: tuple[str, ...]) -> "tuple[Campaign | None, list[Problem]]":
    """Read a campaign, or some of its units; None with the errors if it cannot be read whole."""
    from dataclasses import replace

    from generator.problems import Severity
    from generator.reading.load import read_campaign
    from generator.sheets.matching import unit_code
    from generator.sheets.own_rows import unit_names

    campaign = read_campaign(folder)
    errors = [each for each in campaign.problems if each.severity is Severity.ERROR]
    if errors or campaign.dot is None:
        return None, errors
    if not wanted:
        return campaign, []
    names = unit_names(campaign.units)
    codes = {unit_code(each, names): each for each in wanted}
    if None in codes:
        raise click.UsageError(f"Đợt không có đơn vị «{codes[None]}».")
    units = tuple(each for each in campaign.units if each.data.don_vi.ma in codes)
    return replace(campaign, units=units), []
