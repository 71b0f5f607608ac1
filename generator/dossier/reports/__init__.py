"""The result of a check as a table, as JSON, as a workbook, as a page to mail."""
