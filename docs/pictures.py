"""Makes the pictures of the page of letters from the real documents; needs LibreOffice."""

import glob
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
from letters_page import (
    ON_REQUEST,
    PACKS,
    REVIEWED,
    STRUCTURES,
    UNIT,
    Structure,
    families,
    structure_campaign,
)
from PIL import Image, ImageChops

from generator.building.executors import executor
from generator.building.folders import requests
from generator.building.run import run
from generator.pdf.run import make_pdfs
from generator.problems import has_errors
from generator.shipped import DATA

PICTURES = Path(__file__).resolve().parent / "hinh"
THUMBNAIL = 240
"""Width of the picture of a page, in pixels."""
SCALE = 1.25
"""Pixels a point of the pictures that show a part of a page."""
GREYS = 16
MARGIN = 12
"""Blank left round a part of a page, in pixels."""
BELOW_HEAD = "-----"


def printed(page: pypdfium2.PdfPage, scale: float) -> Image.Image:
    """Return a page as a grey picture."""
    image: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return image.convert("L")


def top_of(page: pypdfium2.PdfPage, text: str, scale: float) -> tuple[int, int] | None:
    """Return where the first line with a text begins and ends, in pixels from the top."""
    words = page.get_textpage()
    found = words.search(text).get_next()
    if found is None:
        return None
    boxes = [words.get_charbox(found[0] + n) for n in range(found[1])]
    top, bottom = max(box[3] for box in boxes), min(box[1] for box in boxes)
    height = page.get_height()
    return round((height - top) * scale), round((height - bottom) * scale)


def part(page: pypdfium2.PdfPage, each: Structure) -> Image.Image:
    """Return the part of a page that shows a mark: the text, or with the signatures."""
    image = printed(page, SCALE)
    head = top_of(page, BELOW_HEAD if each.page == 1 else "Phụ lục", SCALE)
    head = head or top_of(page, "Kính gửi", SCALE)
    end = None if each.signed or each.page > 1 else top_of(page, "Nơi nhận", SCALE)
    first = (head[1] if each.page == 1 else head[0] - MARGIN) if head else 0
    image = image.crop((0, first, image.width, end[0] - MARGIN if end else image.height))
    blank = Image.new("L", image.size, 255)
    left, top, right, bottom = ImageChops.difference(image, blank).getbbox() or (0, 0, *image.size)
    return image.crop((
        max(0, left - MARGIN), max(0, top - MARGIN),
        min(image.width, right + MARGIN), min(image.height, bottom + MARGIN),
    ))  # fmt: skip


def framed(image: Image.Image) -> Image.Image:
    """Return a picture in few greys, with a thin frame that shows the edge of the paper."""
    whole = Image.new("L", (image.width + 2, image.height + 2), 160)
    whole.paste(image, (1, 1))
    return whole.quantize(GREYS)


def thumbnail(pdf: Path) -> Image.Image:
    """Return the first page of a PDF as a small picture."""
    page = pypdfium2.PdfDocument(pdf)[0]
    image = printed(page, 3 * THUMBNAIL / page.get_width())
    height = round(image.height * THUMBNAIL / image.width)
    return image.resize((THUMBNAIL, height), Image.Resampling.LANCZOS)


def drawn(pdfs: Path, structures: str) -> Iterator[tuple[str, Image.Image]]:
    """Yield the name and picture of every letter and mark."""
    for each in {shown.picture: shown for group in families().values() for shown in group}.values():
        yield each.picture, thumbnail(pdf_of(pdfs, each.campaign, each.file))
    for paper in ON_REQUEST:
        name = f"{glob.escape(paper.title)} - *"
        yield paper.picture, thumbnail(pdf_of(pdfs, REVIEWED, name))
    for mark in STRUCTURES:
        pdf = pypdfium2.PdfDocument(pdf_of(pdfs, structures, mark.ma))
        yield mark.picture, part(pdf[mark.page - 1], mark)


def pdf_of(pdfs: Path, campaign: str, name: str) -> Path:
    """Return the PDF of a letter, or the first of papers whose names have a pattern."""
    return min((pdfs / campaign / "pdf").glob(f"*/{name}.pdf"))


def main() -> int:
    """Make all pictures anew; pictures that the page no longer has are removed."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, structures = Path(scratch), "cau-truc"
        structure_campaign(folder / structures)
        asked = [
            each
            for campaign in (*(DATA / name for name in PACKS), folder / structures)
            for each in requests(campaign, folder / "out")
        ]
        asked += [
            replace(each, units=(UNIT,)) for each in requests(DATA / REVIEWED, folder / "out")
        ]
        run(asked, executor(2))
        made = make_pdfs(asked)
        for told in made.problems:
            sys.stderr.write(f"{told.code}: {told.message}\n")
        if has_errors(made.problems) or made.crashes:
            return 1
        PICTURES.mkdir(exist_ok=True)
        kept = set()
        for name, image in drawn(folder / "out", structures):
            framed(image).save(PICTURES / name, optimize=True)
            kept.add(name)
    for path in PICTURES.glob("*.png"):
        if path.name not in kept:
            path.unlink()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
