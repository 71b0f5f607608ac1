"""Renders one document from a compiled template: runs each part's program, then writes the zip."""

from collections.abc import Mapping
from typing import Any

from jinja2 import TemplateError

from generator.engine import archive, lists, notes, tables
from generator.engine.environment import PrintError
from generator.engine.notice import NOTICE, with_notice
from generator.engine.program import WORDML, context_of, text_of
from generator.engine.relations import DOCUMENT, parse
from generator.engine.repair import repaired
from generator.engine.richtext import MARK
from generator.engine.template import Template
from generator.problems import Problem

_MARK = MARK.encode()


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
    given = context_of(WORDML, {**WORDML.globals, **context})
    rendered = {part.name: text_of(part.program, given) for part in template.parts}
    footnotes = rendered.get(notes.PART, template.footnotes)
    for name, xml in rendered.items():
        if _MARK in xml:
            rendered[name] = tables.turned(tables.styled(xml, template.table_styles))
    rendered[DOCUMENT], footnotes = notes.move_notes(
        rendered[DOCUMENT], footnotes, template.note_form
    )
    for part in template.parts:
        rendered[part.name] = repaired(rendered[part.name], part.repairs)
        if _MARK in rendered[part.name]:
            raise PrintError("KD336")
        if not part.proved and parse(rendered[part.name]) is None:
            raise PrintError("KD349", part.name)
    if template.lists is not None:
        body, numbering = lists.resolved(rendered[DOCUMENT], template.lists)
        rendered |= {DOCUMENT: body, lists.PART: numbering}
    if lines := context.get(NOTICE):
        rendered[DOCUMENT] = with_notice(rendered[DOCUMENT], lines)
    if footnotes:
        rendered[notes.PART] = footnotes
    made = [
        archive.entry(name, xml) if name == DOCUMENT else archive.entry_again(name, xml)
        for name, xml in rendered.items()
    ]
    return archive.archive(template.unchanging, made)
