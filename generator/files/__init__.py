"""Writes to the disk: atomic files, file names, SQLite, workbooks."""
