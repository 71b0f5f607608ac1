"""Checks the tags of a template, each alone and all together, and reports all problems at once.

The tags, one per line, form a small Jinja template, the outline: it has the loops and conditions
of the Word file but none of its XML, so that each line leads to a tag and its place. Text that
rendering would silently drop (beside a paragraph tag) is reported here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes

from generator.engine.environment import Environment
from generator.engine.tags import Paragraph, Tag, tags
from generator.engine.vocabulary import nearest_word, refusals
from generator.problems import Problem, problem

_ANY_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_MERGED = re.compile(r"(colspan|cellbg)\s+(.+)")
# Replacements for an invalid opening tag, so that its closing tag still matches.
_STAND_IN = {
    "for": "{% for x in [] %}",
    "if": "{% if true %}",
    "macro": "{% macro x() %}",
    "with": "{% with %}",
}
_OPENING = _STAND_IN.keys()
_MIDDLE = {"else": ("for", "if"), "elif": ("if",)}
_WORDS = _OPENING | {"set"}
_SCOPE_NAMES = {"p": "đoạn", "tr": "hàng", "tc": "ô"}


@dataclass(slots=True)
class Outline:
    """The tags of a template as a Jinja template, with the problems found.

    `lines[i]` is the Jinja text of `tags[i]`, empty when the tag is invalid.
    """

    tags: list[Tag] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    tree: nodes.Template | None = None
    """What `source` says, where it has no syntax problems."""

    @property
    def source(self) -> str:
        """The outline as Jinja text: tag i is on line i + 1."""
        return "\n".join(self.lines)

    def tag_at(self, line: int) -> Tag:
        """Return the tag on a line of `source`, counted from 1."""
        return self.tags[min(max(line, 1), len(self.tags)) - 1]

    def add(self, tag: Tag, line: str) -> None:
        """Append a tag and its Jinja text."""
        self.tags.append(tag)
        self.lines.append(line)

    def report(self, code: str, tag: Tag, **values: object) -> None:
        """Record a problem of a tag."""
        self.problems.append(tag_problem(code, tag, **values))


def tag_problem(code: str, tag: Tag, **values: object) -> Problem:
    """Make a problem placed at a tag; `{the}` and `{doan}` are the tag and its paragraph."""
    text = " ".join(tag.paragraph.text.split())
    quoted = text if len(text) <= 80 else text[:79] + "…"
    return problem(code, tag.paragraph.place, the=tag.shown, doan=quoted, **values)


def outline(paragraphs: Sequence[Paragraph], environment: Environment) -> Outline:
    """Read and check the tags of one part, in order.

    Args:
        paragraphs: the part's paragraphs, shared blocks already inserted.
        environment: the Jinja environment that parses the tags.

    Returns:
        The outline; its problems cover half tags, text lost beside a tag, syntax errors, unmatched
        blocks, and words a template may not use.
    """
    found = Outline()
    stack: list[Tag] = []
    for paragraph in paragraphs:
        before = len(found.tags)
        for tag in tags(paragraph):
            _add(found, tag, stack, environment)
        _check_beside(found, paragraph, found.tags[before:])
    for tag in stack:
        found.report("KD306", tag)
    for tag in reversed(stack):
        found.add(tag, f"{{% end{_word(tag)} %}}")
    _check_refused(found, environment)
    return found


def _word(tag: Tag) -> str:
    return tag.body.split(None, 1)[0] if tag.body else ""


def _add(found: Outline, tag: Tag, stack: list[Tag], environment: Environment) -> None:
    if not tag.whole:
        found.add(tag, "")
        found.report("KD301" if tag.kind.startswith("{") else "KD302", tag)
        return
    line = _line(found, tag)
    if line and not _balanced(found, tag, stack):
        line = ""
    if line and not _parses(found, tag, line, environment):
        line = _STAND_IN.get(_word(tag), "") if tag.kind == "{%" else ""
    found.add(tag, line)


def _line(found: Outline, tag: Tag) -> str:
    """Return the Jinja text of a tag; report an unsupported tag and return empty text."""
    if tag.kind == "{{":
        if tag.scope in {"tr", "tc"}:
            found.report("KD309", tag)
            return ""
        return f"{{{{ {tag.body} }}}}"
    if tag.body in {"vm", "hm"}:
        return "{% if loop.first %}{% endif %}"
    if merged := _MERGED.fullmatch(tag.body):
        return f"{{{{ {merged[2]} }}}}"
    return f"{{% {tag.body} %}}"


def _balanced(found: Outline, tag: Tag, stack: list[Tag]) -> bool:
    if tag.kind == "{{" or tag.body in {"vm", "hm"} or _MERGED.fullmatch(tag.body):
        return True
    word = _word(tag)
    if word in _OPENING:
        stack.append(tag)
    elif word in _MIDDLE:
        if not stack or _open_word(stack) not in _MIDDLE[word]:
            found.report("KD307", tag)
            return False
    elif word.startswith("end"):
        if not stack or _open_word(stack) != word.removeprefix("end"):
            found.report("KD307", tag)
            return False
        stack.pop()
    elif word not in _WORDS:
        found.report("KD308", tag, chu=word, goi_y=nearest_word(word))
        return False
    return True


def _open_word(stack: list[Tag]) -> str:
    return _word(stack[-1])


def _parses(found: Outline, tag: Tag, line: str, environment: Environment) -> bool:
    word = _word(tag) if tag.kind == "{%" else ""
    if word in _MIDDLE:
        whole = f"{{% if true %}}{line}{{% endif %}}"
    elif word in _OPENING:
        whole = f"{line}{{% end{word} %}}"
    elif word.startswith("end"):
        whole = "" if tag.body == word else "{% if %}"
    else:
        whole = line
    if _is_jinja(environment, whole):
        return True
    found.report("KD305", tag)
    return False


@lru_cache(maxsize=4096)
def _is_jinja(environment: Environment, text: str) -> bool:
    """Return whether a text is valid Jinja; cached, as shared blocks repeat tags in templates."""
    try:
        environment.parse(text)
    except TemplateSyntaxError:
        return False
    return True


def _check_beside(found: Outline, paragraph: Paragraph, present: Sequence[Tag]) -> None:
    """Report text beside a tag that replaces its whole paragraph, row or cell: it would be lost."""
    around = {"p": paragraph.text, "tr": paragraph.row, "tc": paragraph.cell}
    for tag in present:
        if tag.scope not in around:
            continue
        text = around[tag.scope]
        if text is None:
            found.report("KD304", tag, khung=_SCOPE_NAMES[tag.scope])
            continue
        text = _COMMENT.sub("", text)
        lost = _ANY_TAG.sub("", text, count=1) if text.lstrip().startswith("{") else text
        if lost.strip():
            beside = " ".join(lost.split())[:60]
            found.report("KD303", tag, khung=_SCOPE_NAMES[tag.scope], mat=beside)


def _check_refused(found: Outline, environment: Environment) -> None:
    try:
        tree = environment.parse(found.source)
    except TemplateSyntaxError as error:
        found.report("KD305", found.tag_at(error.lineno))
        return
    refused = list(refusals(tree, environment.filters))
    found.tree = None if refused else tree
    for line, words in refused:
        found.report("KD308", found.tag_at(line), chu=words, goi_y=nearest_word(words))
        found.lines[line - 1] = "" if "{{" in found.lines[line - 1] else found.lines[line - 1]


def tree_of(found: Outline, environment: Environment) -> nodes.Template:
    """Return the tree of an outline that has no syntax problems."""
    return found.tree or environment.parse(found.source)
