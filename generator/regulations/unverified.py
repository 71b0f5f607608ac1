"""Lists the values of a regime that were not read in the document itself."""

from collections.abc import Iterator
from typing import Any

from generator.regulations.che_do import CheDo

_SURE = ("V:", "Đ:")


def unverified(che_do: CheDo) -> list[tuple[str, str, str]]:
    """List every value of a regime whose mark is neither «V:» nor the office's own «Đ:».

    Returns:
        Path in the regime's data, the value as text, and its mark, in the order of the data.
    """
    return list(_walk(che_do.model_dump(mode="json"), ""))


def _walk(node: Any, path: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _walk(item, f"{path}[{index}]")
        return
    if not isinstance(node, dict):
        return
    mark = node.get("nguon")
    if isinstance(mark, str) and not mark.startswith(_SURE):
        yield path, _shown(node), mark
    roles = node.get("nguon_vai_tro")
    if isinstance(roles, str) and roles and not roles.startswith(_SURE):
        yield f"{path}.vai_tro", ", ".join(node["vai_tro"]), roles
    for key, value in node.items():
        yield from _walk(value, f"{path}.{key}" if path else key)


def _shown(node: dict[str, Any]) -> str:
    for key in ("gia_tri", "tieu_de", "ten", "can_cu", "trich_dan"):
        if key in node:
            value = node[key]
            if isinstance(value, bool):
                return "có" if value else "không"
            return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return ""
