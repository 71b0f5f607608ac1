"""Opens a received picture: decodes it fully to prove it is sound, but reads no text from it."""

import warnings
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from generator.opening.content import FileContent, Refusal, RefusedFileError
from generator.opening.regular import opened

MAX_PIXELS = 60_000_000
"""An A4 sheet at 600 dpi has 35 million."""


def read_picture(path: Path) -> FileContent:
    """Open a picture.

    Raises:
        RefusedFileError: the picture is damaged or has more than `MAX_PIXELS`.
    """
    with opened(path) as file:
        begins = file.read(16)
    if begins[4:8] == b"ftyp" or begins[:4] == b"GIF8" or begins[8:12] == b"WEBP":
        raise RefusedFileError(Refusal.ANH_KHAC)  # of a phone or a web page, under another name
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=("JPEG", "PNG", "TIFF", "BMP")) as picture:
                huge = picture.width * picture.height > MAX_PIXELS
                if not huge:
                    picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise RefusedFileError(Refusal.HONG) from error
    except Image.DecompressionBombError as error:
        raise RefusedFileError(Refusal.NEN_BAT_THUONG) from error
    if huge:
        raise RefusedFileError(Refusal.NEN_BAT_THUONG)
    return FileContent("anh", scanned=True)
