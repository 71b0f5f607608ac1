"""Parses YAML into a tree in which every scalar is text, exactly as it was written.

YAML's type guessing is not used: the model determines the type of a value, not its spelling, so
that `001201012345`, `1.10`, `no` and `7:30` are kept as typed. The tree is built from libyaml's
events; the same walk can tell somebody of each value (`visit`).
"""

import contextlib
import re
import unicodedata
from collections.abc import Callable
from typing import Any

import yaml

from generator.problems import DataPath, Place, Problem, problem
from generator.reading import yaml_errors
from generator.reading.signs import with_our_letters
from generator.reading.text_file import line_and_column

Tree = str | None | list["Tree"] | dict[str, "Tree"]
"""The content of a file: mappings, lists and text; None is an empty value."""

Spot = tuple[int, int]
Positions = dict[DataPath, tuple[Spot, Spot]]
"""Line and column (from 1) of the key and of the value at each path; equal for list items."""

Note = Callable[[DataPath, Any, Any], None]
"""Takes the path, the event of the key and the event of the value."""

MAX_DEPTH = 50

# What is allowed would take ten times as long to compile.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""Illegal in XML 1.0, rejected by YAML, or a line break in YAML that no editor displays as one."""

MOST_MARKS = 8
_UNUSUAL = re.compile("[^\x00-\x7f\u00a0-\u024f\u1e00-\u1eff\u2010-\u2027]")
"""Whatever is none of the composed letters and signs that Vietnamese is typed with."""
_SIGNS = re.compile(r"[^\w\x00-\x7f]{9,}")
_UNSEEN_BREAKS = ("\x85", "\u2028", "\u2029")


Parser: Callable[[str], Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Only its events are used; the pure Python one if PyYAML was built without libyaml."""


class _Refusal(Exception):  # noqa: N818 - control flow inside this module, never seen outside
    def __init__(self, code: str, mark: Any, **values: Any) -> None:
        self.code = code
        self.spot = _spot(mark)
        self.values: dict[str, Any] = values


def parse(text: str) -> dict[str, Tree] | Problem:
    """Parse the YAML of one data file.

    Args:
        text: the whole file, without a byte order mark.

    Returns:
        The mapping of the file, keys in order, text normalised to NFC, Ð read as Đ; or the first
        problem that stops the parser (KD009-KD029, KD041), with line and column.
    """
    try:
        if any(mark in text for mark in _UNSEEN_BREAKS):
            return _unprintable(text)
        if (piled := _piled(text)) is not None:
            line, column = line_and_column(text, piled)
            return problem("KD027", Place(line=line, column=column), ma=_code(text[piled]))
        return _document(_Events(with_our_letters(text)))
    except _Refusal as refusal:
        line, column = refusal.spot
        values = _first_of_two(text) if refusal.code == "KD020" else refusal.values
        return problem(refusal.code, Place(line=line, column=column), **values)
    except (yaml.reader.ReaderError, UnicodeEncodeError):
        return _unprintable(text)
    except yaml.MarkedYAMLError as error:
        return yaml_errors.translated(error, text)


def as_read(text: str) -> str:
    """Return a text as it is read back from a file that holds it."""
    return _composed(with_our_letters(text))


def positions(text: str) -> Positions:
    """Return the position of each key and value of the file, up to the first YAML error."""
    found: Positions = {}

    def note(path: DataPath, key: Any, value: Any) -> None:
        found[path] = (_spot(key.start_mark), _spot(value.start_mark))

    visit(text, note)
    return found


def visit(text: str, note: Note) -> None:
    """Call `note` with the path and the events of each key and value, up to the first YAML error.

    For an item of a list both events are that of its value.
    """
    with contextlib.suppress(_Refusal, yaml.YAMLError, UnicodeEncodeError):
        _document(_Events(text, note))


def _first_of_two(text: str) -> dict[str, Any]:
    """Parse again with positions to find the line where a duplicate key first occurs."""
    lines: dict[DataPath, int] = {}

    def note(path: DataPath, key: Any, _value: Any) -> None:
        lines[path] = key.start_mark.line + 1

    try:
        _document(_Events(text, note))
    except _Refusal as refusal:
        path: DataPath = refusal.values["path"]
        return {"khoa": path[-1], "dong": lines[path]}
    raise AssertionError("the same text is refused each time")


def _unprintable(text: str) -> Problem:
    found = ILLEGAL.search(text)
    line, column = line_and_column(text, found.start()) if found else (1, 1)
    code = _code(found[0]) if found else ""
    return problem("KD027", Place(line=line, column=column), ma=code)


def _piled(text: str) -> int | None:
    """Return where more marks are piled on one letter than any language has, or None.

    Composing them takes time that grows with the square of their number.
    """
    if not _UNUSUAL.search(text):
        return None
    for run in _SIGNS.finditer(text):
        piled = 0
        for at, sign in enumerate(run[0], run.start()):
            piled = piled + 1 if unicodedata.combining(sign) else 0
            if piled > MOST_MARKS:
                return at
    return None


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"


class _Events:
    """The events of a text, the text itself, and who is told of each value."""

    __slots__ = ("get", "note", "text")

    def __init__(self, text: str, note: Note | None = None) -> None:
        self.get = Parser(text).get_event
        self.text = text
        self.note = note


def _document(events: _Events) -> dict[str, Tree]:
    get = events.get
    get()
    start = get()
    if isinstance(start, yaml.StreamEndEvent):
        raise _Refusal("KD009", start.start_mark)
    root = get()
    if not isinstance(root, yaml.MappingStartEvent):
        empty = isinstance(root, yaml.ScalarEvent) and _text(root) is None
        get()  # may raise the parser's own, more precise error: a missing colon
        raise _Refusal("KD009" if empty else "KD025", root.start_mark)
    tree = _mapping(events, root, 1, ())
    get()
    after = get()
    if not isinstance(after, yaml.StreamEndEvent):
        raise _Refusal("KD024", after.start_mark)
    return tree


def _value(events: _Events, event: Any, depth: int, path: DataPath) -> Tree:
    kind = type(event)
    if kind is yaml.ScalarEvent:
        return _text(event)
    if kind is yaml.MappingStartEvent:
        return _mapping(events, event, depth + 1, path)
    if kind is yaml.SequenceStartEvent:
        return _sequence(events, event, depth + 1, path)
    raise _Refusal("KD021", event.start_mark)


def _mapping(events: _Events, start: Any, depth: int, path: DataPath) -> dict[str, Tree]:
    _refuse(start, depth)
    get, note = events.get, events.note
    tree: dict[str, Tree] = {}
    here = path
    while type(event := get()) is not yaml.MappingEndEvent:
        key = _key(event)
        if key in tree:
            raise _Refusal("KD020", event.start_mark, path=(*path, key))
        value = get()
        if start.flow_style:
            _refuse_piece(events.text, tree, event, value)
        if note is not None:
            here = (*path, key)
            note(here, event, value)
        tree[key] = _value(events, value, depth, here)
    return tree


def _refuse_piece(text: str, before: dict[str, Tree], key: Any, value: Any) -> None:
    """Refuse what stands between two commas in braces without a colon: it would be lost."""
    if ":" in text[key.end_mark.index : value.start_mark.index]:
        return
    name, last = next(reversed(before.items()), ("", None))
    told = f'{name}: "{last},{key.value}"' if isinstance(last, str) else f'"{key.value}"'
    raise _Refusal("KD041", key.start_mark, manh=key.value, viet=yaml_errors.shortened(told))


def _sequence(events: _Events, start: Any, depth: int, path: DataPath) -> list[Tree]:
    _refuse(start, depth)
    get, note = events.get, events.note
    items: list[Tree] = []
    here = path
    while type(event := get()) is not yaml.SequenceEndEvent:
        if note is not None:
            here = (*path, len(items))
            note(here, event, event)
        items.append(_value(events, event, depth, here))
    return items


def _key(event: Any) -> str:
    if type(event) is not yaml.ScalarEvent:
        raise _Refusal("KD021" if type(event) is yaml.AliasEvent else "KD026", event.start_mark)
    if not event.value:
        raise _Refusal("KD026", event.start_mark)
    return _text(event) or ""


def _text(event: Any) -> str | None:
    if event.anchor is not None or event.tag is not None:
        _refuse_marks(event)
    text: str = event.value
    if not text and not event.style:
        return None
    if event.style == '"':
        found = ILLEGAL.search(text)
        piled = _piled(text)
        if found or piled is not None:
            sign = found[0] if found else text[piled or 0]
            raise _Refusal("KD027", event.start_mark, ma=_code(sign))
        text = with_our_letters(text)  # it may have been written as an escape
    return _composed(text)


def _composed(text: str) -> str:
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _refuse(start: Any, depth: int) -> None:
    _refuse_marks(start)
    if depth > MAX_DEPTH:
        raise _Refusal("KD023", start.start_mark, toi_da=MAX_DEPTH)


def _refuse_marks(event: Any) -> None:
    if event.anchor is not None:
        raise _Refusal("KD021", event.start_mark)
    if event.tag is not None:
        raise _Refusal("KD022", event.start_mark)


def _spot(mark: Any) -> Spot:
    return mark.line + 1, mark.column + 1
