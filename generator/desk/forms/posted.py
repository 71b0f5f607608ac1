"""A form as it came back, and the file that its edits are thought through on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.desk.fields import identity
from generator.desk.forms.kinds import is_new
from generator.desk.muc import muc_of, path_of
from generator.editing.edits import Edit, changed
from generator.problems import DataPath
from generator.reading.yaml_text import Tree


class Posted(NamedTuple):
    """A form as it came back, by place.

    `go` is what was typed, `luc_mo` what stood there when the page was made, `ai` the names of the
    entries around it then, `ten` the names given to new entries of a mapping, `bo` the entries to
    be removed, `khong_co` the lists of which «Không có» is said and `da_khong_co` of which it was.
    `doi` is an entry to be moved and by how much.
    """

    go: Mapping[str, str]
    luc_mo: Mapping[str, str]
    ai: Mapping[str, str]
    ten: Mapping[str, str]
    bo: frozenset[str]
    khong_co: frozenset[str]
    da_khong_co: frozenset[str]
    doi: tuple[str, int] | None = None


def posted(form: Mapping[str, str]) -> Posted:
    """Return the fields of a request by what they say; the letter before the colon tells it."""

    def of(mark: str) -> dict[str, str]:
        return {key.removeprefix(mark): said for key, said in form.items() if key.startswith(mark)}

    ticked, seen = of("m:"), of("c:")
    many = {}
    for muc in of("mm:"):
        codes = [code for at, code in ticked.items() if at.rpartition("|")[0] == muc]
        same = sorted(codes) == sorted(filter(None, lines(seen.get(muc, "")).split("\n")))
        many[muc] = seen.get(muc, "") if same else "\n".join(codes)
    way, _, place = form.get("lam", "").partition(" ")
    step = {"len": -1, "xuong": 1}.get(way)
    named = {key: said.strip() for key, said in of("n:").items()}
    return Posted(
        {**of("v:"), **many}, seen, of("a:"), named,
        frozenset(of("x:")), frozenset(of("k:")), frozenset(k for k, on in of("ck:").items() if on),
        (place, step) if step else None,
    )  # fmt: skip


def typed_in(form: Posted) -> dict[str, str]:
    """Return the fields in which something was typed: what stands in the others may be outdated.

    A new entry is returned whole: what it is about may be a proposal of another number by now.
    """
    typed = {muc for muc, text in form.go.items() if lines(text) != lines(form.luc_mo.get(muc, ""))}
    entries = {_entry(muc) for muc in typed} - {""}
    return {muc: text for muc, text in form.go.items() if muc in typed or _entry(muc) in entries}


def _entry(muc: str) -> str:
    """Return the new entry that a field belongs to."""
    path = path_of(muc)
    at = next((index for index, step in enumerate(path) if is_new(step)), None)
    return "" if at is None else muc_of(path[: at + 1])


@dataclass
class Work:
    """A file while edits are thought through: what it holds after those noted so far."""

    tree: Tree
    edits: list[Edit]

    def add(self, edit: Edit) -> None:
        """Note an edit."""
        self.tree = changed(self.tree, edit)
        self.edits.append(edit)


def lines(text: str) -> str:
    """Return a text as a browser brings it back, which knows one kind of line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def moved(tree: Tree, path: DataPath, form: Posted) -> bool:
    """Return whether the nearest entry around a place that the page named is another one now."""
    for end in range(len(path), -1, -1):
        said = form.ai.get(muc_of(path[:end]))
        if said is not None:
            return said != identity(tree, path[:end])
    return False
