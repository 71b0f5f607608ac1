"""Somebody's workbook, patched: marks on it, values in it, and nothing else changed."""
