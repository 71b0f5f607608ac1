"""Composes the texts of the review forms that combine several values."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from generator.model.review import GiaiTrinh, KhacPhuc

STATES = {
    "da_khac_phuc": "đã được khắc phục",
    "dang_khac_phuc": "đang khắc phục",
    "chua_khac_phuc": "chưa được khắc phục",
}
"""The three states in the words of the hint to part III (HD 43, Mẫu 01 and 2C)."""


def mended(items: Iterable[KhacPhuc]) -> str:
    """Compose part III of a report, on earlier weaknesses.

    Returns:
        For each weakness one line with its state and result; then, where given, one line with its
        difficulties and one with who is responsible.
    """
    lines: list[str] = []
    for item in items:
        result = f": {item.ket_qua}" if item.ket_qua else "."
        lines.append(f"- {_closed(item.han_che)} {capital(STATES[item.tinh_trang])}{result}")
        if item.kho_khan:
            lines.append(f"Khó khăn, vướng mắc: {item.kho_khan}")
        if item.trach_nhiem:
            lines.append(f"Trách nhiệm: {item.trach_nhiem}")
    return "\n".join(lines)


def explained(items: Iterable[GiaiTrinh], points: Mapping[str, str]) -> str:
    """Compose part IV: each point of the gợi ý with its explanation, cause and responsibility.

    Args:
        items: the answers.
        points: the text of each point by its code; a code without text is printed alone.

    Returns:
        One heading line per point, followed by the lines of the three answers.
    """
    lines: list[str] = []
    for item in items:
        point = points.get(item.diem, "")
        lines.append(f"## {item.diem}. {' '.join(point.split())}".rstrip())
        lines += [line for line in (item.noi_dung or "").split("\n") if line.strip()]
        if item.nguyen_nhan:
            lines.append(f"Nguyên nhân: {item.nguyen_nhan}")
        if item.trach_nhiem:
            lines.append(f"Trách nhiệm: {item.trach_nhiem}")
    return "\n".join(lines)


def points(value: Decimal) -> str:
    """Format points in Vietnamese style: «27», «27,5»."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def percent(part: int, whole: int) -> str:
    """Format a share in percent with at most one decimal, rounded half up; empty if `whole` is 0.

    >>> percent(1, 8)
    '12,5'
    """
    if not whole:
        return ""
    tenths = (2000 * part + whole) // (2 * whole)
    return points(Decimal(tenths) / 10)


def _closed(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def capital(text: str) -> str:
    """Capitalise the first letter and leave the others unchanged."""
    return text[:1].upper() + text[1:]
