"""The result of a check as table, JSON, Excel workbook, HTML page and Word documents."""
