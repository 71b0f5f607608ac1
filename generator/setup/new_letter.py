"""A new letter: what its file begins with, what of an earlier letter it takes over, its name."""

from collections.abc import Collection, Mapping

from generator.files.file_names import code
from generator.model.kinds import LoaiVanBan
from generator.reading.yaml_text import Tree

_OF_ONE = ("so", "so_ky_hieu", "ngay", "ban_phat_hanh", "chap_nhan")
"""Keys of what belongs to one letter alone: its number, its day, its issued file, its reasons."""

_OPEN = "…"
"""What stands on paper for a text that is not written yet."""

Letter = dict[str, Tree]


def new_letter(ma: str, trich_yeu: str, before: Mapping[str, Tree] | None = None) -> Letter:
    """Return what the file of a new letter holds.

    What the campaign says (body, place, signer, recipients) is not repeated in it.

    Args:
        ma: its kind; empty for that of the earlier letter.
        trich_yeu: what it is about; empty for what the earlier letter is about.
        before: an earlier letter of which all is taken over but what belongs to it alone.
    """
    kept = {key: value for key, value in (before or {}).items() if key not in _OF_ONE}
    said = {"loai": ma, "trich_yeu": " ".join(trich_yeu.split())}
    return {**kept, **{key: value for key, value in said.items() if value}}


def new_copy(ban_goc: str, hinh_thuc: str) -> Letter:
    """Return what the file of a copy holds.

    Args:
        ban_goc: the file that is copied.
        hinh_thuc: how it is copied («sao y»).
    """
    return {"loai": "sao-luc", "hinh_thuc": hinh_thuc, "ban_goc": ban_goc}


def to_be_seen(tree: Mapping[str, Tree], kind: LoaiVanBan | None) -> Letter:
    """Return a letter with marks where what every letter has is not written yet."""
    if kind is not None and kind.bo_cuc == "sao":
        return dict(tree)
    missing = {key: _OPEN for key in ("trich_yeu", "noi_dung") if not tree.get(key)}
    return {**tree, **missing}


def letter_name(kind: LoaiVanBan, about: str, taken: Collection[str]) -> str:
    """Return the name of the file of a new letter: «ke-hoach-kiem-tra-quy-iv.yaml».

    Args:
        kind: its kind.
        about: what it is about.
        taken: the names of the files that are there.
    """
    stems = {each.casefold().rpartition(".")[0] for each in taken}
    own = code(kind.ten, otherwise=kind.ma)
    said = code(about, otherwise=own)
    title = about if said.startswith(own) else f"{kind.ten} {about}"
    return f"{code(title, stems, kind.ma)}.yaml"


def lacking_files(tree: Mapping[str, Tree], there: Collection[str]) -> list[str]:
    """Return the files that the tables of a letter come from and that are not there."""
    tables = [tree, *(each for each in _entries(tree.get("phu_luc")))]
    named = (each.get("tep") for part in tables for each in _entries(part.get("bang")))
    return sorted({str(each) for each in named if each} - set(there))


def _entries(value: Tree) -> list[dict[str, Tree]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
