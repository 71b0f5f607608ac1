"""Names a few of many headings or blocks in a message."""

from collections.abc import Sequence


def shown(titles: Sequence[str], most: int, kind: str) -> str:
    """Quote the first `most` titles and count the others: «A», «B» và 2 mục khác."""
    named = "», «".join(titles[:most])
    more = f" và {len(titles) - most} {kind} khác" if len(titles) > most else ""
    return f"«{named}»{more}"
