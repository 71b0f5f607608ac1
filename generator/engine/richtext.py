"""Converts text with marks to paragraphs of Word runs.

One line of text is one paragraph; numbers and dashes stay as typed. The marks are `**bold**`,
`*italic*`, `[^1]` with a line `[^1]: …` for a footnote, `# ` and `## ` for headings, and a line of
hyphens for the short dash line. A CommonMark parser reads the marks inside a line.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any, TypedDict

from markupsafe import Markup

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

MARK = "\x02"
"""Begins what the renderer puts something else in the place of. XML does not allow this character,
so no text from the data brings it; one byte is also found in no time."""

NOTE_OPEN, NOTE_CLOSE = f"{MARK}<note>", f"{MARK}</note>"
"""Enclose a footnote inside the runs until the renderer moves it to the footnotes part and leaves a
number."""

NO_BREAK_HYPHEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
"""U+2011 inside a run: Word's own element, because not every font has the letter."""

_MARKS = re.compile(r"[*\\]|\[\^")
_NOTE_LINE = re.compile(r"\[\^([^\]\s]+)\]:\s*(.*)")
_NOTE_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_HEADING = re.compile(r"(#{1,2})\s+(.*)")
_RULE = re.compile(r"-{3,}")
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML does not allow."""
_STARS = re.compile(r"\*+")
_EDGE = re.compile(r"\w\*\*|\*\*\w")
_PLAIN_UNDERSCORE = re.compile(r"(?<!\\)_")


@dataclass(frozen=True, slots=True, repr=False)
class Ready:
    """WordprocessingML, ready to stand in a document; what a filter makes of it is plain text."""

    xml: Markup
    illegal: bool = False
    """Whether it has characters that XML does not allow."""
    _data: bytes = field(default=b"", init=False, compare=False)

    @property
    def data(self) -> bytes:
        """The same in UTF-8, encoded once: a document's digest and its print both need it.

        Raises:
            UnicodeEncodeError: it has half a letter, which is illegal.
        """
        if not self._data:
            object.__setattr__(self, "_data", self.xml.encode())
        return self._data

    def __html__(self) -> Markup:
        return self.xml

    def __str__(self) -> str:
        return str.__str__(self.xml)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.xml})"  # unquoted: quoting a long text costs much


class Runs(Ready):
    """Runs, to be inserted in a paragraph (`{{r doan.chu }}` in a template)."""

    __slots__ = ()


class Doan(TypedDict):
    """A paragraph: `kieu` is doan, de_muc, tieu_muc or vach; `cuoi` marks the last one."""

    kieu: str
    chu: Runs
    cuoi: bool


def paragraphs(text: str) -> list[Doan]:
    """Convert a text of the data to paragraphs.

    Args:
        text: lines; empty lines are skipped. A footnote mark without its line stays as typed
            (`generator.reading` reports it earlier).

    Returns:
        The paragraphs in order, the last one marked.
    """
    rows = [line.strip() for line in text.split("\n")]
    notes = dict(filter(None, map(note, rows)))
    read = [paragraph(row, notes) for row in rows if row and note(row) is None]
    if read:
        read[-1]["cuoi"] = True
    return read


def note(line: str) -> tuple[str, str] | None:
    """Return label and text of a line «[^1]: …»; None for any other."""
    found = _NOTE_LINE.fullmatch(line)
    return (found[1], found[2]) if found else None


def paragraph(line: str, notes: Mapping[str, str]) -> Doan:
    """Convert one line; nothing tells yet whether it is the last."""
    kind = "doan"
    if _RULE.fullmatch(line):
        kind = "vach"
    elif heading := _HEADING.fullmatch(line):
        kind = "de_muc" if len(heading[1]) == 1 else "tieu_muc"
        line = heading[2]
    return {"kieu": kind, "chu": runs(line, notes), "cuoi": False}


def runs(line: str, notes: Mapping[str, str] | None = None) -> Runs:
    """Convert one line to runs; `notes` maps the label of each footnote to its text."""
    texts = (line, *notes.values()) if notes else (line,)
    illegal = any(not text.isprintable() and bool(ILLEGAL.search(text)) for text in texts)
    if not _MARKS.search(line):
        made = _run(line, bold=False, italic=False)
    else:
        made = _marked(line, notes or {})
    return Runs(Markup(made), illegal)  # noqa: S704 - escaped in `_run`


_FIRST_RUN = re.compile(r'<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t xml:space="preserve">')


def with_lead(runs: Runs, words: re.Pattern[str], style: str) -> Runs:
    """Draw the words at the beginning of a paragraph in a character style.

    Args:
        runs: the paragraph.
        words: matches the words; they stand in the first run, else nothing changes.
        style: the identifier of the style; what the author marked stays beside it.
    """
    head = _FIRST_RUN.match(runs.xml)
    found = words.match(runs.xml, head.end()) if head else None
    if head is None or found is None:
        return runs
    marks = f'<w:rStyle w:val="{style}"/>{head[1] or ""}'
    lead = f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{found[0]}'
    rest = runs.xml[found.end() :]
    empty = "</w:t></w:r>"
    more = rest.removeprefix(empty) if rest.startswith(empty) else f"{head[0]}{rest}"
    return Runs(Markup(f"{lead}{empty}{more}"), runs.illegal)  # noqa: S704 - taken from runs


def _marked(line: str, notes: Mapping[str, str]) -> str:
    out: list[str] = []
    bold = italic = 0
    # In these documents underscores draw lines to write on; only asterisks are marks.
    for token in _parser().parseInline(_PLAIN_UNDERSCORE.sub(r"\\_", line))[0].children or ():
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "note" if token.content in notes:
                inner = notes[token.content]
                out.append(NOTE_OPEN + _marked(inner, {}) + NOTE_CLOSE)
            case "note":
                out.append(_run(f"[^{token.content}]", bold=bool(bold), italic=bool(italic)))
            case _ if token.content:
                out.append(_run(token.content, bold=bool(bold), italic=bool(italic)))
    return "".join(out)


def stays(line: str) -> bool:
    """Return whether a line has a `**` at the edge of a word that prints as typed."""
    tokens = _parser().parseInline(_PLAIN_UNDERSCORE.sub(r"\_", line))[0].children or ()
    return any(_EDGE.search(token.content) for token in tokens)


def _run(text: str, *, bold: bool, italic: bool) -> str:
    marks = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    inner = escape(text, quote=False).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r>{properties}<w:t xml:space="preserve">{inner}</w:t></w:r>'


def _note_rule(state: "StateInline", silent: bool) -> bool:
    found = _NOTE_MARK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token: Any = state.push("note", "", 0)
        token.content = found[1]
    state.pos = found.end()
    return True


_OPENING, _CLOSING = frozenset("([{«“‘<"), frozenset(")]}»”’>.,;:!?…")
"""Signs that a mark does not close behind, and that it does not open before."""


def _emphasis_rule(state: "StateInline", silent: bool) -> bool:
    """Read asterisks as marks where CommonMark does and they stand at the edge of words.

    Stricter than CommonMark's flanking rules, because offices write «(*)», «2*3*4», «*: tốt»: a
    mark opens behind no letter or digit and before none of `_CLOSING`, and closes the other way
    round.
    """
    if silent or state.src[state.pos] != "*":
        return False
    from markdown_it.rules_inline.state_inline import Delimiter  # noqa: PLC0415 - as `_parser`

    run = _STARS.match(state.src, state.pos)
    length = len(run[0]) if run else 0
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[state.pos + length : state.pos + length + 1] or " "
    can_open = not (before.isalnum() or after.isspace() or after in _CLOSING)
    can_close = not (after.isalnum() or before.isspace() or before in _OPENING)
    for _ in range(length):
        state.push("text", "", 0).content = "*"
        at = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord("*"), length, at, -1, can_open, can_close))
    state.pos += length
    return True


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - most documents have no marks

    parser = MarkdownIt("zero").enable(["escape", "emphasis", "balance_pairs", "fragments_join"])
    parser.inline.ruler.before("escape", "note", _note_rule)
    parser.inline.ruler.enable("note")
    parser.inline.ruler.at("emphasis", _emphasis_rule)
    return parser
