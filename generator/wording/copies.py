"""The three kinds of copy (sao y, sao lục, trích sao) and their printed headings."""

from generator.regulations.rule import in_case
from generator.regulations.the_thuc import TheThuc
from generator.wording.compare import after

_KINDS = {"sao y": "sao-y", "sao lục": "sao-luc", "trích sao": "trich-sao"}


def copy_type(hinh_thuc: str) -> str:
    """Return the type key of a copy: `sao-y`, `sao-luc` or `trich-sao`.

    Args:
        hinh_thuc: «sao y bản chính», «sao y», «sao lục», «trích sao».

    Returns:
        The key that the packs use.

    Raises:
        KeyError: the text names no kind of copy.
    """
    for words, kind in _KINDS.items():
        if after(hinh_thuc, words) is not None:
            return kind
    raise KeyError(hinh_thuc)


def copy_heading(pack: TheThuc, hinh_thuc: str) -> str:
    """Return the heading printed on a copy.

    Args:
        pack: the thể thức pack of the copying day.
        hinh_thuc: kind of copy, as for `copy_type`.

    Returns:
        «SAO LỤC» for the typed block of HD 36 and NĐ 30; the text for the field «Hình thức sao» of
        the stamp of HD 05 (p. 26–27).

    Raises:
        KeyError: `hinh_thuc` names no kind of copy.
    """
    words = pack.sao.ten[copy_type(hinh_thuc)].gia_tri
    return words if pack.sao.kieu.gia_tri == "dau" else in_case(pack.co_chu.ban_sao, words)


def stamp(pack: TheThuc) -> tuple[str, dict[str, str]]:
    """Return the title of the stamp on a paper copy, and its labels by field; empty without one."""
    found = pack.sao.dau
    if found is None:
        return "", {}
    labels = {key: getattr(found.nhan, key).gia_tri for key in type(found.nhan).model_fields}
    return in_case(pack.co_chu.ban_sao, found.tieu_de.gia_tri), labels
