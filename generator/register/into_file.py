"""Writes the number and the day of a document into its data file."""

from generator.editing.applying import applied
from generator.editing.changes import REGISTER, Wanted, change_set
from generator.editing.data_file import Snapshot
from generator.editing.edited import BOM, content
from generator.editing.edits import Set, is_there
from generator.problems import DataPath, Place, Problem, problem
from generator.reading.places import campaign_folder


def write_values(seen: Snapshot, path: DataPath, values: dict[str, str | None]) -> list[Problem]:
    """Write values into the mapping of a numbered document and keep every other byte.

    Args:
        seen: the file as it was when the values were decided.
        path: the path of the document in the file.
        values: the values by key (`so`, `ngay`); None empties a value.

    Returns:
        As `editing.applying.applied`, but KD620, which says what to write by hand, where the place
        cannot be edited alone.
    """
    edits = [
        Set((*path, name), value)
        for name, value in values.items()
        if value is not None or _holds(seen.data, (*path, name))
    ]
    made, refused = change_set([Wanted(seen.path, each, REGISTER) for each in edits], [seen])
    if made is None:
        wanted = ", ".join(f"{name}: {value or ''}".strip() for name, value in values.items())
        muc, place = ".".join(map(str, path)) or "đầu tệp", Place(file=seen.path.as_posix())
        return [problem("KD620", place, muc=muc, gia_tri=wanted, ly_do=refused[0].message)]
    folder = campaign_folder(seen.path) or seen.path.parent
    # Of a number it goes without saying that it cannot be undone (KD581).
    return [each for each in applied(folder, made).problems if each.code != "KD580"]


def _holds(data: bytes, path: DataPath) -> bool:
    tree = content(data.decode("utf-8").removeprefix(BOM))
    return not isinstance(tree, Problem) and is_there(tree, path)
