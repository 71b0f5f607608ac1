"""Edits data files and keeps every other byte: `edits` says what, `edited` does it."""

JOURNAL = ".thay-doi.db"
"""The file of a campaign's folder that holds its journal of changes (`journal`)."""
