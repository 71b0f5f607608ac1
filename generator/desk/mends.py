"""Mends that are certain enough to be a button: a misspelt key or word, a key that is too much."""

from typing import NamedTuple

from generator.editing.edits import Edit, Remove, Set, is_there, value_at
from generator.model.base import Model
from generator.problems import DataPath
from generator.reading.model_shape import choices, keys
from generator.reading.suggest import nearest
from generator.reading.yaml_text import Tree


class Mend(NamedTuple):
    """A mend: how it is asked for, what its button says, the edits it comes to."""

    cach: str
    nhan: str
    edits: tuple[Edit, ...]


def mends_at(tree: Tree, path: DataPath, model: type[Model] | None) -> list[Mend]:
    """Return the mends of what stands at a place; none where the clerk has to say what is meant."""
    if model is None or not path or not is_there(tree, path):
        return []
    last, value = path[-1], value_at(tree, path)
    allowed = keys(model, path[:-1])
    if isinstance(last, str) and allowed and last not in allowed:
        meant = nearest(last, [each for each in allowed if not is_there(tree, (*path[:-1], each))])
        renamed = (Set((*path[:-1], meant or ""), value), Remove(path))
        rename = [Mend("khoa", f"Sửa tên mục thành «{meant}»", renamed)] if meant else []
        return [*rename, Mend("bo", f"Bỏ mục «{last}»", (Remove(path),))]
    words = choices(model, path)
    if words and isinstance(value, str) and value not in words:
        meant = nearest(value, words)
        return [Mend("chu", f"Sửa thành «{meant}»", (Set(path, meant),))] if meant else []
    return []
