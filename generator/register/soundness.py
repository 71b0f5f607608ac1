"""Whether a register holds only what this program writes into one.

A register may come from another machine, or have been changed with another program. One line that
is not as it should be makes the next number, or what is told of the last one, uncertain; so the
whole register is refused, with the line, instead of being read without it.
"""

import sqlite3

from generator.files.sqlite_files import shape, shape_of

LAST = 999_999
"""The highest number a document may have."""

LONGEST = 20_000
"""Bytes of one text; a trích yếu has some hundred."""

_KEY = "{0} <> '' AND length({0}) <= 60 AND {0} NOT GLOB '*[^a-z0-9-]*'"
_TERM = "length({0}) <= 20 AND {0} NOT GLOB '*[^-0-9a-z –]*'"
_NUMBER = f"typeof({{0}}) = 'integer' AND {{0}} BETWEEN 1 AND {LAST}"
_TEXT = (
    f"typeof({{0}}) = 'text' AND length(CAST({{0}} AS BLOB)) <= {LONGEST}"
    " AND instr(CAST({0} AS BLOB), x'00') = 0"
)
_DAY = "({0} = '' OR date({0}, '+0 days') IS {0})"
_STATE = "{0} IN ('giu', 'cap', 'huy')"
_SIDE = "{0} IN ('', 'dang', 'nha_nuoc')"

_LINES = {
    _TEXT: (
        "loai", "ky", "ngay", "trich_yeu", "noi_nhan", "nguoi_ky", "so_ban", "ghi_chu",
        "trang_thai", "tep", "muc", "luc",
    ),
    _KEY: ("loai",), _TERM: ("ky",), _NUMBER: ("so",), _DAY: ("ngay",), _STATE: ("trang_thai",),
}  # fmt: skip
_SPANS = {
    _TEXT: ("loai", "ky", "ly_do", "luc"),
    _KEY: ("loai",), _TERM: ("ky",), _NUMBER: ("tu", "den"), "{0} >= tu": ("den",),
}  # fmt: skip
_BODY = {_TEXT: ("ten", "ky_hieu", "khoi", "cap_tren"), _SIDE: ("khoi",)}


def is_shaped(register: sqlite3.Connection, steps: tuple[str, ...]) -> bool:
    """Return whether a register has the tables that these steps make, and nothing that would run.

    Further tables are of no harm; programs that rescue a damaged file leave some.
    """
    found, wanted = shape(register), shape_of(steps)
    return wanted <= found and all(
        kind == "table" and sql.upper().startswith("CREATETABLE") for kind, _, sql in found - wanted
    )


def unsound(register: sqlite3.Connection) -> str:
    """Return where the first line stands that is not as this program writes it; empty if all are.

    Args:
        register: of the newest layout.
    """
    for table, named, conditions in (
        ("co_quan", "'cơ quan'", _BODY),
        ("van_ban", "'số ' || so || ' của dãy ' || loai || ' ' || ky", _LINES),
        ("tren_giay", "'từ số ' || tu || ' của dãy ' || loai || ' ' || ky", _SPANS),
    ):
        right = " AND ".join(
            condition.format(column)
            for condition, columns in conditions.items()
            for column in columns
        )
        query = f"SELECT substr({named}, 1, 80) FROM {table} WHERE NOT ifnull({right}, 0) LIMIT 1"  # noqa: S608 - names of our own
        if row := register.execute(query).fetchone():
            return str(row[0] or "không rõ số")
    bodies = register.execute("SELECT count(*) FROM co_quan").fetchone()
    return "" if bodies == (1,) else "cơ quan"
