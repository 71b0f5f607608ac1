"""The mark of urgency: «KHẨN», «HOẢ TỐC HẸN GIỜ» with the hour it must arrive."""

from generator.wording.compare import after

_TIMED = "hỏa tốc hẹn giờ"
_BLANK = "…… giờ, ngày ……"


def is_timed(do_khan: str | None) -> bool:
    """Return whether a mark asks for an hour."""
    return do_khan is not None and after(do_khan, _TIMED) is not None


def printed_speed(do_khan: str | None, hen_gio: str | None) -> str:
    """Return the mark as printed; one that asks for an hour has it below, or room to write it."""
    if not do_khan:
        return ""
    return f"{do_khan}\n({hen_gio or _BLANK})" if is_timed(do_khan) else do_khan
