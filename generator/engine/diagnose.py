"""Explains a failed render: which fields cannot be printed, why, and where in the template.

Runs the outline of the template on the same data in an environment that records each failure with
its line and continues. Each line of the outline is one tag of the Word file.
"""

import difflib
import sys
from collections.abc import Callable, Mapping
from typing import Any

import jinja2
from jinja2 import ChainableUndefined, TemplateError
from markupsafe import Markup

from generator.engine.environment import (
    BUDGET,
    Environment,
    PrintError,
    checked,
    finished,
    finished_blocks,
    guarded,
    unmarked,
)
from generator.engine.lint import Outline, tag_problem
from generator.engine.tags import Tag, part_name
from generator.engine.template import Part, Template
from generator.problems import Place, Problem, problem

_FIELDS = "model_fields"
"""Where a model says which fields it has."""

_WHOLE = {"r": finished, "p": finished_blocks}

Unfit = Callable[[object, Tag], str]
"""Says why a value cannot be printed where a tag stands: a problem code, «» if it can."""


def diagnose(template: Template, context: Mapping[str, Any], error: Exception) -> list[Problem]:
    """Return the problems of a failed render.

    Args:
        template: the template.
        context: the data with which the render failed.
        error: the exception of the render; reported itself when the outline shows no failure.
    """
    problems: list[Problem] = []
    for part in template.parts:
        problems += failures(part.outline, context, _unfit(part))
    if problems:
        return list(dict.fromkeys(problems))
    code = error.code if isinstance(error, PrintError) else "KD335"
    where = part_name(str(error.value)) if code == "KD349" else ""  # type: ignore[attr-defined]
    return [problem(code, Place(file=template.file, part=where), the="", doan="", ten="", goi_y="")]


def _unfit(part: Part) -> Unfit:
    """Return what Word cannot print: runs are no text, and text is no run."""

    def unfit(value: object, tag: Tag) -> str:
        runs = hasattr(type(value), "__html__") and not isinstance(value, Markup)
        whole = _WHOLE.get(tag.scope)
        if whole and not runs and value is not None:
            return "KD338" if whole is finished else "KD356"
        try:
            (whole or (unmarked if part.proved else checked))(value)
        except PrintError as error:
            return error.code
        return ""

    return unfit


def failures(outline: Outline, context: Mapping[str, Any], unfit: Unfit) -> list[Problem]:
    """Return every field of an outline that these data lack, or that is unfit to be printed."""
    problems: list[Problem] = []

    def note(code: str, name: str = "", valid: Mapping[str, Any] | None = None) -> None:
        near = difflib.get_close_matches(name, [k for k in valid or () if k != BUDGET], n=1)
        hint = f"có phải ý đồng chí là «{near[0]}»?" if near else ""
        tag = outline.tag_at(_line())
        problems.append(tag_problem(code, tag, ten=name, goi_y=hint))

    class Missing(ChainableUndefined):
        """A missing field: records that it was used, then behaves as an empty value."""

        __slots__ = ()

        def _note(self) -> None:
            parent, asked = self._undefined_obj, self._undefined_name
            name = f"[{asked}]" if isinstance(asked, int) else asked or ""
            known = parent if isinstance(parent, dict) else getattr(type(parent), _FIELDS, context)
            note("KD330", name, known)

        def __str__(self) -> str:
            self._note()
            return ""

        def __iter__(self) -> Any:
            self._note()
            return iter(())

        def __len__(self) -> int:
            self._note()
            return 0

        def __bool__(self) -> bool:
            self._note()
            return False

    def printed(value: object) -> str:
        if isinstance(value, Missing):
            return str(value)
        if code := unfit(value, outline.tag_at(_line())):
            note(code)
        return ""

    environment = Environment(finalize=printed, undefined=Missing)
    try:
        tree = guarded(environment.parse(outline.source))
        program = jinja2.Template.from_code(
            environment, environment.compile(tree), environment.make_globals(None)
        )
        for _ in program.root_render_func(program.new_context({**context, BUDGET: [0]})):
            pass
    except (TemplateError, PrintError, TypeError, ValueError, ArithmeticError, RecursionError) as e:
        line = _line_of(e)
        code = e.code if isinstance(e, PrintError) else "KD335"
        problems.append(tag_problem(code, outline.tag_at(line), ten="", goi_y=""))
    return problems


def _line() -> int:
    """Return the outline line being rendered, read from the running template's frame."""
    frame = sys._getframe(1)  # noqa: SLF001 - the only way to the line of a running template
    while frame.f_back is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return 1


def _line_of(error: Exception) -> int:
    trace, line = error.__traceback__, 1
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        elif trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
