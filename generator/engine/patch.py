"""Turns a part into the Jinja text that runs, and that text into a program that is proved.

docxtpl's own patching does most of it; docxtpl repeats it for every document, here it runs once.
"""

import re
from dataclasses import replace
from html import unescape

from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, nodes

from generator.engine import lint
from generator.engine.gather import shown
from generator.engine.program import (
    PLAIN,
    PLAIN_MACROS,
    WORDML,
    WORDML_MACROS,
    ProgramEnvironment,
    program_of,
)
from generator.engine.repair import repairs_for, with_marks
from generator.engine.template import Part
from generator.engine.vocabulary import refusals
from generator.engine.wellformed import first_fault, has_macros
from generator.problems import Place, Problem, problem

_EMPTY_RUN = re.compile(
    r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>|<w:rPr/>)?"
    r'<w:t(?: xml:space="preserve")?></w:t></w:r>'
)
_TOKEN = re.compile(r"\{\{(.*?)\}\}|\{%.*?%\}|<(?:\{\{.*?\}\}|[^<>])*>", re.DOTALL)
_ANY_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_BRACES = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
_OWN = {"_attribute", "_blocks", "_runs"}
_WRAPPED = re.compile(r"\((.*)\)\|_(?:runs|blocks|attribute)", re.DOTALL)
_BLOCK = re.compile(r"\{\{p\s(.*?)\}\}", re.DOTALL)
"""docxtpl drops the letter; without it, whole paragraphs could not be told from whole runs."""


def jinja_text(xml: str, *, wordml: bool) -> str:
    """Return the text of a part, its tags gathered, as Jinja text."""
    if not wordml:
        return _ANY_TAG.sub(lambda tag: unescape(tag[0]), xml)
    xml = _BLOCK.sub(r"{{p (\1)|_blocks }}", xml)
    patched = _EMPTY_RUN.sub("", DocxTemplate.patch_xml(None, xml))
    in_text = False

    def placed(found: re.Match[str]) -> str:
        nonlocal in_text
        found_text, expression = found[0], found[1]
        if expression is not None:
            whole = in_text or _WRAPPED.fullmatch(expression.strip())
            return found_text if whole else f"{{{{ ({expression})|_runs }}}}"
        if found_text.startswith(("<w:t>", "<w:t ")):
            in_text = not found_text.endswith("/>")
        elif found_text == "</w:t>":
            in_text = False
        elif found_text.startswith("<") and "{{" in found_text:
            return re.sub(r"\{\{(.*?)\}\}", r"{{ (\1)|_attribute }}", found_text)
        return found_text

    patched = shown(_TOKEN.sub(placed, patched))
    patched = _ANY_TAG.sub(lambda tag: tag[0].replace("&amp;", "&"), patched)
    for written, meant in _BRACES.items():
        patched = patched.replace(written, f"{{{{ '{meant}' }}}}")
    return with_marks(patched)


def part_of(
    name: str, source: str, outline: lint.Outline, place: Place, *, wordml: bool
) -> tuple[Part | None, list[Problem]]:
    """Check, prove and compile the patched text: it is this text, not the outline, that will run.

    Args:
        name: the part.
        source: from `jinja_text`.
        outline: the tags of the part with their places.
        place: the part as a place, for what belongs to no tag.
        wordml: whether the part holds runs.
    """
    environment = WORDML if wordml else PLAIN
    try:
        tree = environment.parse(source)
        known = {k: v for k, v in environment.filters.items() if k not in _OWN}
        for _line, words in refusals(tree, known | dict.fromkeys(_OWN)):
            if words not in _OWN:
                return None, [problem("KD308", place, the="", doan="", chu=words, goi_y="")]
        if first_fault(tree, wordml=wordml) is not None:
            return None, [_not_put_together(source, environment, outline, place, wordml=wordml)]
        macros = has_macros(tree)
        if macros:
            environment = WORDML_MACROS if wordml else PLAIN_MACROS
        program = program_of(environment, tree)
    except (TemplateSyntaxError, RecursionError):
        return None, [problem("KD317", place, the="")]
    told = replace(outline, tree=None)
    return Part(name, program, repairs_for(source), told, proved=not macros), []


def _not_put_together(
    source: str,
    environment: ProgramEnvironment,
    outline: lint.Outline,
    place: Place,
    *,
    wordml: bool,
) -> Problem:
    """Find the tag at which the proof fails: it is done again with a line to each tag."""
    lined = _ANY_TAG.sub(lambda tag: re.sub(r"^\{[{%]-?", r"\g<0>\n", tag[0]), source)
    line = first_fault(_tree(lined, environment), wordml=wordml) or 1
    before = [_meant(each[0]) for each in _ANY_TAG.finditer(lined) if _starts(lined, each) <= line]
    same = [tag for tag in outline.tags if before and tag.body == before[-1]]
    if same:
        tag = same[min(before.count(before[-1]), len(same)) - 1]
        return lint.tag_problem("KD317", tag)
    return problem("KD317", place, the="")


def _tree(source: str, environment: ProgramEnvironment) -> nodes.Template:
    return environment.parse(source)


def _starts(text: str, tag: re.Match[str]) -> int:
    return text.count("\n", 0, tag.start()) + 2


def _meant(tag: str) -> str:
    inner = tag[2:-2].strip("-").strip()
    wrapped = _WRAPPED.fullmatch(inner)
    return " ".join((wrapped[1] if wrapped else inner).split())
