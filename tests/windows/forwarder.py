"""A Windows library without a line of code: each of its functions is one of another library.

Source: PE Format (Microsoft), the headers, one section, the export table with forwarder names.
"""

import struct
from collections.abc import Mapping

_PAGE, _SECTOR = 0x1000, 0x200


def forwarder(name: str, functions: Mapping[str, str]) -> bytes:
    """Return the bytes of a 64-bit library.

    Args:
        name: its file name.
        functions: «library.function» by the name under which it is offered.
    """
    table = _exports(name, dict(sorted(functions.items())))
    size = -len(table) % _SECTOR + len(table)
    header = struct.pack(
        "<HBBLLLLLQLLHHHHHHLLLLHHQQQQLL",
        0x20B, 1, 0, 0, size, 0, 0, 0,  # PE32+; no code, so many bytes of data, no entry point
        0x180000000, _PAGE, _SECTOR, 6, 0, 0, 0, 6, 0, 0,  # base, alignment, Windows Vista or later
        2 * _PAGE, _SECTOR, 0, 2, 0x160,  # image, headers, checksum, subsystem, may lie anywhere
        0x100000, 0x1000, 0x100000, 0x1000, 0, 16,  # stack, heap, directories
    )  # fmt: skip
    directories = struct.pack("<LL", _PAGE, len(table)) + bytes(15 * 8)
    section = struct.pack(
        "<8sLLLLLLHHL", b".rdata", len(table), _PAGE, size, _SECTOR, 0, 0, 0, 0, 0x40000040
    )
    optional = header + directories
    machine = struct.pack("<HHLLLHH", 0x8664, 1, 0, 0, 0, len(optional), 0x2022)
    start = b"MZ" + bytes(58) + struct.pack("<L", 64)
    head = start + b"PE\0\0" + machine + optional + section
    return head.ljust(_SECTOR, b"\0") + table.ljust(size, b"\0")


def _exports(name: str, functions: Mapping[str, str]) -> bytes:
    """The export table with all that it points to, as it lies from the first page on."""
    count = len(functions)
    addresses, names = 40, 40 + 4 * count
    ordinals = names + 4 * count
    texts = ordinals + 2 * count
    data, where = b"", {}
    for text in (name, *functions, *functions.values()):
        where[text] = _PAGE + texts + len(data)
        data += text.encode("ascii") + b"\0"
    table = struct.pack(
        "<LLHHLLLLLLL", 0, 0, 0, 0, where[name], 1, count, count,
        _PAGE + addresses, _PAGE + names, _PAGE + ordinals,
    )  # fmt: skip
    table += struct.pack(f"<{count}L", *(where[each] for each in functions.values()))
    table += struct.pack(f"<{count}L", *(where[each] for each in functions))
    return table + struct.pack(f"<{count}H", *range(count)) + data
