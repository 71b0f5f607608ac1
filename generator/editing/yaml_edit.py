"""Changes single values in the text of a YAML file; all other bytes stay the same.

The parser's marks give the position of a value. The edited text is parsed again and must equal the
old data with the new values; otherwise the edit is rejected.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from generator.problems import DataPath, Problem
from generator.reading.yaml_text import Parser, Tree, parse


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces the characters from `start` to `end` (exclusive) by `text`."""

    start: int
    end: int
    text: str


def with_values(text: str, path: DataPath, values: Mapping[str, str | None]) -> str | None:
    """Set keys of one mapping of a data file.

    Args:
        text: the file, without a byte order mark, with line ends of any kind.
        path: the path of the mapping, which must exist; empty for the file itself.
        values: plain scalars by key; None empties an existing key. A missing key is inserted above
            `ngay`, or else below the first key.

    Returns:
        The new text; None when the place cannot be edited safely.
    """
    before = parse(text)
    if isinstance(before, Problem):
        return None
    node = _node(yaml.compose(text, Loader=_Loader), path)
    if node is None:
        return None
    after = _apply(text, _edits(text, node, values))
    return after if parse(after) == _expected(before, path, values) else None


class _Loader(Parser):  # type: ignore[misc, valid-type]
    """The parser of data files, whose nodes have their positions in the text."""


def _node(node: Any, path: DataPath) -> Any:
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step] if step < len(node.value) else None
        else:
            return None
    return node


def _edits(text: str, node: Any, values: Mapping[str, str | None]) -> list[Edit]:
    if not isinstance(node, yaml.MappingNode):
        return []
    known = {key.value: (key, value) for key, value in node.value}
    edits = []
    new: dict[str, str] = {}
    for name, value in values.items():
        if name in known:
            edits.append(_replaced(text, *known[name], value or ""))
        elif value is not None:
            new[name] = value
    if new:
        edits.append(_added(text, node, new))
    return edits


def _replaced(text: str, key: Any, value: Any, new: str) -> Edit:
    start, end = value.start_mark.index, value.end_mark.index
    if end > start or not new:
        return Edit(start, end, new)
    # An empty value has no position: the new one goes one blank after the colon.
    behind = key.end_mark.index
    colon = text.find(":", behind) + 1
    if not colon:
        return Edit(behind, behind, f": {new}")
    if text[colon : colon + 1] != " ":
        return Edit(colon, colon, f" {new}")
    closing = "" if text[colon + 1 : colon + 2] in {"", " ", "\n", "\r", ",", "}"} else " "
    return Edit(colon + 1, colon + 1, f"{new}{closing}")


def _added(text: str, node: Any, new: Mapping[str, str]) -> Edit:
    pairs = [f"{name}: {value}" for name, value in new.items()]
    if not node.value:
        start = node.start_mark.index + 1
        return Edit(start, start, ", ".join(pairs))
    keys = [key for key, _ in node.value]
    day = next((key for key in keys if key.value == "ngay"), None)
    before = day or keys[min(1, len(keys) - 1)]
    start = before.start_mark.index
    if node.flow_style:
        return Edit(start, start, "".join(f"{pair}, " for pair in pairs))
    line = "\r\n" if "\r\n" in text else "\n"
    indent = " " * before.start_mark.column
    return Edit(start, start, "".join(f"{pair}{line}{indent}" for pair in pairs))


def _apply(text: str, edits: list[Edit]) -> str:
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _expected(before: Tree, path: DataPath, values: Mapping[str, str | None]) -> Tree:
    if path:
        step, *rest = path
        if isinstance(before, dict):
            return {**before, str(step): _expected(before[str(step)], tuple(rest), values)}
        if isinstance(before, list) and isinstance(step, int):
            items = list(before)
            items[step] = _expected(items[step], tuple(rest), values)
            return items
        return None
    if not isinstance(before, dict):
        return None
    kept = {name: value for name, value in values.items() if name in before or value is not None}
    return {**before, **kept}
