"""Which findings stand under which field of a place, also under one that is still missing."""

import re
from collections.abc import Iterable, Sequence

from generator.desk.fields import Field
from generator.desk.found import Found
from generator.desk.muc import path_of
from generator.editing.edits import is_there, value_at
from generator.problems import DataPath
from generator.reading.yaml_text import Tree


def beneath(
    tree: Tree, fields: Sequence[Field], found: Iterable[Found]
) -> tuple[dict[str, list[Found]], list[Found]]:
    """Return the findings under each field, by its place, and those that no field is about.

    Args:
        tree: the file.
        fields: the fields of the page.
        found: the findings of the file.
    """
    under: dict[str, list[Found]] = {}
    others: list[Found] = []
    for each in found:
        place = path_of(each.muc)
        about = next((one for one in fields if _is_about(tree, each, place, one)), None)
        if about is None:
            others.append(each)
        else:
            under.setdefault(about.muc, []).append(each)
    return under, others


def _is_about(tree: Tree, found: Found, place: DataPath, field: Field) -> bool:
    at = path_of(field.muc)
    if place == at:
        return True
    if is_there(tree, at):
        # Behind the path of a text stand line and letter in it.
        return place[: len(at)] == at and not isinstance(value_at(tree, at), dict | list)
    if at and isinstance(at[-1], int):
        at = at[:-1]  # the first item of a list that is missing
        if place == at:
            return True
    return bool(at) and place == at[:-1] and names_key(found, str(at[-1]))


def names_key(found: Found, key: str) -> bool:
    """Return whether a finding about a group says which key of it is meant («vai_tro: …»)."""
    return bool(re.search(rf"«{re.escape(key)}[:»]", f"{found.cau} {found.sua} {found.goc}"))
