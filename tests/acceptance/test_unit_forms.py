"""Every form and paper of a unit: with nothing, one of everything, many; on screen and on paper."""

import os
import re
import shutil
from pathlib import Path

import pytest
from lxml import etree

from generator.building.render import render_path
from generator.papers.plan import Selection
from generator.problems import has_errors
from generator.regulations.catalogue import paper_kinds
from generator.regulations.regimes import forms_by_template, regime_for
from generator.wording.compare import fold
from tests.acceptance import reading_back as back
from tests.papers import unit_data
from tests.word.pages import Word, converted, left_empty, needs_printing, words_of
from tests.word.validators import audit, findings

W = back.W
YEARS = (2021, 2024, 2026)
MADE = [(year, size) for year in YEARS for size in unit_data.SIZES]


def make(root: Path, year: int, size: str) -> list[Path]:
    folder = unit_data.campaign(root / "dot", year, unit_data.SIZES[size](year))
    written, problems = render_path(folder, root / "ra", None, Selection(blank=size == "nothing"))
    assert not has_errors(problems), problems[:3]
    return written


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[int, str], list[Path]]:
    return {
        (year, size): make(tmp_path_factory.mktemp(f"{size}{year}"), year, size)
        for year, size in MADE
    }


def body(path: Path) -> etree._Element:
    return back.part(path.read_bytes(), "word/document.xml")


def lines(path: Path) -> list[str]:
    found = [" ".join(back.text(p).split()) for p in body(path).iter(f"{W}p")]
    return [line for line in found if line]


@pytest.mark.parametrize(("year", "size"), MADE)
def test_every_document_is_valid(
    made: dict[tuple[int, str], list[Path]], year: int, size: str
) -> None:
    assert {path.name: findings(path.read_bytes()) for path in made[year, size]} == {
        path.name: [] for path in made[year, size]
    }


@pytest.mark.parametrize(("year", "size"), MADE)
def test_a_document_of_each_kind_passes_the_audit(
    made: dict[tuple[int, str], list[Path]], year: int, size: str
) -> None:
    """Of the forms of forty people that with the most in it; the schema is asked of all."""
    by_size = sorted(made[year, size], key=lambda path: path.stat().st_size)
    kinds = {title(path).partition(" - ")[0]: path for path in by_size}
    assert len(kinds) > 10
    assert {path.name: audit(path) for path in kinds.values()} == {
        path.name: [] for path in kinds.values()
    }


@pytest.mark.soak
@pytest.mark.parametrize(("year", "size"), MADE)
def test_every_document_passes_the_audit(
    made: dict[tuple[int, str], list[Path]], year: int, size: str
) -> None:
    assert {path.name: audit(path) for path in made[year, size]} == {
        path.name: [] for path in made[year, size]
    }


@pytest.mark.parametrize("year", YEARS)
def test_every_template_of_the_regime_is_rendered(
    made: dict[tuple[int, str], list[Path]], year: int
) -> None:
    kinds = paper_kinds()
    titles = [title(path) for path in made[year, "one"]]
    for key, form in regime_for(year).bieu_mau.items():
        named = (
            (kinds[form.loai].ten_tep or kinds[form.loai].ten)
            .replace("{ma}", key)
            .partition("{")[0]
        )
        assert any(each.startswith(named) for each in titles), named


TICK_SETS = {
    (2021, "02"): 3, (2024, "02A"): 3, (2024, "02B"): 6, (2024, "01"): 5, (2021, "01"): 6,
    (2026, "01"): 0, (2026, "02A"): 0, (2026, "02B"): 0, (2026, "02C"): 0,
}  # fmt: skip


@pytest.mark.parametrize(("year", "form"), TICK_SETS, ids=str)
@pytest.mark.parametrize("size", ["nothing", "one"])
def test_a_form_has_its_number_of_tick_sets_with_one_cross_each(
    made: dict[tuple[int, str], list[Path]], year: int, form: str, size: str
) -> None:
    for path in made[year, size]:
        if not title(path).startswith((f"Báo cáo kiểm điểm {form} -", f"Bản kiểm điểm {form} -")):
            continue
        sets = [line for line in lines(path) if "Trung bình" in line and "☐" in line]
        assert len(sets) == TICK_SETS[year, form]
        for line in sets:
            assert re.sub("[☐☒]", "□", line).count("□") == 4
            assert line.count("☒") == (1 if size == "one" else 0)


def title(path: Path) -> str:
    """The name of a document behind its place in the dossier, if the checklist asks for it."""
    return re.sub(r"^[\d.-]+ - ", "", path.name)


def headings_of(template: str) -> list[str]:
    return [fold(each.tieu_de).rstrip(".: ") for each in forms_by_template()[template].phan]


@pytest.mark.parametrize(
    ("year", "name", "template"),
    [
        (2021, "Báo cáo kiểm điểm 01 -", "mau01/2019"),
        (2021, "Bản kiểm điểm 02 -", "mau02/2019"),
        (2024, "Báo cáo kiểm điểm 01 -", "mau01/2023"),
        (2024, "Bản kiểm điểm 02A -", "mau02/2023-02a"),
        (2024, "Bản kiểm điểm 02B -", "mau02/2023-02b"),
        (2026, "Báo cáo kiểm điểm 01 -", "mau01/2025"),
        (2026, "Bản kiểm điểm 02A -", "mau02/2025-02a"),
        (2026, "Bản kiểm điểm 02B -", "mau02/2025-02b"),
        (2026, "Bản kiểm điểm 02C -", "mau02/2025-02c"),
    ],
)
@pytest.mark.parametrize("size", unit_data.SIZES)
def test_the_printed_form_has_every_heading_in_its_order(
    made: dict[tuple[int, str], list[Path]], year: int, name: str, template: str, size: str
) -> None:
    path = next(path for path in made[year, size] if title(path).startswith(name))
    printed = [fold(line).replace("“", '"').replace("”", '"') for line in lines(path)]
    at = 0
    for heading in headings_of(template):
        wanted = heading.replace("“", '"').replace("”", '"')
        at = next((i for i in range(at, len(printed)) if wanted in printed[i]), -1)
        assert at >= 0, heading


@pytest.mark.parametrize(("year", "size"), MADE)
def test_no_row_of_a_table_can_be_split(
    made: dict[tuple[int, str], list[Path]], year: int, size: str
) -> None:
    for path in made[year, size]:
        for row in body(path).iter(f"{W}tr"):
            assert row.find(f"{W}trPr/{W}cantSplit") is not None, path.name


def test_awkward_text_is_printed_as_it_was_typed(
    made: dict[tuple[int, str], list[Path]],
) -> None:
    for year in YEARS:
        path = next(
            path for path in made[year, "many"] if title(path).startswith("Báo cáo kiểm điểm 01 -")
        )
        wanted = " ".join(f"1. {unit_data.NASTY} Kết quả đạt 1%.".split())
        assert sum(line == wanted for line in lines(path)) >= 4


def test_all_forty_people_stand_in_the_list_and_on_the_ballot(
    made: dict[tuple[int, str], list[Path]],
) -> None:
    for name in ("Tổng hợp kết quả", "Phiếu biểu quyết", "Biên bản kiểm phiếu"):
        path = next(path for path in made[2026, "many"] if title(path).startswith(name))
        text = "\n".join(lines(path))
        for number in range(40):
            assert f"{unit_data.LONG_NAME} {number:02}"[-60:] in text


def test_two_people_of_one_name_get_a_file_each(tmp_path: Path) -> None:
    data = unit_data.one(2026)
    data["ca_nhan"].append(dict(data["ca_nhan"][2]))
    folder = unit_data.campaign(tmp_path / "dot", 2026, data)
    written, _ = render_path(folder, tmp_path / "ra", None)
    assert len({path.name for path in written}) == len(written)
    assert any(path.stem.endswith("(2)") for path in written)


# --- the printed page -------------------------------------------------------------------------

PRINTED = [(2021, "nothing"), (2024, "one"), (2026, "nothing"), (2026, "one")]
FROM_MANY = (
    "Phiếu biểu quyết",
    "Biên bản kiểm phiếu",
    "Tổng hợp",
    "Quyết định",
    "Báo cáo kiểm điểm",
    "Biên bản - ",
    "Thông báo",
)


@pytest.fixture(scope="module")
def pages(
    made: dict[tuple[int, str], list[Path]], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[list[Word]]]:
    folder = tmp_path_factory.mktemp("in")
    sources = []
    for key in PRINTED:
        sources += [(f"{key[0]}-{key[1]}-{i:03}", path) for i, path in enumerate(made[key])]
    sources += [
        (f"{year}-many-{i:03}", path)
        for year in YEARS
        for i, path in enumerate(made[year, "many"])
        if title(path).startswith(FROM_MANY)
    ]
    for name, path in sources:
        shutil.copy(path, folder / f"{name}.docx")
    converted([folder / f"{name}.docx" for name, _ in sources], folder)
    return {f"{name} {path.stem}": words_of(folder / f"{name}.pdf") for name, path in sources}


SIGNATURE = (
    "T/M", "K/T", "NGƯỜI TỰ", "NGƯỜI GHI", "NGƯỜI LẬP", "CHỦ TRÌ", "THƯ KÝ", "CÁ NHÂN TỰ",
    "XÁC NHẬN CỦA", "LÃNH ĐẠO CƠ", "THỦ TRƯỞNG", "Nơi nhận", "(Ký", "(Xác lập",
)  # fmt: skip


@needs_printing
@pytest.mark.libreoffice
def test_no_signature_stands_alone_on_a_last_page(pages: dict[str, list[list[Word]]]) -> None:
    lonely = []
    for name, printed in pages.items():
        if len(printed) == 1:
            continue
        words = sorted(
            (word for word in printed[-1] if word.top > 18), key=lambda w: (round(w.top), w.left)
        )
        if not words or " ".join(w.text for w in words[:2]).startswith(SIGNATURE):
            lonely.append(name)
    assert "\n".join(lonely) == ""


@needs_printing
@pytest.mark.libreoffice
def test_what_stands_together_leaves_no_page_more_than_a_third_empty(
    pages: dict[str, list[list[Word]]],
) -> None:
    # Of «many», headings of 2,700 letters fill a page of their own.
    empty = [
        f"{name}, page {page}: {share:.0%}"
        for name, printed in pages.items()
        if "-many-" not in name
        for page, share in left_empty(printed)
        if share > 1 / 3
    ]
    assert "\n".join(empty) == ""


@needs_printing
@pytest.mark.libreoffice
def test_dotted_lines_reach_the_right_margin(pages: dict[str, list[list[Word]]]) -> None:
    seen = 0
    for name, printed in pages.items():
        for word in (word for page in printed for word in page):
            if re.search(r"\.{25,}$", word.text) and word.right < 230:
                seen += 1
                half = "Nửa" if word.right < 120 else ""
                assert word.right == pytest.approx(195, abs=1.5) or half, name
    assert seen > 300


@needs_printing
@pytest.mark.libreoffice
def test_nothing_is_printed_outside_the_paper_or_the_margins(
    pages: dict[str, list[list[Word]]],
) -> None:
    for name, printed in pages.items():
        wide = max((word.right for page in printed for word in page), default=0) > 215
        left, right, bottom = (19.5, 278, 200) if wide else (29.5, 196, 278)
        for word in (word for page in printed for word in page):
            assert left <= word.left, (name, word)
            assert word.right <= right, (name, word)
            assert word.bottom <= bottom, (name, word)


def test_printing_is_not_skipped_where_everything_is_required() -> None:
    if os.environ.get("KIEMDIEM_REQUIRE_ALL") == "1":
        assert shutil.which("soffice")
        assert shutil.which("pdftotext")
