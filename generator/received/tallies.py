"""Checks that the counts of a paper can be: who came and when, ballots, and the sums of Biểu 6F."""

from collections.abc import Iterator

from generator.opening.content import FileContent
from generator.received.expected import Expected, Finding
from generator.received.folded import letters, rows
from generator.received.reviewed import reviewed
from generator.received.votes import attendance, ballots, hours


def tallies(seen: FileContent, due: Expected) -> Iterator[Finding]:
    """Yield a finding for counts that cannot be, and for a vote without its figures.

    Args:
        seen: the content.
        due: a paper without a form of the regime.
    """
    if due.form is not None:
        return
    plain = "\n".join(rows(seen.lines).unaccented)
    if "trieu tap" in plain:
        yield from attendance(plain)
    if "cung ngay" in plain:
        yield from hours(plain)
    if "phat ra" in plain:
        yield from ballots(seen, plain)
    elif any(" 6f " in letters(title) for title in due.titles):
        yield from reviewed(seen)
