"""The order in which the project writes the keys of its files: that of the models."""

from collections.abc import Sequence

from generator.model import Dot
from generator.model.base import Model
from generator.problems import DataPath
from generator.reading.kinds import KIND_MODELS, data_models
from generator.reading.model_shape import keys_as_written
from generator.reading.yaml_text import Tree


def model_of(tree: Tree) -> type[Model] | None:
    """Return the model of a file by its `loai`; a campaign has none, other kinds are not known."""
    kind = tree.get("loai") if isinstance(tree, dict) else None
    if kind is None:
        return Dot
    return {**data_models(), **KIND_MODELS}.get(kind) if isinstance(kind, str) else None


def ordered(tree: Tree, model: type[Model] | None, path: DataPath = ()) -> Tree:
    """Return a tree with the keys of every mapping in the order of the model, unknown ones last."""
    if isinstance(tree, list):
        return [ordered(each, model, path) for each in tree]
    if not isinstance(tree, dict):
        return tree
    known = keys_as_written(model, path) if model else []
    names = [
        *(each for each in known if each in tree),
        *(each for each in tree if each not in known),
    ]
    return {name: ordered(tree[name], model, (*path, name)) for name in names}


def index_among(present: Sequence[str], name: str, known: Sequence[str]) -> int:
    """Return how many keys of a mapping stand before a new one.

    Args:
        present: the keys of the mapping as they stand.
        name: the new key.
        known: the keys of the model in order.

    Returns:
        The place beside the key that is nearest to it in the model, behind one that comes before
        it, else before; the end for a key that the model does not know.
    """
    if name not in known:
        return len(present)
    rank = known.index(name)
    near = [
        (abs(known.index(each) - rank), known.index(each) > rank, index)
        for index, each in enumerate(present)
        if each in known
    ]
    if not near:
        return len(present)
    _, after, index = min(near)
    return index if after else index + 1
