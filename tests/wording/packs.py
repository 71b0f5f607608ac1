"""The three packs under short names, and packs as an office may change them."""

from generator.regulations.overlay import with_overlay
from generator.regulations.packs import load_pack

HD36, HD05, ND30 = load_pack("hd36"), load_pack("hd05"), load_pack("nd30")
BY_CODE = {"hd36": HD36, "hd05": HD05, "nd30": ND30}


def office(pack, **overlay):
    """Return the pack with an office's own values over it."""
    changed, problems = with_overlay(pack, overlay, "Đ: dot.yaml")
    assert problems == []
    return changed
