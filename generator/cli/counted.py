"""Numbers of documents as commands tell them."""


def told(made: int, kept: int) -> str:
    """Return how many documents were generated and kept, in words."""
    more = f", giữ nguyên {counted(kept)}" if kept else ""
    return f"tạo {counted(made)} văn bản{more}"


def counted(number: int) -> str:
    """Return a number as it is written in Vietnamese: «7.775»."""
    return f"{number:,}".replace(",", ".")
