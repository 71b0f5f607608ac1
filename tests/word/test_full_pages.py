"""Pages are filled: what must stand together leaves no page more than a third empty."""

from pathlib import Path

import pytest

from generator.building.render import render_path
from tests.word.pages import Word, converted, left_empty, lines_of, needs_printing, said, words_of

pytestmark = [needs_printing, pytest.mark.libreoffice]
DATA = Path(__file__).resolve().parents[2] / "data"
CAMPAIGNS = ("vi-du-2026", "huyen-thanh-giang-2024", "ha-tinh-2024", "can-tho-2022")
SIGNING = (
    "T/M", "K/T", "T/L", "NGƯỜI TỰ", "NGƯỜI GHI", "NGƯỜI LẬP", "CHỦ TRÌ", "CÁ NHÂN TỰ", "XÁC NHẬN CỦA",
    "LÃNH ĐẠO CƠ", "THỦ TRƯỞNG", "Nơi nhận", "(Ký", "(Xác lập",
)  # fmt: skip
HEADER = 17


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Word]]]:
    folder = tmp_path_factory.mktemp("trang")
    files = {}
    for campaign in CAMPAIGNS:
        written, _ = render_path(DATA / campaign, folder / "ra" / campaign, None)
        for path in written:
            numbered = folder / f"{len(files):03}.docx"
            numbered.write_bytes(path.read_bytes())
            files[f"{campaign}: {path.stem}"] = numbered
    converted(list(files.values()), folder)
    return {name: words_of(file.with_suffix(".pdf")) for name, file in files.items()}


def test_no_page_is_left_more_than_a_third_empty(printed: dict[str, list[list[Word]]]) -> None:
    empty = [
        f"{name}, page {page}: {share:.0%}"
        for name, pages in printed.items()
        for page, share in left_empty(pages)
        if share > 1 / 3
    ]
    assert empty == []
    assert sum(len(pages) > 1 for pages in printed.values()) > 20


def test_a_signature_has_two_lines_of_its_paper_on_its_page(
    printed: dict[str, list[list[Word]]],
) -> None:
    alone = []
    for name, pages in printed.items():
        if len(pages) == 1:
            continue
        lines = lines_of([word for word in pages[-1] if word.top > HEADER])
        first = next((at for at, line in enumerate(lines) if said(line).startswith(SIGNING)), None)
        if first is not None and first < 2:
            alone.append(f"{name}: {said(lines[0])}")
    assert alone == []
