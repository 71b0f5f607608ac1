"""Finds templates and compiles each once for each look.

An office's own file takes precedence over the shipped one of the same name: first `mau/` in the
campaign folder, then the folder of `--templates`, then the shipped templates.
"""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from generator import shipped
from generator.engine.look import Look
from generator.files.real_path import real_path
from generator.papers.looks import dressing
from generator.problems import Place, problem
from generator.reading.folder_names import TEMPLATES

if TYPE_CHECKING:
    from generator.papers.kept_templates import Made


@dataclass(frozen=True, slots=True)
class Templates:
    """A search path of template folders with the templates compiled from it."""

    folders: tuple[Path, ...]
    compiled: dict[tuple[str, Look | None], "Made"] = field(default_factory=dict)

    def find(self, name: str) -> Path | None:
        """Return the file of a template or block (`khoi/noi-nhan-ky.docx`), or None.

        Names that lead out of the template folders are rejected.
        """
        relative = PurePosixPath(name)
        if relative.is_absolute() or ".." in relative.parts or ":" in name or "\\" in name:
            return None
        for folder in self.folders:
            path = folder / relative
            if path.is_file() and real_path(path).is_relative_to(real_path(folder)):
                return path
        return None

    def name_of(self, path: Path) -> str:
        """Return the template name of a file: its path in a template folder, without `.docx`.

        For a file elsewhere: `folder/name` if there is a template of this name, else `name`.
        """
        for folder in self.folders:
            if real_path(path).is_relative_to(real_path(folder)):
                return real_path(path).relative_to(real_path(folder)).with_suffix("").as_posix()
        within = f"{path.parent.name}/{path.stem}"
        return within if self.find(f"{within}.docx") else path.stem

    def names(self) -> Iterator[tuple[str, Path]]:
        """Yield the name and file of every template in use, including blocks."""
        for folder in self.folders:
            for path in sorted(folder.rglob("*.docx")):
                name = path.relative_to(folder).as_posix()
                if self.find(name) == path and not path.name.startswith("~$"):
                    yield name.removesuffix(".docx"), path

    def template(
        self, name: str, shape: Mapping[str, Any] | None = None, look: Look | None = None
    ) -> "Made":
        """Return a compiled template, or the problems that prevent its use.

        Args:
            name: its name, without `.docx`.
            shape: the shape of the values.
            look: how a shipped template must look; None leaves it as it is.
        """
        key = name, look
        if key not in self.compiled:
            self.compiled[key] = self._compile(name, shape, look)
        return self.compiled[key]

    def fields(self, name: str, shape: Mapping[str, Any]) -> frozenset[str]:
        """Return the data paths a template prints in any look; empty if it cannot be used."""
        known = (made for (each, _), (made, _) in self.compiled.items() if each == name)
        template = next(known, None) or self.template(name, shape)[0]
        return template.fields if template else frozenset()

    def _compile(self, name: str, shape: Mapping[str, Any] | None, look: Look | None) -> "Made":
        path = self.find(f"{name}.docx")
        if path is None:
            near = difflib.get_close_matches(name, [known for known, _ in self.names()], n=1)
            hint = f"có phải ý đồng chí là «{near[0]}»?" if near else ""
            return None, [problem("KD510", Place(path=("mau",)), ten=name, goi_y=hint)]
        return self.compiled_file(path, shape, look)

    def compiled_file(
        self, path: Path, shape: Mapping[str, Any] | None = None, look: Look | None = None
    ) -> "Made":
        """Return a template file compiled, with its blocks from the search path, as `template`."""
        from generator.papers import kept_templates  # noqa: PLC0415 - as in `paper`

        def find(name: str) -> Path | None:
            return self.find(name) if name else path  # the file itself has no name here

        use = kept_templates.use_of(path, shape, look, self.folders)
        if known := kept_templates.taken(use, find):
            return known
        from generator.engine.compile import compile_template  # noqa: PLC0415 - as in `paper`

        asked = {"": kept_templates.found(find, "")}

        def noted(name: str) -> Path | None:
            asked[name] = kept_templates.found(find, name)
            return asked[name][0]

        made = compile_template(path, noted, shape, look_of=dressing(look))
        kept_templates.keep(use, asked, find, made)
        return made


def search_path(campaign: Path | None = None, given: Path | None = None) -> Templates:
    """Return the search path: the campaign's own templates, the given folder, the shipped ones."""
    own = [campaign / TEMPLATES] if campaign and (campaign / TEMPLATES).is_dir() else []
    return Templates((*own, *([given] if given else []), shipped.TEMPLATES))
