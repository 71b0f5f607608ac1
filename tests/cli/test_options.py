"""Options that several commands share."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli.options import output_option


@click.command()
@output_option("Nơi lưu.")
def command(out: Path) -> None:
    click.echo(out.as_posix())


@pytest.mark.parametrize("name", ["x.pdf", "a/b.docx", "so.XLSX", "dot.yaml"])
def test_a_place_to_save_that_is_plainly_a_file_becomes_no_folder(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(command, ["-o", name])
    assert done.exit_code == 2
    assert f"«{name}» là tên một tệp" in done.output


@pytest.mark.parametrize("name", ["ra", "năm 2026", "v1.2", "output/xa", "có sẵn.pdf"])
def test_a_folder_is_a_place_to_save(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("có sẵn.pdf").mkdir()
    done = CliRunner().invoke(command, ["-o", name])
    assert (done.exit_code, done.output) == (0, f"{name}\n")
