"""A compiled template: what its parts became, ready to be filled; it can be pickled."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.engine import archive, lint, lists, notes
from generator.engine.program import Program
from generator.engine.repair import Repairs


@dataclass(frozen=True, slots=True)
class Part:
    """A part with tags: its Jinja program, the repairs it may need, and its tags with places.

    `proved` says that what it gives is well-formed for any data; else each render is parsed.
    """

    name: str
    program: Program
    repairs: Repairs
    outline: lint.Outline
    proved: bool


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template; `fields` are the data paths it uses, `digest` identifies its content."""

    file: str
    unchanging: archive.Prefix
    parts: tuple[Part, ...]
    footnotes: bytes
    note_form: notes.NoteForm
    table_styles: Mapping[str, str]
    lists: lists.Lists | None
    fields: frozenset[str]
    digest: bytes
