"""How anything reaches the disk: whole files, file names, SQLite, workbooks."""
