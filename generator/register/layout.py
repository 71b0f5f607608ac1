"""The tables of a register, version by version."""

STEPS = (
    """CREATE TABLE co_quan (ten TEXT NOT NULL, ky_hieu TEXT NOT NULL, khoi TEXT NOT NULL);
    CREATE TABLE van_ban (
        loai TEXT NOT NULL, ky TEXT NOT NULL, so INTEGER NOT NULL CHECK (so > 0),
        ngay TEXT NOT NULL, trich_yeu TEXT NOT NULL, noi_nhan TEXT NOT NULL,
        nguoi_ky TEXT NOT NULL, so_ban TEXT NOT NULL, ghi_chu TEXT NOT NULL,
        trang_thai TEXT NOT NULL CHECK (trang_thai IN ('giu', 'cap', 'huy')),
        tep TEXT NOT NULL, muc TEXT NOT NULL, luc TEXT NOT NULL,
        PRIMARY KEY (loai, ky, so)
    )""",
    """CREATE TABLE tren_giay (
        loai TEXT NOT NULL, ky TEXT NOT NULL, tu INTEGER NOT NULL CHECK (tu > 0),
        den INTEGER NOT NULL CHECK (den >= tu), ly_do TEXT NOT NULL, luc TEXT NOT NULL,
        PRIMARY KEY (loai, ky, tu)
    );
    CREATE UNIQUE INDEX mot_so_mot_van_ban ON van_ban (tep, muc)
        WHERE tep <> '' AND trang_thai <> 'huy'""",
    # Normalises names of series: spelling variants, and types that share another type's series.
    """ALTER TABLE co_quan ADD COLUMN cap_tren TEXT NOT NULL DEFAULT '';
    UPDATE OR IGNORE van_ban SET ky = replace(replace(ky, ' ', ''), '–', '-');
    UPDATE OR IGNORE tren_giay SET ky = replace(replace(ky, ' ', ''), '–', '-');
    UPDATE OR IGNORE tren_giay SET ky = 'dai-hoi' WHERE loai = 'dai-hoi';
    UPDATE OR IGNORE tren_giay SET loai = 'ban-sao' WHERE loai IN ('sao-y', 'sao-luc', 'trich-sao')
    """,
)
"""The statements from each layout version to the next; a published step is never changed."""
