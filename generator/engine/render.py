"""Renders one document from a compiled template: runs Jinja on each part, then writes the zip."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from jinja2 import TemplateError

from generator.engine import archive, lists, notes, tables
from generator.engine.compile import Template
from generator.engine.environment import BUDGET, PrintError
from generator.engine.notice import NOTICE, with_notice
from generator.engine.patch import WORDML, Part
from generator.engine.relations import DOCUMENT, parse
from generator.engine.repair import repaired
from generator.engine.richtext import NOTE_OPEN
from generator.problems import Problem

MAX_PART = 64 * 2**20
_CHUNK = 512


def render(template: Template, context: Mapping[str, Any]) -> tuple[bytes | None, list[Problem]]:
    """Fill a template.

    Args:
        template: from `compile_template`.
        context: plain values only: text, whole numbers, `Runs`, lists and dicts of these. Under
            `NOTICE` it may hold lines to stand above the body, whatever the template says.

    Returns:
        The bytes of the `.docx`, the same for the same input; or None and a problem for every
        field that could not be printed, with its place in the template.
    """
    try:
        return _document(template, context), []
    except (TemplateError, PrintError, TypeError, ValueError, ArithmeticError, RecursionError) as e:
        from generator.engine.diagnose import diagnose  # noqa: PLC0415 - needed only on failure

        return None, diagnose(template, context, e)


def _document(template: Template, context: Mapping[str, Any]) -> bytes:
    values = {**WORDML.globals, **context}
    rendered = {part.name: _part(part, values, template) for part in template.parts}
    footnotes = rendered.get(notes.PART, template.footnotes)
    for name, xml in rendered.items():
        if NOTE_OPEN in xml:
            if name != DOCUMENT:
                raise PrintError("KD336")
            rendered[name], footnotes = notes.move_notes(xml, footnotes, template.note_form)
    if template.lists is not None:
        body, numbering = lists.resolved(rendered[DOCUMENT], template.lists)
        rendered |= {DOCUMENT: body, lists.PART: numbering}
    if lines := context.get(NOTICE):
        rendered[DOCUMENT] = with_notice(rendered[DOCUMENT], lines)
    if footnotes:
        rendered[notes.PART] = footnotes
    return archive.archive(
        template.unchanging, [archive.entry(name, xml.encode()) for name, xml in rendered.items()]
    )


def _part(part: Part, values: dict[str, Any], template: Template) -> str:
    program = part.program
    values[BUDGET] = [0]
    pieces = program.root_render_func(program.new_context(values, shared=True))
    xml = repaired("".join(_limited(pieces)), part.repairs)
    if tables.MARKED in xml:
        xml = tables.turned(tables.styled(xml, template.table_styles))
    if not part.proved and parse(xml.encode()) is None:
        raise PrintError("KD349", part.name)
    return xml


def _limited(pieces: Iterator[str]) -> Iterator[str]:
    """Yield the pieces joined into chunks; stop a template whose output grows too large.

    Raises:
        PrintError: the part exceeds `MAX_PART` characters.
    """
    size = 0
    while chunk := "".join(islice(pieces, _CHUNK)):
        size += len(chunk)
        if size > MAX_PART:
            raise PrintError("KD334")
        yield chunk
