"""How a series is called: «Công văn 2025-2030», and back."""

from generator.register.series import CONGRESS, COPIES, Series
from generator.regulations.packs import load_pack
from generator.wording.compare import same

_PACKS = ("hd05", "hd36", "nd30")
_OWN = {COPIES: "Bản sao", CONGRESS: "Đại hội"}


def type_names() -> dict[str, str]:
    """Return the name of every type of document that is numbered, by its key."""
    found: dict[str, str] = {}
    for code in _PACKS:
        pack = load_pack(code)
        for key in pack.ky_hieu_van_ban:
            name = pack.ten_loai.get(key)
            found.setdefault(key, name.gia_tri.capitalize() if name else key)
    return {**found, "cong-van": "Công văn", **_OWN}


def called(series: Series) -> str:
    """Return how a series is called, as it heads a sheet (at most 31 characters)."""
    name = type_names().get(series.loai, series.loai)
    return f"{name} {series.ky}" if series.loai != CONGRESS else name


def series_called(name: str) -> Series | None:
    """Return the series a sheet is of; None for a name that is not one."""
    if same(name, _OWN[CONGRESS]):
        return Series(CONGRESS, CONGRESS)
    kind, _, term = name.strip().rpartition(" ")
    key = type_called(kind)
    return Series(key, term) if key and any(map(str.isdigit, term)) else None


def type_called(name: str) -> str | None:
    """Return the key of a type by its key or name."""
    return next(
        (key for key, known in type_names().items() if same(name, known) or same(name, key)), None
    )
