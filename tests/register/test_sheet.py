"""The register in Excel and back: equal, leading zeros and days kept."""

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.register import numbers, store
from generator.register.entry import OnPaper, RegisterLine, TrangThai
from generator.register.importing import bring_in
from generator.register.names import type_names
from generator.register.series import Series, type_of
from generator.register.sheet import workbook
from generator.register.sheet_reading import Read, read_workbook
from generator.wording.legacy import legacy
from tests.register.office import BODY, LETTERS
from tests.word.pages import SOFFICE

words = (
    st.text(
        st.characters(categories=["L", "N", "P", "Zs"], include_characters="\n=+@"), max_size=30
    )
    .map(lambda text: "\n".join(line.strip() for line in text.strip().splitlines()).strip())
    .filter(lambda text: legacy(text) is None)
)
days = st.dates(min_value=dt.date(2000, 1, 1)).map(lambda day: day.isoformat())
series = st.builds(
    Series, st.sampled_from(sorted({type_of(each) for each in type_names()} - {"dai-hoi"})),
    st.sampled_from(["2020-2025", "2025-2030", "2026"]),
) | st.just(Series("dai-hoi", "dai-hoi"))  # fmt: skip
lines = st.lists(
    st.builds(
        lambda where, so, ngay, texts, state: RegisterLine(*where, so, ngay, *texts[:5], state, *texts[5:]),
        series, st.integers(1, 999_999), days | st.just(""), st.tuples(*[words] * 7),
        st.sampled_from(TrangThai),
    ),
    max_size=8, unique_by=lambda each: (each.loai, each.ky, each.so),
)  # fmt: skip
spans = st.lists(
    st.builds(
        lambda where, tu, more, why: OnPaper(*where, tu, tu + more, why),
        series, st.integers(1, 5000), st.integers(0, 500), words,
    ),
    max_size=4, unique_by=lambda each: (each.loai, each.ky, each.tu),
)  # fmt: skip


def key(entry: RegisterLine) -> tuple[str, str, int]:
    return entry.loai, entry.ky, entry.so


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(lines, spans)
def test_what_is_exported_is_imported_as_it_was(
    tmp_path: Path, rows: list[RegisterLine], paper: list[OnPaper]
) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(workbook(sorted(rows, key=key), paper))
    read = read_workbook(path, None)
    assert read.problems == []
    assert sorted(entries(read), key=key) == sorted(rows, key=key)
    assert spans_of(read) == paper


def entries(read: Read) -> list[RegisterLine]:
    return [each for each, _ in read.lines]


def spans_of(read: Read) -> list[OnPaper]:
    return [each for each, _ in read.ranges]


def filled(path: Path) -> tuple[list[RegisterLine], list[OnPaper]]:
    with store.opened(path, BODY) as register:
        with store.transaction(register):
            numbers.set_next(register, LETTERS, 5, "sổ giấy")
            for name in "abc":
                numbers.hold(
                    register, RegisterLine(*LETTERS, 0, "2026-02-05", f"Việc {name}", tep=name)
                )
            numbers.cancel(register, LETTERS, 6, "nhầm")
        return list(numbers.entries(register)), numbers.on_paper(register)


def test_a_whole_register_comes_back_into_an_empty_one(tmp_path: Path) -> None:
    rows, paper = filled(tmp_path / "mot.sqlite")
    path = tmp_path / "so.xlsx"
    path.write_bytes(workbook(rows, paper))
    with store.opened(tmp_path / "hai.sqlite", BODY) as register:
        first = bring_in(register, read_workbook(path, None))
        assert (first.bao_nhieu, first.problems) == (4, [])
        assert list(numbers.entries(register)) == rows
        assert numbers.on_paper(register) == paper
        again = bring_in(register, read_workbook(path, None))
        assert (again.bao_nhieu, again.da_co, again.problems) == (0, 3, [])


def test_numbers_and_days_are_shown_as_an_office_writes_them(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(workbook(*filled(tmp_path / "mot.sqlite")))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Công văn 2025-2030", "Số cấp trên sổ giấy"]
    head, first, *_ = book["Công văn 2025-2030"].iter_rows(values_only=True)
    assert head[:7] == (
        "Số", "Ngày", "Trích yếu", "Nơi nhận", "Người ký", "Số bản", "Ghi chú"
    )  # fmt: skip
    assert first[:3] == ("05", "05/02/2026", "Việc a")


@pytest.mark.skipif(not shutil.which("localc"), reason="cần LibreOffice Calc")
@pytest.mark.libreoffice
def test_a_register_saved_again_by_another_program_is_the_same(tmp_path: Path) -> None:
    rows, paper = filled(tmp_path / "mot.sqlite")
    path = tmp_path / "so.xlsx"
    path.write_bytes(workbook(rows, paper))
    out = tmp_path / "luu-lai"
    subprocess.run(
        [*SOFFICE, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    read = read_workbook(out / "so.xlsx", None)
    assert (entries(read), spans_of(read), read.problems) == (rows, paper, [])


def typed(path: Path, rows: list[list[object]], name: str = "Sheet1") -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(number, column, cell, day)
                else:
                    sheet.write(number, column, cell)
    return path


HEAD: list[object] = ["Số, ký hiệu", "Ngày tháng", "Tên loại và trích yếu", "Ghi chú"]


def test_a_register_typed_by_an_office_is_read(tmp_path: Path) -> None:
    rows = [
        ["SỔ ĐĂNG KÝ VĂN BẢN ĐI"], [], HEAD,
        ["01-CV/ĐU", dt.date(2026, 1, 5), "Về việc một", ""],
        [2, "06/01/2026", "Về việc hai", "gửi lại"],
        ["Số: 03/CV-UBND", "7.1.2026", "Về việc ba"],
        [], ["004", "", "Về việc bốn"],
    ]  # fmt: skip
    read = read_workbook(typed(tmp_path / "a.xlsx", rows), LETTERS)
    assert read.problems == []
    assert [(each.so, each.ngay, each.trich_yeu, each.ghi_chu) for each in entries(read)] == [
        (1, "2026-01-05", "Về việc một", ""), (2, "2026-01-06", "Về việc hai", "gửi lại"),
        (3, "2026-01-07", "Về việc ba", ""), (4, "", "Về việc bốn", ""),
    ]  # fmt: skip
    assert {(each.loai, each.ky, each.trang_thai) for each in entries(read)} == {
        (*LETTERS, TrangThai.CAP)
    }


@pytest.mark.parametrize(
    ("rows", "name", "code", "cell"),
    [
        ([HEAD, ["12a", "05/01/2026"]], "Công văn 2025-2030", "KD633", "ô A2"),
        ([HEAD, ["0", "05/01/2026"]], "Công văn 2025-2030", "KD633", "ô A2"),
        ([HEAD, ["", "05/01/2026"]], "Công văn 2025-2030", "KD659", "ô A2"),
        ([[], HEAD, [1, "31/02/2026"]], "Công văn 2025-2030", "KD634", "ô B3"),
        ([HEAD, [1, "hôm qua"]], "Công văn 2025-2030", "KD634", "ô B2"),
        ([HEAD, [1, "05/01/2026"]], "Sheet1", "KD632", "ô A1"),
        ([["x"], [1, "05/01/2026"]], "Công văn 2025-2030", "KD631", "ô A1"),
        ([["Dãy số"], ["Thư 2025", "1", "5"]], "Số cấp trên sổ giấy", "KD632", "ô A2"),
        ([["Dãy số"], ["Công văn 2025", "0", "5"]], "Số cấp trên sổ giấy", "KD633", "ô B2"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_cell_and_nothing_is_added(
    tmp_path: Path, rows: list[list[object]], name: str, code: str, cell: str
) -> None:
    path = typed(tmp_path / "a.xlsx", rows, name)
    with store.opened(tmp_path / "s.sqlite", BODY) as register:
        problems = bring_in(register, read_workbook(path, None)).problems
        assert list(numbers.entries(register)) == []
    assert [each.code for each in problems] == [code]
    assert problems[0].place.part.endswith(cell)
    assert name in problems[0].place.part


@pytest.mark.parametrize("data", [b"", b"x" * 100, b"PK\3\4" + bytes(60)])
def test_a_file_that_is_no_workbook_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    read = read_workbook(path, None)
    assert [each.code for each in read.problems] == ["KD630"]
    assert [each.code for each in read_workbook(tmp_path / "khong.xlsx", None).problems] == [
        "KD630"
    ]


def test_one_line_that_contradicts_keeps_all_of_them_out(tmp_path: Path) -> None:
    rows, paper = filled(tmp_path / "mot.sqlite")
    path = typed(
        tmp_path / "a.xlsx",
        [HEAD, ["08", "05/01/2026", "mới"], ["07", "05/01/2026", "khác"]], "Công văn 2025-2030",
    )  # fmt: skip
    with store.opened(tmp_path / "mot.sqlite") as register:
        problems = bring_in(register, read_workbook(path, None)).problems
        assert [each.code for each in problems] == ["KD635"]
        assert "số 07 (Công văn 2025-2030)" in problems[0].message
        assert list(numbers.entries(register)) == rows
        assert numbers.on_paper(register) == paper
