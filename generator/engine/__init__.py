"""The Word engine: a template is checked and compiled once, then each document is one render.

It knows nothing of the Party: templates and plain values in, the bytes of a `.docx` out.
"""

from generator.engine.compile import Template, compile_template
from generator.engine.render import render
from generator.engine.richtext import Runs, paragraphs

__all__ = ["Runs", "Template", "compile_template", "paragraphs", "render"]
