"""Addresses of the desk, as they stand in links."""

from urllib.parse import quote, urlencode

__all__ = ["query", "quote"]


def query(**values: object) -> str:
    """Return the query of an address, without what is empty; «_» in a name stands for «-»."""
    given = {
        name.replace("_", "-"): str(value)
        for name, value in values.items()
        if value not in (None, "")
    }
    return f"?{urlencode(given)}" if given else ""
