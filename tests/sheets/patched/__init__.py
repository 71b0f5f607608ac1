"""Somebody's workbook, patched."""
