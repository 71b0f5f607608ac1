"""Finds the names below the titles of signatures."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.opening.remembered import remembered
from generator.received.folded import letters
from generator.received.subject import is_name, is_post, signed_name
from generator.regulations.che_do import BieuMau, XacNhanMau
from generator.wording.compare import fold

_CALLED = {
    "nguoi_viet": re.compile(r" nguoi viet "),
    "thu_truong": re.compile(
        r" (?:k t |kt )?(?:thu truong|chu tich|giam doc|hieu truong|truong|tm? uy ban|t m uy ban) "
    ),
    "chi_uy": re.compile(r" (?:t m|tm) chi (?:uy|bo) "),
    "dang_uy": re.compile(r" (?:t m|tm) (?:dang uy|ban thuong vu|btv|ban chap hanh) "),
    "tap_the": re.compile(r" (?:t m|tm) "),
}
"""Titles that offices write instead of the form's own words, by signature block."""

_COLUMNS = re.compile(r"\t+|[ \u00a0]{5,}")

_NOTE = re.compile(r"\(.*\)?$")
_BELOW = 8
"""Maximum parts of lines between a title and its name: notes and posts come between."""


class Signatures:
    """The parts of a text, split at columns, and the indexes of the titles of signatures.

    The caller fills `titles`.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self.parts = [part for line in lines for part in parts_of(line)]
        self.plain = [letters(part) for part in self.parts]
        self.titles: set[int] = set()

    def last(self, title: str, other: re.Pattern[str] | None = None) -> int | None:
        """Return the index of the last part that contains a title, or of one that replaces it.

        Args:
            title: the title in the words of the form.
            other: a pattern, over `letters`, of what offices write instead.
        """
        wanted = letters(title)
        backwards = range(len(self.parts) - 1, -1, -1)
        exact = next((i for i in backwards if wanted in self.plain[i]), None)
        if exact is not None or other is None:
            return exact
        called = (i for i in backwards if other.match(self.plain[i]))
        return next((i for i in called if self._may_be_title(i)), None)

    def _may_be_title(self, index: int) -> bool:
        return self.parts[index][0].isupper() and len(self.parts[index].split()) <= _LONGEST

    def group(self, index: int, *, over: bool = False) -> Sequence[int]:
        """Return the indexes of a title and its neighbours, separated only by posts.

        Args:
            index: the title.
            over: whether notes («(Ký, ghi rõ họ tên)») may stand between them too, as in a PDF.
        """
        first, last = index, index
        while (before := self._beside(first, -1, over=over)) is not None:
            first = before
        while (after := self._beside(last, 1, over=over)) is not None:
            last = after
        return [each for each in range(first, last + 1) if each == index or each in self.titles]

    def _beside(self, index: int, step: int, *, over: bool) -> int | None:
        index += step
        while 0 <= index < len(self.parts):
            if index in self.titles:
                return index
            if not is_post(self.parts[index]) and not (over and _NOTE.match(self.parts[index])):
                return None
            index += step
        return None

    def below(self, group: Sequence[int]) -> Sequence[str]:
        """Return the parts below a group of titles, up to the next title."""
        start = group[-1] + 1
        end = min(start + _BELOW + 2 * len(group), len(self.parts))
        until = next((i for i in range(start, end) if i in self.titles), end)
        return self.parts[start:until]

    def is_signed(self, index: int) -> bool:
        """Return whether the group of a title has at least as many names below it as titles."""
        groups = (self.group(index, over=over) for over in (False, True))
        return any(sum(map(is_name, self.below(each))) >= len(each) for each in groups)

    def is_signed_by(self, index: int, name: str) -> bool:
        """Return whether a given name is below a title."""
        who = fold(name)
        return any(fold(signed_name(part)) == who for part in self.below(self.group(index)))

    def other_name(self, index: int) -> str:
        """Return the first name below a title; empty when there is none."""
        below = self.below(self.group(index))
        return next((signed_name(part) for part in below if is_name(part)), "")


Places = tuple[tuple[XacNhanMau, int | None], ...]
"""Each block of a form with the part that is its title; None: the file has none."""


def blocks_of(lines: tuple[str, ...], form: BieuMau) -> tuple[Signatures, Places]:
    """Return the parts of a text, and where the blocks of a form begin in it."""
    return _blocks_of(lines, form.xac_nhan)


@lru_cache(maxsize=4)
def _blocks_of(lines: tuple[str, ...], blocks: tuple[XacNhanMau, ...]) -> tuple[Signatures, Places]:
    found = Signatures(lines)
    places = tuple((block, found.last(block.tieu_de, _CALLED[block.khoa])) for block in blocks)
    found.titles.update(place for _, place in places if place is not None)
    return found, places


@remembered
def parts_of(line: str) -> list[str]:
    """Return what stands in the columns of a line."""
    return [part for each in _COLUMNS.split(line) if (part := each.strip())]


_LONGEST = 12
"""Maximum words of a title."""
