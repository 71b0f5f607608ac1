"""The Word engine: checks and compiles a template once, then renders it once per document.

It contains no Party rules: it takes templates and plain values and returns the bytes of a `.docx`.
"""

from generator.engine.compile import Template, compile_template
from generator.engine.notice import NOTICE
from generator.engine.render import render
from generator.engine.richtext import Runs, paragraphs

__all__ = ["NOTICE", "Runs", "Template", "compile_template", "paragraphs", "render"]
