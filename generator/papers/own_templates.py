"""Tells which files in `mau/` of a campaign nothing uses, and which name would be used."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from pathlib import Path, PurePosixPath

from generator import shipped
from generator.files.real_path import real_path
from generator.model import Dot, SaoLuc, VanBan
from generator.opening.foreign import is_left_alone
from generator.opening.regular import is_regular
from generator.problems import Place, Problem, problem
from generator.reading.folder_names import TEMPLATES
from generator.reading.near_names import copied_name
from generator.reading.suggest import alike, plain
from generator.regulations.in_force import regime_of

_ENDING = ".docx"
_WORD = re.compile(r"\.(?:docx|dotx|docm|dotm|doc|dot|odt|ott|rtf)$", re.IGNORECASE)
_INCLUDED = re.compile(r"""include\s+["'“”‘’]([^"'“”‘’]+)["'“”‘’]""")
_MARKUP = re.compile(r"<[^>]*>")
_LIKE = 0.85

Documents = Callable[[], Iterable[VanBan | SaoLuc]]


def unused_templates(campaign: Path, dot: Dot, documents: Documents) -> list[Problem]:
    """Report the files in `mau/` that no document is made from.

    Args:
        campaign: the campaign folder.
        dot: its `dot.yaml` with the office's own kinds.
        documents: returns the letters, which may name a template (`mau`); asked only if needed.

    Returns:
        Problems at the files: KD043 (no ordinary file), KD053 (nearly the name of a template, which
        is given), KD054 (beside the file that is used, or a name that nothing asks for), KD073 (a
        link that leads out).
    """
    home = campaign / TEMPLATES
    files = sorted(_files(home))
    asked = _asked(dot)
    if not _strange(home, files, asked):
        return []
    asked |= {each.mau for each in documents() if each.mau}
    asked |= _included(home / each for each in files if _name(each))
    used = {name for each in files if (name := _name(each)) in asked}
    return [_told(home, each, asked, used) for each in _strange(home, files, asked)]


def _strange(home: Path, files: Iterable[PurePosixPath], asked: set[str]) -> list[PurePosixPath]:
    return [
        each
        for each in files
        if _name(each) not in asked or not is_regular(home / each) or _leads_out(home, each)
    ]


def _leads_out(home: Path, file: PurePosixPath) -> bool:
    """Return whether a link leads out of `mau/`: nothing there is taken for a template."""
    return not real_path(home / file).is_relative_to(real_path(home))


def _files(home: Path) -> Iterator[PurePosixPath]:
    """Yield every file below `mau/` by its path in it, and every folder that is elsewhere.

    Those of the system are left out.
    """
    for folder, folders, names in os.walk(home):
        folders[:] = [each for each in folders if not is_left_alone(each)]
        inside = PurePosixPath(Path(folder).relative_to(home).as_posix())
        yield from (inside / each for each in names if not is_left_alone(each))
        yield from (inside / each for each in folders if _leads_out(home, inside / each))


def _name(file: PurePosixPath) -> str:
    """Return the template name of a file as templates are looked up, empty for another ending."""
    path = file.as_posix()
    return path.removesuffix(_ENDING) if path.endswith(_ENDING) else ""


def _asked(dot: Dot) -> set[str]:
    """Return every template name that the program or a kind of the office asks for."""
    names = {
        path.relative_to(shipped.TEMPLATES).as_posix().removesuffix(_ENDING)
        for path in shipped.TEMPLATES.rglob(f"*{_ENDING}")
    }
    forms = {form.mau for form in regime_of(dot)[0].bieu_mau.values()}
    return {*names, *forms, *(kind.mau for kind in dot.loai_rieng if kind.mau)}


def _included(templates: Iterable[Path]) -> set[str]:
    """Return the names of the blocks that the office's own templates include."""
    found: set[str] = set()
    for path in templates:
        from generator.engine.package import read_package  # noqa: PLC0415 - few campaigns have any

        parts, _ = read_package(path, path.as_posix())
        for name, data in (parts or {}).items():
            if name.startswith("word/") and name.endswith(".xml") and b"include" in data:
                text = unescape(_MARKUP.sub("", data.decode("utf-8", "replace")))
                found |= {each.removesuffix(_ENDING) for each in _INCLUDED.findall(text)}
    return found


def _told(home: Path, file: PurePosixPath, asked: set[str], used: set[str]) -> Problem:
    place = Place(file=(home / file).as_posix())
    if _leads_out(home, file):
        return problem("KD073", place)
    if not is_regular(home / file):
        return problem("KD043", place)
    meant = _meant(file, asked)
    if meant is None:
        return problem("KD054", place, ly_do="không có gì hỏi tới tên này")
    shown = f"{TEMPLATES}/{meant}{_ENDING}"
    if meant in used:
        return problem("KD054", place, ly_do=f"mẫu đang dùng là «{shown}»")
    return problem("KD053", place, ten=shown)


def _meant(file: PurePosixPath, asked: set[str]) -> str | None:
    """Return the template name that a file probably stands for.

    Endings, the words of copies, accents, case and separators do not count; first in the same
    folder, then in any.
    """
    stem = file.name
    while _WORD.search(stem):
        stem = _WORD.sub("", stem)
        stem = copied_name(stem) or stem
    stem = copied_name(stem) or stem
    path = (file.parent / stem).as_posix()
    for typed, shorten in ((path, str), (stem, _last)):
        for name in sorted(asked):
            if plain(shorten(name)) == plain(typed):
                return name
    near = max(asked, key=lambda name: alike(name, path), default=None)
    return near if near and alike(near, path) >= _LIKE else None


def _last(name: str) -> str:
    return name.rpartition("/")[2]
