"""The file of a unit holds each paper as many times as it is printed, and depends on nothing else."""

from pathlib import Path

import pypdf
import pytest

from generator.files.seals import is_as_sealed
from generator.pdf.making import what_is_wrong
from generator.pdf.merging import Begin, Merged, Part, Single, finished, merged, misplaced
from tests.pdf.printing import pages
from tests.pdf.test_pages import pdf, text


@pytest.fixture
def parts(tmp_path: Path) -> tuple[Part, ...]:
    found = []
    for name, copies, *its in (("Một", 2, "m1", "m2"), ("Hai", 1, "h1"), ("Ba", 3, "b1")):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(pdf(*map(text, its)))
        found.append(Part(path, name, copies))
    return tuple(found)


def saved(home: Path, data: bytes) -> Path:
    path = home / "gop.pdf"
    path.write_bytes(data)
    return path


def test_papers_stand_in_order_each_as_many_times_as_it_is_printed(
    parts: tuple[Part, ...], tmp_path: Path
) -> None:
    file = merged(("Chi bộ", parts))
    there = pages(saved(tmp_path, file.data))
    assert there == ["m1", "m2", "m1", "m2", "h1", "b1", "b1", "b1"]
    assert (file.pages, file.misplaced) == (8, ())


def test_each_paper_has_one_bookmark_where_its_first_copy_begins(
    parts: tuple[Part, ...], tmp_path: Path
) -> None:
    reader = pypdf.PdfReader(saved(tmp_path, merged(("Chi bộ", parts)).data))
    marks = [(each.title, reader.get_destination_page_number(each)) for each in reader.outline]
    assert marks == [("Một", 0), ("Hai", 4), ("Ba", 5)]
    assert reader.metadata is not None
    assert reader.metadata.title == "Chi bộ"


def test_the_same_papers_give_the_same_bytes(parts: tuple[Part, ...]) -> None:
    assert merged(("Chi bộ", parts)).data == merged(("Chi bộ", parts)).data


def test_copies_cost_hardly_more_than_one(parts: tuple[Part, ...]) -> None:
    one, many = ([part._replace(copies=times) for part in parts] for times in (1, 50))
    assert len(merged(("Chi bộ", many)).data) < 20 * len(merged(("Chi bộ", one)).data)


def test_the_file_bears_a_seal_that_any_change_breaks(
    parts: tuple[Part, ...], tmp_path: Path
) -> None:
    path = saved(tmp_path, merged(("Chi bộ", parts)).data)
    assert is_as_sealed(path)
    writer = pypdf.PdfWriter(path, incremental=True)
    writer.add_metadata({"/Author": "Văn thư"})
    writer.write(path)
    assert not is_as_sealed(path)


def test_a_pdf_of_libreoffice_loses_day_and_chance_number(tmp_path: Path) -> None:
    made = []
    for day in ("D:20261129110600Z", "D:20270101000000Z"):
        writer = pypdf.PdfWriter(saved(tmp_path, pdf(text("Mot"))))
        writer.add_metadata({"/CreationDate": day})
        writer.generate_file_identifiers()
        writer.write(tmp_path / "lo.pdf")
        word = tmp_path / "khong-doc-duoc.docx"
        made.append(finished(Single(tmp_path / "lo.pdf", word, "Biên bản")).data)
    assert made[0] == made[1]
    assert b"CreationDate" not in made[0]


def test_a_paper_that_is_not_where_it_should_be_is_named() -> None:
    data = pdf(text("m1"), text("h1"))
    right = [Begin(0, "Một", "m1"), Begin(1, "Hai", "h1")]
    assert misplaced(data, right) == ()
    assert misplaced(data, [right[0], Begin(0, "Hai", "h1")]) == ("Hai",)
    assert misplaced(data, [right[0], Begin(2, "Ba", "b1")]) == ("Ba",)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (Merged(b"", 8, ()), ""),
        (Merged(b"", 7, ()), "có 7 trang, phải có 8"),
        (Merged(b"", 8, ("Hai",)), "«Hai» không ở đúng chỗ"),
        (None, "các tệp PDF của đơn vị không ghép được"),
    ],
)
def test_only_a_file_with_all_pages_in_their_places_is_written(
    file: Merged | None, said: str
) -> None:
    assert what_is_wrong(file, 8) == said
