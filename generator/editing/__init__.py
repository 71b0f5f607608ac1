"""Edits data files and keeps every other byte: `edits` says what, `edited` does it."""
